/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wire/crypto.h"
#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>

/* Asked for seldom, guessed at elsewhere on better machines: 64 MiB and about half a second on an office PC. What a file may ask of us is bounded. */
#define OPS 3
#define KIB (64 * 1024)
#define OPS_MOST 10
#define KIB_MOST (512 * 1024)

G_STATIC_ASSERT (PAMONG_KEY_BYTES == crypto_secretstream_xchacha20poly1305_KEYBYTES);
G_STATIC_ASSERT (PAMONG_KEY_BYTES == crypto_secretbox_KEYBYTES);
G_STATIC_ASSERT (PAMONG_SEAL_HEAD == crypto_secretstream_xchacha20poly1305_HEADERBYTES);
G_STATIC_ASSERT (PAMONG_SEAL_EXTRA == crypto_secretstream_xchacha20poly1305_ABYTES);
/* The salt is new for each lock and so is the key made from it: the nonce need not be kept. */
static const guint8 nonce[crypto_secretbox_NONCEBYTES];

#define LOCKED (PAMONG_KEY_BYTES + crypto_secretbox_MACBYTES)

struct _PamongSeal {
  crypto_secretstream_xchacha20poly1305_state state;
};

typedef struct {
  gint64 ops, kib;
  guint8 salt[crypto_pwhash_SALTBYTES], box[LOCKED];
} Lock;

static gboolean
stretch (const Lock *lock, const char *passphrase, guint8 key[PAMONG_KEY_BYTES])
{
  return crypto_pwhash (key, PAMONG_KEY_BYTES, passphrase, strlen (passphrase), lock->salt, (unsigned long long) lock->ops, (size_t) lock->kib * 1024,
                        crypto_pwhash_ALG_ARGON2ID13)
         == 0;
}

static gboolean
read_bytes (const char *text, guint8 *bytes, gsize wanted)
{
  gsize size = 0;
  g_autofree guint8 *data = pamong_base64url_decode (text, &size);

  if (data == NULL || size != wanted)
    return FALSE;
  memcpy (bytes, data, size);
  return TRUE;
}

static gboolean
read_lock (const char *locked, Lock *lock)
{
  g_auto (GStrv) parts = g_strsplit (locked != NULL ? locked : "", ".", 6);

  return g_strv_length (parts) == 5 && g_str_equal (parts[0], "argon2id") && g_ascii_string_to_signed (parts[1], 10, 1, OPS_MOST, &lock->ops, NULL)
         && g_ascii_string_to_signed (parts[2], 10, 8, KIB_MOST, &lock->kib, NULL) && read_bytes (parts[3], lock->salt, sizeof lock->salt)
         && read_bytes (parts[4], lock->box, sizeof lock->box);
}

void
pamong_secret_new (guint8 key[PAMONG_KEY_BYTES])
{
  randombytes_buf (key, PAMONG_KEY_BYTES);
}

void
pamong_secret_wipe (guint8 key[PAMONG_KEY_BYTES])
{
  sodium_memzero (key, PAMONG_KEY_BYTES);
}

char *
pamong_secret_lock (const guint8 key[PAMONG_KEY_BYTES], const char *passphrase)
{
  Lock lock = { .ops = OPS, .kib = KIB };
  guint8 own[PAMONG_KEY_BYTES];
  g_autofree char *salt = NULL, *box = NULL;

  randombytes_buf (lock.salt, sizeof lock.salt);
  if (!stretch (&lock, passphrase, own))
    g_error ("not enough memory to lock a key");
  crypto_secretbox_easy (lock.box, key, PAMONG_KEY_BYTES, nonce, own);
  sodium_memzero (own, sizeof own);
  salt = pamong_base64url_encode (lock.salt, sizeof lock.salt);
  box = pamong_base64url_encode (lock.box, sizeof lock.box);
  return g_strdup_printf ("argon2id.%" G_GINT64_FORMAT ".%" G_GINT64_FORMAT ".%s.%s", lock.ops, lock.kib, salt, box);
}

gboolean
pamong_secret_unlock (const char *locked, const char *passphrase, guint8 key[PAMONG_KEY_BYTES], GError **error)
{
  guint8 own[PAMONG_KEY_BYTES];
  gboolean opened;
  Lock lock;

  if (!read_lock (locked, &lock))
    {
      g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_DAMAGED, _("The lock of this file is damaged."));
      return FALSE;
    }
  if (!stretch (&lock, passphrase, own))
    {
      g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_FAILED, _("This computer has too little memory free for that. Close other programs and try again."));
      return FALSE;
    }
  opened = crypto_secretbox_open_easy (key, lock.box, sizeof lock.box, nonce, own) == 0;
  sodium_memzero (own, sizeof own);
  if (!opened)
    g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_DENIED, _("This passphrase does not open the backup. Look for capitals and blanks; each backup is opened by the passphrase of the day it was made."));
  return opened;
}

PamongSeal *
pamong_seal_new (const guint8 key[PAMONG_KEY_BYTES], guint8 head[PAMONG_SEAL_HEAD])
{
  PamongSeal *seal = g_new0 (PamongSeal, 1);

  crypto_secretstream_xchacha20poly1305_init_push (&seal->state, head, key);
  return seal;
}

PamongSeal *
pamong_seal_open (const guint8 key[PAMONG_KEY_BYTES], const guint8 head[PAMONG_SEAL_HEAD])
{
  PamongSeal *seal = g_new0 (PamongSeal, 1);

  crypto_secretstream_xchacha20poly1305_init_pull (&seal->state, head, key);
  return seal;
}

void
pamong_seal_free (PamongSeal *seal)
{
  sodium_memzero (seal, sizeof *seal);
  g_free (seal);
}

static const guint8 *
bytes_of (GBytes *bytes, gsize *size)
{
  *size = 0;
  return bytes != NULL ? g_bytes_get_data (bytes, size) : NULL;
}

void
pamong_seal_push (PamongSeal *seal, const guint8 *data, gsize size, GBytes *bound, gboolean last, guint8 *out)
{
  gsize bound_size;
  const guint8 *bound_data = bytes_of (bound, &bound_size);

  crypto_secretstream_xchacha20poly1305_push (&seal->state, out, NULL, data, size, bound_data, bound_size,
                                              last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : crypto_secretstream_xchacha20poly1305_TAG_MESSAGE);
}

gboolean
pamong_seal_pull (PamongSeal *seal, const guint8 *data, gsize size, GBytes *bound, gboolean *last, guint8 *out)
{
  gsize bound_size;
  const guint8 *bound_data = bytes_of (bound, &bound_size);
  unsigned char tag = 0;

  if (size < PAMONG_SEAL_EXTRA || crypto_secretstream_xchacha20poly1305_pull (&seal->state, out, NULL, &tag, data, size, bound_data, bound_size) != 0)
    return FALSE;
  *last = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
  return TRUE;
}
