/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/settings/roster.h"
#include "app/settings/sections.h"

/* Pejabat & RT/RW: who holds which post since when; a successor ends the former's time. */
#define PAMONG_TYPE_OFFICIALS_SECTION (pamong_officials_section_get_type ())
G_DECLARE_FINAL_TYPE (PamongOfficialsSection, pamong_officials_section, PAMONG, OFFICIALS_SECTION, GtkWidget)
PamongRoster *pamong_officials_section_roster (PamongOfficialsSection *section);
