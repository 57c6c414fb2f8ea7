/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <gtk/gtk.h>

/* One filter: closed it says what it filters by; chosen it says the choice and can be taken away. Its list is made when it is opened. */
#define PAMONG_TYPE_FILTER_CHIP (pamong_filter_chip_get_type ())
G_DECLARE_FINAL_TYPE (PamongFilterChip, pamong_filter_chip, PAMONG, FILTER_CHIP, GtkWidget)
/* Signal: "changed" (). */

/** PamongFilterChoice: @words: in the list; @chip: on the chip when chosen. */
typedef struct { char *words, *chip; } PamongFilterChoice;
/** PamongFilterChoices: Returns: (transfer full) (element-type PamongFilterChoice): asked each time the list opens. */
typedef GPtrArray *(*PamongFilterChoices) (gpointer data);

/** pamong_filter_choices_new, _add: a list of choices to return; the words are copied, @chip NULL = the same words. */
GPtrArray *pamong_filter_choices_new (void);
void pamong_filter_choices_add (GPtrArray *choices, const char *words, const char *chip);

/** pamong_filter_chip_new: @title: with a mnemonic, "_Dusun". */
GtkWidget *pamong_filter_chip_new (const char *title, PamongFilterChoices choices, gpointer data);
/** pamong_filter_chip_set_empty: @words: what an empty list says. */
void pamong_filter_chip_set_empty (PamongFilterChip *chip, const char *words);
/** pamong_filter_chip_chosen: Returns: number of the choice, -1 for none. */
int pamong_filter_chip_chosen (PamongFilterChip *chip);
/** pamong_filter_chip_words: Returns: (nullable) (transfer none): the chosen choice's words in the list. */
const char *pamong_filter_chip_words (PamongFilterChip *chip);
/** pamong_filter_chip_choose: as by hand; -1 takes it away. */
void pamong_filter_chip_choose (PamongFilterChip *chip, int choice);
