/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/application.h"
#include "app/preferences.h"
#include "app/shell/window.h"
#include "app/start/account_acts.h"
#include "app/stamp.h"
#include "app/style.h"
#include <glib/gi18n.h>

struct _PamongApplication {
  AdwApplication parent_instance;

  PamongStart start;
  char *screenshot;
  double text_scale;
  gboolean dark, light;
  gboolean answered; /* the sign-in begun early has come */
  char *signed_in;
  PamongWindow *window; /* waits for that answer */
  int status;
};

G_DEFINE_FINAL_TYPE (PamongApplication, pamong_application, ADW_TYPE_APPLICATION)

/* For scripts and tests: the password stands in a file, never on the command line. */
static char *
read_password (void)
{
  const char *path = g_getenv ("PAMONG_PASSWORD_FILE");
  char *password = NULL;

  if (path == NULL || !g_file_get_contents (path, &password, NULL, NULL))
    return NULL;
  password[strcspn (password, "\r\n")] = '\0';
  return password;
}

static char *
default_dir (gboolean practice)
{
  g_autofree char *dir = pamong_store_default_dir ();

  return practice ? g_strconcat (dir, "-practice", NULL) : g_steal_pointer (&dir);
}

static void
deliver (PamongApplication *self)
{
  if (self->answered && self->window != NULL)
    pamong_window_signed_in (self->window, self->signed_in);
}

static void
signed_in_cb (GObject *desk, GAsyncResult *result, gpointer data)
{
  g_autoptr (PamongApplication) self = data;

  self->signed_in = pamong_sign_in_finish (PAMONG_DESK (desk), result, NULL);
  self->answered = TRUE;
  deliver (self);
}

/* Opening the store and Argon2id take as long as GTK's own start; on the desk's thread they run beside it. What fails here the window tries and tells. */
static void
sign_in_early (PamongApplication *self)
{
  if (self->start.password == NULL || !pamong_store_exists (self->start.dir))
    return;
  self->start.desk = pamong_desk_new (self->start.dir, NULL);
  if (self->start.desk != NULL)
    pamong_sign_in_async (self->start.desk, self->start.account, self->start.password, signed_in_cb, g_object_ref (self));
}

/* What a page counts beside the window is there, and the rules have looked once. */
static gboolean
is_filled (GtkWindow *window)
{
  PamongShell *shell = pamong_window_shell (PAMONG_WINDOW (window));
  PamongSession *session = shell != NULL ? pamong_shell_session (shell) : NULL;

  return shell == NULL || (pamong_page_is_filled (pamong_shell_page (shell)) && (pamong_session_level (session) != PAMONG_LEVEL_VILLAGE || pamong_session_to_check (session) >= 0));
}

static void
window_ready_cb (PamongApplication *self, PamongWindow *window)
{
  int problem = pamong_window_problem (window);

  if (problem >= 0)
    self->status = problem == PAMONG_ERROR_BUSY || problem == PAMONG_ERROR_DAMAGED || problem == PAMONG_ERROR_OUTDATED ? 4 : 1;
  gtk_window_maximize (GTK_WINDOW (window)); /* the pages are laid out for the whole of a small screen */
  gtk_window_present (GTK_WINDOW (window));
  pamong_stamp_first_frame (GTK_WINDOW (window));
  if (self->screenshot != NULL)
    pamong_stamp_picture (GTK_WINDOW (window), self->screenshot, is_filled);
  g_signal_handlers_disconnect_by_func (window, window_ready_cb, self);
}

static void
pamong_application_activate (GApplication *app)
{
  PamongApplication *self = PAMONG_APPLICATION (app);
  GtkWidget *window = GTK_WIDGET (gtk_application_get_active_window (GTK_APPLICATION (app)));
  g_autofree char *preferences = pamong_preferences_default_path ();

  if (window != NULL)
    {
      gtk_window_present (GTK_WINDOW (window));
      return;
    }
  pamong_style_load ();
  pamong_preferences_open (preferences);
  if (self->dark || self->light)
    pamong_style_set_dark (self->dark);
  if (self->text_scale > 0)
    pamong_style_set_text_scale (self->text_scale);
  window = pamong_window_new (GTK_APPLICATION (app));
  g_signal_connect_swapped (window, "ready", G_CALLBACK (window_ready_cb), self);
  pamong_window_start (PAMONG_WINDOW (window), &self->start);
  if (self->start.desk == NULL)
    return;
  g_clear_object (&self->start.desk);
  g_set_weak_pointer (&self->window, PAMONG_WINDOW (window));
  deliver (self);
}

static int
pamong_application_handle_local_options (GApplication *app, GVariantDict *options)
{
  PamongApplication *self = PAMONG_APPLICATION (app);

  g_variant_dict_lookup (options, "data", "^ay", &self->start.dir);
  g_variant_dict_lookup (options, "account", "s", &self->start.account);
  g_variant_dict_lookup (options, "page", "s", &self->start.page);
  g_variant_dict_lookup (options, "open", "s", &self->start.open);
  g_variant_dict_lookup (options, "screenshot", "^ay", &self->screenshot);
  g_variant_dict_lookup (options, "text", "d", &self->text_scale);
  self->start.practice = g_variant_dict_contains (options, "practice");
  self->dark = g_variant_dict_contains (options, "dark");
  self->light = g_variant_dict_contains (options, "light");
  if (self->start.dir == NULL)
    self->start.dir = default_dir (self->start.practice);
  if (self->start.account != NULL)
    self->start.password = read_password ();
  sign_in_early (self);
  return -1;
}

static void
pamong_application_finalize (GObject *object)
{
  PamongApplication *self = PAMONG_APPLICATION (object);

  g_free (self->start.dir);
  g_free (self->start.account);
  g_free (self->start.password);
  g_free (self->start.page);
  g_free (self->start.open);
  g_free (self->screenshot);
  g_free (self->signed_in);
  g_clear_weak_pointer (&self->window);
  G_OBJECT_CLASS (pamong_application_parent_class)->finalize (object);
}

static void
pamong_application_class_init (PamongApplicationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pamong_application_finalize;
  G_APPLICATION_CLASS (klass)->activate = pamong_application_activate;
  G_APPLICATION_CLASS (klass)->handle_local_options = pamong_application_handle_local_options;
}

static void
pamong_application_init (PamongApplication *self)
{
  const GOptionEntry entries[] = {
    { "data", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_ ("Data folder"), N_ ("FOLDER") },
    { "account", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Sign in as NAME; the password is read from PAMONG_PASSWORD_FILE"), N_ ("NAME") },
    { "page", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Page to show first"), N_ ("PAGE") },
    { "open", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Record to show, for example resident:UID or family:UID"), N_ ("RECORD") },
    { "practice", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Practice: invented people, nothing is sent"), NULL },
    { "dark", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Dark style"), NULL },
    { "light", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Light style"), NULL },
    { "text", 0, 0, G_OPTION_ARG_DOUBLE, NULL, N_ ("Size of the text, 1 to 1.5"), "N" },
    { "screenshot", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_ ("Write the window as a PNG file and close"), N_ ("FILE") },
    { NULL }
  };

  g_application_add_main_option_entries (G_APPLICATION (self), entries);
}

PamongApplication *
pamong_application_new (void)
{
  return g_object_new (PAMONG_TYPE_APPLICATION, "application-id", "id.pamong.Pamong", "flags", G_APPLICATION_NON_UNIQUE, NULL);
}

int
pamong_application_status (PamongApplication *self)
{
  return self->status;
}
