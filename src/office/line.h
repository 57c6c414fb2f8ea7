/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "office/office.h"
#include "store/device.h"
#include "store/inbox.h"
#include "store/outbox.h"

/* The acts of sync: what the line brings is written here, on the office's thread, in short transactions (R3.3). Nobody needs to be signed in (R16). */
PamongPushRequest *pamong_office_batch (PamongOffice *office, GError **error);
gboolean pamong_office_store_answer (PamongOffice *office, const PamongPushAnswer *answer, GError **error);
gboolean pamong_office_store_page (PamongOffice *office, const PamongPullAnswer *page, GError **error);
gboolean pamong_office_store_hello (PamongOffice *office, const PamongHelloAnswer *answer, GError **error);
/** pamong_office_device_key: this computer's key pair, made and kept the first time: an enrolment whose answer was lost is tried again with the same key (R16). */
gboolean pamong_office_device_key (PamongOffice *office, char **public_key, char **private_key, GError **error);
/** pamong_office_forget_key: the next enrolment makes a new one: what was put back from a backup is no longer the computer it was. */
gboolean pamong_office_forget_key (PamongOffice *office, GError **error);
gboolean pamong_office_store_device (PamongOffice *office, const PamongDevice *device, GError **error);
gboolean pamong_office_store_round (PamongOffice *office, const PamongRound *round, GError **error);
/** pamong_office_clock_offset: server time less this computer's at the last hello, seconds; 0 within ten minutes. Shown, never reckoned with (R15). A reader: any thread's store. */
gint64 pamong_office_clock_offset (PamongStore *store);
/** pamong_office_backoff: how often in a row it failed; kept over restarts (R9). */
int pamong_office_backoff (PamongOffice *office);
gboolean pamong_office_set_backoff (PamongOffice *office, int n, GError **error);
