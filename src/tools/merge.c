/* SPDX-License-Identifier: GPL-3.0-or-later */
/* resident merge. */
#include "office/merge.h"
#include "tools/cli.h"
#include <glib/gi18n.h>

typedef struct {
  PamongOffice *office; /* NULL: only looked at */
  PamongStore *store;
  PamongRecord *kept, *gone;
  GArray *taken;
  GPtrArray *findings;
} Merge;

static void
clear_merge (Merge *merge)
{
  if (merge->office == NULL)
    g_clear_pointer (&merge->store, pamong_store_close);
  g_clear_pointer (&merge->office, pamong_office_close);
  g_clear_pointer (&merge->kept, pamong_record_free);
  g_clear_pointer (&merge->gone, pamong_record_free);
  g_clear_pointer (&merge->taken, g_array_unref);
  g_clear_pointer (&merge->findings, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Merge, clear_merge)

/* `--take FIELD`, again for each; `--take suggested` for what is filled in there and empty here. */
static gboolean
read_taken (PamongCli *cli, Merge *merge, GError **error)
{
  GPtrArray *given = pamong_cli_flags (cli, "take");

  merge->taken = g_array_new (FALSE, FALSE, sizeof (int));
  for (guint i = 0; given != NULL && i < given->len; i++)
    {
      const char *key = g_ptr_array_index (given, i);
      const PamongField *field = pamong_field_find (PAMONG_KIND_RESIDENT, key);

      if (g_str_equal (key, "suggested"))
        {
          g_autoptr (GArray) suggested = pamong_office_merge_takes (merge->kept, merge->gone);

          g_array_append_vals (merge->taken, suggested->data, suggested->len);
        }
      else if (field != NULL)
        g_array_append_val (merge->taken, field->index);
      else
        {
          g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _("--take %s: a resident has no such field."), key);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
begin (PamongCli *cli, Merge *merge, gboolean act, GError **error)
{
  if (act)
    merge->office = pamong_cli_office (cli, TRUE, error);
  merge->store = !act ? pamong_cli_open (cli, TRUE, error) : merge->office != NULL ? pamong_office_store (merge->office) : NULL;
  return merge->store != NULL && (merge->kept = pamong_cli_find_resident (merge->store, pamong_cli_arg (cli, 0), error)) != NULL
         && (merge->gone = pamong_cli_find_resident (merge->store, pamong_cli_arg (cli, 1), error)) != NULL && read_taken (cli, merge, error);
}

static void
put_texts (JsonBuilder *b, const char *key, char **texts)
{
  json_builder_set_member_name (b, key);
  json_builder_begin_array (b);
  for (guint i = 0; texts[i] != NULL; i++)
    json_builder_add_string_value (b, texts[i]);
  json_builder_end_array (b);
}

static void
put_taken (JsonBuilder *b, GArray *taken)
{
  json_builder_set_member_name (b, "taken");
  json_builder_begin_array (b);
  for (guint i = 0; i < taken->len; i++)
    json_builder_add_string_value (b, pamong_field_get (PAMONG_KIND_RESIDENT, g_array_index (taken, int, i))->key);
  json_builder_end_array (b);
}

/* What is better kept, and what it would do: nothing is written. */
static int
print_effect (PamongCli *cli, Merge *merge)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongMergeHint) hint = pamong_office_merge_suggest (merge->store, merge->kept->uid, merge->gone->uid, &error);
  g_auto (GStrv) effect = hint != NULL ? pamong_office_merge_effect (merge->store, merge->kept->uid, merge->gone->uid, (const int *) (gpointer) merge->taken->data,
                                                                      merge->taken->len, &error)
                                       : NULL;
  JsonBuilder *b;

  if (effect == NULL)
    return pamong_cli_fail (cli, error);
  b = json_builder_new ();
  json_builder_begin_object (b);
  pamong_cli_put_text (b, "kept", merge->kept->uid);
  pamong_cli_put_text (b, "gone", merge->gone->uid);
  put_taken (b, merge->taken);
  put_texts (b, "effect", effect);
  json_builder_set_member_name (b, "suggested");
  json_builder_begin_object (b);
  pamong_cli_put_text (b, "kept", hint->kept_uid);
  pamong_cli_put_text (b, "gone", hint->gone_uid);
  put_taken (b, hint->taken);
  json_builder_end_object (b);
  json_builder_end_object (b);
  return pamong_cli_print (cli, b);
}

static int
print_merged (PamongCli *cli, Merge *merge)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongRecord) kept = pamong_store_get (merge->store, PAMONG_KIND_RESIDENT, merge->kept->uid, &error);
  JsonBuilder *b;

  if (kept == NULL)
    return pamong_cli_fail (cli, error);
  b = json_builder_new ();
  json_builder_begin_object (b);
  json_builder_set_member_name (b, "kept");
  pamong_cli_put_resident (b, merge->store, kept, merge->findings);
  pamong_cli_put_text (b, "gone", merge->gone->uid);
  put_taken (b, merge->taken);
  json_builder_end_object (b);
  return pamong_cli_print (cli, b);
}

static int
merge_two (PamongCli *cli)
{
  gboolean look = pamong_cli_has (cli, "effect");
  g_auto (Merge) merge = { NULL };
  g_autoptr (GError) error = NULL;

  if (cli->args->len != 2 || (!look && pamong_cli_flag (cli, "reason") == NULL))
    return pamong_cli_usage (cli, "resident merge KEPT GONE [--take FIELD|suggested …] --reason TEXT | --effect");
  if (!begin (cli, &merge, !look, &error))
    return pamong_cli_fail (cli, error);
  if (look)
    return print_effect (cli, &merge);
  if (!pamong_office_merge (merge.office, merge.kept->uid, merge.gone->uid, (const int *) (gpointer) merge.taken->data, merge.taken->len, pamong_cli_flag (cli, "reason"),
                            &merge.findings, &error))
    return pamong_cli_refused (cli, merge.findings, error);
  return print_merged (cli, &merge);
}

const PamongCommand pamong_commands_merge[] = {
  { "resident merge", "KEPT GONE [--take FIELD|suggested …] --reason TEXT | --effect   (UID|NIK each)", "effect", merge_two },
  { NULL, NULL, NULL, NULL }
};
