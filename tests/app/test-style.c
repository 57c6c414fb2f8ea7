/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/style.h"
#include <adwaita.h>

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
  g_test_add_func ("/style/tokens-follow-style", test_tokens_follow_style);
  g_test_add_func ("/style/text-scale", test_text_scale);
  return g_test_run ();
}
