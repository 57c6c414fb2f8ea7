/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "store/search.h"
#include <gtk/gtk.h>

/* Finds a family by No. KK or by anybody on it: type, choose from the list under the entry. */
#define PAMONG_TYPE_FAMILY_PICKER (pamong_family_picker_get_type ())
G_DECLARE_FINAL_TYPE (PamongFamilyPicker, pamong_family_picker, PAMONG, FAMILY_PICKER, GtkWidget)
/* Signal: "changed" (). */
/** pamong_family_picker_new: @empty: what stands under the entry while nothing is chosen. */
GtkWidget *pamong_family_picker_new (PamongStore *store, PamongSearch *search, const char *empty);
/** pamong_family_picker_chosen: Returns: (nullable) (transfer none): the family's uid. */
const char *pamong_family_picker_chosen (PamongFamilyPicker *picker);
/** pamong_family_picker_choose: @family_uid: (nullable). */
void pamong_family_picker_choose (PamongFamilyPicker *picker, const char *family_uid);
/** pamong_family_picker_type: as typed. */
void pamong_family_picker_type (PamongFamilyPicker *picker, const char *text);
