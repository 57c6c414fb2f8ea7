/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "exchange/source.h"
#include "office/office.h"

/* How the columns of a home-made sheet are read, kept by name and found again by its headings. They stay on this computer, in one row of meta beside the register, so that a backup
 * holds them. */

/** pamong_mapping_save: under @name, in place of another of that name or with these headings. INVALID without a name, or when the sheet has no headings to find it by. */
gboolean pamong_mapping_save (PamongOffice *office, const char *name, const PamongColumns *columns, GError **error);
/** pamong_mapping_drop: NOT_FOUND when there is none of that name. */
gboolean pamong_mapping_drop (PamongOffice *office, const char *name, GError **error);
/** pamong_mapping_names: Returns: (transfer full) (array zero-terminated=1). */
char **pamong_mapping_names (PamongStore *store);
/** pamong_mapping_find: reads @columns as the mapping with the same headings does. Returns: (transfer full) (nullable): its name; NULL when there is none, and nothing changed. */
char *pamong_mapping_find (PamongStore *store, PamongColumns *columns);
/** pamong_mapping_apply: reads @columns as the mapping @name does, heading by heading; headings it does not know stay as they are. NOT_FOUND when there is none of that name. */
gboolean pamong_mapping_apply (PamongStore *store, const char *name, PamongColumns *columns, GError **error);
/** pamong_mapping_use: pamong_mapping_find() for a home-made sheet that was just opened; no other is touched. Returns: (transfer full) (nullable): as there. */
char *pamong_mapping_use (PamongStore *store, PamongSource *source);
