/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/residents/person.h"
#include <gtk/gtk.h>

/* The band above a resident's data: what comes first of all that is to be looked at, with its remedy and the button that goes there. */
#define PAMONG_TYPE_WARNING_STRIP (pamong_warning_strip_get_type ())
G_DECLARE_FINAL_TYPE (PamongWarningStrip, pamong_warning_strip, PAMONG, WARNING_STRIP, GtkWidget)
/** pamong_warning_strip_new: @writes: FALSE where nothing may be changed: no button. */
GtkWidget *pamong_warning_strip_new (gboolean writes);
/** pamong_warning_strip_show: @revealed: numbers in full, as the page shows them. */
void pamong_warning_strip_show (PamongWarningStrip *strip, const PamongPerson *person, gboolean revealed);
