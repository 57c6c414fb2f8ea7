/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/registers.h"

#include <glib/gi18n-lib.h>

#include "domain/data.h"
#include "store/store_db.h"

static char *
load_sql (const char *query, GError **error)
{
  g_autofree char *path = g_strconcat ("sql/query/", query, ".sql", NULL);
  g_autoptr (GBytes) bytes = pamong_data_load (path, NULL);
  gsize size = 0;
  const char *text = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;

  if (text != NULL)
    return g_strndup (text, size);
  g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_NOT_FOUND, _("The register asks for the query %s, which is not there. Install the program again."), query);
  return NULL;
}

gboolean
pamong_store_register (PamongStore *store, const PamongRegisterQuery *query, PamongRegisterRowFunc func, gpointer data, GError **error)
{
  g_autofree char *sql = load_sql (query->query, error);
  g_autoptr (PamongStmt) stmt = sql != NULL ? pamong_db_prepare (pamong_store_db (store), sql, error) : NULL;
  const char *asked[] = { query->area, query->dusun, query->today, query->names, query->which };
  PamongStep step;

  if (stmt == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    pamong_stmt_bind_text (stmt, (int) i + 1, asked[i]);
  while ((step = pamong_stmt_step (stmt, error)) == PAMONG_STEP_ROW)
    if (!func (stmt, data))
      return TRUE;
  return step == PAMONG_STEP_DONE;
}
