/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/shell/shell.h"
#include <adwaita.h>

/** PamongStart: what the command line asked for. @dir: the data folder. @account: (nullable): sign in without asking, password from
 * @password. @page: (nullable): page to show. @open: (nullable): record to show, "resident:<uid or NIK>" or "family:<uid or No. KK>". @desk: (nullable): open already, signing in: pamong_window_signed_in() will follow. */
typedef struct {
  char *dir, *account, *password, *page, *open;
  gboolean practice;
  PamongDesk *desk;
} PamongStart;

/* The window from start to end: problem, first run, sign-in, or the shell. It owns the desk and the sync runner. */
#define PAMONG_TYPE_WINDOW (pamong_window_get_type ())
G_DECLARE_FINAL_TYPE (PamongWindow, pamong_window, PAMONG, WINDOW, AdwApplicationWindow)
/* Signal: "ready" (): a screen with which one can work is in the window for the first time. */
GtkWidget *pamong_window_new (GtkApplication *app);
/** pamong_window_start: opens the store at @start->dir and shows what comes first. */
void pamong_window_start (PamongWindow *window, const PamongStart *start);
/** pamong_window_signed_in: the answer to a sign-in begun before the window. @account: (nullable): uid; NULL = refused, ask. */
void pamong_window_signed_in (PamongWindow *window, const char *account);
PamongShell *pamong_window_shell (PamongWindow *window); /* (nullable) */
/** pamong_window_problem: Returns: code of PAMONG_ERROR why the store could not be opened, or -1. */
int pamong_window_problem (PamongWindow *window);
