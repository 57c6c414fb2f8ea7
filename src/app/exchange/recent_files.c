/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/exchange/recent_files.h"

#define GROUP "import"
#define KEY "files"
#define MOST 5

static char *
list_path (const char *dir)
{
  return g_build_filename (dir, "import.ini", NULL);
}

static char **
read_all (const char *dir)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *path = list_path (dir);
  char **all = NULL;

  if (g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL))
    all = g_key_file_get_string_list (file, GROUP, KEY, NULL, NULL);
  return all != NULL ? all : g_new0 (char *, 1);
}

char **
pamong_recent_files (const char *dir)
{
  g_auto (GStrv) all = read_all (dir);
  g_autoptr (GStrvBuilder) there = g_strv_builder_new ();

  for (guint i = 0; all[i] != NULL; i++)
    if (g_file_test (all[i], G_FILE_TEST_IS_REGULAR))
      g_strv_builder_add (there, all[i]);
  return g_strv_builder_end (there);
}

void
pamong_recent_files_add (const char *dir, const char *path)
{
  g_auto (GStrv) before = read_all (dir);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GPtrArray) now = g_ptr_array_new ();
  g_autofree char *where = list_path (dir);

  g_ptr_array_add (now, (gpointer) path);
  for (guint i = 0; before[i] != NULL && now->len < MOST; i++)
    if (!g_str_equal (before[i], path))
      g_ptr_array_add (now, before[i]);
  g_key_file_set_string_list (file, GROUP, KEY, (const char *const *) now->pdata, now->len);
  g_key_file_save_to_file (file, where, NULL);
}

char *
pamong_recent_files_find (const char *dir, const char *name)
{
  g_auto (GStrv) all = pamong_recent_files (dir);

  for (guint i = 0; all[i] != NULL; i++)
    {
      g_autofree char *base = g_path_get_basename (all[i]);

      if (g_strcmp0 (base, name) == 0)
        return g_strdup (all[i]);
    }
  return NULL;
}
