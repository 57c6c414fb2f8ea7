/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <cairo.h>
#include <glib.h>

/* Words on paper, in typefaces of the metrics of Arial, Times and Courier. Each word is shaped once and kept: an office writes few different words, many times over. */

typedef enum { PAMONG_FONT_SANS, PAMONG_FONT_SERIF, PAMONG_FONT_MONO } PamongFontFamily;
/** PamongFont: @size: in points. */
typedef struct { double size; gboolean bold; PamongFontFamily family; } PamongFont;
/** PamongTextAlign: within the width given. JUSTIFY is for paragraphs. */
typedef enum { PAMONG_TEXT_START, PAMONG_TEXT_CENTER, PAMONG_TEXT_END, PAMONG_TEXT_JUSTIFY } PamongTextAlign;

/** PamongText: keeps every word it has shaped: one for a run of letters or a book, a new one where somebody types for hours. Of one thread. */
typedef struct _PamongText PamongText;
PamongText *pamong_text_new (void);
void pamong_text_free (PamongText *text);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongText, pamong_text_free)
/** pamong_text_line_height: of @font, in points. */
double pamong_text_line_height (PamongText *text, PamongFont font);
/** pamong_text_width: of @string in one line. */
double pamong_text_width (PamongText *text, PamongFont font, const char *string);
/** pamong_text_lines: Returns: how many lines @string takes in @width, broken between words, and within a word that is wider than a line; 0 when empty. */
guint pamong_text_lines (PamongText *text, PamongFont font, const char *string, double width);
/** pamong_text_draw: @x, @y: the upper left corner. Returns: lines drawn, as pamong_text_lines() tells. */
guint pamong_text_draw (PamongText *text, cairo_t *cr, PamongFont font, const char *string, double x, double y, double width, PamongTextAlign align);
/** pamong_text_begin_page: before the first words on a page of @cr. */
void pamong_text_begin_page (PamongText *text);
