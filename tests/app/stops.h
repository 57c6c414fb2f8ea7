/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "signed_in.h"

/* The way through everything that can be seen: every page, record, form and dialog of the real windows, on a practice village with dirt. What holds everywhere is checked at each stop. */

/** StopCheck: @window: what is in front. @where: for the failure's words. */
typedef void (*StopCheck) (GtkWidget *window, const char *where);

/** stops_practice: a practice store made by pamongctl (PAMONG_CTL). Returns: (transfer full): its folder; stops_drop removes it. */
char *stops_practice (void);
void stops_drop (char *folder);
/** stops_sign_in: Returns: a window on that store, signed in. */
PamongWindow *stops_sign_in (const char *folder, const char *page);
/** stops_dialog: Returns: (nullable) (transfer none): the window in front of @window. */
GtkWidget *stops_dialog (GtkWidget *window);
void stops_close_dialog (GtkWidget *window);
/** stops_start: first run, sign-in, forgotten password, data that cannot be opened. */
void stops_start (StopCheck check);
/** stops_village: every page, record, form and dialog of a village; @check may close a dialog. */
void stops_village (PamongWindow *window, StopCheck check);
/** stops_resident, stops_family: a record seen, written, and a new one. */
void stops_resident (PamongWindow *window, StopCheck check);
void stops_family (PamongWindow *window, StopCheck check);
/** stops_district: the pages of a kecamatan over two villages. */
void stops_district (StopCheck check);
/** stops_regency: the pages of a regency, and a file on its way into three villages and back. */
void stops_regency (StopCheck check);
