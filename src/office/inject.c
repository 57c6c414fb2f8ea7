/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "office/inject.h"

#include <glib/gi18n-lib.h>

#include "domain/codes.h"
#include "domain/uid.h"
#include "office/imports_private.h"

/* One village of the file: its own import, whose rows are counted anew. */
typedef struct {
  PamongImport *import;
  GHashTable *cards; /* grp in the whole file -> grp here */
} Share;

typedef struct {
  PamongOffice *office;
  const PamongImport *whole;
  const char *village; /* of rows that name none */
  PamongWrite *write;
  GHashTable *shares;   /* village -> Share */
  GHashTable *findings; /* n -> GPtrArray of what was found while reading */
  PamongInjection *injection;
} Split;

static void
free_share (gpointer data)
{
  Share *share = data;

  pamong_import_free (share->import);
  g_hash_table_unref (share->cards);
  g_free (share);
}

void
pamong_injection_free (PamongInjection *injection)
{
  if (injection == NULL)
    return;
  g_ptr_array_unref (injection->batches);
  g_free (injection->where);
  g_free (injection);
}

static PamongImport *
new_part (const PamongImport *whole, const char *village)
{
  PamongImport *part = g_new0 (PamongImport, 1);

  part->uid = pamong_uid_new ();
  part->t = whole->t; /* by file and time they are known to belong together */
  part->file = g_strdup (whole->file);
  part->layout = g_strdup (whole->layout);
  part->digest = g_strdup (whole->digest);
  part->act = g_strdup (whole->act);
  part->title = g_strdup (whole->title);
  part->source = g_strdup (whole->source);
  part->compiled_by = g_strdup (whole->compiled_by);
  part->compiled_on = g_strdup (whole->compiled_on);
  part->columns = g_strdup (whole->columns);
  part->area = g_strdup (village);
  part->state = PAMONG_IMPORT_READ;
  part->is_here = TRUE;
  return part;
}

static Share *
share_of (Split *split, const char *village, GError **error)
{
  Share *share = g_hash_table_lookup (split->shares, village);

  if (share != NULL)
    return share;
  share = g_new0 (Share, 1);
  share->import = new_part (split->whole, village);
  share->cards = g_hash_table_new (NULL, NULL);
  g_hash_table_insert (split->shares, g_strdup (village), share);
  return pamong_staging_put (split->write, share->import, error) ? share : NULL;
}

static gboolean
move_findings (Split *split, guint n, const Share *share, guint to, GError **error)
{
  GPtrArray *findings = g_hash_table_lookup (split->findings, GUINT_TO_POINTER (n));

  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      PamongStagedFinding finding = *(PamongStagedFinding *) findings->pdata[i];

      finding.n = to;
      if (!pamong_staging_add_finding (split->write, share->import->id, &finding, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_village (const char *area, const char *regency)
{
  const PamongRegion *region = pamong_regions_find (area);

  return region != NULL && pamong_regions_contains (regency, area) && (g_str_equal (region->type, "desa") || g_str_equal (region->type, "kelurahan"));
}

static void
note_homeless (Split *split, const PamongStagedRow *row)
{
  if (split->injection->homeless++ == 0)
    split->injection->where = g_strdup_printf (_("%s row %u"), row->sheet, row->row);
}

static gboolean
row_read_cb (PamongStagedRow *taken, gpointer data, GError **error)
{
  g_autoptr (PamongStagedRow) row = taken;
  Split *split = data;
  const char *village = row->area != NULL ? row->area : split->village;
  guint n = row->n;
  gpointer grp;
  Share *share;

  if (!is_village (village, pamong_store_area (split->office->store)))
    {
      note_homeless (split, row);
      return TRUE;
    }
  if ((share = share_of (split, village, error)) == NULL)
    return FALSE;
  row->n = ++share->import->figures.rows;
  if (!g_hash_table_lookup_extended (share->cards, GUINT_TO_POINTER (row->grp), NULL, &grp))
    {
      grp = GUINT_TO_POINTER (row->n);
      g_hash_table_insert (share->cards, GUINT_TO_POINTER (row->grp), grp);
    }
  row->grp = GPOINTER_TO_UINT (grp);
  return pamong_staging_add (split->write, share->import->id, row, error) && move_findings (split, n, share, row->n, error);
}

static GHashTable *
read_findings (PamongStore *store, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) all = pamong_staging_findings (store, id, 0, 0, G_MAXINT, error);
  GHashTable *by_row = all != NULL ? g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref) : NULL;

  while (all != NULL && all->len > 0)
    {
      PamongStagedFinding *finding = g_ptr_array_steal_index_fast (all, all->len - 1);
      gpointer key = GUINT_TO_POINTER (finding->n);
      GPtrArray *of_row = g_hash_table_lookup (by_row, key);

      if (!finding->read) /* a comparison finds it again */
        {
          pamong_staged_finding_free (finding);
          continue;
        }
      if (of_row == NULL)
        g_hash_table_insert (by_row, key, of_row = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_staged_finding_free));
      g_ptr_array_add (of_row, finding);
    }
  return by_row;
}

static int
by_village (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 ((*(PamongImport *const *) a)->area, (*(PamongImport *const *) b)->area);
}

static gboolean
take_apart (Split *split, GError **error)
{
  GHashTableIter iter;
  gpointer value;

  if (!pamong_staging_walk (split->office->store, split->whole->id, row_read_cb, split, error))
    return FALSE;
  if (g_hash_table_size (split->shares) == 0)
    return pamong_office_invalid (error, _("No row of this file names its village. Add a column with the village and one with the district, or say which village it is for."));
  g_hash_table_iter_init (&iter, split->shares);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (!pamong_staging_put (split->write, ((Share *) value)->import, error))
      return FALSE;
  return pamong_staging_forget (split->write, split->whole->id, error) && pamong_write_commit (g_steal_pointer (&split->write), NULL, NULL, error);
}

/* Each village is compared by itself; @uid of each is kept, its figures are read again. */
static gboolean
compare_each (Split *split, PamongImportProgressFunc progress, gpointer data, GError **error)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, split->shares);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const char *uid = ((Share *) value)->import->uid;
      PamongImport *compared;

      if (!pamong_import_compare (split->office, uid, progress, data, error) || (compared = pamong_import_get (split->office->store, uid, error)) == NULL)
        return FALSE;
      g_ptr_array_add (split->injection->batches, compared);
    }
  g_ptr_array_sort (split->injection->batches, by_village);
  return TRUE;
}

PamongInjection *
pamong_inject_split (PamongOffice *office, const char *uid, const char *village, PamongImportProgressFunc progress, gpointer data, GError **error)
{
  g_autoptr (PamongImport) whole = pamong_import_get (office->store, uid, error);
  g_autoptr (PamongInjection) injection = g_new0 (PamongInjection, 1);
  g_autoptr (GHashTable) shares = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_share), findings = NULL;
  Split split = { office, whole, village, NULL, shares, NULL, injection };
  gboolean done;

  injection->batches = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_import_free);
  if (whole == NULL || !pamong_import_guard (office, whole->act, error))
    return NULL;
  if (village != NULL && !is_village (village, pamong_store_area (office->store)))
    {
      g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _("%s is no village of this regency."), village);
      return NULL;
    }
  if ((findings = read_findings (office->store, whole->id, error)) == NULL || (split.write = pamong_write_begin_plain (office->store, error)) == NULL)
    return NULL;
  split.findings = findings;
  done = take_apart (&split, error);
  g_clear_pointer (&split.write, pamong_write_rollback);
  return done && compare_each (&split, progress, data, error) ? g_steal_pointer (&injection) : NULL;
}

gboolean
pamong_inject_offer (PamongOffice *office, const char *uid, GError **error)
{
  return pamong_import_choose (office, uid, 0, NULL, TRUE, error);
}

#define DAY (24 * 3600)

/* Parts of one file: read here by file and time, else by what they say of themselves. */
static gboolean
is_together (const PamongImport *a, const PamongImport *b)
{
  if (a->digest != NULL || b->digest != NULL)
    return g_strcmp0 (a->digest, b->digest) == 0 && a->t == b->t;
  return ABS (a->t - b->t) < DAY && g_strcmp0 (a->file, b->file) == 0 && g_strcmp0 (a->layout, b->layout) == 0 && g_strcmp0 (a->source, b->source) == 0
         && g_strcmp0 (a->compiled_by, b->compiled_by) == 0 && g_strcmp0 (a->compiled_on, b->compiled_on) == 0;
}

static gboolean
is_injection (const PamongImport *import)
{
  const PamongRegion *region = import->area != NULL ? pamong_regions_find (import->area) : NULL;

  return g_str_equal (import->act, "inject") && import->state >= PAMONG_IMPORT_READ && region != NULL && g_strcmp0 (region->type, "kabupaten") != 0; /* else not yet taken apart */
}

static void
add_to_group (GPtrArray *groups, PamongImport *import)
{
  GPtrArray *group = NULL;

  for (guint i = groups->len; i > 0 && group == NULL; i--)
    if (is_together (((GPtrArray *) groups->pdata[i - 1])->pdata[0], import))
      group = groups->pdata[i - 1];
  if (group == NULL)
    g_ptr_array_add (groups, group = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_import_free));
  g_ptr_array_add (group, import);
}

GPtrArray *
pamong_inject_groups (PamongStore *store, GError **error)
{
  g_autoptr (GPtrArray) all = pamong_imports_list (store, error);
  GPtrArray *groups;

  if (all == NULL)
    return NULL;
  groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_ptr_array_set_free_func (all, NULL);
  for (guint i = 0; i < all->len; i++)
    if (is_injection (all->pdata[i]))
      add_to_group (groups, all->pdata[i]);
    else
      pamong_import_free (all->pdata[i]);
  for (guint i = 0; i < groups->len; i++)
    g_ptr_array_sort (groups->pdata[i], by_village);
  return groups;
}

GPtrArray *
pamong_inject_together (PamongStore *store, const char *uid, const char *village, GError **error)
{
  g_autoptr (PamongImport) one = pamong_import_get (store, uid, error);
  g_autoptr (GPtrArray) all = one != NULL ? pamong_imports_list (store, error) : NULL;
  g_autoptr (GPtrArray) together = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_import_free);

  while (all != NULL && all->len > 0)
    {
      g_autoptr (PamongImport) import = g_ptr_array_steal_index (all, all->len - 1);

      if (g_str_equal (import->act, one->act) && is_together (import, one) && (village == NULL || g_strcmp0 (import->area, village) == 0))
        g_ptr_array_add (together, g_steal_pointer (&import));
    }
  if (all == NULL)
    return NULL;
  if (together->len == 0)
    {
      g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_NOT_FOUND, _("Nothing of this file went into that village."));
      return NULL;
    }
  g_ptr_array_sort (together, by_village);
  return g_steal_pointer (&together);
}
