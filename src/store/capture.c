/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the capture triggers from the field registry (R2). No way to change a row goes round them: an act leaves a row in `change`, what
 * comes from elsewhere leaves one in `history`, and without an act's sync_ctx nothing may be written at all.
 * The text is a golden file in tests/store/data; what a change looks like is told in src/store/README.md. */
#include "store/store_private.h"

static gboolean
is_text (const PamongField *field)
{
  return field->type != PAMONG_TYPE_CODE && field->type != PAMONG_TYPE_INT && field->type != PAMONG_TYPE_BOOL && field->type != PAMONG_TYPE_REAL;
}

static void
append_json (GString *sql, const char *row, const PamongField *field)
{
  g_string_append_printf (sql, "json_quote (%s.\"%s\")", row, field->key);
}

/* `{"key":[null,value],…}` of the fields that are set. A number needs no quoting, and NULL swallows its part. */
static void
append_inserted (GString *sql, const PamongField *fields, guint n)
{
  g_string_append (sql, "'{' || substr (''");
  for (guint i = 0; i < n; i++)
    {
      const char *key = fields[i].key;

      if (is_text (&fields[i]))
        g_string_append_printf (sql, "\n      || CASE WHEN NEW.\"%s\" IS NULL THEN '' ELSE ',\"%s\":[null,' || json_quote (NEW.\"%s\") || ']' END", key, key, key);
      else
        g_string_append_printf (sql, "\n      || ifnull (',\"%s\":[null,' || NEW.\"%s\" || ']', '')", key, key);
    }
  g_string_append (sql, ", 2) || '}'");
}

/* `NEW.a IS OLD.a`; of a field that merges with others, of all of them: the centre must see what stood beside the one that was changed, or half of
 * somebody else's address would stay under ours (R7). */
static void
append_group_is_same (GString *sql, const PamongField *fields, guint n, int group)
{
  const char *between = "";

  for (guint i = 0; i < n; i++)
    if (fields[i].group == group)
      {
        g_string_append_printf (sql, "%sNEW.\"%s\" IS OLD.\"%s\"", between, fields[i].key, fields[i].key);
        between = " AND ";
      }
}

/* `{"key":[old,new],…}` of the groups in which a field differs, and of the group being settled. */
static void
append_updated (GString *sql, const PamongField *fields, guint n)
{
  g_string_append (sql, "'{' || substr (''");
  for (guint i = 0; i < n; i++)
    {
      const char *key = fields[i].key;

      g_string_append (sql, "\n      || CASE WHEN ");
      append_group_is_same (sql, fields, n, fields[i].group);
      g_string_append_printf (sql, " AND ctx.resolve IS NOT '%s' THEN '' ELSE ',\"%s\":[' || ", fields[fields[i].group].key, key);
      append_json (sql, "OLD", &fields[i]);
      g_string_append (sql, " || ',' || ");
      append_json (sql, "NEW", &fields[i]);
      g_string_append (sql, " || ']' END");
    }
  g_string_append (sql, ", 2) || '}'");
}

/* `{"key":value,…}` of the whole old row, as pamong_record_to_json writes it. */
static void
append_state (GString *sql, const PamongField *fields, guint n)
{
  g_string_append (sql, "'{' || substr (''");
  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (sql, "\n      || CASE WHEN OLD.\"%s\" IS NULL THEN '' ELSE ',\"%s\":' || ", fields[i].key, fields[i].key);
      append_json (sql, "OLD", &fields[i]);
      g_string_append (sql, " END");
    }
  g_string_append (sql, "\n      || CASE WHEN OLD.extra IS NULL OR OLD.extra = '{}' THEN '' ELSE ',' || substr (OLD.extra, 2, length (OLD.extra) - 2) END");
  g_string_append (sql, ", 2) || '}'");
}

static void
append_columns (GString *sql, const char *row, const PamongField *fields, guint n)
{
  g_string_append_printf (sql, "(%s.deleted", row);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (sql, ", %s.\"%s\"", row, fields[i].key);
  g_string_append (sql, ")");
}

static void
append_differs (GString *sql, const PamongField *fields, guint n)
{
  append_columns (sql, "NEW", fields, n);
  g_string_append (sql, " IS NOT ");
  append_columns (sql, "OLD", fields, n);
}

static void
append_head (GString *sql, const char *kind, const char *op, const char *body, const char *when)
{
  g_string_append_printf (sql, "DROP TRIGGER IF EXISTS capture_%s_%s;\n", kind, op);
  g_string_append_printf (sql, "CREATE TRIGGER capture_%s_%s %s ON %s%s BEGIN\n", kind, op, body, kind, when);
}

static void
append_insert_trigger (GString *sql, const char *kind, const PamongField *fields, guint n)
{
  append_head (sql, kind, "insert", "AFTER INSERT", "");
  g_string_append (sql, "  SELECT RAISE (ABORT, 'no act is open') WHERE NOT EXISTS (SELECT 1 FROM sync_ctx);\n");
  g_string_append (sql, "  INSERT INTO change (tx, kind, uid, area, op, base, \"set\", actor, act, reason, t)\n");
  g_string_append_printf (sql, "    SELECT ctx.tx, '%s', NEW.uid, NEW.area, 'insert', NEW.version, ", kind);
  append_inserted (sql, fields, n);
  g_string_append (sql, ",\n      ctx.actor, ctx.act, ctx.reason, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'local';\n");
  g_string_append (sql, "  INSERT INTO history (kind, uid, op, \"set\", actor_name, act, t)\n");
  g_string_append_printf (sql, "    SELECT '%s', NEW.uid, 'insert', ", kind);
  append_inserted (sql, fields, n);
  g_string_append (sql, ",\n      ctx.actor, ctx.act, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'apply';\nEND;\n");
}

#define UPDATE_OP "CASE WHEN ctx.resolve IS NOT NULL THEN 'resolve' WHEN NEW.deleted > OLD.deleted THEN 'delete' WHEN NEW.deleted < OLD.deleted THEN 'restore' ELSE 'update' END"

static void
append_update_trigger (GString *sql, const char *kind, const PamongField *fields, guint n)
{
  append_head (sql, kind, "update", "AFTER UPDATE", "");
  g_string_append (sql, "  SELECT RAISE (ABORT, 'no act is open') WHERE NOT EXISTS (SELECT 1 FROM sync_ctx);\n");
  g_string_append (sql, "  INSERT INTO base (kind, uid, version, data)\n");
  g_string_append_printf (sql, "    SELECT '%s', OLD.uid, OLD.version, ", kind);
  append_state (sql, fields, n);
  g_string_append (sql, "\n    FROM sync_ctx AS ctx WHERE ctx.mode = 'local' AND OLD.version > 0 AND (ctx.resolve IS NOT NULL OR ");
  append_differs (sql, fields, n);
  g_string_append_printf (sql, ")\n      AND NOT EXISTS (SELECT 1 FROM base WHERE kind = '%s' AND uid = OLD.uid);\n", kind);
  g_string_append (sql, "  INSERT INTO change (tx, kind, uid, area, op, base, \"set\", actor, act, reason, t)\n");
  g_string_append_printf (sql, "    SELECT ctx.tx, '%s', NEW.uid, NEW.area, " UPDATE_OP ", OLD.version, ", kind);
  append_updated (sql, fields, n);
  g_string_append (sql, ",\n      ctx.actor, ctx.act, ctx.reason, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'local' AND (ctx.resolve IS NOT NULL OR ");
  append_differs (sql, fields, n);
  g_string_append (sql, ");\n  INSERT INTO history (kind, uid, op, \"set\", actor_name, act, t)\n");
  g_string_append_printf (sql, "    SELECT '%s', NEW.uid, " UPDATE_OP ", ", kind);
  append_updated (sql, fields, n);
  g_string_append (sql, ",\n      ctx.actor, ctx.act, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'apply' AND ");
  append_differs (sql, fields, n);
  g_string_append (sql, ";\nEND;\n");
}

/* What the server owns only ever comes from there, and its history would say nothing to a person. */
static void
append_server_triggers (GString *sql, const char *kind)
{
  static const char *const guard = "  SELECT RAISE (ABORT, 'owned by the server') WHERE NOT EXISTS (SELECT 1 FROM sync_ctx WHERE mode = 'apply');\nEND;\n";

  append_head (sql, kind, "insert", "AFTER INSERT", "");
  g_string_append (sql, guard);
  append_head (sql, kind, "update", "AFTER UPDATE", "");
  g_string_append (sql, guard);
}

char *
pamong_capture_sql (void)
{
  GString *sql = g_string_new (NULL);

  for (PamongKind kind = 0; kind < PAMONG_N_KINDS; kind++)
    {
      const char *name = pamong_kind_name (kind);
      guint n;
      const PamongField *fields = pamong_kind_fields (kind, &n);

      if (pamong_kind_is_of_server (kind))
        append_server_triggers (sql, name);
      else
        {
          append_insert_trigger (sql, name, fields, n);
          append_update_trigger (sql, name, fields, n);
        }
      append_head (sql, name, "delete", "BEFORE DELETE", "");
      g_string_append (sql, "  SELECT RAISE (ABORT, 'records are never deleted');\nEND;\n");
    }
  return g_string_free (sql, FALSE);
}

char *
pamong_capture_drop_sql (void)
{
  GString *sql = g_string_new (NULL);

  for (PamongKind kind = 0; kind < PAMONG_N_KINDS; kind++)
    g_string_append_printf (sql, "DROP TRIGGER IF EXISTS capture_%1$s_insert;\nDROP TRIGGER IF EXISTS capture_%1$s_update;\n", pamong_kind_name (kind));
  return g_string_free (sql, FALSE);
}

char *
pamong_capture_pause_sql (void)
{
  GString *sql = g_string_new (NULL);

  for (PamongKind kind = 0; kind < PAMONG_N_KINDS; kind++)
    if (!pamong_kind_is_of_server (kind))
      g_string_append_printf (sql, "DROP TRIGGER IF EXISTS capture_%s_insert;\n", pamong_kind_name (kind));
  return g_string_free (sql, FALSE);
}

char *
pamong_capture_resume_sql (void)
{
  GString *sql = g_string_new (NULL);

  for (PamongKind kind = 0; kind < PAMONG_N_KINDS; kind++)
    {
      guint n;
      const PamongField *fields = pamong_kind_fields (kind, &n);

      if (!pamong_kind_is_of_server (kind))
        append_insert_trigger (sql, pamong_kind_name (kind), fields, n);
    }
  return g_string_free (sql, FALSE);
}
