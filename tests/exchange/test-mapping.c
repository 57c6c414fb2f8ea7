/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/mapping.h"
#include "workbook.h"

#include <string.h>

#define PASSWORD "rahasia-desa-1"

static PamongOffice *
start (const char *dir)
{
  g_autofree char *recovery = NULL;
  g_autoptr (GError) error = NULL;

  PamongOffice *office = pamong_office_init (dir, PAMONG_LEVEL_VILLAGE, "35.22.28.2004", "Peserta", PAMONG_DUTY_HEAD, PASSWORD, &recovery, &error);

  g_assert_no_error (error);
  return office;
}

/* "NAMA=resident.name|SEBUTAN=" */
static PamongColumns *
columns_of (const char *text)
{
  PamongColumns *columns = pamong_columns_new (0, 1);
  g_auto (GStrv) parts = g_strsplit (text, "|", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *sign = strchr (parts[i], '=');
      PamongColumn column = { .heading = parts[i] };

      *sign = '\0';
      g_assert_true (pamong_column_resolve (sign + 1, &column));
      pamong_columns_add (columns, &column);
    }
  return columns;
}

static void
assert_columns (PamongColumns *columns, const char *wanted)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < columns->columns->len; i++)
    {
      g_autofree char *name = pamong_column_name (pamong_columns_get (columns, i));
      g_string_append_printf (text, "%s%s=%s", i > 0 ? "|" : "", pamong_columns_get (columns, i)->heading, name);
    }
  g_assert_cmpstr (text->str, ==, wanted);
}

static void
assert_names (PamongStore *store, const char *wanted)
{
  g_auto (GStrv) names = pamong_mapping_names (store);
  g_autofree char *text = g_strjoinv ("|", names);

  g_assert_cmpstr (text, ==, wanted);
}

/* Saved, found by its headings after the program ended, applied by name, dropped. */
static void
test_kept (void)
{
  char *dir = workbook_dir ();
  g_autoptr (PamongOffice) office = start (dir);
  g_autoptr (PamongColumns) saved = columns_of ("NAMA=resident.name|Sebutan [a]=resident.occupation|NO.=|K;K=family.kk_number");
  g_autoptr (PamongColumns) again = columns_of ("nama=resident.name|sebutan (A)=|no=|kk=resident.nik"), other = columns_of ("SEBUTAN A=|JUMLAH=|NIK=resident.nik");
  g_autoptr (GError) error = NULL;
  g_autofree char *found = NULL;

  g_assert_true (pamong_mapping_save (office, " Data RT [3] = a; b ", saved, &error));
  g_assert_no_error (error);
  g_clear_pointer (&office, pamong_office_close);
  office = pamong_office_open (dir, NULL);
  found = pamong_mapping_find (pamong_office_store (office), again);
  g_assert_cmpstr (found, ==, "Data RT [3] = a; b");
  assert_columns (again, "nama=resident.name|sebutan (A)=resident.occupation|no=|kk=family.kk_number");
  g_assert_null (pamong_mapping_find (pamong_office_store (office), other));
  assert_columns (other, "SEBUTAN A=|JUMLAH=|NIK=resident.nik");
  g_assert_true (pamong_mapping_apply (pamong_office_store (office), "Data RT [3] = a; b", other, &error));
  assert_columns (other, "SEBUTAN A=resident.occupation|JUMLAH=|NIK=resident.nik");
  assert_names (pamong_office_store (office), "Data RT [3] = a; b");
  /* The same headings under a new name: one of them stays. */
  g_assert_true (pamong_mapping_save (office, "RT 4", saved, &error));
  assert_names (pamong_office_store (office), "RT 4");
  g_assert_true (pamong_mapping_drop (office, "RT 4", &error));
  assert_names (pamong_office_store (office), "");
  workbook_clean (dir);
}

/* A file of the next month is read as the one before. */
static void
test_used (void)
{
  char *dir = workbook_dir (), *files = workbook_dir ();
  g_autoptr (PamongOffice) office = start (dir);
  static const Table own = { "Data", "NAMA|NIK|NO KK|SEBUTAN\nSITI|||PETANI", FALSE }, siak = { "Data", "Nomor KK|NIK|Nama Penduduk|Petugas Registrasi\n||SITI|BUDI", FALSE };
  g_autofree char *path = workbook_tables (files, "data.xlsx", &own, 1), *other = workbook_tables (files, "siak.xlsx", &siak, 1), *name = NULL, *letters = NULL;
  g_autoptr (PamongSource) first = pamong_source_open (path, NULL, NULL), next = pamong_source_open (path, NULL, NULL), flat = pamong_source_open (other, NULL, NULL);
  const PamongField *occupation = pamong_field_get (PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_OCCUPATION);

  g_assert_null (pamong_source_column (first, occupation));
  g_assert_true (pamong_columns_set (pamong_source_columns (first), 3, "resident.occupation"));
  g_assert_true (pamong_mapping_save (office, "RT 3", pamong_source_columns (first), NULL));
  name = pamong_mapping_use (pamong_office_store (office), next);
  g_assert_cmpstr (name, ==, "RT 3");
  letters = pamong_source_column (next, occupation);
  g_assert_cmpstr (letters, ==, "D");
  g_assert_null (pamong_mapping_use (pamong_office_store (office), flat));
  workbook_clean (files);
  workbook_clean (dir);
}

static void
test_refused (void)
{
  char *dir = workbook_dir ();
  g_autoptr (PamongOffice) office = start (dir);
  g_autoptr (PamongColumns) named = columns_of ("NAMA=resident.name"), bare = columns_of ("=resident.name|=resident.nik");
  g_autoptr (GError) error = NULL;

  g_assert_false (pamong_mapping_save (office, "  ", named, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (pamong_mapping_save (office, "RT 3", bare, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (pamong_mapping_apply (pamong_office_store (office), "RT 3", named, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (pamong_mapping_drop (office, "RT 3", &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_NOT_FOUND);
  workbook_clean (dir);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mapping/kept", test_kept);
  g_test_add_func ("/mapping/used", test_used);
  g_test_add_func ("/mapping/refused", test_refused);
  return g_test_run ();
}
