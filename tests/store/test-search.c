/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "store/search.h"

/* What is found by what is typed; see search.h. */

static const struct {
  const char *name, *nik, *kk, *rt, *address;
} people[] = {
  { "DJUMADI", NULL, NULL, "004", "JL. DAHLIA" },
  { "DRAJAT PRAWIRA", NULL, NULL, "012", "JL. MELATI 5" },
  { "H. SUTRISNO HADI", "3522281208800001", "3522280101200001", "003", "JL. MERDEKA 12" },
  { "HADI SUTRISNO", NULL, "3522280101200002", "007", "JL. MERDEKA 14" },
  { "JOSÉ ANDRÉ", NULL, NULL, "003", "GG. KENANGA" },
  { "M. FAUZAN", NULL, NULL, "009", "GG. DURIAN" },
  { "MUHAMMAD SOETARMAN", NULL, NULL, "004", "JL. DAHLIA" },
  { "SITI NUR'AINI, S.Pd", "3522285503830002", NULL, "003", "JL. MAWAR 3" },
  { "SITI SUTRISMI", "3522285503840003", NULL, "001", "JL. MERDEKA 1" },
};

#define RENAMED 3 /* HADI SUTRISNO */
#define REMOVED (G_N_ELEMENTS (people) - 1)

static PamongStore *
fill (char **uids)
{
  PamongStore *store = fixture_new ();

  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autoptr (PamongRecord) family = fixture_family (people[i].kk);
      g_autoptr (PamongRecord) resident = fixture_resident (people[i].name, family->uid);
      g_autoptr (PamongRecord) opening = fixture_event (PAMONG_EVENT_OPENING, resident->uid, "2026-01-01");

      pamong_record_set_text (family, PAMONG_FAMILY_RT, people[i].rt);
      pamong_record_set_text (family, PAMONG_FAMILY_ADDRESS, people[i].address);
      pamong_record_set_text (resident, PAMONG_RESIDENT_NIK, people[i].nik);
      fixture_put (store, family, resident, opening, NULL);
      if (uids != NULL)
        uids[i] = g_strdup (resident->uid);
    }
  return store;
}

/* Names found, joined by " | ", in their order. */
static char *
find (PamongSearch *search, const char *text, int status, guint limit, guint *total)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = pamong_search_rows (search, text, NULL, status, limit, total, &error);
  g_autoptr (GString) names = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? " | " : "", ((PamongListRow *) g_ptr_array_index (rows, i))->name);
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
test_table (void)
{
  static const struct {
    const char *typed, *found;
  } table[] = {
    { "sutris", "HADI SUTRISNO | SITI SUTRISMI | H. SUTRISNO HADI" },
    { "SUTRISNO", "HADI SUTRISNO | H. SUTRISNO HADI" },
    { "hadi sutrisno", "HADI SUTRISNO | H. SUTRISNO HADI" }, /* any order */
    { "sutrisno ha", "HADI SUTRISNO | H. SUTRISNO HADI" },
    { "risno", "" },                                          /* beginnings only */
    { "h. sutrisno", "HADI SUTRISNO | H. SUTRISNO HADI" },    /* titles do not count */
    { "sutrisno 003", "H. SUTRISNO HADI" },                   /* RT tells namesakes apart */
    { "sutrisno 7", "HADI SUTRISNO" },
    { "nuraini", "SITI NUR'AINI, S.Pd" },
    { "nur'ai", "SITI NUR'AINI, S.Pd" },
    { "jose", "JOSÉ ANDRÉ" },
    { "josé a", "JOSÉ ANDRÉ" },
    { "dr", "DRAJAT PRAWIRA" }, /* a beginning that reads like a title */
    { "3522281208800001", "H. SUTRISNO HADI" },
    { "3522 2812 0880 0001", "H. SUTRISNO HADI" },
    { "08800001", "H. SUTRISNO HADI" },
    { "352228010120", "HADI SUTRISNO | H. SUTRISNO HADI" }, /* No. KK */
    { "mawar", "SITI NUR'AINI, S.Pd" },
    { "jl merdeka 12", "H. SUTRISNO HADI" },
    { "merdeka siti", "" }, /* all words of the name, or all of the address */
    { "s", "" },
    { "", "" },
    { "   ", "" },
    { "%", "" },
    { "siti siti", "SITI NUR'AINI, S.Pd | SITI SUTRISMI" },
    { "zz", "" },
    { "jumadi", "DJUMADI" }, /* other spellings of the same name */
    { "djumadi", "DJUMADI" },
    { "soetrisno", "HADI SUTRISNO | H. SUTRISNO HADI" },
    { "moch sutarman", "MUHAMMAD SOETARMAN" },
    { "moh", "M. FAUZAN | MUHAMMAD SOETARMAN" },
    { "moham", "M. FAUZAN | MUHAMMAD SOETARMAN" },
    { "muhammad pauzan", "M. FAUZAN" },
    { "st nur", "SITI NUR'AINI, S.Pd" },
    { "ju", "" }, /* two letters are only what they are */
  };
  PamongStore *store = fill (NULL);
  g_autoptr (PamongSearch) search = pamong_search_new (store, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      guint total;
      g_autofree char *found = find (search, table[i].typed, 0, 50, &total);

      g_test_message ("%s", table[i].typed);
      g_assert_cmpstr (found, ==, table[i].found);
    }
  fixture_free (store);
}

static void
test_limit (void)
{
  PamongStore *store = fill (NULL);
  g_autoptr (PamongSearch) search = pamong_search_new (store, NULL);
  g_autoptr (GArray) all = NULL, elsewhere = NULL;
  g_autofree char *first = NULL;
  guint total;

  first = find (search, "sutris", 0, 1, &total);
  g_assert_cmpstr (first, ==, "HADI SUTRISNO");
  g_assert_cmpuint (total, ==, 3);
  all = pamong_search_ids (search, "sutris", FIXTURE_AREA, 0, 0, &total, NULL);
  g_assert_cmpuint (all->len, ==, 3);
  elsewhere = pamong_search_ids (search, "sutris", "35.22.28.2002", 0, 0, &total, NULL);
  g_assert_cmpuint (elsewhere->len, ==, 0);
  g_assert_cmpuint (total, ==, 0);
  fixture_free (store);
}

static void
expect (PamongSearch *search, const char *typed, int status, const char *expected)
{
  guint total;
  g_autofree char *found = find (search, typed, status, 50, &total);

  g_assert_cmpstr (found, ==, expected);
}

/* Changes are taken up one by one and the order stays that of a fresh index. */
static void
test_refresh (void)
{
  char *uids[G_N_ELEMENTS (people)];
  PamongStore *store = fill (uids);
  g_autoptr (PamongSearch) search = pamong_search_new (store, NULL);
  g_autoptr (PamongRecord) renamed = pamong_store_get (store, PAMONG_KIND_RESIDENT, uids[RENAMED], NULL);
  g_autoptr (PamongRecord) family = pamong_store_get (store, PAMONG_KIND_FAMILY, pamong_record_text (renamed, PAMONG_RESIDENT_FAMILY_UID), NULL);
  g_autoptr (PamongRecord) newcomer = fixture_resident ("ABDUL SUTRIMAN", NULL);
  g_autoptr (PamongRecord) removed = fixture_event (PAMONG_EVENT_REMOVED, uids[REMOVED], "2026-02-01");
  const char *changed[] = { uids[RENAMED], newcomer->uid, uids[REMOVED], NULL, NULL };

  pamong_record_set_text (renamed, PAMONG_RESIDENT_NAME, "ZAENAL SUTRISNO");
  fixture_put (store, renamed, newcomer, removed, NULL);
  g_assert_true (pamong_search_refresh (search, changed, NULL));
  expect (search, "sutri", 0, "ABDUL SUTRIMAN | H. SUTRISNO HADI | ZAENAL SUTRISNO");
  expect (search, "sutri", -1, "ABDUL SUTRIMAN | SITI SUTRISMI | H. SUTRISNO HADI | ZAENAL SUTRISNO");
  expect (search, "sutri", PAMONG_STATUS_VOID, "SITI SUTRISMI");

  /* A family's new address is its members'. */
  pamong_record_set_text (family, PAMONG_FAMILY_ADDRESS, "JL. ANGGREK");
  fixture_put (store, family, NULL);
  changed[0] = family->uid;
  changed[1] = NULL;
  g_assert_true (pamong_search_refresh (search, changed, NULL));
  expect (search, "anggrek", 0, "ZAENAL SUTRISNO");
  g_assert_true (pamong_search_refresh (search, NULL, NULL));
  expect (search, "anggrek", 0, "ZAENAL SUTRISNO");
  expect (search, "sutri", 0, "ABDUL SUTRIMAN | H. SUTRISNO HADI | ZAENAL SUTRISNO");
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    g_free (uids[i]);
  fixture_free (store);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search/table", test_table);
  g_test_add_func ("/search/limit", test_limit);
  g_test_add_func ("/search/refresh", test_refresh);
  return g_test_run ();
}
