/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "server/ledger.h"

/* Who changed which merge group last: `{"address":{"v":5,"d":"<device>","by":"RATNA","t":1790000000}}`. A group that stands as it was entered is not
 * in it, but once another has changed, `*` says who entered the record. `?address/<device>`: when a value of that computer was last kept aside. */
#define PAMONG_GROUPS_ENTERED "*"

/** pamong_groups_note: @key of @entry is now @device's work: version and time as @entry has them. */
void pamong_groups_note (PamongEntry *entry, const char *key, const char *device, const char *by, gint64 t);
/** pamong_groups_note_clash: a value of @device for @key was kept aside: whoever saw an older version of the record has not seen it. */
void pamong_groups_note_clash (PamongEntry *entry, const char *key, const char *device);
/** pamong_groups_unseen: was a value of somebody else than @device for @key kept aside after version @base? */
gboolean pamong_groups_unseen (const PamongEntry *entry, const char *key, const char *device, gint64 base);
/** pamong_groups_author: who stands behind the present value of @key and when. @by: (out) (transfer full). */
void pamong_groups_author (const PamongEntry *entry, const char *key, char **by, gint64 *t);
/** pamong_groups_device: Returns: (transfer full): the device behind the present value of @key; "" = the centre. PAMONG_GROUPS_ENTERED: who entered the record. */
char *pamong_groups_device (const PamongEntry *entry, const char *key);
/** pamong_groups_foreign: Returns: (transfer full): those of @keys that somebody else than @device changed after version @base. */
char **pamong_groups_foreign (const PamongEntry *entry, char **keys, const char *device, gint64 base);
