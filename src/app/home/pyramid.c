/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/home/pyramid.h"
#include "app/words.h"
#include <glib/gi18n.h>

#define ROW 20
#define GAP 3
#define MIDDLE 3.6 /* width of the ages, in text heights */
#define EVERY 3    /* one age in three is written */

struct _PamongPyramid {
  GtkWidget parent_instance;

  gint64 ages[2][PAMONG_AGE_GROUPS], most;
  char *words;
};

G_DEFINE_FINAL_TYPE (PamongPyramid, pamong_pyramid, GTK_TYPE_WIDGET)

static char *
group_words (int group)
{
  if (group == PAMONG_AGE_GROUPS - 1)
    return g_strdup_printf ("%d+", group * PAMONG_AGE_YEARS);
  return g_strdup_printf ("%d–%d", group * PAMONG_AGE_YEARS, group * PAMONG_AGE_YEARS + PAMONG_AGE_YEARS - 1);
}

static void
draw_text (GtkWidget *widget, GtkSnapshot *snapshot, const char *text, double x, double y, double height)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
  GdkRGBA colour;
  int w, h;

  pango_layout_get_pixel_size (layout, &w, &h);
  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), "secondary_color", &colour))
    return;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (x - w / 2.0), (float) (y + (height - h) / 2)));
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  gtk_snapshot_restore (snapshot);
}

static int
text_height (GtkWidget *widget)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, "60–64");
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

static void
pamong_pyramid_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PamongPyramid *self = PAMONG_PYRAMID (widget);
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  double middle = text_height (widget) * MIDDLE, side = (gtk_widget_get_width (widget) - middle) / 2;
  double row = (double) gtk_widget_get_height (widget) / PAMONG_AGE_GROUPS;
  GdkRGBA men, women;

  if (side <= 0 || !gtk_style_context_lookup_color (style, "fill_color", &men) || !gtk_style_context_lookup_color (style, "second_series_color", &women))
    return;
  for (int group = 0; group < PAMONG_AGE_GROUPS; group++)
    {
      double y = (PAMONG_AGE_GROUPS - 1 - group) * row;
      double left = self->most > 0 ? side * (double) self->ages[0][group] / (double) self->most : 0;
      double right = self->most > 0 ? side * (double) self->ages[1][group] / (double) self->most : 0;
      g_autofree char *words = group_words (group);

      gtk_snapshot_append_color (snapshot, &men, &GRAPHENE_RECT_INIT ((float) (side - left), (float) y, (float) left, (float) (row - GAP)));
      gtk_snapshot_append_color (snapshot, &women, &GRAPHENE_RECT_INIT ((float) (side + middle), (float) y, (float) right, (float) (row - GAP)));
      if (group % EVERY == 0)
        draw_text (widget, snapshot, words, side + middle / 2, y, row - GAP);
    }
}

static void
pamong_pyramid_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 300 : ROW * PAMONG_AGE_GROUPS;
}

static void
pamong_pyramid_finalize (GObject *object)
{
  g_free (PAMONG_PYRAMID (object)->words);
  G_OBJECT_CLASS (pamong_pyramid_parent_class)->finalize (object);
}

static void
pamong_pyramid_class_init (PamongPyramidClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pamong_pyramid_finalize;
  widget_class->snapshot = pamong_pyramid_snapshot;
  widget_class->measure = pamong_pyramid_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
pamong_pyramid_init (PamongPyramid *self)
{
}

GtkWidget *
pamong_pyramid_new (void)
{
  return g_object_new (PAMONG_TYPE_PYRAMID, NULL);
}

void
pamong_pyramid_set (PamongPyramid *self, const PamongFigures *figures)
{
  GString *told = g_string_new (_ ("Residents by age."));

  self->most = 0;
  for (int group = 0; group < PAMONG_AGE_GROUPS; group++)
    {
      g_autofree char *words = group_words (group), *men = pamong_words_number (figures->ages[0][group]), *women = pamong_words_number (figures->ages[1][group]);

      for (int sex = 0; sex < 2; sex++)
        {
          self->ages[sex][group] = figures->ages[sex][group];
          self->most = MAX (self->most, figures->ages[sex][group]);
        }
      g_string_append_printf (told, _ (" %s years: %s men, %s women."), words, men, women);
    }
  g_free (self->words);
  self->words = g_string_free (told, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->words, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const char *
pamong_pyramid_words (PamongPyramid *self)
{
  return self->words;
}
