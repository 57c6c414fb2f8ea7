/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/widgets/form.h"

/* One record being filled in: title, form, a line that says what is wrong, Batal and Simpan. It writes nothing: who owns it does. */
#define PAMONG_TYPE_RECORD_EDITOR (pamong_record_editor_get_type ())
G_DECLARE_FINAL_TYPE (PamongRecordEditor, pamong_record_editor, PAMONG, RECORD_EDITOR, GtkWidget)
/* Signals: "save" (): Ctrl+S, the button, or Enter on the last field; "left" (): Esc or Batal, after a question when something was typed. */

GtkWidget *pamong_record_editor_new (PamongKind kind);
/** pamong_record_editor_form: Returns: (transfer none): to add groups of fields. */
PamongForm *pamong_record_editor_form (PamongRecordEditor *editor);
/** pamong_record_editor_add: a widget under the fields. */
void pamong_record_editor_add (PamongRecordEditor *editor, GtkWidget *widget);
/** pamong_record_editor_load: @title: what stands on top. @is_new: the record is not stored yet. Nothing counts as typed. */
void pamong_record_editor_load (PamongRecordEditor *editor, const char *title, const PamongRecord *record, gboolean is_new);
/** pamong_record_editor_before: Returns: (transfer none) (nullable): as loaded; NULL for a new one. */
const PamongRecord *pamong_record_editor_before (PamongRecordEditor *editor);
/** pamong_record_editor_after: Returns: (transfer full) (nullable): as typed; NULL when a text means nothing: its field has the focus and says why. */
PamongRecord *pamong_record_editor_after (PamongRecordEditor *editor);
/** pamong_record_editor_touch: something beside the form was changed. */
void pamong_record_editor_touch (PamongRecordEditor *editor);
gboolean pamong_record_editor_is_changed (PamongRecordEditor *editor);
/** pamong_record_editor_say: @words: (nullable). @wrong: as a fault. */
void pamong_record_editor_say (PamongRecordEditor *editor, const char *words, gboolean wrong);
/** pamong_record_editor_set_busy: the act is under way. */
void pamong_record_editor_set_busy (PamongRecordEditor *editor, gboolean busy);
/** pamong_record_editor_leave: as Esc. */
void pamong_record_editor_leave (PamongRecordEditor *editor);
