/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/cell_value.h"

#include "domain/data.h"
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

static PamongSheetCellKind
kind_of (const char *word)
{
  static const char *const kinds[] = { "empty", "text", "number", "date", "error" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i], word) == 0)
      return (PamongSheetCellKind) i;
  g_assert_not_reached ();
}

static char *
stored (const PamongRecord *record, int field)
{
  if (!pamong_record_is_set (record, field))
    return g_strdup ("");
  if (pamong_record_text (record, field) != NULL)
    return g_strdup (pamong_record_text (record, field));
  return g_strdup_printf ("%" G_GINT64_FORMAT, pamong_record_int (record, field));
}

/* What was there before stays when the cell says nothing or cannot be. */
static void
check_row (char **row)
{
  PamongKind kind = (PamongKind) pamong_kind_from_name (row[0]);
  const PamongField *field = pamong_field_find (kind, row[1]);
  int index = (int) (field - pamong_field_get (kind, 0));
  g_autoptr (PamongRecord) record = pamong_record_new (kind, "35.22.28.2004");
  PamongSheetCell cell = { .kind = kind_of (row[2]), .text = row[3], .number = g_ascii_strtod (row[3], NULL) };
  g_autoptr (GError) error = NULL;
  g_autofree char *value = NULL;
  gboolean taken = pamong_sheet_cell_take (&cell, record, index, NULL, &error);

  g_test_message ("%s %s “%s”: %s", row[1], row[2], row[3], error != NULL ? error->message : "taken");
  value = stored (record, index);
  g_assert_nonnull (field);
  g_assert_cmpstr (value, ==, row[4]);
  g_assert_cmpint (taken, ==, *row[5] == '\0');
  g_assert_true (taken || (error->domain == PAMONG_ERROR && strstr (error->message, row[5]) != NULL));
}

static void
test_values (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "exchange", "data", "values.csv", NULL), *text = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  rows = pamong_csv_parse (text, NULL);
  g_assert_cmpuint (rows->len, >, 50);
  for (guint i = 0; i < rows->len; i++)
    check_row (rows->pdata[i]);
}

static void
test_their_codes (void)
{
  g_autoptr (PamongRecord) record = pamong_record_new (PAMONG_KIND_RESIDENT, "35.22.28.2004");
  g_autoptr (GHashTable) codes = g_hash_table_new (NULL, NULL);
  PamongSheetCell cell = { .kind = PAMONG_SHEET_CELL_NUMBER, .text = "89", .number = 89 };

  g_hash_table_insert (codes, GINT_TO_POINTER (89), GINT_TO_POINTER (99));
  g_assert_true (pamong_sheet_cell_take (&cell, record, PAMONG_RESIDENT_OCCUPATION, codes, NULL));
  g_assert_cmpint (pamong_record_int (record, PAMONG_RESIDENT_OCCUPATION), ==, 99);
  g_assert_true (pamong_sheet_cell_take (&cell, record, PAMONG_RESIDENT_OCCUPATION, NULL, NULL));
  g_assert_cmpint (pamong_record_int (record, PAMONG_RESIDENT_OCCUPATION), ==, 89);
}

static void
test_blank_leaves (void)
{
  g_autoptr (PamongRecord) record = pamong_record_new (PAMONG_KIND_RESIDENT, "35.22.28.2004");
  PamongSheetCell cell = { .kind = PAMONG_SHEET_CELL_TEXT, .text = " \xc2\xa0- " };

  pamong_record_set_text (record, PAMONG_RESIDENT_NAME, "SITI");
  g_assert_true (pamong_sheet_cell_is_blank (&cell));
  g_assert_true (pamong_sheet_cell_take (&cell, record, PAMONG_RESIDENT_NAME, NULL, NULL));
  g_assert_cmpstr (pamong_record_text (record, PAMONG_RESIDENT_NAME), ==, "SITI");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, PAMONG_BUILD_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cell-value/values", test_values);
  g_test_add_func ("/cell-value/their-codes", test_their_codes);
  g_test_add_func ("/cell-value/blank-leaves", test_blank_leaves);
  return g_test_run ();
}
