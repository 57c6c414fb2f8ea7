/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "proxy.h"
#include "server_process.h"
#include "village_office.h"

#include "office/desk.h"
#include "store/device.h"
#include "store/outbox.h"
#include "sync/sync.h"
#include "wire/crypto.h"

/* The desktop's side with everything real: a desk with its thread, the runner with its own, a server behind a proxy. */
typedef struct {
  ServerProcess *server;
  Proxy *proxy;
  VillageOffice *village; /* its office lives in the desk */
  PamongDesk *desk;
  PamongSyncRunner *runner;
  guint told; /* state-changed */
} Desk;

static void
told_cb (Desk *desk)
{
  desk->told++;
}

static void
set_up (Desk *desk, gconstpointer enrolled)
{
  g_autoptr (GError) error = NULL;

  desk->server = server_process_new ();
  desk->proxy = proxy_new (server_process_port (desk->server));
  desk->village = village_office_new ("35.22.28.2001");
  if (GPOINTER_TO_INT (enrolled))
    {
      g_autofree char *code = server_process_code (desk->server, "village", "35.22.28.2001");
      pamong_sync_enrol (desk->village->office, proxy_url (desk->proxy), code, &error);
      g_assert_no_error (error);
    }
  desk->desk = pamong_desk_new_with (g_steal_pointer (&desk->village->office), &error);
  g_assert_no_error (error);
  desk->runner = pamong_sync_runner_new (desk->desk);
  g_signal_connect_swapped (desk->runner, "state-changed", G_CALLBACK (told_cb), desk);
}

static void
tear_down (Desk *desk, gconstpointer enrolled)
{
  pamong_sync_runner_stop (desk->runner);
  pamong_desk_stop (desk->desk);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (desk->runner); /* every callback that held it has come */
  g_assert_finalize_object (desk->desk);
  village_office_free (desk->village);
  proxy_free (desk->proxy);
  server_process_free (desk->server);
}

static gpointer
register_job (PamongOffice *office, gpointer data, GError **error)
{
  VillageOffice *village = data;

  village->office = office;
  village_office_register (village);
  village->office = NULL;
  return NULL;
}

static void
register_family (Desk *desk)
{
  pamong_desk_run (desk->desk, register_job, desk->village, NULL);
}

static gpointer
count_job (PamongOffice *office, gpointer data, GError **error)
{
  PamongOutboxCounts counts;

  pamong_outbox_counts (pamong_office_store (office), &counts, NULL);
  return GINT_TO_POINTER ((int) counts.pending);
}

static int
pending (Desk *desk)
{
  return GPOINTER_TO_INT (pamong_desk_run (desk->desk, count_job, NULL, NULL));
}

/* Runs the main loop until @condition; the test's own time-out is the limit. */
#define RUN_UNTIL(condition) \
  while (!(condition)) \
    g_main_context_iteration (NULL, TRUE)

/* A round says so when it begins and when it stands in the list. */
static void
end_round (Desk *desk, guint before)
{
  RUN_UNTIL (desk->told >= before + 2 && !pamong_sync_runner_is_busy (desk->runner));
}

static void
run_round (Desk *desk)
{
  guint before = desk->told;

  pamong_sync_runner_now (desk->runner);
  end_round (desk, before);
}

/* A little while, so that what should not happen had its chance. */
static gboolean
waited_cb (gpointer done)
{
  *(gboolean *) done = TRUE;
  return G_SOURCE_REMOVE;
}

static void
run_a_while (void)
{
  gboolean done = FALSE;

  g_timeout_add (200, waited_cb, &done);
  RUN_UNTIL (done);
}

static void
test_round (Desk *desk, gconstpointer data)
{
  pamong_sync_runner_start (desk->runner);
  register_family (desk);
  g_assert_cmpint (pending (desk), >, 0);
  run_round (desk);
  g_assert_cmpint (pending (desk), ==, 0);
  g_assert_null (pamong_sync_runner_message (desk->runner));
}

/* Nobody presses anything. */
static void
test_save_wakes (Desk *desk, gconstpointer data)
{
  guint before;

  pamong_sync_runner_start (desk->runner);
  run_round (desk);
  before = desk->told;
  register_family (desk);
  end_round (desk, before);
  g_assert_cmpint (pending (desk), ==, 0);
}

/* The round's own page says "changed" too; that must not begin another round. */
static void
test_rests (Desk *desk, gconstpointer data)
{
  guint requests;

  pamong_sync_runner_start (desk->runner);
  run_round (desk);
  run_round (desk);
  requests = proxy_requests (desk->proxy);
  for (int i = 0; i < 12; i++)
    run_a_while (); /* longer than a save waits */
  g_assert_cmpuint (proxy_requests (desk->proxy), ==, requests);
}

static void
test_before_enrolment (Desk *desk, gconstpointer data)
{
  pamong_sync_runner_start (desk->runner);
  pamong_sync_runner_now (desk->runner);
  register_family (desk);
  run_a_while ();
  g_assert_false (pamong_sync_runner_is_busy (desk->runner));
  g_assert_cmpuint (proxy_requests (desk->proxy), ==, 0);
  g_assert_cmpint (pending (desk), >, 0);
}

typedef struct {
  const char *url, *code;
} Enrolment;

static gpointer
enrol_job (PamongOffice *office, gpointer data, GError **error)
{
  Enrolment *enrolment = data;

  pamong_sync_enrol (office, enrolment->url, enrolment->code, error);
  return NULL;
}

/* Enrolled while the program runs, as at the end of the first run. */
static void
test_enrolled_later (Desk *desk, gconstpointer data)
{
  g_autofree char *code = server_process_code (desk->server, "village", "35.22.28.2001");
  g_autoptr (GError) error = NULL;

  pamong_sync_runner_start (desk->runner);
  register_family (desk);
  run_a_while ();
  pamong_desk_run (desk->desk, enrol_job, &(Enrolment) { proxy_url (desk->proxy), code }, &error);
  g_assert_no_error (error);
  run_round (desk);
  g_assert_cmpint (pending (desk), ==, 0);
}

/* An edit while a request is under way is another row, and goes with the same round. */
static void
test_save_in_flight (Desk *desk, gconstpointer data)
{
  guint before;

  pamong_sync_runner_start (desk->runner);
  register_family (desk);
  proxy_set (desk->proxy, PROXY_FORWARD, 0, 0, NULL);
  before = desk->told;
  pamong_sync_runner_now (desk->runner);
  RUN_UNTIL (proxy_requests (desk->proxy) > 0);
  register_family (desk);
  end_round (desk, before);
  g_assert_cmpint (pending (desk), ==, 0);
}

/* Closing the program while the line hangs: this would take a minute if the transfer were not broken off, and the test would run out of time. */
static void
test_stop_in_flight (Desk *desk, gconstpointer data)
{
  pamong_sync_runner_start (desk->runner);
  register_family (desk);
  proxy_set (desk->proxy, PROXY_STALL, 0, 1, NULL);
  pamong_sync_runner_now (desk->runner);
  RUN_UNTIL (proxy_requests (desk->proxy) == 2);
  g_assert_true (pamong_sync_runner_is_busy (desk->runner));
  pamong_sync_runner_stop (desk->runner);
  g_assert_false (pamong_sync_runner_is_busy (desk->runner));
  run_a_while ();
  g_assert_cmpint (pending (desk), >, 0);
}

static void
test_offline (Desk *desk, gconstpointer data)
{
  pamong_sync_runner_start (desk->runner);
  register_family (desk);
  server_process_stop (desk->server);
  run_round (desk);
  g_assert_cmpint (pending (desk), >, 0);
  g_assert_null (pamong_sync_runner_message (desk->runner)); /* no reason to trouble anybody */
  server_process_start (desk->server);
  run_round (desk);
  g_assert_cmpint (pending (desk), ==, 0);
}

static gpointer
device_job (PamongOffice *office, gpointer data, GError **error)
{
  g_autoptr (PamongDevice) device = pamong_device_get (pamong_office_store (office), NULL);

  return g_strdup (device->id);
}

static void
test_revoked (Desk *desk, gconstpointer data)
{
  g_autofree char *id = pamong_desk_run (desk->desk, device_job, NULL, NULL);
  g_autofree char *said = server_process_admin (desk->server, "revoke", id, NULL);

  pamong_sync_runner_start (desk->runner);
  register_family (desk);
  run_round (desk);
  g_assert_nonnull (pamong_sync_runner_message (desk->runner));
  proxy_set (desk->proxy, PROXY_FORWARD, 0, 0, NULL);
  register_family (desk);
  run_a_while ();
  g_assert_cmpuint (proxy_requests (desk->proxy), ==, 0); /* it has stopped */
  g_assert_cmpint (pending (desk), >, 0);
}

/* Conditions are also met by other threads, which do not wake this one. */
static gboolean
ticked_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

#define ADD(path, enrolled, func) g_test_add (path, Desk, GINT_TO_POINTER (enrolled), set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  pamong_crypto_init ();
  g_timeout_add (20, ticked_cb, NULL);
  ADD ("/sync/runner/round", TRUE, test_round);
  ADD ("/sync/runner/save-wakes", TRUE, test_save_wakes);
  ADD ("/sync/runner/rests", TRUE, test_rests);
  ADD ("/sync/runner/before-enrolment", FALSE, test_before_enrolment);
  ADD ("/sync/runner/enrolled-later", FALSE, test_enrolled_later);
  ADD ("/sync/runner/save-in-flight", TRUE, test_save_in_flight);
  ADD ("/sync/runner/stop-in-flight", TRUE, test_stop_in_flight);
  ADD ("/sync/runner/offline", TRUE, test_offline);
  ADD ("/sync/runner/revoked", TRUE, test_revoked);
  return g_test_run ();
}
