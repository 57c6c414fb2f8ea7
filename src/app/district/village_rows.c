/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/district/village_rows.h"
#include "app/words.h"
#include "domain/clock.h"
#include "domain/codes.h"
#include "domain/dates.h"
#include <glib/gi18n.h>

#define WEEK (7 * 24 * 3600)

G_DEFINE_FINAL_TYPE (PamongVillageRow, pamong_village_row, G_TYPE_OBJECT)

static void
pamong_village_row_finalize (GObject *object)
{
  PamongVillageRow *self = PAMONG_VILLAGE_ROW (object);

  g_free (self->area);
  g_free (self->name);
  g_free (self->app_version);
  G_OBJECT_CLASS (pamong_village_row_parent_class)->finalize (object);
}

static void
pamong_village_row_class_init (PamongVillageRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pamong_village_row_finalize;
}

static void
pamong_village_row_init (PamongVillageRow *self)
{
}

static gboolean
read_row (PamongStore *store, const PamongRegion *region, PamongVillageRow *row, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (PamongRecord) place = pamong_figures_place (store, region->code, &problem);
  PamongCounts counts;

  row->area = g_strdup (region->code);
  row->name = g_strdup (region->name);
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (!pamong_residents_counts (store, region->code, &counts, error))
    return FALSE;
  row->residents = counts.residents;
  row->families = counts.families;
  row->completeness = counts.completeness;
  row->coverage = -1;
  if (place == NULL)
    return TRUE;
  row->known = TRUE;
  row->last_contact = pamong_record_int (place, PAMONG_PLACE_LAST_CONTACT);
  row->waiting = pamong_record_int (place, PAMONG_PLACE_WAITING);
  row->held = pamong_record_int (place, PAMONG_PLACE_HELD);
  row->target = pamong_record_int (place, PAMONG_PLACE_TARGET);
  row->coverage = pamong_figures_coverage (row->residents, row->target);
  row->app_version = g_strdup (pamong_record_text (place, PAMONG_PLACE_APP_VERSION));
  return TRUE;
}

PamongVillageRow *
pamong_village_row_read (PamongStore *store, const char *area, GError **error)
{
  const PamongRegion *region = pamong_regions_find (area);
  g_autoptr (PamongVillageRow) row = g_object_new (PAMONG_TYPE_VILLAGE_ROW, NULL);

  g_return_val_if_fail (region != NULL, NULL);
  return read_row (store, region, row, error) ? g_steal_pointer (&row) : NULL;
}

static gboolean
add_below (PamongStore *store, const char *area, GPtrArray *rows, GError **error)
{
  g_autoptr (GPtrArray) children = pamong_regions_children (area);

  for (guint i = 0; i < children->len; i++)
    {
      const PamongRegion *region = children->pdata[i];
      PamongVillageRow *row;

      if (g_str_equal (region->type, "kecamatan"))
        {
          if (!add_below (store, region->code, rows, error))
            return FALSE;
          continue;
        }
      row = g_object_new (PAMONG_TYPE_VILLAGE_ROW, NULL);
      g_ptr_array_add (rows, row);
      if (!read_row (store, region, row, error))
        return FALSE;
    }
  return TRUE;
}

GPtrArray *
pamong_village_rows (PamongStore *store, const char *area, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  g_autoptr (GHashTable) week = pamong_figures_changed (store, pamong_clock_now () - WEEK, error);

  if (week == NULL || !add_below (store, area, rows, error))
    return NULL;
  for (guint i = 0; i < rows->len; i++)
    {
      PamongVillageRow *row = rows->pdata[i];
      const gint64 *changed = g_hash_table_lookup (week, row->area);

      row->week = changed != NULL ? *changed : 0;
    }
  return g_steal_pointer (&rows);
}

/* dir, area */
static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  char **words = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongStore) store = pamong_store_open (words[0], PAMONG_STORE_READ, &error);
  GPtrArray *rows = store != NULL ? pamong_village_rows (store, words[1], &error) : NULL;

  if (rows != NULL)
    g_task_return_pointer (task, rows, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
pamong_village_rows_async (const char *dir, const char *area, GCancellable *cancellable, GAsyncReadyCallback ready, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, ready, data);

  g_task_set_task_data (task, g_strdupv ((char *[]) { (char *) dir, (char *) area, NULL }), (GDestroyNotify) g_strfreev);
  g_task_run_in_thread (task, read_thread);
}

GPtrArray *
pamong_village_rows_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static char *
percent (gint64 share, const char *otherwise)
{
  return share >= 0 ? g_strdup_printf ("%d %%", (int) (share / 10)) : g_strdup (otherwise);
}

char *
pamong_village_rows_summary (GListModel *rows, const char *title, gint64 now)
{
  g_autofree char *today = pamong_clock_today (), *day = pamong_date_format (today);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s, %s\n", title, day);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (PamongVillageRow) row = g_list_model_get_item (rows, i);
      g_autofree char *people = pamong_words_number (row->residents), *week = pamong_words_number (row->week);
      g_autofree char *coverage = percent (row->coverage, _ ("no target given yet")), *complete = percent (row->completeness, "–");
      g_autofree char *contact = row->last_contact > 0 ? pamong_words_contact (row->last_contact, now) : g_strdup (_ ("never yet"));

      g_string_append_printf (text, _ ("%s: %s residents, coverage %s, completeness %s, changed this week %s, last contact %s\n"), row->name, people, coverage, complete, week, contact);
    }
  return g_string_free (text, FALSE);
}
