/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sync/words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct {
  const char *code;
  PamongError error;
  const char *words;
} Refusal;

static const Refusal refusals[] = {
  { "code-unknown", PAMONG_ERROR_DENIED, N_("The server does not know this activation code. Check every letter, or ask the regency for a new code.") },
  { "code-used", PAMONG_ERROR_DENIED, N_("This activation code was already used by another computer. Ask the regency for a new code.") },
  { "code-expired", PAMONG_ERROR_DENIED, N_("This activation code is older than 14 days. Ask the regency for a new code.") },
  { "wrong-place", PAMONG_ERROR_DENIED, N_("This activation code belongs to another office. Ask the regency for the code of your office.") },
  { "unknown-device", PAMONG_ERROR_DENIED, N_("The server does not know this computer. What was entered stays here. Contact the regency.") },
  { "revoked", PAMONG_ERROR_DENIED, N_("The regency has closed this computer's registration. What was entered stays here. Contact the regency.") },
  { "bad-signature", PAMONG_ERROR_DENIED, N_("The server could not verify this computer. What was entered stays here. Contact the regency.") },
  { "gap", PAMONG_ERROR_CONFLICT, N_("The server misses entries that it had received from this computer before. What was entered stays here. Contact the regency.") },
  { "epoch", PAMONG_ERROR_CONFLICT, N_("The server expects another copy of this computer's data, perhaps because an old backup was put back. What was entered stays here. Contact the regency.") },
  { "fork", PAMONG_ERROR_CONFLICT, N_("Two computers work with a copy of the same data, so neither may send. What was entered stays here. Choose the one that goes on, and ask the regency to release it (pamong-server admin release).") },
  { "replaced", PAMONG_ERROR_CONFLICT, N_("Another computer goes on with this computer's data, from a backup that was put back there. This one sends nothing more; what was entered stays here. If this is the one to go on with, ask the regency to release it (pamong-server admin release).") },
  { "upgrade", PAMONG_ERROR_OUTDATED, N_("This version of the program is too old for the server. Install the new version; what was entered stays here and is sent afterwards.") },
  { "foreign-rows", PAMONG_ERROR_OFFLINE, N_("The server sent data of another office. It was not stored. Contact the regency.") },
  { "busy", PAMONG_ERROR_OFFLINE, N_("The server is busy. Try again in a few minutes; what was entered stays here.") },
};

/* What is left when the server gave no word that we know. */
static const Refusal plain[] = {
  { "401", PAMONG_ERROR_DENIED, N_("The server refuses this computer. What was entered stays here. Contact the regency.") },
  { "409", PAMONG_ERROR_CONFLICT, N_("The server and this computer do not agree on what was sent. What was entered stays here. Contact the regency.") },
  { "0", PAMONG_ERROR_OFFLINE, N_("The server cannot be reached. Check the internet connection; what was entered stays here and is sent later.") },
};

static const Refusal *
find (const Refusal *list, guint n, const char *code)
{
  for (guint i = 0; code != NULL && i < n; i++)
    if (strcmp (list[i].code, code) == 0)
      return &list[i];
  return NULL;
}

static const char *
plain_code (int status)
{
  switch (status)
    {
    case 401:
    case 403:
      return "401";
    case 409:
      return "409";
    default:
      return "0";
    }
}

GError *
pamong_sync_error (int status, const char *code)
{
  const Refusal *refusal = find (refusals, G_N_ELEMENTS (refusals), status == 426 ? "upgrade" : status == 429 || status == 503 ? "busy" : code);

  if (refusal == NULL)
    refusal = find (plain, G_N_ELEMENTS (plain), plain_code (status));
  return g_error_new_literal (PAMONG_ERROR, (int) refusal->error, _(refusal->words));
}

const char *
pamong_sync_outcome (int status, const char *code)
{
  if (code != NULL && *code != '\0')
    return code;
  return status == 0 ? "offline" : "internal";
}
