/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "office/act.h"
#include "office/inspect.h"

/* For this room only: the rules over a store, and what they said last time. No thread of its own. */

/** PamongInspector: @units: family or lone resident -> its findings, only of those that have some. @homes: resident -> family (GRefString). @broken: (nullable): looked at
 * between families; not 0 = stop. */
typedef struct {
  PamongStore *store;
  PamongAsked asked;
  PamongFacts facts; /* answered by the store */
  char *today;
  GHashTable *units, *homes;
  GHashTable *niks, *cards; /* numbers that stand more than once, while all are looked through */
  gint *broken;
  gboolean stopped;
} PamongInspector;

/** pamong_inspector_new: @store: borrowed. */
PamongInspector *pamong_inspector_new (PamongStore *store, gint *broken);
void pamong_inspector_free (PamongInspector *inspector);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongInspector, pamong_inspector_free)
/** pamong_inspector_run: all rules over everybody. Returns: FALSE on an error or when it was broken off; the findings are then of no use. */
gboolean pamong_inspector_run (PamongInspector *inspector, GError **error);
/** pamong_inspector_refresh: those touched, the cards they stand or stood on, and who shares a number with them. FALSE on error. */
gboolean pamong_inspector_refresh (PamongInspector *inspector, const char *const *uids, GError **error);
/** pamong_inspector_report: Returns: (transfer full). */
PamongInspection *pamong_inspector_report (PamongInspector *inspector);
void pamong_inspection_free (PamongInspection *inspection);
