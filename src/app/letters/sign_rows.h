/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/session.h"
#include "domain/letter_case.h"
#include "office/letters.h"
#include <gtk/gtk.h>

/* Number to come, who signs, until when it is valid, on what paper. */
#define PAMONG_TYPE_SIGN_ROWS (pamong_sign_rows_get_type ())
G_DECLARE_FINAL_TYPE (PamongSignRows, pamong_sign_rows, PAMONG, SIGN_ROWS, GtkWidget)
/* Signals: "changed" (); "finished" () Enter on the signer. */
GtkWidget *pamong_sign_rows_new (PamongSession *session);
/** pamong_sign_rows_show: @type, @letter: (nullable): both NULL = nothing is filled in. @letter is written in as something is chosen; both must stay until the next call. */
void pamong_sign_rows_show (PamongSignRows *rows, const PamongLetterType *type, PamongLetterCase *letter);
/** pamong_sign_rows_tell: @next: (nullable); @valid_until: "" = not printed. */
void pamong_sign_rows_tell (PamongSignRows *rows, const PamongNextNumber *next, const char *valid_until);
gboolean pamong_sign_rows_focus (PamongSignRows *rows);
