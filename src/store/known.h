/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "store/store.h"

/* Who is known already, read through once: by what people are told apart when many come at once. */

/** PamongKnownPerson: valid only during the call. @status: VOID with @undone: an import made this person and was taken back, so that another one may take them up again. */
typedef struct {
  const char *uid, *nik, *name_key, *birth_date;
  int sex;
  PamongStatus status;
  gboolean undone;
} PamongKnownPerson;
typedef void (*PamongKnownPersonFunc) (const PamongKnownPerson *person, gpointer data);
/** pamong_store_known_people: everybody of @area, those who left or died too, from the list alone: its rows are half as long. */
gboolean pamong_store_known_people (PamongStore *store, const char *area, PamongKnownPersonFunc func, gpointer data, GError **error);
/** PamongKnownFamilyFunc: @kk_number: (nullable). */
typedef void (*PamongKnownFamilyFunc) (const char *uid, const char *kk_number, gpointer data);
gboolean pamong_store_known_families (PamongStore *store, const char *area, PamongKnownFamilyFunc func, gpointer data, GError **error);
/** pamong_store_batch_events: Returns: (transfer full) (element-type PamongRecord): events that came with batch @uid and that nothing has taken back, last entered first. */
GPtrArray *pamong_store_batch_events (PamongStore *store, const char *uid, GError **error);
/** pamong_store_batch_person: whom batch @uid made of somebody with this name, number and birth date, (nullable) each. Returns: (transfer full) (nullable): NULL for none, and for two or more. */
char *pamong_store_batch_person (PamongStore *store, const char *uid, const char *name, const char *nik, const char *birth_date);
/** PamongActChangeFunc: one record that an act updated: its @set of PamongDelta. Returns: FALSE to stop with *@error set. */
typedef gboolean (*PamongActChangeFunc) (PamongKind kind, const char *uid, GPtrArray *set, gpointer data, GError **error);
/** pamong_store_act_updates: what acts of the name @act changed of residents and families, wherever they were done; last first. */
gboolean pamong_store_act_updates (PamongStore *store, const char *act, PamongActChangeFunc func, gpointer data, GError **error);
