/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "office/act.h"

#include <glib/gi18n-lib.h>

/* Plans the card: area, family, members, then their opening events. */
static gboolean
plan_card (PamongAct *act, PamongFamilyCard *card, const PamongPapers *papers, GError **error)
{
  PamongRecord *family, *event;

  if (card->members->len == 0)
    return pamong_office_invalid (error, _("There is nobody on this card yet. Fill in at least the head of the family."));
  if (!pamong_act_adopt (act, card->family, error) || !pamong_act_put_area (act, card->family, error))
    return FALSE;
  family = pamong_act_put (act, card->family);
  for (guint i = 0; i < card->members->len; i++)
    {
      PamongRecord *member = g_ptr_array_index (card->members, i);

      if (!pamong_act_adopt (act, member, error))
        return FALSE;
      pamong_record_set_text (member, PAMONG_RESIDENT_FAMILY_UID, family->uid);
      pamong_act_put (act, member);
    }
  event = pamong_act_put_event (act, PAMONG_EVENT_FAMILY_OPENING, NULL, family->uid);
  if (!pamong_act_put_papers (act, event, family, papers, error))
    return FALSE;
  pamong_record_set_value (card->family, PAMONG_FAMILY_KK_NUMBER, &family->values[PAMONG_FAMILY_KK_NUMBER]);
  for (guint i = 0; i < card->members->len; i++)
    pamong_act_put_event (act, PAMONG_EVENT_OPENING, ((PamongRecord *) g_ptr_array_index (card->members, i))->uid, NULL);
  return TRUE;
}

gboolean
pamong_office_register_family_filed (PamongOffice *office, PamongFamilyCard *card, const PamongPapers *papers, GPtrArray **findings, GError **error)
{
  g_autoptr (PamongAct) act = pamong_act_new (office, "family.register", NULL, findings, error);

  if (act == NULL || !plan_card (act, card, papers, error))
    return FALSE;
  pamong_rules_check_family (card, TRUE, &act->facts, act->findings);
  return pamong_act_finish (act, error);
}

gboolean
pamong_office_register_family (PamongOffice *office, PamongFamilyCard *card, GPtrArray **findings, GError **error)
{
  return pamong_office_register_family_filed (office, card, NULL, findings, error);
}

gboolean
pamong_office_register_families (PamongOffice *office, GPtrArray *cards, gboolean check, GPtrArray **findings, GError **error)
{
  g_autoptr (PamongAct) act = pamong_act_new (office, "family.register", NULL, findings, error);

  if (act == NULL)
    return FALSE;
  for (guint i = 0; i < cards->len; i++)
    {
      if (!plan_card (act, g_ptr_array_index (cards, i), NULL, error))
        return FALSE;
    }
  for (guint i = 0; check && i < cards->len; i++)
    pamong_rules_check_family (g_ptr_array_index (cards, i), TRUE, &act->facts, act->findings);
  return pamong_act_finish (act, error);
}
