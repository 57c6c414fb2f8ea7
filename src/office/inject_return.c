/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the regency filled in, taken back by the village as a whole, and taken in again. */
#include "office/inject.h"

#include <glib/gi18n-lib.h>

#include "office/imports_private.h"
#include "store/batches.h"

/* The village decides of it as of a file it read itself. */
static PamongImport *
find (PamongOffice *office, const char *uid, GError **error)
{
  g_autoptr (PamongImport) import = pamong_import_get (office->store, uid, error);

  if (import == NULL || !pamong_import_guard (office, "import", error))
    return NULL;
  if (g_str_equal (import->act, "inject"))
    return g_steal_pointer (&import);
  pamong_office_invalid (error, _("This was not filled in by the regency. It is taken back as an import."));
  return NULL;
}

gboolean
pamong_inject_return (PamongOffice *office, const char *uid, PamongImportProgressFunc progress, gpointer data, GError **error)
{
  g_autoptr (PamongImport) import = find (office, uid, error);

  return import != NULL && pamong_import_take_back (office, import, "inject.return", progress, data, error);
}

gboolean
pamong_inject_again (PamongOffice *office, const char *uid, PamongImportProgressFunc progress, gpointer data, GError **error)
{
  g_autoptr (PamongImport) import = find (office, uid, error);
  g_autoptr (GPtrArray) events = NULL;
  PamongBatchState state;

  if (import == NULL || !pamong_store_batch_state (office->store, uid, &state, error))
    return FALSE;
  if (import->state != PAMONG_IMPORT_UNDONE || !state.returned)
    return pamong_office_invalid (error, _("The village did not take this back, so there is nothing to take in again."));
  events = pamong_store_batch_gone (office->store, uid, error);
  return events != NULL && pamong_import_take_again (office, import, "inject.again", "inject.return", events, progress, data, error);
}
