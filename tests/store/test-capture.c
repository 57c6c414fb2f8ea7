/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is captured is what changed: the triggers' text is a golden file, and SQLite's own session extension is the oracle. */
#include "fixture.h"

#define SQLITE_ENABLE_SESSION 1
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#include "db/db_private.h"

#include <string.h>

static void
test_golden (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "store", "data", "capture.sql", NULL);
  g_autofree char *sql = pamong_capture_sql (), *golden = NULL;

  /* PAMONG_GOLDEN=write makes it anew; read the difference before committing it. */
  if (g_strcmp0 (g_getenv ("PAMONG_GOLDEN"), "write") == 0)
    g_assert_true (g_file_set_contents (path, sql, -1, NULL));
  g_assert_true (g_file_get_contents (path, &golden, NULL, NULL));
  g_assert_cmpstr (sql, ==, golden);
}

/* The columns of each table after its head are the registry, in its order. */
static void
test_columns (void)
{
  PamongStore *store = fixture_new ();

  for (PamongKind kind = 0; kind < PAMONG_N_KINDS; kind++)
    {
      g_autoptr (GString) expected = g_string_new ("rid,uid,area,version,extra,deleted");
      g_autofree char *sql = g_strdup_printf ("SELECT group_concat (name) FROM pragma_table_info ('%s')", pamong_kind_name (kind));
      g_autofree char *columns = fixture_text (store, sql);
      guint n;
      const PamongField *fields = pamong_kind_fields (kind, &n);

      for (guint i = 0; i < n; i++)
        g_string_append_printf (expected, ",%s", fields[i].key);
      g_assert_cmpstr (columns, ==, expected->str);
    }
  fixture_free (store);
}

static void
set_random (PamongRecord *record)
{
  guint n;
  const PamongField *fields = pamong_kind_fields (record->kind, &n);
  static const char *const words[] = { "A", "\"kutip\" \\ garis", "baris\nbaru", "ꦢꦺꦱ", "3522280101200001", "" };

  for (guint i = 0; i < n; i++)
    {
      if (g_test_rand_int_range (0, 4) != 0)
        continue;
      if (fields[i].type == PAMONG_TYPE_REAL)
        pamong_record_set_real (record, (int) i, g_test_rand_double_range (-180, 180));
      else if (fields[i].type == PAMONG_TYPE_CODE || fields[i].type == PAMONG_TYPE_INT || fields[i].type == PAMONG_TYPE_BOOL)
        pamong_record_set_int (record, (int) i, g_test_rand_int_range (1, 4));
      else if (fields[i].type == PAMONG_TYPE_DATE)
        pamong_record_set_text (record, (int) i, g_test_rand_int_range (0, 2) ? "2024-02-29" : "1945-08-17");
      else
        pamong_record_set_text (record, (int) i, words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
      if (g_test_rand_int_range (0, 5) == 0)
        pamong_record_clear (record, (int) i);
    }
}

/* The database gives no number twice and takes none back: what is random here would only be refused (test-letters.c). */
static void
drop_number (PamongRecord *record)
{
  if (record->kind == PAMONG_KIND_LETTER)
    pamong_record_clear (record, PAMONG_LETTER_NUMBER);
  if (record->kind == PAMONG_KIND_INCOMING)
    pamong_record_clear (record, PAMONG_INCOMING_NUMBER);
}

static void
append_sqlite_value (GString *out, sqlite3_value *value)
{
  int type = value != NULL ? sqlite3_value_type (value) : SQLITE_NULL;

  if (type == SQLITE_NULL)
    g_string_append (out, "null");
  else if (type == SQLITE_TEXT)
    g_string_append_printf (out, "'%s'", (const char *) sqlite3_value_text (value));
  else
    g_string_append_printf (out, "%.15g", sqlite3_value_double (value));
}

static void
append_value (GString *out, const PamongValue *value)
{
  if (value->type == PAMONG_VALUE_NULL)
    g_string_append (out, "null");
  else if (value->type == PAMONG_VALUE_TEXT)
    g_string_append_printf (out, "'%s'", value->s);
  else
    g_string_append_printf (out, "%.15g", value->type == PAMONG_VALUE_INT ? (double) value->i : value->d);
}

/* `kind uid op {key: old new}` of one row of the changeset, in the words of our own change. */
static char *
describe_session (sqlite3_changeset_iter *iter)
{
  GString *out = g_string_new (NULL);
  const char *table;
  int n_columns, op;
  sqlite3_value *old, *new;

  sqlite3changeset_op (iter, &table, &n_columns, &op, NULL);
  for (int i = 6; i < n_columns; i++)
    {
      old = new = NULL;
      if (op == SQLITE_UPDATE)
        sqlite3changeset_old (iter, i, &old);
      sqlite3changeset_new (iter, i, &new);
      if (new == NULL || (op == SQLITE_INSERT && sqlite3_value_type (new) == SQLITE_NULL))
        continue;
      g_string_append_printf (out, " %s:", pamong_field_get (pamong_kind_from_name (table), i - 6)->key);
      append_sqlite_value (out, old);
      g_string_append_c (out, '>');
      append_sqlite_value (out, new);
    }
  g_string_prepend (out, op == SQLITE_INSERT ? " insert" : " update");
  g_string_prepend (out, table);
  return g_string_free (out, FALSE);
}

static char *
describe_change (const PamongChange *change)
{
  GString *out = g_string_new (pamong_kind_name (change->kind));

  g_string_append_printf (out, " %s", pamong_op_name (change->op));
  for (guint i = 0; i < change->set->len; i++)
    {
      const PamongDelta *delta = g_ptr_array_index (change->set, i);

      /* The session knows only what changed; ours names the whole group beside it. */
      if (change->op == PAMONG_OP_UPDATE && pamong_value_equal (&delta->old_value, &delta->new_value))
        continue;
      g_string_append_printf (out, " %s:", delta->key);
      append_value (out, &delta->old_value);
      g_string_append_c (out, '>');
      append_value (out, &delta->new_value);
    }
  return g_string_free (out, FALSE);
}

/* A group is there whole or not at all. */
static void
check_groups (const PamongChange *change)
{
  guint n;
  const PamongField *fields = pamong_kind_fields (change->kind, &n);

  for (guint i = 0; change->op == PAMONG_OP_UPDATE && i < n; i++)
    {
      gboolean leader = FALSE, self = FALSE;

      for (guint d = 0; d < change->set->len; d++)
        {
          leader |= ((PamongDelta *) g_ptr_array_index (change->set, d))->field == fields[i].group;
          self |= ((PamongDelta *) g_ptr_array_index (change->set, d))->field == (int) i;
        }
      g_assert_true (leader == self);
    }
}

static int
compare_text (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static GPtrArray *
list_session (sqlite3_session *session)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);
  sqlite3_changeset_iter *iter;
  void *changeset;
  int size;

  g_assert_cmpint (sqlite3session_changeset (session, &size, &changeset), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3changeset_start (&iter, size, changeset), ==, SQLITE_OK);
  while (sqlite3changeset_next (iter) == SQLITE_ROW)
    g_ptr_array_add (list, describe_session (iter));
  sqlite3changeset_finalize (iter);
  sqlite3_free (changeset);
  g_ptr_array_sort (list, compare_text);
  return list;
}

static GPtrArray *
list_changes (PamongStore *store, gint64 after)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (pamong_store_db (store), "SELECT " PAMONG_CHANGE_COLUMNS " FROM change WHERE seq > ?1", NULL);

  pamong_stmt_bind_int (stmt, 1, after);
  while (pamong_stmt_step (stmt, NULL) == PAMONG_STEP_ROW)
    {
      g_autoptr (PamongChange) change = pamong_change_read (stmt, NULL);

      g_assert_nonnull (change);
      check_groups (change);
      g_ptr_array_add (list, describe_change (change));
    }
  g_ptr_array_sort (list, compare_text);
  return list;
}

/* One act that inserts some records and edits others, watched by a session. */
static void
watch_act (PamongStore *store, GPtrArray *records, int round)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) seen = NULL, captured = NULL;
  gint64 last = fixture_count (store, "SELECT ifnull (max (seq), 0) FROM change");
  PamongWrite *write = pamong_write_begin (store, FIXTURE_ACTOR, "test", "karena \"uji\"", &error);
  sqlite3_session *session;

  g_assert_cmpint (sqlite3session_create (pamong_store_db (store)->handle, "main", &session), ==, SQLITE_OK);
  for (PamongKind kind = 0; kind < PAMONG_N_KINDS; kind++)
    sqlite3session_attach (session, pamong_kind_name (kind));
  for (PamongKind kind = 0; kind < PAMONG_N_KINDS; kind++)
    if (!pamong_kind_is_of_server (kind))
      g_ptr_array_add (records, pamong_record_new (kind, FIXTURE_AREA));
  for (guint i = 0; i < records->len; i++)
    if (g_test_rand_int_range (0, 1 + round / 4) == 0 || i + 6 >= records->len)
      {
        set_random (g_ptr_array_index (records, i));
        drop_number (g_ptr_array_index (records, i));
        pamong_write_put (write, g_ptr_array_index (records, i), &error);
        g_assert_no_error (error);
      }
  g_assert_true (pamong_write_commit (write, NULL, NULL, &error));
  seen = list_session (session);
  sqlite3session_delete (session);
  captured = list_changes (store, last);
  g_assert_cmpuint (captured->len, ==, seen->len);
  for (guint i = 0; i < seen->len; i++)
    g_assert_cmpstr (g_ptr_array_index (captured, i), ==, g_ptr_array_index (seen, i));
}

static void
test_oracle (void)
{
  PamongStore *store = fixture_new ();
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_record_free);

  for (int round = 0; round < 20; round++)
    watch_act (store, records, round);
  fixture_check (store);
  fixture_free (store);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/capture/golden", test_golden);
  g_test_add_func ("/capture/columns", test_columns);
  g_test_add_func ("/capture/oracle", test_oracle);
  return g_test_run ();
}
