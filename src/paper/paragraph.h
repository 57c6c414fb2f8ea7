/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "paper/text.h"

/* Running words in several weights, broken into lines once; each line can stand on another page. */

/** PamongSpan: @text: may begin or end within a word. */
typedef struct { const char *text; PamongFont font; gboolean underlined; } PamongSpan;

typedef struct _PamongParagraph PamongParagraph;
/** pamong_paragraph_new: no word is lost: one wider than @width goes on below. Line feeds begin a new line. @text outlives it. Returns: (transfer full). */
PamongParagraph *pamong_paragraph_new (PamongText *text, const PamongSpan *spans, guint n_spans, double width, PamongTextAlign align);
void pamong_paragraph_free (PamongParagraph *paragraph);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongParagraph, pamong_paragraph_free)
guint pamong_paragraph_n_lines (const PamongParagraph *paragraph);
double pamong_paragraph_line_height (const PamongParagraph *paragraph);
/** pamong_paragraph_widest: Returns: the width of its longest line. */
double pamong_paragraph_widest (const PamongParagraph *paragraph);
/** pamong_paragraph_draw_line: @x, @y: the upper left corner of the line. */
void pamong_paragraph_draw_line (const PamongParagraph *paragraph, cairo_t *cr, guint line, double x, double y);
