/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/settings/logo.h"
#include "domain/error.h"
#include "domain/fields.h"
#include <glib/gi18n.h>
#include <string.h>

#define FILE_BYTES (4 * 1024 * 1024) /* no scan of a coat of arms is larger */
#define CHUNK 65536
#define SIDE 256
#define SMALLEST 32
#define DOTS 40000000 /* of the picture in the file: it is unpacked before it is made small */

static gboolean
refuse (GError **error, const char *words)
{
  g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, words);
  return FALSE;
}

static gboolean
refuse_kind (GError **error)
{
  return refuse (error, _ ("This file is no picture that Pamong can read. Choose a PNG, JPEG or SVG file."));
}

static void
size_prepared_cb (GdkPixbufLoader *loader, int width, int height, gboolean *too_large)
{
  double larger = MAX (width, height);

  *too_large = (gint64) width * height > DOTS;
  if (*too_large)
    gdk_pixbuf_loader_set_size (loader, 0, 0); /* the loader gives up before it asks for memory */
  else if (larger > SIDE)
    gdk_pixbuf_loader_set_size (loader, MAX (1, (int) (width * SIDE / larger)), MAX (1, (int) (height * SIDE / larger)));
}

static gboolean
is_known_format (GdkPixbufLoader *loader)
{
  GdkPixbufFormat *format = gdk_pixbuf_loader_get_format (loader);
  g_autofree char *name = format != NULL ? gdk_pixbuf_format_get_name (format) : NULL;

  return name != NULL && g_strv_contains ((const char *const[]) { "png", "jpeg", "svg", NULL }, name);
}

static gboolean
feed (GdkPixbufLoader *loader, GFile *file, gboolean *too_large, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, NULL);
  g_autofree guchar *bytes = g_malloc (CHUNK);
  gsize all = 0, n = CHUNK;

  if (stream == NULL)
    return refuse (error, _ ("The file cannot be opened. Choose another one, or copy it to this computer first."));
  while (n == CHUNK)
    {
      if (!g_input_stream_read_all (G_INPUT_STREAM (stream), bytes, CHUNK, &n, NULL, NULL))
        return refuse (error, _ ("The file cannot be read to its end. Copy it to this computer first."));
      all += n;
      if (all > FILE_BYTES)
        return refuse (error, _ ("The file is larger than 4 MB. Choose a smaller picture of the logo."));
      if (n > 0 && !gdk_pixbuf_loader_write (loader, bytes, n, NULL))
        return *too_large ? refuse (error, _ ("The picture has too many dots. Make it smaller first.")) : refuse_kind (error);
    }
  return TRUE;
}

static GdkPixbuf *
load (GFile *file, GError **error)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  gboolean too_large = FALSE, fed, closed;
  GdkPixbuf *picture;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb), &too_large);
  fed = feed (loader, file, &too_large, error);
  closed = gdk_pixbuf_loader_close (loader, NULL);
  picture = gdk_pixbuf_loader_get_pixbuf (loader);
  if (!fed)
    return NULL;
  if (too_large)
    refuse (error, _ ("The picture has too many dots. Make it smaller first."));
  else if (!closed || picture == NULL || !is_known_format (loader))
    refuse_kind (error);
  else
    return g_object_ref (picture);
  return NULL;
}

static GdkPixbuf *
shrink (GdkPixbuf *picture, double factor)
{
  int width = MAX (1, (int) (gdk_pixbuf_get_width (picture) * factor)), height = MAX (1, (int) (gdk_pixbuf_get_height (picture) * factor));

  return gdk_pixbuf_scale_simple (picture, width, height, GDK_INTERP_BILINEAR);
}

/* Colours of a photograph do not pack well: smaller until it fits. */
static char *
pack (GdkPixbuf *picture, GError **error)
{
  double larger = MAX (gdk_pixbuf_get_width (picture), gdk_pixbuf_get_height (picture));

  for (double side = MIN (larger, SIDE); side >= MIN (larger, SMALLEST); side *= 0.8)
    {
      g_autoptr (GdkPixbuf) small = shrink (picture, side / larger);
      g_autofree char *png = NULL, *base64 = NULL;
      gsize size;

      if (!gdk_pixbuf_save_to_buffer (small, &png, &size, "png", NULL, "compression", "9", NULL))
        break;
      base64 = g_base64_encode ((const guchar *) png, size);
      if (strlen (base64) <= PAMONG_LONG_BYTES)
        return g_steal_pointer (&base64);
    }
  refuse_kind (error);
  return NULL;
}

char *
pamong_logo_read (GFile *file, GError **error)
{
  g_autoptr (GdkPixbuf) picture = load (file, error);

  return picture != NULL ? pack (picture, error) : NULL;
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  char *base64 = pamong_logo_read (G_FILE (source), &error);

  if (base64 != NULL)
    g_task_return_pointer (task, base64, g_free);
  else
    g_task_return_error (task, error);
}

void
pamong_logo_read_async (GFile *file, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (file, NULL, callback, user_data);

  g_task_run_in_thread (task, read_in_thread);
}

char *
pamong_logo_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

GdkTexture *
pamong_logo_texture (const char *base64)
{
  gsize size = 0;
  guchar *bytes = base64 != NULL ? g_base64_decode (base64, &size) : NULL;
  g_autoptr (GBytes) png = bytes != NULL ? g_bytes_new_take (bytes, size) : NULL;

  return png != NULL && size > 0 ? gdk_texture_new_from_bytes (png, NULL) : NULL;
}
