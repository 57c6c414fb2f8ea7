/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/district/village_rows.h"
#include "domain/codes.h"
#include "domain/uid.h"

void
pamong_village_row_free (PamongVillageRow *row)
{
  g_free (row->area);
  g_free (row->name);
  g_free (row->app_version);
  g_free (row);
}

static gboolean
read_row (PamongStore *store, const PamongRegion *region, PamongVillageRow *row, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autofree char *uid = pamong_uid_derive ("place", (const char *const[]) { region->code, NULL }); /* as the server derives it */
  g_autoptr (PamongRecord) place = pamong_store_get (store, PAMONG_KIND_PLACE, uid, &problem);
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
  if (place == NULL)
    return TRUE;
  row->known = TRUE;
  row->last_contact = pamong_record_int (place, PAMONG_PLACE_LAST_CONTACT);
  row->waiting = pamong_record_int (place, PAMONG_PLACE_WAITING);
  row->held = pamong_record_int (place, PAMONG_PLACE_HELD);
  row->app_version = g_strdup (pamong_record_text (place, PAMONG_PLACE_APP_VERSION));
  return TRUE;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const PamongVillageRow *one = *(PamongVillageRow *const *) a, *other = *(PamongVillageRow *const *) b;

  if (one->last_contact != other->last_contact)
    return one->last_contact < other->last_contact ? -1 : 1;
  return g_utf8_collate (one->name, other->name);
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
      row = g_new0 (PamongVillageRow, 1);
      g_ptr_array_add (rows, row);
      if (!read_row (store, region, row, error))
        return FALSE;
    }
  return TRUE;
}

GPtrArray *
pamong_village_rows (PamongStore *store, const char *area, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_village_row_free);

  if (!add_below (store, area, rows, error))
    return NULL;
  g_ptr_array_sort (rows, compare);
  return g_steal_pointer (&rows);
}
