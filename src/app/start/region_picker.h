/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "domain/events.h"
#include <gtk/gtk.h>

/* Choose one of the 459 regions by typing: the list under the entry narrows with each letter. */
#define PAMONG_TYPE_REGION_PICKER (pamong_region_picker_get_type ())
G_DECLARE_FINAL_TYPE (PamongRegionPicker, pamong_region_picker, PAMONG, REGION_PICKER, GtkBox)
/* Signal: "changed" (): another region, or none. */
GtkWidget *pamong_region_picker_new (void);
/** pamong_region_picker_set_level: which regions stand in the list: villages, districts, or the regency (chosen at once). */
void pamong_region_picker_set_level (PamongRegionPicker *picker, PamongLevel level);
const char *pamong_region_picker_area (PamongRegionPicker *picker); /* (nullable) */
GtkWidget *pamong_region_picker_entry (PamongRegionPicker *picker);
