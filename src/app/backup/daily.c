/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/backup/daily.h"
#include "exchange/backup.h"
#include "office/backups.h"

#define FIRST_S 30 /* whoever has just opened the program looks for somebody first */
#define AGAIN_S 1800

struct _PamongDailyBackup {
  GObject parent_instance;

  PamongDesk *desk;
  char *dir;
  guint timer;
  GThread *thread;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (PamongDailyBackup, pamong_daily_backup, G_TYPE_OBJECT)

/** Made: what the thread found, on its way to the main thread and to the desk. */
typedef struct {
  PamongDailyBackup *daily;
  PamongDaily what;
  char *path, *failed;
} Made;

static void
free_made (gpointer data)
{
  Made *made = data;

  g_object_unref (made->daily);
  g_free (made->path);
  g_free (made->failed);
  g_free (made);
}

static gpointer
note (PamongOffice *office, gpointer data, GError **error)
{
  Made *made = data;

  return GINT_TO_POINTER (pamong_office_note_backup (office, made->path, made->failed, error));
}

static gboolean
made_cb (gpointer data)
{
  Made *made = data;
  PamongDailyBackup *self = made->daily;
  gboolean stopped = g_cancellable_is_cancelled (self->cancellable);

  if (self->thread != NULL)
    g_thread_join (g_steal_pointer (&self->thread));
  if (stopped || made->what == PAMONG_DAILY_NOT_DUE)
    free_made (made);
  else
    pamong_desk_run_async (self->desk, note, made, free_made, NULL, NULL, NULL, NULL);
  return G_SOURCE_REMOVE;
}

static gpointer
make (gpointer data)
{
  Made *made = data;
  g_autoptr (GError) error = NULL;

  made->what = pamong_backup_daily (made->daily->dir, made->daily->cancellable, &made->path, &error);
  if (error != NULL)
    made->failed = g_strdup (error->message);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, made_cb, made, NULL);
  return NULL;
}

static gboolean
timer_cb (gpointer data)
{
  PamongDailyBackup *self = data;

  pamong_daily_backup_look (self);
  self->timer = g_timeout_add_seconds_full (G_PRIORITY_LOW, AGAIN_S, timer_cb, self, NULL);
  return G_SOURCE_REMOVE;
}

static void
pamong_daily_backup_dispose (GObject *object)
{
  PamongDailyBackup *self = PAMONG_DAILY_BACKUP (object);

  pamong_daily_backup_stop (self);
  g_clear_object (&self->desk);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->dir, g_free);
  G_OBJECT_CLASS (pamong_daily_backup_parent_class)->dispose (object);
}

static void
pamong_daily_backup_class_init (PamongDailyBackupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pamong_daily_backup_dispose;
}

static void
pamong_daily_backup_init (PamongDailyBackup *self)
{
  self->cancellable = g_cancellable_new ();
}

PamongDailyBackup *
pamong_daily_backup_new (PamongDesk *desk, const char *dir)
{
  PamongDailyBackup *self = g_object_new (PAMONG_TYPE_DAILY_BACKUP, NULL);

  self->desk = g_object_ref (desk);
  self->dir = g_strdup (dir);
  self->timer = g_timeout_add_seconds_full (G_PRIORITY_LOW, FIRST_S, timer_cb, self, NULL);
  return self;
}

void
pamong_daily_backup_look (PamongDailyBackup *self)
{
  Made *made;

  if (self->thread != NULL || g_cancellable_is_cancelled (self->cancellable))
    return;
  made = g_new0 (Made, 1);
  made->daily = g_object_ref (self);
  self->thread = g_thread_new ("pamong-backup", make, made);
}

void
pamong_daily_backup_stop (PamongDailyBackup *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  if (self->thread != NULL)
    g_thread_join (g_steal_pointer (&self->thread));
}
