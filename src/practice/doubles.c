/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/doubles.h"
#include "domain/uid.h"
#include <stdlib.h>
#include <string.h>

#define NIK_LENGTH 16
#define AGES_APART 10

/* What the second hand did; the first, only NIK left out, is the commonest. */
typedef enum { PLAIN, SWAPPED, SPELLED, LETTERS, MOTHER, YEAR, NUMBER, N_SLIPS } Slip;

static PamongRecord *
copy_anew (const PamongRecord *person)
{
  PamongRecord *again = pamong_record_copy (person);

  g_free (again->uid);
  again->uid = pamong_uid_new ();
  return again;
}

static void
set_date (PamongRecord *person, const char *year, const char *month, const char *day)
{
  g_autofree char *date = g_strdup_printf ("%.4s-%.2s-%.2s", year, month, day);

  pamong_record_set_text (person, PAMONG_RESIDENT_BIRTH_DATE, date);
}

/* SUTRISNO as it was written before 1972. */
static void
spell_old (PamongRecord *person)
{
  const char *name = pamong_record_text (person, PAMONG_RESIDENT_NAME), *at = strchr (name, 'U');
  g_autofree char *old = at != NULL ? g_strdup_printf ("%.*sOE%s", (int) (at - name), name, at + 1) : NULL;

  if (old != NULL)
    pamong_record_set_text (person, PAMONG_RESIDENT_NAME, old);
}

/* Two letters of the first word exchanged. */
static void
slip_letters (GRand *rand, PamongRecord *person)
{
  g_autofree char *name = g_strdup (pamong_record_text (person, PAMONG_RESIDENT_NAME));
  gsize word = strcspn (name, " "), at = word >= 6 ? (gsize) g_rand_int_range (rand, 2, (gint32) word - 2) : 0;
  char letter = name[at];

  if (at == 0)
    return;
  name[at] = name[at + 1];
  name[at + 1] = letter;
  pamong_record_set_text (person, PAMONG_RESIDENT_NAME, name);
}

static void
slip_date (PamongRecord *person, Slip slip)
{
  g_autofree char *date = g_strdup (pamong_record_text (person, PAMONG_RESIDENT_BIRTH_DATE));

  if (slip == YEAR)
    date[3] = date[3] < '5' ? date[3] + 1 : date[3] - 1;
  if (slip == SWAPPED && atoi (date + 8) <= 12)
    set_date (person, date, date + 8, date + 5);
  else if (slip == YEAR)
    set_date (person, date, date + 5, date + 8);
}

/* The year within the number with its digits exchanged. */
static void
slip_number (PamongRecord *again, const PamongRecord *person)
{
  g_autofree char *nik = g_strdup (pamong_record_text (person, PAMONG_RESIDENT_NIK));

  if (nik == NULL || strlen (nik) != NIK_LENGTH || nik[10] == nik[11])
    return;
  nik[10] = nik[11];
  nik[11] = pamong_record_text (person, PAMONG_RESIDENT_NIK)[10];
  pamong_record_set_text (again, PAMONG_RESIDENT_NIK, nik);
}

PamongRecord *
pamong_practice_double (GRand *rand, const PamongRecord *person)
{
  PamongRecord *again = copy_anew (person);
  gint32 drawn = g_rand_int_range (rand, 0, 2 * N_SLIPS);
  Slip slip = drawn < N_SLIPS ? (Slip) drawn : PLAIN;

  pamong_record_clear (again, PAMONG_RESIDENT_NIK);
  if (slip == SPELLED)
    spell_old (again);
  else if (slip == LETTERS)
    slip_letters (rand, again);
  else if (slip == MOTHER)
    pamong_record_clear (again, PAMONG_RESIDENT_MOTHER_NAME);
  else if (slip == NUMBER)
    slip_number (again, person);
  else
    slip_date (again, slip);
  return again;
}

PamongRecord *
pamong_practice_twin (GRand *rand, const PamongRecord *child)
{
  g_autofree char *name = g_strdup (pamong_record_text (child, PAMONG_RESIDENT_NAME)), *nik = g_strdup (pamong_record_text (child, PAMONG_RESIDENT_NIK));
  PamongRecord *twin;
  int serial;

  if (nik == NULL || strlen (nik) != NIK_LENGTH || *name == '\0')
    return NULL;
  twin = copy_anew (child);
  /* Half the serial numbers on: the next ones are for whoever comes next. */
  serial = (atoi (nik + 12) + 4999) % 9999 + 1;
  g_snprintf (nik + 12, 5, "%04d", serial);
  name[strlen (name) - 1] = name[strlen (name) - 1] == 'A' ? 'I' : 'A';
  pamong_record_set_text (twin, PAMONG_RESIDENT_NAME, name);
  /* The second of two is not always registered at once. */
  pamong_record_set_text (twin, PAMONG_RESIDENT_NIK, g_rand_int_range (rand, 0, 4) == 0 ? NULL : nik);
  return twin;
}

void
pamong_practice_namesake (GRand *rand, PamongRecord *person, const PamongRecord *other)
{
  const char *born = pamong_record_text (person, PAMONG_RESIDENT_BIRTH_DATE), *date = pamong_record_text (other, PAMONG_RESIDENT_BIRTH_DATE);
  gint32 drawn = g_rand_int_range (rand, 0, 3);

  /* Whoever is taken for another is of about the same age. */
  if (pamong_record_int (person, PAMONG_RESIDENT_SEX) != pamong_record_int (other, PAMONG_RESIDENT_SEX) || abs (atoi (born) - atoi (date)) > AGES_APART)
    return;
  pamong_record_set_text (person, PAMONG_RESIDENT_NAME, pamong_record_text (other, PAMONG_RESIDENT_NAME));
  if (drawn == 0)
    pamong_record_set_text (person, PAMONG_RESIDENT_BIRTH_DATE, date);
  else if (drawn == 1)
    set_date (person, date, born + 5, born + 8);
}
