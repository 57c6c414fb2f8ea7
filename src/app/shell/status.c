/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/shell/status.h"
#include "app/words.h"
#include "domain/clock.h"
#include "store/device.h"
#include "store/inbox.h"
#include <glib/gi18n.h>

#define ICON_CHECK "object-select-symbolic"
#define ICON_CLOCK "preferences-system-time-symbolic"
#define ICON_WARNING "dialog-warning-symbolic"
#define ICON_DIFFERS "view-dual-symbolic"

void
pamong_status_line_clear (PamongStatusLine *line)
{
  g_clear_pointer (&line->words, g_free);
}

static void
say (PamongStatusLine *line, const char *icon, gboolean warning, char *words)
{
  line->icon = icon;
  line->warning = warning;
  line->words = words;
}

static char *
counted (gint64 n, const char *words)
{
  g_autofree char *number = pamong_words_number (n);

  return g_strdup_printf ("%s %s", number, words);
}

static char *
unsent_words (gint64 n)
{
  g_autofree char *saved = counted (n, _ ("saved on this computer"));

  return g_strdup_printf (_ ("not connected, %s"), saved);
}

static char *
waiting_words (const PamongStatusFacts *facts)
{
  g_autofree char *first = counted (facts->counts.pending, _ ("waiting for network"));
  g_autofree char *age = pamong_words_waiting (facts->counts.oldest_pending, facts->now);

  if (facts->counts.oldest_pending == 0 || facts->now - facts->counts.oldest_pending < 24 * 3600)
    return g_steal_pointer (&first);
  return g_strdup_printf (_ ("%s, oldest %s"), first, age);
}

static char *
sent_words (const PamongStatusFacts *facts)
{
  g_autofree char *time = NULL;

  if (facts->counts.last_sync == 0)
    return g_strdup (_ ("All sent"));
  time = pamong_words_time (facts->counts.last_sync, facts->now);
  return g_strdup_printf (_ ("All sent %s"), time);
}

void
pamong_status_line (const PamongStatusFacts *facts, PamongStatusLine *line)
{
  const PamongOutboxCounts *counts = &facts->counts;

  if (facts->practice)
    say (line, ICON_CLOCK, FALSE, g_strdup (_ ("Practice, not sent")));
  else if (!facts->enrolled)
    say (line, ICON_CLOCK, FALSE, unsent_words (counts->pending));
  else if (counts->held > 0)
    say (line, ICON_WARNING, TRUE, counted (counts->held, _ ("to be put right")));
  else if (counts->conflicts > 0)
    say (line, ICON_DIFFERS, TRUE, counted (counts->conflicts, _ ("differing entries")));
  else if (facts->stopped != NULL)
    say (line, ICON_WARNING, TRUE, g_strdup (_ ("Sending has stopped")));
  else if (counts->pending > 0)
    say (line, ICON_CLOCK, FALSE, waiting_words (facts));
  else if (!facts->complete)
    say (line, ICON_CLOCK, FALSE, g_strdup (_ ("Not complete yet")));
  else
    say (line, ICON_CHECK, FALSE, sent_words (facts));
}

gboolean
pamong_status_read (PamongSession *session, PamongStatusFacts *facts, GError **error)
{
  PamongStore *store = pamong_session_store (session);
  g_autoptr (PamongDevice) device = NULL;
  g_autoptr (GError) problem = NULL;
  PamongSyncRunner *sync = pamong_session_sync (session);

  *facts = (PamongStatusFacts){ .now = pamong_clock_now () };
  if (!pamong_outbox_counts (store, &facts->counts, error))
    return FALSE;
  device = pamong_device_get (store, &problem);
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  facts->practice = pamong_session_is_practice (session);
  facts->enrolled = device != NULL;
  facts->complete = pamong_inbox_complete (store);
  facts->busy = pamong_sync_runner_is_busy (sync);
  facts->stopped = pamong_sync_runner_message (sync);
  return TRUE;
}
