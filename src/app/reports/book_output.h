/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/session.h"
#include "print/book.h"
#include <gtk/gtk.h>

/* A book leaves the screen: onto paper, as PDF, as a workbook. Where numbers of people are in it, a reason is asked first and logged. */

/** PamongOutputKind: what becomes of it. */
typedef enum { PAMONG_OUTPUT_PRINT, PAMONG_OUTPUT_PDF, PAMONG_OUTPUT_XLSX } PamongOutputKind;
/** PamongOutputSayFunc: what became of it. @failed: TRUE for an error. */
typedef void (*PamongOutputSayFunc) (GtkWidget *page, const char *words, gboolean failed);
/** pamong_book_output_run: asks where and why, then writes or prints. @say: called on @page as long as it lives. */
void pamong_book_output_run (GtkWidget *page, PamongSession *session, PamongFilled *filled, PamongOutputKind kind, PamongOutputSayFunc say);
/** pamong_book_output_save: the same without questions. @reason: (nullable). */
void pamong_book_output_save (GtkWidget *page, PamongSession *session, PamongFilled *filled, const char *path, const char *reason, PamongOutputSayFunc say);
/** pamong_book_output_operation: takes @print. Returns: (transfer full): prints its pages on F4 landscape. */
GtkPrintOperation *pamong_book_output_operation (PamongBookPrint *print);
