/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/start/practise.h"
#include "app/preferences.h"
#include "app/widgets/dialogs.h"
#include <glib/gi18n.h>

static void
told_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  pamong_dialog_ask_finish (result);
}

void
pamong_practise (GtkWidget *parent)
{
  g_autofree char *program = pamong_preferences_program ();
  g_autoptr (GError) error = NULL;

  if (program == NULL || !g_spawn_async (NULL, (char *[]) { program, (char *) "--practice", NULL }, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, &error))
    pamong_dialog_ask_async (parent, _ ("Practice could not be opened"), _ ("Close Pamong and open it again, then try once more."), (const char *[]) { _ ("_Close"), NULL },
                             -1, told_cb, NULL);
}
