/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/exchange/outcome_columns.h"
#include "app/widgets/table_cells.h"
#include "app/words.h"
#include "domain/nik.h"
#include <glib/gi18n.h>

typedef enum { MARK, ROW, NAME, NIK, OUTCOME, WHAT, N_COLUMNS } Column;

static const struct { const char *title; int width; gboolean grows; } infos[N_COLUMNS] = {
  [MARK] = { "", 34 }, [ROW] = { N_ ("Row"), 62 }, [NAME] = { N_ ("Name"), 170 }, [NIK] = { "NIK", 152 }, [OUTCOME] = { N_ ("Outcome"), 96 }, [WHAT] = { N_ ("What happens"), -1, TRUE },
};

static const struct { const char *word, *icon; } outcomes[] = {
  { "", NULL },
  { N_ ("New"), "list-add-symbolic" },
  { N_ ("Changed"), "document-edit-symbolic" },
  { N_ ("Differing"), "view-dual-symbolic" },
  { N_ ("Same"), "object-select-symbolic" },
  { N_ ("Refused"), "dialog-error-symbolic" },
};

const char *
pamong_outcome_word (PamongImportOutcome outcome)
{
  const char *word = outcome < G_N_ELEMENTS (outcomes) ? outcomes[outcome].word : "";

  return *word != '\0' ? _ (word) : "";
}

const char *
pamong_outcome_icon (PamongImportOutcome outcome)
{
  return outcome < G_N_ELEMENTS (outcomes) ? outcomes[outcome].icon : NULL;
}

static char *
cell_words (Column column, PamongOutcomeRow *item)
{
  const PamongImportRow *row = pamong_outcome_row_data (item);

  switch (column)
    {
    case ROW:
      return pamong_words_number (row->row);
    case NAME:
      return g_strdup (row->name != NULL ? row->name : _ ("without a name"));
    case NIK:
      return row->nik != NULL && *row->nik != '\0' ? pamong_nik_mask (row->nik) : g_strdup (_ ("none yet"));
    case OUTCOME:
      return g_strdup (pamong_outcome_word (row->outcome));
    case WHAT:
      return pamong_outcome_row_words (item);
    default:
      return NULL;
    }
}

static void
set_class (GtkWidget *widget, const char *class, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, class);
  else
    gtk_widget_remove_css_class (widget, class);
}

static void
fill_mark (GtkWidget *cell, const PamongImportRow *row)
{
  gtk_image_set_from_icon_name (GTK_IMAGE (cell), pamong_outcome_icon (row->outcome));
  set_class (cell, "error-text", row->outcome == PAMONG_IMPORT_REFUSED);
  set_class (cell, "warning-text", row->outcome == PAMONG_IMPORT_DIFFERS);
  set_class (cell, "secondary", row->outcome == PAMONG_IMPORT_SAME);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  Column column = GPOINTER_TO_INT (data);
  GtkWidget *cell;

  if (column == MARK)
    {
      gtk_list_item_set_child (item, gtk_image_new ());
      return;
    }
  cell = g_object_new (GTK_TYPE_INSCRIPTION, "min-chars", 0, "nat-chars", 0, "xalign", 0.0f, "valign", GTK_ALIGN_CENTER, "text-overflow",
                       GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END, NULL);
  if (column == NAME)
    gtk_widget_add_css_class (cell, "medium");
  if (column == ROW)
    gtk_widget_add_css_class (cell, "num");
  gtk_list_item_set_child (item, cell);
}

static void
bound_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  Column column = GPOINTER_TO_INT (data);
  GtkWidget *cell = gtk_list_item_get_child (item);
  PamongOutcomeRow *row = gtk_list_item_get_item (item);
  g_autofree char *words = cell_words (column, row);

  if (column == MARK)
    {
      fill_mark (cell, pamong_outcome_row_data (row));
      return;
    }
  gtk_inscription_set_text (GTK_INSCRIPTION (cell), words);
  if (column == WHAT)
    gtk_widget_set_tooltip_text (cell, words);
  if (column == NIK)
    {
      g_autoptr (PangoAttrList) closer = pamong_mask_attributes ();
      gboolean none = pamong_outcome_row_data (row)->nik == NULL;

      gtk_inscription_set_attributes (GTK_INSCRIPTION (cell), none ? NULL : closer);
      set_class (cell, "secondary", none);
    }
}

void
pamong_outcome_columns_add (GtkColumnView *view)
{
  for (int i = 0; i < N_COLUMNS; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      GtkColumnViewColumn *column = gtk_column_view_column_new (*infos[i].title != '\0' ? _ (infos[i].title) : "", factory);

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GINT_TO_POINTER (i));
      g_signal_connect (factory, "bind", G_CALLBACK (bound_cb), GINT_TO_POINTER (i));
      gtk_column_view_column_set_fixed_width (column, infos[i].width);
      gtk_column_view_column_set_expand (column, infos[i].grows);
      gtk_column_view_append_column (view, column);
      g_object_unref (column);
    }
}
