/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "office/imports.h"

/* Rows of a file that was never written: laid down as exchange lays them. */

/** import_begin: what people there are is told by import_card(), then import_read(). */
void import_begin (PamongOffice *office);
/** import_card: a row for each member. Returns: number of the first. */
guint import_card (const PamongFamilyCard *card);
guint import_row (const PamongIntakeRow *row);
/** import_read: ends and compares it. Returns: (transfer full): its uid. */
char *import_read (PamongOffice *office);
/** import_whole: a file of one card, read. */
char *import_whole (PamongOffice *office, const PamongFamilyCard *card);
PamongImport *import_get (PamongOffice *office, const char *uid);
void import_commit (PamongOffice *office, const char *uid);
void import_undo (PamongOffice *office, const char *uid);
/** import_says: Returns: whether a finding of row @n has @rule. */
gboolean import_says (PamongOffice *office, const char *uid, guint n, const char *rule);
/** import_outcome: of row @n. */
PamongImportOutcome import_outcome (PamongOffice *office, const char *uid, guint n);
