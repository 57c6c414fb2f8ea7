/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/district/villages_page.h"
#include "app/district/village_rows.h"
#include "app/sync/rows.h"
#include "app/words.h"
#include "domain/clock.h"
#include "domain/codes.h"
#include "store/inbox.h"
#include <glib/gi18n.h>

struct _PamongVillagesPage {
  GtkWidget parent_instance;

  PamongSession *session;
  gboolean stale;
  GtkWidget *body;
  GtkLabel *hint;
  PamongRows *rows;
};

static void pamong_villages_page_iface_init (PamongPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PamongVillagesPage, pamong_villages_page, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (PAMONG_TYPE_PAGE, pamong_villages_page_iface_init))

static const PamongRowsColumn columns[] = {
  { N_ ("Village"), "medium", 0, TRUE },
  { N_ ("People"), "num", 1, FALSE },
  { N_ ("Families"), "num", 1, FALSE },
  { N_ ("Last contact"), "num", 0, FALSE },
  { N_ ("Waiting there"), "num", 1, FALSE },
  { N_ ("To be put right"), "num", 1, FALSE },
  { N_ ("Version"), "secondary", 0, FALSE },
};

static char *
number_or_dash (gint64 number)
{
  return number > 0 ? pamong_words_number (number) : g_strdup ("–");
}

static void
add_row (PamongVillagesPage *self, const PamongVillageRow *row, gint64 now)
{
  g_autofree char *residents = number_or_dash (row->residents), *families = number_or_dash (row->families);
  g_autofree char *waiting = number_or_dash (row->waiting), *held = number_or_dash (row->held);
  g_autofree char *contact = row->last_contact > 0 ? pamong_words_time (row->last_contact, now) : g_strdup (_ ("never yet"));

  pamong_rows_add (self->rows, (const char *[]) { row->name, residents, families, contact, waiting, held, row->app_version != NULL ? row->app_version : "–" });
}

static void
show_all (PamongVillagesPage *self)
{
  PamongStore *store = pamong_session_store (self->session);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = pamong_village_rows (store, pamong_session_area (self->session), &error);
  gint64 now = pamong_clock_now (), residents = 0;
  g_autofree char *title = pamong_regions_title (pamong_session_area (self->session)), *number = NULL, *hint = NULL;

  self->stale = FALSE;
  pamong_rows_clear (self->rows);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      add_row (self, rows->pdata[i], now);
      residents += ((PamongVillageRow *) rows->pdata[i])->residents;
    }
  number = pamong_words_number (residents);
  hint = g_strdup_printf (_ ("%s: %s residents in %u villages, longest without contact first%s"), title, number, pamong_rows_count (self->rows), pamong_inbox_complete (store) ? "" : _ (" · not complete yet"));
  gtk_label_set_text (self->hint, error != NULL ? error->message : hint);
}

static void
changed_cb (PamongVillagesPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_all (self);
  else
    self->stale = TRUE;
}

static void
pamong_villages_page_shown (PamongPage *page)
{
  show_all (PAMONG_VILLAGES_PAGE (page));
}

static const PamongPageKey *
pamong_villages_page_keys (PamongPage *page)
{
  static PamongPageKey keys[5];

  keys[0] = (PamongPageKey) { "F1", _ ("Help") };
  keys[1] = (PamongPageKey) { "Ctrl+K", _ ("Find") };
  keys[2] = (PamongPageKey) { "F9", _ ("Send") };
  keys[3] = (PamongPageKey) { "Ctrl+?", _ ("All keys") };
  return keys;
}

static void
pamong_villages_page_iface_init (PamongPageInterface *iface)
{
  iface->shown = pamong_villages_page_shown;
  iface->keys = pamong_villages_page_keys;
}

static void
pamong_villages_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (pamong_villages_page_parent_class)->map (widget);
  if (PAMONG_VILLAGES_PAGE (widget)->stale)
    show_all (PAMONG_VILLAGES_PAGE (widget));
}

static void
pamong_villages_page_dispose (GObject *object)
{
  PamongVillagesPage *self = PAMONG_VILLAGES_PAGE (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_pointer (&self->body, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (pamong_villages_page_parent_class)->dispose (object);
}

static void
pamong_villages_page_class_init (PamongVillagesPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pamong_villages_page_dispose;
  GTK_WIDGET_CLASS (klass)->map = pamong_villages_page_map;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
pamong_villages_page_init (PamongVillagesPage *self)
{
  GtkWidget *title = gtk_label_new (_ ("Villages")), *scroller = gtk_scrolled_window_new ();

  self->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->hint = GTK_LABEL (gtk_label_new (NULL));
  self->rows = PAMONG_ROWS (pamong_rows_new (columns, G_N_ELEMENTS (columns)));
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_xalign (self->hint, 0);
  gtk_widget_add_css_class (title, "page-title");
  gtk_widget_add_css_class (GTK_WIDGET (self->hint), "page-hint");
  gtk_widget_add_css_class (self->body, "page-body");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->rows));
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_set_margin_top (scroller, 12);
  gtk_box_append (GTK_BOX (self->body), title);
  gtk_box_append (GTK_BOX (self->body), GTK_WIDGET (self->hint));
  gtk_box_append (GTK_BOX (self->body), scroller);
  gtk_widget_set_parent (self->body, GTK_WIDGET (self));
}

GtkWidget *
pamong_villages_page_new (PamongSession *session)
{
  PamongVillagesPage *self = g_object_new (PAMONG_TYPE_VILLAGES_PAGE, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_swapped (session, "changed", G_CALLBACK (changed_cb), self);
  return GTK_WIDGET (self);
}
