/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/exchange/earlier_list.h"
#include "app/widgets/titled_list.h"
#include "app/words.h"
#include "domain/clock.h"
#include <glib/gi18n.h>

#define SHOWN 200

struct _PamongEarlierList {
  GtkWidget parent_instance;

  PamongStore *store;
  GtkWidget *body;
  GtkListBox *rows;
};

G_DEFINE_FINAL_TYPE (PamongEarlierList, pamong_earlier_list, GTK_TYPE_WIDGET)

enum { OPEN, DROP, N_SIGNALS };
static guint signals[N_SIGNALS];

static gboolean
is_unfinished (const PamongImport *import)
{
  return import->state < PAMONG_IMPORT_DONE;
}

static GtkWidget *
add_label (GtkWidget *box, const char *words, const char *class)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static const char *
state_words (const PamongImport *import)
{
  switch (import->state)
    {
    case PAMONG_IMPORT_READING:
      return _ ("not read to its end");
    case PAMONG_IMPORT_READ:
      return _ ("read, not yet compared");
    case PAMONG_IMPORT_READY:
      return _ ("checked, not yet written");
    case PAMONG_IMPORT_UNDONE:
      return _ ("taken back");
    case PAMONG_IMPORT_DONE:
    default:
      return g_strcmp0 (import->act, "inject") == 0 ? _ ("Filled in by the regency") : _ ("written");
    }
}

/* What there is none of is left out, but for who is new: most files are about them. */
static void
add_figure (GString *words, const char *what, guint n)
{
  g_autofree char *number = pamong_words_number (n);

  if (n == 0 && words->len > 0)
    return;
  g_string_append_printf (words, "%s%s %s", words->len > 0 ? ", " : "", number, what);
}

static char *
figures_words (const PamongImport *import)
{
  const PamongImportFigures *figures = &import->figures;
  g_autofree char *rows = pamong_words_number (figures->rows);
  GString *words;

  if (import->state < PAMONG_IMPORT_READY)
    return g_strdup_printf (_ ("%s rows"), rows);
  words = g_string_new (NULL);
  add_figure (words, _ ("new"), figures->added);
  add_figure (words, _ ("changed"), figures->changed);
  add_figure (words, _ ("different"), figures->differs);
  add_figure (words, _ ("refused"), figures->refused);
  return g_string_free (words, FALSE);
}

static char *
source_words (const PamongImport *import)
{
  if (import->compiled_by == NULL && import->source == NULL)
    return g_strdup (import->title);
  return import->compiled_by != NULL && import->source != NULL ? g_strdup_printf ("%s, %s", import->source, import->compiled_by)
                                                               : g_strdup (import->compiled_by != NULL ? import->compiled_by : import->source);
}

static void
dropped_cb (GtkWidget *button, PamongEarlierList *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);

  g_signal_emit (self, signals[DROP], 0, g_object_get_data (G_OBJECT (row), "uid"));
}

static void
continued_cb (GtkWidget *button, PamongEarlierList *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);

  g_signal_emit (self, signals[OPEN], 0, g_object_get_data (G_OBJECT (row), "uid"));
}

static void
add_buttons (PamongEarlierList *self, GtkWidget *box)
{
  GtkWidget *go_on = gtk_button_new_with_label (_ ("Go on")), *drop = gtk_button_new_with_label (_ ("Discard"));

  g_signal_connect (go_on, "clicked", G_CALLBACK (continued_cb), self);
  g_signal_connect (drop, "clicked", G_CALLBACK (dropped_cb), self);
  gtk_widget_set_valign (go_on, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (drop, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), go_on);
  gtk_box_append (GTK_BOX (box), drop);
}

static void
add_icon (GtkWidget *box, const PamongImport *import)
{
  const char *name = is_unfinished (import) ? "preferences-system-time-symbolic" : import->state == PAMONG_IMPORT_UNDONE ? "edit-undo-symbolic" : "object-select-symbolic";
  GtkWidget *icon = gtk_image_new_from_icon_name (name);

  gtk_widget_add_css_class (icon, is_unfinished (import) ? "warning-text" : "secondary");
  gtk_box_append (GTK_BOX (box), icon);
}

static void
add_row (PamongEarlierList *self, const PamongImport *import)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *words;
  g_autofree char *when = pamong_words_time (import->t, pamong_clock_now ()), *figures = figures_words (import), *source = source_words (import);

  add_icon (box, import);
  gtk_label_set_width_chars (GTK_LABEL (add_label (box, when, "num")), 11);
  gtk_label_set_max_width_chars (GTK_LABEL (add_label (box, import->file, "medium")), 34);
  words = add_label (box, source, "secondary");
  gtk_widget_set_hexpand (words, TRUE);
  add_label (box, figures, "num");
  gtk_label_set_width_chars (GTK_LABEL (add_label (box, state_words (import), is_unfinished (import) ? "warning-text" : "secondary")), 24);
  if (is_unfinished (import))
    add_buttons (self, box);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "uid", g_strdup (import->uid), g_free);
  g_object_set_data (G_OBJECT (row), "unfinished", GINT_TO_POINTER (is_unfinished (import)));
  gtk_list_box_append (self->rows, row);
}

static void
activated_cb (PamongEarlierList *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[OPEN], 0, g_object_get_data (G_OBJECT (row), "uid"));
}

static void
pamong_earlier_list_dispose (GObject *object)
{
  g_clear_pointer (&PAMONG_EARLIER_LIST (object)->body, gtk_widget_unparent);
  G_OBJECT_CLASS (pamong_earlier_list_parent_class)->dispose (object);
}

static void
pamong_earlier_list_class_init (PamongEarlierListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pamong_earlier_list_dispose;
  signals[OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[DROP] = g_signal_new ("drop", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
pamong_earlier_list_init (PamongEarlierList *self)
{
  self->body = pamong_titled_list_new (_ ("_Earlier imports"), _ ("Nothing was imported yet. What you import stays listed here and can be taken back."), &self->rows);
  gtk_widget_add_css_class (GTK_WIDGET (self->rows), "earlier-imports");
  g_signal_connect_swapped (self->rows, "row-activated", G_CALLBACK (activated_cb), self);
  gtk_widget_set_parent (self->body, GTK_WIDGET (self));
}

GtkWidget *
pamong_earlier_list_new (PamongStore *store)
{
  PamongEarlierList *self = g_object_new (PAMONG_TYPE_EARLIER_LIST, NULL);

  self->store = store;
  return GTK_WIDGET (self);
}

void
pamong_earlier_list_refresh (PamongEarlierList *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = pamong_imports_list (self->store, &error);
  GtkListBoxRow *row;

  if (all == NULL)
    g_warning ("list of imports: %s", error->message);
  while ((row = gtk_list_box_get_row_at_index (self->rows, 0)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  for (int unfinished = 1; unfinished >= 0; unfinished--)
    for (guint i = 0; all != NULL && i < MIN (all->len, SHOWN); i++)
      if (is_unfinished (all->pdata[i]) == unfinished)
        add_row (self, all->pdata[i]);
}

gboolean
pamong_earlier_list_focus_unfinished (PamongEarlierList *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->rows, 0);

  return row != NULL && g_object_get_data (G_OBJECT (row), "unfinished") != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}
