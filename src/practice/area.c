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
put_event (const PamongPracticeSink *sink, PamongEventType type, const PamongRecord *subject, const char *today, GError **error)
{
  g_autoptr (PamongRecord) event = pamong_record_new (PAMONG_KIND_EVENT, subject->area);

  pamong_record_set_int (event, PAMONG_EVENT_TYPE, type);
  pamong_record_set_text (event, subject->kind == PAMONG_KIND_RESIDENT ? PAMONG_EVENT_RESIDENT_UID : PAMONG_EVENT_FAMILY_UID, subject->uid);
  pamong_record_set_text (event, PAMONG_EVENT_DATE, today);
  pamong_record_set_text (event, PAMONG_EVENT_REPORTED, today);
  return sink->put (event, sink->data, error);
}

static gboolean
put_card (const PamongPracticeSink *sink, const PamongFamilyCard *card, const char *today, GError **error)
{
  if (!sink->put (card->family, sink->data, error) || !put_event (sink, PAMONG_EVENT_FAMILY_OPENING, card->family, today, error))
    return FALSE;
  for (guint i = 0; i < card->members->len; i++)
    if (!sink->put (card->members->pdata[i], sink->data, error) || !put_event (sink, PAMONG_EVENT_OPENING, card->members->pdata[i], today, error))
      return FALSE;
  return TRUE;
}

static gboolean
pour_village (const PamongPracticeSink *sink, const char *village, guint size, const PamongPracticeOrder *order, PamongPracticeFigures *figures, GError **error)
{
  g_autoptr (PamongPractice) practice = pamong_practice_new (order->seed, village);
  g_autofree char *today = pamong_clock_today ();
  guint done = 0;

  if (order->dirt)
    pamong_practice_set_dirt (practice, order->seed);
  while (done < size)
    {
      g_autoptr (PamongFamilyCard) card = pamong_practice_next (practice, size - done);

      if (!put_card (sink, card, today, error))
        return FALSE;
      done += card->members->len;
      figures->families++;
    }
  figures->residents += done;
  figures->villages++;
  return sink->slice (sink->data, error);
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
pamong_practice_pour (const char *area, const PamongPracticeOrder *order, const PamongPracticeSink *sink, PamongPracticeFigures *figures, GError **error)
{
  g_autoptr (GHashTable) sizes = read_sizes ();
  g_autoptr (GPtrArray) villages = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GRand) rand = g_rand_new_with_seed (order->seed);

  *figures = (PamongPracticeFigures) { 0, 0, 0 };
  add_villages (villages, area);
  for (guint i = 0; i < villages->len; i++)
    {
      guint size = order->residents > 0 ? order->residents : size_of (sizes, villages->pdata[i], rand);

      if (!pour_village (sink, villages->pdata[i], size, order, figures, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_in_store (const PamongRecord *record, gpointer bulk, GError **error)
{
  return pamong_bulk_put (bulk, record, error);
}

static gboolean
slice_store (gpointer bulk, GError **error)
{
  return pamong_bulk_slice (bulk, error);
}

gboolean
pamong_practice_fill_area (PamongStore *store, const char *area, const PamongPracticeOrder *order, PamongPracticeFigures *figures, GError **error)
{
  g_autoptr (PamongBulk) bulk = pamong_bulk_begin (store, error);
  PamongPracticeSink sink = { put_in_store, slice_store, bulk };

  return bulk != NULL && pamong_practice_pour (area, order, &sink, figures, error) && pamong_bulk_end (g_steal_pointer (&bulk), error);
}
