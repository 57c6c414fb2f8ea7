/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/letters.h"

#include "domain/data.h"
#include "domain/names.h"
#include "store/store_private.h"

gboolean
pamong_letter_numbers_last (PamongStore *store, const char *area, const char *series, gint64 year, const char *mark, gint64 *last, gint64 *year_after, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (pamong_store_db (store),
                                                   "SELECT ifnull (max (number) FILTER (WHERE year = ?3 AND mark = ?4), 0), ifnull (max (year) FILTER (WHERE year > ?3 AND NOT EXISTS"
                                                   " (SELECT 1 FROM letter WHERE letter.uid = letter_number.letter AND letter.void_on IS NOT NULL)), 0)"
                                                   " FROM letter_number WHERE area = ?1 AND series = ?2",
                                                   error);

  if (stmt == NULL)
    return FALSE;
  pamong_stmt_bind_text (stmt, 1, area);
  pamong_stmt_bind_text (stmt, 2, series);
  pamong_stmt_bind_int (stmt, 3, year);
  pamong_stmt_bind_text (stmt, 4, mark);
  if (pamong_stmt_step (stmt, error) != PAMONG_STEP_ROW)
    return FALSE;
  *last = pamong_stmt_int (stmt, 0);
  *year_after = pamong_stmt_int (stmt, 1);
  return TRUE;
}

GPtrArray *
pamong_letter_numbers_clash (PamongStore *store, GError **error)
{
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (pamong_store_db (store), "SELECT letter, other FROM letter_number_clash ORDER BY letter", error);
  PamongStep step;

  if (stmt == NULL)
    return NULL;
  while ((step = pamong_stmt_step (stmt, error)) == PAMONG_STEP_ROW)
    {
      g_ptr_array_add (pairs, g_strdup (pamong_stmt_text (stmt, 0)));
      g_ptr_array_add (pairs, g_strdup (pamong_stmt_text (stmt, 1)));
    }
  return step == PAMONG_STEP_DONE ? g_steal_pointer (&pairs) : NULL;
}

gboolean
pamong_letter_file_put (PamongWrite *write, const char *uid, GBytes *pdf, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (write->db, "INSERT INTO letter_file (letter, pdf) VALUES (?1, ?2)", error);
  gsize size;
  const void *data = g_bytes_get_data (pdf, &size);

  if (stmt == NULL)
    return pamong_write_note (write, FALSE);
  pamong_stmt_bind_text (stmt, 1, uid);
  pamong_stmt_bind_blob (stmt, 2, data, size);
  return pamong_write_note (write, pamong_stmt_run (stmt, error));
}

GBytes *
pamong_letter_file_get (PamongStore *store, const char *uid, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (pamong_store_db (store), "SELECT pdf FROM letter_file WHERE letter = ?1", error);
  gsize size;
  const void *data;

  if (stmt == NULL)
    return NULL;
  pamong_stmt_bind_text (stmt, 1, uid);
  if (pamong_stmt_step (stmt, error) != PAMONG_STEP_ROW)
    return NULL;
  data = pamong_stmt_blob (stmt, 0, &size);
  return g_bytes_new (data, size);
}

void
pamong_letter_row_free (PamongLetterRow *row)
{
  char **texts[] = { &row->uid, &row->area, &row->type, &row->title, &row->number_text, &row->date, &row->subject_uid, &row->subject_name, &row->applicant,
                     &row->purpose, &row->signer_name, &row->taken_by, &row->taken_on, &row->void_on, &row->event_uid };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (*texts[i]);
  g_free (row);
}

static PamongLetterRow *
read_row (PamongStmt *stmt)
{
  PamongLetterRow *row = g_new0 (PamongLetterRow, 1);
  char **texts[] = { &row->uid, &row->area, &row->type, &row->title, &row->number_text, &row->date, &row->subject_uid, &row->subject_name, &row->applicant,
                     &row->purpose, &row->signer_name, &row->taken_by, &row->taken_on, &row->void_on, &row->event_uid };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    *texts[i] = g_strdup (pamong_stmt_text (stmt, (int) i));
  row->state = (int) pamong_stmt_int (stmt, G_N_ELEMENTS (texts));
  row->has_file = pamong_stmt_int (stmt, G_N_ELEMENTS (texts) + 1) != 0;
  return row;
}

/* Folded, and what LIKE reads as any letter taken as it stands. */
static char *
like_text (const char *text)
{
  g_autofree char *folded = text != NULL ? pamong_fold (text) : NULL;
  GString *like;

  if (folded == NULL || *folded == '\0')
    return NULL;
  like = g_string_new (NULL);
  for (const char *at = folded; *at != '\0'; at++)
    {
      if (*at == '%' || *at == '_' || *at == '\\')
        g_string_append_c (like, '\\');
      g_string_append_c (like, *at);
    }
  return g_string_free (like, FALSE);
}

static const char *
list_sql (void)
{
  static gsize once = 0;
  static char *sql;

  if (g_once_init_enter (&once))
    {
      sql = pamong_data_text ("sql/query/letters-list.sql");
      g_once_init_leave (&once, 1);
    }
  return sql;
}

GPtrArray *
pamong_letters_list (PamongStore *store, const PamongLetterQuery *query, guint *total, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_letter_row_free);
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (pamong_store_db (store), list_sql (), error);
  g_autofree char *text = like_text (query->text);
  const char *texts[] = { text, query->type, query->area, query->from, query->until, query->subject, query->family };
  PamongStep step;

  if (stmt == NULL)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    pamong_stmt_bind_text (stmt, (int) i + 1, texts[i]);
  pamong_stmt_bind_int (stmt, 8, query->state);
  pamong_stmt_bind_int (stmt, 9, query->is_void);
  pamong_stmt_bind_int (stmt, 10, query->waiting);
  pamong_stmt_bind_int (stmt, 11, query->limit > 0 ? (gint64) query->limit : -1);
  pamong_stmt_bind_int (stmt, 12, query->offset);
  if (total != NULL)
    *total = 0;
  while ((step = pamong_stmt_step (stmt, error)) == PAMONG_STEP_ROW)
    {
      g_ptr_array_add (rows, read_row (stmt));
      if (total != NULL)
        *total = (guint) pamong_stmt_int (stmt, 17);
    }
  return step == PAMONG_STEP_DONE ? g_steal_pointer (&rows) : NULL;
}

static GPtrArray *
read_uids (PamongStmt *stmt, PamongStore *store, GError **error)
{
  g_autoptr (GPtrArray) uids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) letters = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_record_free);
  PamongStep step;

  while ((step = pamong_stmt_step (stmt, error)) == PAMONG_STEP_ROW)
    g_ptr_array_add (uids, g_strdup (pamong_stmt_text (stmt, 0)));
  if (step != PAMONG_STEP_DONE)
    return NULL;
  for (guint i = 0; i < uids->len; i++)
    {
      PamongRecord *letter = pamong_store_get (store, PAMONG_KIND_LETTER, uids->pdata[i], error);

      if (letter == NULL)
        return NULL;
      g_ptr_array_add (letters, letter);
    }
  return g_steal_pointer (&letters);
}

GPtrArray *
pamong_letters_by_number (PamongStore *store, const char *area, const char *number_text, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (pamong_store_db (store),
                                                   "SELECT uid FROM letter WHERE deleted = 0 AND number_text IS NOT NULL AND (?1 IS NULL OR area = ?1)"
                                                   " AND upper (replace (number_text, ' ', '')) = upper (replace (?2, ' ', '')) ORDER BY date DESC, uid",
                                                   error);

  if (stmt == NULL)
    return NULL;
  pamong_stmt_bind_text (stmt, 1, area);
  pamong_stmt_bind_text (stmt, 2, number_text);
  return read_uids (stmt, store, error);
}

PamongRecord *
pamong_letters_earlier (PamongStore *store, const char *type, const char *subject, const char *family, const char *since, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (pamong_store_db (store),
                                                   "SELECT uid FROM letter WHERE deleted = 0 AND type = ?1 AND void_on IS NULL AND number IS NOT NULL AND date >= ?4"
                                                   " AND (subject_uid = ?2 OR family_uid = ?3) ORDER BY date DESC, rid DESC LIMIT 1",
                                                   error);
  g_autoptr (GPtrArray) found = NULL;

  if (stmt == NULL)
    return NULL;
  pamong_stmt_bind_text (stmt, 1, type);
  pamong_stmt_bind_text (stmt, 2, subject);
  pamong_stmt_bind_text (stmt, 3, family);
  pamong_stmt_bind_text (stmt, 4, since != NULL ? since : "");
  found = read_uids (stmt, store, error);
  return found != NULL && found->len > 0 ? pamong_record_copy (found->pdata[0]) : NULL;
}

GHashTable *
pamong_letters_used (PamongStore *store, const char *area, const char *since, GError **error)
{
  g_autoptr (GHashTable) used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (pamong_store_db (store), "SELECT type, count (*) FROM letter WHERE deleted = 0 AND area = ?1 AND date >= ?2 GROUP BY type", error);
  PamongStep step;

  if (stmt == NULL)
    return NULL;
  pamong_stmt_bind_text (stmt, 1, area);
  pamong_stmt_bind_text (stmt, 2, since);
  while ((step = pamong_stmt_step (stmt, error)) == PAMONG_STEP_ROW)
    if (!pamong_stmt_is_null (stmt, 0))
      g_hash_table_insert (used, g_strdup (pamong_stmt_text (stmt, 0)), GUINT_TO_POINTER ((guint) pamong_stmt_int (stmt, 1)));
  return step == PAMONG_STEP_DONE ? g_steal_pointer (&used) : NULL;
}

void
pamong_opinions_free (PamongOpinions *opinions)
{
  g_free (opinions->month);
  g_free (opinions->area);
  g_free (opinions->type);
  g_free (opinions);
}

static void
add_opinions (GPtrArray *list, PamongStmt *stmt)
{
  PamongOpinions *last = list->len > 0 ? list->pdata[list->len - 1] : NULL;
  gint64 answer = pamong_stmt_int (stmt, 3);

  if (answer < 1 || answer >= (gint64) G_N_ELEMENTS (last->given))
    return;
  if (last == NULL || g_strcmp0 (last->month, pamong_stmt_text (stmt, 0)) != 0 || g_strcmp0 (last->area, pamong_stmt_text (stmt, 1)) != 0
      || g_strcmp0 (last->type, pamong_stmt_text (stmt, 2)) != 0)
    {
      last = g_new0 (PamongOpinions, 1);
      last->month = g_strdup (pamong_stmt_text (stmt, 0));
      last->area = g_strdup (pamong_stmt_text (stmt, 1));
      last->type = g_strdup (pamong_stmt_text (stmt, 2));
      g_ptr_array_add (list, last);
    }
  last->given[answer] = (guint) pamong_stmt_int (stmt, 4);
}

GPtrArray *
pamong_opinions_list (PamongStore *store, const char *area, const char *from, const char *until, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_opinions_free);
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (pamong_store_db (store),
                                                   "SELECT month, area, type, answer, count (*) FROM opinion WHERE deleted = 0 AND (?1 IS NULL OR area = ?1)"
                                                   " AND (?2 IS NULL OR month >= ?2) AND (?3 IS NULL OR month <= ?3) GROUP BY month, area, type, answer",
                                                   error);
  PamongStep step;

  if (stmt == NULL)
    return NULL;
  pamong_stmt_bind_text (stmt, 1, area);
  pamong_stmt_bind_text (stmt, 2, from);
  pamong_stmt_bind_text (stmt, 3, until);
  while ((step = pamong_stmt_step (stmt, error)) == PAMONG_STEP_ROW)
    add_opinions (list, stmt);
  return step == PAMONG_STEP_DONE ? g_steal_pointer (&list) : NULL;
}
