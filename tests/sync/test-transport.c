/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "proxy.h"
#include "sync/transport.h"
#include "wire/crypto.h"
#include "wire/envelope.h"
#include "wire/gzip.h"

#include <string.h>

#define SERVER "server-one"
#define OURS "HTTP/1.1 200 OK\r\nContent-Type: " PAMONG_CONTENT_TYPE "\r\nPamong-Server: " SERVER "\r\n"

/* An answer: head lines, then the body with its length. */
static GBytes *
make_answer (const char *head, GBytes *body)
{
  g_autofree char *top = g_strdup_printf ("%sContent-Length: %" G_GSIZE_FORMAT "\r\nConnection: close\r\n\r\n", head, g_bytes_get_size (body));
  GByteArray *answer = g_byte_array_new ();

  g_byte_array_append (answer, (const guint8 *) top, strlen (top));
  g_byte_array_append (answer, g_bytes_get_data (body, NULL), g_bytes_get_size (body));
  return g_byte_array_free_to_bytes (answer);
}

static GBytes *
text_answer (const char *head, const char *body)
{
  g_autoptr (GBytes) bytes = g_bytes_new (body, strlen (body));

  return make_answer (head, bytes);
}

static GBytes *
zeros (gsize n)
{
  return g_bytes_new_take (g_malloc0 (n), n);
}

/* Posts once against @answer. */
static void
post (Proxy *proxy, GBytes *answer, PamongReply *reply)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongTransport) transport = pamong_transport_new (proxy_url (proxy), &error);
  g_autoptr (GBytes) body = g_bytes_new_static ("{}", 2);
  g_autofree char *public_key = NULL, *private_key = NULL;

  g_assert_no_error (error);
  pamong_key_new (&public_key, &private_key);
  pamong_transport_identify (transport, "device-one", private_key, SERVER);
  proxy_set (proxy, PROXY_CANNED, 0, 0, answer);
  pamong_transport_post (transport, "/v1/hello", body, reply);
  g_assert_cmpuint (proxy_requests (proxy), ==, 1); /* never tries twice, follows nothing */
}

static void
test_ours (void)
{
  g_autoptr (Proxy) proxy = proxy_new (0);
  g_autoptr (GBytes) plain = text_answer (OURS, "{\"a\":1}");
  g_autoptr (GBytes) big = zeros (1000);
  g_autoptr (GBytes) packed = pamong_gzip (big);
  g_autoptr (GBytes) zipped = make_answer (OURS "Content-Encoding: gzip\r\n", packed);
  g_auto (PamongReply) reply = { 0 };

  post (proxy, plain, &reply);
  g_assert_cmpint (reply.status, ==, 200);
  g_assert_cmpstr (reply.server_id, ==, SERVER);
  g_assert_cmpmem (g_bytes_get_data (reply.body, NULL), g_bytes_get_size (reply.body), "{\"a\":1}", 7);
  g_assert_cmpint (reply.bytes_out, ==, 2);
  g_assert_cmpint (reply.bytes_in, ==, 7);
  pamong_reply_clear (&reply);

  post (proxy, zipped, &reply);
  g_assert_cmpint (reply.status, ==, 200);
  g_assert_true (g_bytes_equal (reply.body, big));
  g_assert_cmpint (reply.bytes_in, ==, g_bytes_get_size (packed)); /* as it travelled */
}

static void
test_status (void)
{
  static const char head[] = "HTTP/1.1 503 Busy\r\nContent-Type: " PAMONG_CONTENT_TYPE "; charset=utf-8\r\nPamong-Server: " SERVER "\r\nRetry-After: 90\r\n";
  g_autoptr (Proxy) proxy = proxy_new (0);
  g_autoptr (GBytes) answer = text_answer (head, "{\"error\":\"busy\"}");
  g_auto (PamongReply) reply = { 0 };

  post (proxy, answer, &reply);
  g_assert_cmpint (reply.status, ==, 503);
  g_assert_cmpint (reply.retry_after, ==, 90);
  g_assert_nonnull (reply.body);
}

static void
test_not_ours (void)
{
  static const char *const answers[] = {
    "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 13\r\n\r\n<html>masuk</",                                                        /* captive portal */
    "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nPamong-Server: " SERVER "\r\nContent-Length: 2\r\n\r\n{}",
    "HTTP/1.1 200 OK\r\nContent-Type: " PAMONG_CONTENT_TYPE "\r\nContent-Length: 2\r\n\r\n{}",                                                     /* nobody's */
    "HTTP/1.1 200 OK\r\nContent-Type: " PAMONG_CONTENT_TYPE "\r\nPamong-Server: server-two\r\nContent-Length: 2\r\n\r\n{}",                         /* another's */
    "HTTP/1.1 200 OK\r\nContent-Type: " PAMONG_CONTENT_TYPE "x\r\nPamong-Server: " SERVER "\r\nContent-Length: 2\r\n\r\n{}",
    "HTTP/1.1 200 OK\r\nContent-Type: " PAMONG_CONTENT_TYPE "\r\nPamong-Server: " SERVER "\r\nPamong-Server: x\r\nContent-Length: 2\r\n\r\n{}",
    "HTTP/1.1 302 Found\r\nLocation: /masuk\r\nContent-Length: 0\r\n\r\n",
    "HTTP/1.1 500 Oh\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\noh",
    OURS "Content-Length: 200\r\n\r\n{\"half\":",                                                                                                  /* cut */
    OURS "Content-Encoding: gzip\r\nContent-Length: 6\r\n\r\nnot it",
    OURS "Content-Encoding: br\r\nContent-Length: 2\r\n\r\n{}",
    "SSH-2.0-OpenSSH\r\n",
    "",
  };
  g_autoptr (Proxy) proxy = proxy_new (0);

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autoptr (GBytes) answer = g_bytes_new_static (answers[i], strlen (answers[i]));
      g_auto (PamongReply) reply = { 0 };

      post (proxy, answer, &reply);
      g_assert_cmpint (reply.status, ==, 0);
      g_assert_null (reply.body);
    }
}

static void
test_bomb (void)
{
  g_autoptr (Proxy) proxy = proxy_new (0);
  g_autoptr (GBytes) too_much = zeros (PAMONG_BODY_CAP + 1);
  g_autoptr (GBytes) bomb = pamong_gzip (too_much);
  g_autoptr (GBytes) packed = make_answer (OURS "Content-Encoding: gzip\r\n", bomb);
  g_autoptr (GBytes) plain = make_answer (OURS, too_much);
  g_auto (PamongReply) reply = { 0 };

  post (proxy, packed, &reply);
  g_assert_cmpint (reply.status, ==, 0);
  pamong_reply_clear (&reply);
  post (proxy, plain, &reply);
  g_assert_cmpint (reply.status, ==, 0);
  g_assert_cmpint (reply.bytes_in, <=, 4 * 1024 * 1024);
}

static void
test_request (void)
{
  g_autoptr (Proxy) proxy = proxy_new (0);
  g_autoptr (GBytes) answer = text_answer (OURS, "{}");
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongTransport) transport = pamong_transport_new (proxy_url (proxy), &error);
  g_autoptr (GBytes) body = zeros (5000);
  g_autoptr (GBytes) packed = NULL;
  g_autoptr (GBytes) request = NULL;
  g_autofree char *public_key = NULL, *private_key = NULL, *head = NULL, *signature = NULL;
  g_auto (PamongReply) reply = { 0 };
  const char *text, *end, *found;

  pamong_key_new (&public_key, &private_key);
  pamong_transport_identify (transport, "device-one", private_key, SERVER);
  proxy_set (proxy, PROXY_CANNED, 0, 0, answer);
  pamong_transport_post (transport, "/v1/push", body, &reply);
  g_assert_cmpint (reply.status, ==, 200);

  request = proxy_request (proxy);
  text = g_bytes_get_data (request, NULL);
  end = g_strstr_len (text, g_bytes_get_size (request), "\r\n\r\n");
  head = g_strndup (text, end - text + 2);
  packed = g_bytes_new_from_bytes (request, end + 4 - text, g_bytes_get_size (request) - (end + 4 - text));
  g_assert_true (g_str_has_prefix (head, "POST /v1/push HTTP/1.1\r\n"));
  g_assert_nonnull (strstr (head, "\r\nContent-Type: " PAMONG_CONTENT_TYPE "\r\n"));
  g_assert_nonnull (strstr (head, "\r\nContent-Encoding: gzip\r\n"));
  g_assert_nonnull (strstr (head, "\r\nAccept-Encoding: gzip\r\n"));
  g_assert_nonnull (strstr (head, "\r\nPamong-Device: device-one\r\n"));
  g_assert_null (strstr (head, "Expect:"));
  found = strstr (head, "\r\nPamong-Signature: ");
  g_assert_nonnull (found);
  found += strlen ("\r\nPamong-Signature: ");
  signature = g_strndup (found, strcspn (found, "\r"));
  g_assert_true (pamong_verify_request (public_key, signature, "POST", "/v1/push", packed)); /* of the body as sent */
  g_assert_cmpint (reply.bytes_out, ==, g_bytes_get_size (packed));
  g_assert_cmpint (reply.bytes_out, <, 5000);
}

static void
test_stall (void)
{
  g_autoptr (Proxy) proxy = proxy_new (0);
  g_autoptr (PamongTransport) transport = pamong_transport_new (proxy_url (proxy), NULL);
  g_autoptr (GBytes) body = g_bytes_new_static ("{}", 2);
  g_auto (PamongReply) reply = { 0 };

  pamong_transport_set_patience (transport, 1, 1);
  proxy_set (proxy, PROXY_STALL, 0, 0, NULL);
  pamong_transport_post (transport, "/v1/hello", body, &reply); /* comes back at all */
  g_assert_cmpint (reply.status, ==, 0);
}

typedef struct {
  PamongTransport *transport;
  Proxy *proxy;
} Canceller;

static gpointer
cancel (gpointer data)
{
  Canceller *canceller = data;

  while (proxy_requests (canceller->proxy) == 0)
    g_thread_yield ();
  pamong_transport_cancel (canceller->transport);
  return NULL;
}

static void
test_cancel (void)
{
  g_autoptr (Proxy) proxy = proxy_new (0);
  g_autoptr (PamongTransport) transport = pamong_transport_new (proxy_url (proxy), NULL);
  g_autoptr (GBytes) body = g_bytes_new_static ("{}", 2);
  g_auto (PamongReply) reply = { 0 };
  Canceller canceller = { transport, proxy };
  GThread *thread;

  proxy_set (proxy, PROXY_STALL, 0, 0, NULL);
  thread = g_thread_new ("cancel", cancel, &canceller);
  pamong_transport_post (transport, "/v1/hello", body, &reply); /* the stall alone would last 60 s, longer than this test may */
  g_thread_join (thread);
  g_assert_cmpint (reply.status, ==, 0);
  pamong_transport_post (transport, "/v1/hello", body, &reply);
  g_assert_cmpint (reply.status, ==, 0);
  g_assert_cmpuint (proxy_requests (proxy), ==, 1); /* nothing is sent after it */
}

static void
test_nobody (void)
{
  g_autoptr (PamongTransport) transport = NULL;
  g_autoptr (GBytes) body = g_bytes_new_static ("{}", 2);
  g_auto (PamongReply) reply = { 0 };
  g_autofree char *url = NULL;
  Proxy *proxy = proxy_new (0);

  url = g_strdup (proxy_url (proxy));
  proxy_free (proxy);
  transport = pamong_transport_new (url, NULL);
  pamong_transport_post (transport, "/v1/hello", body, &reply);
  g_assert_cmpint (reply.status, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("http_proxy", "http://127.0.0.1:9", TRUE); /* this computer itself is reached without any */
  pamong_crypto_init ();
  g_test_add_func ("/sync/transport/ours", test_ours);
  g_test_add_func ("/sync/transport/status", test_status);
  g_test_add_func ("/sync/transport/not-ours", test_not_ours);
  g_test_add_func ("/sync/transport/bomb", test_bomb);
  g_test_add_func ("/sync/transport/request", test_request);
  g_test_add_func ("/sync/transport/stall", test_stall);
  g_test_add_func ("/sync/transport/cancel", test_cancel);
  g_test_add_func ("/sync/transport/nobody", test_nobody);
  return g_test_run ();
}
