/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "domain/error.h"

/* What the QR of a letter says: which letter it is, a hash of what it says, and the signature of the desk that issued it. No NIK and no name. Only characters a QR packs
 * well and a scanner types on any keyboard: "PAMONG1:35.22.28.2001:SKTM:2026-03-10:470/215/412.211/2026:HASH:KEY:SIGNATURE". */

/** PamongLetterCode: @hash, @key, @signature: in base32. */
typedef struct { char *area, *type, *date, *number, *hash, *key, *signature; } PamongLetterCode;
void pamong_letter_code_free (PamongLetterCode *code);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongLetterCode, pamong_letter_code_free)
/** pamong_letter_hash: of what a letter says, bound to its village, number and day. Returns: (transfer full): base32. */
char *pamong_letter_hash (const char *area, const char *type, const char *date, const char *number, const char *facts);
/** pamong_letter_key_name: Returns: (transfer full) (nullable): short name of a desk's public key, as it stands in the code. */
char *pamong_letter_key_name (const char *public_key);
/** pamong_letter_sign: fills in key and signature. */
void pamong_letter_sign (PamongLetterCode *code, const char *public_key, const char *private_key);
/** pamong_letter_code_is_signed: Returns: TRUE if all @code says was signed by who has @public_key. */
gboolean pamong_letter_code_is_signed (const PamongLetterCode *code, const char *public_key);
char *pamong_letter_code_format (const PamongLetterCode *code);
/** pamong_letter_code_parse: @text: as typed: blanks, line breaks and small letters do not matter. INVALID when it is none. Returns: (transfer full). */
PamongLetterCode *pamong_letter_code_parse (const char *text, GError **error);
/** pamong_letter_code_in_pdf: Returns: (transfer full) (nullable): the code a file bears among its properties. */
char *pamong_letter_code_in_pdf (GBytes *pdf);
