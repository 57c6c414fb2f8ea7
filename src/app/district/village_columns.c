/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/district/village_columns.h"
#include "app/district/village_rows.h"
#include "app/words.h"
#include "domain/clock.h"
#include <glib/gi18n.h>
#include <string.h>

#define LONG_AGO (7 * 24 * 3600) /* without contact for so long, somebody should ask */

#define HALF 500               /* tenths of a percent of the target, below which a village is told first */

typedef enum { VILLAGE, COVERAGE, PEOPLE, COMPLETE, WEEK, CONTACT, WAITING, HELD, VERSION } Column;

static const struct {
  const char *title, *css_class;
  int width;
  float xalign;
} columns[] = {
  [VILLAGE] = { N_ ("Village"), "medium", -1, 0 },
  [COVERAGE] = { N_ ("Coverage"), "num", 104, 1 },
  [PEOPLE] = { N_ ("People"), "num", 96, 1 },
  [COMPLETE] = { N_ ("Complete"), "num", 104, 1 },
  [WEEK] = { N_ ("This week"), "num", 116, 1 },
  [CONTACT] = { N_ ("Last contact"), "num", 152, 0 },
  [WAITING] = { N_ ("Waiting there"), "num", 152, 1 },
  [HELD] = { N_ ("To be put right"), "num", 136, 1 },
  [VERSION] = { N_ ("Version"), "secondary", 76, 0 },
};

static gint64
figure (const PamongVillageRow *row, Column column)
{
  switch (column)
    {
    case PEOPLE: return row->residents;
    case COVERAGE: return row->coverage;
    case COMPLETE: return row->completeness;
    case WEEK: return row->week;
    case CONTACT: return row->last_contact;
    case WAITING: return row->waiting;
    case HELD: return row->held;
    case VILLAGE:
    case VERSION:
    default: return 0;
    }
}

static char *
words (const PamongVillageRow *row, Column column)
{
  gint64 number = figure (row, column);

  if (column == VILLAGE)
    return g_strdup (row->name);
  if (column == VERSION)
    return g_strdup (row->app_version != NULL ? row->app_version : "–");
  if (column == COVERAGE || column == COMPLETE)
    return number >= 0 ? g_strdup_printf ("%d %%", (int) (number / 10)) : g_strdup ("–");
  if (column == CONTACT)
    return number > 0 ? pamong_words_contact (number, pamong_clock_now ()) : g_strdup (_ ("never yet"));
  return number > 0 ? pamong_words_number (number) : g_strdup ("–");
}

static gboolean
is_warning (const PamongVillageRow *row, Column column)
{
  return (column == COVERAGE && row->coverage >= 0 && row->coverage < HALF) || (column == HELD && row->held > 0) || (column == CONTACT && row->last_contact > 0 && pamong_clock_now () - row->last_contact > LONG_AGO);
}

static gboolean
is_empty (const PamongVillageRow *row, Column column)
{
  return column != VILLAGE && column != VERSION && figure (row, column) <= 0;
}

static void
mark (GtkWidget *label, const char *css_class, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (label, css_class);
  else
    gtk_widget_remove_css_class (label, css_class);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), columns[GPOINTER_TO_INT (column)].xalign);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, columns[GPOINTER_TO_INT (column)].css_class);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  PamongVillageRow *row = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_list_item_get_child (item);
  Column column = GPOINTER_TO_INT (data);
  g_autofree char *text = words (row, column);

  gtk_label_set_text (GTK_LABEL (label), text);
  mark (label, "warning-text", is_warning (row, column));
  if (column != VERSION)
    mark (label, "secondary", is_empty (row, column));
}

static int
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  const PamongVillageRow *one = a, *other = b;
  Column column = GPOINTER_TO_INT (data);
  gint64 first = figure (one, column), second = figure (other, column);

  if (column == COVERAGE && (first < 0 || second < 0) && first != second)
    return first < 0 ? 1 : -1; /* without a target: after those that have one */
  if (column == VILLAGE && g_utf8_collate (one->name, other->name) != 0)
    return g_utf8_collate (one->name, other->name);
  if (column == VERSION && g_strcmp0 (one->app_version, other->app_version) != 0)
    return g_strcmp0 (one->app_version, other->app_version);
  if (first != second)
    return first < second ? -1 : 1;
  return strcmp (one->area, other->area);
}

/* GTK 4.8 puts every head at the left; one over numbers stands where they end. */
static void
align_heads (GtkColumnView *view)
{
  GtkWidget *head = gtk_widget_get_first_child (gtk_widget_get_first_child (GTK_WIDGET (view)));

  for (guint i = 0; head != NULL && i < G_N_ELEMENTS (columns); i++, head = gtk_widget_get_next_sibling (head))
    if (columns[i].xalign > 0)
      gtk_widget_set_halign (gtk_widget_get_first_child (head), GTK_ALIGN_END);
}

void
pamong_village_columns_add (GtkColumnView *view)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (_ (columns[i].title), factory);
      g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare, GUINT_TO_POINTER (i), NULL));

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GUINT_TO_POINTER (i));
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (i));
      gtk_column_view_column_set_sorter (column, sorter);
      gtk_column_view_column_set_fixed_width (column, columns[i].width);
      gtk_column_view_column_set_expand (column, columns[i].width < 0);
      gtk_column_view_append_column (view, column);
      if (i == COVERAGE)
        gtk_column_view_sort_by_column (view, column, GTK_SORT_ASCENDING);
    }
  align_heads (view);
}
