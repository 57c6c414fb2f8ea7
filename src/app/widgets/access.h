/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <gtk/gtk.h>

/** pamong_access_init: what GTK 4.8 tells a screen reader wrongly is put right as each widget first appears: an image beside words is silent, no class name is
 * spoken, what is pressed is called by the words on it, without the underscore of its mnemonic. What has a name of its own keeps it. */
void pamong_access_init (void);
