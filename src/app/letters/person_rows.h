/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/session.h"
#include "domain/letter_case.h"
#include <gtk/gtk.h>

/* Whom the letter names beside the person it is about: one row a role; those of the same family are chosen by the list, others by a dialog. */
#define PAMONG_TYPE_PERSON_ROWS (pamong_person_rows_get_type ())
G_DECLARE_FINAL_TYPE (PamongPersonRows, pamong_person_rows, PAMONG, PERSON_ROWS, GtkWidget)
/* Signals: "changed" () somebody is in a role or is no longer; "finished" () Enter on the last. */
GtkWidget *pamong_person_rows_new (PamongSession *session);
/** pamong_person_rows_show: @type, @letter: (nullable): both NULL = nobody. @letter is written in as people are chosen; it and @type must stay until the next call. */
void pamong_person_rows_show (PamongPersonRows *rows, const PamongLetterType *type, PamongLetterCase *letter);
/** pamong_person_rows_follow: roles that are asked after @facts. */
void pamong_person_rows_follow (PamongPersonRows *rows, PamongLetterFacts *facts);
/** pamong_person_rows_missing: Returns: (transfer none) (nullable): label of the first role that needs somebody; it takes the focus. */
const char *pamong_person_rows_missing (PamongPersonRows *rows);
