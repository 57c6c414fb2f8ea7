/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/page.h"
#include "office/imports.h"

/* Where an import begins: a file to be chosen or dropped, one that was left half-way, and the imports there have been. */
#define PAMONG_TYPE_START_VIEW (pamong_start_view_get_type ())
G_DECLARE_FINAL_TYPE (PamongStartView, pamong_start_view, PAMONG, START_VIEW, GtkWidget)
/* Signals: "file" (path); "open-import" (uid); "drop-import" (uid): forget what was never committed. */
GtkWidget *pamong_start_view_new (PamongSession *session);
/** pamong_start_view_new_over: with @hint over what is known by itself, and @list (transfer floating) in place of the earlier imports. */
GtkWidget *pamong_start_view_new_over (PamongSession *session, const char *hint, GtkWidget *list);
/** pamong_start_view_refresh: reads the lists again. */
void pamong_start_view_refresh (PamongStartView *view);
/** pamong_start_view_say: @words (nullable): why the file last chosen cannot be imported, and the remedy. */
void pamong_start_view_say (PamongStartView *view, const char *words);
/** pamong_start_view_choose: opens the chooser of files, as the button does. */
void pamong_start_view_choose (PamongStartView *view);
