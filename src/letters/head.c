/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "letters/layout.h"

#include "paper/image.h"

/* The letterhead: logo at the left, lines in the middle, a heavy and a thin rule. */

#define LOGO (21 * PAMONG_MM)
#define LOGO_ROOM (24 * PAMONG_MM)

typedef struct { GPtrArray *lines; cairo_surface_t *logo; } Head;

static void
head_free (gpointer data)
{
  g_ptr_array_unref (((Head *) data)->lines);
  g_free (data);
}

static void
draw_logo (cairo_t *cr, cairo_surface_t *logo, double x, double y)
{
  double w = cairo_image_surface_get_width (logo), h = cairo_image_surface_get_height (logo), scale = LOGO / MAX (MAX (w, h), 1);

  cairo_save (cr);
  cairo_translate (cr, x + (LOGO - w * scale) / 2, y + (LOGO - h * scale) / 2);
  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, logo, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
}

static void
draw_head (PamongLayout *layout, cairo_t *cr, const PamongStrip *strip, double y)
{
  const Head *head = strip->data;
  double at = y;

  for (guint i = 0; i < head->lines->len; i++)
    at += pamong_paragraph_draw (head->lines->pdata[i], cr, strip->x + LOGO_ROOM, at);
  if (head->logo != NULL)
    draw_logo (cr, head->logo, strip->x, y);
  pamong_rule (cr, strip->x, y + strip->height - 4, strip->width, layout->sheet.plain ? 0.8 : 2.2);
  pamong_rule (cr, strip->x, y + strip->height - 1, strip->width, 0.7);
}

static void
add_line (PamongLayout *layout, Head *head, const char *words, double scale, gboolean bold)
{
  double width = pamong_layout_width (layout, layout->part) - 2 * LOGO_ROOM;

  if (*words != '\0')
    g_ptr_array_add (head->lines, pamong_layout_plain (layout, words, pamong_layout_font (layout, scale, bold), width, PAMONG_TEXT_CENTER));
}

void
pamong_layout_head (PamongLayout *layout)
{
  PamongLetterFacts *facts = layout->print->facts;
  Head *head = pamong_layout_own (layout, g_new0 (Head, 1), head_free);
  guint n = pamong_letter_facts_n_rows (facts, "letterhead");
  double height = 0;

  head->lines = g_ptr_array_new ();
  for (guint i = 0; i < n; i++)
    add_line (layout, head, pamong_letter_facts_cell (facts, "letterhead", i, "line"), i + 1 == n ? 1.45 : 1.15, i + 1 == n);
  add_line (layout, head, pamong_letter_facts_get (facts, "letterhead.address"), 0.8, FALSE);
  if (layout->print->logo != NULL && !layout->sheet.plain)
    head->logo = pamong_image_get (layout->text, layout->print->logo);
  for (guint i = 0; i < head->lines->len; i++)
    height += pamong_paragraph_height (head->lines->pdata[i]);
  if (head->logo != NULL)
    height = MAX (height, LOGO);
  pamong_layout_add (layout, 0, pamong_layout_width (layout, layout->part), height + 8, draw_head, head)->glued = TRUE;
  layout->gap = layout->size * 0.9;
}
