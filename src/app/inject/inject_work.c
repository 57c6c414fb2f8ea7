/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/inject/inject_work.h"
#include "app/district/village_rows.h"
#include "exchange/import.h"
#include "exchange/mapping.h"

PamongInjectOrigin *
pamong_inject_origin_copy (const PamongInjectOrigin *origin)
{
  PamongInjectOrigin *copy = g_new0 (PamongInjectOrigin, 1);

  copy->source = g_strdup (origin->source);
  copy->compiled_by = g_strdup (origin->compiled_by);
  copy->compiled_on = g_strdup (origin->compiled_on);
  copy->village = g_strdup (origin->village);
  copy->offer = origin->offer;
  return copy;
}

void
pamong_inject_origin_free (PamongInjectOrigin *origin)
{
  g_free (origin->source);
  g_free (origin->compiled_by);
  g_free (origin->compiled_on);
  g_free (origin->village);
  g_free (origin);
}

static void
free_work (gpointer data)
{
  PamongInjectWork *work = data;

  g_clear_pointer (&work->file, pamong_import_file_unref);
  g_clear_pointer (&work->origin, pamong_inject_origin_free);
  g_clear_pointer (&work->injection, pamong_injection_free);
  g_strfreev (work->uids);
  g_ptr_array_unref (work->villages);
  g_ptr_array_unref (work->rows);
  g_free (work);
}

static PamongInjectWork *
new_work (const char *const *uids)
{
  PamongInjectWork *work = g_new0 (PamongInjectWork, 1);

  work->uids = g_strdupv ((char **) uids);
  work->villages = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_desil_village_free);
  work->rows = g_ptr_array_new_with_free_func (g_object_unref);
  return work;
}

/* One village after the other on one bar: each takes as much of it as it has rows. */
static gboolean
moved_cb (guint done, guint total, gpointer data)
{
  PamongInjectWork *work = data;
  guint part = total > 0 ? (guint) ((guint64) work->share * MIN (done, total) / total) : 0;

  return pamong_import_job_moved (work->all > 0 ? work->before + part : done, work->all > 0 ? work->all : total, work->job);
}

/* Returns: (nullable): the batches at hand, as they stand, with the bar laid out for them. */
static GPtrArray *
begin (PamongInjectWork *work, PamongOffice *office, PamongImportJob *job, GError **error)
{
  g_autoptr (GPtrArray) imports = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_import_free);

  work->job = job;
  for (guint i = 0; work->uids[i] != NULL; i++)
    {
      PamongImport *import = pamong_import_get (pamong_office_store (office), work->uids[i], error);

      if (import == NULL)
        return NULL;
      work->all += import->figures.rows;
      g_ptr_array_add (imports, import);
    }
  return g_steal_pointer (&imports);
}

static gboolean
read_village (PamongInjectWork *work, PamongOffice *office, const char *area, GError **error)
{
  PamongVillageRow *row = pamong_village_row_read (pamong_office_store (office), area, error);

  if (row != NULL)
    g_ptr_array_add (work->rows, row);
  return row != NULL;
}

static gboolean
read_people_villages (PamongInjectWork *work, PamongOffice *office, GError **error)
{
  for (guint i = 0; i < work->injection->batches->len; i++)
    if (!read_village (work, office, ((PamongImport *) work->injection->batches->pdata[i])->area, error))
      return FALSE;
  return TRUE;
}

static gboolean
read_people (PamongInjectWork *work, PamongOffice *office, GError **error)
{
  const PamongInjectOrigin *from = work->origin;
  PamongImportOrigin origin = { .source = from->source, .compiled_by = from->compiled_by, .compiled_on = from->compiled_on, .act = "inject" };
  PamongImportFile *file = work->file;
  g_autofree char *uid = NULL;

  if (file->mapping != NULL && !pamong_mapping_save (office, file->mapping, pamong_source_columns (file->source), error))
    return FALSE;
  uid = pamong_import_read (office, file->source, file->path, &origin, moved_cb, work, error);
  if (uid == NULL)
    return FALSE;
  work->injection = pamong_inject_split (office, uid, from->village, moved_cb, work, error);
  if (work->injection == NULL)
    {
      work->nowhere = error == NULL || g_error_matches (*error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
      pamong_import_drop (office, uid, NULL); /* it belongs to no village, and would only stand in the way */
      return FALSE;
    }
  return read_people_villages (work, office, error);
}

/* Read anew each time: a dry run notes in the rows what it found. */
static GPtrArray *
desil_rows (PamongInjectWork *work, GError **error)
{
  g_autoptr (PamongBook) book = pamong_book_open (work->file->path, error);

  return book != NULL ? pamong_desil_read (book, error) : NULL;
}

static gboolean
do_desil (PamongInjectWork *work, PamongOffice *office, gboolean commit, GError **error)
{
  const PamongInjectOrigin *from = work->origin;
  PamongImport origin = { .file = work->file->name, .source = from->source, .compiled_by = from->compiled_by, .compiled_on = from->compiled_on };
  g_autoptr (GPtrArray) rows = desil_rows (work, error);

  return rows != NULL && pamong_desil_villages (office, rows, &origin, commit, work->villages, &work->figures, error);
}

static gboolean
read_desil (PamongInjectWork *work, PamongOffice *office, GError **error)
{
  if (!do_desil (work, office, FALSE, error))
    return FALSE;
  for (guint i = 0; i < work->villages->len; i++)
    if (!read_village (work, office, ((PamongDesilVillage *) work->villages->pdata[i])->area, error))
      return FALSE;
  return TRUE;
}

static gboolean
read_func (PamongOffice *office, PamongImportJob *job, gpointer data, GError **error)
{
  PamongInjectWork *work = data;

  work->job = job;
  return work->file->desil != NULL ? read_desil (work, office, error) : read_people (work, office, error);
}

static gboolean
again_func (PamongOffice *office, PamongImportJob *job, gpointer data, GError **error)
{
  PamongInjectWork *work = data;
  g_autoptr (GPtrArray) imports = begin (work, office, job, error);

  if (imports == NULL)
    return FALSE;
  for (guint i = 0; i < imports->len; i++)
    {
      const PamongImport *import = imports->pdata[i];

      work->share = import->figures.rows;
      if (import->state <= PAMONG_IMPORT_READY && !pamong_import_compare (office, import->uid, moved_cb, work, error))
        return FALSE;
      work->before += work->share;
    }
  work->injection = g_new0 (PamongInjection, 1);
  work->injection->batches = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_import_free);
  for (guint i = 0; i < imports->len; i++)
    {
      PamongImport *now = pamong_import_get (pamong_office_store (office), work->uids[i], error);

      if (now == NULL)
        return FALSE;
      g_ptr_array_add (work->injection->batches, now);
    }
  return read_people_villages (work, office, error);
}

static gboolean
commit_one (PamongInjectWork *work, PamongOffice *office, const PamongImport *import, GError **error)
{
  g_autoptr (PamongImport) now = NULL;

  if (import->state != PAMONG_IMPORT_READY)
    return TRUE;
  if (import->figures.differences > 0 && !pamong_import_choose (office, import->uid, 0, NULL, work->origin->offer, error))
    return FALSE;
  now = pamong_import_get (pamong_office_store (office), import->uid, error);
  return now != NULL && (now->figures.added + now->figures.changed == 0 || pamong_import_commit (office, import->uid, moved_cb, work, error));
}

static gboolean
commit_func (PamongOffice *office, PamongImportJob *job, gpointer data, GError **error)
{
  PamongInjectWork *work = data;
  g_autoptr (GPtrArray) imports = begin (work, office, job, error);

  for (guint i = 0; imports != NULL && i < imports->len; i++)
    {
      work->share = ((PamongImport *) imports->pdata[i])->figures.rows;
      if (!commit_one (work, office, imports->pdata[i], error))
        return FALSE;
      work->before += work->share;
    }
  return imports != NULL;
}

static gboolean
desil_func (PamongOffice *office, PamongImportJob *job, gpointer data, GError **error)
{
  return do_desil (data, office, TRUE, error);
}

static gboolean
effect_func (PamongOffice *office, PamongImportJob *job, gpointer data, GError **error)
{
  PamongInjectWork *work = data;

  for (guint i = 0; work->uids[i] != NULL; i++)
    {
      PamongImportEffect one;

      if (!pamong_import_undo_effect (pamong_office_store (office), work->uids[i], &one, error))
        return FALSE;
      work->effect.leave += one.leave;
      work->effect.stay += one.stay;
      work->effect.back += one.back;
      work->effect.kept += one.kept;
    }
  return TRUE;
}

static gboolean
undo_func (PamongOffice *office, PamongImportJob *job, gpointer data, GError **error)
{
  PamongInjectWork *work = data;
  g_autoptr (GPtrArray) imports = begin (work, office, job, error);

  for (guint i = 0; imports != NULL && i < imports->len; i++)
    {
      const PamongImport *import = imports->pdata[i];

      work->share = import->figures.rows;
      if (import->state == PAMONG_IMPORT_DONE && !pamong_import_undo (office, import->uid, moved_cb, work, error))
        return FALSE;
      work->before += work->share;
    }
  return imports != NULL;
}

static gboolean
drop_func (PamongOffice *office, PamongImportJob *job, gpointer data, GError **error)
{
  PamongInjectWork *work = data;

  for (guint i = 0; work->uids[i] != NULL; i++)
    if (!pamong_import_drop (office, work->uids[i], error))
      return FALSE;
  return TRUE;
}

PamongImportJob *
pamong_inject_work_read (PamongImportFile *file, const PamongInjectOrigin *origin)
{
  PamongInjectWork *work = new_work (NULL);

  work->file = pamong_import_file_ref (file);
  work->origin = pamong_inject_origin_copy (origin);
  return pamong_import_job_new_for (PAMONG_IMPORT_WORK_READ, read_func, work, free_work);
}

PamongImportJob *
pamong_inject_work_again (const char *const *uids)
{
  return pamong_import_job_new_for (PAMONG_IMPORT_WORK_COMPARE, again_func, new_work (uids), free_work);
}

PamongImportJob *
pamong_inject_work_commit (const char *const *uids, gboolean offer)
{
  PamongInjectWork *work = new_work (uids);

  work->origin = g_new0 (PamongInjectOrigin, 1);
  work->origin->offer = offer;
  return pamong_import_job_new_for (PAMONG_IMPORT_WORK_COMMIT, commit_func, work, free_work);
}

PamongImportJob *
pamong_inject_work_desil (PamongImportFile *file, const PamongInjectOrigin *origin, GPtrArray *villages)
{
  PamongInjectWork *work = new_work (NULL);

  work->file = pamong_import_file_ref (file);
  work->origin = pamong_inject_origin_copy (origin);
  for (guint i = 0; i < villages->len; i++)
    {
      const PamongDesilVillage *from = villages->pdata[i];
      PamongDesilVillage *village = g_memdup2 (from, sizeof *from);

      village->area = g_strdup (from->area);
      g_ptr_array_add (work->villages, village);
    }
  return pamong_import_job_new_for (PAMONG_IMPORT_WORK_COMMIT, desil_func, work, free_work);
}

PamongImportJob *
pamong_inject_work_effect (const char *const *uids)
{
  return pamong_import_job_new_for (PAMONG_IMPORT_WORK_COMPARE, effect_func, new_work (uids), free_work);
}

PamongImportJob *
pamong_inject_work_undo (const char *const *uids)
{
  return pamong_import_job_new_for (PAMONG_IMPORT_WORK_UNDO, undo_func, new_work (uids), free_work);
}

PamongImportJob *
pamong_inject_work_drop (const char *const *uids)
{
  return pamong_import_job_new_for (PAMONG_IMPORT_WORK_DROP, drop_func, new_work (uids), free_work);
}
