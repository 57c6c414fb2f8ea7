/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "domain/letter_facts.h"

/* A type of letter as data: data/letters/KEY/letter.ini says what is asked and how it is numbered, body.txt what the page says (letters/README.md has the markup). A village may have
 * its own version of either. data/letters/README.md lists the keys of letter.ini. */

typedef enum {
  PAMONG_ANSWER_TEXT, PAMONG_ANSWER_AREA, PAMONG_ANSWER_NUMBER, PAMONG_ANSWER_MONEY, PAMONG_ANSWER_DATE, PAMONG_ANSWER_TIME, PAMONG_ANSWER_CODE, PAMONG_ANSWER_CHOICE, PAMONG_ANSWER_BOOL
} PamongAnswerType;

/**
 * PamongLetterField: one question.
 * @list: (nullable): code list, of PAMONG_ANSWER_CODE; @choices: (nullable): of PAMONG_ANSWER_CHOICE; TEXT with choices offers them and takes anything else
 * @show: (nullable): a condition of the markup, e.g. "answer.hiburan=Ya": asked only then
 * @usual: (nullable): filled in at first; it and @choices may have placeholders of facts ("{district.name}")
 * @hint: (nullable): an example, shown while empty
 */
typedef struct {
  char *id, *label, *list, **choices, *show, *usual, *hint;
  PamongAnswerType type;
  gboolean required;
} PamongLetterField;

typedef enum { PAMONG_PERSON_RESIDENT, PAMONG_PERSON_OUTSIDER, PAMONG_PERSON_EITHER } PamongPersonSource;
typedef enum { PAMONG_PERSON_ALIVE, PAMONG_PERSON_DEAD, PAMONG_PERSON_ANY } PamongPersonLife;

/**
 * PamongLetterPerson: somebody the letter names.
 * @id: the role in facts; the first person of a type is whom the letter is about: "subject"
 * @many: a list: followers, heirs; then @most: how many at most, 0 = any
 * @sex: 0 = any; @min_age, @max_age: 0 = any; @same_family: only from the card of the first person
 * @usual: (nullable): who is proposed: "self", "father", "mother", "spouse", "head", "reporter", "witness1", "witness2" (the fixed ones), "family" (all others of the card)
 * @needs: which of the person's keys the page uses: asked of an outsider, missed in a resident
 * @show: (nullable): a condition: asked only then
 * @columns: (element-type PamongLetterField): asked of each such person
 */
typedef struct {
  char *id, *label, *usual, *show, **needs;
  PamongPersonSource source;
  PamongPersonLife life;
  gboolean required, many, same_family;
  guint most;
  int sex, min_age, max_age;
  GPtrArray *columns;
} PamongLetterPerson;

typedef enum { PAMONG_LETTER_EVENT_NONE, PAMONG_LETTER_EVENT_BIRTH, PAMONG_LETTER_EVENT_DEATH, PAMONG_LETTER_EVENT_MOVE_OUT, PAMONG_LETTER_EVENT_ARRIVAL, PAMONG_LETTER_EVENT_SPLIT } PamongLetterEvent;

/** PamongLetterWarning: @condition: when it is true of the facts, @words are shown before the letter is issued; @stops: it is not issued then. */
typedef struct { char *condition, *words; gboolean stops; } PamongLetterWarning;

/**
 * PamongLetterType:
 * @name: "Surat Keterangan Tidak Mampu", in lists; @short_name: (nullable): "SKTM"; @words: (nullable): other words it is found by
 * @purpose: markup for the line of the register (isi singkat), e.g. "SKTM untuk {answer.keperluan}"
 * @code_old, @code_new: classification, "" where the village has to choose; @code_note: where it was seen
 * @pattern: (nullable): number pattern, instead of the village's
 * @signers: allowed posts (data/codes/jabatan.csv names: "kades", "sekdes", "kasi"); the first is usual
 * @valid_days: 0 = validity is not printed; @valid_months: instead of days
 * @attachments: keys of data/letters/forms; @papers: what the applicant brings
 * @introduction: whether the RT's introduction is asked; @approval: chain of duties, parted by ";", empty = off
 * @rank: order in lists before the village has habits, 1 = first; @group: heading in lists
 * @once: (nullable): how long an earlier letter of this type for the family is mentioned, in days
 */
typedef struct {
  char *key, *name, *short_name, *words, *about, *group, *purpose, *code_old, *code_new, *code_note, *pattern;
  char **signers, **attachments, **papers, **approval;
  int rank, valid_days, valid_months, once_days;
  PamongLetterEvent event;
  gboolean introduction, internal;
  GPtrArray *persons, *fields, *warnings;
  char *ini, *body;
} PamongLetterType;

/** pamong_letter_type_parse: @ini, @body: texts. INVALID, with the section and what is wrong in it, when @ini has no meaning. The body is looked at by letters. Returns: (transfer full). */
PamongLetterType *pamong_letter_type_parse (const char *key, const char *ini, const char *body, GError **error);
PamongLetterType *pamong_letter_type_ref (PamongLetterType *type);
void pamong_letter_type_unref (PamongLetterType *type);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongLetterType, pamong_letter_type_unref)
/** pamong_letter_type_hash: Returns: (transfer full): SHA-256 of what it is made of, in hex. */
char *pamong_letter_type_hash (const PamongLetterType *type);
/** pamong_letter_type_person, _field: Returns: (transfer none) (nullable). */
const PamongLetterPerson *pamong_letter_type_person (const PamongLetterType *type, const char *id);
const PamongLetterField *pamong_letter_type_field (const PamongLetterType *type, const char *id);
/** pamong_letter_type_missing: Returns: (transfer full) (array zero-terminated=1): labels of what is required, shown and empty. */
char **pamong_letter_type_missing (const PamongLetterType *type, PamongLetterFacts *facts);
/** pamong_letter_type_warnings: Returns: (transfer container) (element-type PamongLetterWarning): those that are true of @facts. */
GPtrArray *pamong_letter_type_warnings (const PamongLetterType *type, PamongLetterFacts *facts);
/** pamong_letter_type_valid_until: Returns: (transfer full) (nullable): of a letter of @date; NULL where validity is not printed. */
char *pamong_letter_type_valid_until (const PamongLetterType *type, const char *date);

/** pamong_letter_types: Returns: (transfer none) (element-type PamongLetterType): all that are built in, by rank. Read once. */
GPtrArray *pamong_letter_types (void);
/** pamong_letter_types_find: Returns: (transfer none) (nullable): "sktm". */
const PamongLetterType *pamong_letter_types_find (const char *key);
/** pamong_letter_form: Returns: (transfer full) (nullable): body of a form of Dukcapil, "F-2.01". */
char *pamong_letter_form (const char *key);

/** pamong_letter_value: what a key means: that of a fact, "LIST.n": how many rows, "no": the number of @row, "umur(DAY,DAY)": years, "hari(DAY,DAY)": days, "hari_kerja(DAY,DAY)": Mondays to Fridays
 * from the first key's day to the second's. Returns: (transfer full): "" when it is not known. */
char *pamong_letter_value (const char *key, PamongLetterFacts *facts, const char *list, guint row);
/** pamong_condition_holds: "key", "!key", "key=a|b", "key!=a", "key<21", "key>=2" (numbers, or days), joined by "&". A key is that of a fact; a list holds when it has rows, "family.n" is how many.
 * @list, @row: (nullable): keys are looked up in that row first. */
gboolean pamong_condition_holds (const char *condition, PamongLetterFacts *facts, const char *list, guint row);
