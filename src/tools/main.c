/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tools/cli.h"
#include "domain/uid.h"
#include "wire/crypto.h"
#include <glib/gi18n.h>
#include <locale.h>
#include <string.h>

static const PamongCommand *const TABLES[] = {
  pamong_commands_start, pamong_commands_resident, pamong_commands_family, pamong_commands_line, pamong_commands_practice, NULL
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

static gboolean
read_words (PamongCli *cli, const PamongCommand *command, char **words)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *name = words[i] + strspn (words[i], "-");
      /* One uid in 64 begins with a dash. */
      if (words[i][0] != '-' || words[i][1] == '\0' || pamong_uid_is_valid (words[i]))
        g_ptr_array_add (cli->args, g_strdup (words[i]));
      else if (g_str_equal (name, "json"))
        cli->json = TRUE;
      else if (is_switch (command, name))
        add_flag (cli, name, "");
      else if (words[i + 1] == NULL)
        return FALSE;
      else
        add_flag (cli, name, words[++i]);
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

static void
set_up_words (void)
{
  /* Indonesian whatever the system's locale, as on the desktop. */
  g_setenv ("LANGUAGE", "id", g_getenv ("PAMONG_LANG") != NULL);
  if (g_getenv ("PAMONG_LANG") != NULL)
    g_setenv ("LANGUAGE", g_getenv ("PAMONG_LANG"), TRUE);
  setlocale (LC_ALL, "");
  if (g_str_equal (setlocale (LC_MESSAGES, NULL), "C"))
    setlocale (LC_ALL, "C.UTF-8");
  bindtextdomain (GETTEXT_PACKAGE, g_file_test (PAMONG_BUILD_LOCALEDIR, G_FILE_TEST_IS_DIR) ? PAMONG_BUILD_LOCALEDIR : PAMONG_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

int
main (int argc, char **argv)
{
  PamongCli cli = { 0 };
  g_autoptr (GOptionContext) context = g_option_context_new ("COMMAND …");
  g_autoptr (GError) error = NULL;
  GOptionEntry entries[] = {
    { "data", 0, 0, G_OPTION_ARG_FILENAME, &cli.dir, "The store's folder", "DIR" },
    { "operator", 0, 0, G_OPTION_ARG_STRING, &cli.operator_name, "Who does it", "NAME" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &cli.json, "One JSON document on stdout", NULL },
    { NULL }
  };
  int status;

  set_up_words ();
  pamong_crypto_init ();
  g_option_context_add_main_entries (context, entries, NULL);
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
