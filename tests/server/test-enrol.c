/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "centre.h"
#include "domain/clock.h"
#include <string.h>

/* Who may come in, and what a computer is told on its first words. */

static void
expect_refused (Computer *computer, const char *code, const char *word)
{
  g_autoptr (Answer) answer = computer_enrol (computer, code);
  g_autofree char *got = answer_word (answer);

  g_assert_cmpint (answer->status, ==, 403);
  g_assert_cmpstr (got, ==, word);
}

static void
test_code_opens_one_door (void)
{
  g_autoptr (Centre) centre = centre_new ();
  g_autofree char *code = centre_code (centre, "village", VILLAGE);
  g_autofree char *typed = g_ascii_strdown (code, -1);
  g_autoptr (Computer) one = computer_new (centre, "village", VILLAGE);
  g_autoptr (Computer) two = computer_new (centre, "village", VILLAGE);
  g_autoptr (Computer) neighbour = computer_new (centre, "village", NEIGHBOUR);
  g_autoptr (Computer) district = computer_new (centre, "district", VILLAGE);
  g_autofree char *id = NULL;

  expect_refused (one, "AAAA-AAAA-AAAA-AAAA", "code-unknown");
  expect_refused (neighbour, code, "wrong-place");
  expect_refused (district, code, "wrong-place");
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (Answer) answer = computer_enrol (one, typed); /* small letters, and again: the same answer */
      g_autoptr (PamongEnrolAnswer) message = pamong_enrol_answer_parse (answer->body, NULL);

      g_assert_cmpint (answer->status, ==, 200);
      g_assert_cmpstr (message->server_id, ==, g_hash_table_lookup (answer->headers, "pamong-server"));
      g_assert_cmpuint (g_strv_length (message->areas), ==, 3);
      if (id != NULL)
        g_assert_cmpstr (id, ==, one->id);
      else
        id = g_strdup (one->id);
    }
  expect_refused (two, code, "code-used");
}

static void
test_code_dies_after_14_days (void)
{
  g_autoptr (Centre) centre = centre_new ();
  g_autofree char *code = centre_code (centre, "village", VILLAGE);
  g_autoptr (Computer) one = computer_new (centre, "village", VILLAGE);
  g_autofree char *later = g_strdup_printf ("%" G_GINT64_FORMAT, pamong_clock_now () + 15 * 24 * 3600);

  centre_stop (centre);
  g_setenv ("PAMONG_NOW", later, TRUE);
  centre_start (centre);
  g_unsetenv ("PAMONG_NOW");
  expect_refused (one, code, "code-expired");
}

static void
test_only_the_key_speaks (void)
{
  g_autoptr (Centre) centre = centre_new ();
  g_autoptr (Computer) one = computer_enrolled (centre, "village", VILLAGE);
  g_autoptr (Computer) thief = computer_new (centre, "village", VILLAGE);
  PamongHelloRequest hello = { 1, 1, 0, 0, PAMONG_PROTO, PAMONG_SCHEMA, (char *) "0.1.0" };
  g_autoptr (GBytes) body = pamong_hello_request_format (&hello);
  g_autofree char *signature = pamong_sign_request (one->private_key, "POST", "/v1/hello", body);
  g_autofree char *good = g_strdup_printf ("Pamong-Device: %s\r\nPamong-Signature: %s\r\n", one->id, signature);
  g_autofree char *bare = g_strdup_printf ("Pamong-Device: %s\r\n", one->id);
  g_autoptr (GBytes) changed = g_bytes_new (g_bytes_get_data (body, NULL), g_bytes_get_size (body) - 1);
  struct { const char *path, *headers; GBytes *body; int status; const char *word; } cases[] = {
    { "/v1/hello", good, body, 200, NULL },
    { "/v1/hello", bare, body, 401, "bad-signature" },
    { "/v1/hello", NULL, body, 401, "unknown-device" },
    { "/v1/hello?x=1", good, body, 401, "bad-signature" },
    { "/v1/pull", good, body, 401, "bad-signature" },
    { "/v1/hello", good, changed, 401, "bad-signature" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Answer) answer = centre_send (centre, "POST", cases[i].path, cases[i].headers, cases[i].body);
      g_autofree char *word = answer_word (answer);

      g_assert_cmpint (answer->status, ==, cases[i].status);
      if (cases[i].word != NULL)
        g_assert_cmpstr (word, ==, cases[i].word);
    }
  thief->id = g_strdup (one->id);
  {
    g_autoptr (Answer) answer = computer_send (thief, "/v1/hello", body);
    g_assert_cmpint (answer->status, ==, 401);
  }
  g_free (centre_admin (centre, NULL, "revoke", one->id, NULL));
  {
    g_autoptr (Answer) answer = computer_send (one, "/v1/hello", body);
    g_autofree char *word = answer_word (answer);
    g_assert_cmpint (answer->status, ==, 403);
    g_assert_cmpstr (word, ==, "revoked");
  }
}

/* Hello tells where both stand; the kecamatan sees it of its village. */
static void
test_hello_reaches_the_district (void)
{
  g_autoptr (Centre) centre = centre_new ();
  g_autoptr (Computer) village = computer_enrolled (centre, "village", VILLAGE);
  g_autoptr (Computer) district = computer_enrolled (centre, "district", DISTRICT);
  g_autoptr (GHashTable) cursors = computer_cursors (district);
  PamongHelloRequest hello = { 1, 1, 17, 2, PAMONG_PROTO, PAMONG_SCHEMA, (char *) "0.1.0" };

  for (int round = 0; round < 3; round++)
    {
      g_autoptr (GBytes) body = pamong_hello_request_format (&hello);
      g_autoptr (Answer) answer = computer_send (village, "/v1/hello", body);
      g_autoptr (PamongHelloAnswer) message = pamong_hello_answer_parse (answer->body, NULL);
      g_autoptr (GHashTable) rows = computer_pull (district, cursors, 1000);
      guint places = 0;
      GHashTableIter iter;
      gpointer row;

      g_assert_cmpint (message->high, ==, 1);
      g_assert_cmpint (message->epoch, ==, 1);
      g_hash_table_iter_init (&iter, rows);
      while (g_hash_table_iter_next (&iter, NULL, &row))
        {
          const PamongRecord *record = ((PamongFeedRow *) row)->record;

          if (record->kind != PAMONG_KIND_PLACE)
            continue;
          places++;
          g_assert_cmpint (pamong_record_int (record, PAMONG_PLACE_WAITING), ==, hello.waiting);
          g_assert_cmpint (pamong_record_int (record, PAMONG_PLACE_HELD), ==, 2);
        }
      g_assert_cmpuint (places, ==, round != 1); /* the second hello within a minute brings nothing new */
      hello.waiting = round == 0 ? 17 : 0;
    }
  {
    g_autoptr (GHashTable) own = computer_cursors (village);
    g_autoptr (GHashTable) rows = computer_pull (village, own, 1000);
    g_assert_cmpuint (g_hash_table_size (rows), ==, 0); /* no place record, and not its own account */
  }
  centre_check (centre);
}

static void
test_admin_refuses (void)
{
  g_autoptr (Centre) centre = centre_new ();
  int code = 0;

  g_free (centre_admin (centre, &code, "init", "--regency", "35.22", NULL));
  g_assert_cmpint (code, ==, 1);
  g_free (centre_admin (centre, &code, "code", "--level", "village", "--area", "35.22.28", NULL));
  g_assert_cmpint (code, ==, 1);
  g_free (centre_admin (centre, &code, "code", "--level", "village", "--area", "99.99.99.9999", NULL));
  g_assert_cmpint (code, ==, 1);
  g_free (centre_admin (centre, &code, "revoke", "nobody", NULL));
  g_assert_cmpint (code, ==, 1);
  g_free (centre_admin (centre, &code, "dance", NULL));
  g_assert_cmpint (code, ==, 2);
  g_free (centre_admin (centre, &code, "status", "--database", "postgresql://x", NULL));
  g_assert_cmpint (code, ==, 2);
}

int
main (int argc, char **argv)
{
  centre_init (&argc, &argv);
  g_test_add_func ("/enrol/code", test_code_opens_one_door);
  g_test_add_func ("/enrol/14-days", test_code_dies_after_14_days);
  g_test_add_func ("/enrol/signature", test_only_the_key_speaks);
  g_test_add_func ("/hello/district", test_hello_reaches_the_district);
  g_test_add_func ("/admin/refuses", test_admin_refuses);
  return g_test_run ();
}
