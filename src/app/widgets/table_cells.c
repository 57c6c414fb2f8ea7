/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/widgets/table_cells.h"

#include "domain/codes.h"
#include "domain/dates.h"
#include "domain/nik.h"

#include <glib/gi18n.h>
#include <string.h>

static const struct
{
  PamongMark mark;
  const char *icon, *words;
} marks[] = {
  { PAMONG_MARK_CONFLICT, "view-dual-symbolic", N_ ("two values") },
  { PAMONG_MARK_CHECK, "dialog-warning-symbolic", N_ ("to be checked") },
  { PAMONG_MARK_WAITING, "alarm-symbolic", N_ ("waiting for Dukcapil") },
  { PAMONG_MARK_NO_NIK, "contact-new-symbolic", N_ ("no NIK yet") },
};

static const char *
shdk_words (int shdk)
{
  const PamongCode *code = pamong_codes_find ("shdk", shdk);

  if (!code)
    return "";
  return code->short_label && *code->short_label ? code->short_label : code->display;
}

static char *
age_words (const PamongListRow *row, const char *today)
{
  int age = row->birth_date ? pamong_date_age (row->birth_date, today) : -1;

  return age >= 0 ? g_strdup_printf ("%d", age) : g_strdup ("");
}

static char *
number_words (const char *number, const char *missing, gboolean *faint)
{
  if (number && *number)
    return pamong_nik_mask (number);
  *faint = TRUE;
  return g_strdup (missing);
}

static char *
place_words (const PamongListRow *row)
{
  if (!row->rt && !row->rw)
    return g_strdup ("");
  return g_strdup_printf ("%s/%s", row->rt ? row->rt : "–", row->rw ? row->rw : "–");
}

static char *
village_words (const char *area)
{
  const PamongRegion *region = area ? pamong_regions_find (area) : NULL;

  return g_strdup (region ? region->name : "");
}

static const PamongListRow *
item_data (GtkListItem *item)
{
  PamongRow *row = gtk_list_item_get_item (item);

  return row ? pamong_row_data (row) : NULL;
}

static void
set_class (GtkWidget *widget, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
fill_text (GtkListItem *item, const PamongCellStyle *style)
{
  GtkWidget *cell = gtk_list_item_get_child (item);
  const PamongListRow *row = item_data (item);
  gboolean faint = FALSE;
  g_autofree char *text = row ? pamong_cell_text (style->column, row, style->today, &faint) : NULL;

  gtk_inscription_set_text (GTK_INSCRIPTION (cell), text);
  if (style->masked)
    gtk_inscription_set_attributes (GTK_INSCRIPTION (cell), faint ? NULL : style->attributes);
  set_class (cell, "secondary", faint || (row && row->status != PAMONG_STATUS_ALIVE));
}

static void
fill_marks (GtkListItem *item)
{
  GtkWidget *cell = gtk_list_item_get_child (item);
  const PamongListRow *row = item_data (item);
  int set = row ? row->marks : 0;
  g_autofree char *words = set ? pamong_marks_words (set) : NULL;

  gtk_widget_set_visible (cell, set != 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (cell)), GTK_ACCESSIBLE_PROPERTY_LABEL, set ? words : "", -1);
  if (!set)
    return;
  gtk_image_set_from_icon_name (GTK_IMAGE (cell), pamong_marks_icon (set));
  set_class (cell, "warning-text", set & PAMONG_MARK_CHECK && !(set & PAMONG_MARK_CONFLICT));
  gtk_widget_set_tooltip_text (cell, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
fill_cell (GtkListItem *item, const PamongCellStyle *style)
{
  if (style->column == PAMONG_COLUMN_MARKS)
    fill_marks (item);
  else
    fill_text (item, style);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  const PamongCellStyle *style = data;
  GtkWidget *cell;

  g_object_set_data (G_OBJECT (item), "pamong-style", data);
  if (style->column == PAMONG_COLUMN_MARKS)
    {
      cell = gtk_image_new ();
      gtk_list_item_set_child (item, cell);
      return;
    }
  cell = g_object_new (GTK_TYPE_INSCRIPTION, "min-chars", 0, "nat-chars", 0, "xalign", style->xalign, "valign", GTK_ALIGN_CENTER,
                       "text-overflow", GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END, "attributes", style->attributes, NULL);
  if (style->column == PAMONG_COLUMN_NAME)
    gtk_widget_add_css_class (cell, "medium");
  gtk_list_item_set_child (item, cell);
}

static void
reread_cb (PamongRow *row, gpointer item)
{
  fill_cell (item, g_object_get_data (G_OBJECT (item), "pamong-style"));
}

static void
bound_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  fill_cell (item, data);
  pamong_row_watch (gtk_list_item_get_item (item), reread_cb, item);
}

static void
unbound_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  pamong_row_unwatch (gtk_list_item_get_item (item), item);
}

PangoAttrList *
pamong_mask_attributes (void)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  PangoAttribute *closer = pango_attr_letter_spacing_new (-PANGO_SCALE * 27 / 10);

  closer->start_index = 4;
  closer->end_index = 4 + 8 * strlen ("•");
  pango_attr_list_insert (attributes, closer);
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  return attributes;
}

const char *
pamong_marks_icon (int set)
{
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (set & marks[i].mark)
      return marks[i].icon;
  return NULL;
}

char *
pamong_marks_words (int set)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (set & marks[i].mark)
      g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", _ (marks[i].words));
  return g_string_free (g_steal_pointer (&words), FALSE);
}

char *
pamong_cell_text (PamongColumn column, const PamongListRow *row, const char *today, gboolean *faint)
{
  switch (column)
    {
    case PAMONG_COLUMN_NAME:
      return g_strdup (row->name);
    case PAMONG_COLUMN_NIK:
      return number_words (row->nik, _ ("none yet"), faint);
    case PAMONG_COLUMN_SEX:
      return g_strdup (row->sex == 1 ? "L" : row->sex == 2 ? "P" : "");
    case PAMONG_COLUMN_AGE:
      return age_words (row, today);
    case PAMONG_COLUMN_SHDK:
      return g_strdup (shdk_words (row->shdk));
    case PAMONG_COLUMN_KK:
      return number_words (row->kk_number, row->marks & PAMONG_MARK_WAITING ? _ ("waiting") : "", faint);
    case PAMONG_COLUMN_PLACE:
      return place_words (row);
    case PAMONG_COLUMN_DUSUN:
      return g_strdup (row->dusun);
    case PAMONG_COLUMN_VILLAGE:
      return village_words (row->area);
    case PAMONG_COLUMN_BIRTH:
      return row->birth_date ? pamong_date_format (row->birth_date) : g_strdup ("");
    case PAMONG_COLUMN_FATHER:
      return g_strdup (row->father_name);
    case PAMONG_COLUMN_ADDRESS:
      return g_strdup (row->address);
    case PAMONG_COLUMN_MARKS:
    case PAMONG_N_COLUMNS:
      break;
    }
  return g_strdup ("");
}

void
pamong_cell_style_init (PamongCellStyle *style, PamongColumn column, float xalign, gboolean digits, gboolean masked)
{
  *style = (PamongCellStyle) { .column = column, .xalign = xalign, .masked = masked, .today = "" };
  if (masked)
    style->attributes = pamong_mask_attributes ();
  else if (digits)
    {
      style->attributes = pango_attr_list_new ();
      pango_attr_list_insert (style->attributes, pango_attr_font_features_new ("tnum=1"));
    }
}

GtkListItemFactory *
pamong_cells_new (const PamongCellStyle *style)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), (gpointer) style);
  g_signal_connect (factory, "bind", G_CALLBACK (bound_cb), (gpointer) style);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbound_cb), (gpointer) style);
  return factory;
}
