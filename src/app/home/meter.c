/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/home/meter.h"
#include <glib/gi18n.h>

#define BAR 8
#define HALF 500
#define WHOLE 1000

struct _PamongMeter {
  GtkWidget parent_instance;

  char *title;
  gint64 share;
  GtkWidget *body, *bar;
  GtkLabel *figure, *words;
};

G_DEFINE_FINAL_TYPE (PamongMeter, pamong_meter, GTK_TYPE_WIDGET)

static void
set_source (cairo_t *cr, GtkWidget *widget, const char *name)
{
  GdkRGBA colour;

  if (gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), name, &colour))
    gdk_cairo_set_source_rgba (cr, &colour);
}

static void
fill_bar (cairo_t *cr, double y, double width)
{
  double r = BAR / 2.0;

  if (width < BAR)
    return;
  cairo_arc (cr, r, y + r, r, G_PI_2, 3 * G_PI_2);
  cairo_arc (cr, width - r, y + r, r, -G_PI_2, G_PI_2);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  PamongMeter *self = data;
  GtkWidget *widget = GTK_WIDGET (area);
  double y = (height - BAR) / 2.0;

  set_source (cr, widget, "track_color");
  fill_bar (cr, y, width);
  if (self->share > 0)
    {
      set_source (cr, widget, self->share < HALF ? "warn_line_color" : "fill_color");
      fill_bar (cr, y, width * (double) MIN (self->share, WHOLE) / WHOLE);
    }
  set_source (cr, widget, "text_color");
  cairo_rectangle (cr, width / 2.0 - 1, 0, 2, height);
  cairo_fill (cr);
}

static void
pamong_meter_dispose (GObject *object)
{
  PamongMeter *self = PAMONG_METER (object);

  g_clear_pointer (&self->body, gtk_widget_unparent);
  g_clear_pointer (&self->title, g_free);
  G_OBJECT_CLASS (pamong_meter_parent_class)->dispose (object);
}

static void
pamong_meter_class_init (PamongMeterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pamong_meter_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
pamong_meter_init (PamongMeter *self)
{
}

static GtkWidget *
make_scale (void)
{
  GtkWidget *box = gtk_center_box_new (), *half = gtk_label_new (_ ("50 %")), *zero = gtk_label_new (_ ("0 %")), *whole = gtk_label_new (_ ("100 %"));

  gtk_widget_add_css_class (zero, "secondary");
  gtk_widget_add_css_class (whole, "secondary");
  gtk_widget_add_css_class (half, "medium");
  gtk_center_box_set_start_widget (GTK_CENTER_BOX (box), zero);
  gtk_center_box_set_center_widget (GTK_CENTER_BOX (box), half);
  gtk_center_box_set_end_widget (GTK_CENTER_BOX (box), whole);
  return box;
}

GtkWidget *
pamong_meter_new (const char *title)
{
  PamongMeter *self = g_object_new (PAMONG_TYPE_METER, NULL);
  GtkWidget *head = gtk_label_new (title), *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 14);

  self->title = g_strdup (title);
  self->share = -1;
  self->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->figure = GTK_LABEL (gtk_label_new (NULL));
  self->words = GTK_LABEL (gtk_label_new (NULL));
  self->bar = gtk_drawing_area_new ();
  gtk_label_set_xalign (GTK_LABEL (head), 0);
  gtk_label_set_xalign (self->words, 0);
  gtk_label_set_wrap (self->words, TRUE);
  gtk_widget_add_css_class (head, "strong");
  gtk_widget_add_css_class (GTK_WIDGET (self->figure), "figure");
  gtk_widget_add_css_class (GTK_WIDGET (self->words), "secondary");
  gtk_widget_add_css_class (self->body, "panel");
  gtk_widget_add_css_class (self->body, "panel-body");
  gtk_widget_set_size_request (self->bar, 100, 16);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->bar), draw_cb, self, NULL);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->figure));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->words));
  gtk_box_append (GTK_BOX (self->body), head);
  gtk_box_append (GTK_BOX (self->body), line);
  gtk_box_append (GTK_BOX (self->body), self->bar);
  gtk_box_append (GTK_BOX (self->body), make_scale ());
  /* Two meters side by side keep their bars on one line, however many lines the words take. */
  gtk_widget_set_vexpand (line, TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), FALSE);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_parent (self->body, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

void
pamong_meter_set (PamongMeter *self, gint64 share, const char *words)
{
  g_autofree char *figure = share >= 0 ? g_strdup_printf ("%d %%", (int) (share / 10)) : g_strdup ("–");
  g_autofree char *told = g_strdup_printf ("%s: %s, %s", self->title, figure, words);

  self->share = share;
  gtk_label_set_text (self->figure, figure);
  gtk_label_set_text (self->words, words);
  if (share >= 0 && share < HALF)
    gtk_widget_add_css_class (GTK_WIDGET (self->figure), "warning-text");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->figure), "warning-text");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, told, -1);
  gtk_widget_queue_draw (self->bar);
}
