/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <glib.h>

/* The same name written differently: MUHAMMAD, MOCH., M.; SOETRISNO, SUTRISNO; DJUMADI, JUMADI. What counts as the same is data/search: words.csv (whole
 * words and their short forms) and letters.csv (spellings inside a word; `old` only where another letter pair of the spelling of before 1972, `sign`, stands). */

/** pamong_word_variant: @word: one folded word (pamong_name_key). The form all its spellings share: no word anybody writes, only to compare with.
 * Returns: (transfer full). */
char *pamong_word_variant (const char *word);
/** pamong_word_variant_begun: what is typed so far of a listed spelling: "moham" -> that of muhammad; from four letters on. Returns: (transfer none) (nullable). */
const char *pamong_word_variant_begun (const char *word);
/** pamong_name_variant_key: @name as written, titles and all. Two names with the same key may be one name; people are told apart by more than that.
 * "H. Moch. Soetrisno, S.Pd" -> that of MUHAMMAD SUTRISNO. Returns: (transfer full). */
char *pamong_name_variant_key (const char *name);
