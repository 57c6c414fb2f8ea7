/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/district/village_rows.h"
#include "app/inject/inject_work.h"
#include "store/batches.h"

/* One village of a file that fills in: what is for it, how it stands, what became of it. */
#define PAMONG_TYPE_VILLAGE_SHARE (pamong_village_share_get_type ())
G_DECLARE_FINAL_TYPE (PamongVillageShare, pamong_village_share, PAMONG, VILLAGE_SHARE, GObject)
struct _PamongVillageShare {
  GObject parent_instance;

  char *area, *name, *uid; /* uid: of its batch; NULL for desil before it is written */
  PamongVillageRow *village; /* (nullable): how it stands */
  PamongImportState state;
  guint added, filled, differences, same, refused, older;
  PamongBatchState batch;
  gboolean taken; /* it is to be written there */
};

/** pamong_village_share_new_people, _new_desil: of a dry run. @village: (nullable). */
PamongVillageShare *pamong_village_share_new_people (const PamongImport *import, PamongVillageRow *village);
PamongVillageShare *pamong_village_share_new_desil (const PamongDesilVillage *desil, PamongVillageRow *village);
/** pamong_village_share_fits: there is something to write. @offer: differences go along. */
gboolean pamong_village_share_fits (PamongVillageShare *share, gboolean offer);
/** pamong_village_share_set_taken: signal "taken-changed" (). */
void pamong_village_share_set_taken (PamongVillageShare *share, gboolean taken);
/** pamong_village_share_is_low: fewer than half of those who are expected there are entered. */
gboolean pamong_village_share_is_low (PamongVillageShare *share);
/** pamong_village_share_state: Returns: (transfer full): "waiting to be sent: 12", "sent", … */
char *pamong_village_share_state (PamongVillageShare *share);
