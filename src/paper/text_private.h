/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "paper/text.h"
#include <pango/pangocairo.h>

/* What text.c and paragraph.c share: words shaped once, by typeface. */

/* Glyphs of one typeface within a word; another begins where the first lacks a letter. */
typedef struct {
  cairo_scaled_font_t *font;
  const char *utf8; /* within the word */
  int n_bytes, n_glyphs, n_clusters;
  cairo_glyph_t *glyphs; /* from the beginning of the word, on the base line */
  cairo_text_cluster_t *clusters;
  cairo_text_cluster_flags_t flags;
} PamongGlyphs;

typedef struct {
  char *utf8;
  double width;
  gboolean backwards; /* has letters that go from right to left */
  GArray *runs;
} PamongWord;

/* One size and weight. */
typedef struct {
  PamongFont font;
  PangoContext *context;
  double base, line, space; /* base: from the top of a line to its base line */
  GHashTable *words; /* utf8 -> PamongWord */
} PamongFace;

struct _PamongText {
  PangoFontMap *map;
  GPtrArray *faces;
  GArray *pieces;              /* PamongPiece: of the string being broken */
  cairo_scaled_font_t *in_use; /* what the page has set */
  GBytes *image_of;            /* (nullable): the last image, as it came, */
  cairo_surface_t *image;      /* and as it is drawn */
};

/* A word, or part of one, in its line. */
typedef struct {
  PamongWord *word;
  guint line;
  double x;
} PamongPiece;

PamongFace *pamong_text_face (PamongText *text, PamongFont font);
/** pamong_face_word: Returns: (transfer none): @length bytes of @utf8, shaped; kept as long as the text. */
PamongWord *pamong_face_word (PamongFace *face, const char *utf8, gsize length);
/** pamong_face_fitting: Returns: how many bytes of a word too wide for @width fit, one letter at least. */
gsize pamong_face_fitting (PamongFace *face, const char *word, gsize length, double width);
/** pamong_word_breakable: Returns: the bytes up to where a hand would part the word; @length where it would not. */
gsize pamong_word_breakable (const char *word, gsize length);
/** pamong_text_draw_word: @y: of the base line. */
void pamong_text_draw_word (PamongText *text, cairo_t *cr, const PamongWord *word, double x, double y);
