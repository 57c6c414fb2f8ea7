/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "domain/fields.h"
#include <gio/gio.h>

/* One thing to be done, as a list shows it. Made when it comes into sight. */
#define PAMONG_TYPE_WORK_ROW (pamong_work_row_get_type ())
G_DECLARE_FINAL_TYPE (PamongWorkRow, pamong_work_row, PAMONG, WORK_ROW, GObject)
/** PamongWorkRow: @name, @place ("RT 3"), @message, @remedy: words, owned, nullable. @kind, @uid, @field: what is opened; @field -1 = the whole. @key: (nullable):
 * what the button acts on. */
struct _PamongWorkRow {
  GObject parent_instance;

  char *name, *place, *message, *remedy;
  PamongKind kind;
  char *uid;
  int field;
  char *key;
};

/** PamongWorkFill: writes row @i of group @group. */
typedef void (*PamongWorkFill) (gpointer data, guint group, guint i, PamongWorkRow *row);

/* The rows of one group: a list model that holds nothing but their number. */
#define PAMONG_TYPE_WORK_MODEL (pamong_work_model_get_type ())
G_DECLARE_FINAL_TYPE (PamongWorkModel, pamong_work_model, PAMONG, WORK_MODEL, GObject)
PamongWorkModel *pamong_work_model_new (PamongWorkFill fill, gpointer data);
/** pamong_work_model_show: @n rows of @group from now on; all are read anew. */
void pamong_work_model_show (PamongWorkModel *model, guint group, guint n);
