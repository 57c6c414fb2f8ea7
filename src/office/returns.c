/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "office/returns.h"

#include <glib/gi18n-lib.h>

#include "domain/codes.h"

static const int pair[] = { PAMONG_EVENT_RESIDENT_UID, PAMONG_EVENT_OTHER_UID };

typedef struct {
  PamongAct *act;
  const PamongRecord *event;
} Return;

static gboolean
is_of_pair (const PamongRecord *event, const char *uid)
{
  return g_strcmp0 (pamong_record_text (event, pair[0]), uid) == 0 || g_strcmp0 (pamong_record_text (event, pair[1]), uid) == 0;
}

PamongStatus
pamong_return_status (PamongStore *store, const PamongRecord *event)
{
  g_autoptr (GPtrArray) events = pamong_store_find (store, PAMONG_KIND_EVENT, PAMONG_EVENT_RESIDENT_UID, pamong_record_text (event, PAMONG_EVENT_RESIDENT_UID), NULL);
  const PamongRecord *same = events != NULL ? pamong_members_find (events, event->uid) : NULL;

  if (same != NULL)
    g_ptr_array_remove (events, (gpointer) same);
  return events != NULL ? pamong_events_status (events) : PAMONG_STATUS_VOID;
}

char *
pamong_return_words (PamongStore *store, const PamongRecord *event)
{
  g_autoptr (PamongRecord) resident = pamong_store_get (store, PAMONG_KIND_RESIDENT, pamong_record_text (event, PAMONG_EVENT_RESIDENT_UID), NULL);
  const char *name = resident != NULL ? pamong_record_text (resident, PAMONG_RESIDENT_NAME) : "";

  return g_strdup_printf (pamong_return_status (store, event) == PAMONG_STATUS_VOID ? _("%s stays off the list: another removal or merge says so too.")
                                                                                     : _("%s is on the list again as a record of its own."),
                          name);
}

/* *others: those who are none of the two. */
static guint
count_heads (const PamongFamilyCard *card, const PamongRecord *event, guint *others)
{
  guint heads = 0;

  *others = 0;
  for (guint i = 0; card != NULL && i < card->members->len; i++)
    {
      const PamongRecord *member = g_ptr_array_index (card->members, i);

      if (pamong_record_int (member, PAMONG_RESIDENT_SHDK) != PAMONG_SHDK_HEAD)
        continue;
      heads++;
      *others += is_of_pair (event, member->uid) ? 0 : 1;
    }
  return heads;
}

gboolean
pamong_return_check_heads (PamongAct *act, const PamongRecord *event, const char *family_uid, GError **error)
{
  g_autoptr (PamongFamilyCard) card = pamong_act_card (act, family_uid, error), stored = pamong_store_card (act->office->store, family_uid, NULL);
  guint others, ignored, heads = count_heads (card, event, &others), before = count_heads (stored, event, &ignored);

  if (card == NULL)
    return FALSE;
  if (card->members->len == 0 || heads == 1 || heads == before)
    return TRUE;
  if (heads == 0)
    return pamong_office_invalid (error, _("A family card would be left without a head, because it changed since. Note who leads it first, then try again."));
  return others == 0 || pamong_office_invalid (error, _("Somebody else leads that family card since. Take that change of head back first, then try again."));
}

static PamongHolder *
nik_holder (const char *nik, const char *except_uid, gpointer data)
{
  Return *self = data;
  PamongHolder *holder = self->act->facts.nik_holder (nik, except_uid, self->act->facts.data);

  if (holder != NULL && !is_of_pair (self->event, holder->uid))
    g_clear_pointer (&holder, pamong_holder_free);
  return holder;
}

/* What the rules say of the two as they come back, if nobody else were asked. */
static GPtrArray *
find_own (Return *self, GHashTable *families)
{
  PamongFacts facts = { .today = self->act->today, .nik_holder = nik_holder, .data = self };
  GPtrArray *own = pamong_findings_new ();
  GHashTableIter iter;
  gpointer uid;

  g_hash_table_iter_init (&iter, families);
  while (g_hash_table_iter_next (&iter, &uid, NULL))
    {
      g_autoptr (PamongFamilyCard) card = pamong_act_card (self->act, uid, NULL);

      if (card != NULL)
        pamong_rules_check_family (card, FALSE, &facts, own);
    }
  for (guint i = 0; i < G_N_ELEMENTS (pair); i++)
    {
      const char *who = pamong_record_text (self->event, pair[i]);
      g_autoptr (PamongRecord) resident = who != NULL ? pamong_act_get (self->act, PAMONG_KIND_RESIDENT, who, NULL) : NULL;

      if (resident != NULL && !pamong_record_is_set (resident, PAMONG_RESIDENT_FAMILY_UID))
        pamong_rules_check_resident (resident, NULL, &facts, own);
    }
  return own;
}

static gboolean
has_finding (GPtrArray *findings, const PamongFinding *like)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const PamongFinding *one = g_ptr_array_index (findings, i);

      if (g_strcmp0 (one->rule, like->rule) == 0 && g_strcmp0 (one->uid, like->uid) == 0 && one->field == like->field && g_strcmp0 (one->other_uid, like->other_uid) == 0)
        return TRUE;
    }
  return FALSE;
}

void
pamong_return_excuse (PamongAct *act, const PamongRecord *event, GHashTable *families)
{
  Return self = { act, event };
  g_autoptr (GPtrArray) own = find_own (&self, families);

  for (guint i = 0; i < act->findings->len; i++)
    {
      PamongFinding *finding = g_ptr_array_index (act->findings, i);

      if (is_of_pair (event, finding->uid) && has_finding (own, finding))
        finding->severity = PAMONG_SEVERITY_WARN;
    }
}
