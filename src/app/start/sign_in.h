/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "office/desk.h"
#include <gtk/gtk.h>

/* Who works here: choose, type the password, Enter. Works without a network. */
#define PAMONG_TYPE_SIGN_IN (pamong_sign_in_get_type ())
G_DECLARE_FINAL_TYPE (PamongSignIn, pamong_sign_in, PAMONG, SIGN_IN, GtkWidget)
/* Signal: "signed-in" (account uid). */
/** pamong_sign_in_new: @store: read during this call only. @account: (nullable): uid or name chosen at first. */
GtkWidget *pamong_sign_in_new (PamongDesk *desk, PamongStore *store, const char *account);
/** pamong_sign_in_tell_password: practice: the password stands there, and is typed already. */
void pamong_sign_in_tell_password (PamongSignIn *sign_in, const char *password);
