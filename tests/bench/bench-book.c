/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <cairo-pdf.h>
#include <gio/gio.h>
#include <pango/pangocairo.h>

#include "people.h"
#include "print/book.h"

/* The book of residents into a PDF, from SQLite to the file, against bare Pango and Cairo putting the same words into the same columns: one PangoLayout used for
 * all, one pass, no heads, no lines, no number of pages, and the words already in memory. */

#define MM (72.0 / 25.4)

static double *
make_edges (PamongFilled *filled)
{
  GPtrArray *columns = pamong_filled_register (filled)->columns;
  double *edges = g_new0 (double, columns->len + 1), all = 0;

  for (guint c = 0; c < columns->len; c++)
    all += ((const PamongRegisterColumn *) columns->pdata[c])->width;
  for (guint c = 0; c < columns->len; c++)
    edges[c + 1] = edges[c] + ((const PamongRegisterColumn *) columns->pdata[c])->width * (PAMONG_F4_WIDTH - 25) * MM / all;
  return edges;
}

static double
draw_row (PamongFilled *filled, guint row, const double *edges, PangoLayout *layout, cairo_t *cr, double y)
{
  GPtrArray *columns = pamong_filled_register (filled)->columns;
  int height = 0;

  for (guint c = 0; c < columns->len; c++)
    {
      const char *words = pamong_filled_cell (filled, row, c);
      int w, h;

      if (*words == '\0')
        continue;
      pango_layout_set_width (layout, (int) ((edges[c + 1] - edges[c] - 4) * PANGO_SCALE));
      pango_layout_set_text (layout, words, -1);
      cairo_move_to (cr, 15 * MM + edges[c] + 2, y);
      pango_cairo_show_layout (cr, layout);
      pango_layout_get_size (layout, &w, &h);
      height = MAX (height, h);
    }
  return (double) height / PANGO_SCALE + 2;
}

static double
draw_bare (PamongFilled *filled, const char *path)
{
  gint64 start = g_get_monotonic_time ();
  cairo_surface_t *surface = cairo_pdf_surface_create (path, PAMONG_F4_WIDTH * MM, PAMONG_F4_HEIGHT * MM);
  cairo_t *cr = cairo_create (surface);
  PangoLayout *layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_from_string ("Liberation Sans");
  g_autofree double *edges = make_edges (filled);
  double y = 10 * MM;

  pango_font_description_set_absolute_size (font, pamong_filled_register (filled)->font * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  for (guint row = 0; row < pamong_filled_n_rows (filled); row++)
    {
      y += draw_row (filled, row, edges, layout, cr, y);
      if (y > (PAMONG_F4_HEIGHT - 20) * MM)
        {
          cairo_show_page (cr);
          y = 10 * MM;
        }
    }
  g_object_unref (layout);
  pango_font_description_free (font);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return people_elapsed (start);
}

static PamongFilled *
read_book (PamongOffice *office)
{
  PamongRegisterScope scope = { .area = pamong_store_area (pamong_office_store (office)), .today = "2026-04-30" };
  g_autoptr (GError) error = NULL;
  PamongFilled *filled = pamong_register_fill (pamong_office_store (office), pamong_registers_find ("b1"), &scope, &error);

  if (filled == NULL)
    g_error ("%s", error->message);
  return filled;
}

static double
draw_ours (PamongOffice *office, const char *path, guint *pages)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (PamongFilled) filled = read_book (office);
  PamongFrame *frame = pamong_frame_new (pamong_office_store (office), filled, "Peserta", FALSE, NULL);
  g_autoptr (PamongBookPrint) print = pamong_book_print_new (filled, frame);

  *pages = pamong_book_print_n_pages (print);
  if (!pamong_book_print_pdf (print, path, NULL))
    g_error ("the book was not written");
  return people_elapsed (start);
}

int
main (int argc, char **argv)
{
  guint n = 50000, pages = 0;
  PamongOffice *office = people_office (n, NULL);
  g_autofree char *dir = g_dir_make_tmp ("pamong-book-XXXXXX", NULL), *one = g_build_filename (dir, "ours.pdf", NULL), *two = g_build_filename (dir, "bare.pdf", NULL);
  g_autoptr (PamongFilled) filled = read_book (office);
  g_autoptr (GFile) first = g_file_new_for_path (one), second = g_file_new_for_path (two), folder = g_file_new_for_path (dir);
  double bare = draw_bare (filled, two), ours = draw_ours (office, one, &pages);

  g_print ("{\"bench\":\"book-b1-50000\",\"value\":%.0f,\"unit\":\"ms\",\"bound\":%.0f,\"ratio\":%.2f,\"n\":%u,\"pages\":%u}\n", ours, bare, ours / bare, n, pages);
  g_file_delete (first, NULL, NULL);
  g_file_delete (second, NULL, NULL);
  g_file_delete (folder, NULL, NULL);
  people_close (office);
  return 0;
}
