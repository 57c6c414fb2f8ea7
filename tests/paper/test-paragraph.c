/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/image.h"
#include "paper/paragraph.h"

static const PamongFont PLAIN = { 12, FALSE, PAMONG_FONT_SERIF }, BOLD = { 12, TRUE, PAMONG_FONT_SERIF };

static void
assert_lines (PamongText *text, const char *words, double width, guint lines)
{
  PamongSpan span = { words, PLAIN, FALSE };
  g_autoptr (PamongParagraph) paragraph = pamong_paragraph_new (text, &span, 1, width, PAMONG_TEXT_JUSTIFY);

  g_assert_cmpuint (pamong_paragraph_n_lines (paragraph), ==, lines);
  g_assert_cmpfloat (pamong_paragraph_widest (paragraph), <=, MAX (width, pamong_text_width (text, PLAIN, "M")) + 0.02);
}

static void
test_lines (void)
{
  g_autoptr (PamongText) text = pamong_text_new ();
  double one = pamong_text_width (text, PLAIN, "satu dua");

  assert_lines (text, "", 100, 0);
  assert_lines (text, "   ", 100, 0);
  assert_lines (text, "satu dua", one + 0.1, 1);
  assert_lines (text, "satu dua", one - 0.1, 2);
  assert_lines (text, "satu\ndua", 1000, 2);
  assert_lines (text, "SURAT", 1, 5);
}

/* A word of two weights is one word: it is not parted where they meet. */
static void
test_spans (void)
{
  g_autoptr (PamongText) text = pamong_text_new ();
  PamongSpan spans[] = { { "nama ", PLAIN, FALSE }, { "SULASTRI", BOLD, TRUE }, { ", warga", PLAIN, FALSE } };
  double to_name = pamong_text_width (text, PLAIN, "nama") + pamong_text_width (text, BOLD, "SULASTRI") + 5;
  g_autoptr (PamongParagraph) paragraph = pamong_paragraph_new (text, spans, 3, to_name, PAMONG_TEXT_START);

  g_assert_cmpuint (pamong_paragraph_n_lines (paragraph), ==, 3);
  g_assert_cmpfloat (pamong_paragraph_widest (paragraph), >, pamong_text_width (text, BOLD, "SULASTRI"));
}

static void
test_drawn (void)
{
  g_autoptr (PamongText) text = pamong_text_new ();
  PamongSpan span = { "SA'DIYAH محمد عبد الله dan 田中 é 👩‍👩‍👧 pelajar/mahasiswa", PLAIN, TRUE };
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);

  for (int align = PAMONG_TEXT_START; align <= PAMONG_TEXT_JUSTIFY; align++)
    for (double width = 5; width < 400; width += 50)
      {
        g_autoptr (PamongParagraph) paragraph = pamong_paragraph_new (text, &span, 1, width, (PamongTextAlign) align);

        for (guint i = 0; i < pamong_paragraph_n_lines (paragraph); i++)
          pamong_paragraph_draw_line (paragraph, cr, i, 0, i * pamong_paragraph_line_height (paragraph));
      }
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static cairo_status_t
collect_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
make_png (int width, int height)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);

  cairo_surface_write_to_png_stream (image, collect_cb, bytes);
  cairo_surface_destroy (image);
  return g_byte_array_free_to_bytes (bytes);
}

/* A photograph as a logo is made small; what is no image, or lies about its size, is none. */
static void
test_image (void)
{
  g_autoptr (PamongText) text = pamong_text_new ();
  g_autoptr (GBytes) large = make_png (1200, 600), cut = g_bytes_new_from_bytes (large, 0, 60), none = g_bytes_new_static ("GIF89a", 6);
  gsize size;
  g_autofree guchar *lying = g_memdup2 (g_bytes_get_data (large, &size), g_bytes_get_size (large));
  g_autoptr (GBytes) giant = NULL;
  cairo_surface_t *image = pamong_image_get (text, large);

  g_assert_cmpint (cairo_image_surface_get_width (image), ==, 320);
  g_assert_cmpint (cairo_image_surface_get_height (image), ==, 160);
  g_assert_true (pamong_image_get (text, large) == image);
  lying[16] = 0x7f;
  giant = g_bytes_new (lying, size);
  g_assert_null (pamong_image_get (text, cut));
  g_assert_null (pamong_image_get (text, none));
  g_assert_null (pamong_image_get (text, giant));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paper/paragraph/lines", test_lines);
  g_test_add_func ("/paper/paragraph/spans", test_spans);
  g_test_add_func ("/paper/paragraph/drawn", test_drawn);
  g_test_add_func ("/paper/paragraph/image", test_image);
  return g_test_run ();
}
