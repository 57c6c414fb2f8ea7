/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/backup_head.h"
#include "domain/clock.h"
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <errno.h>
#include <string.h>

/** Writing: a backup as it grows. @copy: the plain store, in the store's own folder; @part: the file beside its later name. */
typedef struct {
  FILE *in, *out;
  char *copy, *part;
  const char *path;
  PamongSeal *seal;
  guint8 *plain, *sealed;
  gint64 done, total;
  GCancellable *cancellable;
  PamongBackupSteps steps;
  gpointer data;
} Writing;

static void
writing_clear (Writing *writing)
{
  g_clear_pointer (&writing->in, fclose);
  g_clear_pointer (&writing->out, fclose);
  if (writing->copy != NULL)
    g_unlink (writing->copy);
  if (writing->part != NULL)
    g_unlink (writing->part);
  g_free (writing->copy);
  g_free (writing->part);
  g_clear_pointer (&writing->seal, pamong_seal_free);
  g_free (writing->plain);
  g_free (writing->sealed);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Writing, writing_clear)

void
pamong_backup_key_free (PamongBackupKey *key)
{
  pamong_secret_wipe (key->key);
  g_free (key->lock);
  g_free (key);
}

PamongBackupKey *
pamong_backup_key_new (const char *passphrase)
{
  PamongBackupKey *key = g_new0 (PamongBackupKey, 1);

  pamong_secret_new (key->key);
  key->lock = pamong_secret_lock (key->key, passphrase);
  return key;
}

char *
pamong_backup_key_text (const PamongBackupKey *key)
{
  return pamong_base64url_encode (key->key, sizeof key->key);
}

PamongBackupKey *
pamong_backup_key_kept (PamongStore *store)
{
  g_autofree char *text = pamong_store_meta (store, "backup.key");
  g_autofree char *lock = pamong_store_meta (store, "backup.lock");
  gsize size = 0;
  g_autofree guint8 *bytes = text != NULL ? pamong_base64url_decode (text, &size) : NULL;
  PamongBackupKey *key;

  if (bytes == NULL || size != PAMONG_KEY_BYTES || lock == NULL)
    return NULL;
  key = g_new0 (PamongBackupKey, 1);
  memcpy (key->key, bytes, size);
  pamong_secret_wipe (bytes);
  key->lock = g_steal_pointer (&lock);
  return key;
}

/* What stopped the writing, and what to do. A flash disk that is pulled out answers in many ways: all of them are one to a person. */
static gboolean
blame (const Writing *writing, int why, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (writing->path);
  g_autofree char *shown = g_filename_display_name (folder);

  if (why == ENOSPC || why == EFBIG)
    g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_FULL, _("There is no room in %s. Make room or use another disk. Older backups were kept."), shown);
  else if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_NOT_FOUND, _("%s is not there. Plug the flash disk in, or choose another folder. Older backups were kept."), shown);
  else if (why == EACCES || why == EPERM || why == EROFS)
    g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _("Nothing can be written to %s. Choose another folder. Older backups were kept."), shown);
  else
    g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_FAILED, _("Writing to %s broke off. Leave the flash disk plugged in until the end, and try again. Older backups were kept."), shown);
  return FALSE;
}

static gboolean
write_bytes (Writing *writing, const void *bytes, gsize size, GError **error)
{
  return fwrite (bytes, 1, size, writing->out) == size || blame (writing, errno, error);
}

static gboolean
write_piece (Writing *writing, const void *data, gsize size, GBytes *bound, gboolean last, GError **error)
{
  guint32 length = GUINT32_TO_LE ((guint32) size + PAMONG_SEAL_EXTRA);

  pamong_seal_push (writing->seal, data, size, bound, last, writing->sealed);
  return write_bytes (writing, &length, sizeof length, error) && write_bytes (writing, writing->sealed, size + PAMONG_SEAL_EXTRA, error);
}

static gboolean
open_part (Writing *writing, GError **error)
{
  g_autofree char *name = g_strdup_printf ("%s.%08x.part", writing->path, g_random_int ());
  g_autoptr (GFile) file = g_file_new_for_path (name);
  g_autoptr (GFileOutputStream) stream = g_file_create (file, G_FILE_CREATE_PRIVATE, NULL, NULL);

  g_clear_object (&stream);
  writing->out = g_fopen (name, "wb");
  if (writing->out == NULL)
    return blame (writing, errno, error);
  writing->part = g_steal_pointer (&name);
  return TRUE;
}

static gboolean
write_pieces (Writing *writing, GError **error)
{
  gsize size;

  do
    {
      if (g_cancellable_is_cancelled (writing->cancellable))
        return pamong_backup_refuse_cancelled (error);
      size = fread (writing->plain, 1, PAMONG_BACKUP_PIECE, writing->in);
      if (!write_piece (writing, writing->plain, size, NULL, size < PAMONG_BACKUP_PIECE, error))
        return FALSE;
      writing->done += size;
      if (writing->steps != NULL)
        writing->steps (writing->done, writing->total, writing->data);
    }
  while (size == PAMONG_BACKUP_PIECE);
  return !ferror (writing->in) || blame (writing, errno, error);
}

/* It is on the disk, not only on its way there, before it is read back. */
static gboolean
close_part (Writing *writing, GError **error)
{
  gboolean done = fflush (writing->out) == 0 && g_fsync (fileno (writing->out)) == 0;
  int why = errno;

  done = fclose (g_steal_pointer (&writing->out)) == 0 && done;
  return done || blame (writing, why, error);
}

static gboolean
write_all (Writing *writing, const PamongBackup *backup, const PamongBackupKey *key, GError **error)
{
  g_autoptr (GBytes) head = pamong_backup_head (backup);
  g_autofree char *inner = pamong_backup_inner (backup);
  guint8 start[PAMONG_SEAL_HEAD];
  gsize size;
  const void *bytes = g_bytes_get_data (head, &size);

  writing->plain = g_malloc (PAMONG_BACKUP_PIECE);
  writing->sealed = g_malloc (PAMONG_BACKUP_PIECE + PAMONG_SEAL_EXTRA);
  writing->seal = pamong_seal_new (key->key, start);
  return open_part (writing, error) && write_bytes (writing, bytes, size, error) && write_bytes (writing, start, sizeof start, error)
         && write_piece (writing, inner, strlen (inner), head, FALSE, error) && write_pieces (writing, error) && close_part (writing, error);
}

/* Returns: (transfer full): what will stand over the file. */
static PamongBackup *
make_copy (Writing *writing, PamongStore *store, const PamongBackupKey *key, GError **error)
{
  g_autofree char *name = g_strdup_printf ("salinan-%08x.tmp", g_random_int ());
  g_autoptr (PamongFileFacts) facts = NULL;
  PamongBackup *backup;
  GStatBuf found;

  writing->copy = g_build_filename (pamong_store_dir (store), name, NULL);
  if ((facts = pamong_store_copy (store, writing->copy, error)) == NULL || (writing->in = g_fopen (writing->copy, "rb")) == NULL || g_stat (writing->copy, &found) != 0)
    {
      if (error != NULL && *error == NULL)
        blame (writing, errno, error);
      return NULL;
    }
  backup = g_new0 (PamongBackup, 1);
  backup->made = pamong_clock_now ();
  backup->size = found.st_size;
  backup->residents = facts->residents;
  backup->families = facts->families;
  backup->waiting = facts->waiting;
  backup->level = facts->level;
  backup->area = g_strdup (facts->area);
  backup->app = g_strdup (PAMONG_VERSION);
  backup->lock = g_strdup (key->lock);
  backup->computer = g_strdup (g_get_host_name ());
  backup->schema = facts->schema;
  return backup;
}

/* What an earlier backup left when the program was killed. */
static void
sweep (const char *dir)
{
  g_autoptr (GDir) entries = g_dir_open (dir, 0, NULL);
  const char *name;

  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL)
    if (g_str_has_prefix (name, "salinan-") && strstr (name, ".tmp") != NULL)
      {
        g_autofree char *path = g_build_filename (dir, name, NULL);
        GStatBuf found;

        if (g_stat (path, &found) == 0 && found.st_mtime < g_get_real_time () / G_USEC_PER_SEC - 3600)
          g_unlink (path);
      }
}

/** Checking: the copy looked through beside the sealing of it: two cores, half the time. */
typedef struct {
  const char *path;
  GError *error;
  gboolean whole;
} Checking;

static gpointer
check (gpointer data)
{
  Checking *checking = data;

  checking->whole = pamong_file_check (checking->path, &checking->error);
  return NULL;
}

static gboolean
seal_checked (Writing *writing, const PamongBackup *made, const PamongBackupKey *key, GError **error)
{
  Checking checking = { .path = writing->copy };
  GThread *thread = g_thread_new ("backup-check", check, &checking);
  gboolean sealed = write_all (writing, made, key, error)
                    && pamong_backup_read_back (writing->part, key->key, made->size, writing->total, writing->cancellable, writing->steps, writing->data, error);

  g_thread_join (thread);
  if (sealed && !checking.whole)
    g_propagate_error (error, g_steal_pointer (&checking.error));
  g_clear_error (&checking.error);
  return sealed && checking.whole;
}

gboolean
pamong_backup_create (PamongStore *store, const char *path, const PamongBackupKey *key, GCancellable *cancellable, PamongBackupSteps steps, gpointer data,
                      PamongBackup **backup, GError **error)
{
  g_auto (Writing) writing = { .path = path, .cancellable = cancellable, .steps = steps, .data = data };
  g_autoptr (PamongBackup) made = NULL;

  sweep (pamong_store_dir (store));
  if ((made = make_copy (&writing, store, key, error)) == NULL)
    return FALSE;
  writing.total = 2 * made->size;
  if (!seal_checked (&writing, made, key, error))
    return FALSE;
  if (g_rename (writing.part, path) != 0)
    return blame (&writing, errno, error);
  g_clear_pointer (&writing.part, g_free);
  if (backup != NULL)
    *backup = g_steal_pointer (&made);
  return TRUE;
}
