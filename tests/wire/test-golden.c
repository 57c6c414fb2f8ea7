/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bodies.h"
#include <string.h>

/* Bodies as protocol 1 has them, kept for ever: read, and written again to the letter. */

static void
test_golden (void)
{
  g_autofree char *dir = g_test_build_filename (G_TEST_DIST, "wire", "data", "proto-1", NULL);
  g_autoptr (GDir) files = g_dir_open (dir, 0, NULL);
  guint n = 0;

  g_assert_nonnull (files);
  for (const char *name; (name = g_dir_read_name (files)) != NULL; n++)
    {
      g_autofree char *path = g_build_filename (dir, name, NULL);
      const Body *body = bodies_find (name);
      g_autofree char *text = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GBytes) again = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *written = NULL;
      gsize size;

      g_assert_nonnull (body);
      g_assert_true (g_file_get_contents (path, &text, &size, NULL));
      bytes = g_bytes_new (text, size);
      again = body->again (bytes, &error);
      g_assert_no_error (error);
      written = g_strndup (g_bytes_get_data (again, NULL), g_bytes_get_size (again));
      g_assert_cmpstr (written, ==, text);
    }
  g_assert_cmpuint (n, ==, 11);
}

static void
test_unknown_kind_is_skipped (void)
{
  static const char text[] = "{\"rows\":[{\"kind\":\"inventory\",\"uid\":\"fIdXG9gPTRifxryvN-E5HQ\",\"area\":\"35.22.28.2001\",\"v\":1,\"by\":\"A\",\"act\":\"x\",\"t\":5,\"data\":{\"no\":1}},"
                             "{\"kind\":\"area\",\"uid\":\"wLmgSNSJTqOdpKgAuBGA_w\",\"v\":1,\"data\":{\"dusun\":\"KRAJAN\"}}],\"cursors\":{},\"more\":false,\"server_epoch\":1,\"time\":1}";
  g_autoptr (GBytes) body = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongPullAnswer) answer = pamong_pull_answer_parse (body, &error);
  const PamongFeedRow *row;

  g_assert_no_error (error);
  g_assert_cmpuint (answer->rows->len, ==, 1);
  row = answer->rows->pdata[0];
  g_assert_cmpstr (row->record->area, ==, "35.22.28.2001");
  g_assert_cmpstr (row->by, ==, "A");
  g_assert_cmpint (row->t, ==, 5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/golden/proto-1", test_golden);
  g_test_add_func ("/golden/unknown-kind", test_unknown_kind_is_skipped);
  return g_test_run ();
}
