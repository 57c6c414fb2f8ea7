/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A store with a village in it, for whoever wants to practise at once. */
#include "practice/practice.h"
#include "domain/error.h"
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <glib/gi18n-lib.h>

#define STORE_FILE "pamong.db"

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) entries = g_dir_open (folder, 0, NULL);
  g_autoptr (GFile) self = g_file_new_for_path (folder);
  const char *name;

  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL)
    {
      g_autoptr (GFile) child = g_file_get_child (self, name);

      g_file_delete (child, NULL, NULL);
    }
  g_file_delete (self, NULL, NULL);
}

static gboolean
fill_store (const char *folder, const PamongPracticeOrder *order, GError **error)
{
  g_autofree char *recovery = NULL;
  g_autoptr (PamongOffice) office = pamong_office_init (folder, PAMONG_LEVEL_VILLAGE, PAMONG_PRACTICE_VILLAGE, PAMONG_PRACTICE_ACCOUNT, PAMONG_DUTY_OPERATOR,
                                                        PAMONG_PRACTICE_PASSWORD, &recovery, error);
  g_autoptr (GPtrArray) findings = NULL;
  PamongPracticeFigures figures;

  return office != NULL && pamong_practice_fill_village (office, order, &figures, &findings, error);
}

static gboolean
move_store (const char *folder, const char *dir, GError **error)
{
  g_autoptr (GFile) made = g_file_new_build_filename (folder, STORE_FILE, NULL), store = g_file_new_build_filename (dir, STORE_FILE, NULL);

  if (g_file_move (made, store, G_FILE_COPY_NONE, NULL, NULL, NULL, NULL))
    return TRUE;
  g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_DENIED, _("The data folder %s cannot be made or written. Check its permissions."), dir);
  return FALSE;
}

/* Made in a folder within and moved when it is whole: a program that is cut off leaves no half village behind a password nobody was told. */
gboolean
pamong_practice_make_store (const char *dir, const PamongPracticeOrder *order, GError **error)
{
  g_autofree char *folder = g_build_filename (dir, "baru-XXXXXX", NULL);
  gboolean made;

  if (g_mkdir_with_parents (dir, 0700) != 0 || g_mkdtemp (folder) == NULL)
    {
      g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_DENIED, _("The data folder %s cannot be made or written. Check its permissions."), dir);
      return FALSE;
    }
  made = fill_store (folder, order, error) && move_store (folder, dir, error);
  remove_folder (folder);
  return made;
}

gboolean
pamong_practice_is_ready (PamongStore *store)
{
  g_autoptr (GPtrArray) accounts = pamong_store_all (store, PAMONG_KIND_ACCOUNT, NULL);

  for (guint i = 0; accounts != NULL && i < accounts->len; i++)
    if (g_strcmp0 (pamong_record_text (accounts->pdata[i], PAMONG_ACCOUNT_NAME), PAMONG_PRACTICE_ACCOUNT) == 0)
      return TRUE;
  return FALSE;
}
