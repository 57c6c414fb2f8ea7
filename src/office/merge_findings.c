/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "office/act.h"
#include "office/merge.h"
#include "wire/before.h"

/* The merges that stand, followed from record to record. */
typedef struct {
  PamongStore *store;
  const char *gone; /* where the way began */
  GHashTable *seen;
  gboolean round;
} Way;

/* Whom @uid leads to: itself while it is on the list, else the record it was merged into. */
static char *
follow (Way *way, const char *uid)
{
  g_autoptr (GPtrArray) merges = NULL;

  way->round |= g_strcmp0 (uid, way->gone) == 0;
  if (pamong_store_status (way->store, uid) != PAMONG_STATUS_VOID)
    return g_strdup (uid);
  if (!g_hash_table_add (way->seen, g_strdup (uid)))
    return NULL;
  merges = pamong_store_merges (way->store, uid, NULL);
  for (guint i = 0; merges != NULL && i < merges->len; i++)
    {
      const PamongRecord *event = g_ptr_array_index (merges, i);
      char *left = g_strcmp0 (pamong_record_text (event, PAMONG_EVENT_RESIDENT_UID), uid) == 0 ? follow (way, pamong_record_text (event, PAMONG_EVENT_OTHER_UID)) : NULL;

      if (left != NULL)
        return left;
    }
  return NULL;
}

/* Who is left of those @event merged. */
static char *
find_left (PamongStore *store, const PamongRecord *event, gboolean *round)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Way way = { store, pamong_record_text (event, PAMONG_EVENT_RESIDENT_UID), seen, FALSE };
  char *left = follow (&way, pamong_record_text (event, PAMONG_EVENT_OTHER_UID));

  *round = left == NULL && way.round;
  return left;
}

static PamongRecord *
load (PamongStore *store, const char *uid)
{
  return uid != NULL ? pamong_store_get (store, PAMONG_KIND_RESIDENT, uid, NULL) : NULL;
}

/* @gone as the merge noted it; as it is where nothing was noted, or by a version that this one does not understand. */
static PamongRecord *
find_noted (const PamongRecord *event, const PamongRecord *gone)
{
  const char *json = pamong_record_text (event, PAMONG_EVENT_BEFORE);
  g_autoptr (GPtrArray) befores = json != NULL ? pamong_befores_parse (json, NULL) : NULL;
  PamongRecord *noted = pamong_record_copy (gone);

  for (guint i = 0; befores != NULL && i < befores->len; i++)
    {
      const PamongBefore *before = g_ptr_array_index (befores, i);

      if (before->kind != PAMONG_KIND_RESIDENT || g_strcmp0 (before->uid, gone->uid) != 0)
        continue;
      for (guint j = 0; j < before->set->len; j++)
        {
          const PamongDelta *delta = g_ptr_array_index (before->set, j);

          if (delta->field >= 0)
            pamong_record_set_value (noted, delta->field, &delta->new_value);
        }
    }
  return noted;
}

/* Whom another merge of the same record leads to. Told by one of the two events only. */
static char *
find_second (PamongStore *store, const PamongRecord *event, const char *left)
{
  const char *gone = pamong_record_text (event, PAMONG_EVENT_RESIDENT_UID);
  g_autoptr (GPtrArray) merges = pamong_store_merges (store, gone, NULL);

  for (guint i = 0; left != NULL && merges != NULL && i < merges->len; i++)
    {
      const PamongRecord *other = g_ptr_array_index (merges, i);
      gboolean round;
      g_autofree char *second = NULL;

      if (g_strcmp0 (pamong_record_text (other, PAMONG_EVENT_RESIDENT_UID), gone) != 0 || g_strcmp0 (other->uid, event->uid) <= 0)
        continue;
      second = find_left (store, other, &round);
      if (second != NULL && !g_str_equal (second, left))
        return g_steal_pointer (&second);
    }
  return NULL;
}

static gboolean
is_known (GPtrArray *findings, guint n, const PamongFinding *finding)
{
  for (guint i = 0; i < n; i++)
    {
      const PamongFinding *one = g_ptr_array_index (findings, i);

      if (g_strcmp0 (one->rule, finding->rule) == 0 && g_strcmp0 (one->uid, finding->uid) == 0 && one->field == finding->field
          && g_strcmp0 (one->other_uid, finding->other_uid) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
check (PamongStore *store, const PamongRecord *event, const PamongFacts *facts, GPtrArray *findings)
{
  gboolean round;
  g_autofree char *left_uid = find_left (store, event, &round), *second_uid = find_second (store, event, left_uid);
  g_autoptr (PamongRecord) gone = load (store, pamong_record_text (event, PAMONG_EVENT_RESIDENT_UID));
  g_autoptr (PamongRecord) kept = load (store, pamong_record_text (event, PAMONG_EVENT_OTHER_UID)), left = load (store, left_uid), second = load (store, second_uid);
  g_autoptr (PamongRecord) noted = gone != NULL ? find_noted (event, gone) : NULL;
  PamongMerged merged = { .gone = gone, .kept = kept, .noted = noted, .left = left, .second = second, .round = round };
  guint n = findings->len;

  if (gone == NULL || kept == NULL || (left_uid != NULL && left == NULL)) /* a record is still on the way */
    return;
  pamong_rules_check_merge (&merged, facts, findings);
  while (n < findings->len) /* two desks that merged the same two say everything twice */
    if (is_known (findings, n, g_ptr_array_index (findings, n)))
      g_ptr_array_remove_index (findings, n);
    else
      n++;
}

gboolean
pamong_office_merge_findings (PamongStore *store, const char *uid, GPtrArray *findings, GError **error)
{
  g_autoptr (GPtrArray) merges = pamong_store_merges (store, uid, error);
  g_autofree char *today = pamong_clock_today ();
  PamongAsked asked = { .store = store };
  PamongFacts facts = pamong_office_facts (today, &asked);

  for (guint i = 0; merges != NULL && i < merges->len; i++)
    check (store, g_ptr_array_index (merges, i), &facts, findings);
  return merges != NULL;
}
