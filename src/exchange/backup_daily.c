/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/backup.h"
#include "office/backups.h"

#define KEPT 7

/* The folder inside the data folder is ours to make; one that somebody chose is there, or its disk is not plugged in. */
static void
make_own_folder (PamongStore *store, const char *folder)
{
  g_autofree char *parent = g_path_get_dirname (folder);

  if (g_str_equal (parent, pamong_store_dir (store)))
    g_mkdir_with_parents (folder, 0700);
}

PamongDaily
pamong_backup_daily (const char *dir, GCancellable *cancellable, char **path, GError **error)
{
  g_autoptr (PamongStore) store = pamong_store_open (dir, PAMONG_STORE_READ, error);
  g_autoptr (PamongBackupKey) key = store != NULL ? pamong_backup_key_kept (store) : NULL;
  g_autoptr (PamongBackupState) state = NULL;
  g_autofree char *name = NULL, *file = NULL;

  if (store == NULL)
    return PAMONG_DAILY_FAILED;
  if (key == NULL)
    return PAMONG_DAILY_NOT_DUE;
  state = pamong_backup_state (store);
  name = pamong_backup_name (store, TRUE);
  file = g_build_filename (state->folder, name, NULL);
  if (g_file_test (file, G_FILE_TEST_EXISTS))
    return PAMONG_DAILY_NOT_DUE;
  make_own_folder (store, state->folder);
  if (!pamong_backup_create (store, file, key, cancellable, NULL, NULL, NULL, error))
    return PAMONG_DAILY_FAILED;
  pamong_backup_prune (state->folder, KEPT);
  *path = g_steal_pointer (&file);
  return PAMONG_DAILY_MADE;
}
