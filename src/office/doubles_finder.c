/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "office/doubles_finder.h"

#include "office/act.h"
#include "office/doubles_blocks.h"
#include "store/scan.h"

/* More touched at once are found faster by going through all again. */
#define TOUCHED_MAX 50
#define LOOK_EVERY 512

struct _PamongDoublesFinder {
  PamongStore *store;
  gint *broken;
  PamongDoubleTexts *texts;
  GArray *people;    /* PamongDoubleFacts; without name and number = no longer here. NULL: forgotten, or never known */
  GHashTable *index; /* uid -> place in people + 1 */
  GHashTable *pairs; /* "uid other" -> PamongDouble */
  GError **error;    /* of the run */
  gboolean stopped;
};

static char *
pair_key (const char *one, const char *other)
{
  return g_strcmp0 (one, other) < 0 ? g_strconcat (one, " ", other, NULL) : g_strconcat (other, " ", one, NULL);
}

static gboolean
is_broken (PamongDoublesFinder *self)
{
  return self->broken != NULL && g_atomic_int_get (self->broken) != 0;
}

static void
add_person (PamongDoublesFinder *self, const PamongRecord *resident, const PamongRecord *family)
{
  PamongDoubleFacts facts;

  pamong_double_facts_read (&facts, self->texts, resident, family);
  g_array_append_val (self->people, facts);
  g_hash_table_insert (self->index, (gpointer) facts.uid, GUINT_TO_POINTER (self->people->len));
}

static gboolean
scanned_cb (PamongRecord *family, GPtrArray *members, gpointer data)
{
  PamongDoublesFinder *self = data;

  for (guint i = 0; i < members->len; i++)
    add_person (self, members->pdata[i], family);
  self->stopped = is_broken (self);
  return !self->stopped;
}

static void
add_pair (PamongDoublesFinder *self, const char *uid, const char *other_uid)
{
  g_autofree char *key = pair_key (uid, other_uid);
  PamongDouble *pair;

  if (g_hash_table_contains (self->pairs, key))
    return;
  pair = pamong_doubles_pair (self->store, uid, other_uid);
  if (pair != NULL) /* else one of them went meanwhile: it is told as touched */
    g_hash_table_insert (self->pairs, g_steal_pointer (&key), pair);
}

static void
hit_cb (const PamongDoubleFacts *one, const PamongDoubleFacts *other, gpointer data)
{
  add_pair (data, one->uid, other->uid);
}

static void
drop_people (PamongDoublesFinder *self)
{
  g_clear_pointer (&self->index, g_hash_table_unref);
  g_clear_pointer (&self->people, g_array_unref);
  g_clear_pointer (&self->texts, pamong_double_texts_free);
}

PamongDoublesFinder *
pamong_doubles_finder_new (PamongStore *store, gint *broken)
{
  PamongDoublesFinder *self = g_new0 (PamongDoublesFinder, 1);

  self->store = store;
  self->broken = broken;
  self->pairs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) pamong_double_unref);
  return self;
}

void
pamong_doubles_finder_free (PamongDoublesFinder *self)
{
  drop_people (self);
  g_hash_table_unref (self->pairs);
  g_free (self);
}

gboolean
pamong_doubles_finder_run (PamongDoublesFinder *self, GError **error)
{
  gboolean done;

  drop_people (self);
  g_hash_table_remove_all (self->pairs);
  self->stopped = FALSE;
  self->texts = pamong_double_texts_new ();
  self->people = g_array_new (FALSE, FALSE, sizeof (PamongDoubleFacts));
  self->index = g_hash_table_new (g_str_hash, g_str_equal);
  done = pamong_store_scan (self->store, scanned_cb, self, error) && !self->stopped
         && pamong_doubles_compare_all (self->people, self->broken, hit_cb, self);
  if (!done)
    drop_people (self);
  return done;
}

gboolean
pamong_doubles_finder_has_run (PamongDoublesFinder *self)
{
  return self->people != NULL;
}

void
pamong_doubles_finder_forget (PamongDoublesFinder *self)
{
  drop_people (self);
}

static void
add_members (PamongDoublesFinder *self, const char *family_uid, GHashTable *touched)
{
  g_autoptr (PamongFamilyCard) card = pamong_store_card (self->store, family_uid, NULL);

  for (guint i = 0; card != NULL && i < card->members->len; i++)
    g_hash_table_add (touched, g_strdup (((PamongRecord *) card->members->pdata[i])->uid));
  for (guint i = 0; self->people != NULL && i < self->people->len; i++)
    {
      const PamongDoubleFacts *facts = &g_array_index (self->people, PamongDoubleFacts, i);

      if (g_strcmp0 (facts->family, family_uid) == 0)
        g_hash_table_add (touched, g_strdup (facts->uid));
    }
}

/* Pairs of those touched, taken out. Returns: (transfer full): their keys and what they were. */
static GPtrArray *
take_pairs (PamongDoublesFinder *self, GHashTable *touched)
{
  GPtrArray *taken = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_double_unref);
  GHashTableIter iter;
  gpointer pair;

  g_hash_table_iter_init (&iter, self->pairs);
  while (g_hash_table_iter_next (&iter, NULL, &pair))
    {
      PamongDouble *one = pair;

      if (!g_hash_table_contains (touched, one->one.uid) && !g_hash_table_contains (touched, one->other.uid))
        continue;
      g_ptr_array_add (taken, pamong_double_ref (one));
      g_hash_table_iter_remove (&iter);
    }
  return taken;
}

/* @uid as it is now in people. Returns: FALSE when nobody of that uid lives here. */
static gboolean
read_again (PamongDoublesFinder *self, const char *uid, guint *place)
{
  g_autoptr (PamongRecord) resident = pamong_store_get (self->store, PAMONG_KIND_RESIDENT, uid, NULL), family = NULL;
  const char *family_uid = resident != NULL ? pamong_record_text (resident, PAMONG_RESIDENT_FAMILY_UID) : NULL;
  guint known = GPOINTER_TO_UINT (g_hash_table_lookup (self->index, uid));
  PamongDoubleFacts *facts;

  if (resident == NULL || pamong_store_status (self->store, uid) != PAMONG_STATUS_ALIVE)
    {
      if (known != 0)
        {
          facts = &g_array_index (self->people, PamongDoubleFacts, known - 1);
          *facts = (PamongDoubleFacts) { .uid = facts->uid };
        }
      return FALSE;
    }
  family = family_uid != NULL ? pamong_store_get (self->store, PAMONG_KIND_FAMILY, family_uid, NULL) : NULL;
  if (known == 0)
    {
      add_person (self, resident, family);
      *place = self->people->len - 1;
      return TRUE;
    }
  *place = known - 1;
  facts = &g_array_index (self->people, PamongDoubleFacts, *place);
  pamong_double_facts_read (facts, self->texts, resident, family);
  g_hash_table_replace (self->index, (gpointer) facts->uid, GUINT_TO_POINTER (known));
  return TRUE;
}

static void
compare_with_all (PamongDoublesFinder *self, guint place)
{
  const PamongDoubleFacts *one = &g_array_index (self->people, PamongDoubleFacts, place);

  for (guint i = 0; i < self->people->len; i++)
    {
      const PamongDoubleFacts *other = &g_array_index (self->people, PamongDoubleFacts, i);

      if (i != place && pamong_double_judge (one, other, NULL, NULL) != PAMONG_DOUBLE_NONE)
        add_pair (self, one->uid, other->uid);
    }
}

gboolean
pamong_doubles_finder_refresh (PamongDoublesFinder *self, const char *const *uids, GError **error)
{
  g_autoptr (GHashTable) touched = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) taken = NULL;
  GHashTableIter iter;
  gpointer uid;

  for (guint i = 0; uids[i] != NULL; i++)
    {
      g_hash_table_add (touched, g_strdup (uids[i]));
      add_members (self, uids[i], touched);
    }
  if (self->people != NULL && g_hash_table_size (touched) > TOUCHED_MAX)
    return pamong_doubles_finder_run (self, error);
  taken = take_pairs (self, touched);
  g_hash_table_iter_init (&iter, touched);
  while (self->people != NULL && g_hash_table_iter_next (&iter, &uid, NULL))
    {
      guint place;

      if (read_again (self, uid, &place))
        compare_with_all (self, place);
    }
  for (guint i = 0; self->people == NULL && i < taken->len; i++)
    add_pair (self, ((PamongDouble *) taken->pdata[i])->one.uid, ((PamongDouble *) taken->pdata[i])->other.uid);
  return TRUE;
}

/* Pairs that somebody said are two people. */
static GHashTable *
read_waived (PamongStore *store, GError **error)
{
  g_autoptr (GPtrArray) waivers = pamong_store_all (store, PAMONG_KIND_WAIVER, error);
  GHashTable *waived;

  if (waivers == NULL)
    return NULL;
  waived = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < waivers->len; i++)
    {
      const PamongRecord *waiver = waivers->pdata[i];

      if (g_strcmp0 (pamong_record_text (waiver, PAMONG_WAIVER_RULE), PAMONG_DOUBLE_RULE) != 0 || pamong_record_is_set (waiver, PAMONG_WAIVER_WITHDRAWN)
          || !pamong_record_is_set (waiver, PAMONG_WAIVER_SUBJECT_UID) || !pamong_record_is_set (waiver, PAMONG_WAIVER_VALUE))
        continue;
      g_hash_table_add (waived, pair_key (pamong_record_text (waiver, PAMONG_WAIVER_SUBJECT_UID), pamong_record_text (waiver, PAMONG_WAIVER_VALUE)));
    }
  return waived;
}

static int
by_rank (gconstpointer a, gconstpointer b)
{
  const PamongDouble *one = *(PamongDouble *const *) a, *other = *(PamongDouble *const *) b;
  int order;

  if (one->rank != other->rank)
    return (int) other->rank - (int) one->rank;
  order = g_strcmp0 (one->one.name, other->one.name);
  if (order == 0)
    order = other->points - one->points;
  if (order == 0)
    order = g_strcmp0 (one->one.uid, other->one.uid);
  return order != 0 ? order : g_strcmp0 (one->other.uid, other->other.uid);
}

GPtrArray *
pamong_doubles_finder_list (PamongDoublesFinder *self, GError **error)
{
  g_autoptr (GHashTable) waived = read_waived (self->store, error);
  GPtrArray *list;
  GHashTableIter iter;
  gpointer key, pair;

  if (waived == NULL)
    return NULL;
  list = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_double_unref);
  g_hash_table_iter_init (&iter, self->pairs);
  while (g_hash_table_iter_next (&iter, &key, &pair))
    if (!g_hash_table_contains (waived, key))
      g_ptr_array_add (list, pamong_double_ref (pair));
  g_ptr_array_sort (list, by_rank);
  return list;
}

GPtrArray *
pamong_doubles_find (PamongStore *store, gint *broken, GError **error)
{
  g_autoptr (PamongDoublesFinder) finder = pamong_doubles_finder_new (store, broken);

  return pamong_doubles_finder_run (finder, error) ? pamong_doubles_finder_list (finder, error) : NULL;
}
