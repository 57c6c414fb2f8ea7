/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "store/residents.h"

/** PamongVillageRow: what a district knows of one village. @known: the centre has told of it. Times in seconds, 0 = never. */
typedef struct {
  char *area, *name, *app_version;
  gint64 last_contact, waiting, held, residents, families;
  gboolean known;
} PamongVillageRow;
void pamong_village_row_free (PamongVillageRow *row);

/** pamong_village_rows: every village below @area, longest without contact first. Returns: (transfer full) (element-type PamongVillageRow). */
GPtrArray *pamong_village_rows (PamongStore *store, const char *area, GError **error);
