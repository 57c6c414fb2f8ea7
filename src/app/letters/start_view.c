/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/letters/start_view.h"
#include "app/letters/counter_list.h"
#include "app/letters/fill_rows.h"
#include "app/letters/person_dialog.h"
#include "app/letters/type_list.h"
#include "app/shell/find_box.h"
#include "app/shell/found_row.h"
#include "app/widgets/focus.h"
#include <glib/gi18n.h>

struct _PamongLetterStart {
  GtkWidget parent_instance;

  PamongSession *session;
  char *uid;
  PamongRecord *outsider;
  PamongFindBox *find;
  PamongLetterTypeList *types;
  PamongCounterList *counter;
  GtkWidget *who, *told, *told_icon, *told_box, *reprint;
};

G_DEFINE_FINAL_TYPE (PamongLetterStart, pamong_letter_start, GTK_TYPE_WIDGET)

static guint begin_signal;

static char *
person_words (PamongLetterStart *self)
{
  PamongStore *store = pamong_session_store (self->session);
  gint32 rid = self->uid != NULL ? pamong_residents_rid (store, self->uid) : -1;
  g_autoptr (GPtrArray) rows = rid >= 0 ? pamong_residents_rows (store, &rid, 1, NULL) : NULL;

  if (rows != NULL && rows->len > 0 && rows->pdata[0] != NULL)
    return pamong_found_words (rows->pdata[0]);
  if (self->outsider != NULL)
    return g_strdup_printf (_ ("%s, from elsewhere"), pamong_record_text (self->outsider, PAMONG_RESIDENT_NAME));
  return NULL;
}

static void
show_person (PamongLetterStart *self)
{
  g_autofree char *words = person_words (self);

  gtk_label_set_text (GTK_LABEL (self->who), words != NULL ? words : _ ("Nobody chosen yet: type the name or the NIK."));
  gtk_widget_remove_css_class (self->who, words != NULL ? "secondary" : "strong");
  gtk_widget_remove_css_class (self->who, "error-text");
  gtk_widget_add_css_class (self->who, words != NULL ? "strong" : "secondary");
}

static void
take_person (PamongLetterStart *self, const char *uid, const PamongRecord *outsider)
{
  pamong_letter_start_set_person (self, uid, outsider);
  gtk_widget_grab_focus (GTK_WIDGET (self->types));
}

static void
found_cb (PamongLetterStart *self, const char *uid)
{
  take_person (self, uid, NULL);
}

static void
outside_chosen_cb (gpointer data, const char *uid, PamongRecord *given)
{
  g_autoptr (PamongRecord) outsider = given;

  take_person (data, uid, outsider);
}

static void
outside_cb (PamongLetterStart *self)
{
  pamong_person_dialog_ask (GTK_WIDGET (self), self->session, NULL, self->outsider, TRUE, outside_chosen_cb, self);
}

static void
chosen_cb (PamongLetterStart *self, const char *key)
{
  g_signal_emit (self, begin_signal, 0, key);
}

static gboolean
pamong_letter_start_grab_focus (GtkWidget *widget)
{
  pamong_letter_start_focus (PAMONG_LETTER_START (widget));
  return TRUE;
}

static void
pamong_letter_start_dispose (GObject *object)
{
  PamongLetterStart *self = PAMONG_LETTER_START (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->uid, g_free);
  g_clear_pointer (&self->outsider, pamong_record_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (pamong_letter_start_parent_class)->dispose (object);
}

static void
pamong_letter_start_class_init (PamongLetterStartClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pamong_letter_start_dispose;
  GTK_WIDGET_CLASS (klass)->focus = pamong_focus_children;
  GTK_WIDGET_CLASS (klass)->grab_focus = pamong_letter_start_grab_focus;
  begin_signal = g_signal_new ("begin", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static GtkWidget *
make_told (PamongLetterStart *self)
{
  self->told_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  self->told_icon = gtk_image_new_from_icon_name ("object-select-symbolic");
  self->told = pamong_fill_label ("medium");
  gtk_label_set_wrap (GTK_LABEL (self->told), TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (self->told), PANGO_ELLIPSIZE_NONE);
  gtk_widget_set_hexpand (self->told, TRUE);
  self->reprint = gtk_button_new_with_mnemonic (_ ("Print a_gain"));
  gtk_widget_set_valign (self->reprint, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->told_box), self->told_icon);
  gtk_box_append (GTK_BOX (self->told_box), self->told);
  gtk_box_append (GTK_BOX (self->told_box), self->reprint);
  gtk_widget_add_css_class (self->told_box, "band");
  gtk_widget_set_visible (self->told_box, FALSE);
  return self->told_box;
}

static GtkWidget *
make_find (PamongLetterStart *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *outside = gtk_button_new_with_mnemonic (_ ("From _elsewhere…"));

  self->find = PAMONG_FIND_BOX (pamong_find_box_new (self->session));
  pamong_find_box_set_inside (self->find);
  gtk_widget_set_hexpand (GTK_WIDGET (self->find), TRUE);
  g_signal_connect_swapped (self->find, "found", G_CALLBACK (found_cb), self);
  g_signal_connect_swapped (outside, "clicked", G_CALLBACK (outside_cb), self);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->find));
  gtk_box_append (GTK_BOX (line), outside);
  return line;
}

static GtkWidget *
make_left (PamongLetterStart *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  self->types = PAMONG_LETTER_TYPE_LIST (pamong_letter_type_list_new (self->session));
  self->who = pamong_fill_label ("secondary");
  g_signal_connect_swapped (self->types, "chosen", G_CALLBACK (chosen_cb), self);
  gtk_box_append (GTK_BOX (box), make_told (self));
  gtk_box_append (GTK_BOX (box), pamong_fill_heading (_ ("Whom it is about"), NULL));
  gtk_box_append (GTK_BOX (box), make_find (self));
  gtk_box_append (GTK_BOX (box), self->who);
  gtk_box_append (GTK_BOX (box), pamong_fill_heading (_ ("_Which letter"), pamong_letter_type_list_entry (self->types)));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->types));
  gtk_widget_set_vexpand (GTK_WIDGET (self->types), TRUE);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_add_css_class (box, "letter-form");
  return box;
}

static void
pamong_letter_start_init (PamongLetterStart *self)
{
}

GtkWidget *
pamong_letter_start_new (PamongSession *session)
{
  PamongLetterStart *self = g_object_new (PAMONG_TYPE_LETTER_START, NULL);

  self->session = g_object_ref (session);
  self->counter = PAMONG_COUNTER_LIST (pamong_counter_list_new (session));
  gtk_widget_set_size_request (GTK_WIDGET (self->counter), 520, -1);
  gtk_widget_add_css_class (GTK_WIDGET (self->counter), "letter-counter");
  gtk_widget_set_parent (make_left (self), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->counter), GTK_WIDGET (self));
  show_person (self);
  return GTK_WIDGET (self);
}

guint
pamong_letter_start_refresh (PamongLetterStart *self)
{
  pamong_letter_type_list_refresh (self->types);
  return pamong_counter_list_refresh (self->counter);
}

void
pamong_letter_start_focus (PamongLetterStart *self)
{
  gtk_widget_grab_focus (self->uid != NULL || self->outsider != NULL ? GTK_WIDGET (self->types) : GTK_WIDGET (self->find));
}

void
pamong_letter_start_focus_person (PamongLetterStart *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->find));
}

void
pamong_letter_start_set_person (PamongLetterStart *self, const char *uid, const PamongRecord *outsider)
{
  g_autofree char *kept = g_strdup (uid);
  PamongRecord *copy = outsider != NULL ? pamong_record_copy (outsider) : NULL;

  g_free (self->uid);
  self->uid = g_steal_pointer (&kept);
  g_clear_pointer (&self->outsider, pamong_record_free);
  self->outsider = copy;
  pamong_letter_type_list_clear (self->types);
  show_person (self);
}

gboolean
pamong_letter_start_put_person (PamongLetterStart *self, PamongLetterCase *letter, const char *role)
{
  if (self->uid != NULL)
    return pamong_letter_case_add (letter, role, self->uid) != NULL;
  return self->outsider != NULL && pamong_letter_case_add_outsider (letter, role, pamong_record_copy (self->outsider)) != NULL;
}

void
pamong_letter_start_ask_person (PamongLetterStart *self)
{
  gtk_label_set_text (GTK_LABEL (self->who), _ ("First say whom the letter is about."));
  gtk_widget_add_css_class (self->who, "error-text");
  gtk_widget_grab_focus (GTK_WIDGET (self->find));
}

void
pamong_letter_start_tell (PamongLetterStart *self, const char *words, const char *uid, gboolean failed)
{
  gtk_widget_set_visible (self->told_box, words != NULL);
  gtk_label_set_text (GTK_LABEL (self->told), words != NULL ? words : "");
  gtk_image_set_from_icon_name (GTK_IMAGE (self->told_icon), failed ? "dialog-error-symbolic" : "object-select-symbolic");
  if (failed)
    gtk_widget_add_css_class (self->told_box, "error");
  else
    gtk_widget_remove_css_class (self->told_box, "error");
  gtk_widget_set_visible (self->reprint, uid != NULL);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->reprint), g_variant_new_string (uid != NULL ? uid : ""));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->reprint), "letters.print");
}
