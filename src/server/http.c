/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "server/server.h"
#include "wire/gzip.h"
#include <arpa/inet.h>
#include <glib/gi18n-lib.h>
#include <microhttpd.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* The glue to libmicrohttpd. One thread does everything: it waits for lines, reads bodies, works in the ledger and sends answers, so the ledger has one
 * writer and no lock, and a slow line holds up nobody. */

#define IDLE_SECONDS 60      /* without a byte */
#define LINES_MAX 1000
#define WAIT_MS 500
#define LAST_SECONDS 10      /* for what is in hand at SIGTERM */
#define SENT_CAP (2 * 1024 * 1024) /* packed, before anybody has signed */
#define GZIP_FROM 200

typedef struct {
  const char *path, *method;
  PamongHandler handler;
  gboolean is_signed;
  gsize sent_cap;
} Route;

static const Route routes[] = {
  { "/v1/health", "GET", pamong_answer_health, FALSE, 0 },
  { "/v1/enrol", "POST", pamong_answer_enrol, FALSE, 16 * 1024 },
  { "/v1/hello", "POST", pamong_answer_hello, TRUE, 16 * 1024 },
  { "/v1/push", "POST", pamong_answer_push, TRUE, SENT_CAP },
  { "/v1/pull", "POST", pamong_answer_pull, TRUE, 64 * 1024 },
};

/** Glue: the server and how many requests are in hand. */
typedef struct {
  PamongServer *server;
  guint in_hand;
} Glue;

/** Request: one on its way in. @target: path with query, as sent. */
typedef struct {
  char *target;
  const Route *route;
  GByteArray *body;
  gboolean begun;
} Request;

static volatile sig_atomic_t stop;

static const char *
get_header (struct MHD_Connection *connection, const char *name)
{
  return MHD_lookup_connection_value (connection, MHD_HEADER_KIND, name);
}

/* Returns: (nullable): NULL with @reply filled. */
static const Route *
find_route (const char *target, const char *method, PamongReply *reply)
{
  gsize length = strcspn (target, "?");
  gboolean known = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (routes); i++)
    if (strlen (routes[i].path) == length && strncmp (routes[i].path, target, length) == 0)
      {
        known = TRUE;
        if (g_str_equal (routes[i].method, method))
          return &routes[i];
      }
  pamong_reply_error (reply, known ? 405 : 404, "not-found");
  return NULL;
}

static gboolean
wants_gzip (struct MHD_Connection *connection)
{
  const char *accept = get_header (connection, MHD_HTTP_HEADER_ACCEPT_ENCODING);

  return accept != NULL && strstr (accept, "gzip") != NULL;
}

static enum MHD_Result
send_reply (Glue *glue, struct MHD_Connection *connection, PamongReply *reply)
{
  g_autoptr (GBytes) plain = g_steal_pointer (&reply->body);
  gboolean pack = g_bytes_get_size (plain) > GZIP_FROM && wants_gzip (connection);
  g_autoptr (GBytes) body = pack ? pamong_gzip (plain) : g_bytes_ref (plain);
  gsize size;
  const void *data = g_bytes_get_data (body, &size);
  struct MHD_Response *response = MHD_create_response_from_buffer (size, (void *) data, MHD_RESPMEM_MUST_COPY);
  enum MHD_Result result;

  MHD_add_response_header (response, MHD_HTTP_HEADER_CONTENT_TYPE, PAMONG_CONTENT_TYPE);
  MHD_add_response_header (response, PAMONG_HEADER_SERVER, glue->server->id);
  MHD_add_response_header (response, MHD_HTTP_HEADER_CACHE_CONTROL, "no-store");
  if (pack)
    MHD_add_response_header (response, MHD_HTTP_HEADER_CONTENT_ENCODING, "gzip");
  if (reply->retry_after > 0)
    {
      g_autofree char *seconds = g_strdup_printf ("%d", reply->retry_after);

      MHD_add_response_header (response, MHD_HTTP_HEADER_RETRY_AFTER, seconds);
    }
  result = MHD_queue_response (connection, reply->status, response);
  MHD_destroy_response (response);
  return result;
}

/* Returns: (transfer full) (nullable): the body as its sender wrote it; NULL with @reply filled. */
static GBytes *
unpack (struct MHD_Connection *connection, GBytes *sent, PamongReply *reply)
{
  const char *encoding = get_header (connection, MHD_HTTP_HEADER_CONTENT_ENCODING);
  g_autoptr (GError) error = NULL;
  GBytes *body;

  if (encoding == NULL || g_ascii_strcasecmp (encoding, "identity") == 0)
    return g_bytes_ref (sent);
  if (g_ascii_strcasecmp (encoding, "gzip") != 0)
    {
      pamong_reply_error (reply, 415, "bad-request");
      return NULL;
    }
  body = pamong_gunzip (sent, PAMONG_BODY_CAP, &error);
  if (body == NULL)
    pamong_reply_error (reply, 413, "too-big");
  return body;
}

/* The whole body is here: who sent it, what it says, what is answered. */
static enum MHD_Result
dispatch (Glue *glue, struct MHD_Connection *connection, const char *method, Request *request)
{
  g_autoptr (GBytes) sent = g_byte_array_free_to_bytes (g_steal_pointer (&request->body));
  g_autoptr (PamongDevice) device = NULL;
  g_autoptr (GBytes) body = NULL;
  PamongReply reply = { 0 };

  if (request->route->is_signed)
    device = pamong_auth (glue->server, get_header (connection, PAMONG_HEADER_DEVICE), get_header (connection, PAMONG_HEADER_SIGNATURE), method, request->target, sent, &reply);
  if (reply.status == 0)
    body = unpack (connection, sent, &reply);
  if (reply.status == 0)
    {
      PamongCall call = { device, body };

      request->route->handler (glue->server, &call, &reply);
    }
  return send_reply (glue, connection, &reply);
}

/* Nobody unknown makes us hold his two megabytes while his signature is awaited. */
static void
check_sender (Glue *glue, struct MHD_Connection *connection, PamongReply *reply)
{
  const char *id = get_header (connection, PAMONG_HEADER_DEVICE);
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongDevice) device = glue->server->ledger->find_device (glue->server->ledger, id ? id : "", &error);

  if (error != NULL)
    pamong_reply_failed (reply, g_steal_pointer (&error));
  else if (device == NULL)
    pamong_reply_error (reply, 401, "unknown-device");
}

/* The head is here. What is too big, or from nobody we know, is refused before it is read; libmicrohttpd then closes the line. */
static enum MHD_Result
begin_request (Glue *glue, struct MHD_Connection *connection, const char *method, Request *request)
{
  const char *length = get_header (connection, MHD_HTTP_HEADER_CONTENT_LENGTH);
  PamongReply reply = { 0 };

  request->begun = TRUE;
  request->body = g_byte_array_new ();
  request->route = find_route (request->target, method, &reply);
  if (request->route != NULL && length != NULL && g_ascii_strtoull (length, NULL, 10) > request->route->sent_cap)
    pamong_reply_error (&reply, 413, "too-big");
  else if (request->route != NULL && request->route->is_signed)
    check_sender (glue, connection, &reply);
  return reply.status ? send_reply (glue, connection, &reply) : MHD_YES;
}

static enum MHD_Result
request_received_cb (void *data, struct MHD_Connection *connection, const char *url, const char *method, const char *version, const char *upload, size_t *size, void **state)
{
  Glue *glue = data;
  Request *request = *state;

  if (!request->begun)
    return begin_request (glue, connection, method, request);
  if (*size > 0)
    {
      if (request->body->len + *size > request->route->sent_cap)
        return MHD_NO;
      g_byte_array_append (request->body, (const guint8 *) upload, (guint) *size);
      *size = 0;
      return MHD_YES;
    }
  return dispatch (glue, connection, method, request);
}

/* The one place where libmicrohttpd shows path and query as they were sent, which is what is signed. */
static void *
target_seen_cb (void *data, const char *uri, struct MHD_Connection *connection)
{
  Glue *glue = data;
  Request *request = g_new0 (Request, 1);

  request->target = g_strdup (uri);
  glue->in_hand++;
  return request;
}

static void
request_ended_cb (void *data, struct MHD_Connection *connection, void **state, enum MHD_RequestTerminationCode code)
{
  Glue *glue = data;
  Request *request = *state;

  if (request == NULL)
    return;
  glue->in_hand--;
  g_free (request->target);
  g_clear_pointer (&request->body, g_byte_array_unref);
  g_free (request);
  *state = NULL;
}

static void
stop_asked_cb (int number)
{
  stop = 1;
}

static gboolean
parse_listen (const char *text, struct sockaddr_storage *address, gboolean *ipv6, GError **error)
{
  g_autoptr (GSocketConnectable) connectable = g_network_address_parse (text, 0, NULL);
  g_autoptr (GSocketAddress) socket_address = NULL;

  if (connectable != NULL)
    socket_address = g_inet_socket_address_new_from_string (g_network_address_get_hostname (G_NETWORK_ADDRESS (connectable)), g_network_address_get_port (G_NETWORK_ADDRESS (connectable)));
  if (socket_address == NULL || strrchr (text, ':') == NULL)
    {
      g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _("“%s” is no address. Write it as 127.0.0.1:8443."), text);
      return FALSE;
    }
  *ipv6 = g_socket_address_get_family (socket_address) == G_SOCKET_FAMILY_IPV6;
  return g_socket_address_to_native (socket_address, address, sizeof *address, error);
}

static struct MHD_Daemon *
start (Glue *glue, const char *listen, const char *cert, const char *key, GError **error)
{
  struct sockaddr_storage address;
  gboolean ipv6 = FALSE;
  unsigned int flags = MHD_USE_EPOLL;
  struct MHD_OptionItem tls[] = { { MHD_OPTION_HTTPS_MEM_CERT, 0, (void *) cert }, { MHD_OPTION_HTTPS_MEM_KEY, 0, (void *) key }, { MHD_OPTION_END, 0, NULL } };
  struct MHD_Daemon *daemon;

  if (!parse_listen (listen, &address, &ipv6, error))
    return NULL;
  flags |= (ipv6 ? MHD_USE_IPv6 : 0) | (cert ? MHD_USE_TLS : 0);
  daemon = MHD_start_daemon (flags, 0, NULL, NULL, request_received_cb, glue,
                             MHD_OPTION_SOCK_ADDR, &address, MHD_OPTION_LISTENING_ADDRESS_REUSE, 1u,
                             MHD_OPTION_URI_LOG_CALLBACK, target_seen_cb, glue, MHD_OPTION_NOTIFY_COMPLETED, request_ended_cb, glue,
                             MHD_OPTION_CONNECTION_TIMEOUT, (unsigned int) IDLE_SECONDS, MHD_OPTION_CONNECTION_LIMIT, (unsigned int) LINES_MAX,
                             MHD_OPTION_ARRAY, cert ? tls : &tls[2], MHD_OPTION_END);
  if (daemon == NULL)
    g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_FAILED, _("The server cannot listen at “%s”. Is another one running there, or is the certificate wrong?"), listen);
  return daemon;
}

static void
announce (struct MHD_Daemon *daemon, const char *listen, gboolean tls)
{
  const union MHD_DaemonInfo *info = MHD_get_daemon_info (daemon, MHD_DAEMON_INFO_BIND_PORT);
  int host = (int) (strrchr (listen, ':') - listen);

  g_print ("listening on %s://%.*s:%u\n", tls ? "https" : "http", host, listen, info ? (guint) info->port : 0u);
  fflush (stdout);
}

/* No new lines; what has begun is answered, for a while. */
static void
finish (Glue *glue, struct MHD_Daemon *daemon)
{
  gint64 end = g_get_monotonic_time () + LAST_SECONDS * G_USEC_PER_SEC;
  MHD_socket listener = MHD_quiesce_daemon (daemon);

  while (glue->in_hand > 0 && g_get_monotonic_time () < end)
    MHD_run_wait (daemon, 50);
  MHD_stop_daemon (daemon);
  if (listener >= 0)
    close (listener);
}

gboolean
pamong_http_run (PamongServer *server, const char *listen, const char *cert, const char *key, GError **error)
{
  Glue glue = { server, 0 };
  struct sigaction action = { .sa_handler = stop_asked_cb };
  struct MHD_Daemon *daemon = start (&glue, listen, cert, key, error);

  if (daemon == NULL)
    return FALSE;
  sigaction (SIGTERM, &action, NULL);
  sigaction (SIGINT, &action, NULL);
  signal (SIGPIPE, SIG_IGN);
  announce (daemon, listen, cert != NULL);
  while (!stop)
    MHD_run_wait (daemon, WAIT_MS);
  finish (&glue, daemon);
  return TRUE;
}
