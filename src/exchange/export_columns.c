/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/export_columns.h"
#include "domain/error.h"
#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct {
  const char *key, *label;
  PamongExportSource source;
} Extra;

/* The uid stands last: it is for reading the file in again. */
static const Extra first_of_residents[] = { { "area", N_("Village code"), PAMONG_EXPORT_AREA }, { "status", N_("Residency status"), PAMONG_EXPORT_STATUS } };
static const Extra first_of_families[] = { { "area", N_("Village code"), PAMONG_EXPORT_AREA }, { "head_name", N_("Head of the family"), PAMONG_EXPORT_HEAD_NAME },
                                           { "head_nik", N_("NIK of the head"), PAMONG_EXPORT_HEAD_NIK }, { "members", N_("Members"), PAMONG_EXPORT_MEMBERS } };
static const Extra uid = { "uid", N_("UID"), PAMONG_EXPORT_UID };

static void
add_extra (GPtrArray *columns, const Extra *extra)
{
  PamongExportColumn *column = g_new0 (PamongExportColumn, 1);

  column->key = extra->key;
  column->label = extra->label;
  column->source = extra->source;
  g_ptr_array_add (columns, column);
}

static void
add_fields (GPtrArray *columns, PamongKind kind)
{
  guint n;
  const PamongField *fields = pamong_kind_fields (kind, &n);

  for (guint i = 0; i < n; i++)
    if (fields[i].type != PAMONG_TYPE_UID) /* the card is told by its number */
      {
        PamongExportColumn *column = g_new0 (PamongExportColumn, 1);

        column->key = fields[i].key;
        column->label = fields[i].label;
        column->field = &fields[i];
        g_ptr_array_add (columns, column);
      }
}

static gpointer
make_all (gpointer data)
{
  GPtrArray **all = g_new0 (GPtrArray *, PAMONG_EXPORT_N);

  for (guint i = 0; i < PAMONG_EXPORT_N; i++)
    all[i] = g_ptr_array_new ();
  for (guint i = 0; i < G_N_ELEMENTS (first_of_residents); i++)
    add_extra (all[PAMONG_EXPORT_RESIDENTS], &first_of_residents[i]);
  add_fields (all[PAMONG_EXPORT_RESIDENTS], PAMONG_KIND_FAMILY);
  add_fields (all[PAMONG_EXPORT_RESIDENTS], PAMONG_KIND_RESIDENT);
  for (guint i = 0; i < G_N_ELEMENTS (first_of_families); i++)
    add_extra (all[PAMONG_EXPORT_FAMILIES], &first_of_families[i]);
  add_fields (all[PAMONG_EXPORT_FAMILIES], PAMONG_KIND_FAMILY);
  for (guint i = 0; i < PAMONG_EXPORT_N; i++)
    add_extra (all[i], &uid);
  return all;
}

GPtrArray *
pamong_export_columns (PamongExportWhat what)
{
  static GOnce once = G_ONCE_INIT;
  GPtrArray **all = g_once (&once, make_all, NULL);

  return all[what];
}

const PamongExportColumn *
pamong_export_column_find (PamongExportWhat what, const char *key)
{
  GPtrArray *columns = pamong_export_columns (what);

  for (guint i = 0; i < columns->len; i++)
    if (strcmp (((PamongExportColumn *) columns->pdata[i])->key, key) == 0)
      return columns->pdata[i];
  return NULL;
}

static void
blame (GError **error, PamongExportWhat what, const char *key)
{
  GPtrArray *columns = pamong_export_columns (what);
  g_autoptr (GString) known = g_string_new (NULL);

  for (guint i = 0; i < columns->len; i++)
    g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", ((PamongExportColumn *) columns->pdata[i])->key);
  g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _("There is no column “%s”, or it was named twice. Known are: %s"), key, known->str);
}

GPtrArray *
pamong_export_columns_read (PamongExportWhat what, const char *const *keys, GError **error)
{
  g_autoptr (GPtrArray) columns = g_ptr_array_new ();

  if (keys == NULL)
    g_ptr_array_extend (columns, pamong_export_columns (what), NULL, NULL);
  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      const PamongExportColumn *column = pamong_export_column_find (what, keys[i]);

      if (column == NULL || g_ptr_array_find (columns, column, NULL))
        {
          blame (error, what, keys[i]);
          return NULL;
        }
      g_ptr_array_add (columns, (gpointer) column);
    }
  return g_steal_pointer (&columns);
}
