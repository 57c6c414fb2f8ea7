/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "store/store.h"
#include "sync/transport.h"

/** pamong_line_open: Returns: (transfer full): a line to the server that this computer is registered at, identified. NOT_FOUND before enrolment. */
PamongTransport *pamong_line_open (PamongStore *store, GError **error);
