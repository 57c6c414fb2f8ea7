/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/shell/found_row.h"
#include "domain/clock.h"
#include "domain/codes.h"
#include "domain/dates.h"
#include "domain/events.h"
#include "domain/nik.h"
#include <glib/gi18n.h>

struct _PamongFound {
  GObject parent_instance;

  PamongListRow *row;
};

G_DEFINE_FINAL_TYPE (PamongFound, pamong_found, G_TYPE_OBJECT)

typedef struct {
  GtkLabel *name, *who, *place, *father, *nik;
} Cells;

static char *
who_words (const PamongListRow *row)
{
  g_autofree char *today = pamong_clock_today ();
  int age = row->birth_date != NULL ? pamong_date_age (row->birth_date, today) : -1;
  const char *sex = row->sex == 1 ? "L" : row->sex == 2 ? "P" : "";

  switch (row->status)
    {
    case PAMONG_STATUS_DEAD:
      return g_strdup (_ ("died"));
    case PAMONG_STATUS_MOVED:
      return g_strdup (_ ("moved away"));
    case PAMONG_STATUS_MISSING:
      return g_strdup (_ ("missing"));
    case PAMONG_STATUS_VOID:
      return g_strdup (_ ("off the list"));
    default:
      return age >= 0 ? g_strdup_printf ("%s %d", sex, age) : g_strdup (sex);
    }
}

static char *
place_words (const PamongListRow *row, gboolean village)
{
  const PamongRegion *region = village ? pamong_regions_find (row->area) : NULL;

  if (region != NULL)
    return g_strdup_printf ("%s, RT %s", region->name, row->rt != NULL ? row->rt : "–");
  return row->rt != NULL ? g_strdup_printf ("RT %s/RW %s", row->rt, row->rw != NULL ? row->rw : "–") : g_strdup ("");
}

/* What tells namesakes of one age and one RT apart: the father, and when he is not known the day of birth. */
static char *
father_words (const PamongListRow *row)
{
  g_autofree char *born = row->birth_date != NULL ? pamong_date_format (row->birth_date) : NULL;

  if (row->father_name != NULL)
    return g_strdup_printf (_ ("father %s"), row->father_name);
  return born != NULL ? g_strdup_printf (_ ("born %s"), born) : g_strdup ("");
}

static GtkLabel *
cell (GtkWidget *box, int width, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 1); /* @width, however long the text is: cells of all rows stand below each other */
  gtk_widget_set_size_request (label, width, -1);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  Cells *cells = g_new0 (Cells, 1);

  cells->name = cell (box, 170, "strong");
  gtk_widget_set_hexpand (GTK_WIDGET (cells->name), TRUE);
  cells->who = cell (box, 72, "num");
  cells->place = cell (box, 124, "num");
  cells->father = cell (box, 130, "secondary");
  cells->nik = cell (box, 148, "num");
  g_object_set_data_full (G_OBJECT (box), "cells", cells, g_free);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer village)
{
  Cells *cells = g_object_get_data (G_OBJECT (gtk_list_item_get_child (item)), "cells");
  const PamongListRow *row = pamong_found_row (gtk_list_item_get_item (item));
  g_autofree char *who = who_words (row), *place = place_words (row, GPOINTER_TO_INT (village));
  g_autofree char *nik = row->nik != NULL ? pamong_nik_mask (row->nik) : g_strdup (_ ("no NIK yet"));
  g_autofree char *father = father_words (row);

  gtk_label_set_text (cells->name, row->name != NULL ? row->name : "");
  gtk_label_set_text (cells->who, who);
  gtk_label_set_text (cells->place, place);
  gtk_label_set_text (cells->father, father);
  gtk_label_set_text (cells->nik, nik);
}

static void
pamong_found_finalize (GObject *object)
{
  pamong_list_row_free (PAMONG_FOUND (object)->row);
  G_OBJECT_CLASS (pamong_found_parent_class)->finalize (object);
}

static void
pamong_found_class_init (PamongFoundClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pamong_found_finalize;
}

static void
pamong_found_init (PamongFound *self)
{
}

PamongFound *
pamong_found_new (PamongListRow *row)
{
  PamongFound *self = g_object_new (PAMONG_TYPE_FOUND, NULL);

  self->row = row;
  return self;
}

const PamongListRow *
pamong_found_row (PamongFound *self)
{
  return self->row;
}

GtkListItemFactory *
pamong_found_factory (gboolean village)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GINT_TO_POINTER (village));
  return factory;
}

char *
pamong_found_words (const PamongListRow *row)
{
  g_autofree char *who = who_words (row), *place = place_words (row, FALSE), *father = father_words (row);
  const char *parts[] = { row->name, who, place, father };
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (words, "%s%s", words->len > 0 ? "  ·  " : "", parts[i]);
  return g_string_free (g_steal_pointer (&words), FALSE);
}
