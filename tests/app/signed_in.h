/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/shell/window.h"
#include "drive.h"
#include "fixture.h"

/** signed_in: a window on the store at @dir (closed before), signed in as @account. */
PamongWindow *signed_in (const char *dir, const char *account, const char *password, const char *page);
/** signed_in_fill: what the page in front counts beside the window is there. */
void signed_in_fill (PamongWindow *window);
/** signed_out: closes the window and lets its desk end. */
void signed_out (PamongWindow *window);
GtkWidget *signed_in_content (PamongWindow *window);
