/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "domain/record.h"

/* What a field looks like as text: typed, and shown. No widgets here. */

/** pamong_field_text_filter: what may stand in @field while typing: digits only for NIK, RT and RW, capitals for names, no control characters.
 * @text: @length bytes. Returns: (transfer full). */
char *pamong_field_text_filter (const PamongField *field, const char *text, int length);
/** pamong_field_text_max: Returns: the most characters @field takes while typing. */
int pamong_field_text_max (const PamongField *field);
/** pamong_field_text_read: @value: (out): what @text means. FALSE: nothing this field can hold; the message names field and remedy. */
gboolean pamong_field_text_read (const PamongField *field, const char *text, PamongValue *value, GError **error);
/** pamong_field_text_show: Returns: (transfer full): dates dd-mm-yyyy, codes with number and word ("5 SLTA"); sex and blood type by their letters. "" when empty.
 * @compact: the short word, for a cell of the sheet. */
char *pamong_field_text_show (const PamongField *field, const PamongValue *value, gboolean compact);
