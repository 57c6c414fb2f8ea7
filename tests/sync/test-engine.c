/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "seed.h"
#include "sync/engine.h"

#define MIDDLE 0x80000000u

/* One engine and what it said last, as one line: "timer+2000", "hello", "ask/1", "done fail timer+…". Times are from @now. */
typedef struct {
  PamongSync sync;
  gint64 now;
  char *said;
} Bench;

static const char *
name_action (PamongSyncActionType type)
{
  static const char *const names[] = { "ask", "hello", "push", "pull", "store", "timer", "done", "stop" };
  return names[type];
}

static char *
say (const PamongSyncAction *actions, guint n, gint64 now)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (text, ' ');
      g_string_append (text, name_action (actions[i].type));
      if (actions[i].type == PAMONG_ACTION_TIMER)
        g_string_append_printf (text, "+%" G_GINT64_FORMAT, actions[i].at - now);
      else if (actions[i].type == PAMONG_ACTION_ROUND_DONE && !actions[i].ok)
        g_string_append (text, "/failed");
      else if (actions[i].type == PAMONG_ACTION_STOP)
        g_string_append_printf (text, "/%d", actions[i].status);
      else if (actions[i].type == PAMONG_ACTION_ASK_BATCH && actions[i].shrink > 0)
        g_string_append_printf (text, "/%d", actions[i].shrink);
    }
  return g_string_free (text, FALSE);
}

static void
give (Bench *bench, PamongSyncEvent event)
{
  PamongSyncAction actions[PAMONG_SYNC_MAX_ACTIONS];
  guint n = pamong_sync_step (&bench->sync, bench->now, &event, actions);

  g_free (bench->said);
  bench->said = say (actions, n, bench->now);
}

#define GIVE(expected, ...) \
  G_STMT_START { \
    give (&bench, (PamongSyncEvent) { __VA_ARGS__ }); \
    g_assert_cmpstr (bench.said, ==, expected); \
  } G_STMT_END
#define START(expected, r) GIVE (expected, .type = PAMONG_SYNC_ON_START, .random = r)
#define TIMER(expected) GIVE (expected, .type = PAMONG_SYNC_ON_TIMER)
#define NETWORK(expected, r) GIVE (expected, .type = PAMONG_SYNC_ON_NETWORK, .random = r)
#define SAVED(expected) GIVE (expected, .type = PAMONG_SYNC_ON_SAVED)
#define BUTTON(expected) GIVE (expected, .type = PAMONG_SYNC_ON_BUTTON)
#define BATCH(expected, has) GIVE (expected, .type = PAMONG_SYNC_ON_BATCH, .ok = TRUE, .has_batch = has, .random = MIDDLE)
#define ANSWER(expected, s) GIVE (expected, .type = PAMONG_SYNC_ON_ANSWER, .status = s, .random = MIDDLE)
#define PAGE(expected, m) GIVE (expected, .type = PAMONG_SYNC_ON_ANSWER, .status = 200, .more = m)
#define STORED(expected) GIVE (expected, .type = PAMONG_SYNC_ON_STORED, .ok = TRUE, .random = MIDDLE)

#define BENCH(failures) \
  Bench bench = { .now = 1000 }; \
  pamong_sync_init (&bench.sync, failures)

static void
test_round (void)
{
  BENCH (0);
  START ("timer+2500", MIDDLE);
  bench.now += 2500;
  TIMER ("hello");
  ANSWER ("store", 200);
  STORED ("ask");
  BATCH ("push", TRUE);
  ANSWER ("store", 200);
  STORED ("ask");
  BATCH ("push", TRUE);
  ANSWER ("store", 200);
  STORED ("ask");
  BATCH ("pull", FALSE);
  PAGE ("store", TRUE);
  STORED ("pull");
  PAGE ("store", FALSE);
  STORED ("done timer+300000");
  g_assert_cmpint (bench.sync.state, ==, PAMONG_SYNC_IDLE);
  g_free (bench.said);
}

/* Up to the first answer to a push. */
static void
reach_push (Bench *at)
{
  Bench bench = *at;
  BUTTON ("hello");
  ANSWER ("store", 200);
  STORED ("ask");
  BATCH ("push", TRUE);
  *at = bench;
}

/* A copy that was put back: answers it has lost, everything it misses, then hello again to go on, and only then what is new. Once in a round. */
static void
test_put_back (void)
{
  BENCH (0);
  reach_push (&bench);
  ANSWER ("store", 200);
  STORED ("ask");
  BATCH ("pull", FALSE);
  PAGE ("store", TRUE);
  STORED ("pull");
  PAGE ("store", FALSE);
  GIVE ("hello", .type = PAMONG_SYNC_ON_STORED, .ok = TRUE, .recovers = TRUE);
  ANSWER ("store", 200);
  STORED ("ask");
  BATCH ("push", TRUE);
  ANSWER ("store", 200);
  STORED ("ask");
  BATCH ("pull", FALSE);
  PAGE ("store", FALSE);
  GIVE ("done timer+300000", .type = PAMONG_SYNC_ON_STORED, .ok = TRUE, .recovers = TRUE, .random = MIDDLE);
  g_free (bench.said);
}

static void
test_save_during_round (void)
{
  BENCH (0);
  reach_push (&bench);
  ANSWER ("store", 200);
  STORED ("ask");
  BATCH ("pull", FALSE);
  SAVED ("");
  PAGE ("store", FALSE);
  STORED ("ask");        /* looks again instead of waiting for the next poll */
  BATCH ("push", TRUE);
  ANSWER ("store", 200);
  STORED ("ask");
  BATCH ("pull", FALSE); /* pushed, so there may be news */
  SAVED ("");
  PAGE ("store", FALSE);
  STORED ("ask");
  SAVED ("");            /* while the outbox is being read */
  BATCH ("done timer+2000", FALSE);
  g_free (bench.said);
}

static void
test_save_wakes (void)
{
  BENCH (0);
  START ("timer+5000", G_MAXUINT32);
  SAVED ("timer+2000");
  bench.now += 500;
  SAVED (""); /* the second does not put it off */
  bench.now += 1499;
  TIMER ("timer+1"); /* early */
  bench.now += 1;
  TIMER ("hello");
  TIMER ("");
  BUTTON ("");
  NETWORK ("", 0);
  g_free (bench.said);
}

static void
test_backoff (void)
{
  static const gint64 caps[] = { 5000, 10000, 20000, 40000, 80000, 160000, 320000, 640000, 1280000, 1800000, 1800000 };
  BENCH (0);
  START ("timer+0", 0);
  for (guint i = 0; i < G_N_ELEMENTS (caps); i++)
    {
      g_autofree char *longest = g_strdup_printf ("done/failed timer+%" G_GINT64_FORMAT, caps[i]);
      TIMER ("hello");
      GIVE (longest, .type = PAMONG_SYNC_ON_ANSWER, .status = 0, .random = G_MAXUINT32);
      g_assert_cmpint (bench.sync.failures, ==, i + 1);
      bench.now += caps[i];
    }
  TIMER ("hello");
  GIVE ("done/failed timer+0", .type = PAMONG_SYNC_ON_ANSWER, .status = 0, .random = 0); /* jitter over all of it */

  /* kept over a restart; at the start not longer than after an outage */
  pamong_sync_init (&bench.sync, 11);
  START ("timer+120000", G_MAXUINT32);
  TIMER ("timer+120000");
  bench.now += 120000;
  TIMER ("hello");
  GIVE ("done/failed timer+1800000", .type = PAMONG_SYNC_ON_ANSWER, .status = 500, .random = G_MAXUINT32);
  NETWORK ("timer+60000", MIDDLE);
  NETWORK ("", G_MAXUINT32); /* only forward */
  SAVED ("timer+15000");     /* not in a spin while it fails */
  BUTTON ("hello");          /* no jitter for a person */
  g_free (bench.said);
}

static void
test_progress_forgets_failures (void)
{
  BENCH (9);
  reach_push (&bench);
  g_assert_cmpint (bench.sync.failures, ==, 9); /* hello alone carries nothing */
  ANSWER ("store", 200);
  STORED ("ask");
  g_assert_cmpint (bench.sync.failures, ==, 0);
  BATCH ("push", TRUE);
  ANSWER ("done/failed timer+2500", 0);
  g_assert_cmpint (bench.sync.failures, ==, 1);
  g_free (bench.said);
}

static void
test_stop (void)
{
  static const int statuses[] = { 401, 403, 409, 426 };

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      BENCH (0);
      g_autofree char *stopped = g_strdup_printf ("done/failed stop/%d", statuses[i]);
      reach_push (&bench);
      ANSWER (stopped, statuses[i]);
      TIMER ("");
      SAVED ("");
      NETWORK ("", 0);
      ANSWER ("", 200);
      BUTTON ("hello"); /* a person may ask again, and gets the same message */
      ANSWER (stopped, statuses[i]);
      START ("hello", 0);
      g_free (bench.said);
    }
}

static void
test_gap (void)
{
  BENCH (0);
  reach_push (&bench);
  GIVE ("hello", .type = PAMONG_SYNC_ON_ANSWER, .status = 409, .gap = TRUE);
  ANSWER ("store", 200);
  STORED ("ask");
  BATCH ("push", TRUE);
  GIVE ("done/failed stop/409", .type = PAMONG_SYNC_ON_ANSWER, .status = 409, .gap = TRUE); /* no endless round */
  g_free (bench.said);
}

static void
test_too_big (void)
{
  BENCH (0);
  reach_push (&bench);
  for (int i = 1; i <= PAMONG_SYNC_MAX_SHRINK; i++)
    {
      g_autofree char *ask = g_strdup_printf ("ask/%d", i);
      ANSWER (ask, 413);
      BATCH ("push", TRUE);
    }
  ANSWER ("done/failed timer+2500", 413);
  BUTTON ("hello");
  ANSWER ("store", 200);
  STORED ("ask"); /* a new round begins with the full size */
  g_free (bench.said);
}

static void
test_retry_after (void)
{
  BENCH (0);
  reach_push (&bench);
  GIVE ("done/failed timer+92500", .type = PAMONG_SYNC_ON_ANSWER, .status = 503, .retry_after = 90, .random = MIDDLE); /* jitter comes on top */
  NETWORK ("timer+90000", 0);
  BUTTON (""); /* the server asked; the button does not come before it */
  SAVED ("");
  bench.now += 90000;
  TIMER ("hello");
  GIVE ("done/failed timer+1800000", .type = PAMONG_SYNC_ON_ANSWER, .status = 429, .retry_after = G_MAXINT64, .random = 0);
  bench.now += 10000;
  GIVE ("", .type = PAMONG_SYNC_ON_ANSWER, .status = 429, .retry_after = 0);
  g_free (bench.said);
}

static void
test_store_fails (void)
{
  BENCH (0);
  reach_push (&bench);
  ANSWER ("store", 200);
  GIVE ("done/failed timer+2500", .type = PAMONG_SYNC_ON_STORED, .ok = FALSE, .random = MIDDLE); /* disk full: the answer comes again */
  BUTTON ("hello");
  ANSWER ("store", 200);
  STORED ("ask");
  GIVE ("done/failed timer+5000", .type = PAMONG_SYNC_ON_BATCH, .ok = FALSE, .random = MIDDLE);
  g_free (bench.said);
}

static void
test_misplaced (void)
{
  BENCH (0);
  STORED ("");
  BATCH ("", TRUE);
  ANSWER ("", 200);
  TIMER (""); /* never started: nothing is due */
  BUTTON ("hello");
  STORED ("");
  BATCH ("", TRUE);
  START ("", 0);
  ANSWER ("store", 200);
  ANSWER ("", 200);
  BATCH ("", FALSE);
  STORED ("ask");
  STORED ("");
  ANSWER ("", 401);
  g_free (bench.said);
}

static PamongSyncEvent
any_event (GRand *rand)
{
  static const int statuses[] = { 200, 200, 200, 200, 200, 200, 0, 0, 401, 403, 409, 413, 426, 429, 500, 503, 302, -1 };
  PamongSyncEvent event = { 0 };

  event.type = g_rand_int_range (rand, 0, PAMONG_SYNC_ON_STORED + 1);
  event.ok = g_rand_int_range (rand, 0, 8) > 0;
  event.has_batch = g_rand_boolean (rand);
  event.status = statuses[g_rand_int_range (rand, 0, G_N_ELEMENTS (statuses))];
  event.retry_after = g_rand_int_range (rand, 0, 4) == 0 ? g_rand_int_range (rand, -5, 4000) : 0;
  event.gap = g_rand_boolean (rand);
  event.more = g_rand_int_range (rand, 0, 3) == 0;
  event.random = g_rand_int (rand);
  return event;
}

/* Counts what is under way and remembers the timer, as a shell would, and holds the engine to its word. */
typedef struct {
  int under_way;
  gint64 timer;
  gint64 not_before;
  gboolean stopped;
} Shell;

static void
watch (Shell *shell, const PamongSyncAction *actions, guint n)
{
  for (guint i = 0; i < n; i++)
    switch (actions[i].type)
      {
      case PAMONG_ACTION_TIMER:
        shell->timer = actions[i].at;
        break;
      case PAMONG_ACTION_ROUND_DONE:
        g_assert_cmpint (shell->under_way, ==, 0);
        break;
      case PAMONG_ACTION_STOP:
        shell->stopped = TRUE;
        break;
      default:
        shell->under_way++;
        shell->timer = PAMONG_SYNC_NEVER;
        shell->stopped = FALSE;
      }
}

static void
run_seed (guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  Shell shell = { .timer = PAMONG_SYNC_NEVER };
  PamongSync sync;
  PamongSyncAction actions[PAMONG_SYNC_MAX_ACTIONS];
  PamongSyncEvent start = { .type = PAMONG_SYNC_ON_START, .random = g_rand_int (rand) };
  gint64 now = g_rand_int_range (rand, 0, 1000000);

  seed_begin (seed);
  pamong_sync_init (&sync, g_rand_int_range (rand, -2, 40));
  watch (&shell, actions, pamong_sync_step (&sync, now, &start, actions));
  for (int i = 0; i < 200; i++)
    {
      PamongSyncEvent event = any_event (rand);
      gboolean answers = event.type >= PAMONG_SYNC_ON_BATCH && (int) sync.await == (int) event.type - (int) PAMONG_SYNC_ON_BATCH + 1;
      guint n;

      now += g_rand_int_range (rand, 0, 20000);
      if (answers)
        shell.under_way--;
      n = pamong_sync_step (&sync, now, &event, actions);
      g_assert_true (answers || event.type < PAMONG_SYNC_ON_BATCH || n == 0);
      watch (&shell, actions, n);

      g_assert_cmpint (shell.under_way, >=, 0);
      g_assert_cmpint (shell.under_way, <=, 1); /* never two at once */
      g_assert_cmpint (shell.under_way, ==, pamong_sync_is_busy (&sync));
      g_assert_true (shell.stopped == (sync.state == PAMONG_SYNC_STOPPED));
      g_assert_true (shell.under_way || shell.stopped || shell.timer != PAMONG_SYNC_NEVER); /* it never falls asleep for good */
      g_assert_true (shell.timer == sync.timer);
      g_assert_true (shell.under_way || shell.stopped || shell.timer - now <= 2 * PAMONG_SYNC_MAX_DELAY);
    }

  /* Heal: a good line, whatever happened before, ends a round well. */
  if (shell.stopped)
    watch (&shell, actions, pamong_sync_step (&sync, now, &(PamongSyncEvent) { .type = PAMONG_SYNC_ON_BUTTON }, actions));
  for (int i = 0, batches = 5, ended = 0; !ended; i++)
    {
      PamongSyncEvent event = { .ok = TRUE, .status = 200 };
      guint n;

      g_assert_cmpint (i, <, 60);
      if (shell.under_way)
        {
          event.type = PAMONG_SYNC_ON_BATCH + sync.await - PAMONG_SYNC_AWAIT_BATCH;
          event.has_batch = event.type == PAMONG_SYNC_ON_BATCH && batches-- > 0;
          shell.under_way = 0;
        }
      else
        {
          event.type = PAMONG_SYNC_ON_TIMER;
          now = MAX (now, shell.timer);
        }
      n = pamong_sync_step (&sync, now, &event, actions);
      watch (&shell, actions, n);
      for (guint k = 0; k < n; k++)
        ended |= actions[k].type == PAMONG_ACTION_ROUND_DONE && actions[k].ok;
    }
  g_assert_cmpint (sync.failures, ==, 0);
}

static void
test_any_order (void)
{
  guint32 one;

  if (seed_from_env (&one))
    {
      run_seed (one);
      return;
    }
  for (guint32 seed = 0; seed < 10000; seed++)
    run_seed (seed);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sync/engine/round", test_round);
  g_test_add_func ("/sync/engine/put-back", test_put_back);
  g_test_add_func ("/sync/engine/save-during-round", test_save_during_round);
  g_test_add_func ("/sync/engine/save-wakes", test_save_wakes);
  g_test_add_func ("/sync/engine/backoff", test_backoff);
  g_test_add_func ("/sync/engine/progress-forgets-failures", test_progress_forgets_failures);
  g_test_add_func ("/sync/engine/stop", test_stop);
  g_test_add_func ("/sync/engine/gap", test_gap);
  g_test_add_func ("/sync/engine/too-big", test_too_big);
  g_test_add_func ("/sync/engine/retry-after", test_retry_after);
  g_test_add_func ("/sync/engine/store-fails", test_store_fails);
  g_test_add_func ("/sync/engine/misplaced", test_misplaced);
  g_test_add_func ("/sync/engine/any-order", test_any_order);
  return g_test_run ();
}
