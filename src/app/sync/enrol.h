/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "sync/sync.h"

/** pamong_enrol_async: connects this computer with the centre, on the desk's thread; the screen goes on. finish returns TRUE or says why not. */
void pamong_enrol_async (PamongDesk *desk, const char *url, const char *code, GAsyncReadyCallback callback, gpointer user_data);
gboolean pamong_enrol_finish (PamongDesk *desk, GAsyncResult *result, GError **error);
