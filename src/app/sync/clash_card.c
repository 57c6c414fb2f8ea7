/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/sync/clash_card.h"
#include "app/words.h"
#include <glib/gi18n.h>

struct _PamongClashCard {
  GtkBox parent_instance;

  GPtrArray *clashes;
  guint at;
  gboolean may_settle;
  GtkLabel *number, *what, *where;
  GtkWidget *next, *keep;
  GtkGrid *sides;
};

G_DEFINE_FINAL_TYPE (PamongClashCard, pamong_clash_card, GTK_TYPE_BOX)

static guint settle_signal, keep_signal;

static GtkWidget *
make_label (const char *words, const char *css_class)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
taken_cb (PamongClashCard *self, GtkButton *button)
{
  const PamongClash *clash = g_ptr_array_index (self->clashes, self->at);

  g_signal_emit (self, settle_signal, 0, clash->uid, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "side")));
}

/* As long as it is, and no wider than the values. */
static GtkWidget *
make_source (const char *words)
{
  GtkWidget *label = make_label (words, "secondary");

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_NONE);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 20);
  return label;
}

static void
add_side (PamongClashCard *self, const PamongClashSide *side, int i)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *time = side->t > 0 ? pamong_words_day (side->t) : NULL;
  g_auto (GStrv) parts = g_strsplit (side->words, "_", -1);
  g_autofree char *words = g_strjoinv ("__", parts); /* only the letter below is a mnemonic */
  g_autofree char *take = g_strdup_printf (i == 0 ? _ ("_Take %s") : _ ("Ta_ke %s"), words);
  GtkWidget *button = gtk_button_new_with_mnemonic (take);

  gtk_widget_add_css_class (box, "side");
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), make_label (i == 0 ? _ ("Now in the data") : _ ("Kept aside"), "secondary"));
  gtk_box_append (GTK_BOX (box), make_label (side->words, "strong"));
  gtk_box_append (GTK_BOX (box), make_label (side->source != NULL ? _ ("Filled in by the regency") : side->by != NULL ? side->by : "–", NULL));
  if (side->source != NULL)
    gtk_box_append (GTK_BOX (box), make_source (side->source));
  gtk_box_append (GTK_BOX (box), make_label (time != NULL ? time : "", "secondary"));
  gtk_grid_attach (self->sides, box, i % 2, i / 2 * 2, 1, 1);
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), PANGO_ELLIPSIZE_END);
  gtk_widget_set_visible (button, self->may_settle);
  g_object_set_data (G_OBJECT (button), "side", GINT_TO_POINTER (i));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (taken_cb), self);
  gtk_grid_attach (self->sides, button, i % 2, i / 2 * 2 + 1, 1, 1);
}

static void
show (PamongClashCard *self)
{
  const PamongClash *clash = g_ptr_array_index (self->clashes, self->at);
  g_autofree char *number = g_strdup_printf (_ ("%u of %u"), self->at + 1, self->clashes->len);
  g_autofree char *what = g_strdup_printf ("%s %s", _ (clash->field), clash->who != NULL ? clash->who : "");
  GtkWidget *child;

  gtk_label_set_text (self->number, number);
  gtk_label_set_text (self->what, what);
  gtk_label_set_text (self->where, clash->where != NULL ? clash->where : "");
  gtk_widget_set_visible (self->next, self->clashes->len > 1);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->sides))) != NULL)
    gtk_grid_remove (self->sides, child);
  for (guint i = 0; i < clash->sides->len; i++)
    add_side (self, clash->sides->pdata[i], (int) i);
}

static void
keep_cb (PamongClashCard *self)
{
  g_signal_emit (self, keep_signal, 0);
}

/* A file of the regency may bring hundreds; one alone is settled above. */
static void
show_keep (PamongClashCard *self)
{
  g_autofree char *number = NULL, *words = NULL;
  guint n = 0;

  for (guint i = 0; i < self->clashes->len; i++)
    n += pamong_clash_is_filled_in (self->clashes->pdata[i]);
  number = pamong_words_number (n);
  words = g_strdup_printf (_ ("Keep o_urs in all %s from the regency…"), number);
  gtk_button_set_label (GTK_BUTTON (self->keep), words);
  gtk_widget_set_visible (self->keep, self->may_settle && n > 1);
}

static void
next_cb (PamongClashCard *self)
{
  self->at = (self->at + 1) % self->clashes->len;
  show (self);
}

static void
pamong_clash_card_finalize (GObject *object)
{
  g_clear_pointer (&PAMONG_CLASH_CARD (object)->clashes, g_ptr_array_unref);
  G_OBJECT_CLASS (pamong_clash_card_parent_class)->finalize (object);
}

static void
pamong_clash_card_class_init (PamongClashCardClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pamong_clash_card_finalize;
  keep_signal = g_signal_new ("keep-all", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  settle_signal = g_signal_new ("settle", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT);
}

static GtkWidget *
make_head (PamongClashCard *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *icon = gtk_image_new_from_icon_name ("view-dual-symbolic");
  GtkWidget *words = make_label (_ ("Differing entries"), "strong");

  gtk_widget_add_css_class (icon, "warning-text");
  gtk_widget_add_css_class (words, "warning-text");
  gtk_widget_set_hexpand (words, TRUE);
  self->number = GTK_LABEL (make_label (NULL, "secondary"));
  self->next = gtk_button_new_with_mnemonic (_ ("Ne_xt"));
  gtk_widget_add_css_class (self->next, "link");
  gtk_widget_add_css_class (self->next, "flat");
  g_signal_connect_swapped (self->next, "clicked", G_CALLBACK (next_cb), self);
  gtk_box_append (GTK_BOX (head), icon);
  gtk_box_append (GTK_BOX (head), words);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->number));
  gtk_box_append (GTK_BOX (head), self->next);
  return head;
}

static void
pamong_clash_card_init (PamongClashCard *self)
{
  GtkWidget *foot = make_label (_ ("The entry that is not taken stays in the history."), "secondary");

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "panel");
  gtk_widget_add_css_class (GTK_WIDGET (self), "panel-body");
  self->what = GTK_LABEL (make_label (NULL, "strong"));
  self->where = GTK_LABEL (make_label (NULL, "secondary"));
  self->sides = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_homogeneous (self->sides, TRUE);
  gtk_grid_set_column_spacing (self->sides, 10);
  gtk_grid_set_row_spacing (self->sides, 9);
  gtk_widget_set_margin_top (GTK_WIDGET (self->sides), 8);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->sides), 10);
  gtk_widget_set_margin_top (GTK_WIDGET (self->what), 8);
  gtk_box_append (GTK_BOX (self), make_head (self));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->what));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->where));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->sides));
  gtk_box_append (GTK_BOX (self), foot);
  self->keep = gtk_button_new_with_mnemonic ("");
  gtk_widget_set_margin_top (self->keep, 8);
  gtk_widget_set_visible (self->keep, FALSE);
  g_signal_connect_swapped (self->keep, "clicked", G_CALLBACK (keep_cb), self);
  gtk_box_append (GTK_BOX (self), self->keep);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
pamong_clash_card_new (void)
{
  return g_object_new (PAMONG_TYPE_CLASH_CARD, NULL);
}

void
pamong_clash_card_set (PamongClashCard *self, GPtrArray *clashes, gboolean may_settle)
{
  g_clear_pointer (&self->clashes, g_ptr_array_unref);
  self->clashes = g_ptr_array_ref (clashes);
  self->may_settle = may_settle;
  gtk_widget_set_visible (GTK_WIDGET (self), clashes->len > 0);
  if (clashes->len == 0)
    return;
  self->at = MIN (self->at, clashes->len - 1);
  show (self);
  show_keep (self);
}
