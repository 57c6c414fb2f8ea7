/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "store/letters.h"
#include <gtk/gtk.h>

/** pamong_letter_row_new: a row of a list of letters: name, letter and number, state, what to do next, the rest in a menu. Everything is done by the page's actions
 * ("letters.signed", "letters.print" … with the uid). Returns: (transfer floating) (type GtkListBoxRow). */
GtkWidget *pamong_letter_row_new (const PamongLetterRow *letter);
/** pamong_draft_row_new: @key, @words: what was put aside and when. */
GtkWidget *pamong_draft_row_new (const char *key, const char *name, const char *words);
/** pamong_letter_row_activated_cb: Enter on a row does what comes next. */
void pamong_letter_row_activated_cb (GtkListBox *list, GtkListBoxRow *row);
