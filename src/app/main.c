/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/application.h"
#include "app/language.h"
#include "app/memory.h"
#include "app/preferences.h"
#include "app/stamp.h"

/* Draw with cairo, and do not even load the GL libraries: they are half the memory of the program. */
static void
choose_cairo (void)
{
  g_setenv ("GSK_RENDERER", "cairo", FALSE);
  if (gtk_get_minor_version () < 14)
    g_setenv ("GDK_DEBUG", "gl-disable", FALSE);
  else
    g_setenv ("GDK_DISABLE", "gl", FALSE);
}

/* Without a graphics card GTK draws by a software GL that costs twice the time and memory of cairo. */
static void
choose_renderer (void)
{
  g_autofree char *preferences = pamong_preferences_default_path ();
  g_autoptr (GDir) cards = g_dir_open ("/dev/dri", 0, NULL);
  const char *name;

  if (g_getenv ("GSK_RENDERER") != NULL)
    {
      if (g_str_equal (g_getenv ("GSK_RENDERER"), "cairo"))
        choose_cairo ();
      return;
    }
  while (cards != NULL && !pamong_preferences_asks_cairo (preferences) && (name = g_dir_read_name (cards)) != NULL)
    if (g_str_has_prefix (name, "renderD"))
      return;
  choose_cairo ();
}

int
main (int argc, char **argv)
{
  g_autoptr (PamongApplication) app = NULL;
  int status;

  pamong_stamp_begin ();
  pamong_memory_init ();
  pamong_language_init ();
#ifndef G_OS_WIN32
  choose_renderer ();
#endif
  g_set_application_name ("Pamong");
  pamong_preferences_set_program (argv[0]);
  app = pamong_application_new ();
  pamong_memory_watch ();
  status = g_application_run (G_APPLICATION (app), argc, argv);
  return status != 0 ? status : pamong_application_status (app);
}
