/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "office/act.h"

#include <glib/gi18n-lib.h>

#include "store/desk_rows.h"
#include "wire/change.h"

/* What was typed beside a card stands in a row of its own. */
static char *
typed_key (const char *key)
{
  return g_strconcat (key, ".typed", NULL);
}

gboolean
pamong_office_save_draft (PamongOffice *office, const char *key, const PamongFamilyCard *card, GError **error)
{
  return pamong_office_save_draft_typed (office, key, card, NULL, error);
}

gboolean
pamong_office_save_draft_typed (PamongOffice *office, const char *key, const PamongFamilyCard *card, const char *typed, GError **error)
{
  g_autofree char *json = card != NULL ? pamong_card_to_json (card) : NULL, *beside = typed_key (key);
  g_autoptr (PamongWrite) write = pamong_write_begin_plain (office->store, error);

  return write != NULL && pamong_draft_put (write, key, json, error) && pamong_draft_put (write, beside, card != NULL ? typed : NULL, error) && pamong_write_commit (g_steal_pointer (&write), NULL, NULL, error);
}

PamongFamilyCard *
pamong_office_load_draft (PamongStore *store, const char *key, gint64 *t)
{
  g_autofree char *json = pamong_draft_get (store, key, t);
  g_autoptr (GError) error = NULL;
  PamongFamilyCard *card;

  if (json == NULL)
    return NULL;
  card = pamong_card_from_json (json, pamong_store_area (store), &error);
  if (card == NULL)
    g_debug ("a draft could not be read: %s", key);
  return card;
}

char *
pamong_office_load_draft_typed (PamongStore *store, const char *key)
{
  g_autofree char *beside = typed_key (key);

  return pamong_draft_get (store, beside, NULL);
}

gboolean
pamong_office_note_opened (PamongOffice *office, const char *resident_uid, GError **error)
{
  g_autoptr (PamongWrite) write = office->account != NULL ? pamong_write_begin_plain (office->store, error) : NULL;

  if (office->account == NULL)
    g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_DENIED, _("Nobody is signed in. Sign in first."));
  return write != NULL && pamong_recent_put (write, office->account->uid, resident_uid, error)
         && pamong_write_commit (g_steal_pointer (&write), NULL, NULL, error);
}

static gboolean
put_log (PamongOffice *office, const char *what, const char *uid, GError **error)
{
  g_autoptr (PamongWrite) write = NULL;

  if (office->account == NULL)
    {
      g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_DENIED, _("Nobody is signed in. Sign in first."));
      return FALSE;
    }
  write = pamong_write_begin_plain (office->store, error);
  return write != NULL && pamong_access_log_put (write, office->account->uid, what, uid, error) && pamong_write_commit (g_steal_pointer (&write), NULL, NULL, error);
}

gboolean
pamong_office_log_reveal (PamongOffice *office, const char *resident_uid, GError **error)
{
  return put_log (office, "reveal", resident_uid, error);
}

gboolean
pamong_office_log_export (PamongOffice *office, const char *what, gboolean full, const char *reason, GError **error)
{
  g_autofree char *why = g_strstrip (g_strdup (reason != NULL ? reason : "")), *words = g_strdup_printf ("export %s%s%s%s", full ? "full " : "masked ", what, *why != '\0' ? ": " : "", why);

  if (!full || *why != '\0')
    return put_log (office, words, NULL, error);
  g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _("A file with whole NIK and No. KK needs a reason. Write what it is for and who gets it."));
  return FALSE;
}

gboolean
pamong_office_keep_mappings (PamongOffice *office, const char *text, GError **error)
{
  g_autoptr (PamongWrite) write = pamong_write_begin_plain (office->store, error);

  return write != NULL && pamong_write_meta (write, "import.mappings", text, error) && pamong_write_commit (g_steal_pointer (&write), NULL, NULL, error);
}
