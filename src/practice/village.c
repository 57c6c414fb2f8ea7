/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One village of synthetic people, by the same acts with which an operator registers families. */
#include "practice/practice.h"

/* A card of six makes 14 changes; this many cards stay under the 500 an act may have. */
#define CARDS_A_SLICE 35

static GPtrArray *
make_slice (PamongPractice *practice, guint residents, PamongPracticeFigures *figures)
{
  GPtrArray *slice = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_family_card_free);

  while (figures->residents < residents && slice->len < CARDS_A_SLICE)
    {
      PamongFamilyCard *card = pamong_practice_next (practice, residents - figures->residents);

      figures->residents += card->members->len;
      g_ptr_array_add (slice, card);
    }
  return slice;
}

gboolean
pamong_practice_fill_village (PamongOffice *office, const PamongPracticeOrder *order, PamongPracticeFigures *figures, GPtrArray **findings, GError **error)
{
  g_autoptr (PamongPractice) practice = pamong_practice_new (order->seed, pamong_store_area (pamong_office_store (office)));

  *figures = (PamongPracticeFigures) { 1, 0, 0 };
  if (order->dirt)
    pamong_practice_set_dirt (practice, order->seed);
  while (figures->residents < order->residents)
    {
      g_autoptr (GPtrArray) slice = make_slice (practice, order->residents, figures);

      g_clear_pointer (findings, g_ptr_array_unref);
      if (!pamong_office_register_families (office, slice, FALSE, findings, error))
        return FALSE;
      figures->families += slice->len;
      if (order->progress != NULL)
        order->progress (figures->residents, order->residents, order->progress_data);
    }
  return TRUE;
}
