/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/widgets/table_columns.h"

#include "app/widgets/table_cells.h"
#include "app/words.h"

#include <glib/gi18n.h>

typedef struct
{
  const char *title;
  int width; /* pixels at normal text size; 0 = takes what is left */
  float xalign;
  int sort; /* PamongSort, -1 = cannot */
  gboolean digits, masked;
  gboolean village, district; /* shown at first at this level */
  gboolean large;             /* still shown with large text */
  gboolean wide;              /* shown when the list has the whole page */
} ColumnInfo;

static const ColumnInfo infos[PAMONG_N_COLUMNS] = {
  [PAMONG_COLUMN_MARKS] = { "", 34, 0.5, PAMONG_SORT_MARKS, .village = TRUE, .district = TRUE, .large = TRUE },
  [PAMONG_COLUMN_NAME] = { N_ ("Name"), 0, 0, PAMONG_SORT_NAME, .village = TRUE, .district = TRUE, .large = TRUE },
  [PAMONG_COLUMN_NIK] = { "NIK", 138, 0, PAMONG_SORT_NIK, TRUE, TRUE, .village = TRUE, .district = TRUE, .large = TRUE },
  [PAMONG_COLUMN_SEX] = { N_ ("M/F"), 38, 0, PAMONG_SORT_SEX, .village = TRUE, .district = TRUE },
  [PAMONG_COLUMN_AGE] = { N_ ("Age"), 58, 1, PAMONG_SORT_AGE, TRUE, .village = TRUE, .district = TRUE, .large = TRUE },
  [PAMONG_COLUMN_SHDK] = { N_ ("Relation"), 92, 0, PAMONG_SORT_SHDK, .village = TRUE },
  [PAMONG_COLUMN_KK] = { N_ ("KK no."), 138, 0, PAMONG_SORT_KK, TRUE, TRUE, .village = TRUE },
  [PAMONG_COLUMN_PLACE] = { N_ ("RT/RW"), 82, 0, PAMONG_SORT_PLACE, TRUE, .village = TRUE, .district = TRUE, .large = TRUE },
  [PAMONG_COLUMN_DUSUN] = { N_ ("Hamlet"), 120, 0, PAMONG_SORT_PLACE, .wide = TRUE },
  [PAMONG_COLUMN_VILLAGE] = { N_ ("Village"), 120, 0, PAMONG_SORT_VILLAGE, .district = TRUE, .large = TRUE },
  [PAMONG_COLUMN_BIRTH] = { N_ ("Date of birth"), 106, 0, PAMONG_SORT_AGE, TRUE, .wide = TRUE },
  [PAMONG_COLUMN_FATHER] = { N_ ("Father's name"), 150, 0, -1, .wide = TRUE },
  [PAMONG_COLUMN_ADDRESS] = { N_ ("Address"), 180, 0, -1 },
};

typedef struct
{
  PamongViewColumns *columns;
  PamongColumn column;
} Probe;

struct _PamongViewColumns
{
  GtkColumnView *view; /* not owned: the table owns both */
  PamongLevel level;
  GtkColumnViewColumn *columns[PAMONG_N_COLUMNS];
  gboolean shown[PAMONG_N_COLUMNS]; /* those in the view: GTK 4.8 gives hidden ones a share of the width */
  PamongCellStyle styles[PAMONG_N_COLUMNS];
  Probe probes[PAMONG_N_COLUMNS];
  int probed;
  char *today;
  double scale;
  gboolean wide;
  gboolean chosen; /* the operator chose the columns: neither large text nor the panel takes one away */
};

/* Compares nothing: says which column was asked. */
static int
probed_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  Probe *probe = data;

  if (probe->columns->probed < 0)
    probe->columns->probed = probe->column;
  return -1;
}

/* Numbers stand at the right, and so does what stands above them. GTK 4.8 has no word for it: the head holds one button with a box per column. */
static void
align_titles (PamongViewColumns *columns)
{
  GtkWidget *title = gtk_widget_get_first_child (gtk_widget_get_first_child (GTK_WIDGET (columns->view)));

  for (int i = 0; i < PAMONG_N_COLUMNS && title; i++)
    if (columns->shown[i])
      {
        if (infos[i].xalign == 1)
          gtk_widget_set_halign (gtk_widget_get_first_child (title), GTK_ALIGN_END);
        title = gtk_widget_get_next_sibling (title);
      }
}

static void
set_shown (PamongViewColumns *columns, PamongColumn column, gboolean shown)
{
  guint position = 0;

  if (columns->shown[column] == shown)
    return;
  columns->shown[column] = shown;
  for (int i = 0; i < (int) column; i++)
    position += columns->shown[i] ? 1 : 0;
  if (shown)
    gtk_column_view_insert_column (columns->view, position, columns->columns[column]);
  else
    gtk_column_view_remove_column (columns->view, columns->columns[column]);
}

static gboolean
is_shown (PamongViewColumns *columns, PamongColumn column)
{
  const ColumnInfo *info = &infos[column];
  gboolean shown = columns->level == PAMONG_LEVEL_VILLAGE ? info->village : info->district;

  return (shown || (columns->wide && info->wide)) && (columns->scale < 1.2 || info->large);
}

/* A village has one village. */
static gboolean
belongs (PamongViewColumns *columns, PamongColumn column)
{
  return column != PAMONG_COLUMN_VILLAGE || columns->level != PAMONG_LEVEL_VILLAGE;
}

static void
show_fitting (PamongViewColumns *columns)
{
  for (int i = 0; i < PAMONG_N_COLUMNS && !columns->chosen; i++)
    set_shown (columns, i, belongs (columns, i) && is_shown (columns, i));
  align_titles (columns);
}

static GtkColumnViewColumn *
make_column (PamongViewColumns *columns, PamongColumn number)
{
  const ColumnInfo *info = &infos[number];
  PamongCellStyle *style = &columns->styles[number];
  GtkColumnViewColumn *column;

  pamong_cell_style_init (style, number, info->xalign, info->digits, info->masked);
  column = gtk_column_view_column_new (*info->title ? pamong_words_hamlet (_ (info->title)) : "", pamong_cells_new (style));
  if (info->width == 0)
    gtk_column_view_column_set_expand (column, TRUE);
  if (info->sort >= 0)
    {
      g_autoptr (GtkSorter) sorter = NULL;

      columns->probes[number] = (Probe) { columns, number };
      sorter = GTK_SORTER (gtk_custom_sorter_new (probed_cb, &columns->probes[number], NULL));
      gtk_column_view_column_set_sorter (column, sorter);
    }
  return column;
}

static PamongColumn
column_of (GtkCheckButton *check)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (check), "pamong-column"));
}

static void
toggled_cb (GtkCheckButton *check, PamongViewColumns *columns)
{
  columns->chosen = TRUE;
  set_shown (columns, column_of (check), gtk_check_button_get_active (check));
  align_titles (columns);
}

/* Large text may have taken columns away since the menu was made. */
static void
shown_cb (GtkWidget *popover, PamongViewColumns *columns)
{
  GtkWidget *box = gtk_popover_get_child (GTK_POPOVER (popover));

  for (GtkWidget *check = gtk_widget_get_first_child (box); check; check = gtk_widget_get_next_sibling (check))
    {
      g_signal_handlers_block_by_func (check, toggled_cb, columns);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), columns->shown[column_of (GTK_CHECK_BUTTON (check))]);
      g_signal_handlers_unblock_by_func (check, toggled_cb, columns);
    }
}

PamongViewColumns *
pamong_view_columns_new (GtkColumnView *view, PamongLevel level)
{
  PamongViewColumns *columns = g_new0 (PamongViewColumns, 1);

  columns->view = view;
  columns->level = level;
  columns->scale = 1;
  columns->today = g_strdup ("");
  for (int i = 0; i < PAMONG_N_COLUMNS; i++)
    columns->columns[i] = make_column (columns, i);
  pamong_view_columns_set_scale (columns, 1);
  return columns;
}

void
pamong_view_columns_free (PamongViewColumns *columns)
{
  for (int i = 0; i < PAMONG_N_COLUMNS; i++)
    {
      g_object_unref (columns->columns[i]);
      g_clear_pointer (&columns->styles[i].attributes, pango_attr_list_unref);
    }
  g_free (columns->today);
  g_free (columns);
}

void
pamong_view_columns_set_today (PamongViewColumns *columns, const char *today)
{
  g_free (columns->today);
  columns->today = g_strdup (today);
  for (int i = 0; i < PAMONG_N_COLUMNS; i++)
    columns->styles[i].today = columns->today;
}

void
pamong_view_columns_set_scale (PamongViewColumns *columns, double scale)
{
  columns->scale = scale;
  for (int i = 0; i < PAMONG_N_COLUMNS; i++)
    {
      if (infos[i].width > 0)
        gtk_column_view_column_set_fixed_width (columns->columns[i], (int) (infos[i].width * scale + 0.5));
    }
  show_fitting (columns);
}

void
pamong_view_columns_set_wide (PamongViewColumns *columns, gboolean wide)
{
  columns->wide = wide;
  show_fitting (columns);
}

gboolean
pamong_view_columns_probe (PamongViewColumns *columns, PamongSort *sort, gboolean *descending)
{
  GtkSorter *sorter = gtk_column_view_get_sorter (columns->view);
  GtkOrdering ordering;

  columns->probed = -1;
  ordering = gtk_sorter_compare (sorter, columns->columns[0], columns->columns[1]); /* any two different objects */
  if (columns->probed < 0)
    return FALSE;
  *sort = infos[columns->probed].sort;
  *descending = ordering == GTK_ORDERING_LARGER;
  return TRUE;
}

void
pamong_view_columns_sort (PamongViewColumns *columns, PamongSort sort, gboolean descending)
{
  for (int i = 0; i < PAMONG_N_COLUMNS; i++)
    if (infos[i].sort == (int) sort)
      {
        gtk_column_view_sort_by_column (columns->view, columns->columns[i], descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
        return;
      }
}

GtkWidget *
pamong_view_columns_menu (PamongViewColumns *columns)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  for (int i = PAMONG_COLUMN_NIK; i < PAMONG_N_COLUMNS; i++)
    {
      GtkWidget *check;

      if (!belongs (columns, i))
        continue;
      check = gtk_check_button_new_with_label (pamong_words_hamlet (_ (infos[i].title)));
      g_object_set_data (G_OBJECT (check), "pamong-column", GINT_TO_POINTER (i));
      g_signal_connect (check, "toggled", G_CALLBACK (toggled_cb), columns);
      gtk_box_append (GTK_BOX (box), check);
    }
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  g_signal_connect (popover, "show", G_CALLBACK (shown_cb), columns);
  return popover;
}

gboolean
pamong_view_columns_is_shown (PamongViewColumns *columns, PamongColumn column)
{
  return columns->shown[column];
}
