/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "exchange/sheet_private.h"

/* A workbook of Office Open XML (ECMA-376): a zip of XML parts. */
typedef struct {
  PamongBook book;
  GString *strings; /* shared texts one after the other, each with its end */
  GArray *offsets;  /* guint: where each begins */
  GArray *dates;    /* gboolean: by style, whether it shows a date */
  gboolean from_1904;
} PamongXlsx;

/** pamong_xlsx_read_styles, pamong_xlsx_read_strings: parts that a workbook may lack. */
gboolean pamong_xlsx_read_styles (PamongXlsx *xlsx, GError **error);
gboolean pamong_xlsx_read_strings (PamongXlsx *xlsx, GError **error);
gboolean pamong_xlsx_read_sheet (PamongBook *book, PamongSheet *sheet, guint index, PamongSheetRowFunc func, gpointer data, GError **error);
/** pamong_xlsx_is_date: whether number format @code ("dd/mm/yyyy", "#,##0") shows a day or a year. */
gboolean pamong_xlsx_is_date (const char *code);
