/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names of backups, which of them stay, and what a passphrase must be. */
#include "exchange/backup.h"
#include "domain/clock.h"
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define START "pamong-"
#define DAILY "-harian-"
#define PASSPHRASE_LEAST 12
#define LETTERS_LEAST 5 /* different ones */

char *
pamong_backup_name (PamongStore *store, gboolean daily)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_local (pamong_clock_now ());
  g_autofree char *stamp = g_date_time_format (now, daily ? DAILY "%Y%m%d" : "-%Y%m%d-%H%M%S");

  return g_strconcat (START, pamong_store_area (store), stamp, PAMONG_BACKUP_END, NULL);
}

static const char *
name_of (const char *path)
{
  const char *name = strrchr (path, G_DIR_SEPARATOR);

  return name != NULL ? name + 1 : path;
}

static gboolean
is_daily (const char *path)
{
  return strstr (name_of (path), DAILY) != NULL;
}

/* The part of a name that tells when: what follows the place. */
static const char *
time_of (const char *path)
{
  const char *name = name_of (path), *time = is_daily (path) ? strstr (name, DAILY) + strlen (DAILY) : strchr (name + strlen (START), '-');

  return time != NULL ? time + (*time == '-') : "";
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return -strcmp (time_of (*(const char *const *) a), time_of (*(const char *const *) b));
}

GPtrArray *
pamong_backup_list (const char *folder)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) entries = g_dir_open (folder, 0, NULL);
  const char *name;

  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL)
    if (g_str_has_prefix (name, START) && g_str_has_suffix (name, PAMONG_BACKUP_END))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (paths, compare_names);
  return paths;
}

void
pamong_backup_prune (const char *folder, guint keep)
{
  g_autoptr (GPtrArray) paths = pamong_backup_list (folder);
  guint kept = 0;

  for (guint i = 0; i < paths->len; i++)
    if (is_daily (paths->pdata[i]) && ++kept > keep)
      g_unlink (paths->pdata[i]);
}

gboolean
pamong_backup_passphrase_is_good (const char *passphrase, GError **error)
{
  g_autoptr (GHashTable) letters = g_hash_table_new (NULL, NULL);

  if (!g_utf8_validate (passphrase, -1, NULL))
    passphrase = "";
  for (const char *at = passphrase; *at != '\0'; at = g_utf8_next_char (at))
    g_hash_table_add (letters, GUINT_TO_POINTER (g_utf8_get_char (at)));
  if (g_utf8_strlen (passphrase, -1) >= PASSPHRASE_LEAST && g_hash_table_size (letters) >= LETTERS_LEAST)
    return TRUE;
  g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _("The passphrase is too easy to guess: use at least %d letters, for example four words that do not belong together."), PASSPHRASE_LEAST);
  return FALSE;
}
