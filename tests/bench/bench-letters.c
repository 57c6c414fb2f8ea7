/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <cairo-pdf.h>
#include <gio/gio.h>
#include <pango/pangocairo.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "domain/language.h"
#include "letters/people.h"

/* Letters against bare Pango and Cairo putting the same words at the same places: one PangoLayout used for all lines, each line known beforehand with its place, size and weight,
 * and the lines of the table; no markup, no breaking of lines, no pages to be found, neither with the code beside the signature. A page that is previewed is drawn onto an image of the screen's size. */

#define LETTERS 1000
#define STEP 20
#define KEYSTROKES 200
#define MM (72.0 / 25.4)
#define SCALE 1.25 /* a page 760 pixels wide */

typedef struct { double x, y, size; gboolean bold; char *words; } Placed;

static double
elapsed (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000;
}

/* The words of the page as they came out, line by line, read back from our own file. */
static GArray *
read_places (const char *path)
{
  g_autoptr (GSubprocess) reader = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, NULL, "pdftotext", "-bbox-layout", path, "-", NULL);
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Placed));
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GString) line = g_string_new (NULL);
  double x0 = 0, y0 = 0, x1, y1;

  g_subprocess_communicate_utf8 (reader, NULL, NULL, &text, NULL, NULL);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      char word[256];
      double wx, wy;

      if (sscanf (lines[i], " <line xMin=\"%lf\" yMin=\"%lf\" xMax=\"%lf\" yMax=\"%lf\"", &x0, &y0, &x1, &y1) == 4)
        g_string_truncate (line, 0);
      else if (sscanf (lines[i], " <word xMin=\"%lf\" yMin=\"%lf\" xMax=\"%lf\" yMax=\"%lf\">%255[^<]", &wx, &wy, &x1, &y1, word) == 5)
        g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", word);
      else if (strstr (lines[i], "</line>") != NULL)
        {
          gboolean bold = strstr (line->str, "TIDAK MAMPU") != NULL || strstr ("DESA MOJODELIK SUPRIYANTO No Nama NIK Lahir Hubungan", line->str) != NULL;
          Placed placed = { x0, y0, (y1 - y0) / 1.107, bold, g_strdup (line->str) };

          g_array_append_val (places, placed);
        }
    }
  return places;
}

static void
draw_bare (cairo_t *cr, PangoLayout *layout, GArray *places, const char *name)
{
  PangoFontDescription *font = pango_font_description_from_string ("Liberation Serif");

  for (guint i = 0; i < places->len; i++)
    {
      const Placed *placed = &g_array_index (places, Placed, i);

      pango_font_description_set_absolute_size (font, placed->size * PANGO_SCALE);
      pango_font_description_set_weight (font, placed->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
      pango_layout_set_font_description (layout, font);
      pango_layout_set_text (layout, strstr (placed->words, "SULASTRI") != NULL ? name : placed->words, -1);
      cairo_move_to (cr, placed->x, placed->y);
      pango_cairo_show_layout (cr, layout);
    }
  pango_font_description_free (font);
  cairo_set_line_width (cr, 0.6);
  for (guint i = 0; i < 25; i++)
    {
      cairo_rectangle (cr, 57 + i % 5 * 96, 400 + i / 5 * 15, 96, 15);
      cairo_stroke (cr);
    }
}

static cairo_status_t
drop_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static double
bare_files (GArray *places, guint first, guint n)
{
  gint64 start = g_get_monotonic_time ();

  for (guint i = first; i < first + n; i++)
    {
      g_autofree char *name = g_strdup_printf ("WARGA NOMOR %u", i);
      g_autoptr (GByteArray) bytes = g_byte_array_new ();
      cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (drop_cb, bytes, 215 * MM, 330 * MM);
      cairo_t *cr = cairo_create (surface);
      PangoLayout *layout = pango_cairo_create_layout (cr);

      draw_bare (cr, layout, places, name);
      cairo_show_page (cr);
      g_object_unref (layout);
      cairo_destroy (cr);
      cairo_surface_finish (surface);
      cairo_surface_destroy (surface);
    }
  return elapsed (start);
}

static double
our_files (PamongText *text, const PamongLetterType *type, PamongLetterFacts *facts, guint first, guint n)
{
  gint64 start = g_get_monotonic_time ();

  for (guint i = first; i < first + n; i++)
    {
      g_autofree char *name = g_strdup_printf ("WARGA NOMOR %u", i), *number = g_strdup_printf ("400.10.4.4/%u/35.22.28.2004/2026", i + 1);
      PamongLetterPrint print = letter_people_print (type, facts);
      g_autoptr (PamongLetter) letter = NULL;
      g_autoptr (GBytes) pdf = NULL;

      print.code = NULL; /* the bare page has none */
      pamong_letter_facts_set (facts, "subject.name", name);
      pamong_letter_facts_set (facts, "letter.number", number);
      letter = pamong_letter_new (text, &print, NULL);
      pdf = pamong_letter_pdf (letter, NULL);
      if (pdf == NULL)
        g_error ("no file");
    }
  return elapsed (start);
}

static int
compare_doubles (const void *a, const void *b)
{
  double one = *(const double *) a, two = *(const double *) b;

  return (one > two) - (one < two);
}

static double
percentile (double *values, guint n, double share)
{
  qsort (values, n, sizeof *values, compare_doubles);
  return values[(guint) (n * share)];
}

static cairo_t *
new_screen (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (215 * MM * SCALE), (int) (330 * MM * SCALE));
  cairo_t *cr = cairo_create (surface);

  cairo_surface_destroy (surface);
  cairo_scale (cr, SCALE, SCALE);
  return cr;
}

static void
wipe (cairo_t *cr)
{
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
}

/* One letter of the purpose after another, the page laid out and drawn each time; between them the bare page, so that both have the same computer. */
static void
preview (PamongText *text, const PamongLetterType *type, PamongLetterFacts *facts, GArray *places, double *ours, double *bare)
{
  g_autoptr (GString) typed = g_string_new (NULL);
  cairo_t *cr = new_screen ();
  PangoLayout *layout = pango_cairo_create_layout (cr);

  for (guint i = 0; i < KEYSTROKES; i++)
    {
      PamongLetterPrint print = letter_people_print (type, facts);
      gint64 start;

      print.code = NULL;
      g_string_append_c (typed, i % 9 == 8 ? ' ' : (char) ('a' + i % 26));
      start = g_get_monotonic_time ();
      pamong_letter_facts_set (facts, "answer.keperluan", typed->str);
      {
        g_autoptr (PamongLetter) letter = pamong_letter_new (text, &print, NULL);

        wipe (cr);
        pamong_letter_draw (letter, 0, cr);
      }
      ours[i] = elapsed (start);
      start = g_get_monotonic_time ();
      wipe (cr);
      draw_bare (cr, layout, places, "SULASTRI");
      bare[i] = elapsed (start);
    }
  g_object_unref (layout);
  cairo_destroy (cr);
}

static double
peak_mb (void)
{
  g_autofree char *status = NULL;
  const char *line = g_file_get_contents ("/proc/self/status", &status, NULL, NULL) ? strstr (status, "VmHWM:") : NULL;

  return line != NULL ? g_ascii_strtod (line + 6, NULL) / 1024 : 0;
}

int
main (int argc, char **argv)
{
  g_autofree char *dir = g_dir_make_tmp ("pamong-letters-XXXXXX", NULL), *path = g_build_filename (dir, "one.pdf", NULL);
  const PamongLetterType *type = pamong_letter_types_find ("sktm");
  g_autoptr (PamongLetterFacts) facts = letter_people_facts (type, LETTER_NORMAL);
  g_autoptr (PamongText) text = pamong_text_new ();
  PamongLetterPrint print = letter_people_print (type, facts);
  g_autoptr (GFile) file = g_file_new_for_path (path), folder = g_file_new_for_path (dir);
  double ours[KEYSTROKES], bare[KEYSTROKES], files = 0, bare_all = 0;
  g_autoptr (GArray) places = NULL;

  pamong_language_use (pamong_language_folder ());
  {
    g_autoptr (PamongLetter) letter = pamong_letter_new (text, &print, NULL);

    pamong_letter_pdf_file (letter, path, NULL);
  }
  places = read_places (path);
  for (guint i = 0; i < LETTERS; i += STEP) /* in turns, so that both have the same computer */
    {
      files += our_files (text, type, facts, i, STEP);
      bare_all += bare_files (places, i, STEP);
    }
  g_print ("{\"bench\":\"letters-1000-pdf\",\"value\":%.0f,\"unit\":\"ms\",\"bound\":%.0f,\"ratio\":%.2f,\"n\":%d,\"peak_mb\":%.1f}\n", files, bare_all, files / bare_all, LETTERS, peak_mb ());
  pamong_letter_facts_set (facts, "subject.name", "SULASTRI");
  preview (text, type, facts, places, ours, bare);
  double p95 = percentile (ours, KEYSTROKES, 0.95), bare_p95 = percentile (bare, KEYSTROKES, 0.95);
  g_print ("{\"bench\":\"letters-preview-keystroke\",\"value\":%.2f,\"unit\":\"ms\",\"bound\":%.2f,\"ratio\":%.2f,\"median\":%.2f,\"bare_median\":%.2f}\n", p95, bare_p95, p95 / bare_p95,
           percentile (ours, KEYSTROKES, 0.5), percentile (bare, KEYSTROKES, 0.5));
  g_file_delete (file, NULL, NULL);
  g_file_delete (folder, NULL, NULL);
  return 0;
}
