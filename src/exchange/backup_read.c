/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/backup_head.h"
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/**
 * Reading: a backup that is being opened.
 * @out: (nullable): where the store inside goes; @passing: it need not outlive a power cut
 * @base, @total: what the steps count from and to
 */
typedef struct {
  FILE *file, *out;
  gboolean passing;
  PamongBackup *backup;
  GBytes *head;
  PamongSeal *seal;
  guint8 *sealed, *plain;
  gint64 done, base, total;
  GCancellable *cancellable;
  PamongBackupSteps steps;
  gpointer data;
} Reading;

static void
reading_clear (Reading *reading)
{
  g_clear_pointer (&reading->file, fclose);
  g_clear_pointer (&reading->out, fclose);
  g_clear_pointer (&reading->backup, pamong_backup_free);
  g_clear_pointer (&reading->head, g_bytes_unref);
  g_clear_pointer (&reading->seal, pamong_seal_free);
  g_clear_pointer (&reading->sealed, g_free);
  g_clear_pointer (&reading->plain, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static gboolean
open_file (Reading *reading, const char *path, GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);

  reading->file = g_fopen (path, "rb");
  if (reading->file == NULL)
    {
      g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_NOT_FOUND, _("%s cannot be opened. Is the flash disk plugged in?"), shown);
      return FALSE;
    }
  reading->backup = pamong_backup_read_head (reading->file, &reading->head, error);
  return reading->backup != NULL;
}

/* @size: (out): of the plain piece. */
static gboolean
read_piece (Reading *reading, GBytes *bound, gboolean *last, gsize *size, GError **error)
{
  guint32 length = 0;

  if (fread (&length, 1, sizeof length, reading->file) != sizeof length)
    return pamong_backup_refuse_damaged (error);
  length = GUINT32_FROM_LE (length);
  if (length < PAMONG_SEAL_EXTRA || length > PAMONG_BACKUP_PIECE + PAMONG_SEAL_EXTRA || fread (reading->sealed, 1, length, reading->file) != length
      || !pamong_seal_pull (reading->seal, reading->sealed, length, bound, last, reading->plain))
    return pamong_backup_refuse_damaged (error);
  *size = length - PAMONG_SEAL_EXTRA;
  return TRUE;
}

static gboolean
write_out (Reading *reading, gsize size, GError **error)
{
  if (reading->out == NULL || fwrite (reading->plain, 1, size, reading->out) == size)
    return TRUE;
  g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_FULL, _("The disk of this computer is full. Make room, and try again; nothing was changed."));
  return FALSE;
}

static gboolean
read_pieces (Reading *reading, GError **error)
{
  gboolean last = FALSE;
  gsize size;

  while (!last)
    {
      if (g_cancellable_is_cancelled (reading->cancellable))
        return pamong_backup_refuse_cancelled (error);
      if (!read_piece (reading, NULL, &last, &size, error) || !write_out (reading, size, error))
        return FALSE;
      reading->done += size;
      if (reading->steps != NULL)
        reading->steps (reading->base + reading->done, reading->total, reading->data);
    }
  /* Nothing may follow the last piece, and it must be as much as was promised. */
  return (fgetc (reading->file) == EOF && reading->done == reading->backup->size) || pamong_backup_refuse_damaged (error);
}

static gboolean
flush_out (Reading *reading, GError **error)
{
  if (reading->out == NULL || (fflush (reading->out) == 0 && (reading->passing || g_fsync (fileno (reading->out)) == 0)))
    return TRUE;
  return write_out (reading, 1, error);
}

static gboolean
read_first (Reading *reading, const guint8 *key, GError **error)
{
  guint8 start[PAMONG_SEAL_HEAD];
  gboolean last;
  gsize size;

  if (fread (start, 1, sizeof start, reading->file) != sizeof start)
    return pamong_backup_refuse_damaged (error);
  reading->seal = pamong_seal_open (key, start);
  reading->sealed = g_malloc (PAMONG_BACKUP_PIECE + PAMONG_SEAL_EXTRA);
  reading->plain = g_malloc (PAMONG_BACKUP_PIECE);
  if (!read_piece (reading, reading->head, &last, &size, error))
    return FALSE;
  if (last || !pamong_backup_read_inner (reading->backup, (const char *) reading->plain, size))
    return pamong_backup_refuse_damaged (error);
  return TRUE;
}

static gboolean
read_all (Reading *reading, const guint8 *key, GError **error)
{
  return read_first (reading, key, error) && read_pieces (reading, error) && flush_out (reading, error);
}

gboolean
pamong_backup_read_back (const char *path, const guint8 *key, gint64 base, gint64 total, GCancellable *cancellable, PamongBackupSteps steps, gpointer data, GError **error)
{
  g_auto (Reading) reading = { .base = base, .total = total, .cancellable = cancellable, .steps = steps, .data = data };

  return open_file (&reading, path, error) && read_all (&reading, key, error);
}

PamongBackup *
pamong_backup_look (const char *path, GError **error)
{
  g_auto (Reading) reading = { 0 };

  return open_file (&reading, path, error) ? g_steal_pointer (&reading.backup) : NULL;
}

PamongBackup *
pamong_backup_open (const char *path, const char *passphrase, GError **error)
{
  g_auto (Reading) reading = { 0 };
  guint8 key[PAMONG_KEY_BYTES];
  gboolean done;

  if (!open_file (&reading, path, error) || !pamong_secret_unlock (reading.backup->lock, passphrase, key, error))
    return NULL;
  done = read_first (&reading, key, error);
  pamong_secret_wipe (key);
  return done ? g_steal_pointer (&reading.backup) : NULL;
}

static gboolean
open_out (Reading *reading, const char *target, GError **error)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFileOutputStream) stream = NULL;

  if (target == NULL)
    return TRUE;
  file = g_file_new_for_path (target);
  stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, NULL);
  g_clear_object (&stream);
  if ((reading->out = g_fopen (target, "wb")) != NULL)
    return TRUE;
  return write_out (reading, 1, error);
}

static PamongBackup *
unpack (const char *path, const char *passphrase, const char *target, gboolean passing, GCancellable *cancellable, PamongBackupSteps steps, gpointer data, GError **error)
{
  g_auto (Reading) reading = { .passing = passing, .cancellable = cancellable, .steps = steps, .data = data };
  guint8 key[PAMONG_KEY_BYTES];
  gboolean done;

  if (!open_file (&reading, path, error) || !pamong_secret_unlock (reading.backup->lock, passphrase, key, error))
    return NULL;
  reading.total = reading.backup->size;
  done = open_out (&reading, target, error) && read_all (&reading, key, error);
  pamong_secret_wipe (key);
  if (!done && target != NULL)
    g_unlink (target);
  return done ? g_steal_pointer (&reading.backup) : NULL;
}

PamongBackup *
pamong_backup_unpack (const char *path, const char *passphrase, const char *target, GCancellable *cancellable, PamongBackupSteps steps, gpointer data, GError **error)
{
  return unpack (path, passphrase, target, FALSE, cancellable, steps, data, error);
}

static gboolean
keeps_its_word (const PamongBackup *backup, const PamongFileFacts *facts)
{
  return facts->residents == backup->residents && facts->families == backup->families && facts->waiting == backup->waiting && facts->level == backup->level
         && g_strcmp0 (facts->area, backup->area) == 0;
}

PamongBackup *
pamong_backup_verify (const char *path, const char *passphrase, const char *scratch, GCancellable *cancellable, PamongBackupSteps steps, gpointer data, GError **error)
{
  g_autofree char *name = g_strdup_printf ("periksa-%08x.tmp", g_random_int ());
  g_autofree char *target = g_build_filename (scratch, name, NULL);
  g_autoptr (PamongBackup) backup = unpack (path, passphrase, target, TRUE, cancellable, steps, data, error);
  g_autoptr (PamongFileFacts) facts = backup != NULL ? pamong_file_facts (target, error) : NULL;

  g_unlink (target);
  if (facts == NULL)
    return NULL;
  if (!keeps_its_word (backup, facts))
    {
      pamong_backup_refuse_damaged (error);
      return NULL;
    }
  return g_steal_pointer (&backup);
}
