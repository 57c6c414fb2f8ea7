/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/page.h"

/* The sections of Pengaturan. Each is a PamongPage of its own that stands inside the page: shown, leave. */
GtkWidget *pamong_identity_section_new (PamongSession *session);
GtkWidget *pamong_officials_section_new (PamongSession *session);
GtkWidget *pamong_accounts_section_new (PamongSession *session);
GtkWidget *pamong_menus_section_new (PamongSession *session);
GtkWidget *pamong_computer_section_new (PamongSession *session);
GtkWidget *pamong_backup_section_new (PamongSession *session);

/** pamong_section_row: a row of a list: @title over @words, @side at right. @words, @side: (nullable). @faint: no longer in force. Returns: (transfer floating). */
GtkWidget *pamong_section_row (const char *title, const char *words, const char *side, gboolean faint);
/** pamong_section_title: over a part. Returns: (transfer floating). */
GtkWidget *pamong_section_title (const char *words);
/** pamong_section_hint: one line that says what a part is for. Returns: (transfer floating). */
GtkWidget *pamong_section_hint (const char *words);
/** pamong_section_tell: a refusal that belongs to no field. */
void pamong_section_tell (GtkWidget *parent, const char *heading, const char *words);
