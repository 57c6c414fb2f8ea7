/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "centre.h"
#include "domain/codes.h"
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>

static char *binary;

void
centre_use (const char *path)
{
  binary = g_strdup (path);
  pamong_crypto_init ();
}

void
centre_init (int *argc, char ***argv)
{
  g_test_init (argc, argv, NULL);
  g_assert_cmpint (*argc, ==, 2);
  centre_use ((*argv)[1]);
}

char *
centre_admin (Centre *centre, int *code, ...)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  va_list words;

  g_ptr_array_add (argv, binary);
  g_ptr_array_add (argv, (gpointer) "admin");
  va_start (words, code);
  for (char *word = va_arg (words, char *); word != NULL; word = va_arg (words, char *))
    g_ptr_array_add (argv, word);
  va_end (words);
  g_ptr_array_add (argv, (gpointer) "--data");
  g_ptr_array_add (argv, centre->dir);
  g_ptr_array_add (argv, NULL);
  process = g_subprocess_newv ((const char *const *) argv->pdata, G_SUBPROCESS_FLAGS_STDOUT_PIPE | (code ? G_SUBPROCESS_FLAGS_STDERR_SILENCE : 0), &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, &error));
  if (code != NULL)
    *code = g_subprocess_get_exit_status (process);
  else
    g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 0);
  return output;
}

/* A test that crashes leaves no server behind; a small disk is a bound on every file. */
static void
set_up_child (gpointer data)
{
  const Centre *centre = data;
  struct rlimit bound = { centre->disk, centre->disk };

  prctl (PR_SET_PDEATHSIG, SIGKILL);
  if (centre->disk == 0)
    return;
  signal (SIGXFSZ, SIG_IGN);
  setrlimit (RLIMIT_FSIZE, &bound);
}

void
centre_start (Centre *centre)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr (GDataInputStream) lines = NULL;
  g_autofree char *line = NULL;

  g_subprocess_launcher_set_child_setup (launcher, set_up_child, centre, NULL);
  centre->process = g_subprocess_launcher_spawn (launcher, &error, binary, "--listen", "127.0.0.1:0", "--data", centre->dir, NULL);
  g_assert_no_error (error);
  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (centre->process));
  line = g_data_input_stream_read_line (lines, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (line);
  g_assert_true (g_str_has_prefix (line, "listening on http://127.0.0.1:"));
  centre->port = (guint16) g_ascii_strtoull (strrchr (line, ':') + 1, NULL, 10);
}

Centre *
centre_new (void)
{
  Centre *centre = g_new0 (Centre, 1);

  centre->dir = g_dir_make_tmp ("pamong-centre-XXXXXX", NULL);
  g_free (centre_admin (centre, NULL, "init", "--regency", "35.22", NULL));
  centre_start (centre);
  return centre;
}

void
centre_kill (Centre *centre)
{
  g_subprocess_force_exit (centre->process);
  g_subprocess_wait (centre->process, NULL, NULL);
  g_clear_object (&centre->process);
}

void
centre_stop (Centre *centre)
{
  g_subprocess_send_signal (centre->process, 15);
  g_assert_true (g_subprocess_wait_check (centre->process, NULL, NULL));
  g_clear_object (&centre->process);
}

void
centre_free (Centre *centre)
{
  static const char *const names[] = { "ledger.db", "ledger.db-journal" };

  if (centre->process != NULL)
    centre_stop (centre);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (centre->dir, names[i], NULL);
      g_remove (path);
    }
  g_rmdir (centre->dir);
  g_free (centre->dir);
  g_free (centre);
}

char *
centre_code (Centre *centre, const char *level, const char *area)
{
  return g_strchomp (centre_admin (centre, NULL, "code", "--level", level, "--area", area, NULL));
}

void
centre_check (Centre *centre)
{
  g_free (centre_admin (centre, NULL, "check", NULL));
}

void
answer_free (Answer *answer)
{
  if (answer == NULL)
    return;
  g_hash_table_unref (answer->headers);
  g_bytes_unref (answer->body);
  g_free (answer);
}

static void
read_head (Answer *answer, char *head)
{
  g_auto (GStrv) lines = g_strsplit (head, "\r\n", -1);

  answer->status = (int) g_ascii_strtoll (lines[0] + strlen ("HTTP/1.1 "), NULL, 10);
  for (guint i = 1; lines[i] != NULL; i++)
    {
      char *colon = strchr (lines[i], ':');

      if (colon != NULL)
        g_hash_table_insert (answer->headers, g_ascii_strdown (lines[i], colon - lines[i]), g_strdup (g_strstrip (colon + 1)));
    }
}

static void
read_answer (Answer *answer, const char *text, gsize size)
{
  const char *end = g_strstr_len (text, (gssize) size, "\r\n\r\n");
  g_autofree char *head = end ? g_strndup (text, (gsize) (end - text)) : NULL;
  g_autoptr (GBytes) body = NULL;

  if (end == NULL)
    return;
  read_head (answer, head);
  end += 4;
  body = g_bytes_new (end, size - (gsize) (end - text));
  g_clear_pointer (&answer->body, g_bytes_unref);
  if (g_strcmp0 (g_hash_table_lookup (answer->headers, "content-encoding"), "gzip") == 0)
    answer->body = pamong_gunzip (body, PAMONG_BODY_CAP, NULL);
  else
    answer->body = g_bytes_ref (body);
  g_assert_nonnull (answer->body);
}

Answer *
centre_send (Centre *centre, const char *method, const char *path, const char *headers, GBytes *body)
{
  Answer *answer = g_new0 (Answer, 1);
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GSocketConnection) line = g_socket_client_connect_to_host (client, "127.0.0.1", centre->port, NULL, NULL);
  gsize size = body ? g_bytes_get_size (body) : 0;
  g_autofree char *head = g_strdup_printf ("%s %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: %" G_GSIZE_FORMAT "\r\n%s\r\n", method, path, size, headers ? headers : "");
  g_autoptr (GByteArray) got = g_byte_array_new ();
  guint8 chunk[16384];
  gssize n;

  answer->headers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  answer->body = g_bytes_new_static ("", 0);
  if (line == NULL)
    return answer;
  g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (line)), head, strlen (head), NULL, NULL, NULL);
  if (size > 0)
    g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (line)), g_bytes_get_data (body, NULL), size, NULL, NULL, NULL);
  while ((n = g_input_stream_read (g_io_stream_get_input_stream (G_IO_STREAM (line)), chunk, sizeof chunk, NULL, NULL)) > 0)
    g_byte_array_append (got, chunk, (guint) n);
  if (got->len > 0)
    read_answer (answer, (const char *) got->data, got->len);
  return answer;
}

char *
answer_word (const Answer *answer)
{
  g_autoptr (PamongErrorAnswer) message = pamong_error_answer_parse (answer->body, NULL);

  return message ? g_strdup (message->code) : g_strdup ("");
}

Computer *
computer_new (Centre *centre, const char *level, const char *area)
{
  Computer *computer = g_new0 (Computer, 1);

  computer->centre = centre;
  computer->level = g_strdup (level);
  computer->area = g_strdup (area);
  computer->account = people_account (area);
  pamong_key_new (&computer->public_key, &computer->private_key);
  return computer;
}

void
computer_free (Computer *computer)
{
  if (computer == NULL)
    return;
  g_free (computer->id);
  g_free (computer->public_key);
  g_free (computer->private_key);
  g_free (computer->level);
  g_free (computer->area);
  pamong_record_free (computer->account);
  g_free (computer);
}

Answer *
computer_enrol (Computer *computer, const char *code)
{
  PamongEnrolRequest request = { (char *) code, computer->public_key, computer->level, computer->area };
  g_autoptr (GBytes) body = pamong_enrol_request_format (&request);
  Answer *answer = centre_send (computer->centre, "POST", "/v1/enrol", NULL, body);
  g_autoptr (PamongEnrolAnswer) message = answer->status == 200 ? pamong_enrol_answer_parse (answer->body, NULL) : NULL;

  if (message != NULL)
    {
      g_free (computer->id);
      computer->id = g_strdup (message->device);
    }
  return answer;
}

Computer *
computer_enrolled (Centre *centre, const char *level, const char *area)
{
  Computer *computer = computer_new (centre, level, area);
  g_autofree char *code = centre_code (centre, level, area);
  g_autoptr (Answer) answer = computer_enrol (computer, code);
  g_autoptr (PamongResult) result = NULL;

  g_assert_cmpint (answer->status, ==, 200);
  result = computer_push_one (computer, people_insert (computer->account, computer->account->uid, "account.add", 1790000000));
  g_assert_cmpint (result->outcome, ==, PAMONG_OUTCOME_APPLIED);
  return computer;
}

const char *
computer_actor (const Computer *computer)
{
  return computer->account->uid;
}

Answer *
computer_send (Computer *computer, const char *path, GBytes *body)
{
  gboolean pack = g_bytes_get_size (body) > 200;
  g_autoptr (GBytes) sent = pack ? pamong_gzip (body) : g_bytes_ref (body);
  g_autofree char *signature = pamong_sign_request (computer->private_key, "POST", path, sent);
  g_autofree char *headers = g_strdup_printf ("%s: %s\r\n%s: %s\r\nAccept-Encoding: gzip\r\n%s", PAMONG_HEADER_DEVICE, computer->id, PAMONG_HEADER_SIGNATURE, signature,
                                              pack ? "Content-Encoding: gzip\r\n" : "");

  return centre_send (computer->centre, "POST", path, headers, sent);
}

GPtrArray *
changes_one (PamongChange *change)
{
  GPtrArray *changes = people_changes ();

  g_ptr_array_add (changes, change);
  return changes;
}

PamongPushAnswer *
computer_push (Computer *computer, GPtrArray *changes)
{
  g_autoptr (PamongPushRequest) request = people_push (changes, computer->id, computer->seq + 1);
  g_autoptr (GBytes) body = pamong_push_request_format (request);
  g_autoptr (Answer) answer = computer_send (computer, "/v1/push", body);
  g_autoptr (GError) error = NULL;
  PamongPushAnswer *message;

  g_assert_cmpint (answer->status, ==, 200);
  message = pamong_push_answer_parse (answer->body, &error);
  g_assert_no_error (error);
  computer->seq += changes->len;
  g_assert_cmpint (message->high, ==, computer->seq);
  return message;
}

PamongResult *
computer_push_one (Computer *computer, PamongChange *change)
{
  g_autoptr (PamongPushAnswer) answer = computer_push (computer, changes_one (change));

  g_assert_cmpuint (answer->results->len, ==, 1);
  return g_ptr_array_steal_index (answer->results, 0);
}

GHashTable *
computer_cursors (Computer *computer)
{
  GHashTable *cursors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  g_hash_table_insert (cursors, g_strdup (computer->area), g_strdup (""));
  if (g_str_equal (computer->level, "district"))
    {
      g_autoptr (GPtrArray) villages = pamong_regions_children (computer->area);

      for (guint i = 0; i < villages->len; i++)
        g_hash_table_insert (cursors, g_strdup (((PamongRegion *) villages->pdata[i])->code), g_strdup (""));
    }
  return cursors;
}

PamongPullAnswer *
computer_pull_page (Computer *computer, GHashTable *cursors, int limit)
{
  PamongPullRequest request = { g_ptr_array_new (), g_ptr_array_new (), limit };
  g_autoptr (GPtrArray) areas = request.areas;
  g_autoptr (GPtrArray) positions = request.cursors;
  g_autoptr (GBytes) body = NULL;
  g_autoptr (Answer) answer = NULL;
  g_autoptr (GError) error = NULL;
  PamongPullAnswer *page;
  GHashTableIter iter;
  gpointer area, cursor;

  g_hash_table_iter_init (&iter, cursors);
  while (g_hash_table_iter_next (&iter, &area, &cursor))
    {
      g_ptr_array_add (areas, area);
      g_ptr_array_add (positions, cursor);
    }
  body = pamong_pull_request_format (&request);
  answer = computer_send (computer, "/v1/pull", body);
  g_assert_cmpint (answer->status, ==, 200);
  page = pamong_pull_answer_parse (answer->body, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < page->areas->len; i++)
    g_hash_table_insert (cursors, g_strdup (page->areas->pdata[i]), g_strdup (page->cursors->pdata[i]));
  return page;
}

GHashTable *
computer_pull (Computer *computer, GHashTable *cursors, int limit)
{
  GHashTable *rows = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) pamong_feed_row_free);
  gboolean more = TRUE;

  while (more)
    {
      g_autoptr (PamongPullAnswer) page = computer_pull_page (computer, cursors, limit);

      g_assert_cmpuint (page->rows->len, <=, (guint) limit);
      for (guint i = 0; i < page->rows->len; i++)
        {
          PamongFeedRow *row = g_steal_pointer (&page->rows->pdata[i]);
          g_hash_table_replace (rows, row->record->uid, row);
        }
      more = page->more;
    }
  return rows;
}
