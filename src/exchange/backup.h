/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "store/backup.h"
#include "wire/crypto.h"
#include <gio/gio.h>

/* A backup: everything of one computer's store in one file that only a passphrase opens. The format is in backup.md. */
#define PAMONG_BACKUP_END ".cadangan"

/**
 * PamongBackup: what stands over a backup: figures that name nobody, to be read without the passphrase.
 * @app: version of the program that made it
 * @made: when
 * @size: bytes of the store inside
 * @lock: its key, locked by the passphrase of that day
 * @computer: (nullable): which computer made it; known once it was opened
 */
typedef struct {
  gint64 made, size, residents, families, waiting;
  PamongLevel level;
  char *area, *app, *lock, *computer;
  int schema;
} PamongBackup;
void pamong_backup_free (PamongBackup *backup);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongBackup, pamong_backup_free)

/** PamongBackupKey: @lock: as it is written into the file. */
typedef struct { guint8 key[PAMONG_KEY_BYTES]; char *lock; } PamongBackupKey;
void pamong_backup_key_free (PamongBackupKey *key);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongBackupKey, pamong_backup_key_free)
/** pamong_backup_passphrase_is_good: long enough that nobody guesses it from a flash disk that was lost: twelve letters, not one over and over. INVALID with words. */
gboolean pamong_backup_passphrase_is_good (const char *passphrase, GError **error);
/** pamong_backup_key_new: a new key, locked by @passphrase. */
PamongBackupKey *pamong_backup_key_new (const char *passphrase);
/** pamong_backup_key_text: Returns: (transfer full): the bare key, as the office keeps it. */
char *pamong_backup_key_text (const PamongBackupKey *key);
/** pamong_backup_key_kept: the one this office keeps, so that nobody is asked every day. Returns: (transfer full) (nullable). */
PamongBackupKey *pamong_backup_key_kept (PamongStore *store);

/** PamongBackupSteps: how far it is, from any thread. @done of @total bytes; both writing and reading back are counted. */
typedef void (*PamongBackupSteps) (gint64 done, gint64 total, gpointer data);

/** pamong_backup_create: copies, seals, writes beside @path, reads it back whole, and only then gives it its name. FULL when there is no room: what
 * stood there stays. @backup: (out) (optional) (transfer full). */
gboolean pamong_backup_create (PamongStore *store, const char *path, const PamongBackupKey *key, GCancellable *cancellable, PamongBackupSteps steps, gpointer data,
                               PamongBackup **backup, GError **error);
/** pamong_backup_name: Returns: (transfer full): name of a backup made now. @daily: one a day. */
char *pamong_backup_name (PamongStore *store, gboolean daily);
/** pamong_backup_look: what stands over @path. INVALID: no backup; OUTDATED: of a newer Pamong. */
PamongBackup *pamong_backup_look (const char *path, GError **error);
/** pamong_backup_open: the same and what only the passphrase shows. DENIED: wrong passphrase. */
PamongBackup *pamong_backup_open (const char *path, const char *passphrase, GError **error);
/** pamong_backup_unpack: opens @path and writes the store inside to @target, or nowhere when that is NULL; every byte is proven. DENIED: wrong passphrase; DAMAGED. */
PamongBackup *pamong_backup_unpack (const char *path, const char *passphrase, const char *target, GCancellable *cancellable, PamongBackupSteps steps, gpointer data, GError **error);
/** pamong_backup_verify: opens it, and looks through the store inside: @scratch is a folder for the time being. DAMAGED when its figures are not those promised. */
PamongBackup *pamong_backup_verify (const char *path, const char *passphrase, const char *scratch, GCancellable *cancellable, PamongBackupSteps steps, gpointer data, GError **error);
/** pamong_backup_list: (element-type utf8): paths of the backups in @folder, the newest first. */
GPtrArray *pamong_backup_list (const char *folder);
/** pamong_backup_prune: of the daily ones in @folder the newest @keep stay. Only they are ever taken away. */
void pamong_backup_prune (const char *folder, guint keep);

/** PamongDaily: what became of today's. */
typedef enum { PAMONG_DAILY_NOT_DUE, PAMONG_DAILY_MADE, PAMONG_DAILY_FAILED } PamongDaily;
/** pamong_backup_daily: one a day, seven stay; nothing while no passphrase was set. Any thread: it reads the store at @dir by a connection of its own.
 * @path: (out) (transfer full) (nullable): the one that was made. */
PamongDaily pamong_backup_daily (const char *dir, GCancellable *cancellable, char **path, GError **error);
