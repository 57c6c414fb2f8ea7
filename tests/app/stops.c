/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stops.h"
#include "app/check/check_page.h"
#include "app/check/views.h"
#include "app/doubles/merge_window.h"
#include "app/family/acts.h"
#include "app/home/date_form.h"
#include "app/reports/reports_page.h"
#include "app/residents/acts.h"
#include "app/residents/life_acts.h"
#include "app/residents/page.h"
#include "app/settings/settings_page.h"
#include "app/shell/pages.h"
#include "domain/codes.h"
#include "people.h"
#include "store/write.h"
#include "wire/conflict.h"
#include <glib/gstdio.h>

#define VILLAGE "35.22.28.2004"
#define DISTRICT "35.22.28"
#define PASSWORD "kata-sandi-uji"
#define OPERATOR "Peserta"

static void
put_clash (const char *dir)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongOffice) office = pamong_office_open (dir, &error);
  g_autoptr (PamongRecord) conflict = pamong_record_new (PAMONG_KIND_CONFLICT, VILLAGE);
  g_autoptr (GPtrArray) all = pamong_store_all (pamong_office_store (office), PAMONG_KIND_RESIDENT, &error);
  const char *resident = ((PamongRecord *) g_ptr_array_index (all, 0))->uid;
  PamongWrite *write = pamong_write_begin_apply (pamong_office_store (office), &error);

  g_free (conflict->uid);
  conflict->uid = pamong_conflict_uid (resident, "phone");
  conflict->version = 1;
  pamong_record_set_text (conflict, PAMONG_CONFLICT_SUBJECT_KIND, "resident");
  pamong_record_set_text (conflict, PAMONG_CONFLICT_SUBJECT_UID, resident);
  pamong_record_set_text (conflict, PAMONG_CONFLICT_FIELD, "phone");
  pamong_record_set_text (conflict, PAMONG_CONFLICT_CURRENT, "{\"phone\":\"0811\"}");
  pamong_record_set_text (conflict, PAMONG_CONFLICT_CURRENT_BY, "Anik");
  pamong_record_set_text (conflict, PAMONG_CONFLICT_OTHER, "[{\"values\":{\"phone\":\"0812\"},\"by\":\"Bambang\",\"t\":1773000000}]");
  g_assert_true (pamong_write_put (write, conflict, &error));
  g_assert_true (pamong_write_commit (write, NULL, NULL, &error));
  g_assert_no_error (error);
}

char *
stops_practice (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("pamong-XXXXXX", &error);
  g_autofree char *dir = g_build_filename (folder, "data", NULL), *password = g_build_filename (folder, "password", NULL);
  const char *const words[] = { g_getenv ("PAMONG_CTL"), "--data", dir, "practice", "--seed", "7", "--village", VILLAGE, "--residents", "160", "--dirt", NULL };
  int status = -1;

  g_assert_true (g_file_set_contents (password, PASSWORD "\n", -1, &error));
  g_setenv ("PAMONG_PASSWORD_FILE", password, TRUE);
  g_spawn_sync (NULL, (char **) words, NULL, G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  put_clash (dir);
  return folder;
}

void
stops_drop (char *folder)
{
  g_autofree char *password = g_build_filename (folder, "password", NULL);

  g_unlink (password);
  people_drop (folder);
}

PamongWindow *
stops_sign_in (const char *folder, const char *page)
{
  g_autofree char *dir = g_build_filename (folder, "data", NULL);

  return signed_in (dir, OPERATOR, PASSWORD, page);
}

GtkWidget *
stops_dialog (GtkWidget *window)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) other = g_list_model_get_item (windows, i);

      if (other != window && gtk_widget_get_mapped (other) && gtk_window_get_transient_for (GTK_WINDOW (other)) == GTK_WINDOW (window))
        return other;
    }
  return NULL;
}

static gboolean
has_dialog (gpointer window)
{
  return stops_dialog (window) != NULL;
}

static gboolean
has_none (gpointer window)
{
  return stops_dialog (window) == NULL;
}

void
stops_close_dialog (GtkWidget *window)
{
  GtkWidget *dialog = stops_dialog (window);

  if (dialog != NULL)
    gtk_window_close (GTK_WINDOW (dialog));
  drive_until (has_none, window, "the dialog to go");
  drive_settle ();
}

static void
check_dialog (PamongWindow *window, StopCheck check, const char *where)
{
  drive_until (has_dialog, window, where);
  drive_settle ();
  check (stops_dialog (GTK_WIDGET (window)), where);
  stops_close_dialog (GTK_WIDGET (window));
}

static PamongSession *
session_of (PamongWindow *window)
{
  return pamong_shell_session (pamong_window_shell (window));
}

static void
go (PamongWindow *window, const char *name)
{
  if (!pamong_shell_go (pamong_window_shell (window), name))
    g_error ("no page %s", name);
  signed_in_fill (window);
}

static void
check_shell_windows (PamongWindow *window, StopCheck check)
{
  gtk_widget_activate_action (signed_in_content (window), "win.help", NULL);
  check_dialog (window, check, "bantuan");
  gtk_widget_activate_action (signed_in_content (window), "win.keys", NULL);
  check_dialog (window, check, "semua tombol");
  pamong_date_form_show (signed_in_content (window), session_of (window));
  check_dialog (window, check, "tambah tanggal");
  pamong_date_form_end (signed_in_content (window), session_of (window), "x", "Rapat");
  check_dialog (window, check, "akhiri tanggal");
}

static gboolean
looked (gpointer window)
{
  return pamong_session_to_check (session_of (window)) >= 0;
}

static void
check_views (PamongWindow *window, StopCheck check)
{
  PamongCheckPage *page;

  go (window, "perlu-dicek");
  page = PAMONG_CHECK_PAGE (pamong_shell_page (pamong_window_shell (window)));
  for (const PamongCheckView *view = pamong_check_views (); view->name != NULL; view++)
    {
      g_assert_true (pamong_check_page_show_view (page, view->name));
      drive_until (looked, window, "the rules to look once");
      drive_settle ();
      check (GTK_WIDGET (window), view->name);
    }
}

static gboolean
has_book (gpointer window)
{
  return pamong_reports_page_shown_book (PAMONG_REPORTS_PAGE (pamong_shell_page (pamong_window_shell (window)))) != NULL;
}

static void
