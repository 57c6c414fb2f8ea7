/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/letters/counter_list.h"
#include "app/letters/letter_row.h"
#include "app/widgets/focus.h"
#include "app/words.h"
#include "domain/clock.h"
#include "office/letters.h"
#include <glib/gi18n.h>

#define MOST 100

struct _PamongCounterList {
  GtkWidget parent_instance;

  PamongSession *session;
  GtkWidget *letters, *drafts, *drafts_head;
  GtkLabel *head;
};

G_DEFINE_FINAL_TYPE (PamongCounterList, pamong_counter_list, GTK_TYPE_WIDGET)

static void
clear (GtkWidget *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (list), GTK_WIDGET (row));
}

static guint
show_letters (PamongCounterList *self)
{
  PamongStore *store = pamong_session_store (self->session);
  PamongLetterQuery query = { .area = pamong_session_area (self->session), .waiting = TRUE, .is_void = -1, .limit = MOST };
  guint total = 0;
  g_autoptr (GPtrArray) rows = pamong_letters_list (store, &query, &total, NULL);
  g_autofree char *words = total > 0 ? g_strdup_printf (_ ("At the counter (%u)"), total) : g_strdup (_ ("At the counter"));

  clear (self->letters);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->letters), pamong_letter_row_new (rows->pdata[i]));
  gtk_label_set_text (self->head, words);
  return total;
}

static void
show_drafts (PamongCounterList *self)
{
  g_autoptr (GPtrArray) drafts = pamong_letter_drafts (pamong_session_store (self->session));

  clear (self->drafts);
  for (guint i = 0; drafts != NULL && i < drafts->len; i++)
    {
      const PamongLetterDraft *draft = drafts->pdata[i];
      g_autofree char *when = pamong_words_time (draft->t, pamong_clock_now ()), *words = g_strdup_printf ("%s · %s", draft->title, when);

      gtk_list_box_append (GTK_LIST_BOX (self->drafts), pamong_draft_row_new (draft->key, draft->name != NULL ? draft->name : _ ("Nobody chosen yet"), words));
    }
  gtk_widget_set_visible (self->drafts_head, drafts != NULL && drafts->len > 0);
  gtk_widget_set_visible (self->drafts, drafts != NULL && drafts->len > 0);
}

static void
pamong_counter_list_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&PAMONG_COUNTER_LIST (object)->session);
  G_OBJECT_CLASS (pamong_counter_list_parent_class)->dispose (object);
}

static void
pamong_counter_list_class_init (PamongCounterListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pamong_counter_list_dispose;
  GTK_WIDGET_CLASS (klass)->focus = pamong_focus_children;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
make_list (const char *label)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_add_css_class (list, "letter-list");
  pamong_focus_one_stop (list);
  g_signal_connect (list, "row-activated", G_CALLBACK (pamong_letter_row_activated_cb), NULL);
  return list;
}

static GtkWidget *
make_head (const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "strong");
  gtk_widget_add_css_class (label, "letter-heading");
  return label;
}

static void
pamong_counter_list_init (PamongCounterList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8), *scroller = gtk_scrolled_window_new (), *head = make_head (_ ("At the counter"));
  GtkWidget *none = gtk_label_new (_ ("No letter waits. What was printed stands here until it is signed and fetched."));

  self->head = GTK_LABEL (head);
  self->letters = make_list (_ ("At the counter"));
  self->drafts = make_list (_ ("Put aside"));
  self->drafts_head = make_head (_ ("Put aside"));
  gtk_label_set_wrap (GTK_LABEL (none), TRUE);
  gtk_label_set_xalign (GTK_LABEL (none), 0);
  gtk_widget_add_css_class (none, "secondary");
  gtk_widget_add_css_class (none, "waiting-empty");
  gtk_list_box_set_placeholder (GTK_LIST_BOX (self->letters), none);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), self->letters);
  gtk_box_append (GTK_BOX (box), self->drafts_head);
  gtk_box_append (GTK_BOX (box), self->drafts);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_widget_set_parent (scroller, GTK_WIDGET (self));
}

GtkWidget *
pamong_counter_list_new (PamongSession *session)
{
  PamongCounterList *self = g_object_new (PAMONG_TYPE_COUNTER_LIST, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

guint
pamong_counter_list_refresh (PamongCounterList *self)
{
  show_drafts (self);
  return show_letters (self);
}
