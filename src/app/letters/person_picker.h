/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/session.h"
#include <gtk/gtk.h>

/* People found by name or NIK as it is typed; the row chosen is the answer. The keyboard stays in the entry: Up and Down choose. */
#define PAMONG_TYPE_PERSON_PICKER (pamong_person_picker_get_type ())
G_DECLARE_FINAL_TYPE (PamongPersonPicker, pamong_person_picker, PAMONG, PERSON_PICKER, GtkWidget)
/* Signal: "activated" (): Enter in the entry. */
/** pamong_person_picker_new: @status: of PamongQuery: 0 alive, -1 all. @label: what a screen reader calls the entry. */
GtkWidget *pamong_person_picker_new (PamongSession *session, int status, const char *label);
/** pamong_person_picker_chosen: Returns: (transfer none) (nullable): uid. */
const char *pamong_person_picker_chosen (PamongPersonPicker *picker);
GtkWidget *pamong_person_picker_entry (PamongPersonPicker *picker);
