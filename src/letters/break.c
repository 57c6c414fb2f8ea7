/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "letters/layout.h"

/* Which strips stand on which page. A signature never stands alone: two strips of what is signed go with it. */

#define RUNNING_HEAD (9 * PAMONG_MM)

static double
room (PamongLayout *layout, const PamongPart *part, gboolean first)
{
  double feet = part->feet->len * layout->size * 0.82;

  return pamong_layout_paper_height (layout, part) - (layout->sheet.top + layout->sheet.bottom) * PAMONG_MM - feet - (first ? 0 : RUNNING_HEAD);
}

static guint
group_end (const PamongPart *part, guint first)
{
  while (first + 1 < part->strips->len && ((PamongStrip *) part->strips->pdata[first])->glued)
    first++;
  return first + 1;
}

static double
group_height (const PamongPart *part, guint first, guint end, gboolean on_top)
{
  double height = 0;

  for (guint i = first; i < end; i++)
    {
      const PamongStrip *strip = part->strips->pdata[i];

      height += strip->height + (on_top && i == first ? (strip->head != NULL ? strip->head->height : 0) : strip->before);
    }
  return height;
}

static void
end_page (PamongLayout *layout, PamongPart *part, guint *first, guint end)
{
  PamongPage page = { part, *first, end - *first, 0, 0 };

  g_array_append_val (layout->pages, page);
  *first = end;
}

static void
break_part (PamongLayout *layout, PamongPart *part)
{
  guint first = 0, begun = layout->pages->len;
  double used = 0;

  for (guint i = 0; i < part->strips->len;)
    {
      guint end = group_end (part, i);
      double height = group_height (part, i, end, i == first), whole = room (layout, part, layout->pages->len == begun);

      if (used + height > whole + 0.01 && i > first)
        {
          end_page (layout, part, &first, i);
          used = 0;
          continue;
        }
      if (used + height > whole + 0.01 && end > i + 1) /* a group that no page holds is parted where it must be */
        {
          ((PamongStrip *) part->strips->pdata[i])->glued = FALSE;
          continue;
        }
      used += height;
      i = end;
    }
  if (first < part->strips->len || layout->pages->len == begun)
    end_page (layout, part, &first, part->strips->len);
  for (guint i = begun; i < layout->pages->len; i++)
    {
      g_array_index (layout->pages, PamongPage, i).number = i - begun + 1;
      g_array_index (layout->pages, PamongPage, i).of = layout->pages->len - begun;
    }
}

void
pamong_layout_break (PamongLayout *layout)
{
  for (guint i = 0; i < layout->parts->len; i++)
    break_part (layout, layout->parts->pdata[i]);
}
