/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole program, signed in, with the list of 50,000 people in its first frame, against a libadwaita window with nothing in it: time from the start of
 * the process and PSS. The two take turns; medians. Checking the password is slow on purpose; it runs beside the start of GTK and is counted here. */
#include "app/people.h"

#include <gio/gio.h>
#include <stdlib.h>
#include <string.h>

#define AREA "35.22.28.2001"
#define PEOPLE 50000
#define RUNS 9

typedef struct { double ms, pss; } Frame;

static int
by_value (gconstpointer a, gconstpointer b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return (one > other) - (one < other);
}

static double
median (GArray *values)
{
  g_array_sort (values, by_value);
  return g_array_index (values, double, values->len / 2);
}

/* Runs @argv until its first frame; FALSE when it told none. */
static gboolean
run (const char *const *argv, const char *password_file, Frame *frame)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDERR_PIPE | G_SUBPROCESS_FLAGS_STDOUT_SILENCE);
  g_autoptr (GSubprocess) program = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  const char *line;

  g_subprocess_launcher_setenv (launcher, "PAMONG_STAMP", "quit", TRUE);
  g_subprocess_launcher_setenv (launcher, "GSK_RENDERER", "cairo", TRUE);
  g_subprocess_launcher_setenv (launcher, "GSETTINGS_BACKEND", "memory", TRUE);
  g_subprocess_launcher_setenv (launcher, "PAMONG_PASSWORD_FILE", password_file, TRUE);
  program = g_subprocess_launcher_spawnv (launcher, argv, &error);
  if (!program || !g_subprocess_communicate_utf8 (program, NULL, NULL, NULL, &text, &error))
    g_error ("%s: %s", argv[0], error->message);
  line = strstr (text, "first-frame ");
  if (!line)
    {
      g_printerr ("%s: no first frame: %s\n", argv[0], text);
      return FALSE;
    }
  line += strlen ("first-frame ");
  frame->ms = g_ascii_strtod (line, (char **) &line) / 1000;
  frame->pss = g_ascii_strtod (line, NULL) / 1024;
  return TRUE;
}

static void
print (const char *name, const char *unit, double value, double bound)
{
  g_print ("{\"bench\":\"%s\",\"value\":%.1f,\"unit\":\"%s\",\"bound\":%.1f,\"ratio\":%.2f,\"n\":%d}\n", name, value, unit, bound, value / bound, RUNS);
}

int
main (void)
{
  const char *build = g_getenv ("PAMONG_BUILD") ? g_getenv ("PAMONG_BUILD") : "_build";
  char *dir;
  PamongOffice *office = people_init (PAMONG_LEVEL_VILLAGE, AREA, &dir);
  g_autofree char *data = g_build_filename (dir, "data", NULL), *password_file = g_build_filename (dir, "password", NULL);
  g_autofree char *ours = g_build_filename (build, "src", "app", "pamong", NULL), *bare = g_build_filename (build, "tests", "bench", "empty-window", NULL);
  const char *const our_argv[] = { ours, "--data", data, "--account", "Anik R.", "--page", "penduduk", NULL }, *const bare_argv[] = { bare, NULL };
  g_autoptr (GArray) ms = g_array_new (FALSE, FALSE, sizeof (double)), pss = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) bare_ms = g_array_new (FALSE, FALSE, sizeof (double)), bare_pss = g_array_new (FALSE, FALSE, sizeof (double));
  gboolean shown = TRUE;

  people_fill (office, AREA, PEOPLE, 1);
  pamong_office_close (office);
  g_file_set_contents (password_file, "kata-sandi-uji", -1, NULL);
  for (int i = -1; shown && i < RUNS; i++)
    {
      Frame one, other;

      shown = run (our_argv, password_file, &one) && run (bare_argv, password_file, &other);
      if (!shown || i < 0)
        continue; /* the first round only warms the caches */
      g_array_append_val (ms, one.ms);
      g_array_append_val (pss, one.pss);
      g_array_append_val (bare_ms, other.ms);
      g_array_append_val (bare_pss, other.pss);
    }
  if (shown)
    {
      print ("start", "ms", median (ms), median (bare_ms));
      print ("start-memory", "MB", median (pss), median (bare_pss));
    }
  people_drop (dir);
  return shown ? 0 : 1;
}
