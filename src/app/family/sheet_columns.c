/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/family/sheet_columns.h"
#include <glib/gi18n.h>

#define UNMARRIED 1
#define INDONESIAN 1

/* What a column is too narrow for is shown by its short word. */
static const PamongSheetColumn columns[PAMONG_SHEET_CELLS] = {
  { 0, PAMONG_RESIDENT_NAME, 217, TRUE, TRUE, N_ ("Full name") },
  { 0, PAMONG_RESIDENT_NIK, 178, FALSE, TRUE, N_ ("NIK") },
  { 0, PAMONG_RESIDENT_SEX, 44, FALSE, TRUE, N_ ("M/F") },
  { 0, PAMONG_RESIDENT_BIRTH_PLACE, 116, FALSE, TRUE, N_ ("Place of birth") },
  { 0, PAMONG_RESIDENT_BIRTH_DATE, 116, FALSE, TRUE, N_ ("Date of birth") },
  { 0, PAMONG_RESIDENT_RELIGION, 82, FALSE, TRUE, N_ ("Religion") },
  { 0, PAMONG_RESIDENT_EDUCATION, 134, FALSE, TRUE, N_ ("Education") },
  { 0, PAMONG_RESIDENT_OCCUPATION, 146, FALSE, TRUE, N_ ("Occupation") },
  { 0, PAMONG_RESIDENT_BLOOD_TYPE, 48, FALSE, TRUE, N_ ("Blood") },
  { 1, PAMONG_RESIDENT_MARITAL_STATUS, 206, TRUE, FALSE, N_ ("Marital state") },
  { 1, PAMONG_RESIDENT_MARRIAGE_DATE, 115, FALSE, TRUE, N_ ("Married on") },
  { 1, PAMONG_RESIDENT_SHDK, 152, FALSE, FALSE, N_ ("Place in family") },
  { 1, PAMONG_RESIDENT_NATIONALITY, 112, FALSE, TRUE, N_ ("Citizenship") },
  { 1, PAMONG_RESIDENT_PASSPORT, 108, FALSE, TRUE, N_ ("Passport no.") },
  { 1, PAMONG_RESIDENT_KITAS, 108, FALSE, TRUE, N_ ("KITAS no.") },
  { 1, PAMONG_RESIDENT_FATHER_NAME, 140, FALSE, TRUE, N_ ("Father") },
  { 1, PAMONG_RESIDENT_MOTHER_NAME, 140, FALSE, TRUE, N_ ("Mother") },
};

const PamongSheetColumn *
pamong_card_column (int cell)
{
  g_return_val_if_fail (cell >= 0 && cell < PAMONG_SHEET_CELLS, NULL);
  return &columns[cell];
}

int
pamong_sheet_cell_of (int field)
{
  for (int i = 0; i < PAMONG_SHEET_CELLS; i++)
    if (columns[i].field == field)
      return i;
  return -1;
}

gboolean
pamong_sheet_skips (int cell, const PamongRecord *resident)
{
  int field = columns[cell].field;

  if (pamong_record_is_set (resident, field))
    return FALSE;
  if (field == PAMONG_RESIDENT_MARRIAGE_DATE)
    return pamong_record_int (resident, PAMONG_RESIDENT_MARITAL_STATUS) == UNMARRIED;
  if (field == PAMONG_RESIDENT_PASSPORT || field == PAMONG_RESIDENT_KITAS)
    return pamong_record_int (resident, PAMONG_RESIDENT_NATIONALITY) == INDONESIAN;
  return FALSE;
}
