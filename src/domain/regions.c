/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/codes.h"
#include "domain/data.h"

#include <string.h>

typedef struct {
  GPtrArray *rows; /* by code */
  GHashTable *by_code;
} Regions;

static const struct { const char *type, *title; } titles[] = {
  { "kabupaten", "Kabupaten" },
  { "kecamatan", "Kecamatan" },
  { "desa", "Desa" },
  { "kelurahan", "Kelurahan" },
};

static int
compare_regions (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(const PamongRegion *const *) a)->code, (*(const PamongRegion *const *) b)->code);
}

/* Columns: code,name,type,parent,former */
static Regions *
read_regions (void)
{
  g_autofree char *text = pamong_data_text ("regions/regions.csv");
  g_autoptr (GPtrArray) rows = pamong_csv_parse (text, NULL);
  Regions *regions = g_new0 (Regions, 1);

  regions->rows = g_ptr_array_new ();
  regions->by_code = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < rows->len; i++)
    {
      char **row = rows->pdata[i];
      PamongRegion *region;

      if (g_strv_length (row) < 5 || g_hash_table_contains (regions->by_code, row[0]))
        continue;
      region = g_new0 (PamongRegion, 1);
      *region = (PamongRegion) { g_strdup (row[0]), g_strdup (row[1]), g_strdup (row[2]),
                                 *row[3] != '\0' ? g_strdup (row[3]) : NULL, g_strdup (row[4]) };
      g_ptr_array_add (regions->rows, region);
      g_hash_table_insert (regions->by_code, region->code, region);
    }
  g_ptr_array_sort (regions->rows, compare_regions);
  return regions;
}

static const Regions *
get_regions (void)
{
  static Regions *regions;

  if (g_once_init_enter (&regions))
    g_once_init_leave (&regions, read_regions ());
  return regions;
}

const PamongRegion *
pamong_regions_find (const char *code)
{
  return code != NULL ? g_hash_table_lookup (get_regions ()->by_code, code) : NULL;
}

GPtrArray *
pamong_regions_children (const char *code)
{
  const Regions *regions = get_regions ();
  GPtrArray *children = g_ptr_array_new ();

  for (guint i = 0; i < regions->rows->len; i++)
    {
      PamongRegion *region = regions->rows->pdata[i];
      if (g_strcmp0 (region->parent, code) == 0)
        g_ptr_array_add (children, region);
    }
  return children;
}

char *
pamong_regions_title (const char *code)
{
  const PamongRegion *region = pamong_regions_find (code);

  for (gsize i = 0; region != NULL && i < G_N_ELEMENTS (titles); i++)
    if (g_str_equal (region->type, titles[i].type))
      return g_strdup_printf ("%s %s", titles[i].title, region->name);
  return g_strdup (region != NULL ? region->name : code != NULL ? code : "");
}

gboolean
pamong_regions_contains (const char *above, const char *code)
{
  gsize n = above != NULL ? strlen (above) : 0;

  return n > 0 && code != NULL && strncmp (code, above, n) == 0 && (code[n] == '\0' || code[n] == '.');
}
