/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/family/card_draft.h"
#include "app/family/jobs.h"
#include "domain/clock.h"

#define DRAFT_SECONDS 5
#define NEW_CARD "family.new"

struct _PamongCardDraft
{
  int refs; /* a job on its way holds one */
  PamongSession *session;
  PamongCardDraftGather gather;
  PamongCardDraftKept kept;
  gpointer data; /* NULL once freed */
  char *key;
  guint timer;
};

static void
unref (PamongCardDraft *self)
{
  if (--self->refs > 0)
    return;
  g_clear_object (&self->session);
  g_free (self->key);
  g_free (self);
}

static char *
format_clock (gint64 t)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (t);

  return g_date_time_format (time, "%H.%M.%S");
}

static void
stop_timer (PamongCardDraft *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
}

static void
kept_cb (GObject *desk, GAsyncResult *result, gpointer user_data)
{
  PamongCardDraft *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *time = format_clock (pamong_clock_now ());

  if (pamong_job_draft_finish (PAMONG_DESK (desk), result, &error) && self->data != NULL)
    self->kept (self->data, time);
  unref (self);
}

static gboolean
time_cb (gpointer user_data)
{
  PamongCardDraft *self = user_data;
  g_autofree char *typed = NULL;
  g_autoptr (PamongFamilyCard) card = self->gather (self->data, &typed);

  self->timer = 0;
  if (card != NULL)
    {
      self->refs++;
      pamong_job_draft_async (pamong_session_desk (self->session), self->key, card, typed, kept_cb, self);
    }
  return G_SOURCE_REMOVE;
}

PamongCardDraft *
pamong_card_draft_new (PamongSession *session, PamongCardDraftGather gather, PamongCardDraftKept kept, gpointer data)
{
  PamongCardDraft *self = g_new0 (PamongCardDraft, 1);

  self->refs = 1;
  self->session = g_object_ref (session);
  self->gather = gather;
  self->kept = kept;
  self->data = data;
  self->key = g_strdup (NEW_CARD);
  return self;
}

void
pamong_card_draft_free (PamongCardDraft *self)
{
  stop_timer (self);
  self->data = NULL;
  unref (self);
}

PamongFamilyCard *
pamong_card_draft_open (PamongCardDraft *self, const char *uid, char **time)
{
  gint64 t = 0;
  PamongFamilyCard *card;

  stop_timer (self);
  g_free (self->key);
  self->key = g_strdup (uid != NULL ? uid : NEW_CARD);
  card = pamong_office_load_draft (pamong_session_store (self->session), self->key, &t);
  *time = card != NULL ? format_clock (t) : NULL;
  return card;
}

GKeyFile *
pamong_card_draft_typed (PamongCardDraft *self)
{
  g_autofree char *text = pamong_office_load_draft_typed (pamong_session_store (self->session), self->key);
  g_autoptr (GKeyFile) typed = g_key_file_new ();

  return text != NULL && g_key_file_load_from_data (typed, text, (gsize) -1, G_KEY_FILE_NONE, NULL) ? g_steal_pointer (&typed) : NULL;
}

void
pamong_card_draft_touch (PamongCardDraft *self)
{
  /* Not restarted: who types without a pause is safe, too. */
  if (self->timer == 0)
    self->timer = g_timeout_add_seconds (DRAFT_SECONDS, time_cb, self);
}

typedef struct
{
  const char *key;
  const PamongFamilyCard *card;
  const char *typed;
} KeepJob;

static gpointer
keep (PamongOffice *office, gpointer data, GError **error)
{
  KeepJob *job = data;

  return GINT_TO_POINTER (pamong_office_save_draft_typed (office, job->key, job->card, job->typed, error));
}

void
pamong_card_draft_keep (PamongCardDraft *self)
{
  g_autofree char *typed = NULL;
  g_autoptr (PamongFamilyCard) card = self->gather (self->data, &typed);
  KeepJob job = { self->key, card, typed };

  stop_timer (self);
  if (card != NULL)
    pamong_desk_run (pamong_session_desk (self->session), keep, &job, NULL);
}

void
pamong_card_draft_drop (PamongCardDraft *self)
{
  KeepJob job = { self->key, NULL, NULL };

  stop_timer (self);
  pamong_desk_run (pamong_session_desk (self->session), keep, &job, NULL);
}

gboolean
pamong_card_draft_waits (PamongStore *store)
{
  gint64 t;
  g_autoptr (PamongFamilyCard) card = pamong_office_load_draft (store, NEW_CARD, &t);

  return card != NULL;
}
