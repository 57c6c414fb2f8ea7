/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "store/residents.h"

/* The figures of Beranda: who lives in which dusun, of which age and sex, and what is to be done. Living residents only, as Penduduk counts them. */

#define PAMONG_AGE_YEARS 5
#define PAMONG_AGE_GROUPS 16 /* 0-4 … 70-74, 75 and over */

/** PamongDusunFigures: @dusun is "" for people whose family has none. Completeness in tenths of a percent, -1 without residents. */
typedef struct { char *dusun; gint64 residents, families, filled, completeness; } PamongDusunFigures;

/** PamongFigures: @ages by sex (0 male, 1 female) and group; @no_age: without sex or birth date, so that all together are counts.residents.
 * @no_nik, @unfilled, @clashes: residents with that mark. @waiting: what Menunggu Dukcapil lists. @target: 0 = none was set.
 * @target_source, @target_date: (nullable): where it is from, and of which day, YYYY-MM-DD. */
typedef struct {
  PamongCounts counts;
  gint64 target;
  char *target_source, *target_date;
  GPtrArray *dusun; /* (element-type PamongDusunFigures): by name, those without one last */
  gint64 ages[2][PAMONG_AGE_GROUPS], no_age;
  gint64 unfilled, clashes, waiting, no_nik;
} PamongFigures;
/** pamong_figures_read: @area: a village. @today: YYYY-MM-DD, what ages are counted by. Returns: (transfer full). */
PamongFigures *pamong_figures_read (PamongStore *store, const char *area, const char *today, GError **error);
void pamong_figures_free (PamongFigures *figures);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongFigures, pamong_figures_free)
/** pamong_figures_place: what the centre told of the village @area; it derives the uid of a place from its code. Returns: (transfer full) (nullable): NULL without
 * @error where nothing came yet. */
PamongRecord *pamong_figures_place (PamongStore *store, const char *area, GError **error);
/** pamong_figures_coverage: capaian. Returns: tenths of a percent of @target; -1 when there is none. */
gint64 pamong_figures_coverage (gint64 residents, gint64 target);
/** pamong_figures_changed: residents and families about whom something was written since @since, here or elsewhere, by village.
 * Returns: (transfer full) (element-type utf8 gint64): pointers to gint64. */
GHashTable *pamong_figures_changed (PamongStore *store, gint64 since, GError **error);
