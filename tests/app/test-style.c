/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/style.h"
#include <adwaita.h>
#include <math.h>

/* A rule that GTK 4.8 does not understand only warns; here a warning fails. */
static void
test_rules_parse (void)
{
  pamong_style_load ();
}

static void
assert_color (GtkWidget *widget, const char *name, const char *expected)
{
  GdkRGBA color, want;

  g_assert_true (gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), name, &color));
  g_assert_true (gdk_rgba_parse (&want, expected));
  g_assert_true (gdk_rgba_equal (&color, &want));
}

static void
test_tokens_follow_style (void)
{
  GtkWidget *window = gtk_window_new ();

  pamong_style_set_dark (FALSE);
  assert_color (window, "text_color", "#1C2024");
  assert_color (window, "accent_bg_color", "#0E706D");
  pamong_style_set_dark (TRUE);
  assert_color (window, "text_color", "#E8EAEC");
  assert_color (window, "accent_bg_color", "#12807C");
  pamong_style_set_dark (FALSE);
  assert_color (window, "text_color", "#1C2024");
  gtk_window_destroy (GTK_WINDOW (window));
}

static double
channel (double value)
{
  return value <= 0.03928 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static double
luminance (GtkWidget *widget, const char *name)
{
  GdkRGBA color;

  g_assert_true (gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), name, &color));
  return 0.2126 * channel (color.red) + 0.7152 * channel (color.green) + 0.0722 * channel (color.blue);
}

static double
contrast (GtkWidget *widget, const char *one, const char *other)
{
  double a = luminance (widget, one) + 0.05, b = luminance (widget, other) + 0.05;

  return MAX (a, b) / MIN (a, b);
}

/* WCAG: 4.5:1, in high contrast 7:1, on whatever it stands. What is disabled is faint, but in high contrast. */
static void
check_contrast (GtkWidget *widget)
{
  static const char *const texts[] = { "text_color", "secondary_color", "link_color", "warn_text_color", "error_text_color", "faint_color" };
  static const char *const grounds[] = { "page_color", "shell_color", "hover_color", "soft_color", "warn_fill_color", "error_fill_color" };
  gboolean high = adw_style_manager_get_high_contrast (adw_style_manager_get_default ());

  for (guint i = 0; i < G_N_ELEMENTS (texts) - !high; i++)
    for (guint k = 0; k < G_N_ELEMENTS (grounds); k++)
      if (contrast (widget, texts[i], grounds[k]) < (high ? 7 : 4.5))
        g_error ("%s on %s: %.2f", texts[i], grounds[k], contrast (widget, texts[i], grounds[k]));
  g_assert_cmpfloat (contrast (widget, "accent_fg_color", "fill_color"), >=, high ? 7 : 4.5);
  g_assert_cmpfloat (contrast (widget, "practice_text_color", "practice_fill_color"), >=, high ? 7 : 4.5);
  g_assert_cmpfloat (contrast (widget, high ? "line_color" : "edge_color", "page_color"), >=, 3);
}

static void
test_contrast (void)
{
  GtkWidget *window = gtk_window_new ();

  pamong_style_set_dark (FALSE);
  check_contrast (window);
  pamong_style_set_dark (TRUE);
  check_contrast (window);
  pamong_style_set_dark (FALSE);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_text_scale (void)
{
  pamong_style_set_text_scale (1.25);
  g_assert_cmpfloat_with_epsilon (pamong_style_text_scale (), 1.25, 0.001);
  pamong_style_set_text_scale (9);
  g_assert_cmpfloat_with_epsilon (pamong_style_text_scale (), 1.5, 0.001);
  pamong_style_set_text_scale (1);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/style/rules-parse", test_rules_parse);
  if (!adw_style_manager_get_high_contrast (adw_style_manager_get_default ()))
    g_test_add_func ("/style/tokens-follow-style", test_tokens_follow_style);
  g_test_add_func ("/style/contrast", test_contrast);
  g_test_add_func ("/style/text-scale", test_text_scale);
  return g_test_run ();
}
