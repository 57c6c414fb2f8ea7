/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "domain/error.h"
#include "domain/letter_type.h"

/* Types of letters as data, the facts a page is filled from, and what their conditions mean. */

static PamongLetterFacts *
some_facts (void)
{
  PamongLetterFacts *facts = pamong_letter_facts_new ();

  pamong_letter_facts_set (facts, "subject.name", "SULASTRI");
  pamong_letter_facts_set (facts, "subject.birth_date", "2007-04-15");
  pamong_letter_facts_set (facts, "letter.date", "2026-04-14");
  pamong_letter_facts_set (facts, "answer.tanggal", "2026-04-28");
  pamong_letter_facts_set (facts, "answer.jenis", "Tetap");
  pamong_letter_facts_set (facts, "answer.berat", "900");
  pamong_letter_facts_set_cell (facts, "family", pamong_letter_facts_add_row (facts, "family"), "name", "PARJAN");
  return facts;
}

static void
test_facts (void)
{
  g_autoptr (PamongLetterFacts) facts = some_facts ();
  g_autoptr (PamongLetterFacts) copy = pamong_letter_facts_copy (facts);
  g_autofree const char **keys = pamong_letter_facts_keys (facts), **lists = pamong_letter_facts_lists (facts), **columns = pamong_letter_facts_columns (facts, "family", 0);

  g_assert_cmpstr (keys[0], ==, "answer.berat");
  g_assert_cmpstr (keys[5], ==, "subject.name");
  g_assert_null (keys[6]);
  g_assert_cmpstr (lists[0], ==, "family");
  g_assert_cmpstr (columns[0], ==, "name");
  pamong_letter_facts_set (facts, "subject.name", " A\tB\x01" "C ");
  g_assert_cmpstr (pamong_letter_facts_get (facts, "subject.name"), ==, "A B C");
  g_assert_cmpstr (pamong_letter_facts_get (copy, "subject.name"), ==, "SULASTRI");
  pamong_letter_facts_set (facts, "subject.name", "");
  g_assert_cmpstr (pamong_letter_facts_get (facts, "subject.name"), ==, "");
  pamong_letter_facts_clear_list (facts, "family");
  g_assert_cmpuint (pamong_letter_facts_n_rows (facts, "family"), ==, 0);
  g_assert_cmpstr (pamong_letter_facts_cell (copy, "family", 0, "name"), ==, "PARJAN");
  g_assert_cmpstr (pamong_letter_facts_cell (copy, "family", 7, "name"), ==, "");
}

static void
test_values (void)
{
  static const struct { const char *key, *value; } cases[] = {
    { "subject.name", "SULASTRI" }, { "family.n", "1" }, { "heirs.n", "0" }, { "umur(subject.birth_date,answer.tanggal)", "19" }, { "umur(subject.birth_date,letter.date)", "18" },
    { "hari(letter.date,answer.tanggal)", "14" }, { "hari_kerja(letter.date,answer.tanggal)", "10" }, { "hari_kerja(answer.tanggal,letter.date)", "0" }, { "umur(none,letter.date)", "" } };
  g_autoptr (PamongLetterFacts) facts = some_facts ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *value = pamong_letter_value (cases[i].key, facts, NULL, 0);

      g_assert_cmpstr (value, ==, cases[i].value);
    }
}

static void
test_conditions (void)
{
  static const struct { const char *condition; gboolean holds; } cases[] = {
    { "subject.name", TRUE }, { "!subject.name", FALSE }, { "subject.nik", FALSE }, { "!subject.nik", TRUE }, { "family", TRUE }, { "heirs", FALSE }, { "answer.jenis=tetap", TRUE },
    { "answer.jenis=Sementara | Tetap", TRUE }, { "answer.jenis!=Tetap", FALSE }, { "answer.jenis!=x&family", TRUE }, { "answer.berat<1000", TRUE }, { "answer.berat>=900", TRUE }, { "answer.berat>900", FALSE },
    { "answer.none<5", FALSE }, { "answer.none>5", FALSE }, { "answer.tanggal>letter.date", TRUE }, { "answer.tanggal<letter.date", FALSE }, { "umur(subject.birth_date,answer.tanggal)<21", TRUE },
    { "umur(subject.birth_date,answer.tanggal)<19", FALSE }, { "hari_kerja(letter.date,answer.tanggal)<10", FALSE } };
  g_autoptr (PamongLetterFacts) facts = some_facts ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    if (pamong_condition_holds (cases[i].condition, facts, NULL, 0) != cases[i].holds)
      g_error ("%s", cases[i].condition);
  g_assert_true (pamong_condition_holds ("name=PARJAN", facts, "family", 0));
  g_assert_false (pamong_condition_holds ("name=PARJAN", facts, NULL, 0));
}

static void
test_broken (void)
{
  static const char *const cases[] = {
    "", "[letter]\nabout=x\n", "[letter]\nname=x\nnmae=y\n", "[letter]\nname=x\nrank=many\n", "[letter]\nname=x\nevent=party\n", "[letter]\nname=x\nintroduction=yes\n",
    "[letter]\nname=x\n[field a]\nlabel=A\ntype=code:nothing\n", "[letter]\nname=x\n[field a]\nlabel=A\ntype=choice\n", "[letter]\nname=x\n[field a]\ntype=text\n",
    "[letter]\nname=x\n[person]\nlabel=x\n", "[letter]\nname=x\n[column a.b]\nlabel=x\n", "[letter]\nname=x\n[warning a]\nwhen=b\n", "name=x" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      if (pamong_letter_type_parse ("x", cases[i], "", &error) != NULL)
        g_error ("taken: %s", cases[i]);
      g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
    }
}

static void
test_missing (void)
{
  static const char *ini = "[letter]\nname=X\nvalid_months=1\n[person subject]\nlabel=Orang\nrequired=true\n[person heirs]\nlabel=Waris\nmany=true\n[column heirs.relation]\nlabel=Hubungan\nrequired=true\n"
                           "[field a]\nlabel=A\nrequired=true\n[field b]\nlabel=B\nrequired=true\nshow=answer.a=x\n[warning w]\nwhen=answer.a=y\nwords=W\nstops=true\n";
  g_autoptr (PamongLetterType) type = pamong_letter_type_parse ("x", ini, "", NULL);
  g_autoptr (PamongLetterFacts) facts = pamong_letter_facts_new ();
  g_auto (GStrv) first = pamong_letter_type_missing (type, facts), second = NULL;
  g_autoptr (GPtrArray) warnings = NULL;
  g_autofree char *until = pamong_letter_type_valid_until (type, "2026-01-31"), *hash = pamong_letter_type_hash (type);

  g_assert_cmpuint (g_strv_length (first), ==, 2);
  pamong_letter_facts_set (facts, "subject.name", "SITI");
  pamong_letter_facts_set (facts, "answer.a", "x");
  pamong_letter_facts_add_row (facts, "heirs");
  second = pamong_letter_type_missing (type, facts);
  g_assert_cmpstr (second[0], ==, "Hubungan");
  g_assert_cmpstr (second[1], ==, "B");
  g_assert_null (second[2]);
  pamong_letter_facts_set (facts, "answer.a", "y");
  warnings = pamong_letter_type_warnings (type, facts);
  g_assert_cmpuint (warnings->len, ==, 1);
  g_assert_true (((PamongLetterWarning *) warnings->pdata[0])->stops);
  g_assert_cmpstr (until, ==, "2026-02-28");
  g_assert_cmpuint (strlen (hash), ==, 64);
}

/* What an office has of its own wins; no path leads out of the forms. */
static void
test_built_in (void)
{
  GPtrArray *types = pamong_letter_types ();
  g_autofree char *form = pamong_letter_form ("F-1.03"), *none = pamong_letter_form ("../sktm/letter.ini"), *other = pamong_letter_form ("F-9.99");

  g_assert_cmpuint (types->len, ==, 49);
  g_assert_cmpstr (((PamongLetterType *) types->pdata[0])->key, ==, "sktm");
  g_assert_nonnull (pamong_letter_types_find ("nikah"));
  g_assert_null (pamong_letter_types_find ("none"));
  g_assert_nonnull (form);
  g_assert_null (none);
  g_assert_null (other);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/letters/facts", test_facts);
  g_test_add_func ("/domain/letters/values", test_values);
  g_test_add_func ("/domain/letters/conditions", test_conditions);
  g_test_add_func ("/domain/letters/broken", test_broken);
  g_test_add_func ("/domain/letters/missing", test_missing);
  g_test_add_func ("/domain/letters/built-in", test_built_in);
  return g_test_run ();
}
