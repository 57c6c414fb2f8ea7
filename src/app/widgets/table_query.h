/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "store/residents.h"

/** PamongTableQuery: a query that owns its words, with the rids of a search it is narrowed to. */
typedef struct {
  PamongQuery query;
  GHashTable *only; /* (nullable): set of rids */
} PamongTableQuery;

void pamong_table_query_set (PamongTableQuery *self, const PamongQuery *query, GArray *only);
void pamong_table_query_clear (PamongTableQuery *self);
/** pamong_table_query_ids: Returns: (transfer full): rids in order. */
GArray *pamong_table_query_ids (PamongTableQuery *self, PamongStore *store, GError **error);
