/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One card of an import: what its rows make of the family and of the people on it. */
#include "office/imports_private.h"

#include "domain/codes.h"
#include "domain/names.h"

PamongImportCard *
pamong_import_card_new (void)
{
  PamongImportCard *card = g_new0 (PamongImportCard, 1);

  card->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_staged_row_free);
  card->stored = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_record_free);
  card->after = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_record_free);
  card->differences = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_staged_difference_free);
  return card;
}

void
pamong_import_card_free (PamongImportCard *card)
{
  if (card == NULL)
    return;
  g_ptr_array_unref (card->rows);
  g_ptr_array_unref (card->stored);
  g_ptr_array_unref (card->after);
  g_ptr_array_unref (card->differences);
  pamong_record_free (card->family);
  pamong_family_card_free (card->card_stored);
  g_free (card);
}

char *
pamong_import_choice (guint n, const char *key, const char *after)
{
  return g_strdup_printf ("%u %s %s", n, key, after);
}

gboolean
pamong_import_is_placed (const PamongImportCard *card, guint i)
{
  const PamongRecord *after = card->after->pdata[i];

  return after != NULL && card->family != NULL && g_strcmp0 (pamong_record_text (after, PAMONG_RESIDENT_FAMILY_UID), card->family->uid) == 0;
}

typedef struct {
  PamongImportCard *card;
  PamongStore *store;
  PamongPeople *people;
  GHashTable *choices;
} Comparing;

static gboolean
stands (const PamongStagedRow *row)
{
  return row->outcome != PAMONG_IMPORT_REFUSED;
}

/* Notes a difference. Returns: whether what the file says is to be written. */
static gboolean
note (Comparing *comparing, guint n, const char *key, char *before, char *after, gboolean fill)
{
  PamongStagedDifference *difference = g_new0 (PamongStagedDifference, 1);
  g_autofree char *choice = pamong_import_choice (n, key, after);

  difference->n = n;
  difference->key = g_strdup (key);
  difference->before = before;
  difference->after = after;
  difference->fill = fill;
  difference->take = fill != g_hash_table_contains (comparing->choices, choice);
  g_ptr_array_add (comparing->card->differences, difference);
  return difference->take;
}

static gboolean
says_the_same (const PamongRecord *stored, const PamongRecord *read, int field)
{
  const char *one, *other;
  g_autofree char *left = NULL, *right = NULL;

  if (!pamong_record_is_set (read, field) || !pamong_record_differs (stored, read, field))
    return TRUE;
  if (stored->kind != PAMONG_KIND_FAMILY || (field != PAMONG_FAMILY_DUSUN && field != PAMONG_FAMILY_ADDRESS))
    return FALSE;
  one = pamong_record_text (stored, field);
  other = pamong_record_text (read, field);
  left = one != NULL ? pamong_fold (one) : NULL;
  right = other != NULL ? pamong_fold (other) : NULL;
  return g_strcmp0 (left, right) == 0;
}

static void
compare_field (Comparing *comparing, guint n, const PamongRecord *stored, const PamongRecord *read, PamongRecord *after, int field)
{
  g_autofree char *key = NULL;

  if (says_the_same (stored, read, field))
    return;
  key = g_strconcat (pamong_kind_name (stored->kind), ".", pamong_field_get (stored->kind, field)->key, NULL);
  if (note (comparing, n, key, pamong_record_format (stored, field), pamong_record_format (read, field), !pamong_record_is_set (stored, field)))
    pamong_record_set_value (after, field, &read->values[field]);
}

static char *
number_of (PamongStore *store, const char *family_uid)
{
  g_autoptr (PamongRecord) family = family_uid != NULL ? pamong_store_get (store, PAMONG_KIND_FAMILY, family_uid, NULL) : NULL;
  const char *number = family != NULL ? pamong_record_text (family, PAMONG_FAMILY_KK_NUMBER) : NULL;

  return g_strdup (number != NULL ? number : "");
}

static void
place (const PamongImportCard *card, PamongRecord *after, const PamongRecord *read)
{
  if (card->family != NULL)
    pamong_record_set_text (after, PAMONG_RESIDENT_FAMILY_UID, card->family->uid);
  if (pamong_record_is_set (read, PAMONG_RESIDENT_SHDK))
    pamong_record_set_value (after, PAMONG_RESIDENT_SHDK, &read->values[PAMONG_RESIDENT_SHDK]);
}

/* Which card somebody is on is never changed silently; his place on it goes with it. */
static void
compare_place (Comparing *comparing, guint n, const PamongRecord *stored, const PamongRecord *read, PamongRecord *after)
{
  const PamongImportCard *card = comparing->card;
  const char *family = pamong_record_text (stored, PAMONG_RESIDENT_FAMILY_UID);
  const char *number = card->family != NULL ? pamong_record_text (card->family, PAMONG_FAMILY_KK_NUMBER) : NULL;

  if (card->family == NULL || g_strcmp0 (family, card->family->uid) == 0)
    compare_field (comparing, n, stored, read, after, PAMONG_RESIDENT_SHDK);
  else if (note (comparing, n, "resident.family_uid", number_of (comparing->store, family), g_strdup (number != NULL ? number : ""), family == NULL))
    place (card, after, read);
}

/* Somebody an import had made that was taken back: what the file says now is all that counts, and what it leaves out stays. */
static PamongRecord *
take_up_again (const PamongImportCard *card, const PamongRecord *stored, const PamongRecord *read)
{
  PamongRecord *after = pamong_record_copy (stored);

  for (guint i = 0; i < read->n_values; i++)
    if (pamong_record_is_set (read, (int) i))
      pamong_record_set_value (after, (int) i, &read->values[i]);
  place (card, after, read);
  return after;
}

static PamongRecord *
make_new (Comparing *comparing, PamongStagedRow *row)
{
  PamongRecord *after = g_steal_pointer (&row->person);

  after->uid = pamong_people_uid (comparing->people, row);
  g_free (after->area);
  after->area = g_strdup (pamong_people_area (comparing->people, row));
  if (comparing->card->family != NULL)
    pamong_record_set_text (after, PAMONG_RESIDENT_FAMILY_UID, comparing->card->family->uid);
  return after;
}

/* @stored: (transfer full) (nullable). */
static PamongRecord *
compare_row (Comparing *comparing, PamongStagedRow *row, const PamongRecord *stored)
{
  guint before = comparing->card->differences->len;
  PamongRecord *after;
  gboolean takes = FALSE;

  if (stored == NULL)
    return make_new (comparing, row);
  if (row->outcome == PAMONG_IMPORT_NEW && pamong_store_status (comparing->store, stored->uid) == PAMONG_STATUS_VOID)
    return take_up_again (comparing->card, stored, row->person);
  after = pamong_record_copy (stored);
  for (guint i = 0; i < stored->n_values; i++)
    if (i != PAMONG_RESIDENT_FAMILY_UID && i != PAMONG_RESIDENT_SHDK)
      compare_field (comparing, row->n, stored, row->person, after, (int) i);
  compare_place (comparing, row->n, stored, row->person, after);
  for (guint i = before; i < comparing->card->differences->len; i++)
    takes |= ((PamongStagedDifference *) comparing->card->differences->pdata[i])->take;
  row->outcome = takes ? PAMONG_IMPORT_CHANGED : comparing->card->differences->len > before ? PAMONG_IMPORT_DIFFERS : PAMONG_IMPORT_SAME;
  return after;
}

static const char *
number_in (const PamongImportCard *card)
{
  for (guint i = 0; i < card->rows->len; i++)
    {
      const PamongStagedRow *row = card->rows->pdata[i];
      const char *number = pamong_record_text (row->card, PAMONG_FAMILY_KK_NUMBER);

      if (number != NULL)
        return number;
    }
  return NULL;
}

/* The head's row tells the address; without one, the first that has any. */
static guint
find_source (const PamongImportCard *card, gboolean *has_head)
{
  guint source = 0;

  *has_head = FALSE;
  for (guint i = card->rows->len; i > 0; i--)
    {
      const PamongStagedRow *row = card->rows->pdata[i - 1];

      if (!stands (row) || row->person == NULL)
        continue;
      if (pamong_record_int (row->person, PAMONG_RESIDENT_SHDK) == PAMONG_SHDK_HEAD)
        {
          *has_head = TRUE;
          source = i - 1;
        }
      else if (!*has_head)
        source = i - 1;
    }
  return source;
}

static gboolean
load_stored (Comparing *comparing, GError **error)
{
  PamongImportCard *card = comparing->card;

  for (guint i = 0; i < card->rows->len; i++)
    {
      const PamongStagedRow *row = card->rows->pdata[i];
      g_autoptr (GError) failure = NULL;
      PamongRecord *stored = stands (row) && row->resident_uid != NULL ? pamong_store_get (comparing->store, PAMONG_KIND_RESIDENT, row->resident_uid, &failure) : NULL;

      g_ptr_array_add (card->stored, stored);
      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
    }
  return TRUE;
}

/* By its number; a card without one is that of the people it was read for. */
static const char *
find_family (Comparing *comparing, const char *number)
{
  const PamongImportCard *card = comparing->card;
  const PamongStagedRow *first = card->rows->pdata[0];

  if (number != NULL)
    return pamong_people_family (comparing->people, pamong_people_area (comparing->people, first), number);
  for (guint i = 0; i < card->stored->len; i++)
    if (card->stored->pdata[i] != NULL && pamong_record_is_set (card->stored->pdata[i], PAMONG_RESIDENT_FAMILY_UID))
      return pamong_record_text (card->stored->pdata[i], PAMONG_RESIDENT_FAMILY_UID);
  return NULL;
}

static void
take_address (PamongRecord *family, const PamongRecord *read)
{
  for (guint i = 0; i < family->n_values; i++)
    if (pamong_record_is_set (read, (int) i))
      pamong_record_set_value (family, (int) i, &read->values[i]);
}

static void
settle_family (Comparing *comparing)
{
  PamongImportCard *card = comparing->card;
  const char *number = number_in (card), *uid = find_family (comparing, number);
  gboolean has_head;
  PamongStagedRow *source = card->rows->pdata[card->source = find_source (card, &has_head)];

  card->card_stored = uid != NULL ? pamong_store_card (comparing->store, uid, NULL) : NULL;
  card->is_new = card->card_stored == NULL || card->card_stored->members->len == 0;
  if (card->card_stored != NULL)
    card->family = pamong_record_copy (card->card_stored->family);
  else if (number != NULL || has_head)
    {
      g_autofree char *made = pamong_people_uid (comparing->people, source);

      card->family = pamong_record_new_known (PAMONG_KIND_FAMILY, made, pamong_people_area (comparing->people, source));
    }
  if (card->family != NULL && card->is_new)
    {
      take_address (card->family, source->card);
      if (number != NULL)
        pamong_record_set_text (card->family, PAMONG_FAMILY_KK_NUMBER, number);
    }
}

static void
compare_address (Comparing *comparing)
{
  PamongImportCard *card = comparing->card;
  PamongStagedRow *source = card->rows->pdata[card->source];
  const PamongRecord *family = card->card_stored->family;
  guint before = card->differences->len;
  gboolean takes = FALSE;

  for (int i = 0; i < (int) family->n_values; i++)
    compare_field (comparing, source->n, family, source->card, card->family, i);
  for (guint i = before; i < card->differences->len; i++)
    takes |= ((PamongStagedDifference *) card->differences->pdata[i])->take;
  if (card->differences->len > before && source->outcome != PAMONG_IMPORT_NEW)
    source->outcome = takes || source->outcome == PAMONG_IMPORT_CHANGED ? PAMONG_IMPORT_CHANGED : PAMONG_IMPORT_DIFFERS;
}

gboolean
pamong_import_card_compare (PamongImportCard *card, PamongStore *store, PamongPeople *people, GHashTable *choices, GError **error)
{
  Comparing comparing = { card, store, people, choices };

  if (!load_stored (&comparing, error))
    return FALSE;
  settle_family (&comparing);
  for (guint i = 0; i < card->rows->len; i++)
    {
      PamongStagedRow *row = card->rows->pdata[i];

      g_ptr_array_add (card->after, stands (row) ? compare_row (&comparing, row, card->stored->pdata[i]) : NULL);
    }
  if (!card->is_new && stands (card->rows->pdata[card->source]))
    compare_address (&comparing);
  return TRUE;
}

typedef struct {
  PamongImportCard *card;
  PamongImportCardFunc func;
  gpointer data;
} Walk;

static gboolean
row_read_cb (PamongStagedRow *row, gpointer data, GError **error)
{
  Walk *walk = data;
  const PamongStagedRow *first = walk->card->rows->len > 0 ? walk->card->rows->pdata[0] : NULL;
  gboolean done = TRUE;

  if (first != NULL && first->grp != row->grp)
    {
      done = walk->func (walk->card, walk->data, error);
      pamong_import_card_free (walk->card);
      walk->card = pamong_import_card_new ();
    }
  g_ptr_array_add (walk->card->rows, row);
  return done;
}

gboolean
pamong_import_walk (PamongStore *store, gint64 id, PamongImportCardFunc func, gpointer data, GError **error)
{
  Walk walk = { pamong_import_card_new (), func, data };
  gboolean done = pamong_staging_walk (store, id, row_read_cb, &walk, error) && (walk.card->rows->len == 0 || func (walk.card, data, error));

  pamong_import_card_free (walk.card);
  return done;
}
