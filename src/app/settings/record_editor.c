/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/settings/record_editor.h"
#include "app/widgets/dialogs.h"
#include <glib/gi18n.h>

struct _PamongRecordEditor {
  GtkWidget parent_instance;

  PamongForm *form;
  GtkBox *body;
  GtkLabel *title, *message;
  GtkWidget *save, *cancel;
  PamongRecord *record;
  gboolean is_new, touched;
};

G_DEFINE_FINAL_TYPE (PamongRecordEditor, pamong_record_editor, GTK_TYPE_WIDGET)

enum { SAVE, LEFT, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
save_cb (PamongRecordEditor *self)
{
  if (gtk_widget_get_sensitive (self->save))
    g_signal_emit (self, signals[SAVE], 0);
}

static void
finished_cb (PamongRecordEditor *self)
{
  gtk_widget_grab_focus (self->save); /* one more Enter saves */
}

static void
thrown_away_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  PamongRecordEditor *self = PAMONG_RECORD_EDITOR (source);

  if (pamong_dialog_ask_finish (result) == 1)
    g_signal_emit (self, signals[LEFT], 0);
}

static void
pamong_record_editor_dispose (GObject *object)
{
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL;)
    gtk_widget_unparent (child);
  g_clear_pointer (&PAMONG_RECORD_EDITOR (object)->record, pamong_record_free);
  G_OBJECT_CLASS (pamong_record_editor_parent_class)->dispose (object);
}

static void
pamong_record_editor_class_init (PamongRecordEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pamong_record_editor_dispose;
  signals[SAVE] = g_signal_new ("save", PAMONG_TYPE_RECORD_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LEFT] = g_signal_new ("left", PAMONG_TYPE_RECORD_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
make_foot (PamongRecordEditor *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *message = gtk_label_new (NULL);

  self->message = GTK_LABEL (message);
  gtk_label_set_xalign (self->message, 0);
  gtk_label_set_wrap (self->message, TRUE);
  gtk_label_set_width_chars (self->message, 20);
  gtk_widget_set_hexpand (message, TRUE);
  self->cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));
  self->save = gtk_button_new_with_mnemonic (_ ("_Save"));
  gtk_widget_add_css_class (self->save, "primary");
  gtk_widget_set_valign (self->save, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->cancel, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->save, "clicked", G_CALLBACK (save_cb), self);
  g_signal_connect_swapped (self->cancel, "clicked", G_CALLBACK (pamong_record_editor_leave), self);
  gtk_box_append (GTK_BOX (foot), message);
  gtk_box_append (GTK_BOX (foot), self->cancel);
  gtk_box_append (GTK_BOX (foot), self->save);
  gtk_widget_add_css_class (foot, "settings-foot");
  return foot;
}

static void
pamong_record_editor_init (PamongRecordEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *scrolled = gtk_scrolled_window_new (), *title = gtk_label_new (NULL);

  self->title = GTK_LABEL (title);
  gtk_label_set_xalign (self->title, 0);
  gtk_label_set_ellipsize (self->title, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (title, "section-title");
  self->body = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 8));
  gtk_widget_add_css_class (GTK_WIDGET (self->body), "settings-body");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->body));
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_box_append (GTK_BOX (box), make_foot (self));
  gtk_widget_set_parent (box, GTK_WIDGET (self));
}

GtkWidget *
pamong_record_editor_new (PamongKind kind)
{
  PamongRecordEditor *self = g_object_new (PAMONG_TYPE_RECORD_EDITOR, NULL);

  self->form = PAMONG_FORM (pamong_form_new (kind));
  g_signal_connect_swapped (self->form, "submit", G_CALLBACK (save_cb), self);
  g_signal_connect_swapped (self->form, "finished", G_CALLBACK (finished_cb), self);
  g_signal_connect_swapped (self->form, "cancel", G_CALLBACK (pamong_record_editor_leave), self);
  gtk_box_append (self->body, GTK_WIDGET (self->form));
  return GTK_WIDGET (self);
}

PamongForm *
pamong_record_editor_form (PamongRecordEditor *self)
{
  return self->form;
}

void
pamong_record_editor_add (PamongRecordEditor *self, GtkWidget *widget)
{
  gtk_box_append (self->body, widget);
}

void
pamong_record_editor_load (PamongRecordEditor *self, const char *title, const PamongRecord *record, gboolean is_new)
{
  g_clear_pointer (&self->record, pamong_record_free);
  self->record = pamong_record_copy (record);
  self->is_new = is_new;
  self->touched = FALSE;
  gtk_label_set_text (self->title, title);
  gtk_widget_set_visible (GTK_WIDGET (self->title), *title != '\0');
  pamong_form_load (self->form, record);
  pamong_record_editor_say (self, NULL, FALSE);
}

const PamongRecord *
pamong_record_editor_before (PamongRecordEditor *self)
{
  return self->is_new ? NULL : self->record;
}

PamongRecord *
pamong_record_editor_after (PamongRecordEditor *self)
{
  g_autoptr (PamongRecord) after = pamong_record_copy (self->record);

  return pamong_form_store (self->form, after, NULL) ? g_steal_pointer (&after) : NULL;
}

void
pamong_record_editor_touch (PamongRecordEditor *self)
{
  self->touched = TRUE;
}

gboolean
pamong_record_editor_is_changed (PamongRecordEditor *self)
{
  return self->touched || pamong_form_is_changed (self->form);
}

void
pamong_record_editor_say (PamongRecordEditor *self, const char *words, gboolean wrong)
{
  gtk_label_set_text (self->message, words != NULL ? words : "");
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self->message), "error-text");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->message), "error-text");
}

void
pamong_record_editor_set_busy (PamongRecordEditor *self, gboolean busy)
{
  gtk_widget_set_sensitive (self->save, !busy);
}

void
pamong_record_editor_leave (PamongRecordEditor *self)
{
  const char *answers[] = { _ ("Go on _writing"), _ ("_Throw away"), NULL };

  if (!gtk_widget_get_sensitive (self->save))
    return;
  if (!pamong_record_editor_is_changed (self))
    g_signal_emit (self, signals[LEFT], 0);
  else
    pamong_dialog_ask_async (GTK_WIDGET (self), _ ("Throw away what was typed?"), _ ("The change is not saved yet."), answers, 1, thrown_away_cb, NULL);
}
