/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "office/registers.h"

/* For this room: who was counted where at the beginning and at the end of a month, and what happened in between, from the events alone. An event counts in the
 * month it was reported. An opening counts from ever: it says that somebody was here, not that he came. Whoever was taken off the list was never here.
 * What an act changed (the family of a person, the dusun of a family) is given back for the time before it. */

/** PamongLedgerFlow: the columns of the books. Missing and away people leave, those who come back arrive. */
typedef enum { PAMONG_FLOW_BIRTH, PAMONG_FLOW_ARRIVAL, PAMONG_FLOW_DEATH, PAMONG_FLOW_LEAVE } PamongLedgerFlow;

/** PamongLedgerPerson: @before, @after: counted at the beginning and at the end; @family_…, @dusun_…: (nullable): then and there. Strings belong to the ledger. */
typedef struct {
  gint32 rid;
  const char *uid, *area, *name, *birth_place, *birth_date, *family, *family_before, *family_after, *dusun_before, *dusun_after;
  int sex, shdk;
  gboolean foreign, counts, before, after;
} PamongLedgerPerson;

/** PamongLedgerStep: somebody came or left in the month. @type: the event that made it so. @dusun: (nullable): where he is counted for it. @inner: between two dusun. */
typedef struct {
  guint person;
  PamongLedgerFlow flow;
  int type;
  const char *date, *told, *reason, *dusun;
  gboolean inner;
} PamongLedgerStep;

typedef struct {
  GArray *people; /* PamongLedgerPerson */
  GArray *steps;  /* PamongLedgerStep */
  GStringChunk *strings;
} PamongLedger;
/** pamong_ledger_read: @month: YYYY-MM. Returns: (transfer full). */
PamongLedger *pamong_ledger_read (PamongStore *store, const char *area, const char *month, GError **error);
void pamong_ledger_free (PamongLedger *ledger);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongLedger, pamong_ledger_free)
