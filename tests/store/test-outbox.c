/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "domain/uid.h"
#include "wire/gzip.h"

static char *
name_of (PamongStore *store, const char *uid)
{
  g_autoptr (PamongRecord) record = fixture_get (store, PAMONG_KIND_RESIDENT, uid);

  return g_strdup_printf ("%s v%d", pamong_record_text (record, PAMONG_RESIDENT_NAME), (int) record->version);
}

static void
assert_name (PamongStore *store, const char *uid, const char *expected)
{
  g_autofree char *name = name_of (store, uid);

  g_assert_cmpstr (name, ==, expected);
}

static void
assert_counts (PamongStore *store, int pending, int held, int conflicts)
{
  g_autoptr (GError) error = NULL;
  PamongOutboxCounts counts;

  g_assert_true (pamong_outbox_counts (store, &counts, &error));
  g_assert_cmpint (counts.pending, ==, pending);
  g_assert_cmpint (counts.held, ==, held);
  g_assert_cmpint (counts.conflicts, ==, conflicts);
  g_assert_cmpint (counts.sent, ==, counts.last_seq - pending - held);
}

/* An edit made while the request was on its way is another change and stays pending. */
static void
test_in_flight (void)
{
  PamongStore *store = fixture_new ();
  g_autoptr (PamongRecord) resident = fixture_resident ("SARI", NULL);

  fixture_put (store, resident, NULL);
  fixture_edit (store, PAMONG_KIND_RESIDENT, resident->uid, PAMONG_RESIDENT_NAME, "SARI DEWI");
  fixture_edit (store, PAMONG_KIND_RESIDENT, resident->uid, PAMONG_RESIDENT_PHONE, "0812");
  fixture_answer (store, 1, 2, PAMONG_OUTCOME_APPLIED, 0);
  assert_name (store, resident->uid, "SARI DEWI v2");
  assert_counts (store, 1, 0, 0);
  g_assert_cmpint (fixture_count (store, "SELECT version FROM base"), ==, 2);
  fixture_check (store);

  /* The same answer once more changes nothing. */
  fixture_answer (store, 1, 2, PAMONG_OUTCOME_APPLIED, 0);
  assert_name (store, resident->uid, "SARI DEWI v2");
  fixture_answer (store, 3, 3, PAMONG_OUTCOME_MERGED, 7);
  assert_name (store, resident->uid, "SARI DEWI v7");
  g_assert_cmpint (fixture_count (store, "SELECT count (*) FROM base"), ==, 0);
  g_assert_cmpint (fixture_count (store, "SELECT count (*) FROM history"), ==, 0);
  assert_counts (store, 0, 0, 0);
  fixture_check (store);
  fixture_free (store);
}

static PamongRecord *
make_conflict (const char *subject, const char *current)
{
  PamongRecord *conflict = pamong_record_new (PAMONG_KIND_CONFLICT, FIXTURE_AREA);

  conflict->version = 1;
  pamong_record_set_text (conflict, PAMONG_CONFLICT_SUBJECT_KIND, "resident");
  pamong_record_set_text (conflict, PAMONG_CONFLICT_SUBJECT_UID, subject);
  pamong_record_set_text (conflict, PAMONG_CONFLICT_FIELD, "name");
  pamong_record_set_text (conflict, PAMONG_CONFLICT_CURRENT, current);
  pamong_record_set_text (conflict, PAMONG_CONFLICT_CURRENT_BY, "Bu Camat");
  pamong_record_set_text (conflict, PAMONG_CONFLICT_OTHER, "[]");
  return conflict;
}

static void
answer_conflict (PamongStore *store, gint64 seq, gint64 version, const char *subject, const char *current)
{
  g_autoptr (GPtrArray) conflicts = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_record_free);
  PamongResult result = { .from = seq, .to = seq, .outcome = PAMONG_OUTCOME_CONFLICT, .version = version, .conflicts = conflicts };

  g_ptr_array_add (conflicts, make_conflict (subject, current));
  fixture_answer_with (store, &result);
}

static void
test_conflict (void)
{
  PamongStore *store = fixture_new ();
  g_autoptr (PamongRecord) resident = fixture_resident ("SARI", NULL);
  g_autofree char *history = NULL;

  fixture_put (store, resident, NULL);
  fixture_answer (store, 1, 1, PAMONG_OUTCOME_APPLIED, 0);
  resident->version = 1;
  pamong_record_set_text (resident, PAMONG_RESIDENT_NAME, "SARI DEWI");
  pamong_record_set_text (resident, PAMONG_RESIDENT_PHONE, "0812");
  fixture_put (store, resident, NULL);
  answer_conflict (store, 2, 5, resident->uid, "{\"name\":\"SARI WATI\"}");
  assert_name (store, resident->uid, "SARI WATI v5");
  assert_counts (store, 0, 0, 1);
  g_assert_cmpint (fixture_count (store, "SELECT marks & 2 FROM resident_list"), ==, 2);
  g_assert_cmpint (fixture_count (store, "SELECT phone = '0812' FROM resident"), ==, 1);
  history = fixture_text (store, "SELECT actor_name || ' ' || \"set\" FROM history WHERE kind = 'resident'");
  g_assert_cmpstr (history, ==, "Bu Camat {\"name\":[\"SARI DEWI\",\"SARI WATI\"]}");
  fixture_check (store);
  fixture_free (store);
}

/* A later change waits that sets the same group: the row keeps it, the base has the server's value. */
static void
test_conflict_under_edit (void)
{
  PamongStore *store = fixture_new ();
  g_autoptr (PamongRecord) resident = fixture_resident ("SARI", NULL);
  g_autofree char *base = NULL;

  fixture_put (store, resident, NULL);
  fixture_answer (store, 1, 1, PAMONG_OUTCOME_APPLIED, 0);
  fixture_edit (store, PAMONG_KIND_RESIDENT, resident->uid, PAMONG_RESIDENT_NAME, "SARI DEWI");
  fixture_edit (store, PAMONG_KIND_RESIDENT, resident->uid, PAMONG_RESIDENT_NAME, "SARI DEWI LESTARI");
  answer_conflict (store, 2, 5, resident->uid, "{\"name\":\"SARI WATI\"}");
  assert_name (store, resident->uid, "SARI DEWI LESTARI v5");
  base = fixture_text (store, "SELECT json_extract (data, '$.name') FROM base");
  g_assert_cmpstr (base, ==, "SARI WATI");
  assert_counts (store, 1, 0, 1);
  fixture_check (store);
  fixture_free (store);
}

static void
test_resolve (void)
{
  PamongStore *store = fixture_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongRecord) resident = fixture_resident ("SARI", NULL);
  g_autoptr (PamongRecord) now = NULL;
  g_autofree char *uid = NULL, *set = NULL;
  PamongWrite *write;

  fixture_put (store, resident, NULL);
  fixture_answer (store, 1, 1, PAMONG_OUTCOME_APPLIED, 0);
  fixture_edit (store, PAMONG_KIND_RESIDENT, resident->uid, PAMONG_RESIDENT_NAME, "SARI DEWI");
  answer_conflict (store, 2, 5, resident->uid, "{\"name\":\"SARI WATI\"}");
  uid = fixture_text (store, "SELECT uid FROM conflict");
  /* Keeping what is current is an answer too, so the change is there though nothing differs. */
  now = fixture_get (store, PAMONG_KIND_RESIDENT, resident->uid);
  write = pamong_write_begin (store, FIXTURE_ACTOR, "conflict.resolve", NULL, &error);
  g_assert_true (pamong_write_resolve (write, now, PAMONG_RESIDENT_NAME, uid, &error));
  g_assert_true (pamong_write_commit (write, NULL, NULL, &error));
  set = fixture_text (store, "SELECT op || ' ' || base || ' ' || \"set\" FROM change WHERE seq = 3");
  g_assert_cmpstr (set, ==, "resolve 5 {\"name\":[\"SARI WATI\",\"SARI WATI\"]}");
  assert_counts (store, 1, 0, 0);
  g_assert_cmpint (fixture_count (store, "SELECT marks & 2 FROM resident_list"), ==, 0);
  fixture_check (store);
  fixture_answer (store, 3, 3, PAMONG_OUTCOME_APPLIED, 0);
  assert_name (store, resident->uid, "SARI WATI v6");
  fixture_check (store);
  fixture_free (store);
}

static void
test_held (void)
{
  PamongStore *store = fixture_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (PamongRecord) family = fixture_family ("3522280101200001");
  g_autoptr (PamongRecord) resident = fixture_resident ("SARI", family->uid);
  PamongResult rejected = { .from = 2, .to = 2, .outcome = PAMONG_OUTCOME_REJECTED, .reason = PAMONG_REASON_BAD_VALUE };
  PamongResult dependent = { .from = 3, .to = 3, .outcome = PAMONG_OUTCOME_DEPENDENT, .on = 2 };
  PamongOutboxItem *item;

  fixture_put (store, family, NULL);
  fixture_put (store, resident, NULL);
  fixture_edit (store, PAMONG_KIND_RESIDENT, resident->uid, PAMONG_RESIDENT_NAME, "SARI DEWI");
  fixture_answer (store, 1, 1, PAMONG_OUTCOME_APPLIED, 0);
  fixture_answer_with (store, &rejected);
  fixture_answer_with (store, &dependent);
  assert_counts (store, 0, 2, 0);
  /* What was typed stays to be seen and mended. */
  assert_name (store, resident->uid, "SARI DEWI v0");
  items = pamong_outbox_items (store, TRUE, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (items->len, ==, 2);
  item = g_ptr_array_index (items, 0);
  g_assert_cmpstr (item->who, ==, "SARI DEWI");
  g_assert_cmpstr (item->place, ==, "KRAJAN RT 002 RW 001");
  g_assert_cmpstr (item->kind, ==, "resident");
  g_assert_cmpstr (item->reason, ==, pamong_reason_words (PAMONG_REASON_BAD_VALUE));
  fixture_check (store);
  fixture_free (store);
}

static void
test_items (void)
{
  PamongStore *store = fixture_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (PamongRecord) family = fixture_family (NULL);
  g_autoptr (PamongRecord) child = fixture_resident ("DEWI", family->uid);
  g_autoptr (PamongRecord) head = fixture_resident ("BUDI", family->uid);
  g_autoptr (PamongRecord) event = fixture_event (PAMONG_EVENT_DEATH, head->uid, "2026-05-01");

  pamong_record_set_int (child, PAMONG_RESIDENT_SHDK, 4);
  fixture_put (store, family, child, head, NULL);
  fixture_put (store, event, NULL);
  items = pamong_outbox_items (store, FALSE, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (items->len, ==, 2);
  PamongOutboxItem *first = g_ptr_array_index (items, 0), *second = g_ptr_array_index (items, 1);
  g_assert_cmpstr (first->who, ==, "BUDI");
  g_assert_cmpint (first->n, ==, 3);
  g_assert_cmpstr (first->kind, ==, "family");
  g_assert_null (first->reason);
  g_assert_cmpstr (second->who, ==, "BUDI");
  g_assert_cmpint (second->seq, ==, 4);
  g_assert_cmpstr (second->place, ==, "KRAJAN RT 002 RW 001");
  fixture_free (store);
}

static void
put_act (PamongStore *store, int residents)
{
  g_autoptr (GError) error = NULL;
  PamongWrite *write = pamong_write_begin (store, FIXTURE_ACTOR, "resident.add", NULL, &error);

  for (int i = 0; i < residents; i++)
    {
      g_autofree char *name = pamong_uid_new ();
      g_autoptr (PamongRecord) resident = fixture_resident (name, NULL);

      g_assert_true (pamong_write_put (write, resident, &error));
    }
  g_assert_true (pamong_write_commit (write, NULL, NULL, &error));
}

/* Batches hold whole acts within the size, follow each other without a gap, and end. */
static void
test_batch (void)
{
  PamongStore *store = fixture_new ();
  g_autoptr (GError) error = NULL;
  gint64 next = 1, sent = 0;
  PamongPushRequest *request;

  put_act (store, 3);
  g_assert_null (pamong_outbox_batch (store, &error)); /* not enrolled */
  g_assert_no_error (error);
  fixture_enrol (store);
  put_act (store, 500); /* one act may be bigger than a batch */
  for (int i = 0; i < 600; i++)
    put_act (store, 1 + i % 5);
  while ((request = pamong_outbox_batch (store, &error)) != NULL)
    {
      g_autoptr (GBytes) plain = pamong_push_request_format (request);
      g_autoptr (GBytes) packed = pamong_gzip (plain);
      const PamongChange *first = g_ptr_array_index (request->changes, 0);
      const PamongChange *last = g_ptr_array_index (request->changes, request->changes->len - 1);

      g_assert_cmpstr (request->device, ==, "device-1");
      g_assert_cmpint (request->from_seq, ==, next);
      g_assert_cmpint (first->seq, ==, next);
      g_assert_cmpint (last->seq, ==, next + (gint64) request->changes->len - 1);
      g_assert_cmpint (first->tx, ==, first->seq);
      g_assert_cmpint (last->seq, ==, last->tx + last->n - 1);
      g_assert_true (g_bytes_get_size (packed) <= PAMONG_BATCH_BYTES || last->tx == first->tx);
      g_assert_null (first->area);
      g_test_message ("%u changes, %u bytes", request->changes->len, (guint) g_bytes_get_size (packed));
      next = last->seq + 1;
      sent++;
      fixture_answer (store, request->from_seq, last->seq, PAMONG_OUTCOME_APPLIED, 0);
      pamong_push_request_free (request);
    }
  g_assert_no_error (error);
  g_assert_cmpint (next, ==, 2304);
  g_assert_cmpint (sent, >, 2);
  g_assert_cmpint (fixture_count (store, "SELECT count (*) FROM resident WHERE version <> 1"), ==, 0);
  assert_counts (store, 0, 0, 0);
  fixture_check (store);
  fixture_free (store);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/outbox/in-flight", test_in_flight);
  g_test_add_func ("/outbox/conflict", test_conflict);
  g_test_add_func ("/outbox/conflict-under-edit", test_conflict_under_edit);
  g_test_add_func ("/outbox/resolve", test_resolve);
  g_test_add_func ("/outbox/held", test_held);
  g_test_add_func ("/outbox/items", test_items);
  g_test_add_func ("/outbox/batch", test_batch);
  return g_test_run ();
}
