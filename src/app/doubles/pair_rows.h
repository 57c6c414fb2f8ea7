/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/residents/person.h"

/* Two records of perhaps one person, as they stand side by side. No widgets here. */

#define PAMONG_PAIR_FIELDS 4

/** PamongPairRow: one field that is filled on either side, or all fields of one merge group, which go together. @fields: none = which record stays.
 * @texts: of the left and the right record; "" = empty. */
typedef struct {
  int fields[PAMONG_PAIR_FIELDS];
  guint n_fields;
  char *label, *texts[2];
  gboolean differs, is_number; /* sixteen digits, masked unless revealed */
} PamongPairRow;
void pamong_pair_row_free (PamongPairRow *row);
gboolean pamong_pair_row_has (const PamongPairRow *row, int field);

/** pamong_pair_rows: Returns: (transfer full) (element-type PamongPairRow): first who they are, then their fields in the order of the screen. */
GPtrArray *pamong_pair_rows (const PamongPerson *const *people, gboolean revealed, gboolean with_village, const char *today);
/** pamong_pair_row_mark: how the two sides stand to each other, in a word. Returns: (transfer none). */
const char *pamong_pair_row_mark (const PamongPairRow *row);
