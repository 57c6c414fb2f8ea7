/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "domain/record.h"

/* What is wrong with real base data, put into synthetic cards: shares in data/practice/dirt.csv. The same seed gives the same dirt. */
typedef struct _PamongDirt PamongDirt;
PamongDirt *pamong_dirt_new (guint32 seed, const char *village);
void pamong_dirt_free (PamongDirt *dirt);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongDirt, pamong_dirt_free)
/** pamong_dirt_soil: spoils a clean card here and there. @room: how many more people it may take (doubles of people seen before). */
void pamong_dirt_soil (PamongDirt *dirt, PamongFamilyCard *card, guint room);
/** pamong_dirt_planted: Returns: (transfer none) (element-type utf8): uids, two by two: a person and the double of it. */
GPtrArray *pamong_dirt_planted (PamongDirt *dirt);
