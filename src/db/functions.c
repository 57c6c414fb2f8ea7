/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "db/db_private.h"
#include "domain/names.h"

/* Folding is one piece of C for search, order and SQL alike; two spellings of it would drift apart. */
typedef char *(*Fold) (const char *text);

static void
fold_called_cb (sqlite3_context *context, int n, sqlite3_value **values)
{
  Fold fold = *(const Fold *) sqlite3_user_data (context);
  const char *text = (const char *) sqlite3_value_text (values[0]);

  if (text != NULL)
    sqlite3_result_text (context, fold (text), -1, g_free);
}

gboolean
pamong_db_register_functions (PamongDb *db, GError **error)
{
  static const Fold name_key = pamong_name_key, fold = pamong_fold;
  const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
  int code = sqlite3_create_function (db->handle, "pamong_name_key", 1, flags, (gpointer) &name_key, fold_called_cb, NULL, NULL);

  if (code == SQLITE_OK)
    code = sqlite3_create_function (db->handle, "pamong_fold", 1, flags, (gpointer) &fold, fold_called_cb, NULL, NULL);
  return pamong_db_result (code, error);
}
