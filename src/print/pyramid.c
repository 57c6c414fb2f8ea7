/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/pyramid.h"

#include <glib/gi18n-lib.h>

#define GROUPS 16
#define MIDDLE 44

static const PamongFont WORDS = { 7, FALSE }, TITLE = { 9, TRUE };

static gint64
largest (const PamongAges ages)
{
  gint64 most = 1;

  for (guint sex = 0; sex < 2; sex++)
    for (guint g = 0; g < GROUPS; g++)
      most = MAX (most, ages[sex][g]);
  return most;
}

static void
bar (PamongText *text, cairo_t *cr, guint sex, gint64 count, double length, double middle, double y, double height)
{
  char figure[24];
  double edge = MIDDLE / 2.0, room = 40;

  if (sex == 0)
    cairo_set_source_rgb (cr, 0.25, 0.25, 0.25);
  else
    cairo_set_source_rgb (cr, 0.62, 0.62, 0.62);
  cairo_rectangle (cr, sex == 0 ? middle - edge - length : middle + edge, y + 0.8, length, height - 1.6);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  g_snprintf (figure, sizeof figure, "%" G_GINT64_FORMAT, count);
  pamong_text_draw (text, cr, WORDS, figure, sex == 0 ? middle - edge - length - room - 3 : middle + edge + length + 3, y + (height - 8.1) / 2, room, sex == 0 ? PAMONG_TEXT_END : PAMONG_TEXT_START);
}

void
pamong_pyramid_draw (PamongText *text, cairo_t *cr, const PamongAges ages, double x, double y, double width, double height)
{
  double line = pamong_text_line_height (text, TITLE), middle = x + width / 2, rows = height - 2 * line - 4, step = rows / GROUPS, longest = width / 2 - MIDDLE / 2.0 - 46;
  gint64 most = largest (ages);

  pamong_text_draw (text, cr, TITLE, _("Population pyramid"), x, y, width, PAMONG_TEXT_CENTER);
  pamong_text_draw (text, cr, WORDS, _("Men"), x, y + line, width / 2 - MIDDLE / 2.0, PAMONG_TEXT_END);
  pamong_text_draw (text, cr, WORDS, _("Women"), middle + MIDDLE / 2.0, y + line, width / 2, PAMONG_TEXT_START);
  for (guint g = 0; g < GROUPS; g++)
    {
      double top = y + 2 * line + 4 + (GROUPS - 1 - g) * step;
      g_autofree char *years = g + 1 < GROUPS ? g_strdup_printf ("%u–%u", g * 5, g * 5 + 4) : g_strdup_printf ("%u+", g * 5);

      pamong_text_draw (text, cr, WORDS, years, middle - MIDDLE / 2.0, top + (step - 8.1) / 2, MIDDLE, PAMONG_TEXT_CENTER);
      for (guint sex = 0; sex < 2; sex++)
        bar (text, cr, sex, ages[sex][g], longest * (double) ages[sex][g] / (double) most, middle, top, step);
    }
}
