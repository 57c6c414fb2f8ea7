/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "domain/letter_case.h"
#include <gtk/gtk.h>

/* Small parts of a letter being filled in. */

/** pamong_fill_words: Returns: (transfer full): what @facts say of @role (nullable): "" when nothing. */
char *pamong_fill_words (PamongLetterFacts *facts, const char *role, const char *column);
/** pamong_fill_person_line: Returns: (transfer full): "Perempuan, 57 tahun · Kepala keluarga · RT 003/RW 001, Clebung". */
char *pamong_fill_person_line (PamongLetterFacts *facts, const char *role);
/** pamong_fill_label: empty, at the start, cut where there is no room. */
GtkWidget *pamong_fill_label (const char *class);
/** pamong_fill_name: what stands at the left of an answer: as wide as its column, on two lines where @words are longer. */
GtkWidget *pamong_fill_name (const char *words);
/** pamong_fill_heading: @words: with mnemonic when there is a @target (nullable). */
GtkWidget *pamong_fill_heading (const char *words, GtkWidget *target);
/** pamong_fill_button: an icon (nullable), words, with mnemonic when there is no @key, and the key that does it (nullable). */
void pamong_fill_button (GtkWidget *button, const char *icon, const char *words, const char *key);
/** pamong_fill_introduction: Returns: (transfer full) (element-type PamongLetterField): number, day and head of the slip of the RT. */
GPtrArray *pamong_fill_introduction (void);
/** pamong_fill_papers_row: @papers: (out): where the ticks go. */
GtkWidget *pamong_fill_papers_row (GtkWidget **papers);
/** pamong_fill_papers_show: what the applicant brings; @ticked: called with @data. */
void pamong_fill_papers_show (GtkWidget *papers, const PamongLetterType *type, const PamongLetterCase *letter, GCallback ticked, gpointer data);
void pamong_fill_papers_read (GtkWidget *papers, PamongLetterCase *letter);
