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
