/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/residents/person.h"
#include <gtk/gtk.h>

/* The tab Biodata: label and value of every field that says something, numbers masked until they are asked for. */
#define PAMONG_TYPE_BIODATA (pamong_biodata_get_type ())
G_DECLARE_FINAL_TYPE (PamongBiodata, pamong_biodata, PAMONG, BIODATA, GtkWidget)
/* Signal: "reveal" (): the numbers are wanted in full. */
GtkWidget *pamong_biodata_new (void);
/** pamong_biodata_show: @person: (nullable). Numbers are masked unless @revealed. */
void pamong_biodata_show (PamongBiodata *biodata, const PamongPerson *person, gboolean revealed);
