/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/widgets/row_model.h"

#include <string.h>

typedef struct
{
  PamongRowFunc func;
  gpointer data;
} Watch;

struct _PamongRow
{
  GObject parent_instance;
  gint32 rid;
  PamongListRow *data;
  GArray *watches; /* Watch; (nullable) */
};

typedef struct
{
  guint number;
  guint generation;
  guint n;
  PamongRow *rows[PAMONG_ROWS_PER_PAGE];
} Page;

struct _PamongRowModel
{
  GObject parent_instance;
  PamongStore *store;
  GArray *ids;       /* gint32: the snapshot */
  guint announced;   /* rows GTK knows of */
  guint old;         /* rows of the list before, during a swap */
  guint generation;
  GHashTable *pages; /* number -> link of `recent` */
  GQueue recent;     /* Page, latest used first */
  GHashTable *live;  /* rid -> PamongRow somebody holds, not owned: a page fetched again gives the same object back */
};

static void row_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE (PamongRow, pamong_row, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE_WITH_CODE (PamongRowModel, pamong_row_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, row_model_iface_init))

static void
take_data (PamongRow *row, PamongListRow *data)
{
  g_clear_pointer (&row->data, pamong_list_row_free);
  row->data = data;
  for (guint i = 0; row->watches && i < row->watches->len; i++)
    {
      const Watch *watch = &g_array_index (row->watches, Watch, i);

      watch->func (row, watch->data);
    }
}

static void
free_page (Page *page)
{
  for (guint i = 0; i < page->n; i++)
    g_clear_object (&page->rows[i]);
  g_free (page);
}

static void
drop_pages (PamongRowModel *self)
{
  g_hash_table_remove_all (self->pages);
  g_queue_clear_full (&self->recent, (GDestroyNotify) free_page);
}

/* The row went away: forget it. (Called while it is being disposed of.) */
static void
row_gone (gpointer data, GObject *row)
{
  PamongRowModel *self = data;
  gpointer rid = GINT_TO_POINTER (((PamongRow *) row)->rid);

  if (g_hash_table_lookup (self->live, rid) == (gpointer) row)
    g_hash_table_remove (self->live, rid);
}

static PamongRow *
make_row (PamongRowModel *self, gint32 rid)
{
  PamongRow *row = g_object_new (PAMONG_TYPE_ROW, NULL);

  row->rid = rid;
  g_object_weak_ref (G_OBJECT (row), row_gone, self);
  g_hash_table_insert (self->live, GINT_TO_POINTER (rid), row);
  return row;
}

/* Reads @rids; missing ones and an unreadable store give rows without data, so that a list never breaks off. */
static GPtrArray *
read_rows (PamongRowModel *self, GArray *rids)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *rows = pamong_residents_rows (self->store, (const gint32 *) rids->data, rids->len, &error);

  if (!rows)
    g_warning ("rows of a list: %s", error->message);
  return rows;
}

/* Rows that somebody holds are as new, refresh sees to it; only the others are read, and of the page that is announced in part only that part. */
static void
fill_page (PamongRowModel *self, Page *page)
{
  guint start = page->number * PAMONG_ROWS_PER_PAGE;
  const gint32 *rids = &g_array_index (self->ids, gint32, start);
  Page old = *page;
  g_autoptr (GArray) missing = g_array_new (FALSE, FALSE, sizeof (gint32));
  g_autoptr (GPtrArray) data = NULL;

  page->n = MIN (PAMONG_ROWS_PER_PAGE, self->announced - start);
  page->generation = self->generation;
  for (guint i = 0; i < page->n; i++)
    {
      page->rows[i] = g_hash_table_lookup (self->live, GINT_TO_POINTER (rids[i]));
      if (page->rows[i])
        g_object_ref (page->rows[i]);
      else
        g_array_append_val (missing, rids[i]);
    }
  data = missing->len > 0 ? read_rows (self, missing) : NULL;
  for (guint i = 0, taken = 0; taken < missing->len; i++)
    if (!page->rows[i])
      {
        page->rows[i] = make_row (self, rids[i]);
        page->rows[i]->data = data ? g_steal_pointer (&data->pdata[taken]) : NULL;
        taken++;
      }
  for (guint i = 0; i < old.n; i++)
    g_object_unref (old.rows[i]);
}

static Page *
use_page (PamongRowModel *self, guint number)
{
  GList *link = g_hash_table_lookup (self->pages, GUINT_TO_POINTER (number));
  Page *page;

  if (link)
    {
      page = link->data;
      g_queue_unlink (&self->recent, link);
    }
  else
    {
      if (self->recent.length >= PAMONG_ROW_PAGES)
        {
          Page *last = g_queue_pop_tail (&self->recent);

          g_hash_table_remove (self->pages, GUINT_TO_POINTER (last->number));
          free_page (last);
        }
      page = g_new0 (Page, 1);
      page->number = number;
      link = g_list_alloc ();
      link->data = page;
      g_hash_table_insert (self->pages, GUINT_TO_POINTER (number), link);
    }
  g_queue_push_head_link (&self->recent, link);
  if (page->n == 0 || page->generation != self->generation)
    fill_page (self, page);
  return page;
}

static GType
get_item_type (GListModel *model)
{
  return PAMONG_TYPE_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return PAMONG_ROW_MODEL (model)->announced;
}

static gpointer
get_item (GListModel *model, guint position)
{
  PamongRowModel *self = PAMONG_ROW_MODEL (model);

  if (position >= self->announced)
    return NULL;
  return g_object_ref (use_page (self, position / PAMONG_ROWS_PER_PAGE)->rows[position % PAMONG_ROWS_PER_PAGE]);
}

static void
row_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
pamong_row_finalize (GObject *object)
{
  g_clear_pointer (&PAMONG_ROW (object)->data, pamong_list_row_free);
  g_clear_pointer (&PAMONG_ROW (object)->watches, g_array_unref);
  G_OBJECT_CLASS (pamong_row_parent_class)->finalize (object);
}

static void
pamong_row_class_init (PamongRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pamong_row_finalize;
}

static void
pamong_row_init (PamongRow *self)
{
}

static void
pamong_row_model_finalize (GObject *object)
{
  PamongRowModel *self = PAMONG_ROW_MODEL (object);
  GHashTableIter iter;
  gpointer row;

  drop_pages (self);
  g_hash_table_iter_init (&iter, self->live);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    g_object_weak_unref (row, row_gone, self);
  g_hash_table_unref (self->live);
  g_hash_table_unref (self->pages);
  g_array_unref (self->ids);
  G_OBJECT_CLASS (pamong_row_model_parent_class)->finalize (object);
}

static void
pamong_row_model_class_init (PamongRowModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pamong_row_model_finalize;
}

static void
pamong_row_model_init (PamongRowModel *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint32));
  self->pages = g_hash_table_new (NULL, NULL);
  self->live = g_hash_table_new (NULL, NULL);
  g_queue_init (&self->recent);
}

gint32
pamong_row_rid (PamongRow *row)
{
  return row->rid;
}

const PamongListRow *
pamong_row_data (PamongRow *row)
{
  return row->data;
}

void
pamong_row_watch (PamongRow *row, PamongRowFunc func, gpointer data)
{
  Watch watch = { func, data };

  if (!row->watches)
    row->watches = g_array_sized_new (FALSE, FALSE, sizeof (Watch), 8);
  g_array_append_val (row->watches, watch);
}

void
pamong_row_unwatch (PamongRow *row, gpointer data)
{
  for (guint i = 0; row->watches && i < row->watches->len; i++)
    if (g_array_index (row->watches, Watch, i).data == data)
      {
        g_array_remove_index_fast (row->watches, i);
        return;
      }
}

PamongRowModel *
pamong_row_model_new (PamongStore *store)
{
  PamongRowModel *self = g_object_new (PAMONG_TYPE_ROW_MODEL, NULL);

  self->store = store;
  return self;
}

void
pamong_row_model_set_ids (PamongRowModel *self, GArray *ids, guint first)
{
  g_autoptr (GArray) old = g_steal_pointer (&self->ids);
  const gint32 *was = (const gint32 *) old->data, *now = (const gint32 *) ids->data;
  guint n_was = self->announced, n_now = first > 0 ? MIN (first, ids->len) : ids->len;
  guint head = 0, tail = 0;

  while (head < n_was && head < n_now && was[head] == now[head])
    head++;
  while (tail < n_was - head && tail < n_now - head && was[n_was - 1 - tail] == now[n_now - 1 - tail])
    tail++;

  self->ids = g_steal_pointer (&old);
  if (n_was > head + tail)
    {
      /* While GTK lets go of the old rows the snapshot is the old one without them: positions before and after still hold. */
      g_array_remove_range (self->ids, head, n_was - head - tail);
      self->announced = head + tail;
      self->generation++;
      g_list_model_items_changed (G_LIST_MODEL (self), head, n_was - head - tail, 0);
    }
  g_array_unref (self->ids);
  self->ids = ids;
  self->announced = n_now;
  self->generation++;
  if (n_now > head + tail)
    g_list_model_items_changed (G_LIST_MODEL (self), head, 0, n_now - head - tail);
}

/* Rows somebody holds of the first @n, and who comes to each one's place. Who holds rows looks at few, near one another: the search soon ends. */
static GPtrArray *
rows_in_use (PamongRowModel *self, const gint32 *coming, guint n, GArray *rids)
{
  const gint32 *standing = (const gint32 *) self->ids->data;
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  guint seen = 0, in_use;

  drop_pages (self);
  in_use = g_hash_table_size (self->live);
  for (guint i = 0; i < n && seen < in_use; i++)
    {
      PamongRow *row = g_hash_table_lookup (self->live, GINT_TO_POINTER (standing[i]));

      if (!row)
        continue;
      seen++;
      if (standing[i] == coming[i])
        continue;
      g_ptr_array_add (rows, g_object_ref (row));
      g_array_append_val (rids, coming[i]);
    }
  return rows;
}

/* A row still held of somebody who is in use elsewhere now (kept from a longer list) is nobody's of this model any more. */
static void
call_row (PamongRowModel *self, PamongRow *row, gint32 rid)
{
  PamongRow *other = g_hash_table_lookup (self->live, GINT_TO_POINTER (rid));

  if (other)
    g_object_weak_unref (G_OBJECT (other), row_gone, self);
  row->rid = rid;
  g_hash_table_insert (self->live, GINT_TO_POINTER (rid), row);
}

static void
exchange_rows (PamongRowModel *self, const gint32 *coming, guint n)
{
  g_autoptr (GArray) rids = g_array_new (FALSE, FALSE, sizeof (gint32));
  g_autoptr (GPtrArray) rows = rows_in_use (self, coming, n, rids);
  g_autoptr (GPtrArray) data = rows->len > 0 ? read_rows (self, rids) : NULL;

  for (guint i = 0; i < rows->len; i++)
    g_hash_table_remove (self->live, GINT_TO_POINTER (((PamongRow *) rows->pdata[i])->rid));
  for (guint i = 0; i < rows->len; i++)
    call_row (self, rows->pdata[i], g_array_index (rids, gint32, i));
  for (guint i = 0; i < rows->len; i++)
    take_data (rows->pdata[i], data ? g_steal_pointer (&data->pdata[i]) : NULL);
}

static void
resize (PamongRowModel *self, guint from, guint to)
{
  self->announced = to;
  self->generation++;
  if (to < from)
    g_list_model_items_changed (G_LIST_MODEL (self), to, from - to, 0);
  else if (to > from)
    g_list_model_items_changed (G_LIST_MODEL (self), from, 0, to - from);
}

void
pamong_row_model_exchange (PamongRowModel *self, GArray *ids)
{
  guint both;

  pamong_row_model_complete (self);
  both = MIN (self->ids->len, ids->len);
  resize (self, self->ids->len, both);
  exchange_rows (self, (const gint32 *) ids->data, both);
  g_array_unref (self->ids);
  self->ids = ids;
  resize (self, both, ids->len);
}

guint
pamong_row_model_begin_swap (PamongRowModel *self, GArray *ids)
{
  pamong_row_model_complete (self);
  self->old = self->ids->len;
  g_array_append_vals (self->ids, ids->data, ids->len);
  g_array_unref (ids);
  self->announced = self->ids->len;
  self->generation++;
  if (self->announced > self->old)
    g_list_model_items_changed (G_LIST_MODEL (self), self->old, 0, self->announced - self->old);
  return self->old;
}

void
pamong_row_model_end_swap (PamongRowModel *self)
{
  guint old = self->old;

  if (old == 0)
    return;
  self->old = 0;
  g_array_remove_range (self->ids, 0, old);
  self->announced = self->ids->len;
  self->generation++;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, old, 0);
}

void
pamong_row_model_complete (PamongRowModel *self)
{
  guint known = self->announced;

  if (known == self->ids->len)
    return;
  self->announced = self->ids->len;
  self->generation++;
  g_list_model_items_changed (G_LIST_MODEL (self), known, 0, self->announced - known);
}

guint
pamong_row_model_size (PamongRowModel *self)
{
  return self->ids->len;
}

guint
pamong_row_model_generation (PamongRowModel *self)
{
  return self->generation;
}

gboolean
pamong_row_model_find (PamongRowModel *self, gint32 rid, guint *position)
{
  const gint32 *ids = (const gint32 *) self->ids->data;

  for (guint i = 0; i < self->ids->len; i++)
    if (ids[i] == rid)
      {
        *position = i;
        return TRUE;
      }
  return FALSE;
}

void
pamong_row_model_refresh (PamongRowModel *self, const char *const *uids)
{
  g_autoptr (GArray) rids = g_array_new (FALSE, FALSE, sizeof (gint32));
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) data = NULL;
  GHashTableIter iter;
  PamongRow *row;

  g_hash_table_iter_init (&iter, self->live);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &row))
    if (!uids || (row->data && g_strv_contains (uids, row->data->uid)))
      {
        g_array_append_val (rids, row->rid);
        g_ptr_array_add (rows, g_object_ref (row));
      }
  if (rows->len == 0)
    return;
  data = read_rows (self, rids);
  for (guint i = 0; data && i < rows->len; i++)
    take_data (rows->pdata[i], g_steal_pointer (&data->pdata[i]));
}

guint
pamong_row_model_cached (PamongRowModel *self)
{
  return self->recent.length;
}
