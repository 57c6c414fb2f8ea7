/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "domain/error.h"
#include "domain/events.h"
#include "domain/record.h"

/* The client's store: one folder (0700) with pamong.db (0600) and a lock. Readers take a PamongStore; writers need a PamongWrite, which only office asks for. */
typedef struct _PamongStore PamongStore;
typedef enum { PAMONG_STORE_READ, PAMONG_STORE_WRITE, PAMONG_STORE_CREATE } PamongStoreMode;

/** pamong_store_default_dir: Returns: (transfer full): the user's data folder + "pamong". */
char *pamong_store_default_dir (void);
gboolean pamong_store_exists (const char *dir);
/** pamong_store_open: @CREATE is @WRITE for a new office: also where there is nothing yet, or a damaged file was moved aside; else NOT_FOUND. @WRITE takes the lock (BUSY if another program has it; the lock is a SQLite file held by an exclusive transaction, so it falls with the
 * process on every system), migrates, checks after an unclean stop, rebuilds derived tables when outdated. A damaged file is moved aside, never deleted:
 * DAMAGED names where it is kept. */
PamongStore *pamong_store_open (const char *dir, PamongStoreMode mode, GError **error);
void pamong_store_close (PamongStore *store);
/** pamong_store_rest: gives back the pages kept in memory; the next reading fetches them anew. For a reader that has gone through everything. */
void pamong_store_rest (PamongStore *store);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongStore, pamong_store_close)
const char *pamong_store_dir (PamongStore *store);
/** pamong_store_check: integrity, invariants (S13: base + open changes = row; list rows as derived; whole acts without gaps). @problems: (out) (transfer full)
 * (element-type utf8): one sentence a fault, empty when all is well. Returns: FALSE only if it could not be checked. */
gboolean pamong_store_check (PamongStore *store, GPtrArray **problems, GError **error);

/* meta: "level", "area", "created", "sync.backoff", … */
char *pamong_store_meta (PamongStore *store, const char *key); /* (transfer full) (nullable) */
PamongLevel pamong_store_level (PamongStore *store);
const char *pamong_store_area (PamongStore *store);

/** pamong_store_get: Returns: (transfer full) (nullable): the record; NULL without error when there is none. */
PamongRecord *pamong_store_get (PamongStore *store, PamongKind kind, const char *uid, GError **error);
/** pamong_store_find: all records of @kind with text @field = @value. Returns: (transfer full) (element-type PamongRecord). */
GPtrArray *pamong_store_find (PamongStore *store, PamongKind kind, int field, const char *value, GError **error);
/** pamong_store_all: every live record of a (small) kind: account, area, place, conflict. */
GPtrArray *pamong_store_all (PamongStore *store, PamongKind kind, GError **error);
/** pamong_store_resident: by uid, or by NIK when @id is 16 digits (alive first). */
PamongRecord *pamong_store_resident (PamongStore *store, const char *id, GError **error);
/** pamong_store_family: by uid or No. KK. */
PamongRecord *pamong_store_family (PamongStore *store, const char *id, GError **error);
/** pamong_store_card: the family with its living members, head first, then by shdk and birth date. */
PamongFamilyCard *pamong_store_card (PamongStore *store, const char *family_uid, GError **error);
PamongStatus pamong_store_status (PamongStore *store, const char *resident_uid);
/** pamong_store_waiting: Menunggu Dukcapil: event records filed and not issued, and the latest family event of living families without No. KK; oldest first. */
GPtrArray *pamong_store_waiting (PamongStore *store, GError **error);
/** pamong_store_merges: events that merged one resident into another and that nothing has taken back, by uid. @resident_uid: (nullable): only those in which this one has part. */
GPtrArray *pamong_store_merges (PamongStore *store, const char *resident_uid, GError **error);
/** pamong_store_noted: events about @uid (a resident or a family) that noted what they changed and were not taken back; entered last first. */
GPtrArray *pamong_store_noted (PamongStore *store, const char *uid, GError **error);
/** pamong_store_is_waived: an accepted override of @rule on @subject_uid for this very value. */
gboolean pamong_store_is_waived (PamongStore *store, const char *subject_uid, const char *rule, const char *value);
