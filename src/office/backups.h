/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "office/office.h"

/* What this computer remembers of its backups. Nothing of it travels. */

/**
 * PamongBackupState:
 * @last, @away: when the last one was made, and the last one by hand into a folder outside the data folder; 0 = never
 * @failed: (nullable): why the last daily one was not made, in words
 * @folder: where the daily ones go
 * @ready: a passphrase was set
 */
typedef struct {
  gint64 last, away;
  char *failed, *folder;
  gboolean ready;
} PamongBackupState;
void pamong_backup_state_free (PamongBackupState *state);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongBackupState, pamong_backup_state_free)
/** pamong_backup_state: a reader: any thread's store. Returns: (transfer full). */
PamongBackupState *pamong_backup_state (PamongStore *store);
/** pamong_backup_days: days since the last one that would outlive this computer was made, when that is too long ago (7) or never was: then since the office was begun, @created (nullable) as YYYY-MM-DD. 0 = all is well. */
int pamong_backup_days (const PamongBackupState *state, const char *created, gint64 now);

/** pamong_office_keep_backup_key: the key by which every backup from now on is sealed, and the same locked by the passphrase. */
gboolean pamong_office_keep_backup_key (PamongOffice *office, const char *key, const char *lock, GError **error);
/** pamong_office_refuse_own_password: INVALID when @passphrase is the password of who is signed in. */
gboolean pamong_office_refuse_own_password (PamongOffice *office, const char *passphrase, GError **error);
gboolean pamong_office_set_backup_folder (PamongOffice *office, const char *folder, GError **error);
/** pamong_office_note_backup: one was made at @path now, or @failed says why not. */
gboolean pamong_office_note_backup (PamongOffice *office, const char *path, const char *failed, GError **error);
