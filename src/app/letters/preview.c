/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/letters/preview.h"
#include "app/widgets/focus.h"
#include <glib/gi18n.h>

#define MARGIN 14.0
#define STEP 1.25
#define LARGEST 4.0

struct _PamongPreview {
  GtkWidget parent_instance;

  PamongLetter *letter;
  char *paper;
  double larger; /* over the scale of the mode */
  guint fit_id;
  GtkWidget *whole, *wide, *scroller, *area, *said;
  GtkLabel *pages;
};

G_DEFINE_FINAL_TYPE (PamongPreview, pamong_preview, GTK_TYPE_WIDGET)

static gboolean
is_wide (PamongPreview *self)
{
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->wide));
}

static double
room (PamongPreview *self, gboolean across)
{
  GtkScrolledWindow *scroller = GTK_SCROLLED_WINDOW (self->scroller);

  return gtk_adjustment_get_page_size (across ? gtk_scrolled_window_get_hadjustment (scroller) : gtk_scrolled_window_get_vadjustment (scroller));
}

/* Of the first page: a form that lies on its side is drawn as large as the letter before it. */
static double
scale (PamongPreview *self)
{
  double width, height, across, down;

  pamong_letter_page_size (self->letter, 0, &width, &height);
  across = MAX (room (self, TRUE) - 2 * MARGIN, 40) / width;
  down = MAX (room (self, FALSE) - 2 * MARGIN, 40) / height;
  return MIN (is_wide (self) ? across : MIN (across, down), LARGEST) * self->larger;
}

/* Which page lies at @y of the desk. */
static guint
page_at (PamongPreview *self, double y)
{
  guint n = pamong_letter_n_pages (self->letter), page = 0;
  double s = scale (self), end = MARGIN, width, height;

  for (; page + 1 < n; page++)
    {
      pamong_letter_page_size (self->letter, page, &width, &height);
      end += height * s + MARGIN;
      if (y < end)
        break;
    }
  return page;
}

static void
show_pages (PamongPreview *self)
{
  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  guint n = self->letter != NULL ? pamong_letter_n_pages (self->letter) : 0;
  guint page = n > 0 ? page_at (self, gtk_adjustment_get_value (down) + gtk_adjustment_get_page_size (down) / 2) + 1 : 0;
  g_autofree char *words = n > 0 ? g_strdup_printf (_ ("Page %u of %u, %s"), page, n, self->paper) : g_strdup ("");

  gtk_label_set_text (self->pages, words);
}

static void
fit (PamongPreview *self)
{
  double across = 0, down = MARGIN, s = self->letter != NULL ? scale (self) : 0;

  for (guint i = 0; self->letter != NULL && i < pamong_letter_n_pages (self->letter); i++)
    {
      double width, height;

      pamong_letter_page_size (self->letter, i, &width, &height);
      across = MAX (across, width * s + 2 * MARGIN);
      down += height * s + MARGIN;
    }
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (self->area), (int) across);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self->area), (int) down);
  gtk_widget_queue_draw (self->area);
  show_pages (self);
}

static gboolean
fit_cb (gpointer data)
{
  PamongPreview *self = data;

  self->fit_id = 0;
  fit (self);
  return G_SOURCE_REMOVE;
}

/* The room is known while it is given out, when nothing may ask for more. */
static void
room_changed_cb (PamongPreview *self)
{
  if (self->fit_id == 0)
    self->fit_id = g_idle_add (fit_cb, self);
}

static void
draw_page (PamongPreview *self, cairo_t *cr, guint page, double s, double x)
{
  double width, height;

  pamong_letter_page_size (self->letter, page, &width, &height);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_rectangle (cr, x, 0, width * s, height * s);
  cairo_fill_preserve (cr);
  cairo_set_source_rgb (cr, 0.76, 0.79, 0.82);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  cairo_save (cr);
  cairo_translate (cr, x, 0);
  cairo_scale (cr, s, s);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  pamong_letter_draw (self->letter, page, cr);
  cairo_restore (cr);
  cairo_translate (cr, 0, height * s + MARGIN);
}

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  PamongPreview *self = data;
  double s = self->letter != NULL ? scale (self) : 0;

  cairo_translate (cr, 0, MARGIN);
  for (guint i = 0; self->letter != NULL && i < pamong_letter_n_pages (self->letter); i++)
    {
      double page_width, page_height;

      pamong_letter_page_size (self->letter, i, &page_width, &page_height);
      draw_page (self, cr, i, s, MAX ((width - page_width * s) / 2, MARGIN));
    }
}

static void
mode_cb (PamongPreview *self)
{
  self->larger = 1;
  fit (self);
}

static void
pamong_preview_dispose (GObject *object)
{
  PamongPreview *self = PAMONG_PREVIEW (object);
  GtkWidget *child;

  g_clear_handle_id (&self->fit_id, g_source_remove);
  g_clear_pointer (&self->letter, pamong_letter_free);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->paper, g_free);
  G_OBJECT_CLASS (pamong_preview_parent_class)->dispose (object);
}

static void
pamong_preview_class_init (PamongPreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pamong_preview_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static GtkWidget *
make_bar (PamongPreview *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *toggles = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->whole = gtk_toggle_button_new_with_mnemonic (_ ("Wh_ole page"));
  self->wide = gtk_toggle_button_new_with_mnemonic (_ ("Full wi_dth"));
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->wide), GTK_TOGGLE_BUTTON (self->whole));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->whole), TRUE);
  gtk_widget_add_css_class (toggles, "linked");
  gtk_box_append (GTK_BOX (toggles), self->whole);
  gtk_box_append (GTK_BOX (toggles), self->wide);
  self->pages = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->pages), "secondary");
  gtk_widget_set_hexpand (GTK_WIDGET (self->pages), TRUE);
  gtk_label_set_xalign (self->pages, 1);
  gtk_label_set_ellipsize (self->pages, PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (bar), toggles);
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->pages));
  gtk_widget_add_css_class (bar, "preview-bar");
  g_signal_connect_swapped (self->wide, "toggled", G_CALLBACK (mode_cb), self);
  return bar;
}

static GtkWidget *
make_desk (PamongPreview *self)
{
  GtkWidget *overlay = gtk_overlay_new ();
  GtkScrolledWindow *scroller;

  self->area = gtk_drawing_area_new ();
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->area), draw_cb, self, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->area), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("The letter as it prints"), -1);
  self->scroller = gtk_scrolled_window_new ();
  scroller = GTK_SCROLLED_WINDOW (self->scroller);
  gtk_scrolled_window_set_child (scroller, self->area);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_widget_set_hexpand (self->scroller, TRUE);
  g_signal_connect_swapped (gtk_scrolled_window_get_vadjustment (scroller), "notify::page-size", G_CALLBACK (room_changed_cb), self);
  g_signal_connect_swapped (gtk_scrolled_window_get_hadjustment (scroller), "notify::page-size", G_CALLBACK (room_changed_cb), self);
  g_signal_connect_swapped (gtk_scrolled_window_get_vadjustment (scroller), "value-changed", G_CALLBACK (show_pages), self);
  self->said = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->said), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->said), 40);
  gtk_widget_set_valign (self->said, GTK_ALIGN_START);
  gtk_widget_set_halign (self->said, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->said, "preview-said");
  gtk_widget_set_visible (self->said, FALSE);
  gtk_widget_set_can_target (self->said, FALSE);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), self->scroller);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->said);
  return overlay;
}

static void
pamong_preview_init (PamongPreview *self)
{
  self->larger = 1;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "preview");
  gtk_widget_set_parent (make_bar (self), GTK_WIDGET (self));
  gtk_widget_set_parent (make_desk (self), GTK_WIDGET (self));
}

GtkWidget *
pamong_preview_new (void)
{
  return g_object_new (PAMONG_TYPE_PREVIEW, NULL);
}

void
pamong_preview_show (PamongPreview *self, PamongLetter *letter, const char *paper)
{
  g_clear_pointer (&self->letter, pamong_letter_free);
  g_free (self->paper);
  self->letter = letter;
  self->paper = g_strdup (paper);
  fit (self);
}

void
pamong_preview_say (PamongPreview *self, const char *words)
{
  gtk_label_set_text (GTK_LABEL (self->said), words != NULL ? words : "");
  gtk_widget_set_visible (self->said, words != NULL);
}

void
pamong_preview_zoom (PamongPreview *self, int step)
{
  if (step == 0)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->whole), TRUE);
  self->larger = step == 0 ? 1 : step > 0 ? self->larger * STEP : self->larger / STEP;
  self->larger = CLAMP (self->larger, 0.4, 6);
  fit (self);
}

double
pamong_preview_scale (PamongPreview *self)
{
  return self->letter != NULL ? scale (self) : 0;
}
