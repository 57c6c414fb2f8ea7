/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "sync/errand.h"
#include "sync/transport.h"

/* What the runner asks of the desk: each is a PamongDeskFunc and runs on the desk's thread. Beside it stands what it is given or gives back. */

/** pamong_open_job: Returns: (transfer full): PamongOpened: the line of a registered computer, and how often it failed; NOT_FOUND before enrolment. */
typedef struct {
  PamongTransport *transport;
  int failures;
} PamongOpened;
void pamong_opened_free (PamongOpened *opened);
gpointer pamong_open_job (PamongOffice *office, gpointer data, GError **error);

/** pamong_prepare_job: @data: PamongAsk. Returns: (transfer full) (nullable): PamongErrand. */
typedef struct {
  PamongSyncActionType task;
  int shrink;
} PamongAsk;
gpointer pamong_prepare_job (PamongOffice *office, gpointer data, GError **error);

/** pamong_store_job: @data: PamongStoring; both are the runner's, which leaves them alone meanwhile. Returns: NULL. */
typedef struct {
  PamongErrand *errand;
  PamongSyncResult *round;
} PamongStoring;
gpointer pamong_store_job (PamongOffice *office, gpointer data, GError **error);

/** pamong_note_job: @data: PamongNote. Returns: NULL. */
typedef struct {
  PamongSyncResult round;
  const char *outcome; /* a literal, or @code */
  char *code;
  int failures;
} PamongNote;
void pamong_note_free (PamongNote *note);
gpointer pamong_note_job (PamongOffice *office, gpointer data, GError **error);

/** pamong_count_job: Returns: non-NULL if something is pending. */
gpointer pamong_count_job (PamongOffice *office, gpointer data, GError **error);
