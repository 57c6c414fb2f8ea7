/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/exchange/export_form.h"
#include <glib/gi18n.h>

struct _PamongExportForm {
  GtkWidget parent_instance;

  GtkCheckButton *what[PAMONG_EXPORT_N], *target[PAMONG_N_EXPORT_FOR], *separators[2], *masks[2];
  GtkWidget *separator_box, *words, *hint, *reason, *reason_box;
};

G_DEFINE_FINAL_TYPE (PamongExportForm, pamong_export_form, GTK_TYPE_WIDGET)

static guint changed_signal;

static const char separators[] = { ';', ',' };
static const char *const hints[PAMONG_N_EXPORT_FOR] = {
  N_ ("For Excel and LibreOffice. Numbers of sixteen digits stay whole."),
  N_ ("For other programs. Excel cuts numbers of sixteen digits in a .csv: choose Excel for people who read it there."),
  N_ ("Its 43 columns. What OpenSID has no column or code for is listed in a second file beside it."),
  N_ ("Its 42 columns in a .zip. What OpenDK has no column or code for is listed in a second file beside it."),
};

static guint
chosen (GtkCheckButton *const *choices, guint n)
{
  for (guint i = 0; i < n; i++)
    if (gtk_check_button_get_active (choices[i]))
      return i;
  return 0;
}

static gboolean
is_plain (PamongExportForm *self)
{
  return pamong_export_form_target (self) <= PAMONG_EXPORT_FOR_TEXT;
}

static void
follow (PamongExportForm *self)
{
  PamongExportFor target = pamong_export_form_target (self);

  if (!is_plain (self) && !gtk_check_button_get_active (self->what[PAMONG_EXPORT_RESIDENTS]))
    gtk_check_button_set_active (self->what[PAMONG_EXPORT_RESIDENTS], TRUE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->what[PAMONG_EXPORT_FAMILIES]), is_plain (self));
  gtk_widget_set_visible (self->separator_box, target == PAMONG_EXPORT_FOR_TEXT);
  gtk_widget_set_sensitive (self->words, target != PAMONG_EXPORT_FOR_OPENDK);
  gtk_widget_set_visible (self->reason_box, gtk_check_button_get_active (self->masks[1]));
  gtk_label_set_text (GTK_LABEL (self->hint), _ (hints[target]));
  g_signal_emit (self, changed_signal, 0);
}

/* One change turns two buttons: the one that is on now tells. */
static void
toggled_cb (GtkCheckButton *button, PamongExportForm *self)
{
  if (gtk_check_button_get_active (button) || GTK_WIDGET (button) == self->words)
    follow (self);
}

static void
pamong_export_form_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (pamong_export_form_parent_class)->dispose (object);
}

static void
pamong_export_form_class_init (PamongExportFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pamong_export_form_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  changed_signal = g_signal_new ("changed", PAMONG_TYPE_EXPORT_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
add_title (PamongExportForm *self, const char *words)
{
  GtkWidget *title = gtk_label_new (words);

  gtk_widget_add_css_class (title, "section-title");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_parent (title, GTK_WIDGET (self));
}

/* Choices beside each other, one of which is on; gone through by arrows. */
static GtkWidget *
add_choices (PamongExportForm *self, const char *const *words, GtkCheckButton **choices, guint n)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);

  for (guint i = 0; i < n; i++)
    {
      choices[i] = GTK_CHECK_BUTTON (gtk_check_button_new_with_label (words[i]));
      if (i > 0)
        gtk_check_button_set_group (choices[i], choices[0]);
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (choices[i]));
    }
  gtk_check_button_set_active (choices[0], TRUE);
  for (guint i = 0; i < n; i++)
    g_signal_connect (choices[i], "toggled", G_CALLBACK (toggled_cb), self);
  gtk_widget_set_parent (box, GTK_WIDGET (self));
  return box;
}

static GtkWidget *
make_label (const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_widget_add_css_class (label, "secondary");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), 30);
  return label;
}

static void
add_reason (PamongExportForm *self)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (_ ("What it is for and who _gets it"));

  self->reason_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  self->reason = gtk_entry_new ();
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), self->reason);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->reason), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_entry_set_max_length (GTK_ENTRY (self->reason), 250);
  gtk_box_append (GTK_BOX (self->reason_box), label);
  gtk_box_append (GTK_BOX (self->reason_box), self->reason);
  gtk_box_append (GTK_BOX (self->reason_box), make_label (_ ("The reason, your name and the hour are kept in the log of this computer. Keep the file where nobody else reads it.")));
  gtk_widget_set_parent (self->reason_box, GTK_WIDGET (self));
}

static void
pamong_export_form_init (PamongExportForm *self)
{
  const char *what[] = { _ ("Residents"), _ ("Families") }, *masks[] = { _ ("Masked (3522••••••••0001)"), _ ("Whole") };
  const char *targets[] = { _ ("Excel (.xlsx)"), _ ("Text (.csv)"), "OpenSID (.xlsx)", "OpenDK (.zip)" };
  const char *marks[] = { _ ("Semicolon (;)"), _ ("Comma (,)") };
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->hint = g_object_ref_sink (make_label (""));
  add_title (self, _ ("What"));
  add_choices (self, what, self->what, G_N_ELEMENTS (what));
  add_title (self, _ ("For"));
  add_choices (self, targets, self->target, G_N_ELEMENTS (targets));
  gtk_widget_set_parent (self->hint, GTK_WIDGET (self));
  g_object_unref (self->hint);
  self->separator_box = add_choices (self, marks, self->separators, G_N_ELEMENTS (marks));
  self->words = gtk_check_button_new_with_mnemonic (_ ("_Words instead of codes"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->words), TRUE);
  g_signal_connect (self->words, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_widget_set_parent (self->words, GTK_WIDGET (self));
  add_title (self, _ ("NIK and No. KK"));
  add_choices (self, masks, self->masks, G_N_ELEMENTS (masks));
  add_reason (self);
  follow (self);
}

GtkWidget *
pamong_export_form_new (void)
{
  return g_object_new (PAMONG_TYPE_EXPORT_FORM, NULL);
}

void
pamong_export_form_read (PamongExportForm *self, PamongExportOrder *order)
{
  static const char *const layouts[PAMONG_N_EXPORT_FOR] = { "plain", "plain", "opensid", "opendk" };
  PamongExportFor target = pamong_export_form_target (self);

  order->what = (PamongExportWhat) chosen (self->what, PAMONG_EXPORT_N);
  order->layout = layouts[target];
  order->words = target != PAMONG_EXPORT_FOR_OPENDK && gtk_check_button_get_active (GTK_CHECK_BUTTON (self->words));
  order->separator = separators[chosen (self->separators, G_N_ELEMENTS (separators))];
  order->full = gtk_check_button_get_active (self->masks[1]);
}

PamongExportFor
pamong_export_form_target (PamongExportForm *self)
{
  return (PamongExportFor) chosen (self->target, PAMONG_N_EXPORT_FOR);
}

const char *
pamong_export_form_reason (PamongExportForm *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->reason));
}

void
pamong_export_form_choose (PamongExportForm *self, PamongExportFor target)
{
  gtk_check_button_set_active (self->target[target], TRUE);
}

void
pamong_export_form_choose_what (PamongExportForm *self, PamongExportWhat what)
{
  gtk_check_button_set_active (self->what[what], TRUE);
}

void
pamong_export_form_set_full (PamongExportForm *self, gboolean full, const char *reason)
{
  gtk_check_button_set_active (self->masks[full ? 1 : 0], TRUE);
  gtk_editable_set_text (GTK_EDITABLE (self->reason), reason);
}

void
pamong_export_form_focus_reason (PamongExportForm *self)
{
  gtk_widget_grab_focus (self->reason);
}
