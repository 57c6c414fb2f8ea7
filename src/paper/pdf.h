/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <cairo.h>
#include <glib.h>

/**
 * PamongPaper: pages that can be drawn.
 * @size: of one page, in points; @draw: onto a context whose unit is a point and whose origin is the corner of the paper
 * @keywords: (nullable): plain text that other programs find without reading a page
 * @title: (nullable), @created: (nullable): a day or a moment, ISO 8601: what the file says of itself. The same pages of the same moment are the same bytes.
 */
typedef struct {
  guint n_pages;
  void (*size) (gpointer data, guint page, double *width, double *height);
  void (*draw) (gpointer data, guint page, cairo_t *cr);
  gpointer data;
  const char *title, *created, *keywords;
} PamongPaper;

/** pamong_paper_pdf: Returns: (transfer full): the pages as a PDF. */
GBytes *pamong_paper_pdf (const PamongPaper *paper, GError **error);
/** pamong_paper_pdf_file: FULL when the disk is full, INVALID when nothing can be written there. The file appears whole or not at all. */
gboolean pamong_paper_pdf_file (const PamongPaper *paper, const char *path, GError **error);
