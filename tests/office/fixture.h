/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "office/office.h"

/* A village's office in a folder of its own, and the people the tests of this room share. They are made up. */
#define FIXTURE_AREA "35.22.28.2001"
#define FIXTURE_PASSWORD "kata sandi uji"
#define FIXTURE_TODAY "2026-03-10"

/** fixture_dir: Returns: (transfer full): a new folder; fixture_remove takes it away again. The clock stands at FIXTURE_TODAY. */
char *fixture_dir (void);
void fixture_remove (const char *dir);
/** fixture_office: a village's office with "Siti Operator" signed in. */
PamongOffice *fixture_office (void);
/** fixture_close: closes the office and removes its folder. */
void fixture_close (PamongOffice *office);

/** fixture_person: somebody with all required fields. @nik: (nullable). @sex: 1 or 2. @birth: YYYY-MM-DD. */
PamongRecord *fixture_person (const char *nik, const char *name, int sex, const char *birth, int shdk);
/** fixture_card: a family of three (SUTRISNO, SITI AMINAH, BUDI) without a single finding. */
PamongFamilyCard *fixture_card (void);
/** fixture_single: a card of one head. */
PamongFamilyCard *fixture_single (const char *kk_number, const char *nik, const char *name);
/** fixture_register: registers fixture_card. Returns: (transfer full): the card. */
PamongFamilyCard *fixture_register (PamongOffice *office);
PamongRecord *fixture_member (PamongFamilyCard *card, guint i);

/** fixture_arrive: @record comes from the line, as "Operator Kabupaten" wrote it by @act. */
void fixture_arrive (PamongOffice *office, const PamongRecord *record, const char *act);
/** fixture_arrive_in: the same of another village. */
void fixture_arrive_in (PamongOffice *office, const PamongRecord *record, const char *area, const char *act);
/** fixture_has: Returns: TRUE if @findings hold @rule. */
gboolean fixture_has (GPtrArray *findings, const char *rule);
/** fixture_events: Returns: (transfer full): events of @type about a resident or a family. */
GPtrArray *fixture_events (PamongOffice *office, PamongEventType type, const char *resident_uid, const char *family_uid);
/** fixture_changes: Returns: how many changes were captured so far. */
gint64 fixture_changes (PamongOffice *office);
/** fixture_logged: Returns: lines of the access log that say @what. */
gint64 fixture_logged (PamongOffice *office, const char *what);
