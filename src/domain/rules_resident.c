/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/codes.h"
#include "domain/dates.h"
#include "domain/rules_check.h"

#include <stdlib.h>
#include <string.h>

/* One person and the fields that contradict each other. Strange is not impossible: all but broken or future dates warn. */

static const char *
get_text (const PamongCheck *check, int field)
{
  return pamong_record_text (check->record, field);
}

static gint64
get_int (const PamongCheck *check, int field)
{
  return pamong_record_int (check->record, field);
}

static const char *
get_date (const PamongCheck *check, int field)
{
  const char *date = get_text (check, field);

  return pamong_date_is_valid (date) ? date : NULL;
}

static gboolean
is_before (const char *a, const char *b)
{
  return a != NULL && b != NULL && strcmp (a, b) < 0;
}

/* Fires with {value} and {other}, two dates, day first. */
static void
fire_dates (PamongCheck *check, int field, const char *value, const char *other)
{
  g_autofree char *a = pamong_date_format (value);
  g_autofree char *b = pamong_date_format (other);

  pamong_check_fire (check, field, "value", a, "other", b, NULL);
}

/* Fires with {age}, {value} and {shdk} in words, and {min}. */
static void
fire_age (PamongCheck *check, int field, int age)
{
  g_autofree char *value = pamong_check_word (check->record, field);
  char years[12], min[12];

  g_snprintf (years, sizeof years, "%d", age);
  g_snprintf (min, sizeof min, "%d", pamong_check_param (check, "min"));
  pamong_check_fire (check, field, "age", years, "value", value, "min", min, NULL);
}

static void
fire_shdk (PamongCheck *check, int field)
{
  g_autofree char *value = pamong_check_word (check->record, field);
  g_autofree char *shdk = pamong_check_word (check->record, PAMONG_RESIDENT_SHDK);

  pamong_check_fire (check, field, "value", value, "shdk", shdk, NULL);
}

static void
field_missing (PamongCheck *check)
{
  guint n;
  const PamongField *fields = pamong_kind_fields (PAMONG_KIND_RESIDENT, &n);

  for (guint i = 0; i < n; i++)
    if (fields[i].required && i != PAMONG_RESIDENT_NAME && check->record->values[i].type == PAMONG_VALUE_NULL)
      pamong_check_fire (check, (int) i, NULL);
}

static void
date_invalid (PamongCheck *check)
{
  guint n;
  const PamongField *fields = pamong_kind_fields (PAMONG_KIND_RESIDENT, &n);

  for (guint i = 0; i < n; i++)
    {
      const char *date = fields[i].type == PAMONG_TYPE_DATE ? get_text (check, (int) i) : NULL;
      if (date != NULL && !pamong_date_is_valid (date))
        pamong_check_fire (check, (int) i, "value", date, NULL);
    }
}

static void
date_future (PamongCheck *check)
{
  guint n;
  const PamongField *fields = pamong_kind_fields (PAMONG_KIND_RESIDENT, &n);

  for (guint i = 0; i < n; i++)
    if (fields[i].type == PAMONG_TYPE_DATE && i != PAMONG_RESIDENT_PASSPORT_UNTIL && is_before (check->facts->today, get_date (check, (int) i)))
      fire_dates (check, (int) i, get_date (check, (int) i), NULL);
}

static void
date_before_birth (PamongCheck *check)
{
  static const int fields[] = { PAMONG_RESIDENT_DIVORCE_DATE, PAMONG_RESIDENT_EKTP_DATE, PAMONG_RESIDENT_SINCE };
  const char *born = get_date (check, PAMONG_RESIDENT_BIRTH_DATE);

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (is_before (get_date (check, fields[i]), born))
      fire_dates (check, fields[i], get_date (check, fields[i]), born);
}

static void
age_over_120 (PamongCheck *check)
{
  const char *born = get_date (check, PAMONG_RESIDENT_BIRTH_DATE);
  int age = pamong_check_age (check, check->record);
  g_autofree char *value = NULL;
  char years[12];

  if (born == NULL || (age <= pamong_check_param (check, "max") && atoi (born) >= pamong_check_param (check, "year")))
    return;
  value = pamong_date_format (born);
  g_snprintf (years, sizeof years, "%d", age);
  pamong_check_fire (check, PAMONG_RESIDENT_BIRTH_DATE, "value", value, "age", years, NULL);
}

static void
shdk_sex (PamongCheck *check)
{
  gint64 shdk = get_int (check, PAMONG_RESIDENT_SHDK);
  gint64 sex = get_int (check, PAMONG_RESIDENT_SEX);

  if ((shdk == PAMONG_SHDK_HUSBAND && sex == PAMONG_SEX_FEMALE) || (shdk == PAMONG_SHDK_WIFE && sex == PAMONG_SEX_MALE))
    fire_shdk (check, PAMONG_RESIDENT_SEX);
}

static void
spouse_not_married (PamongCheck *check)
{
  gint64 shdk = get_int (check, PAMONG_RESIDENT_SHDK);
  gint64 status = get_int (check, PAMONG_RESIDENT_MARITAL_STATUS);

  if ((shdk == PAMONG_SHDK_HUSBAND || shdk == PAMONG_SHDK_WIFE) && status != 0 && status != PAMONG_MARITAL_MARRIED)
    fire_shdk (check, PAMONG_RESIDENT_MARITAL_STATUS);
}

static void
in_law_unmarried (PamongCheck *check)
{
  if (get_int (check, PAMONG_RESIDENT_SHDK) == PAMONG_SHDK_IN_LAW && get_int (check, PAMONG_RESIDENT_MARITAL_STATUS) == PAMONG_MARITAL_SINGLE)
    pamong_check_fire (check, PAMONG_RESIDENT_MARITAL_STATUS, NULL);
}

/* Permendagri 108/2019 article 10(3): a card whose members are all under 17 needs an adult head or a guardian. */
static void
head_young (PamongCheck *check)
{
  int age = pamong_check_age (check, check->record);

  if (get_int (check, PAMONG_RESIDENT_SHDK) != PAMONG_SHDK_HEAD || get_int (check, PAMONG_RESIDENT_MARITAL_STATUS) > PAMONG_MARITAL_SINGLE)
    return;
  if (age >= 0 && age < pamong_check_param (check, "min"))
    fire_age (check, PAMONG_RESIDENT_SHDK, age);
}

/* UU 16/2019: 19 for both. It was 16 for women before, so only today's age counts. */
static void
married_young (PamongCheck *check)
{
  int age = pamong_check_age (check, check->record);

  if (get_int (check, PAMONG_RESIDENT_MARITAL_STATUS) > PAMONG_MARITAL_SINGLE && age >= 0 && age < pamong_check_param (check, "min"))
    fire_age (check, PAMONG_RESIDENT_MARITAL_STATUS, age);
}

static void
marriage_early (PamongCheck *check)
{
  const char *born = get_date (check, PAMONG_RESIDENT_BIRTH_DATE);
  const char *married = get_date (check, PAMONG_RESIDENT_MARRIAGE_DATE);

  if (born != NULL && married != NULL && pamong_date_age (born, married) < pamong_check_param (check, "min"))
    fire_dates (check, PAMONG_RESIDENT_MARRIAGE_DATE, married, born);
}

static void
marriage_unmarried (PamongCheck *check)
{
  const char *married = get_date (check, PAMONG_RESIDENT_MARRIAGE_DATE);

  if (married != NULL && get_int (check, PAMONG_RESIDENT_MARITAL_STATUS) == PAMONG_MARITAL_SINGLE)
    fire_dates (check, PAMONG_RESIDENT_MARRIAGE_DATE, married, NULL);
}

static void
divorce_early (PamongCheck *check)
{
  const char *divorced = get_date (check, PAMONG_RESIDENT_DIVORCE_DATE);
  const char *married = get_date (check, PAMONG_RESIDENT_MARRIAGE_DATE);

  if (is_before (divorced, married))
    fire_dates (check, PAMONG_RESIDENT_DIVORCE_DATE, divorced, married);
}

/* params: code of the list = youngest age that is not strange */
static void
education_age (PamongCheck *check)
{
  int age = pamong_check_age (check, check->record);
  char code[12];

  if (age < 0 || age > 30)
    return;
  g_snprintf (code, sizeof code, "%d", (int) get_int (check, PAMONG_RESIDENT_EDUCATION));
  if (age < pamong_check_param (check, code))
    fire_age (check, PAMONG_RESIDENT_EDUCATION, age);
}

static void
occupation_age (PamongCheck *check)
{
  int age = pamong_check_age (check, check->record);
  gint64 occupation = get_int (check, PAMONG_RESIDENT_OCCUPATION);

  if (age >= 0 && age < pamong_check_param (check, "min") && occupation > PAMONG_OCCUPATION_NONE && occupation != PAMONG_OCCUPATION_PUPIL)
    fire_age (check, PAMONG_RESIDENT_OCCUPATION, age);
}

static void
pregnant_man (PamongCheck *check)
{
  if (get_int (check, PAMONG_RESIDENT_SEX) == PAMONG_SEX_MALE && get_int (check, PAMONG_RESIDENT_PREGNANT) == PAMONG_PREGNANT_YES)
    pamong_check_fire (check, PAMONG_RESIDENT_PREGNANT, NULL);
}

static void
parent_is_self (PamongCheck *check)
{
  static const int fields[] = { PAMONG_RESIDENT_FATHER_NIK, PAMONG_RESIDENT_MOTHER_NIK };
  const char *nik = get_text (check, PAMONG_RESIDENT_NIK);

  for (gsize i = 0; nik != NULL && i < G_N_ELEMENTS (fields); i++)
    if (g_strcmp0 (nik, get_text (check, fields[i])) == 0)
      pamong_check_fire (check, fields[i], NULL);
}

static void
not_checked (PamongCheck *check)
{
  if (pamong_record_is_set (check->record, PAMONG_RESIDENT_BATCH_UID))
    pamong_check_fire (check, PAMONG_RESIDENT_BATCH_UID, NULL);
}

const PamongPredicate pamong_predicates_resident[] = {
  { "field-missing", field_missing },
  { "date-invalid", date_invalid },
  { "date-future", date_future },
  { "date-before-birth", date_before_birth },
  { "age-over-120", age_over_120 },
  { "shdk-sex", shdk_sex },
  { "spouse-not-married", spouse_not_married },
  { "in-law-unmarried", in_law_unmarried },
  { "head-young", head_young },
  { "married-young", married_young },
  { "marriage-early", marriage_early },
  { "marriage-unmarried", marriage_unmarried },
  { "divorce-early", divorce_early },
  { "education-age", education_age },
  { "occupation-age", occupation_age },
  { "pregnant-man", pregnant_man },
  { "parent-is-self", parent_is_self },
  { "not-checked", not_checked },
  { NULL, NULL },
};
