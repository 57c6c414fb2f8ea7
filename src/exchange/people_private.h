/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "exchange/people.h"

/* One person, cell by cell: for the readers of rows and of blocks. */

/** PamongPersonReading: @area: the village the records are for; @person: valid until the next one begins. @village, @district: their names in this row; @place, @code: the names looked up last,
 * and what they stand for. */
typedef struct {
  const char *area;
  PamongSheetPerson person;
  char *village, *district, *place, *code;
} PamongPersonReading;
void pamong_person_init (PamongPersonReading *reading, const char *area);
void pamong_person_clear (PamongPersonReading *reading);
void pamong_person_begin (PamongPersonReading *reading, const char *sheet, guint row);
/** pamong_person_end: after the last cell: the village by its name. */
void pamong_person_end (PamongPersonReading *reading);
/** pamong_person_take: what stands in @cell below @column, the @index-th from 0, of row @row. What cannot be taken becomes a problem. */
void pamong_person_take (PamongPersonReading *reading, const PamongColumn *column, guint row, guint index, const PamongSheetCell *cell);
