/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/family/card_follow.h"

static const PamongRecord *
find_member (const PamongFamilyCard *card, const char *uid)
{
  for (guint i = 0; i < card->members->len; i++)
    {
      const PamongRecord *member = g_ptr_array_index (card->members, i);

      if (g_strcmp0 (member->uid, uid) == 0)
        return member;
    }
  return NULL;
}

static void
follow (PamongRecord *typed, const PamongRecord *base, const PamongRecord *fresh)
{
  for (int i = 0; i < (int) typed->n_values; i++)
    if (!pamong_record_differs (typed, base, i))
      pamong_record_set_value (typed, i, &fresh->values[i]);
}

void
pamong_card_follow (PamongFamilyCard *typed, const PamongFamilyCard *base, const PamongFamilyCard *fresh)
{
  follow (typed->family, base->family, fresh->family);
  for (guint i = 0; i < typed->members->len; i++)
    {
      PamongRecord *member = g_ptr_array_index (typed->members, i);
      const PamongRecord *before = find_member (base, member->uid), *now = find_member (fresh, member->uid);

      if (before != NULL && now != NULL)
        follow (member, before, now);
    }
}
