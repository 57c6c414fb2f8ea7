/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An import goes in: one transaction, made of acts of at most 500 changes. */
#include "office/imports_private.h"

#include <glib/gi18n-lib.h>

#include "domain/clock.h"
#include "domain/uid.h"
#include "wire/envelope.h"

typedef struct {
  PamongOffice *office;
  PamongImport *import;
  PamongPeople *people;
  PamongWrite *write;
  GHashTable *choices, *areas; /* areas: uid of those that stand -> spelling of the dusun */
  PamongImportProgressFunc progress;
  gpointer data;
  char *today;
  guint done, added, changed;
} Commit;

static gboolean
is_injected (const PamongImport *import)
{
  return g_strcmp0 (import->act, "inject") == 0;
}

static PamongRecord *
make_batch (const Commit *commit)
{
  const PamongImport *import = commit->import;
  PamongRecord *batch = pamong_record_new (PAMONG_KIND_BATCH, import->area != NULL ? import->area : pamong_store_area (commit->office->store));
  struct { int field; const char *text; } texts[] = {
    { PAMONG_BATCH_TITLE, import->title }, { PAMONG_BATCH_FILE, import->file }, { PAMONG_BATCH_LAYOUT, import->layout }, { PAMONG_BATCH_SOURCE, import->source },
    { PAMONG_BATCH_COMPILED_BY, import->compiled_by }, { PAMONG_BATCH_COMPILED_ON, import->compiled_on },
  };

  g_free (batch->uid);
  batch->uid = g_strdup (import->uid);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    pamong_record_set_text (batch, texts[i].field, texts[i].text);
  if (is_injected (import))
    pamong_record_set_int (batch, PAMONG_BATCH_INJECTED, TRUE);
  pamong_record_set_int (batch, PAMONG_BATCH_ROWS, import->figures.rows);
  pamong_record_set_int (batch, PAMONG_BATCH_ADDED, import->figures.added);
  pamong_record_set_int (batch, PAMONG_BATCH_CHANGED, import->figures.changed);
  return batch;
}

static gboolean
put_event (Commit *commit, const PamongStagedRow *row, PamongEventType type, const char *area, const char *resident_uid, const char *family_uid, const char *date, GError **error)
{
  g_autofree char *uid = pamong_people_uid (commit->people, row);
  g_autoptr (PamongRecord) event = pamong_record_new_known (PAMONG_KIND_EVENT, uid, area);

  pamong_record_set_int (event, PAMONG_EVENT_TYPE, type);
  pamong_record_set_text (event, PAMONG_EVENT_RESIDENT_UID, resident_uid);
  pamong_record_set_text (event, PAMONG_EVENT_FAMILY_UID, family_uid);
  pamong_record_set_text (event, PAMONG_EVENT_DATE, date);
  pamong_record_set_text (event, PAMONG_EVENT_BATCH, commit->import->uid);
  return pamong_write_insert (commit->write, event, error);
}

/* When it happened is left empty where the file does not say: nothing of it is of this month. */
static gboolean
put_fate (Commit *commit, const PamongStagedRow *row, const PamongRecord *person, GError **error)
{
  static const struct { PamongStatus status; PamongEventType type; } fates[] = {
    { PAMONG_STATUS_DEAD, PAMONG_EVENT_DEATH }, { PAMONG_STATUS_MOVED, PAMONG_EVENT_MOVE_OUT }, { PAMONG_STATUS_MISSING, PAMONG_EVENT_MISSING },
    { PAMONG_STATUS_AWAY, PAMONG_EVENT_AWAY }, { PAMONG_STATUS_VOID, PAMONG_EVENT_REMOVED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fates); i++)
    if (fates[i].status == row->status)
      return put_event (commit, row, fates[i].type, person->area, person->uid, NULL, row->status_date, error);
  return TRUE;
}

/* The first spelling of a dusun stays. */
static gboolean
put_area (Commit *commit, PamongRecord *family, GError **error)
{
  const char *dusun = pamong_record_text (family, PAMONG_FAMILY_DUSUN), *rw = pamong_record_text (family, PAMONG_FAMILY_RW), *rt = pamong_record_text (family, PAMONG_FAMILY_RT);
  g_autofree char *key = g_strdup_printf ("%s\x1f%s\x1f%s\x1f%s", family->area, dusun != NULL ? dusun : "", rw != NULL ? rw : "", rt != NULL ? rt : "");
  g_autofree char *uid = NULL;
  g_autoptr (PamongRecord) area = NULL;
  g_autoptr (GError) failure = NULL;
  gpointer spelling = NULL;

  if (dusun == NULL && rw == NULL && rt == NULL)
    return TRUE;
  if (g_hash_table_lookup_extended (commit->areas, key, NULL, &spelling))
    {
      pamong_record_set_text (family, PAMONG_FAMILY_DUSUN, spelling);
      return TRUE;
    }
  uid = pamong_uid_of_area (family->area, dusun, rw, rt);
  area = pamong_store_get (commit->office->store, PAMONG_KIND_AREA, uid, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (area == NULL)
    {
      area = pamong_record_new (PAMONG_KIND_AREA, family->area);
      g_free (area->uid);
      area->uid = g_steal_pointer (&uid);
      pamong_record_set_text (area, PAMONG_AREA_DUSUN, dusun);
      pamong_record_set_text (area, PAMONG_AREA_RW, rw);
      pamong_record_set_text (area, PAMONG_AREA_RT, rt);
      if (!pamong_write_insert (commit->write, area, error))
        return FALSE;
    }
  g_hash_table_insert (commit->areas, g_steal_pointer (&key), g_strdup (pamong_record_text (area, PAMONG_AREA_DUSUN)));
  pamong_record_set_text (family, PAMONG_FAMILY_DUSUN, pamong_record_text (area, PAMONG_AREA_DUSUN));
  return TRUE;
}

static gboolean
is_written (const PamongStagedRow *row)
{
  return row->outcome == PAMONG_IMPORT_NEW || row->outcome == PAMONG_IMPORT_CHANGED;
}

/* A card is written when somebody new comes onto it, or something of it changes. */
static gboolean
put_family (Commit *commit, PamongImportCard *card, GError **error)
{
  gboolean comes = FALSE;

  for (guint i = 0; i < card->rows->len; i++)
    comes |= is_written (card->rows->pdata[i]) && pamong_import_is_placed (card, i);
  if (card->family == NULL || !comes)
    return TRUE;
  if (!put_area (commit, card->family, error))
    return FALSE;
  if (card->card_stored != NULL)
    return pamong_write_put (commit->write, card->family, error);
  return pamong_write_insert (commit->write, card->family, error) && put_event (commit, card->rows->pdata[card->source], PAMONG_EVENT_FAMILY_OPENING, card->family->area, NULL, card->family->uid, commit->today, error);
}

static gboolean
put_person (Commit *commit, PamongImportCard *card, guint i, GError **error)
{
  const PamongStagedRow *row = card->rows->pdata[i];
  PamongRecord *person = card->after->pdata[i];

  if (row->outcome == PAMONG_IMPORT_CHANGED)
    {
      commit->changed++;
      return pamong_write_put (commit->write, person, error);
    }
  commit->added++;
  if (is_injected (commit->import))
    pamong_record_set_text (person, PAMONG_RESIDENT_BATCH_UID, commit->import->uid); /* waits for the village to check */
  return (card->stored->pdata[i] != NULL ? pamong_write_put (commit->write, person, error) : pamong_write_insert (commit->write, person, error))
         && put_event (commit, row, PAMONG_EVENT_OPENING, person->area, person->uid, NULL, commit->today, error) && put_fate (commit, row, person, error);
}

/* As many changes as a card can be at most. */
static guint
size_of (const PamongImportCard *card)
{
  return 3 + 3 * card->rows->len;
}

static gboolean
card_read_cb (PamongImportCard *card, gpointer data, GError **error)
{
  Commit *commit = data;
  gboolean any = FALSE;

  for (guint i = 0; i < card->rows->len; i++)
    any |= is_written (card->rows->pdata[i]);
  commit->done += card->rows->len;
  if (!any)
    return TRUE;
  if (pamong_write_n (commit->write) + size_of (card) > PAMONG_ACT_MAX)
    {
      if (!pamong_write_next (commit->write, error))
        return FALSE;
      if (commit->progress != NULL && !commit->progress (commit->done, commit->import->figures.rows, commit->data))
        return pamong_import_stopped (error);
    }
  if (!pamong_import_card_compare (card, commit->office->store, commit->people, commit->choices, error) || !put_family (commit, card, error))
    return FALSE;
  for (guint i = 0; i < card->rows->len; i++)
    {
      if (!is_written (card->rows->pdata[i]))
        continue;
      if ((pamong_write_n (commit->write) + 3 > PAMONG_ACT_MAX && !pamong_write_next (commit->write, error)) || !put_person (commit, card, i, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_all (Commit *commit, GError **error)
{
  g_autoptr (PamongRecord) batch = make_batch (commit);

  if (!pamong_write_many (commit->write, error) || !pamong_write_insert (commit->write, batch, error) || !pamong_import_walk (commit->office->store, commit->import->id, card_read_cb, commit, error))
    return FALSE;
  commit->import->state = PAMONG_IMPORT_DONE;
  return pamong_staging_put (commit->write, commit->import, error);
}

/* The register may have changed since the dry run, and what was chosen since has not been judged. */
static gboolean
compare_again (PamongOffice *office, PamongImport **import, GError **error)
{
  g_autofree char *stamp = pamong_import_stamp (office, error);
  g_autofree char *uid = g_strdup ((*import)->uid);

  if (stamp == NULL)
    return FALSE;
  if (g_strcmp0 (stamp, (*import)->stamp) == 0)
    return TRUE;
  if (!pamong_import_compare (office, uid, NULL, NULL, error))
    return FALSE;
  g_clear_pointer (import, pamong_import_free);
  *import = pamong_import_get (office->store, uid, error);
  return *import != NULL;
}

static gboolean
commit_import (PamongOffice *office, PamongImport *import, PamongImportProgressFunc progress, gpointer data, GError **error)
{
  g_autoptr (GHashTable) choices = pamong_import_choices (office->store, import->id, error);
  g_autoptr (GHashTable) areas = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (PamongPeople) people = pamong_people_new (office->store, import);
  g_autofree char *act = pamong_import_act_name (import), *today = pamong_clock_today ();
  g_autoptr (PamongWrite) write = choices != NULL ? pamong_write_begin (office->store, office->account->uid, act, NULL, error) : NULL;
  Commit commit = { office, import, people, write, choices, areas, progress, data, today, 0, 0, 0 };

  return write != NULL && write_all (&commit, error) && pamong_write_commit (g_steal_pointer (&write), NULL, NULL, error);
}

gboolean
pamong_import_commit (PamongOffice *office, const char *uid, PamongImportProgressFunc progress, gpointer data, GError **error)
{
  g_autoptr (PamongImport) import = pamong_import_get (office->store, uid, error);

  if (import == NULL || !pamong_import_guard_part (office, import->act, error))
    return FALSE;
  if (import->state == PAMONG_IMPORT_DONE || import->state == PAMONG_IMPORT_UNDONE)
    return pamong_office_invalid (error, _("This import is over already. Read the file again to bring it in once more."));
  if (import->state != PAMONG_IMPORT_READY)
    return pamong_office_invalid (error, _("This file was not read to its end. Read it again; reading goes on where it stopped."));
  if (!compare_again (office, &import, error))
    return FALSE;
  if (import->figures.added + import->figures.changed == 0)
    return pamong_office_invalid (error, import->figures.refused == import->figures.rows ? _("Nothing can go in: every row is refused. Mend the file by the list of what is wrong, and read it again.")
                                                                                       : _("There is nothing to bring in: all of it stands in the list of residents as the file says, or is kept as it is."));
  if (!commit_import (office, import, progress, data, error))
    return FALSE;
  pamong_import_tell (office);
  return TRUE;
}
