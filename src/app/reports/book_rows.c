/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/reports/book_rows.h"

struct _PamongBookRow {
  GObject parent_instance;
  PamongFilled *filled;
  guint number;
  gboolean open;
};

struct _PamongBookRows {
  GObject parent_instance;
  PamongFilled *filled;
  guint open;
};

static void pamong_book_rows_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE (PamongBookRow, pamong_book_row, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE_WITH_CODE (PamongBookRows, pamong_book_rows, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, pamong_book_rows_iface_init))

static GType
pamong_book_rows_get_item_type (GListModel *model)
{
  return PAMONG_TYPE_BOOK_ROW;
}

static guint
pamong_book_rows_get_n_items (GListModel *model)
{
  return pamong_filled_n_rows (PAMONG_BOOK_ROWS (model)->filled);
}

static gpointer
pamong_book_rows_get_item (GListModel *model, guint position)
{
  PamongBookRows *self = PAMONG_BOOK_ROWS (model);
  PamongBookRow *row;

  if (position >= pamong_filled_n_rows (self->filled))
    return NULL;
  row = g_object_new (PAMONG_TYPE_BOOK_ROW, NULL);
  row->filled = pamong_filled_ref (self->filled);
  row->number = position;
  row->open = position == self->open;
  return row;
}

static void
pamong_book_rows_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = pamong_book_rows_get_item_type;
  iface->get_n_items = pamong_book_rows_get_n_items;
  iface->get_item = pamong_book_rows_get_item;
}

static void
pamong_book_row_finalize (GObject *object)
{
  pamong_filled_unref (PAMONG_BOOK_ROW (object)->filled);
  G_OBJECT_CLASS (pamong_book_row_parent_class)->finalize (object);
}

static void
pamong_book_row_class_init (PamongBookRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pamong_book_row_finalize;
}

static void
pamong_book_row_init (PamongBookRow *self)
{
}

static void
pamong_book_rows_finalize (GObject *object)
{
  pamong_filled_unref (PAMONG_BOOK_ROWS (object)->filled);
  G_OBJECT_CLASS (pamong_book_rows_parent_class)->finalize (object);
}

static void
pamong_book_rows_class_init (PamongBookRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pamong_book_rows_finalize;
}

static void
pamong_book_rows_init (PamongBookRows *self)
{
  self->open = G_MAXUINT;
}

guint
pamong_book_row_number (PamongBookRow *row)
{
  return row->number;
}

PamongFilled *
pamong_book_row_filled (PamongBookRow *row)
{
  return row->filled;
}

gboolean
pamong_book_row_is_open (PamongBookRow *row)
{
  return row->open;
}

PamongBookRows *
pamong_book_rows_new (PamongFilled *filled)
{
  PamongBookRows *self = g_object_new (PAMONG_TYPE_BOOK_ROWS, NULL);

  self->filled = pamong_filled_ref (filled);
  return self;
}

void
pamong_book_rows_open (PamongBookRows *self, guint row)
{
  guint before = self->open;

  self->open = row;
  if (before != G_MAXUINT && before != row)
    g_list_model_items_changed (G_LIST_MODEL (self), before, 1, 1);
  if (row != G_MAXUINT)
    g_list_model_items_changed (G_LIST_MODEL (self), row, 1, 1);
}
