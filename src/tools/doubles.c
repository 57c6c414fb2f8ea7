/* SPDX-License-Identifier: GPL-3.0-or-later */
/* doubles list / not. */
#include "office/doubles.h"
#include "domain/codes.h"
#include "tools/cli.h"
#include <glib/gi18n.h>

static void
add_side (JsonBuilder *b, const char *key, const PamongDoubleSide *side)
{
  json_builder_set_member_name (b, key);
  json_builder_begin_object (b);
  pamong_cli_put_text (b, "uid", side->uid);
  pamong_cli_put_text (b, "area", side->area);
  pamong_cli_put_text (b, "name", side->name);
  pamong_cli_put_text (b, "dusun", side->dusun);
  pamong_cli_put_text (b, "rt", side->rt);
  pamong_cli_put_text (b, "birth_date", side->born);
  json_builder_set_member_name (b, "has_nik");
  json_builder_add_boolean_value (b, side->has_nik);
  json_builder_end_object (b);
}

static void
add_pair (JsonBuilder *b, const PamongDouble *pair)
{
  g_autofree char *words = pamong_double_words (pair->reasons);

  json_builder_begin_object (b);
  pamong_cli_put_text (b, "rank", pamong_double_rank_name (pair->rank));
  pamong_cli_put_text (b, "words", words);
  json_builder_set_member_name (b, "reasons");
  json_builder_begin_array (b);
  for (guint bit = 0; bit < PAMONG_N_DOUBLE_REASONS; bit++)
    if ((pair->reasons & (1u << bit)) != 0)
      json_builder_add_string_value (b, pamong_double_reason_id (bit));
  json_builder_end_array (b);
  add_side (b, "one", &pair->one);
  add_side (b, "other", &pair->other);
  json_builder_end_object (b);
}

static gboolean
is_of (const PamongDouble *pair, const char *village)
{
  return village == NULL || g_strcmp0 (pair->one.area, village) == 0 || g_strcmp0 (pair->other.area, village) == 0;
}

static int
list (PamongCli *cli)
{
  const char *village = pamong_cli_flag (cli, "village");
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongStore) store = NULL;
  g_autoptr (GPtrArray) pairs = NULL;
  JsonBuilder *b;
  guint n = 0;

  if (cli->args->len > 0 || (village != NULL && pamong_regions_find (village) == NULL))
    return pamong_cli_usage (cli, "doubles list [--village CODE]");
  store = pamong_cli_open (cli, TRUE, &error);
  pairs = store != NULL ? pamong_doubles_find (store, NULL, &error) : NULL;
  if (pairs == NULL)
    return pamong_cli_fail (cli, error);
  for (guint i = 0; i < pairs->len; i++)
    n += is_of (pairs->pdata[i], village);
  b = json_builder_new ();
  json_builder_begin_object (b);
  pamong_cli_put_int (b, "total", n);
  json_builder_set_member_name (b, "items");
  json_builder_begin_array (b);
  for (guint i = 0; i < pairs->len; i++)
    if (is_of (pairs->pdata[i], village))
      add_pair (b, pairs->pdata[i]);
  json_builder_end_array (b);
  json_builder_end_object (b);
  return pamong_cli_print (cli, b);
}

static int
say_not (PamongCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongOffice) office = NULL;
  g_autoptr (PamongRecord) one = NULL, other = NULL;
  PamongStore *store;
  JsonBuilder *b;

  if (cli->args->len != 2 || pamong_cli_flag (cli, "reason") == NULL)
    return pamong_cli_usage (cli, "doubles not UID|NIK UID|NIK --reason TEXT");
  office = pamong_cli_office (cli, TRUE, &error);
  store = office != NULL ? pamong_office_store (office) : NULL;
  if (office == NULL || (one = pamong_cli_find_resident (store, pamong_cli_arg (cli, 0), &error)) == NULL
      || (other = pamong_cli_find_resident (store, pamong_cli_arg (cli, 1), &error)) == NULL
      || !pamong_office_not_double (office, one->uid, other->uid, pamong_cli_flag (cli, "reason"), &error))
    return pamong_cli_fail (cli, error);
  b = json_builder_new ();
  json_builder_begin_object (b);
  pamong_cli_put_text (b, "one", one->uid);
  pamong_cli_put_text (b, "other", other->uid);
  json_builder_end_object (b);
  return pamong_cli_print (cli, b);
}

const PamongCommand pamong_commands_doubles[] = {
  { "doubles list", "[--village CODE]", NULL, list },
  { "doubles not", "UID|NIK UID|NIK --reason TEXT", NULL, say_not },
  { NULL, NULL, NULL, NULL }
};
