/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "store/walk.h"

/** pamong_walk_ahead: as pamong_store_walk(), read on a thread of its own a few hundred cards ahead of @func, which runs here: reading takes as long as writing a file. It has a connection of its own
 * to the file of @store. */
gboolean pamong_walk_ahead (PamongStore *store, const PamongQuery *query, PamongWalkFunc func, gpointer data, GError **error);
