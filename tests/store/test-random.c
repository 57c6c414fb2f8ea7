/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edits, batches, answers, lost answers and pages in any order: at every step base + open changes = row, list rows are as derived, and in the
 * end the rows are the server's. The server here is fifty lines that merge as sync.md R7 says; the seed is printed by g_test. */
#include "fixture.h"

#include "domain/uid.h"

#define RECORDS 6
#define STEPS 150

static const int fields[] = { PAMONG_RESIDENT_NAME, PAMONG_RESIDENT_PHONE, PAMONG_RESIDENT_BIRTH_PLACE, PAMONG_RESIDENT_BIRTH_DATE, PAMONG_RESIDENT_LAT };

typedef struct {
  PamongRecord *record; /* NULL until the server has it */
  gint64 foreign;       /* version of the last edit by somebody else */
  gboolean news;        /* somebody else's edit not yet in a page */
  gboolean held;
} Remote;

typedef struct {
  PamongStore *store;
  GHashTable *remotes; /* uid -> Remote */
  GPtrArray *uids;
  PamongPushAnswer *lost; /* the server has answered, the line broke */
} World;

static void
remote_free (Remote *remote)
{
  g_clear_pointer (&remote->record, pamong_record_free);
  g_free (remote);
}

static void
set_random (PamongRecord *record)
{
  int field = fields[g_test_rand_int_range (0, G_N_ELEMENTS (fields))];
  static const char *const words[] = { "A", "B \"C\"", "D" };
  static const char *const dates[] = { "1990-01-01", "2001-12-31", "1945-08-17" };

  if (g_test_rand_int_range (0, 6) == 0)
    pamong_record_clear (record, field);
  else if (field == PAMONG_RESIDENT_LAT)
    pamong_record_set_real (record, field, g_test_rand_int_range (-3, 3) / 8.0);
  else if (field == PAMONG_RESIDENT_BIRTH_DATE)
    pamong_record_set_text (record, field, dates[g_test_rand_int_range (0, 3)]);
  else
    pamong_record_set_text (record, field, words[g_test_rand_int_range (0, 3)]);
}

/* The server */

static int
leader_of (const PamongDelta *delta)
{
  return pamong_field_get (PAMONG_KIND_RESIDENT, delta->field)->group;
}

static PamongRecord *
make_clash (const PamongRecord *record, int leader)
{
  g_autoptr (PamongRecord) current = pamong_record_new (PAMONG_KIND_RESIDENT, FIXTURE_AREA);
  g_autofree char *uid = pamong_uid_derive ("conflict", (const char *const[]) { record->uid, pamong_field_get (PAMONG_KIND_RESIDENT, leader)->key, NULL });
  GString *json = g_string_new ("{");
  PamongRecord *conflict = pamong_record_new (PAMONG_KIND_CONFLICT, FIXTURE_AREA);
  static gint64 version = 1;

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const PamongField *field = pamong_field_get (PAMONG_KIND_RESIDENT, fields[i]);
      const PamongValue *value = &record->values[fields[i]];

      if (field->group != leader)
        continue;
      g_string_append_printf (json, "%s\"%s\":", json->len > 1 ? "," : "", field->key);
      if (value->type == PAMONG_VALUE_TEXT)
        {
          g_autofree char *text = g_strescape (value->s, NULL);

          g_string_append_printf (json, "\"%s\"", text);
        }
      else if (value->type == PAMONG_VALUE_REAL)
        g_string_append_printf (json, "%.15g", value->d);
      else
        g_string_append (json, "null");
    }
  g_string_append_c (json, '}');
  g_free (conflict->uid);
  conflict->uid = g_steal_pointer (&uid);
  conflict->version = version++;
  pamong_record_set_text (conflict, PAMONG_CONFLICT_SUBJECT_KIND, "resident");
  pamong_record_set_text (conflict, PAMONG_CONFLICT_SUBJECT_UID, record->uid);
  pamong_record_set_text (conflict, PAMONG_CONFLICT_FIELD, pamong_field_get (PAMONG_KIND_RESIDENT, leader)->key);
  pamong_record_set_text (conflict, PAMONG_CONFLICT_CURRENT, json->str);
  g_string_free (json, TRUE);
  return conflict;
}

/* 0 same, 1 take, 2 clash: the worst of the group. */
static int
judge_group (const PamongRecord *record, const PamongChange *change, int leader)
{
  int worst = 0;

  for (guint i = 0; i < change->set->len; i++)
    {
      const PamongDelta *delta = g_ptr_array_index (change->set, i);
      const PamongValue *value = &record->values[delta->field];

      if (leader_of (delta) == leader && !pamong_value_equal (value, &delta->new_value))
        worst = MAX (worst, pamong_value_equal (value, &delta->old_value) ? 1 : 2);
    }
  return worst;
}

static PamongResult *
merge (Remote *remote, const PamongChange *change)
{
  PamongResult *result = g_new0 (PamongResult, 1);
  gboolean writes = FALSE;
  PamongRecord *before;

  result->from = result->to = change->seq;
  if (remote->record == NULL)
    {
      remote->record = pamong_record_new (PAMONG_KIND_RESIDENT, FIXTURE_AREA);
      g_free (remote->record->uid);
      remote->record->uid = g_strdup (change->uid);
    }
  before = pamong_record_copy (remote->record);
  result->conflicts = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_record_free);
  for (guint i = 0; i < change->set->len; i++)
    {
      const PamongDelta *delta = g_ptr_array_index (change->set, i);
      int verdict = judge_group (before, change, leader_of (delta));

      if (verdict == 1)
        {
          pamong_record_set_value (remote->record, delta->field, &delta->new_value);
          writes = TRUE;
        }
      if (verdict == 2 && (i == 0 || leader_of (g_ptr_array_index (change->set, i - 1)) != leader_of (delta)))
        g_ptr_array_add (result->conflicts, make_clash (before, leader_of (delta)));
    }
  writes |= before->version == 0;
  remote->record->version += writes;
  result->version = remote->record->version;
  if (result->conflicts->len > 0)
    result->outcome = PAMONG_OUTCOME_CONFLICT;
  else if (!writes)
    result->outcome = PAMONG_OUTCOME_NOOP;
  else
    result->outcome = remote->foreign <= change->base ? PAMONG_OUTCOME_APPLIED : PAMONG_OUTCOME_MERGED;
  if (result->outcome == PAMONG_OUTCOME_APPLIED)
    result->version = 0;
  pamong_record_free (before);
  return result;
}

static PamongResult *
receive (World *world, const PamongChange *change)
{
  Remote *remote = g_hash_table_lookup (world->remotes, change->uid);
  PamongResult *result;

  if (!remote->held && g_test_rand_int_range (0, 40) != 0)
    return merge (remote, change);
  result = g_new0 (PamongResult, 1);
  result->from = result->to = change->seq;
  result->outcome = remote->held ? PAMONG_OUTCOME_DEPENDENT : PAMONG_OUTCOME_REJECTED;
  result->reason = PAMONG_REASON_BAD_VALUE;
  remote->held = TRUE;
  return result;
}

static PamongPushAnswer *
answer (World *world, const PamongPushRequest *request)
{
  PamongPushAnswer *answer = g_new0 (PamongPushAnswer, 1);

  answer->results = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_result_free);
  for (guint i = 0; i < request->changes->len; i++)
    g_ptr_array_add (answer->results, receive (world, g_ptr_array_index (request->changes, i)));
  return answer;
}

/* The client's side */

static void
enter (World *world)
{
  g_autoptr (PamongRecord) resident = fixture_resident ("BARU", NULL);

  g_hash_table_insert (world->remotes, g_strdup (resident->uid), g_new0 (Remote, 1));
  g_ptr_array_add (world->uids, g_strdup (resident->uid));
  fixture_put (world->store, resident, NULL);
}

static const char *
pick (World *world)
{
  return g_ptr_array_index (world->uids, g_test_rand_int_range (0, (int) world->uids->len));
}

static void
edit_here (World *world)
{
  g_autoptr (PamongRecord) first = fixture_get (world->store, PAMONG_KIND_RESIDENT, pick (world));
  g_autoptr (PamongRecord) second = fixture_get (world->store, PAMONG_KIND_RESIDENT, pick (world));

  set_random (first);
  set_random (second);
  if (g_strcmp0 (first->uid, second->uid) == 0)
    fixture_put (world->store, second, NULL);
  else
    fixture_put (world->store, first, second, NULL);
}

static void
edit_elsewhere (World *world)
{
  Remote *remote = g_hash_table_lookup (world->remotes, pick (world));

  if (remote->record == NULL)
    return;
  set_random (remote->record);
  remote->foreign = ++remote->record->version;
  remote->news = TRUE;
}

static void
store_answer (World *world, const PamongPushAnswer *reply)
{
  g_autoptr (GError) error = NULL;
  PamongWrite *write = pamong_write_begin_apply (world->store, &error);

  pamong_outbox_answer (write, reply, &error);
  g_assert_no_error (error);
  g_assert_true (pamong_write_commit (write, NULL, NULL, &error));
}

static void
push (World *world)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongPushRequest) request = NULL;
  g_autoptr (PamongPushAnswer) reply = g_steal_pointer (&world->lost);

  if (reply == NULL)
    {
      if ((request = pamong_outbox_batch (world->store, &error)) == NULL)
        return;
      reply = answer (world, request);
      if (g_test_rand_int_range (0, 3) == 0)
        {
          world->lost = g_steal_pointer (&reply);
          return;
        }
    }
  store_answer (world, reply);
  if (g_test_rand_int_range (0, 4) == 0)
    store_answer (world, reply); /* the same answer twice */
}

static void
pull (World *world)
{
  for (guint i = 0; i < world->uids->len && world->lost == NULL; i++)
    {
      Remote *remote = g_hash_table_lookup (world->remotes, g_ptr_array_index (world->uids, i));

      if (remote->news)
        fixture_page (world->store, remote->record);
      remote->news = FALSE;
    }
}

static void
step (World *world)
{
  switch (g_test_rand_int_range (0, 6))
    {
    case 0:
    case 1:
      edit_here (world);
      break;
    case 2:
      edit_elsewhere (world);
      break;
    case 3:
      pull (world);
      break;
    case 4:
      push (world);
      break;
    default:
      if (world->uids->len < RECORDS)
        enter (world);
      break;
    }
}

static void
compare (World *world, const char *uid)
{
  Remote *remote = g_hash_table_lookup (world->remotes, uid);
  g_autoptr (PamongRecord) row = fixture_get (world->store, PAMONG_KIND_RESIDENT, uid);
  g_autofree char *here = pamong_record_to_json (row), *there = NULL;

  if (remote->held)
    return;
  there = pamong_record_to_json (remote->record);
  g_assert_cmpstr (here, ==, there);
  g_assert_cmpint (row->version, ==, remote->record->version);
}

static void
test_random (void)
{
  World world = { fixture_new (), g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) remote_free),
                  g_ptr_array_new_with_free_func (g_free), NULL };
  PamongOutboxCounts counts;

  fixture_enrol (world.store);
  enter (&world);
  for (int i = 0; i < STEPS; i++)
    {
      step (&world);
      fixture_check (world.store);
    }
  do
    {
      push (&world);
      pamong_outbox_counts (world.store, &counts, NULL);
    }
  while (counts.pending > 0);
  g_clear_pointer (&world.lost, pamong_push_answer_free);
  pull (&world);
  fixture_check (world.store);
  for (guint i = 0; i < world.uids->len; i++)
    compare (&world, g_ptr_array_index (world.uids, i));
  g_assert_cmpint (fixture_count (world.store, "SELECT count (*) FROM change"), ==, fixture_count (world.store, "SELECT max (seq) FROM change"));
  g_ptr_array_unref (world.uids);
  g_hash_table_unref (world.remotes);
  fixture_free (world.store);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (int i = 0; i < 10; i++)
    {
      g_autofree char *path = g_strdup_printf ("/random/%d", i);

      g_test_add_func (path, test_random);
    }
  return g_test_run ();
}
