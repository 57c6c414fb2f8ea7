/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Imports to look at: any thread's own store. */
#include "office/imports_private.h"

#include <glib/gi18n-lib.h>
#include "store/batches.h"
#include <string.h>

#include "store/known.h"

static PamongImport *
read_batch (PamongStore *store, const PamongRecord *batch)
{
  PamongImport *import = g_new0 (PamongImport, 1);
  struct { char **place; int field; } texts[] = {
    { &import->file, PAMONG_BATCH_FILE }, { &import->layout, PAMONG_BATCH_LAYOUT }, { &import->title, PAMONG_BATCH_TITLE }, { &import->source, PAMONG_BATCH_SOURCE },
    { &import->compiled_by, PAMONG_BATCH_COMPILED_BY }, { &import->compiled_on, PAMONG_BATCH_COMPILED_ON },
  };

  import->uid = g_strdup (batch->uid);
  import->t = pamong_store_batch_time (store, batch->uid);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    *texts[i].place = g_strdup (pamong_record_text (batch, texts[i].field));
  import->area = g_strdup (batch->area);
  import->act = g_strdup (pamong_record_int (batch, PAMONG_BATCH_INJECTED) ? "inject" : "import");
  import->state = pamong_record_is_set (batch, PAMONG_BATCH_UNDONE) ? PAMONG_IMPORT_UNDONE : PAMONG_IMPORT_DONE;
  import->figures.rows = (guint) pamong_record_int (batch, PAMONG_BATCH_ROWS);
  import->figures.added = (guint) pamong_record_int (batch, PAMONG_BATCH_ADDED);
  import->figures.changed = (guint) pamong_record_int (batch, PAMONG_BATCH_CHANGED);
  return import;
}

static PamongImport *
find (GPtrArray *imports, const char *uid)
{
  for (guint i = 0; i < imports->len; i++)
    if (g_strcmp0 (((PamongImport *) imports->pdata[i])->uid, uid) == 0)
      return imports->pdata[i];
  return NULL;
}

static int
by_time (gconstpointer a, gconstpointer b)
{
  const PamongImport *one = *(PamongImport *const *) a, *other = *(PamongImport *const *) b;

  return one->t != other->t ? (one->t < other->t ? 1 : -1) : 0;
}

GPtrArray *
pamong_imports_list (PamongStore *store, GError **error)
{
  g_autoptr (GPtrArray) imports = pamong_staging_imports (store, error);
  g_autoptr (GPtrArray) batches = imports != NULL ? pamong_store_all (store, PAMONG_KIND_BATCH, error) : NULL;

  if (batches == NULL)
    return NULL;
  for (guint i = batches->len; i > 0; i--)
    {
      const PamongRecord *batch = batches->pdata[i - 1];
      PamongImport *known = find (imports, batch->uid);

      if (known == NULL)
        g_ptr_array_add (imports, read_batch (store, batch));
      else if (pamong_record_is_set (batch, PAMONG_BATCH_UNDONE))
        known->state = PAMONG_IMPORT_UNDONE;
    }
  g_ptr_array_sort (imports, by_time); /* a stable one: what was read last comes first within one second */
  return g_steal_pointer (&imports);
}

PamongImport *
pamong_import_get (PamongStore *store, const char *uid, GError **error)
{
  g_autoptr (GPtrArray) imports = pamong_imports_list (store, error);
  guint index;

  if (imports == NULL)
    return NULL;
  for (index = 0; index < imports->len; index++)
    if (g_strcmp0 (((PamongImport *) imports->pdata[index])->uid, uid) == 0)
      return g_ptr_array_steal_index (imports, index);
  g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_NOT_FOUND, _("There is no such import. Look at the list of imports."));
  return NULL;
}

void
pamong_import_row_free (PamongImportRow *row)
{
  g_free (row->sheet);
  g_free (row->name);
  g_free (row->nik);
  g_free (row->kk_number);
  g_free (row->resident_uid);
  g_ptr_array_unref (row->differences);
  g_free (row);
}

static void
free_difference (gpointer data)
{
  PamongImportDifference *difference = data;

  g_free (difference->key);
  g_free (difference->before);
  g_free (difference->after);
  g_free (difference);
}

void
pamong_import_finding_free (PamongImportFinding *finding)
{
  g_free (finding->sheet);
  g_free (finding->column);
  g_free (finding->value);
  g_free (finding->rule);
  g_free (finding->message);
  g_free (finding->remedy);
  g_free (finding);
}

/* @key: "resident.nik". Which card somebody is on is shown by its number. */
static const char *
label_of (const char *key)
{
  g_auto (GStrv) parts = g_strsplit (key != NULL ? key : "", ".", 2);
  int kind = g_strv_length (parts) == 2 ? pamong_kind_from_name (parts[0]) : -1;
  const PamongField *field = kind >= 0 ? pamong_field_find ((PamongKind) kind, parts[1]) : NULL;

  if (field != NULL && field->kind == PAMONG_KIND_RESIDENT && field->index == PAMONG_RESIDENT_FAMILY_UID)
    field = pamong_field_get (PAMONG_KIND_FAMILY, PAMONG_FAMILY_KK_NUMBER);
  return field != NULL ? _(field->label) : NULL;
}

static gboolean
add_differences (PamongStore *store, gint64 id, PamongImportRow *row, GError **error)
{
  g_autoptr (GPtrArray) staged = pamong_staging_differences (store, id, row->n, FALSE, error);

  for (guint i = 0; staged != NULL && i < staged->len; i++)
    {
      PamongStagedDifference *from = staged->pdata[i];
      PamongImportDifference *difference = g_new0 (PamongImportDifference, 1);

      difference->key = g_steal_pointer (&from->key);
      difference->label = label_of (difference->key);
      difference->before = g_steal_pointer (&from->before);
      difference->after = g_steal_pointer (&from->after);
      difference->fill = from->fill;
      difference->take = from->take;
      g_ptr_array_add (row->differences, difference);
    }
  return staged != NULL;
}

static PamongImportRow *
show_row (PamongStagedRow *staged)
{
  PamongImportRow *row = g_new0 (PamongImportRow, 1);

  row->n = staged->n;
  row->row = staged->row;
  row->sheet = g_steal_pointer (&staged->sheet);
  row->name = g_strdup (pamong_record_text (staged->person, PAMONG_RESIDENT_NAME));
  row->nik = g_strdup (pamong_record_text (staged->person, PAMONG_RESIDENT_NIK));
  row->kk_number = g_strdup (pamong_record_text (staged->card, PAMONG_FAMILY_KK_NUMBER));
  row->resident_uid = g_steal_pointer (&staged->resident_uid);
  row->status = staged->status;
  row->outcome = staged->outcome;
  row->differences = g_ptr_array_new_with_free_func (free_difference);
  return row;
}

GPtrArray *
pamong_import_rows (PamongStore *store, const char *uid, PamongImportOutcome outcome, guint offset, guint limit, GError **error)
{
  g_autoptr (PamongImport) import = pamong_import_get (store, uid, error);
  g_autoptr (GPtrArray) staged = import != NULL ? pamong_staging_page (store, import->id, outcome, offset, limit, error) : NULL;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_import_row_free);

  for (guint i = 0; staged != NULL && i < staged->len; i++)
    {
      PamongImportRow *row = show_row (staged->pdata[i]);

      g_ptr_array_add (rows, row);
      if (!add_differences (store, import->id, row, error))
        return NULL;
    }
  return staged != NULL ? g_steal_pointer (&rows) : NULL;
}

char *
pamong_import_row_person (PamongStore *store, const char *uid, guint n)
{
  g_autoptr (PamongImport) import = pamong_import_get (store, uid, NULL);
  g_autoptr (PamongStagedRow) row = import != NULL && import->is_here ? pamong_staging_row (store, import->id, n, NULL) : NULL;

  if (row == NULL || row->resident_uid != NULL || row->outcome != PAMONG_IMPORT_NEW || import->state != PAMONG_IMPORT_DONE)
    return row != NULL ? g_steal_pointer (&row->resident_uid) : NULL;
  return pamong_store_batch_person (store, uid, pamong_record_text (row->person, PAMONG_RESIDENT_NAME), pamong_record_text (row->person, PAMONG_RESIDENT_NIK),
                                    pamong_record_text (row->person, PAMONG_RESIDENT_BIRTH_DATE));
}

GPtrArray *
pamong_import_findings (PamongStore *store, const char *uid, guint n, guint offset, guint limit, GError **error)
{
  g_autoptr (PamongImport) import = pamong_import_get (store, uid, error);
  g_autoptr (GPtrArray) staged = import != NULL ? pamong_staging_findings (store, import->id, n, offset, limit, error) : NULL;
  GPtrArray *findings = staged != NULL ? g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_import_finding_free) : NULL;

  for (guint i = 0; staged != NULL && i < staged->len; i++)
    {
      PamongStagedFinding *from = staged->pdata[i];
      PamongImportFinding *finding = g_new0 (PamongImportFinding, 1);

      finding->n = from->n;
      finding->row = from->row;
      finding->sheet = g_steal_pointer (&from->sheet);
      finding->column = g_steal_pointer (&from->column);
      finding->field = label_of (from->key);
      finding->value = g_steal_pointer (&from->value);
      finding->rule = g_steal_pointer (&from->rule);
      finding->message = g_steal_pointer (&from->message);
      finding->remedy = g_steal_pointer (&from->remedy);
      finding->severity = (PamongSeverity) from->severity;
      finding->refuses = finding->severity == PAMONG_SEVERITY_BLOCK;
      g_ptr_array_add (findings, finding);
    }
  return findings;
}

char *
pamong_import_source_words (PamongStore *store, const char *act)
{
  const char *uid = act != NULL && (g_str_has_prefix (act, "import") || g_str_has_prefix (act, "inject")) ? strchr (act, ' ') : NULL; /* the way back names it too */
  g_autoptr (PamongRecord) batch = uid != NULL ? pamong_store_get (store, PAMONG_KIND_BATCH, uid + 1, NULL) : NULL;
  g_autofree char *day = batch != NULL ? pamong_record_format (batch, PAMONG_BATCH_COMPILED_ON) : NULL;
  const char *from, *by, *file;
  GString *words;

  if (batch == NULL)
    return NULL;
  from = pamong_record_text (batch, PAMONG_BATCH_SOURCE);
  by = pamong_record_text (batch, PAMONG_BATCH_COMPILED_BY);
  file = pamong_record_text (batch, PAMONG_BATCH_FILE);
  words = g_string_new (from != NULL ? from : pamong_record_text (batch, PAMONG_BATCH_TITLE));
  if (by != NULL)
    g_string_append_printf (words, _(", compiled by %s"), by);
  if (*day != '\0')
    g_string_append_printf (words, " %s", day);
  if (file != NULL)
    g_string_append_printf (words, _(", file %s"), file);
  return g_string_free (words, FALSE);
}
