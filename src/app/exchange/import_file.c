/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/exchange/import_file.h"

typedef struct {
  PamongImportFile *file;
  PamongColumns *columns;
  PamongSample *sample;
  int sheet, row;
} Look;

/* What is to be opened. */
typedef struct {
  char *path, *area, *layout;
  gboolean desil;
} Order;

typedef struct {
  guint heading_row, rows;
  GCancellable *cancellable;
} Count;

static gboolean
counted_cb (guint row, const PamongSheetCell *cells, guint n, gpointer data)
{
  Count *count = data;

  count->rows += row > count->heading_row;
  return !g_cancellable_is_cancelled (count->cancellable);
}

static gboolean
count_rows (PamongImportFile *file, GCancellable *cancellable, GError **error)
{
  PamongColumns *columns = pamong_source_columns (file->source);
  Count count = { columns != NULL ? columns->heading_row : 0, 0, cancellable };
  gboolean fine = pamong_book_read (pamong_source_book (file->source), columns != NULL ? columns->sheet : 0, counted_cb, &count, error);

  file->rows = count.rows;
  return fine && !g_cancellable_set_error_if_cancelled (cancellable, error);
}

static void
free_order (gpointer data)
{
  Order *order = data;

  g_free (order->path);
  g_free (order->area);
  g_free (order->layout);
  g_free (order);
}

/* A table of families with their desil is nothing else, whatever other columns it has. */
static gboolean
read_desil (PamongImportFile *file)
{
  g_autoptr (PamongBook) book = pamong_book_open (file->path, NULL);

  file->desil = book != NULL ? pamong_desil_read (book, NULL) : NULL;
  file->rows = file->desil != NULL ? file->desil->len : 0;
  return file->desil != NULL;
}

static void
open_on_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Order *order = data;
  g_autoptr (PamongImportFile) file = g_atomic_rc_box_new0 (PamongImportFile);
  GError *error = NULL;

  file->path = g_strdup (order->path);
  file->name = g_path_get_basename (order->path);
  file->area = g_strdup (order->area);
  if (order->desil && read_desil (file))
    {
      g_task_return_pointer (task, g_steal_pointer (&file), (GDestroyNotify) pamong_import_file_unref);
      return;
    }
  file->source = pamong_source_open (order->path, order->layout, &error);
  if (file->source != NULL && count_rows (file, cancellable, &error))
    file->sample = pamong_sample_read (file->source, NULL, file->area, &error);
  if (file->sample == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&file), (GDestroyNotify) pamong_import_file_unref);
}

void
pamong_import_file_open_async (const char *path, const char *layout, const char *area, gboolean desil, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Order *order = g_new0 (Order, 1);

  order->path = g_strdup (path);
  order->area = g_strdup (area);
  order->layout = g_strdup (layout);
  order->desil = desil;
  g_task_set_source_tag (task, pamong_import_file_open_async);
  g_task_set_task_data (task, order, free_order);
  g_task_run_in_thread (task, open_on_thread);
}

PamongImportFile *
pamong_import_file_open_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

PamongImportFile *
pamong_import_file_ref (PamongImportFile *file)
{
  return g_atomic_rc_box_acquire (file);
}

static void
clear_file (gpointer data)
{
  PamongImportFile *file = data;

  g_clear_pointer (&file->source, pamong_source_free);
  g_clear_pointer (&file->sample, pamong_sample_free);
  g_clear_pointer (&file->desil, g_ptr_array_unref);
  g_free (file->path);
  g_free (file->name);
  g_free (file->area);
  g_free (file->mapping);
}

void
pamong_import_file_unref (PamongImportFile *file)
{
  g_atomic_rc_box_release_full (file, clear_file);
}

static void
free_look (gpointer data)
{
  Look *look = data;

  g_clear_pointer (&look->columns, pamong_columns_free);
  g_clear_pointer (&look->sample, pamong_sample_free);
  g_clear_pointer (&look->file, pamong_import_file_unref);
  g_free (look);
}

static void
look_on_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Look *look = data;
  GError *error = NULL;

  look->sample = pamong_sample_read (look->file->source, look->columns, look->file->area, &error);
  if (look->sample == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

void
pamong_import_file_look_async (PamongImportFile *file, const PamongColumns *columns, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Look *look = g_new0 (Look, 1);

  look->file = pamong_import_file_ref (file);
  look->columns = pamong_columns_copy (columns);
  g_task_set_source_tag (task, pamong_import_file_look_async);
  g_task_set_task_data (task, look, free_look);
  g_task_run_in_thread (task, look_on_thread);
}

gboolean
pamong_import_file_look_finish (GAsyncResult *result, GError **error)
{
  Look *look = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  g_clear_pointer (&look->file->sample, pamong_sample_free);
  look->file->sample = g_steal_pointer (&look->sample);
  return TRUE;
}

static void
point_on_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Look *look = data;
  GError *error = NULL;

  if (pamong_source_point (look->file->source, look->sheet, look->row, &error) && count_rows (look->file, NULL, &error))
    look->sample = pamong_sample_read (look->file->source, NULL, look->file->area, &error);
  if (look->sample == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

void
pamong_import_file_point_async (PamongImportFile *file, int sheet, int row, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Look *look = g_new0 (Look, 1);

  look->file = pamong_import_file_ref (file);
  look->sheet = sheet;
  look->row = row;
  g_task_set_source_tag (task, pamong_import_file_point_async);
  g_task_set_task_data (task, look, free_look);
  g_task_run_in_thread (task, point_on_thread);
}

gboolean
pamong_import_file_point_finish (GAsyncResult *result, GError **error)
{
  return pamong_import_file_look_finish (result, error);
}

static void
ask_on_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_boolean (task, pamong_source_asks_occupation (((PamongImportFile *) data)->source));
}

void
pamong_import_file_ask_async (PamongImportFile *file, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, pamong_import_file_ask_async);
  g_task_set_task_data (task, pamong_import_file_ref (file), (GDestroyNotify) pamong_import_file_unref);
  g_task_run_in_thread (task, ask_on_thread);
}

gboolean
pamong_import_file_ask_finish (GAsyncResult *result)
{
  return g_task_propagate_boolean (G_TASK (result), NULL);
}

const char *
pamong_import_file_sheet (PamongImportFile *file)
{
  PamongColumns *columns = pamong_source_columns (file->source);

  return pamong_book_sheet (pamong_source_book (file->source), columns != NULL ? columns->sheet : 0, NULL);
}
