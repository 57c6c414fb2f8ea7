/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "domain/record.h"

/* One person on two cards, as lists of an office have them, and two people who only look like one. */

/** pamong_practice_double: Returns: (transfer full): @person typed once more, mostly without NIK: another spelling, a slip in name or date, the mother left out; on no card. */
PamongRecord *pamong_practice_double (GRand *rand, const PamongRecord *person);
/** pamong_practice_twin: Returns: (transfer full) (nullable): born with @child on the same card, by nearly the same name; NULL when @child has no NIK. */
PamongRecord *pamong_practice_twin (GRand *rand, const PamongRecord *child);
/** pamong_practice_namesake: gives @person the name of @other, sometimes the year or the very day too. Parents and NIK stay. */
void pamong_practice_namesake (GRand *rand, PamongRecord *person, const PamongRecord *other);
