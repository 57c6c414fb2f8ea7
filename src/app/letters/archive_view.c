/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/letters/archive_view.h"
#include "app/letters/answer_form.h"
#include "app/letters/letter_row.h"
#include "app/widgets/focus.h"
#include "app/words.h"
#include "office/letters.h"
#include <glib/gi18n.h>

#define MOST 200 /* rows at once; more are found by more words */

struct _PamongArchiveView {
  GtkWidget parent_instance;

  PamongSession *session;
  GPtrArray *types; /* PamongLetterType */
  PamongLetterField type_field, from_field, until_field;
  GtkWidget *text, *type, *from, *until, *list;
  GtkLabel *count;
};

G_DEFINE_FINAL_TYPE (PamongArchiveView, pamong_archive_view, GTK_TYPE_WIDGET)

static const char *
chosen_type (PamongArchiveView *self)
{
  g_autofree char *name = pamong_answer_entry_answer (PAMONG_ANSWER_ENTRY (self->type));

  for (guint i = 0; self->types != NULL && i < self->types->len; i++)
    if (g_str_equal (((PamongLetterType *) self->types->pdata[i])->name, name))
      return ((PamongLetterType *) self->types->pdata[i])->key;
  return NULL;
}

static char *
day_of (GtkWidget *entry)
{
  g_autofree char *complaint = pamong_answer_entry_complaint (PAMONG_ANSWER_ENTRY (entry)), *day = pamong_answer_entry_answer (PAMONG_ANSWER_ENTRY (entry));

  return complaint == NULL && *day != '\0' ? g_steal_pointer (&day) : NULL;
}

static void
show (PamongArchiveView *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->text));
  g_autofree char *from = day_of (self->from), *until = day_of (self->until), *number = NULL, *words = NULL;
  PamongLetterQuery query = { .text = *text != '\0' ? text : NULL, .type = chosen_type (self), .area = pamong_session_area (self->session), .from = from, .until = until, .limit = MOST };
  guint total = 0;
  g_autoptr (GPtrArray) rows = pamong_letters_list (pamong_session_store (self->session), &query, &total, NULL);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), pamong_letter_row_new (rows->pdata[i]));
  number = pamong_words_number (total);
  words = total > MOST ? g_strdup_printf (_ ("%s letters, the latest %d shown"), number, MOST) : g_strdup_printf (_ ("%s letters"), number);
  gtk_label_set_text (self->count, words);
}

static void
pamong_archive_view_dispose (GObject *object)
{
  PamongArchiveView *self = PAMONG_ARCHIVE_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->types, g_ptr_array_unref);
  g_clear_pointer (&self->type_field.choices, g_strfreev);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (pamong_archive_view_parent_class)->dispose (object);
}

static gboolean
pamong_archive_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (PAMONG_ARCHIVE_VIEW (widget)->text);
}

static void
pamong_archive_view_class_init (PamongArchiveViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pamong_archive_view_dispose;
  GTK_WIDGET_CLASS (klass)->focus = pamong_focus_children;
  GTK_WIDGET_CLASS (klass)->grab_focus = pamong_archive_view_grab_focus;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
next_cb (PamongArchiveView *self, GtkWidget *entry)
{
  GtkWidget *next = gtk_widget_get_next_sibling (entry);

  show (self);
  if (next != NULL)
    gtk_widget_grab_focus (next);
  else
    gtk_widget_child_focus (self->list, GTK_DIR_TAB_FORWARD);
}

static GtkWidget *
add_entry (PamongArchiveView *self, GtkWidget *line, PamongLetterField *field, int width)
{
  GtkWidget *entry = pamong_answer_entry_new (field);

  gtk_widget_set_size_request (entry, width, -1);
  g_signal_connect_swapped (entry, "left", G_CALLBACK (show), self);
  g_signal_connect_swapped (entry, "next", G_CALLBACK (next_cb), self);
  gtk_box_append (GTK_BOX (line), entry);
  return entry;
}

static void
name_fields (PamongArchiveView *self)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  self->types = pamong_letter_types_here (pamong_session_store (self->session), NULL);
  for (guint i = 0; self->types != NULL && i < self->types->len; i++)
    g_strv_builder_add (names, ((PamongLetterType *) self->types->pdata[i])->name);
  self->type_field = (PamongLetterField){ .id = (char *) "type", .label = (char *) _ ("Letter"), .hint = (char *) _ ("Every letter"), .type = PAMONG_ANSWER_CHOICE, .choices = g_strv_builder_end (names) };
  self->from_field = (PamongLetterField){ .id = (char *) "from", .label = (char *) _ ("From the day"), .hint = (char *) _ ("from"), .type = PAMONG_ANSWER_DATE };
  self->until_field = (PamongLetterField){ .id = (char *) "until", .label = (char *) _ ("Until the day"), .hint = (char *) _ ("until"), .type = PAMONG_ANSWER_DATE };
}

static GtkWidget *
make_filters (PamongArchiveView *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *label = gtk_label_new_with_mnemonic (_ ("F_ind"));

  self->text = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->text), _ ("Number, name or letter"));
  gtk_widget_set_name (self->text, "archive-text");
  gtk_widget_set_hexpand (self->text, TRUE);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), self->text);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  g_signal_connect_swapped (self->text, "changed", G_CALLBACK (show), self);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), self->text);
  self->type = add_entry (self, line, &self->type_field, 260);
  self->from = add_entry (self, line, &self->from_field, 116);
  self->until = add_entry (self, line, &self->until_field, 116);
  return line;
}

static void
pamong_archive_view_init (PamongArchiveView *self)
{
}

GtkWidget *
pamong_archive_view_new (PamongSession *session)
{
  PamongArchiveView *self = g_object_new (PAMONG_TYPE_ARCHIVE_VIEW, NULL);
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkWidget *scroller = gtk_scrolled_window_new (), *none = gtk_label_new (_ ("No letter is found so. Issued letters stand here by the latest."));

  self->session = g_object_ref (session);
  name_fields (self);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 8);
  gtk_widget_set_parent (make_filters (self), GTK_WIDGET (self));
  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->count, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "secondary");
  gtk_widget_set_parent (GTK_WIDGET (self->count), GTK_WIDGET (self));
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_label_set_xalign (GTK_LABEL (none), 0);
  gtk_widget_add_css_class (none, "secondary");
  gtk_widget_add_css_class (none, "waiting-empty");
  gtk_list_box_set_placeholder (GTK_LIST_BOX (self->list), none);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Archive"), -1);
  gtk_widget_add_css_class (self->list, "letter-list");
  pamong_focus_one_stop (self->list);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (pamong_letter_row_activated_cb), NULL);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_set_parent (scroller, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "letter-form");
  return GTK_WIDGET (self);
}

void
pamong_archive_view_refresh (PamongArchiveView *self)
{
  show (self);
}
