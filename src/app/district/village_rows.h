/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "store/residents.h"
#include <glib-object.h>

/* What a district knows of one village. @known: the centre has told of it. Times in seconds, 0 = never. */
#define PAMONG_TYPE_VILLAGE_ROW (pamong_village_row_get_type ())
G_DECLARE_FINAL_TYPE (PamongVillageRow, pamong_village_row, PAMONG, VILLAGE_ROW, GObject)
struct _PamongVillageRow {
  GObject parent_instance;

  char *area, *name, *app_version;
  gint64 last_contact, waiting, held, residents, families;
  gboolean known;
};

/** pamong_village_rows: every village below @area, by code. Returns: (transfer full) (element-type PamongVillageRow). */
GPtrArray *pamong_village_rows (PamongStore *store, const char *area, GError **error);
