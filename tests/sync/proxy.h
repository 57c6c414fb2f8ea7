/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <gio/gio.h>

/* A bad line on loopback: takes HTTP requests, passes them on whole or in part, and answers as told. It runs on threads of its own. */
typedef struct _Proxy Proxy;

typedef enum {
  PROXY_FORWARD,
  PROXY_CUT_REQUEST, /* @at bytes of the request reach the server */
  PROXY_CUT_ANSWER,  /* the server did it; @at bytes of its answer come back */
  PROXY_REPEAT,      /* the request reaches the server twice, as a retrying middlebox does; the second answer comes back */
  PROXY_CANNED,      /* the server never hears of it; the answer is the one given */
  PROXY_STALL        /* takes the request and says nothing until proxy_release() */
} ProxyFault;

/** proxy_new: @target: port on loopback to forward to, 0 = none. */
Proxy *proxy_new (guint16 target);
void proxy_free (Proxy *proxy);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Proxy, proxy_free)
/** proxy_url: Returns: (transfer none): its address. */
const char *proxy_url (Proxy *proxy);
/** proxy_set: every request from now on, but the first @skip, meets @fault. @canned: (nullable). */
void proxy_set (Proxy *proxy, ProxyFault fault, gsize at, guint skip, GBytes *canned);
void proxy_release (Proxy *proxy);
/** proxy_requests: how many came, since the last proxy_set(). */
guint proxy_requests (Proxy *proxy);
/** proxy_last: sizes of the last whole request and answer, in bytes, headers too. */
void proxy_last (Proxy *proxy, gsize *request, gsize *answer);
/** proxy_request: Returns: (transfer full): the last request as it came. */
GBytes *proxy_request (Proxy *proxy);
