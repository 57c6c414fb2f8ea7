/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/layout.h"
#include "domain/codes.h"
#include "domain/error.h"
#include <glib/gstdio.h>

#define AREA "35.22.28.2001"

static PamongLayout *
load (const char *name)
{
  g_autoptr (GError) error = NULL;
  PamongLayout *layout = pamong_layout_load (name, &error);

  g_assert_no_error (error);
  return layout;
}

static guint
column (PamongLayout *layout, const char *heading)
{
  for (guint i = 0; i < pamong_layout_n_columns (layout); i++)
    if (g_str_equal (pamong_layout_heading (layout, i), heading))
      return i;
  g_error ("no column %s", heading);
}

/* The cell as text: "" empty, "=3" a number; "!" before it when the code was lost. */
static char *
cell_of (PamongLayout *layout, const char *heading, const PamongLayoutRow *row, gboolean words)
{
  PamongCell cell = { PAMONG_CELL_EMPTY };
  gboolean kept = pamong_layout_write_cell (layout, column (layout, heading), row, words, &cell);
  char *text = cell.type == PAMONG_CELL_NUMBER ? g_strdup_printf ("%s=%.0f", kept ? "" : "!", cell.number) : g_strdup_printf ("%s%s", kept ? "" : "!", cell.text != NULL ? cell.text : "");

  pamong_cell_clear (&cell);
  return text;
}

static void
assert_cell (PamongLayout *layout, const char *heading, const PamongLayoutRow *row, gboolean words, const char *expected)
{
  g_autofree char *got = cell_of (layout, heading, row, words);

  g_assert_cmpstr (got, ==, expected);
}

static void
test_columns (void)
{
  g_autoptr (PamongLayout) layout = load ("opensid");

  g_assert_cmpstr (pamong_layout_sheet (layout), ==, "Data Penduduk");
  g_assert_cmpuint (pamong_layout_n_columns (layout), ==, 43);
  g_assert_cmpstr (pamong_layout_heading (layout, 0), ==, "alamat");
  g_assert_cmpstr (pamong_layout_heading (layout, 42), ==, "lng");
  g_assert_null (pamong_layout_field (layout, column (layout, "status_dasar")));
  for (guint i = 0; i < 43; i++)
    for (guint j = 0; j < i; j++)
      g_assert_true (pamong_layout_field (layout, i) != pamong_layout_field (layout, j));
  g_assert_cmpint (pamong_layout_find (layout, PAMONG_KIND_RESIDENT, "nik"), ==, 6);
  g_assert_cmpint (pamong_layout_find (layout, PAMONG_KIND_RESIDENT, "phone"), ==, -1);
}

static void
test_values (void)
{
  g_autoptr (PamongLayout) layout = load ("opensid");
  g_autoptr (PamongRecord) resident = pamong_record_new (PAMONG_KIND_RESIDENT, AREA), family = pamong_record_new (PAMONG_KIND_FAMILY, AREA);
  PamongLayoutRow row = { resident, family, PAMONG_STATUS_DEAD }, alone = { resident, NULL, PAMONG_STATUS_ALIVE };

  pamong_record_set_text (family, PAMONG_FAMILY_RT, "001");
  pamong_record_set_text (resident, PAMONG_RESIDENT_BIRTH_DATE, "1990-03-12");
  pamong_record_set_int (resident, PAMONG_RESIDENT_RELIGION, 3);
  pamong_record_set_int (resident, PAMONG_RESIDENT_INSURANCE, 2);
  pamong_record_set_real (resident, PAMONG_RESIDENT_LAT, -7.15);
  assert_cell (layout, "rt", &row, FALSE, "001");
  assert_cell (layout, "rt", &alone, FALSE, "");
  assert_cell (layout, "nik", &row, FALSE, "0");
  assert_cell (layout, "no_kk", &row, FALSE, "");
  assert_cell (layout, "tanggallahir", &row, FALSE, "1990-03-12");
  assert_cell (layout, "agama_id", &row, FALSE, "=3");
  assert_cell (layout, "agama_id", &row, TRUE, "KATHOLIK");
  assert_cell (layout, "id_asuransi", &row, TRUE, "=2");
  assert_cell (layout, "lat", &row, FALSE, "-7.15");
  assert_cell (layout, "status_dasar", &row, FALSE, "=2");
  assert_cell (layout, "status_dasar", &row, TRUE, "MATI");
  pamong_record_set_text (resident, PAMONG_RESIDENT_NIK, "3522281203900001");
  assert_cell (layout, "nik", &row, FALSE, "3522281203900001");
}

/* What OpenSID has no code for is said; the nearest stands there, or nothing. */
static void
test_lost (void)
{
  g_autoptr (PamongLayout) layout = load ("opensid");
  g_autoptr (PamongRecord) resident = pamong_record_new (PAMONG_KIND_RESIDENT, AREA);
  PamongLayoutRow row = { resident, NULL, PAMONG_STATUS_ALIVE };

  pamong_record_set_int (resident, PAMONG_RESIDENT_OCCUPATION, 90);
  assert_cell (layout, "pekerjaan_id", &row, FALSE, "!=89");
  assert_cell (layout, "pekerjaan_id", &row, TRUE, "!LAINNYA");
  pamong_record_set_int (resident, PAMONG_RESIDENT_OCCUPATION, 99);
  assert_cell (layout, "pekerjaan_id", &row, FALSE, "=89");
  assert_cell (layout, "pekerjaan_id", &row, TRUE, "LAINNYA");
  pamong_record_set_int (resident, PAMONG_RESIDENT_OCCUPATION, 40);
  assert_cell (layout, "pekerjaan_id", &row, TRUE, "PENTERJEMAH");
  pamong_record_set_int (resident, PAMONG_RESIDENT_EKTP, 3);
  assert_cell (layout, "ktp_el", &row, FALSE, "!");
}

/* Every code of every list has a cell, and every word but those said to be lost is read back as the same code. */
static void
test_words_come_back (void)
{
  g_autoptr (PamongLayout) layout = load ("opensid");

  for (guint i = 0; i < pamong_layout_n_columns (layout); i++)
    {
      const PamongField *field = pamong_layout_field (layout, i);
      GPtrArray *codes = field != NULL && field->codes != NULL ? pamong_codes_list (field->codes) : NULL;

      for (guint c = 0; codes != NULL && c < codes->len; c++)
        {
          g_autoptr (PamongRecord) resident = pamong_record_new (PAMONG_KIND_RESIDENT, AREA);
          PamongLayoutRow row = { resident, NULL, PAMONG_STATUS_ALIVE };
          int code = ((PamongCode *) codes->pdata[c])->code;
          g_autofree char *text = NULL;

          pamong_record_set_int (resident, field->index, code);
          text = cell_of (layout, pamong_layout_heading (layout, i), &row, TRUE);
          if (*text == '!')
            continue;
          g_test_message ("%s %d: %s", field->key, code, text);
          g_assert_cmpint (pamong_codes_parse (field->codes, text + (*text == '=')), ==, code);
        }
    }
}

static void
refuse (const char *name, int code, const char *words)
{
  g_autoptr (GError) error = NULL;
  PamongLayout *layout = pamong_layout_load (name, &error);

  g_assert_null (layout);
  g_assert_error (error, PAMONG_ERROR, code);
  g_assert_nonnull (strstr (error->message, words));
}

static void
test_bad (void)
{
  g_autofree char *dir = g_dir_make_tmp ("pamong-XXXXXX", NULL), *layouts = g_build_filename (dir, "layouts", NULL);
  static const struct { const char *name, *text, *words; } files[] = {
    { "asing", "[layout]\nsheet=S\n[columns]\nnama=resident.nobody\n", "nama" },
    { "jenis", "[layout]\nsheet=S\n[columns]\nnama=event.type\n", "nama" },
    { "kosong", "[layout]\nsheet=S\n", "layouts/kosong.ini" },
    { "rusak", "[layout\nsheet", "layouts/rusak.ini" },
  };

  refuse ("tidak-ada", PAMONG_ERROR_NOT_FOUND, "opensid");
  refuse ("../codes/agama", PAMONG_ERROR_NOT_FOUND, "opensid");
  g_mkdir (layouts, 0700);
  g_setenv ("PAMONG_DATA_DIR", dir, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *name = g_strconcat (files[i].name, ".ini", NULL), *path = g_build_filename (layouts, name, NULL);

      g_assert_true (g_file_set_contents (path, files[i].text, -1, NULL));
      refuse (files[i].name, PAMONG_ERROR_INVALID, files[i].words);
      g_unlink (path);
    }
  g_unsetenv ("PAMONG_DATA_DIR");
  g_rmdir (layouts);
  g_rmdir (dir);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/columns", test_columns);
  g_test_add_func ("/layout/values", test_values);
  g_test_add_func ("/layout/lost", test_lost);
  g_test_add_func ("/layout/words-come-back", test_words_come_back);
  g_test_add_func ("/layout/bad", test_bad);
  return g_test_run ();
}
