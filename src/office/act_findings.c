/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "office/act.h"

static const char *
find_reason (PamongAct *act, const char *rule)
{
  for (guint i = 0; i < act->accepts->len; i++)
    {
      const PamongAccept *accept = g_ptr_array_index (act->accepts, i);

      if (g_strcmp0 (accept->rule, rule) == 0 && !pamong_text_is_blank (accept->reason))
        return accept->reason;
    }
  return NULL;
}

/* The value a finding speaks of, as the rules ask for it again. */
static char *
finding_value (PamongAct *act, const PamongFinding *finding)
{
  g_autoptr (PamongRecord) record = pamong_act_get (act, finding->kind, finding->uid, NULL);

  if (record == NULL || finding->field < 0 || !pamong_record_is_set (record, finding->field))
    return NULL;
  return g_strdup (pamong_record_text (record, finding->field));
}

static void
put_waiver (PamongAct *act, const PamongFinding *finding, const char *reason)
{
  g_autoptr (PamongRecord) waiver = pamong_record_new (PAMONG_KIND_WAIVER, pamong_store_area (act->office->store));
  g_autofree char *value = finding_value (act, finding);

  pamong_record_set_text (waiver, PAMONG_WAIVER_SUBJECT_UID, finding->uid);
  pamong_record_set_text (waiver, PAMONG_WAIVER_RULE, finding->rule);
  pamong_record_set_text (waiver, PAMONG_WAIVER_REASON, reason);
  pamong_record_set_text (waiver, PAMONG_WAIVER_VALUE, value);
  pamong_act_put (act, waiver);
}

/* Whether @finding was there before and the act leaves what it speaks of as it was. */
static gboolean
has_stood (PamongAct *act, const PamongFinding *finding)
{
  if (finding->kind != PAMONG_KIND_RESIDENT && finding->field < 0)
    return FALSE;
  for (guint i = 0; i < act->stood->len; i++)
    {
      const PamongFinding *before = g_ptr_array_index (act->stood, i);
      const PamongRecord *planned;
      g_autoptr (PamongRecord) stored = NULL;

      if (g_strcmp0 (before->rule, finding->rule) != 0 || g_strcmp0 (before->uid, finding->uid) != 0 || before->field != finding->field)
        continue;
      planned = g_hash_table_lookup (act->asked.planned, finding->uid);
      if (planned == NULL || finding->field < 0)
        return TRUE;
      stored = pamong_store_get (act->office->store, finding->kind, finding->uid, NULL);
      return stored != NULL && !pamong_record_differs (planned, stored, finding->field);
    }
  return FALSE;
}

gboolean
pamong_act_settle (PamongAct *act, GError **error)
{
  const PamongFinding *worst = NULL;

  if (!pamong_act_check_limit (act, error))
    return FALSE;
  for (guint i = 0; i < act->findings->len;)
    {
      PamongFinding *finding = g_ptr_array_index (act->findings, i);
      const char *reason = finding->severity == PAMONG_SEVERITY_OVERRIDE ? find_reason (act, finding->rule) : NULL;

      if (reason != NULL)
        {
          put_waiver (act, finding, reason);
          g_ptr_array_remove_index (act->findings, i);
          continue;
        }
      if (finding->severity != PAMONG_SEVERITY_WARN && has_stood (act, finding))
        finding->severity = PAMONG_SEVERITY_WARN;
      if (worst == NULL || finding->severity > worst->severity)
        worst = finding;
      i++;
    }
  if (worst == NULL || worst->severity == PAMONG_SEVERITY_WARN)
    return TRUE;
  g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, "%s %s", worst->message, worst->remedy != NULL ? worst->remedy : "");
  return FALSE;
}

void
pamong_act_note_stood (PamongAct *act, const PamongFamilyCard *before)
{
  pamong_rules_check_family (before, FALSE, &act->facts, act->stood);
}

gboolean
pamong_act_note_resident (PamongAct *act, const PamongRecord *resident, GError **error)
{
  const char *family_uid = pamong_record_text (resident, PAMONG_RESIDENT_FAMILY_UID);
  g_autoptr (PamongFamilyCard) card = family_uid != NULL ? pamong_act_card (act, family_uid, error) : NULL;

  if (family_uid != NULL && card == NULL)
    return FALSE;
  if (card != NULL)
    pamong_act_note_stood (act, card);
  pamong_rules_check_resident (resident, card != NULL ? card->family : NULL, &act->facts, act->stood);
  return TRUE;
}

gboolean
pamong_act_check_card (PamongAct *act, const char *family_uid, gboolean one_head, GError **error)
{
  g_autoptr (PamongFamilyCard) card = pamong_act_card (act, family_uid, error);

  if (card == NULL)
    return FALSE;
  if (card->members->len > 0)
    pamong_rules_check_family (card, one_head, &act->facts, act->findings);
  return TRUE;
}

gboolean
pamong_act_check_resident (PamongAct *act, const PamongRecord *resident, GError **error)
{
  const char *family_uid = pamong_record_text (resident, PAMONG_RESIDENT_FAMILY_UID);
  g_autoptr (PamongFamilyCard) card = NULL;
  g_autoptr (GPtrArray) findings = pamong_findings_new ();

  if (family_uid == NULL)
    {
      pamong_rules_check_resident (resident, NULL, &act->facts, act->findings);
      return TRUE;
    }
  card = pamong_act_card (act, family_uid, error);
  if (card == NULL)
    return FALSE;
  if (pamong_members_find (card->members, resident->uid) == NULL)
    g_ptr_array_add (card->members, pamong_record_copy (resident)); /* not living: checked all the same */
  pamong_rules_check_family (card, FALSE, &act->facts, findings);
  while (findings->len > 0)
    {
      PamongFinding *finding = g_ptr_array_steal_index (findings, 0);

      finding->member = -1;
      if (finding->kind == PAMONG_KIND_FAMILY || g_strcmp0 (finding->uid, resident->uid) == 0)
        g_ptr_array_add (act->findings, finding);
      else
        pamong_finding_free (finding);
    }
  return TRUE;
}

gboolean
pamong_act_warn_without (PamongAct *act, const char *family_uid, const char *resident_uid, GError **error)
{
  g_autoptr (PamongFamilyCard) card = NULL;
  g_autoptr (GPtrArray) findings = pamong_findings_new ();
  PamongRecord *leaving;

  if (family_uid == NULL)
    return TRUE;
  card = pamong_act_card (act, family_uid, error);
  if (card == NULL)
    return FALSE;
  leaving = pamong_members_find (card->members, resident_uid);
  if (leaving != NULL)
    g_ptr_array_remove (card->members, leaving);
  if (card->members->len == 0)
    return TRUE;
  pamong_rules_check_family (card, FALSE, &act->facts, findings);
  while (findings->len > 0)
    {
      PamongFinding *finding = g_ptr_array_steal_index (findings, 0);

      if (finding->kind == PAMONG_KIND_FAMILY && finding->field < 0)
        {
          finding->severity = PAMONG_SEVERITY_WARN; /* somebody who does not live here is taken off all the same */
          g_ptr_array_add (act->findings, finding);
        }
      else
        pamong_finding_free (finding);
    }
  return TRUE;
}
