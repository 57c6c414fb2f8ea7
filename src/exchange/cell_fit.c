/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/cell_fit.h"

#include <string.h>

/* Widths of Arial in thousandths of its size: narrow letters, wide ones, small ones and figures, capitals; other programs take a font that is a little wider. */
#define SPARE 1.06

static guint
letter_width (gunichar c)
{
  if (c < 128 && strchr ("ijl.,:;'|!()/-I ", (int) c) != NULL)
    return 310;
  if (c < 128 && strchr ("MWmw%@", (int) c) != NULL)
    return 860;
  return g_unichar_isdigit (c) || g_unichar_islower (c) ? 556 : 700;
}

/* @n: (out): bytes up to the next space, where a line may end; behind "/" and "-" too. */
static guint
word_width (const char *word, gsize *n)
{
  guint width = 0;
  const char *c = word;

  while (*c != '\0' && *c != ' ')
    {
      gunichar letter = g_utf8_get_char (c);

      width += letter_width (letter);
      c = g_utf8_next_char (c);
      if (letter == '-')
        break;
    }
  *n = (gsize) (c - word);
  return width;
}

guint
pamong_cell_lines (const char *text, double size, double width, gboolean bold)
{
  guint room = (guint) (1000 * width / (size * SPARE * (bold ? 1.08 : 1))), used = 0, lines = 1;

  g_return_val_if_fail (room > 0, 1);
  while (*text != '\0')
    {
      gsize n;
      guint word = word_width (text, &n), gap = used > 0 ? letter_width (' ') : 0;

      if (used > 0 && used + gap + word > room)
        {
          lines++;
          used = gap = 0;
        }
      lines += word > room ? (word - 1) / room : 0;
      used = word > room ? word % room : used + gap + word;
      text += n;
      text += strspn (text, " ");
    }
  return lines;
}
