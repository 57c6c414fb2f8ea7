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

/* --- every order against one that is written out --- */

#define MANY 300
#define SOME(values, none) (g_test_rand_int_range (0, 6) == 0 ? (none) : (values)[g_test_rand_int_range (0, G_N_ELEMENTS (values))])

static const char *const written_out[][2] = {
  [PAMONG_SORT_NAME] = { "name_key, rid", "name_key DESC, rid DESC" },
  [PAMONG_SORT_NIK] = { "nik IS NULL, nik, name_key, rid", "nik IS NULL, nik DESC, name_key, rid" },
  [PAMONG_SORT_SEX] = { "sex IS NULL, sex, name_key, rid", "sex IS NULL, sex DESC, name_key, rid" },
  [PAMONG_SORT_AGE] = { "birth_date IS NULL, birth_date DESC, name_key, rid", "birth_date IS NULL, birth_date, name_key, rid" },
  [PAMONG_SORT_SHDK] = { "shdk IS NULL, shdk, name_key, rid", "shdk IS NULL, shdk DESC, name_key, rid" },
  [PAMONG_SORT_KK] = { "kk_number IS NULL, kk_number, shdk IS NULL, shdk, name_key, rid", "kk_number IS NULL, kk_number DESC, shdk IS NULL, shdk, name_key, rid" },
  [PAMONG_SORT_PLACE] = { "dusun IS NULL, dusun, rw IS NULL, rw, rt IS NULL, rt, name_key, rid", "dusun IS NULL, dusun DESC, rw IS NULL, rw DESC, rt IS NULL, rt DESC, name_key, rid" },
  [PAMONG_SORT_VILLAGE] = { "area, name_key, rid", "area DESC, name_key, rid" },
  [PAMONG_SORT_MARKS] = { "marks DESC, name_key, rid", "marks, name_key, rid" },
};

static void
move_to (PamongRecord *record, const char *area)
{
  g_free (record->area);
  record->area = g_strdup (area);
}

/* Few values, so that many are alike, and every sixth is missing. */
static void
put_somebody (PamongStore *store)
{
  static const char *const names[] = { "SITI", "BUDI", "SRI", "AGUS" }, *const areas[] = { FIXTURE_AREA, "35.22.28.2002", "35.22.27.2011" };
  static const char *const dusun[] = { "KRAJAN", "NGASINAN", "ÉLOK" }, *const numbers[] = { "001", "002", "010" };
  static const char *const niks[] = { "3522284101900003", "3522284101900001", "3522280101500002" }, *const kks[] = { "3522280101200001", "3522280101200002" };
  static const char *const births[] = { "1990-01-01", "2008-03-10", "1950-12-31" };
  g_autoptr (PamongRecord) family = fixture_family (SOME (kks, NULL)), resident = fixture_resident (SOME (names, "DWI"), g_test_rand_int_range (0, 8) > 0 ? family->uid : NULL);
  g_autoptr (PamongRecord) event = fixture_event (g_test_rand_int_range (0, 10) > 0 ? PAMONG_EVENT_OPENING : PAMONG_EVENT_DEATH, resident->uid, "2026-01-01");
  const char *area = SOME (areas, FIXTURE_AREA);

  move_to (family, area);
  move_to (resident, area);
  move_to (event, area);
  pamong_record_set_text (family, PAMONG_FAMILY_DUSUN, SOME (dusun, NULL));
  pamong_record_set_text (family, PAMONG_FAMILY_RW, SOME (numbers, NULL));
  pamong_record_set_text (family, PAMONG_FAMILY_RT, SOME (numbers, NULL));
  pamong_record_set_text (resident, PAMONG_RESIDENT_NIK, SOME (niks, NULL));
  pamong_record_set_text (resident, PAMONG_RESIDENT_BIRTH_DATE, SOME (births, NULL));
  if (g_test_rand_int_range (0, 6) > 0)
    pamong_record_set_int (resident, PAMONG_RESIDENT_SEX, g_test_rand_int_range (1, 3));
  if (g_test_rand_int_range (0, 6) > 0)
    pamong_record_set_int (resident, PAMONG_RESIDENT_SHDK, g_test_rand_int_range (1, 12));
  fixture_put (store, family, resident, event, NULL);
}

static void
assert_written_out (PamongStore *store, const PamongQuery *query, const char *where)
{
  g_autofree char *sql = g_strdup_printf ("SELECT rid FROM resident_list WHERE %s ORDER BY %s", where, written_out[query->sort][query->descending ? 1 : 0]);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = pamong_residents_ids (store, query, &error);
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (pamong_store_db (store), sql, &error);
  g_autoptr (GPtrArray) page = NULL;
  guint n = 0;

  g_assert_no_error (error);
  for (; pamong_stmt_step (stmt, &error) == PAMONG_STEP_ROW; n++)
    {
      g_assert_cmpuint (n, <, ids->len);
      g_assert_cmpint (g_array_index (ids, gint32, n), ==, pamong_stmt_int (stmt, 0));
    }
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, ids->len);
  g_assert_cmpuint (n, >, 20);
  page = pamong_residents_rows (store, &g_array_index (ids, gint32, n / 2), 10, &error);
  for (guint i = 0; i < 10; i++)
    g_assert_cmpint (((PamongListRow *) page->pdata[i])->rid, ==, g_array_index (ids, gint32, n / 2 + i));
}

static void
assert_all_orders (PamongStore *store)
{
  static const struct {
    PamongQuery query;
    const char *where;
  } asked[] = {
    { PAMONG_QUERY_INIT, "status = 1" },
    { { .status = -1, .age_min = -1, .age_max = -1 }, "1" },
    { { .status = PAMONG_STATUS_DEAD, .age_min = -1, .age_max = -1 }, "status = 2" },
    { { .sex = 2, .age_min = -1, .age_max = -1 }, "status = 1 AND sex = 2" },
    { { .dusun = "KRAJAN", .marks = PAMONG_MARK_CHECK, .age_min = -1, .age_max = -1 }, "status = 1 AND dusun = 'KRAJAN' AND marks & 1" },
    { { .age_min = 20, .age_max = 60, .today = "2026-04-12" }, "status = 1 AND birth_date = '1990-01-01'" },
    { { .area = "35.22.28.2002", .age_min = -1, .age_max = -1 }, "status = 1 AND area = '35.22.28.2002'" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (asked) * G_N_ELEMENTS (written_out) * 2; i++)
    {
      PamongQuery query = asked[i / 2 / G_N_ELEMENTS (written_out)].query;

      query.sort = (PamongSort) (i / 2 % G_N_ELEMENTS (written_out));
      query.descending = i % 2;
      g_test_message ("%s by %s", asked[i / 2 / G_N_ELEMENTS (written_out)].where, written_out[query.sort][i % 2]);
      assert_written_out (store, &query, asked[i / 2 / G_N_ELEMENTS (written_out)].where);
    }
}

/* The same file opened as a level's own. */
static PamongStore *
reopen_as (PamongStore *store, const char *level)
{
  g_autofree char *dir = g_strdup (pamong_store_dir (store));
  g_autoptr (GError) error = NULL;
  PamongWrite *write = pamong_write_begin_plain (store, &error);

  g_assert_true (pamong_write_meta (write, "level", level, &error));
  g_assert_true (pamong_write_commit (write, NULL, NULL, &error));
  pamong_store_close (store);
  store = pamong_store_open (dir, PAMONG_STORE_WRITE, &error);
  g_assert_no_error (error);
  return store;
}

/* Two ways to the same orders: a village sorts, above it they are read from indexes and put together. */
static void
test_all_orders (void)
{
  PamongStore *store = fixture_new ();

  for (guint i = 0; i < MANY; i++)
    put_somebody (store);
  assert_all_orders (store);
  store = reopen_as (store, "regency");
  assert_all_orders (store);
  fixture_check (store);
  fixture_free (store);
}

/* The one step of a plan, which is no walk through a whole table. */
static void
assert_by_index (PamongStore *store, const char *select, const char *index)
{
  g_autofree char *sql = g_strconcat ("EXPLAIN QUERY PLAN SELECT ", select, NULL);
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (pamong_store_db (store), sql, NULL);

  g_assert_cmpint (pamong_stmt_step (stmt, NULL), ==, PAMONG_STEP_ROW);
  g_assert_nonnull (strstr (pamong_stmt_text (stmt, 3), index));
  g_assert_cmpint (pamong_stmt_step (stmt, NULL), ==, PAMONG_STEP_DONE); /* a sort would be a second line */
}

/* Above the village none of the orders asked for with one click sorts everybody: that takes eleven seconds at 1.37 million. */
static void
test_no_sort (void)
{
  static const char *const plain[] = {
    "rid FROM resident_list WHERE status = 1 ORDER BY name_key, rid",
    "rid, sex FROM resident_list WHERE status = 1 ORDER BY name_key, rid",
    "rid, shdk FROM resident_list WHERE status = 1 ORDER BY name_key, rid",
    "rid, dusun, rw, rt FROM resident_list WHERE status = 1 ORDER BY name_key, rid",
    "rid, area FROM resident_list WHERE status = 1 ORDER BY name_key, rid",
    "rid, marks FROM resident_list WHERE status = 1 ORDER BY name_key, rid",
    "rid FROM resident_list WHERE status = 1 ORDER BY nik NULLS LAST, name_key, rid",
    "rid, nik FROM resident_list WHERE status = 1 ORDER BY nik DESC, name_key DESC, rid DESC",
    "rid FROM resident_list WHERE status = 1 ORDER BY birth_date DESC NULLS LAST, name_key, rid",
    "rid FROM resident_list WHERE status = 1 ORDER BY kk_number NULLS LAST, shdk IS NULL, shdk, name_key, rid",
    "rid, kk_number FROM resident_list WHERE status = 1 ORDER BY kk_number DESC, shdk IS NULL DESC, shdk DESC, name_key DESC, rid DESC",
  };
  PamongStore *store = reopen_as (fixture_new (), "district");

  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    assert_by_index (store, plain[i], "COVERING INDEX resident_list_");
  assert_by_index (store, "uid FROM history WHERE t >= 1 AND kind IN ('resident', 'family')", "INDEX history_time");
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
  g_test_add_func ("/residents/all-orders", test_all_orders);
  g_test_add_func ("/residents/no-sort", test_no_sort);
  g_test_add_func ("/residents/filters", test_filters);
  g_test_add_func ("/residents/status", test_status);
  g_test_add_func ("/residents/places", test_places);
  g_test_add_func ("/residents/history", test_history);
  g_test_add_func ("/residents/desk-rows", test_desk_rows);
  return g_test_run ();
}
