/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who the rows of an import speak of: told apart among themselves and found in the register, without asking the store for each. */
#include "office/imports_private.h"

#include <stdlib.h>
#include <string.h>

#include "domain/names.h"
#include "domain/nik.h"
#include "domain/uid.h"
#include "domain/variants.h"
#include "store/known.h"

#define KNOWN_BLOCK 512

struct _PamongPeople {
  PamongStore *store;
  const PamongImport *import;
  gboolean is_village;
  GStringChunk *texts;
  GHashTable *areas;     /* of which the register was read */
  GHashTable *places;    /* birth place -> its fold */
  GHashTable *families;  /* "area kk" -> uid */
  GHashTable *prefixes;  /* six digits -> how many */
  GHashTable *by_uid, *by_nik, *by_key; /* -> PamongKnown */
  GHashTable *niks, *keys;              /* -> the first PamongRowFact */
  GPtrArray *known, *blocks; /* blocks: of @known: one by one they would leave holes all over the memory that the rows come to need */
  PamongRowFact *facts;
  guint n_facts, n_nik, n_by_uid; /* n_by_uid: of @known that are in @by_uid */
  const char *loading;
};

static guint64
hash_text (guint64 hash, const char *text)
{
  for (const guint8 *c = (const guint8 *) (text != NULL ? text : ""); *c != 0; c++)
    hash = (hash ^ *c) * 1099511628211u;
  return (hash ^ 0x1f) * 1099511628211u;
}

static const char *
fold_place (PamongPeople *people, const char *birth_place)
{
  char *folded = birth_place != NULL ? g_hash_table_lookup (people->places, birth_place) : NULL;

  if (folded == NULL && birth_place != NULL)
    {
      folded = pamong_fold (birth_place);
      g_hash_table_insert (people->places, g_strdup (birth_place), folded);
    }
  return folded;
}

/* By what, with the birth place, a person without a number is told from others; 0 when something of it is missing. */
static guint64
key_of (const char *area, const char *name_key, const char *birth_date, int sex)
{
  if (name_key == NULL || *name_key == '\0' || birth_date == NULL || sex == 0)
    return 0;
  return hash_text (hash_text (hash_text (14695981039346656037u, area), name_key), birth_date) ^ (guint64) sex;
}

/* Few are asked for it, and it stands in the long rows. */
static gboolean
is_born_in (PamongPeople *people, PamongKnown *known, const char *folded)
{
  if (!known->has_place)
    {
      g_autoptr (PamongRecord) resident = pamong_store_get (people->store, PAMONG_KIND_RESIDENT, known->uid, NULL);

      known->place = resident != NULL ? fold_place (people, pamong_record_text (resident, PAMONG_RESIDENT_BIRTH_PLACE)) : NULL;
      known->has_place = TRUE;
    }
  return g_strcmp0 (known->place, folded) == 0;
}

static guint64
nik_of (const char *nik)
{
  return pamong_nik_is_well_formed (nik) ? g_ascii_strtoull (nik, NULL, 10) : 0;
}

static int
birth_of (const char *date)
{
  return date != NULL && strlen (date) == 10 ? atoi (date) * 10000 + atoi (date + 5) * 100 + atoi (date + 8) : 0;
}

static const char *
keep (PamongPeople *people, const char *text)
{
  return text != NULL ? g_string_chunk_insert (people->texts, text) : NULL;
}

static const char *
keep_const (PamongPeople *people, const char *text)
{
  return text != NULL ? g_string_chunk_insert_const (people->texts, text) : NULL;
}

static void
family_read_cb (const char *uid, const char *kk_number, gpointer data)
{
  PamongPeople *people = data;
  g_autofree char *key = kk_number != NULL ? g_strconcat (people->loading, " ", kk_number, NULL) : NULL;

  if (key != NULL && !g_hash_table_contains (people->families, key))
    g_hash_table_insert (people->families, g_steal_pointer (&key), (gpointer) keep (people, uid));
}

static PamongKnown *
add_known (PamongPeople *people)
{
  guint at = people->known->len % KNOWN_BLOCK;
  PamongKnown *block;

  if (at == 0)
    g_ptr_array_add (people->blocks, g_new0 (PamongKnown, KNOWN_BLOCK));
  block = people->blocks->pdata[people->blocks->len - 1];
  g_ptr_array_add (people->known, block + at);
  return block + at;
}

static void
person_read_cb (const PamongKnownPerson *person, gpointer data)
{
  PamongPeople *people = data;
  PamongKnown *known = add_known (people);

  known->uid = keep (people, person->uid);
  known->name = keep (people, person->name_key);
  known->nik = nik_of (person->nik);
  known->key = key_of (people->loading, person->name_key, person->birth_date, person->sex);
  known->birth = birth_of (person->birth_date);
  known->status = person->status;
  known->undone = person->undone;
  if (known->nik != 0)
    {
      known->next_nik = g_hash_table_lookup (people->by_nik, &known->nik);
      g_hash_table_replace (people->by_nik, &known->nik, known);
    }
  if (known->key != 0)
    {
      known->next_key = g_hash_table_lookup (people->by_key, &known->key);
      g_hash_table_replace (people->by_key, &known->key, known);
    }
}

static gboolean
load_area (PamongPeople *people, const char *area, gboolean all, GError **error)
{
  if (g_hash_table_contains (people->areas, area))
    return TRUE;
  g_hash_table_add (people->areas, g_strdup (area));
  people->loading = area;
  return pamong_store_known_families (people->store, area, family_read_cb, people, error) && (!all || pamong_store_known_people (people->store, area, person_read_cb, people, error));
}

PamongPeople *
pamong_people_new (PamongStore *store, const PamongImport *import)
{
  PamongPeople *people = g_new0 (PamongPeople, 1);

  people->store = store;
  people->import = import;
  people->is_village = pamong_store_level (store) == PAMONG_LEVEL_VILLAGE;
  people->texts = g_string_chunk_new (65536);
  people->areas = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  people->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  people->families = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  people->prefixes = g_hash_table_new (NULL, NULL);
  people->by_uid = g_hash_table_new (g_str_hash, g_str_equal);
  people->by_nik = g_hash_table_new (g_int64_hash, g_int64_equal);
  people->by_key = g_hash_table_new (g_int64_hash, g_int64_equal);
  people->niks = g_hash_table_new (g_int64_hash, g_int64_equal);
  people->keys = g_hash_table_new (g_int64_hash, g_int64_equal);
  people->known = g_ptr_array_new ();
  people->blocks = g_ptr_array_new_with_free_func (g_free);
  people->n_facts = import->figures.rows;
  return people;
}

void
pamong_people_free (PamongPeople *people)
{
  GHashTable *tables[] = { people->areas, people->places, people->families, people->prefixes, people->by_uid, people->by_nik, people->by_key, people->niks, people->keys };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    g_hash_table_unref (tables[i]);
  g_ptr_array_unref (people->known);
  g_ptr_array_unref (people->blocks);
  g_string_chunk_free (people->texts);
  g_free (people->facts);
  g_free (people);
}

char *
pamong_people_uid (PamongPeople *people, const PamongStagedRow *row)
{
  return pamong_uid_new_at (row->grp, people->n_facts);
}

const char *
pamong_people_area (PamongPeople *people, const PamongStagedRow *row)
{
  if (row->area != NULL)
    return row->area;
  return people->import->area != NULL ? people->import->area : pamong_store_area (people->store);
}

/* Of several with one number: who lives here, then whom an import that was taken back had made, then whoever left. */
static int
rank (const PamongKnown *known)
{
  return known->status == PAMONG_STATUS_ALIVE ? 3 : known->undone ? 2 : known->status == PAMONG_STATUS_VOID ? 0 : 1;
}

/* Only files of our own carry uids. */
static PamongKnown *
find_uid (PamongPeople *people, const char *uid)
{
  if (uid == NULL)
    return NULL;
  for (; people->n_by_uid < people->known->len; people->n_by_uid++)
    {
      PamongKnown *known = people->known->pdata[people->n_by_uid];

      g_hash_table_insert (people->by_uid, (gpointer) known->uid, known);
    }
  return g_hash_table_lookup (people->by_uid, uid);
}

static PamongKnown *
find_nik (PamongPeople *people, guint64 nik)
{
  PamongKnown *best = NULL;

  for (PamongKnown *known = nik != 0 ? g_hash_table_lookup (people->by_nik, &nik) : NULL; known != NULL; known = known->next_nik)
    if (best == NULL || rank (known) > rank (best))
      best = known;
  return best;
}

/* Somebody with another number is somebody else. */
static PamongKnown *
find_key (PamongPeople *people, PamongRowFact *fact, guint64 key, const char *place)
{
  PamongKnown *best = NULL;

  for (PamongKnown *known = fact->key != 0 ? g_hash_table_lookup (people->by_key, &key) : NULL; known != NULL; known = known->next_key)
    {
      if (!is_born_in (people, known, place))
        continue;
      if (fact->nik != 0 && known->nik != 0 && fact->nik != known->nik)
        continue;
      if (best != NULL && rank (known) == rank (best))
        fact->fault = PAMONG_ROW_AMBIGUOUS;
      else if (best == NULL || rank (known) > rank (best))
        {
          best = known;
          fact->fault = PAMONG_ROW_FINE;
        }
    }
  return best;
}

/* One number, another name and another birth date: not the same person. */
static gboolean
is_somebody_else (const PamongStagedRow *row, const PamongKnown *known)
{
  const char *name = pamong_record_text (row->person, PAMONG_RESIDENT_NAME);
  int birth = birth_of (pamong_record_text (row->person, PAMONG_RESIDENT_BIRTH_DATE));
  g_autofree char *ours = NULL, *theirs = NULL;

  if (name == NULL || birth == 0 || known->birth == 0 || birth == known->birth)
    return FALSE;
  ours = pamong_name_variant_key (name);
  theirs = pamong_name_variant_key (known->name);
  return g_strcmp0 (ours, theirs) != 0;
}

static void
match (PamongPeople *people, const PamongStagedRow *row, PamongRowFact *fact, guint64 key, const char *place)
{
  PamongKnown *by_nik;

  fact->known = find_uid (people, row->uid);
  if (fact->known == NULL && (by_nik = find_nik (people, fact->nik)) != NULL)
    {
      if (is_somebody_else (row, by_nik))
        fact->fault = PAMONG_ROW_TAKEN;
      else
        fact->known = by_nik;
    }
  else if (fact->known == NULL)
    fact->known = find_key (people, fact, key, place);
  if (fact->fault == PAMONG_ROW_FINE && fact->known != NULL && fact->known->status == PAMONG_STATUS_VOID && !fact->known->undone)
    fact->fault = PAMONG_ROW_REMOVED;
}

static void
clash (PamongPeople *people, PamongRowFact *fact, guint other)
{
  PamongRowFact *first = &people->facts[other];

  fact->other = other;
  fact->fault = fact->print == first->print ? PAMONG_ROW_REPEAT : PAMONG_ROW_CLASH;
  if (fact->fault == PAMONG_ROW_CLASH && first->fault != PAMONG_ROW_REPEAT)
    {
      first->fault = PAMONG_ROW_CLASH;
      first->other = fact->n;
    }
}

/* Is there an earlier row about this person? The first one stays in the tables. */
static void
tell_apart (PamongPeople *people, PamongRowFact *fact)
{
  PamongRowFact *same = fact->nik != 0 ? g_hash_table_lookup (people->niks, &fact->nik) : NULL;

  if (same == NULL && fact->key != 0 && (same = g_hash_table_lookup (people->keys, &fact->key)) != NULL && same->nik != 0 && fact->nik != 0)
    same = NULL;
  if (fact->nik != 0 && !g_hash_table_contains (people->niks, &fact->nik))
    g_hash_table_insert (people->niks, &fact->nik, fact);
  if (fact->key != 0 && !g_hash_table_contains (people->keys, &fact->key))
    g_hash_table_insert (people->keys, &fact->key, fact);
  if (same != NULL)
    clash (people, fact, same->n);
  else if (fact->known != NULL && fact->known->claimed != 0)
    clash (people, fact, fact->known->claimed);
  else if (fact->known != NULL)
    fact->known->claimed = fact->n;
}

static void
count_prefix (PamongPeople *people, const PamongRowFact *fact)
{
  gpointer prefix = GUINT_TO_POINTER ((guint) (fact->nik / 10000000000u));

  if (fact->nik == 0)
    return;
  people->n_nik++;
  g_hash_table_insert (people->prefixes, prefix, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (people->prefixes, prefix)) + 1));
}

static gboolean
row_read_cb (PamongStagedRow *taken, gpointer data, GError **error)
{
  PamongPeople *people = data;
  g_autoptr (PamongStagedRow) row = taken;
  const char *name = pamong_record_text (row->person, PAMONG_RESIDENT_NAME), *area = pamong_people_area (people, row);
  g_autofree char *name_key = name != NULL ? pamong_name_key (name) : NULL;
  const char *place;
  PamongRowFact *fact;
  guint64 key;

  if (row->n == 0 || row->n > people->n_facts)
    return TRUE;
  fact = &people->facts[row->n];
  fact->n = row->n;
  fact->row = row->row;
  fact->sheet = keep_const (people, row->sheet);
  fact->print = row->print;
  fact->nik = nik_of (pamong_record_text (row->person, PAMONG_RESIDENT_NIK));
  count_prefix (people, fact);
  if (people->is_village && !g_str_equal (area, pamong_store_area (people->store)))
    {
      fact->fault = PAMONG_ROW_ELSEWHERE;
      return TRUE;
    }
  if (!load_area (people, area, TRUE, error))
    return FALSE;
  key = key_of (area, name_key, pamong_record_text (row->person, PAMONG_RESIDENT_BIRTH_DATE), (int) pamong_record_int (row->person, PAMONG_RESIDENT_SEX));
  place = fold_place (people, pamong_record_text (row->person, PAMONG_RESIDENT_BIRTH_PLACE));
  fact->key = key != 0 && place != NULL ? hash_text (key, place) : 0;
  match (people, row, fact, key, place);
  tell_apart (people, fact);
  return TRUE;
}

gboolean
pamong_people_gather (PamongPeople *people, GError **error)
{
  people->facts = g_new0 (PamongRowFact, people->n_facts + 1);
  return pamong_staging_walk (people->store, people->import->id, row_read_cb, people, error);
}

const PamongRowFact *
pamong_people_fact (PamongPeople *people, guint n)
{
  return people->facts != NULL && n <= people->n_facts ? &people->facts[n] : NULL;
}

char *
pamong_people_prefix (PamongPeople *people, guint *n, guint *of)
{
  g_auto (GStrv) parts = g_strsplit (pamong_store_area (people->store), ".", -1);
  g_autofree char *own = g_strv_length (parts) >= 3 ? g_strconcat (parts[0], parts[1], parts[2], NULL) : NULL;
  GHashTableIter iter;
  gpointer prefix, count, most = NULL;
  g_autofree char *found = NULL;

  *n = 0;
  *of = people->n_nik;
  g_hash_table_iter_init (&iter, people->prefixes);
  while (g_hash_table_iter_next (&iter, &prefix, &count))
    if (GPOINTER_TO_UINT (count) > *n)
      {
        *n = GPOINTER_TO_UINT (count);
        most = prefix;
      }
  found = g_strdup_printf ("%06u", GPOINTER_TO_UINT (most));
  return own != NULL && *of >= 10 && *n * 2 > *of && !g_str_equal (own, found) ? g_steal_pointer (&found) : NULL;
}

const PamongKnown *
pamong_people_holder (PamongPeople *people, const char *nik, const char *except_uid)
{
  guint64 number = nik_of (nik);

  for (const PamongKnown *known = number != 0 ? g_hash_table_lookup (people->by_nik, &number) : NULL; known != NULL; known = known->next_nik)
    if (g_strcmp0 (known->uid, except_uid) != 0 && (known->status == PAMONG_STATUS_ALIVE || known->status == PAMONG_STATUS_MISSING || known->status == PAMONG_STATUS_AWAY))
      return known;
  return NULL;
}

const char *
pamong_people_family (PamongPeople *people, const char *area, const char *kk_number)
{
  g_autofree char *key = kk_number != NULL ? g_strconcat (area, " ", kk_number, NULL) : NULL;

  return key != NULL && load_area (people, area, FALSE, NULL) ? g_hash_table_lookup (people->families, key) : NULL;
}
