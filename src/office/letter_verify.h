/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "store/store.h"

/* Whether a letter somebody shows is one of the archive, without a line: what its code says, who signed it, and what has come from the villages. It speaks of the archive,
 * never of legal force. */

typedef enum { PAMONG_VERIFY_MATCHES, PAMONG_VERIFY_DIFFERS, PAMONG_VERIFY_NOT_FOUND, PAMONG_VERIFY_VOID } PamongVerifyOutcome;

/**
 * PamongVerify:
 * @words: "Cocok dengan arsip desa", "Isi berbeda", "Tidak ditemukan", "Sudah dibatalkan"
 * @detail: what was compared and what to do next, in a sentence or two
 * @letter: (nullable): as the archive has it; shown for a person to compare with the paper
 * @number, @date, @type, @area: (nullable): as the code says
 */
typedef struct {
  PamongVerifyOutcome outcome;
  char *words, *detail, *number, *date, *type, *area;
  PamongRecord *letter;
} PamongVerify;
void pamong_verify_free (PamongVerify *verify);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongVerify, pamong_verify_free)

/** pamong_verify_code: @text: typed, or typed by a scanner: blanks, line breaks and small letters do not matter. Returns: (transfer full): INVALID when it is no code of a letter. */
PamongVerify *pamong_verify_code (PamongStore *store, const char *text, GError **error);
/** pamong_verify_pdf: the file itself: its code, and whether it is byte for byte the one that was issued. */
PamongVerify *pamong_verify_pdf (PamongStore *store, GBytes *pdf, GError **error);
/** pamong_verify_number: by the number on the paper alone, without its code: what the archive has. @area: (nullable): the village. Returns: (transfer full)
 * (element-type PamongRecord). */
GPtrArray *pamong_verify_number (PamongStore *store, const char *area, const char *number, GError **error);
