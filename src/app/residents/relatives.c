/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/residents/relatives.h"
#include "app/widgets/focus.h"

#include "domain/codes.h"
#include "domain/dates.h"

#include <glib/gi18n.h>

struct _PamongRelatives
{
  GtkWidget parent_instance;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (PamongRelatives, pamong_relatives, GTK_TYPE_WIDGET)

static guint open_signal;

static GtkWidget *
make_label (const char *words, const char *css_class, float xalign)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static char *
age_words (const PamongRecord *resident, const char *today)
{
  const char *birth = pamong_record_text (resident, PAMONG_RESIDENT_BIRTH_DATE);
  int age = birth ? pamong_date_age (birth, today) : -1;

  return age < 0 ? g_strdup ("") : g_strdup_printf (ngettext ("%d year", "%d years", (gulong) age), age);
}

static GtkWidget *
make_row (const PamongRecord *member, gboolean self, const char *today)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *name;
  g_autofree char *age = age_words (member, today);

  name = make_label (pamong_record_text (member, PAMONG_RESIDENT_NAME), self ? "strong" : "medium", 0);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), make_label (pamong_codes_display ("shdk", (int) pamong_record_int (member, PAMONG_RESIDENT_SHDK)), "secondary", 0));
  gtk_box_append (GTK_BOX (box), make_label (age, "num", 1));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), !self);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  g_object_set_data_full (G_OBJECT (row), "pamong-uid", g_strdup (member->uid), g_free);
  return row;
}

static void
activated_cb (GtkListBox *list, GtkListBoxRow *row, PamongRelatives *self)
{
  g_autofree char *uid = g_strdup (g_object_get_data (G_OBJECT (row), "pamong-uid")); /* the row goes while we speak */

  g_signal_emit (self, open_signal, 0, uid);
}

static void
pamong_relatives_dispose (GObject *object)
{
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (object)));)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (pamong_relatives_parent_class)->dispose (object);
}

static void
pamong_relatives_class_init (PamongRelativesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pamong_relatives_dispose;
  open_signal = g_signal_new ("open", PAMONG_TYPE_RELATIVES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
pamong_relatives_init (PamongRelatives *self)
{
  GtkWidget *list = gtk_list_box_new (), *empty = make_label (_ ("On no family card. Put this resident on one with ⋮, Join a family."), "secondary", 0);

  gtk_label_set_wrap (GTK_LABEL (empty), TRUE);
  self->list = GTK_LIST_BOX (list);
  pamong_focus_one_stop (list);
  gtk_list_box_set_placeholder (self->list, empty);
  gtk_widget_set_valign (list, GTK_ALIGN_START);
  gtk_widget_add_css_class (list, "relatives");
  gtk_widget_set_parent (list, GTK_WIDGET (self));
  g_signal_connect (list, "row-activated", G_CALLBACK (activated_cb), self);
}

GtkWidget *
pamong_relatives_new (void)
{
  return g_object_new (PAMONG_TYPE_RELATIVES, NULL);
}

void
pamong_relatives_show (PamongRelatives *self, const PamongPerson *person, const char *today)
{
  for (GtkListBoxRow *row; (row = gtk_list_box_get_row_at_index (self->list, 0));)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; person && person->card && i < person->card->members->len; i++)
    {
      const PamongRecord *member = person->card->members->pdata[i];

      gtk_list_box_append (self->list, make_row (member, g_str_equal (member->uid, person->resident->uid), today));
    }
}
