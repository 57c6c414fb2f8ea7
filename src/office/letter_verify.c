/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "office/letter_verify.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "domain/dates.h"
#include "store/letters.h"
#include "wire/crypto.h"
#include "wire/letter_code.h"

void
pamong_verify_free (PamongVerify *verify)
{
  if (verify == NULL)
    return;
  g_free (verify->words);
  g_free (verify->detail);
  g_free (verify->number);
  g_free (verify->date);
  g_free (verify->type);
  g_free (verify->area);
  pamong_record_free (verify->letter);
  g_free (verify);
}

static const char *
outcome_words (PamongVerifyOutcome outcome)
{
  switch (outcome)
    {
    case PAMONG_VERIFY_MATCHES: return _("Matches the archive of the village");
    case PAMONG_VERIFY_DIFFERS: return _("What it says differs");
    case PAMONG_VERIFY_VOID: return _("Was made void");
    case PAMONG_VERIFY_NOT_FOUND:
    default: return _("Not found");
    }
}

static PamongVerify *
say (PamongVerify *verify, PamongVerifyOutcome outcome, char *detail)
{
  verify->outcome = outcome;
  verify->words = g_strdup (outcome_words (outcome));
  verify->detail = detail;
  return verify;
}

/* Who may have signed: a desk of that village, as the centre told; this computer itself, before any centre knew it. */
typedef struct {
  gboolean known, genuine;
  char *revoked;
} Signer;

static void
try_key (Signer *signer, const PamongLetterCode *code, const char *public_key, const char *revoked)
{
  g_autofree char *name = pamong_letter_key_name (public_key);

  if (g_strcmp0 (name, code->key) != 0)
    return;
  signer->known = TRUE;
  if (!pamong_letter_code_is_signed (code, public_key))
    return;
  signer->genuine = TRUE;
  g_free (signer->revoked);
  signer->revoked = g_strdup (revoked);
}

static gboolean
find_signer (PamongStore *store, const PamongLetterCode *code, Signer *signer, GError **error)
{
  g_autoptr (GPtrArray) desks = pamong_store_all (store, PAMONG_KIND_DESK, error);
  g_autofree char *own = pamong_store_meta (store, "device.public_key");

  if (desks == NULL)
    return FALSE;
  for (guint i = 0; i < desks->len; i++)
    if (g_strcmp0 (pamong_record_text (desks->pdata[i], PAMONG_DESK_VILLAGE), code->area) == 0)
      try_key (signer, code, pamong_record_text (desks->pdata[i], PAMONG_DESK_PUBLIC_KEY), pamong_record_text (desks->pdata[i], PAMONG_DESK_REVOKED));
  if (own != NULL && g_strcmp0 (pamong_store_area (store), code->area) == 0)
    try_key (signer, code, own, NULL);
  return TRUE;
}

/* The letter of the archive that bears this number; of several (two desks that were both "the first") the one that was signed so. */
static PamongRecord *
find_letter (PamongStore *store, const PamongLetterCode *code, GError **error)
{
  g_autoptr (GPtrArray) found = pamong_letters_by_number (store, code->area, code->number, error);
  PamongRecord *best = NULL;

  for (guint i = 0; found != NULL && i < found->len; i++)
    if (best == NULL || g_strcmp0 (pamong_record_text (found->pdata[i], PAMONG_LETTER_SIGNATURE), code->signature) == 0)
      best = found->pdata[i];
  return best != NULL ? pamong_record_copy (best) : NULL;
}

static gboolean
is_same (const PamongRecord *letter, const PamongLetterCode *code)
{
  const char *facts = pamong_record_text (letter, PAMONG_LETTER_FACTS), *type = pamong_record_text (letter, PAMONG_LETTER_TYPE);
  g_autofree char *hash = pamong_letter_hash (letter->area, type != NULL ? type : "", pamong_record_text (letter, PAMONG_LETTER_DATE), pamong_record_text (letter, PAMONG_LETTER_NUMBER_TEXT),
                                              facts != NULL ? facts : "");

  return type != NULL && g_ascii_strcasecmp (type, code->type) == 0 && g_strcmp0 (pamong_record_text (letter, PAMONG_LETTER_DATE), code->date) == 0
         && g_str_equal (hash, code->hash);
}

/* A letter signed with the key of a computer after it was shut out may be a thief's. */
static gboolean
is_after (const Signer *signer, const PamongLetterCode *code)
{
  return signer->revoked != NULL && strcmp (code->date, signer->revoked) > 0;
}

static PamongVerify *
judge_found (PamongVerify *verify, const PamongLetterCode *code, const Signer *signer)
{
  if (!signer->genuine || !is_same (verify->letter, code) || is_after (signer, code))
    return say (verify, PAMONG_VERIFY_DIFFERS, g_strdup (_("The archive has a letter of this number, but not with this code. Compare the paper with what stands below, and ask the village.")));
  if (pamong_record_is_set (verify->letter, PAMONG_LETTER_VOID_ON))
    {
      g_autofree char *day = pamong_date_format (pamong_record_text (verify->letter, PAMONG_LETTER_VOID_ON));

      return say (verify, PAMONG_VERIFY_VOID, g_strdup_printf (_("The village made this letter void on %s: %s"), day, pamong_record_text (verify->letter, PAMONG_LETTER_VOID_REASON)));
    }
  return say (verify, PAMONG_VERIFY_MATCHES, g_strdup (_("Number, day and code are those of the archive. Compare name and purpose with the paper. What makes a letter valid is the signature and the stamp.")));
}

static PamongVerify *
judge_missing (PamongVerify *verify, const Signer *signer)
{
  if (signer->genuine)
    return say (verify, PAMONG_VERIFY_NOT_FOUND, g_strdup (_("A computer of the village signed this code, but the letter has not arrived here yet. Sync, let the village sync, and look again.")));
  if (signer->known)
    return say (verify, PAMONG_VERIFY_NOT_FOUND, g_strdup (_("The code was changed or read wrongly, and no such letter is in the archive. Scan it again; if it stays so, ask the village.")));
  return say (verify, PAMONG_VERIFY_NOT_FOUND, g_strdup (_("Neither the letter nor the computer that signed it is known here. Sync and look again; if it stays so, ask the village.")));
}

PamongVerify *
pamong_verify_code (PamongStore *store, const char *text, GError **error)
{
  g_autoptr (PamongLetterCode) code = pamong_letter_code_parse (text, error);
  g_autoptr (GError) failure = NULL;
  g_autoptr (PamongVerify) verify = NULL;
  Signer signer = { FALSE, FALSE, NULL };

  if (code == NULL)
    return NULL;
  verify = g_new0 (PamongVerify, 1);
  verify->number = g_strdup (code->number);
  verify->date = g_strdup (code->date);
  verify->type = g_ascii_strdown (code->type, -1);
  verify->area = g_strdup (code->area);
  if (find_signer (store, code, &signer, &failure))
    verify->letter = find_letter (store, code, &failure);
  if (failure == NULL)
    verify = verify->letter != NULL ? judge_found (verify, code, &signer) : judge_missing (verify, &signer);
  g_free (signer.revoked);
  if (failure == NULL)
    return g_steal_pointer (&verify);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

/* Beside the code, which anybody could put into another file: the file itself. */
static void
compare_file (PamongVerify *verify, GBytes *pdf)
{
  gsize size;
  const void *data = g_bytes_get_data (pdf, &size);
  g_autofree char *hash = pamong_sha256 (data, size), *before = NULL;

  if (verify->outcome != PAMONG_VERIFY_MATCHES && verify->outcome != PAMONG_VERIFY_VOID)
    return;
  before = g_steal_pointer (&verify->detail);
  if (g_strcmp0 (hash, pamong_record_text (verify->letter, PAMONG_LETTER_FILE_HASH)) == 0)
    verify->detail = g_strdup_printf ("%s %s", before, _("The file is the one that was issued, to the letter."));
  else
    {
      verify->outcome = PAMONG_VERIFY_DIFFERS;
      g_free (verify->words);
      verify->words = g_strdup (outcome_words (verify->outcome));
      verify->detail = g_strdup (_("The code is that of a letter of the archive, but the file is not the one that was issued. Compare it with what stands below, and ask the village."));
    }
}

PamongVerify *
pamong_verify_pdf (PamongStore *store, GBytes *pdf, GError **error)
{
  g_autofree char *code = pamong_letter_code_in_pdf (pdf);
  PamongVerify *verify;

  if (code == NULL)
    {
      g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _("This file bears no code of a letter. Was it scanned from paper? Then scan or type the code instead."));
      return NULL;
    }
  verify = pamong_verify_code (store, code, error);
  if (verify != NULL)
    compare_file (verify, pdf);
  return verify;
}

GPtrArray *
pamong_verify_number (PamongStore *store, const char *area, const char *number, GError **error)
{
  return pamong_letters_by_number (store, area, number, error);
}
