/* SPDX-License-Identifier: GPL-3.0-or-later */
/* backup create, verify, restore, list. */
#include "tools/cli.h"
#include "exchange/backup.h"
#include <glib/gi18n.h>

static char *
format_time (gint64 t)
{
  g_autoptr (GDateTime) when = g_date_time_new_from_unix_local (t);

  return t > 0 && when != NULL ? g_date_time_format (when, "%d-%m-%Y %H.%M") : g_strdup ("-");
}

static char *
ask_passphrase (GError **error)
{
  g_autofree char *passphrase = pamong_cli_secret ("PAMONG_PASSPHRASE_FILE", _("Passphrase of the backup: "));

  if (passphrase != NULL && *passphrase != '\0')
    return g_steal_pointer (&passphrase);
  g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _("The passphrase is missing. Type it, or name a file that holds it: PAMONG_PASSPHRASE_FILE."));
  return NULL;
}

/* A passphrase that was given counts; without one the key that the office keeps; else it is asked. */
static PamongBackupKey *
find_key (PamongStore *store, GError **error)
{
  PamongBackupKey *key = g_getenv ("PAMONG_PASSPHRASE_FILE") == NULL ? pamong_backup_key_kept (store) : NULL;
  g_autofree char *passphrase = key == NULL ? ask_passphrase (error) : NULL;

  if (key != NULL || passphrase == NULL || !pamong_backup_passphrase_is_good (passphrase, error))
    return key;
  return pamong_backup_key_new (passphrase);
}

static void
put_facts (JsonBuilder *b, const PamongBackup *backup)
{
  pamong_cli_put_text (b, "area", backup->area);
  pamong_cli_put_text (b, "level", pamong_level_name (backup->level));
  pamong_cli_put_int (b, "made", backup->made);
  pamong_cli_put_text (b, "computer", backup->computer);
  pamong_cli_put_int (b, "residents", backup->residents);
  pamong_cli_put_int (b, "families", backup->families);
  pamong_cli_put_int (b, "waiting", backup->waiting);
  pamong_cli_put_int (b, "size", backup->size);
}

static int
print_facts (PamongCli *cli, const char *path, const PamongBackup *backup)
{
  JsonBuilder *b = json_builder_new ();

  json_builder_begin_object (b);
  pamong_cli_put_text (b, "file", path);
  put_facts (b, backup);
  json_builder_end_object (b);
  return pamong_cli_print (cli, b);
}

static int
create (PamongCli *cli)
{
  const char *dir = pamong_cli_arg (cli, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongStore) store = NULL;
  g_autoptr (PamongBackupKey) key = NULL;
  g_autoptr (PamongBackup) backup = NULL;
  g_autofree char *name = NULL, *path = NULL;

  if (dir == NULL)
    return pamong_cli_usage (cli, "backup create DIR");
  if ((store = pamong_cli_open (cli, FALSE, &error)) == NULL || (key = find_key (store, &error)) == NULL)
    return pamong_cli_fail (cli, error);
  name = pamong_backup_name (store, FALSE);
  path = g_build_filename (dir, name, NULL);
  if (!pamong_backup_create (store, path, key, NULL, NULL, NULL, &backup, &error))
    return pamong_cli_fail (cli, error);
  return print_facts (cli, path, backup);
}

static int
verify (PamongCli *cli)
{
  const char *path = pamong_cli_arg (cli, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongBackup) backup = NULL;
  g_autofree char *passphrase = NULL;

  if (path == NULL)
    return pamong_cli_usage (cli, "backup verify FILE");
  if ((backup = pamong_backup_look (path, &error)) == NULL || (passphrase = ask_passphrase (&error)) == NULL)
    return pamong_cli_fail (cli, error);
  g_clear_pointer (&backup, pamong_backup_free);
  if ((backup = pamong_backup_verify (path, passphrase, g_get_tmp_dir (), NULL, NULL, NULL, &error)) == NULL)
    return pamong_cli_fail (cli, error);
  return print_facts (cli, path, backup);
}

static void
say_what (const PamongBackup *backup, const PamongFileFacts *present)
{
  g_autofree char *made = format_time (backup->made), *last = present != NULL ? format_time (present->last) : NULL;

  g_printerr (_("From the backup: %s, made %s by the computer %s, %d residents, %d changes not sent.\n"), backup->area, made, backup->computer, (int) backup->residents, (int) backup->waiting);
  if (present != NULL)
    g_printerr (_("It replaces: %s, last entry %s, %d residents, %d changes not sent.\n"), present->area, last, (int) present->residents, (int) present->waiting);
}

static void
put_present (JsonBuilder *b, const PamongFileFacts *present, const char *kept)
{
  json_builder_set_member_name (b, "replaced");
  if (present == NULL && kept == NULL)
    {
      json_builder_add_null_value (b);
      return;
    }
  json_builder_begin_object (b);
  pamong_cli_put_text (b, "kept", kept);
  if (present != NULL)
    {
      pamong_cli_put_text (b, "area", present->area);
      pamong_cli_put_int (b, "last", present->last);
      pamong_cli_put_int (b, "residents", present->residents);
      pamong_cli_put_int (b, "families", present->families);
      pamong_cli_put_int (b, "waiting", present->waiting);
    }
  json_builder_end_object (b);
}

static int
print_restored (PamongCli *cli, const char *path, const PamongBackup *backup, PamongRestore *restore, const char *kept)
{
  JsonBuilder *b = json_builder_new ();

  if (kept != NULL)
    g_printerr (_("The data that was here is kept as %s.\n"), kept);
  json_builder_begin_object (b);
  pamong_cli_put_text (b, "file", path);
  put_facts (b, backup);
  put_present (b, pamong_restore_present (restore), kept);
  json_builder_end_object (b);
  return pamong_cli_print (cli, b);
}

static int
restore_file (PamongCli *cli)
{
  const char *path = pamong_cli_arg (cli, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongBackup) look = path != NULL ? pamong_backup_look (path, &error) : NULL;
  g_autoptr (PamongBackup) backup = NULL;
  g_autoptr (PamongRestore) restore = NULL;
  g_autofree char *passphrase = NULL, *kept = NULL;

  if (path == NULL)
    return pamong_cli_usage (cli, "backup restore FILE [--look]");
  if (look == NULL || (restore = pamong_restore_begin (cli->dir, &error)) == NULL || (passphrase = ask_passphrase (&error)) == NULL)
    return pamong_cli_fail (cli, error);
  g_clear_pointer (&look, pamong_backup_free);
  if ((look = pamong_backup_open (path, passphrase, &error)) == NULL)
    return pamong_cli_fail (cli, error);
  say_what (look, pamong_restore_present (restore));
  if (pamong_cli_has (cli, "look"))
    return print_restored (cli, path, look, restore, NULL);
  if ((backup = pamong_backup_unpack (path, passphrase, pamong_restore_path (restore), NULL, NULL, NULL, &error)) == NULL || !pamong_restore_commit (restore, &kept, &error))
    return pamong_cli_fail (cli, error);
  return print_restored (cli, path, backup, restore, kept);
}

const PamongCommand pamong_commands_backup[] = {
  { "backup create", "DIR", NULL, create },
  { "backup verify", "FILE", NULL, verify },
  { "backup restore", "FILE [--look]", "look", restore_file },
  { NULL, NULL, NULL, NULL }
};
