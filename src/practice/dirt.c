/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/dirt.h"
#include "domain/codes.h"
#include "practice/doubles.h"
#include "practice/shares.h"
#include <stdlib.h>
#include <string.h>

/* Doubles are of people met not long ago: the same person typed from two lists. */
#define SEEN_MAX 50
#define SHDK_OTHER_KIN 9

struct _PamongDirt {
  GRand *rand;
  GHashTable *shares; /* what -> per thousand */
  GPtrArray *seen;    /* PamongRecord */
  GPtrArray *planted; /* uids, two by two */
};

static gboolean
happens (PamongDirt *dirt, const char *what)
{
  return pamong_shares_happens (dirt->shares, dirt->rand, what);
}

/* The day within the NIK says another date than the birth date: mistyped once, in a list long ago. */
static void
shift_nik (PamongDirt *dirt, PamongRecord *person)
{
  const char *nik = pamong_record_text (person, PAMONG_RESIDENT_NIK);
  g_autofree char *wrong = NULL;

  if (nik == NULL || strlen (nik) != 16)
    return;
  wrong = g_strdup (nik);
  wrong[9] = wrong[9] == '1' ? '0' : '1';
  if (wrong[8] == '0' && wrong[9] == '0')
    wrong[9] = '2';
  pamong_record_set_text (person, PAMONG_RESIDENT_NIK, wrong);
}

static void
set_year (PamongRecord *person, int year, const char *day)
{
  g_autofree char *date = g_strdup_printf ("%04d-%s", year, day);

  pamong_record_set_text (person, PAMONG_RESIDENT_BIRTH_DATE, date);
}

static void
soil_person (PamongDirt *dirt, PamongRecord *person)
{
  int born = atoi (pamong_record_text (person, PAMONG_RESIDENT_BIRTH_DATE));
  const PamongRecord *other = dirt->seen->len > 0 ? dirt->seen->pdata[g_rand_int_range (dirt->rand, 0, (gint32) dirt->seen->len)] : NULL;

  if (happens (dirt, "january") && born < 1975)
    set_year (person, born, "01-01");
  if (happens (dirt, "nik_date"))
    shift_nik (dirt, person);
  if (happens (dirt, "nik_shared") && other != NULL)
    pamong_record_set_text (person, PAMONG_RESIDENT_NIK, pamong_record_text (other, PAMONG_RESIDENT_NIK));
  if (happens (dirt, "nik_missing"))
    pamong_record_set_text (person, PAMONG_RESIDENT_NIK, NULL);
  if (happens (dirt, "mother_missing"))
    pamong_record_set_text (person, PAMONG_RESIDENT_MOTHER_NAME, NULL);
  /* Whoever died long ago and was never struck off is a hundred and more by now. */
  if (happens (dirt, "dead_listed") && born < 1960)
    set_year (person, 1905 + g_rand_int_range (dirt->rand, 0, 16), "12-31");
}

static void
soil_heads (PamongDirt *dirt, PamongFamilyCard *card)
{
  gboolean two = happens (dirt, "card_two_heads"), none = happens (dirt, "card_no_head");

  if (two && card->members->len > 1)
    pamong_record_set_int (card->members->pdata[1], PAMONG_RESIDENT_SHDK, 1);
  else if (none && card->members->len > 1)
    pamong_record_set_int (card->members->pdata[0], PAMONG_RESIDENT_SHDK, 9);
}

/* Persons met before stand on this card as well. */
static void
add_doubles (PamongDirt *dirt, PamongFamilyCard *card, guint n, guint room)
{
  for (guint i = 0; i < n; i++)
    {
      const PamongRecord *seen = dirt->seen->len > 0 ? dirt->seen->pdata[g_rand_int_range (dirt->rand, 0, (gint32) dirt->seen->len)] : NULL;
      PamongRecord *again;

      if (!happens (dirt, "double") || seen == NULL || card->members->len >= room)
        continue;
      again = pamong_practice_double (dirt->rand, seen);
      pamong_record_set_text (again, PAMONG_RESIDENT_FAMILY_UID, card->family->uid);
      pamong_record_set_int (again, PAMONG_RESIDENT_SHDK, SHDK_OTHER_KIN);
      g_ptr_array_add (card->members, again);
      g_ptr_array_add (dirt->planted, g_strdup (seen->uid));
      g_ptr_array_add (dirt->planted, g_strdup (again->uid));
    }
}

/* Two people who look like one: nobody is to take them for a double. */
static void
add_lookalikes (PamongDirt *dirt, PamongFamilyCard *card, guint n, guint room)
{
  PamongRecord *last = card->members->pdata[n - 1];
  const PamongRecord *seen = dirt->seen->len > 0 ? dirt->seen->pdata[g_rand_int_range (dirt->rand, 0, (gint32) dirt->seen->len)] : NULL;
  PamongRecord *twin;

  if (happens (dirt, "card_namesake") && seen != NULL)
    pamong_practice_namesake (dirt->rand, card->members->pdata[g_rand_int_range (dirt->rand, 0, (gint32) n)], seen);
  if (!happens (dirt, "card_twins") || card->members->len >= room || pamong_record_int (last, PAMONG_RESIDENT_SHDK) != PAMONG_SHDK_CHILD)
    return;
  twin = pamong_practice_twin (dirt->rand, last);
  if (twin != NULL)
    g_ptr_array_add (card->members, twin);
}

static void
remember (PamongDirt *dirt, const PamongFamilyCard *card, guint n)
{
  for (guint i = 0; i < n; i++)
    if (pamong_record_is_set (card->members->pdata[i], PAMONG_RESIDENT_NIK))
      g_ptr_array_add (dirt->seen, pamong_record_copy (card->members->pdata[i]));
  while (dirt->seen->len > SEEN_MAX)
    g_ptr_array_remove_index (dirt->seen, 0);
}

PamongDirt *
pamong_dirt_new (guint32 seed, const char *village)
{
  PamongDirt *dirt = g_new0 (PamongDirt, 1);
  guint32 seeds[3] = { seed, g_str_hash (village), 1945 };

  dirt->rand = g_rand_new_with_seed_array (seeds, 3);
  dirt->shares = pamong_shares_read ();
  dirt->seen = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_record_free);
  dirt->planted = g_ptr_array_new_with_free_func (g_free);
  return dirt;
}

void
pamong_dirt_free (PamongDirt *dirt)
{
  g_rand_free (dirt->rand);
  g_hash_table_unref (dirt->shares);
  g_ptr_array_unref (dirt->seen);
  g_ptr_array_unref (dirt->planted);
  g_free (dirt);
}

void
pamong_dirt_soil (PamongDirt *dirt, PamongFamilyCard *card, guint room)
{
  guint n = card->members->len;

  for (guint i = 0; i < n; i++)
    soil_person (dirt, card->members->pdata[i]);
  soil_heads (dirt, card);
  add_lookalikes (dirt, card, n, room);
  add_doubles (dirt, card, n, room);
  remember (dirt, card, n);
}

GPtrArray *
pamong_dirt_planted (PamongDirt *dirt)
{
  return dirt->planted;
}
