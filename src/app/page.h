/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/session.h"
#include <gtk/gtk.h>

/* A page of the shell: any widget that implements this. The shell makes a page on its first visit and keeps it. */
#define PAMONG_TYPE_PAGE (pamong_page_get_type ())
G_DECLARE_INTERFACE (PamongPage, pamong_page, PAMONG, PAGE, GtkWidget)
/** PamongPageKey: one entry of the key bar: "Ctrl+E", "Ubah". */
typedef struct { const char *key, *words; } PamongPageKey;
struct _PamongPageInterface {
  GTypeInterface parent;
  void (*shown) (PamongPage *page);                               /* became visible: put focus where typing starts */
  gboolean (*open) (PamongPage *page, PamongKind kind, const char *uid); /* show this record */
  gboolean (*view) (PamongPage *page, const char *name);          /* show this part: a sub-view, or the list with a filter */
  gboolean (*edit) (PamongPage *page, PamongKind kind, const char *uid, int field); /* open it for writing, at this field; -1 = the start */
  const PamongPageKey *(*keys) (PamongPage *page);                /* ends with {NULL} */
  gboolean (*leave) (PamongPage *page);                           /* FALSE = unsaved work, the page itself asks */
  char *(*foot) (PamongPage *page);                               /* (transfer full) (nullable) right end of the key bar; NULL = "Tersimpan di komputer ini HH.MM" */
  gboolean (*zoom) (PamongPage *page, int step);                  /* Ctrl++ (1), Ctrl+- (-1), Ctrl+0 (0): FALSE = the size of the text is meant */
  gboolean (*is_filled) (PamongPage *page);                       /* nothing is still being counted beside; NULL = always */
};
void pamong_page_shown (PamongPage *page);
gboolean pamong_page_open (PamongPage *page, PamongKind kind, const char *uid);
gboolean pamong_page_view (PamongPage *page, const char *name);
/** pamong_page_edit: a page that cannot write only opens the record. */
gboolean pamong_page_edit (PamongPage *page, PamongKind kind, const char *uid, int field);
const PamongPageKey *pamong_page_keys (PamongPage *page);
gboolean pamong_page_leave (PamongPage *page);
char *pamong_page_foot (PamongPage *page);
gboolean pamong_page_zoom (PamongPage *page, int step);
gboolean pamong_page_is_filled (PamongPage *page);

/* Actions every page may activate on its widgets (installed on the window):
 * "win.go" (s page name: "penduduk", "keluarga", "sinkronisasi"; with a part of it: "penduduk:belum-nik", "perlu-dicek:dukcapil", "impor-ekspor:impor=UID"), "win.open" ((ss) kind name, uid: goes to the page of that kind and opens it; of a place the code of the region stands for the uid),
 * "win.open-field" ((ssi) the same, for writing, at that field of the kind's enum),
 * "win.new-family", "win.find", "win.sync-now", "win.keys-changed" (the key bar reads pamong_page_keys again). */
