/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/codes.h"
#include "domain/dates.h"
#include "domain/nik.h"
#include "domain/rules_check.h"

#include <string.h>

/* The card itself: its number, its head, who stands on it. How its members are related is in rules_kin.c. */

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

  for (int i = pamong_check_find_shdk (check, PAMONG_SHDK_HEAD, 0); i >= 0; i = pamong_check_find_shdk (check, PAMONG_SHDK_HEAD, (guint) i + 1))
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

static gboolean
is_same_person (const PamongRecord *a, const PamongRecord *b)
{
  const char *nik = pamong_record_text (a, PAMONG_RESIDENT_NIK);

  return g_strcmp0 (a->uid, b->uid) == 0 || (nik != NULL && g_strcmp0 (nik, pamong_record_text (b, PAMONG_RESIDENT_NIK)) == 0);
}

static void
member_twice (PamongCheck *check)
{
  for (guint i = 0; i < check->card->members->len; i++)
    for (guint j = i + 1; j < check->card->members->len; j++)
      {
        const PamongRecord *earlier = pamong_check_member (check, i);
        char first[12], second[12];

        if (!is_same_person (earlier, pamong_check_member (check, j)))
          continue;
        g_snprintf (first, sizeof first, "%u", i + 1);
        g_snprintf (second, sizeof second, "%u", j + 1);
        pamong_check_fire_member (check, (int) j, PAMONG_RESIDENT_NIK, "value", first, "other", second, "other_uid", earlier->uid, NULL);
      }
}

static void
member_two_families (PamongCheck *check)
{
  for (guint i = 0; i < check->card->members->len; i++)
    {
      const char *family = pamong_record_text (pamong_check_member (check, i), PAMONG_RESIDENT_FAMILY_UID);

      if (family != NULL && g_strcmp0 (family, check->record->uid) != 0)
        pamong_check_fire_member (check, (int) i, -1, "other_uid", family, NULL);
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
  { NULL, NULL },
};
