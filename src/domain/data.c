/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/data.h"

#include <stdlib.h>
#include <string.h>

#define PREFIX "/id/pamong/data/"

/* Generated beside this library; naming it keeps the linker from dropping the object that holds data/. */
extern GResource *pamong_data_get_resource (void);

static GBytes *
load_override (const char *path)
{
  const char *dir = g_getenv ("PAMONG_DATA_DIR");
  g_autofree char *file = NULL;
  char *contents;
  gsize length;

  if (dir == NULL || *dir == '\0')
    return NULL;
  file = g_build_filename (dir, path, NULL);
  return g_file_get_contents (file, &contents, &length, NULL) ? g_bytes_new_take (contents, length) : NULL;
}

static int
compare_names (const void *a, const void *b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

GBytes *
pamong_data_load (const char *path, GError **error)
{
  g_autofree char *name = g_strconcat (PREFIX, path, NULL);
  GBytes *bytes = load_override (path);

  return bytes != NULL ? bytes : g_resource_lookup_data (pamong_data_get_resource (), name, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
}

char *
pamong_data_text (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = pamong_data_load (path, &error);
  gsize length = 0;
  const char *data;

  if (bytes == NULL)
    g_error ("%s", error->message);
  data = g_bytes_get_data (bytes, &length);
  return length > 0 ? g_strndup (data, length) : g_strdup ("");
}

char **
pamong_data_list (const char *dir)
{
  g_autofree char *name = g_strconcat (PREFIX, dir, NULL);
  g_auto (GStrv) children = g_resource_enumerate_children (pamong_data_get_resource (), name, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GStrvBuilder) files = g_strv_builder_new ();

  for (gsize i = 0; children != NULL && children[i] != NULL; i++)
    if (!g_str_has_suffix (children[i], "/"))
      g_strv_builder_add (files, children[i]);

  char **list = g_strv_builder_end (files);
  qsort (list, g_strv_length (list), sizeof *list, compare_names);
  return list;
}
