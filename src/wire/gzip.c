/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wire/gzip.h"
#include <glib/gi18n-lib.h>

#define CHUNK 16384

static gboolean
fail (GError **error)
{
  g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _("The packed data is broken or too big. Try again; if it stays so, ask the regency."));
  return FALSE;
}

/* Runs all of @input through @converter; stops at the first byte beyond @cap, so that a bomb costs one chunk. */
static gboolean
convert (GConverter *converter, GBytes *input, GByteArray *output, gsize cap, GError **error)
{
  gsize size, done = 0;
  const guint8 *data = g_bytes_get_data (input, &size);
  guint8 chunk[CHUNK];
  GConverterResult result = G_CONVERTER_CONVERTED;

  while (result != G_CONVERTER_FINISHED)
    {
      gsize taken = 0, written = 0;

      result = g_converter_convert (converter, data + done, size - done, chunk, sizeof chunk, G_CONVERTER_INPUT_AT_END, &taken, &written, NULL);
      if (result == G_CONVERTER_ERROR || output->len + written > cap)
        return fail (error);
      done += taken;
      g_byte_array_append (output, chunk, (guint) written);
    }
  return done == size || fail (error);
}

GBytes *
pamong_gzip (GBytes *plain)
{
  g_autoptr (GZlibCompressor) packer = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9);
  g_autoptr (GByteArray) output = g_byte_array_new ();

  if (!convert (G_CONVERTER (packer), plain, output, G_MAXUINT, NULL))
    g_assert_not_reached ();
  return g_byte_array_free_to_bytes (g_steal_pointer (&output));
}

GBytes *
pamong_gunzip (GBytes *packed, gsize cap, GError **error)
{
  g_autoptr (GZlibDecompressor) unpacker = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  g_autoptr (GByteArray) output = g_byte_array_new ();

  if (!convert (G_CONVERTER (unpacker), packed, output, cap, error))
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&output));
}
