/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/inject/share_columns.h"
#include "app/words.h"
#include "store/figures.h"
#include <glib/gi18n.h>

/* In the order they stand in. */
typedef enum { TAKE, VILLAGE, COVERAGE, COMPLETE, NEW, FILLED, DIFFERENT, GETS, ANOTHER, SAME, OLDER, REFUSED, CHECKED, STATE } Column;

#define IN(table) (1u << PAMONG_SHARE_##table)
#define DRY (IN (PEOPLE) | IN (DESIL))

static const struct { const char *title, *css_class; int width; float xalign; guint tables; } infos[] = {
  [TAKE] = { "", NULL, 40, 0, DRY },
  [VILLAGE] = { N_ ("Village"), "medium", -1, 0, DRY | IN (DONE) },
  [COVERAGE] = { N_ ("Coverage"), "num", 190, 1, DRY },
  [COMPLETE] = { N_ ("Complete"), "num", 100, 1, DRY },
  [NEW] = { N_ ("New"), "num", 90, 1, IN (PEOPLE) | IN (DONE) },
  [FILLED] = { N_ ("Filled in"), "num", 130, 1, IN (PEOPLE) | IN (DONE) },
  [DIFFERENT] = { N_ ("Fields differing"), "num", 130, 1, IN (PEOPLE) },
  [GETS] = { N_ ("Get a desil"), "num", 130, 1, IN (DESIL) },
  [ANOTHER] = { N_ ("Another desil"), "num", 130, 1, IN (DESIL) },
  [SAME] = { N_ ("Same"), "num", 90, 1, DRY },
  [OLDER] = { N_ ("Older"), "num", 100, 1, IN (DESIL) },
  [REFUSED] = { N_ ("Refused"), "num", 100, 1, IN (PEOPLE) },
  [CHECKED] = { N_ ("Checked there"), "num", 170, 1, IN (DONE) },
  [STATE] = { N_ ("State"), NULL, 270, 0, IN (DONE) },
};

static guint
figure (const PamongVillageShare *share, Column column)
{
  switch (column)
    {
    case NEW:
    case GETS:
      return share->added;
    case FILLED:
    case ANOTHER:
      return share->filled;
    case DIFFERENT:
      return share->differences;
    case SAME:
      return share->same;
    case REFUSED:
      return share->refused;
    case OLDER:
      return share->older;
    case TAKE:
    case VILLAGE:
    case COVERAGE:
    case COMPLETE:
    case STATE:
    case CHECKED:
    default:
      return 0;
    }
}

static char *
percent (gint64 share)
{
  return share >= 0 ? g_strdup_printf ("%d %%", (int) (share / 10)) : g_strdup ("–");
}

/* How many of those expected are there, and how many there will be. */
static char *
coverage_words (const PamongVillageShare *share)
{
  gint64 now = share->village != NULL ? share->village->coverage : -1, then;
  g_autofree char *before = percent (now), *after = NULL;

  then = now >= 0 ? pamong_figures_coverage (share->village->residents + share->added, share->village->target) : -1;
  if (then < 0 || then / 10 == now / 10)
    return g_steal_pointer (&before);
  after = percent (then);
  return g_strdup_printf ("%s → %s", before, after);
}

static char *
checked_words (const PamongVillageShare *share)
{
  g_autofree char *checked = pamong_words_number (share->batch.confirmed), *people = pamong_words_number (share->batch.people);

  return share->batch.people > 0 ? g_strdup_printf (_ ("%s of %s"), checked, people) : g_strdup ("–");
}

static char *
words_of (PamongVillageShare *share, Column column, PamongShareTable table)
{
  guint n = figure (share, column);

  switch (column)
    {
    case VILLAGE:
      return g_strdup (share->name);
    case COVERAGE:
      return table == PAMONG_SHARE_PEOPLE ? coverage_words (share) : percent (share->village != NULL ? share->village->coverage : -1);
    case COMPLETE:
      return percent (share->village != NULL ? share->village->completeness : -1);
    case STATE:
      return pamong_village_share_state (share);
    case CHECKED:
      return checked_words (share);
    case TAKE:
    case NEW:
    case FILLED:
    case DIFFERENT:
    case SAME:
    case REFUSED:
    case GETS:
    case ANOTHER:
    case OLDER:
    default:
      return n > 0 ? pamong_words_number (n) : g_strdup ("–");
    }
}

static gboolean
is_warning (PamongVillageShare *share, Column column)
{
  return (column == COVERAGE && pamong_village_share_is_low (share)) || (column == REFUSED && share->refused > 0) || (column == STATE && share->batch.held > 0);
}

static void
mark (GtkWidget *widget, const char *css_class, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

/* A sign too, not only a colour, says which village lies under the half. */
static GtkWidget *
make_coverage (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic"), *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (icon, "warning-text");
  gtk_widget_add_css_class (label, "num");
  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static void
ticked_cb (GtkCheckButton *tick, gpointer data)
{
  PamongVillageShare *share = g_object_get_data (G_OBJECT (tick), "share");

  if (share != NULL)
    pamong_village_share_set_taken (share, gtk_check_button_get_active (tick));
}

static void
follow_cb (PamongVillageShare *share, GtkCheckButton *tick)
{
  gtk_check_button_set_active (tick, share->taken);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  Column column = GPOINTER_TO_INT (data);
  GtkWidget *cell = column == TAKE ? gtk_check_button_new () : column == COVERAGE ? make_coverage () : gtk_label_new (NULL);

  gtk_list_item_set_child (item, cell);
  if (column == TAKE)
    {
      gtk_widget_set_can_focus (cell, FALSE); /* Space on the row does it */
      g_signal_connect (cell, "toggled", G_CALLBACK (ticked_cb), NULL);
    }
  if (!GTK_IS_LABEL (cell))
    return;
  gtk_label_set_xalign (GTK_LABEL (cell), infos[column].xalign);
  gtk_label_set_ellipsize (GTK_LABEL (cell), PANGO_ELLIPSIZE_END);
  if (infos[column].css_class != NULL)
    gtk_widget_add_css_class (cell, infos[column].css_class);
}

static void
bind_tick (GtkWidget *tick, PamongVillageShare *share)
{
  g_autofree char *words = g_strdup_printf (_ ("Write to %s"), share->name);
  gboolean fits = share->state == PAMONG_IMPORT_READY && share->added + share->filled + share->differences > 0;

  g_object_set_data (G_OBJECT (tick), "share", NULL);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (tick), share->taken);
  gtk_widget_set_sensitive (tick, fits);
  gtk_accessible_update_property (GTK_ACCESSIBLE (tick), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data_full (G_OBJECT (tick), "share", g_object_ref (share), g_object_unref);
  g_signal_connect_object (share, "taken-changed", G_CALLBACK (follow_cb), tick, 0);
}

static PamongShareTable
table_of (GtkListItemFactory *factory)
{
  return (PamongShareTable) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (factory), "table"));
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  Column column = GPOINTER_TO_INT (data);
  PamongVillageShare *share = gtk_list_item_get_item (item);
  GtkWidget *cell = gtk_list_item_get_child (item), *label = column == COVERAGE ? gtk_widget_get_last_child (cell) : cell;
  g_autofree char *words = NULL;

  if (column == TAKE)
    {
      bind_tick (cell, share);
      return;
    }
  words = words_of (share, column, table_of (GTK_LIST_ITEM_FACTORY (factory)));
  gtk_label_set_text (GTK_LABEL (label), words);
  mark (label, "warning-text", is_warning (share, column));
  mark (label, "secondary", g_str_equal (words, "–"));
  if (column != COVERAGE)
    return;
  gtk_widget_set_visible (gtk_widget_get_first_child (cell), is_warning (share, column));
  gtk_widget_set_tooltip_text (cell, is_warning (share, column) ? _ ("Fewer than half of those expected are entered.") : NULL);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *cell = gtk_list_item_get_child (item);
  PamongVillageShare *share = gtk_list_item_get_item (item);

  if (GPOINTER_TO_INT (data) != TAKE || share == NULL)
    return;
  g_signal_handlers_disconnect_by_func (share, follow_cb, cell);
  g_object_set_data (G_OBJECT (cell), "share", NULL);
}

static void
add_column (GtkColumnView *view, Column column, PamongShareTable table)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) shown = gtk_column_view_column_new (*infos[column].title != '\0' ? _ (infos[column].title) : "", factory);

  g_object_set_data (G_OBJECT (factory), "table", GINT_TO_POINTER (table));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GINT_TO_POINTER (column));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GINT_TO_POINTER (column));
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), GINT_TO_POINTER (column));
  gtk_column_view_column_set_fixed_width (shown, infos[column].width);
  gtk_column_view_column_set_expand (shown, infos[column].width < 0);
  gtk_column_view_append_column (view, shown);
}

/* GTK 4.8 puts every head at the left; one over numbers stands where they end. */
static void
align_heads (GtkColumnView *view, PamongShareTable table)
{
  GtkWidget *head = gtk_widget_get_first_child (gtk_widget_get_first_child (GTK_WIDGET (view)));

  for (guint i = 0; head != NULL && i < G_N_ELEMENTS (infos); i++)
    {
      if ((infos[i].tables & (1u << table)) == 0)
        continue;
      if (infos[i].xalign > 0)
        gtk_widget_set_halign (gtk_widget_get_first_child (head), GTK_ALIGN_END);
      head = gtk_widget_get_next_sibling (head);
    }
}

void
pamong_share_columns_set (GtkColumnView *view, PamongShareTable table)
{
  GListModel *shown = gtk_column_view_get_columns (view);

  while (g_list_model_get_n_items (shown) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (shown, 0);

      gtk_column_view_remove_column (view, column);
    }
  for (guint i = 0; i < G_N_ELEMENTS (infos); i++)
    if ((infos[i].tables & (1u << table)) != 0)
      add_column (view, (Column) i, table);
  align_heads (view, table);
}
