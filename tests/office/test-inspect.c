/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "office/inspect.h"
#include "office/inspect_doubles.h"
#include "office/inspector.h"
#include "store/scan.h"
#include "store/write.h"

/* Perlu dicek: what the rules say of everybody, and that it goes once mended. */

static guint
count (const PamongInspection *report, const char *rule, const char *uid)
{
  guint n = 0;

  for (guint i = 0; i < report->findings->len; i++)
    {
      const PamongInspected *one = report->findings->pdata[i];

      n += (rule == NULL || g_str_equal (one->rule, rule)) && (uid == NULL || g_str_equal (one->uid, uid));
    }
  return n;
}

static guint
count_now (PamongInspector *inspector, const char *rule, const char *uid)
{
  PamongInspection *report = pamong_inspector_report (inspector);
  guint n = count (report, rule, uid);

  pamong_inspection_free (report);
  return n;
}

static void
refresh (PamongInspector *inspector, const char *uid)
{
  const char *const uids[] = { uid, NULL };
  g_autoptr (GError) error = NULL;

  g_assert_true (pamong_inspector_refresh (inspector, uids, &error));
  g_assert_no_error (error);
}

static void
correct (PamongOffice *office, const PamongRecord *after)
{
  g_autoptr (PamongRecord) record = pamong_record_copy (after);
  g_autoptr (GError) error = NULL;

  g_assert_true (pamong_office_correct_resident (office, record, NULL, &error));
  g_assert_no_error (error);
}

static void
put (PamongWrite *write, PamongRecord *record)
{
  g_autoptr (GError) error = NULL;

  record->version = 1;
  g_assert_true (pamong_write_put (write, record, &error));
  g_assert_no_error (error);
}

/* As it comes over the line: no rule is asked. */
static void
bring (PamongOffice *office, PamongFamilyCard *card)
{
  PamongWrite *write = pamong_write_begin_apply (pamong_office_store (office), NULL);

  put (write, card->family);
  for (guint i = 0; i < card->members->len; i++)
    {
      pamong_record_set_text (fixture_member (card, i), PAMONG_RESIDENT_FAMILY_UID, card->family->uid);
      put (write, fixture_member (card, i));
    }
  g_assert_true (pamong_write_commit (write, NULL, NULL, NULL));
}

static void
test_comes_and_goes (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (PamongFamilyCard) card = fixture_register (office);
  g_autoptr (PamongInspector) inspector = pamong_inspector_new (pamong_office_store (office), NULL);
  PamongRecord *child = fixture_member (card, 2);

  g_assert_true (pamong_inspector_run (inspector, NULL));
  g_assert_cmpuint (count_now (inspector, NULL, NULL), ==, 0);
  pamong_record_clear (child, PAMONG_RESIDENT_RELIGION);
  correct (office, child);
  refresh (inspector, child->uid);
  g_assert_cmpuint (count_now (inspector, "field-missing", child->uid), ==, 1);
  pamong_record_set_int (child, PAMONG_RESIDENT_RELIGION, 1);
  correct (office, child);
  refresh (inspector, child->uid);
  g_assert_cmpuint (count_now (inspector, NULL, NULL), ==, 0);
  g_clear_pointer (&inspector, pamong_inspector_free);
  fixture_close (office);
}

/* A number used twice stands at both, and goes from both when one is mended. */
static void
test_shared_number (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (PamongFamilyCard) card = fixture_register (office), other = fixture_single ("3522280101200002", "3522281208800001", "SARMIN HADI");
  g_autoptr (PamongInspector) inspector = pamong_inspector_new (pamong_office_store (office), NULL), fresh = NULL;
  PamongRecord *head = fixture_member (card, 0), *taker = fixture_member (other, 0);

  g_assert_true (pamong_inspector_run (inspector, NULL));
  bring (office, other);
  refresh (inspector, taker->uid);
  g_assert_cmpuint (count_now (inspector, "nik-taken", head->uid), ==, 1);
  g_assert_cmpuint (count_now (inspector, "nik-taken", taker->uid), ==, 1);
  fresh = pamong_inspector_new (pamong_office_store (office), NULL);
  g_assert_true (pamong_inspector_run (fresh, NULL));
  g_assert_cmpuint (count_now (fresh, NULL, NULL), ==, count_now (inspector, NULL, NULL));
  g_assert_cmpuint (count_now (fresh, "nik-taken", NULL), ==, 2);

  pamong_record_set_text (taker, PAMONG_RESIDENT_NIK, "3522280101700009");
  correct (office, taker);
  refresh (inspector, taker->uid);
  g_assert_cmpuint (count_now (inspector, "nik-taken", NULL), ==, 0);
  g_clear_pointer (&inspector, pamong_inspector_free);
  g_clear_pointer (&fresh, pamong_inspector_free);
  fixture_close (office);
}

/* Who is taken off the list is no longer looked at, nor the card that stands empty then. */
static void
test_taken_off (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (PamongFamilyCard) other = fixture_single ("3522280101200002", NULL, "SARMIN");
  g_autoptr (PamongInspector) inspector = pamong_inspector_new (pamong_office_store (office), NULL);
  g_autoptr (GError) error = NULL;
  const char *uid = fixture_member (other, 0)->uid;

  bring (office, other);
  g_assert_true (pamong_inspector_run (inspector, NULL));
  g_assert_cmpuint (count_now (inspector, "nik-missing", uid), ==, 1);
  g_assert_true (pamong_office_remove_resident (office, uid, "ganda", NULL, NULL, &error));
  g_assert_no_error (error);
  refresh (inspector, uid);
  g_assert_cmpuint (count_now (inspector, NULL, NULL), ==, 0);
  g_clear_pointer (&inspector, pamong_inspector_free);
  fixture_close (office);
}

static gboolean
stop_cb (PamongRecord *family, GPtrArray *members, gpointer data)
{
  guint *seen = data;

  return ++*seen < 2;
}

static void
test_broken_off (void)
{
  PamongOffice *office = fixture_office ();
  gint broken = 1;
  g_autoptr (PamongFamilyCard) card = fixture_register (office), other = fixture_single ("3522280101200002", NULL, "SARMIN"), third = fixture_single ("3522280101200003", NULL, "WAGIMIN");
  g_autoptr (PamongInspector) inspector = pamong_inspector_new (pamong_office_store (office), &broken);
  g_autoptr (GError) error = NULL;
  guint seen = 0;

  bring (office, other);
  bring (office, third);
  g_assert_false (pamong_inspector_run (inspector, &error));
  g_assert_no_error (error);
  broken = 0;
  g_assert_true (pamong_inspector_run (inspector, &error));
  g_assert_true (pamong_store_scan (pamong_office_store (office), stop_cb, &seen, &error));
  g_assert_cmpuint (seen, ==, 2);
  g_clear_pointer (&inspector, pamong_inspector_free);
  fixture_close (office);
}

static void
wait_for (PamongInspect *inspect)
{
  while (pamong_inspect_is_busy (inspect))
    g_main_context_iteration (NULL, TRUE);
}

/* The thread: a whole run, many breaking it off, one person after another, an end in the middle. */
static void
test_thread (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (PamongFamilyCard) card = fixture_register (office), other = fixture_single ("3522280101200002", NULL, "SARMIN");
  g_autoptr (PamongInspect) inspect = pamong_inspect_new (pamong_store_dir (pamong_office_store (office)));
  PamongRecord *child = fixture_member (card, 2);
  const char *const uids[] = { child->uid, NULL };

  wait_for (inspect);
  g_assert_cmpuint (count (pamong_inspect_latest (inspect), NULL, NULL), ==, 0);
  pamong_record_clear (child, PAMONG_RESIDENT_RELIGION);
  correct (office, child);
  pamong_inspect_refresh (inspect, uids);
  wait_for (inspect);
  g_assert_cmpuint (count (pamong_inspect_latest (inspect), "field-missing", child->uid), ==, 1);
  bring (office, other);
  for (guint i = 0; i < 5; i++)
    pamong_inspect_refresh (inspect, NULL);
  wait_for (inspect);
  g_assert_cmpuint (count (pamong_inspect_latest (inspect), "nik-missing", NULL), ==, 1);
  pamong_inspect_refresh (inspect, NULL);
  pamong_inspect_stop (inspect);
  fixture_close (office);
}

static void
wait_for_doubles (PamongInspect *inspect)
{
  while (pamong_inspect_is_busy (inspect) || pamong_inspect_latest (inspect)->doubles_state != PAMONG_DOUBLES_THERE)
    g_main_context_iteration (NULL, TRUE);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* Doubles come after the findings, by a signal of their own, and follow who is touched and what is said of them. */
static void
test_doubles (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (PamongFamilyCard) card = fixture_register (office), other = fixture_single ("3522280101200002", NULL, "SUTRISNO HADI");
  g_autoptr (PamongInspect) inspect = pamong_inspect_new (pamong_store_dir (pamong_office_store (office)));
  const char *uid = fixture_member (card, 0)->uid, *other_uid = fixture_member (other, 0)->uid;
  const char *const brought[] = { other->family->uid, other_uid, NULL }, *const said[] = { uid, NULL };
  guint reports = 0, changes = 0;

  g_signal_connect_swapped (inspect, "changed", G_CALLBACK (count_cb), &reports);
  g_signal_connect_swapped (inspect, "doubles-changed", G_CALLBACK (count_cb), &changes);
  wait_for_doubles (inspect);
  g_assert_cmpuint (pamong_inspect_latest (inspect)->doubles->len, ==, 0);
  g_assert_cmpuint (reports, ==, 1);
  g_assert_cmpuint (changes, ==, 1);
  pamong_record_set_text (fixture_member (other, 0), PAMONG_RESIDENT_BIRTH_DATE, "1980-08-12");
  bring (office, other);
  pamong_inspect_refresh (inspect, brought);
  wait_for_doubles (inspect);
  g_assert_cmpuint (pamong_inspect_latest (inspect)->doubles->len, ==, 1);
  g_assert_cmpuint (reports, ==, 2);
  g_assert_true (pamong_office_not_double (office, uid, other_uid, "dilihat di KK", NULL));
  pamong_inspect_refresh (inspect, said);
  wait_for_doubles (inspect);
  g_assert_cmpuint (pamong_inspect_latest (inspect)->doubles->len, ==, 0);
  pamong_inspect_find_doubles (inspect);
  pamong_inspect_refresh (inspect, NULL);
  pamong_inspect_stop (inspect);
  fixture_close (office);
}

/* Among too many they wait until somebody asks; then those touched are looked at again, and a change of all asks again. */
static void
test_doubles_asked (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (PamongFamilyCard) card = fixture_register (office), other = fixture_single ("3522280101200002", NULL, "SUTRISNO HADI");
  gint waiting = 0;
  g_autoptr (PamongInspectDoubles) doubles = pamong_inspect_doubles_new (pamong_office_store (office), &waiting, 3);
  const char *const touched[] = { fixture_member (other, 0)->uid, NULL };
  g_autoptr (GPtrArray) none = NULL, few = NULL, found = NULL, mended = NULL;

  pamong_record_set_text (fixture_member (other, 0), PAMONG_RESIDENT_BIRTH_DATE, "1980-08-12");
  bring (office, other);
  pamong_inspect_doubles_touch (doubles, NULL);
  g_assert_false (pamong_inspect_doubles_are_wanted (doubles));
  g_assert_cmpint (pamong_inspect_doubles_state (doubles, &none), ==, PAMONG_DOUBLES_ASK);
  g_assert_null (none);
  pamong_inspect_doubles_ask (doubles);
  waiting = 1;
  g_assert_false (pamong_inspect_doubles_look (doubles)); /* other work first */
  g_assert_cmpint (pamong_inspect_doubles_state (doubles, &few), ==, PAMONG_DOUBLES_LOOKING);
  waiting = 0;
  g_assert_true (pamong_inspect_doubles_look (doubles));
  g_assert_cmpint (pamong_inspect_doubles_state (doubles, &found), ==, PAMONG_DOUBLES_THERE);
  g_assert_cmpuint (found->len, ==, 1);

  pamong_record_set_text (fixture_member (other, 0), PAMONG_RESIDENT_NAME, "KASTURI");
  correct (office, fixture_member (other, 0));
  pamong_inspect_doubles_touch (doubles, touched);
  g_assert_true (pamong_inspect_doubles_look (doubles));
  g_assert_cmpint (pamong_inspect_doubles_state (doubles, &mended), ==, PAMONG_DOUBLES_THERE);
  g_assert_cmpuint (mended->len, ==, 0);
  g_assert_cmpuint (found->len, ==, 1); /* a list that was given stays what it is */
  pamong_inspect_doubles_touch (doubles, NULL);
  g_clear_pointer (&few, g_ptr_array_unref);
  g_assert_cmpint (pamong_inspect_doubles_state (doubles, &few), ==, PAMONG_DOUBLES_ASK);
  g_clear_pointer (&doubles, pamong_inspect_doubles_free);
  fixture_close (office);
}

/* 50,000 at once: five fields empty on each of 10,000 people; grouped without a gap. */
static void
test_many (void)
{
  static const int empty[] = { PAMONG_RESIDENT_RELIGION, PAMONG_RESIDENT_EDUCATION, PAMONG_RESIDENT_OCCUPATION, PAMONG_RESIDENT_FATHER_NAME, PAMONG_RESIDENT_MOTHER_NAME };
  PamongOffice *office = fixture_office ();
  PamongWrite *write = pamong_write_begin_apply (pamong_office_store (office), NULL);
  g_autoptr (PamongInspector) inspector = pamong_inspector_new (pamong_office_store (office), NULL);
  PamongInspection *report;
  guint total = 0;

  for (guint i = 0; i < 10000; i++)
    {
      g_autofree char *nik = g_strdup_printf ("352228010170%04u", i + 1), *name = g_strdup_printf ("SARMIN %c%c%c", (int) ('A' + i % 26), (int) ('A' + i / 26 % 26), (int) ('A' + i / 676 % 26));
      g_autoptr (PamongRecord) person = fixture_person (i < 9999 ? nik : "3522280101719999", name, 1, "1970-01-01", 1);

      for (guint f = 0; f < G_N_ELEMENTS (empty); f++)
        pamong_record_clear (person, empty[f]);
      put (write, person);
    }
  g_assert_true (pamong_write_commit (write, NULL, NULL, NULL));
  g_assert_true (pamong_inspector_run (inspector, NULL));
  report = pamong_inspector_report (inspector);
  g_assert_cmpuint (count (report, "field-missing", NULL), ==, 50000);
  for (guint i = 0; i < report->kinds->len; i++)
    {
      const PamongInspectedKind *kind = &g_array_index (report->kinds, PamongInspectedKind, i);

      g_assert_cmpuint (kind->first, ==, total);
      total += kind->count;
    }
  g_assert_cmpuint (total, ==, report->findings->len);
  pamong_inspection_free (report);
  g_clear_pointer (&inspector, pamong_inspector_free);
  fixture_close (office);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/inspect/comes-and-goes", test_comes_and_goes);
  g_test_add_func ("/inspect/shared-number", test_shared_number);
  g_test_add_func ("/inspect/taken-off", test_taken_off);
  g_test_add_func ("/inspect/broken-off", test_broken_off);
  g_test_add_func ("/inspect/thread", test_thread);
  g_test_add_func ("/inspect/doubles", test_doubles);
  g_test_add_func ("/inspect/doubles-asked", test_doubles_asked);
  g_test_add_func ("/inspect/many", test_many);
  return g_test_run ();
}
