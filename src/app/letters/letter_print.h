/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/letters/letter_look.h"
#include <gtk/gtk.h>

/** PamongIssued: a letter as it was issued: its pages, and the kept file they are byte for byte. */
typedef struct {
  PamongRecord *record;
  PamongText *text;
  PamongLetter *pages;
  GBytes *file;      /* (nullable): it was issued on another computer */
  gboolean same;     /* the pages are the kept file */
  const char *paper; /* "F4" */
} PamongIssued;
/** pamong_issued_new: Returns: (transfer full) (nullable). A void one says so over every page. */
PamongIssued *pamong_issued_new (PamongSession *session, const char *uid, GError **error);
void pamong_issued_free (PamongIssued *issued);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongIssued, pamong_issued_free)

/** pamong_issued_operation: (transfer full) takes @issued. Returns: (transfer full): prints its pages, on its own paper. */
GtkPrintOperation *pamong_issued_operation (PamongIssued *issued);
typedef void (*PamongPrintSay) (gpointer object, const char *words, gboolean failed);
/** pamong_letter_print: asks for the printer; the one chosen last is proposed. @say: not called once @object is gone. */
void pamong_letter_print (GtkWidget *object, PamongSession *session, const char *uid, PamongPrintSay say);
/** pamong_letter_show: a window with the page. */
void pamong_letter_show (GtkWidget *object, PamongSession *session, const char *uid, PamongPrintSay say);
