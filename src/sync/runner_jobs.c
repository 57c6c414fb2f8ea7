/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sync/runner_jobs.h"

#include "sync/line.h"

void
pamong_opened_free (PamongOpened *opened)
{
  g_clear_pointer (&opened->transport, pamong_transport_free);
  g_free (opened);
}

void
pamong_note_free (PamongNote *note)
{
  g_free (note->code);
  g_free (note);
}

gpointer
pamong_open_job (PamongOffice *office, gpointer data, GError **error)
{
  PamongTransport *transport = pamong_line_open (pamong_office_store (office), error);
  PamongOpened *opened;

  if (transport == NULL)
    return NULL;
  opened = g_new0 (PamongOpened, 1);
  opened->transport = transport;
  opened->failures = pamong_office_backoff (office);
  return opened;
}

gpointer
pamong_prepare_job (PamongOffice *office, gpointer data, GError **error)
{
  const PamongAsk *ask = data;

  return pamong_errand_prepare (office, ask->task, ask->shrink, error);
}

gpointer
pamong_store_job (PamongOffice *office, gpointer data, GError **error)
{
  const PamongStoring *storing = data;

  pamong_errand_store (storing->errand, office, storing->round, error);
  return NULL;
}

gpointer
pamong_note_job (PamongOffice *office, gpointer data, GError **error)
{
  const PamongNote *note = data;

  pamong_errand_note (office, &note->round, note->outcome, note->failures, error);
  return NULL;
}

gpointer
pamong_count_job (PamongOffice *office, gpointer data, GError **error)
{
  PamongOutboxCounts counts;

  return GINT_TO_POINTER (pamong_outbox_counts (pamong_office_store (office), &counts, error) && counts.pending > 0);
}
