/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "office/desk.h"
#include "office/inspect.h"
#include "store/residents.h"
#include "store/search.h"
#include "sync/sync.h"

/* Who is signed in, and what pages may use: a reader on the main thread, the desk to write through, sync. One per signed-in window. */
#define PAMONG_TYPE_SESSION (pamong_session_get_type ())
G_DECLARE_FINAL_TYPE (PamongSession, pamong_session, PAMONG, SESSION, GObject)
/* Signals: "changed" (int kind, GStrv uids nullable) after an act or a page of sync; "outbox-changed" (); "search-ready" (); "inspected" (): the rules have looked again. */

PamongSession *pamong_session_new (PamongDesk *desk, const char *account_uid, GError **error);
/** pamong_session_set_sync: the runner that was at work before anybody signed in (R16); without it the session makes its own on first use. */
void pamong_session_set_sync (PamongSession *session, PamongSyncRunner *sync);
PamongDesk *pamong_session_desk (PamongSession *session);
PamongStore *pamong_session_store (PamongSession *session);   /* read-only, main thread */
PamongSearch *pamong_session_search (PamongSession *session); /* made on first use, kept fresh; waits for what prepare_search began */
/** pamong_session_prepare_search: above a village the index of many people is read on a thread; "search-ready" when it is there. Returns: TRUE when
 * pamong_session_search will not wait. */
gboolean pamong_session_prepare_search (PamongSession *session);
PamongInspect *pamong_session_inspect (PamongSession *session); /* begun on first use, told of every change */
/** pamong_session_to_check: how many findings there are, the same figure wherever it is shown; -1 until the rules have looked once. */
gint64 pamong_session_to_check (PamongSession *session);
PamongSyncRunner *pamong_session_sync (PamongSession *session);
const PamongRecord *pamong_session_account (PamongSession *session);
PamongLevel pamong_session_level (PamongSession *session);
const char *pamong_session_area (PamongSession *session);
/** pamong_session_set_practice: synthetic people only, nothing is ever sent: the orange band. */
void pamong_session_set_practice (PamongSession *session, gboolean practice);
gboolean pamong_session_is_practice (PamongSession *session);
