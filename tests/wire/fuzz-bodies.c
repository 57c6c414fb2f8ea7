/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bodies.h"
#include <string.h>

/* Every parser against damaged bodies. What a parser takes, it must be able to write and take again.
 * Built with clang -fsanitize=fuzzer and -DPAMONG_LIBFUZZER the first byte picks the body; else main mutates the golden files from a seed. */

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static gboolean
feed (const Body *body, const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GBytes) again = body->again (bytes, NULL);

  if (again != NULL)
    {
      g_autoptr (GBytes) third = body->again (again, NULL);

      g_assert_nonnull (third);
      g_assert_true (g_bytes_equal (again, third));
    }
  return again != NULL;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  if (size > 0)
    feed (&bodies[data[0] % n_bodies], data + 1, size - 1);
  return 0;
}

#ifndef PAMONG_LIBFUZZER
#define MUTATIONS 20000

static GPtrArray *
read_golden (GPtrArray *names)
{
  g_autofree char *dir = g_test_build_filename (G_TEST_DIST, "wire", "data", "proto-1", NULL);
  g_autoptr (GDir) files = g_dir_open (dir, 0, NULL);
  GPtrArray *texts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (const char *name; (name = g_dir_read_name (files)) != NULL;)
    {
      g_autofree char *path = g_build_filename (dir, name, NULL);
      char *text;
      gsize size;

      g_assert_true (g_file_get_contents (path, &text, &size, NULL));
      g_ptr_array_add (texts, g_bytes_new_take (text, size));
      g_ptr_array_add (names, g_strdup (name));
    }
  return texts;
}

/* A byte changed, cut, doubled; a piece moved; a token of JSON put in. */
static void
mutate (GByteArray *text, GRand *rand)
{
  static const char *const tokens[] = { "{", "}", "[", "]", ",", ":", "\"", "null", "-1", "0", "1e99", "\\u0000", "\xff", "999999999999999999", "{}", "[]", "\"a\":", "true" };
  guint at = (guint) g_rand_int_range (rand, 0, (gint32) text->len);
  guint piece_length = (guint) g_rand_int_range (rand, 1, 20);
  guint n = MIN (piece_length, text->len - at);

  switch (g_rand_int_range (rand, 0, 5))
    {
    case 0:
      text->data[at] = (guint8) g_rand_int_range (rand, 0, 256);
      break;
    case 1:
      g_byte_array_remove_range (text, at, n);
      break;
    case 2:
      {
        g_autofree guint8 *piece = g_memdup2 (text->data + at, n);
        g_byte_array_append (text, piece, n);
        break;
      }
    case 3:
      g_byte_array_set_size (text, at);
      break;
    default:
      {
        const char *token = tokens[g_rand_int_range (rand, 0, G_N_ELEMENTS (tokens))];
        guint length = (guint) strlen (token), rest = text->len - at;

        g_byte_array_set_size (text, text->len + length);
        memmove (text->data + at + length, text->data + at, rest);
        memcpy (text->data + at, token, length);
      }
    }
}

static void
test_mutations (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261124);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) texts = read_golden (names);
  guint taken = 0;

  for (int i = 0; i < MUTATIONS; i++)
    {
      guint pick = (guint) g_rand_int_range (rand, 0, (gint32) texts->len);
      g_autoptr (GByteArray) text = g_byte_array_new ();
      gsize size;
      const guint8 *data = g_bytes_get_data (texts->pdata[pick], &size);

      g_byte_array_append (text, data, (guint) size);
      for (int n = g_rand_int_range (rand, 1, 4); n > 0 && text->len > 0; n--)
        mutate (text, rand);
      taken += feed (bodies_find (names->pdata[pick]), text->data, text->len);
    }
  g_test_message ("%u of %d mutated bodies were still well formed", taken, MUTATIONS);
  g_assert_cmpuint (taken, >, 100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fuzz/bodies", test_mutations);
  return g_test_run ();
}
#endif
