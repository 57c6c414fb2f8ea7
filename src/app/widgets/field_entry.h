/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "domain/rules.h"
#include <gtk/gtk.h>

/* One entry for one field of the registry: text, name (capitals while typing), NIK (digits, letter-spaced), date (dd-mm-yyyy), RT/RW, code (number or first
 * letters, a short list while typing, Alt+Down the whole list). The same widget in forms and as a cell of the family sheet. */
#define PAMONG_TYPE_FIELD_ENTRY (pamong_field_entry_get_type ())
G_DECLARE_FINAL_TYPE (PamongFieldEntry, pamong_field_entry, PAMONG, FIELD_ENTRY, GtkWidget)
/* Signals: "changed" () as typed; "left" () focus went away and the text was read; "next" () Enter took the value: go to the next cell;
 * "previous" () Shift+Enter. Property "compact" for sheet cells. */

GtkWidget *pamong_field_entry_new (const PamongField *field);
const PamongField *pamong_field_entry_field (PamongFieldEntry *entry);
void pamong_field_entry_load (PamongFieldEntry *entry, const PamongRecord *record);
/** pamong_field_entry_store: reads the text into the record. FALSE: the text means nothing (31-02-1990): the entry shows the error, the record is unchanged. */
gboolean pamong_field_entry_store (PamongFieldEntry *entry, PamongRecord *record, GError **error);
/** pamong_field_entry_is_blank: nothing typed. */
gboolean pamong_field_entry_is_blank (PamongFieldEntry *entry);
/** pamong_field_entry_set_text: as if @text had been typed and left: it is read and shown in its usual form; no signal. */
void pamong_field_entry_set_text (PamongFieldEntry *entry, const char *text);
const char *pamong_field_entry_text (PamongFieldEntry *entry);
/** pamong_field_entry_suggest: a value shown faint and taken with Enter when nothing is typed; never stored unseen. (nullable) */
void pamong_field_entry_suggest (PamongFieldEntry *entry, const PamongValue *value);
/** pamong_field_entry_mark: the finding this field bears: CSS class, icon, tooltip, INVALID state; NULL clears. */
void pamong_field_entry_mark (PamongFieldEntry *entry, const PamongFinding *finding);
/** pamong_field_entry_complaint: Returns: (nullable) (transfer none): why the text last left here means nothing. */
const char *pamong_field_entry_complaint (PamongFieldEntry *entry);
/** pamong_field_entry_set_words: a list of free words to choose from while typing (dusun). @words: (nullable) (array zero-terminated=1). */
void pamong_field_entry_set_words (PamongFieldEntry *entry, const char *const *words);
/** pamong_field_entry_editable: Returns: (transfer none): the inner text, for a test that types. */
GtkEditable *pamong_field_entry_editable (PamongFieldEntry *entry);
