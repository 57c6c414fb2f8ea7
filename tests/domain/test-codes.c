/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/codes.h"
#include "domain/data.h"
#include "domain/events.h"
#include "domain/fields.h"

#include <string.h>

static char **
list_names (void)
{
  char **files = pamong_data_list ("codes");

  for (gsize i = 0; files[i] != NULL; i++)
    files[i][strlen (files[i]) - strlen (".csv")] = '\0';
  return files;
}

static void
test_registry_lists_exist (void)
{
  for (int kind = 0; kind < PAMONG_N_KINDS; kind++)
    {
      guint n;
      const PamongField *fields = pamong_kind_fields (kind, &n);

      for (guint i = 0; i < n; i++)
        {
          g_test_message ("%s.%s", pamong_kind_name (kind), fields[i].key);
          g_assert_true ((fields[i].type == PAMONG_TYPE_CODE) == (fields[i].codes != NULL));
          if (fields[i].codes != NULL)
            g_assert_nonnull (pamong_codes_list (fields[i].codes));
        }
    }
}

static void
test_lists_are_sound (void)
{
  g_auto (GStrv) names = list_names ();

  for (gsize i = 0; names[i] != NULL; i++)
    {
      GPtrArray *list = pamong_codes_list (names[i]);

      if (g_str_equal (names[i], "aliases"))
        continue;
      g_test_message ("%s", names[i]);
      g_assert_cmpuint (list->len, >, 1);
      for (guint c = 0; c < list->len; c++)
        {
          const PamongCode *code = list->pdata[c];
          g_autofree char *upper = g_utf8_strup (code->label, -1);

          g_assert_cmpstr (code->label, !=, "");
          g_assert_cmpstr (code->label, ==, upper);
          g_assert_cmpstr (code->display, !=, "");
          if (c > 0)
            g_assert_cmpint (code->code, >, ((PamongCode *) list->pdata[c - 1])->code);
          g_assert_true (pamong_codes_find (names[i], code->code) == code);
          g_assert_cmpint (pamong_codes_parse (names[i], code->label), ==, code->code);
          g_assert_cmpint (pamong_codes_parse (names[i], code->display), ==, code->code);
        }
    }
}

/* The file as it is, so that a row the reader would skip is seen. */
static void
test_files_have_unique_codes (void)
{
  g_auto (GStrv) names = list_names ();

  for (gsize i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_strdup_printf ("codes/%s.csv", names[i]);
      g_autofree char *text = pamong_data_text (path);
      g_auto (GStrv) header = NULL;
      g_autoptr (GPtrArray) rows = pamong_csv_parse (text, &header);
      g_autofree char *columns = g_strjoinv (",", header);

      if (g_str_equal (names[i], "aliases"))
        continue;
      g_test_message ("%s", names[i]);
      g_assert_cmpstr (columns, ==, "code,label,display,short,valid_from,valid_to,source");
      g_assert_cmpuint (rows->len, ==, pamong_codes_list (names[i])->len);
      for (guint r = 0; r < rows->len; r++)
        g_assert_cmpstr (((char **) rows->pdata[r])[6], !=, "");
    }
}

static void
test_aliases_point_at_codes (void)
{
  g_autofree char *text = pamong_data_text ("codes/aliases.csv");
  g_autoptr (GPtrArray) rows = pamong_csv_parse (text, NULL);

  g_assert_cmpuint (rows->len, >, 50);
  for (guint i = 0; i < rows->len; i++)
    {
      char **row = rows->pdata[i];
      int code = (int) g_ascii_strtoll (row[2], NULL, 10);

      g_test_message ("%s %s", row[0], row[1]);
      g_assert_nonnull (pamong_codes_find (row[0], code));
      g_assert_cmpint (pamong_codes_parse (row[0], row[1]), ==, code);
    }
}

static void
test_sizes (void)
{
  g_assert_cmpuint (pamong_codes_list ("pekerjaan")->len, ==, 99);
  g_assert_cmpuint (pamong_codes_list ("shdk")->len, ==, 11);
  g_assert_cmpuint (pamong_codes_list ("pendidikan_kk")->len, ==, 10);
  g_assert_cmpuint (pamong_codes_list ("golongan_darah")->len, ==, 13);
  /* What a village must not keep is not there to be chosen. */
  g_assert_null (pamong_codes_list ("sakit_menahun"));
  g_assert_null (pamong_codes_list (NULL));
}

static void
test_enums_match_data (void)
{
  static const struct { const char *list; int code; const char *label; } rows[] = {
    { "peristiwa", PAMONG_EVENT_OPENING, "PENDATAAN AWAL" }, { "peristiwa", PAMONG_EVENT_BIRTH, "LAHIR" }, { "peristiwa", PAMONG_EVENT_DEATH, "MENINGGAL" },
    { "peristiwa", PAMONG_EVENT_MOVE_OUT, "PINDAH KELUAR" }, { "peristiwa", PAMONG_EVENT_ARRIVAL, "DATANG" }, { "peristiwa", PAMONG_EVENT_MISSING, "HILANG" },
    { "peristiwa", PAMONG_EVENT_AWAY, "PERGI" }, { "peristiwa", PAMONG_EVENT_RETURNED, "KEMBALI" }, { "peristiwa", PAMONG_EVENT_REMOVED, "DIKELUARKAN DARI DAFTAR" },
    { "peristiwa", PAMONG_EVENT_FAMILY_OPENING, "KELUARGA DIDAFTAR" }, { "peristiwa", PAMONG_EVENT_FAMILY_SPLIT, "PISAH KK" },
    { "peristiwa", PAMONG_EVENT_FAMILY_JOIN, "NUMPANG KK" }, { "peristiwa", PAMONG_EVENT_HEAD_CHANGE, "GANTI KEPALA KELUARGA" },
    { "peristiwa", PAMONG_EVENT_MOVE_INSIDE, "PINDAH RUMAH DALAM DESA" }, { "peristiwa", PAMONG_EVENT_CANCEL, "DIBATALKAN" },
    { "tugas", PAMONG_DUTY_OPERATOR, "OPERATOR" }, { "tugas", PAMONG_DUTY_SECRETARY, "SEKRETARIS" }, { "tugas", PAMONG_DUTY_HEAD, "KEPALA" },
    { "tugas", PAMONG_DUTY_TRAINER, "PELATIH" }, { "tugas", PAMONG_DUTY_SERVICE, "KASI PELAYANAN UMUM" }, { "tugas", PAMONG_DUTY_KEEPER, "PENGELOLA DATA" },
    { "status_dasar", PAMONG_STATUS_ALIVE, "HIDUP" }, { "status_dasar", PAMONG_STATUS_DEAD, "MENINGGAL" }, { "status_dasar", PAMONG_STATUS_MOVED, "PINDAH" },
    { "status_dasar", PAMONG_STATUS_MISSING, "HILANG" }, { "status_dasar", PAMONG_STATUS_AWAY, "PERGI" }, { "status_dasar", PAMONG_STATUS_VOID, "DIKELUARKAN DARI DAFTAR" },
    { "jenis_kelamin", PAMONG_SEX_MALE, "LAKI-LAKI" }, { "jenis_kelamin", PAMONG_SEX_FEMALE, "PEREMPUAN" },
    { "shdk", PAMONG_SHDK_HEAD, "KEPALA KELUARGA" }, { "shdk", PAMONG_SHDK_HUSBAND, "SUAMI" }, { "shdk", PAMONG_SHDK_WIFE, "ISTRI" },
    { "shdk", PAMONG_SHDK_CHILD, "ANAK" }, { "shdk", PAMONG_SHDK_IN_LAW, "MENANTU" }, { "shdk", PAMONG_SHDK_GRANDCHILD, "CUCU" }, { "shdk", PAMONG_SHDK_PARENT, "ORANG TUA" },
    { "status_kawin", PAMONG_MARITAL_SINGLE, "BELUM KAWIN" }, { "status_kawin", PAMONG_MARITAL_MARRIED, "KAWIN" },
    { "pekerjaan", PAMONG_OCCUPATION_NONE, "BELUM/TIDAK BEKERJA" }, { "pekerjaan", PAMONG_OCCUPATION_PUPIL, "PELAJAR/MAHASISWA" },
    { "status_hamil", PAMONG_PREGNANT_YES, "HAMIL" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const PamongCode *code = pamong_codes_find (rows[i].list, rows[i].code);
      g_assert_nonnull (code);
      g_assert_cmpstr (code->label, ==, rows[i].label);
    }
  g_assert_cmpuint (pamong_codes_list ("peristiwa")->len, ==, 19);
  g_assert_cmpuint (pamong_codes_list ("tugas")->len, ==, 6);
  g_assert_cmpuint (pamong_codes_list ("status_dasar")->len, ==, 6);
}

static void
test_parse (void)
{
  static const struct { const char *list, *text; int code; } rows[] = {
    { "agama", "KATHOLIK", 3 }, { "agama", "katolik", 3 }, { "agama", "Budha", 5 }, { "agama", "BUDDHA", 5 }, { "agama", "3", 3 }, { "agama", "8", 0 },
    { "jenis_kelamin", "L", 1 }, { "jenis_kelamin", "Lk", 1 }, { "jenis_kelamin", "P", 2 }, { "jenis_kelamin", "Pr", 2 }, { "jenis_kelamin", "LAKI LAKI", 1 },
    { "status_kawin", "BK", 1 }, { "status_kawin", "K", 2 }, { "status_kawin", "CH", 3 }, { "status_kawin", "CM", 4 }, { "status_kawin", "kawin", 2 },
    { "status_kawin", "KAWIN BELUM TERCATAT", 2 }, { "status_kawin", "CERAI", 0 },
    { "golongan_darah", "Tdk Th", 13 }, { "golongan_darah", "a", 1 }, { "golongan_darah", "A+", 5 }, { "golongan_darah", "ab-", 10 }, { "golongan_darah", "O-", 12 },
    { "pendidikan_kk", "Strata-II", 9 }, { "pendidikan_kk", "STRATA II", 9 }, { "pendidikan_kk", "Tidak/Blm Sekolah", 1 },
    { "pendidikan_kk", "Tidak Tamat SD/Sederajat", 2 }, { "pendidikan_kk", "Akademi/Diploma III/Sarjana Muda", 7 }, { "pendidikan_kk", "SLTA", 5 }, { "pendidikan_kk", "SMA", 5 },
    { "pekerjaan", "petani", 9 }, { "pekerjaan", "PETANI / PEKEBUN", 9 }, { "pekerjaan", "PNS", 5 }, { "pekerjaan", "buruh", 0 }, { "pekerjaan", "99", 99 },
    { "pekerjaan", "100", 0 }, { "pekerjaan", "", 0 }, { "pekerjaan", "   ", 0 }, { "pekerjaan", "9x", 0 }, { "pekerjaan", "-9", 9 }, { "pekerjaan", "\xff", 0 },
    { "shdk", "Orangtua", 7 }, { "shdk", "ISTERI", 3 }, { "disabilitas", "CACAT FISIK", 1 }, { "disabilitas", "TIDAK CACAT", 7 },
    { "status_dasar", "PINDAH LUAR NEGERI", 3 }, { "no_such_list", "1", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s %" G_GSIZE_FORMAT, rows[i].list, i);
      g_assert_cmpint (pamong_codes_parse (rows[i].list, rows[i].text), ==, rows[i].code);
    }
}

static void
assert_matches (const char *list, const char *text, const char *expected)
{
  g_autoptr (GPtrArray) found = pamong_codes_match (list, text);
  g_autoptr (GString) codes = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (codes, "%s%d", i > 0 ? " " : "", ((PamongCode *) found->pdata[i])->code);
  g_test_message ("%s", text);
  g_assert_cmpstr (codes->str, ==, expected);
}

static void
test_match (void)
{
  assert_matches ("agama", "", "1 2 3 4 5 6 7");
  assert_matches ("agama", "ka", "3");
  assert_matches ("agama", "budh", "5");
  assert_matches ("agama", "katho", "3");
  assert_matches ("shdk", "1", "1 10 11");
  assert_matches ("shdk", "k", "1");
  assert_matches ("pekerjaan", "9", "9 90 91 92 93 94 95 96 97 98 99");
  assert_matches ("pekerjaan", "tani", "9 20");
  assert_matches ("pekerjaan", "DPRD", "62 63");
  assert_matches ("status_kawin", "k", "2 1");
  assert_matches ("golongan_darah", "A", "1 3 5 6 9 10");
  assert_matches ("agama", "zzz", "");
}

static void
test_display (void)
{
  g_assert_cmpstr (pamong_codes_display ("pekerjaan", 2), ==, "Mengurus rumah tangga");
  g_assert_cmpstr (pamong_codes_display ("pendidikan_kk", 3), ==, "Tamat SD/sederajat");
  g_assert_cmpstr (pamong_codes_display ("kewarganegaraan", 1), ==, "WNI");
  g_assert_cmpstr (pamong_codes_display ("pekerjaan", 0), ==, "");
  g_assert_cmpstr (pamong_codes_display ("pekerjaan", 777), ==, "777");
  g_assert_cmpstr (pamong_codes_find ("shdk", 1)->short_label, ==, "Kepala");
  g_assert_cmpstr (pamong_codes_find ("pendidikan_kk", 5)->short_label, ==, "SLTA");
  g_assert_null (pamong_codes_find ("shdk", -1));
}

static void
test_status_and_level_names (void)
{
  for (int status = 1; status <= 9; status++)
    if (pamong_codes_find ("status_dasar", status) != NULL)
      g_assert_cmpint (pamong_status_from_name (pamong_status_name (status)), ==, status);
  for (int level = PAMONG_LEVEL_VILLAGE; level <= PAMONG_LEVEL_REGENCY; level++)
    g_assert_cmpint (pamong_level_from_name (pamong_level_name (level)), ==, level);
  g_assert_cmpint (pamong_status_from_name ("asleep"), ==, 0);
  g_assert_cmpint (pamong_level_from_name (NULL), ==, 0);
  g_assert_cmpint (pamong_event_status (PAMONG_EVENT_OPENING), ==, PAMONG_STATUS_ALIVE);
  g_assert_cmpint (pamong_event_status (PAMONG_EVENT_REMOVED), ==, PAMONG_STATUS_VOID);
  g_assert_cmpint (pamong_event_status (PAMONG_EVENT_FAMILY_SPLIT), ==, 0);
}

static void
assert_title (const char *code, const char *expected)
{
  g_autofree char *title = pamong_regions_title (code);

  g_assert_cmpstr (title, ==, expected);
}

static void
test_regions (void)
{
  g_autoptr (GPtrArray) districts = pamong_regions_children ("35.22");
  guint n_villages = 0, n_kelurahan = 0;

  g_assert_cmpuint (districts->len, ==, 28);
  for (guint i = 0; i < districts->len; i++)
    {
      g_autoptr (GPtrArray) villages = pamong_regions_children (((PamongRegion *) districts->pdata[i])->code);

      n_villages += villages->len;
      for (guint v = 0; v < villages->len; v++)
        n_kelurahan += g_str_equal (((PamongRegion *) villages->pdata[v])->type, "kelurahan");
    }
  g_assert_cmpuint (n_villages, ==, 430);
  g_assert_cmpuint (n_kelurahan, ==, 11);
  assert_title ("35.22.28.2001", "Desa Gayam");
  assert_title ("35.22.15.1001", "Kelurahan Jetak");
  assert_title ("35.22.28", "Kecamatan Gayam");
  assert_title ("35.22", "Kabupaten Bojonegoro");
  assert_title ("99.99", "99.99");
  g_assert_true (pamong_regions_contains ("35.22.28", "35.22.28.2001"));
  g_assert_true (pamong_regions_contains ("35.22.28", "35.22.28"));
  g_assert_false (pamong_regions_contains ("35.22.2", "35.22.28"));
  g_assert_false (pamong_regions_contains ("35.22.28.2001", "35.22.28"));
  g_assert_false (pamong_regions_contains ("", "35.22"));
  g_assert_null (pamong_regions_find (NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/codes/registry-lists-exist", test_registry_lists_exist);
  g_test_add_func ("/codes/lists-are-sound", test_lists_are_sound);
  g_test_add_func ("/codes/files-have-unique-codes", test_files_have_unique_codes);
  g_test_add_func ("/codes/aliases-point-at-codes", test_aliases_point_at_codes);
  g_test_add_func ("/codes/sizes", test_sizes);
  g_test_add_func ("/codes/enums-match-data", test_enums_match_data);
  g_test_add_func ("/codes/parse", test_parse);
  g_test_add_func ("/codes/match", test_match);
  g_test_add_func ("/codes/display", test_display);
  g_test_add_func ("/codes/status-and-level-names", test_status_and_level_names);
  g_test_add_func ("/codes/regions", test_regions);
  return g_test_run ();
}
