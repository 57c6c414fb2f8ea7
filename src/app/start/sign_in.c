/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/start/sign_in.h"
#include "app/shell/key_bar.h"
#include "app/start/account_acts.h"
#include "app/start/recover.h"
#include "app/widgets/focus.h"
#include "app/words.h"
#include "domain/clock.h"
#include "domain/codes.h"
#include "store/outbox.h"
#include <adwaita.h>
#include <glib/gi18n.h>

#define ACCOUNTS_SHOWN 5 /* more of them scroll */

struct _PamongSignIn {
  GtkWidget parent_instance;

  PamongDesk *desk;
  GtkStack *stack;
  GtkWidget *front;
  GtkLabel *place, *above, *problem;
  GtkListBox *accounts;
  GtkWidget *accounts_scroller, *password, *enter;
  GtkBox *facts;
  GtkWidget *waiting; /* (nullable) */
  PamongKeyBar *keys;
};

G_DEFINE_FINAL_TYPE (PamongSignIn, pamong_sign_in, GTK_TYPE_WIDGET)

static guint signed_in_signal;

static const char *
chosen_account (PamongSignIn *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->accounts);

  return row != NULL ? g_object_get_data (G_OBJECT (row), "uid") : NULL;
}

static void
blame (PamongSignIn *self, const char *message)
{
  gtk_label_set_text (self->problem, message != NULL ? message : " ");
  if (message != NULL)
    gtk_widget_add_css_class (self->password, "error");
  else
    gtk_widget_remove_css_class (self->password, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->password), GTK_ACCESSIBLE_STATE_INVALID, message != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
signed_in_cb (GObject *desk, GAsyncResult *result, gpointer data)
{
  g_autoptr (PamongSignIn) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *uid = pamong_sign_in_finish (PAMONG_DESK (desk), result, &error);

  gtk_widget_set_sensitive (self->enter, TRUE);
  gtk_editable_set_text (GTK_EDITABLE (self->password), "");
  if (uid != NULL)
    {
      g_signal_emit (self, signed_in_signal, 0, uid);
      return;
    }
  blame (self, error->message);
  gtk_widget_grab_focus (self->password);
}

static void
sign_in_cb (PamongSignIn *self)
{
  const char *account = chosen_account (self);
  const char *password = gtk_editable_get_text (GTK_EDITABLE (self->password));

  if (account == NULL || !gtk_widget_get_sensitive (self->enter))
    return;
  if (*password == '\0')
    {
      blame (self, _ ("Type your password."));
      gtk_widget_grab_focus (self->password);
      return;
    }
  blame (self, NULL);
  gtk_widget_set_sensitive (self->enter, FALSE);
  pamong_sign_in_async (self->desk, account, password, signed_in_cb, g_object_ref (self));
}

static void
account_chosen_cb (PamongSignIn *self)
{
  blame (self, NULL);
  gtk_widget_grab_focus (self->password);
}

static void
recovered_cb (PamongSignIn *self, const char *uid)
{
  g_signal_emit (self, signed_in_signal, 0, uid);
}

static void
recovery_left_cb (PamongSignIn *self, GtkWidget *recover)
{
  gtk_stack_set_visible_child (self->stack, self->front);
  gtk_stack_remove (self->stack, recover);
  gtk_widget_grab_focus (self->password);
}

static void
forgot_cb (PamongSignIn *self)
{
  GtkWidget *recover;

  if (chosen_account (self) == NULL)
    return;
  recover = pamong_recover_new (self->desk, chosen_account (self));
  g_signal_connect_swapped (recover, "recovered", G_CALLBACK (recovered_cb), self);
  g_signal_connect_swapped (recover, "left", G_CALLBACK (recovery_left_cb), self);
  gtk_stack_add_child (self->stack, recover);
  gtk_stack_set_visible_child (self->stack, recover);
  gtk_widget_grab_focus (recover);
}

static gboolean
pamong_sign_in_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (PAMONG_SIGN_IN (widget)->password);
}

static void
pamong_sign_in_dispose (GObject *object)
{
  PamongSignIn *self = PAMONG_SIGN_IN (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (pamong_sign_in_parent_class)->dispose (object);
}

static void
pamong_sign_in_class_init (PamongSignInClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pamong_sign_in_dispose;
  widget_class->focus = pamong_focus_children;
  widget_class->grab_focus = pamong_sign_in_grab_focus;
  signed_in_signal = g_signal_new ("signed-in", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (PAMONG_TYPE_KEY_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/id/pamong/ui/sign-in.ui");
  gtk_widget_class_bind_template_child (widget_class, PamongSignIn, stack);
  gtk_widget_class_bind_template_child (widget_class, PamongSignIn, front);
  gtk_widget_class_bind_template_child (widget_class, PamongSignIn, place);
  gtk_widget_class_bind_template_child (widget_class, PamongSignIn, above);
  gtk_widget_class_bind_template_child (widget_class, PamongSignIn, problem);
  gtk_widget_class_bind_template_child (widget_class, PamongSignIn, accounts);
  gtk_widget_class_bind_template_child (widget_class, PamongSignIn, accounts_scroller);
  gtk_widget_class_bind_template_child (widget_class, PamongSignIn, password);
  gtk_widget_class_bind_template_child (widget_class, PamongSignIn, enter);
  gtk_widget_class_bind_template_child (widget_class, PamongSignIn, facts);
  gtk_widget_class_bind_template_child (widget_class, PamongSignIn, keys);
  gtk_widget_class_bind_template_callback (widget_class, sign_in_cb);
  gtk_widget_class_bind_template_callback (widget_class, account_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, forgot_cb);
}

static void
pamong_sign_in_init (PamongSignIn *self)
{
  const PamongPageKey keys[] = { { "Enter", _ ("Sign in") }, { "Tab", _ ("Next field") }, { "Ctrl++", _ ("Larger text") }, { NULL } };

  gtk_widget_init_template (GTK_WIDGET (self));
  pamong_focus_one_stop (GTK_WIDGET (self->accounts));
  pamong_key_bar_set_keys (self->keys, keys);
  pamong_key_bar_set_foot (self->keys, NULL, "Pamong " PAMONG_VERSION);
}

static void
add_account (PamongSignIn *self, const PamongRecord *account, const char *chosen)
{
  const char *name = pamong_record_text (account, PAMONG_ACCOUNT_NAME);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *duty = gtk_label_new (pamong_codes_display ("tugas", (int) pamong_record_int (account, PAMONG_ACCOUNT_DUTY)));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "medium");
  gtk_widget_add_css_class (duty, "secondary");
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("avatar-default-symbolic"));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), duty);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "uid", g_strdup (account->uid), g_free);
  gtk_list_box_append (self->accounts, row);
  if (gtk_list_box_get_selected_row (self->accounts) == NULL || g_strcmp0 (chosen, account->uid) == 0 || g_strcmp0 (chosen, name) == 0)
    gtk_list_box_select_row (self->accounts, GTK_LIST_BOX_ROW (row));
}

static GtkWidget *
add_fact (PamongSignIn *self, const char *icon, const char *words, const char *below)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 11);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *first = gtk_label_new (words), *second = gtk_label_new (below);

  gtk_label_set_xalign (GTK_LABEL (first), 0);
  gtk_label_set_xalign (GTK_LABEL (second), 0);
  gtk_widget_add_css_class (first, "medium");
  gtk_widget_add_css_class (second, "secondary");
  gtk_box_append (GTK_BOX (lines), first);
  gtk_box_append (GTK_BOX (lines), second);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (box), lines);
  gtk_widget_set_margin_top (box, 10);
  gtk_box_append (self->facts, box);
  return box;
}

static void
show_facts (PamongSignIn *self, PamongStore *store)
{
  PamongOutboxCounts counts = { 0 };
  g_autofree char *number = NULL, *words = NULL;

  add_fact (self, "object-select-symbolic", _ ("Works without a network"), _ ("The password is checked on this computer."));
  if (!pamong_outbox_counts (store, &counts, NULL))
    return;
  number = pamong_words_number (counts.pending);
  words = g_strdup_printf (ngettext ("%s change waits for the network", "%s changes wait for the network", counts.pending), number);
  if (counts.pending > 0)
    self->waiting = add_fact (self, "preferences-system-time-symbolic", words, _ ("Saved safely, sent by itself later."));
  else if (counts.last_sync > 0)
    {
      g_autofree char *time = pamong_words_day (counts.last_sync);

      add_fact (self, "emblem-ok-symbolic", _ ("All sent"), time);
    }
}

static void
show_place (PamongSignIn *self, const char *area)
{
  const PamongRegion *region = pamong_regions_find (area);
  g_autofree char *title = pamong_regions_title (area);
  g_autoptr (GString) above = g_string_new (NULL);

  gtk_label_set_text (self->place, title);
  for (const PamongRegion *up = region; up != NULL && up->parent != NULL; up = pamong_regions_find (up->parent))
    {
      g_autofree char *name = pamong_regions_title (up->parent);

      g_string_append_printf (above, "%s%s", above->len > 0 ? ", " : "", name);
    }
  gtk_label_set_text (self->above, above->str);
}

GtkWidget *
pamong_sign_in_new (PamongDesk *desk, PamongStore *store, const char *account)
{
  PamongSignIn *self = g_object_new (PAMONG_TYPE_SIGN_IN, NULL);
  g_autoptr (GPtrArray) accounts = pamong_store_all (store, PAMONG_KIND_ACCOUNT, NULL);

  self->desk = g_object_ref (desk);
  show_place (self, pamong_store_area (store));
  for (guint i = 0; accounts != NULL && i < accounts->len; i++)
    if (!pamong_record_is_set (accounts->pdata[i], PAMONG_ACCOUNT_CLOSED) && pamong_record_is_set (accounts->pdata[i], PAMONG_ACCOUNT_NAME))
      add_account (self, accounts->pdata[i], account);
  if (gtk_list_box_get_row_at_index (self->accounts, ACCOUNTS_SHOWN) != NULL)
    {
      gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->accounts_scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
      gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->accounts_scroller), ACCOUNTS_SHOWN * 43);
    }
  show_facts (self, store);
  return GTK_WIDGET (self);
}

void
pamong_sign_in_tell_password (PamongSignIn *self, const char *password)
{
  g_autofree char *words = g_strdup_printf (_ ("Practice password: %s"), password);

  if (self->waiting != NULL)
    gtk_widget_set_visible (self->waiting, FALSE); /* it never goes */
  add_fact (self, "dialog-information-symbolic", words, _ ("Invented people: try whatever you like."));
  gtk_editable_set_text (GTK_EDITABLE (self->password), password);
}
