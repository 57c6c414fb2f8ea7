/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "centre.h"
#include <glib/gstdio.h>
#include <string.h>

/* What must never come, and what the line makes of it. After each, the centre serves on. */

#define T 1790000000

static void
assert_serves (Centre *centre)
{
  g_autoptr (Answer) answer = centre_send (centre, "GET", "/v1/health", NULL, NULL);

  g_assert_cmpint (answer->status, ==, 200);
  g_assert_cmpmem (g_bytes_get_data (answer->body, NULL), g_bytes_get_size (answer->body), "{\"status\":\"ok\"}", 15);
  g_assert_cmpstr (g_hash_table_lookup (answer->headers, "content-type"), ==, PAMONG_CONTENT_TYPE);
  g_assert_nonnull (g_hash_table_lookup (answer->headers, "pamong-server"));
}

static void
test_bodies (void)
{
  g_autoptr (Centre) centre = centre_new ();
  g_autoptr (Computer) one = computer_enrolled (centre, "village", VILLAGE);
  const char *bodies[] = {
    "", "{", "[]", "null", "{}", "<html><body>Login hotspot</body></html>", "{\"device\":1}", "\xff\xfe", "{\"a\":1,\"a\":2}",
    "{\"device\":\"x\",\"epoch\":1,\"schema\":1,\"proto\":1,\"from_seq\":2,\"changes\":{}}",
    "{\"device\":\"x\",\"epoch\":1,\"schema\":1,\"proto\":1,\"from_seq\":-2,\"changes\":[]}",
    "{\"device\":\"x\",\"epoch\":1,\"schema\":1,\"proto\":1,\"from_seq\":2,\"changes\":[{\"n\":9}]}" };
  const char *paths[] = { "/v1/push", "/v1/pull", "/v1/hello" };

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    for (guint j = 0; j < G_N_ELEMENTS (paths); j++)
      {
        g_autoptr (GBytes) body = g_bytes_new_static (bodies[i], strlen (bodies[i]));
        g_autoptr (Answer) answer = computer_send (one, paths[j], body);
        g_autofree char *word = answer_word (answer);

        g_assert_cmpint (answer->status, ==, 400);
        g_assert_cmpstr (word, ==, "bad-request");
      }
  assert_serves (centre);
  centre_check (centre);
}

static void
test_sizes (void)
{
  g_autoptr (Centre) centre = centre_new ();
  g_autoptr (Computer) one = computer_enrolled (centre, "village", VILLAGE);
  gsize sizes[] = { 10 * 1024 * 1024, 100 * 1024 * 1024 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) /* a bomb of zeros: small on the line, 10 and 100 MB unpacked */
    {
      g_autoptr (GBytes) zeros = g_bytes_new_take (g_malloc0 (sizes[i]), sizes[i]);
      g_autoptr (Answer) answer = computer_send (one, "/v1/push", zeros);

      g_assert_cmpint (answer->status, ==, 413);
    }
  {
    g_autoptr (GBytes) big = g_bytes_new_take (g_malloc0 (10 * 1024 * 1024), 10 * 1024 * 1024);
    g_autoptr (Answer) answer = centre_send (centre, "POST", "/v1/enrol", NULL, big);

    g_assert_true (answer->status == 413 || answer->status == 0); /* the line may be closed while we still write */
  }
  assert_serves (centre);
}

static void
test_routes (void)
{
  g_autoptr (Centre) centre = centre_new ();
  struct { const char *method, *path; int status; } cases[] = {
    { "GET", "/", 404 }, { "GET", "/v1/push", 405 }, { "DELETE", "/v1/health", 405 }, { "GET", "/v1/health/", 404 }, { "GET", "/v1/health?x", 200 },
    { "POST", "/v1/../v1/push", 404 }, { "GET", "/v1/%68ealth", 404 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Answer) answer = centre_send (centre, cases[i].method, cases[i].path, NULL, NULL);

      g_assert_cmpint (answer->status, ==, cases[i].status);
      g_assert_nonnull (g_hash_table_lookup (answer->headers, "pamong-server"));
    }
}

/* Values no program of ours would send are rejected one by one; absurd but possible ones are kept. */
static void
test_values (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (31);
  g_autoptr (Centre) centre = centre_new ();
  g_autoptr (Computer) one = computer_enrolled (centre, "village", VILLAGE);
  g_autofree char *long_name = g_strnfill (200, 'A');
  g_autofree char *absurd_name = g_strnfill (5000, 'A');
  g_autofree char *long_set = g_strdup_printf ("{\"name\":\"%s\"}", long_name);
  g_autofree char *absurd_set = g_strdup_printf ("{\"name\":\"%s\"}", absurd_name);
  struct { const char *set; PamongReason reason; } cases[] = {
    { "{\"name\":7}", PAMONG_REASON_BAD_VALUE }, { "{\"sex\":\"L\"}", PAMONG_REASON_BAD_VALUE }, { "{\"birth_date\":\"1990-02-31\"}", PAMONG_REASON_BAD_VALUE },
    { "{\"name\":{}}", PAMONG_REASON_BAD_VALUE }, { "{\"lat\":\"x\"}", PAMONG_REASON_BAD_VALUE }, { "{\"Name\":\"X\"}", PAMONG_REASON_UNKNOWN_FIELD },
    { absurd_set, PAMONG_REASON_BAD_VALUE }, { "[]", PAMONG_REASON_BAD_VALUE },
    { long_set, PAMONG_REASON_NONE }, { "{\"name\":\"😀 <b>'x'</b> \\\"\"}", PAMONG_REASON_NONE }, { "{\"birth_date\":\"2090-01-01\"}", PAMONG_REASON_NONE },
    { "{\"nik\":\"0\"}", PAMONG_REASON_NONE }, { "{\"sex\":99}", PAMONG_REASON_NONE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PamongFamilyCard) card = people_family (rand, VILLAGE, 1);
      PamongChange *change = people_insert (card->family, computer_actor (one), "x", T);
      g_autoptr (PamongResult) result = NULL;

      change->raw = g_strdup_printf ("{\"kind\":\"resident\",\"uid\":\"%s\",\"actor\":\"%s\",\"act\":\"resident.add\",\"t\":1,\"set\":%s}", change->uid, change->actor, cases[i].set);
      result = computer_push_one (one, change);
      g_assert_cmpint (result->outcome, ==, cases[i].reason ? PAMONG_OUTCOME_REJECTED : PAMONG_OUTCOME_APPLIED);
      g_assert_cmpint (result->reason, ==, cases[i].reason);
    }
  centre_check (centre);
}

/* Lines that stop in the middle of a head or a body hold up nobody, and the server still ends when it is asked to. */
static void
test_stalled_lines (void)
{
  g_autoptr (Centre) centre = centre_new ();
  g_autoptr (Computer) one = computer_enrolled (centre, "village", VILLAGE);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autofree char *begun = g_strdup_printf ("POST /v1/push HTTP/1.1\r\nHost: x\r\n%s: %s\r\nContent-Length: 1000\r\n\r\n{\"dev", PAMONG_HEADER_DEVICE, one->id);
  const char *starts[] = { "", "POST /v1/pu", "POST /v1/push HTTP/1.1\r\nHost: x\r\nPamong-De", begun };

  for (guint i = 0; i < 200; i++)
    {
      GSocketConnection *line = g_socket_client_connect_to_host (client, "127.0.0.1", centre->port, NULL, NULL);
      const char *start = starts[i % G_N_ELEMENTS (starts)];

      g_assert_nonnull (line);
      g_ptr_array_add (lines, line);
      g_assert_true (g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (line)), start, strlen (start), NULL, NULL, NULL));
    }
  for (int i = 0; i < 20; i++)
    assert_serves (centre);
  g_free (centre_admin (centre, NULL, "devices", "--json", NULL)); /* and beside it */
  g_ptr_array_set_size (lines, 0);
}

/* Who is not known is told so by his head alone: his body is not waited for. */
static void
test_unknown_sender (void)
{
  g_autoptr (Centre) centre = centre_new ();
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GSocketConnection) line = g_socket_client_connect_to_host (client, "127.0.0.1", centre->port, NULL, NULL);
  const char *head = "POST /v1/push HTTP/1.1\r\nHost: x\r\nPamong-Device: AAAAAAAAAAAAAAAAAAAAAA\r\nContent-Length: 2000000\r\n\r\n";
  char answer[64] = "";

  g_assert_nonnull (line);
  g_socket_set_timeout (g_socket_connection_get_socket (line), 10);
  g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (line)), head, strlen (head), NULL, NULL, NULL);
  g_input_stream_read_all (g_io_stream_get_input_stream (G_IO_STREAM (line)), answer, 12, NULL, NULL, NULL);
  g_assert_cmpstr (answer, ==, "HTTP/1.1 401");
}

/* A ledger that cannot be written answers "later", takes nothing, and goes on when it can. */
static void
test_locked_ledger (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (32);
  g_autoptr (Centre) centre = centre_new ();
  g_autoptr (Computer) one = computer_enrolled (centre, "village", VILLAGE);
  g_autoptr (PamongFamilyCard) card = people_family (rand, VILLAGE, 2);
  g_autofree char *away = g_strconcat (centre->dir, "-away", NULL);
  g_autoptr (PamongPushRequest) request = NULL;
  g_autoptr (GBytes) body = NULL;
  GPtrArray *changes = people_changes ();

  people_register (changes, card, computer_actor (one), T);
  request = people_push (changes, one->id, 2);
  body = pamong_push_request_format (request);
  g_assert_cmpint (g_rename (centre->dir, away), ==, 0); /* the journal has no folder to stand in */
  {
    g_autoptr (Answer) answer = computer_send (one, "/v1/push", body);

    g_assert_cmpint (answer->status, ==, 503);
    g_assert_nonnull (g_hash_table_lookup (answer->headers, "retry-after"));
  }
  g_assert_cmpint (g_rename (away, centre->dir), ==, 0);
  {
    g_autoptr (Answer) answer = computer_send (one, "/v1/push", body);

    g_assert_cmpint (answer->status, ==, 200);
  }
  centre_check (centre);
}

/* A disk that fills up in the middle: "later", nothing half taken; with room again the same request ends well. */
static void
test_full_disk (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (33);
  g_autoptr (Centre) centre = centre_new ();
  g_autoptr (Computer) one = computer_enrolled (centre, "village", VILLAGE);
  guint families = 0, refused = 0;

  centre_stop (centre);
  centre->disk = 200 * 1024;
  centre_start (centre);
  while (families < 60)
    {
      g_autoptr (PamongFamilyCard) card = people_family (rand, VILLAGE, 4);
      GPtrArray *changes = people_changes ();
      g_autoptr (PamongPushRequest) request = NULL;
      g_autoptr (GBytes) body = NULL;
      g_autoptr (Answer) answer = NULL;

      people_register (changes, card, computer_actor (one), T);
      request = people_push (changes, one->id, 2 + 10 * families);
      body = pamong_push_request_format (request);
      answer = computer_send (one, "/v1/push", body);
      if (answer->status == 503)
        {
          refused++;
          centre_check (centre);
          centre_stop (centre);
          centre->disk = 0;
          centre_start (centre);
          g_clear_pointer (&answer, answer_free);
          answer = computer_send (one, "/v1/push", body);
        }
      g_assert_cmpint (answer->status, ==, 200);
      families++;
    }
  g_assert_cmpuint (refused, ==, 1);
  centre_check (centre);
}

int
main (int argc, char **argv)
{
  centre_init (&argc, &argv);
  g_test_add_func ("/bad/bodies", test_bodies);
  g_test_add_func ("/bad/sizes", test_sizes);
  g_test_add_func ("/bad/routes", test_routes);
  g_test_add_func ("/bad/values", test_values);
  g_test_add_func ("/bad/stalled-lines", test_stalled_lines);
  g_test_add_func ("/bad/unknown-sender", test_unknown_sender);
  g_test_add_func ("/bad/ledger", test_locked_ledger);
  g_test_add_func ("/bad/full-disk", test_full_disk);
  return g_test_run ();
}
