/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "domain/record.h"
#include <gtk/gtk.h>

/* The head of a letter as it will print, small: logo, lines, address, a double rule. Paper is white in both styles. */
#define PAMONG_TYPE_LETTERHEAD (pamong_letterhead_get_type ())
G_DECLARE_FINAL_TYPE (PamongLetterhead, pamong_letterhead, PAMONG, LETTERHEAD, GtkWidget)
GtkWidget *pamong_letterhead_new (void);
/** pamong_letterhead_show: @identity as it is being typed. */
void pamong_letterhead_show (PamongLetterhead *letterhead, const PamongRecord *identity);
