/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "office/act.h"
#include "office/imports.h"

/* What the files of imports share with each other. */

/* imports.c */
/** pamong_import_guard: may the one signed in do this here? DENIED: away from the village (from the regency for "inject"), or limited to a part of it. */
gboolean pamong_import_guard (PamongOffice *office, const char *act, GError **error);
/** pamong_import_guard_part: the same, but an account limited to a part may import into that part. */
gboolean pamong_import_guard_part (PamongOffice *office, const char *act, GError **error);
/** pamong_import_stamp: Returns: (transfer full) (nullable): changes whenever the register does, and what whoever is signed in may change. */
char *pamong_import_stamp (PamongOffice *office, GError **error);
/** pamong_import_who: Returns: (transfer full): names of those without a limit: "Anik R., Sri". */
char *pamong_import_who (PamongOffice *office);
/** pamong_import_tell: many changed. */
void pamong_import_tell (PamongOffice *office);
/** pamong_import_act_name: Returns: (transfer full): "import UID". */
char *pamong_import_act_name (const PamongImport *import);
/** pamong_import_stopped: Returns: FALSE with G_IO_ERROR_CANCELLED. */
gboolean pamong_import_stopped (GError **error);
/** pamong_import_choices: Returns: (transfer full) (element-type utf8): what was chosen otherwise than usual. */
GHashTable *pamong_import_choices (PamongStore *store, gint64 id, GError **error);

/** pamong_import_take_back: (imports_undo.c) @act_word: what it is called: "import.undo". The caller has asked whether he may. */
gboolean pamong_import_take_back (PamongOffice *office, PamongImport *import, const char *act_word, PamongImportProgressFunc progress, gpointer data, GError **error);

/** pamong_import_take_again: (imports_undo.c) what the acts @taken_back changed last is turned round, and @events (element-type PamongRecord) that were taken back happen once more. */
gboolean pamong_import_take_again (PamongOffice *office, PamongImport *import, const char *act_word, const char *taken_back, GPtrArray *events, PamongImportProgressFunc progress, gpointer data,
                                   GError **error);

/* imports_people.c: who is known, and who a row speaks of. */
/** PamongKnown: one person of the register. @place: (nullable): where born, folded; asked when @has_place is not set. @birth: 19851231. @claimed: the row that spoke of them first. */
typedef struct _PamongKnown PamongKnown;
struct _PamongKnown {
  const char *uid, *name, *place;
  guint64 nik, key;
  PamongKnown *next_nik, *next_key;
  guint claimed;
  int birth;
  PamongStatus status;
  gboolean undone, has_place;
};

typedef enum {
  PAMONG_ROW_FINE,
  PAMONG_ROW_REPEAT,    /* says the same as @other */
  PAMONG_ROW_CLASH,     /* speaks of the same person as @other, otherwise */
  PAMONG_ROW_AMBIGUOUS, /* two or more of the register fit */
  PAMONG_ROW_TAKEN,     /* the NIK is that of somebody else in the register */
  PAMONG_ROW_REMOVED,   /* was taken off the list */
  PAMONG_ROW_ELSEWHERE  /* names another village */
} PamongRowFault;

/** PamongRowFact: what is kept in memory of a row. @other: the row it repeats or clashes with. */
typedef struct {
  guint64 nik, key, print;
  PamongKnown *known;
  const char *sheet;
  guint n, row, other;
  PamongRowFault fault;
} PamongRowFact;

typedef struct _PamongPeople PamongPeople;
PamongPeople *pamong_people_new (PamongStore *store, const PamongImport *import);
void pamong_people_free (PamongPeople *people);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongPeople, pamong_people_free)
/** pamong_people_gather: all rows of the import, told apart and matched. */
gboolean pamong_people_gather (PamongPeople *people, GError **error);
const PamongRowFact *pamong_people_fact (PamongPeople *people, guint n);
/** pamong_people_prefix: the first six digits that most NIKs of the file begin with, when they are not those of the village. @n, @of: (out): how many. Returns: (nullable) (transfer full). */
char *pamong_people_prefix (PamongPeople *people, guint *n, guint *of);
/** pamong_people_holder: (nullable): another one than @except_uid who is alive with this NIK. */
const PamongKnown *pamong_people_holder (PamongPeople *people, const char *nik, const char *except_uid);
/** pamong_people_family: (nullable): the family of this number. */
const char *pamong_people_family (PamongPeople *people, const char *area, const char *kk_number);
/** pamong_people_uid: Returns: (transfer full): for what is made of @row: uids follow the cards. */
char *pamong_people_uid (PamongPeople *people, const PamongStagedRow *row);
/** pamong_people_area: the village of @row. */
const char *pamong_people_area (PamongPeople *people, const PamongStagedRow *row);

/* imports_card.c: one card of the file, as it will be. */
/** PamongImportCard:
 * @rows: (element-type PamongStagedRow): as read; the person of one that becomes new is taken over into @after
 * @stored, @after: per row, (nullable): the matched person as he is, and as he will be; NULL for refused rows
 * @differences: (element-type PamongStagedDifference)
 * @family: (nullable): as it will be, NULL for people on no card; @card_stored: (nullable): as it stands with its members
 * @is_new: nobody lives on it yet
 * @source: the row that tells the address
 */
typedef struct {
  GPtrArray *rows, *stored, *after, *differences;
  PamongRecord *family;
  PamongFamilyCard *card_stored;
  gboolean is_new;
  guint source;
} PamongImportCard;
PamongImportCard *pamong_import_card_new (void);
void pamong_import_card_free (PamongImportCard *card);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongImportCard, pamong_import_card_free)
/** pamong_import_card_compare: fills in all but @rows. @choices: (element-type utf8): pamong_import_choice() of differences chosen otherwise than usual. */
gboolean pamong_import_card_compare (PamongImportCard *card, PamongStore *store, PamongPeople *people, GHashTable *choices, GError **error);
/** pamong_import_choice: Returns: (transfer full): what a choice is remembered by: it holds as long as the file says the same. */
char *pamong_import_choice (guint n, const char *key, const char *after);
/** pamong_import_is_placed: whether row @i stands on the card when all is done. */
gboolean pamong_import_is_placed (const PamongImportCard *card, guint i);

/* imports_walk.c */
/** PamongImportCardFunc: @card: to be read and filled. Returns: FALSE to stop. */
typedef gboolean (*PamongImportCardFunc) (PamongImportCard *card, gpointer data, GError **error);
/** pamong_import_walk: the rows of an import, card by card. */
gboolean pamong_import_walk (PamongStore *store, gint64 id, PamongImportCardFunc func, gpointer data, GError **error);

/* imports_judge.c: what is wrong with a card. */
typedef struct _PamongImportJudge PamongImportJudge;
PamongImportJudge *pamong_import_judge_new (PamongOffice *office, const PamongImport *import, PamongPeople *people, PamongWrite *write);
void pamong_import_judge_free (PamongImportJudge *judge);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongImportJudge, pamong_import_judge_free)
/** pamong_import_judge_rows: before comparing: rows that stay out by what they are: their outcome becomes REFUSED and a finding says why. */
gboolean pamong_import_judge_rows (PamongImportJudge *judge, PamongImportCard *card, GError **error);
/** pamong_import_judge_card: after comparing: the rules of domain over the card as it will be. */
gboolean pamong_import_judge_card (PamongImportJudge *judge, PamongImportCard *card, GError **error);
gboolean pamong_import_judge_file (PamongImportJudge *judge, GError **error);
