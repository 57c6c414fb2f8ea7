/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "domain/letter_facts.h"
#include "paper/paragraph.h"

/* A line of the markup: words, *bold*, _underlined_, {placeholder|filter}, [?condition] … [:] … [/?]. Read once, filled many times. */

typedef struct _PamongPhrase PamongPhrase;
/** pamong_phrase_parse: @fault: (out) (transfer full): what is wrong, for a person. Returns: (nullable): NULL with @fault. */
PamongPhrase *pamong_phrase_parse (const char *source, char **fault);
void pamong_phrase_free (PamongPhrase *phrase);

/** PamongScope: whose keys are looked up first: a row of a list, or none. */
typedef struct { PamongLetterFacts *facts; const char *list; guint row; } PamongScope;
/** PamongGap: what stands where a placeholder is empty: dots to write on, a stroke, nothing. */
typedef enum { PAMONG_GAP_DOTS, PAMONG_GAP_STROKE, PAMONG_GAP_NONE } PamongGap;

/** PamongWords: a phrase filled in. @empty: it has placeholders, and none was known. */
typedef struct { GArray *spans; GPtrArray *owned; gboolean empty; } PamongWords;
PamongWords *pamong_phrase_fill (const PamongPhrase *phrase, const PamongScope *scope, PamongFont font, PamongGap gap);
void pamong_words_free (PamongWords *words);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongWords, pamong_words_free)
/** pamong_words_text: Returns: (transfer full): without weights. */
char *pamong_words_text (const PamongWords *words);
/** pamong_words_is_blank: no letter in it. */
gboolean pamong_words_is_blank (const PamongWords *words);
/** pamong_phrase_boxes: a phrase may begin with boxes for letters, {key|kotak 16}; filled in, it says only what follows them. @value: (out) (transfer full). Returns: how many; 0 when with none. */
guint pamong_phrase_boxes (const PamongPhrase *phrase, const PamongScope *scope, char **value);
/** pamong_phrase_each_key: calls @visit for every key and condition: (is it a condition, its text). */
void pamong_phrase_each_key (const PamongPhrase *phrase, void (*visit) (const char *text, gboolean condition, gpointer data), gpointer data);
