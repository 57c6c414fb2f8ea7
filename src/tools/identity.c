/* SPDX-License-Identifier: GPL-3.0-or-later */
/* identity show / set; official list / add / end. */
#include "tools/cli.h"
#include "domain/clock.h"
#include "office/identity.h"
#include "office/officials.h"
#include <glib/gi18n.h>

static int
show_identity (PamongCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongStore) store = pamong_cli_open (cli, TRUE, &error);
  g_autoptr (PamongRecord) identity = store != NULL ? pamong_identity (store, &error) : NULL;

  return identity != NULL ? pamong_cli_print_record (cli, identity) : pamong_cli_fail (cli, error);
}

static int
set_identity (PamongCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongOffice) office = NULL;
  g_autoptr (PamongRecord) identity = NULL;

  if (pamong_cli_flags (cli, "f") == NULL)
    return pamong_cli_usage (cli, "identity set -f FIELD=VALUE …");
  office = pamong_cli_office (cli, TRUE, &error);
  identity = office != NULL ? pamong_identity (pamong_office_store (office), &error) : NULL;
  if (identity == NULL || !pamong_cli_take_fields (cli, identity, &error) || !pamong_office_save_identity (office, NULL, identity, &error))
    return pamong_cli_fail (cli, error);
  return pamong_cli_print_record (cli, identity);
}

static int
list_officials (PamongCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *on = NULL, *today = pamong_clock_today ();
  g_autoptr (PamongStore) store = NULL;
  g_autoptr (GPtrArray) officials = NULL;
  JsonBuilder *b;

  if (!pamong_cli_date (cli, "on", &on, &error))
    return pamong_cli_fail (cli, error);
  store = pamong_cli_open (cli, TRUE, &error);
  officials = store != NULL ? pamong_officials (store, pamong_cli_has (cli, "all") ? NULL : on != NULL ? on : today, &error) : NULL;
  if (officials == NULL)
    return pamong_cli_fail (cli, error);
  b = pamong_cli_list (officials->len);
  for (guint i = 0; i < officials->len; i++)
    pamong_cli_put_record (b, officials->pdata[i]);
  return pamong_cli_print_list (cli, b);
}

static int
add_official (PamongCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongOffice) office = NULL;
  g_autoptr (PamongRecord) official = NULL, rival = NULL;
  g_autofree char *words = NULL;

  if (pamong_cli_flags (cli, "f") == NULL)
    return pamong_cli_usage (cli, "official add -f FIELD=VALUE … [--replace]");
  office = pamong_cli_office (cli, TRUE, &error);
  if (office == NULL)
    return pamong_cli_fail (cli, error);
  official = pamong_record_new (PAMONG_KIND_OFFICIAL, pamong_store_area (pamong_office_store (office)));
  if (!pamong_cli_take_fields (cli, official, &error))
    return pamong_cli_fail (cli, error);
  if (pamong_cli_has (cli, "replace") ? pamong_office_replace_official (office, NULL, official, &error) : pamong_office_save_official (office, NULL, official, &error))
    return pamong_cli_print_record (cli, official);
  rival = g_error_matches (error, PAMONG_ERROR, PAMONG_ERROR_CONFLICT) ? pamong_official_rival (pamong_office_store (office), official) : NULL;
  words = rival != NULL ? pamong_official_rival_words (pamong_office_store (office), rival) : NULL;
  if (words != NULL)
    g_printerr ("%s\n", words);
  return pamong_cli_fail (cli, error);
}

static int
end_official (PamongCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongOffice) office = NULL;
  g_autoptr (PamongRecord) official = NULL;
  g_autofree char *date = NULL;

  if (pamong_cli_arg (cli, 0) == NULL || pamong_cli_flag (cli, "date") == NULL)
    return pamong_cli_usage (cli, "official end UID --date DATE");
  if (!pamong_cli_date (cli, "date", &date, &error) || (office = pamong_cli_office (cli, TRUE, &error)) == NULL
      || !pamong_office_end_official (office, pamong_cli_arg (cli, 0), date, &error))
    return pamong_cli_fail (cli, error);
  official = pamong_store_get (pamong_office_store (office), PAMONG_KIND_OFFICIAL, pamong_cli_arg (cli, 0), &error);
  return official != NULL ? pamong_cli_print_record (cli, official) : pamong_cli_fail (cli, error);
}

const PamongCommand pamong_commands_identity[] = {
  { "identity show", "", NULL, show_identity },
  { "identity set", "-f FIELD=VALUE …", NULL, set_identity },
  { "official list", "[--on DATE] [--all]", "all", list_officials },
  { "official add", "-f FIELD=VALUE … [--replace]", "replace", add_official },
  { "official end", "UID --date DATE", NULL, end_official },
  { NULL, NULL, NULL, NULL }
};
