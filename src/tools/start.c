/* SPDX-License-Identifier: GPL-3.0-or-later */
/* init, enrol, account add, check. */
#include "tools/cli.h"
#include "domain/codes.h"
#include "store/residents.h"
#include "sync/sync.h"
#include <glib/gi18n.h>
#include <string.h>

static PamongDuty
read_duty (PamongCli *cli, PamongLevel level)
{
  const char *text = pamong_cli_flag (cli, "duty");
  if (text == NULL)
    return level == PAMONG_LEVEL_VILLAGE ? PAMONG_DUTY_OPERATOR : PAMONG_DUTY_SERVICE;
  return pamong_codes_parse ("tugas", text);
}

static int
print_account (PamongCli *cli, const char *uid, const char *recovery)
{
  JsonBuilder *b = json_builder_new ();

  json_builder_begin_object (b);
  pamong_cli_put_text (b, "account", uid);
  pamong_cli_put_text (b, "recovery_code", recovery);
  json_builder_end_object (b);
  g_printerr ("%s\n", _("Write the recovery code down and keep it in the office's safe: it sets a new password."));
  return pamong_cli_print (cli, b);
}

static int
init (PamongCli *cli)
{
  const char *level_name = pamong_cli_flag (cli, "level");
  const char *area = pamong_cli_flag (cli, "area");
  const char *name = cli->operator_name;
  PamongLevel level = level_name != NULL ? pamong_level_from_name (level_name) : 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongOffice) office = NULL;
  g_autofree char *password = NULL;
  g_autofree char *recovery = NULL;

  if (level == 0 || area == NULL || name == NULL)
    return pamong_cli_usage (cli, "init --level village|district|regency --area CODE --operator NAME [--duty D]");
  if (read_duty (cli, level) == 0)
    return pamong_cli_usage (cli, "--duty: 1-6, data/codes/tugas.csv");
  password = pamong_cli_password (_("Password (at least 8 letters): "));
  office = pamong_office_init (cli->dir, level, area, name, read_duty (cli, level), password != NULL ? password : "", &recovery, &error);
  if (office == NULL)
    return pamong_cli_fail (cli, error);
  return print_account (cli, pamong_office_account (office)->uid, recovery);
}

static int
add_account (PamongCli *cli)
{
  const char *name = pamong_cli_arg (cli, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongOffice) office = NULL;
  g_autofree char *password = NULL;
  g_autofree char *uid = NULL;
  g_autofree char *recovery = NULL;

  if (name == NULL || pamong_cli_flag (cli, "password-file") == NULL)
    return pamong_cli_usage (cli, "account add NAME --password-file FILE [--duty D]");
  office = pamong_cli_office (cli, TRUE, &error);
  if (office == NULL)
    return pamong_cli_fail (cli, error);
  if (!g_file_get_contents (pamong_cli_flag (cli, "password-file"), &password, NULL, NULL))
    return pamong_cli_usage (cli, _("The password file cannot be read."));
  password[strcspn (password, "\r\n")] = '\0';
  if (!pamong_office_add_account (office, name, read_duty (cli, pamong_store_level (pamong_office_store (office))), password, &uid, &recovery, &error))
    return pamong_cli_fail (cli, error);
  return print_account (cli, uid, recovery);
}

static int
enrol (PamongCli *cli)
{
  const char *server = pamong_cli_flag (cli, "server");
  const char *code = pamong_cli_flag (cli, "code");
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongOffice) office = NULL;
  g_autoptr (PamongDevice) device = NULL;
  JsonBuilder *b;

  if (server == NULL || code == NULL)
    return pamong_cli_usage (cli, "enrol --server URL --code CODE");
  office = pamong_cli_office (cli, FALSE, &error);
  if (office == NULL || !pamong_sync_enrol (office, server, code, &error))
    return pamong_cli_fail (cli, error);
  device = pamong_device_get (pamong_office_store (office), &error);
  b = json_builder_new ();
  json_builder_begin_object (b);
  pamong_cli_put_text (b, "device", device != NULL ? device->id : NULL);
  pamong_cli_put_text (b, "server_id", device != NULL ? device->server_id : NULL);
  json_builder_end_object (b);
  return pamong_cli_print (cli, b);
}

static int
check (PamongCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongStore) store = pamong_cli_open (cli, FALSE, &error);
  g_autoptr (GPtrArray) problems = NULL;
  PamongCounts counts = { 0 };
  JsonBuilder *b;

  if (store == NULL)
    return pamong_cli_fail (cli, error);
  if (!pamong_store_check (store, &problems, &error) || !pamong_residents_counts (store, NULL, &counts, &error))
    return pamong_cli_fail (cli, error);
  b = json_builder_new ();
  json_builder_begin_object (b);
  json_builder_set_member_name (b, "ok");
  json_builder_add_boolean_value (b, problems == NULL || problems->len == 0);
  pamong_cli_put_int (b, "residents", counts.residents);
  pamong_cli_put_int (b, "families", counts.families);
  json_builder_set_member_name (b, "problems");
  json_builder_begin_array (b);
  for (guint i = 0; problems != NULL && i < problems->len; i++)
    json_builder_add_string_value (b, problems->pdata[i]);
  json_builder_end_array (b);
  json_builder_end_object (b);
  pamong_cli_print (cli, b);
  return problems != NULL && problems->len > 0 ? PAMONG_EXIT_STORE : PAMONG_EXIT_DONE;
}

const PamongCommand pamong_commands_start[] = {
  { "init", "--level village|district|regency --area CODE --operator NAME [--duty D]", NULL, init },
  { "enrol", "--server URL --code CODE", NULL, enrol },
  { "account add", "NAME --password-file FILE [--duty D]", NULL, add_account },
  { "check", "", NULL, check },
  { NULL, NULL, NULL, NULL }
};
