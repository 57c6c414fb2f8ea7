/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "domain/rules.h"
#include "store/store.h"

/* What an operator may do. A PamongOffice is the writable store plus who is signed in; it lives on one thread (the desk's, or a tool's main thread).
 * An act is one function and one transaction. On FALSE nothing was written and @error is set; when the rules refused it is INVALID and *findings says
 * why, finding by finding. *findings: (out) (optional) (transfer full): always a list, empty when there is nothing to say; on TRUE it holds warnings.
 * An act is refused only for what it brings: what was wrong with a record before, and is left as it was, only warns.
 * Every act: DENIED at a district or regency when it is a resident act; DENIED when nobody is signed in. */
typedef struct _PamongOffice PamongOffice;

/** PamongAccept: an override rule that the operator accepts, with the reason. */
typedef struct { const char *rule, *reason; } PamongAccept;

/** pamong_office_open: NOT_FOUND when nobody has started an office in @dir (pamong_office_init does). */
PamongOffice *pamong_office_open (const char *dir, GError **error);
void pamong_office_close (PamongOffice *office);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongOffice, pamong_office_close)
PamongStore *pamong_office_store (PamongOffice *office); /* (transfer none) */
/** pamong_office_accept: overrides accepted for the next act only. */
void pamong_office_accept (PamongOffice *office, const PamongAccept *accepts, guint n);
/** PamongOfficeChangedFunc: after COMMIT, on the office's thread. @uids: residents and families touched; NULL = many, read all again. */
typedef void (*PamongOfficeChangedFunc) (PamongKind kind, const char *const *uids, gpointer data);
void pamong_office_set_changed (PamongOffice *office, PamongOfficeChangedFunc func, gpointer data);

/* words.c */
/** pamong_office_act_words: @act: "family.register", … Returns: (transfer none): its words for a list; an act of a later version by its own name. */
const char *pamong_office_act_words (const char *act);

/* accounts.c */
/** pamong_office_init: makes the store in @dir with level, area and the first account, signed in. @recovery: (out) (transfer full): code to print.
 * INVALID for an area that does not fit the level, an empty name, a password under 8 characters; CONFLICT if a store is there. */
PamongOffice *pamong_office_init (const char *dir, PamongLevel level, const char *area, const char *operator_name, PamongDuty duty, const char *password, char **recovery, GError **error);
/** pamong_office_check_password: who signs in by @account (uid or name) and @password, for a reader. Returns: (transfer full): DENIED when they do not fit. */
PamongRecord *pamong_office_check_password (PamongStore *store, const char *account, const char *password, GError **error);
/** pamong_office_sign_in: by account uid or name. DENIED for a wrong password. */
gboolean pamong_office_sign_in (PamongOffice *office, const char *account, const char *password, GError **error);
/** pamong_office_recover: sets a new password by recovery code and signs in; *new_code: (out) (transfer full): the next code. */
gboolean pamong_office_recover (PamongOffice *office, const char *account, const char *code, const char *password, char **new_code, GError **error);
void pamong_office_sign_out (PamongOffice *office);
const PamongRecord *pamong_office_account (PamongOffice *office); /* (nullable) */
gboolean pamong_office_add_account (PamongOffice *office, const char *name, PamongDuty duty, const char *password, char **account_uid, char **recovery, GError **error);

/* residents.c */
/** pamong_office_check_card, _check_resident: all findings without writing. */
gboolean pamong_office_check_card (PamongOffice *office, const PamongFamilyCard *card, gboolean registering, GPtrArray *findings, GError **error);
gboolean pamong_office_check_resident (PamongOffice *office, const PamongRecord *resident, GPtrArray *findings, GError **error);
/** pamong_office_findings: the same for a reader (desktop detail, pamongctl show): any thread's own store, nobody needs to be signed in. */
gboolean pamong_office_findings (PamongStore *store, const PamongRecord *resident, GPtrArray *findings, GError **error);
/** pamong_office_add_resident: @resident with family_uid set or empty (penduduk lepas). Writes an opening event dated today. */
gboolean pamong_office_add_resident (PamongOffice *office, PamongRecord *resident, GPtrArray **findings, GError **error);
/** pamong_office_correct_resident: writes what differs from the store. CONFLICT if @resident->version or a shown field changed meanwhile is not checked: fields merge. */
gboolean pamong_office_correct_resident (PamongOffice *office, PamongRecord *resident, GPtrArray **findings, GError **error);
/** pamong_office_correct_resident_from: writes what differs between @before (as the editor opened it) and @after: a field that somebody else changed
 * meanwhile, and this editor did not, stays as it is. @before NULL = what the store holds now. The family is changed by join and split only. */
gboolean pamong_office_correct_resident_from (PamongOffice *office, const PamongRecord *before, const PamongRecord *after, GPtrArray **findings, GError **error);
/* cards.c */
/** pamong_office_correct_card_from: correct_card against the card as the editor opened it; see correct_resident_from. @before: (nullable). */
gboolean pamong_office_correct_card_from (PamongOffice *office, const PamongFamilyCard *before, PamongFamilyCard *card, GPtrArray **findings, GError **error);
/** pamong_office_correct_card: an opened card saved again: changed fields of family and members, new members added (opening event); missing ones are left alone.
 * A number typed where none was closes what waits at Dukcapil. */
gboolean pamong_office_correct_card (PamongOffice *office, PamongFamilyCard *card, GPtrArray **findings, GError **error);
/** pamong_office_remove_resident: dikeluarkan dari daftar; @reason is required. *event_uid: (out) (optional). */
gboolean pamong_office_remove_resident (PamongOffice *office, const char *uid, const char *reason, const char *date, GPtrArray **findings, GError **error);
/** pamong_office_put_back: takes the latest REMOVED event back by a counter-event. */
gboolean pamong_office_put_back (PamongOffice *office, const char *uid, const char *reason, GPtrArray **findings, GError **error);

/* families.c */
/** PamongPapers: what Dukcapil was handed and gave back. @kk_number NULL = not issued yet; @filed/@form: papers handed; @issued: date of the document. */
typedef struct { const char *form, *filed, *kk_number, *issued; } PamongPapers;
/** pamong_office_register_family: the card whole: family, members, opening events, area record if new. Uids are filled in. */
gboolean pamong_office_register_family (PamongOffice *office, PamongFamilyCard *card, GPtrArray **findings, GError **error);
/** pamong_office_register_family_filed: the same for a card that Dukcapil has not issued yet: @papers (nullable) go onto the family's opening event. */
gboolean pamong_office_register_family_filed (PamongOffice *office, PamongFamilyCard *card, const PamongPapers *papers, GPtrArray **findings, GError **error);
/** pamong_office_register_families: a slice of cards (at most 500 changes) in one act, e.g. practice. Block findings refuse the slice. */
gboolean pamong_office_register_families (PamongOffice *office, GPtrArray *cards, gboolean check, GPtrArray **findings, GError **error);
/* split.c. Each leaves every family that has living members with exactly one head, or is refused. */
/** pamong_office_split_family: @members: uids that leave for a new family; @head: who leads it; address as given in @address (a FAMILY record, NULL = the old one's).
 * @shdk: (nullable): new shdk per member, else head 1 and others kept. *family_uid: (out) (transfer full). */
gboolean pamong_office_split_family (PamongOffice *office, const char *const *members, const char *head, const int *shdk, const PamongRecord *address, const PamongPapers *papers, const char *reason, char **family_uid, GPtrArray **findings, GError **error);
/** pamong_office_join_family: one resident into another family of the village as @shdk (numpang KK). */
gboolean pamong_office_join_family (PamongOffice *office, const char *resident_uid, const char *family_uid, int shdk, const PamongPapers *papers, const char *reason, GPtrArray **findings, GError **error);
/** pamong_office_change_head: @head leads from now; @old_shdk for the old head if still on the card (0 = 11 lainnya). */
gboolean pamong_office_change_head (PamongOffice *office, const char *family_uid, const char *head, int old_shdk, const PamongPapers *papers, const char *reason, GPtrArray **findings, GError **error);
/** pamong_office_move_house: the whole family inside the village; @address: a FAMILY record with address, dusun, rw, rt. */
gboolean pamong_office_move_house (PamongOffice *office, const char *family_uid, const PamongRecord *address, const char *date, const char *reason, GPtrArray **findings, GError **error);
/* papers.c */
/** pamong_office_document_issued: the paper came back: No. KK and date onto the family and its waiting event. */
gboolean pamong_office_document_issued (PamongOffice *office, const char *family_uid, const char *kk_number, const char *date, GPtrArray **findings, GError **error);

/* conflicts.c */
/** pamong_office_resolve: @conflict_uid; @take_other: the value kept aside (its index in the chain) becomes current, or -1 keeps the current one; @value: a value of one's own (single-field groups), which the rules may refuse. */
gboolean pamong_office_resolve (PamongOffice *office, const char *conflict_uid, int take_other, const char *value, GError **error);

/* desk_acts.c: rows that never travel */
gboolean pamong_office_save_draft (PamongOffice *office, const char *key, const PamongFamilyCard *card, GError **error); /* card NULL drops it */
PamongFamilyCard *pamong_office_load_draft (PamongStore *store, const char *key, gint64 *t); /* (nullable); reader: any thread's store */
/** pamong_office_save_draft_typed: with the card, in the same transaction, @typed: (nullable): texts that no record can hold. */
gboolean pamong_office_save_draft_typed (PamongOffice *office, const char *key, const PamongFamilyCard *card, const char *typed, GError **error);
char *pamong_office_load_draft_typed (PamongStore *store, const char *key); /* (transfer full) (nullable) */
/** pamong_office_note_opened: who is signed in opened this resident: one of the last ten for the find box. */
gboolean pamong_office_note_opened (PamongOffice *office, const char *resident_uid, GError **error);
gboolean pamong_office_log_reveal (PamongOffice *office, const char *resident_uid, GError **error);
/** pamong_office_log_export: before people go into a file, so that no file is without its line. @what: "residents opensid, 3000 rows, RT 001". @reason: (nullable): with @full (numbers not
 * masked) it is asked for: INVALID without one. DENIED when nobody is signed in. */
gboolean pamong_office_log_export (PamongOffice *office, const char *what, gboolean full, const char *reason, GError **error);
/** pamong_office_keep_mappings: how home-made sheets are read (exchange/mapping.h), as meta "import.mappings". */
gboolean pamong_office_keep_mappings (PamongOffice *office, const char *text, GError **error);
