/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/shell/window.h"
#include "app/backup/daily.h"
#include "app/backup/restore_page.h"
#include "app/preferences.h"
#include "app/shell/shortcuts.h"
#include "app/family/card_draft.h"
#include "app/start/account_acts.h"
#include "app/start/first_run.h"
#include "app/start/practice_start.h"
#include "app/start/problem.h"
#include "app/stamp.h"
#include "app/start/sign_in.h"
#include "app/style.h"
#include "practice/practice.h"
#include "app/widgets/access.h"
#include "store/store.h"
#include <glib/gi18n.h>

#define SYNC_AFTER_MS 1000 /* the first frame comes first */

struct _PamongWindow {
  AdwApplicationWindow parent_instance;

  char *dir, *page, *open, *restore; /* @restore: (nullable): the backup that is about to be shown */
  gboolean practice;
  PamongDesk *desk;
  PamongSyncRunner *sync;
  PamongDailyBackup *daily;
  PamongShell *shell;
  guint sync_timer;
  int problem;
};

G_DEFINE_FINAL_TYPE (PamongWindow, pamong_window, ADW_TYPE_APPLICATION_WINDOW)

static guint ready_signal;

static void show_sign_in (PamongWindow *self, const char *account);

static void
show (PamongWindow *self, GtkWidget *content)
{
  /* GTK 4.8 keeps a removed focus widget until the next frame and then tells it; a GtkPasswordEntry is gone by then. */
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  self->shell = PAMONG_IS_SHELL (content) ? PAMONG_SHELL (content) : NULL;
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (self), content);
}

static void
show_problem (PamongWindow *self, const GError *error)
{
  self->problem = error->domain == PAMONG_ERROR ? error->code : PAMONG_ERROR_FAILED;
  show (self, pamong_problem_new (error, self->dir));
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
  g_signal_emit (self, ready_signal, 0);
}

static void
sign_out_cb (PamongWindow *self)
{
  g_autofree char *account = g_strdup (pamong_session_account (pamong_shell_session (self->shell))->uid);

  pamong_sign_out_async (self->desk);
  show_sign_in (self, account);
}

/* Sync begins when there is something to look at; it runs on while nobody is signed in (R16). */
static gboolean
start_sync_cb (gpointer data)
{
  PamongWindow *self = data;

  self->sync_timer = 0;
  pamong_sync_runner_start (self->sync);
  return G_SOURCE_REMOVE;
}

static void
take_desk (PamongWindow *self, PamongDesk *desk)
{
  self->desk = g_object_ref (desk);
  self->sync = pamong_sync_runner_new (desk);
  if (self->practice)
    return;
  self->daily = pamong_daily_backup_new (desk, self->dir);
  self->sync_timer = g_timeout_add_full (G_PRIORITY_LOW, SYNC_AFTER_MS, start_sync_cb, self, NULL);
}

/* A card that was cut off is the first thing to see: nobody looks for what he fears is lost. */
static const char *
first_page (PamongWindow *self, PamongSession *session)
{
  if (self->page == NULL && pamong_session_level (session) == PAMONG_LEVEL_VILLAGE && pamong_card_draft_waits (pamong_session_store (session)))
    return "keluarga";
  return self->page;
}

/* "resident:3522…" or "family:3522…", as the command line names a record; once the list has a size and can show where it stands. */
static gboolean
open_record_cb (gpointer data)
{
  PamongWindow *self = data;
  PamongStore *store = self->shell != NULL ? pamong_session_store (pamong_shell_session (self->shell)) : NULL;
  g_auto (GStrv) parts = g_strsplit (self->open, ":", 2);
  int kind = pamong_kind_from_name (parts[0]);
  g_autoptr (PamongRecord) record = NULL;

  if (store == NULL || parts[1] == NULL)
    return G_SOURCE_REMOVE;
  if (kind == PAMONG_KIND_RESIDENT)
    record = pamong_store_resident (store, parts[1], NULL);
  else if (kind == PAMONG_KIND_FAMILY)
    record = pamong_store_family (store, parts[1], NULL);
  if (record != NULL)
    pamong_shell_open (self->shell, (PamongKind) kind, record->uid);
  return G_SOURCE_REMOVE;
}

/* "laporan", or a part of it: "laporan:b3". */
static gboolean
go_to (PamongShell *shell, const char *page)
{
  g_auto (GStrv) parts = g_strsplit (page, ":", 2);

  return pamong_shell_go (shell, parts[0]) && (parts[1] == NULL || pamong_page_view (pamong_shell_page (shell), parts[1]));
}

static void
show_shell (PamongWindow *self, const char *account)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongSession) session = NULL;
  const char *page;
  GtkWidget *shell;

  pamong_stamp_signed_in ();
  session = pamong_session_new (self->desk, account, &error);
  if (session == NULL)
    {
      show_problem (self, error);
      return;
    }
  pamong_session_set_sync (session, self->sync);
  pamong_session_set_practice (session, self->practice);
  shell = pamong_shell_new (session);
  g_signal_connect_swapped (shell, "sign-out", G_CALLBACK (sign_out_cb), self);
  show (self, shell);
  page = first_page (self, session);
  if (page == NULL || !go_to (PAMONG_SHELL (shell), page))
    pamong_shell_go (PAMONG_SHELL (shell), NULL);
  if (self->open != NULL)
    g_idle_add_full (G_PRIORITY_LOW, open_record_cb, g_object_ref (self), g_object_unref);
  g_signal_emit (self, ready_signal, 0);
}

static void
signed_in_cb (PamongWindow *self, const char *account)
{
  show_shell (self, account);
}

static void
show_sign_in (PamongWindow *self, const char *account)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongStore) store = pamong_store_open (self->dir, PAMONG_STORE_READ, &error);
  GtkWidget *sign_in;

  if (store == NULL)
    {
      show_problem (self, error);
      return;
    }
  sign_in = pamong_sign_in_new (self->desk, store, account);
  if (self->practice && pamong_practice_is_ready (store))
    pamong_sign_in_tell_password (PAMONG_SIGN_IN (sign_in), PAMONG_PRACTICE_PASSWORD);
  g_signal_connect_swapped (sign_in, "signed-in", G_CALLBACK (signed_in_cb), self);
  show (self, sign_in);
  gtk_widget_grab_focus (sign_in);
  g_signal_emit (self, ready_signal, 0);
}

static void
unattended_cb (GObject *desk, GAsyncResult *result, gpointer data)
{
  g_autoptr (PamongWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *account = pamong_sign_in_finish (PAMONG_DESK (desk), result, &error);

  pamong_window_signed_in (self, account);
}

/* Nobody has to know the password of people who do not exist. */
static gboolean
is_open_to_all (PamongWindow *self)
{
  g_autoptr (PamongStore) store = self->practice ? pamong_store_open (self->dir, PAMONG_STORE_READ, NULL) : NULL;

  return store != NULL && pamong_practice_is_ready (store);
}

static void
open_store (PamongWindow *self, const char *account, const char *password)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongDesk) desk = pamong_desk_new (self->dir, &error);

  if (desk == NULL)
    {
      show_problem (self, error);
      return;
    }
  take_desk (self, desk);
  if (account != NULL && password != NULL)
    pamong_sign_in_async (desk, account, password, unattended_cb, g_object_ref (self));
  else if (account == NULL && is_open_to_all (self))
    pamong_sign_in_async (desk, PAMONG_PRACTICE_ACCOUNT, PAMONG_PRACTICE_PASSWORD, unattended_cb, g_object_ref (self));
  else
    show_sign_in (self, account);
}

static void
practice_made_cb (PamongWindow *self)
{
  open_store (self, NULL, NULL);
}

static void
show_practice_start (PamongWindow *self)
{
  GtkWidget *start = pamong_practice_start_new (self->dir);

  g_signal_connect_object (start, "finished", G_CALLBACK (practice_made_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (start, "failed", G_CALLBACK (show_problem), self, G_CONNECT_SWAPPED);
  show (self, start);
  g_signal_emit (self, ready_signal, 0);
}

static void
finished_cb (PamongWindow *self, PamongDesk *desk, const char *account)
{
  take_desk (self, desk);
  show_shell (self, account);
}

static void
show_first_run (PamongWindow *self)
{
  GtkWidget *run = pamong_first_run_new (self->dir);

  g_signal_connect_swapped (run, "finished", G_CALLBACK (finished_cb), self);
  show (self, run);
  gtk_widget_grab_focus (run);
  g_signal_emit (self, ready_signal, 0);
}

/* The desk finishes what is queued and closes the store, also when the first run is left in the middle. */
static void
stop (PamongWindow *self)
{
  GtkWidget *content = adw_application_window_get_content (ADW_APPLICATION_WINDOW (self));
  g_autoptr (PamongDesk) desk = g_steal_pointer (&self->desk);

  if (desk == NULL && PAMONG_IS_FIRST_RUN (content) && pamong_first_run_desk (PAMONG_FIRST_RUN (content)) != NULL)
    desk = g_object_ref (pamong_first_run_desk (PAMONG_FIRST_RUN (content)));
  g_clear_handle_id (&self->sync_timer, g_source_remove);
  if (self->sync != NULL)
    pamong_sync_runner_stop (self->sync);
  if (self->daily != NULL)
    pamong_daily_backup_stop (self->daily);
  g_clear_object (&self->daily);
  show (self, NULL);
  g_clear_object (&self->sync);
  if (desk != NULL)
    pamong_desk_stop (desk);
}

static void
restored_cb (PamongWindow *self)
{
  if (pamong_store_exists (self->dir))
    open_store (self, NULL, NULL);
  else
    show_first_run (self);
}

/* Nothing may hold the data while another takes its place: the session ends first. */
static gboolean
show_restore_cb (gpointer data)
{
  PamongWindow *self = data;
  g_autofree char *path = g_steal_pointer (&self->restore);
  GtkWidget *page;

  stop (self);
  page = pamong_restore_page_new (self->dir, path);
  g_signal_connect_swapped (page, "finished", G_CALLBACK (restored_cb), self);
  show (self, page);
  gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
  return G_SOURCE_REMOVE;
}

/* The button that asked is on the page that goes. */
static void
restore_cb (GSimpleAction *action, GVariant *file, gpointer data)
{
  PamongWindow *self = data;

  if (self->practice || self->restore != NULL || (self->shell != NULL && !pamong_shell_can_close (self->shell)))
    return;
  self->restore = g_variant_dup_string (file, NULL);
  g_idle_add_full (G_PRIORITY_DEFAULT, show_restore_cb, g_object_ref (self), g_object_unref);
}

static gboolean
pamong_window_close_request (GtkWindow *window)
{
  PamongWindow *self = PAMONG_WINDOW (window);
  GtkWidget *content = adw_application_window_get_content (ADW_APPLICATION_WINDOW (self));

  if (self->shell != NULL && !pamong_shell_can_close (self->shell))
    return TRUE;
  if (PAMONG_IS_RESTORE_PAGE (content) && pamong_restore_page_is_busy (PAMONG_RESTORE_PAGE (content)))
    return TRUE;
  stop (self);
  return GTK_WINDOW_CLASS (pamong_window_parent_class)->close_request (window);
}

static void
pamong_window_dispose (GObject *object)
{
  stop (PAMONG_WINDOW (object));
  G_OBJECT_CLASS (pamong_window_parent_class)->dispose (object);
}

static void
pamong_window_finalize (GObject *object)
{
  PamongWindow *self = PAMONG_WINDOW (object);

  g_free (self->dir);
  g_free (self->page);
  g_free (self->open);
  g_free (self->restore);
  G_OBJECT_CLASS (pamong_window_parent_class)->finalize (object);
}

static void
pamong_window_class_init (PamongWindowClass *klass)
{
  pamong_access_init ();
  G_OBJECT_CLASS (klass)->dispose = pamong_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = pamong_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = pamong_window_close_request;
  ready_signal = g_signal_new ("ready", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

/* A page that shows a paper is asked first: there it is the paper that grows. */
static gboolean
zoom_page (PamongWindow *self, int step)
{
  PamongPage *page = self->shell != NULL ? pamong_shell_page (self->shell) : NULL;

  return page != NULL && pamong_page_zoom (page, step);
}

static void
text_cb (GSimpleAction *action, GVariant *none, gpointer data)
{
  const char *name = g_action_get_name (G_ACTION (action));
  double step = g_str_equal (name, "text-larger") ? 0.125 : -0.125;

  if (zoom_page (data, g_str_equal (name, "text-normal") ? 0 : step > 0 ? 1 : -1))
    return;
  pamong_style_set_text_scale (g_str_equal (name, "text-normal") ? 1 : pamong_style_text_scale () + step);
  pamong_preferences_keep ();
}

static void
dark_cb (GSimpleAction *action, GVariant *none, gpointer data)
{
  pamong_style_set_dark (!adw_style_manager_get_dark (adw_style_manager_get_default ()));
  pamong_preferences_keep ();
}

/* Who cannot read the sign-in cannot sign in: these work before it too. */
static const GActionEntry look_actions[] = {
  { .name = "text-larger", .activate = text_cb },
  { .name = "text-smaller", .activate = text_cb },
  { .name = "text-normal", .activate = text_cb },
  { .name = "dark", .activate = dark_cb },
  { .name = "restore", .activate = restore_cb, .parameter_type = "s" },
};

static void
pamong_window_init (PamongWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), look_actions, G_N_ELEMENTS (look_actions), self);
  pamong_shortcuts_add (GTK_WIDGET (self), TRUE);
  self->problem = -1;
  gtk_window_set_title (GTK_WINDOW (self), "Pamong");
  gtk_window_set_default_size (GTK_WINDOW (self), 1366, 768);
}

GtkWidget *
pamong_window_new (GtkApplication *app)
{
  return g_object_new (PAMONG_TYPE_WINDOW, "application", app, NULL);
}

void
pamong_window_start (PamongWindow *self, const PamongStart *start)
{
  self->dir = g_strdup (start->dir);
  self->page = g_strdup (start->page);
  self->open = g_strdup (start->open);
  self->practice = start->practice;
  if (start->desk != NULL)
    {
      take_desk (self, start->desk);
      return;
    }
  if (pamong_store_exists (self->dir))
    open_store (self, start->account, start->password);
  else if (self->practice)
    show_practice_start (self);
  else
    show_first_run (self);
}

void
pamong_window_signed_in (PamongWindow *self, const char *account)
{
  if (account != NULL)
    show_shell (self, account);
  else
    show_sign_in (self, NULL);
}

PamongShell *
pamong_window_shell (PamongWindow *self)
{
  return self->shell;
}

int
pamong_window_problem (PamongWindow *self)
{
  return self->problem;
}
