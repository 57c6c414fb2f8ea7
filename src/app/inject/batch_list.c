/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/inject/batch_list.h"
#include "app/widgets/titled_list.h"
#include "app/words.h"
#include "domain/clock.h"
#include "store/batches.h"
#include "store/outbox.h"
#include <glib/gi18n.h>

#define SHOWN 100

struct _PamongBatchList {
  GtkWidget parent_instance;

  PamongStore *store;
  GtkWidget *body;
  GtkListBox *rows;
};

G_DEFINE_FINAL_TYPE (PamongBatchList, pamong_batch_list, GTK_TYPE_WIDGET)

static guint open_signal;

/* A file that went into several villages, as one line. */
typedef struct {
  guint villages, done, undone, added, changed;
  gint64 waiting;
} Sum;

static Sum
add_up (PamongBatchList *self, GPtrArray *group, gboolean sending)
{
  Sum sum = { .villages = group->len };

  for (guint i = 0; i < group->len; i++)
    {
      const PamongImport *import = group->pdata[i];
      PamongBatchState state;

      sum.done += import->state == PAMONG_IMPORT_DONE;
      sum.undone += import->state == PAMONG_IMPORT_UNDONE;
      sum.added += import->figures.added;
      sum.changed += import->figures.changed;
      if (sending && import->state >= PAMONG_IMPORT_DONE && pamong_store_batch_state (self->store, import->uid, &state, NULL))
        sum.waiting += state.waiting;
    }
  return sum;
}

static gboolean
is_unfinished (const Sum *sum)
{
  return sum->done + sum->undone == 0;
}

static char *
state_words (const Sum *sum)
{
  g_autofree char *waiting = pamong_words_number (sum->waiting);

  if (is_unfinished (sum))
    return g_strdup (_ ("checked, not yet written"));
  if (sum->waiting > 0)
    return g_strdup_printf (_ ("%s wait to be sent"), waiting);
  if (sum->done == 0)
    return g_strdup (_ ("taken back"));
  if (sum->undone > 0)
    return g_strdup_printf (_ ("sent, taken back in %u of %u"), sum->undone, sum->done + sum->undone);
  return g_strdup (_ ("sent"));
}

static char *
figures_words (const PamongImport *import, const Sum *sum)
{
  g_autofree char *added = pamong_words_number (sum->added), *changed = pamong_words_number (sum->changed), *villages = g_strdup_printf (ngettext ("%u village", "%u villages", sum->villages), sum->villages);

  if (g_strcmp0 (import->layout, "dtsen") == 0)
    return g_strdup_printf (_ ("%s · desil of %s families"), villages, changed);
  return g_strdup_printf (_ ("%s · %s new, %s filled in"), villages, added, changed);
}

static GtkWidget *
add_label (GtkWidget *box, const char *words, const char *class)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
add_row (PamongBatchList *self, GPtrArray *group, const Sum *sum)
{
  const PamongImport *import = group->pdata[0];
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *icon;
  g_autofree char *when = pamong_words_time (import->t, pamong_clock_now ()), *figures = figures_words (import, sum), *state = state_words (sum);
  g_autofree char *source = g_strdup_printf ("%s, %s", import->source, import->compiled_by);

  icon = gtk_image_new_from_icon_name (is_unfinished (sum) ? "preferences-system-time-symbolic" : sum->done == 0 ? "edit-undo-symbolic" : "object-select-symbolic");
  gtk_widget_add_css_class (icon, is_unfinished (sum) ? "warning-text" : "secondary");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_label_set_width_chars (GTK_LABEL (add_label (box, when, "num")), 11);
  gtk_label_set_max_width_chars (GTK_LABEL (add_label (box, import->file, "medium")), 28);
  gtk_widget_set_hexpand (add_label (box, source, "secondary"), TRUE);
  add_label (box, figures, "num");
  gtk_label_set_width_chars (GTK_LABEL (add_label (box, state, is_unfinished (sum) ? "warning-text" : "secondary")), 26);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "uid", g_strdup (import->uid), g_free);
  gtk_list_box_append (self->rows, row);
}

static void
activated_cb (PamongBatchList *self, GtkListBoxRow *row)
{
  g_signal_emit (self, open_signal, 0, g_object_get_data (G_OBJECT (row), "uid"));
}

static void
pamong_batch_list_dispose (GObject *object)
{
  g_clear_pointer (&PAMONG_BATCH_LIST (object)->body, gtk_widget_unparent);
  G_OBJECT_CLASS (pamong_batch_list_parent_class)->dispose (object);
}

static void
pamong_batch_list_class_init (PamongBatchListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pamong_batch_list_dispose;
  open_signal = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
pamong_batch_list_init (PamongBatchList *self)
{
  self->body = pamong_titled_list_new (_ ("_Filled in so far"), _ ("Nothing was filled in yet. What you bring into villages stays listed here and can be taken back."), &self->rows);
  gtk_widget_add_css_class (GTK_WIDGET (self->rows), "earlier-imports");
  g_signal_connect_swapped (self->rows, "row-activated", G_CALLBACK (activated_cb), self);
  gtk_widget_set_parent (self->body, GTK_WIDGET (self));
}

GtkWidget *
pamong_batch_list_new (PamongStore *store)
{
  PamongBatchList *self = g_object_new (PAMONG_TYPE_BATCH_LIST, NULL);

  self->store = store;
  return GTK_WIDGET (self);
}

void
pamong_batch_list_refresh (PamongBatchList *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) groups = pamong_inject_groups (self->store, &error);
  PamongOutboxCounts counts = { 0 };
  GtkListBoxRow *row;

  if (groups == NULL || !pamong_outbox_counts (self->store, &counts, &error))
    g_warning ("list of injections: %s", error->message);
  while ((row = gtk_list_box_get_row_at_index (self->rows, 0)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  for (int unfinished = 1; unfinished >= 0; unfinished--)
    for (guint i = 0; groups != NULL && i < MIN (groups->len, SHOWN); i++)
      {
        Sum sum = add_up (self, groups->pdata[i], counts.pending > 0);

        if (is_unfinished (&sum) == unfinished)
          add_row (self, groups->pdata[i], &sum);
      }
}

guint
pamong_batch_list_n (PamongBatchList *self)
{
  guint n = 0;

  while (gtk_list_box_get_row_at_index (self->rows, (int) n) != NULL)
    n++;
  return n;
}
