/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wire/envelope_body.h"

JsonObject *
pamong_body_open (GBytes *body, GError **error)
{
  gsize size;
  const char *text = g_bytes_get_data (body, &size);

  return pamong_json_parse (size ? text : "", (gssize) size, error);
}

GBytes *
pamong_body_close (GString *out)
{
  g_string_append_c (out, '}');
  return g_string_free_to_bytes (out);
}
