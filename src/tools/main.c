/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tools/cli.h"
#include "domain/language.h"
#include "domain/uid.h"
#include "wire/crypto.h"
#include <glib/gi18n.h>
#include <string.h>

static const PamongCommand *const TABLES[] = {
  pamong_commands_start,
  pamong_commands_resident,
  pamong_commands_family,
  pamong_commands_life,
  pamong_commands_doubles,
  pamong_commands_merge,
  pamong_commands_line,
  pamong_commands_identity,
  pamong_commands_letter,
  pamong_commands_letter_settings,
  pamong_commands_export,
  pamong_commands_practice,
  pamong_commands_report,
  pamong_commands_backup,
  pamong_commands_import,
  pamong_commands_inject,
  NULL
};

static void
print_usage (void)
{
  g_printerr ("pamongctl [--data DIR] [--operator NAME] [--json] COMMAND …\n\n");
  for (int t = 0; TABLES[t] != NULL; t++)
    for (const PamongCommand *c = TABLES[t]; c->words != NULL; c++)
      g_printerr ("  %s %s\n", c->words, c->usage);
}

static void
free_values (gpointer values)
{
  g_ptr_array_unref (values);
}

static void
add_flag (PamongCli *cli, const char *name, const char *value)
{
  GPtrArray *values = g_hash_table_lookup (cli->flags, name);
  if (values == NULL)
    {
      values = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (cli->flags, g_strdup (name), values);
    }
  g_ptr_array_add (values, g_strdup (value));
}

/* A command is one or two words; the longest match wins. */
static const PamongCommand *
find_command (char **words, guint *used)
{
  g_autofree char *two = words[0] != NULL && words[1] != NULL ? g_strconcat (words[0], " ", words[1], NULL) : NULL;

  for (guint n = 2; n > 0; n--)
    for (int t = 0; TABLES[t] != NULL; t++)
      for (const PamongCommand *c = TABLES[t]; c->words != NULL; c++)
        if (g_strcmp0 (c->words, n == 2 ? two : words[0]) == 0)
          {
            *used = n;
            return c;
          }
  return NULL;
}

static gboolean
is_switch (const PamongCommand *command, const char *name)
{
  g_auto (GStrv) switches = g_strsplit (command->switches != NULL ? command->switches : "", " ", -1);
  return g_strv_contains ((const char *const *) switches, name);
}

/* The usage says which flags there are: a mistyped one must not pass for one that was given. */
static gboolean
is_known (const PamongCommand *command, const char *flag)
{
  g_auto (GStrv) known = g_strsplit_set (command->usage, " []", -1);
  return g_strv_contains ((const char *const *) known, flag);
}

/* The flags of every command may also stand behind it. */
static gboolean
take_common (PamongCli *cli, const char *flag, const char *value)
{
  char **place = g_str_equal (flag, "--data") ? &cli->dir : g_str_equal (flag, "--operator") ? &cli->operator_name : NULL;

  if (place == NULL)
    return FALSE;
  g_free (*place);
  *place = g_strdup (value);
  return TRUE;
}

/* A flag's value is the next word, or follows "=". Returns: FALSE when the flag is not known or has no value. */
static gboolean
read_flag (PamongCli *cli, const PamongCommand *command, char **words, guint *at)
{
  g_autofree char *flag = g_strndup (words[*at], strcspn (words[*at], "="));
  const char *name = flag + strspn (flag, "-");
  const char *value = strchr (words[*at], '=');

  if (is_switch (command, name))
    {
      add_flag (cli, name, "");
      return TRUE;
    }
  value = value != NULL ? value + 1 : words[++*at];
  if (value == NULL)
    return FALSE;
  if (take_common (cli, flag, value))
    return TRUE;
  if (!is_known (command, flag))
    return FALSE;
  add_flag (cli, name, value);
  return TRUE;
}

static gboolean
read_words (PamongCli *cli, const PamongCommand *command, char **words)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *word = words[i];

      /* One uid in 64 begins with a dash. */
      if (word[0] != '-' || word[1] == '\0' || pamong_uid_is_valid (word))
        g_ptr_array_add (cli->args, g_strdup (word));
      else if (g_str_equal (word, "--json"))
        cli->json = TRUE;
      else if (!read_flag (cli, command, words, &i))
        {
          g_printerr (_("pamongctl: %s is no flag of this command, or has no value."), word);
          g_printerr ("\n");
          return FALSE;
        }
    }
  return TRUE;
}

static int
run (PamongCli *cli, char **words)
{
  guint used = 0;
  const PamongCommand *command = find_command (words, &used);

  if (command == NULL)
    {
      print_usage ();
      return PAMONG_EXIT_USAGE;
    }
  if (!read_words (cli, command, words + used))
    {
      g_printerr ("pamongctl %s %s\n", command->words, command->usage);
      return PAMONG_EXIT_USAGE;
    }
  return command->run (cli);
}

int
main (int argc, char **argv)
{
  PamongCli cli = { 0 };
  g_autoptr (GOptionContext) context = g_option_context_new ("COMMAND …");
  g_autoptr (GError) error = NULL;
  GOptionEntry entries[] = {
    { "data", 0, 0, G_OPTION_ARG_FILENAME, &cli.dir, N_("Folder of the data"), "DIR" },
    { "operator", 0, 0, G_OPTION_ARG_STRING, &cli.operator_name, N_("Name of the account"), "NAME" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &cli.json, N_("One JSON document, for scripts"), NULL },
    { NULL }
  };
  int status;

  pamong_language_use (pamong_language_folder ());
  pamong_crypto_init ();
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_strict_posix (context, TRUE);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      g_printerr ("%s\n", error->message);
      return PAMONG_EXIT_USAGE;
    }
  if (cli.dir == NULL)
    cli.dir = pamong_store_default_dir ();
  cli.args = g_ptr_array_new_with_free_func (g_free);
  cli.flags = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_values);
  status = run (&cli, argv + 1);
  g_hash_table_unref (cli.flags);
  g_ptr_array_unref (cli.args);
  g_free (cli.operator_name);
  g_free (cli.dir);
  return status;
}
