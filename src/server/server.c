/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "server/server.h"
#include "server/desks.h"
#include "server/findings.h"
#include <glib/gi18n-lib.h>

PamongServer *
pamong_server_new (PamongLedger *ledger, GError **error)
{
  g_autoptr (PamongServer) server = g_new0 (PamongServer, 1);
  g_autoptr (GError) local = NULL;
  g_autofree char *epoch = NULL;

  server->ledger = ledger;
  server->id = ledger->get_meta (ledger, "server_id", &local);
  server->regency = local ? NULL : ledger->get_meta (ledger, "regency", &local);
  epoch = local ? NULL : ledger->get_meta (ledger, "epoch", &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  if (server->id == NULL || server->regency == NULL || epoch == NULL)
    {
      g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_NOT_FOUND, _("This ledger is empty. Start it: pamong-server admin init --regency 35.22"));
      return NULL;
    }
  server->epoch = g_ascii_strtoll (epoch, NULL, 10);
  return pamong_findings_renew (ledger, error) && pamong_desks_renew (ledger, error) ? g_steal_pointer (&server) : NULL;
}

void
pamong_server_free (PamongServer *server)
{
  if (server == NULL)
    return;
  g_clear_pointer (&server->ledger, pamong_ledger_close);
  g_free (server->id);
  g_free (server->regency);
  g_free (server);
}
