/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "db/db_private.h"

#include <glib/gi18n-lib.h>

/* SQLite's words are never shown: they name tables, and people can do nothing with them. A full disk is not a damaged file, and
 * must never be taken for one: the remedy for damage is to move the file aside. */
static PamongError
classify (int code)
{
  switch (code & 0xff)
    {
    case SQLITE_FULL:
    case SQLITE_IOERR:
      return PAMONG_ERROR_FULL;
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return PAMONG_ERROR_DENIED;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return PAMONG_ERROR_DAMAGED;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return PAMONG_ERROR_BUSY;
    case SQLITE_CONSTRAINT:
      return code == SQLITE_CONSTRAINT_UNIQUE || code == SQLITE_CONSTRAINT_PRIMARYKEY ? PAMONG_ERROR_CONFLICT : PAMONG_ERROR_FAILED;
    default:
      return PAMONG_ERROR_FAILED;
    }
}

static const char *
words (PamongError kind)
{
  switch (kind)
    {
    case PAMONG_ERROR_FULL:
      return _("The disk is full or refuses to write. Nothing was saved. Make room on the disk, then try again.");
    case PAMONG_ERROR_DENIED:
      return _("The data file may not be opened or written. Check the permissions of its folder.");
    case PAMONG_ERROR_DAMAGED:
      return _("The data file is damaged.");
    case PAMONG_ERROR_BUSY:
      return _("The data file is in use by another program. Close it, then try again.");
    case PAMONG_ERROR_CONFLICT:
      return _("The same record is already there.");
    default:
      return _("The data could not be read or saved. Nothing was changed.");
    }
}

void
pamong_db_set_error (GError **error, int code)
{
  PamongError kind = classify (code);

  if ((code & 0xff) == SQLITE_NOMEM)
    g_error ("out of memory");
  g_debug ("sqlite answered %d (%s)", code, sqlite3_errstr (code));
  g_set_error_literal (error, PAMONG_ERROR, kind, words (kind));
}

gboolean
pamong_db_result (int code, GError **error)
{
  if (code == SQLITE_OK)
    return TRUE;
  pamong_db_set_error (error, code);
  return FALSE;
}
