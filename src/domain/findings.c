/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "domain/rules_table.h"

#include <stdarg.h>
#include <string.h>

static const char *const severity_names[] = {
  [PAMONG_SEVERITY_WARN] = "warn",
  [PAMONG_SEVERITY_OVERRIDE] = "override",
  [PAMONG_SEVERITY_BLOCK] = "block",
};

/* Appends @text with its {placeholders} filled. A part in [brackets] is left out when one of its values is empty. Returns: FALSE if one was. */
static gboolean
expand_part (GString *out, const char *text, gsize n, GHashTable *values)
{
  gboolean full = TRUE;

  for (const char *c = text; c < text + n; c++)
    {
      const char *end = *c == '{' ? memchr (c, '}', (gsize) (text + n - c)) : NULL;
      if (end == NULL)
        {
          g_string_append_c (out, *c);
          continue;
        }
      g_autofree char *key = g_strndup (c + 1, (gsize) (end - c - 1));
      const char *value = g_hash_table_lookup (values, key);
      if (value == NULL || *value == '\0')
        full = FALSE;
      else
        g_string_append (out, value);
      c = end;
    }
  return full;
}

static char *
expand (const char *text, GHashTable *values)
{
  GString *out = g_string_new (NULL);

  while (*text != '\0')
    {
      gsize n = strcspn (text, "[");
      const char *end = text[n] == '[' ? strchr (text + n, ']') : NULL;

      if (end == NULL)
        n = strlen (text);
      expand_part (out, text, n, values);
      text += n;
      if (end != NULL)
        {
          gsize before = out->len;
          if (!expand_part (out, text + 1, (gsize) (end - text - 1), values))
            g_string_truncate (out, before);
          text = end + 1;
        }
    }
  return g_string_free (out, FALSE);
}

/* The name if there is one, else the row on the card; "" for a lone resident without a name. */
static char *
describe_person (const PamongRecord *record, int member)
{
  const char *name = record->kind == PAMONG_KIND_RESIDENT ? pamong_record_text (record, PAMONG_RESIDENT_NAME) : NULL;

  if (name != NULL)
    return g_strdup (name);
  return member >= 0 ? g_strdup_printf (_("row %d"), member + 1) : g_strdup ("");
}

/* A message is shown as it is, so a name that is no text must not reach it. */
static void
put (GHashTable *values, const char *key, const char *value)
{
  g_hash_table_insert (values, (gpointer) key, value != NULL ? g_utf8_make_valid (value, -1) : NULL);
}

static GHashTable *
collect_values (const PamongRecord *record, int member, int field, va_list args)
{
  GHashTable *values = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  char *person = describe_person (record, member);

  put (values, "person", person);
  put (values, "name", *person != '\0' ? person : _("this resident"));
  if (field >= 0)
    put (values, "field", _(pamong_field_get (record->kind, field)->label));
  for (const char *key = va_arg (args, const char *); key != NULL; key = va_arg (args, const char *))
    {
      const char *value = va_arg (args, const char *);
      gboolean nameless = g_str_equal (key, "other") && (value == NULL || *value == '\0');

      put (values, key, nameless ? _("another resident") : value);
    }
  g_free (person);
  return values;
}

void
pamong_finding_free (PamongFinding *finding)
{
  if (finding == NULL)
    return;
  g_free (finding->rule);
  g_free (finding->uid);
  g_free (finding->message);
  g_free (finding->remedy);
  g_free (finding->other_uid);
  g_free (finding->suggestion);
  g_free (finding);
}

void
pamong_holder_free (PamongHolder *holder)
{
  if (holder == NULL)
    return;
  g_free (holder->uid);
  g_free (holder->name);
  g_free (holder->rt);
  g_free (holder->area);
  g_free (holder);
}

const char *
pamong_severity_name (PamongSeverity severity)
{
  return severity_names[severity];
}

GPtrArray *
pamong_findings_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_finding_free);
}

int
pamong_findings_worst (GPtrArray *findings)
{
  int worst = -1;

  for (guint i = 0; i < findings->len; i++)
    worst = MAX (worst, (int) ((PamongFinding *) findings->pdata[i])->severity);
  return worst;
}

void
pamong_findings_add_valist (GPtrArray *findings, const char *id, const PamongRecord *record, int member, int field, va_list args)
{
  const PamongRule *rule = pamong_rules_find (id);
  g_autoptr (GHashTable) values = collect_values (record, member, field, args);
  PamongFinding *finding = g_new0 (PamongFinding, 1);

  if (rule == NULL)
    g_error ("no rule %s in rules.csv", id);
  finding->rule = g_strdup (id);
  finding->severity = rule->severity;
  finding->kind = record->kind;
  finding->uid = g_strdup (record->uid);
  finding->member = member;
  finding->field = field;
  finding->message = expand (rule->message, values);
  finding->message[0] = g_ascii_toupper (finding->message[0]); /* {name} may be "penduduk ini" */
  finding->remedy = expand (rule->remedy, values);
  finding->other_uid = g_strdup (g_hash_table_lookup (values, "other_uid"));
  finding->suggestion = g_strdup (g_hash_table_lookup (values, "suggestion"));
  g_ptr_array_add (findings, finding);
}

void
pamong_findings_add (GPtrArray *findings, const char *rule, const PamongRecord *record, int member, int field, ...)
{
  va_list args;

  va_start (args, field);
  pamong_findings_add_valist (findings, rule, record, member, field, args);
  va_end (args);
}
