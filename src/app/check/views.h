/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/session.h"
#include <gtk/gtk.h>

/** PamongCheckView: one sub-view of Perlu dicek. A new one is a line in views.c. @words: on its toggle (English msgid, with a mnemonic).
 * @make: any widget, made on the first visit. One that implements PamongPage is told when it is shown and asked for its keys; one with a property
 * "count" (uint, notifies) has the figure in its toggle. */
typedef struct {
  const char *name, *words;
  GtkWidget *(*make) (PamongSession *session);
} PamongCheckView;
/** pamong_check_views: Returns: (transfer none): in order of the toggles; ends with {NULL}. */
const PamongCheckView *pamong_check_views (void);
