/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/residents/person.h"
#include <gtk/gtk.h>

/* The tab Keluarga: who stands on the same card; a row opens that person. */
#define PAMONG_TYPE_RELATIVES (pamong_relatives_get_type ())
G_DECLARE_FINAL_TYPE (PamongRelatives, pamong_relatives, PAMONG, RELATIVES, GtkWidget)
/* Signal: "open" (uid). */
GtkWidget *pamong_relatives_new (void);
void pamong_relatives_show (PamongRelatives *relatives, const PamongPerson *person, const char *today);
