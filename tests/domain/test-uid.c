/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/uid.h"

#include <string.h>

static void
count_up (guint8 *bytes, gsize n, gpointer data)
{
  guint8 *next = data;

  for (gsize i = 0; i < n; i++)
    bytes[i] = (*next)++;
}

static void
test_new (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int i = 0; i < 10000; i++)
    {
      char *uid = pamong_uid_new ();
      g_assert_true (pamong_uid_is_valid (uid));
      g_assert_true (g_hash_table_add (seen, uid));
    }
}

static void
test_version_bits (void)
{
  g_autofree char *uid = pamong_uid_new ();
  g_autofree char *padded = g_strconcat (g_strdelimit (uid, "-", '+'), "==", NULL);
  g_autofree guchar *bytes = NULL;
  gsize n;

  bytes = g_base64_decode (g_strdelimit (padded, "_", '/'), &n);
  g_assert_cmpuint (n, ==, 16);
  g_assert_cmpint (bytes[6] >> 4, ==, 4);
  g_assert_cmpint (bytes[8] >> 6, ==, 2);
}

static void
test_injected_random (void)
{
  guint8 next = 0;
  g_autofree char *first = NULL, *again = NULL;

  pamong_uid_set_random (count_up, &next);
  first = pamong_uid_new ();
  next = 0;
  again = pamong_uid_new ();
  pamong_uid_set_random (NULL, NULL);
  g_assert_cmpstr (first, ==, again);
}

/* One after the other, from the first to the last, and random all the same. */
static void
test_new_at (void)
{
  static const guint of[] = { 1, 7, 5000, 1048576 };

  for (guint i = 0; i < G_N_ELEMENTS (of); i++)
    {
      g_autofree char *before = g_strdup ("");

      for (guint place = 1; place <= of[i]; place += 1 + of[i] / 1000)
        {
          g_autofree char *uid = pamong_uid_new_at (place, of[i]), *other = pamong_uid_new_at (place, of[i]);

          g_assert_true (pamong_uid_is_valid (uid));
          g_assert_false (pamong_uid_is_derived (uid));
          g_assert_cmpstr (uid, !=, other);
          g_assert_true (strncmp (uid, other, 4) == 0);
          g_assert_true (strncmp (before, uid, 4) < 0);
          g_free (before);
          before = g_steal_pointer (&uid);
        }
    }
}

/* Two PCs that never met agree on the uid of one RT; the value is pinned, for it is stored in the field. */
static void
test_derive (void)
{
  const char *const parts[] = { "35.22.28.2001", "KRAJAN", "001", "003", NULL };
  const char *const shifted[] = { "35.22.28.2001", "KRAJAN0", "01", "003", NULL };
  const char *const fewer[] = { "35.22.28.2001", "KRAJAN", "001", NULL };
  g_autofree char *a = pamong_uid_derive ("area", parts);
  g_autofree char *b = pamong_uid_derive ("area", parts);
  g_autofree char *c = pamong_uid_derive ("area", shifted);
  g_autofree char *d = pamong_uid_derive ("area", fewer);
  g_autofree char *e = pamong_uid_derive ("conflict", parts);

  g_assert_true (pamong_uid_is_valid (a));
  g_assert_cmpstr (a, ==, b);
  g_assert_cmpstr (a, ==, "lHejCb0YjBCFuuMKcbjxCQ");
  g_assert_cmpstr (a, !=, c);
  g_assert_cmpstr (a, !=, d);
  g_assert_cmpstr (a, !=, e);
}

static void
test_valid (void)
{
  g_assert_false (pamong_uid_is_valid (NULL));
  g_assert_false (pamong_uid_is_valid (""));
  g_assert_false (pamong_uid_is_valid ("AAAAAAAAAAAAAAAAAAAAA"));
  g_assert_true (pamong_uid_is_valid ("AAAAAAAAAAAAAAAAAAAAA_"));
  g_assert_false (pamong_uid_is_valid ("AAAAAAAAAAAAAAAAAAAAAAA"));
  g_assert_false (pamong_uid_is_valid ("AAAAAAAAAAAAAAAAAAAAA'"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/uid/new", test_new);
  g_test_add_func ("/uid/new-at", test_new_at);
  g_test_add_func ("/uid/version-bits", test_version_bits);
  g_test_add_func ("/uid/injected-random", test_injected_random);
  g_test_add_func ("/uid/derive", test_derive);
  g_test_add_func ("/uid/valid", test_valid);
  return g_test_run ();
}
