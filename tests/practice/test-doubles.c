/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "office/doubles.h"
#include "practice/practice.h"

#include <glib/gstdio.h>

/* Of the doubles that dirty base data has, how many are found, and how many of those named are none: floors, so that a point changed in the data cannot lose them unseen. */

#define AREA "35.22.28.2004"
#define PEOPLE 3000
#define SLICE 35
#define RECALL 0.9
#define PRECISION 0.9

static PamongOffice *
new_office (void)
{
  g_autofree char *dir = g_dir_make_tmp ("pamong-doubles-XXXXXX", NULL);
  g_autofree char *recovery = NULL;
  g_autoptr (GError) error = NULL;
  PamongOffice *office = pamong_office_init (dir, PAMONG_LEVEL_VILLAGE, AREA, "Peserta", PAMONG_DUTY_OPERATOR, "rahasia-desa-1", &recovery, &error);

  g_assert_no_error (error);
  return office;
}

static void
close_office (PamongOffice *office)
{
  g_autofree char *dir = g_strdup (pamong_store_dir (pamong_office_store (office)));
  g_autoptr (GDir) files = NULL;
  const char *name;

  pamong_office_close (office);
  files = g_dir_open (dir, 0, NULL);
  while ((name = g_dir_read_name (files)) != NULL)
    {
      g_autofree char *path = g_build_filename (dir, name, NULL);

      g_remove (path);
    }
  g_rmdir (dir);
}

/* Whose record a uid is: the first of those planted. */
static const char *
first_of (GHashTable *doubles, const char *uid)
{
  const char *first = g_hash_table_lookup (doubles, uid);

  return first != NULL ? first : uid;
}

/* Returns: (transfer full): uid of a double -> uid of the person. */
static GHashTable *
fill (PamongOffice *office, guint32 seed)
{
  g_autoptr (PamongPractice) practice = pamong_practice_new (seed, AREA);
  GHashTable *doubles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GPtrArray *planted;
  g_autoptr (GError) error = NULL;

  pamong_practice_set_dirt (practice, seed);
  for (guint n = 0; n < PEOPLE;)
    {
      g_autoptr (GPtrArray) slice = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_family_card_free);

      while (n < PEOPLE && slice->len < SLICE)
        {
          PamongFamilyCard *card = pamong_practice_next (practice, PEOPLE - n);

          n += card->members->len;
          g_ptr_array_add (slice, card);
        }
      g_assert_true (pamong_office_register_families (office, slice, FALSE, NULL, &error));
      g_assert_no_error (error);
    }
  planted = pamong_practice_planted (practice);
  for (guint i = 0; i < planted->len; i += 2)
    g_hash_table_insert (doubles, g_strdup (planted->pdata[i + 1]), g_strdup (planted->pdata[i]));
  return doubles;
}

static void
tell (const PamongDouble *pair, const char *what)
{
  g_autofree char *words = pamong_double_words (pair->reasons);

  g_test_message ("%s: %s, %s, %s: %s %s", what, pamong_double_rank_name (pair->rank), pair->one.name, pair->other.name, pair->one.born, words);
}

static void
tell_missed (PamongStore *store, const char *uid, const char *person)
{
  g_autoptr (PamongRecord) one = pamong_store_get (store, PAMONG_KIND_RESIDENT, person, NULL), again = pamong_store_get (store, PAMONG_KIND_RESIDENT, uid, NULL);

  g_test_message ("missed: %s %s, %s %s", pamong_record_text (one, PAMONG_RESIDENT_NAME), pamong_record_text (one, PAMONG_RESIDENT_BIRTH_DATE),
                  pamong_record_text (again, PAMONG_RESIDENT_NAME), pamong_record_text (again, PAMONG_RESIDENT_BIRTH_DATE));
}

static void
test_seed (gconstpointer data)
{
  PamongOffice *office = new_office ();
  g_autoptr (GHashTable) doubles = fill (office, GPOINTER_TO_UINT (data)), found = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) pairs = pamong_doubles_find (pamong_office_store (office), NULL, NULL);
  guint right = 0, missed = 0;
  GHashTableIter iter;
  gpointer uid, person;

  g_assert_nonnull (pairs);
  for (guint i = 0; i < pairs->len; i++)
    {
      const PamongDouble *pair = pairs->pdata[i];

      if (!g_str_equal (first_of (doubles, pair->one.uid), first_of (doubles, pair->other.uid)))
        {
          tell (pair, "two people");
          continue;
        }
      right++;
      g_hash_table_add (found, pair->one.uid);
      g_hash_table_add (found, pair->other.uid);
    }
  g_hash_table_iter_init (&iter, doubles);
  while (g_hash_table_iter_next (&iter, &uid, &person))
    if (!g_hash_table_contains (found, uid))
      {
        missed++;
        tell_missed (pamong_office_store (office), uid, person);
      }
  g_test_message ("planted %u, missed %u; named %u, right %u", g_hash_table_size (doubles), missed, pairs->len, right);
  g_assert_cmpuint (g_hash_table_size (doubles), >=, 15);
  g_assert_cmpfloat (missed, <=, (1 - RECALL) * g_hash_table_size (doubles));
  g_assert_cmpfloat (right, >=, PRECISION * pairs->len);
  close_office (office);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/practice-doubles/7", GUINT_TO_POINTER (7), test_seed);
  g_test_add_data_func ("/practice-doubles/8", GUINT_TO_POINTER (8), test_seed);
  return g_test_run ();
}
