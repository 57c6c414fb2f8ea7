/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <gtk/gtk.h>

/** pamong_menu_button_new: a button with a word and an arrow that its mnemonic opens. @words: with mnemonic. @menu: (nullable). Returns: (transfer floating) (type GtkMenuButton). */
GtkWidget *pamong_menu_button_new (const char *words, GMenuModel *menu);
