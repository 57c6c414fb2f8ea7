/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wire/crypto.h"
#include "domain/uid.h"
#include <sodium.h>
#include <string.h>

/* No I, L, O, U, 0, 1: what is read aloud or off a worn slip stays what it was. */
static const char code_letters[] = "ABCDEFGHJKMNPQRSTVWXYZ23456789";

static void
fill_random (guint8 *bytes, gsize n, gpointer data)
{
  randombytes_buf (bytes, n);
}

void
pamong_crypto_init (void)
{
  if (sodium_init () < 0)
    g_error ("libsodium cannot start");
  pamong_uid_set_random (fill_random, NULL);
}

char *
pamong_base64url_encode (const guint8 *data, gsize size)
{
  gsize length = sodium_base64_encoded_len (size, sodium_base64_VARIANT_URLSAFE_NO_PADDING);

  return sodium_bin2base64 (g_malloc (length), length, data, size, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

guint8 *
pamong_base64url_decode (const char *text, gsize *size)
{
  gsize length = text ? strlen (text) : 0;
  g_autofree guint8 *data = g_malloc (length + 1);

  if (text == NULL || sodium_base642bin (data, length, text, length, NULL, size, NULL, sodium_base64_VARIANT_URLSAFE_NO_PADDING) != 0)
    return NULL;
  return g_steal_pointer (&data);
}

void
pamong_key_new (char **public_key, char **private_key)
{
  guint8 public_bytes[crypto_sign_PUBLICKEYBYTES], private_bytes[crypto_sign_SECRETKEYBYTES];

  crypto_sign_keypair (public_bytes, private_bytes);
  *public_key = pamong_base64url_encode (public_bytes, sizeof public_bytes);
  *private_key = pamong_base64url_encode (private_bytes, sizeof private_bytes);
  sodium_memzero (private_bytes, sizeof private_bytes);
}

/* What is signed: method, path with query, hash of the body as sent. A line break cannot stand in the first two. */
static char *
signed_text (const char *method, const char *path, GBytes *body)
{
  gsize size = 0;
  const void *data = body ? g_bytes_get_data (body, &size) : NULL;
  g_autofree char *hash = pamong_sha256 (data, size);

  return g_strdup_printf ("%s\n%s\n%s", method, path, hash);
}

char *
pamong_sign_text (const char *private_key, const char *text)
{
  gsize size = 0;
  g_autofree guint8 *key = pamong_base64url_decode (private_key, &size);
  guint8 signature[crypto_sign_BYTES];

  g_return_val_if_fail (key != NULL && size == crypto_sign_SECRETKEYBYTES, NULL);
  crypto_sign_detached (signature, NULL, (const guint8 *) text, strlen (text), key);
  sodium_memzero (key, size);
  return pamong_base64url_encode (signature, sizeof signature);
}

gboolean
pamong_verify_text (const char *public_key, const char *signature, const char *text)
{
  gsize key_size = 0, signature_size = 0;
  g_autofree guint8 *key = pamong_base64url_decode (public_key, &key_size);
  g_autofree guint8 *bytes = pamong_base64url_decode (signature, &signature_size);

  if (key == NULL || key_size != crypto_sign_PUBLICKEYBYTES || bytes == NULL || signature_size != crypto_sign_BYTES)
    return FALSE;
  return crypto_sign_verify_detached (bytes, (const guint8 *) text, strlen (text), key) == 0;
}

char *
pamong_sign_request (const char *private_key, const char *method, const char *path, GBytes *body)
{
  g_autofree char *text = signed_text (method, path, body);

  return pamong_sign_text (private_key, text);
}

gboolean
pamong_verify_request (const char *public_key, const char *signature, const char *method, const char *path, GBytes *body)
{
  g_autofree char *text = signed_text (method, path, body);

  return pamong_verify_text (public_key, signature, text);
}

char *
pamong_sha256 (const void *data, gsize size)
{
  guint8 hash[crypto_hash_sha256_BYTES];

  crypto_hash_sha256 (hash, data, size);
  return pamong_base64url_encode (hash, sizeof hash);
}

/* A secret weighs as much work as libsodium's "interactive" figure, under 0.1 s on an office PC of ten years ago, but half of its memory: 32 MiB. */
char *
pamong_password_hash (const char *password)
{
  char verifier[crypto_pwhash_STRBYTES];

  if (crypto_pwhash_str_alg (verifier, password, strlen (password), crypto_pwhash_OPSLIMIT_INTERACTIVE + 1, crypto_pwhash_MEMLIMIT_INTERACTIVE / 2, crypto_pwhash_ALG_ARGON2ID13) != 0)
    g_error ("not enough memory to keep a password");
  return g_strdup (verifier);
}

gboolean
pamong_password_verify (const char *verifier, const char *password)
{
  char padded[crypto_pwhash_STRBYTES] = { 0 };

  if (verifier == NULL || password == NULL)
    return FALSE;
  g_strlcpy (padded, verifier, sizeof padded);
  return crypto_pwhash_str_verify (padded, password, strlen (password)) == 0;
}

static char *
new_code (guint groups, guint length)
{
  GString *code = g_string_new (NULL);

  for (guint i = 0; i < groups; i++)
    {
      if (i > 0)
        g_string_append_c (code, '-');
      for (guint j = 0; j < length; j++)
        g_string_append_c (code, code_letters[randombytes_uniform (sizeof code_letters - 1)]);
    }
  return g_string_free (code, FALSE);
}

char *
pamong_recovery_code_new (void)
{
  return new_code (5, 5);
}

char *
pamong_activation_code_new (void)
{
  return new_code (4, 4);
}

/* The letters left out are never in a code: whoever types one has misread its look-alike. */
char *
pamong_code_tidy (const char *typed)
{
  static const char from[] = "ILOU01", to[] = "JJQVQJ";
  GString *code = g_string_new (NULL);

  for (const char *at = typed; *at; at++)
    {
      char letter = g_ascii_toupper (*at);
      const char *mend = strchr (from, letter);

      if (g_ascii_isalnum (letter))
        g_string_append_c (code, mend ? to[mend - from] : letter);
    }
  return g_string_free (code, FALSE);
}
