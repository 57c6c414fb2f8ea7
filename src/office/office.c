/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "office/act.h"

#include <glib/gi18n-lib.h>

static void
free_accept (gpointer data)
{
  PamongAccept *accept = data;

  g_free ((char *) accept->rule);
  g_free ((char *) accept->reason);
  g_free (accept);
}

GPtrArray *
pamong_accepts_new (void)
{
  return g_ptr_array_new_with_free_func (free_accept);
}

PamongOffice *
pamong_office_open_in (const char *dir, PamongStoreMode mode, GError **error)
{
  g_autoptr (PamongStore) store = pamong_store_open (dir, mode, error);
  PamongOffice *office;

  if (store == NULL)
    return NULL;
  office = g_new0 (PamongOffice, 1);
  office->store = g_steal_pointer (&store);
  office->accepts = pamong_accepts_new ();
  return office;
}

/* Opening never makes a store: a mistyped folder must not look like an office without people. */
PamongOffice *
pamong_office_open (const char *dir, GError **error)
{
  g_autoptr (PamongOffice) office = pamong_office_open_in (dir, PAMONG_STORE_WRITE, error);

  if (office == NULL || pamong_store_level (office->store) != 0)
    return g_steal_pointer (&office);
  g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_NOT_FOUND, _("There is no Pamong data in this folder yet."));
  return NULL;
}

PamongOffice *
pamong_office_open_as (const char *dir, const char *account_uid, GError **error)
{
  g_autoptr (PamongOffice) office = pamong_office_open (dir, error);

  if (office == NULL)
    return NULL;
  if (account_uid != NULL)
    {
      g_autoptr (GError) failure = NULL;

      office->account = pamong_store_get (office->store, PAMONG_KIND_ACCOUNT, account_uid, &failure);
      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return NULL;
        }
    }
  return g_steal_pointer (&office);
}

void
pamong_office_close (PamongOffice *office)
{
  if (office == NULL)
    return;
  g_clear_pointer (&office->account, pamong_record_free);
  g_ptr_array_unref (office->accepts);
  pamong_store_close (office->store);
  g_free (office);
}

PamongStore *
pamong_office_store (PamongOffice *office)
{
  return office->store;
}

void
pamong_office_accept (PamongOffice *office, const PamongAccept *accepts, guint n)
{
  g_ptr_array_set_size (office->accepts, 0);
  for (guint i = 0; i < n; i++)
    {
      PamongAccept *accept = g_new0 (PamongAccept, 1);

      accept->rule = g_strdup (accepts[i].rule);
      accept->reason = g_strdup (accepts[i].reason);
      g_ptr_array_add (office->accepts, accept);
    }
}

void
pamong_office_set_changed (PamongOffice *office, PamongOfficeChangedFunc func, gpointer data)
{
  office->changed = func;
  office->changed_data = data;
}

gboolean
pamong_office_invalid (GError **error, const char *message)
{
  g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, message);
  return FALSE;
}

gboolean
pamong_text_is_blank (const char *text)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text != NULL ? text : ""));

  return *trimmed == '\0';
}
