/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "domain/clock.h"
#include "domain/events.h"
#include "office/office.h"
#include "store/write.h"

/* For the files of this room only: how an act is made. An act first plans (records to write), then checks (findings), then finishes: refused with
 * nothing written, or everything in one transaction. */

struct _PamongOffice {
  PamongStore *store;
  PamongRecord *account; /* NULL = nobody signed in */
  GPtrArray *accepts;    /* for the next act */
  PamongOfficeChangedFunc changed;
  gpointer changed_data;
};

/** PamongAsked: what the rules' questions are answered from: the store, as it will be with @planned (uid -> PamongRecord, nullable) written. @fates: (nullable): uid ->
 * PamongStatus of residents to whom the planned events give another one. */
typedef struct {
  PamongStore *store;
  GHashTable *planned, *fates;
} PamongAsked;
/** pamong_asked_status: Returns: what the resident will be once the plan is written; 0 for a new one. */
PamongStatus pamong_asked_status (PamongAsked *asked, const char *resident_uid);
/** pamong_office_facts: @today and @asked are borrowed. */
PamongFacts pamong_office_facts (const char *today, PamongAsked *asked);

typedef struct {
  PamongOffice *office;
  const char *name;
  char *reason;
  char *today;
  PamongAsked asked;
  PamongFacts facts;
  GPtrArray *accepts;
  GPtrArray *findings;
  GPtrArray *stood;    /* findings that were there before this act */
  GPtrArray *records;  /* planned, in the order they will be written */
  GPtrArray *touched;  /* uids of records written beside the plan */
  GPtrArray **out;
} PamongAct;

/** pamong_act_new: a resident act. @findings: (out) (optional): filled when the act is freed. Returns: (transfer full): NULL with DENIED at a
 * district or regency, or when nobody is signed in. */
PamongAct *pamong_act_new (PamongOffice *office, const char *name, const char *reason, GPtrArray **findings, GError **error);
/** pamong_act_new_anywhere: an act that every level may do (accounts). */
PamongAct *pamong_act_new_anywhere (PamongOffice *office, const char *name, GError **error);
void pamong_act_free (PamongAct *act);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongAct, pamong_act_free)

/** pamong_act_put: plans a copy of @record; a record planned before is replaced. Returns: (transfer none): the copy. */
PamongRecord *pamong_act_put (PamongAct *act, const PamongRecord *record);
/** pamong_act_adopt: @record is new here: it gets a uid if it has none, and the village. CONFLICT when it was saved before. */
gboolean pamong_act_adopt (PamongAct *act, PamongRecord *record, GError **error);
/** pamong_act_take_over: plans @stored with the fields in which @after differs from @before; nothing when there are none. Fields that somebody else
 * changed meanwhile stay. family_uid is never taken over: families change by acts of their own. Returns: (transfer full): the record as it will be. */
PamongRecord *pamong_act_take_over (PamongAct *act, const PamongRecord *stored, const PamongRecord *before, const PamongRecord *after);
/** pamong_act_put_edit: plans @after: a new record when @before is NULL (it is adopted), else the stored one with what the editor changed. Returns:
 * (transfer full): the record as it will be; NULL with CONFLICT or NOT_FOUND. */
PamongRecord *pamong_act_put_edit (PamongAct *act, const PamongRecord *before, PamongRecord *after, GError **error);
/** pamong_act_put_event: plans an event dated today. @resident_uid, @family_uid: (nullable). Returns: (transfer none): to be filled further. */
PamongRecord *pamong_act_put_event (PamongAct *act, PamongEventType type, const char *resident_uid, const char *family_uid);
/** pamong_act_put_fate: what the planned events make of a resident: the rules count him, or no longer. */
void pamong_act_put_fate (PamongAct *act, const char *resident_uid, PamongStatus status);
/** pamong_act_put_area: the area record of @family's dusun, RW and RT when it is new; else @family takes over its spelling of the dusun. */
gboolean pamong_act_put_area (PamongAct *act, PamongRecord *family, GError **error);
/** pamong_act_get: Returns: (transfer full): the record as planned, else as stored; NULL with NOT_FOUND. */
PamongRecord *pamong_act_get (PamongAct *act, PamongKind kind, const char *uid, GError **error);
/** pamong_act_card: Returns: (transfer full): the family and its living members as they will be; NULL with NOT_FOUND. */
PamongFamilyCard *pamong_act_card (PamongAct *act, const char *family_uid, GError **error);

/* life.c */
/** pamong_act_rename_parent: plans those who name @old in @field (father_nik, mother_nik) as naming @number. */
gboolean pamong_act_rename_parent (PamongAct *act, int field, const char *old, const char *number, GError **error);

/* undo.c */
/** pamong_act_note_before: fills @event's `before` with what the plan changes against the store, so that it can be taken back. Called when all is planned,
 * just before finish. Of the resident that a REMOVED event speaks of it notes every field, changed or not: what came later shows against it. @event: (transfer
 * none): planned by pamong_act_put_event. */
void pamong_act_note_before (PamongAct *act, PamongRecord *event);
/** pamong_office_value_words: Returns: (transfer full): @value of @field in words for a sentence about @record; NIKs masked, a family by its head. */
char *pamong_office_value_words (PamongStore *store, const PamongRecord *record, int field, const PamongValue *value);

/* act_findings.c */
/** pamong_act_note_stood: what the rules say of a card before the act changes it. An act is refused only for what it brings. */
void pamong_act_note_stood (PamongAct *act, const PamongFamilyCard *before);
/** pamong_act_note_resident: the same of a resident as stored, alone and on the card. */
gboolean pamong_act_note_resident (PamongAct *act, const PamongRecord *resident, GError **error);
/** pamong_act_check_card: @one_head: exactly one head is demanded as of a new card. Empty families pass. */
gboolean pamong_act_check_card (PamongAct *act, const char *family_uid, gboolean one_head, GError **error);
/** pamong_act_check_resident: @resident as planned, and what its place on the card means for the family. */
gboolean pamong_act_check_resident (PamongAct *act, const PamongRecord *resident, GError **error);

/** pamong_act_warn_without: warnings of the family when @resident_uid is no longer counted. @family_uid: (nullable). */
gboolean pamong_act_warn_without (PamongAct *act, const char *family_uid, const char *resident_uid, GError **error);

/* act_limit.c */
/** pamong_office_renew_account: the account signed in as it stands now: another computer may have closed or limited it. FALSE with DENIED when closed. */
gboolean pamong_office_renew_account (PamongOffice *office, GError **error);
/** pamong_account_may_family: Returns: whether @account, limited or not, may change a family that lives there. */
gboolean pamong_account_may_family (const PamongRecord *account, const PamongRecord *family);
/** pamong_act_check_limit: DENIED when the account is limited and something planned lies outside, before or after the act, or is no matter of residents. */
gboolean pamong_act_check_limit (PamongAct *act, GError **error);
/** pamong_act_check_limit_of: the same for one record that is written beside the plan. */
gboolean pamong_act_check_limit_of (PamongAct *act, const PamongRecord *record, GError **error);

/** pamong_act_settle: accepted overrides become waivers and leave the list, what stood before only warns. Returns: FALSE with INVALID for what is left. */
gboolean pamong_act_settle (PamongAct *act, GError **error);
/** pamong_act_finish: refuses with INVALID for a block or an override not accepted; else writes waivers and records, commits and tells. */
gboolean pamong_act_finish (PamongAct *act, GError **error);
/** pamong_act_commit: the same for callers that write more in the transaction. @write: (transfer full). */
gboolean pamong_act_commit (PamongAct *act, PamongWrite *write, GError **error);
/** pamong_act_begin: the checks of finish, then the open transaction with waivers and planned records in it. */
PamongWrite *pamong_act_begin (PamongAct *act, GError **error);

/** pamong_act_touch: @uid is written beside the plan; listeners are told. */
void pamong_act_touch (PamongAct *act, const char *uid);

/** pamong_act_date: Returns: FALSE with INVALID when @date (nullable) is no date or lies ahead. */
gboolean pamong_act_date (PamongAct *act, const char *date, GError **error);
/** pamong_act_put_papers: what was handed to Dukcapil and what came back, onto @event and, with a number, @family. @papers: (nullable). */
gboolean pamong_act_put_papers (PamongAct *act, PamongRecord *event, PamongRecord *family, const PamongPapers *papers, GError **error);
/** pamong_papers_are_empty: Returns: TRUE when @papers (nullable) say nothing. */
gboolean pamong_papers_are_empty (const PamongPapers *papers);
/** pamong_act_close_waiting: the document of @family_uid has come: its waiting events are closed. @n: (out) (optional): how many. */
gboolean pamong_act_close_waiting (PamongAct *act, const char *family_uid, const char *kk_number, const char *date, guint *n, GError **error);
/** pamong_act_living_resident: Returns: (transfer full): a living resident; NULL with NOT_FOUND or INVALID. */
PamongRecord *pamong_act_living_resident (PamongAct *act, const char *uid, GError **error);

/** pamong_members_find: Returns: (transfer none) (nullable): the record of @members with @uid. */
PamongRecord *pamong_members_find (GPtrArray *members, const char *uid);
/** pamong_accepts_new: Returns: (transfer full) (element-type PamongAccept): an empty list that owns its words. */
GPtrArray *pamong_accepts_new (void);
gboolean pamong_office_invalid (GError **error, const char *message);
gboolean pamong_text_is_blank (const char *text);
PamongOffice *pamong_office_open_in (const char *dir, PamongStoreMode mode, GError **error);
/** pamong_office_open_as: opens the store with @account_uid signed in (its password was asked before). */
PamongOffice *pamong_office_open_as (const char *dir, const char *account_uid, GError **error);
