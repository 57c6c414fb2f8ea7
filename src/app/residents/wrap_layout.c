/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/residents/wrap_layout.h"

struct _PamongWrapLayout
{
  GtkLayoutManager parent_instance;
  int spacing;
};

G_DEFINE_FINAL_TYPE (PamongWrapLayout, pamong_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

/* Walks the lines for @width, placing the children when @place. Returns: the height. */
static int
walk (PamongWrapLayout *self, GtkWidget *widget, int width, gboolean place)
{
  int x = 0, y = 0, line = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkRequisition size;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_get_preferred_size (child, NULL, &size);
      if (x > 0 && x + size.width > width)
        {
          x = 0;
          y += line + self->spacing;
          line = 0;
        }
      if (place)
        gtk_widget_size_allocate (child, &(GtkAllocation) { x, y, MIN (size.width, MAX (width, 1)), size.height }, -1);
      x += size.width + self->spacing;
      line = MAX (line, size.height);
    }
  return y + line;
}

static GtkSizeRequestMode
get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  PamongWrapLayout *self = PAMONG_WRAP_LAYOUT (manager);
  int widest = 0, all = 0;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = walk (self, widget, for_size < 0 ? G_MAXINT : for_size, FALSE);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      int width;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
      widest = MAX (widest, width);
      all += width + (all > 0 ? self->spacing : 0);
    }
  *minimum = widest;
  *natural = all;
}

static void
allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  walk (PAMONG_WRAP_LAYOUT (manager), widget, width, TRUE);
}

static void
pamong_wrap_layout_class_init (PamongWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = get_request_mode;
  layout_class->measure = measure;
  layout_class->allocate = allocate;
}

static void
pamong_wrap_layout_init (PamongWrapLayout *self)
{
}

GtkLayoutManager *
pamong_wrap_layout_new (int spacing)
{
  PamongWrapLayout *self = g_object_new (PAMONG_TYPE_WRAP_LAYOUT, NULL);

  self->spacing = spacing;
  return GTK_LAYOUT_MANAGER (self);
}
