/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/backup_head.h"
#include <glib/gi18n-lib.h>
#include <string.h>

#define GROUP "cadangan"
#define FIXED (PAMONG_BACKUP_MAGIC_BYTES + 8)

void
pamong_backup_free (PamongBackup *backup)
{
  g_free (backup->area);
  g_free (backup->app);
  g_free (backup->lock);
  g_free (backup->computer);
  g_free (backup);
}

static void
put_number (GByteArray *out, guint32 number)
{
  guint32 bytes = GUINT32_TO_LE (number);

  g_byte_array_append (out, (const guint8 *) &bytes, sizeof bytes);
}

static guint32
get_number (const guint8 *bytes)
{
  guint32 number;

  memcpy (&number, bytes, sizeof number);
  return GUINT32_FROM_LE (number);
}

GBytes *
pamong_backup_head (const PamongBackup *backup)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  GByteArray *out = g_byte_array_new ();
  g_autofree char *text = NULL;
  gsize length = 0;

  g_key_file_set_int64 (keys, GROUP, "made", backup->made);
  g_key_file_set_string (keys, GROUP, "app", backup->app);
  g_key_file_set_integer (keys, GROUP, "schema", backup->schema);
  g_key_file_set_string (keys, GROUP, "level", pamong_level_name (backup->level));
  g_key_file_set_string (keys, GROUP, "area", backup->area);
  g_key_file_set_int64 (keys, GROUP, "residents", backup->residents);
  g_key_file_set_int64 (keys, GROUP, "families", backup->families);
  g_key_file_set_int64 (keys, GROUP, "waiting", backup->waiting);
  g_key_file_set_int64 (keys, GROUP, "size", backup->size);
  g_key_file_set_string (keys, GROUP, "lock", backup->lock);
  text = g_key_file_to_data (keys, &length, NULL);
  g_byte_array_append (out, (const guint8 *) PAMONG_BACKUP_MAGIC, PAMONG_BACKUP_MAGIC_BYTES);
  put_number (out, PAMONG_BACKUP_FORMAT);
  put_number (out, (guint32) length);
  g_byte_array_append (out, (const guint8 *) text, (guint) length);
  return g_byte_array_free_to_bytes (out);
}

gboolean
pamong_backup_refuse_damaged (GError **error)
{
  g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_DAMAGED, _("This backup is damaged or was cut short. Use another one; nothing was changed."));
  return FALSE;
}

gboolean
pamong_backup_refuse_cancelled (GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Stopped."));
  return FALSE;
}

static gboolean
get_int (GKeyFile *keys, const char *key, gint64 *value)
{
  g_autoptr (GError) failed = NULL;

  *value = g_key_file_get_int64 (keys, GROUP, key, &failed);
  return failed == NULL && *value >= 0;
}

static gboolean
read_text (PamongBackup *backup, const char *text, gsize length)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autofree char *level = NULL;
  gint64 schema = 0;

  if (!g_key_file_load_from_data (keys, text, length, G_KEY_FILE_NONE, NULL))
    return FALSE;
  level = g_key_file_get_string (keys, GROUP, "level", NULL);
  backup->level = level != NULL ? pamong_level_from_name (level) : 0;
  backup->area = g_key_file_get_string (keys, GROUP, "area", NULL);
  backup->app = g_key_file_get_string (keys, GROUP, "app", NULL);
  backup->lock = g_key_file_get_string (keys, GROUP, "lock", NULL);
  if (!get_int (keys, "schema", &schema) || !get_int (keys, "made", &backup->made) || !get_int (keys, "size", &backup->size)
      || !get_int (keys, "residents", &backup->residents) || !get_int (keys, "families", &backup->families) || !get_int (keys, "waiting", &backup->waiting))
    return FALSE;
  backup->schema = (int) MIN (schema, G_MAXINT);
  return backup->level != 0 && backup->area != NULL && backup->app != NULL && backup->lock != NULL;
}

static PamongBackup *
refuse_newer (GError **error)
{
  g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_OUTDATED, _("This backup was made by a newer Pamong. Update Pamong on this computer, then try again."));
  return NULL;
}

PamongBackup *
pamong_backup_read_head (FILE *file, GBytes **head, GError **error)
{
  g_autofree guint8 *bytes = g_malloc (FIXED + PAMONG_BACKUP_HEAD_MOST);
  g_autoptr (PamongBackup) backup = g_new0 (PamongBackup, 1);
  guint32 length;

  if (fread (bytes, 1, FIXED, file) != FIXED || memcmp (bytes, PAMONG_BACKUP_MAGIC, PAMONG_BACKUP_MAGIC_BYTES) != 0)
    {
      g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _("This file is no backup of Pamong."));
      return NULL;
    }
  if (get_number (bytes + PAMONG_BACKUP_MAGIC_BYTES) != PAMONG_BACKUP_FORMAT)
    return refuse_newer (error);
  length = get_number (bytes + PAMONG_BACKUP_MAGIC_BYTES + 4);
  if (length > PAMONG_BACKUP_HEAD_MOST || fread (bytes + FIXED, 1, length, file) != length || !read_text (backup, (const char *) bytes + FIXED, length))
    {
      pamong_backup_refuse_damaged (error);
      return NULL;
    }
  if (head != NULL)
    *head = g_bytes_new (bytes, FIXED + length);
  return g_steal_pointer (&backup);
}

char *
pamong_backup_inner (const PamongBackup *backup)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();

  g_key_file_set_string (keys, GROUP, "computer", backup->computer);
  return g_key_file_to_data (keys, NULL, NULL);
}

gboolean
pamong_backup_read_inner (PamongBackup *backup, const char *text, gsize size)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();

  if (!g_key_file_load_from_data (keys, text, size, G_KEY_FILE_NONE, NULL))
    return FALSE;
  g_free (backup->computer);
  backup->computer = g_key_file_get_string (keys, GROUP, "computer", NULL);
  return TRUE;
}
