/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "office/office.h"

/** PamongWaived: an override that somebody accepted and nobody withdrew. @rule: id. @kind, @subject_uid: the record. @who, @rt: (nullable): by which a person
 * tells it. @value: (nullable): what was accepted, as stored. @title: of the rule, or of what was said where there is no rule. @other: (nullable): of PAMONG_DOUBLE_RULE: who is
 * not @who. */
typedef struct {
  char *uid, *rule, *subject_uid, *who, *rt, *reason, *value, *other;
  const char *title;
  PamongKind kind;
} PamongWaived;
void pamong_waived_free (PamongWaived *waived);

/** pamong_waivers: those of records that are here. Returns: (transfer full) (element-type PamongWaived): by rule, oldest first. */
GPtrArray *pamong_waivers (PamongStore *store, GError **error);
/** pamong_office_withdraw_waiver: the reason holds no more: the rule speaks again, here and on every other computer. NOT_FOUND when it is not there or was withdrawn. */
gboolean pamong_office_withdraw_waiver (PamongOffice *office, const char *uid, GError **error);
