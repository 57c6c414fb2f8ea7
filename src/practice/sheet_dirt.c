/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/sheet_dirt.h"
#include "domain/data.h"
#include "practice/shares.h"
#include <stdlib.h>
#include <string.h>

/* A number of Excel keeps fifteen digits; the sixteenth becomes 0. */
#define DIGITS_LOST 10

static const char *const months[] = { "JANUARI", "FEBRUARI", "MARET", "APRIL", "MEI", "JUNI", "JULI", "AGUSTUS", "SEPTEMBER", "OKTOBER", "NOVEMBER", "DESEMBER" };

struct _PamongSheetDirt {
  GRand *rand;
  GHashTable *shares;
  GPtrArray *words; /* GStrv: field, code, word */
};

static void
lose_digits (PamongSheetDirt *dirt, PamongCell *cell)
{
  guint64 number = g_ascii_strtoull (cell->text, NULL, 10);

  if (strlen (cell->text) == 16)
    pamong_cell_set_number (cell, (double) (number - number % DIGITS_LOST));
}

static void
turn_date (PamongSheetDirt *dirt, const char *date, PamongCell *cell)
{
  int form = g_rand_int_range (dirt->rand, 0, 3), month = atoi (date + 5);
  g_autofree char *text = NULL;

  if (form == 2 && month >= 1 && month <= 12)
    text = g_strdup_printf ("%d %s %.4s", atoi (date + 8), months[month - 1], date);
  else
    text = g_strdup_printf (form == 0 ? "%.2s-%.2s-%.4s" : "%.2s/%.2s/%.4s", date + 8, date + 5, date);
  pamong_cell_set_text (cell, text);
}

static void
use_old_word (PamongSheetDirt *dirt, const PamongField *field, int code, PamongCell *cell)
{
  g_autoptr (GPtrArray) fitting = g_ptr_array_new ();

  for (guint i = 0; i < dirt->words->len; i++)
    {
      char **row = dirt->words->pdata[i];

      if (g_strv_length (row) == 3 && g_str_equal (row[0], field->key) && atoi (row[1]) == code)
        g_ptr_array_add (fitting, row[2]);
    }
  if (fitting->len > 0)
    pamong_cell_set_text (cell, fitting->pdata[g_rand_int_range (dirt->rand, 0, (gint32) fitting->len)]);
}

static void
soil_dusun (PamongCell *cell)
{
  g_autofree char *text = g_strconcat ("DUSUN ", cell->text, NULL);

  pamong_cell_set_text (cell, text);
}

PamongSheetDirt *
pamong_sheet_dirt_new (guint32 seed, const char *village)
{
  PamongSheetDirt *dirt = g_new0 (PamongSheetDirt, 1);
  guint32 seeds[3] = { seed, g_str_hash (village), 1963 };
  g_autofree char *words = pamong_data_text ("practice/old_words.csv");

  dirt->rand = g_rand_new_with_seed_array (seeds, 3);
  dirt->shares = pamong_shares_read ();
  dirt->words = pamong_csv_parse (words, NULL);
  return dirt;
}

void
pamong_sheet_dirt_free (PamongSheetDirt *dirt)
{
  g_rand_free (dirt->rand);
  g_hash_table_unref (dirt->shares);
  g_ptr_array_unref (dirt->words);
  g_free (dirt);
}

void
pamong_sheet_dirt_soil (PamongSheetDirt *dirt, const PamongField *field, const PamongRecord *record, PamongCell *cell)
{
  gboolean is_text = cell->type == PAMONG_CELL_TEXT;

  if (cell->type == PAMONG_CELL_EMPTY)
    return;
  if (field->type == PAMONG_TYPE_NIK && is_text && pamong_shares_happens (dirt->shares, dirt->rand, "sheet_nik_number"))
    lose_digits (dirt, cell);
  else if (field->type == PAMONG_TYPE_DATE && is_text && pamong_shares_happens (dirt->shares, dirt->rand, "sheet_date_form"))
    turn_date (dirt, pamong_record_text (record, field->index), cell);
  else if (field->type == PAMONG_TYPE_CODE && pamong_shares_happens (dirt->shares, dirt->rand, "sheet_old_word"))
    use_old_word (dirt, field, (int) pamong_record_int (record, field->index), cell);
  else if (field->type == PAMONG_TYPE_RTRW && is_text && pamong_shares_happens (dirt->shares, dirt->rand, "sheet_rt_short"))
    pamong_cell_set_number (cell, atoi (cell->text));
  else if (field->kind == PAMONG_KIND_FAMILY && field->index == PAMONG_FAMILY_DUSUN && pamong_shares_happens (dirt->shares, dirt->rand, "sheet_dusun_word"))
    soil_dusun (cell);
}
