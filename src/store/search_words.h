/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <glib.h>

/* What is typed, taken apart, and how one person answers to it. Part of the search; see search.h for what it promises. */

/** PamongSearchEntry: one person in the index. @text: name key, address key and numbers, each ended by a zero; @address and @numbers say where they
 * start. @mask: a bit per beginning of a word of @text, so that most people are passed over without reading them. */
typedef struct {
  guint64 mask;
  char *text;
  gint32 rid;
  guint32 area;
  guint16 address, numbers;
  gint16 rt;
  gint16 status;
} PamongSearchEntry;
void pamong_search_entry_fill (PamongSearchEntry *entry, const char *name_key, const char *address_key, const char *rt, const char *nik, const char *kk_number);

/** PamongSearchWords: the words of a query. @name: without titles; @address: as typed; both folded. */
typedef struct {
  char **name, **address;
  GPtrArray *digits;
  guint64 name_mask, address_mask;
} PamongSearchWords;
/** pamong_search_words_parse: Returns: (transfer full) (nullable): NULL when there is less than two letters or digits to go by. */
PamongSearchWords *pamong_search_words_parse (const char *text);
void pamong_search_words_free (PamongSearchWords *words);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongSearchWords, pamong_search_words_free)
gboolean pamong_search_words_match (const PamongSearchWords *words, const PamongSearchEntry *entry);
