/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <gtk/gtk.h>

/** pamong_practise: opens practice as a program of its own beside this one: the real data stays as it is. @parent: where it is told if that fails. */
void pamong_practise (GtkWidget *parent);
