/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/practice.h"
#include "practice/dirt.h"
#include "domain/clock.h"
#include "domain/data.h"
#include "domain/dates.h"
#include "domain/uid.h"
#include <stdlib.h>
#include <string.h>

/* One pool of words or figures with their shares. */
typedef struct {
  GPtrArray *values;
  GArray *shares;
  int sum;
} Pool;

struct _PamongPractice {
  GRand *rand;
  GRand *uids; /* of their own: an act that makes more of them does not change who comes next */
  char *village;
  int year;
  GHashTable *pools;
  guint serial;
  guint families;
  PamongDirt *dirt; /* (nullable) */
};

static void
free_pool (gpointer data)
{
  Pool *pool = data;
  g_ptr_array_unref (pool->values);
  g_array_unref (pool->shares);
  g_free (pool);
}

static void
add_to_pool (PamongPractice *p, const char *name, const char *value, int share)
{
  Pool *pool = g_hash_table_lookup (p->pools, name);
  if (pool == NULL)
    {
      pool = g_new0 (Pool, 1);
      pool->values = g_ptr_array_new_with_free_func (g_free);
      pool->shares = g_array_new (FALSE, FALSE, sizeof (int));
      g_hash_table_insert (p->pools, g_strdup (name), pool);
    }
  g_ptr_array_add (pool->values, g_strdup (value));
  g_array_append_val (pool->shares, share);
  pool->sum += share;
}

static const char *
pick (PamongPractice *p, const char *name)
{
  Pool *pool = g_hash_table_lookup (p->pools, name);
  int at = g_rand_int_range (p->rand, 0, pool->sum);

  for (guint i = 0; i < pool->values->len; i++)
    if ((at -= g_array_index (pool->shares, int, i)) < 0)
      return pool->values->pdata[i];
  return pool->values->pdata[0];
}

static gboolean
chance (PamongPractice *p, double share)
{
  return g_rand_double (p->rand) < share;
}

static void
read_pools (PamongPractice *p)
{
  g_autofree char *names = pamong_data_text ("practice/names.csv");
  g_autofree char *shares = pamong_data_text ("practice/shares.csv");
  g_autoptr (GPtrArray) rows = pamong_csv_parse (names, NULL);
  g_autoptr (GPtrArray) share_rows = pamong_csv_parse (shares, NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      char **row = rows->pdata[i];
      g_autofree char *pool = g_strconcat (row[0], row[1], NULL);
      add_to_pool (p, pool, row[2], 1);
    }
  for (guint i = 0; i < share_rows->len; i++)
    {
      char **row = share_rows->pdata[i];
      if (g_strv_length (row) == 3 && row[0][0] != '#')
        add_to_pool (p, row[0], row[1], atoi (row[2]));
    }
}

static void
fill_random (guint8 *bytes, gsize n, gpointer data)
{
  for (gsize i = 0; i < n; i++)
    bytes[i] = (guint8) g_rand_int_range (data, 0, 256);
}

/* One word for the old generation, two for the middle, two or three for the young. */
static char *
make_name (PamongPractice *p, int sex, int born)
{
  const char *s = sex == 1 ? "1" : "2";
  g_autofree char *one = g_strconcat ("one", s, NULL);
  g_autofree char *first = g_strconcat ("first", s, NULL);
  g_autofree char *second = g_strconcat ("second", s, NULL);
  g_autofree char *young = g_strconcat ("young", s, NULL);
  g_autofree char *last = g_strconcat ("last", s, NULL);
  double one_word = born < 1970 ? 0.75 : born < 1990 ? 0.45 : born < 2005 ? 0.10 : 0.0;

  if (chance (p, one_word))
    return g_strdup (pick (p, one));
  if (born < 2000)
    return g_strdup_printf ("%s %s", pick (p, first), pick (p, second));
  if (chance (p, 0.4))
    return g_strdup_printf ("%s %s %s", pick (p, young), pick (p, second), pick (p, last));
  return g_strdup_printf ("%s %s", pick (p, young), pick (p, last));
}

static char *
make_nik (PamongPractice *p, const char *birth_date, int sex)
{
  int year = atoi (birth_date), month = atoi (birth_date + 5), day = atoi (birth_date + 8);
  g_auto (GStrv) code = g_strsplit (p->village, ".", -1);

  /* The serial runs on, so that no NIK is made twice in a village. */
  p->serial = p->serial % 9999 + 1;
  return g_strdup_printf ("%s%s%s%02d%02d%02d%04u", code[0], code[1], code[2], sex == 2 ? day + 40 : day, month, year % 100, p->serial);
}

static PamongRecord *
add_person (PamongPractice *p, PamongFamilyCard *card, int sex, int born, int shdk, int marital)
{
  PamongRecord *r = pamong_record_new (PAMONG_KIND_RESIDENT, p->village);
  g_autofree char *date = g_strdup_printf ("%04d-%02d-%02d", born, g_rand_int_range (p->rand, 1, born == p->year ? 2 : 13), g_rand_int_range (p->rand, 1, 29));
  g_autofree char *nik = make_nik (p, date, sex);
  g_autofree char *name = make_name (p, sex, born);
  int age = p->year - born;

  pamong_record_set_text (r, PAMONG_RESIDENT_NIK, nik);
  pamong_record_set_text (r, PAMONG_RESIDENT_NAME, name);
  pamong_record_set_int (r, PAMONG_RESIDENT_SEX, sex);
  pamong_record_set_text (r, PAMONG_RESIDENT_BIRTH_PLACE, chance (p, 0.85) ? "BOJONEGORO" : pick (p, "place0"));
  pamong_record_set_text (r, PAMONG_RESIDENT_BIRTH_DATE, date);
  pamong_record_set_int (r, PAMONG_RESIDENT_RELIGION, chance (p, 0.992) ? 1 : p->serial % 8 == 0 ? 3 : p->serial % 8 == 4 ? 5 : 2);
  pamong_record_set_int (r, PAMONG_RESIDENT_EDUCATION, age < 7 ? 1 : age < 13 ? 2 : age < 16 ? 3 : age < 19 ? 4 : born < 1965 ? g_rand_int_range (p->rand, 1, 5) : g_rand_int_range (p->rand, 3, 6));
  pamong_record_set_int (r, PAMONG_RESIDENT_OCCUPATION, age < 6 ? 1 : age < 19 ? 3 : sex == 2 && chance (p, 0.55) ? 2 : chance (p, 0.5) ? 9 : chance (p, 0.5) ? 15 : 88);
  pamong_record_set_int (r, PAMONG_RESIDENT_MARITAL_STATUS, marital);
  pamong_record_set_int (r, PAMONG_RESIDENT_NATIONALITY, 1);
  if (chance (p, 0.3))
    pamong_record_set_int (r, PAMONG_RESIDENT_BLOOD_TYPE, g_rand_int_range (p->rand, 1, 5));
  pamong_record_set_int (r, PAMONG_RESIDENT_SHDK, shdk);
  pamong_record_set_text (r, PAMONG_RESIDENT_FAMILY_UID, card->family->uid);
  g_ptr_array_add (card->members, r);
  return r;
}

static void
set_parents (PamongPractice *p, PamongRecord *r, const PamongRecord *father, const PamongRecord *mother)
{
  g_autofree char *own_father = make_name (p, 1, 1945);
  g_autofree char *own_mother = make_name (p, 2, 1947);

  pamong_record_set_text (r, PAMONG_RESIDENT_FATHER_NAME, father != NULL ? pamong_record_text (father, PAMONG_RESIDENT_NAME) : own_father);
  pamong_record_set_text (r, PAMONG_RESIDENT_MOTHER_NAME, mother != NULL ? pamong_record_text (mother, PAMONG_RESIDENT_NAME) : own_mother);
}

static void
set_address (PamongPractice *p, PamongRecord *family)
{
  Pool *dusun = g_hash_table_lookup (p->pools, "dusun0");
  int where = g_rand_int_range (p->rand, 0, 4);
  int rt = g_rand_int_range (p->rand, 1, 5);
  g_auto (GStrv) code = g_strsplit (p->village, ".", -1);
  g_autofree char *address = g_strdup_printf ("%s NO. %d", pick (p, "street0"), g_rand_int_range (p->rand, 1, 120));
  g_autofree char *rw_text = g_strdup_printf ("%03d", where + 1);
  g_autofree char *rt_text = g_strdup_printf ("%03d", where * 4 + rt);
  g_autofree char *kk = NULL;

  p->families++;
  kk = g_strdup_printf ("%s%s%s%02d%02d%02d%04u", code[0], code[1], code[2], (int) (p->families / 9999) % 28 + 1, g_rand_int_range (p->rand, 1, 13), g_rand_int_range (p->rand, 12, 25), p->families % 9999 + 1);
  pamong_record_set_text (family, PAMONG_FAMILY_KK_NUMBER, kk);
  pamong_record_set_text (family, PAMONG_FAMILY_ADDRESS, address);
  pamong_record_set_text (family, PAMONG_FAMILY_DUSUN, dusun->values->pdata[where]);
  pamong_record_set_text (family, PAMONG_FAMILY_RW, rw_text);
  pamong_record_set_text (family, PAMONG_FAMILY_RT, rt_text);
}

static void
add_children (PamongPractice *p, PamongFamilyCard *card, guint n, int mother_born, PamongRecord *father, PamongRecord *mother)
{
  int born = mother_born + g_rand_int_range (p->rand, 20, 26);

  for (guint i = 0; i < n && born < p->year; i++, born += g_rand_int_range (p->rand, 2, 6))
    {
      PamongRecord *child = add_person (p, card, chance (p, 0.51) ? 1 : 2, born, 4, 1);
      set_parents (p, child, father, mother);
    }
}

PamongPractice *
pamong_practice_new (guint32 seed, const char *village)
{
  PamongPractice *p = g_new0 (PamongPractice, 1);
  guint32 seeds[3] = { seed, g_str_hash (village), 1928 };
  g_autofree char *today = pamong_clock_today ();

  p->rand = g_rand_new_with_seed_array (seeds, 2);
  p->uids = g_rand_new_with_seed_array (seeds, 3);
  p->village = g_strdup (village);
  p->year = atoi (today);
  p->pools = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_pool);
  read_pools (p);
  pamong_uid_set_random (fill_random, p->uids);
  return p;
}

void
pamong_practice_set_dirt (PamongPractice *p, guint32 seed)
{
  g_clear_pointer (&p->dirt, pamong_dirt_free);
  p->dirt = pamong_dirt_new (seed, p->village);
}

GPtrArray *
pamong_practice_planted (PamongPractice *p)
{
  return p->dirt != NULL ? pamong_dirt_planted (p->dirt) : NULL;
}

void
pamong_practice_free (PamongPractice *p)
{
  pamong_uid_set_random (NULL, NULL);
  g_clear_pointer (&p->dirt, pamong_dirt_free);
  g_hash_table_unref (p->pools);
  g_rand_free (p->rand);
  g_rand_free (p->uids);
  g_free (p->village);
  g_free (p);
}

PamongFamilyCard *
pamong_practice_next (PamongPractice *p, guint room)
{
  PamongFamilyCard *card = pamong_family_card_new (p->village);
  guint wanted = (guint) atoi (pick (p, "size")); /* drawn once: MIN looks twice */
  guint size = MIN (wanted, MAX (room, 1));
  int head_born = p->year - atoi (pick (p, "head_age")) - g_rand_int_range (p->rand, 0, 5);
  gboolean widow = chance (p, 0.12);
  PamongRecord *head, *wife = NULL;

  set_address (p, card->family);
  head = add_person (p, card, widow ? 2 : 1, head_born, 1, size == 1 && !widow ? (chance (p, 0.5) ? 1 : 4) : widow ? 4 : 2);
  set_parents (p, head, NULL, NULL);
  if (size > 1 && !widow)
    {
      g_autofree char *married = g_strdup_printf ("%04d-%02d-%02d", head_born + 25, g_rand_int_range (p->rand, 1, 13), g_rand_int_range (p->rand, 1, 29));
      wife = add_person (p, card, 2, head_born + g_rand_int_range (p->rand, 0, 6), 3, 2);
      set_parents (p, wife, NULL, NULL);
      if (head_born + 25 < p->year)
        {
          pamong_record_set_text (head, PAMONG_RESIDENT_MARRIAGE_DATE, married);
          pamong_record_set_text (wife, PAMONG_RESIDENT_MARRIAGE_DATE, married);
        }
    }
  if (size > card->members->len)
    add_children (p, card, size - card->members->len, wife != NULL ? atoi (pamong_record_text (wife, PAMONG_RESIDENT_BIRTH_DATE)) : head_born, widow ? NULL : head, widow ? head : wife);
  if (p->dirt != NULL)
    pamong_dirt_soil (p->dirt, card, room);
  return card;
}
