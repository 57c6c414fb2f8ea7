/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "exchange/columns.h"

/* What a column of a sheet may be read as, by the words one chooses it with. */

/** pamong_field_choices: Returns: (transfer none): words of all of them, those every sheet has first; ends with NULL. */
const char *const *pamong_field_choices (void);
/** pamong_field_choices_name: Returns: (transfer none) (nullable): the name @words stand for, as pamong_columns_set() takes it; "" for none; NULL: there is no such field. */
const char *pamong_field_choices_name (const char *words);
/** pamong_field_choices_words: Returns: (transfer none): what @column is read as; "" when nobody reads it. */
const char *pamong_field_choices_words (const PamongColumn *column);
/** pamong_field_choices_order: Returns: where @field stands among the choices. */
guint pamong_field_choices_order (const PamongField *field);
