/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <glib.h>

/* NIK and No. KK: sixteen digits that Dukcapil owns. Never made up, never a key. See data/rules for what is checked. */

/** PamongNikInfo: what a NIK says of its owner; a suggestion, never the truth (article: a NIK stays when the birth date is corrected). */
typedef struct {
  int day, month, year2; /* as written; day without the +40 */
  gboolean female;
  char province[3], regency[5], district[7]; /* first 2, 4, 6 digits */
  int serial;
  gboolean temporary; /* starts with 0 */
} PamongNikInfo;
/** pamong_nik_is_well_formed: exactly 16 ASCII digits. */
gboolean pamong_nik_is_well_formed (const char *nik);
/** pamong_nik_parse: Returns: FALSE if not 16 digits. */
gboolean pamong_nik_parse (const char *nik, PamongNikInfo *info);
/** pamong_nik_suggest: @birth_date: (out) (transfer full) (nullable): YYYY-MM-DD with the century that gives age 0-99 on @today; NULL if impossible.
 * @sex: (out): 1 or 2. Returns: FALSE if nothing can be suggested. */
gboolean pamong_nik_suggest (const char *nik, const char *today, char **birth_date, int *sex);
/** pamong_nik_mask: Returns: (transfer full): first four and last four digits with bullets between; as it is when not 16 digits. */
char *pamong_nik_mask (const char *nik);
/** pamong_nik_mask_words: Returns: (transfer full): @words with every number of 16 digits in it masked. */
char *pamong_nik_mask_words (const char *words);
/** pamong_nik_normalize: digits only, "0" and "" become NULL. Returns: (transfer full) (nullable): as typed otherwise (trimmed). */
char *pamong_nik_normalize (const char *text);
