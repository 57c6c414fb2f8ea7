/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "domain/letter_type.h"
#include "store/store.h"

/* For the files about letters only: one person's words. */

/** PAMONG_PROVINCE: the regions of this house are all in one. */
#define PAMONG_PROVINCE "Jawa Timur"

/** PamongPersonSink: where the words of one person go: "ROLE.name", or @row of the list ROLE. */
typedef struct {
  PamongLetterFacts *facts;
  const char *role;
  gboolean many;
  guint row;
} PamongPersonSink;
/** pamong_person_put_resident: @on: the day of the letter: how old somebody is. */
void pamong_person_put_resident (const PamongPersonSink *sink, PamongStore *store, const PamongRecord *resident, const char *on);
void pamong_person_put_outsider (const PamongPersonSink *sink, const PamongRecord *person, const char *on);
void pamong_person_put_columns (const PamongPersonSink *sink, GPtrArray *columns, GHashTable *answers);
/** pamong_answer_words: as it stands in facts. @code: (out) (transfer full) (nullable): of an answer from a list. Returns: (transfer full) (nullable). */
char *pamong_answer_words (const PamongLetterField *field, const char *answer, char **code);
