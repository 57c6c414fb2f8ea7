/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/page.h"

/* The foot of every screen: keys that work here at left, one line about saving at right. */
#define PAMONG_TYPE_KEY_BAR (pamong_key_bar_get_type ())
G_DECLARE_FINAL_TYPE (PamongKeyBar, pamong_key_bar, PAMONG, KEY_BAR, GtkBox)
GtkWidget *pamong_key_bar_new (void);
/** pamong_key_bar_set_keys: @keys ends with {NULL}. */
void pamong_key_bar_set_keys (PamongKeyBar *bar, const PamongPageKey *keys);
/** pamong_key_bar_set_foot: @icon: (nullable): icon name before the words. */
void pamong_key_bar_set_foot (PamongKeyBar *bar, const char *icon, const char *words);
/** pamong_keycap_new: Returns: (transfer floating): a key as printed on the keyboard. */
GtkWidget *pamong_keycap_new (const char *key);
