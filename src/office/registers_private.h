/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "office/registers.h"
#include "store/registers.h"

/* For the files that fill a register. */
PamongFilled *pamong_filled_new (const PamongRegister *reg, const PamongRegisterScope *scope);
/** pamong_filled_add_row: @cells: one per column; NULL = empty. @rid: 0 = nobody. */
void pamong_filled_add_row (PamongFilled *filled, PamongRowKind kind, const char *const *cells, gint32 rid);
/** pamong_filled_post: one more is counted in @column of row @row, which may be added later. */
void pamong_filled_post (PamongFilled *filled, guint row, guint column, gint32 rid);
void pamong_filled_note (PamongFilled *filled, char *sentence); /* (transfer full) */
void pamong_filled_count_age (PamongFilled *filled, int sex, int years);
/** pamong_filled_query: the query that fills this scope. */
PamongRegisterQuery pamong_filled_query (PamongFilled *filled, const char *query);

gboolean pamong_register_fill_people (PamongStore *store, PamongFilled *filled, GError **error);
/** pamong_register_fill_letters: a query as that of people, of the rows of one month: `which` is YYYY-MM. */
gboolean pamong_register_fill_letters (PamongStore *store, PamongFilled *filled, GError **error);
gboolean pamong_register_fill_mutations (PamongStore *store, PamongFilled *filled, GError **error);
gboolean pamong_register_fill_recapitulation (PamongStore *store, PamongFilled *filled, GError **error);
gboolean pamong_register_fill_statistics (PamongStore *store, PamongFilled *filled, GError **error);
