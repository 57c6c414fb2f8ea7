/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "domain/letter_type.h"
#include "domain/record.h"

/* What an operator fills in for one letter, before it is one: a draft, a parked visit, and later the answers kept beside the letter, so that the same can be made
 * again for the same person. Plain values. */

/** PamongCasePerson: somebody in the role @role. @uid: of a resident; else @outsider: a RESIDENT record that is in no list, its address in current_address.
 * @columns: (nullable) (element-type utf8 utf8): what the type asks of this person. */
typedef struct {
  char *role, *uid;
  PamongRecord *outsider;
  GHashTable *columns;
} PamongCasePerson;

/**
 * PamongLetterCase:
 * @type: key of the letter type
 * @name: (nullable): what it is parked as; @applicant: (nullable): who stands at the counter, when it is not the subject; @phone: (nullable): theirs
 * @persons: (element-type PamongCasePerson): in order; of a role with many=true there are several
 * @answers: (element-type utf8 utf8): by id of the type's fields. The introduction of the RT: "rt.number", "rt.date", "rt.head"
 * @signer: (nullable): uid of the official who signs; NULL = the first post of the type that is in office
 * @date: (nullable): of the letter, NULL = today; @classification: (nullable): instead of the type's; @addressed: (nullable): to whom it goes, for the agenda
 * @event: (nullable): uid of the event it is linked to
 * @brought: papers that were ticked off
 */
typedef struct {
  char *type, *name, *applicant, *phone, *signer, *date, *classification, *addressed, *event;
  GPtrArray *persons, *brought;
  GHashTable *answers;
} PamongLetterCase;

PamongLetterCase *pamong_letter_case_new (const char *type);
PamongLetterCase *pamong_letter_case_copy (const PamongLetterCase *letter);
void pamong_letter_case_free (PamongLetterCase *letter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongLetterCase, pamong_letter_case_free)
/** pamong_letter_case_answer: NULL and "" take it out. */
void pamong_letter_case_answer (PamongLetterCase *letter, const char *id, const char *text);
const char *pamong_letter_case_get (const PamongLetterCase *letter, const char *id); /* (nullable) */
/** pamong_letter_case_add: a resident in a role; several of a role stand in their order. Returns: (transfer none). */
PamongCasePerson *pamong_letter_case_add (PamongLetterCase *letter, const char *role, const char *uid);
/** pamong_letter_case_add_outsider: @outsider: (transfer full): a RESIDENT record. Returns: (transfer none). */
PamongCasePerson *pamong_letter_case_add_outsider (PamongLetterCase *letter, const char *role, PamongRecord *outsider);
/** pamong_letter_case_drop: takes everybody of @role out. */
void pamong_letter_case_drop (PamongLetterCase *letter, const char *role);
/** pamong_letter_case_person: Returns: (transfer none) (nullable): the first in @role. */
PamongCasePerson *pamong_letter_case_person (const PamongLetterCase *letter, const char *role);
void pamong_case_person_ask (PamongCasePerson *person, const char *column, const char *text);
