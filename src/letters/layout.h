/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "letters/body.h"

/* From the tree of a body to strips of paper, and from strips to pages. */

#define PAMONG_MM (72.0 / 25.4)

typedef struct _PamongLayout PamongLayout;
typedef struct _PamongStrip PamongStrip;
/** PamongStripDraw: draws a strip whose upper edge is at @y. */
typedef void (*PamongStripDraw) (PamongLayout *layout, cairo_t *cr, const PamongStrip *strip, double y);

/**
 * PamongStrip: what is never parted.
 * @before: room above it, unless it is the first on its page
 * @glued: it stands on the page of the next
 * @head: (nullable): drawn above it when it is the first on its page: the head of a table
 * @data, @index: what @draw speaks of; the layout keeps it
 */
struct _PamongStrip {
  double x, width, before, height;
  gboolean glued;
  PamongStripDraw draw;
  gpointer data;
  guint index;
  const PamongStrip *head;
};

/** PamongPart: what [halaman] begins: pages of their own, with their own numbers. */
typedef struct {
  gboolean landscape;
  char *title;
  GPtrArray *strips, *feet; /* PamongStrip; char* */
} PamongPart;

/** PamongPage: strips @first … @first + @n of @part; page @number of @of. */
typedef struct { PamongPart *part; guint first, n, number, of; } PamongPage;

struct _PamongLayout {
  PamongText *text;
  const PamongLetterPrint *print;
  PamongSheet sheet;
  double size;            /* of running words, in points */
  GPtrArray *parts;       /* PamongPart */
  PamongPart *part;       /* the one being filled */
  GPtrArray *owned;       /* what strips speak of: Owned */
  GArray *pages;          /* PamongPage */
  double gap;             /* room asked for before the next strip */
  double label_width, number_width; /* of the rows that stand together */
  guint item;             /* the last #. */
  gboolean code_drawn, officer_signed;
};

/** pamong_layout_fill: strips for @nodes. */
void pamong_layout_fill (PamongLayout *layout, GPtrArray *nodes, const PamongScope *scope);
/** pamong_layout_break: pages for all strips. */
void pamong_layout_break (PamongLayout *layout);
/** pamong_layout_room: of the current part: between the margins. */
double pamong_layout_width (const PamongLayout *layout, const PamongPart *part);
double pamong_layout_paper_width (const PamongLayout *layout, const PamongPart *part);
double pamong_layout_paper_height (const PamongLayout *layout, const PamongPart *part);

/** pamong_layout_add: Returns: (transfer none): a strip with the gap that was asked for. */
PamongStrip *pamong_layout_add (PamongLayout *layout, double x, double width, double height, PamongStripDraw draw, gpointer data);
/** pamong_layout_own: @data lives as long as the layout. Returns: @data. */
gpointer pamong_layout_own (PamongLayout *layout, gpointer data, GDestroyNotify free_func);
void pamong_layout_owned_free (gpointer owned);
PamongFont pamong_layout_font (const PamongLayout *layout, double scale, gboolean bold);
/** pamong_layout_words: a phrase broken into lines. Returns: (transfer none). */
PamongParagraph *pamong_layout_words (PamongLayout *layout, const PamongPhrase *phrase, const PamongScope *scope, PamongFont font, PamongGap gap, double width, PamongTextAlign align);
/** pamong_layout_plain: the same of words as they are. Returns: (transfer none). */
PamongParagraph *pamong_layout_plain (PamongLayout *layout, const char *words, PamongFont font, double width, PamongTextAlign align);
double pamong_paragraph_height (const PamongParagraph *paragraph);
/** pamong_paragraph_draw: all its lines. Returns: their height. */
double pamong_paragraph_draw (const PamongParagraph *paragraph, cairo_t *cr, double x, double y);
void pamong_rule (cairo_t *cr, double x, double y, double width, double line);

/* Each in a file of its own: strips of one kind of node. */
void pamong_layout_rows (PamongLayout *layout, GPtrArray *nodes, guint first, guint n, const PamongScope *scope);
void pamong_layout_table (PamongLayout *layout, const PamongNode *node, const PamongScope *scope);
void pamong_layout_tree (PamongLayout *layout, const PamongNode *node, const PamongScope *scope);
void pamong_layout_sign (PamongLayout *layout, const PamongNode *node, const PamongScope *scope);
void pamong_layout_head (PamongLayout *layout);
/** pamong_layout_code: the QR, where no signature left room for it. */
void pamong_layout_code (PamongLayout *layout);
/** pamong_draw_code: Returns: its width and height; 0 when there is none. */
double pamong_draw_code (PamongLayout *layout, cairo_t *cr, double x, double y, double width);
double pamong_code_height (PamongLayout *layout);
