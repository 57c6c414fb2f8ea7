/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/session.h"
#include "app/words.h"
#include "office/identity.h"
#include <glib/gi18n.h>

#define REST_SECONDS 30

struct _PamongSession {
  GObject parent_instance;

  PamongDesk *desk;
  PamongStore *store;
  PamongSearch *search;
  PamongInspect *inspect;
  PamongSyncRunner *sync;
  PamongRecord *account;
  gboolean practice;
  GThread *search_thread; /* (nullable): reads the index; returns a PamongSearch */
  GPtrArray *missed;      /* uids changed while it does */
  guint rest;             /* the pages of the store that were read go back twice a minute */
  gboolean search_is_old; /* many rows changed: read all again when somebody searches */
};

G_DEFINE_FINAL_TYPE (PamongSession, pamong_session, G_TYPE_OBJECT)

enum { CHANGED, OUTBOX_CHANGED, SEARCH_READY, INSPECTED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* Labels made from now on say it. */
static void
read_words (PamongSession *self)
{
  g_autofree char *hamlet = pamong_identity_word (self->store, PAMONG_WORD_HAMLET);

  pamong_words_set_hamlet (hamlet);
}

static void
changed_cb (PamongSession *self, int kind, char **uids)
{
  g_autoptr (GError) error = NULL;

  if (kind == PAMONG_KIND_IDENTITY)
    read_words (self);
  if (uids == NULL)
    self->search_is_old = TRUE;
  else if (self->search_thread != NULL)
    for (char **uid = uids; *uid != NULL; uid++)
      g_ptr_array_add (self->missed, g_strdup (*uid));
  else if (self->search != NULL && !self->search_is_old && !pamong_search_refresh (self->search, (const char *const *) uids, &error))
    self->search_is_old = TRUE;
  if (self->inspect != NULL)
    pamong_inspect_refresh (self->inspect, (const char *const *) uids);
  g_signal_emit (self, signals[CHANGED], 0, kind, uids);
  g_signal_emit (self, signals[OUTBOX_CHANGED], 0);
}

static gboolean
rest_cb (gpointer session)
{
  pamong_store_rest (PAMONG_SESSION (session)->store);
  return G_SOURCE_CONTINUE;
}

static void
sync_state_changed_cb (PamongSession *self)
{
  g_signal_emit (self, signals[OUTBOX_CHANGED], 0);
}

static void
inspected_cb (PamongSession *self)
{
  g_signal_emit (self, signals[INSPECTED], 0);
}

static gpointer
read_search (gpointer dir)
{
  g_autofree char *folder = dir;
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongStore) reader = pamong_store_open (folder, PAMONG_STORE_READ, &error);
  PamongSearch *search = reader != NULL ? pamong_search_new (reader, &error) : NULL;

  if (search == NULL)
    g_warning ("search index: %s", error->message);
  return search;
}

/* Takes what the thread read, and catches up with what changed meanwhile. */
static void
take_search (PamongSession *self)
{
  PamongSearch *search = self->search_thread != NULL ? g_thread_join (g_steal_pointer (&self->search_thread)) : NULL;

  if (search == NULL)
    return;
  g_clear_pointer (&self->search, pamong_search_free);
  self->search = search;
  pamong_search_set_store (search, self->store);
  g_ptr_array_add (self->missed, NULL);
  if (!pamong_search_refresh (search, (const char *const *) self->missed->pdata, NULL))
    self->search_is_old = TRUE;
  g_ptr_array_set_size (self->missed, 0);
}

typedef struct {
  PamongSession *session;
  char *dir;
} Reading;

static gboolean
search_read_cb (gpointer data)
{
  PamongSession *self = data;

  take_search (self);
  if (self->search != NULL)
    g_signal_emit (self, signals[SEARCH_READY], 0);
  return G_SOURCE_REMOVE;
}

/* On the thread. */
static gpointer
search_thread (gpointer data)
{
  g_autofree Reading *reading = data;
  PamongSearch *search = read_search (reading->dir);

  g_idle_add_full (G_PRIORITY_DEFAULT, search_read_cb, reading->session, g_object_unref);
  return search;
}

static void
pamong_session_dispose (GObject *object)
{
  PamongSession *self = PAMONG_SESSION (object);

  g_clear_handle_id (&self->rest, g_source_remove);
  if (self->desk != NULL)
    g_signal_handlers_disconnect_by_data (self->desk, self);
  if (self->sync != NULL)
    g_signal_handlers_disconnect_by_data (self->sync, self);
  g_clear_object (&self->sync);
  if (self->inspect != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->inspect, self);
      pamong_inspect_stop (self->inspect);
    }
  g_clear_object (&self->inspect);
  take_search (self);
  g_clear_pointer (&self->search, pamong_search_free);
  g_clear_pointer (&self->missed, g_ptr_array_unref);
  g_clear_pointer (&self->store, pamong_store_close);
  g_clear_pointer (&self->account, pamong_record_free);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (pamong_session_parent_class)->dispose (object);
}

static void
pamong_session_class_init (PamongSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pamong_session_dispose;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_STRV);
  signals[SEARCH_READY] = g_signal_new ("search-ready", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[INSPECTED] = g_signal_new ("inspected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[OUTBOX_CHANGED] = g_signal_new ("outbox-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
pamong_session_init (PamongSession *self)
{
  self->missed = g_ptr_array_new_with_free_func (g_free);
}

static gpointer
dup_dir (PamongOffice *office, gpointer data, GError **error)
{
  return g_strdup (pamong_store_dir (pamong_office_store (office)));
}

PamongSession *
pamong_session_new (PamongDesk *desk, const char *account_uid, GError **error)
{
  g_autoptr (PamongSession) self = g_object_new (PAMONG_TYPE_SESSION, NULL);
  g_autofree char *dir = pamong_desk_run (desk, dup_dir, NULL, error);

  if (dir == NULL)
    return NULL;
  self->store = pamong_store_open (dir, PAMONG_STORE_READ, error);
  if (self->store == NULL)
    return NULL;
  self->account = pamong_store_get (self->store, PAMONG_KIND_ACCOUNT, account_uid, error);
  if (self->account == NULL)
    {
      if (error != NULL && *error == NULL)
        g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_NOT_FOUND, _ ("This account is not on this computer."));
      return NULL;
    }
  read_words (self);
  self->desk = g_object_ref (desk);
  g_signal_connect_swapped (desk, "changed", G_CALLBACK (changed_cb), self);
  self->rest = g_timeout_add_seconds_full (G_PRIORITY_LOW, REST_SECONDS, rest_cb, self, NULL);
  return g_steal_pointer (&self);
}

void
pamong_session_set_sync (PamongSession *self, PamongSyncRunner *sync)
{
  g_return_if_fail (self->sync == NULL);
  self->sync = g_object_ref (sync);
  g_signal_connect_swapped (sync, "state-changed", G_CALLBACK (sync_state_changed_cb), self);
}

PamongDesk *
pamong_session_desk (PamongSession *self)
{
  return self->desk;
}

PamongStore *
pamong_session_store (PamongSession *self)
{
  return self->store;
}

PamongSearch *
pamong_session_search (PamongSession *self)
{
  g_autoptr (GError) error = NULL;

  take_search (self);
  if (self->search == NULL)
    self->search = pamong_search_new (self->store, &error);
  else if (self->search_is_old)
    pamong_search_refresh (self->search, NULL, &error);
  self->search_is_old = error != NULL;
  return self->search;
}

PamongInspect *
pamong_session_inspect (PamongSession *self)
{
  if (self->inspect == NULL)
    {
      self->inspect = pamong_inspect_new (pamong_store_dir (self->store));
      g_signal_connect_swapped (self->inspect, "changed", G_CALLBACK (inspected_cb), self);
    }
  return self->inspect;
}

gint64
pamong_session_to_check (PamongSession *self)
{
  const PamongInspection *latest = self->inspect != NULL ? pamong_inspect_latest (self->inspect) : NULL;

  return latest != NULL ? (gint64) latest->findings->len : -1;
}

gboolean
pamong_session_prepare_search (PamongSession *self)
{
  Reading *reading;

  if (pamong_session_level (self) == PAMONG_LEVEL_VILLAGE || (self->search != NULL && !self->search_is_old && self->search_thread == NULL))
    {
      pamong_session_search (self);
      return TRUE;
    }
  if (self->search_thread != NULL)
    return FALSE;
  self->search_is_old = FALSE;
  reading = g_new0 (Reading, 1);
  *reading = (Reading) { g_object_ref (self), g_strdup (pamong_store_dir (self->store)) };
  self->search_thread = g_thread_new ("search", search_thread, reading);
  return FALSE;
}

PamongSyncRunner *
pamong_session_sync (PamongSession *self)
{
  if (self->sync == NULL)
    {
      g_autoptr (PamongSyncRunner) sync = pamong_sync_runner_new (self->desk);

      pamong_session_set_sync (self, sync);
    }
  return self->sync;
}

const PamongRecord *
pamong_session_account (PamongSession *self)
{
  return self->account;
}

PamongLevel
pamong_session_level (PamongSession *self)
{
  return pamong_store_level (self->store);
}

const char *
pamong_session_area (PamongSession *self)
{
  return pamong_store_area (self->store);
}

void
pamong_session_set_practice (PamongSession *self, gboolean practice)
{
  self->practice = practice;
}

gboolean
pamong_session_is_practice (PamongSession *self)
{
  return self->practice;
}
