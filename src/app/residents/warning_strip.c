/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/residents/warning_strip.h"
#include "domain/nik.h"

#include <glib/gi18n.h>

struct _PamongWarningStrip
{
  GtkWidget parent_instance;
  gboolean writes;
  GtkImage *icon;
  GtkLabel *title, *remedy;
  GtkButton *button;
};

G_DEFINE_FINAL_TYPE (PamongWarningStrip, pamong_warning_strip, GTK_TYPE_WIDGET)

/* The target first: a name without its target does not fit the action, and GTK warns. */
static void
set_action (PamongWarningStrip *self, const char *name, GVariant *target)
{
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), NULL);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->button), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), name);
}

static void
show_conflict (PamongWarningStrip *self, const PamongPerson *person)
{
  const char *key = pamong_record_text (person->conflict, PAMONG_CONFLICT_FIELD);
  const PamongField *field = key ? pamong_field_find (PAMONG_KIND_RESIDENT, key) : NULL;
  g_autofree char *title = g_strdup_printf (_ ("Two values for %s"), field ? gettext (field->label) : _ ("one field"));

  gtk_image_set_from_icon_name (self->icon, "view-dual-symbolic");
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->remedy, _ ("Two computers filled it in differently. Choose the right one."));
  gtk_button_set_label (self->button, _ ("_Choose"));
  set_action (self, "win.go", g_variant_new_string ("sinkronisasi"));
}

static void
show_finding (PamongWarningStrip *self, const PamongPerson *person, gboolean revealed)
{
  const PamongFinding *finding = person->findings->pdata[0];
  g_autofree char *masked = pamong_nik_mask_words (finding->message);
  guint others = person->findings->len - 1;
  g_autofree char *more = others > 0 ? g_strdup_printf (ngettext ("%s (and %u more)", "%s (and %u more)", others), finding->remedy, others) : NULL;
  gboolean is_empty = finding->field >= 0 && finding->kind == PAMONG_KIND_RESIDENT && !pamong_record_is_set (person->resident, finding->field);

  gtk_image_set_from_icon_name (self->icon, "dialog-warning-symbolic");
  gtk_label_set_text (self->title, revealed ? finding->message : masked);
  gtk_label_set_text (self->remedy, more ? more : finding->remedy);
  gtk_button_set_label (self->button, is_empty ? _ ("Fill _in") : _ ("Me_nd"));
  set_action (self, "resident.edit-field", g_variant_new_int32 (finding->kind == PAMONG_KIND_RESIDENT ? finding->field : -1));
}

static GtkWidget *
make_label (GtkLabel **label, const char *css_class)
{
  GtkWidget *line = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (line), 0);
  gtk_label_set_wrap (GTK_LABEL (line), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (line), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (line, css_class);
  *label = GTK_LABEL (line);
  return line;
}

static void
pamong_warning_strip_dispose (GObject *object)
{
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (object)));)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (pamong_warning_strip_parent_class)->dispose (object);
}

static void
pamong_warning_strip_class_init (PamongWarningStripClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pamong_warning_strip_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
pamong_warning_strip_init (PamongWarningStrip *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *icon = gtk_image_new (), *button = gtk_button_new ();

  self->icon = GTK_IMAGE (icon);
  self->button = GTK_BUTTON (button);
  gtk_button_set_use_underline (self->button, TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), make_label (&self->title, "strong"));
  gtk_box_append (GTK_BOX (words), make_label (&self->remedy, "secondary"));
  gtk_widget_add_css_class (box, "band");
  gtk_widget_add_css_class (box, "warning");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), button);
  gtk_widget_set_parent (box, GTK_WIDGET (self));
}

GtkWidget *
pamong_warning_strip_new (gboolean writes)
{
  PamongWarningStrip *self = g_object_new (PAMONG_TYPE_WARNING_STRIP, NULL);

  self->writes = writes;
  gtk_widget_set_visible (GTK_WIDGET (self->button), writes);
  return GTK_WIDGET (self);
}

void
pamong_warning_strip_show (PamongWarningStrip *self, const PamongPerson *person, gboolean revealed)
{
  gtk_widget_set_visible (GTK_WIDGET (self), person->conflict || person->findings->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->button), self->writes);
  if (person->conflict)
    show_conflict (self, person);
  else if (person->findings->len > 0)
    show_finding (self, person, revealed);
}
