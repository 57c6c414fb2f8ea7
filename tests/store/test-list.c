/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list row of a resident follows whatever it hangs on. */
#include "fixture.h"
#include "store/residents.h"
#include "store/scan.h"

static void
assert_status (PamongStore *store, const char *uid, PamongStatus expected)
{
  g_assert_cmpint (pamong_store_status (store, uid), ==, expected);
  fixture_check (store);
}

static gint64
marks_of (PamongStore *store, const char *uid)
{
  g_autofree char *sql = g_strdup_printf ("SELECT marks FROM resident_list WHERE uid = '%s'", uid);

  return fixture_count (store, sql);
}

/* Each type alone, as domain says. */
static void
test_types (void)
{
  PamongStore *store = fixture_new ();

  for (int type = PAMONG_EVENT_OPENING; type <= PAMONG_EVENT_REMOVED; type++)
    {
      g_autoptr (PamongRecord) resident = fixture_resident ("SARI", NULL);
      g_autoptr (PamongRecord) event = fixture_event (type, resident->uid, "2026-01-01");

      fixture_put (store, resident, event, NULL);
      assert_status (store, resident->uid, pamong_event_status (type));
    }
  fixture_free (store);
}

static void
test_order (void)
{
  static const struct {
    PamongEventType types[3];
    const char *dates[3];
    PamongStatus status;
  } cases[] = {
    { { PAMONG_EVENT_OPENING, PAMONG_EVENT_DEATH }, { "2026-11-24", "2026-11-20" }, PAMONG_STATUS_DEAD }, /* entered after it happened */
    { { PAMONG_EVENT_MOVE_OUT, PAMONG_EVENT_ARRIVAL }, { "2025-01-01", "2025-06-01" }, PAMONG_STATUS_ALIVE },
    { { PAMONG_EVENT_ARRIVAL, PAMONG_EVENT_MOVE_OUT }, { "2025-01-01", "2025-06-01" }, PAMONG_STATUS_MOVED },
    { { PAMONG_EVENT_MISSING, PAMONG_EVENT_RETURNED }, { "2025-01-01", "2025-01-01" }, PAMONG_STATUS_ALIVE },
    { { PAMONG_EVENT_DEATH, PAMONG_EVENT_RETURNED }, { "2025-01-01", "2025-01-01" }, PAMONG_STATUS_DEAD },
    { { PAMONG_EVENT_AWAY, PAMONG_EVENT_REMOVED, PAMONG_EVENT_DEATH }, { "2025-01-01", "2024-01-01", "2026-01-01" }, PAMONG_STATUS_VOID },
  };
  PamongStore *store = fixture_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int turn = 0; turn < 2; turn++)
      {
        g_autoptr (PamongRecord) resident = fixture_resident ("SARI", NULL);

        fixture_put (store, resident, NULL);
        for (int j = 0; j < 3; j++)
          {
            int k = turn ? 2 - j : j; /* whatever came first, the answer is one */
            g_autoptr (PamongRecord) event = NULL;

            if (cases[i].types[k] == 0)
              continue;
            event = fixture_event (cases[i].types[k], resident->uid, cases[i].dates[k]);
            fixture_put (store, event, NULL);
          }
        assert_status (store, resident->uid, cases[i].status);
      }
  fixture_free (store);
}

static void
test_cancel (void)
{
  PamongStore *store = fixture_new ();
  g_autoptr (PamongRecord) resident = fixture_resident ("SARI", NULL);
  g_autoptr (PamongRecord) death = fixture_event (PAMONG_EVENT_DEATH, resident->uid, "2026-01-01");
  g_autoptr (PamongRecord) counter = fixture_event (PAMONG_EVENT_CANCEL, NULL, "2026-01-02");

  fixture_put (store, resident, death, NULL);
  assert_status (store, resident->uid, PAMONG_STATUS_DEAD);
  pamong_record_set_text (counter, PAMONG_EVENT_CANCELS, death->uid);
  fixture_put (store, counter, NULL);
  assert_status (store, resident->uid, PAMONG_STATUS_ALIVE);
  fixture_free (store);
}

static void
test_family (void)
{
  PamongStore *store = fixture_new ();
  g_autoptr (PamongRecord) family = fixture_family (NULL);
  g_autoptr (PamongRecord) resident = fixture_resident ("SARI", family->uid);
  g_autoptr (PamongRecord) split = fixture_event (PAMONG_EVENT_FAMILY_SPLIT, NULL, "2026-01-01");

  fixture_put (store, family, resident, NULL);
  g_assert_cmpint (marks_of (store, resident->uid), ==, PAMONG_MARK_CHECK | PAMONG_MARK_WAITING | PAMONG_MARK_NO_NIK);
  fixture_edit (store, PAMONG_KIND_FAMILY, family->uid, PAMONG_FAMILY_KK_NUMBER, "3522280101200001");
  fixture_edit (store, PAMONG_KIND_FAMILY, family->uid, PAMONG_FAMILY_RT, "009");
  g_assert_cmpint (fixture_count (store, "SELECT kk_number = '3522280101200001' AND rt = '009' AND address_key = 'jl mawar no 1 krajan' FROM resident_list"), ==, 1);
  g_assert_cmpint (marks_of (store, resident->uid), ==, PAMONG_MARK_CHECK | PAMONG_MARK_NO_NIK);
  fixture_edit (store, PAMONG_KIND_RESIDENT, resident->uid, PAMONG_RESIDENT_NIK, "3522285402900001");
  g_assert_cmpint (marks_of (store, resident->uid), ==, PAMONG_MARK_CHECK);

  pamong_record_set_text (split, PAMONG_EVENT_FAMILY_UID, family->uid);
  pamong_record_set_text (split, PAMONG_EVENT_FILED, "2026-01-02");
  fixture_put (store, split, NULL);
  g_assert_cmpint (marks_of (store, resident->uid), ==, PAMONG_MARK_CHECK | PAMONG_MARK_WAITING);
  fixture_edit (store, PAMONG_KIND_EVENT, split->uid, PAMONG_EVENT_ISSUED, "2026-01-20");
  g_assert_cmpint (marks_of (store, resident->uid), ==, PAMONG_MARK_CHECK);
  fixture_check (store);
  fixture_free (store);
}

/* The fields counted in SQL are the ones that domain calls required. */
static void
test_filled (void)
{
  PamongStore *store = fixture_new ();
  g_autoptr (PamongRecord) resident = pamong_record_new (PAMONG_KIND_RESIDENT, FIXTURE_AREA);
  guint n, filled, required;
  const PamongField *fields = pamong_kind_fields (PAMONG_KIND_RESIDENT, &n);

  for (guint i = 0; i < n; i++)
    {
      if (fields[i].type == PAMONG_TYPE_CODE || fields[i].type == PAMONG_TYPE_INT)
        pamong_record_set_int (resident, (int) i, 1);
      else if (fields[i].type == PAMONG_TYPE_REAL)
        pamong_record_set_real (resident, (int) i, 1.5);
      else
        pamong_record_set_text (resident, (int) i, fields[i].type == PAMONG_TYPE_DATE ? "2000-01-31" : "1");
      fixture_put (store, resident, NULL);
      pamong_record_completeness (resident, &filled, &required);
      g_assert_cmpint (fixture_count (store, "SELECT filled FROM resident_list"), ==, filled);
      g_assert_cmpint (fixture_count (store, "SELECT marks & 1 FROM resident_list"), ==, filled < required);
    }
  fixture_check (store);
  fixture_free (store);
}

static void
test_readers (void)
{
  PamongStore *store = fixture_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongRecord) family = fixture_family (NULL);
  g_autoptr (PamongRecord) child = fixture_resident ("DEWI", family->uid);
  g_autoptr (PamongRecord) head = fixture_resident ("BUDI", family->uid);
  g_autoptr (PamongRecord) gone = fixture_resident ("SARI", family->uid);
  g_autoptr (PamongRecord) death = fixture_event (PAMONG_EVENT_DEATH, gone->uid, "2026-01-01");
  g_autoptr (PamongRecord) opening = fixture_event (PAMONG_EVENT_FAMILY_OPENING, NULL, "2025-01-01");
  g_autoptr (PamongRecord) birth = fixture_event (PAMONG_EVENT_BIRTH, child->uid, "2025-02-01");
  g_autoptr (PamongRecord) waiver = pamong_record_new (PAMONG_KIND_WAIVER, FIXTURE_AREA);
  g_autoptr (PamongFamilyCard) card = NULL;
  g_autoptr (PamongRecord) found = NULL;
  g_autoptr (GPtrArray) waiting = NULL;

  pamong_record_set_int (child, PAMONG_RESIDENT_SHDK, 4);
  pamong_record_set_text (head, PAMONG_RESIDENT_NIK, "3522281402900001");
  pamong_record_set_text (gone, PAMONG_RESIDENT_NIK, "3522281402900001");
  pamong_record_set_text (opening, PAMONG_EVENT_FAMILY_UID, family->uid);
  pamong_record_set_text (birth, PAMONG_EVENT_FILED, "2024-12-01");
  pamong_record_set_text (waiver, PAMONG_WAIVER_SUBJECT_UID, head->uid);
  pamong_record_set_text (waiver, PAMONG_WAIVER_RULE, "double-nik");
  fixture_put (store, family, gone, child, head, death, opening, birth, waiver, NULL);

  card = pamong_store_card (store, family->uid, &error);
  g_assert_cmpuint (card->members->len, ==, 2);
  g_assert_cmpstr (((PamongRecord *) g_ptr_array_index (card->members, 0))->uid, ==, head->uid);
  found = pamong_store_resident (store, "3522281402900001", &error);
  g_assert_cmpstr (found->uid, ==, head->uid); /* the living one of two */
  waiting = pamong_store_waiting (store, &error);
  g_assert_cmpuint (waiting->len, ==, 2);
  g_assert_cmpstr (((PamongRecord *) g_ptr_array_index (waiting, 0))->uid, ==, birth->uid);
  g_assert_cmpstr (((PamongRecord *) g_ptr_array_index (waiting, 1))->uid, ==, opening->uid);
  g_assert_true (pamong_store_is_waived (store, head->uid, "double-nik", NULL));
  g_assert_false (pamong_store_is_waived (store, head->uid, "double-nik", "other"));
  g_assert_null (pamong_store_card (store, "none", &error));
  g_assert_no_error (error);
  fixture_edit (store, PAMONG_KIND_FAMILY, family->uid, PAMONG_FAMILY_KK_NUMBER, "3522280101200001");
  pamong_record_free (g_steal_pointer (&found));
  found = pamong_store_family (store, "3522280101200001", &error);
  g_assert_cmpstr (found->uid, ==, family->uid);
  fixture_check (store);
  fixture_free (store);
}

/* The centre has the events and no view: what domain makes of them is what the view says. */
static void
test_status_in_c (void)
{
  PamongStore *store = fixture_new ();
  guint odd = 0;

  for (int round = 0; round < 300; round++)
    {
      g_autoptr (PamongRecord) resident = fixture_resident ("SARI", NULL);
      g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_record_free);
      int n = g_test_rand_int_range (0, 6);
      PamongStatus status;

      fixture_put (store, resident, NULL);
      for (int i = 0; i < n; i++)
        {
          g_autofree char *date = g_strdup_printf ("2026-01-0%d", g_test_rand_int_range (1, 4));
          gboolean cancels = i > 0 && g_test_rand_int_range (0, 4) == 0;
          PamongRecord *event = fixture_event (cancels ? PAMONG_EVENT_CANCEL : (PamongEventType) g_test_rand_int_range (PAMONG_EVENT_OPENING, PAMONG_EVENT_NIK_CORRECTED + 1), resident->uid, date);

          if (cancels)
            pamong_record_set_text (event, PAMONG_EVENT_CANCELS, ((PamongRecord *) g_ptr_array_index (events, g_test_rand_int_range (0, i)))->uid);
          g_ptr_array_add (events, event);
          fixture_put (store, event, NULL);
        }
      status = pamong_events_status (events);
      g_assert_cmpint (status, ==, pamong_store_status (store, resident->uid));
      odd += status != PAMONG_STATUS_ALIVE;
    }
  g_assert_cmpuint (odd, >, 50);
  fixture_free (store);
}

/* Standing lists: without a NIK, and of age for a KTP but recorded as without; who has no entry there is not known to lack one. */
static void
test_standing (void)
{
  PamongStore *store = fixture_new ();
  g_autoptr (PamongRecord) without = fixture_resident ("ANI", NULL), unknown = fixture_resident ("BUDI", NULL), has = fixture_resident ("CICI", NULL), child = fixture_resident ("DEWI", NULL);
  g_autoptr (GArray) ktp = NULL, nik = NULL;
  PamongRecord *all[] = { without, unknown, has, child };

  pamong_record_set_text (has, PAMONG_RESIDENT_NIK, "3522281402900001");
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      pamong_record_set_text (all[i], PAMONG_RESIDENT_BIRTH_DATE, all[i] == child ? "2015-01-01" : "1990-02-14");
      pamong_record_set_int (all[i], PAMONG_RESIDENT_MARITAL_STATUS, 1);
      if (all[i] != unknown)
        pamong_record_set_int (all[i], PAMONG_RESIDENT_EKTP, all[i] == has ? 2 : 1);
      fixture_put (store, all[i], NULL);
    }
  ktp = pamong_store_standing (store, PAMONG_STANDING_NO_KTP, "2026-11-24", NULL);
  g_assert_cmpuint (ktp->len, ==, 1);
  g_assert_cmpint (g_array_index (ktp, gint32, 0), ==, pamong_residents_rid (store, without->uid));
  nik = pamong_store_standing (store, PAMONG_STANDING_NO_NIK, "2026-11-24", NULL);
  g_assert_cmpuint (nik->len, ==, 3);
  fixture_free (store);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/list/types", test_types);
  g_test_add_func ("/list/order", test_order);
  g_test_add_func ("/list/status-in-c", test_status_in_c);
  g_test_add_func ("/list/cancel", test_cancel);
  g_test_add_func ("/list/standing", test_standing);
  g_test_add_func ("/list/family", test_family);
  g_test_add_func ("/list/filled", test_filled);
  g_test_add_func ("/list/readers", test_readers);
  return g_test_run ();
}
