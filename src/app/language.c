/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/language.h"
#include "domain/language.h"
#include <gio/gio.h>
#ifdef G_OS_WIN32
#include <windows.h>
#endif

char *
pamong_language_executable (void)
{
#ifdef G_OS_WIN32
  wchar_t path[MAX_PATH];

  if (GetModuleFileNameW (NULL, path, MAX_PATH) == 0)
    return NULL;
  return g_utf16_to_utf8 ((const gunichar2 *) path, -1, NULL, NULL, NULL);
#else
  return g_file_read_link ("/proc/self/exe", NULL);
#endif
}

/* From the build tree its own words; installed, those beside the program, so that a folder on a flash disk works anywhere. */
static char *
find_words (void)
{
  g_autofree char *build = g_path_get_dirname (PAMONG_BUILD_LOCALEDIR);
  g_autofree char *program = pamong_language_executable ();
  g_autofree char *bin = NULL, *prefix = NULL, *beside = NULL;

  if (program == NULL)
    return g_strdup (PAMONG_LOCALEDIR);
  if (g_str_has_prefix (program, build))
    return g_strdup (PAMONG_BUILD_LOCALEDIR);
  bin = g_path_get_dirname (program);
  prefix = g_path_get_dirname (bin);
  beside = g_build_filename (prefix, "share", "locale", NULL);
  return g_file_test (beside, G_FILE_TEST_IS_DIR) ? g_steal_pointer (&beside) : g_strdup (PAMONG_LOCALEDIR);
}

void
pamong_language_init (void)
{
  g_autofree char *words = find_words ();

  pamong_language_use (words);
}
