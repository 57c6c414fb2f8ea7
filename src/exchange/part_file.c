/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/part_file.h"
#include "domain/error.h"
#include <glib/gi18n-lib.h>

struct _PamongPartFile {
  char *path, *folder;
  GFile *target, *part;
};

static void
blame (GError **error, const char *path, const GError *why)
{
  g_autofree char *shown = g_filename_display_name (path);

  if (g_error_matches (why, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_FULL, _("The disk is full: %s was not written. Make room, or choose another disk."), shown);
  else if (g_error_matches (why, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) || g_error_matches (why, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY))
    g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _("The folder of %s does not exist. Make it, or choose another one."), shown);
  else if (g_error_matches (why, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _("%s is a folder. Add the name of the file."), shown);
  else
    g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _("%s cannot be written. Close it if it is open in another program, or choose a folder in which you may write."), shown);
}

PamongPartFile *
pamong_part_file_new (const char *path, GFileOutputStream **stream, GError **error)
{
  g_autoptr (PamongPartFile) part = g_new0 (PamongPartFile, 1);
  g_autofree char *name = NULL;
  g_autoptr (GError) why = NULL;
  g_autoptr (GFileOutputStream) made = NULL;

  part->target = g_file_new_for_path (path);
  part->path = g_file_get_path (part->target);
  part->folder = g_path_get_dirname (part->path);
  name = g_strdup_printf ("%s.%08x.part", part->path, g_random_int ());
  if (g_file_query_file_type (part->target, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_DIRECTORY)
    g_set_error_literal (&why, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY, "");
  else
    {
      part->part = g_file_new_for_path (name);
      made = g_file_create (part->part, G_FILE_CREATE_PRIVATE, NULL, &why);
    }
  if (made == NULL)
    {
      g_clear_object (&part->part);
      blame (error, part->path, why);
      return NULL;
    }
  if (stream != NULL)
    *stream = g_steal_pointer (&made);
  return g_steal_pointer (&part);
}

void
pamong_part_file_free (PamongPartFile *part)
{
  if (part->part != NULL)
    g_file_delete (part->part, NULL, NULL);
  g_clear_object (&part->part);
  g_clear_object (&part->target);
  g_free (part->folder);
  g_free (part->path);
  g_free (part);
}

const char *
pamong_part_file_path (PamongPartFile *part)
{
  return g_file_peek_path (part->part);
}

const char *
pamong_part_file_folder (PamongPartFile *part)
{
  return part->folder;
}

gboolean
pamong_part_file_blame (PamongPartFile *part, const GError *why, GError **error)
{
  g_autofree char *shown = g_filename_display_name (part->path);
  g_autoptr (GError) full = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NO_SPACE, "");
  gboolean untold = why == NULL || g_error_matches (why, G_IO_ERROR, G_IO_ERROR_FAILED);

  if (g_file_test (part->folder, G_FILE_TEST_IS_DIR))
    blame (error, part->path, untold ? full : why);
  else
    g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _("The folder of %s is gone, nothing was written. If it is on a flash disk, plug it in again and repeat."), shown);
  return FALSE;
}

gboolean
pamong_part_file_finish (PamongPartFile *part, GError **error)
{
  g_autoptr (GError) why = NULL;

  if (!g_file_move (part->part, part->target, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &why))
    return pamong_part_file_blame (part, why, error);
  g_clear_object (&part->part);
  return TRUE;
}
