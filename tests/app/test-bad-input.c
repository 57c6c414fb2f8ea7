/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people type wrong on a family card: the rule that speaks, the cell that has the focus, what is saved, and that nothing typed is lost. */
#include "family_fixture.h"
#include "app/style.h"
#include "store/store.h"

static gboolean
is_saved (Fixture *f)
{
  g_autoptr (PamongRecord) family = pamong_store_family (pamong_session_store (f->session), card_fields[0], NULL);

  return family != NULL;
}

static void
retype (Fixture *f, int field, int row, const char *text)
{
  gtk_widget_grab_focus (GTK_WIDGET (cell (f, PAMONG_KIND_RESIDENT, field, row)));
  enter (f, text);
}

/* Save says no by @rule, and the operator stands in the cell. */
static void
assert_refused (Fixture *f, const char *rule, int field, int row)
{
  const PamongFinding *finding;

  act (f, "card.save");
  finding = pamong_finding_strip_finding (strip (f));
  g_assert_nonnull (finding);
  g_assert_cmpstr (finding->rule, ==, rule);
  g_assert_cmpint (finding->severity, ==, PAMONG_SEVERITY_BLOCK);
  g_assert_true (*finding->message != '\0' && *finding->remedy != '\0');
  g_assert_true (has_focus (f, cell (f, PAMONG_KIND_RESIDENT, field, row)));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (cell (f, PAMONG_KIND_RESIDENT, field, row)), "error"));
  g_assert_false (is_saved (f));
}

static void
test_dates (void)
{
  g_autoptr (Fixture) f = fixture_new ();

  enter_all (f, card_fields);
  enter_all (f, head);
  retype (f, PAMONG_RESIDENT_BIRTH_DATE, 0, "12-08-2090");
  assert_refused (f, "date-future", PAMONG_RESIDENT_BIRTH_DATE, 0);
  g_assert_cmpstr (text_of (f, PAMONG_RESIDENT_BIRTH_DATE, 0), ==, "12-08-2090");
  retype (f, PAMONG_RESIDENT_BIRTH_DATE, 0, "31-02-1990");
  assert_refused (f, "form.text", PAMONG_RESIDENT_BIRTH_DATE, 0);
  g_assert_cmpstr (text_of (f, PAMONG_RESIDENT_BIRTH_DATE, 0), ==, "31-02-1990");
  retype (f, PAMONG_RESIDENT_BIRTH_DATE, 0, "12-08-1976");
  act (f, "card.save");
  g_assert_true (is_saved (f));
}

static void
test_numbers (void)
{
  g_autoptr (Fixture) f = fixture_new ();

  enter_all (f, card_fields);
  enter_all (f, head);
  retype (f, PAMONG_RESIDENT_NIK, 0, "35220412087600");
  act (f, "card.save");
  g_assert_true (has_focus (f, cell (f, PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_NIK, 0)));
  g_assert_false (is_saved (f));
  retype (f, PAMONG_RESIDENT_NIK, 0, card_fields[0]);
  assert_refused (f, "nik-is-kk", PAMONG_RESIDENT_NIK, 0);
  retype (f, PAMONG_RESIDENT_NIK, 0, head[1]);
  act (f, "card.save");
  g_assert_true (is_saved (f));
}

/* Nobody is held up for a number Dukcapil has not given. */
static void
test_no_nik (void)
{
  g_autoptr (Fixture) f = fixture_new ();

  enter_all (f, card_fields);
  enter (f, "sukinem");
  for (int i = 0; i < 2; i++)
    enter (f, "");
  retype (f, PAMONG_RESIDENT_SEX, 0, "P");
  retype (f, PAMONG_RESIDENT_BIRTH_DATE, 0, "01-01-1948");
  retype (f, PAMONG_RESIDENT_SHDK, 0, "1");
  act (f, "card.save");
  g_assert_true (is_saved (f));
}

static void
test_taken (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  g_autoptr (PamongRecord) other = NULL;
  const PamongFinding *finding;

  enter_all (f, card_fields);
  enter_all (f, head);
  act (f, "card.save");
  enter (f, "3522281404190119");
  enter_all (f, card_fields + 1);
  enter_all (f, head); /* the same NIK once more */
  act (f, "card.save");
  finding = pamong_finding_strip_finding (strip (f));
  g_assert_nonnull (finding);
  g_assert_cmpstr (finding->rule, ==, "nik-taken");
  g_assert_nonnull (strstr (finding->message, "SUTRISNO"));
  g_assert_nonnull (finding->other_uid); /* "Buka datanya" */
  g_assert_true (has_focus (f, cell (f, PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_NIK, 0)));
  other = pamong_store_family (pamong_session_store (f->session), "3522281404190119", NULL);
  g_assert_null (other);
}

static void
test_two_heads (void)
{
  g_autoptr (Fixture) f = fixture_new ();

  enter_all (f, card_fields);
  enter_all (f, head);
  enter_all (f, wife);
  retype (f, PAMONG_RESIDENT_SHDK, 1, "1");
  act (f, "card.save");
  g_assert_nonnull (pamong_finding_strip_finding (strip (f)));
  g_assert_cmpint (pamong_finding_strip_finding (strip (f))->severity, ==, PAMONG_SEVERITY_BLOCK);
  g_assert_false (is_saved (f));
  retype (f, PAMONG_RESIDENT_SHDK, 1, "3");
  act (f, "card.save");
  g_assert_true (is_saved (f));
}

/* Letters of any kind are letters: no markup, nothing cut, no line broken. */
static void
test_names (void)
{
  static const char *const names[] = { "<b>&\"'</b>", "SITI 😀 AMINAH", "O'NEIL \"X\"", NULL };
  g_autoptr (Fixture) f = fixture_new ();
  g_autoptr (GString) wide = g_string_new (NULL);

  for (int i = 0; i < 99; i++)
    g_string_append (wide, "A ");
  g_string_append (wide, "BC"); /* 200 letters */
  enter_all (f, card_fields);
  enter_all (f, head);
  for (int i = 0; names[i]; i++)
    {
      retype (f, PAMONG_RESIDENT_NAME, 0, names[i]);
      g_assert_cmpstr (text_of (f, PAMONG_RESIDENT_NAME, 0), ==, i == 0 ? "<B>&\"'</B>" : names[i]);
    }
  retype (f, PAMONG_RESIDENT_NAME, 0, "su\ttris\x01no\nhadi");
  g_assert_null (strpbrk (text_of (f, PAMONG_RESIDENT_NAME, 0), "\t\n\x01"));
  retype (f, PAMONG_RESIDENT_NAME, 0, names[0]);
  retype (f, PAMONG_RESIDENT_FATHER_NAME, 0, wide->str);
  g_assert_cmpstr (text_of (f, PAMONG_RESIDENT_FATHER_NAME, 0), ==, wide->str);
  act (f, "card.save");
  g_assert_false (is_saved (f)); /* no name has 200 letters */
  g_assert_nonnull (strstr (pamong_finding_strip_finding (strip (f))->message, "<B>&\"'</B>"));
  g_assert_true (has_focus (f, cell (f, PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_FATHER_NAME, 0)));
  g_assert_cmpstr (text_of (f, PAMONG_RESIDENT_FATHER_NAME, 0), ==, wide->str);
  retype (f, PAMONG_RESIDENT_NAME, 0, "sutrisno");
  retype (f, PAMONG_RESIDENT_FATHER_NAME, 0, "sukimin");
  act (f, "card.save");
  g_assert_true (is_saved (f));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  pamong_style_load ();
  g_test_add_func ("/bad-input/dates", test_dates);
  g_test_add_func ("/bad-input/numbers", test_numbers);
  g_test_add_func ("/bad-input/no-nik", test_no_nik);
  g_test_add_func ("/bad-input/taken", test_taken);
  g_test_add_func ("/bad-input/two-heads", test_two_heads);
  g_test_add_func ("/bad-input/names", test_names);
  return g_test_run ();
}
