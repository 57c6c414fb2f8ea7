/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/doubles.h"

#include <stdlib.h>
#include <string.h>

#include "domain/data.h"
#include "domain/dates.h"
#include "domain/doubles_compare.h"
#include "domain/names.h"
#include "domain/nik.h"
#include "domain/variants.h"

struct _PamongDoubleTexts {
  GStringChunk *kept;
  GHashTable *keys; /* name as written -> variant key; both kept */
};

typedef struct {
  int possible, likely, certain;
  int reasons[PAMONG_N_DOUBLE_REASONS];
} Points;

#define ANY_NAME_EQUAL (PAMONG_DOUBLE_NAME_SAME | PAMONG_DOUBLE_NAME_SPELLED)
#define ANY_BIRTH_SAME (PAMONG_DOUBLE_BIRTH_SAME | PAMONG_DOUBLE_BIRTH_COMMON)
#define ANY_BIRTH_EQUAL (ANY_BIRTH_SAME | PAMONG_DOUBLE_BIRTH_SWAPPED)
#define ANY_PARENT_EQUAL (PAMONG_DOUBLE_MOTHER_SAME | PAMONG_DOUBLE_FATHER_SAME | PAMONG_DOUBLE_MOTHER_NEAR | PAMONG_DOUBLE_FATHER_NEAR)
#define ANY_PARENT_DIFFERS (PAMONG_DOUBLE_MOTHER_DIFFERS | PAMONG_DOUBLE_FATHER_DIFFERS)

static const char *const reason_ids[] = {
  "nik-same", "nik-near", "nik-one", "nik-none", "nik-serial", "nik-differs",
  "name-same", "name-spelled", "name-near", "name-shorter", "name-differs", "name-one-word",
  "birth-same", "birth-common", "birth-swapped", "birth-near", "birth-year", "birth-missing", "birth-differs",
  "mother-same", "mother-near", "mother-differs", "father-same", "father-near", "father-differs",
  "place-same", "place-differs", "family-same", "house-same", "sex-differs",
};
G_STATIC_ASSERT (G_N_ELEMENTS (reason_ids) == PAMONG_N_DOUBLE_REASONS);

static Points *
read_points (void)
{
  g_autofree char *text = pamong_data_text ("rules/doubles.csv");
  g_autoptr (GPtrArray) rows = pamong_csv_parse (text, NULL);
  Points *points = g_new0 (Points, 1);

  for (guint i = 0; i < rows->len; i++)
    {
      char **row = rows->pdata[i];
      int n = atoi (row[1]);

      if (g_str_equal (row[0], "possible"))
        points->possible = n;
      else if (g_str_equal (row[0], "likely"))
        points->likely = n;
      else if (g_str_equal (row[0], "certain"))
        points->certain = n;
      for (guint bit = 0; bit < G_N_ELEMENTS (reason_ids); bit++)
        if (g_str_equal (row[0], reason_ids[bit]))
          points->reasons[bit] = n;
    }
  return points;
}

static const Points *
known_points (void)
{
  static Points *points;

  if (g_once_init_enter (&points))
    g_once_init_leave (&points, read_points ());
  return points;
}

static const char *
keep (PamongDoubleTexts *texts, const char *text)
{
  return text != NULL && *text != '\0' ? g_string_chunk_insert_const (texts->kept, text) : NULL;
}

/* One letter, a dash and the like name nobody. */
static const char *
keep_name (PamongDoubleTexts *texts, const char *written)
{
  const char *key = written != NULL ? g_hash_table_lookup (texts->keys, written) : NULL;
  g_autofree char *made = NULL;

  if (written == NULL || key != NULL)
    return key;
  made = pamong_name_variant_key (written);
  if (g_utf8_strlen (made, -1) < 2)
    return NULL;
  key = keep (texts, made);
  g_hash_table_insert (texts->keys, (gpointer) keep (texts, written), (gpointer) key);
  return key;
}

static const char *
keep_folded (PamongDoubleTexts *texts, const char *text)
{
  g_autofree char *folded = text != NULL ? pamong_fold (text) : NULL;

  return keep (texts, folded);
}

static const char *
keep_house (PamongDoubleTexts *texts, const PamongRecord *family)
{
  g_autofree char *whole = NULL;

  if (family == NULL || !pamong_record_is_set (family, PAMONG_FAMILY_ADDRESS) || !pamong_record_is_set (family, PAMONG_FAMILY_RT))
    return NULL;
  whole = g_strjoin (" ", pamong_record_text (family, PAMONG_FAMILY_ADDRESS), pamong_record_text (family, PAMONG_FAMILY_RT),
                     pamong_record_is_set (family, PAMONG_FAMILY_RW) ? pamong_record_text (family, PAMONG_FAMILY_RW) : "", family->area, NULL);
  return keep_folded (texts, whole);
}

static gint
read_birth (const char *date)
{
  return pamong_date_is_valid (date) ? atoi (date) * 10000 + atoi (date + 5) * 100 + atoi (date + 8) : 0;
}

PamongDoubleTexts *
pamong_double_texts_new (void)
{
  PamongDoubleTexts *texts = g_new0 (PamongDoubleTexts, 1);

  texts->kept = g_string_chunk_new (16384);
  texts->keys = g_hash_table_new (g_str_hash, g_str_equal);
  return texts;
}

void
pamong_double_texts_free (PamongDoubleTexts *texts)
{
  if (texts == NULL)
    return;
  g_hash_table_unref (texts->keys);
  g_string_chunk_free (texts->kept);
  g_free (texts);
}

void
pamong_double_facts_read (PamongDoubleFacts *facts, PamongDoubleTexts *texts, const PamongRecord *resident, const PamongRecord *family)
{
  const char *name = pamong_record_text (resident, PAMONG_RESIDENT_NAME), *nik = pamong_record_text (resident, PAMONG_RESIDENT_NIK);
  g_autofree char *plain = name != NULL ? pamong_name_key (name) : NULL;

  *facts = (PamongDoubleFacts) {
    .uid = g_string_chunk_insert (texts->kept, resident->uid),
    .name = keep_name (texts, name),
    .plain = keep (texts, plain),
    .father = keep_name (texts, pamong_record_text (resident, PAMONG_RESIDENT_FATHER_NAME)),
    .mother = keep_name (texts, pamong_record_text (resident, PAMONG_RESIDENT_MOTHER_NAME)),
    .place = keep_folded (texts, pamong_record_text (resident, PAMONG_RESIDENT_BIRTH_PLACE)),
    .house = keep_house (texts, family),
    .family = keep (texts, pamong_record_text (resident, PAMONG_RESIDENT_FAMILY_UID)),
    .birth = read_birth (pamong_record_text (resident, PAMONG_RESIDENT_BIRTH_DATE)),
    .sex = (gint8) pamong_record_int (resident, PAMONG_RESIDENT_SEX),
  };
  if (pamong_nik_is_well_formed (nik))
    {
      facts->nik = g_ascii_strtoull (nik, NULL, 10);
      facts->temporary = nik[0] == '0';
    }
}

static gboolean
is_same (const char *one, const char *other)
{
  return one != NULL && other != NULL && (one == other || strcmp (one, other) == 0);
}

/* A name in one spelling, in two, of one word or of several. */
static guint
compare_own_names (const PamongDoubleFacts *one, const PamongDoubleFacts *other)
{
  guint names = one->name != NULL && other->name != NULL ? pamong_double_compare_names (one->name, other->name) : PAMONG_DOUBLE_NAME_DIFFERS;

  if (names != PAMONG_DOUBLE_NAME_SAME)
    return names;
  if (!is_same (one->plain, other->plain))
    names = PAMONG_DOUBLE_NAME_SPELLED;
  return strchr (one->name, ' ') == NULL && strchr (other->name, ' ') == NULL ? names | PAMONG_DOUBLE_NAME_ONE_WORD : names;
}

/* @same, @near, @differs: bits of this parent. */
static guint
compare_parents (const char *one, const char *other, guint same, guint near, guint differs)
{
  if (one == NULL || other == NULL)
    return 0;
  switch (pamong_double_compare_names (one, other))
    {
    case PAMONG_DOUBLE_NAME_SAME:
      return same;
    case PAMONG_DOUBLE_NAME_DIFFERS:
      return differs;
    default:
      return near;
    }
}

static guint
compare_places (const PamongDoubleFacts *one, const PamongDoubleFacts *other)
{
  guint found = 0;

  if (one->place != NULL && other->place != NULL)
    found |= is_same (one->place, other->place) ? PAMONG_DOUBLE_PLACE_SAME : PAMONG_DOUBLE_PLACE_DIFFERS;
  if (is_same (one->family, other->family))
    found |= PAMONG_DOUBLE_FAMILY_SAME;
  else if (is_same (one->house, other->house))
    found |= PAMONG_DOUBLE_HOUSE_SAME;
  return found;
}

/* SUTRISNO, son of SUTRISNO: his father's record is not his. */
static gboolean
is_child_of (const PamongDoubleFacts *one, const PamongDoubleFacts *other)
{
  return (is_same (one->father, other->name) || is_same (one->mother, other->name)) && !is_same (other->father, one->name) && !is_same (other->mother, one->name);
}

/* Whom no sum of points may bring together, and how far it may go for the others. */
static PamongDoubleRank
limit_rank (const PamongDoubleFacts *one, const PamongDoubleFacts *other, guint found)
{
  gboolean named = (found & ANY_NAME_EQUAL) != 0, nik = (found & PAMONG_DOUBLE_NIK_SAME) != 0;

  if ((found & PAMONG_DOUBLE_NAME_DIFFERS) != 0)
    return nik && (found & ANY_BIRTH_EQUAL) != 0 && (found & (PAMONG_DOUBLE_FAMILY_SAME | ANY_PARENT_DIFFERS)) == 0 ? PAMONG_DOUBLE_POSSIBLE : PAMONG_DOUBLE_NONE;
  if (nik)
    return named ? PAMONG_DOUBLE_CERTAIN : PAMONG_DOUBLE_LIKELY;
  if ((found & ANY_BIRTH_EQUAL) == 0 && (is_child_of (one, other) || is_child_of (other, one)))
    return PAMONG_DOUBLE_NONE;
  if (named)
    return (found & ANY_BIRTH_EQUAL) != 0 ? PAMONG_DOUBLE_CERTAIN : PAMONG_DOUBLE_LIKELY;
  /* HASAN and HUSEN of one card are brothers; a slip in the name and another in the date are two people. */
  if ((found & PAMONG_DOUBLE_FAMILY_SAME) != 0 || ((found & ANY_BIRTH_EQUAL) == 0 && (found & PAMONG_DOUBLE_NIK_NEAR) == 0))
    return PAMONG_DOUBLE_NONE;
  /* Twins who married have a card each. */
  if ((found & ANY_BIRTH_SAME) != 0 && (found & ANY_PARENT_EQUAL) != 0 && (found & ANY_PARENT_DIFFERS) == 0 && (found & PAMONG_DOUBLE_NAME_SHORTER) == 0)
    return (found & (PAMONG_DOUBLE_NIK_SERIAL | PAMONG_DOUBLE_NIK_DIFFERS)) != 0 ? PAMONG_DOUBLE_NONE : PAMONG_DOUBLE_POSSIBLE;
  return PAMONG_DOUBLE_LIKELY;
}

static int
sum_points (guint found)
{
  const Points *points = known_points ();
  int sum = 0;

  for (guint bit = 0; bit < PAMONG_N_DOUBLE_REASONS; bit++)
    if ((found & (1u << bit)) != 0)
      sum += points->reasons[bit];
  return sum;
}

static PamongDoubleRank
rank_of (int sum, guint found)
{
  const Points *points = known_points ();
  PamongDoubleRank rank = sum >= points->certain ? PAMONG_DOUBLE_CERTAIN : sum >= points->likely ? PAMONG_DOUBLE_LIKELY : sum >= points->possible ? PAMONG_DOUBLE_POSSIBLE : PAMONG_DOUBLE_NONE;

  /* One number is one person, whatever else was mistyped. */
  if ((found & PAMONG_DOUBLE_NIK_SAME) != 0 && (found & PAMONG_DOUBLE_NAME_DIFFERS) == 0)
    return MAX (rank, PAMONG_DOUBLE_LIKELY);
  return rank;
}

PamongDoubleRank
pamong_double_judge (const PamongDoubleFacts *one, const PamongDoubleFacts *other, guint *reasons, int *points)
{
  guint found = compare_own_names (one, other);
  gboolean hopeless = found == PAMONG_DOUBLE_NAME_DIFFERS && (one->nik == 0 || one->nik != other->nik);
  PamongDoubleRank rank = PAMONG_DOUBLE_NONE;
  int sum = 0;

  if (!hopeless)
    {
      found |= pamong_double_compare_births (one->birth, other->birth) | pamong_double_compare_niks (one, other) | compare_places (one, other);
      found |= compare_parents (one->mother, other->mother, PAMONG_DOUBLE_MOTHER_SAME, PAMONG_DOUBLE_MOTHER_NEAR, PAMONG_DOUBLE_MOTHER_DIFFERS);
      found |= compare_parents (one->father, other->father, PAMONG_DOUBLE_FATHER_SAME, PAMONG_DOUBLE_FATHER_NEAR, PAMONG_DOUBLE_FATHER_DIFFERS);
      if (one->sex != 0 && other->sex != 0 && one->sex != other->sex)
        found |= PAMONG_DOUBLE_SEX_DIFFERS;
      sum = sum_points (found);
      rank = MIN (rank_of (sum, found), limit_rank (one, other, found));
    }
  if (reasons != NULL)
    *reasons = rank != PAMONG_DOUBLE_NONE ? found : 0;
  if (points != NULL)
    *points = rank != PAMONG_DOUBLE_NONE ? sum : 0;
  return rank;
}

const char *
pamong_double_reason_id (guint bit)
{
  return bit < G_N_ELEMENTS (reason_ids) ? reason_ids[bit] : NULL;
}
