/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "office/imports_private.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "domain/clock.h"
#include "office/accounts.h"

/* Cards between two looks at the bar. */
#define TOLD_EVERY 200

typedef struct {
  PamongOffice *office;
  PamongImport *import;
  PamongPeople *people;
  PamongImportJudge *judge;
  PamongWrite *write;
  GHashTable *choices;
  PamongImportProgressFunc progress;
  gpointer data;
  guint done, cards;
} Comparing;

char *
pamong_import_who (PamongOffice *office)
{
  g_autoptr (GPtrArray) accounts = pamong_accounts (office->store, NULL);
  GString *names = g_string_new (NULL);

  for (guint i = 0; accounts != NULL && i < accounts->len; i++)
    {
      const PamongRecord *account = accounts->pdata[i];

      if (!pamong_record_is_set (account, PAMONG_ACCOUNT_CLOSED) && !pamong_account_is_limited (account))
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", pamong_record_text (account, PAMONG_ACCOUNT_NAME));
    }
  return g_string_free (names, FALSE);
}

char *
pamong_import_stamp (PamongOffice *office, GError **error)
{
  g_autofree char *register_stamp = pamong_staging_stamp (office->store, error), *limit = pamong_account_limit_words (office->store, office->account);

  return register_stamp != NULL ? g_strconcat (register_stamp, " ", limit, NULL) : NULL;
}

gboolean
pamong_import_guard_part (PamongOffice *office, const char *act, GError **error)
{
  gboolean injects = g_strcmp0 (act, "inject") == 0;

  if (office->account == NULL)
    g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_DENIED, _("Nobody is signed in. Sign in first."));
  else if (!pamong_office_renew_account (office, error))
    return FALSE;
  else if (!injects && pamong_store_level (office->store) != PAMONG_LEVEL_VILLAGE)
    g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_DENIED, _("Residents are changed only in the village. Ask the village operator to make this change."));
  else if (injects && pamong_store_level (office->store) != PAMONG_LEVEL_REGENCY)
    g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_DENIED, _("Only the kabupaten brings data into several villages at once."));
  else
    return TRUE;
  return FALSE;
}

gboolean
pamong_import_guard (PamongOffice *office, const char *act, GError **error)
{
  g_autofree char *limit = NULL, *who = NULL;

  if (!pamong_import_guard_part (office, act, error))
    return FALSE;
  if (!pamong_account_is_limited (office->account))
    return TRUE;
  limit = pamong_account_limit_words (office->store, office->account);
  who = pamong_import_who (office);
  g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_DENIED, _("This account may change only %s, and this may touch the whole village. Who may: %s."), limit, who);
  return FALSE;
}

void
pamong_import_tell (PamongOffice *office)
{
  if (office->changed == NULL)
    return;
  office->changed (PAMONG_KIND_RESIDENT, NULL, office->changed_data);
  office->changed (PAMONG_KIND_FAMILY, NULL, office->changed_data);
}

char *
pamong_import_act_name (const PamongImport *import)
{
  return g_strconcat (import->act, " ", import->uid, NULL);
}

const char *
pamong_import_batch_of (const char *act)
{
  if (act == NULL || (!g_str_has_prefix (act, "import ") && !g_str_has_prefix (act, "inject ")))
    return NULL;
  return act + strlen ("import ");
}

gboolean
pamong_import_stopped (GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Stopped. The data of residents is as it was."));
  return FALSE;
}

static gboolean
mark_rows (Comparing *comparing, const PamongImportCard *card, GError **error)
{
  gboolean forms = FALSE;

  for (guint i = 0; i < card->rows->len; i++)
    {
      const PamongStagedRow *row = card->rows->pdata[i];

      forms |= card->is_new && row->outcome == PAMONG_IMPORT_NEW && pamong_import_is_placed (card, i);
      if ((row->outcome != PAMONG_IMPORT_NEW || row->resident_uid != NULL) && !pamong_staging_mark (comparing->write, comparing->import->id, row, error))
        return FALSE;
    }
  comparing->import->figures.families += forms;
  return TRUE;
}

static gboolean
is_refused (const PamongImportCard *card, guint n)
{
  for (guint i = 0; i < card->rows->len; i++)
    {
      const PamongStagedRow *row = card->rows->pdata[i];

      if (row->n == n)
        return row->outcome == PAMONG_IMPORT_REFUSED;
    }
  return FALSE;
}

static gboolean
card_read_cb (PamongImportCard *card, gpointer data, GError **error)
{
  Comparing *comparing = data;

  if (!pamong_import_judge_rows (comparing->judge, card, error) || !pamong_import_card_compare (card, comparing->office->store, comparing->people, comparing->choices, error)
      || !pamong_import_judge_card (comparing->judge, card, error) || !mark_rows (comparing, card, error))
    return FALSE;
  for (guint i = 0; i < card->differences->len; i++)
    {
      const PamongStagedDifference *difference = card->differences->pdata[i];

      if (!is_refused (card, difference->n) && !pamong_staging_add_difference (comparing->write, comparing->import->id, difference, error))
        return FALSE;
    }
  comparing->done += card->rows->len;
  if (comparing->progress != NULL && comparing->cards++ % TOLD_EVERY == 0 && !comparing->progress (comparing->done, comparing->import->figures.rows, comparing->data))
    return pamong_import_stopped (error);
  return TRUE;
}

GHashTable *
pamong_import_choices (PamongStore *store, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) chosen = pamong_staging_differences (store, id, 0, TRUE, error);
  GHashTable *choices = chosen != NULL ? g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) : NULL;

  for (guint i = 0; chosen != NULL && i < chosen->len; i++)
    {
      const PamongStagedDifference *difference = chosen->pdata[i];

      g_hash_table_add (choices, pamong_import_choice (difference->n, difference->key, difference->after));
    }
  return choices;
}

static gboolean
compare_all (Comparing *comparing, GError **error)
{
  PamongImport *import = comparing->import;

  import->figures.families = 0;
  if (!pamong_people_gather (comparing->people, error) || !pamong_import_walk (comparing->office->store, import->id, card_read_cb, comparing, error)
      || !pamong_import_judge_file (comparing->judge, error) || !pamong_staging_count (comparing->office->store, import, error))
    return FALSE;
  g_free (import->stamp);
  import->stamp = pamong_import_stamp (comparing->office, error);
  import->state = PAMONG_IMPORT_READY;
  return import->stamp != NULL && pamong_staging_put (comparing->write, import, error);
}

gboolean
pamong_import_compare (PamongOffice *office, const char *uid, PamongImportProgressFunc progress, gpointer data, GError **error)
{
  g_autoptr (PamongImport) import = pamong_import_get (office->store, uid, error);
  g_autoptr (GHashTable) choices = NULL;
  g_autoptr (PamongWrite) write = NULL;
  g_autoptr (PamongPeople) people = NULL;
  g_autoptr (PamongImportJudge) judge = NULL;
  Comparing comparing;

  if (import == NULL || !pamong_import_guard_part (office, import->act, error))
    return FALSE;
  if (import->state != PAMONG_IMPORT_READ && import->state != PAMONG_IMPORT_READY)
    return pamong_office_invalid (error, _("This import is over, or was cut short. Read the file again."));
  choices = pamong_import_choices (office->store, import->id, error);
  write = choices != NULL ? pamong_write_begin_plain (office->store, error) : NULL;
  if (write == NULL || !pamong_staging_forget_results (write, import->id, error))
    return FALSE;
  people = pamong_people_new (office->store, import);
  judge = pamong_import_judge_new (office, import, people, write);
  comparing = (Comparing) { office, import, people, judge, write, choices, progress, data, 0, 0 };
  return compare_all (&comparing, error) && pamong_write_commit (g_steal_pointer (&write), NULL, NULL, error);
}

gboolean
pamong_import_choose (PamongOffice *office, const char *uid, guint n, const char *key, gboolean take, GError **error)
{
  g_autoptr (PamongImport) import = pamong_import_get (office->store, uid, error);
  g_autoptr (PamongWrite) write = NULL;

  if (import == NULL || !pamong_import_guard_part (office, import->act, error))
    return FALSE;
  if (import->state != PAMONG_IMPORT_READY)
    return pamong_office_invalid (error, _("There is nothing to choose any more in this import."));
  if ((write = pamong_write_begin_plain (office->store, error)) == NULL || !pamong_staging_take (write, import->id, n, key, take, error)
      || !pamong_staging_count (office->store, import, error))
    return FALSE;
  /* The rules have not seen what is taken now: they are asked again before anything goes in. */
  g_free (import->stamp);
  import->stamp = NULL;
  return pamong_staging_put (write, import, error) && pamong_write_commit (g_steal_pointer (&write), NULL, NULL, error);
}

gboolean
pamong_imports_tidy (PamongOffice *office, GError **error)
{
  g_autoptr (GPtrArray) known = pamong_staging_imports (office->store, error);
  g_autoptr (PamongWrite) write = NULL;

  for (guint i = 0; known != NULL && i < known->len; i++)
    {
      const PamongImport *import = known->pdata[i];

      if (!import->has_rows || (import->state != PAMONG_IMPORT_DONE && import->state != PAMONG_IMPORT_UNDONE))
        continue;
      if ((write == NULL && (write = pamong_write_begin_plain (office->store, error)) == NULL) || !pamong_staging_forget_rows (write, import->id, error))
        return FALSE;
    }
  return known != NULL && (write == NULL || pamong_write_commit (g_steal_pointer (&write), NULL, NULL, error));
}

gboolean
pamong_import_drop (PamongOffice *office, const char *uid, GError **error)
{
  g_autoptr (PamongImport) import = pamong_import_get (office->store, uid, error);
  g_autoptr (PamongWrite) write = NULL;

  if (import == NULL || !pamong_import_guard_part (office, import->act, error))
    return FALSE;
  if (import->state == PAMONG_IMPORT_DONE || import->state == PAMONG_IMPORT_UNDONE)
    return pamong_office_invalid (error, _("This import went in. Take it back instead of dropping it."));
  return (write = pamong_write_begin_plain (office->store, error)) != NULL && pamong_staging_forget (write, import->id, error)
         && pamong_write_commit (g_steal_pointer (&write), NULL, NULL, error);
}
