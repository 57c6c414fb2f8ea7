/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/codes.h"
#include "domain/dates.h"
#include "domain/names.h"
#include "domain/nik.h"
#include "domain/rules-check.h"

#include <stdlib.h>
#include <string.h>

/* The card itself, and how its members stand together. Several wives are allowed; step-children and adopted ones are common. */

static const PamongRecord *
get_member (const PamongCheck *check, guint i)
{
  return check->card->members->pdata[i];
}

static gint64
get_int (const PamongCheck *check, guint i, int field)
{
  return pamong_record_int (get_member (check, i), field);
}

static const char *
get_name (const PamongRecord *record)
{
  return pamong_record_text (record, PAMONG_RESIDENT_NAME);
}

static const char *
get_birth (const PamongRecord *record)
{
  const char *date = pamong_record_text (record, PAMONG_RESIDENT_BIRTH_DATE);

  return pamong_date_is_valid (date) ? date : NULL;
}

/* Row of the first member with @shdk from @from on, or -1. */
static int
find_shdk (const PamongCheck *check, gint64 shdk, guint from)
{
  for (guint i = from; i < check->card->members->len; i++)
    if (get_int (check, i, PAMONG_RESIDENT_SHDK) == shdk)
      return (int) i;
  return -1;
}

static int
find_nik (const PamongCheck *check, const char *nik, guint from)
{
  for (guint i = from; nik != NULL && i < check->card->members->len; i++)
    if (g_strcmp0 (pamong_record_text (get_member (check, i), PAMONG_RESIDENT_NIK), nik) == 0)
      return (int) i;
  return -1;
}

static gboolean
is_spouse (const PamongCheck *check, guint i)
{
  gint64 shdk = get_int (check, i, PAMONG_RESIDENT_SHDK);

  return shdk == PAMONG_SHDK_HUSBAND || shdk == PAMONG_SHDK_WIFE;
}

static const char *
get_kk (const PamongCheck *check)
{
  return pamong_record_text (check->record, PAMONG_FAMILY_KK_NUMBER);
}

static int
two_digits (const char *digits)
{
  return (digits[0] - '0') * 10 + (digits[1] - '0');
}

/* Fires on the younger one with both birth dates and the years between. */
static void
fire_births (PamongCheck *check, int member, const PamongRecord *other)
{
  const PamongRecord *record = get_member (check, (guint) member);
  g_autofree char *shdk = pamong_check_word (record, PAMONG_RESIDENT_SHDK);
  g_autofree char *value = pamong_date_format (get_birth (record));
  g_autofree char *date = pamong_date_format (get_birth (other));
  char years[12];

  g_snprintf (years, sizeof years, "%d", pamong_date_age (get_birth (other), get_birth (record)));
  pamong_check_fire_member (check, member, PAMONG_RESIDENT_BIRTH_DATE, "shdk", shdk, "value", value, "other", get_name (other), "date", date, "age", years,
                            "other_uid", other->uid, NULL);
}

static void
kk_length (PamongCheck *check)
{
  const char *kk = get_kk (check);

  if (kk != NULL && !pamong_nik_is_well_formed (kk))
    pamong_check_fire (check, PAMONG_FAMILY_KK_NUMBER, "value", kk, NULL);
}

static void
kk_taken (PamongCheck *check)
{
  const PamongFacts *facts = check->facts;
  const char *kk = get_kk (check);
  PamongHolder *holder = kk != NULL && facts->kk_holder != NULL ? facts->kk_holder (kk, check->record->uid, facts->data) : NULL;

  if (holder != NULL)
    pamong_check_fire (check, PAMONG_FAMILY_KK_NUMBER, "value", kk, "other", holder->name, "rt", holder->rt, "other_uid", holder->uid, NULL);
  pamong_holder_free (holder);
}

static void
kk_date_impossible (PamongCheck *check)
{
  const char *kk = get_kk (check);
  char value[7];
  int day, month, year2;

  if (!pamong_nik_is_well_formed (kk) || kk[0] == '0')
    return;
  day = two_digits (kk + 6);
  month = two_digits (kk + 8);
  year2 = two_digits (kk + 10);
  if (day >= 1 && month >= 1 && month <= 12 && (g_date_valid_dmy (day, month, 2000 + year2) || g_date_valid_dmy (day, month, 1900 + year2)))
    return;
  g_snprintf (value, sizeof value, "%.6s", kk + 6);
  pamong_check_fire (check, PAMONG_FAMILY_KK_NUMBER, "value", value, NULL);
}

/* The date of recording: no card is older than params "first", so a higher year is one that has not come yet. */
static void
kk_date_future (PamongCheck *check)
{
  const char *kk = get_kk (check);
  g_autofree char *date = NULL, *value = NULL;

  if (!pamong_nik_is_well_formed (kk) || kk[0] == '0' || two_digits (kk + 10) >= pamong_check_param (check, "first") % 100)
    return;
  date = g_strdup_printf ("20%.2s-%.2s-%.2s", kk + 10, kk + 8, kk + 6);
  if (!pamong_date_is_valid (date) || check->facts->today == NULL || strcmp (date, check->facts->today) <= 0)
    return;
  value = pamong_date_format (date);
  pamong_check_fire (check, PAMONG_FAMILY_KK_NUMBER, "value", value, NULL);
}

static void
kk_province_unknown (PamongCheck *check)
{
  const char *kk = get_kk (check);
  char value[3];

  if (!pamong_nik_is_well_formed (kk) || kk[0] == '0' || pamong_province_is_known (kk))
    return;
  g_snprintf (value, sizeof value, "%.2s", kk);
  pamong_check_fire (check, PAMONG_FAMILY_KK_NUMBER, "value", value, NULL);
}

static void
fire_head_count (PamongCheck *check)
{
  int n = 0;
  char value[12];

  for (int i = find_shdk (check, PAMONG_SHDK_HEAD, 0); i >= 0; i = find_shdk (check, PAMONG_SHDK_HEAD, (guint) i + 1))
    n++;
  g_snprintf (value, sizeof value, "%d", n);
  if (n != 1)
    pamong_check_fire (check, -1, "value", value, NULL);
}

static void
head_count_new (PamongCheck *check)
{
  if (check->registering)
    fire_head_count (check);
}

static void
head_count (PamongCheck *check)
{
  if (!check->registering && check->card->members->len > 0)
    fire_head_count (check);
}

static void
member_twice (PamongCheck *check)
{
  for (guint i = 0; i < check->card->members->len; i++)
    for (guint j = i + 1; j < check->card->members->len; j++)
      {
        const char *nik = pamong_record_text (get_member (check, i), PAMONG_RESIDENT_NIK);
        char first[12], second[12];

        if (g_strcmp0 (get_member (check, i)->uid, get_member (check, j)->uid) != 0 && (nik == NULL || find_nik (check, nik, j) != (int) j))
          continue;
        g_snprintf (first, sizeof first, "%u", i + 1);
        g_snprintf (second, sizeof second, "%u", j + 1);
        pamong_check_fire_member (check, (int) j, PAMONG_RESIDENT_NIK, "value", first, "other", second, "other_uid", get_member (check, i)->uid, NULL);
      }
}

static void
member_two_families (PamongCheck *check)
{
  for (guint i = 0; i < check->card->members->len; i++)
    {
      const char *family = pamong_record_text (get_member (check, i), PAMONG_RESIDENT_FAMILY_UID);

      if (family != NULL && g_strcmp0 (family, check->record->uid) != 0)
        pamong_check_fire_member (check, (int) i, -1, "other_uid", family, NULL);
    }
}

static void
spouse_same_sex (PamongCheck *check)
{
  int head = find_shdk (check, PAMONG_SHDK_HEAD, 0);

  for (guint i = 0; head >= 0 && i < check->card->members->len; i++)
    {
      const PamongRecord *spouse = get_member (check, i);
      g_autofree char *shdk = NULL, *value = NULL;

      if (!is_spouse (check, i) || pamong_record_int (spouse, PAMONG_RESIDENT_SEX) == 0 || pamong_record_differs (spouse, get_member (check, (guint) head), PAMONG_RESIDENT_SEX))
        continue;
      shdk = pamong_check_word (spouse, PAMONG_RESIDENT_SHDK);
      value = pamong_check_word (spouse, PAMONG_RESIDENT_SEX);
      pamong_check_fire_member (check, (int) i, PAMONG_RESIDENT_SEX, "shdk", shdk, "value", value, "other", get_name (get_member (check, (guint) head)), NULL);
    }
}

static void
head_not_married (PamongCheck *check)
{
  int head = find_shdk (check, PAMONG_SHDK_HEAD, 0);
  gint64 status = head >= 0 ? get_int (check, (guint) head, PAMONG_RESIDENT_MARITAL_STATUS) : 0;

  for (guint i = 0; status != 0 && status != PAMONG_MARITAL_MARRIED && i < check->card->members->len; i++)
    if (is_spouse (check, i))
      {
        g_autofree char *value = pamong_check_word (get_member (check, (guint) head), PAMONG_RESIDENT_MARITAL_STATUS);
        g_autofree char *shdk = pamong_check_word (get_member (check, i), PAMONG_RESIDENT_SHDK);

        pamong_check_fire_member (check, head, PAMONG_RESIDENT_MARITAL_STATUS, "value", value, "other", get_name (get_member (check, i)), "shdk", shdk, NULL);
        return;
      }
}

static void
husbands_many (PamongCheck *check)
{
  int first = find_shdk (check, PAMONG_SHDK_HUSBAND, 0);
  int second = first >= 0 ? find_shdk (check, PAMONG_SHDK_HUSBAND, (guint) first + 1) : -1;

  if (second >= 0)
    pamong_check_fire_member (check, second, PAMONG_RESIDENT_SHDK, "other", get_name (get_member (check, (guint) first)), NULL);
}

/* Who stands a generation above row @i for certain: the parents named by NIK, else the head above a child or grandchild. */
static guint
find_elders (const PamongCheck *check, guint i, const PamongRecord *elders[2])
{
  int rows[] = { find_nik (check, pamong_record_text (get_member (check, i), PAMONG_RESIDENT_FATHER_NIK), 0),
                 find_nik (check, pamong_record_text (get_member (check, i), PAMONG_RESIDENT_MOTHER_NIK), 0) };
  gint64 shdk = get_int (check, i, PAMONG_RESIDENT_SHDK);
  guint n = 0;

  if (rows[0] < 0 && rows[1] < 0 && (shdk == PAMONG_SHDK_CHILD || shdk == PAMONG_SHDK_GRANDCHILD))
    rows[0] = find_shdk (check, PAMONG_SHDK_HEAD, 0);
  for (int r = 0; r < 2; r++)
    if (rows[r] >= 0 && rows[r] != (int) i && get_birth (get_member (check, (guint) rows[r])) != NULL)
      elders[n++] = get_member (check, (guint) rows[r]);
  return get_birth (get_member (check, i)) != NULL ? n : 0;
}

static void
child_older (PamongCheck *check)
{
  const PamongRecord *elders[2];

  for (guint i = 0; i < check->card->members->len; i++)
    for (guint n = find_elders (check, i, elders); n > 0; n--)
      if (strcmp (get_birth (get_member (check, i)), get_birth (elders[n - 1])) <= 0)
        fire_births (check, (int) i, elders[n - 1]);
}

/* params: shdk = fewest years between */
static void
parent_gap (PamongCheck *check)
{
  const PamongRecord *elders[2];

  for (guint i = 0; i < check->card->members->len; i++)
    for (guint n = find_elders (check, i, elders); n > 0; n--)
      {
        const char *born = get_birth (get_member (check, i));
        const char *key = get_int (check, i, PAMONG_RESIDENT_SHDK) == PAMONG_SHDK_GRANDCHILD && pamong_record_int (elders[n - 1], PAMONG_RESIDENT_SHDK) == PAMONG_SHDK_HEAD ? "6" : "4";

        if (strcmp (born, get_birth (elders[n - 1])) > 0 && pamong_date_age (get_birth (elders[n - 1]), born) < pamong_check_param (check, key))
          fire_births (check, (int) i, elders[n - 1]);
      }
}

static void
elder_younger (PamongCheck *check)
{
  int row = find_shdk (check, PAMONG_SHDK_HEAD, 0);
  const PamongRecord *head = row >= 0 ? get_member (check, (guint) row) : NULL;

  if (head == NULL || get_birth (head) == NULL)
    return;
  for (int i = find_shdk (check, PAMONG_SHDK_PARENT, 0); i >= 0; i = find_shdk (check, PAMONG_SHDK_PARENT, (guint) i + 1))
    {
      const char *born = get_birth (get_member (check, (guint) i));
      if (born != NULL && (strcmp (born, get_birth (head)) >= 0 || pamong_date_age (born, get_birth (head)) < pamong_check_param (check, "min")))
        fire_births (check, i, head);
    }
}

typedef struct {
  int nik, name;
  gint64 sex;
} ParentField;

static const ParentField parent_fields[] = {
  { PAMONG_RESIDENT_FATHER_NIK, PAMONG_RESIDENT_FATHER_NAME, PAMONG_SEX_MALE },
  { PAMONG_RESIDENT_MOTHER_NIK, PAMONG_RESIDENT_MOTHER_NAME, PAMONG_SEX_FEMALE },
};

/* Certain only when the parent's NIK stands on the same card: a head need not be the father. */
static const PamongRecord *
find_parent (const PamongCheck *check, guint i, const ParentField *field)
{
  int row = find_nik (check, pamong_record_text (get_member (check, i), field->nik), 0);

  return row >= 0 && row != (int) i ? get_member (check, (guint) row) : NULL;
}

static gboolean
is_same_name (const char *a, const char *b)
{
  g_autofree char *key_a = pamong_name_key (a);
  g_autofree char *key_b = pamong_name_key (b);

  return g_str_equal (key_a, key_b);
}

static void
parent_name_differs (PamongCheck *check)
{
  for (guint i = 0; i < check->card->members->len; i++)
    for (gsize f = 0; f < G_N_ELEMENTS (parent_fields); f++)
      {
        const PamongRecord *parent = find_parent (check, i, &parent_fields[f]);
        const char *name = pamong_record_text (get_member (check, i), parent_fields[f].name);

        if (parent != NULL && name != NULL && get_name (parent) != NULL && !is_same_name (name, get_name (parent)))
          pamong_check_fire_member (check, (int) i, parent_fields[f].name, "value", name, "other", get_name (parent), "other_uid", parent->uid,
                                    "suggestion", get_name (parent), NULL);
      }
}

static void
parent_sex (PamongCheck *check)
{
  for (guint i = 0; i < check->card->members->len; i++)
    for (gsize f = 0; f < G_N_ELEMENTS (parent_fields); f++)
      {
        const PamongRecord *parent = find_parent (check, i, &parent_fields[f]);
        gint64 sex = parent != NULL ? pamong_record_int (parent, PAMONG_RESIDENT_SEX) : 0;
        g_autofree char *value = NULL;

        if (sex == 0 || sex == parent_fields[f].sex)
          continue;
        value = pamong_check_word (parent, PAMONG_RESIDENT_SEX);
        pamong_check_fire_member (check, (int) i, parent_fields[f].nik, "other", get_name (parent), "value", value, "other_uid", parent->uid, NULL);
      }
}

const PamongPredicate pamong_predicates_family[] = {
  { "kk-length", kk_length },
  { "kk-taken", kk_taken },
  { "kk-date-impossible", kk_date_impossible },
  { "kk-date-future", kk_date_future },
  { "kk-province-unknown", kk_province_unknown },
  { "head-count-new", head_count_new },
  { "head-count", head_count },
  { "member-twice", member_twice },
  { "member-two-families", member_two_families },
  { "spouse-same-sex", spouse_same_sex },
  { "head-not-married", head_not_married },
  { "husbands-many", husbands_many },
  { "child-older", child_older },
  { "parent-gap", parent_gap },
  { "elder-younger", elder_younger },
  { "parent-name-differs", parent_name_differs },
  { "parent-sex", parent_sex },
  { NULL, NULL },
};
