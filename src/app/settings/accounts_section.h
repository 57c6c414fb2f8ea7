/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/settings/roster.h"
#include "app/settings/sections.h"

/* Akun: who works here, with duty, letter of assignment and limits. */
#define PAMONG_TYPE_ACCOUNTS_SECTION (pamong_accounts_section_get_type ())
G_DECLARE_FINAL_TYPE (PamongAccountsSection, pamong_accounts_section, PAMONG, ACCOUNTS_SECTION, GtkWidget)
PamongRoster *pamong_accounts_section_roster (PamongAccountsSection *section);
/** pamong_accounts_section_password: Returns: (transfer none): where the password is typed. */
GtkEditable *pamong_accounts_section_password (PamongAccountsSection *section);
