/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "office/office.h"
#include <gio/gio.h>

/* The desk: one thread that owns the office (the only read-write connection). Acts run there in order; answers come back to the caller's main context. */
#define PAMONG_TYPE_DESK (pamong_desk_get_type ())
G_DECLARE_FINAL_TYPE (PamongDesk, pamong_desk, PAMONG, DESK, GObject)
/** PamongDesk::changed: (kind, uids GStrv nullable): on the main context after COMMIT. */

/** pamong_desk_new: opens the store at @dir on the desk's thread (waits for it). */
PamongDesk *pamong_desk_new (const char *dir, GError **error);
/** pamong_desk_new_with: takes over an office just made by pamong_office_init on this thread. (It is reopened on the desk's thread and stays signed in.) */
PamongDesk *pamong_desk_new_with (PamongOffice *office, GError **error);
void pamong_desk_stop (PamongDesk *desk); /* finishes what is queued, closes the store, joins */
/** PamongDeskFunc: runs on the desk's thread. Returns: a result for the caller, freed by the GDestroyNotify given. */
typedef gpointer (*PamongDeskFunc) (PamongOffice *office, gpointer data, GError **error);
void pamong_desk_run_async (PamongDesk *desk, PamongDeskFunc func, gpointer data, GDestroyNotify free_data, GDestroyNotify free_result, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gpointer pamong_desk_run_finish (PamongDesk *desk, GAsyncResult *result, GError **error);
/** pamong_desk_run: the same, waiting (tests, closing the program). */
gpointer pamong_desk_run (PamongDesk *desk, PamongDeskFunc func, gpointer data, GError **error);
/** pamong_desk_n_waiting: how many calls of all desks have no answer yet. For tests that wait until nothing goes on. */
guint pamong_desk_n_waiting (void);
