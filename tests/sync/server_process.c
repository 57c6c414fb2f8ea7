/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "server_process.h"

#include "folder.h"

#include <signal.h>
#include <string.h>
#include <sys/prctl.h>

struct _ServerProcess {
  const char *binary;
  char *dir, *listen, *url;
  guint16 port;
  GSubprocess *process;
  GDataInputStream *output;
};

char *
server_process_admin (ServerProcess *server, const char *command, ...)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  va_list args;

  g_ptr_array_add (argv, (gpointer) server->binary);
  g_ptr_array_add (argv, (gpointer) "admin");
  g_ptr_array_add (argv, (gpointer) command);
  g_ptr_array_add (argv, (gpointer) "--data");
  g_ptr_array_add (argv, server->dir);
  va_start (args, command);
  for (const char *arg = va_arg (args, const char *); arg != NULL; arg = va_arg (args, const char *))
    g_ptr_array_add (argv, (gpointer) arg);
  va_end (args);
  g_ptr_array_add (argv, NULL);
  process = g_subprocess_newv ((const char *const *) argv->pdata, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));
  return output;
}

/* A test that aborts leaves no server behind. */
static void
tie_to_parent (gpointer data)
{
  prctl (PR_SET_PDEATHSIG, SIGKILL);
}

void
server_process_start (ServerProcess *server)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr (GError) error = NULL;
  g_autofree char *line = NULL;
  const char *url;

  g_subprocess_launcher_set_child_setup (launcher, tie_to_parent, NULL, NULL);
  server->process = g_subprocess_launcher_spawn (launcher, &error, server->binary, "--listen", server->listen, "--data", server->dir, NULL);
  g_assert_no_error (error);
  server->output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (server->process));
  line = g_data_input_stream_read_line (server->output, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (line);
  url = strstr (line, "127.0.0.1:");
  g_assert_nonnull (url);
  server->port = (guint16) g_ascii_strtoull (url + strlen ("127.0.0.1:"), NULL, 10);
  g_free (server->listen);
  g_free (server->url);
  server->listen = g_strdup_printf ("127.0.0.1:%u", server->port);
  server->url = g_strdup_printf ("http://127.0.0.1:%u", server->port);
}

void
server_process_stop (ServerProcess *server)
{
  if (server->process == NULL)
    return;
  g_subprocess_force_exit (server->process);
  g_subprocess_wait (server->process, NULL, NULL);
  g_clear_object (&server->output);
  g_clear_object (&server->process);
}

ServerProcess *
server_process_new (void)
{
  ServerProcess *server = g_new0 (ServerProcess, 1);
  g_autofree char *output = NULL;

  server->binary = g_getenv ("PAMONG_SERVER");
  g_assert_nonnull (server->binary);
  server->dir = folder_new ();
  server->listen = g_strdup ("127.0.0.1:0");
  output = server_process_admin (server, "init", "--regency", "35.22", NULL);
  server_process_start (server);
  return server;
}

void
server_process_free (ServerProcess *server)
{
  server_process_stop (server);
  folder_remove (server->dir);
  g_free (server->dir);
  g_free (server->listen);
  g_free (server->url);
  g_free (server);
}

guint16
server_process_port (ServerProcess *server)
{
  return server->port;
}

const char *
server_process_url (ServerProcess *server)
{
  return server->url;
}

char *
server_process_code (ServerProcess *server, const char *level, const char *area)
{
  return g_strstrip (server_process_admin (server, "code", "--level", level, "--area", area, NULL));
}
