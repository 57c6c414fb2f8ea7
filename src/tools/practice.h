/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "domain/record.h"
#include "store/store.h"

/* Synthetic people, the same for the same seed and village: names, ages and families as the regency's, none of them anybody. */
typedef struct _PamongPractice PamongPractice;
/** pamong_practice_new: also makes uids follow the seed until freed. @village: code; part of the seed, so that two villages never share a uid. */
PamongPractice *pamong_practice_new (guint32 seed, const char *village);
void pamong_practice_free (PamongPractice *practice);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongPractice, pamong_practice_free)
/** pamong_practice_set_dirt: from now on cards have the dirt of real base data (data/practice/dirt.csv). */
void pamong_practice_set_dirt (PamongPractice *practice, guint32 seed);
/** pamong_practice_next: Returns: (transfer full): the next family card, with at most @room members. */
PamongFamilyCard *pamong_practice_next (PamongPractice *practice, guint room);

/** PamongPracticeFigures: what pamong_practice_fill_area() made. */
typedef struct { guint villages, residents, families; } PamongPracticeFigures;
/** pamong_practice_fill_area: every village below the region @area, in bulk, into @store, which holds nobody yet; sizes follow data/practice/districts.csv. */
gboolean pamong_practice_fill_area (PamongStore *store, const char *area, guint32 seed, gboolean dirt, PamongPracticeFigures *figures, GError **error);
