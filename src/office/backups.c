/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "office/backups.h"

#include "domain/clock.h"
#include "office/act.h"

#include <glib/gi18n-lib.h>

#define DAY (24 * 3600)
#define DAYS_WELL 7
#define FOLDER "cadangan"

void
pamong_backup_state_free (PamongBackupState *state)
{
  g_free (state->failed);
  g_free (state->folder);
  g_free (state);
}

static gint64
number (PamongStore *store, const char *key)
{
  g_autofree char *text = pamong_store_meta (store, key);

  return text != NULL ? g_ascii_strtoll (text, NULL, 10) : 0;
}

PamongBackupState *
pamong_backup_state (PamongStore *store)
{
  PamongBackupState *state = g_new0 (PamongBackupState, 1);
  g_autofree char *lock = pamong_store_meta (store, "backup.lock");

  state->last = number (store, "backup.last");
  state->away = number (store, "backup.away");
  state->failed = pamong_store_meta (store, "backup.failed");
  state->folder = pamong_store_meta (store, "backup.folder");
  state->ready = lock != NULL;
  if (state->folder == NULL)
    state->folder = g_build_filename (pamong_store_dir (store), FOLDER, NULL);
  return state;
}

/* 0 = not known. */
static gint64
begun (const char *created)
{
  g_autofree char *text = created != NULL ? g_strconcat (created, "T00:00:00", NULL) : NULL;
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GDateTime) time = text != NULL ? g_date_time_new_from_iso8601 (text, zone) : NULL;

  return time != NULL ? g_date_time_to_unix (time) : 0;
}

int
pamong_backup_days (const PamongBackupState *state, const char *created, gint64 now)
{
  gint64 since = state->away > 0 ? state->away : begun (created);
  gint64 days = since > 0 ? (now - since) / DAY : 0;

  return days > DAYS_WELL ? (int) MIN (days, G_MAXINT) : 0;
}

gboolean
pamong_office_keep_backup_key (PamongOffice *office, const char *key, const char *lock, GError **error)
{
  g_autoptr (PamongWrite) write = pamong_write_begin_plain (office->store, error);

  return write != NULL && pamong_write_meta (write, "backup.key", key, error) && pamong_write_meta (write, "backup.lock", lock, error)
         && pamong_write_commit (g_steal_pointer (&write), NULL, NULL, error);
}

gboolean
pamong_office_refuse_own_password (PamongOffice *office, const char *passphrase, GError **error)
{
  const PamongRecord *account = pamong_office_account (office);
  g_autoptr (PamongRecord) opened = account != NULL ? pamong_office_check_password (office->store, account->uid, passphrase, NULL) : NULL;

  if (opened == NULL)
    return TRUE;
  g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _("This is your own password. Choose another passphrase: the backup may lie about on a flash disk, and must not open with what is typed every day."));
  return FALSE;
}

gboolean
pamong_office_set_backup_folder (PamongOffice *office, const char *folder, GError **error)
{
  g_autoptr (PamongWrite) write = pamong_write_begin_plain (office->store, error);

  return write != NULL && pamong_write_meta (write, "backup.folder", folder, error) && pamong_write_meta (write, "backup.failed", NULL, error)
         && pamong_write_commit (g_steal_pointer (&write), NULL, NULL, error);
}

gboolean
pamong_office_note_backup (PamongOffice *office, const char *path, const char *failed, GError **error)
{
  g_autofree char *now = g_strdup_printf ("%" G_GINT64_FORMAT, pamong_clock_now ());
  g_autofree char *inside = g_strconcat (pamong_store_dir (office->store), G_DIR_SEPARATOR_S, NULL);
  g_autoptr (PamongWrite) write = pamong_write_begin_plain (office->store, error);
  gboolean away = path != NULL && !g_str_has_prefix (path, inside);

  return write != NULL && (path == NULL || pamong_write_meta (write, "backup.last", now, error)) && (!away || pamong_write_meta (write, "backup.away", now, error))
         && pamong_write_meta (write, "backup.failed", failed, error) && pamong_write_commit (g_steal_pointer (&write), NULL, NULL, error);
}
