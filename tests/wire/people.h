/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "wire/envelope.h"

/* Synthetic families as changes, for tests of what travels. The same seed gives the same people; uids are as random as real ones. */

/** people_insert: Returns: (transfer full): @record as an insert, its fields in the order of the registry. */
PamongChange *people_insert (const PamongRecord *record, const char *actor, const char *act, gint64 t);
/** people_update: Returns: (transfer full): one field of @record from its value to @text (parsed as a person writes it); @record follows. */
PamongChange *people_update (PamongRecord *record, int field, const char *text, const char *actor, gint64 t);
/** people_account: Returns: (transfer full): an operator's account in @area. */
PamongRecord *people_account (const char *area);
/** people_family: Returns: (transfer full): a card of @n people of @area. */
PamongFamilyCard *people_family (GRand *rand, const char *area, guint n);
/** people_register: the act family.register of @card: family, its event, then each resident and the event that counts him in. Appends to @changes. */
void people_register (GPtrArray *changes, const PamongFamilyCard *card, const char *actor, gint64 t);
/** people_push: Returns: (transfer full): a request with @changes (transfer full), numbered from @from_seq; acts are told apart by their tx. */
PamongPushRequest *people_push (GPtrArray *changes, const char *device, gint64 from_seq);
/** people_changes: an empty list that owns its changes. */
GPtrArray *people_changes (void);
