/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "domain/uid.h"
#include "office/doubles_finder.h"
#include "office/waivers.h"
#include "store/write.h"

/* Possible doubles of the register: found by blocks, told apart by a person. */

static PamongWrite *
begin (PamongOffice *office)
{
  g_autoptr (GError) error = NULL;
  PamongWrite *write = pamong_write_begin_apply (pamong_office_store (office), &error);

  g_assert_no_error (error);
  return write;
}

static void
put (PamongWrite *write, PamongRecord *record)
{
  g_autoptr (GError) error = NULL;

  record->version++;
  g_assert_true (pamong_write_put (write, record, &error));
  g_assert_no_error (error);
}

static void
commit (PamongWrite *write)
{
  g_assert_true (pamong_write_commit (write, NULL, NULL, NULL));
}

/* As it comes over the line: no rule is asked. Returns: (transfer full): somebody without a card. */
static PamongRecord *
bring (PamongOffice *office, const char *nik, const char *name, const char *born)
{
  PamongWrite *write = begin (office);
  PamongRecord *person = fixture_person (nik, name, 2, born, 4);

  put (write, person);
  commit (write);
  return person;
}

static void
change (PamongOffice *office, PamongRecord *person, int field, const char *text)
{
  PamongWrite *write = begin (office);

  pamong_record_set_text (person, field, text);
  put (write, person);
  commit (write);
}

static GPtrArray *
find (PamongOffice *office)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *pairs = pamong_doubles_find (pamong_office_store (office), NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (pairs);
  return pairs;
}

static guint
count (PamongOffice *office)
{
  g_autoptr (GPtrArray) pairs = find (office);

  return pairs->len;
}

static char *
describe (GPtrArray *pairs)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < pairs->len; i++)
    {
      const PamongDouble *pair = pairs->pdata[i];

      g_string_append_printf (text, "%s %s %u %u %d %s %s\n", pair->one.uid, pair->other.uid, pair->rank, pair->reasons, pair->points, pair->one.name, pair->other.name);
    }
  return g_string_free (text, FALSE);
}

static void
assert_as_fresh (PamongDoublesFinder *finder, PamongOffice *office)
{
  g_autoptr (GPtrArray) kept = pamong_doubles_finder_list (finder, NULL), fresh = find (office);
  g_autofree char *one = describe (kept), *other = describe (fresh);

  g_assert_cmpstr (one, ==, other);
}

static void
refresh (PamongDoublesFinder *finder, const char *uid)
{
  const char *const uids[] = { uid, NULL };
  g_autoptr (GError) error = NULL;

  g_assert_true (pamong_doubles_finder_refresh (finder, uids, &error));
  g_assert_no_error (error);
}

static void
test_found (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (PamongFamilyCard) card = fixture_register (office);
  g_autoptr (PamongRecord) again = bring (office, NULL, "ST. AMINAH", "1983-03-15");
  g_autoptr (GPtrArray) pairs = find (office);
  const PamongDouble *pair;

  g_assert_cmpuint (pairs->len, ==, 1);
  pair = pairs->pdata[0];
  g_assert_cmpint (pair->rank, ==, PAMONG_DOUBLE_CERTAIN);
  g_assert_cmpuint (pair->reasons & (PAMONG_DOUBLE_NAME_SPELLED | PAMONG_DOUBLE_NIK_ONE), ==, PAMONG_DOUBLE_NAME_SPELLED | PAMONG_DOUBLE_NIK_ONE);
  g_assert_cmpstr (pair->one.uid, ==, fixture_member (card, 1)->uid); /* the one with NIK */
  g_assert_cmpstr (pair->one.name, ==, "SITI AMINAH");
  g_assert_cmpstr (pair->one.rt, ==, "003");
  g_assert_cmpstr (pair->one.dusun, ==, "KRAJAN");
  g_assert_cmpstr (pair->one.born, ==, "1983-03-15");
  g_assert_true (pair->one.has_nik);
  g_assert_cmpstr (pair->other.uid, ==, again->uid);
  g_assert_null (pair->other.rt);
  g_assert_false (pair->other.has_nik);
  fixture_close (office);
}

/* The surest first, then by name. */
static void
test_order (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_record_free), pairs = NULL;
  static const char *const names[] = { "TRI WAHYUNI", "DWI LESTARI", "SULASTRI" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *born = g_strdup_printf ("1990-0%u-12", i + 1), *nik = g_strdup_printf ("35222852%02u900001", i + 1);

      g_ptr_array_add (people, bring (office, nik, names[i], born));
      g_ptr_array_add (people, bring (office, NULL, names[i], born));
    }
  pairs = find (office);
  g_assert_cmpuint (pairs->len, ==, 3);
  g_assert_cmpstr (((PamongDouble *) pairs->pdata[0])->one.name, ==, "DWI LESTARI");
  g_assert_cmpstr (((PamongDouble *) pairs->pdata[1])->one.name, ==, "TRI WAHYUNI");
  g_assert_cmpstr (((PamongDouble *) pairs->pdata[2])->one.name, ==, "SULASTRI");
  g_assert_cmpint (((PamongDouble *) pairs->pdata[2])->rank, ==, PAMONG_DOUBLE_LIKELY);
  fixture_close (office);
}

static void
test_two_people (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (PamongFamilyCard) card = fixture_register (office);
  const char *uid = fixture_member (card, 1)->uid;
  g_autoptr (PamongRecord) again = bring (office, NULL, "SITI AMINAH", "1983-03-15");
  g_autoptr (PamongDoublesFinder) finder = pamong_doubles_finder_new (pamong_office_store (office), NULL);
  g_autoptr (GPtrArray) waivers = NULL;
  g_autoptr (GError) error = NULL;
  gint64 changes = fixture_changes (office);

  g_assert_false (pamong_office_not_double (office, uid, again->uid, " ", &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (pamong_office_not_double (office, uid, uid, "orangnya lain", &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (pamong_office_not_double (office, uid, "AAAAAAAAAAAAAAAAAAAAAA", "orangnya lain", &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_cmpint (fixture_changes (office), ==, changes);
  g_assert_true (pamong_doubles_finder_run (finder, NULL));

  g_assert_true (pamong_office_not_double (office, again->uid, uid, "Bu RT kenal keduanya", &error));
  g_assert_no_error (error);
  g_assert_cmpint (fixture_changes (office), ==, changes + 1); /* it travels */
  g_assert_true (pamong_office_not_double (office, uid, again->uid, "kata Pak Kasun", &error));
  g_assert_cmpint (fixture_changes (office), ==, changes + 1);
  g_assert_cmpuint (count (office), ==, 0);
  refresh (finder, again->uid);
  assert_as_fresh (finder, office);

  waivers = pamong_waivers (pamong_office_store (office), NULL);
  g_assert_cmpuint (waivers->len, ==, 1);
  g_assert_cmpstr (((PamongWaived *) waivers->pdata[0])->title, ==, "Two people, not one");
  g_assert_cmpstr (((PamongWaived *) waivers->pdata[0])->who, ==, "SITI AMINAH");
  g_assert_cmpstr (((PamongWaived *) waivers->pdata[0])->other, ==, "SITI AMINAH");
  g_assert_true (pamong_office_withdraw_waiver (office, ((PamongWaived *) waivers->pdata[0])->uid, &error));
  g_assert_cmpuint (count (office), ==, 1);
  refresh (finder, again->uid);
  assert_as_fresh (finder, office);
  g_clear_pointer (&finder, pamong_doubles_finder_free);
  fixture_close (office);
}

/* A touched person is compared anew, by what stands now. */
static void
test_refreshed (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (PamongFamilyCard) card = fixture_register (office);
  g_autoptr (PamongDoublesFinder) finder = pamong_doubles_finder_new (pamong_office_store (office), NULL);
  g_autoptr (PamongRecord) again = NULL, other = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  g_assert_true (pamong_doubles_finder_run (finder, NULL));
  again = bring (office, NULL, "SITI AMINAH", "1983-03-15");
  refresh (finder, again->uid);
  g_assert_cmpuint (count (office), ==, 1);
  assert_as_fresh (finder, office);
  change (office, again, PAMONG_RESIDENT_NAME, "SULASTRI");
  refresh (finder, again->uid);
  g_assert_cmpuint (count (office), ==, 0);
  assert_as_fresh (finder, office);
  other = bring (office, "3522285503830009", "SULASTRI", "1983-03-15");
  refresh (finder, other->uid);
  g_assert_cmpuint (count (office), ==, 1);
  assert_as_fresh (finder, office);
  /* A touched card is everybody on it. */
  change (office, again, PAMONG_RESIDENT_FAMILY_UID, card->family->uid);
  refresh (finder, card->family->uid);
  assert_as_fresh (finder, office);
  g_assert_true (pamong_office_remove_resident (office, again->uid, "tercatat dua kali", NULL, &findings, NULL));
  refresh (finder, again->uid);
  g_assert_cmpuint (count (office), ==, 0);
  assert_as_fresh (finder, office);
  g_clear_pointer (&finder, pamong_doubles_finder_free);
  fixture_close (office);
}

/* Too many to keep: pairs of those touched are looked at again, and go when they are mended. */
static void
test_forgotten (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (PamongFamilyCard) card = fixture_register (office);
  g_autoptr (PamongRecord) again = bring (office, NULL, "SITI AMINAH", "1983-03-15");
  g_autoptr (PamongDoublesFinder) finder = pamong_doubles_finder_new (pamong_office_store (office), NULL);

  g_assert_true (pamong_doubles_finder_run (finder, NULL));
  pamong_doubles_finder_forget (finder);
  g_assert_false (pamong_doubles_finder_has_run (finder));
  change (office, again, PAMONG_RESIDENT_BIRTH_DATE, "1983-05-15");
  refresh (finder, card->family->uid);
  assert_as_fresh (finder, office);
  change (office, again, PAMONG_RESIDENT_NAME, "SULASTRI");
  refresh (finder, again->uid);
  assert_as_fresh (finder, office);
  g_assert_cmpuint (count (office), ==, 0);
  g_clear_pointer (&finder, pamong_doubles_finder_free);
  fixture_close (office);
}

/* A village of people of one name and one estimated date: not each with each, and still the double among them is found, whatever it lacks. */
static void
test_many_of_one_name (void)
{
  PamongOffice *office = fixture_office ();
  PamongWrite *write = begin (office);
  static const char *const mothers[] = { "WAGINEM", "KASTI", "SUPINAH", "SARINEM", "RUKMINI" };
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) lacking = g_ptr_array_new_with_free_func (g_free), pairs = NULL;

  for (guint i = 0; i < 1600; i++)
    {
      g_autofree char *nik = g_strdup_printf ("352228%010" G_GUINT64_FORMAT, 4101600001 + (guint64) i * 7000003 % 900000000);
      g_autofree char *father = g_strdup_printf ("KARTO %c%c%c", (int) ('A' + i % 26), (int) ('A' + i / 26 % 26), (int) ('A' + i / 676));
      g_autoptr (PamongRecord) person = fixture_person (nik, "SITI AMINAH", 2, "1960-01-01", 4);

      pamong_record_set_text (person, PAMONG_RESIDENT_MOTHER_NAME, mothers[i % G_N_ELEMENTS (mothers)]);
      pamong_record_set_text (person, PAMONG_RESIDENT_FATHER_NAME, father);
      put (write, person);
      if (i % 400 != 0)
        continue;
      g_free (person->uid);
      person->uid = pamong_uid_new ();
      person->version = 0;
      pamong_record_clear (person, PAMONG_RESIDENT_NIK);
      if (i >= 800)
        pamong_record_clear (person, PAMONG_RESIDENT_MOTHER_NAME);
      put (write, person);
      g_ptr_array_add (lacking, g_strdup (person->uid));
    }
  commit (write);
  pairs = find (office);
  for (guint i = 0; i < pairs->len; i++)
    {
      const PamongDouble *pair = pairs->pdata[i];

      if ((pair->reasons & PAMONG_DOUBLE_FATHER_SAME) != 0)
        g_hash_table_add (found, g_strdup (pair->other.uid));
    }
  for (guint i = 0; i < lacking->len; i++)
    g_assert_true (g_hash_table_contains (found, lacking->pdata[i]));
  fixture_close (office);
}

static void
test_broken_off (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (PamongFamilyCard) card = fixture_register (office);
  g_autoptr (GError) error = NULL;
  gint broken = 1;

  g_assert_null (pamong_doubles_find (pamong_office_store (office), &broken, &error));
  g_assert_no_error (error);
  fixture_close (office);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/doubles/found", test_found);
  g_test_add_func ("/doubles/order", test_order);
  g_test_add_func ("/doubles/two-people", test_two_people);
  g_test_add_func ("/doubles/refreshed", test_refreshed);
  g_test_add_func ("/doubles/forgotten", test_forgotten);
  g_test_add_func ("/doubles/many-of-one-name", test_many_of_one_name);
  g_test_add_func ("/doubles/broken-off", test_broken_off);
  return g_test_run ();
}
