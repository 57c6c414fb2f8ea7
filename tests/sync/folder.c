/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "folder.h"

char *
folder_new (void)
{
  const char *base = g_file_test ("/dev/shm", G_FILE_TEST_IS_DIR) ? "/dev/shm" : g_get_tmp_dir ();
  char *path = g_build_filename (base, "pamong-sync-XXXXXX", NULL);

  g_assert_nonnull (g_mkdtemp (path));
  return path;
}

void
folder_remove (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileEnumerator) children = g_file_enumerate_children (file, "standard::name", G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
  GFile *child;

  while (children != NULL && g_file_enumerator_iterate (children, NULL, &child, NULL, NULL) && child != NULL)
    folder_remove (g_file_peek_path (child));
  g_file_delete (file, NULL, NULL);
}
