/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/codes.h"
#include "domain/data.h"
#include "domain/dates.h"
#include "domain/nik.h"
#include "domain/rules_check.h"

#include <string.h>

/* UU 23/2006: a NIK is for life. It keeps the district and the birth date of its first day, so only what no NIK can be is refused. */

#define NIK PAMONG_RESIDENT_NIK

static const char *
get_nik (const PamongCheck *check)
{
  return pamong_record_text (check->record, NIK);
}

/* Parts of a NIK that Dukcapil issued; a temporary number holds a village code in their place. */
static gboolean
read_issued (const PamongCheck *check, PamongNikInfo *info)
{
  return pamong_nik_parse (get_nik (check), info) && !info->temporary;
}

static gboolean
has_date_digits (const PamongNikInfo *info)
{
  return info->day >= 1 && info->day <= 31 && info->month >= 1 && info->month <= 12;
}

/* Some century must have this day: 29 February of 00 existed in 2000. */
static gboolean
date_exists (int day, int month, int year2)
{
  return g_date_valid_dmy (day, month, 1900 + year2) || g_date_valid_dmy (day, month, 2000 + year2);
}

static gboolean *
read_provinces (void)
{
  g_autofree char *text = pamong_data_text ("regions/provinces.csv");
  g_autoptr (GPtrArray) rows = pamong_csv_parse (text, NULL);
  gboolean *known = g_new0 (gboolean, 100);

  for (guint i = 0; i < rows->len; i++)
    {
      const char *code = ((char **) rows->pdata[i])[0];
      if (g_ascii_isdigit (code[0]) && g_ascii_isdigit (code[1]))
        known[(code[0] - '0') * 10 + (code[1] - '0')] = TRUE;
    }
  return known;
}

gboolean
pamong_province_is_known (const char *digits)
{
  static gboolean *known;

  if (g_once_init_enter (&known))
    g_once_init_leave (&known, read_provinces ());
  return known[(digits[0] - '0') * 10 + (digits[1] - '0')];
}

/* Only districts of our own regency are known by number. */
static gboolean
is_unknown_district (const PamongNikInfo *info)
{
  char code[] = "35.22.xx";

  if (strcmp (info->regency, "3522") != 0)
    return FALSE;
  memcpy (code + 6, info->district + 4, 2);
  return pamong_regions_find (code) == NULL;
}

static void
nik_length (PamongCheck *check)
{
  const char *nik = get_nik (check);

  if (nik != NULL && !pamong_nik_is_well_formed (nik))
    pamong_check_fire (check, NIK, "value", nik, NULL);
}

static void
parent_nik_length (PamongCheck *check)
{
  static const int fields[] = { PAMONG_RESIDENT_FATHER_NIK, PAMONG_RESIDENT_MOTHER_NIK };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *nik = pamong_record_text (check->record, fields[i]);
      if (nik != NULL && !pamong_nik_is_well_formed (nik))
        pamong_check_fire (check, fields[i], "value", nik, NULL);
    }
}

static gboolean
is_same_village (const PamongCheck *check, const PamongHolder *holder)
{
  return holder->area == NULL || check->record->area == NULL || g_str_equal (holder->area, check->record->area);
}

static void
nik_taken (PamongCheck *check)
{
  const PamongHolder *holder = pamong_check_holder (check);

  if (holder != NULL && is_same_village (check, holder))
    pamong_check_fire (check, NIK, "nik", get_nik (check), "other", holder->name, "rt", holder->rt, "other_uid", holder->uid, NULL);
}

static void
nik_elsewhere (PamongCheck *check)
{
  const PamongHolder *holder = pamong_check_holder (check);
  g_autofree char *place = NULL;

  if (holder == NULL || is_same_village (check, holder))
    return;
  place = pamong_regions_title (holder->area);
  pamong_check_fire (check, NIK, "other", holder->name, "place", place, "other_uid", holder->uid, NULL);
}

static void
nik_is_kk (PamongCheck *check)
{
  const char *nik = get_nik (check);

  if (nik != NULL && check->family != NULL && g_strcmp0 (nik, pamong_record_text (check->family, PAMONG_FAMILY_KK_NUMBER)) == 0)
    pamong_check_fire (check, NIK, "nik", nik, NULL);
}

static void
nik_serial (PamongCheck *check)
{
  PamongNikInfo info;

  if (read_issued (check, &info) && info.serial == 0)
    pamong_check_fire (check, NIK, NULL);
}

static void
nik_month (PamongCheck *check)
{
  PamongNikInfo info;
  char value[3];

  if (!read_issued (check, &info) || (info.month >= 1 && info.month <= 12))
    return;
  g_snprintf (value, sizeof value, "%.2s", get_nik (check) + 8);
  pamong_check_fire (check, NIK, "value", value, NULL);
}

static void
nik_day (PamongCheck *check)
{
  PamongNikInfo info;
  char value[3];

  if (!read_issued (check, &info) || (info.day >= 1 && info.day <= 31))
    return;
  g_snprintf (value, sizeof value, "%.2s", get_nik (check) + 6);
  pamong_check_fire (check, NIK, "value", value, NULL);
}

static void
nik_date_impossible (PamongCheck *check)
{
  PamongNikInfo info;
  g_autofree char *value = NULL;

  if (!read_issued (check, &info) || !has_date_digits (&info) || date_exists (info.day, info.month, info.year2))
    return;
  value = g_strdup_printf ("%02d-%02d-%02d", info.day, info.month, info.year2);
  pamong_check_fire (check, NIK, "value", value, NULL);
}

/* The date in the NIK with the century of @birth_date, or NULL when that does not exist. */
static char *
compose_date (const PamongNikInfo *info, const char *birth_date)
{
  char *date = g_strdup_printf ("%.2s%02d-%02d-%02d", birth_date, info->year2, info->month, info->day);

  if (!pamong_date_is_valid (date))
    g_clear_pointer (&date, g_free);
  return date;
}

static void
nik_date_differs (PamongCheck *check)
{
  const char *birth_date = pamong_record_text (check->record, PAMONG_RESIDENT_BIRTH_DATE);
  PamongNikInfo info;
  g_autofree char *date = NULL, *value = NULL, *other = NULL;
  int sex;

  if (!pamong_date_is_valid (birth_date) || !read_issued (check, &info) || !has_date_digits (&info))
    return;
  date = compose_date (&info, birth_date);
  if (date == NULL || g_str_equal (date, birth_date))
    return;
  g_clear_pointer (&date, g_free);
  pamong_nik_suggest (get_nik (check), check->facts->today, &date, &sex);
  value = pamong_date_format (birth_date);
  other = date != NULL ? pamong_date_format (date) : g_strdup_printf ("%02d-%02d-%02d", info.day, info.month, info.year2);
  pamong_check_fire (check, PAMONG_RESIDENT_BIRTH_DATE, "value", value, "other", other, "suggestion", date, NULL);
}

static void
nik_sex_differs (PamongCheck *check)
{
  gint64 sex = pamong_record_int (check->record, PAMONG_RESIDENT_SEX);
  PamongNikInfo info;
  g_autofree char *value = NULL, *other = NULL;

  if (sex == 0 || !read_issued (check, &info) || !has_date_digits (&info) || (sex == PAMONG_SEX_FEMALE) == info.female)
    return;
  value = pamong_check_word (check->record, PAMONG_RESIDENT_SEX);
  other = g_ascii_strdown (pamong_codes_display ("jenis_kelamin", info.female ? PAMONG_SEX_FEMALE : PAMONG_SEX_MALE), -1);
  pamong_check_fire (check, PAMONG_RESIDENT_SEX, "value", value, "other", other, "suggestion", info.female ? "2" : "1", NULL);
}

static void
nik_province_unknown (PamongCheck *check)
{
  PamongNikInfo info;

  if (read_issued (check, &info) && !pamong_province_is_known (info.province))
    pamong_check_fire (check, NIK, "value", info.province, NULL);
}

static void
nik_district_unknown (PamongCheck *check)
{
  PamongNikInfo info;

  if (read_issued (check, &info) && is_unknown_district (&info))
    pamong_check_fire (check, NIK, "value", info.district, NULL);
}

static void
nik_temporary (PamongCheck *check)
{
  PamongNikInfo info;

  if (pamong_nik_parse (get_nik (check), &info) && info.temporary)
    pamong_check_fire (check, NIK, NULL);
}

static void
nik_missing (PamongCheck *check)
{
  if (get_nik (check) == NULL)
    pamong_check_fire (check, NIK, NULL);
}

const PamongPredicate pamong_predicates_nik[] = {
  { "nik-length", nik_length },
  { "nik-taken", nik_taken },
  { "nik-is-kk", nik_is_kk },
  { "parent-nik-length", parent_nik_length },
  { "nik-serial", nik_serial },
  { "nik-month", nik_month },
  { "nik-day", nik_day },
  { "nik-date-impossible", nik_date_impossible },
  { "nik-date-differs", nik_date_differs },
  { "nik-sex-differs", nik_sex_differs },
  { "nik-province-unknown", nik_province_unknown },
  { "nik-district-unknown", nik_district_unknown },
  { "nik-elsewhere", nik_elsewhere },
  { "nik-temporary", nik_temporary },
  { "nik-missing", nik_missing },
  { NULL, NULL },
};
