/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "office/office.h"

/* A village office with things to send, for tests that need one and not a population. */
typedef struct {
  char *dir;
  PamongOffice *office;
  guint families;
} VillageOffice;

VillageOffice *village_office_new (const char *area);
void village_office_free (VillageOffice *village);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VillageOffice, village_office_free)
/** village_office_register: one family of one head more, named after its number. */
void village_office_register (VillageOffice *village);
gint64 village_office_pending (VillageOffice *village);
/** village_office_count: how many residents there are. */
gint64 village_office_count (VillageOffice *village);
