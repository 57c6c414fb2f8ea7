/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/codes.h"
#include "domain/dates.h"
#include "domain/rules_table.h"

/* An accepted override stays quiet as long as the value it was accepted for stands. */
static gboolean
is_waived (const PamongCheck *check, const PamongRecord *record, int field)
{
  const PamongFacts *facts = check->facts;
  const char *value = field >= 0 ? pamong_record_text (record, field) : NULL;

  if (check->rule->severity != PAMONG_SEVERITY_OVERRIDE || facts->is_waived == NULL)
    return FALSE;
  return facts->is_waived (record->uid, check->rule->id, value, facts->data);
}

static void
fire (PamongCheck *check, const PamongRecord *record, int member, int field, va_list args)
{
  if ((check->only_field >= 0 && field != check->only_field) || is_waived (check, record, field))
    return;
  pamong_findings_add_valist (check->findings, check->rule->id, record, member, field, args);
}

static void
run_scope (PamongCheck *check, PamongScope scope)
{
  GPtrArray *rules = pamong_rules_in_scope (scope);

  for (guint i = 0; i < rules->len; i++)
    {
      check->rule = rules->pdata[i];
      if (check->only_field < 0 || check->rule->field < 0 || check->rule->field == check->only_field)
        check->rule->run (check);
    }
  g_clear_pointer (&check->holder, pamong_holder_free);
  check->holder_asked = FALSE;
}

void
pamong_check_fire (PamongCheck *check, int field, ...)
{
  va_list args;

  va_start (args, field);
  fire (check, check->record, check->member, field, args);
  va_end (args);
}

void
pamong_check_fire_member (PamongCheck *check, int member, int field, ...)
{
  va_list args;

  va_start (args, field);
  fire (check, check->card->members->pdata[member], member, field, args);
  va_end (args);
}

int
pamong_check_param (const PamongCheck *check, const char *key)
{
  return pamong_rule_param (check->rule, key);
}

const PamongRecord *
pamong_check_member (const PamongCheck *check, guint i)
{
  return check->card->members->pdata[i];
}

int
pamong_check_find_shdk (const PamongCheck *check, gint64 shdk, guint from)
{
  for (guint i = from; i < check->card->members->len; i++)
    if (pamong_record_int (pamong_check_member (check, i), PAMONG_RESIDENT_SHDK) == shdk)
      return (int) i;
  return -1;
}

int
pamong_check_find_nik (const PamongCheck *check, const char *nik, guint from)
{
  for (guint i = from; nik != NULL && i < check->card->members->len; i++)
    if (g_strcmp0 (pamong_record_text (pamong_check_member (check, i), PAMONG_RESIDENT_NIK), nik) == 0)
      return (int) i;
  return -1;
}

int
pamong_check_age (const PamongCheck *check, const PamongRecord *record)
{
  return pamong_date_age (pamong_record_text (record, PAMONG_RESIDENT_BIRTH_DATE), check->facts->today);
}

const PamongHolder *
pamong_check_holder (PamongCheck *check)
{
  const char *nik = pamong_record_text (check->record, PAMONG_RESIDENT_NIK);

  if (!check->holder_asked && nik != NULL && check->facts->nik_holder != NULL)
    check->holder = check->facts->nik_holder (nik, check->record->uid, check->facts->data);
  check->holder_asked = TRUE;
  return check->holder;
}

char *
pamong_check_word (const PamongRecord *record, int field)
{
  const char *label = pamong_codes_display (pamong_field_get (record->kind, field)->codes, (int) pamong_record_int (record, field));
  char *word = g_strdup (label);

  if (g_ascii_isupper (word[0]) && g_ascii_islower (word[1]))
    word[0] = g_ascii_tolower (word[0]);
  return word;
}

void
pamong_rules_check_resident (const PamongRecord *resident, const PamongRecord *family, const PamongFacts *facts, GPtrArray *findings)
{
  PamongCheck check = { .record = resident, .family = family, .member = -1, .only_field = -1, .facts = facts, .findings = findings };

  run_scope (&check, PAMONG_SCOPE_RESIDENT);
}

void
pamong_rules_check_family (const PamongFamilyCard *card, gboolean registering, const PamongFacts *facts, GPtrArray *findings)
{
  PamongCheck check = { .record = card->family, .card = card, .registering = registering, .member = -1, .only_field = -1,
                        .facts = facts, .findings = findings };

  run_scope (&check, PAMONG_SCOPE_FAMILY);
  run_scope (&check, PAMONG_SCOPE_CARD);
  for (guint i = 0; i < card->members->len; i++)
    {
      PamongCheck one = { .record = card->members->pdata[i], .family = card->family, .member = (int) i, .only_field = -1,
                          .facts = facts, .findings = findings };

      run_scope (&one, PAMONG_SCOPE_RESIDENT);
    }
}

void
pamong_rules_check_merge (const PamongMerged *merged, const PamongFacts *facts, GPtrArray *findings)
{
  PamongCheck check = { .record = merged->gone, .merged = merged, .member = -1, .only_field = -1, .facts = facts, .findings = findings };

  run_scope (&check, PAMONG_SCOPE_MERGE);
}

void
pamong_rules_check_field (const PamongRecord *record, int field, const PamongFacts *facts, GPtrArray *findings)
{
  PamongCheck check = { .record = record, .member = -1, .only_field = field, .facts = facts, .findings = findings };

  if (record->kind == PAMONG_KIND_RESIDENT)
    run_scope (&check, PAMONG_SCOPE_RESIDENT);
  else if (record->kind == PAMONG_KIND_FAMILY)
    run_scope (&check, PAMONG_SCOPE_FAMILY);
}
