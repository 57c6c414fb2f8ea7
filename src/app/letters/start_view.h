/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/session.h"
#include "domain/letter_case.h"
#include <gtk/gtk.h>

/* Where a letter begins: whom it is about, and which letter; beside it what waits at the counter. */
#define PAMONG_TYPE_LETTER_START (pamong_letter_start_get_type ())
G_DECLARE_FINAL_TYPE (PamongLetterStart, pamong_letter_start, PAMONG, LETTER_START, GtkWidget)
/* Signal: "begin" (key of the type). */
GtkWidget *pamong_letter_start_new (PamongSession *session);
/** pamong_letter_start_refresh: Returns: how many letters wait at the counter. */
guint pamong_letter_start_refresh (PamongLetterStart *view);
void pamong_letter_start_focus (PamongLetterStart *view);
/** pamong_letter_start_focus_person: whoever comes next: F3 always begins with the person, whoever was there before. */
void pamong_letter_start_focus_person (PamongLetterStart *view);
/** pamong_letter_start_set_person: @uid: (nullable); @outsider: (nullable): both NULL = nobody. */
void pamong_letter_start_set_person (PamongLetterStart *view, const char *uid, const PamongRecord *outsider);
/** pamong_letter_start_put_person: into the role @role of @letter. FALSE: nobody is chosen. */
gboolean pamong_letter_start_put_person (PamongLetterStart *view, PamongLetterCase *letter, const char *role);
/** pamong_letter_start_ask_person: the letter chosen needs somebody. */
void pamong_letter_start_ask_person (PamongLetterStart *view);
/** pamong_letter_start_tell: @words: (nullable): of a letter just issued; @uid: (nullable): of it: to print again, or another for the same person. */
void pamong_letter_start_tell (PamongLetterStart *view, const char *words, const char *uid, gboolean failed);
