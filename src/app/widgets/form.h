/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/widgets/field_entry.h"

/* A dense form over one record: groups of labelled entries, two beside each other, one line reserved under each pair for what is wrong with it.
 * Enter goes to the next field, Shift+Enter back, Ctrl+S or Ctrl+Enter saves, Esc leaves. */
#define PAMONG_TYPE_FORM (pamong_form_get_type ())
G_DECLARE_FINAL_TYPE (PamongForm, pamong_form, PAMONG, FORM, GtkWidget)
/* Signals: "changed" () typed; "left" (int field) focus left a field and its text was read; "finished" () Enter on the last field;
 * "submit" () Ctrl+S or Ctrl+Enter; "cancel" () Esc. */

/** PAMONG_FORM_WIDE: added to a field: it takes the whole width. */
#define PAMONG_FORM_WIDE 0x1000

GtkWidget *pamong_form_new (PamongKind kind);
/** pamong_form_add_group: @title: (nullable): heading with a mnemonic that goes to the group's first field. @fields: field numbers, with PAMONG_FORM_WIDE. */
void pamong_form_add_group (PamongForm *form, const char *title, const int *fields, guint n);
/** pamong_form_load: shows @record; findings are cleared and the form counts as unchanged. */
void pamong_form_load (PamongForm *form, const PamongRecord *record);
/** pamong_form_store: reads all fields into @record. FALSE: a text means nothing; that field has the focus and says why. */
gboolean pamong_form_store (PamongForm *form, PamongRecord *record, GError **error);
/** pamong_form_peek: reads into @record what can be read now; nothing is complained of. */
void pamong_form_peek (PamongForm *form, PamongRecord *record);
/** pamong_form_is_changed: TRUE if something was typed since pamong_form_load(). */
gboolean pamong_form_is_changed (PamongForm *form);
/** pamong_form_show_findings: (element-type PamongFinding) (nullable): each under its field; the worst one wins. */
void pamong_form_show_findings (PamongForm *form, GPtrArray *findings);
/** pamong_form_show_field_findings: the same for one field, as left; others keep what they say. */
void pamong_form_show_field_findings (PamongForm *form, int field, GPtrArray *findings);
/** pamong_form_focus: @field: -1 = the first one. FALSE: not in this form. */
gboolean pamong_form_focus (PamongForm *form, int field);
/** pamong_form_entry: Returns: (transfer none) (nullable). */
PamongFieldEntry *pamong_form_entry (PamongForm *form, int field);
/** pamong_form_hint: Returns: (transfer none) (nullable): the words under @field now. */
const char *pamong_form_hint (PamongForm *form, int field);
