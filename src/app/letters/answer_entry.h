/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "domain/letter_type.h"
#include <gtk/gtk.h>

/* One question of a letter: a line of text, a day, money, a choice while typing, several lines, or a tick. It looks and acts as the fields of a person do. */
#define PAMONG_TYPE_ANSWER_ENTRY (pamong_answer_entry_get_type ())
G_DECLARE_FINAL_TYPE (PamongAnswerEntry, pamong_answer_entry, PAMONG, ANSWER_ENTRY, GtkWidget)
/* Signals: "changed" () as typed; "left" () focus went away and the text was read; "next" () Enter; "previous" () Shift+Enter. */

/** pamong_answer_entry_new: @field is copied by reference: it must outlive the entry. */
GtkWidget *pamong_answer_entry_new (const PamongLetterField *field);
const PamongLetterField *pamong_answer_entry_field (PamongAnswerEntry *entry);
/** pamong_answer_entry_load: @kept: (nullable): as the case keeps it; no signal. */
void pamong_answer_entry_load (PamongAnswerEntry *entry, const char *kept);
/** pamong_answer_entry_answer: Returns: (transfer full): as it is kept; while the text means nothing yet, the text itself: the page shows what is typed. */
char *pamong_answer_entry_answer (PamongAnswerEntry *entry);
/** pamong_answer_entry_complaint: Returns: (nullable) (transfer full): why the text means nothing. */
char *pamong_answer_entry_complaint (PamongAnswerEntry *entry);
/** pamong_answer_entry_set_words: more words to choose from. @words: (nullable) (array zero-terminated=1). */
void pamong_answer_entry_set_words (PamongAnswerEntry *entry, const char *const *words);
/** pamong_answer_entry_mark: @words: (nullable): what is amiss with it. */
void pamong_answer_entry_mark (PamongAnswerEntry *entry, const char *words);
