/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "domain/error.h"

/* The only door to libsodium. Keys, hashes and signatures travel as unpadded base64url text. */
/** pamong_crypto_init: call once in main; also makes sodium the random source of uids. */
void pamong_crypto_init (void);
char *pamong_base64url_encode (const guint8 *data, gsize size);
guint8 *pamong_base64url_decode (const char *text, gsize *size); /* (nullable) */
/** pamong_key_new: a device's Ed25519 key pair. */
void pamong_key_new (char **public_key, char **private_key);
/** pamong_sign: Returns: (transfer full): signature over method, path with query, SHA-256 of the body as sent. */
char *pamong_sign_request (const char *private_key, const char *method, const char *path, GBytes *body);
gboolean pamong_verify_request (const char *public_key, const char *signature, const char *method, const char *path, GBytes *body);
/** pamong_sign_text: for what is read long after it was signed. Returns: (transfer full): base64url. */
char *pamong_sign_text (const char *private_key, const char *text);
gboolean pamong_verify_text (const char *public_key, const char *signature, const char *text);
char *pamong_sha256 (const void *data, gsize size); /* base64url */
/** pamong_password_hash: Argon2id. Returns: (transfer full): verifier string. */
char *pamong_password_hash (const char *password);
gboolean pamong_password_verify (const char *verifier, const char *password);
/** pamong_recovery_code_new: Returns: (transfer full): 5 groups of 5 letters without look-alikes, "K7QPM-…". */
char *pamong_recovery_code_new (void);
/** pamong_code_tidy: what a person typed of such a code: capitals, no blanks or dashes, look-alikes mended. Returns: (transfer full). */
char *pamong_code_tidy (const char *typed);
/** pamong_activation_code_new: Returns: (transfer full): 4 groups of 4. */
char *pamong_activation_code_new (void);

/* Files only a passphrase opens (crypto_seal.c). A key is random, 32 bytes; what is kept beside a file is the key locked by the passphrase. */
#define PAMONG_KEY_BYTES 32
#define PAMONG_SEAL_HEAD 24  /* what stands before the first piece */
#define PAMONG_SEAL_EXTRA 17 /* what sealing adds to a piece */
void pamong_secret_new (guint8 key[PAMONG_KEY_BYTES]);
void pamong_secret_wipe (guint8 key[PAMONG_KEY_BYTES]);
/** pamong_secret_lock: Argon2id over @passphrase. Returns: (transfer full): "argon2id.<ops>.<KiB>.<salt>.<locked key>". */
char *pamong_secret_lock (const guint8 key[PAMONG_KEY_BYTES], const char *passphrase);
/** pamong_secret_unlock: DENIED for another passphrase; DAMAGED for a text that is none of ours, or asks for more work than any of ours. */
gboolean pamong_secret_unlock (const char *locked, const char *passphrase, guint8 key[PAMONG_KEY_BYTES], GError **error);
/** PamongSeal: a stream of pieces, each proven whole and in its place, the last one known as such (secretstream). */
typedef struct _PamongSeal PamongSeal;
PamongSeal *pamong_seal_new (const guint8 key[PAMONG_KEY_BYTES], guint8 head[PAMONG_SEAL_HEAD]);
PamongSeal *pamong_seal_open (const guint8 key[PAMONG_KEY_BYTES], const guint8 head[PAMONG_SEAL_HEAD]);
void pamong_seal_free (PamongSeal *seal);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongSeal, pamong_seal_free)
/** pamong_seal_push: @out: room for @size + PAMONG_SEAL_EXTRA. @bound: (nullable): bytes that stand elsewhere and must be the same when it is opened. */
void pamong_seal_push (PamongSeal *seal, const guint8 *data, gsize size, GBytes *bound, gboolean last, guint8 *out);
/** pamong_seal_pull: @out: room for @size - PAMONG_SEAL_EXTRA. Returns: FALSE when a bit of it differs from what was sealed. */
gboolean pamong_seal_pull (PamongSeal *seal, const guint8 *data, gsize size, GBytes *bound, gboolean *last, guint8 *out);
