/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "office/registers_private.h"

#include "domain/codes.h"
#include "domain/dates.h"

/* How a column of the register is written from the column of the query of the same name. */
typedef struct {
  int at; /* -1: there is none */
  PamongType type;
  const char *codes;
  PamongRegisterAs as;
  gboolean counts, with_village; /* with_village: of several, an address says which */
} Plan;

typedef struct {
  PamongFilled *filled;
  GArray *plans; /* made at the first row */
  int rid;
  guint n;
} Work;

static void
make_plan (Work *work, PamongStmt *row)
{
  const PamongRegister *reg = pamong_filled_register (work->filled);

  for (guint i = 0; i < reg->columns->len; i++)
    {
      const PamongRegisterColumn *column = g_ptr_array_index (reg->columns, i);
      const char *value = column->value != NULL ? column->value : "";
      const PamongField *field = pamong_field_find (PAMONG_KIND_RESIDENT, value);
      Plan plan = { pamong_stmt_column (row, value), field != NULL ? field->type : PAMONG_TYPE_TEXT, field != NULL ? field->codes : NULL, column->as, g_str_equal (value, "number"),
                    g_str_equal (value, "address") && pamong_filled_is_above (work->filled) };

      g_array_append_val (work->plans, plan);
    }
  work->rid = pamong_stmt_column (row, "rid");
}

static const char *
code_words (const Plan *plan, gint64 value)
{
  const PamongCode *code = plan->as == PAMONG_AS_DISPLAY ? NULL : pamong_codes_find (plan->codes, (int) value);

  if (code == NULL)
    return pamong_codes_display (plan->codes, (int) value);
  return plan->as == PAMONG_AS_LABEL ? code->label : code->short_label != NULL && *code->short_label != '\0' ? code->short_label : code->display;
}

static char *
add_village (PamongStmt *row, const char *address)
{
  const char *area = pamong_stmt_text (row, pamong_stmt_column (row, "area"));
  const PamongRegion *region = area != NULL ? pamong_regions_find (area) : NULL;
  g_autofree char *name = region != NULL ? g_utf8_strup (region->name, -1) : g_strdup ("");

  return g_strconcat (address, *address != '\0' ? " " : "", name, NULL);
}

/* @made: (out): what the row has to free. */
static const char *
cell_text (const Plan *plan, PamongStmt *row, guint n, char **made)
{
  if (plan->counts)
    return *made = g_strdup_printf ("%u", n);
  if (plan->at < 0 || pamong_stmt_is_null (row, plan->at))
    return NULL;
  if (plan->with_village)
    return *made = add_village (row, pamong_stmt_text (row, plan->at));
  if (plan->codes != NULL)
    return code_words (plan, pamong_stmt_int (row, plan->at));
  if (plan->type == PAMONG_TYPE_DATE)
    return *made = pamong_date_format (pamong_stmt_text (row, plan->at));
  return pamong_stmt_text (row, plan->at);
}

static gboolean
add_person (PamongStmt *row, gpointer data)
{
  Work *work = data;
  guint n = pamong_filled_register (work->filled)->columns->len;
  g_autofree const char **cells = g_new0 (const char *, n);
  g_auto (GStrv) made = g_new0 (char *, n + 1);
  guint n_made = 0;

  if (work->plans->len == 0)
    make_plan (work, row);
  work->n++;
  for (guint i = 0; i < n; i++)
    {
      char *own = NULL;

      cells[i] = cell_text (&g_array_index (work->plans, Plan, i), row, work->n, &own);
      if (own != NULL)
        made[n_made++] = own;
    }
  pamong_filled_add_row (work->filled, PAMONG_ROW_PLAIN, cells, work->rid >= 0 ? (gint32) pamong_stmt_int (row, work->rid) : 0);
  return TRUE;
}

static gboolean
fill (PamongStore *store, PamongFilled *filled, const PamongRegisterQuery *query, GError **error)
{
  g_autoptr (GArray) plans = g_array_new (FALSE, FALSE, sizeof (Plan));
  Work work = { filled, plans, -1, 0 };

  return pamong_store_register (store, query, add_person, &work, error);
}

gboolean
pamong_register_fill_people (PamongStore *store, PamongFilled *filled, GError **error)
{
  PamongRegisterQuery query = pamong_filled_query (filled, pamong_filled_register (filled)->query);

  return fill (store, filled, &query, error);
}

gboolean
pamong_register_fill_letters (PamongStore *store, PamongFilled *filled, GError **error)
{
  PamongRegisterQuery query = pamong_filled_query (filled, pamong_filled_register (filled)->query);

  query.which = pamong_filled_month (filled);
  return fill (store, filled, &query, error);
}
