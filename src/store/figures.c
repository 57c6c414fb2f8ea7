/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/figures.h"

#include <string.h>

#include "domain/dates.h"
#include "domain/uid.h"
#include "store/store_db.h"

static void
dusun_free (gpointer data)
{
  PamongDusunFigures *dusun = data;

  g_free (dusun->dusun);
  g_free (dusun);
}

void
pamong_figures_free (PamongFigures *figures)
{
  if (figures == NULL)
    return;
  g_ptr_array_unref (figures->dusun);
  g_free (figures->target_source);
  g_free (figures->target_date);
  g_free (figures);
}

static PamongDusunFigures *
find_dusun (PamongFigures *figures, const char *name)
{
  PamongDusunFigures *dusun;

  name = name != NULL ? name : "";
  for (guint i = 0; i < figures->dusun->len; i++)
    if (g_str_equal (((PamongDusunFigures *) figures->dusun->pdata[i])->dusun, name))
      return figures->dusun->pdata[i];
  dusun = g_new0 (PamongDusunFigures, 1);
  dusun->dusun = g_strdup (name);
  g_ptr_array_add (figures->dusun, dusun);
  return dusun;
}

static int
compare_dusun (gconstpointer a, gconstpointer b)
{
  const PamongDusunFigures *left = *(PamongDusunFigures *const *) a, *right = *(PamongDusunFigures *const *) b;
  gboolean none = *left->dusun == '\0';

  if (none != (*right->dusun == '\0'))
    return none ? 1 : -1;
  return strcmp (left->dusun, right->dusun);
}

static void
count_age (PamongFigures *figures, gint64 sex, const char *birth_date, const char *today)
{
  int age = birth_date != NULL ? pamong_date_age (birth_date, today) : -1;

  if (age < 0 || sex < 1 || sex > 2)
    figures->no_age++;
  else
    figures->ages[sex - 1][MIN (age / PAMONG_AGE_YEARS, PAMONG_AGE_GROUPS - 1)]++;
}

/* One pass over the list: grouping in SQL would sort 50,000 rows first. */
static gboolean
read_people (PamongStore *store, const char *area, const char *today, PamongFigures *figures, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (pamong_store_db (store),
                                        "SELECT dusun, sex, birth_date, filled, marks FROM resident_list WHERE status = 1 AND area = ?1",
                                        error);
  PamongStep step;

  if (stmt == NULL)
    return FALSE;
  pamong_stmt_bind_text (stmt, 1, area);
  while ((step = pamong_stmt_step (stmt, error)) == PAMONG_STEP_ROW)
    {
      PamongDusunFigures *dusun = find_dusun (figures, pamong_stmt_text (stmt, 0));
      gint64 marks = pamong_stmt_int (stmt, 4);

      dusun->residents++;
      dusun->filled += pamong_stmt_int (stmt, 3);
      count_age (figures, pamong_stmt_int (stmt, 1), pamong_stmt_text (stmt, 2), today);
      figures->unfilled += (marks & PAMONG_MARK_CHECK) != 0;
      figures->clashes += (marks & PAMONG_MARK_CONFLICT) != 0;
      figures->no_nik += (marks & PAMONG_MARK_NO_NIK) != 0;
    }
  return step == PAMONG_STEP_DONE;
}

/* A family is one where somebody lives, as in pamong_residents_counts. */
static gboolean
read_families (PamongStore *store, const char *area, PamongFigures *figures, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (pamong_store_db (store),
                                        "SELECT f.dusun, count(*) FROM family f WHERE f.deleted = 0 AND f.area = ?1 AND EXISTS"
                                        " (SELECT 1 FROM resident r CROSS JOIN resident_list l ON l.rid = r.rid WHERE r.family_uid = f.uid AND l.status = 1)"
                                        " GROUP BY f.dusun",
                                        error);
  PamongStep step;

  if (stmt == NULL)
    return FALSE;
  pamong_stmt_bind_text (stmt, 1, area);
  while ((step = pamong_stmt_step (stmt, error)) == PAMONG_STEP_ROW)
    find_dusun (figures, pamong_stmt_text (stmt, 0))->families += pamong_stmt_int (stmt, 1);
  return step == PAMONG_STEP_DONE;
}

PamongRecord *
pamong_figures_place (PamongStore *store, const char *area, GError **error)
{
  g_autofree char *uid = pamong_uid_derive ("place", (const char *const[]) { area, NULL });

  return pamong_store_get (store, PAMONG_KIND_PLACE, uid, error);
}

static gboolean
read_target (PamongStore *store, const char *area, PamongFigures *figures, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (PamongRecord) place = pamong_figures_place (store, area, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (place == NULL)
    return TRUE;
  figures->target = MAX (pamong_record_int (place, PAMONG_PLACE_TARGET), 0);
  figures->target_source = g_strdup (pamong_record_text (place, PAMONG_PLACE_TARGET_SOURCE));
  figures->target_date = g_strdup (pamong_record_text (place, PAMONG_PLACE_TARGET_DATE));
  return TRUE;
}

static void
sum_up (PamongFigures *figures)
{
  gint64 per_person = 0;
  guint n;
  const PamongField *fields = pamong_kind_fields (PAMONG_KIND_RESIDENT, &n);

  for (guint i = 0; i < n; i++)
    per_person += fields[i].required ? 1 : 0;
  for (guint i = 0; i < figures->dusun->len; i++)
    {
      PamongDusunFigures *dusun = figures->dusun->pdata[i];

      dusun->completeness = dusun->residents > 0 ? dusun->filled * 1000 / (dusun->residents * per_person) : -1;
    }
  g_ptr_array_sort (figures->dusun, compare_dusun);
}

PamongFigures *
pamong_figures_read (PamongStore *store, const char *area, const char *today, GError **error)
{
  g_autoptr (PamongFigures) figures = g_new0 (PamongFigures, 1);
  g_autoptr (GPtrArray) waiting = NULL;

  figures->dusun = g_ptr_array_new_with_free_func (dusun_free);
  if (!pamong_residents_counts (store, area, &figures->counts, error) || !read_people (store, area, today, figures, error)
      || !read_families (store, area, figures, error) || !read_target (store, area, figures, error))
    return NULL;
  waiting = pamong_store_waiting (store, error);
  if (waiting == NULL)
    return NULL;
  figures->waiting = waiting->len;
  sum_up (figures);
  return g_steal_pointer (&figures);
}

gint64
pamong_figures_coverage (gint64 residents, gint64 target)
{
  return target > 0 ? residents * 1000 / target : -1;
}

GHashTable *
pamong_figures_changed (PamongStore *store, gint64 since, GError **error)
{
  g_autoptr (GHashTable) villages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (pamong_store_db (store),
                                        "SELECT coalesce(r.area, f.area), count(*) FROM (SELECT uid FROM history WHERE t >= ?1 AND kind IN ('resident', 'family')"
                                        " UNION SELECT uid FROM change WHERE t >= ?1 AND kind IN ('resident', 'family')) AS h"
                                        " LEFT JOIN resident AS r ON r.uid = h.uid LEFT JOIN family AS f ON f.uid = h.uid"
                                        " WHERE coalesce(r.area, f.area) IS NOT NULL GROUP BY 1",
                                        error);
  PamongStep step;

  if (stmt == NULL)
    return NULL;
  pamong_stmt_bind_int (stmt, 1, since);
  while ((step = pamong_stmt_step (stmt, error)) == PAMONG_STEP_ROW)
    {
      gint64 n = pamong_stmt_int (stmt, 1);

      g_hash_table_insert (villages, g_strdup (pamong_stmt_text (stmt, 0)), g_memdup2 (&n, sizeof n));
    }
  return step == PAMONG_STEP_DONE ? g_steal_pointer (&villages) : NULL;
}
