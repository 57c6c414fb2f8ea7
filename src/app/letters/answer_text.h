/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "domain/letter_type.h"

/* What an answer of a letter looks like: typed, shown, kept. Kept are days as YYYY-MM-DD, money and figures as digits, codes as numbers, a yes as "1". No widgets here. */

/** pamong_answer_read: @text as typed. Returns: (transfer full): as it is kept, "" when empty; NULL when it means nothing: the message says what may stand there. */
char *pamong_answer_read (const PamongLetterField *field, const char *text, GError **error);
/** pamong_answer_show: Returns: (transfer full): @kept as a person reads it: 12-04-2026, Rp1.250.000, "5 SLTA". */
char *pamong_answer_show (const PamongLetterField *field, const char *kept);
