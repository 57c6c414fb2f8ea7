/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/text.h"

static const PamongFont FONT = { 8, FALSE };

static void
test_lines (void)
{
  g_autoptr (PamongText) text = pamong_text_new ();
  double word = pamong_text_width (text, FONT, "SITI"), two = pamong_text_width (text, FONT, "SITI SITI");

  g_assert_cmpfloat (two, >, 2 * word);
  g_assert_cmpuint (pamong_text_lines (text, FONT, "", 100), ==, 0);
  g_assert_cmpuint (pamong_text_lines (text, FONT, "SITI SITI", two + 0.1), ==, 1);
  g_assert_cmpuint (pamong_text_lines (text, FONT, "SITI SITI", two - 0.1), ==, 2);
  g_assert_cmpuint (pamong_text_lines (text, FONT, "SITI\nSITI", 1000), ==, 2);
}

/* A word wider than its column goes on below, and nothing of it is lost. */
static void
test_long_word (void)
{
  g_autoptr (PamongText) text = pamong_text_new ();
  const char *name = "ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMNOPQRSTUVWXYZ";
  guint lines = pamong_text_lines (text, FONT, name, 40);

  g_assert_cmpuint (lines, >=, (guint) (pamong_text_width (text, FONT, name) / 40));
  g_assert_cmpuint (pamong_text_lines (text, FONT, "A", 0.1), ==, 1);
}

/* A day and a number stay whole, words are parted where a hand would. */
static void
test_parted (void)
{
  g_autoptr (PamongText) text = pamong_text_new ();
  double half = pamong_text_width (text, FONT, "pelajar/") + 1;

  g_assert_cmpuint (pamong_text_lines (text, FONT, "pelajar/mahasiswa", half + 20), ==, 2);
  g_assert_cmpuint (pamong_text_lines (text, FONT, "BLORA, 24-06-1986", pamong_text_width (text, FONT, "BLORA, 24-06") + 1), ==, 2);
  g_assert_cmpuint (pamong_text_lines (text, FONT, "24-06-1986", pamong_text_width (text, FONT, "24-06-1986") + 1), ==, 1);
}

/* What Dukcapil writes may hold any letter. */
static void
test_letters (void)
{
  g_autoptr (PamongText) text = pamong_text_new ();
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  const char *words[] = { "SA'DIYAH", "JOSÉ", "محمد", "田中", "é", "👩‍👩‍👧" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_cmpuint (pamong_text_draw (text, cr, FONT, words[i], 0, 0, 200, PAMONG_TEXT_START), ==, 1);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/lines", test_lines);
  g_test_add_func ("/text/long-word", test_long_word);
  g_test_add_func ("/text/parted", test_parted);
  g_test_add_func ("/text/letters", test_letters);
  return g_test_run ();
}
