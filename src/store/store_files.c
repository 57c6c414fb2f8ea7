/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/store_files.h"

#include "domain/clock.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define DAMAGED PAMONG_STORE_FILE ".rusak-"
#define REPLACED PAMONG_STORE_FILE ".diganti-"

static goffset
size_of (const char *dir, const char *name)
{
  g_autoptr (GFile) file = g_file_new_build_filename (dir, name, NULL);
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL, NULL);

  return info != NULL ? g_file_info_get_size (info) : 0;
}

static void
rename_in (const char *dir, const char *from, const char *to)
{
  g_autoptr (GFile) old = g_file_new_build_filename (dir, from, NULL);
  g_autoptr (GFile) new = g_file_new_build_filename (dir, to, NULL);
  g_autoptr (GError) error = NULL;

  if (!g_file_move (old, new, G_FILE_COPY_NOFOLLOW_SYMLINKS, NULL, NULL, NULL, &error) && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_warning ("a damaged data file could not be moved aside");
}

/* Nobody else on this computer looks in; where a system has no such rights, the user's own folders are private already. */
static gboolean
make_private (const char *dir)
{
  g_autoptr (GFile) file = g_file_new_for_path (dir);
  g_autoptr (GError) error = NULL;

  return g_file_set_attribute_uint32 (file, G_FILE_ATTRIBUTE_UNIX_MODE, 0700, G_FILE_QUERY_INFO_NONE, NULL, &error)
         || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
}

/* The latest of the files kept under names that begin with @prefix, or NULL. */
static char *
find_latest (const char *dir, const char *prefix)
{
  g_autoptr (GDir) entries = g_dir_open (dir, 0, NULL);
  const char *name;
  char *found = NULL;

  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL)
    if (g_str_has_prefix (name, prefix) && !g_str_has_suffix (name, "-wal") && g_strcmp0 (name, found) > 0)
      {
        g_free (found);
        found = g_strdup (name);
      }
  return found;
}

char *
pamong_store_default_dir (void)
{
  return g_build_filename (g_get_user_data_dir (), "pamong", NULL);
}

gboolean
pamong_store_exists (const char *dir)
{
  return size_of (dir, PAMONG_STORE_FILE) > 0 || pamong_store_is_between (dir);
}

gboolean
pamong_store_make_dir (const char *dir, GError **error)
{
  if (g_mkdir_with_parents (dir, 0700) == 0 && make_private (dir))
    return TRUE;
  g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_DENIED, _("The data folder %s cannot be made or written. Check its permissions."), dir);
  return FALSE;
}

gboolean
pamong_store_was_unclean (const char *dir)
{
  return size_of (dir, PAMONG_STORE_FILE "-wal") > 0;
}

void
pamong_store_move_aside (const char *dir, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_local (pamong_clock_now ());
  g_autofree char *stamp = g_date_time_format (now, "%Y%m%d-%H%M%S");
  g_autofree char *name = g_strconcat (DAMAGED, stamp, NULL);
  g_autofree char *wal = g_strconcat (name, "-wal", NULL);
  g_autofree char *path = g_build_filename (dir, name, NULL);

  rename_in (dir, PAMONG_STORE_FILE, name);
  rename_in (dir, PAMONG_STORE_FILE "-wal", wal);
  g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_DAMAGED,
               _("The data file is damaged. It was moved aside and is kept as %s. Put back the latest backup, or ask the regency for help; do not delete this file."), path);
}

gboolean
pamong_store_refuse_after_damage (const char *dir, GError **error)
{
  g_autofree char *name = find_latest (dir, DAMAGED);
  g_autofree char *path = name != NULL ? g_build_filename (dir, name, NULL) : NULL;

  if (name == NULL)
    return TRUE;
  g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_DAMAGED,
               _("The data file was damaged and is kept as %s. Put back the latest backup, or ask the regency for help."), path);
  return FALSE;
}

static gboolean
rename_whole (const char *dir, const char *from, const char *to, GError **error)
{
  g_autofree char *old = g_build_filename (dir, from, NULL), *new = g_build_filename (dir, to, NULL);

  if (g_rename (old, new) == 0)
    return TRUE;
  g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_DENIED, _("The data file could not be exchanged. Close other programs that use the data folder, and try again."));
  return FALSE;
}

/* Two restores within a second keep both files. */
static char *
new_name (const char *dir, const char *prefix)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_local (pamong_clock_now ());
  g_autofree char *stamp = g_date_time_format (now, "%Y%m%d-%H%M%S");
  char *name = g_strconcat (prefix, stamp, NULL);

  for (int i = 2; size_of (dir, name) > 0; i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s%s-%d", prefix, stamp, i);
    }
  return name;
}

/* A WAL beside the name of the store would be read into whatever takes that name: it goes with the file it belongs to. */
static gboolean
move_wal (const char *dir, const char *owner, GError **error)
{
  g_autofree char *wal = g_strconcat (owner != NULL ? owner : REPLACED "sisa", "-wal", NULL);
  g_autofree char *shm = g_build_filename (dir, PAMONG_STORE_FILE "-shm", NULL);

  g_unlink (shm);
  return !pamong_store_was_unclean (dir) || rename_whole (dir, PAMONG_STORE_FILE "-wal", wal, error);
}

gboolean
pamong_store_is_between (const char *dir)
{
  return size_of (dir, PAMONG_STORE_FILE) == 0 && size_of (dir, PAMONG_STORE_READY) > 0;
}

gboolean
pamong_store_finish_restore (const char *dir, GError **error)
{
  g_autofree char *ready = g_build_filename (dir, PAMONG_STORE_READY, NULL);
  g_autofree char *replaced = NULL;

  if (!pamong_store_is_between (dir))
    {
      g_unlink (ready); /* the old one never left: it stays */
      return TRUE;
    }
  replaced = find_latest (dir, REPLACED);
  return move_wal (dir, replaced, error) && rename_whole (dir, PAMONG_STORE_READY, PAMONG_STORE_FILE, error);
}

gboolean
pamong_store_put_in_place (const char *dir, char **kept, GError **error)
{
  g_autofree char *name = size_of (dir, PAMONG_STORE_FILE) > 0 ? new_name (dir, REPLACED) : NULL;

  if (!rename_whole (dir, PAMONG_STORE_GROWING, PAMONG_STORE_READY, error))
    return FALSE;
  if (name != NULL && !rename_whole (dir, PAMONG_STORE_FILE, name, error))
    {
      pamong_store_finish_restore (dir, NULL);
      return FALSE;
    }
  *kept = name != NULL ? g_build_filename (dir, name, NULL) : NULL;
  return move_wal (dir, name, error) && rename_whole (dir, PAMONG_STORE_READY, PAMONG_STORE_FILE, error);
}
