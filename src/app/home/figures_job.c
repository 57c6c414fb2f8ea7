/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/home/figures_job.h"
#include "store/store.h"

/* dir, area, today */
static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  char **words = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongStore) store = pamong_store_open (words[0], PAMONG_STORE_READ, &error);
  PamongFigures *figures = store != NULL ? pamong_figures_read (store, words[1], words[2], &error) : NULL;

  if (figures != NULL)
    g_task_return_pointer (task, figures, (GDestroyNotify) pamong_figures_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
pamong_figures_async (const char *dir, const char *area, const char *today, GAsyncReadyCallback ready, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, ready, data);

  g_task_set_task_data (task, g_strdupv ((char *[]) { (char *) dir, (char *) area, (char *) today, NULL }), (GDestroyNotify) g_strfreev);
  g_task_run_in_thread (task, read_thread);
}

PamongFigures *
pamong_figures_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
