/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "domain/rules.h"
#include "office/office.h"

/* What the rules say of the card being typed, and what the operator answered to it. No widgets here. */
typedef struct _PamongCardFindings PamongCardFindings;

PamongCardFindings *pamong_card_findings_new (void);
void pamong_card_findings_free (PamongCardFindings *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongCardFindings, pamong_card_findings_free)
/** pamong_card_findings_reset: another card: nothing found, nothing answered. */
void pamong_card_findings_reset (PamongCardFindings *self);
/** pamong_card_findings_set: @findings: (transfer full). @card: what was checked. @all: FALSE leaves out what only waits to be typed
 * (an empty field, no head yet): nobody is told before trying to save. */
void pamong_card_findings_set (PamongCardFindings *self, GPtrArray *findings, const PamongFamilyCard *card, gboolean all);
/** pamong_card_findings_answer: @reason: why an override is right; NULL for a warning that was read. It does not show again for the same value. */
void pamong_card_findings_answer (PamongCardFindings *self, const PamongFinding *finding, const char *reason);
/** pamong_card_findings_shown: Returns: (transfer none) (element-type PamongFinding): those without an answer; until the next call of set, answer or reset. */
GPtrArray *pamong_card_findings_shown (PamongCardFindings *self);
/** pamong_card_findings_pick: the one to speak of: the gravest, and among equals that of the cell in hand. @member -1 and kind FAMILY for the card itself. (nullable) */
const PamongFinding *pamong_card_findings_pick (PamongCardFindings *self, PamongKind kind, int member, int field);
/** pamong_card_findings_accepts: Returns: (transfer full) (element-type PamongAccept): reasons given, for rules of which no finding is left without one. */
GArray *pamong_card_findings_accepts (PamongCardFindings *self);
