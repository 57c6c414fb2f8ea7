/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "store/residents.h"

/* The register read through once, card by card, in the order a village writes it down. Memory does not grow with the people: only the places of the families
 * are put in order, their rows are read one family at a time. */

/** PamongWalkFunc: @family: (nullable): NULL for one person without a family. @members: (element-type PamongRecord): those the query asks for, in the order of a
 * card. @statuses: one for each of them. All of it belongs to the walk, but @members may be stolen (g_ptr_array_steal). Returns: FALSE to stop. */
typedef gboolean (*PamongWalkFunc) (PamongRecord *family, GPtrArray *members, const PamongStatus *statuses, gpointer data);
/** pamong_store_walk: by village, hamlet, RW, RT and No. KK; people without a family stand last, and are not asked for with a hamlet, RW or RT.
 * @query: every filter counts, the order does not. The whole walk sees one state of the file. Returns: TRUE also when @func stopped it. */
gboolean pamong_store_walk (PamongStore *store, const PamongQuery *query, PamongWalkFunc func, gpointer data, GError **error);
