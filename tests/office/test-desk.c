/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "office/desk.h"

/* The desk: acts run on its thread in order, answers and signals come back to the thread that asked. */

static PamongDesk *
new_desk (void)
{
  g_autoptr (GError) error = NULL;
  PamongDesk *desk = pamong_desk_new_with (fixture_office (), &error);

  g_assert_no_error (error);
  return desk;
}

static gpointer
dup_dir (PamongOffice *office, gpointer data, GError **error)
{
  return g_strdup (pamong_store_dir (pamong_office_store (office)));
}

static void
close_desk (PamongDesk *desk)
{
  g_autofree char *dir = pamong_desk_run (desk, dup_dir, NULL, NULL);

  pamong_desk_stop (desk);
  g_object_unref (desk);
  fixture_remove (dir);
}

static gpointer
account_name (PamongOffice *office, gpointer data, GError **error)
{
  const PamongRecord *account = pamong_office_account (office);

  return account != NULL ? g_strdup (pamong_record_text (account, PAMONG_ACCOUNT_NAME)) : NULL;
}

static void
test_taken_over (void)
{
  PamongDesk *desk = new_desk ();
  g_autofree char *name = pamong_desk_run (desk, account_name, NULL, NULL);

  g_assert_cmpstr (name, ==, "Siti Operator");
  close_desk (desk);
}

static void
test_no_store (void)
{
  g_autofree char *dir = fixture_dir ();
  g_autofree char *missing = g_build_filename (dir, "tidak", "ada", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (pamong_desk_new (missing, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (missing, G_FILE_TEST_EXISTS));
  fixture_remove (dir);
}

typedef struct {
  GMainLoop *loop;
  GString *order;
  GThread *thread;
  guint left;
} Order;

typedef struct {
  Order *order;
  char letter;
} Step;

static gpointer
run_step (PamongOffice *office, gpointer data, GError **error)
{
  Step *step = data;

  g_assert_true (g_thread_self () != step->order->thread);
  g_string_append_c (step->order->order, step->letter);
  if (step->letter == 'c')
    g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, "c");
  return step->letter == 'c' ? NULL : g_strdup ("done");
}

static void
step_returned_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Step *step = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *answer = pamong_desk_run_finish (PAMONG_DESK (source), result, &error);

  g_assert_true (g_thread_self () == step->order->thread);
  if (step->letter == 'c')
    g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
  else
    g_assert_cmpstr (answer, ==, "done");
  if (--step->order->left == 0)
    g_main_loop_quit (step->order->loop);
}

static void
test_order (void)
{
  PamongDesk *desk = new_desk ();
  Order order = { g_main_loop_new (NULL, FALSE), g_string_new (NULL), g_thread_self (), 5 };
  Step steps[5];

  for (guint i = 0; i < 5; i++)
    {
      steps[i] = (Step) { &order, (char) ('a' + i) };
      pamong_desk_run_async (desk, run_step, &steps[i], NULL, g_free, NULL, step_returned_cb, &steps[i]);
    }
  g_main_loop_run (order.loop);
  g_assert_cmpstr (order.order->str, ==, "abcde");
  g_main_loop_unref (order.loop);
  g_string_free (order.order, TRUE);
  close_desk (desk);
}

static gpointer
register_card (PamongOffice *office, gpointer data, GError **error)
{
  return GINT_TO_POINTER (pamong_office_register_family (office, data, NULL, error));
}

static void
changed_cb (PamongDesk *desk, int kind, char **uids, gpointer data)
{
  guint *seen = data;

  g_assert_cmpint (kind, ==, PAMONG_KIND_FAMILY);
  g_assert_cmpuint (g_strv_length (uids), ==, 4);
  (*seen)++;
}

/* "changed" waits for the main context, also while the caller waits. */
static void
test_changed (void)
{
  PamongDesk *desk = new_desk ();
  g_autoptr (PamongFamilyCard) card = fixture_card ();
  guint seen = 0;

  g_signal_connect (desk, "changed", G_CALLBACK (changed_cb), &seen);
  g_assert_nonnull (pamong_desk_run (desk, register_card, card, NULL));
  g_assert_cmpuint (seen, ==, 0);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (seen, ==, 1);
  close_desk (desk);
}

static gpointer
slow_register (PamongOffice *office, gpointer data, GError **error)
{
  g_usleep (20000);
  return register_card (office, data, error);
}

static void
ignored_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  guint *returned = data;
  g_autoptr (GError) error = NULL;

  pamong_desk_run_finish (PAMONG_DESK (source), result, &error);
  *returned += error == NULL ? 1 : 100;
}

/* Closing the program finishes what is queued; what comes later is told so. */
static void
test_stop (void)
{
  PamongDesk *desk = new_desk ();
  g_autofree char *dir = pamong_desk_run (desk, dup_dir, NULL, NULL);
  g_autoptr (PamongFamilyCard) first = fixture_card ();
  g_autoptr (PamongFamilyCard) second = fixture_single ("3522280101200002", NULL, "SARMIN");
  g_autoptr (PamongFamilyCard) third = fixture_single ("3522280101200003", NULL, "SARMAN");
  g_autoptr (PamongFamilyCard) saved = NULL;
  g_autoptr (GError) error = NULL;
  guint returned = 0;
  PamongOffice *office;

  pamong_desk_run_async (desk, slow_register, first, NULL, NULL, NULL, ignored_cb, &returned);
  pamong_desk_run_async (desk, slow_register, second, NULL, NULL, NULL, ignored_cb, &returned);
  pamong_desk_stop (desk);
  pamong_desk_run_async (desk, register_card, third, NULL, NULL, NULL, ignored_cb, &returned);
  g_assert_null (pamong_desk_run (desk, register_card, third, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_FAILED);
  g_clear_error (&error);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (returned, ==, 102);
  g_object_unref (desk);

  office = pamong_office_open (dir, &error);
  g_assert_no_error (error);
  saved = pamong_store_card (pamong_office_store (office), second->family->uid, NULL);
  g_assert_nonnull (saved);
  g_assert_null (pamong_store_card (pamong_office_store (office), third->family->uid, NULL));
  fixture_close (office);
}

static void
cancelled_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  pamong_desk_run_finish (PAMONG_DESK (source), result, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  *(gboolean *) data = TRUE;
}

/* Cancelled before it began: it does not run. */
static void
test_cancelled (void)
{
  PamongDesk *desk = new_desk ();
  g_autoptr (PamongFamilyCard) card = fixture_card ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  gboolean returned = FALSE;

  g_cancellable_cancel (cancellable);
  pamong_desk_run_async (desk, register_card, card, NULL, NULL, cancellable, cancelled_cb, &returned);
  while (!returned)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (pamong_desk_run (desk, register_card, card, NULL)); /* not registered before */
  close_desk (desk);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/desk/taken-over", test_taken_over);
  g_test_add_func ("/desk/no-store", test_no_store);
  g_test_add_func ("/desk/order", test_order);
  g_test_add_func ("/desk/changed", test_changed);
  g_test_add_func ("/desk/stop", test_stop);
  g_test_add_func ("/desk/cancelled", test_cancelled);
  return g_test_run ();
}
