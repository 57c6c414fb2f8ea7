/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "server/findings.h"

/* What the centre looks at, kept beside the findings: raised when it begins to look at more, so that what lies in the ledger is judged like what comes.
 * 2: whole cards, and the living only. */
#define JUDGED_BY "2"

static gboolean
renew_cards (PamongLedger *ledger, GHashTable *said, GError **error)
{
  g_autoptr (GPtrArray) cards = ledger->list_cards (ledger, error);

  for (guint i = 0; cards != NULL && i < cards->len; i++)
    {
      g_hash_table_remove_all (said);
      if (!pamong_findings_check_card (ledger, g_ptr_array_index (cards, i), said, error))
        return FALSE;
    }
  return cards != NULL;
}

static gboolean
renew_single (PamongLedger *ledger, GHashTable *said, GError **error)
{
  g_autoptr (GPtrArray) residents = ledger->list_single (ledger, error);

  for (guint i = 0; residents != NULL && i < residents->len; i++)
    {
      g_autoptr (PamongEntry) entry = ledger->find_record (ledger, g_ptr_array_index (residents, i), error);

      g_hash_table_remove_all (said);
      if (entry == NULL || !pamong_findings_check_resident (ledger, entry->record, said, error))
        return FALSE;
    }
  return residents != NULL;
}

gboolean
pamong_findings_renew (PamongLedger *ledger, GError **error)
{
  g_autoptr (GHashTable) said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_strfreev);
  g_autoptr (GError) local = NULL;
  g_autofree char *judged = ledger->get_meta (ledger, "findings", &local);

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (g_strcmp0 (judged, JUDGED_BY) == 0)
    return TRUE;
  if (!ledger->begin (ledger, error))
    return FALSE;
  if (renew_cards (ledger, said, error) && renew_single (ledger, said, error) && ledger->set_meta (ledger, "findings", JUDGED_BY, error))
    return ledger->commit (ledger, error);
  ledger->rollback (ledger);
  return FALSE;
}
