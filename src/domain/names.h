/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <glib.h>

/** PAMONG_NAME_MAX: letters of a name; more is a paste of something else. Over 60 only warns. */
#define PAMONG_NAME_MAX 100

/** pamong_name_tidy: Returns: (transfer full): capitals, single spaces, trimmed, NFC. Keeps apostrophes, dots, commas. */
char *pamong_name_tidy (const char *text);
/** pamong_name_key: the folded key for search and order: lower case, no accents or punctuation, words joined by one space,
 * titles (H., Hj., Drs., S.Pd …: data/rules/titles.txt) left out. "Hj. SITI NUR'AINI, S.Pd" -> "siti nuraini". Returns: (transfer full). */
char *pamong_name_key (const char *name);
/** pamong_fold: the same folding for any text (addresses, queries), titles kept. Returns: (transfer full). */
char *pamong_fold (const char *text);
