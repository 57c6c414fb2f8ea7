/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/rules.h"

#include <glib/gi18n.h>
#include <locale.h>

/* What a person reads of this room, in Indonesian, as the program shows it. */

static gboolean
is_same_in_both (const char *label)
{
  static const char *const same[] = { "NIK", "RT", "RW", "KTP-el", "NIP", "NIPD", "Logo", "Desil", NULL };

  return g_strv_contains (same, label);
}

static void
test_every_label (void)
{
  for (int kind = 0; kind < PAMONG_N_KINDS; kind++)
    {
      guint n;
      const PamongField *fields = pamong_kind_fields (kind, &n);

      for (guint i = 0; i < n; i++)
        {
          g_test_message ("%s", fields[i].label);
          g_assert_true (is_same_in_both (fields[i].label) || !g_str_equal (_(fields[i].label), fields[i].label));
        }
    }
}

static void
test_refusal (void)
{
  g_autoptr (PamongRecord) record = pamong_record_new (PAMONG_KIND_RESIDENT, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (pamong_record_parse (record, PAMONG_RESIDENT_BIRTH_DATE, "31-02-1990", &error));
  g_assert_cmpstr (error->message, ==, "Tanggal lahir: tanggal “31-02-1990” tidak ada. Ketik tanggal, bulan, tahun, misalnya 17-08-1985.");
  g_clear_error (&error);
  g_assert_false (pamong_record_parse (record, PAMONG_RESIDENT_OCCUPATION, "buruh", &error));
  g_assert_cmpstr (error->message, ==, "Pekerjaan: “buruh” tidak ada di daftar. Ketik nomornya atau huruf awalnya, lalu pilih.");
}

static const PamongFinding *
find (GPtrArray *findings, const char *rule, int field)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const PamongFinding *finding = findings->pdata[i];
      if (g_str_equal (finding->rule, rule) && finding->field == field)
        return finding;
    }
  g_assert_not_reached ();
}

static void
test_findings (void)
{
  g_autoptr (PamongRecord) record = pamong_record_new (PAMONG_KIND_RESIDENT, NULL);
  g_autoptr (PamongFamilyCard) card = pamong_family_card_new (NULL);
  g_autoptr (GPtrArray) findings = pamong_findings_new ();
  PamongFacts facts = { .today = "2026-11-24" };

  pamong_record_set_text (record, PAMONG_RESIDENT_NAME, "SITI AMINAH");
  pamong_record_set_text (record, PAMONG_RESIDENT_BIRTH_DATE, "2090-01-01");
  pamong_rules_check_resident (record, NULL, &facts, findings);
  g_assert_cmpstr (find (findings, "field-missing", PAMONG_RESIDENT_BIRTH_PLACE)->message, ==, "Tempat lahir SITI AMINAH belum diisi.");
  g_assert_cmpstr (find (findings, "date-future", PAMONG_RESIDENT_BIRTH_DATE)->message, ==, "Tanggal lahir SITI AMINAH di masa depan: 01-01-2090.");

  pamong_record_clear (record, PAMONG_RESIDENT_NAME);
  g_ptr_array_set_size (findings, 0);
  pamong_rules_check_resident (record, NULL, &facts, findings);
  g_assert_cmpstr (find (findings, "name-missing", PAMONG_RESIDENT_NAME)->message, ==, "Nama belum diisi.");
  g_assert_cmpstr (find (findings, "nik-missing", PAMONG_RESIDENT_NIK)->message, ==, "Penduduk ini belum punya NIK.");

  g_ptr_array_add (card->members, pamong_record_copy (record));
  g_ptr_array_set_size (findings, 0);
  pamong_rules_check_family (card, TRUE, &facts, findings);
  g_assert_cmpstr (find (findings, "name-missing", PAMONG_RESIDENT_NAME)->message, ==, "Nama baris 1 belum diisi.");
  g_assert_cmpstr (find (findings, "head-count-new", -1)->message, ==, "Di kartu ini ada 0 kepala keluarga; seharusnya satu.");
}

int
main (int argc, char **argv)
{
  g_autofree char *words = g_build_filename (PAMONG_BUILD_LOCALEDIR, "id", "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  if (!g_file_test (words, G_FILE_TEST_EXISTS))
    {
      g_print ("1..0 # SKIP the Indonesian words are not built\n");
      return 0;
    }
  bindtextdomain (GETTEXT_PACKAGE, PAMONG_BUILD_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_test_add_func ("/words/every-label", test_every_label);
  g_test_add_func ("/words/refusal", test_refusal);
  g_test_add_func ("/words/findings", test_findings);
  return g_test_run ();
}
