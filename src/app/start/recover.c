/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/start/recover.h"
#include "app/start/account_acts.h"
#include "app/start/recovery_view.h"
#include "app/start/step.h"
#include "app/widgets/focus.h"
#include <glib/gi18n.h>

struct _PamongRecover {
  GtkBox parent_instance;

  PamongDesk *desk;
  char *account;
  GtkGrid *grid;
  GtkWidget *code, *password, *again, *back, *next;
  GtkLabel *problem;
  gboolean recovered; /* the next code is on the screen */
};

G_DEFINE_FINAL_TYPE (PamongRecover, pamong_recover, GTK_TYPE_BOX)

enum { RECOVERED, LEFT, N_SIGNALS };
static guint signals[N_SIGNALS];

static const char *
text (GtkWidget *entry)
{
  return gtk_editable_get_text (GTK_EDITABLE (entry));
}

static void
noted_cb (PamongRecover *self, GtkCheckButton *noted)
{
  gtk_widget_set_sensitive (self->next, gtk_check_button_get_active (noted));
}

static void
show_next_code (PamongRecover *self, const char *code)
{
  GtkWidget *noted = gtk_check_button_new_with_mnemonic (_ ("I have _written this code down"));
  GtkWidget *child, *words = gtk_label_new (_ ("The password is changed. The old code is used up; this is the next one:"));

  gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL); /* see show() in window.c */
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  gtk_widget_set_name (noted, "noted");
  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_grid_attach (self->grid, words, 0, 0, 1, 1);
  gtk_grid_attach (self->grid, pamong_recovery_view_new (code), 0, 1, 1, 1);
  gtk_grid_attach (self->grid, noted, 0, 2, 1, 1);
  g_signal_connect_swapped (noted, "toggled", G_CALLBACK (noted_cb), self);
  gtk_widget_set_visible (self->back, FALSE);
  gtk_button_set_label (GTK_BUTTON (self->next), _ ("_Continue"));
  gtk_widget_grab_focus (noted);
}

static void
recovered_cb (GObject *desk, GAsyncResult *result, gpointer data)
{
  g_autoptr (PamongRecover) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *code = pamong_recover_finish (PAMONG_DESK (desk), result, &error);

  if (code == NULL)
    {
      gtk_widget_set_sensitive (self->next, TRUE);
      pamong_step_blame (self->problem, error->message);
      gtk_widget_grab_focus (self->code);
      return;
    }
  self->recovered = TRUE;
  show_next_code (self, code);
}

static void
next_cb (PamongRecover *self)
{
  if (self->recovered)
    {
      g_signal_emit (self, signals[RECOVERED], 0, self->account);
      return;
    }
  if (*text (self->code) == '\0')
    pamong_step_blame (self->problem, _ ("Type the recovery code from your paper."));
  else if (g_utf8_strlen (text (self->password), -1) < 8)
    pamong_step_blame (self->problem, _ ("The password needs at least 8 letters."));
  else if (!g_str_equal (text (self->password), text (self->again)))
    pamong_step_blame (self->problem, _ ("The two passwords differ. Type it once more."));
  else
    {
      pamong_step_blame (self->problem, NULL);
      gtk_widget_set_sensitive (self->next, FALSE);
      pamong_recover_async (self->desk, self->account, text (self->code), text (self->password), recovered_cb, g_object_ref (self));
    }
}

static void
back_cb (PamongRecover *self)
{
  g_signal_emit (self, signals[LEFT], 0);
}

static gboolean
pamong_recover_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (PAMONG_RECOVER (widget)->code);
}

static void
pamong_recover_finalize (GObject *object)
{
  PamongRecover *self = PAMONG_RECOVER (object);

  g_free (self->account);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (pamong_recover_parent_class)->finalize (object);
}

static void
pamong_recover_class_init (PamongRecoverClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pamong_recover_finalize;
  GTK_WIDGET_CLASS (klass)->focus = pamong_focus_children;
  GTK_WIDGET_CLASS (klass)->grab_focus = pamong_recover_grab_focus;
  signals[RECOVERED] = g_signal_new ("recovered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[LEFT] = g_signal_new ("left", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
make_password (const char *name)
{
  GtkWidget *entry = gtk_password_entry_new ();

  gtk_password_entry_set_show_peek_icon (GTK_PASSWORD_ENTRY (entry), TRUE);
  gtk_widget_set_name (entry, name);
  return entry;
}

static void
add_buttons (PamongRecover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->back = gtk_button_new_with_mnemonic (_ ("_Back"));
  self->next = gtk_button_new_with_mnemonic (_ ("_Change the password"));
  gtk_widget_set_name (self->next, "next");
  gtk_widget_add_css_class (self->next, "primary");
  g_signal_connect_swapped (self->back, "clicked", G_CALLBACK (back_cb), self);
  g_signal_connect_swapped (self->next, "clicked", G_CALLBACK (next_cb), self);
  gtk_box_append (GTK_BOX (box), self->back);
  gtk_box_append (GTK_BOX (box), self->next);
  gtk_widget_set_margin_top (box, 16);
  gtk_box_append (GTK_BOX (self), box);
}

static void
pamong_recover_init (PamongRecover *self)
{
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  self->grid = pamong_step_frame (GTK_BOX (self), _ ("Forgot the password"), _ ("The recovery code was written down when the account was made."), &self->problem);
  self->code = gtk_entry_new ();
  gtk_widget_set_name (self->code, "code");
  self->password = make_password ("password");
  self->again = make_password ("again");
  pamong_step_field (self->grid, 0, _ ("_Recovery code"), self->code, NULL);
  pamong_step_field (self->grid, 1, _ ("New _password"), self->password, _ ("At least 8 letters. A short sentence is easier to remember."));
  pamong_step_field (self->grid, 2, _ ("Password _again"), self->again, NULL);
  add_buttons (self);
}

GtkWidget *
pamong_recover_new (PamongDesk *desk, const char *account_uid)
{
  PamongRecover *self = g_object_new (PAMONG_TYPE_RECOVER, NULL);

  self->desk = g_object_ref (desk);
  self->account = g_strdup (account_uid);
  return GTK_WIDGET (self);
}
