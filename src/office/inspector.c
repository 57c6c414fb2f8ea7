/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "office/inspector.h"
#include "office/merge.h"

#include <string.h>

#include "store/scan.h"

#define MERGES "merges" /* the unit of all merges: no uid */

static void
clear_inspected (gpointer data)
{
  PamongInspected *one = data;

  g_free (one->uid);
  g_free (one->name);
  g_free (one->rt);
  g_free (one->message);
  g_free (one->other_uid);
  g_clear_pointer (&one->remedy, g_ref_string_release);
}

static void
unref_inspected (gpointer one)
{
  g_atomic_rc_box_release_full (one, clear_inspected);
}

static PamongInspected *
new_inspected (PamongFinding *finding, const PamongRecord *family, const PamongRecord *who)
{
  PamongInspected *one = g_atomic_rc_box_new0 (PamongInspected);

  one->rule = g_intern_string (finding->rule);
  one->severity = finding->severity;
  one->kind = finding->kind;
  one->field = finding->field;
  one->uid = g_strdup (finding->uid);
  one->name = g_strdup (who != NULL ? pamong_record_text (who, PAMONG_RESIDENT_NAME) : NULL);
  one->rt = g_strdup (family != NULL ? pamong_record_text (family, PAMONG_FAMILY_RT) : NULL);
  one->message = g_steal_pointer (&finding->message);
  one->other_uid = g_steal_pointer (&finding->other_uid);
  one->remedy = g_ref_string_new_intern (finding->remedy != NULL ? finding->remedy : "");
  return one;
}

/* Whom a finding about the card itself is told by. */
static const PamongRecord *
speaks_of (const PamongFinding *finding, GPtrArray *members)
{
  const PamongRecord *person = pamong_members_find (members, finding->uid);

  return person != NULL ? person : members->pdata[0]; /* the head stands first */
}

static void
check_members (PamongInspector *self, PamongRecord *family, GPtrArray *members, const PamongFacts *facts)
{
  g_autoptr (GPtrArray) findings = pamong_findings_new ();
  const char *key = family != NULL ? family->uid : ((PamongRecord *) members->pdata[0])->uid;
  GPtrArray *unit;

  if (family != NULL)
    {
      PamongFamilyCard card = { .family = family, .members = members };
      g_autoptr (GRefString) home = g_ref_string_new (family->uid);

      pamong_rules_check_family (&card, FALSE, facts, findings);
      for (guint i = 0; i < members->len; i++)
        g_hash_table_replace (self->homes, g_strdup (((PamongRecord *) members->pdata[i])->uid), g_ref_string_acquire (home));
    }
  else
    pamong_rules_check_resident (members->pdata[0], NULL, facts, findings);
  if (findings->len == 0)
    return;
  unit = g_ptr_array_new_full (findings->len, unref_inspected);
  for (guint i = 0; i < findings->len; i++)
    g_ptr_array_add (unit, new_inspected (findings->pdata[i], family, speaks_of (findings->pdata[i], members)));
  g_hash_table_replace (self->units, g_strdup (key), unit);
}

/* Those who were merged are on no card that is looked through; they are few. */
static gboolean
check_merges (PamongInspector *self, GError **error)
{
  g_autoptr (GPtrArray) findings = pamong_findings_new (), unit = g_ptr_array_new_with_free_func (unref_inspected);

  if (!pamong_office_merge_findings (self->store, NULL, findings, error))
    return FALSE;
  for (guint i = 0; i < findings->len; i++)
    {
      PamongFinding *finding = g_ptr_array_index (findings, i);
      g_autoptr (PamongRecord) who = pamong_store_get (self->store, PAMONG_KIND_RESIDENT, finding->uid, NULL);
      const char *family_uid = who != NULL ? pamong_record_text (who, PAMONG_RESIDENT_FAMILY_UID) : NULL;
      g_autoptr (PamongRecord) family = family_uid != NULL ? pamong_store_get (self->store, PAMONG_KIND_FAMILY, family_uid, NULL) : NULL;

      g_ptr_array_add (unit, new_inspected (finding, family, who));
    }
  if (unit->len > 0)
    g_hash_table_replace (self->units, g_strdup (MERGES), g_steal_pointer (&unit));
  else
    g_hash_table_remove (self->units, MERGES);
  return TRUE;
}

/* Most numbers stand once, and one statement told which do not: only for those the store is asked who has them. */
static PamongHolder *
nik_holder (const char *nik, const char *except_uid, gpointer data)
{
  PamongInspector *self = data;

  return g_hash_table_contains (self->niks, nik) ? self->facts.nik_holder (nik, except_uid, &self->asked) : NULL;
}

static PamongHolder *
kk_holder (const char *kk_number, const char *except_uid, gpointer data)
{
  PamongInspector *self = data;

  return g_hash_table_contains (self->cards, kk_number) ? self->facts.kk_holder (kk_number, except_uid, &self->asked) : NULL;
}

static gboolean
is_waived (const char *subject_uid, const char *rule, const char *value, gpointer data)
{
  PamongInspector *self = data;

  return self->facts.is_waived (subject_uid, rule, value, &self->asked);
}

static gboolean
scanned_cb (PamongRecord *family, GPtrArray *members, gpointer data)
{
  PamongInspector *self = data;
  PamongFacts facts = { .today = self->today, .nik_holder = nik_holder, .kk_holder = kk_holder, .is_waived = is_waived, .data = self };

  check_members (self, family, members, &facts);
  self->stopped = self->broken != NULL && g_atomic_int_get (self->broken) != 0;
  return !self->stopped;
}

/* A new day makes people older. */
static void
renew_day (PamongInspector *self)
{
  g_free (self->today);
  self->today = pamong_clock_today ();
  self->facts = pamong_office_facts (self->today, &self->asked);
}

PamongInspector *
pamong_inspector_new (PamongStore *store, gint *broken)
{
  PamongInspector *self = g_new0 (PamongInspector, 1);

  self->store = store;
  self->broken = broken;
  self->asked.store = store;
  self->units = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->homes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ref_string_release);
  return self;
}

void
pamong_inspector_free (PamongInspector *self)
{
  g_hash_table_unref (self->units);
  g_hash_table_unref (self->homes);
  g_clear_pointer (&self->niks, g_hash_table_unref);
  g_clear_pointer (&self->cards, g_hash_table_unref);
  g_free (self->today);
  g_free (self);
}

gboolean
pamong_inspector_run (PamongInspector *self, GError **error)
{
  gboolean done;

  renew_day (self);
  self->stopped = FALSE;
  g_hash_table_remove_all (self->units);
  g_hash_table_remove_all (self->homes);
  g_clear_pointer (&self->niks, g_hash_table_unref);
  g_clear_pointer (&self->cards, g_hash_table_unref);
  self->niks = pamong_store_repeated (self->store, PAMONG_KIND_RESIDENT, error);
  if (self->niks == NULL)
    return FALSE;
  self->cards = pamong_store_repeated (self->store, PAMONG_KIND_FAMILY, error);
  if (self->cards == NULL)
    return FALSE;
  done = pamong_store_scan (self->store, scanned_cb, self, error) && !self->stopped;
  return done && check_merges (self, error);
}

/* One card, or one person without a card, looked at anew. */
static gboolean
check_again (PamongInspector *self, const char *key, GError **error)
{
  g_autoptr (GError) failed = NULL;
  g_autoptr (PamongFamilyCard) card = pamong_store_card (self->store, key, &failed);
  g_autoptr (GPtrArray) alone = NULL;

  g_hash_table_remove (self->units, key);
  if (card != NULL && card->members->len > 0)
    check_members (self, card->family, card->members, &self->facts);
  if (card == NULL && failed == NULL && pamong_store_status (self->store, key) == PAMONG_STATUS_ALIVE)
    {
      PamongRecord *person = pamong_store_get (self->store, PAMONG_KIND_RESIDENT, key, &failed);

      alone = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_record_free);
      if (person != NULL)
        {
          g_ptr_array_add (alone, person);
          check_members (self, NULL, alone, &self->facts);
        }
    }
  if (failed == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failed));
  return FALSE;
}

/* Where @uid stands now, as a key of units. */
static char *
find_unit (PamongInspector *self, const char *uid)
{
  g_autoptr (PamongRecord) resident = pamong_store_get (self->store, PAMONG_KIND_RESIDENT, uid, NULL);
  const char *family_uid = resident != NULL ? pamong_record_text (resident, PAMONG_RESIDENT_FAMILY_UID) : NULL;
  g_autoptr (PamongRecord) family = family_uid != NULL ? pamong_store_get (self->store, PAMONG_KIND_FAMILY, family_uid, NULL) : NULL;

  return g_strdup (family != NULL ? family_uid : uid);
}

/* Units in which somebody was said to share a number with one of @touched. */
static void
add_sharers (PamongInspector *self, GHashTable *touched, GHashTable *keys)
{
  GHashTableIter iter;
  gpointer key, unit;

  g_hash_table_iter_init (&iter, self->units);
  while (g_hash_table_iter_next (&iter, &key, &unit))
    for (guint i = 0; i < ((GPtrArray *) unit)->len; i++)
      {
        const PamongInspected *one = ((GPtrArray *) unit)->pdata[i];

        if (one->other_uid != NULL && g_hash_table_contains (touched, one->other_uid))
          g_hash_table_add (keys, g_strdup (key));
      }
}

/* Units of those whom the findings of @keys name now. */
static GHashTable *
find_named (PamongInspector *self, GHashTable *keys)
{
  GHashTable *named = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, keys);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      GPtrArray *unit = g_hash_table_lookup (self->units, key);

      for (guint i = 0; unit != NULL && i < unit->len; i++)
        {
          const PamongInspected *one = unit->pdata[i];
          g_autofree char *other = one->other_uid != NULL ? find_unit (self, one->other_uid) : NULL;

          if (other != NULL && !g_hash_table_contains (keys, other))
            g_hash_table_add (named, g_steal_pointer (&other));
        }
    }
  return named;
}

static gboolean
check_all_again (PamongInspector *self, GHashTable *keys, GError **error)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, keys);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!check_again (self, key, error))
      return FALSE;
  return TRUE;
}

gboolean
pamong_inspector_refresh (PamongInspector *self, const char *const *uids, GError **error)
{
  g_autofree char *today = pamong_clock_today ();
  g_autoptr (GHashTable) touched = g_hash_table_new (g_str_hash, g_str_equal), named = NULL;
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (g_strcmp0 (today, self->today) != 0)
    return pamong_inspector_run (self, error);
  for (guint i = 0; uids[i] != NULL; i++)
    {
      const char *home = g_hash_table_lookup (self->homes, uids[i]);

      g_hash_table_add (touched, (gpointer) uids[i]);
      g_hash_table_add (keys, find_unit (self, uids[i]));
      if (home != NULL)
        g_hash_table_add (keys, g_strdup (home));
      g_hash_table_remove (self->units, uids[i]); /* no longer alone, perhaps */
      g_hash_table_remove (self->homes, uids[i]);
    }
  add_sharers (self, touched, keys);
  if (!check_all_again (self, keys, error))
    return FALSE;
  named = find_named (self, keys);
  return check_all_again (self, named, error) && check_merges (self, error);
}

static int
by_urgency (gconstpointer a, gconstpointer b)
{
  const PamongInspected *one = *(PamongInspected *const *) a, *two = *(PamongInspected *const *) b;
  int order;

  if (one->severity != two->severity)
    return (int) two->severity - (int) one->severity;
  if (one->rule != two->rule)
    {
      order = g_strcmp0 (pamong_rules_title (one->rule), pamong_rules_title (two->rule));
      return order != 0 ? order : strcmp (one->rule, two->rule);
    }
  order = g_strcmp0 (one->name, two->name);
  return order != 0 ? order : g_strcmp0 (one->uid, two->uid);
}

PamongInspection *
pamong_inspector_report (PamongInspector *self)
{
  PamongInspection *report = g_new0 (PamongInspection, 1);
  PamongInspectedKind *last = NULL;
  GHashTableIter iter;
  gpointer unit;

  report->findings = g_ptr_array_new_with_free_func (unref_inspected);
  report->kinds = g_array_new (FALSE, FALSE, sizeof (PamongInspectedKind));
  g_hash_table_iter_init (&iter, self->units);
  while (g_hash_table_iter_next (&iter, NULL, &unit))
    for (guint i = 0; i < ((GPtrArray *) unit)->len; i++)
      g_ptr_array_add (report->findings, g_atomic_rc_box_acquire (((GPtrArray *) unit)->pdata[i]));
  g_ptr_array_sort (report->findings, by_urgency);
  for (guint i = 0; i < report->findings->len; i++)
    {
      const PamongInspected *one = report->findings->pdata[i];

      if (last == NULL || last->rule != one->rule || last->severity != one->severity)
        {
          PamongInspectedKind kind = { one->rule, pamong_rules_title (one->rule), one->severity, i, 0 };

          g_array_append_val (report->kinds, kind);
          last = &g_array_index (report->kinds, PamongInspectedKind, report->kinds->len - 1);
        }
      last->count++;
    }
  return report;
}

void
pamong_inspection_free (PamongInspection *inspection)
{
  g_ptr_array_unref (inspection->findings);
  g_clear_pointer (&inspection->doubles, g_ptr_array_unref);
  g_array_unref (inspection->kinds);
  g_free (inspection);
}
