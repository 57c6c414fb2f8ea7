/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "db/db.h"
#include "store/store.h"

/* What stands in the registers of a village office: long SELECTs of data/sql/query, read row by row. */

/**
 * PamongRegisterQuery:
 * @query: name of a file of data/sql/query without its ending; it says `WITH asked (area, dusun, today, names, which) AS (SELECT ?1, ?2, ?3, ?4, ?5)`
 * @area: a village, or what stands above it
 * @dusun: (nullable): only this one
 * @today: YYYY-MM-DD, what ages are counted by
 * @names: (nullable): JSON list of rids: only these
 * @which: (nullable): the group of people asked for
 */
typedef struct { const char *query, *area, *dusun, *today, *names, *which; } PamongRegisterQuery;
/** PamongRegisterRowFunc: @row: columns by pamong_stmt_column(). Returns: FALSE to stop. */
typedef gboolean (*PamongRegisterRowFunc) (PamongStmt *row, gpointer data);
/** pamong_store_register: Returns: TRUE also when @func stopped it. NOT_FOUND without such a query. */
gboolean pamong_store_register (PamongStore *store, const PamongRegisterQuery *query, PamongRegisterRowFunc func, gpointer data, GError **error);
