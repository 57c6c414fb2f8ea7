/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two programs that issue from one store at the same time, killed at any moment: no number twice, none left out, and every number with its page. */
#include "letters_desk.h"

#include <gio/gio.h>
#include <string.h>

#include "domain/uid.h"
#include "store/letters.h"
#include "store/store_db.h"
#include "wire/crypto.h"

#define ROUNDS 6

static const char *program;

/* The child: opens, issues, closes: the other one gets its turn in between. A store in use is waited for as a person would: by trying again. */
G_NORETURN static void
issue_for_ever (const char *dir, const char *uid)
{
  pamong_crypto_init ();
  desk_today (FIXTURE_TODAY);
  for (;;)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PamongOffice) office = pamong_office_open (dir, &error);
      g_autoptr (PamongRecord) letter = NULL;

      if (office == NULL)
        {
          g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_BUSY);
          g_thread_yield ();
          continue;
        }
      g_assert_true (pamong_office_sign_in (office, "Siti Operator", FIXTURE_PASSWORD, NULL));
      letter = desk_issue (office, uid);
      g_print ("%s %s\n", letter->uid, pamong_record_text (letter, PAMONG_LETTER_NUMBER_TEXT));
    }
}

typedef struct {
  GSubprocess *process;
  GDataInputStream *lines;
} Child;

static Child
start (const char *dir, const char *uid)
{
  g_autoptr (GError) error = NULL;
  Child child = { g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "--issue", dir, uid, NULL), NULL };

  g_assert_no_error (error);
  child.lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (child.process));
  return child;
}

static void
keep_line (Child *child, GHashTable *reported)
{
  g_autofree char *line = g_data_input_stream_read_line (child->lines, NULL, NULL, NULL);
  char *number = line != NULL ? strchr (line, ' ') : NULL;

  if (number == NULL)
    return;
  *number++ = '\0';
  g_assert_false (g_hash_table_contains (reported, number)); /* nobody has this number */
  g_hash_table_insert (reported, g_strdup (number), g_strdup (line));
}

static void
end (Child *child, GHashTable *reported)
{
  g_subprocess_force_exit (child->process);
  g_subprocess_wait (child->process, NULL, NULL);
  for (guint n = 0; n != g_hash_table_size (reported);)
    {
      n = g_hash_table_size (reported);
      keep_line (child, reported);
    }
  g_object_unref (child->lines);
  g_object_unref (child->process);
}

static gint64
count (PamongStore *store, const char *sql)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (pamong_store_db (store), sql, NULL);

  g_assert_cmpint (pamong_stmt_step (stmt, NULL), ==, PAMONG_STEP_ROW);
  return pamong_stmt_int (stmt, 0);
}

static void
check_store (PamongStore *store, GHashTable *reported)
{
  gint64 n = count (store, "SELECT count(*) FROM letter");
  GHashTableIter iter;
  gpointer number, uid;

  g_assert_cmpint (count (store, "SELECT max(number) FROM letter"), ==, n); /* from 1 on, so none is left out */
  g_assert_cmpint (count (store, "SELECT min(number) FROM letter"), ==, 1);
  g_assert_cmpint (count (store, "SELECT count(DISTINCT number_text) FROM letter"), ==, n);
  g_assert_cmpint (count (store, "SELECT count(*) FROM letter_number"), ==, n);
  g_assert_cmpint (count (store, "SELECT count(*) FROM letter_file JOIN letter ON letter.uid = letter_file.letter"), ==, n);
  g_assert_cmpint (n, >=, g_hash_table_size (reported));
  g_hash_table_iter_init (&iter, reported);
  while (g_hash_table_iter_next (&iter, &number, &uid))
    {
      g_autoptr (PamongRecord) letter = pamong_store_get (store, PAMONG_KIND_LETTER, uid, NULL);

      g_assert_cmpstr (pamong_record_text (letter, PAMONG_LETTER_NUMBER_TEXT), ==, number);
    }
}

static void
test_two (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (PamongFamilyCard) card = desk_prepare (office);
  g_autofree char *dir = g_strdup (pamong_store_dir (pamong_office_store (office)));
  g_autoptr (GHashTable) reported = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GError) error = NULL;

  for (int round = 0; round < ROUNDS; round++)
    {
      Child one, two;

      pamong_office_close (office);
      one = start (dir, fixture_member (card, 0)->uid);
      two = start (dir, fixture_member (card, 1)->uid);
      for (int i = 0; i < 2 + round % 3; i++)
        keep_line (i % 2 ? &one : &two, reported);
      end (&one, reported);
      keep_line (&two, reported);
      end (&two, reported);
      office = pamong_office_open (dir, &error);
      g_assert_no_error (error);
      check_store (pamong_office_store (office), reported);
    }
  g_assert_cmpuint (g_hash_table_size (reported), >, ROUNDS);
  g_test_message ("%u letters reported, all there", g_hash_table_size (reported));
  fixture_close (office);
}

int
main (int argc, char **argv)
{
  if (argc == 4 && strcmp (argv[1], "--issue") == 0)
    issue_for_ever (argv[2], argv[3]);
  program = argv[0];
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/letters-kill/two", test_two);
  return g_test_run ();
}
