/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "sync/reply.h"
#include "sync/sync.h"

/* Sync on one thread over any line; sync.h has the same over the network. The simulator brings a line of its own. */
/** pamong_sync_run_over: as pamong_sync_run(), by @post over @line. */
gboolean pamong_sync_run_over (PamongOffice *office, PamongPostFunc post, gpointer line, PamongSyncResult *result, GError **error);
/** pamong_sync_enrol_over: as pamong_sync_enrol(); @url is what is kept as the server's address. */
gboolean pamong_sync_enrol_over (PamongOffice *office, const char *url, const char *code, PamongPostFunc post, gpointer line, GError **error);
