/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/frame.h"

#include <glib/gi18n-lib.h>

#include "exchange/book_sheet.h"

/* Room for the signature between the post and the name. */
static char **
signer_lines (const PamongSigner *signer)
{
  GStrvBuilder *lines = g_strv_builder_new ();
  char **all;

  g_strv_builder_addv (lines, (const char **) signer->before);
  for (guint i = 0; i < 3; i++)
    g_strv_builder_add (lines, "");
  g_strv_builder_add (lines, signer->name);
  if (signer->after != NULL)
    g_strv_builder_add (lines, signer->after);
  all = g_strv_builder_end (lines);
  g_strv_builder_unref (lines);
  return all;
}

gboolean
pamong_frame_xlsx (const PamongFrame *frame, PamongFilled *filled, const char *path, GError **error)
{
  g_auto (GStrv) left = signer_lines (&frame->left), right = signer_lines (&frame->right);
  g_autofree char *place = g_strjoinv (", ", frame->letterhead);
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  PamongBookSheet sheet = { .title = frame->title, .band = frame->practice ? _("PRACTICE MODE – invented people") : NULL, .left = (const char *const *) left, .right = (const char *const *) right };

  g_ptr_array_add (lines, place);
  for (guint i = 0; frame->lines[i] != NULL; i++)
    g_ptr_array_add (lines, frame->lines[i]);
  g_ptr_array_add (lines, NULL);
  sheet.lines = (const char *const *) lines->pdata;
  return pamong_book_sheet_xlsx (filled, &sheet, path, error);
}
