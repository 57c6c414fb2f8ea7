/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "store/write.h"
#include "wire/envelope.h"

/** PamongDevice: this computer's registration. */
typedef struct { char *id; gint64 epoch; char *public_key, *private_key, *server_url, *server_id; gint64 server_epoch; char **areas; } PamongDevice;
void pamong_device_free (PamongDevice *device);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongDevice, pamong_device_free)
PamongDevice *pamong_device_get (PamongStore *store, GError **error); /* (nullable): NULL = not enrolled */
gboolean pamong_device_put (PamongWrite *write, const PamongDevice *device, GError **error);
gboolean pamong_device_hello (PamongWrite *write, const PamongHelloAnswer *answer, GError **error); /* areas, epochs */

/** PamongRound: one finished round of sync, for the list "Kiriman terakhir". @outcome: "ok", "offline", error code. */
typedef struct { gint64 t, pushed, applied, merged, conflicts, rejected, pulled, bytes_out, bytes_in; char *outcome; } PamongRound;
void pamong_round_free (PamongRound *round);
gboolean pamong_round_put (PamongWrite *write, const PamongRound *round, GError **error);
/** pamong_rounds: the newest first; rounds that went well and moved nothing are left out. Returns: (transfer full) (element-type PamongRound). */
GPtrArray *pamong_rounds (PamongStore *store, guint limit, GError **error);
