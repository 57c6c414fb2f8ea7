/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/letters/fill_view_private.h"
#include "app/letters/letter_job.h"
#include "app/widgets/dialogs.h"
#include "domain/clock.h"
#include <glib/gi18n.h>

/* What becomes of a letter being filled in: a number and a file, a draft, or nothing. */

#define KEEP_AFTER_MS 4000

static void issue (PamongFillView *self, PamongIssueFlags flags);

/* Fields stand for questions of the type, and a field in focus is read as it goes: they go first. */
static void
empty_fields (PamongFillView *self)
{
  self->loading = TRUE;
  pamong_answer_form_set_fields (self->answers, NULL);
  pamong_person_rows_show (self->persons, NULL, NULL);
  pamong_sign_rows_show (self->sign, NULL, NULL);
  pamong_preview_show (self->preview, NULL, NULL);
  self->loading = FALSE;
}

void
pamong_fill_view_done (PamongFillView *self)
{
  g_clear_handle_id (&self->keep_timer, g_source_remove);
  if (self->preview != NULL && self->letter != NULL)
    empty_fields (self);
  g_clear_pointer (&self->facts, pamong_letter_facts_unref);
  g_clear_pointer (&self->next, pamong_next_number_free);
  g_clear_pointer (&self->letter, pamong_letter_case_free);
  g_clear_pointer (&self->type, pamong_letter_type_unref);
  g_clear_pointer (&self->look, pamong_letter_look_free);
  g_clear_pointer (&self->draft, g_free);
  self->kept = 0;
  self->touched = FALSE;
}

/* The first draft of a letter gets its key from the desk; those after it need it. */
static void
kept_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PamongFillView) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *key = pamong_letter_job_draft_finish (PAMONG_DESK (source), result, &error);

  if (self->letter == NULL || key == NULL)
    return;
  g_free (self->draft);
  self->draft = g_steal_pointer (&key);
  self->kept = pamong_clock_now ();
  pamong_fill_view_emit (self, PAMONG_FILL_DRAFT_KEPT, NULL);
}

static gboolean
keep_cb (gpointer data)
{
  PamongFillView *self = data;

  self->keep_timer = 0;
  pamong_letter_job_draft_async (pamong_session_desk (self->session), self->draft, self->letter, kept_cb, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

void
pamong_fill_view_touch (PamongFillView *self)
{
  self->touched = TRUE;
  if (self->keep_timer == 0)
    self->keep_timer = g_timeout_add (KEEP_AFTER_MS, keep_cb, self);
}

static void
let_go_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *key = pamong_letter_job_draft_finish (PAMONG_DESK (source), result, &error);
  g_autoptr (PamongFillView) self = data;

  if (self != NULL)
    pamong_fill_view_emit (self, PAMONG_FILL_LEFT, NULL);
}

void
pamong_fill_view_keep (PamongFillView *self)
{
  if (self->letter == NULL || !self->touched || self->issuing)
    return;
  g_clear_handle_id (&self->keep_timer, g_source_remove);
  keep_cb (self);
}

void
pamong_fill_view_park (PamongFillView *self)
{
  if (self->letter == NULL || self->issuing)
    return;
  g_clear_handle_id (&self->keep_timer, g_source_remove);
  pamong_fill_view_take (self);
  pamong_letter_job_draft_async (pamong_session_desk (self->session), self->draft, self->letter, let_go_cb, g_object_ref (self));
  pamong_fill_view_done (self);
}

static void
drop (PamongFillView *self)
{
  g_autofree char *draft = g_steal_pointer (&self->draft);

  pamong_fill_view_done (self);
  if (draft != NULL)
    pamong_letter_job_draft_async (pamong_session_desk (self->session), draft, NULL, let_go_cb, g_object_ref (self));
  else
    pamong_fill_view_emit (self, PAMONG_FILL_LEFT, NULL);
}

enum { GO_ON, PARK, THROW_AWAY };

static void
asked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PamongFillView) self = data;
  int answer = pamong_dialog_ask_finish (result);

  if (self->letter == NULL)
    return;
  if (answer == PARK)
    pamong_fill_view_park (self);
  else if (answer == THROW_AWAY)
    drop (self);
}

void
pamong_fill_view_cancel (PamongFillView *self)
{
  const char *answers[] = { _ ("_Go on"), _ ("_Keep for later"), _ ("_Throw away"), NULL };

  if (self->letter == NULL || self->issuing)
    return;
  if (!self->touched && self->draft == NULL)
    drop (self);
  else if (!self->touched)
    pamong_fill_view_park (self);
  else
    pamong_dialog_ask_async (GTK_WIDGET (self), _ ("Leave this letter?"), _ ("It has no number yet. Kept for later it stands under Put aside, by the name of the person."), answers, THROW_AWAY, asked_cb, g_object_ref (self));
}

static void
closed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PamongFillView) self = data;

  if (pamong_dialog_ask_finish (result) == 1 && self->letter != NULL)
    issue (self, PAMONG_ISSUE_CLOSED_YEAR);
}

static void
ask_closed (PamongFillView *self, const char *words)
{
  const char *answers[] = { _ ("_Cancel"), _ ("Give the _number"), NULL };

  pamong_dialog_ask_async (GTK_WIDGET (self), _ ("Is this number right?"), words, answers, -1, closed_cb, g_object_ref (self));
}

static void
issued_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PamongFillView) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongRecord) letter = pamong_letter_job_issue_finish (PAMONG_DESK (source), result, &error);
  g_autofree char *draft = NULL;

  self->issuing = FALSE;
  if (self->session == NULL) /* the window was closed meanwhile: the letter stands in the list */
    return;
  gtk_widget_set_sensitive (self->issue, TRUE);
  if (letter == NULL)
    {
      if (g_error_matches (error, PAMONG_ERROR, PAMONG_ERROR_CONFLICT))
        ask_closed (self, error->message);
      else
        pamong_fill_view_say (self, error->message);
      return;
    }
  draft = g_steal_pointer (&self->draft);
  pamong_fill_view_done (self);
  if (draft != NULL)
    pamong_letter_job_draft_async (pamong_session_desk (self->session), draft, NULL, let_go_cb, NULL);
  pamong_fill_view_emit (self, PAMONG_FILL_ISSUED, letter->uid);
}

static void
issue (PamongFillView *self, PamongIssueFlags flags)
{
  self->issuing = TRUE;
  g_clear_handle_id (&self->keep_timer, g_source_remove);
  gtk_widget_set_sensitive (self->issue, FALSE);
  pamong_fill_view_say (self, NULL);
  pamong_letter_job_issue_async (pamong_session_desk (self->session), self->letter, pamong_letter_look_new (self->session, self->letter), flags, issued_cb, g_object_ref (self));
}

/* What stops it, beside what is still to be filled in. Returns: (transfer full) (nullable). */
static char *
find_stop (PamongFillView *self)
{
  g_autoptr (GPtrArray) notices = pamong_letter_notices (pamong_session_store (self->session), self->type, self->letter, NULL);

  for (guint i = 0; notices != NULL && i < notices->len; i++)
    {
      const PamongLetterNotice *notice = notices->pdata[i];

      if (notice->stops && !g_str_equal (notice->id, "closed-year"))
        return g_strdup (notice->words);
    }
  return NULL;
}

void
pamong_fill_view_issue (PamongFillView *self)
{
  const char *role;
  g_autofree char *stop = NULL, *words = NULL;

  if (self->letter == NULL || self->issuing)
    return;
  pamong_fill_view_take (self);
  if (!pamong_answer_form_check (self->answers))
    {
      pamong_fill_view_say (self, _ ("Something is still missing: see the marked field."));
      return;
    }
  if ((role = pamong_person_rows_missing (self->persons)) != NULL)
    words = g_strdup_printf (_ ("Still missing: %s."), role);
  else
    stop = find_stop (self);
  if (words != NULL || stop != NULL)
    pamong_fill_view_say (self, words != NULL ? words : stop);
  else
    issue (self, PAMONG_ISSUE_NONE);
}

char *
pamong_fill_view_foot (PamongFillView *self)
{
  g_autoptr (GDateTime) t = self->kept > 0 ? g_date_time_new_from_unix_local (self->kept) : NULL;
  g_autofree char *clock = t != NULL ? g_date_time_format (t, "%H.%M.%S") : NULL;

  if (self->letter == NULL)
    return NULL;
  return clock != NULL ? g_strdup_printf (_ ("Draft kept %s"), clock) : g_strdup (_ ("Not issued yet"));
}
