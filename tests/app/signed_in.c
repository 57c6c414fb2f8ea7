/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "signed_in.h"

static gboolean
has_shell (gpointer window)
{
  return pamong_window_shell (window) != NULL;
}

static gboolean
is_filled (gpointer page)
{
  return pamong_page_is_filled (page);
}

void
signed_in_fill (PamongWindow *window)
{
  drive_settle ();
  drive_until (is_filled, pamong_shell_page (pamong_window_shell (window)), "the page to be filled");
  drive_settle ();
}

PamongWindow *
signed_in (const char *dir, const char *account, const char *password, const char *page)
{
  PamongStart start = { .dir = (char *) dir, .account = (char *) account, .password = (char *) password, .page = (char *) page };
  PamongWindow *window = PAMONG_WINDOW (pamong_window_new (NULL));

  pamong_window_start (window, &start);
  gtk_window_present (GTK_WINDOW (window));
  drive_until (has_shell, window, "the shell");
  signed_in_fill (window);
  return window;
}

void
signed_out (PamongWindow *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  drive_settle ();
}

GtkWidget *
signed_in_content (PamongWindow *window)
{
  return adw_application_window_get_content (ADW_APPLICATION_WINDOW (window));
}
