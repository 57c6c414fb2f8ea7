/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "domain/error.h"
#include "sync/reply.h"

/* One POST and its answer, blocking; the only file of the program that knows libcurl. It never tries twice by itself (R4), follows no redirect, and
 * logs no body. Half a body, or more than the cap, is "no network", as is all that pamong_reply_take() refuses. */
typedef struct _PamongTransport PamongTransport;

/** pamong_transport_new: Returns: (transfer full): errors as pamong_address_tidy(). */
PamongTransport *pamong_transport_new (const char *url, GError **error);
void pamong_transport_free (PamongTransport *transport);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongTransport, pamong_transport_free)
/** pamong_transport_identify: signs requests as @device from now on, and takes answers from @server_id only. Without it (enrolment) any server's are taken. */
void pamong_transport_identify (PamongTransport *transport, const char *device, const char *private_key, const char *server_id);
/** pamong_transport_set_patience: seconds to connect, and seconds without a byte, until it gives up. 20 and 60 unless told. */
void pamong_transport_set_patience (PamongTransport *transport, int connect, int stall);
/** pamong_transport_post: (type PamongPostFunc) @transport: a PamongTransport. Sends @body, packed when that is worth it, and waits. */
void pamong_transport_post (gpointer transport, const char *path, GBytes *body, PamongReply *reply);
/** pamong_transport_cancel: from any thread: the post under way, and every later one, ends at once with status 0. */
void pamong_transport_cancel (PamongTransport *transport);
