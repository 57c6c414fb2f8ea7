/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/walk_ahead.h"

#define CARDS 64
#define BATCHES 4

typedef struct {
  PamongRecord *family; /* (nullable) */
  GPtrArray *members;
  PamongStatus *statuses;
} Card;

typedef struct {
  GPtrArray *cards;
  gboolean last;
} Batch;

typedef struct {
  const char *dir;
  const PamongQuery *query;
  GAsyncQueue *read, *empty; /* of Batch */
  Batch *batch;              /* being filled */
  gint stopped;
  gboolean done;
  GError *error;
} Ahead;

static void
card_free (gpointer data)
{
  Card *card = data;

  g_clear_pointer (&card->family, pamong_record_free);
  g_ptr_array_unref (card->members);
  g_free (card->statuses);
  g_free (card);
}

static Batch *
batch_new (void)
{
  Batch *batch = g_new0 (Batch, 1);

  batch->cards = g_ptr_array_new_with_free_func (card_free);
  return batch;
}

static void
batch_free (gpointer data)
{
  Batch *batch = data;

  g_ptr_array_unref (batch->cards);
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
keep_cb (PamongRecord *family, GPtrArray *members, const PamongStatus *statuses, gpointer data)
{
  Ahead *ahead = data;
  Card *card = g_new0 (Card, 1);
  gsize n = 0;
  g_autofree gpointer *stolen = g_ptr_array_steal (members, &n);

  card->family = family != NULL ? pamong_record_copy (family) : NULL;
  card->members = g_ptr_array_new_full ((guint) n, (GDestroyNotify) pamong_record_free);
  for (gsize i = 0; i < n; i++)
    g_ptr_array_add (card->members, stolen[i]);
  card->statuses = g_memdup2 (statuses, n * sizeof *statuses);
  g_ptr_array_add (ahead->batch->cards, card);
  if (ahead->batch->cards->len == CARDS)
    pass_on (ahead, FALSE);
  return !g_atomic_int_get (&ahead->stopped);
}

static gpointer
read_thread (gpointer data)
{
  Ahead *ahead = data;
  g_autoptr (PamongStore) store = pamong_store_open (ahead->dir, PAMONG_STORE_READ, &ahead->error);

  ahead->done = store != NULL && pamong_store_walk (store, ahead->query, keep_cb, ahead, &ahead->error);
  pass_on (ahead, TRUE);
  return NULL;
}

static gboolean
give (const Batch *batch, PamongWalkFunc func, gpointer data)
{
  for (guint i = 0; i < batch->cards->len; i++)
    {
      const Card *card = batch->cards->pdata[i];

      if (!func (card->family, card->members, card->statuses, data))
        return FALSE;
    }
  return TRUE;
}

static void
take_all (Ahead *ahead, PamongWalkFunc func, gpointer data)
{
  gboolean last = FALSE;

  while (!last)
    {
      Batch *batch = g_async_queue_pop (ahead->read);

      last = batch->last;
      if (!g_atomic_int_get (&ahead->stopped) && !give (batch, func, data))
        g_atomic_int_set (&ahead->stopped, TRUE);
      g_ptr_array_set_size (batch->cards, 0);
      g_async_queue_push (ahead->empty, batch);
    }
}

gboolean
pamong_walk_ahead (PamongStore *store, const PamongQuery *query, PamongWalkFunc func, gpointer data, GError **error)
{
  Ahead ahead = { .dir = pamong_store_dir (store), .query = query };
  GThread *thread;

  ahead.read = g_async_queue_new_full (batch_free);
  ahead.empty = g_async_queue_new_full (batch_free);
  ahead.batch = batch_new ();
  for (guint i = 1; i < BATCHES; i++)
    g_async_queue_push (ahead.empty, batch_new ());
  thread = g_thread_new ("walk", read_thread, &ahead);
  take_all (&ahead, func, data);
  g_thread_join (thread);
  g_async_queue_unref (ahead.read);
  g_async_queue_unref (ahead.empty);
  if (ahead.error != NULL)
    g_propagate_error (error, ahead.error);
  return ahead.done;
}
