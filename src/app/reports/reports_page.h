/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/page.h"
#include "print/book.h"

/* Laporan & buku: the books, lists and figures of the office; in view, behind each figure its names, on paper, as PDF and as a workbook. */
#define PAMONG_TYPE_REPORTS_PAGE (pamong_reports_page_get_type ())
G_DECLARE_FINAL_TYPE (PamongReportsPage, pamong_reports_page, PAMONG, REPORTS_PAGE, GtkWidget)
GtkWidget *pamong_reports_page_new (PamongSession *session);
/** pamong_reports_page_shown_book: what is in view. Returns: (transfer none) (nullable): NULL while it is read. */
PamongFilled *pamong_reports_page_shown_book (PamongReportsPage *page);
/** pamong_reports_page_save: what is in view into @path, a .pdf or .xlsx; numbers of people are in it, @reason says why (nullable where there are none). */
void pamong_reports_page_save (PamongReportsPage *page, const char *path, const char *reason);
