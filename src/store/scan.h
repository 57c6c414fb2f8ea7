/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "store/store.h"

/* Everybody who lives here, read through once, family by family: for rules over the whole register. */

/** PamongScanFunc: @family: (nullable): NULL for one person without a family. @members: (element-type PamongRecord): living, in the order of a card; both
 * belong to the scan. Returns: FALSE to stop. */
typedef gboolean (*PamongScanFunc) (PamongRecord *family, GPtrArray *members, gpointer data);
/** pamong_store_scan: families where people live, then people without one, one by one. Two statements in all, and one look for each family.
 * Returns: TRUE also when @func stopped it. */
gboolean pamong_store_scan (PamongStore *store, PamongScanFunc func, gpointer data, GError **error);
/** pamong_store_repeated: Returns: (transfer full) (element-type utf8): set of numbers that stand on more than one record, dead and moved ones included. @kind: RESIDENT (NIK) or
 * FAMILY (No. KK). */
GHashTable *pamong_store_repeated (PamongStore *store, PamongKind kind, GError **error);

/** PamongStanding: lists of people that stand until somebody acts: who died and has no certificate, alive without NIK, of KTP age (17 years, or married:
 * UU 24/2013 Pasal 63) without KTP-el. */
typedef enum { PAMONG_STANDING_DEAD, PAMONG_STANDING_NO_NIK, PAMONG_STANDING_NO_KTP, PAMONG_N_STANDING } PamongStanding;
/** PAMONG_STANDING_NO_KTP: of age for one and recorded as without: where nothing was recorded, nothing is known (UU 24/2013 ps 63: 17 years, or married).
 * pamong_store_standing: @today: YYYY-MM-DD. Returns: (transfer full) (element-type gint32): rids for pamong_residents_rows(), by name. */
GArray *pamong_store_standing (PamongStore *store, PamongStanding which, const char *today, GError **error);
