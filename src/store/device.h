/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "store/write.h"
#include "wire/envelope.h"

/** PamongDevice: this computer's registration. @copy: (nullable): which copy of its data this is; made when it is put without one. @recovers: it was put back
 * from a backup and may send only what the server may have answered before, up to seq @limit (R18). @high: the server's mark when fetching back began, -1 = not yet; @fetched: it ended.
 * @desk: when it is put: which computer of the village the server says this is; 0 = nothing said. */
typedef struct { char *id; gint64 epoch; char *public_key, *private_key, *server_url, *server_id; gint64 server_epoch; char **areas;
  char *copy; gboolean recovers; gint64 limit, high; gboolean fetched; gint64 desk; } PamongDevice;
void pamong_device_free (PamongDevice *device);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongDevice, pamong_device_free)
PamongDevice *pamong_device_get (PamongStore *store, GError **error); /* (nullable): NULL = not enrolled */
gboolean pamong_device_put (PamongWrite *write, const PamongDevice *device, GError **error);
gboolean pamong_device_hello (PamongWrite *write, const PamongHelloAnswer *answer, GError **error); /* areas, epochs, and how far a copy that was put back has come */
/** pamong_device_recovers: whether this copy must still be taken back by the server before it sends. */
gboolean pamong_device_recovers (PamongStore *store);

/** PamongRound: one finished round of sync, for the list "Kiriman terakhir". @outcome: "ok", "offline", error code. */
typedef struct { gint64 t, pushed, applied, merged, conflicts, rejected, pulled, bytes_out, bytes_in; char *outcome; } PamongRound;
void pamong_round_free (PamongRound *round);
gboolean pamong_round_put (PamongWrite *write, const PamongRound *round, GError **error);
/** pamong_rounds: the newest first; rounds that went well and moved nothing are left out. Returns: (transfer full) (element-type PamongRound). */
GPtrArray *pamong_rounds (PamongStore *store, guint limit, GError **error);
