/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "domain/doubles.h"

/* For the judgement of doubles only: one kind of fact of two people, as one bit of #PamongDoubleReason. */

/** pamong_double_compare_names: of variant keys. Returns: NAME_SAME, _NEAR, _SHORTER or _DIFFERS. */
guint pamong_double_compare_names (const char *one, const char *other);
/** pamong_double_compare_births: Returns: a BIRTH_ bit. */
guint pamong_double_compare_births (gint one, gint other);
/** pamong_double_compare_niks: Returns: a NIK_ bit. */
guint pamong_double_compare_niks (const PamongDoubleFacts *one, const PamongDoubleFacts *other);
