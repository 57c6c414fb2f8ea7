/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A program that is killed at any moment: every act it reported as saved is there, whole, and the store opens again. */
#include "fixture.h"
#include "domain/uid.h"

#include <gio/gio.h>
#include <string.h>

#define ROUNDS 25

static const char *program;

/* The child: one act after the other, each reported once it is durable. */
G_NORETURN static void
write_for_ever (const char *dir)
{
  g_autoptr (GError) error = NULL;
  PamongStore *store = pamong_store_open (dir, PAMONG_STORE_WRITE, &error);

  if (store == NULL)
    g_error ("%s", error->message);
  for (;;)
    {
      g_autoptr (PamongRecord) family = fixture_family (NULL);
      g_autoptr (PamongRecord) resident = fixture_resident ("SARI", family->uid);
      g_autoptr (PamongRecord) event = fixture_event (PAMONG_EVENT_DEATH, resident->uid, "2026-01-01");

      fixture_put (store, family, resident, event, NULL);
      pamong_record_set_text (resident, PAMONG_RESIDENT_NAME, "SARI DEWI");
      fixture_put (store, resident, NULL);
      g_print ("%s\n", resident->uid);
    }
}

/* Lets the child save @n acts, kills it, and reads what it still had to say. */
static void
run_and_kill (const char *dir, int n, GPtrArray *saved)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "--write", dir, NULL);
  g_autoptr (GDataInputStream) lines = NULL;
  char *line;

  g_assert_no_error (error);
  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (child));
  for (int i = 0; (line = g_data_input_stream_read_line (lines, NULL, NULL, NULL)) != NULL; i++)
    {
      if (strlen (line) == PAMONG_UID_LENGTH)
        g_ptr_array_add (saved, line);
      else
        g_free (line);
      if (i == n)
        g_subprocess_force_exit (child);
    }
  g_subprocess_wait (child, NULL, &error);
  g_assert_no_error (error);
}

static void
test_kill (void)
{
  PamongStore *store = fixture_new ();
  g_autoptr (GPtrArray) saved = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autofree char *dir = g_strdup (pamong_store_dir (store));

  for (int round = 0; round < ROUNDS; round++)
    {
      pamong_store_close (store);
      run_and_kill (dir, g_test_rand_int_range (0, 40), saved);
      store = pamong_store_open (dir, PAMONG_STORE_WRITE, &error);
      g_assert_no_error (error);
      fixture_check (store);
      for (guint i = 0; i < saved->len; i++)
        {
          g_autoptr (PamongRecord) resident = fixture_get (store, PAMONG_KIND_RESIDENT, g_ptr_array_index (saved, i));

          g_assert_cmpstr (pamong_record_text (resident, PAMONG_RESIDENT_NAME), ==, "SARI DEWI");
          g_assert_cmpint (pamong_store_status (store, resident->uid), ==, PAMONG_STATUS_DEAD);
        }
    }
  g_assert_cmpuint (saved->len, >, ROUNDS);
  g_test_message ("%u acts reported, all there", saved->len);
  fixture_free (store);
}

int
main (int argc, char **argv)
{
  if (argc == 3 && strcmp (argv[1], "--write") == 0)
    write_for_ever (argv[2]);
  program = argv[0];
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kill/any-moment", test_kill);
  return g_test_run ();
}
