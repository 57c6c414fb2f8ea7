/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sync/transport.h"

#include "sync/address.h"
#include "wire/crypto.h"
#include "wire/envelope.h"
#include "wire/gzip.h"

#include <curl/curl.h>
#include <string.h>

#define PACKED_CAP (4 * 1024 * 1024)
#define PACK_FROM 200

struct _PamongTransport {
  char *url;
  gboolean local; /* this computer itself: no proxy */
  char *device, *private_key, *server_id;
  int connect_timeout, stall_timeout;
  CURL *easy;
  CURLM *multi;
  int cancelled; /* atomic */
};

/* What one post has under way. */
typedef struct {
  GBytes *body;
  gsize sent;
  GByteArray *received;
} Post;

static size_t
read_body_cb (char *buffer, size_t size, size_t n, void *data)
{
  Post *post = data;
  gsize total;
  const char *bytes = g_bytes_get_data (post->body, &total);
  gsize part = MIN (size * n, total - post->sent);

  if (part > 0)
    memcpy (buffer, bytes + post->sent, part);
  post->sent += part;
  return part;
}

static size_t
body_received_cb (char *bytes, size_t size, size_t n, void *data)
{
  Post *post = data;
  gsize part = size * n;

  if (part > PACKED_CAP - post->received->len)
    return 0; /* ends the transfer */
  g_byte_array_append (post->received, (const guint8 *) bytes, part);
  return part;
}

static void
set_rules (PamongTransport *transport)
{
  CURL *easy = transport->easy;

  curl_easy_setopt (easy, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt (easy, CURLOPT_QUICK_EXIT, 1L); /* do not wait for a name lookup when cancelled */
  curl_easy_setopt (easy, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt (easy, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt (easy, CURLOPT_HTTP_VERSION, (long) CURL_HTTP_VERSION_1_1);
  curl_easy_setopt (easy, CURLOPT_CONNECTTIMEOUT, (long) transport->connect_timeout);
  curl_easy_setopt (easy, CURLOPT_LOW_SPEED_LIMIT, 1L); /* by progress: a slow line may take as long as it needs (R9) */
  curl_easy_setopt (easy, CURLOPT_LOW_SPEED_TIME, (long) transport->stall_timeout);
  if (transport->local)
    curl_easy_setopt (easy, CURLOPT_PROXY, "");
}

static struct curl_slist *
make_headers (PamongTransport *transport, const char *path, GBytes *body, gboolean packed)
{
  struct curl_slist *headers = NULL;

  headers = curl_slist_append (headers, "Content-Type: " PAMONG_CONTENT_TYPE);
  headers = curl_slist_append (headers, "Accept-Encoding: gzip");
  headers = curl_slist_append (headers, "Accept:");
  headers = curl_slist_append (headers, "Expect:"); /* no round trip of its own */
  if (packed)
    headers = curl_slist_append (headers, "Content-Encoding: gzip");
  if (transport->device != NULL)
    {
      g_autofree char *signature = pamong_sign_request (transport->private_key, "POST", path, body);
      g_autofree char *device_line = g_strdup_printf ("%s: %s", PAMONG_HEADER_DEVICE, transport->device);
      g_autofree char *signature_line = g_strdup_printf ("%s: %s", PAMONG_HEADER_SIGNATURE, signature);

      headers = curl_slist_append (headers, device_line);
      headers = curl_slist_append (headers, signature_line);
    }
  return headers;
}

/* The body comes from a callback and there is none to rewind it, so curl cannot send it a second time on its own when a kept connection turns out dead. */
static CURLcode
perform (PamongTransport *transport, const char *url, struct curl_slist *headers, Post *post)
{
  CURLcode result = CURLE_ABORTED_BY_CALLBACK;
  int running = 1;

  curl_easy_reset (transport->easy);
  set_rules (transport);
  curl_easy_setopt (transport->easy, CURLOPT_URL, url);
  curl_easy_setopt (transport->easy, CURLOPT_HTTPHEADER, headers);
  curl_easy_setopt (transport->easy, CURLOPT_POST, 1L);
  curl_easy_setopt (transport->easy, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t) g_bytes_get_size (post->body));
  curl_easy_setopt (transport->easy, CURLOPT_READFUNCTION, read_body_cb);
  curl_easy_setopt (transport->easy, CURLOPT_READDATA, post);
  curl_easy_setopt (transport->easy, CURLOPT_WRITEFUNCTION, body_received_cb);
  curl_easy_setopt (transport->easy, CURLOPT_WRITEDATA, post);

  curl_multi_add_handle (transport->multi, transport->easy);
  while (running && !g_atomic_int_get (&transport->cancelled))
    if (curl_multi_perform (transport->multi, &running) != CURLM_OK || (running && curl_multi_poll (transport->multi, NULL, 0, 1000, NULL) != CURLM_OK))
      break;
  if (!running)
    {
      int left;
      CURLMsg *message = curl_multi_info_read (transport->multi, &left);

      if (message != NULL && message->msg == CURLMSG_DONE)
        result = message->data.result;
    }
  curl_multi_remove_handle (transport->multi, transport->easy);
  return result;
}

/* Returns: (transfer none) (nullable): a header of the answer, when it is there once. */
static const char *
answer_header (PamongTransport *transport, const char *name)
{
  struct curl_header *header = NULL;

  if (curl_easy_header (transport->easy, name, 0, CURLH_HEADER, -1, &header) != CURLHE_OK || header->amount != 1)
    return NULL;
  return header->value;
}

static void
take_answer (PamongTransport *transport, GByteArray *received, PamongReply *reply)
{
  g_autoptr (GBytes) body = g_bytes_new (received->data, received->len);
  curl_off_t retry_after = 0;
  long status = 0;
  PamongAnswer answer = { .body = body };

  curl_easy_getinfo (transport->easy, CURLINFO_RESPONSE_CODE, &status);
  curl_easy_getinfo (transport->easy, CURLINFO_RETRY_AFTER, &retry_after);
  answer.status = (int) status;
  answer.retry_after = retry_after;
  answer.server_id = answer_header (transport, PAMONG_HEADER_SERVER);
  answer.type = answer_header (transport, "Content-Type");
  answer.encoding = answer_header (transport, "Content-Encoding");
  pamong_reply_take (reply, &answer, transport->server_id);
}

PamongTransport *
pamong_transport_new (const char *url, GError **error)
{
  static gsize once = 0;
  gboolean local;
  g_autofree char *tidy = pamong_address_tidy (url, &local, error);
  PamongTransport *transport;

  if (tidy == NULL)
    return NULL;
  if (g_once_init_enter (&once))
    {
      curl_global_init (CURL_GLOBAL_DEFAULT);
      g_once_init_leave (&once, 1);
    }
  transport = g_new0 (PamongTransport, 1);
  transport->url = g_steal_pointer (&tidy);
  transport->local = local;
  transport->easy = curl_easy_init ();
  transport->multi = curl_multi_init ();
  pamong_transport_set_patience (transport, 20, 60);
  return transport;
}

void
pamong_transport_free (PamongTransport *transport)
{
  curl_easy_cleanup (transport->easy);
  curl_multi_cleanup (transport->multi);
  g_free (transport->url);
  g_free (transport->device);
  g_free (transport->private_key);
  g_free (transport->server_id);
  g_free (transport);
}

void
pamong_transport_identify (PamongTransport *transport, const char *device, const char *private_key, const char *server_id)
{
  g_free (transport->device);
  g_free (transport->private_key);
  g_free (transport->server_id);
  transport->device = g_strdup (device);
  transport->private_key = g_strdup (private_key);
  transport->server_id = g_strdup (server_id);
}

void
pamong_transport_set_patience (PamongTransport *transport, int connect_timeout, int stall_timeout)
{
  transport->connect_timeout = connect_timeout;
  transport->stall_timeout = stall_timeout;
}

void
pamong_transport_post (gpointer line, const char *path, GBytes *body, PamongReply *reply)
{
  PamongTransport *transport = line;
  gboolean packed = g_bytes_get_size (body) > PACK_FROM;
  g_autoptr (GBytes) sent = packed ? pamong_gzip (body) : g_bytes_ref (body);
  g_autoptr (GByteArray) received = g_byte_array_new ();
  g_autofree char *url = g_strconcat (transport->url, path, NULL);
  struct curl_slist *headers = make_headers (transport, path, sent, packed);
  Post post = { sent, 0, received };
  CURLcode result;

  memset (reply, 0, sizeof *reply);
  result = perform (transport, url, headers, &post);
  curl_slist_free_all (headers);
  reply->bytes_out = post.sent;
  reply->bytes_in = received->len;
  if (result == CURLE_OK)
    take_answer (transport, received, reply);
  else
    g_debug ("no answer: %s", curl_easy_strerror (result));
}

void
pamong_transport_cancel (PamongTransport *transport)
{
  g_atomic_int_set (&transport->cancelled, 1);
  curl_multi_wakeup (transport->multi);
}
