/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "store/desk_rows.h"
#include "store/history.h"
#include "store/residents.h"

/* Lists: orders, filters that combine, figures; the history of a record; rows that never travel. */

static const struct {
  const char *name, *nik, *birth, *rt, *dusun;
  int sex;
} people[] = {
  { "AMINAH", "3522284101900003", "1990-01-01", "002", "KRAJAN", 2 },
  { "BUDI", NULL, "2008-03-11", "001", "KRAJAN", 1 },
  { "CITRA", "3522284101900001", "2008-03-10", "001", "NGASINAN", 2 },
  { "DARMO", "3522280101500002", "1950-12-31", "003", "KRAJAN", 1 },
  { "EKO", NULL, NULL, NULL, NULL, 1 },
};

static PamongStore *
fill (void)
{
  PamongStore *store = fixture_new ();

  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autoptr (PamongRecord) family = fixture_family (NULL);
      g_autoptr (PamongRecord) resident = fixture_resident (people[i].name, people[i].rt != NULL ? family->uid : NULL);
      g_autoptr (PamongRecord) opening = fixture_event (PAMONG_EVENT_OPENING, resident->uid, "2026-01-01");

      pamong_record_set_text (family, PAMONG_FAMILY_RT, people[i].rt);
      pamong_record_set_text (family, PAMONG_FAMILY_DUSUN, people[i].dusun);
      pamong_record_set_text (resident, PAMONG_RESIDENT_NIK, people[i].nik);
      pamong_record_set_text (resident, PAMONG_RESIDENT_BIRTH_DATE, people[i].birth);
      pamong_record_set_int (resident, PAMONG_RESIDENT_SEX, people[i].sex);
      if (people[i].rt != NULL)
        fixture_put (store, family, resident, opening, NULL);
      else
        fixture_put (store, resident, opening, NULL);
    }
  return store;
}

/* First letters of the names in order; count and ids agree. */
static void
expect (PamongStore *store, const PamongQuery *query, const char *letters)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = pamong_residents_ids (store, query, &error);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GString) found = g_string_new (NULL);

  g_assert_no_error (error);
  rows = pamong_residents_rows (store, (const gint32 *) (gpointer) ids->data, ids->len, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    g_string_append_c (found, ((PamongListRow *) g_ptr_array_index (rows, i))->name[0]);
  g_assert_cmpstr (found->str, ==, letters);
  g_assert_cmpint (pamong_residents_count (store, query, &error), ==, ids->len);
}

static void
test_orders (void)
{
  static const struct {
    PamongSort sort;
    const char *up, *down;
  } orders[] = {
    { PAMONG_SORT_NAME, "ABCDE", "EDCBA" },
    { PAMONG_SORT_NIK, "DCABE", "ACDBE" }, /* without a NIK last, either way */
    { PAMONG_SORT_SEX, "BDEAC", "ACBDE" },
    { PAMONG_SORT_AGE, "BCADE", "DACBE" },
    { PAMONG_SORT_SHDK, "ABCDE", "ABCDE" },
    { PAMONG_SORT_KK, "ABCDE", "ABCDE" },
    { PAMONG_SORT_PLACE, "BADCE", "CDABE" },
    { PAMONG_SORT_VILLAGE, "ABCDE", "ABCDE" },
  };
  PamongStore *store = fill ();

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      PamongQuery query = PAMONG_QUERY_INIT;

      query.sort = orders[i].sort;
      g_test_message ("sort %u", i);
      expect (store, &query, orders[i].up);
      query.descending = TRUE;
      expect (store, &query, orders[i].down);
    }
  fixture_free (store);
}

static void
test_filters (void)
{
  PamongStore *store = fill ();
  PamongQuery query = PAMONG_QUERY_INIT;

  query.today = "2026-03-10";
  query.dusun = "KRAJAN";
  expect (store, &query, "ABD");
  query.sex = 1;
  expect (store, &query, "BD");
  query.rt = "003";
  expect (store, &query, "D");
  query.area = "35.22.28.2002";
  expect (store, &query, "");

  query = (PamongQuery) PAMONG_QUERY_INIT;
  query.today = "2026-03-10";
  query.age_min = 18; /* 18 today counts, 18 tomorrow does not */
  expect (store, &query, "ACD");
  query.age_max = 18;
  expect (store, &query, "C");
  query.age_min = -1;
  expect (store, &query, "BC");

  query = (PamongQuery) PAMONG_QUERY_INIT;
  query.marks = PAMONG_MARK_NO_NIK;
  expect (store, &query, "BE");
  query.marks = PAMONG_MARK_NO_NIK | PAMONG_MARK_CONFLICT;
  expect (store, &query, "");
  fixture_free (store);
}

static void
test_status (void)
{
  PamongStore *store = fill ();
  g_autoptr (GPtrArray) found = pamong_store_find (store, PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_NAME, "CITRA", NULL);
  g_autoptr (PamongRecord) death = fixture_event (PAMONG_EVENT_DEATH, ((PamongRecord *) found->pdata[0])->uid, "2026-02-02");
  PamongQuery query = PAMONG_QUERY_INIT;
  PamongCounts counts;
  gint32 missing = 4711;
  g_autoptr (GPtrArray) rows = pamong_residents_rows (store, &missing, 1, NULL);

  fixture_put (store, death, NULL);
  expect (store, &query, "ABDE");
  query.status = PAMONG_STATUS_DEAD;
  expect (store, &query, "C");
  query.status = -1;
  expect (store, &query, "ABCDE");
  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_null (rows->pdata[0]);

  g_assert_true (pamong_residents_counts (store, NULL, &counts, NULL));
  g_assert_cmpint (counts.residents, ==, 4);
  g_assert_cmpint (counts.families, ==, 3); /* CITRA lived alone */
  g_assert_cmpint (counts.male, ==, 3);
  g_assert_cmpint (counts.female, ==, 1);
  g_assert_cmpint (counts.completeness, >, 0);
  g_assert_cmpint (counts.completeness, <, 1000);
  g_assert_true (pamong_residents_counts (store, "35.22.28.2002", &counts, NULL));
  g_assert_cmpint (counts.residents, ==, 0);
  g_assert_cmpint (counts.completeness, ==, -1);
  fixture_check (store);
  fixture_free (store);
}

static void
test_places (void)
{
  PamongStore *store = fill ();
  g_autoptr (GPtrArray) places = pamong_residents_places (store, NULL, NULL);
  char **first = places->pdata[0];

  g_assert_cmpuint (places->len, ==, 4);
  g_assert_cmpstr (first[0], ==, "KRAJAN");
  g_assert_cmpstr (first[1], ==, "001");
  g_assert_cmpstr (first[2], ==, "001");
  fixture_free (store);
}

static const PamongHistoryEntry *
find_entry (GPtrArray *entries, const char *key, const char *new_value)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const PamongHistoryEntry *entry = g_ptr_array_index (entries, i);

      if (g_str_equal (entry->field_key, key) && g_str_equal (entry->new_value, new_value))
        return entry;
    }
  return NULL;
}

/* Field by field, newest first, in words: what was done here and what came from elsewhere. */
static void
test_history (void)
{
  PamongStore *store = fixture_new ();
  g_autoptr (PamongRecord) family = fixture_family ("3522280101200001");
  g_autoptr (PamongRecord) resident = fixture_resident ("AMINAH", family->uid);
  g_autoptr (PamongRecord) account = pamong_record_new (PAMONG_KIND_ACCOUNT, FIXTURE_AREA);
  g_autoptr (GPtrArray) entries = NULL, none = NULL;
  g_autoptr (GError) error = NULL;
  const PamongHistoryEntry *entry;

  g_free (account->uid);
  account->uid = g_strdup (FIXTURE_ACTOR);
  pamong_record_set_text (account, PAMONG_ACCOUNT_NAME, "Siti Operator");
  fixture_put (store, account, family, resident, NULL);
  pamong_record_set_text (resident, PAMONG_RESIDENT_BIRTH_DATE, "1991-05-17");
  fixture_put (store, resident, NULL);

  entries = pamong_history (store, PAMONG_KIND_RESIDENT, resident->uid, &error);
  g_assert_no_error (error);
  entry = entries->pdata[0];
  g_assert_cmpstr (entry->field_key, ==, "birth_date");
  g_assert_cmpstr (entry->old_value, ==, "14-02-1990");
  g_assert_cmpstr (entry->new_value, ==, "17-05-1991");
  g_assert_cmpstr (entry->actor_name, ==, "Siti Operator");
  g_assert_cmpstr (entry->act, ==, "test.put");
  g_assert_cmpstr (entry->state, ==, "pending");
  entry = find_entry (entries, "name", "AMINAH");
  g_assert_nonnull (entry);
  g_assert_cmpstr (entry->old_value, ==, "");
  g_assert_nonnull (find_entry (entries, "family_uid", "3522280101200001"));
  none = pamong_history (store, PAMONG_KIND_FAMILY, resident->uid, &error);
  g_assert_cmpuint (none->len, ==, 0);
  fixture_check (store);
  fixture_free (store);
}

static void
test_desk_rows (void)
{
  PamongStore *store = fixture_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *draft = NULL, *verifier = NULL, *recovery = NULL;
  g_auto (GStrv) keys = NULL;
  gint64 t = 0;
  PamongWrite *write = pamong_write_begin_plain (store, &error);

  g_assert_true (pamong_draft_put (write, "a", "{}", &error));
  g_assert_true (pamong_draft_put (write, "a", "{\"x\":1}", &error));
  g_assert_true (pamong_draft_put (write, "b", "{}", &error));
  g_assert_true (pamong_draft_put (write, "b", NULL, &error));
  g_assert_true (pamong_secret_put (write, "u", "v1", "r1", &error));
  g_assert_true (pamong_secret_put (write, "u", "v2", "r2", &error));
  g_assert_true (pamong_access_log_put (write, "u", "reveal", NULL, &error));
  g_assert_true (pamong_write_commit (write, NULL, NULL, &error));
  g_assert_no_error (error);

  draft = pamong_draft_get (store, "a", &t);
  g_assert_cmpstr (draft, ==, "{\"x\":1}");
  g_assert_cmpint (t, >, 0);
  g_assert_null (pamong_draft_get (store, "b", NULL));
  keys = pamong_draft_keys (store);
  g_assert_cmpuint (g_strv_length (keys), ==, 1);
  g_assert_true (pamong_secret_get (store, "u", &verifier, &recovery));
  g_assert_cmpstr (verifier, ==, "v2");
  g_assert_cmpstr (recovery, ==, "r2");
  g_assert_false (pamong_secret_get (store, "w", NULL, NULL));
  g_assert_cmpint (fixture_count (store, "SELECT count(*) FROM access_log"), ==, 1);
  fixture_check (store);
  fixture_free (store);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/residents/orders", test_orders);
  g_test_add_func ("/residents/filters", test_filters);
  g_test_add_func ("/residents/status", test_status);
  g_test_add_func ("/residents/places", test_places);
  g_test_add_func ("/residents/history", test_history);
  g_test_add_func ("/residents/desk-rows", test_desk_rows);
  return g_test_run ();
}
