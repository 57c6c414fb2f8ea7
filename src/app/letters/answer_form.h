/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/letters/answer_entry.h"
#include "domain/letter_case.h"

/* What only this letter asks, one row a question; which of them are asked follows from the answers. */
#define PAMONG_TYPE_ANSWER_FORM (pamong_answer_form_get_type ())
G_DECLARE_FINAL_TYPE (PamongAnswerForm, pamong_answer_form, PAMONG, ANSWER_FORM, GtkWidget)
/* Signals: "changed" () as typed; "left" (); "finished" () Enter on the last. */
GtkWidget *pamong_answer_form_new (void);
/** pamong_answer_form_set_fields: @fields: (element-type PamongLetterField): referenced, must outlive the form or be replaced before they go. */
void pamong_answer_form_set_fields (PamongAnswerForm *form, GPtrArray *fields);
void pamong_answer_form_load (PamongAnswerForm *form, const PamongLetterCase *letter);
void pamong_answer_form_store (PamongAnswerForm *form, PamongLetterCase *letter);
/** pamong_answer_form_follow: asks what is to be asked after @facts; nothing jumps above the field in focus. */
void pamong_answer_form_follow (PamongAnswerForm *form, PamongLetterFacts *facts);
gboolean pamong_answer_form_focus (PamongAnswerForm *form);
gboolean pamong_answer_form_is_empty (PamongAnswerForm *form);
/** pamong_answer_form_check: marks what is missing or means nothing, and takes the focus there. Returns: TRUE when all is well. */
gboolean pamong_answer_form_check (PamongAnswerForm *form);
/** pamong_answer_form_first: Returns: (transfer none) (nullable): what a mnemonic of the heading leads to. */
GtkWidget *pamong_answer_form_first (PamongAnswerForm *form);
PamongAnswerEntry *pamong_answer_form_entry (PamongAnswerForm *form, const char *id);
