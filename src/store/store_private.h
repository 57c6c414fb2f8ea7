/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "store/store_db.h"
#include "store/write.h"
#include "wire/change.h"

/* What the files of this room share with each other. */

/* store.c */
#define PAMONG_STORE_MIGRATIONS "sql/client"
/** pamong_store_lock: Returns: (transfer full): held while the connection lives; NULL with BUSY. */
PamongDb *pamong_store_lock (const char *dir, GError **error);
/** pamong_store_is_ours: an empty file becomes ours; one with somebody else's tables does not. */
gboolean pamong_store_is_ours (PamongDb *db, GError **error);
gboolean pamong_store_bring_up_to_date (PamongDb *db, GError **error);

/* record_sql.c */
typedef enum {
  PAMONG_RECORD_SQL_GET,    /* ?1 uid; columns as pamong_record_read wants them, deleted rows too */
  PAMONG_RECORD_SQL_ALL,    /* live rows */
  PAMONG_RECORD_SQL_INSERT, /* ?1 uid, ?2 area, ?3 version, ?4 extra, then the fields */
  PAMONG_RECORD_SQL_UPDATE, /* the same; deleted becomes 0 */
  PAMONG_RECORD_SQL_DROP,   /* ?1 uid, ?2 version */
  PAMONG_N_RECORD_SQL
} PamongRecordSql;
const char *pamong_record_sql (PamongKind kind, PamongRecordSql which);
/** pamong_record_sql_find: Returns: (transfer full): live rows whose @field = ?1. */
char *pamong_record_sql_find (PamongKind kind, int field);
/** pamong_record_sql_living: Returns: (transfer full): residents that live here, by @order. @where: of the table resident. */
char *pamong_record_sql_living (const char *where, const char *order);
/** pamong_record_sql_walked: Returns: (transfer full): residents that a query asks for (parameters of pamong_query_bind()), by rid. @where: of the table resident. */
char *pamong_record_sql_walked (const char *where);
/** pamong_record_read: Returns: (transfer full): the row under @stmt. @deleted: (out) (optional). */
PamongRecord *pamong_record_read (PamongStmt *stmt, PamongKind kind, gboolean *deleted);
/** pamong_record_load: by uid, deleted ones too. Returns: (transfer full) (nullable): NULL without error when there is none. */
PamongRecord *pamong_record_load (PamongDb *db, PamongKind kind, const char *uid, gboolean *deleted, GError **error);

/* capture.c */
/** pamong_capture_sql: Returns: (transfer full): the capture triggers of every kind, made from the registry. */
char *pamong_capture_sql (void);
/** pamong_capture_drop_sql: Returns: (transfer full): statements that take the triggers of inserts and updates away. */
char *pamong_capture_drop_sql (void);
/** pamong_capture_pause_sql, pamong_capture_resume_sql: Returns: (transfer full): statements that take the triggers of inserts away, and put them back to the same letters. */
char *pamong_capture_pause_sql (void);
char *pamong_capture_resume_sql (void);

/* derived.c */
/** pamong_derived_install: in a transaction: capture triggers and derived tables, when their text differs from what the file was made with. */
gboolean pamong_derived_install (PamongDb *db, GError **error);
/** pamong_derived_is_current: whether the list is as this program reads it. */
gboolean pamong_derived_is_current (PamongDb *db);
/** pamong_derived_add: list rows of all residents after @rid. */
gboolean pamong_derived_add (PamongDb *db, gint64 rid, GError **error);
/** pamong_derived_refresh: list rows of these residents, and of the members of these families (sets of uids). */
gboolean pamong_derived_refresh (PamongDb *db, GHashTable *residents, GHashTable *families, GError **error);

/* residents.c */
struct _PamongQuery;
/** pamong_query_bind: ?1 status, ?2 area, ?3 dusun, ?4 rw, ?5 rt, ?6 sex, ?7 and ?8 days of birth, ?9 marks; NULL = not asked. */
void pamong_query_bind (PamongStmt *stmt, const struct _PamongQuery *query);

/* scan.c */
/** pamong_members_sort: people of one family, read by rid, in the order of a card. */
void pamong_members_sort (GPtrArray *members);

/* meta.c */
char *pamong_meta_get (PamongDb *db, const char *key);
gboolean pamong_meta_put (PamongDb *db, const char *key, const char *value, GError **error);

/* changes.c */
#define PAMONG_CHANGE_COLUMNS "seq, tx, n, kind, uid, area, op, base, \"set\", actor, act, reason, t"
/** pamong_change_read: a row of PAMONG_CHANGE_COLUMNS. */
PamongChange *pamong_change_read (PamongStmt *stmt, GError **error);
/** pamong_changes_open: changes of a record that the server has not taken yet (pending and held), by seq. (element-type PamongChange) */
GPtrArray *pamong_changes_open (PamongDb *db, PamongKind kind, const char *uid, GError **error);
/** pamong_change_apply: sets what @change set. */
void pamong_change_apply (const PamongChange *change, PamongRecord *record);
/** pamong_base_get: the server's state kept beside open changes. Returns: (transfer full) (nullable): NULL without error when there is none. */
PamongRecord *pamong_base_get (PamongDb *db, PamongKind kind, const char *uid, const char *area, GError **error);
/** pamong_base_put: NULL forgets it. */
gboolean pamong_base_put (PamongDb *db, PamongKind kind, const char *uid, const PamongRecord *base, GError **error);

/* write.c */
typedef enum { PAMONG_WRITE_LOCAL, PAMONG_WRITE_APPLY, PAMONG_WRITE_PLAIN } PamongWriteMode;
struct _PamongWrite {
  PamongStore *store;
  PamongDb *db;
  PamongTx *tx;
  PamongWriteMode mode;
  gint64 first;
  GHashTable *residents, *families; /* uids whose list rows are to follow */
  gboolean dropped, failed;
  guint written; /* records of the act at hand */
  char *actor, *act, *reason; /* with @many: what the changes say */
  gint64 t;
  GHashTable *fresh;          /* with @many: people and families made since: list rows are made at the end, in one walk */
  gint64 first_rid;
  gboolean many; /* changes of new rows are noted by pamong_write_note_insert() */
};
/** pamong_write_note: Returns: @done; an act that went on after a failed step is not saved in part. */
gboolean pamong_write_note (PamongWrite *write, gboolean done);

/* rows.c */
/** pamong_record_round: numbers to as many digits as their change can hold. */
void pamong_record_round (PamongRecord *record);

/* written.c */
/** pamong_write_room: @much: memory for many rows, given back at the end. */
void pamong_write_room (PamongWrite *write, gboolean much);
/** pamong_write_many_end: the triggers are back. */
gboolean pamong_write_many_end (PamongWrite *write, GError **error);
/** pamong_write_note_insert: the change of a new row, as its trigger would have noted it. */
gboolean pamong_write_note_insert (PamongWrite *write, const PamongRecord *record, GError **error);

/* touch.c */
/** pamong_write_touch: notes whose list rows @record bears on. */
gboolean pamong_write_touch (PamongWrite *write, const PamongRecord *record, GError **error);

/* apply.c */
/** pamong_write_source: mode apply: whose, which and when, for the history of the rows that follow. */
gboolean pamong_write_source (PamongWrite *write, const char *by, const char *act, gint64 t, GError **error);
/** pamong_write_drop: mode apply: the record is gone at the server. */
gboolean pamong_write_drop (PamongWrite *write, PamongKind kind, const char *uid, gint64 version, GError **error);
/** pamong_write_settle: mode apply: the server's state of a record is @server: it becomes the base, and the row is it with the open changes laid over. */
gboolean pamong_write_settle (PamongWrite *write, const PamongRecord *server, GError **error);
/** pamong_write_settle_newer: the same, unless @server is older than what is known. */
gboolean pamong_write_settle_newer (PamongWrite *write, const PamongRecord *server, GError **error);
/** pamong_write_put_newer: mode apply: a record that only the server writes; nothing if this version is known. */
gboolean pamong_write_put_newer (PamongWrite *write, const PamongRecord *record, GError **error);
/** pamong_write_touched: Returns: (transfer full) (element-type utf8): residents whose list rows this write concerns. */
GPtrArray *pamong_write_touched (PamongWrite *write, GError **error);
