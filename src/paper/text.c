/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/text_private.h"

#include <string.h>

#define LEADING 1.16

static void
word_free (gpointer data)
{
  PamongWord *word = data;

  for (guint i = 0; i < word->runs->len; i++)
    {
      PamongGlyphs *run = &g_array_index (word->runs, PamongGlyphs, i);

      cairo_scaled_font_destroy (run->font);
      g_free (run->glyphs);
      g_free (run->clusters);
    }
  g_array_unref (word->runs);
  g_free (word->utf8);
  g_free (word);
}

static void
face_free (gpointer data)
{
  PamongFace *face = data;

  g_hash_table_unref (face->words);
  g_object_unref (face->context);
  g_free (face);
}

/* Paper has no pixels: letters stand where their outlines say. */
static PangoContext *
make_context (PangoFontMap *map, PamongFont font)
{
  PangoContext *context = pango_font_map_create_context (map);
  cairo_font_options_t *options = cairo_font_options_create ();
  static const char *const families[] = { "Liberation Sans,Arial,sans-serif", "Liberation Serif,Times New Roman,serif", "Liberation Mono,Courier New,monospace" };
  PangoFontDescription *description = pango_font_description_from_string (families[font.family]);

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_font_description_set_absolute_size (description, font.size * PANGO_SCALE);
  pango_font_description_set_weight (description, font.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_context_set_font_description (context, description);
  pango_context_set_base_dir (context, PANGO_DIRECTION_LTR);
  pango_font_description_free (description);
  cairo_font_options_destroy (options);
  return context;
}

static int
first_byte (const PangoGlyphString *glyphs, int cluster_end, int length)
{
  return cluster_end < glyphs->num_glyphs ? glyphs->log_clusters[cluster_end] : length;
}

/* Which letters belong to which glyphs, so that words can be copied out of a PDF. A run from right to left is taken whole. */
static void
make_clusters (PamongGlyphs *run, const PangoGlyphString *glyphs, gboolean backwards)
{
  run->clusters = g_new0 (cairo_text_cluster_t, glyphs->num_glyphs + 1);
  if (backwards)
    {
      run->clusters[run->n_clusters++] = (cairo_text_cluster_t) { run->n_bytes, run->n_glyphs };
      return;
    }
  for (int i = 0; i < glyphs->num_glyphs;)
    {
      int end = i + 1, drawn = glyphs->glyphs[i].glyph != PANGO_GLYPH_EMPTY;

      while (end < glyphs->num_glyphs && glyphs->log_clusters[end] == glyphs->log_clusters[i])
        drawn += glyphs->glyphs[end++].glyph != PANGO_GLYPH_EMPTY;
      run->clusters[run->n_clusters++] = (cairo_text_cluster_t) { first_byte (glyphs, end, run->n_bytes) - glyphs->log_clusters[i], drawn };
      i = end;
    }
}

static void
add_run (PamongWord *word, const PangoItem *item, const PangoGlyphString *glyphs)
{
  PamongGlyphs run = { .utf8 = word->utf8 + item->offset, .n_bytes = item->length };

  run.font = cairo_scaled_font_reference (pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (item->analysis.font)));
  run.glyphs = g_new0 (cairo_glyph_t, glyphs->num_glyphs + 1);
  for (int i = 0; i < glyphs->num_glyphs; i++)
    {
      const PangoGlyphInfo *info = &glyphs->glyphs[i];

      if (info->glyph != PANGO_GLYPH_EMPTY)
        run.glyphs[run.n_glyphs++] = (cairo_glyph_t) { info->glyph & PANGO_GLYPH_UNKNOWN_FLAG ? 0 : info->glyph, word->width + (double) info->geometry.x_offset / PANGO_SCALE,
                                                       (double) info->geometry.y_offset / PANGO_SCALE };
      word->width += (double) info->geometry.width / PANGO_SCALE;
    }
  word->backwards |= item->analysis.level % 2 == 1;
  make_clusters (&run, glyphs, item->analysis.level % 2 == 1);
  g_array_append_val (word->runs, run);
}

static PamongWord *
shape (PamongFace *face, const char *utf8, gsize length)
{
  PamongWord *word = g_new0 (PamongWord, 1);
  PangoGlyphString *glyphs = pango_glyph_string_new ();
  GList *items, *as_written;

  word->utf8 = g_strndup (utf8, length);
  word->runs = g_array_new (FALSE, FALSE, sizeof (PamongGlyphs));
  as_written = pango_itemize (face->context, word->utf8, 0, (int) length, NULL, NULL);
  items = pango_reorder_items (as_written); /* another list of the same items */
  for (GList *i = items; i != NULL; i = i->next)
    {
      PangoItem *item = i->data;

      pango_shape_full (word->utf8 + item->offset, item->length, word->utf8, (int) length, &item->analysis, glyphs);
      if (item->analysis.font != NULL)
        add_run (word, item, glyphs);
    }
  g_list_free (as_written);
  g_list_free_full (items, (GDestroyNotify) pango_item_free);
  pango_glyph_string_free (glyphs);
  g_hash_table_insert (face->words, word->utf8, word);
  return word;
}

PamongWord *
pamong_face_word (PamongFace *face, const char *utf8, gsize length)
{
  char small[64];
  g_autofree char *large = NULL;
  char *key = small;
  PamongWord *word;

  if (length >= sizeof small)
    key = large = g_malloc (length + 1);
  memcpy (key, utf8, length);
  key[length] = '\0';
  word = g_hash_table_lookup (face->words, key);
  return word != NULL ? word : shape (face, utf8, length);
}

static PamongFace *
make_face (PamongText *text, PamongFont font)
{
  PamongFace *face = g_new0 (PamongFace, 1);
  PangoFontMetrics *metrics;

  face->font = font;
  face->context = make_context (text->map, font);
  face->words = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, word_free);
  metrics = pango_context_get_metrics (face->context, NULL, NULL);
  face->line = font.size * LEADING;
  face->base = (face->line + (double) (pango_font_metrics_get_ascent (metrics) - pango_font_metrics_get_descent (metrics)) / PANGO_SCALE) / 2;
  pango_font_metrics_unref (metrics);
  face->space = pamong_face_word (face, " ", 1)->width;
  g_ptr_array_add (text->faces, face);
  return face;
}

PamongFace *
pamong_text_face (PamongText *text, PamongFont font)
{
  for (guint i = 0; i < text->faces->len; i++)
    {
      PamongFace *face = g_ptr_array_index (text->faces, i);

      if (face->font.bold == font.bold && face->font.family == font.family && ABS (face->font.size - font.size) < 0.001)
        return face;
    }
  return make_face (text, font);
}

PamongText *
pamong_text_new (void)
{
  PamongText *text = g_new0 (PamongText, 1);

  text->map = pango_cairo_font_map_new ();
  text->faces = g_ptr_array_new_with_free_func (face_free);
  text->pieces = g_array_new (FALSE, FALSE, sizeof (PamongPiece));
  return text;
}

void
pamong_text_free (PamongText *text)
{
  g_ptr_array_unref (text->faces);
  g_array_unref (text->pieces);
  g_object_unref (text->map);
  g_clear_pointer (&text->image_of, g_bytes_unref);
  g_clear_pointer (&text->image, cairo_surface_destroy);
  g_free (text);
}

double
pamong_text_line_height (PamongText *text, PamongFont font)
{
  return pamong_text_face (text, font)->line;
}

static void
put_piece (PamongText *text, PamongWord *word, guint line, double x)
{
  PamongPiece piece = { word, line, x };

  g_array_append_val (text->pieces, piece);
}

/* As many letters as fit into @width, one at least. */
gsize
pamong_face_fitting (PamongFace *face, const char *word, gsize length, double width)
{
  gsize fits = 0;
  double used = 0;

  while (fits < length)
    {
      gsize letter = (gsize) (g_utf8_next_char (word + fits) - (word + fits));

      letter = MIN (letter, length - fits);
      used += pamong_face_word (face, word + fits, letter)->width;
      if (used > width && fits > 0)
        break;
      fits += letter;
    }
  return fits;
}

/* Words may be parted after a hyphen or a stroke, as a hand would; a day or a number is not. */
gsize
pamong_word_breakable (const char *word, gsize length)
{
  for (gsize i = 1; i + 1 < length; i++)
    if ((word[i] == '-' || word[i] == '/') && g_ascii_isalpha (word[i - 1]) && g_ascii_isalpha (word[i + 1]))
      return i + 1;
  return length;
}

typedef struct {
  PamongFace *face;
  double width, x;
  guint line;
} Pen;

static void
put_word (PamongText *text, Pen *pen, const char *word, gsize length, gboolean spaced)
{
  PamongWord *whole = pamong_face_word (pen->face, word, length);
  double gap = spaced && pen->x > 0 ? pen->face->space : 0;
  gsize part;

  if (pen->x + gap + whole->width <= pen->width + 0.01)
    {
      put_piece (text, whole, pen->line, pen->x + gap);
      pen->x += gap + whole->width;
      return;
    }
  part = pamong_word_breakable (word, length);
  if (part < length)
    {
      put_word (text, pen, word, part, spaced);
      put_word (text, pen, word + part, length - part, FALSE);
      return;
    }
  if (pen->x > 0)
    {
      pen->line++;
      pen->x = 0;
      put_word (text, pen, word, length, FALSE);
      return;
    }
  part = pamong_face_fitting (pen->face, word, length, pen->width);
  whole = pamong_face_word (pen->face, word, part);
  put_piece (text, whole, pen->line, 0);
  pen->x = whole->width;
  if (part < length)
    put_word (text, pen, word + part, length - part, FALSE);
}

static guint
break_lines (PamongText *text, PamongFace *face, const char *string, double width)
{
  Pen pen = { face, width, 0, 0 };

  g_array_set_size (text->pieces, 0);
  while (*string != '\0')
    {
      gsize length = strcspn (string, " \n");

      if (length > 0)
        put_word (text, &pen, string, length, TRUE);
      string += length;
      if (*string == '\n')
        {
          pen.line++;
          pen.x = 0;
        }
      string += *string != '\0';
    }
  return text->pieces->len > 0 ? pen.line + 1 : 0;
}

double
pamong_text_width (PamongText *text, PamongFont font, const char *string)
{
  const PamongPiece *last;

  break_lines (text, pamong_text_face (text, font), string, G_MAXDOUBLE);
  if (text->pieces->len == 0)
    return 0;
  last = &g_array_index (text->pieces, PamongPiece, text->pieces->len - 1);
  return last->x + last->word->width;
}

guint
pamong_text_lines (PamongText *text, PamongFont font, const char *string, double width)
{
  return *string != '\0' ? break_lines (text, pamong_text_face (text, font), string, width) : 0;
}

static double
line_width (PamongText *text, guint first)
{
  const PamongPiece *piece = &g_array_index (text->pieces, PamongPiece, first);
  double end = 0;

  for (guint i = first; i < text->pieces->len && g_array_index (text->pieces, PamongPiece, i).line == piece->line; i++)
    end = g_array_index (text->pieces, PamongPiece, i).x + g_array_index (text->pieces, PamongPiece, i).word->width;
  return end;
}

void
pamong_text_draw_word (PamongText *text, cairo_t *cr, const PamongWord *word, double x, double y)
{
  for (guint i = 0; i < word->runs->len; i++)
    {
      const PamongGlyphs *run = &g_array_index (word->runs, PamongGlyphs, i);
      cairo_glyph_t near[48];
      g_autofree cairo_glyph_t *far = run->n_glyphs > (int) G_N_ELEMENTS (near) ? g_new (cairo_glyph_t, run->n_glyphs) : NULL;
      cairo_glyph_t *glyphs = far != NULL ? far : near;

      for (int g = 0; g < run->n_glyphs; g++)
        glyphs[g] = (cairo_glyph_t) { run->glyphs[g].index, x + run->glyphs[g].x, y + run->glyphs[g].y };
      if (text->in_use != run->font)
        cairo_set_scaled_font (cr, text->in_use = run->font);
      cairo_show_text_glyphs (cr, run->utf8, run->n_bytes, glyphs, run->n_glyphs, run->clusters, run->n_clusters, run->flags);
    }
}

guint
pamong_text_draw (PamongText *text, cairo_t *cr, PamongFont font, const char *string, double x, double y, double width, PamongTextAlign align)
{
  PamongFace *face = pamong_text_face (text, font);
  guint lines = *string != '\0' ? break_lines (text, face, string, width) : 0;
  double shift = 0;

  for (guint i = 0; i < text->pieces->len && lines > 0; i++)
    {
      const PamongPiece *piece = &g_array_index (text->pieces, PamongPiece, i);

      if (align != PAMONG_TEXT_START && (i == 0 || piece->line != g_array_index (text->pieces, PamongPiece, i - 1).line))
        shift = (width - line_width (text, i)) / (align == PAMONG_TEXT_CENTER ? 2 : 1);
      pamong_text_draw_word (text, cr, piece->word, x + shift + piece->x, y + face->base + piece->line * face->line);
    }
  return lines;
}

void
pamong_text_begin_page (PamongText *text)
{
  text->in_use = NULL;
}
