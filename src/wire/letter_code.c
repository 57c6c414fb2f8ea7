/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wire/letter_code.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "wire/crypto.h"

#define HEAD "PAMONG1"
#define HASH_BYTES 16
#define KEY_BYTES 8
#define PARTS 8
#define CODE_BYTES 600
/* Of what a PDF holds unpacked. */
#define STREAM_BYTES (4 * 1024 * 1024)

static const char ALPHABET[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

void
pamong_letter_code_free (PamongLetterCode *code)
{
  if (code == NULL)
    return;
  g_free (code->area);
  g_free (code->type);
  g_free (code->date);
  g_free (code->number);
  g_free (code->hash);
  g_free (code->key);
  g_free (code->signature);
  g_free (code);
}

static char *
to_base32 (const guint8 *data, gsize size)
{
  GString *text = g_string_new (NULL);
  guint bits = 0, held = 0;

  for (gsize i = 0; i < size; i++)
    {
      held = (held << 8 | data[i]) & 0xffff;
      for (bits += 8; bits >= 5; bits -= 5)
        g_string_append_c (text, ALPHABET[held >> (bits - 5) & 31]);
    }
  if (bits > 0)
    g_string_append_c (text, ALPHABET[held << (5 - bits) & 31]);
  return g_string_free (text, FALSE);
}

static guint8 *
from_base32 (const char *text, gsize *size)
{
  g_autofree guint8 *data = g_malloc (strlen (text) * 5 / 8 + 1);
  guint bits = 0, held = 0;

  *size = 0;
  for (; *text != '\0'; text++)
    {
      const char *at = memchr (ALPHABET, *text, 32);

      if (at == NULL)
        return NULL;
      held = (held << 5 | (guint) (at - ALPHABET)) & 0xffff;
      if ((bits += 5) >= 8)
        data[(*size)++] = (guint8) (held >> (bits -= 8));
    }
  return g_steal_pointer (&data);
}

static char *
digest (const char *text, gsize bytes)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 hash[32];
  gsize size = sizeof hash;

  g_checksum_update (sum, (const guchar *) text, (gssize) strlen (text));
  g_checksum_get_digest (sum, hash, &size);
  return to_base32 (hash, bytes);
}

char *
pamong_letter_hash (const char *area, const char *type, const char *date, const char *number, const char *facts)
{
  g_autofree char *text = g_strdup_printf ("%s\n%s\n%s\n%s\n%s", area, type, date, number, facts);

  return digest (text, HASH_BYTES);
}

char *
pamong_letter_key_name (const char *public_key)
{
  return public_key != NULL ? digest (public_key, KEY_BYTES) : NULL;
}

/* What a QR packs well and no keyboard layout turns into something else stays; the rest is written as %XX. */
static void
append_escaped (GString *out, const char *text)
{
  for (; *text != '\0'; text++)
    if (g_ascii_isupper (*text) || g_ascii_isdigit (*text) || strchr ("./-", *text) != NULL)
      g_string_append_c (out, *text);
    else
      g_string_append_printf (out, "%%%02X", (guint) (guchar) *text);
}

static char *
unescape (const char *text)
{
  GString *out = g_string_new (NULL);

  for (; *text != '\0'; text++)
    if (*text == '%' && g_ascii_isxdigit (text[1]) && g_ascii_isxdigit (text[2]))
      {
        g_string_append_c (out, (char) (g_ascii_xdigit_value (text[1]) * 16 + g_ascii_xdigit_value (text[2])));
        text += 2;
      }
    else
      g_string_append_c (out, *text);
  if (!g_utf8_validate (out->str, (gssize) out->len, NULL))
    g_string_truncate (out, 0);
  return g_string_free (out, FALSE);
}

/* Everything but the signature: what is signed. */
static char *
format_head (const PamongLetterCode *code)
{
  g_autofree char *type = g_ascii_strup (code->type, -1);
  const char *parts[] = { code->area, type, code->date, code->number, code->hash, code->key };
  GString *out = g_string_new (HEAD);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_string_append_c (out, ':');
      append_escaped (out, parts[i] != NULL ? parts[i] : "");
    }
  return g_string_free (out, FALSE);
}

void
pamong_letter_sign (PamongLetterCode *code, const char *public_key, const char *private_key)
{
  g_autofree char *head = NULL, *signature = NULL;
  g_autofree guint8 *bytes = NULL;
  gsize size = 0;

  g_free (code->key);
  code->key = pamong_letter_key_name (public_key);
  head = format_head (code);
  signature = pamong_sign_text (private_key, head);
  bytes = pamong_base64url_decode (signature, &size);
  g_free (code->signature);
  code->signature = to_base32 (bytes, size);
}

gboolean
pamong_letter_code_is_signed (const PamongLetterCode *code, const char *public_key)
{
  g_autofree char *head = format_head (code), *name = pamong_letter_key_name (public_key), *signature = NULL;
  gsize size = 0;
  g_autofree guint8 *bytes = from_base32 (code->signature, &size);

  if (bytes == NULL || g_strcmp0 (name, code->key) != 0)
    return FALSE;
  signature = pamong_base64url_encode (bytes, size);
  return pamong_verify_text (public_key, signature, head);
}

char *
pamong_letter_code_format (const PamongLetterCode *code)
{
  g_autofree char *head = format_head (code);

  return g_strconcat (head, ":", code->signature, NULL);
}

/* As it was typed, without what typing adds: blanks, breaks, small letters. A scanner set to another layout gives > or Ö for the colon: nothing is guessed there. */
static char *
tidy (const char *text)
{
  GString *out = g_string_new (NULL);

  for (; *text != '\0' && out->len <= CODE_BYTES; text++)
    if (!g_ascii_isspace (*text))
      g_string_append_c (out, g_ascii_toupper (*text));
  return g_string_free (out, FALSE);
}

PamongLetterCode *
pamong_letter_code_parse (const char *text, GError **error)
{
  g_autofree char *typed = tidy (text);
  g_auto (GStrv) parts = g_strsplit (typed, ":", PARTS + 1);
  PamongLetterCode *code;

  if (strlen (typed) > CODE_BYTES || g_strv_length (parts) != PARTS || !g_str_equal (parts[0], HEAD))
    {
      g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _("This is no code of a letter. It begins with PAMONG1: and stands in the square of dots on the letter; scan or type it whole."));
      return NULL;
    }
  code = g_new0 (PamongLetterCode, 1);
  code->area = unescape (parts[1]);
  code->type = unescape (parts[2]);
  code->date = unescape (parts[3]);
  code->number = unescape (parts[4]);
  code->hash = unescape (parts[5]);
  code->key = unescape (parts[6]);
  code->signature = g_strdup (parts[7]);
  return code;
}

/* A file has NULs everywhere: no string function reads past them. */
static const char *
find_bytes (const char *at, const char *end, const char *wanted)
{
  gsize length = strlen (wanted);

  while (at != NULL && (gsize) (end - at) >= length)
    {
      if (memcmp (at, wanted, length) == 0)
        return at;
      at = memchr (at + 1, *wanted, (gsize) (end - at - 1));
    }
  return NULL;
}

/* A code among bytes: up to what cannot be part of one. */
static char *
find_code (const char *data, gsize size)
{
  const char *end = data + size, *at = data;

  while ((at = find_bytes (at, end, HEAD ":")) != NULL)
    {
      gsize length = 0;
      g_autofree char *text = NULL;
      g_autoptr (PamongLetterCode) code = NULL;

      while (at + length < end && length < CODE_BYTES && (g_ascii_isalnum (at[length]) || strchr (":./-%", at[length]) != NULL))
        length++;
      text = g_strndup (at, length);
      if ((code = pamong_letter_code_parse (text, NULL)) != NULL)
        return g_steal_pointer (&text);
      at += strlen (HEAD ":");
    }
  return NULL;
}

static char *
find_packed (const char *data, gsize size)
{
  g_autoptr (GConverter) unpack = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB));
  g_autoptr (GInputStream) packed = g_memory_input_stream_new_from_data (data, (gssize) size, NULL);
  g_autoptr (GInputStream) stream = g_converter_input_stream_new (packed, unpack);
  g_autofree char *text = g_malloc (STREAM_BYTES);
  gsize read = 0;

  g_input_stream_read_all (stream, text, STREAM_BYTES, &read, NULL, NULL);
  return find_code (text, read);
}

char *
pamong_letter_code_in_pdf (GBytes *pdf)
{
  gsize size;
  const char *data = g_bytes_get_data (pdf, &size), *end = data + size, *at = data;
  char *code = data != NULL ? find_code (data, size) : NULL;

  /* Newer writers pack a file's properties like its pages. */
  while (code == NULL && data != NULL && (at = find_bytes (at, end, "stream\n")) != NULL)
    {
      at += strlen ("stream\n");
      if (end - at > 2 && (guchar) at[0] == 0x78)
        code = find_packed (at, (gsize) (end - at));
    }
  return code;
}
