/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/residents/person.h"
#include <gtk/gtk.h>

/* The panel beside the list: one resident, read only. Its buttons activate the actions of the group "resident" that the page installs:
 * edit, edit-field (i), reveal, family, join, remove, put-back, close. */
#define PAMONG_TYPE_RESIDENT_DETAIL (pamong_resident_detail_get_type ())
G_DECLARE_FINAL_TYPE (PamongResidentDetail, pamong_resident_detail, PAMONG, RESIDENT_DETAIL, GtkWidget)
/* Signal: "open" (uid): a relative was chosen. */

/** pamong_resident_detail_new: @level: a district reads only: no buttons that write, and the village in the second line. */
GtkWidget *pamong_resident_detail_new (PamongStore *store, PamongLevel level);
/** pamong_resident_detail_show: reads @uid anew. FALSE: nobody there; the panel is as before. */
gboolean pamong_resident_detail_show (PamongResidentDetail *detail, const char *uid, GError **error);
/** pamong_resident_detail_reveal: shows the numbers in full until another resident is shown. The caller has logged it. */
void pamong_resident_detail_reveal (PamongResidentDetail *detail);
/** pamong_resident_detail_person: Returns: (nullable) (transfer none): who is shown. */
const PamongPerson *pamong_resident_detail_person (PamongResidentDetail *detail);
/** pamong_resident_detail_tab: "biodata", "family", "history". */
void pamong_resident_detail_tab (PamongResidentDetail *detail, const char *tab);
