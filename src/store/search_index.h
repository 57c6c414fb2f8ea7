/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "store/search_words.h"

/* People in name order, each a few numbers: names and addresses are words, words are kept once, and a query is answered by looking at each word once and then
 * at the numbers of everybody. About 60 bytes a person, so that a whole regency stays in memory. Part of the search; see search.h for what it promises. */
typedef struct _PamongSearchIndex PamongSearchIndex;

/** PamongSearchRow: one person as read from resident_list; texts may be NULL and are not kept. */
typedef struct {
  gint32 rid;
  int status;
  const char *area, *name_key, *address_key, *rt, *nik, *kk_number;
} PamongSearchRow;

PamongSearchIndex *pamong_search_index_new (void);
void pamong_search_index_free (PamongSearchIndex *index);
/** pamong_search_index_add: at the end; pamong_search_index_sort when all are in. */
void pamong_search_index_add (PamongSearchIndex *index, const PamongSearchRow *row);
void pamong_search_index_sort (PamongSearchIndex *index);
/** pamong_search_index_insert: at its place. */
void pamong_search_index_insert (PamongSearchIndex *index, const PamongSearchRow *row);
void pamong_search_index_remove (PamongSearchIndex *index, gint32 rid);
/** pamong_search_index_find: @area: (nullable). @status: -1 = all. Returns: (transfer full) (element-type gint32): the first @limit rids, 0 = all. */
GArray *pamong_search_index_find (PamongSearchIndex *index, const PamongSearchWords *words, const char *area, int status, guint limit, guint *total);
