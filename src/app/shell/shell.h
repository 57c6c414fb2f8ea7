/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/page.h"
#include "app/shell/card_reader.h"

/* The signed-in window: header, navigation, pages, key bar. Pages are made on their first visit and kept. */
#define PAMONG_TYPE_SHELL (pamong_shell_get_type ())
G_DECLARE_FINAL_TYPE (PamongShell, pamong_shell, PAMONG, SHELL, GtkWidget)
/* Signal: "sign-out" (): the person wants to leave; nothing is unsaved. */
GtkWidget *pamong_shell_new (PamongSession *session);
/** pamong_shell_go: @name: page name; NULL = the first page. FALSE when there is none or the page in front asks first. */
gboolean pamong_shell_go (PamongShell *shell, const char *name);
/** pamong_shell_open: goes to the page of that kind and opens the record. */
gboolean pamong_shell_open (PamongShell *shell, PamongKind kind, const char *uid);
/** pamong_shell_open_field: the same for writing, at @field of the kind; -1 = the start. */
gboolean pamong_shell_open_field (PamongShell *shell, PamongKind kind, const char *uid, int field);
PamongPage *pamong_shell_page (PamongShell *shell);
const char *pamong_shell_page_name (PamongShell *shell);
/** pamong_shell_can_close: FALSE: the page in front has unsaved work and asks. */
gboolean pamong_shell_can_close (PamongShell *shell);
/** pamong_shell_reader: for tests. Returns: (transfer none). */
PamongCardReader *pamong_shell_reader (PamongShell *shell);
PamongSession *pamong_shell_session (PamongShell *shell);
