/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "domain/rules.h"

/* Inside domain: how a rule's predicate (C) and its words (data/rules/rules.csv) meet. A predicate looks at one PamongCheck and fires; it takes no memory
 * when all is well, so that a district of 80,000 people is checked in seconds. */

typedef struct _PamongRule PamongRule;

/**
 * PamongCheck: what is being checked.
 * @rule: whose predicate runs
 * @record: the resident or family it speaks of; in a card rule the family
 * @family: (nullable): the card's family, in a resident rule
 * @card: (nullable): the whole card, in a card rule
 * @merged: (nullable): in a merge rule
 * @member: row of @record on the card, or -1
 * @only_field: findings about other fields are dropped; -1 = none is
 * @holder: (nullable): who has this NIK, asked once for all rules of a record
 */
typedef struct {
  const PamongRule *rule;
  const PamongRecord *record;
  const PamongRecord *family;
  const PamongFamilyCard *card;
  const PamongMerged *merged;
  gboolean registering;
  int member;
  int only_field;
  const PamongFacts *facts;
  GPtrArray *findings;
  PamongHolder *holder;
  gboolean holder_asked;
} PamongCheck;

/** PamongPredicate: one row of a predicate table; the tables end with a NULL id. */
typedef struct {
  const char *id;
  void (*run) (PamongCheck *check);
} PamongPredicate;

extern const PamongPredicate pamong_predicates_nik[];
extern const PamongPredicate pamong_predicates_name[];
extern const PamongPredicate pamong_predicates_resident[];
extern const PamongPredicate pamong_predicates_family[];
extern const PamongPredicate pamong_predicates_kin[];
extern const PamongPredicate pamong_predicates_merge[];

/** pamong_check_fire: the rule speaks of @field of the record. Then pairs of placeholder and value (both strings), NULL. {name}, {person} and {field} are
 * filled in by itself; the pairs "suggestion" and "other_uid" go to the finding. */
void pamong_check_fire (PamongCheck *check, int field, ...) G_GNUC_NULL_TERMINATED;
/** pamong_check_fire_member: the same about row @member of the card. */
void pamong_check_fire_member (PamongCheck *check, int member, int field, ...) G_GNUC_NULL_TERMINATED;
/** pamong_check_param: Returns: number @key of the rule's params column, 0 if absent. */
int pamong_check_param (const PamongCheck *check, const char *key);
/** pamong_check_holder: Returns: (transfer none) (nullable): who else alive has this record's NIK. */
const PamongHolder *pamong_check_holder (PamongCheck *check);
/** pamong_check_member: Returns: (transfer none): row @i of the card. */
const PamongRecord *pamong_check_member (const PamongCheck *check, guint i);
/** pamong_check_find_shdk: Returns: the first row from @from on whose member has @shdk, or -1. */
int pamong_check_find_shdk (const PamongCheck *check, gint64 shdk, guint from);
/** pamong_check_find_nik: Returns: the first row from @from on whose member has @nik (NULL: nobody), or -1. */
int pamong_check_find_nik (const PamongCheck *check, const char *nik, guint from);
/** pamong_check_age: Returns: age of @record today, or -1. */
int pamong_check_age (const PamongCheck *check, const PamongRecord *record);
/** pamong_check_word: Returns: (transfer full): label of a code inside a sentence: "belum kawin", "kepala keluarga". */
char *pamong_check_word (const PamongRecord *record, int field);
/** pamong_province_is_known: @digits: two of them, e.g. "35". */
gboolean pamong_province_is_known (const char *digits);
/** pamong_rules_unmatched: Returns: (transfer full): ids that only the data or only the C knows; empty in a sound build. */
char **pamong_rules_unmatched (void);
/** pamong_rules_ids: Returns: (transfer container): all ids, in the order of the file. */
GPtrArray *pamong_rules_ids (void);
