/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A store with a village in it, for whoever wants to practise at once. */
#include "practice/practice.h"
#include "domain/data.h"
#include "domain/error.h"
#include "office/officials.h"
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
add_official (PamongOffice *office, char **row, GError **error)
{
  static const int fields[] = { PAMONG_OFFICIAL_POST, PAMONG_OFFICIAL_NAME, PAMONG_OFFICIAL_NIPD, PAMONG_OFFICIAL_SINCE };
  g_autoptr (PamongRecord) official = pamong_record_new (PAMONG_KIND_OFFICIAL, PAMONG_PRACTICE_VILLAGE);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (!pamong_record_parse (official, fields[i], row[i], error))
      return FALSE;
  return pamong_office_save_official (office, NULL, official, error);
}

/* A letter needs somebody who signs it. */
static gboolean
add_officials (PamongOffice *office, GError **error)
{
  g_autofree char *text = pamong_data_text ("practice/officials.csv");
  g_autoptr (GPtrArray) rows = pamong_csv_parse (text, NULL);

  for (guint i = 0; i < rows->len; i++)
    if (!add_official (office, rows->pdata[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
fill_store (const char *folder, const PamongPracticeOrder *order, GError **error)
{
  g_autofree char *recovery = NULL;
  g_autoptr (PamongOffice) office = pamong_office_init (folder, PAMONG_LEVEL_VILLAGE, PAMONG_PRACTICE_VILLAGE, PAMONG_PRACTICE_ACCOUNT, PAMONG_DUTY_OPERATOR,
                                                        PAMONG_PRACTICE_PASSWORD, &recovery, error);
  g_autoptr (GPtrArray) findings = NULL;
  PamongPracticeFigures figures;

  return office != NULL && pamong_practice_fill_village (office, order, &figures, &findings, error) && add_officials (office, error);
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
