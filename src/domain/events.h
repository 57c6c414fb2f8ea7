/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "domain/record.h"

/** PamongEventType: codes of data/codes/peristiwa.csv that C acts on. 1-19 speak of a resident, 20-39 of a family, 90 takes one back. */
typedef enum {
  PAMONG_EVENT_OPENING = 1,      /* entered in the base list: counts as opening balance, not as arrival */
  PAMONG_EVENT_BIRTH = 2,
  PAMONG_EVENT_DEATH = 3,
  PAMONG_EVENT_MOVE_OUT = 4,
  PAMONG_EVENT_ARRIVAL = 5,
  PAMONG_EVENT_MISSING = 6,
  PAMONG_EVENT_AWAY = 7,
  PAMONG_EVENT_RETURNED = 8,     /* found again, back again */
  PAMONG_EVENT_REMOVED = 9,      /* dikeluarkan dari daftar, with a reason; a merged double names the other_uid */
  PAMONG_EVENT_MARRIED = 10,
  PAMONG_EVENT_DIVORCED = 11,
  PAMONG_EVENT_ADOPTED = 12,      /* a child into another family */
  PAMONG_EVENT_NIK_CORRECTED = 13,
  PAMONG_EVENT_FAMILY_OPENING = 20,
  PAMONG_EVENT_FAMILY_SPLIT = 21,
  PAMONG_EVENT_FAMILY_JOIN = 22,
  PAMONG_EVENT_HEAD_CHANGE = 23,
  PAMONG_EVENT_MOVE_INSIDE = 24,
  PAMONG_EVENT_CANCEL = 90       /* counter-event; `cancels` names what it takes back */
} PamongEventType;

/** PamongStatus: derived from events, never a field. */
typedef enum {
  PAMONG_STATUS_ALIVE = 1, PAMONG_STATUS_DEAD = 2, PAMONG_STATUS_MOVED = 3, PAMONG_STATUS_MISSING = 4, PAMONG_STATUS_AWAY = 6, PAMONG_STATUS_VOID = 9
} PamongStatus;
/** pamong_event_status: Returns: the status an event of @type gives, or 0 if it gives none. */
PamongStatus pamong_event_status (PamongEventType type);
/** pamong_events_status: what has become of a resident, from all his events. @events: (element-type PamongRecord), counter-events among them, in any order.
 * Removal and death stand until taken back; an opening or a birth speaks only when nothing else does; between the rest the later date. Whose entry
 * was taken back, with nothing else to speak for him, is VOID. The view
 * resident_list_now says the same in SQL (a test compares). */
PamongStatus pamong_events_status (GPtrArray *events);
/** pamong_status_name: Returns: "alive", "dead", "moved", "missing", "away", "void". */
const char *pamong_status_name (PamongStatus status);
/** pamong_status_from_name: Returns: the status, or 0. */
PamongStatus pamong_status_from_name (const char *name);
/** PamongLevel: where a computer stands. */
typedef enum { PAMONG_LEVEL_VILLAGE = 1, PAMONG_LEVEL_DISTRICT = 2, PAMONG_LEVEL_REGENCY = 3 } PamongLevel;
const char *pamong_level_name (PamongLevel level);     /* "village", "district", "regency" */
PamongLevel pamong_level_from_name (const char *name); /* 0 if none */
/** PamongDuty: codes of data/codes/tugas.csv. */
typedef enum {
  PAMONG_DUTY_OPERATOR = 1, PAMONG_DUTY_SECRETARY = 2, PAMONG_DUTY_HEAD = 3, PAMONG_DUTY_TRAINER = 4, PAMONG_DUTY_SERVICE = 5 /* Kasi Pelayanan Umum */,
  PAMONG_DUTY_KEEPER = 6 /* pengelola data */
} PamongDuty;
