/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/settings/record_editor.h"
#include "app/settings/sections.h"

/* Identitas: address, letterhead with a small picture of it, logo, the words in use here, who keeps the data. */
#define PAMONG_TYPE_IDENTITY_SECTION (pamong_identity_section_get_type ())
G_DECLARE_FINAL_TYPE (PamongIdentitySection, pamong_identity_section, PAMONG, IDENTITY_SECTION, GtkWidget)
/** pamong_identity_section_take_logo: as picked. It is saved with the rest. */
void pamong_identity_section_take_logo (PamongIdentitySection *section, GFile *file);
PamongRecordEditor *pamong_identity_section_editor (PamongIdentitySection *section);
