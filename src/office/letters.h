/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "domain/letter_case.h"
#include "office/office.h"

/* Letters: from what an operator fills in (PamongLetterCase) to what has left the office (a LETTER record, its page kept). What is only read takes a PamongStore of
 * any thread. The page is drawn by whoever may draw: office gives the finished facts to a PamongLetterDrawer inside the transaction that gives the number, and keeps
 * the bytes in it: no number without a letter, no letter without a number, on a full disk neither. */

/* letters_types.c */
/** pamong_letter_type_here: the village's own version of @key, else the built-in one. @area: (nullable): of another village (at a district). One of its own that has
 * become unreadable leaves the built-in one in use. Returns: (transfer full) (nullable): NULL when there is no such type. */
PamongLetterType *pamong_letter_type_here (PamongStore *store, const char *area, const char *key);
/** pamong_letter_types_here: all of them in the order of a list: favourites, then by use in the last twelve months, then by rank. Returns: (transfer full)
 * (element-type PamongLetterType). */
GPtrArray *pamong_letter_types_here (PamongStore *store, GError **error);
/** pamong_letter_type_is_own: Returns: TRUE when the village wrote its own version. */
gboolean pamong_letter_type_is_own (PamongStore *store, const char *key);
/** pamong_office_save_letter_type: the village's own version; it travels. Both NULL: kembalikan bawaan. INVALID when @ini has no meaning; the body is looked at
 * by letters before. A new @key makes a type of the village's own. */
gboolean pamong_office_save_letter_type (PamongOffice *office, const char *key, const char *ini, const char *body, GError **error);
gboolean pamong_letter_type_is_favourite (PamongStore *store, const char *key);
gboolean pamong_office_set_favourite (PamongOffice *office, const char *key, gboolean favourite, GError **error); /* of this computer */

/* numbering.c */
/** pamong_numbering: the settings of the village with the usual ones where nothing was chosen: NUMBERING record. Returns: (transfer full). */
PamongRecord *pamong_numbering (PamongStore *store, GError **error);
/** pamong_office_save_numbering: writes the fields in which @after differs from @before (nullable: from what is stored). INVALID for a pattern that could give one number twice. */
gboolean pamong_office_save_numbering (PamongOffice *office, const PamongRecord *before, const PamongRecord *after, GError **error);
/** pamong_desk_mark_here: Returns: (transfer full): the mark of this computer, "" for the first. */
char *pamong_desk_mark_here (PamongStore *store);
/** pamong_office_set_desk: which computer of the village this is, as long as no centre has said so (CONFLICT then). 1 = the first. */
gboolean pamong_office_set_desk (PamongOffice *office, gint64 ordinal, GError **error);
/** PamongNextNumber: @number in @series of @year under @mark, as @text on paper. @closed: (nullable): why it is not given silently: a later year has begun, or the
 * clock went back; in words. @blocked: (nullable): why it cannot be given yet: the data were put back from a backup, or the number was given in another series. */
typedef struct { char *series, *mark, *text, *classification, *closed, *blocked; gint64 year, number; } PamongNextNumber;
void pamong_next_number_free (PamongNextNumber *next);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongNextNumber, pamong_next_number_free)
/** pamong_next_number: what a letter of @type would get on @date (nullable: today). @classification: (nullable): instead of the type's. */
PamongNextNumber *pamong_next_number (PamongStore *store, const PamongLetterType *type, const char *classification, const char *date, GError **error);
/** pamong_office_go_on_from: the series goes on from the paper register: the next number is @number ("nomor berikut: 215"). Also confirms a series after a backup was put back.
 * CONFLICT when that number, or a later one, was given already. */
gboolean pamong_office_go_on_from (PamongOffice *office, const char *series, gint64 year, gint64 number, GError **error);

/* letters_facts.c */
/** pamong_letter_facts_of: what the page says of @letter as the store knows it now, without a number yet; keys as in domain/letter_facts.h. Returns: (transfer full). */
PamongLetterFacts *pamong_letter_facts_of (PamongStore *store, const PamongLetterType *type, const PamongLetterCase *letter, GError **error);
/** pamong_letter_case_propose: fills in whom the type proposes (spouse, father, fixed witnesses, family) and the usual answers, where nothing is filled in yet. The subject
 * comes first. */
gboolean pamong_letter_case_propose (PamongStore *store, const PamongLetterType *type, PamongLetterCase *letter, GError **error);
/** pamong_letter_signers: officials who may sign @type on @date (nullable: today), the usual one first. Returns: (transfer full) (element-type PamongRecord). */
GPtrArray *pamong_letter_signers (PamongStore *store, const PamongLetterType *type, const char *date, GError **error);

/* letters_check.c */
/** PamongLetterNotice: what is said before a letter is issued. @id: "missing", "signer", "date", "closed-year", "number", "no-nik", "finding", "not-alive", "earlier", "warning" …
 * @stops: it is not issued so. @uid: (nullable): of the resident or letter it speaks of. */
typedef struct { const char *id; char *words, *uid; gboolean stops; } PamongLetterNotice;
void pamong_letter_notice_free (PamongLetterNotice *notice);
/** pamong_letter_notices: Returns: (transfer full) (element-type PamongLetterNotice): those that stop first. */
GPtrArray *pamong_letter_notices (PamongStore *store, const PamongLetterType *type, const PamongLetterCase *letter, GError **error);

/* letters_drafts.c: never travel */
/** PamongLetterDraft: a case put aside. @key: its place in the list; @t: when. */
typedef struct { char *key, *title, *name; gint64 t; PamongLetterCase *letter; } PamongLetterDraft;
void pamong_letter_draft_free (PamongLetterDraft *draft);
/** pamong_office_keep_letter_draft: @key: (inout) (transfer full): NULL gets one. @letter NULL drops it. */
gboolean pamong_office_keep_letter_draft (PamongOffice *office, char **key, const PamongLetterCase *letter, GError **error);
/** pamong_letter_drafts: Returns: (transfer full) (element-type PamongLetterDraft): the latest first. */
GPtrArray *pamong_letter_drafts (PamongStore *store);

/* letters.c */
/**
 * PamongLetterDrawer: who may draw.
 * @draw: the finished page as a file. @code: for the QR; @words: beside it
 * @purpose: (nullable): the line of the register. Returns: (transfer full)
 */
typedef struct {
  GBytes *(*draw) (const PamongLetterType *type, PamongLetterFacts *facts, const char *code, const char *words, gpointer data, GError **error);
  char *(*purpose) (const PamongLetterType *type, PamongLetterFacts *facts, gpointer data);
  gpointer data;
} PamongLetterDrawer;

/** PAMONG_ISSUE_CLOSED_YEAR: the operator has read that the year was closed, and means it. */
typedef enum { PAMONG_ISSUE_NONE = 0, PAMONG_ISSUE_CLOSED_YEAR = 1 << 0 } PamongIssueFlags;

/** pamong_office_issue_letter: beri nomor & cetak. INVALID for what a notice stops, CONFLICT for a closed year, FULL-like errors leave nothing. Returns: (transfer full): the LETTER record. */
PamongRecord *pamong_office_issue_letter (PamongOffice *office, const PamongLetterCase *letter, const PamongLetterDrawer *drawer, PamongIssueFlags flags, GError **error);
/** pamong_office_issue_letters: several of one visit, or a list: all of them or none; numbers follow each other. Returns: (transfer full) (element-type PamongRecord). */
GPtrArray *pamong_office_issue_letters (PamongOffice *office, GPtrArray *letters, const PamongLetterDrawer *drawer, PamongIssueFlags flags, GError **error);
/** pamong_letter_case_again: what was filled in for the letter @uid, for the same person once more; dated today. Returns: (transfer full). */
PamongLetterCase *pamong_letter_case_again (PamongStore *store, const char *uid, GError **error);
/** pamong_letter_file: the page as it was issued. Returns: (transfer full) (nullable): NULL without error when it was issued on another computer. */
GBytes *pamong_letter_file (PamongStore *store, const char *uid, GError **error);
/** pamong_letter_frozen: what the page of the letter says: its facts as issued. Returns: (transfer full). */
PamongLetterFacts *pamong_letter_frozen (const PamongRecord *letter, GError **error);
/** pamong_letter_code_of: Returns: (transfer full) (nullable): what the QR of an issued letter says. */
char *pamong_letter_code_of (const PamongRecord *letter);
/** pamong_letter_code_words: Returns: (transfer full): what stands beside the QR. */
char *pamong_letter_code_words (const PamongRecord *letter);

/* letters_states.c */
/** PamongLetterState: codes/status_surat.csv. */
typedef enum { PAMONG_LETTER_UNSIGNED = 1, PAMONG_LETTER_READY, PAMONG_LETTER_TAKEN, PAMONG_LETTER_PROPOSED, PAMONG_LETTER_RETURNED } PamongLetterState;
/** pamong_office_set_letter_state: forward and back between unsigned, ready and taken. @taken_by: (nullable): NULL = the applicant. INVALID for a void letter. */
gboolean pamong_office_set_letter_state (PamongOffice *office, const char *uid, PamongLetterState state, const char *taken_by, GError **error);
/** pamong_office_void_letter: the number stays, the letter is void; what it is linked to stays as it is. @reason is required. */
gboolean pamong_office_void_letter (PamongOffice *office, const char *uid, const char *reason, GError **error);
/** pamong_office_link_letter: to an event of the village; @event NULL takes the link away. */
gboolean pamong_office_link_letter (PamongOffice *office, const char *uid, const char *event, GError **error);

/* letters_consent.c: types for which the village asks for consent (off by default) */
/** pamong_letter_chain: the duties that have to consent to @type, in order; empty = none is asked. Returns: (transfer full) (array zero-terminated=1). */
char **pamong_letter_chain (PamongStore *store, const PamongLetterType *type);
/** pamong_office_propose_letter: kept as a LETTER record without number; it travels. Returns: (transfer full). */
PamongRecord *pamong_office_propose_letter (PamongOffice *office, const PamongLetterCase *letter, GError **error);
/** pamong_office_consent: the next step, by who is signed in; DENIED for another duty. */
gboolean pamong_office_consent (PamongOffice *office, const char *uid, GError **error);
/** pamong_office_return_letter: sent back with a reason; steps begin anew when it is proposed again. */
gboolean pamong_office_return_letter (PamongOffice *office, const char *uid, const char *reason, GError **error);
/** pamong_office_issue_proposed: all have consented: it gets its number, on the computer it was proposed on. */
PamongRecord *pamong_office_issue_proposed (PamongOffice *office, const char *uid, const PamongLetterDrawer *drawer, PamongIssueFlags flags, GError **error);

/* incoming.c */
/** pamong_office_save_incoming: a letter that came in: a new one (@before NULL) gets its number in the agenda. INVALID without sender, subject and day. */
gboolean pamong_office_save_incoming (PamongOffice *office, const PamongRecord *before, PamongRecord *after, GError **error);
gboolean pamong_office_void_incoming (PamongOffice *office, const char *uid, const char *reason, GError **error);

/* opinions.c */
/** pamong_office_note_opinion: @answer: codes/pendapat.csv. No name, no letter, no day goes along. */
gboolean pamong_office_note_opinion (PamongOffice *office, const char *type, int answer, GError **error);
