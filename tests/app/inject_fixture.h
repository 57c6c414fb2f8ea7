/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "signed_in.h"

/* A list of the regency on its way through the page Isian dari kabupaten. */

#define INJECT_REGENCY "35.22"
/** inject_list: a .csv in @folder: two families of one in each of Begadon, Gayam and Mojodelik, and a row that names no village. Returns: (transfer full): its path. */
char *inject_list (const char *folder);
/** inject_desil: a .csv of the desil of family @kk_number, and of one nobody has. Returns: (transfer full). */
char *inject_desil (const char *folder, const char *kk_number);
/** inject_page: goes there. Returns: (transfer none). */
GtkWidget *inject_page (PamongWindow *window);
void inject_open (GtkWidget *page, const char *path);
/** inject_until: waits for the step @name, and until nothing is at work. */
void inject_until (GtkWidget *page, const char *name);
/** inject_match: on the mapping screen: as guessed, Ctrl+S. */
void inject_match (GtkWidget *page);
/** inject_say: SIAK, by Dukcapil, 30-06-2026; Ctrl+S. @village: (nullable): of rows that name none. */
void inject_say (GtkWidget *page, const char *village);
/** inject_key: Ctrl+S, or another key, on the step in front. */
void inject_key (GtkWidget *page, guint key, GdkModifierType state);
/** inject_dry: all of it from the file to the table of villages. */
void inject_dry (GtkWidget *page, const char *path);
/** inject_undo: the button of the batch that takes back all; leaves the question open. */
void inject_undo (GtkWidget *page);
