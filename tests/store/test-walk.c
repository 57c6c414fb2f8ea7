/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "store/walk.h"

/* The register card by card: its order, what a query leaves out, people without a card. */

static PamongRecord *
put_family (PamongStore *store, const char *kk, const char *dusun, const char *rt)
{
  PamongRecord *family = fixture_family (kk);

  pamong_record_set_text (family, PAMONG_FAMILY_DUSUN, dusun);
  pamong_record_set_text (family, PAMONG_FAMILY_RT, rt);
  fixture_put (store, family, NULL);
  return family;
}

static void
put_person (PamongStore *store, const char *name, const PamongRecord *family, int shdk, PamongEventType what)
{
  g_autoptr (PamongRecord) resident = fixture_resident (name, family != NULL ? family->uid : NULL), event = fixture_event (what, resident->uid, "2026-01-01");

  if (shdk > 0)
    pamong_record_set_int (resident, PAMONG_RESIDENT_SHDK, shdk);
  fixture_put (store, resident, event, NULL);
}

static PamongStore *
fill (void)
{
  PamongStore *store = fixture_new ();
  g_autoptr (PamongRecord) later = put_family (store, "3522280101900002", "NGASINAN", "001"), first = put_family (store, "3522280101900009", "KRAJAN", "001");
  g_autoptr (PamongRecord) numberless = put_family (store, NULL, "KRAJAN", "001"), empty = put_family (store, "3522280101900001", "KRAJAN", "001");

  put_person (store, "LIA", later, 1, PAMONG_EVENT_OPENING);
  put_person (store, "CICI", first, 4, PAMONG_EVENT_OPENING);
  put_person (store, "ADI", first, 1, PAMONG_EVENT_OPENING);
  put_person (store, "MBAH", first, 7, PAMONG_EVENT_DEATH);
  put_person (store, "NINIK", numberless, 1, PAMONG_EVENT_OPENING);
  put_person (store, "YATIM", NULL, 0, PAMONG_EVENT_OPENING);
  return store;
}

typedef struct {
  GString *told;
  guint left;
} Told;

/* "ADI CICI|": one card; "-" before a person without one, the status behind the name unless alive. */
static gboolean
told_cb (PamongRecord *family, GPtrArray *members, const PamongStatus *statuses, gpointer data)
{
  Told *told = data;

  g_string_append (told->told, family == NULL ? "-" : "");
  for (guint i = 0; i < members->len; i++)
    {
      g_string_append_printf (told->told, "%s%s", i > 0 ? " " : "", pamong_record_text (members->pdata[i], PAMONG_RESIDENT_NAME));
      if (statuses[i] != PAMONG_STATUS_ALIVE)
        g_string_append_printf (told->told, ":%s", pamong_status_name (statuses[i]));
    }
  g_string_append_c (told->told, '|');
  return --told->left > 0;
}

static void
expect (PamongStore *store, const PamongQuery *query, guint cards, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) words = g_string_new (NULL);
  Told told = { words, cards };

  g_assert_true (pamong_store_walk (store, query, told_cb, &told, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (words->str, ==, expected);
}

static void
test_order (void)
{
  PamongStore *store = fill ();
  PamongQuery query = PAMONG_QUERY_INIT;

  expect (store, &query, 100, "ADI CICI|NINIK|LIA|-YATIM|");
  expect (store, &query, 2, "ADI CICI|NINIK|");
  fixture_check (store); /* a walk that was stopped keeps no snapshot */
  query.status = -1;
  expect (store, &query, 100, "ADI CICI MBAH:dead|NINIK|LIA|-YATIM|");
  query.status = PAMONG_STATUS_DEAD;
  expect (store, &query, 100, "MBAH:dead|");
  fixture_free (store);
}

static void
test_filters (void)
{
  PamongStore *store = fill ();
  PamongQuery query = PAMONG_QUERY_INIT;

  query.dusun = "NGASINAN";
  expect (store, &query, 100, "LIA|");
  query.dusun = NULL;
  query.rw = "001";
  query.rt = "001";
  expect (store, &query, 100, "ADI CICI|NINIK|LIA|");
  query.rt = "009";
  expect (store, &query, 100, "");
  query = (PamongQuery) PAMONG_QUERY_INIT;
  query.marks = PAMONG_MARK_WAITING;
  expect (store, &query, 100, "NINIK|");
  query.marks = 0;
  query.sex = 2;
  expect (store, &query, 100, "ADI CICI|NINIK|LIA|-YATIM|");
  query.age_min = 120;
  expect (store, &query, 100, "");
  query = (PamongQuery) PAMONG_QUERY_INIT;
  query.area = FIXTURE_AREA;
  expect (store, &query, 100, "ADI CICI|NINIK|LIA|-YATIM|");
  query.area = "35.22.28.2002";
  expect (store, &query, 100, "");
  fixture_free (store);
}

/* A card that is not here yet leaves its people standing alone, nobody is passed over. */
static void
test_card_on_the_way (void)
{
  PamongStore *store = fixture_new ();
  g_autoptr (PamongRecord) absent = fixture_family ("3522280101900002");
  PamongQuery query = PAMONG_QUERY_INIT;

  put_person (store, "ADI", absent, 1, PAMONG_EVENT_OPENING);
  put_person (store, "CICI", absent, 4, PAMONG_EVENT_OPENING);
  expect (store, &query, 100, "-ADI|-CICI|");
  fixture_free (store);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/walk/order", test_order);
  g_test_add_func ("/walk/filters", test_filters);
  g_test_add_func ("/walk/card-on-the-way", test_card_on_the_way);
  return g_test_run ();
}
