/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From signed-in to the first frame with the list of 50,000 people, against the whole start of a libadwaita window with nothing in it; and PSS. All take turns;
 * medians. "start-process" counts from the start of the process, too, without the password, whose check is slow on purpose; "start-password" with it.
 * The window runs as pamong does, with cairo and no GL; "-plain" is the window drawn by cairo as GTK comes, which loads GL nevertheless.
 * A frame without people in it does not count. */
#include "app/people.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sodium.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

#define AREA "35.22.28.2001"
#define PASSWORD "kata-sandi-uji" /* of people_init */
#define PEOPLE 50000
#define RUNS 15
#define TEXTS_SEEN 100 /* cells with words in them: 20 rows are many more */

typedef struct { double ms, since, pss; int texts; } Frame;
typedef struct { const char *name; char **argv; int texts; gboolean plain; GArray *ms, *since, *pss; } Side;

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

/* Runs @side until its first frame; FALSE when it told none, or one without people. */
static gboolean
run (const Side *side, const char *password_file, Frame *frame)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDERR_PIPE | G_SUBPROCESS_FLAGS_STDOUT_SILENCE);
  g_autoptr (GSubprocess) program = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  const char *line;

  g_subprocess_launcher_setenv (launcher, "PAMONG_STAMP", "quit", TRUE);
  g_subprocess_launcher_setenv (launcher, "GSK_RENDERER", "cairo", TRUE);
  if (!side->plain)
    g_subprocess_launcher_setenv (launcher, "GDK_DEBUG", "gl-disable", TRUE); /* as pamong sets it for itself */
  g_subprocess_launcher_setenv (launcher, "GSETTINGS_BACKEND", "memory", TRUE);
  g_subprocess_launcher_setenv (launcher, "PAMONG_PASSWORD_FILE", password_file, TRUE);
  program = g_subprocess_launcher_spawnv (launcher, (const char *const *) side->argv, &error);
  if (!program || !g_subprocess_communicate_utf8 (program, NULL, NULL, NULL, &text, &error))
    g_error ("%s: %s", side->argv[0], error->message);
  line = strstr (text, "first-frame ");
  if (line && sscanf (line, "first-frame %lf %lf %lf %d", &frame->ms, &frame->since, &frame->pss, &frame->texts) == 4 && frame->texts >= side->texts)
    return TRUE;
  g_printerr ("%s: no first frame with what shall stand in it: %s\n", side->name, text);
  return FALSE;
}

static gboolean
take_turns (Side *sides, guint n, const char *password_file)
{
  for (int i = -1; i < RUNS; i++)
    for (guint s = 0; s < n; s++)
      {
        Frame frame;

        if (!run (&sides[s], password_file, &frame))
          return FALSE;
        frame.ms /= 1000;
        frame.since /= 1000;
        frame.pss /= 1024;
        if (i < 0)
          continue; /* the first round only warms the caches */
        g_array_append_val (sides[s].ms, frame.ms);
        g_array_append_val (sides[s].since, frame.since);
        g_array_append_val (sides[s].pss, frame.pss);
      }
  return TRUE;
}

static void
print (const char *name, const char *unit, double value, double bound)
{
  g_print ("{\"bench\":\"%s\",\"value\":%.1f,\"unit\":\"%s\",\"bound\":%.1f,\"ratio\":%.2f,\"n\":%d}\n", name, value, unit, bound, value / bound, RUNS);
}

/* The same people behind a password that is checked at once. */
static void
make_cheap (const char *from, const char *to)
{
  g_autofree char *source = g_build_filename (from, "pamong.db", NULL), *target = g_build_filename (to, "pamong.db", NULL);
  g_autoptr (GFile) one = g_file_new_for_path (source), other = g_file_new_for_path (target);
  g_autoptr (GError) error = NULL;
  char verifier[crypto_pwhash_STRBYTES];
  g_autofree char *sql = NULL;
  sqlite3 *db = NULL;

  g_mkdir (to, 0700);
  if (!g_file_copy (one, other, G_FILE_COPY_NONE, NULL, NULL, NULL, &error) || sodium_init () < 0
      || crypto_pwhash_str (verifier, PASSWORD, strlen (PASSWORD), crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN) != 0)
    g_error ("copy of the store: %s", error ? error->message : "libsodium");
  sql = g_strdup_printf ("UPDATE account_secret SET verifier = '%s'", verifier); /* libsodium's own letters: no quote among them */
  if (sqlite3_open (target, &db) != SQLITE_OK || sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("copy of the store: %s", sqlite3_errmsg (db));
  sqlite3_close (db);
}

static char **
make_argv (const char *program, const char *data)
{
  const char *argv[] = { program, data ? "--data" : NULL, data, "--account", "Anik R.", "--page", "penduduk", NULL };

  return g_strdupv ((char **) argv);
}

int
main (void)
{
  const char *build = g_getenv ("PAMONG_BUILD") ? g_getenv ("PAMONG_BUILD") : "_build";
  char *dir;
  PamongOffice *office = people_init (PAMONG_LEVEL_VILLAGE, AREA, &dir);
  g_autofree char *data = g_build_filename (dir, "data", NULL), *cheap = g_build_filename (dir, "cheap", NULL), *password_file = g_build_filename (dir, "password", NULL);
  g_autofree char *ours = g_build_filename (build, "src", "app", "pamong", NULL), *bare = g_build_filename (build, "tests", "bench", "empty-window", NULL);
  Side sides[] = { { "start", make_argv (ours, cheap), TEXTS_SEEN }, { "empty", make_argv (bare, NULL), 0 },
                   { "password", make_argv (ours, data), TEXTS_SEEN }, { "plain", make_argv (bare, NULL), 0, TRUE } };
  gboolean shown;

  people_fill (office, AREA, PEOPLE, 1);
  pamong_office_close (office);
  make_cheap (data, cheap);
  g_file_set_contents (password_file, PASSWORD, -1, NULL);
  for (guint s = 0; s < G_N_ELEMENTS (sides); s++)
    {
      sides[s].ms = g_array_new (FALSE, FALSE, sizeof (double));
      sides[s].since = g_array_new (FALSE, FALSE, sizeof (double));
      sides[s].pss = g_array_new (FALSE, FALSE, sizeof (double));
    }
  shown = take_turns (sides, G_N_ELEMENTS (sides), password_file);
  if (shown)
    {
      print ("start", "ms", median (sides[0].since), median (sides[1].ms));
      print ("start-memory", "MB", median (sides[0].pss), median (sides[1].pss));
      print ("start-memory-plain", "MB", median (sides[0].pss), median (sides[3].pss));
      print ("start-process", "ms", median (sides[0].ms), median (sides[1].ms));
      print ("start-password", "ms", median (sides[2].ms), median (sides[1].ms));
    }
  for (guint s = 0; s < G_N_ELEMENTS (sides); s++)
    {
      g_strfreev (sides[s].argv);
      g_array_unref (sides[s].ms);
      g_array_unref (sides[s].since);
      g_array_unref (sides[s].pss);
    }
  people_drop (dir);
  return shown ? 0 : 1;
}
