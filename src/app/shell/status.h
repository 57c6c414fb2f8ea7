/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/session.h"
#include "store/outbox.h"

/** PamongStatusLine: what the pill says. A warning is amber; all others are neutral. */
typedef struct {
  const char *icon;
  char *words;
  gboolean warning;
} PamongStatusLine;
void pamong_status_line_clear (PamongStatusLine *line);

/** PamongStatusFacts: everything the pill depends on. @stopped: (nullable): why sync stopped for good. */
typedef struct {
  PamongOutboxCounts counts;
  gboolean practice, enrolled, complete, busy;
  const char *stopped;
  gint64 now;
} PamongStatusFacts;
/** pamong_status_line: the one thing to say (R17), first the one that needs a person: perlu diperbaiki, beda isian, stopped, waiting, all sent. */
void pamong_status_line (const PamongStatusFacts *facts, PamongStatusLine *line);
/** pamong_status_read: @facts of a session, now. */
gboolean pamong_status_read (PamongSession *session, PamongStatusFacts *facts, GError **error);
