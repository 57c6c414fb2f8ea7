/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wire/crypto.h"
#include "wire/gzip.h"
#include <string.h>

static void
test_signature (void)
{
  g_autofree char *public_key = NULL;
  g_autofree char *private_key = NULL;
  g_autofree char *other_public = NULL;
  g_autofree char *other_private = NULL;
  g_autofree char *signature = NULL;
  g_autoptr (GBytes) body = g_bytes_new_static ("{}", 2);
  g_autoptr (GBytes) other = g_bytes_new_static ("{ }", 3);

  pamong_key_new (&public_key, &private_key);
  pamong_key_new (&other_public, &other_private);
  signature = pamong_sign_request (private_key, "POST", "/v1/push", body);
  g_assert_true (pamong_verify_request (public_key, signature, "POST", "/v1/push", body));
  g_assert_false (pamong_verify_request (other_public, signature, "POST", "/v1/push", body));
  g_assert_false (pamong_verify_request (public_key, signature, "GET", "/v1/push", body));
  g_assert_false (pamong_verify_request (public_key, signature, "POST", "/v1/push?a", body));
  g_assert_false (pamong_verify_request (public_key, signature, "POST", "/v1/push", other));
  g_assert_false (pamong_verify_request (public_key, signature, "POST", "/v1/push", NULL));
  g_assert_false (pamong_verify_request (public_key, "", "POST", "/v1/push", body));
  g_assert_false (pamong_verify_request (public_key, "!!", "POST", "/v1/push", body));
  g_assert_false (pamong_verify_request ("", signature, "POST", "/v1/push", body));
}

static void
test_known_answers (void)
{
  g_autofree char *hash = pamong_sha256 ("abc", 3);
  gsize size;
  g_autofree guint8 *bytes = pamong_base64url_decode ("_-8", &size);

  g_assert_cmpstr (hash, ==, "ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0");
  g_assert_cmpuint (size, ==, 2);
  g_assert_cmpuint (bytes[0], ==, 0xff);
  g_assert_null (pamong_base64url_decode ("a b", &size));
  g_assert_null (pamong_base64url_decode ("aa==", &size));
}

static void
test_password (void)
{
  g_autofree char *verifier = pamong_password_hash ("rahasia desa");
  g_autofree char *again = pamong_password_hash ("rahasia desa");

  g_assert_true (g_str_has_prefix (verifier, "$argon2id$"));
  g_assert_cmpstr (verifier, !=, again);
  g_assert_true (pamong_password_verify (verifier, "rahasia desa"));
  g_assert_false (pamong_password_verify (verifier, "rahasia"));
  g_assert_false (pamong_password_verify ("", "rahasia desa"));
  g_assert_false (pamong_password_verify ("$argon2id$broken", "x"));
}

static void
test_codes (void)
{
  for (int i = 0; i < 200; i++)
    {
      g_autofree char *code = i % 2 ? pamong_recovery_code_new () : pamong_activation_code_new ();
      g_autofree char *small = g_ascii_strdown (code, -1);
      g_autofree char *tidy = pamong_code_tidy (code);
      g_autofree char *typed = pamong_code_tidy (small);

      g_assert_cmpuint (strlen (code), ==, i % 2 ? 29 : 19);
      g_assert_cmpuint (strspn (tidy, "ABCDEFGHJKMNPQRSTVWXYZ23456789"), ==, strlen (tidy));
      g_assert_cmpstr (typed, ==, tidy);
    }
}

static void
test_gzip (void)
{
  g_autofree guint8 *zeros = g_malloc0 (9 * 1024 * 1024);
  g_autoptr (GBytes) plain = g_bytes_new (zeros, 9 * 1024 * 1024);
  g_autoptr (GBytes) packed = pamong_gzip (plain);
  g_autoptr (GBytes) whole = pamong_gunzip (packed, 9 * 1024 * 1024, NULL);
  g_autoptr (GError) error = NULL;
  gsize size;
  const guint8 *data = g_bytes_get_data (packed, &size);

  g_assert_true (g_bytes_equal (plain, whole));
  g_assert_null (pamong_gunzip (packed, 8 * 1024 * 1024, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
  for (gsize cut = 0; cut < size; cut += 97)
    {
      g_autoptr (GBytes) half = g_bytes_new (data, cut);
      g_assert_null (pamong_gunzip (half, 9 * 1024 * 1024, NULL));
    }
  g_assert_null (pamong_gunzip (plain, 9 * 1024 * 1024, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  pamong_crypto_init ();
  g_test_add_func ("/crypto/signature", test_signature);
  g_test_add_func ("/crypto/known-answers", test_known_answers);
  g_test_add_func ("/crypto/password", test_password);
  g_test_add_func ("/crypto/codes", test_codes);
  g_test_add_func ("/gzip/cap", test_gzip);
  return g_test_run ();
}
