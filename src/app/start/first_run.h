/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "office/desk.h"
#include <gtk/gtk.h>

/* The first run in four steps: place, account, recovery code, connect. */
#define PAMONG_TYPE_FIRST_RUN (pamong_first_run_get_type ())
G_DECLARE_FINAL_TYPE (PamongFirstRun, pamong_first_run, PAMONG, FIRST_RUN, GtkWidget)
/* Signal: "finished" (PamongDesk, account uid): the store is there and its first account is signed in. */
GtkWidget *pamong_first_run_new (const char *dir);
/** pamong_first_run_step: Returns: 0 place, 1 account, 2 recovery code, 3 connect. */
int pamong_first_run_step (PamongFirstRun *run);
/** pamong_first_run_desk: Returns: (nullable) (transfer none): the desk once the store is made; to be stopped when the window closes early. */
PamongDesk *pamong_first_run_desk (PamongFirstRun *run);
