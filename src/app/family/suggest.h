/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "domain/record.h"

/** pamong_suggest_member: what member @row of a card most likely has in @field, from the rows above and from the member's own NIK. A suggestion is shown
 * and taken by a person, never stored by itself. @members: (element-type PamongRecord): the rows so far, @row among them. @today: YYYY-MM-DD.
 * @value: (out): cleared first. Returns: FALSE when nothing can be said. */
gboolean pamong_suggest_member (GPtrArray *members, guint row, int field, const char *today, PamongValue *value);
