/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/family/suggest.h"
#include "domain/dates.h"
#include "domain/nik.h"

/* Codes of data/codes that the guesses below speak of. */
enum { MALE = 1, FEMALE = 2 };
enum { SINGLE = 1, MARRIED = 2 };
enum { HEAD = 1, HUSBAND = 2, WIFE = 3, CHILD = 4 };
enum { NOT_SCHOOLED = 1, NOT_WORKING = 1, INDONESIAN = 1 };
#define SCHOOL_AGE 6
#define MARRYING_AGE 16

static gboolean
say_int (PamongValue *value, gint64 number)
{
  if (number == 0)
    return FALSE;
  *value = (PamongValue){ .type = PAMONG_VALUE_INT, .i = number };
  return TRUE;
}

static gboolean
say_text (PamongValue *value, const char *text)
{
  if (text == NULL)
    return FALSE;
  *value = (PamongValue){ .type = PAMONG_VALUE_TEXT, .s = g_strdup (text) };
  return TRUE;
}

static gboolean
from_nik (const PamongRecord *member, int field, const char *today, PamongValue *value)
{
  g_autofree char *birth_date = NULL;
  int sex = 0;
  const char *nik = pamong_record_text (member, PAMONG_RESIDENT_NIK);

  if (nik == NULL || !pamong_nik_suggest (nik, today, &birth_date, &sex))
    return FALSE;
  return field == PAMONG_RESIDENT_SEX ? say_int (value, sex) : say_text (value, birth_date);
}

static int
age_of (const PamongRecord *member, const char *today)
{
  const char *birth_date = pamong_record_text (member, PAMONG_RESIDENT_BIRTH_DATE);

  return birth_date != NULL ? pamong_date_age (birth_date, today) : -1;
}

/* The second row of a married head, of the other sex and not a child. */
static gboolean
looks_like_spouse (GPtrArray *members, guint row, const char *today)
{
  const PamongRecord *head = g_ptr_array_index (members, 0), *member = g_ptr_array_index (members, row);
  gint64 status = pamong_record_int (member, PAMONG_RESIDENT_MARITAL_STATUS);
  int age = age_of (member, today);

  return row == 1 && pamong_record_int (head, PAMONG_RESIDENT_MARITAL_STATUS) == MARRIED && (status == 0 || status == MARRIED)
         && pamong_record_int (member, PAMONG_RESIDENT_SEX) != pamong_record_int (head, PAMONG_RESIDENT_SEX) && (age < 0 || age >= MARRYING_AGE);
}

static gint64
guess_shdk (GPtrArray *members, guint row, const char *today)
{
  const PamongRecord *head = g_ptr_array_index (members, 0);

  if (row == 0)
    return HEAD;
  if (!looks_like_spouse (members, row, today))
    return CHILD;
  return pamong_record_int (head, PAMONG_RESIDENT_SEX) == FEMALE ? HUSBAND : WIFE;
}

/* The father or mother of a child of the head: head and spouse by their sex. */
static const char *
guess_parent (GPtrArray *members, guint row, gint64 sex, const char *today)
{
  gint64 own = pamong_record_int (g_ptr_array_index (members, row), PAMONG_RESIDENT_SHDK);

  if ((own != 0 ? own : guess_shdk (members, row, today)) != CHILD)
    return NULL;
  for (guint i = 0; i < row; i++)
    {
      const PamongRecord *elder = g_ptr_array_index (members, i);
      gint64 shdk = pamong_record_int (elder, PAMONG_RESIDENT_SHDK);

      if (shdk >= HEAD && shdk <= WIFE && pamong_record_int (elder, PAMONG_RESIDENT_SEX) == sex)
        return pamong_record_text (elder, PAMONG_RESIDENT_NAME);
    }
  return NULL;
}

gboolean
pamong_suggest_member (GPtrArray *members, guint row, int field, const char *today, PamongValue *value)
{
  const PamongRecord *member = g_ptr_array_index (members, row);
  const PamongRecord *above = row > 0 ? g_ptr_array_index (members, row - 1) : NULL;
  const PamongRecord *head = g_ptr_array_index (members, 0);
  int age = age_of (member, today);

  pamong_value_clear (value);
  switch (field)
    {
    case PAMONG_RESIDENT_SEX:
    case PAMONG_RESIDENT_BIRTH_DATE:
      return from_nik (member, field, today, value);
    case PAMONG_RESIDENT_BIRTH_PLACE:
      return above != NULL && say_text (value, pamong_record_text (above, field));
    case PAMONG_RESIDENT_RELIGION:
      return above != NULL && say_int (value, pamong_record_int (above, field));
    case PAMONG_RESIDENT_NATIONALITY:
      return say_int (value, above != NULL && pamong_record_is_set (above, field) ? pamong_record_int (above, field) : INDONESIAN);
    case PAMONG_RESIDENT_EDUCATION:
      return age >= 0 && age < SCHOOL_AGE && say_int (value, NOT_SCHOOLED);
    case PAMONG_RESIDENT_OCCUPATION:
      return age >= 0 && age < SCHOOL_AGE && say_int (value, NOT_WORKING);
    case PAMONG_RESIDENT_MARITAL_STATUS:
      return say_int (value, row == 0 || looks_like_spouse (members, row, today) ? MARRIED : SINGLE);
    case PAMONG_RESIDENT_MARRIAGE_DATE:
      return looks_like_spouse (members, row, today) && say_text (value, pamong_record_text (head, field));
    case PAMONG_RESIDENT_SHDK:
      return say_int (value, guess_shdk (members, row, today));
    case PAMONG_RESIDENT_FATHER_NAME:
      return say_text (value, guess_parent (members, row, MALE, today));
    case PAMONG_RESIDENT_MOTHER_NAME:
      return say_text (value, guess_parent (members, row, FEMALE, today));
    default:
      return FALSE;
    }
}
