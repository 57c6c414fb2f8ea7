/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <gtk/gtk.h>

/** PamongShortcut: a key that works on every page. @twin: (nullable): for laptops whose F-keys are media keys. */
typedef struct {
  const char *trigger, *twin, *action, *target;
  const char *key, *words; /* as the list of all keys shows them */
  gboolean always;          /* before anybody has signed in too */
} PamongShortcut;
/** pamong_shortcuts: Returns: (transfer none): ends with {NULL}. */
const PamongShortcut *pamong_shortcuts (void);
/** pamong_shortcuts_add: puts those that are @always there, or the others, on @widget, wherever in its window the focus is. */
void pamong_shortcuts_add (GtkWidget *widget, gboolean always);
