/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People by hamlet, age, education, occupation, religion and marital state. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "domain/codes.h"
#include "office/registers_private.h"

enum { GROUP, MEN, WOMEN, ALL, SHARE, N_VALUES };
static const char *const values[N_VALUES] = { "group", "men", "women", "all", "share" };
#define AGE_GROUPS 16
#define UNKNOWN "\xff" /* sorts last */

typedef struct { gint32 rid; int sex; } Member;

/* One line: a hamlet, an age, a religion. */
typedef struct {
  char *key, *words;
  GArray *members;
} Group;

/* One table among the figures. @codes: (nullable): its list. */
typedef struct {
  const char *title, *column, *codes;
  GPtrArray *groups;
  GHashTable *by_key;
} Table;

typedef struct {
  PamongFilled *filled;
  Table *tables;
  guint n_tables, n_people;
  gboolean by_village;
} Work;

static void
group_free (gpointer data)
{
  Group *group = data;

  g_free (group->key);
  g_free (group->words);
  g_array_unref (group->members);
  g_free (group);
}

static Group *
find_group (Table *table, const char *key, const char *words)
{
  Group *group = g_hash_table_lookup (table->by_key, key);

  if (group != NULL)
    return group;
  group = g_new0 (Group, 1);
  group->key = g_strdup (key);
  group->words = g_strdup (words);
  group->members = g_array_new (FALSE, FALSE, sizeof (Member));
  g_ptr_array_add (table->groups, group);
  g_hash_table_insert (table->by_key, group->key, group);
  return group;
}

static Group *
age_group (Table *table, PamongStmt *row, int column)
{
  gint64 years = pamong_stmt_int (row, column);
  guint number = (guint) CLAMP (years / 5, 0, AGE_GROUPS - 1);
  char key[8], words[16];

  if (pamong_stmt_is_null (row, column) || years < 0)
    return find_group (table, UNKNOWN, _("Not filled in"));
  g_snprintf (key, sizeof key, "%02u", number);
  if (number + 1 == AGE_GROUPS)
    g_snprintf (words, sizeof words, "%u+", number * 5);
  else
    g_snprintf (words, sizeof words, "%u–%u", number * 5, number * 5 + 4);
  return find_group (table, key, words);
}

static Group *
find_group_of (Work *work, Table *table, PamongStmt *row)
{
  gboolean village = work->by_village && g_str_equal (table->column, "dusun");
  int column = pamong_stmt_column (row, village ? "area" : table->column);
  const char *text = pamong_stmt_text (row, column);
  const PamongRegion *region = village ? pamong_regions_find (text) : NULL;
  char key[16];

  if (g_str_equal (table->column, "years"))
    return age_group (table, row, column);
  if (text == NULL || *text == '\0')
    return find_group (table, UNKNOWN, _("Not filled in"));
  if (table->codes == NULL)
    return find_group (table, text, region != NULL ? region->name : text);
  g_snprintf (key, sizeof key, "%05d", (int) pamong_stmt_int (row, column));
  return find_group (table, key, pamong_codes_display (table->codes, (int) pamong_stmt_int (row, column)));
}

static gboolean
count_person (PamongStmt *row, gpointer data)
{
  Work *work = data;
  int years = pamong_stmt_column (row, "years");
  Member member = { (gint32) pamong_stmt_int (row, pamong_stmt_column (row, "rid")), (int) pamong_stmt_int (row, pamong_stmt_column (row, "sex")) };

  for (guint t = 0; t < work->n_tables; t++)
    g_array_append_val (find_group_of (work, &work->tables[t], row)->members, member);
  pamong_filled_count_age (work->filled, member.sex, pamong_stmt_is_null (row, years) ? -1 : (int) pamong_stmt_int (row, years));
  work->n_people++;
  return TRUE;
}

static int
by_key (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(Group *const *) a)->key, (*(Group *const *) b)->key);
}

static int
find_column (const PamongRegister *reg, const char *value)
{
  for (guint i = 0; i < reg->columns->len; i++)
    if (g_strcmp0 (((const PamongRegisterColumn *) reg->columns->pdata[i])->value, value) == 0)
      return (int) i;
  return -1;
}

static char *
share_words (guint part, guint all)
{
  guint tenths = all > 0 ? (part * 1000 + all / 2) / all : 0;

  return g_strdup_printf ("%u,%u", tenths / 10, tenths % 10);
}

/* @counts: men, women, all. */
static void
write_line (Work *work, PamongRowKind kind, const char *words, const guint *counts)
{
  const PamongRegister *reg = pamong_filled_register (work->filled);
  g_auto (GStrv) cells = g_new0 (char *, reg->columns->len + 1);

  for (guint c = 0; c < reg->columns->len; c++)
    cells[c] = g_strdup ("");
  for (guint v = 0; v < N_VALUES; v++)
    {
      int column = find_column (reg, values[v]);

      if (column < 0 || (counts == NULL && v != GROUP))
        continue;
      g_free (cells[column]);
      cells[column] = v == GROUP ? g_strdup (words) : v == SHARE ? share_words (counts[2], work->n_people) : g_strdup_printf ("%u", counts[v - MEN]);
    }
  pamong_filled_add_row (work->filled, kind, (const char *const *) cells, 0);
}

static void
write_group (Work *work, const Group *group, guint *sums)
{
  const PamongRegister *reg = pamong_filled_register (work->filled);
  int columns[] = { find_column (reg, values[MEN]), find_column (reg, values[WOMEN]), find_column (reg, values[ALL]) };
  guint counts[3] = { 0 }, row = pamong_filled_n_rows (work->filled);

  for (guint i = 0; i < group->members->len; i++)
    {
      const Member *member = &g_array_index (group->members, Member, i);

      for (guint c = 0; c < 3; c++)
        if (c == 2 || member->sex == (int) c + 1)
          {
            counts[c]++;
            if (columns[c] >= 0)
              pamong_filled_post (work->filled, row, (guint) columns[c], member->rid);
          }
    }
  for (guint c = 0; c < 3; c++)
    sums[c] += counts[c];
  write_line (work, PAMONG_ROW_PLAIN, group->words, counts);
}

static void
write_table (Work *work, Table *table)
{
  guint sums[3] = { 0 };

  if (table->groups->len == 0)
    return;
  write_line (work, PAMONG_ROW_SECTION, table->title, NULL);
  g_ptr_array_sort (table->groups, by_key);
  for (guint i = 0; i < table->groups->len; i++)
    write_group (work, table->groups->pdata[i], sums);
  write_line (work, PAMONG_ROW_TOTAL, _("TOTAL"), sums);
}

gboolean
pamong_register_fill_statistics (PamongStore *store, PamongFilled *filled, GError **error)
{
  gboolean above = pamong_filled_is_above (filled);
  Table tables[] = {
    { above ? _("BY VILLAGE") : _("BY HAMLET"), "dusun", NULL, NULL, NULL },
    { _("BY AGE"), "years", NULL, NULL, NULL },
    { _("BY EDUCATION"), "education", "pendidikan_kk", NULL, NULL },
    { _("BY OCCUPATION"), "occupation", "pekerjaan", NULL, NULL },
    { _("BY RELIGION"), "religion", "agama", NULL, NULL },
    { _("BY MARITAL STATE"), "marital_status", "status_kawin", NULL, NULL },
  };
  Work work = { filled, tables, G_N_ELEMENTS (tables), 0, above };
  PamongRegisterQuery query = pamong_filled_query (filled, "register-statistics");
  gboolean read;

  for (guint t = 0; t < G_N_ELEMENTS (tables); t++)
    {
      tables[t].groups = g_ptr_array_new_with_free_func (group_free);
      tables[t].by_key = g_hash_table_new (g_str_hash, g_str_equal);
    }
  read = pamong_store_register (store, &query, count_person, &work, error);
  for (guint t = 0; t < G_N_ELEMENTS (tables); t++)
    {
      if (read)
        write_table (&work, &tables[t]);
      g_hash_table_unref (tables[t].by_key);
      g_ptr_array_unref (tables[t].groups);
    }
  return read;
}
