/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/clock.h"
#include "server/apply.h"

static PamongHolder *
find_holder (PamongLedger *ledger, PamongKind kind, const char *number, const char *except_uid)
{
  g_autoptr (PamongRecord) record = ledger->find_number (ledger, kind, number, except_uid);
  PamongHolder *holder;

  if (record == NULL)
    return NULL;
  holder = g_new0 (PamongHolder, 1);
  holder->uid = g_strdup (record->uid);
  holder->name = g_strdup (kind == PAMONG_KIND_RESIDENT ? pamong_record_text (record, PAMONG_RESIDENT_NAME) : "");
  holder->area = g_strdup (record->area);
  return holder;
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

char **
pamong_findings_check (PamongLedger *ledger, const PamongRecord *resident, GError **error)
{
  const char *family_uid = pamong_record_text (resident, PAMONG_RESIDENT_FAMILY_UID);
  g_autoptr (PamongEntry) family = family_uid ? ledger->find_record (ledger, family_uid, NULL) : NULL;
  g_autofree char *today = pamong_clock_today ();
  PamongFacts facts = { today, nik_asked_cb, kk_asked_cb, waiver_asked_cb, ledger };
  g_autoptr (GPtrArray) findings = pamong_findings_new ();
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) rules = NULL;

  pamong_rules_check_resident (resident, family && family->record->kind == PAMONG_KIND_FAMILY ? family->record : NULL, &facts, findings);
  for (guint i = 0; i < findings->len; i++)
    g_strv_builder_add (builder, ((PamongFinding *) g_ptr_array_index (findings, i))->rule);
  rules = g_strv_builder_end (builder);
  return ledger->set_findings (ledger, resident->uid, rules, error) ? g_steal_pointer (&rules) : NULL;
}
