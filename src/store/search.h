/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "store/residents.h"

/* Find people while typing: an index in memory, in name order, built from resident_list on first use and kept by refresh.
 * Each typed word is the beginning of some word of the name, in any order (folded: case, accents, punctuation, titles), or, from three letters on, of another
 * spelling of it (domain/variants.h: "soetrisno" finds SUTRISNO, "moch" MUHAMMAD); or digits of NIK or No. KK;
 * or each word begins some word of the address. From two letters. */
typedef struct _PamongSearch PamongSearch;
PamongSearch *pamong_search_new (PamongStore *store, GError **error);
void pamong_search_free (PamongSearch *search);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongSearch, pamong_search_free)
/** pamong_search_set_store: an index built on a thread with a reader of that thread goes on with @store, not owned; both of one folder. */
void pamong_search_set_store (PamongSearch *search, PamongStore *store);
/** pamong_search_refresh: these residents changed (or all, with NULL). */
gboolean pamong_search_refresh (PamongSearch *search, const char *const *uids, GError **error);
/** pamong_search_ids: @area: (nullable). @total: (out): exact number. Returns: (transfer full) (element-type gint32): first @limit rids by name; 0 = all. */
GArray *pamong_search_ids (PamongSearch *search, const char *text, const char *area, int status, guint limit, guint *total, GError **error);
/** pamong_search_rows: the same with rows loaded. */
GPtrArray *pamong_search_rows (PamongSearch *search, const char *text, const char *area, int status, guint limit, guint *total, GError **error);
