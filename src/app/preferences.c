/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/preferences.h"
#include "app/style.h"
#include <adwaita.h>

#define GROUP "look"

static char *kept_at, *started_from;
static gboolean is_old;

char *
pamong_preferences_default_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "pamong", "pamong.ini", NULL);
}

void
pamong_preferences_open (const char *path)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  double scale;

  g_free (kept_at);
  kept_at = g_strdup (path);
  if (path == NULL || !g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL))
    return;
  scale = g_key_file_get_double (file, GROUP, "text", NULL);
  if (scale > 0)
    pamong_style_set_text_scale (scale);
  if (g_key_file_has_key (file, GROUP, "dark", NULL))
    pamong_style_set_dark (g_key_file_get_boolean (file, GROUP, "dark", NULL));
  if (g_key_file_get_boolean (file, GROUP, "old-computer", NULL))
    pamong_preferences_set_old_computer (TRUE);
}

gboolean
pamong_preferences_old_computer (void)
{
  return is_old;
}

void
pamong_preferences_set_old_computer (gboolean old)
{
  is_old = old;
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", !old, NULL);
}

gboolean
pamong_preferences_asks_cairo (const char *path)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  return path != NULL && g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL) && g_key_file_get_boolean (file, GROUP, "old-computer", NULL);
}

void
pamong_preferences_set_program (const char *program)
{
  g_free (started_from);
  started_from = program != NULL ? g_find_program_in_path (program) : NULL;
}

char *
pamong_preferences_program (void)
{
  return g_strdup (started_from);
}

void
pamong_preferences_keep (void)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *dir = kept_at != NULL ? g_path_get_dirname (kept_at) : NULL;
  g_autoptr (GError) error = NULL;

  if (kept_at == NULL)
    return;
  g_key_file_set_double (file, GROUP, "text", pamong_style_text_scale ());
  if (adw_style_manager_get_color_scheme (adw_style_manager_get_default ()) != ADW_COLOR_SCHEME_DEFAULT)
    g_key_file_set_boolean (file, GROUP, "dark", adw_style_manager_get_dark (adw_style_manager_get_default ()));
  g_key_file_set_boolean (file, GROUP, "old-computer", is_old);
  g_mkdir_with_parents (dir, 0700);
  if (!g_key_file_save_to_file (file, kept_at, &error))
    g_debug ("preferences: %s", error->message);
}
