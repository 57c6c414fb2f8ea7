/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/residents/history_view.h"

#include "app/family/undo.h"
#include "app/words.h"
#include "domain/nik.h"
#include "office/imports.h"

#include <glib/gi18n.h>

#define MAX_LINES 300 /* more than any resident has; a view of that many labels still opens at once */

struct _PamongHistoryView
{
  GtkWidget parent_instance;
  GtkBox *box;
};

G_DEFINE_FINAL_TYPE (PamongHistoryView, pamong_history_view, GTK_TYPE_WIDGET)

static GtkWidget *
add_label (GtkBox *box, const char *words, const char *css_class)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);
  return label;
}

static const char *
state_words (const char *state)
{
  if (g_strcmp0 (state, "pending") == 0)
    return _ ("waiting to be sent");
  if (g_strcmp0 (state, "held") == 0)
    return _ ("to be mended");
  return NULL;
}

/* One act of one moment: its fields stand under one heading. */
static gboolean
is_same_act (const PamongHistoryEntry *a, const PamongHistoryEntry *b)
{
  return a && a->t == b->t && g_strcmp0 (a->act, b->act) == 0 && g_strcmp0 (a->actor_name, b->actor_name) == 0 && g_strcmp0 (a->state, b->state) == 0;
}

static void
add_heading (PamongHistoryView *self, PamongStore *store, const PamongHistoryEntry *entry)
{
  g_autofree char *source = pamong_import_source_words (store, entry->act);
  g_autofree char *day = pamong_words_day (entry->t);
  g_autoptr (GString) who = g_string_new (day);
  const char *state = state_words (entry->state);
  GtkWidget *heading;

  if (entry->actor_name && *entry->actor_name)
    g_string_append_printf (who, ", %s", entry->actor_name);
  if (state)
    g_string_append_printf (who, " · %s", state);
  heading = add_label (self->box, entry->act && *entry->act ? pamong_words_act (entry->act) : _ ("Change"), "strong");
  gtk_widget_add_css_class (heading, "history-act");
  add_label (self->box, who->str, "secondary");
  if (source)
    add_label (self->box, source, "secondary");
  if (entry->reason && *entry->reason)
    {
      g_autofree char *reason = g_strdup_printf (_ ("Reason: %s"), entry->reason);

      add_label (self->box, reason, "secondary");
    }
}

static char *
value_words (const char *value, gboolean revealed)
{
  if (!value || !*value)
    return g_strdup (_ ("empty"));
  return revealed ? g_strdup (value) : pamong_nik_mask (value); /* only sixteen digits are masked */
}

static void
add_line (PamongHistoryView *self, const PamongHistoryEntry *entry, gboolean revealed)
{
  gboolean had = entry->old_value && *entry->old_value;
  g_autofree char *before = value_words (entry->old_value, revealed), *after = value_words (entry->new_value, revealed);
  g_autofree char *words = had ? g_strdup_printf ("%s: %s → %s", pamong_words_hamlet (gettext (entry->label)), before, after) : g_strdup_printf ("%s: %s", pamong_words_hamlet (gettext (entry->label)), after);

  add_label (self->box, words, "num");
}

static void
add_undo (PamongHistoryView *self, const PamongRecord *event)
{
  g_autofree char *words = pamong_undo_words (event);
  GtkWidget *button = gtk_button_new_with_label (words);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", event->uid);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "resident.undo");
  gtk_box_append (self->box, button);
}

static void
pamong_history_view_dispose (GObject *object)
{
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (object)));)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (pamong_history_view_parent_class)->dispose (object);
}

static void
pamong_history_view_class_init (PamongHistoryViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pamong_history_view_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
pamong_history_view_init (PamongHistoryView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->box = GTK_BOX (box);
  gtk_widget_set_valign (box, GTK_ALIGN_START);
  gtk_widget_set_parent (box, GTK_WIDGET (self));
}

GtkWidget *
pamong_history_view_new (void)
{
  return g_object_new (PAMONG_TYPE_HISTORY_VIEW, NULL);
}

void
pamong_history_view_show (PamongHistoryView *self, PamongStore *store, GPtrArray *entries, GPtrArray *undoable, gboolean revealed)
{
  const PamongHistoryEntry *last = NULL;

  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (self->box)));)
    gtk_box_remove (self->box, child);
  for (guint i = 0; undoable && i < undoable->len; i++)
    add_undo (self, undoable->pdata[i]);
  if (!entries || entries->len == 0)
    {
      add_label (self->box, _ ("No change yet. What is mended here stands with day and name."), "secondary");
      return;
    }
  for (guint i = 0; i < entries->len && i < MAX_LINES; i++)
    {
      const PamongHistoryEntry *entry = entries->pdata[i];

      if (!is_same_act (last, entry))
        add_heading (self, store, entry);
      if (entry->label && *entry->label)
        add_line (self, entry, revealed);
      last = entry;
    }
}
