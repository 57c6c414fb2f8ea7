/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "office/office.h"

/* Synthetic people for benches: common Javanese names, families of four, one village. The same seed gives the same people. */

/** people_office: Returns: (transfer full): a village's office in a new folder, filled with @n people by office acts.
 * @changes_per_second: (out) (optional): captured changes a second while filling. */
PamongOffice *people_office (guint n, double *changes_per_second);
/** people_close: closes it and removes the folder. */
void people_close (PamongOffice *office);
/** people_p95: sorts @times (element-type double). Returns: the 95th percentile. */
double people_p95 (GArray *times);
/** people_elapsed: Returns: milliseconds since @since (g_get_monotonic_time). */
double people_elapsed (gint64 since);
/** people_scan: the raw bound of what goes through everybody: every column of every resident and family read once. Returns: milliseconds. */
double people_scan (PamongOffice *office);
