/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A whole district or regency of synthetic people, as if fetched from all its villages. */
#include "practice/practice.h"
#include "domain/clock.h"
#include "domain/codes.h"
#include "domain/data.h"
#include "domain/events.h"
#include "store/bulk.h"
#include <stdlib.h>
#include <string.h>

#define VILLAGE_CODE_LENGTH 13 /* 35.22.28.2001 */
#define DISTRICT_CODE_LENGTH 8 /* 35.22.28 */

static GHashTable *
read_sizes (void)
{
  g_autofree char *text = pamong_data_text ("practice/districts.csv");
  g_autoptr (GPtrArray) rows = pamong_csv_parse (text, NULL);
  GHashTable *sizes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      char **row = rows->pdata[i];

      if (g_strv_length (row) == 2)
        g_hash_table_insert (sizes, g_strdup (row[0]), GINT_TO_POINTER (atoi (row[1])));
    }
  return sizes;
}

static void
add_villages (GPtrArray *villages, const char *area)
{
  g_autoptr (GPtrArray) children = pamong_regions_children (area);

  if (strlen (area) == VILLAGE_CODE_LENGTH)
    g_ptr_array_add (villages, g_strdup (area));
  for (guint i = 0; i < children->len; i++)
    add_villages (villages, ((const PamongRegion *) children->pdata[i])->code);
}

static gboolean
put_event (PamongBulk *bulk, PamongEventType type, const PamongRecord *subject, const char *today, GError **error)
{
  g_autoptr (PamongRecord) event = pamong_record_new (PAMONG_KIND_EVENT, subject->area);

  pamong_record_set_int (event, PAMONG_EVENT_TYPE, type);
  pamong_record_set_text (event, subject->kind == PAMONG_KIND_RESIDENT ? PAMONG_EVENT_RESIDENT_UID : PAMONG_EVENT_FAMILY_UID, subject->uid);
  pamong_record_set_text (event, PAMONG_EVENT_DATE, today);
  pamong_record_set_text (event, PAMONG_EVENT_REPORTED, today);
  return pamong_bulk_put (bulk, event, error);
}

static gboolean
put_card (PamongBulk *bulk, const PamongFamilyCard *card, const char *today, GError **error)
{
  if (!pamong_bulk_put (bulk, card->family, error) || !put_event (bulk, PAMONG_EVENT_FAMILY_OPENING, card->family, today, error))
    return FALSE;
  for (guint i = 0; i < card->members->len; i++)
    if (!pamong_bulk_put (bulk, card->members->pdata[i], error) || !put_event (bulk, PAMONG_EVENT_OPENING, card->members->pdata[i], today, error))
      return FALSE;
  return TRUE;
}

static gboolean
fill_village (PamongBulk *bulk, const char *village, guint size, guint32 seed, gboolean dirt, PamongPracticeFigures *figures, GError **error)
{
  g_autoptr (PamongPractice) practice = pamong_practice_new (seed, village);
  g_autofree char *today = pamong_clock_today ();
  guint done = 0;

  if (dirt)
    pamong_practice_set_dirt (practice, seed);
  while (done < size)
    {
      g_autoptr (PamongFamilyCard) card = pamong_practice_next (practice, size - done);

      if (!put_card (bulk, card, today, error))
        return FALSE;
      done += card->members->len;
      figures->families++;
    }
  figures->residents += done;
  figures->villages++;
  return pamong_bulk_slice (bulk, error);
}

/* No figure of any village is known, only the mean of its district: villages lie around it. */
static guint
size_of (GHashTable *sizes, const char *village, GRand *rand)
{
  g_autofree char *district = g_strndup (village, DISTRICT_CODE_LENGTH);
  int mean = GPOINTER_TO_INT (g_hash_table_lookup (sizes, district));

  return (guint) ((mean > 0 ? mean : 3000) * g_rand_double_range (rand, 0.6, 1.4));
}

gboolean
pamong_practice_fill_area (PamongStore *store, const char *area, guint32 seed, gboolean dirt, PamongPracticeFigures *figures, GError **error)
{
  g_autoptr (GHashTable) sizes = read_sizes ();
  g_autoptr (GPtrArray) villages = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (PamongBulk) bulk = pamong_bulk_begin (store, error);
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  *figures = (PamongPracticeFigures) { 0, 0, 0 };
  add_villages (villages, area);
  for (guint i = 0; bulk != NULL && i < villages->len; i++)
    if (!fill_village (bulk, villages->pdata[i], size_of (sizes, villages->pdata[i], rand), seed, dirt, figures, error))
      return FALSE;
  return bulk != NULL && pamong_bulk_end (g_steal_pointer (&bulk), error);
}
