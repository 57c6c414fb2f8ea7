/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "store/device.h"
#include "store/inbox.h"
#include "store/outbox.h"
#include "store/store_private.h"

/* A store in a folder of its own, and the acts that tests of this room share. People here are made up. */
#define FIXTURE_AREA "35.22.28.2001"
#define FIXTURE_ACTOR "AAAAAAAAAAAAAAAAAAAAAA"

/** fixture_new: Returns: (transfer full): a new store of a village; its folder has a name that is not ASCII. */
PamongStore *fixture_new (void);
/** fixture_free: closes it and removes the folder. */
void fixture_free (PamongStore *store);
void fixture_remove (const char *dir);
PamongRecord *fixture_resident (const char *name, const char *family_uid);
PamongRecord *fixture_family (const char *kk_number);
PamongRecord *fixture_event (PamongEventType type, const char *resident_uid, const char *date);
/** fixture_put: one act that writes these records (NULL at the end). Returns: how many changes it made. */
int fixture_put (PamongStore *store, PamongRecord *first, ...) G_GNUC_NULL_TERMINATED;
/** fixture_edit: one act that sets one text field. */
void fixture_edit (PamongStore *store, PamongKind kind, const char *uid, int field, const char *value);
/** fixture_enrol: registers a made-up device that reads its village and the regency. */
void fixture_enrol (PamongStore *store);
/** fixture_answer: stores one result, as from the server. */
void fixture_answer (PamongStore *store, gint64 from, gint64 to, PamongOutcome outcome, gint64 version);
void fixture_answer_with (PamongStore *store, PamongResult *result);
/** fixture_page: applies one feed row of @record by "Bu Camat". */
void fixture_page (PamongStore *store, const PamongRecord *record);
PamongRecord *fixture_get (PamongStore *store, PamongKind kind, const char *uid);
gint64 fixture_count (PamongStore *store, const char *sql);
char *fixture_text (PamongStore *store, const char *sql);
/** fixture_check: pamong_store_check finds nothing, and nothing is half read. */
void fixture_check (PamongStore *store);
