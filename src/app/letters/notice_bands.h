/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <gtk/gtk.h>

/* What is said before a letter is issued: those that stop it first; of each its words, and a button to what it speaks of. */
#define PAMONG_TYPE_NOTICE_BANDS (pamong_notice_bands_get_type ())
G_DECLARE_FINAL_TYPE (PamongNoticeBands, pamong_notice_bands, PAMONG, NOTICE_BANDS, GtkWidget)
/* Signal: "look" (id, uid): at what the notice speaks of. */
GtkWidget *pamong_notice_bands_new (void);
/** pamong_notice_bands_show: @notices: (nullable) (element-type PamongLetterNotice). */
void pamong_notice_bands_show (PamongNoticeBands *bands, GPtrArray *notices);
