/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "practice/practice.h"

/** pamong_practice_fill_centre: every village of @area into the ledger of a centre in @dir, which holds nobody yet. It may run meanwhile.
 * A program cut off in between leaves whole villages. INVALID, NOT_FOUND. */
gboolean pamong_practice_fill_centre (const char *dir, const char *area, const PamongPracticeOrder *order, PamongPracticeFigures *figures, GError **error);
