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
test_lock (void)
{
  guint8 key[PAMONG_KEY_BYTES], back[PAMONG_KEY_BYTES];
  g_autoptr (GError) error = NULL;
  g_autofree char *locked = NULL, *again = NULL;
  static const char *const broken[] = { "", "argon2id", "argon2id.3.65536.aa.bb", "argon2id.99.65536.AAAAAAAAAAAAAAAAAAAAAA.x", "argon2id.3.99999999.AAAAAAAAAAAAAAAAAAAAAA.x" };

  pamong_secret_new (key);
  locked = pamong_secret_lock (key, "empat kata untuk brankas");
  again = pamong_secret_lock (key, "empat kata untuk brankas");
  g_assert_cmpstr (locked, !=, again);
  g_assert_true (pamong_secret_unlock (locked, "empat kata untuk brankas", back, &error));
  g_assert_cmpmem (key, sizeof key, back, sizeof back);
  g_assert_false (pamong_secret_unlock (locked, "empat kata untuk brankaS", back, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_DENIED);
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_clear_error (&error);
      g_assert_false (pamong_secret_unlock (broken[i], "x", back, &error));
      g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_DAMAGED);
    }
}

static void
test_seal (void)
{
  guint8 key[PAMONG_KEY_BYTES], head[PAMONG_SEAL_HEAD], one[3 + PAMONG_SEAL_EXTRA], two[PAMONG_SEAL_EXTRA], plain[3];
  g_autoptr (GBytes) bound = g_bytes_new_static ("kepala", 6), other = g_bytes_new_static ("Kepala", 6);
  gboolean last = TRUE;

  pamong_secret_new (key);
  {
    g_autoptr (PamongSeal) seal = pamong_seal_new (key, head);

    pamong_seal_push (seal, (const guint8 *) "abc", 3, bound, FALSE, one);
    pamong_seal_push (seal, NULL, 0, NULL, TRUE, two);
  }
  {
    g_autoptr (PamongSeal) seal = pamong_seal_open (key, head);

    g_assert_false (pamong_seal_pull (seal, two, sizeof two, NULL, &last, plain)); /* out of its place */
    g_assert_false (pamong_seal_pull (seal, one, sizeof one, other, &last, plain));
    g_assert_false (pamong_seal_pull (seal, one, 3, bound, &last, plain));
    g_assert_true (pamong_seal_pull (seal, one, sizeof one, bound, &last, plain));
    g_assert_false (last);
    g_assert_cmpmem (plain, 3, "abc", 3);
    two[0] ^= 1;
    g_assert_false (pamong_seal_pull (seal, two, sizeof two, NULL, &last, plain));
    two[0] ^= 1;
    g_assert_true (pamong_seal_pull (seal, two, sizeof two, NULL, &last, plain));
    g_assert_true (last);
  }
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
  g_test_add_func ("/crypto/lock", test_lock);
  g_test_add_func ("/crypto/seal", test_seal);
  g_test_add_func ("/crypto/codes", test_codes);
  g_test_add_func ("/gzip/cap", test_gzip);
  return g_test_run ();
}
