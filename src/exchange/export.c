/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/export.h"
#include "domain/codes.h"
#include "domain/error.h"
#include "exchange/export_rows.h"
#include "exchange/table_writer.h"
#include "exchange/walk_ahead.h"
#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct {
  const PamongExportOrder *order;
  PamongExportRows *rows;
  PamongExportProgressFunc func;
  gpointer data;
  GCancellable *cancellable;
  guint people;
  GError *failed;
} Export;

static gboolean
refuse (GError **error, const char *words)
{
  g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, words);
  return FALSE;
}

static gboolean
ends_with (const char *path, const char *ending)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  return g_str_has_suffix (lower, ending);
}

static gboolean
is_village (const char *area)
{
  const PamongRegion *region = area != NULL ? pamong_regions_find (area) : NULL;

  return region != NULL && (g_str_equal (region->type, "desa") || g_str_equal (region->type, "kelurahan"));
}

static gboolean
check_area (PamongStore *store, const PamongExportOrder *order, GError **error)
{
  const char *area = order->query.area;
  gboolean one = pamong_store_level (store) == PAMONG_LEVEL_VILLAGE || is_village (area);

  if (area != NULL && (!is_village (area) || !pamong_regions_contains (pamong_store_area (store), area)))
    return refuse (error, _("There is no such village in this area. Write its code, like 35.22.28.2004."));
  if (!one && g_str_equal (order->layout, "opensid"))
    return refuse (error, _("OpenSID keeps one village. Choose the village that is to be written."));
  return TRUE;
}

static gboolean
check_layout (const PamongExportOrder *order, GError **error)
{
  gboolean plain = g_str_equal (order->layout, "plain"), opendk = g_str_equal (order->layout, "opendk");
  g_autoptr (GPtrArray) columns = NULL;

  if (!plain && !opendk && !g_str_equal (order->layout, "opensid"))
    return refuse (error, _("Files are written as opensid, opendk or plain."));
  if (!plain && (order->what != PAMONG_EXPORT_RESIDENTS || order->columns != NULL || order->keys))
    return refuse (error, _("OpenSID and OpenDK take residents with columns of their own. Choose the plain layout for families or for chosen columns."));
  if (opendk && order->words)
    return refuse (error, _("OpenDK takes codes only."));
  if (opendk != ends_with (order->path, ".zip"))
    return refuse (error, opendk ? _("OpenDK takes a .zip. Let the name of the file end so.") : _("A .zip is written for OpenDK only. Let the name of the file end in .xlsx or .csv."));
  if (!plain && !opendk && !ends_with (order->path, ".xlsx"))
    return refuse (error, _("OpenSID takes an .xlsx. Let the name of the file end so."));
  columns = plain ? pamong_export_columns_read (order->what, order->columns, error) : NULL;
  return !plain || columns != NULL;
}

gboolean
pamong_export_check (PamongStore *store, const PamongExportOrder *order, GError **error)
{
  return check_layout (order, error) && check_area (store, order, error);
}

static void
add_word (GString *words, const char *title, const char *value)
{
  if (value != NULL)
    g_string_append_printf (words, ", %s %s", title, value);
}

char *
pamong_export_words (const PamongExportOrder *order, gint64 people)
{
  GString *words = g_string_new (NULL);

  g_string_append_printf (words, "%s %s, %" G_GINT64_FORMAT " people", order->what == PAMONG_EXPORT_RESIDENTS ? "residents" : "families", order->layout, people);
  add_word (words, "village", order->query.area);
  add_word (words, "dusun", order->query.dusun);
  add_word (words, "RW", order->query.rw);
  add_word (words, "RT", order->query.rt);
  return g_string_free (words, FALSE);
}

static gboolean
walked_cb (PamongRecord *family, GPtrArray *members, const PamongStatus *statuses, gpointer data)
{
  Export *export = data;
  gboolean put = !g_cancellable_set_error_if_cancelled (export->cancellable, &export->failed);

  if (put && export->order->what == PAMONG_EXPORT_FAMILIES)
    put = family == NULL || pamong_export_rows_family (export->rows, family, members, &export->failed);
  for (guint i = 0; put && export->order->what == PAMONG_EXPORT_RESIDENTS && i < members->len; i++)
    put = pamong_export_rows_resident (export->rows, members->pdata[i], family, statuses[i], &export->failed);
  export->people += members->len;
  if (put && export->func != NULL)
    export->func (export->people, export->data);
  return put;
}

void
pamong_exported_free (PamongExported *exported)
{
  g_free (exported->report);
  g_ptr_array_unref (exported->losses);
  g_free (exported);
}

PamongExported *
pamong_export_write (PamongStore *store, const PamongExportOrder *order, PamongExportProgressFunc func, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (PamongExportRows) rows = pamong_export_check (store, order, error) ? pamong_export_rows_new (order, error) : NULL;
  Export export = { .order = order, .rows = rows, .func = func, .data = data, .cancellable = cancellable };

  if (rows == NULL || !pamong_walk_ahead (store, &order->query, walked_cb, &export, error))
    return NULL;
  if (export.failed != NULL)
    g_propagate_error (error, export.failed);
  else if (pamong_export_rows_n (rows) == 0)
    refuse (error, _("Nobody fits these filters: no file was written. Take a filter away."));
  else
    return pamong_export_rows_finish (rows, error);
  return NULL;
}
