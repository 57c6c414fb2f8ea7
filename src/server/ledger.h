/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "domain/events.h"
#include "domain/rules.h"
#include "wire/envelope.h"

/* Where the centre keeps everything, as a struct of functions: SQLite now, PostgreSQL by the same names later. Nothing above this line of
 * functions speaks SQL. All calls come from one thread. Functions that find something return NULL with no error where there is nothing. */

/** PamongDevice: a registered computer. */
typedef struct {
  char *id, *public_key, *area, *app_version;
  PamongLevel level;
  gint64 epoch, high, last_contact, waiting, held;
  gboolean revoked;
  char *copy; /* (nullable): the one that may send; 003-copies.sql */
  gint64 base;
  gint64 ordinal; /* which computer of its place; 004-desks.sql */
  gboolean forked, released;
} PamongDevice;
void pamong_ledger_device_free (PamongDevice *device);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongDevice, pamong_ledger_device_free)

/** PamongActivation: an activation code, by its hash. @device: (nullable): who used it. */
typedef struct { char *hash, *area, *device; PamongLevel level; gint64 made; } PamongActivation;
void pamong_activation_free (PamongActivation *activation);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongActivation, pamong_activation_free)

/** PamongEntry: a record with what the centre knows of it. @last_device: "" = the centre itself wrote last. @groups: (nullable): JSON of who changed
 * which merge group last (groups.h). */
typedef struct {
  PamongRecord *record;
  gboolean deleted;
  char *by, *act;
  gint64 t;
  gint64 num, other_num, other_version;
  char *last_device, *groups;
} PamongEntry;
PamongEntry *pamong_entry_new (PamongRecord *record); /* takes @record */
void pamong_entry_free (PamongEntry *entry);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongEntry, pamong_entry_free)

/** PamongStored: an answer once given. */
typedef struct { char *hash, *result; } PamongStored;
void pamong_stored_free (PamongStored *stored);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongStored, pamong_stored_free)

/** PamongFeedQuery: rows of @area above @position, at most @limit; those @device alone wrote since @floor stay out; places where only the village
 * itself was heard of since @floor only if @places. */
typedef struct { const char *area, *device; gint64 position, floor, head; int limit; gboolean places; } PamongFeedQuery;

typedef struct _PamongLedger PamongLedger;
struct _PamongLedger
{
  void (*close) (PamongLedger *ledger);

  /* A transaction. commit gives every record written in it its feed number, as its last statements: the only way to commit (R12). */
  gboolean (*begin) (PamongLedger *ledger, GError **error);
  gboolean (*commit) (PamongLedger *ledger, GError **error);
  void (*rollback) (PamongLedger *ledger);
  /* One act inside it. */
  gboolean (*savepoint) (PamongLedger *ledger, GError **error);
  gboolean (*release) (PamongLedger *ledger, GError **error);
  gboolean (*rollback_to) (PamongLedger *ledger, GError **error);

  char *(*get_meta) (PamongLedger *ledger, const char *key, GError **error);
  gboolean (*set_meta) (PamongLedger *ledger, const char *key, const char *value, GError **error);

  gboolean (*add_code) (PamongLedger *ledger, const PamongActivation *activation, GError **error);
  PamongActivation *(*find_code) (PamongLedger *ledger, const char *hash, GError **error);
  gboolean (*use_code) (PamongLedger *ledger, const char *hash, const char *device, GError **error);

  gboolean (*add_device) (PamongLedger *ledger, const PamongDevice *device, GError **error);
  PamongDevice *(*find_device) (PamongLedger *ledger, const char *id, GError **error);
  PamongDevice *(*find_device_by_key) (PamongLedger *ledger, const char *public_key, GError **error);
  GPtrArray *(*list_devices) (PamongLedger *ledger, const char *area, GError **error); /* PamongDevice; @area NULL = all */
  gboolean (*touch_device) (PamongLedger *ledger, const PamongDevice *device, GError **error); /* last_contact, waiting, held, app_version */
  gboolean (*hold_device) (PamongLedger *ledger, const PamongDevice *device, GError **error); /* epoch, base, high, copy, forked, released, revoked */
  gboolean (*raise_high) (PamongLedger *ledger, const char *device, gint64 high, GError **error);
  gboolean (*revoke_device) (PamongLedger *ledger, const char *id, gboolean *found, GError **error);

  PamongEntry *(*find_record) (PamongLedger *ledger, const char *uid, GError **error);
  /* put_record writes @entry->record (version as given) as @device's work, "" = the centre's; insert or update by uid. */
  gboolean (*put_record) (PamongLedger *ledger, PamongEntry *entry, const char *device, GError **error);
  gboolean (*get_head) (PamongLedger *ledger, gint64 *head, GError **error);
  /* feed calls @func per row with its number, until it returns FALSE. */
  gboolean (*feed) (PamongLedger *ledger, const PamongFeedQuery *query, gboolean (*func) (PamongFeedRow *row, gint64 num, gpointer data), gpointer data, GError **error);
  /* find_number: all that hold it; list_family: residents who stand on the card, whatever became of them; list_events: of a resident. (element-type PamongRecord) */
  GPtrArray *(*find_number) (PamongLedger *ledger, PamongKind kind, const char *number, GError **error);
  GPtrArray *(*list_family) (PamongLedger *ledger, const char *family_uid, GError **error);
  GPtrArray *(*list_events) (PamongLedger *ledger, const char *resident_uid, GError **error);
  /* list_cards: every family; list_single: every resident who stands on no card. (element-type utf8): uids */
  GPtrArray *(*list_cards) (PamongLedger *ledger, GError **error);
  GPtrArray *(*list_single) (PamongLedger *ledger, GError **error);
  gboolean (*is_waived) (PamongLedger *ledger, const char *subject_uid, const char *rule, const char *value);
  GPtrArray *(*list_conflicts) (PamongLedger *ledger, GError **error); /* PamongRecord, open ones */
  gboolean (*count_records) (PamongLedger *ledger, gint64 counts[PAMONG_N_KINDS], GError **error);

  PamongStored *(*find_answer) (PamongLedger *ledger, const PamongDevice *device, gint64 seq, GError **error);
  /* @payload: (nullable): set for rejected and dependent. */
  gboolean (*add_answer) (PamongLedger *ledger, const PamongDevice *device, const PamongChange *change, const char *hash, const char *result, const char *payload, GError **error);
  /* find_held: @seq: (out): the first change of @device on @uid that is in quarantine, 0 = none. */
  gboolean (*find_held) (PamongLedger *ledger, const PamongDevice *device, const char *uid, gint64 *seq, GError **error);
  gboolean (*set_findings) (PamongLedger *ledger, const char *uid, char **rules, GError **error);
  /* check: integrity and the ledger's own invariants; a line of words per fault into @faults. */
  gboolean (*check) (PamongLedger *ledger, GPtrArray *faults, GError **error);
};
static inline void
pamong_ledger_close (PamongLedger *ledger)
{
  ledger->close (ledger);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongLedger, pamong_ledger_close)

/** pamong_ledger_open_sqlite: the embedded ledger in folder @dir. @create: make it if it is not there (NOT_FOUND otherwise). */
PamongLedger *pamong_ledger_open_sqlite (const char *dir, gboolean create, GError **error);
