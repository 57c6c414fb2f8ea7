/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/language.h"
#include "server/server.h"
#include "wire/crypto.h"
#include <glib/gi18n-lib.h>
#include <stdlib.h>

static char *listen_at, *data_dir, *database, *tls_cert, *tls_key;

static const GOptionEntry entries[] = {
  { "listen", 0, 0, G_OPTION_ARG_STRING, &listen_at, N_("Where to listen; port 0 takes any free one"), "ADDR:PORT" },
  { "data", 0, 0, G_OPTION_ARG_FILENAME, &data_dir, N_("Folder of the ledger"), "DIR" },
  { "database", 0, 0, G_OPTION_ARG_STRING, &database, N_("PostgreSQL database"), "URI" },
  { "tls-cert", 0, 0, G_OPTION_ARG_FILENAME, &tls_cert, N_("Certificate, PEM"), "FILE" },
  { "tls-key", 0, 0, G_OPTION_ARG_FILENAME, &tls_key, N_("Key of the certificate, PEM"), "FILE" },
  { NULL }
};

static int
fail (const char *words, int code)
{
  g_printerr ("%s\n", words);
  return code;
}

static gboolean
read_tls (char **cert, char **key, GError **error)
{
  if (tls_cert == NULL)
    return TRUE;
  return g_file_get_contents (tls_cert, cert, NULL, error) && g_file_get_contents (tls_key, key, NULL, error);
}

static int
serve (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *cert = NULL;
  g_autofree char *key = NULL;
  g_autoptr (PamongServer) server = NULL;
  PamongLedger *ledger;

  if (!read_tls (&cert, &key, &error))
    return fail (error->message, 2);
  ledger = pamong_ledger_open_sqlite (data_dir, FALSE, &error);
  if (ledger == NULL)
    return fail (error->message, 4);
  server = pamong_server_new (ledger, &error);
  if (server == NULL || !pamong_http_run (server, listen_at, cert, key, &error))
    return fail (error->message, 1);
  return 0;
}

int
main (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;

  pamong_language_use (pamong_language_folder ());
  pamong_crypto_init ();
  if (argc > 1 && g_str_equal (argv[1], "admin"))
    return pamong_admin (argc - 1, argv + 1);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, "pamong-server --listen ADDR:PORT --data DIR [--tls-cert FILE --tls-key FILE]\npamong-server admin COMMAND --data DIR");
  if (!g_option_context_parse (context, &argc, &argv, &error))
    return fail (error->message, 2);
  if (database != NULL)
    return fail (_("PostgreSQL is not available in this version yet. Use --data FOLDER."), 2);
  if (listen_at == NULL || data_dir == NULL || argc > 1 || (tls_cert == NULL) != (tls_key == NULL))
    return fail (_("Usage: pamong-server --listen ADDR:PORT --data DIR [--tls-cert FILE --tls-key FILE]"), 2);
  return serve ();
}
