/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/rules_check.h"

/* Merges of two records of one person, made while computers did not know of each other. */

static const char *
name_of (const PamongRecord *record)
{
  return record != NULL ? pamong_record_text (record, PAMONG_RESIDENT_NAME) : NULL;
}

static void
merged_both_ways (PamongCheck *check)
{
  const PamongMerged *merged = check->merged;

  if (merged->round)
    pamong_check_fire (check, -1, "other", name_of (merged->kept), "other_uid", merged->kept->uid, NULL);
}

static void
merged_into_removed (PamongCheck *check)
{
  const PamongMerged *merged = check->merged;

  if (merged->left == NULL && !merged->round)
    pamong_check_fire (check, -1, "other", name_of (merged->kept), "other_uid", merged->kept->uid, NULL);
}

static void
merged_twice (PamongCheck *check)
{
  const PamongMerged *merged = check->merged;

  if (merged->second != NULL)
    pamong_check_fire (check, -1, "other", name_of (merged->kept), "value", name_of (merged->second), "other_uid", merged->kept->uid, NULL);
}

/* Nothing typed is lost: what was written on the double shows until the record that is left says the same. It speaks of that one, for there it is to be copied. */
static void
changed_after_merge (PamongCheck *check)
{
  const PamongMerged *merged = check->merged;

  for (guint i = 0; merged->left != NULL && i < merged->gone->n_values; i++)
    {
      int field = (int) i;
      g_autofree char *value = NULL;

      if (field == PAMONG_RESIDENT_BATCH_UID || !pamong_record_differs (merged->noted, merged->gone, field) || !pamong_record_differs (merged->left, merged->gone, field))
        continue;
      value = pamong_field_get (PAMONG_KIND_RESIDENT, field)->type == PAMONG_TYPE_UID ? NULL : pamong_record_format (merged->gone, field);
      pamong_findings_add (check->findings, "changed-after-merge", merged->left, -1, field, "other", name_of (merged->gone), "value", value, "other_uid", merged->gone->uid, NULL);
    }
}

const PamongPredicate pamong_predicates_merge[] = {
  { "merged-both-ways", merged_both_ways },
  { "merged-into-removed", merged_into_removed },
  { "merged-twice", merged_twice },
  { "changed-after-merge", changed_after_merge },
  { NULL, NULL }
};
