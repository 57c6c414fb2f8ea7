/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "folder.h"
#include "proxy.h"
#include "server_process.h"
#include "village_office.h"

#include "store/device.h"
#include "store/residents.h"
#include "sync/line.h"
#include "sync/run.h"
#include "wire/crypto.h"
#include "wire/envelope.h"
#include "wire/gzip.h"

#include <stdlib.h>
#include <string.h>

/* A village, the real server, and a line between them that is cut at one byte after another. After each cut nothing is lost; when it heals, everything
 * is there, once. The kecamatan counts. */
typedef struct {
  ServerProcess *server;
  Proxy *proxy;
  VillageOffice *village;
  char *district_dir;
  PamongOffice *district;
  guint stride;
} Line;

#define QUICK_STRIDE 97

/* Requests of a round, in order. */
enum { HELLO, PUSH, PULL };

static void
enrol (ServerProcess *server, PamongOffice *office, const char *url, const char *level, const char *area)
{
  g_autofree char *code = server_process_code (server, level, area);
  g_autoptr (GError) error = NULL;

  pamong_sync_enrol (office, url, code, &error);
  g_assert_no_error (error);
}

static void
set_up (Line *line, gconstpointer data)
{
  g_autofree char *recovery = NULL;
  g_autoptr (GError) error = NULL;

  line->stride = GPOINTER_TO_UINT (data);
  line->server = server_process_new ();
  line->proxy = proxy_new (server_process_port (line->server));
  line->village = village_office_new ("35.22.28.2001");
  line->district_dir = folder_new ();
  line->district = pamong_office_init (line->district_dir, PAMONG_LEVEL_DISTRICT, "35.22.28", "Kasi", PAMONG_DUTY_SERVICE, "sandi-uji-coba", &recovery, &error);
  g_assert_no_error (error);
  enrol (line->server, line->village->office, proxy_url (line->proxy), "village", "35.22.28.2001");
  enrol (line->server, line->district, server_process_url (line->server), "district", "35.22.28");
}

static void
tear_down (Line *line, gconstpointer data)
{
  village_office_free (line->village);
  pamong_office_close (line->district);
  folder_remove (line->district_dir);
  g_free (line->district_dir);
  proxy_free (line->proxy);
  server_process_free (line->server);
}

static gboolean
sync_village (Line *line, GError **error)
{
  return pamong_sync_run (line->village->office, NULL, error);
}

static void
heal (Line *line)
{
  g_autoptr (GError) error = NULL;

  proxy_set (line->proxy, PROXY_FORWARD, 0, 0, NULL);
  sync_village (line, &error);
  g_assert_no_error (error);
  g_assert_cmpint (village_office_pending (line->village), ==, 0);
}

/* What the kecamatan has is what the village has: nothing lost, nothing twice. */
static void
check_district (Line *line)
{
  PamongQuery query = PAMONG_QUERY_INIT;
  g_autoptr (GError) error = NULL;
  gint64 there;

  pamong_sync_run (line->district, NULL, &error);
  g_assert_no_error (error);
  there = pamong_residents_count (pamong_office_store (line->district), &query, &error);
  g_assert_cmpint (there, ==, line->village->families);
  g_assert_cmpint (village_office_count (line->village), ==, line->village->families);
}

/* One round against @fault at request @which: it fails, and what was entered is still there. */
static void
fail_round (Line *line, ProxyFault fault, gsize at, guint which, GBytes *canned)
{
  g_autoptr (GError) error = NULL;

  proxy_set (line->proxy, fault, at, which, canned);
  g_assert_false (sync_village (line, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_OFFLINE);
  g_assert_cmpint (village_office_count (line->village), ==, line->village->families);
}

/* Sizes of request @which of a fine round with something to send. */
static void
measure (Line *line, guint which, gsize *request, gsize *answer)
{
  static const char *const paths[] = { "POST /v1/hello", "POST /v1/push", "POST /v1/pull" };
  g_autoptr (GBytes) last = NULL;
  g_autoptr (GError) error = NULL;

  proxy_set (line->proxy, PROXY_CUT_ANSWER, 0, which, NULL); /* ends the round there */
  sync_village (line, &error);
  proxy_last (line->proxy, request, answer);
  last = proxy_request (line->proxy);
  g_assert_true (g_str_has_prefix (g_bytes_get_data (last, NULL), paths[which]));
  heal (line);
}

static void
sweep (Line *line, ProxyFault fault, guint which)
{
  gsize request, answer, whole;
  guint cuts = 0;

  village_office_register (line->village);
  measure (line, which, &request, &answer);
  whole = fault == PROXY_CUT_REQUEST ? request : answer;
  g_assert_cmpuint (whole, >, 100);
  for (gsize at = 0; at < whole; at += line->stride)
    {
      if (which == PUSH && at % (4 * line->stride) == 0)
        village_office_register (line->village);
      else if (which == PUSH && village_office_pending (line->village) == 0)
        village_office_register (line->village);
      fail_round (line, fault, at, which, NULL);
      cuts++;
      if (cuts % 3 == 0)
        heal (line);
    }
  heal (line);
  check_district (line);
  g_test_message ("%u cuts over %" G_GSIZE_FORMAT " bytes", cuts, whole);
}

static void
test_cut_push_request (Line *line, gconstpointer data)
{
  sweep (line, PROXY_CUT_REQUEST, PUSH);
}

static void
test_cut_push_answer (Line *line, gconstpointer data)
{
  sweep (line, PROXY_CUT_ANSWER, PUSH);
}

static void
test_cut_hello (Line *line, gconstpointer data)
{
  sweep (line, PROXY_CUT_REQUEST, HELLO);
  sweep (line, PROXY_CUT_ANSWER, HELLO);
}

/* The village pulls what its second computer wrote. */
static void
test_cut_page (Line *line, gconstpointer data)
{
  g_autoptr (VillageOffice) second = village_office_new ("35.22.28.2001");
  g_autoptr (GError) error = NULL;
  gsize request, answer;

  second->families = 5000;
  enrol (line->server, second->office, server_process_url (line->server), "village", "35.22.28.2001");
  for (int i = 0; i < 5; i++)
    village_office_register (second);
  pamong_sync_run (second->office, NULL, &error);
  g_assert_no_error (error);

  proxy_set (line->proxy, PROXY_CUT_ANSWER, 0, PULL, NULL);
  sync_village (line, NULL); /* sends the account, and learns how big the page is */
  proxy_set (line->proxy, PROXY_CUT_ANSWER, 0, 1, NULL);
  sync_village (line, NULL);
  proxy_last (line->proxy, &request, &answer);
  g_assert_cmpuint (answer, >, 500);
  for (gsize at = 0; at < answer; at += line->stride)
    fail_round (line, PROXY_CUT_ANSWER, at, 1, NULL); /* hello, pull: nothing to push */
  heal (line);
  g_assert_cmpint (village_office_count (line->village), ==, 5);
}

static GBytes *
canned (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

static GBytes *
bomb (const char *server_id)
{
  g_autoptr (GBytes) zeros = g_bytes_new_take (g_malloc0 (PAMONG_BODY_CAP + 1), PAMONG_BODY_CAP + 1);
  g_autoptr (GBytes) packed = pamong_gzip (zeros);
  g_autofree char *head = g_strdup_printf ("HTTP/1.1 200 OK\r\nContent-Type: " PAMONG_CONTENT_TYPE "\r\n" PAMONG_HEADER_SERVER ": %s\r\n"
                                           "Content-Encoding: gzip\r\nContent-Length: %" G_GSIZE_FORMAT "\r\n\r\n", server_id, g_bytes_get_size (packed));
  GByteArray *answer = g_byte_array_new ();

  g_byte_array_append (answer, (const guint8 *) head, strlen (head));
  g_byte_array_append (answer, g_bytes_get_data (packed, NULL), g_bytes_get_size (packed));
  return g_byte_array_free_to_bytes (answer);
}

/* An answer of our server in form, with @body. */
static GBytes *
ours (const char *server_id, const char *status, const char *body)
{
  g_autofree char *text = g_strdup_printf ("HTTP/1.1 %s\r\nContent-Type: " PAMONG_CONTENT_TYPE "\r\n" PAMONG_HEADER_SERVER ": %s\r\n"
                                           "Content-Length: %" G_GSIZE_FORMAT "\r\n\r\n%s", status, server_id, strlen (body), body);

  return canned (text);
}

static void
test_strange_answers (Line *line, gconstpointer data)
{
  g_autoptr (PamongDevice) device = pamong_device_get (pamong_office_store (line->village->office), NULL);
  const char *id = device->server_id;
  GBytes *answers[] = {
    canned ("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 12\r\n\r\n<html></html"),
    canned ("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:9/\r\nContent-Length: 0\r\n\r\n"),
    canned ("HTTP/1.1 500 Oh\r\nContent-Length: 0\r\n\r\n"),
    canned ("HTTP/1.1 401 No\r\nContent-Type: text/html\r\nContent-Length: 0\r\n\r\n"), /* a portal's, not ours: must not stop us */
    canned ("nonsense"),
    ours (id, "200 OK", "{}"),
    ours (id, "200 OK", "[]"),
    ours (id, "200 OK", ""),
    ours (id, "200 OK", "{\"high\":1,\"time\":1,\"results\":[]}"),
    ours (id, "200 OK", "{\"high\":9999,\"time\":1,\"results\":[{\"seq\":[1,9999],\"o\":\"applied\"}]}"),
    ours (id, "500 Oh", "{\"error\":\"internal\"}"),
    ours (id, "503 Busy", "{\"error\":\"busy\"}"),
    ours ("another", "200 OK", "{\"high\":1,\"time\":1,\"results\":[]}"),
    bomb (id),
  };

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    for (guint which = HELLO; which <= PULL; which++)
      {
        village_office_register (line->village);
        fail_round (line, PROXY_CANNED, 0, which, answers[i]);
      }
  heal (line);
  check_district (line);
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    g_bytes_unref (answers[i]);
}

/* A middlebox that sends every request twice. */
static void
test_repeat (Line *line, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 10; i++)
    {
      village_office_register (line->village);
      proxy_set (line->proxy, PROXY_REPEAT, 0, 0, NULL);
      sync_village (line, &error);
      g_assert_no_error (error);
      g_assert_cmpint (village_office_pending (line->village), ==, 0);
    }
  check_district (line);
}

static void
test_stall (Line *line, gconstpointer data)
{
  PamongOffice *office = line->village->office;
  g_autoptr (PamongTransport) transport = pamong_line_open (pamong_office_store (office), NULL);
  g_autoptr (GError) error = NULL;

  pamong_transport_set_patience (transport, 1, 1);
  village_office_register (line->village);
  proxy_set (line->proxy, PROXY_STALL, 0, PUSH, NULL);
  g_assert_false (pamong_sync_run_over (office, pamong_transport_post, transport, NULL, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_OFFLINE);
  heal (line);
  check_district (line);
}

/* Killed between two requests, again and again: it goes on where it was. */
static void
test_server_dies (Line *line, gconstpointer data)
{
  for (int i = 0; i < 5; i++)
    {
      g_autoptr (GError) error = NULL;

      village_office_register (line->village);
      proxy_set (line->proxy, PROXY_CUT_ANSWER, 0, PUSH, NULL); /* committed, not heard */
      g_assert_false (sync_village (line, NULL));
      server_process_stop (line->server);
      proxy_set (line->proxy, PROXY_FORWARD, 0, 0, NULL);
      g_assert_false (sync_village (line, &error));
      g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_OFFLINE);
      server_process_start (line->server);
    }
  heal (line);
  check_district (line);
}

/* An activation whose answer is lost is tried again with the same code. */
static void
test_enrol (Line *line, gconstpointer data)
{
  g_autoptr (VillageOffice) late = village_office_new ("35.22.28.2002");
  g_autofree char *code = server_process_code (line->server, "village", "35.22.28.2002");
  g_autofree char *other = server_process_code (line->server, "village", "35.22.28.2003");
  g_autoptr (GError) error = NULL;

  g_assert_false (pamong_sync_enrol (late->office, proxy_url (line->proxy), "AAAA-BBBB-CCCC-DDDD", &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_DENIED);
  g_clear_error (&error);
  g_assert_false (pamong_sync_enrol (late->office, proxy_url (line->proxy), other, &error)); /* of another village */
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_DENIED);
  g_clear_error (&error);
  g_assert_false (pamong_sync_enrol (late->office, "http://pamong.example.go.id", code, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
  g_clear_error (&error);

  for (gsize at = 0; at < 240; at += 40)
    {
      proxy_set (line->proxy, PROXY_CUT_ANSWER, at, 0, NULL);
      g_assert_false (pamong_sync_enrol (late->office, proxy_url (line->proxy), code, &error));
      g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_OFFLINE);
      g_clear_error (&error);
    }
  proxy_set (line->proxy, PROXY_FORWARD, 0, 0, NULL);
  pamong_sync_enrol (late->office, proxy_url (line->proxy), code, &error);
  g_assert_no_error (error);
  g_assert_false (pamong_sync_enrol (late->office, proxy_url (line->proxy), code, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_CONFLICT);
  g_clear_error (&error);
  pamong_sync_run (late->office, NULL, &error);
  g_assert_no_error (error);
}

static void
test_revoked (Line *line, gconstpointer data)
{
  g_autoptr (PamongDevice) device = pamong_device_get (pamong_office_store (line->village->office), NULL);
  g_autofree char *said = NULL;
  g_autoptr (GError) error = NULL;
  gint64 pending;

  heal (line);
  village_office_register (line->village);
  pending = village_office_pending (line->village);
  said = server_process_admin (line->server, "revoke", device->id, NULL);
  g_assert_false (sync_village (line, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_DENIED);
  g_assert_cmpint (village_office_pending (line->village), ==, pending); /* it belongs to the device (R3.4) */
}

#define ADD(path, stride, func) g_test_add (path, Line, GUINT_TO_POINTER (stride), set_up, func, tear_down)

int
main (int argc, char **argv)
{
  guint stride = QUICK_STRIDE;

  g_test_init (&argc, &argv, NULL);
  pamong_crypto_init ();
  if (argc > 1)
    stride = (guint) strtoul (argv[1], NULL, 10);
  ADD ("/sync/cut/push-request", stride, test_cut_push_request);
  ADD ("/sync/cut/push-answer", stride, test_cut_push_answer);
  ADD ("/sync/cut/hello", stride, test_cut_hello);
  ADD ("/sync/cut/page", stride, test_cut_page);
  ADD ("/sync/cut/strange-answers", stride, test_strange_answers);
  ADD ("/sync/cut/repeat", stride, test_repeat);
  if (stride < QUICK_STRIDE)
    ADD ("/sync/cut/stall", stride, test_stall); /* curl looks back five seconds before it calls a line dead */
  ADD ("/sync/cut/server-dies", stride, test_server_dies);
  ADD ("/sync/cut/enrol", stride, test_enrol);
  ADD ("/sync/cut/revoked", stride, test_revoked);
  return g_test_run ();
}
