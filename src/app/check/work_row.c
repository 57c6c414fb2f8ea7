/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/check/work_row.h"

G_DEFINE_FINAL_TYPE (PamongWorkRow, pamong_work_row, G_TYPE_OBJECT)

static void
pamong_work_row_finalize (GObject *object)
{
  PamongWorkRow *self = PAMONG_WORK_ROW (object);

  g_free (self->name);
  g_free (self->place);
  g_free (self->message);
  g_free (self->remedy);
  g_free (self->uid);
  g_free (self->key);
  G_OBJECT_CLASS (pamong_work_row_parent_class)->finalize (object);
}

static void
pamong_work_row_class_init (PamongWorkRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pamong_work_row_finalize;
}

static void
pamong_work_row_init (PamongWorkRow *self)
{
  self->field = -1;
}

struct _PamongWorkModel {
  GObject parent_instance;

  PamongWorkFill fill;
  gpointer data;
  guint group, n;
};

static void pamong_work_model_list_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PamongWorkModel, pamong_work_model, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, pamong_work_model_list_init))

static GType
get_item_type (GListModel *model)
{
  return PAMONG_TYPE_WORK_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return PAMONG_WORK_MODEL (model)->n;
}

static gpointer
get_item (GListModel *model, guint position)
{
  PamongWorkModel *self = PAMONG_WORK_MODEL (model);
  PamongWorkRow *row;

  if (position >= self->n)
    return NULL;
  row = g_object_new (PAMONG_TYPE_WORK_ROW, NULL);
  self->fill (self->data, self->group, position, row);
  return row;
}

static void
pamong_work_model_list_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
pamong_work_model_class_init (PamongWorkModelClass *klass)
{
}

static void
pamong_work_model_init (PamongWorkModel *self)
{
}

PamongWorkModel *
pamong_work_model_new (PamongWorkFill fill, gpointer data)
{
  PamongWorkModel *self = g_object_new (PAMONG_TYPE_WORK_MODEL, NULL);

  self->fill = fill;
  self->data = data;
  return self;
}

void
pamong_work_model_show (PamongWorkModel *self, guint group, guint n)
{
  guint before = self->n;

  self->group = group;
  self->n = n;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, n);
}
