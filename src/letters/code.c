/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "letters/layout.h"

#include <qrencode.h>

/* The code by which anyone can ask the village's archive whether this letter is in it. */

#define SIDE (25 * PAMONG_MM)
#define QUIET 4 /* modules, as the standard has it */

static gboolean
has_code (PamongLayout *layout)
{
  return layout->print->code != NULL && *layout->print->code != '\0' && !layout->sheet.plain;
}

double
pamong_code_height (PamongLayout *layout)
{
  return has_code (layout) ? SIDE : 0;
}

/* Modules beside each other are one rectangle, so that no printer leaves white between them. */
static void
draw_modules (cairo_t *cr, const QRcode *code, double x, double y)
{
  double module = SIDE / (code->width + 2 * QUIET);

  for (int row = 0; row < code->width; row++)
    for (int column = 0; column < code->width; column++)
      {
        int end = column;

        while (end < code->width && (code->data[row * code->width + end] & 1) != 0)
          end++;
        if (end > column)
          cairo_rectangle (cr, x + (column + QUIET) * module, y + (row + QUIET) * module, (end - column) * module, module * 1.01);
        column = MAX (column, end);
      }
  cairo_fill (cr);
}

double
pamong_draw_code (PamongLayout *layout, cairo_t *cr, double x, double y, double width)
{
  QRcode *code = QRcode_encodeString (layout->print->code, 0, QR_ECLEVEL_M, QR_MODE_8, 1);
  const char *words = layout->print->code_words != NULL ? layout->print->code_words : "Cocokkan dengan arsip desa di kantor kecamatan. Tanda tangan dan stempel tetap yang menentukan.";

  if (code == NULL) /* more than a code holds */
    return 0;
  draw_modules (cr, code, x, y);
  QRcode_free (code);
  pamong_text_draw (layout->text, cr, (PamongFont) { 7, FALSE, layout->sheet.family }, words, x + SIDE + 2, y + SIDE * 0.3, MAX (width - SIDE - 8, 40), PAMONG_TEXT_START);
  return SIDE;
}

static void
draw_strip (PamongLayout *layout, cairo_t *cr, const PamongStrip *strip, double y)
{
  pamong_draw_code (layout, cr, strip->x, y, strip->width * 0.6);
}

void
pamong_layout_code (PamongLayout *layout)
{
  GPtrArray *strips = layout->part->strips;

  if (!has_code (layout) || layout->code_drawn)
    return;
  if (strips->len > 0)
    ((PamongStrip *) strips->pdata[strips->len - 1])->glued = TRUE;
  layout->gap = 4;
  pamong_layout_add (layout, 0, pamong_layout_width (layout, layout->part), SIDE, draw_strip, NULL);
  layout->code_drawn = TRUE;
}
