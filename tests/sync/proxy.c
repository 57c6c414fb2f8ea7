/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "proxy.h"

#include <stdlib.h>
#include <string.h>

struct _Proxy {
  GThread *thread;
  GMainContext *context;
  GMainLoop *loop;
  GSocketService *service;
  GCancellable *closing;
  char *url;
  guint16 target;

  GMutex mutex;
  GCond changed;
  ProxyFault fault;
  gsize at;
  guint skip, requests, connections;
  gboolean stalled;
  GBytes *canned, *request;
  gsize request_size, answer_size;
};

/* Reads one HTTP message with Content-Length. Returns: (nullable): NULL when the peer left before its end. */
static GByteArray *
read_message (GInputStream *stream, GCancellable *cancellable)
{
  g_autoptr (GByteArray) message = g_byte_array_new ();
  gsize whole = G_MAXSIZE;

  while (message->len < whole)
    {
      guint8 part[4096];
      gssize n = g_input_stream_read (stream, part, sizeof part, cancellable, NULL);
      const char *end;

      if (n <= 0)
        return NULL;
      g_byte_array_append (message, part, n);
      end = g_strstr_len ((char *) message->data, message->len, "\r\n\r\n");
      if (whole == G_MAXSIZE && end != NULL)
        {
          gsize head = (gsize) (end - (char *) message->data) + 4;
          g_autofree char *lower = g_ascii_strdown ((char *) message->data, head);
          const char *length = g_strstr_len (lower, head, "\r\ncontent-length:");

          whole = head + (length != NULL ? strtoul (length + strlen ("\r\ncontent-length:"), NULL, 10) : 0);
        }
    }
  return g_steal_pointer (&message);
}

static gboolean
write_all (GIOStream *to, const guint8 *bytes, gsize n)
{
  return g_output_stream_write_all (g_io_stream_get_output_stream (to), bytes, n, NULL, NULL, NULL);
}

/* One request to the server on a connection of its own. Returns: (nullable): its answer. */
static GByteArray *
ask_server (Proxy *proxy, const guint8 *bytes, gsize n, gboolean whole)
{
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GSocketConnection) server = NULL;

  g_socket_client_set_enable_proxy (client, FALSE);
  server = g_socket_client_connect_to_host (client, "127.0.0.1", proxy->target, NULL, NULL);
  if (server == NULL || !write_all (G_IO_STREAM (server), bytes, n) || !whole)
    return NULL;
  return read_message (g_io_stream_get_input_stream (G_IO_STREAM (server)), proxy->closing);
}

/* Returns: the fault this request meets. */
static ProxyFault
note_request (Proxy *proxy, GByteArray *request, gsize *at, GBytes **canned)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&proxy->mutex);

  *at = proxy->at;
  *canned = proxy->canned != NULL ? g_bytes_ref (proxy->canned) : NULL;
  g_clear_pointer (&proxy->request, g_bytes_unref);
  proxy->request = g_bytes_new (request->data, request->len);
  proxy->request_size = request->len;
  return proxy->requests++ < proxy->skip ? PROXY_FORWARD : proxy->fault;
}

static void
note_answer (Proxy *proxy, GByteArray *answer)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&proxy->mutex);

  proxy->answer_size = answer->len;
}

static void
wait_released (Proxy *proxy)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&proxy->mutex);

  while (proxy->stalled)
    g_cond_wait (&proxy->changed, &proxy->mutex);
}

/* Returns: TRUE if the connection may serve another request. */
static gboolean
serve (Proxy *proxy, GIOStream *client, GByteArray *request)
{
  g_autoptr (GByteArray) answer = NULL;
  g_autoptr (GBytes) canned = NULL;
  gsize at;
  ProxyFault fault = note_request (proxy, request, &at, &canned);

  switch (fault)
    {
    case PROXY_CUT_REQUEST:
      ask_server (proxy, request->data, MIN (at, request->len), FALSE);
      return FALSE;
    case PROXY_CANNED:
      write_all (client, g_bytes_get_data (canned, NULL), g_bytes_get_size (canned));
      return FALSE;
    case PROXY_STALL:
      wait_released (proxy);
      return FALSE;
    case PROXY_REPEAT:
      answer = ask_server (proxy, request->data, request->len, TRUE);
      g_clear_pointer (&answer, g_byte_array_unref);
      break;
    case PROXY_FORWARD:
    case PROXY_CUT_ANSWER:
      break;
    }
  answer = ask_server (proxy, request->data, request->len, TRUE);
  if (answer == NULL)
    return FALSE;
  note_answer (proxy, answer);
  if (fault == PROXY_CUT_ANSWER)
    {
      write_all (client, answer->data, MIN (at, answer->len));
      return FALSE;
    }
  return write_all (client, answer->data, answer->len);
}

/* Counted before its thread begins, so that proxy_free() waits for every one. */
static gboolean
accepted_cb (GSocketService *service, GSocketConnection *connection, GObject *source, Proxy *proxy)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&proxy->mutex);

  proxy->connections++;
  return FALSE;
}

static void
note_closed (Proxy *proxy)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&proxy->mutex);

  proxy->connections--;
  g_cond_broadcast (&proxy->changed);
}

static void
wait_closed (Proxy *proxy)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&proxy->mutex);

  while (proxy->connections > 0)
    g_cond_wait (&proxy->changed, &proxy->mutex);
}

static gboolean
connected_cb (GThreadedSocketService *service, GSocketConnection *connection, GObject *source, Proxy *proxy)
{
  GInputStream *input = g_io_stream_get_input_stream (G_IO_STREAM (connection));
  gboolean open = TRUE;

  while (open)
    {
      g_autoptr (GByteArray) request = read_message (input, proxy->closing);

      open = request != NULL && serve (proxy, G_IO_STREAM (connection), request);
    }
  g_io_stream_close (G_IO_STREAM (connection), NULL, NULL);
  note_closed (proxy);
  return TRUE;
}

static gpointer
run (gpointer data)
{
  Proxy *proxy = data;

  g_main_context_push_thread_default (proxy->context);
  g_socket_service_start (proxy->service);
  g_main_loop_run (proxy->loop);
  g_socket_service_stop (proxy->service);
  g_socket_listener_close (G_SOCKET_LISTENER (proxy->service));
  g_main_context_pop_thread_default (proxy->context);
  return NULL;
}

static gboolean
quit_cb (gpointer loop)
{
  g_main_loop_quit (loop);
  return G_SOURCE_REMOVE;
}

static void
listen_on_loopback (Proxy *proxy)
{
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) address = g_inet_socket_address_new (loopback, 0);
  g_autoptr (GSocketAddress) bound = NULL;
  gboolean ok = g_socket_listener_add_address (G_SOCKET_LISTENER (proxy->service), address, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, NULL, &bound, NULL);

  g_assert_true (ok);
  proxy->url = g_strdup_printf ("http://127.0.0.1:%u", g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (bound)));
}

Proxy *
proxy_new (guint16 target)
{
  Proxy *proxy = g_new0 (Proxy, 1);

  g_mutex_init (&proxy->mutex);
  g_cond_init (&proxy->changed);
  proxy->target = target;
  proxy->closing = g_cancellable_new ();
  proxy->context = g_main_context_new ();
  proxy->loop = g_main_loop_new (proxy->context, FALSE);
  g_main_context_push_thread_default (proxy->context);
  proxy->service = g_threaded_socket_service_new (16);
  g_signal_connect (proxy->service, "incoming", G_CALLBACK (accepted_cb), proxy);
  g_signal_connect (proxy->service, "run", G_CALLBACK (connected_cb), proxy);
  listen_on_loopback (proxy);
  g_main_context_pop_thread_default (proxy->context);
  proxy->thread = g_thread_new ("proxy", run, proxy);
  return proxy;
}

void
proxy_free (Proxy *proxy)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  proxy_release (proxy);
  g_cancellable_cancel (proxy->closing);
  g_source_set_callback (source, quit_cb, proxy->loop, NULL);
  g_source_attach (source, proxy->context);
  g_thread_join (proxy->thread);
  wait_closed (proxy);
  g_object_unref (proxy->service);
  g_main_loop_unref (proxy->loop);
  g_main_context_unref (proxy->context);
  g_object_unref (proxy->closing);
  g_clear_pointer (&proxy->canned, g_bytes_unref);
  g_clear_pointer (&proxy->request, g_bytes_unref);
  g_mutex_clear (&proxy->mutex);
  g_cond_clear (&proxy->changed);
  g_free (proxy->url);
  g_free (proxy);
}

const char *
proxy_url (Proxy *proxy)
{
  return proxy->url;
}

void
proxy_set (Proxy *proxy, ProxyFault fault, gsize at, guint skip, GBytes *canned)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&proxy->mutex);

  proxy->fault = fault;
  proxy->at = at;
  proxy->skip = skip;
  proxy->requests = 0;
  proxy->stalled = fault == PROXY_STALL;
  g_clear_pointer (&proxy->canned, g_bytes_unref);
  proxy->canned = canned != NULL ? g_bytes_ref (canned) : NULL;
  g_cond_broadcast (&proxy->changed);
}

void
proxy_release (Proxy *proxy)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&proxy->mutex);

  proxy->stalled = FALSE;
  g_cond_broadcast (&proxy->changed);
}

guint
proxy_requests (Proxy *proxy)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&proxy->mutex);

  return proxy->requests;
}

void
proxy_last (Proxy *proxy, gsize *request, gsize *answer)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&proxy->mutex);

  *request = proxy->request_size;
  *answer = proxy->answer_size;
}

GBytes *
proxy_request (Proxy *proxy)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&proxy->mutex);

  return proxy->request != NULL ? g_bytes_ref (proxy->request) : NULL;
}
