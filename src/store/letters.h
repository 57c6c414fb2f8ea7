/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "store/write.h"

/* Letters: numbers that were given, pages that are kept, lists. */

/** pamong_letter_numbers_last: @last: (out): the highest number of a series, 0 = none; @year_after: (out): a later year in which the series was begun under any mark, 0 = none;
 * letters that are void do not begin a year: a wrong clock is mended by making them void. */
gboolean pamong_letter_numbers_last (PamongStore *store, const char *area, const char *series, gint64 year, const char *mark, gint64 *last, gint64 *year_after, GError **error);
/** pamong_letter_numbers_clash: letters that came from elsewhere with a number known already. Returns: (transfer full) (element-type utf8): pairs of uids. */
GPtrArray *pamong_letter_numbers_clash (PamongStore *store, GError **error);

gboolean pamong_letter_file_put (PamongWrite *write, const char *uid, GBytes *pdf, GError **error);
/** pamong_letter_file_get: Returns: (transfer full) (nullable): NULL without error when it is not here. */
GBytes *pamong_letter_file_get (PamongStore *store, const char *uid, GError **error);

/** PamongLetterQuery: NULL and 0 = not asked. @text: part of name, applicant, title or number; @type: key; @state: PamongLetterState; @area: one village;
 * @void: 1 = only void ones, -1 = without them; @offset, @limit: of the list. @waiting: numbered, not taken yet and not void: the short list of the counter. */
typedef struct {
  const char *text, *type, *area, *from, *until, *subject, *family;
  int state, is_void;
  gboolean waiting;
  guint offset, limit;
} PamongLetterQuery;
/** PamongLetterRow: a line of a list. */
typedef struct {
  char *uid, *area, *type, *title, *number_text, *date, *subject_uid, *subject_name, *applicant, *purpose, *signer_name, *taken_by, *taken_on, *void_on, *event_uid;
  int state;
  gboolean has_file;
} PamongLetterRow;
void pamong_letter_row_free (PamongLetterRow *row);
/** pamong_letters_list: the latest first. @total: (out) (optional): how many there are without @limit. Returns: (transfer full) (element-type PamongLetterRow). */
GPtrArray *pamong_letters_list (PamongStore *store, const PamongLetterQuery *query, guint *total, GError **error);
/** pamong_letters_by_number: letters that bear @number_text, blanks and case aside. @area: (nullable). Returns: (transfer full) (element-type PamongRecord). */
GPtrArray *pamong_letters_by_number (PamongStore *store, const char *area, const char *number_text, GError **error);
/** pamong_letters_earlier: the latest letter of @type since @since about this resident or, where there is a @family, anybody of it. Void ones do not count. @subject, @family:
 * (nullable). Returns: (transfer full) (nullable). */
PamongRecord *pamong_letters_earlier (PamongStore *store, const char *type, const char *subject, const char *family, const char *since, GError **error);
/** pamong_letters_used: how often each type was issued since @since in @area. Returns: (transfer full) (element-type utf8 guint). */
GHashTable *pamong_letters_used (PamongStore *store, const char *area, const char *since, GError **error);

/** PamongOpinions: of a month, a village and a letter type: how many gave each answer, 1 (sangat puas) to 4. */
typedef struct { char *month, *area, *type; guint given[5]; } PamongOpinions;
void pamong_opinions_free (PamongOpinions *opinions);
/** pamong_opinions_list: @from, @until: months "2026-03"; @area: (nullable): all there are. By month, village, type. Returns: (transfer full) (element-type PamongOpinions). */
GPtrArray *pamong_opinions_list (PamongStore *store, const char *area, const char *from, const char *until, GError **error);
