/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "domain/doubles.h"

/* For the finder only: whom to compare at all. */

/** PamongDoublesHitFunc: @one and @other are no NONE. */
typedef void (*PamongDoublesHitFunc) (const PamongDoubleFacts *one, const PamongDoubleFacts *other, gpointer data);
/** pamong_doubles_compare_all: gives each pair that agrees in something worth a look to the judge, and what is found to @hit, a pair perhaps more than once. Never
 * everybody with everybody: of a thousand with one name and day each is compared with those who stand nearest by parents, day and house. @people: (element-type
 * PamongDoubleFacts), texts of one #PamongDoubleTexts. @broken: (nullable) (atomic). Returns: FALSE when broken off. */
gboolean pamong_doubles_compare_all (const GArray *people, gint *broken, PamongDoublesHitFunc hit, gpointer data);
