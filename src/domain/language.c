/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/language.h"
#include <glib.h>
#include <libintl.h>
#include <locale.h>

static gboolean
is_c (const char *locale)
{
  return locale == NULL || g_str_equal (locale, "C") || g_str_equal (locale, "POSIX");
}

void
pamong_language_use (const char *words)
{
  const char *asked = g_getenv ("PAMONG_LANG");

  g_setenv ("LANGUAGE", asked != NULL && *asked != '\0' ? asked : "id", TRUE);
  /* gettext reads LANGUAGE in every locale but C. */
  if (is_c (setlocale (LC_ALL, "")))
    setlocale (LC_ALL, "C.UTF-8");
  if (is_c (setlocale (LC_MESSAGES, NULL)))
    setlocale (LC_MESSAGES, "C.UTF-8");
  bindtextdomain (GETTEXT_PACKAGE, words);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

const char *
pamong_language_folder (void)
{
  return g_file_test (PAMONG_BUILD_LOCALEDIR, G_FILE_TEST_IS_DIR) ? PAMONG_BUILD_LOCALEDIR : PAMONG_LOCALEDIR;
}
