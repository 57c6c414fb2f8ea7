/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/mapping.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define META "import.mappings"

static GKeyFile *
load (PamongStore *store)
{
  GKeyFile *file = g_key_file_new ();
  g_autofree char *text = pamong_store_meta (store, META);

  if (text != NULL)
    g_key_file_load_from_data (file, text, (gsize) -1, G_KEY_FILE_NONE, NULL);
  return file;
}

static GStrv
heading_keys (const PamongColumns *columns)
{
  GStrv keys = g_new0 (char *, columns->columns->len + 1);

  for (guint i = 0; i < columns->columns->len; i++)
    keys[i] = pamong_heading_key (g_array_index (columns->columns, PamongColumn, i).heading);
  return keys;
}

static GStrv
names_of (const PamongColumns *columns)
{
  GStrv names = g_new0 (char *, columns->columns->len + 1);

  for (guint i = 0; i < columns->columns->len; i++)
    names[i] = pamong_column_name (&g_array_index (columns->columns, PamongColumn, i));
  return names;
}

/* A name holds what a group of an INI file cannot. */
static char *
group_of (const char *name)
{
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, name, -1);

  return g_strndup (sum, 16);
}

static gboolean
has_headings (GKeyFile *file, const char *group, GStrv keys)
{
  g_auto (GStrv) theirs = g_key_file_get_string_list (file, group, "headings", NULL, NULL);

  return theirs != NULL && g_strv_equal ((const char *const *) theirs, (const char *const *) keys);
}

/* Returns: (transfer full) (nullable): the group with these headings. */
static char *
find_group (GKeyFile *file, GStrv keys)
{
  g_auto (GStrv) groups = g_key_file_get_groups (file, NULL);

  for (gsize i = 0; groups[i] != NULL; i++)
    if (has_headings (file, groups[i], keys))
      return g_strdup (groups[i]);
  return NULL;
}

static gboolean
any_said (GStrv keys)
{
  for (gsize i = 0; keys[i] != NULL; i++)
    if (*keys[i] != '\0')
      return TRUE;
  return FALSE;
}

static gboolean
keep (PamongOffice *office, GKeyFile *file, GError **error)
{
  g_autofree char *text = g_key_file_to_data (file, NULL, NULL);

  return pamong_office_keep_mappings (office, text, error);
}

gboolean
pamong_mapping_save (PamongOffice *office, const char *name, const PamongColumns *columns, GError **error)
{
  g_autoptr (GKeyFile) file = load (pamong_office_store (office));
  g_auto (GStrv) keys = heading_keys (columns), names = names_of (columns);
  g_autofree char *tidy = g_strstrip (g_strdup (name)), *group = group_of (tidy), *before = find_group (file, keys);

  if (*tidy == '\0' || !any_said (keys))
    {
      g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_INVALID,
                           *tidy == '\0' ? _("The order of columns has no name. Type one, like Data RT 3.") : _("The sheet has no headings by which it could be known again. Write headings above the people first."));
      return FALSE;
    }
  if (before != NULL)
    g_key_file_remove_group (file, before, NULL);
  g_key_file_set_string (file, group, "name", tidy);
  g_key_file_set_string_list (file, group, "headings", (const char *const *) keys, g_strv_length (keys));
  g_key_file_set_string_list (file, group, "read", (const char *const *) names, g_strv_length (names));
  return keep (office, file, error);
}

static gboolean
check_there (GKeyFile *file, const char *group, const char *name, GError **error)
{
  if (g_key_file_has_group (file, group))
    return TRUE;
  g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_NOT_FOUND, _("There is no order of columns “%s”. Choose one of the list."), name);
  return FALSE;
}

gboolean
pamong_mapping_drop (PamongOffice *office, const char *name, GError **error)
{
  g_autoptr (GKeyFile) file = load (pamong_office_store (office));
  g_autofree char *group = group_of (name);

  return check_there (file, group, name, error) && g_key_file_remove_group (file, group, NULL) && keep (office, file, error);
}

char **
pamong_mapping_names (PamongStore *store)
{
  g_autoptr (GKeyFile) file = load (store);
  g_auto (GStrv) groups = g_key_file_get_groups (file, NULL);
  GStrv names = g_new0 (char *, g_strv_length (groups) + 1);

  for (gsize i = 0, n = 0; groups[i] != NULL; i++)
    if ((names[n] = g_key_file_get_string (file, groups[i], "name", NULL)) != NULL)
      n++;
  return names;
}

/* What none of @file's headings names stays. */
static void
apply (GKeyFile *file, const char *group, PamongColumns *columns)
{
  g_auto (GStrv) headings = g_key_file_get_string_list (file, group, "headings", NULL, NULL), read = g_key_file_get_string_list (file, group, "read", NULL, NULL);
  g_auto (GStrv) keys = heading_keys (columns);
  gsize n = headings != NULL && read != NULL ? MIN (g_strv_length (headings), g_strv_length (read)) : 0;

  for (gsize i = 0; i < n; i++)
    for (guint at = 0; keys[at] != NULL && *headings[i] != '\0'; at++)
      if (strcmp (keys[at], headings[i]) == 0)
        {
          pamong_columns_set (columns, at, read[i]);
          *keys[at] = '\0';
          break;
        }
}

char *
pamong_mapping_find (PamongStore *store, PamongColumns *columns)
{
  g_autoptr (GKeyFile) file = load (store);
  g_auto (GStrv) keys = heading_keys (columns);
  g_autofree char *group = any_said (keys) ? find_group (file, keys) : NULL;

  if (group == NULL)
    return NULL;
  apply (file, group, columns);
  return g_key_file_get_string (file, group, "name", NULL);
}

gboolean
pamong_mapping_apply (PamongStore *store, const char *name, PamongColumns *columns, GError **error)
{
  g_autoptr (GKeyFile) file = load (store);
  g_autofree char *group = group_of (name);

  if (!check_there (file, group, name, error))
    return FALSE;
  apply (file, group, columns);
  return TRUE;
}

char *
pamong_mapping_use (PamongStore *store, PamongSource *source)
{
  return strcmp (pamong_source_layout (source), "own") == 0 ? pamong_mapping_find (store, pamong_source_columns (source)) : NULL;
}
