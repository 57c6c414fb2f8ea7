/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/pdf.h"

#include <cairo-pdf.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "domain/error.h"

typedef struct {
  GOutputStream *stream;
  GError *error;
} Writing;

static cairo_status_t
write_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  Writing *writing = closure;

  return writing->error == NULL && g_output_stream_write_all (writing->stream, data, length, NULL, NULL, &writing->error) ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

static gboolean
blame (GError **error, const char *path, const GError *why)
{
  g_autofree char *shown = g_filename_display_name (path);

  if (g_error_matches (why, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_FULL, _("The disk is full: %s was not written. Make room, or choose another disk."), shown);
  else
    g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _("%s cannot be written. Close it if it is open in another program, or choose a folder in which you may write."), shown);
  return FALSE;
}

static void
describe (cairo_surface_t *surface, const PamongPaper *paper)
{
  if (paper->created != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, paper->created);
  if (paper->title != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, paper->title);
  if (paper->keywords != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_KEYWORDS, paper->keywords);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Pamong");
}

static gboolean
write_pages (const PamongPaper *paper, Writing *writing)
{
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_bytes, writing, 1, 1);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  describe (surface, paper);
  for (guint i = 0; i < paper->n_pages && writing->error == NULL; i++)
    {
      double width, height;

      paper->size (paper->data, i, &width, &height);
      cairo_pdf_surface_set_size (surface, width, height);
      paper->draw (paper->data, i, cr);
      cairo_show_page (cr);
    }
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  status = status != CAIRO_STATUS_SUCCESS ? status : cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return status == CAIRO_STATUS_SUCCESS && writing->error == NULL;
}

GBytes *
pamong_paper_pdf (const PamongPaper *paper, GError **error)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  Writing writing = { stream, NULL };

  if (!write_pages (paper, &writing) || !g_output_stream_close (stream, NULL, NULL))
    {
      g_clear_error (&writing.error);
      g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_FAILED, _("The pages could not be drawn."));
      return NULL;
    }
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

gboolean
pamong_paper_pdf_file (const PamongPaper *paper, const char *path, GError **error)
{
  g_autofree char *name = g_strdup_printf ("%s.%08x.part", path, g_random_int ());
  g_autoptr (GFile) part = g_file_new_for_path (name), target = g_file_new_for_path (path);
  g_autoptr (GError) why = NULL;
  g_autoptr (GFileOutputStream) file = g_file_create (part, G_FILE_CREATE_PRIVATE, NULL, &why);
  g_autoptr (GOutputStream) stream = file != NULL ? g_buffered_output_stream_new_sized (G_OUTPUT_STREAM (file), 1 << 16) : NULL;
  Writing writing = { stream, NULL };
  gboolean written;

  if (stream == NULL)
    return blame (error, path, why);
  written = write_pages (paper, &writing) && g_output_stream_close (stream, NULL, &why) && g_file_move (part, target, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &why);
  if (!written)
    {
      blame (error, path, writing.error != NULL ? writing.error : why);
      g_output_stream_close (stream, NULL, NULL);
      g_file_delete (part, NULL, NULL);
    }
  g_clear_error (&writing.error);
  return written;
}
