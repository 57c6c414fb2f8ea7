/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tools/cli.h"
#include "domain/dates.h"
#include "domain/error.h"
#include "store/desk_rows.h"
#include <gio/gio.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

static char *
read_password_file (const char *path)
{
  g_autofree char *text = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return NULL;
  text[strcspn (text, "\r\n")] = '\0';
  return g_steal_pointer (&text);
}

/* The terminal's echo is switched by stty where there is one; elsewhere the password shows while it is typed. */
static void
set_echo (gboolean on)
{
#ifdef G_OS_UNIX
  g_autoptr (GSubprocess) stty = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_INHERIT | G_SUBPROCESS_FLAGS_STDERR_SILENCE, NULL, "stty", on ? "echo" : "-echo", NULL);
  if (stty != NULL)
    g_subprocess_wait (stty, NULL, NULL);
#endif
}

/* Who is meant: --operator, or the only account with a password on this computer. */
static char *
find_operator (PamongCli *cli, PamongStore *store, GError **error)
{
  g_autoptr (GPtrArray) accounts = NULL;
  const PamongRecord *only = NULL;
  guint n = 0;

  if (cli->operator_name != NULL)
    return g_strdup (cli->operator_name);
  accounts = pamong_store_all (store, PAMONG_KIND_ACCOUNT, error);
  if (accounts == NULL)
    return NULL;
  for (guint i = 0; i < accounts->len; i++)
    if (pamong_secret_get (store, ((PamongRecord *) accounts->pdata[i])->uid, NULL, NULL))
      {
        only = accounts->pdata[i];
        n++;
      }
  if (n == 1)
    return g_strdup (only->uid);
  g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_DENIED, _("Several people work on this computer. Name one with --operator."));
  return NULL;
}

static gboolean
ask (PamongCli *cli, PamongStore *store, char **name, char **password, GError **error)
{
  *name = find_operator (cli, store, error);
  if (*name == NULL)
    return FALSE;
  *password = pamong_cli_password (_("Password: "));
  if (*password == NULL)
    g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _("The password file cannot be read."));
  return *password != NULL;
}

static gboolean
check_password (PamongCli *cli, PamongStore *store, GError **error)
{
  g_autofree char *name = NULL;
  g_autofree char *password = NULL;
  g_autoptr (PamongRecord) account = ask (cli, store, &name, &password, error) ? pamong_office_check_password (store, name, password, error) : NULL;

  return account != NULL;
}

static gboolean
sign_in (PamongCli *cli, PamongOffice *office, GError **error)
{
  g_autofree char *name = NULL;
  g_autofree char *password = NULL;

  return ask (cli, pamong_office_store (office), &name, &password, error) && pamong_office_sign_in (office, name, password, error);
}

/* --accept RULE=REASON, as often as needed. */
static gboolean
take_accepts (PamongCli *cli, PamongOffice *office, GError **error)
{
  GPtrArray *given = pamong_cli_flags (cli, "accept");
  g_autofree PamongAccept *accepts = NULL;
  g_autoptr (GPtrArray) rules = g_ptr_array_new_with_free_func (g_free);

  if (given == NULL)
    return TRUE;
  accepts = g_new0 (PamongAccept, given->len);
  for (guint i = 0; i < given->len; i++)
    {
      const char *equals = strchr (given->pdata[i], '=');
      if (equals == NULL || equals[1] == '\0')
        {
          g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _("--accept needs RULE=REASON, and the reason may not be empty."));
          return FALSE;
        }
      accepts[i].rule = g_strndup (given->pdata[i], equals - (char *) given->pdata[i]);
      accepts[i].reason = equals + 1;
      g_ptr_array_add (rules, (char *) accepts[i].rule);
    }
  pamong_office_accept (office, accepts, given->len);
  return TRUE;
}

static void
print_finding (const PamongFinding *finding)
{
  g_printerr ("%s  %s\n    %s\n", finding->severity == PAMONG_SEVERITY_WARN ? "·" : "!", finding->message, finding->remedy != NULL ? finding->remedy : "");
  if (finding->severity == PAMONG_SEVERITY_OVERRIDE)
    g_printerr ("    --accept %s=…\n", finding->rule);
}

const char *
pamong_cli_flag (PamongCli *cli, const char *name)
{
  GPtrArray *values = g_hash_table_lookup (cli->flags, name);
  return values != NULL ? values->pdata[values->len - 1] : NULL;
}

gboolean
pamong_cli_has (PamongCli *cli, const char *name)
{
  return g_hash_table_contains (cli->flags, name);
}

GPtrArray *
pamong_cli_flags (PamongCli *cli, const char *name)
{
  return g_hash_table_lookup (cli->flags, name);
}

const char *
pamong_cli_arg (PamongCli *cli, guint index)
{
  return index < cli->args->len ? cli->args->pdata[index] : NULL;
}

gboolean
pamong_cli_number (PamongCli *cli, const char *name, gint64 *value)
{
  const char *text = pamong_cli_flag (cli, name);

  if (text == NULL || g_ascii_string_to_signed (text, 10, 0, G_MAXUINT32, value, NULL))
    return TRUE;
  g_printerr (_("pamongctl: --%s needs a whole number."), name);
  g_printerr ("\n");
  return FALSE;
}

gboolean
pamong_cli_date (PamongCli *cli, const char *name, char **date, GError **error)
{
  const char *text = pamong_cli_flag (cli, name);

  *date = text != NULL ? pamong_date_parse (text) : NULL;
  if (text == NULL || *date != NULL)
    return TRUE;
  g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _("This date does not exist. Write day, month and year, for example 17-08-2025."));
  return FALSE;
}

int
pamong_cli_usage (PamongCli *cli, const char *words)
{
  g_printerr ("pamongctl: %s\n", words);
  return PAMONG_EXIT_USAGE;
}

char *
pamong_cli_password (const char *prompt)
{
  return pamong_cli_secret ("PAMONG_PASSWORD_FILE", prompt);
}

char *
pamong_cli_secret (const char *variable, const char *prompt)
{
  const char *path = g_getenv (variable);
  char line[256];

  if (path != NULL)
    return read_password_file (path);
  g_printerr ("%s", prompt);
  set_echo (FALSE);
  if (fgets (line, sizeof line, stdin) == NULL)
    line[0] = '\0';
  set_echo (TRUE);
  g_printerr ("\n");
  line[strcspn (line, "\r\n")] = '\0';
  return g_strdup (line);
}

PamongStore *
pamong_cli_open (PamongCli *cli, gboolean signed_in, GError **error)
{
  g_autoptr (PamongStore) store = pamong_store_open (cli->dir, PAMONG_STORE_READ, error);

  if (store == NULL || (signed_in && !check_password (cli, store, error)))
    return NULL;
  return g_steal_pointer (&store);
}

PamongOffice *
pamong_cli_office (PamongCli *cli, gboolean signed_in, GError **error)
{
  g_autoptr (PamongOffice) office = pamong_office_open (cli->dir, error);

  if (office == NULL || (signed_in && !sign_in (cli, office, error)) || !take_accepts (cli, office, error))
    return NULL;
  return g_steal_pointer (&office);
}

PamongRecord *
pamong_cli_find_resident (PamongStore *store, const char *id, GError **error)
{
  PamongRecord *resident = pamong_store_resident (store, id, error);

  if (resident == NULL && (error == NULL || *error == NULL))
    g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_NOT_FOUND, _("No resident with this NIK or uid on this computer."));
  return resident;
}

PamongRecord *
pamong_cli_find_family (PamongStore *store, const char *id, GError **error)
{
  PamongRecord *family = pamong_store_family (store, id, error);

  if (family == NULL && (error == NULL || *error == NULL))
    g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_NOT_FOUND, _("No family with this No. KK or uid on this computer."));
  return family;
}

int
pamong_cli_fail (PamongCli *cli, const GError *error)
{
  g_printerr ("pamongctl: %s\n", error != NULL ? error->message : _("It could not be done."));
  if (error == NULL || error->domain != PAMONG_ERROR)
    return PAMONG_EXIT_REFUSED;
  switch ((PamongError) error->code)
    {
    case PAMONG_ERROR_OFFLINE:
      return PAMONG_EXIT_OFFLINE;
    case PAMONG_ERROR_BUSY:
    case PAMONG_ERROR_DAMAGED:
    case PAMONG_ERROR_OUTDATED:
    case PAMONG_ERROR_FULL:
      return PAMONG_EXIT_STORE;
    case PAMONG_ERROR_DENIED:
      return PAMONG_EXIT_NOT_ALLOWED;
    case PAMONG_ERROR_INVALID:
    case PAMONG_ERROR_NOT_FOUND:
    case PAMONG_ERROR_CONFLICT:
    case PAMONG_ERROR_FAILED:
    default:
      return PAMONG_EXIT_REFUSED;
    }
}

int
pamong_cli_refused (PamongCli *cli, GPtrArray *findings, const GError *error)
{
  JsonBuilder *b;

  if (findings == NULL || findings->len == 0)
    return pamong_cli_fail (cli, error);
  for (guint i = 0; i < findings->len; i++)
    print_finding (findings->pdata[i]);
  if (cli->json)
    {
      b = json_builder_new ();
      json_builder_begin_object (b);
      pamong_cli_put_findings (b, findings);
      json_builder_end_object (b);
      pamong_cli_print (cli, b);
    }
  return PAMONG_EXIT_REFUSED;
}

static gboolean
shorten_cb (const GMatchInfo *match, GString *text, gpointer data)
{
  g_autofree char *found = g_match_info_fetch (match, 0);
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (text, *found == '"' ? found : g_ascii_formatd (number, sizeof number, "%.15g", g_ascii_strtod (found, NULL)));
  return FALSE;
}

/* json-glib writes 46.8 as 46.799999999999997; what stands in quotes stays. */
static char *
shorten_numbers (const char *json)
{
  g_autoptr (GRegex) regex = g_regex_new ("\"(?:[^\"\\\\]++|\\\\.)*+\"|-?[0-9]+\\.[0-9]{15,}", G_REGEX_OPTIMIZE, 0, NULL);

  return g_regex_replace_eval (regex, json, -1, 0, 0, shorten_cb, NULL, NULL);
}

int
pamong_cli_print (PamongCli *cli, JsonBuilder *builder)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *written = NULL, *text = NULL;

  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, !cli->json);
  written = json_generator_to_data (generator, NULL);
  text = shorten_numbers (written);
  g_print ("%s\n", text);
  g_object_unref (builder);
  return PAMONG_EXIT_DONE;
}

JsonBuilder *
pamong_cli_list (guint total)
{
  JsonBuilder *builder = json_builder_new ();

  json_builder_begin_object (builder);
  pamong_cli_put_int (builder, "total", total);
  json_builder_set_member_name (builder, "items");
  json_builder_begin_array (builder);
  return builder;
}

int
pamong_cli_print_list (PamongCli *cli, JsonBuilder *builder)
{
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return pamong_cli_print (cli, builder);
}

gboolean
pamong_cli_take_fields (PamongCli *cli, PamongRecord *record, GError **error)
{
  GPtrArray *given = pamong_cli_flags (cli, "f");

  for (guint i = 0; given != NULL && i < given->len; i++)
    {
      g_auto (GStrv) pair = g_strsplit (given->pdata[i], "=", 2);
      const PamongField *field = g_strv_length (pair) == 2 ? pamong_field_find (record->kind, pair[0]) : NULL;

      if (field == NULL)
        {
          g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _("-f %s: no such field."), (char *) given->pdata[i]);
          return FALSE;
        }
      if (!pamong_record_parse (record, field->index, pair[1], error))
        return FALSE;
    }
  return TRUE;
}

int
pamong_cli_print_record (PamongCli *cli, const PamongRecord *record)
{
  JsonBuilder *b = json_builder_new ();

  pamong_cli_put_record (b, record);
  return pamong_cli_print (cli, b);
}
