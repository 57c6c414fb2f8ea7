/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A program that is killed while it brings people in: none of them is there or all are, and what was read stands to go on with. */
#include "fixture.h"
#include "import_rows.h"

#include <gio/gio.h>
#include <string.h>

#include "office/act.h"

#define PEOPLE 1500
#define ROUNDS 12

static const char *program;

static gboolean
tell_cb (guint done, guint total, gpointer data)
{
  g_print ("%u\n", done);
  return TRUE;
}

/* The child. */
static int
commit (const char *dir, const char *account, const char *uid)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongOffice) office = pamong_office_open_as (dir, account, &error);

  if (office == NULL || !pamong_import_commit (office, uid, tell_cb, NULL, &error))
    g_error ("%s", error->message);
  g_print ("done\n");
  return 0;
}

/* Kills the child after it told @n acts. Returns: whether it said that all is saved. */
static gboolean
run_and_kill (const char *dir, const char *account, const char *uid, int n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "--commit", dir, account, uid, NULL);
  g_autoptr (GDataInputStream) lines = NULL;
  gboolean done = FALSE;
  char *line;

  g_assert_no_error (error);
  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (child));
  for (int i = 0; (line = g_data_input_stream_read_line (lines, NULL, NULL, NULL)) != NULL; i++)
    {
      done |= g_str_equal (line, "done");
      if (i == n)
        g_subprocess_force_exit (child);
      g_free (line);
    }
  g_subprocess_wait (child, NULL, &error);
  g_assert_no_error (error);
  return done;
}

static void
lay_down (PamongOffice *office)
{
  import_begin (office);
  for (int i = 0; i < PEOPLE; i++)
    {
      g_autofree char *kk = g_strdup_printf ("352228010120%04d", i + 1), *nik = g_strdup_printf ("352228010170%04d", i + 1), *name = g_strdup_printf ("WARGA %c%c%c", 'A' + i / 676, 'A' + i / 26 % 26, 'A' + i % 26);
      g_autoptr (PamongFamilyCard) card = fixture_single (kk, nik, name);

      import_card (card);
    }
}

static gint64
count (PamongOffice *office)
{
  return fixture_changes (office);
}

static void
test_commit (void)
{
  PamongOffice *office = fixture_office ();
  g_autofree char *dir = g_strdup (pamong_store_dir (pamong_office_store (office))), *account = g_strdup (pamong_office_account (office)->uid), *uid = NULL;
  gboolean done = FALSE;
  guint killed = 0;
  gint64 before = count (office);

  lay_down (office);
  uid = import_read (office);
  for (int round = 0; round < ROUNDS && !done; round++)
    {
      g_autoptr (PamongImport) import = NULL;
      g_autoptr (GError) error = NULL;
      gboolean said;

      pamong_office_close (office);
      said = run_and_kill (dir, account, uid, round);
      office = pamong_office_open_as (dir, account, &error);
      g_assert_no_error (error);
      import = import_get (office, uid);
      done = import->state == PAMONG_IMPORT_DONE;
      g_assert_true (done || !said);
      g_assert_cmpint (count (office), ==, done ? before + PEOPLE * 4 + 2 : before);
      killed += !done;
    }
  g_assert_cmpuint (killed, >=, 3);
  if (!done)
    import_commit (office, uid);
  g_assert_cmpint (count (office), ==, before + PEOPLE * 4 + 2);
  fixture_close (office);
}

/* Reading that was cut short goes on where the last slice ended. */
static void
test_read (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongFamilyCard) card = fixture_card ();
  guint skip = 0, laid = 0, told = 0;

  for (int again = 0; again < 3; again++)
    {
      g_autoptr (PamongImport) import = g_new0 (PamongImport, 1);
      g_autoptr (PamongIntake) intake = NULL;

      import->file = g_strdup ("data.xlsx");
      import->layout = g_strdup ("own");
      import->act = g_strdup ("import");
      import->digest = g_strdup ("cut");
      intake = pamong_intake_begin (office, import, &skip, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (skip, <=, laid);
      g_assert_true (again == 0 || skip > 0);
      for (laid = skip; laid < 6000u * (guint) (again + 1); laid++, told++)
        {
          g_autoptr (PamongRecord) person = fixture_person (NULL, "SARI", 2, "1990-01-01", 4);
          PamongIntakeRow row = { .sheet = "Data", .row = laid + 2, .resident = person, .family = card->family };

          g_assert_true (pamong_intake_add (intake, &row, &error));
        }
      if (again == 2)
        {
          g_assert_true (pamong_intake_end (intake, &error));
          g_assert_cmpuint (import->figures.rows, ==, 18000);
        }
    }
  g_assert_cmpuint (told, <, 18000 + 12000);
  fixture_close (office);
}

int
main (int argc, char **argv)
{
  if (argc == 5 && strcmp (argv[1], "--commit") == 0)
    return commit (argv[2], argv[3], argv[4]);
  program = argv[0];
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/imports/kill/commit", test_commit);
  g_test_add_func ("/imports/kill/read", test_read);
  return g_test_run ();
}
