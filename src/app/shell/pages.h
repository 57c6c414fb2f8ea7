/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/session.h"
#include <gtk/gtk.h>

/** PamongPageInfo: one page of the navigation. @levels: bits (1 << PamongLevel) that have it. @tools: stands below the gap. @opens: bits (1 << PamongKind) of the records it opens. */
typedef struct {
  const char *name, *icon, *words;
  guint levels;
  gboolean tools;
  guint opens;
  GtkWidget *(*make) (PamongSession *session);
} PamongPageInfo;
/** pamong_pages: Returns: (transfer none): all pages in order of the navigation; ends with {NULL}. */
const PamongPageInfo *pamong_pages (void);
gboolean pamong_page_info_fits (const PamongPageInfo *info, PamongLevel level);
/** pamong_pages_find: Returns: (nullable): the page of this name that the level has. */
const PamongPageInfo *pamong_pages_find (const char *name, PamongLevel level);
/** pamong_pages_for: Returns: (nullable): the page that shows records of @kind. */
const PamongPageInfo *pamong_pages_for (PamongKind kind, PamongLevel level);
