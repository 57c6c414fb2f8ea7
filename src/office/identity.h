/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "office/office.h"

/* What a place calls itself: one record of the kind identity for each village, district and regency. */

/** PamongIdentityWord: a word the place may choose; the usual ones are in data/identity/words.csv, by desa, kelurahan, kecamatan, kabupaten. */
typedef enum {
  PAMONG_WORD_HEAD = PAMONG_IDENTITY_HEAD_TITLE,               /* "Kepala Desa", "Lurah" */
  PAMONG_WORD_SECRETARY = PAMONG_IDENTITY_SECRETARY_TITLE,     /* "Sekretaris Desa" */
  PAMONG_WORD_HAMLET = PAMONG_IDENTITY_HAMLET_WORD,            /* "Dusun", "Lingkungan" */
  PAMONG_WORD_HAMLET_HEAD = PAMONG_IDENTITY_HAMLET_HEAD_TITLE, /* "Kepala Dusun" */
  PAMONG_WORD_CLERGY = PAMONG_IDENTITY_CLERGY_TITLE            /* "Modin" */
} PamongIdentityWord;

/** pamong_identity: Returns: (transfer full): the record of the place @store stands in, an empty one with its uid when nothing was filled in yet;
 * NULL with an error when it could not be read. */
PamongRecord *pamong_identity (PamongStore *store, GError **error);
/** pamong_identity_at: the same of the place @area: a district knows its villages. */
PamongRecord *pamong_identity_at (PamongStore *store, const char *area, GError **error);
/** pamong_identity_word: Returns: (transfer full): the word in effect here, as written: the one chosen, else the usual one of this form. */
char *pamong_identity_word (PamongStore *store, PamongIdentityWord word);
/** pamong_identity_word_of: the word in effect in the place of @identity. */
char *pamong_identity_word_of (const PamongRecord *identity, PamongIdentityWord word);
/** pamong_identity_usual: Returns: (transfer full): the usual word in the place @area; "" when there is none. */
char *pamong_identity_usual (const char *area, PamongIdentityWord word);
/** pamong_identity_letterhead: Returns: (transfer full): the lines over a letter: those chosen in @identity, else government, district and village in capitals;
 * empty ones left out. */
char **pamong_identity_letterhead (const PamongRecord *identity);
/** pamong_identity_can_hide: Returns: FALSE for a page that no village may switch off. */
gboolean pamong_identity_can_hide (const char *page);
/** pamong_identity_hides: Returns: TRUE when @identity (nullable) switches the page named @page off. */
gboolean pamong_identity_hides (const PamongRecord *identity, const char *page);
/** pamong_office_save_identity: writes the fields in which @after differs from @before (nullable: from what is stored); others keep what another computer
 * wrote meanwhile. INVALID: a logo that is no PNG or over PAMONG_LONG_BYTES, a page that cannot be switched off. DENIED for an account limited to a part. */
gboolean pamong_office_save_identity (PamongOffice *office, const PamongRecord *before, const PamongRecord *after, GError **error);
