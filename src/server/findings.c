/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "server/findings.h"
#include "domain/clock.h"
#include "domain/codes.h"

static PamongStatus
get_status (PamongLedger *ledger, const char *resident_uid)
{
  g_autoptr (GPtrArray) events = ledger->list_events (ledger, resident_uid, NULL);

  return events != NULL ? pamong_events_status (events) : PAMONG_STATUS_ALIVE;
}

static PamongHolder *
new_holder (const PamongRecord *record)
{
  PamongHolder *holder = g_new0 (PamongHolder, 1);

  holder->uid = g_strdup (record->uid);
  holder->name = g_strdup (record->kind == PAMONG_KIND_RESIDENT ? pamong_record_text (record, PAMONG_RESIDENT_NAME) : "");
  holder->area = g_strdup (record->area);
  return holder;
}

/* Another holder; of a NIK a living one: a number of somebody who died is not taken twice. */
static PamongHolder *
find_holder (PamongLedger *ledger, PamongKind kind, const char *number, const char *except_uid)
{
  g_autoptr (GPtrArray) records = ledger->find_number (ledger, kind, number, NULL);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const PamongRecord *record = g_ptr_array_index (records, i);

      if (g_strcmp0 (record->uid, except_uid) != 0 && (kind != PAMONG_KIND_RESIDENT || get_status (ledger, record->uid) == PAMONG_STATUS_ALIVE))
        return new_holder (record);
    }
  return NULL;
}

static PamongHolder *
nik_asked_cb (const char *nik, const char *except_uid, gpointer data)
{
  return find_holder (data, PAMONG_KIND_RESIDENT, nik, except_uid);
}

static PamongHolder *
kk_asked_cb (const char *kk_number, const char *except_uid, gpointer data)
{
  return find_holder (data, PAMONG_KIND_FAMILY, kk_number, except_uid);
}

static gboolean
waiver_asked_cb (const char *subject_uid, const char *rule, const char *value, gpointer data)
{
  PamongLedger *ledger = data;

  return ledger->is_waived (ledger, subject_uid, rule, value);
}

static int
compare_members (gconstpointer a, gconstpointer b)
{
  const PamongRecord *one = *(PamongRecord *const *) a, *two = *(PamongRecord *const *) b;
  gint64 shdk_one = pamong_record_int (one, PAMONG_RESIDENT_SHDK), shdk_two = pamong_record_int (two, PAMONG_RESIDENT_SHDK);

  return (shdk_one > shdk_two) - (shdk_one < shdk_two);
}

/* Returns: (nullable): the card with its living members; NULL without error when there is no such family. @gone: uids of those not counted any more. */
static PamongFamilyCard *
load_card (PamongLedger *ledger, const char *family_uid, GPtrArray *gone, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (PamongEntry) entry = ledger->find_record (ledger, family_uid, &local);
  g_autoptr (GPtrArray) residents = local == NULL ? ledger->list_family (ledger, family_uid, &local) : NULL;
  PamongFamilyCard *card;

  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  if (entry == NULL || residents == NULL || entry->deleted || entry->record->kind != PAMONG_KIND_FAMILY)
    return NULL;
  card = pamong_family_card_new (entry->record->area);
  pamong_record_free (card->family);
  card->family = g_steal_pointer (&entry->record);
  for (guint i = 0; i < residents->len; i++)
    {
      const PamongRecord *resident = g_ptr_array_index (residents, i);

      if (get_status (ledger, resident->uid) == PAMONG_STATUS_ALIVE)
        g_ptr_array_add (card->members, pamong_record_copy (resident));
      else
        g_ptr_array_add (gone, g_strdup (resident->uid));
    }
  g_ptr_array_sort (card->members, compare_members);
  return card;
}

static char **
rules_of (GPtrArray *findings, const char *uid)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < findings->len; i++)
    {
      const PamongFinding *finding = g_ptr_array_index (findings, i);

      if (g_strcmp0 (finding->uid, uid) == 0)
        g_strv_builder_add (builder, finding->rule);
    }
  return g_strv_builder_end (builder);
}

/* Keeps what @findings say of @uid, and notes it for the answer when there is something. */
static gboolean
keep (PamongLedger *ledger, GHashTable *said, GPtrArray *findings, const char *uid, GError **error)
{
  g_auto (GStrv) rules = rules_of (findings, uid);

  if (!ledger->set_findings (ledger, uid, rules, error))
    return FALSE;
  if (rules[0] != NULL)
    g_hash_table_insert (said, g_strdup (uid), g_steal_pointer (&rules));
  else
    g_hash_table_remove (said, uid);
  return TRUE;
}

static PamongFacts
facts_of (PamongLedger *ledger, const char *today)
{
  return (PamongFacts) { today, nik_asked_cb, kk_asked_cb, waiver_asked_cb, ledger };
}

gboolean
pamong_findings_check_card (PamongLedger *ledger, const char *family_uid, GHashTable *said, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GPtrArray) gone = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (PamongFamilyCard) card = load_card (ledger, family_uid, gone, &local);
  g_autofree char *today = pamong_clock_today ();
  PamongFacts facts = facts_of (ledger, today);
  g_autoptr (GPtrArray) findings = pamong_findings_new ();

  if (card == NULL)
    {
      if (local == NULL)
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  /* A card that nobody living stands on any more has nothing to mend. */
  if (card->members->len > 0)
    pamong_rules_check_family (card, FALSE, &facts, findings);
  for (guint i = 0; i < card->members->len; i++)
    if (!keep (ledger, said, findings, ((PamongRecord *) g_ptr_array_index (card->members, i))->uid, error))
      return FALSE;
  for (guint i = 0; i < gone->len; i++)
    if (!keep (ledger, said, findings, g_ptr_array_index (gone, i), error))
      return FALSE;
  return keep (ledger, said, findings, family_uid, error);
}

gboolean
pamong_findings_check_resident (PamongLedger *ledger, const PamongRecord *resident, GHashTable *said, GError **error)
{
  g_autofree char *today = pamong_clock_today ();
  PamongFacts facts = facts_of (ledger, today);
  g_autoptr (GPtrArray) findings = pamong_findings_new ();

  if (get_status (ledger, resident->uid) == PAMONG_STATUS_ALIVE)
    pamong_rules_check_resident (resident, NULL, &facts, findings);
  return keep (ledger, said, findings, resident->uid, error);
}
