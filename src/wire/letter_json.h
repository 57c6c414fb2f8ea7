/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "domain/letter_case.h"

/* What is kept beside a letter, as text: keys in order, so that the same facts are the same letters. */
/** pamong_letter_facts_to_json: {"answer.keperluan":"…",…,"family":[{…},…]}: a list is an array of rows. Returns: (transfer full). */
char *pamong_letter_facts_to_json (PamongLetterFacts *facts);
PamongLetterFacts *pamong_letter_facts_from_json (const char *json, GError **error);
char *pamong_letter_case_to_json (const PamongLetterCase *letter);
/** pamong_letter_case_from_json: keys of a later program are left out. */
PamongLetterCase *pamong_letter_case_from_json (const char *json, GError **error);
/** pamong_letter_firsts_get: @firsts: (nullable): of a NUMBERING record. Returns: the number with which @series of @year under @mark begins, 0 = nothing said. */
gint64 pamong_letter_firsts_get (const char *firsts, const char *series, gint64 year, const char *mark);
/** pamong_letter_firsts_set: Returns: (transfer full): @firsts with this one said. */
char *pamong_letter_firsts_set (const char *firsts, const char *series, gint64 year, const char *mark, gint64 number);
