/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/session.h"
#include "app/widgets/form.h"

/* Changes one resident, or writes a new one down, in the panel beside the list. */
#define PAMONG_TYPE_RESIDENT_FORM (pamong_resident_form_get_type ())
G_DECLARE_FINAL_TYPE (PamongResidentForm, pamong_resident_form, PAMONG, RESIDENT_FORM, GtkWidget)
/* Signals: "saved" (uid); "left" () without saving. */
GtkWidget *pamong_resident_form_new (PamongSession *session);
/** pamong_resident_form_edit: @field: PAMONG_RESIDENT_… to start at, -1 = the first. */
void pamong_resident_form_edit (PamongResidentForm *form, const PamongRecord *resident, int field);
void pamong_resident_form_add (PamongResidentForm *form);
gboolean pamong_resident_form_is_changed (PamongResidentForm *form);
/** pamong_resident_form_save: on the desk; "saved" follows, or the findings show. */
void pamong_resident_form_save (PamongResidentForm *form);
/** pamong_resident_form_leave: asks first when something was typed. */
void pamong_resident_form_leave (PamongResidentForm *form);
/** pamong_resident_form_fields: for tests. Returns: (transfer none). */
PamongForm *pamong_resident_form_fields (PamongResidentForm *form);
/** pamong_resident_form_set_reason: as typed into the reason that an override asks for. */
void pamong_resident_form_set_reason (PamongResidentForm *form, const char *reason);
