/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "office/desk.h"
#include <gtk/gtk.h>

/* Forgot the password: recovery code and a new password; then the next code is shown and must be noted. */
#define PAMONG_TYPE_RECOVER (pamong_recover_get_type ())
G_DECLARE_FINAL_TYPE (PamongRecover, pamong_recover, PAMONG, RECOVER, GtkBox)
/* Signals: "recovered" (account uid): signed in with the new password, the next code noted; "left" (): back to signing in. */
GtkWidget *pamong_recover_new (PamongDesk *desk, const char *account_uid);
