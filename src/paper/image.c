/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/image.h"

#include <string.h>

#include "paper/text_private.h"

#define SIDE 320 /* 300 dots an inch on a logo of 27 mm */
#define LARGEST 8000

typedef struct { GBytes *bytes; gsize at; } Reading;

static cairo_status_t
read_bytes (void *closure, unsigned char *data, unsigned int length)
{
  Reading *reading = closure;
  gsize size;
  const guchar *bytes = g_bytes_get_data (reading->bytes, &size);

  if (reading->at + length > size)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, bytes + reading->at, length);
  reading->at += length;
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
made_smaller (cairo_surface_t *image)
{
  double width = cairo_image_surface_get_width (image), height = cairo_image_surface_get_height (image), scale = SIDE / MAX (width, height);
  cairo_surface_t *small = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, MAX (1, (int) (width * scale)), MAX (1, (int) (height * scale)));
  cairo_t *cr = cairo_create (small);

  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, image, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BEST);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (image);
  return small;
}

/* The size stands in the first bytes: what no logo needs is not unpacked. */
static gboolean
is_sane (GBytes *png)
{
  gsize size;
  const guchar *bytes = g_bytes_get_data (png, &size);

  if (size < 24 || memcmp (bytes, "\x89PNG\r\n\x1a\n", 8) != 0)
    return FALSE;
  for (guint i = 16; i < 24; i += 4)
    if ((guint32) (bytes[i] << 24 | bytes[i + 1] << 16 | bytes[i + 2] << 8 | bytes[i + 3]) - 1 >= LARGEST)
      return FALSE;
  return TRUE;
}

static cairo_surface_t *
read_image (GBytes *png)
{
  Reading reading = { png, 0 };
  cairo_surface_t *image = is_sane (png) ? cairo_image_surface_create_from_png_stream (read_bytes, &reading) : NULL;

  if (image != NULL && cairo_surface_status (image) != CAIRO_STATUS_SUCCESS)
    g_clear_pointer (&image, cairo_surface_destroy);
  if (image != NULL && MAX (cairo_image_surface_get_width (image), cairo_image_surface_get_height (image)) > SIDE)
    image = made_smaller (image);
  return image;
}

cairo_surface_t *
pamong_image_get (PamongText *text, GBytes *png)
{
  if (text->image_of == NULL || !g_bytes_equal (text->image_of, png))
    {
      g_clear_pointer (&text->image, cairo_surface_destroy);
      g_clear_pointer (&text->image_of, g_bytes_unref);
      text->image_of = g_bytes_ref (png);
      text->image = read_image (png);
    }
  return text->image;
}
