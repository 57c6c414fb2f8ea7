/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <glib.h>

/* What is typed, taken apart, and how one word or number answers to it. Part of the search; see search.h for what it promises. */

/** PAMONG_SEARCH_WORDS_MAX: words looked at; a bit each. */
#define PAMONG_SEARCH_WORDS_MAX 31

/** PamongSearchWords: the words of a query. @name: without titles; @address: as typed; both folded. @variants: of @name, the form all spellings share;
 * @begun: of @name, that of a listed spelling begun, or of a short form (elements nullable). */
typedef struct {
  char **name, **address, **variants;
  const char **begun;
  GPtrArray *digits;
} PamongSearchWords;
/** pamong_search_words_parse: Returns: (transfer full) (nullable): NULL when there is less than two letters or digits to go by. */
PamongSearchWords *pamong_search_words_parse (const char *text);
void pamong_search_words_free (PamongSearchWords *words);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongSearchWords, pamong_search_words_free)
/** pamong_search_words_in_name: @word: a word of a name, @variant: its shared form. Returns: a bit for each typed word that begins it, or begins another spelling
 * of it: from three letters on, as fewer begin too much. */
guint32 pamong_search_words_in_name (const PamongSearchWords *words, const char *word, const char *variant);
/** pamong_search_words_in_address: a bit for each typed word that begins @word; @digits: (out): a bit for each typed number that does. */
guint32 pamong_search_words_in_address (const PamongSearchWords *words, const char *word, guint32 *digits);

/** pamong_search_number: the digits of a NIK or No. KK, four bits each, unused ones full; none of @text: all full. */
guint64 pamong_search_number (const char *text);
/** pamong_search_number_has: whether @digits stand in a row in @number. */
gboolean pamong_search_number_has (guint64 number, guint64 digits, guint n_digits);
/** pamong_search_digits_are_short: fewer than four digits: an RT or a house number, no part of a NIK. */
gboolean pamong_search_digits_are_short (const char *digits);
