/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sheet read on a thread of its own, a few hundred rows ahead of whoever takes them: unpacking takes as long as understanding. */
#include "exchange/sheet_private.h"

#define ROWS 256
#define BATCHES 4

typedef struct {
  guint number, first, n; /* first: of its cells */
} Kept;

typedef struct {
  GArray *rows, *cells;
  GStringChunk *texts;
  gboolean last;
} Batch;

typedef struct {
  PamongBook *book;
  guint index;
  GAsyncQueue *read, *empty; /* of Batch */
  Batch *batch;              /* being filled */
  gint stopped;
  gboolean done;
  GError *error;
} Ahead;

static Batch *
batch_new (void)
{
  Batch *batch = g_new0 (Batch, 1);

  batch->rows = g_array_new (FALSE, FALSE, sizeof (Kept));
  batch->cells = g_array_new (FALSE, FALSE, sizeof (PamongSheetCell));
  batch->texts = g_string_chunk_new (64 * 1024);
  return batch;
}

static void
batch_free (gpointer data)
{
  Batch *batch = data;

  g_array_unref (batch->rows);
  g_array_unref (batch->cells);
  g_string_chunk_free (batch->texts);
  g_free (batch);
}

static void
pass_on (Ahead *ahead, gboolean last)
{
  ahead->batch->last = last;
  g_async_queue_push (ahead->read, g_steal_pointer (&ahead->batch));
  if (!last)
    ahead->batch = g_async_queue_pop (ahead->empty);
}

static gboolean
keep_cb (guint number, const PamongSheetCell *cells, guint n, gpointer data)
{
  Ahead *ahead = data;
  Batch *batch = ahead->batch;
  Kept kept = { number, batch->cells->len, n };

  g_array_append_val (batch->rows, kept);
  g_array_append_vals (batch->cells, cells, n);
  for (guint i = 0; i < n; i++)
    if (*cells[i].text != '\0')
      g_array_index (batch->cells, PamongSheetCell, kept.first + i).text = g_string_chunk_insert (batch->texts, cells[i].text);
    else
      g_array_index (batch->cells, PamongSheetCell, kept.first + i).text = "";
  if (batch->rows->len == ROWS)
    pass_on (ahead, FALSE);
  return !g_atomic_int_get (&ahead->stopped);
}

static gpointer
read_thread (gpointer data)
{
  Ahead *ahead = data;

  ahead->done = ahead->book->read (ahead->book, ahead->book->sheets->pdata[ahead->index], ahead->index, keep_cb, ahead, &ahead->error);
  pass_on (ahead, TRUE);
  return NULL;
}

static gboolean
tell (const Batch *batch, PamongSheetRowFunc func, gpointer data)
{
  for (guint i = 0; i < batch->rows->len; i++)
    {
      const Kept *kept = &g_array_index (batch->rows, Kept, i);

      if (!func (kept->number, &g_array_index (batch->cells, PamongSheetCell, kept->first), kept->n, data))
        return FALSE;
    }
  return TRUE;
}

static void
take_all (Ahead *ahead, PamongSheetRowFunc func, gpointer data)
{
  gboolean last = FALSE;

  while (!last)
    {
      Batch *batch = g_async_queue_pop (ahead->read);

      last = batch->last;
      if (!g_atomic_int_get (&ahead->stopped) && !tell (batch, func, data))
        g_atomic_int_set (&ahead->stopped, TRUE);
      g_array_set_size (batch->rows, 0);
      g_array_set_size (batch->cells, 0);
      g_string_chunk_clear (batch->texts);
      g_async_queue_push (ahead->empty, batch);
    }
}

gboolean
pamong_book_read_ahead (PamongBook *book, guint index, PamongSheetRowFunc func, gpointer data, GError **error)
{
  Ahead ahead = { .book = book, .index = index };
  GThread *thread;

  g_return_val_if_fail (index < book->sheets->len, FALSE);
  ahead.read = g_async_queue_new_full (batch_free);
  ahead.empty = g_async_queue_new_full (batch_free);
  ahead.batch = batch_new ();
  for (guint i = 1; i < BATCHES; i++)
    g_async_queue_push (ahead.empty, batch_new ());
  thread = g_thread_new ("sheet", read_thread, &ahead);
  take_all (&ahead, func, data);
  g_thread_join (thread);
  g_async_queue_unref (ahead.read);
  g_async_queue_unref (ahead.empty);
  if (ahead.error != NULL)
    g_propagate_error (error, ahead.error);
  return ahead.done;
}
