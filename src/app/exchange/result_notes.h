/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "office/imports.h"
#include <gtk/gtk.h>

/* What is to be known of a file as a whole, each in a band with what to do about it: columns nobody reads, a file of somewhere else. */

/** pamong_result_notes_new: hidden while there is nothing to say. */
GtkWidget *pamong_result_notes_new (void);
/** pamong_result_notes_show: reads them of the import @uid anew. */
void pamong_result_notes_show (GtkWidget *notes, PamongStore *store, const char *uid);
