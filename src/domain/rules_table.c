/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/rules_table.h"
#include "domain/data.h"

#include <stdlib.h>

typedef struct {
  GPtrArray *all; /* in the order of the file */
  GHashTable *by_id;
  GPtrArray *scopes[PAMONG_N_SCOPES];
} Table;

enum { ID, SEVERITY, KIND, FIELD, TITLE, MESSAGE, REMEDY, PARAMS, N_COLUMNS };

static const PamongPredicate *const predicate_tables[] = {
  pamong_predicates_nik, pamong_predicates_name, pamong_predicates_resident, pamong_predicates_family, pamong_predicates_kin, pamong_predicates_merge
};

static PamongSeverity
read_severity (const char *name)
{
  for (int severity = PAMONG_SEVERITY_WARN; severity < PAMONG_SEVERITY_BLOCK; severity++)
    if (g_str_equal (pamong_severity_name (severity), name))
      return severity;
  return PAMONG_SEVERITY_BLOCK;
}

static PamongScope
read_scope (const char *name)
{
  static const char *const names[PAMONG_N_SCOPES] = { "resident", "family", "card", "merge" };

  for (int scope = 0; scope < PAMONG_N_SCOPES; scope++)
    if (g_str_equal (names[scope], name))
      return (PamongScope) scope;
  return PAMONG_SCOPE_CARD;
}

static int
read_field (PamongScope scope, const char *key)
{
  const PamongField *field = pamong_field_find (scope == PAMONG_SCOPE_FAMILY ? PAMONG_KIND_FAMILY : PAMONG_KIND_RESIDENT, key);

  return field != NULL ? field->index : -1;
}

/* "max=100;year=1900" */
static GArray *
read_params (const char *text)
{
  GArray *params = g_array_new (FALSE, FALSE, sizeof (PamongRuleParam));
  g_auto (GStrv) pairs = g_strsplit (text, ";", -1);

  for (gsize i = 0; pairs[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (pairs[i], "=", 2);
      if (g_strv_length (pair) == 2)
        {
          PamongRuleParam param = { g_strdup (pair[0]), atoi (pair[1]) };
          g_array_append_val (params, param);
        }
    }
  return params;
}

static const PamongPredicate *
find_predicate (const char *id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (predicate_tables); i++)
    for (const PamongPredicate *p = predicate_tables[i]; p->id != NULL; p++)
      if (g_str_equal (p->id, id))
        return p;
  return NULL;
}

static PamongRule *
read_rule (char **row)
{
  PamongRule *rule = g_new0 (PamongRule, 1);
  const PamongPredicate *predicate = find_predicate (row[ID]);

  rule->id = g_strdup (row[ID]);
  rule->severity = read_severity (row[SEVERITY]);
  rule->scope = read_scope (row[KIND]);
  rule->field = read_field (rule->scope, row[FIELD]);
  rule->title = g_strdup (row[TITLE]);
  rule->message = g_strdup (row[MESSAGE]);
  rule->remedy = g_strdup (row[REMEDY]);
  rule->params = read_params (row[PARAMS]);
  rule->run = predicate != NULL ? predicate->run : NULL;
  return rule;
}

static Table *
read_table (void)
{
  g_autofree char *text = pamong_data_text ("rules/rules.csv");
  g_autoptr (GPtrArray) rows = pamong_csv_parse (text, NULL);
  Table *table = g_new0 (Table, 1);

  table->all = g_ptr_array_new ();
  table->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  for (int i = 0; i < PAMONG_N_SCOPES; i++)
    table->scopes[i] = g_ptr_array_new ();
  for (guint i = 0; i < rows->len; i++)
    {
      char **row = rows->pdata[i];
      PamongRule *rule;

      if (g_strv_length (row) < N_COLUMNS || g_hash_table_contains (table->by_id, row[ID]))
        continue;
      rule = read_rule (row);
      g_ptr_array_add (table->all, rule);
      g_hash_table_insert (table->by_id, rule->id, rule);
      if (rule->run != NULL)
        g_ptr_array_add (table->scopes[rule->scope], rule);
    }
  return table;
}

static const Table *
get_table (void)
{
  static Table *table;

  if (g_once_init_enter (&table))
    g_once_init_leave (&table, read_table ());
  return table;
}

const PamongRule *
pamong_rules_find (const char *id)
{
  return id != NULL ? g_hash_table_lookup (get_table ()->by_id, id) : NULL;
}

GPtrArray *
pamong_rules_in_scope (PamongScope scope)
{
  return get_table ()->scopes[scope];
}

int
pamong_rule_param (const PamongRule *rule, const char *key)
{
  for (guint i = 0; i < rule->params->len; i++)
    {
      const PamongRuleParam *param = &g_array_index (rule->params, PamongRuleParam, i);
      if (g_str_equal (param->key, key))
        return param->value;
    }
  return 0;
}

int
pamong_rules_severity (const char *id)
{
  const PamongRule *rule = pamong_rules_find (id);

  return rule != NULL ? (int) rule->severity : -1;
}

const char *
pamong_rules_title (const char *id)
{
  const PamongRule *rule = pamong_rules_find (id);

  return rule != NULL ? rule->title : id;
}

GPtrArray *
pamong_rules_ids (void)
{
  GPtrArray *all = get_table ()->all;
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    g_ptr_array_add (ids, ((PamongRule *) all->pdata[i])->id);
  return ids;
}

char **
pamong_rules_unmatched (void)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  GPtrArray *all = get_table ()->all;

  for (guint i = 0; i < all->len; i++)
    if (((PamongRule *) all->pdata[i])->run == NULL)
      g_strv_builder_add (ids, ((PamongRule *) all->pdata[i])->id);
  for (gsize i = 0; i < G_N_ELEMENTS (predicate_tables); i++)
    for (const PamongPredicate *p = predicate_tables[i]; p->id != NULL; p++)
      if (pamong_rules_find (p->id) == NULL)
        g_strv_builder_add (ids, p->id);
  return g_strv_builder_end (ids);
}
