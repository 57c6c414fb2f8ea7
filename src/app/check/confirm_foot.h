/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/check/work_list.h"
#include "app/session.h"

/* Below the findings: whom the regency filled in is confirmed by families and by RT. Shown while that kind is chosen. */
#define PAMONG_CONFIRM_RULE "not-checked"

/** pamong_confirm_foot_new: for the foot of @list, which it belongs to. */
GtkWidget *pamong_confirm_foot_new (PamongWorkList *list, PamongSession *session);
/** pamong_confirm_one: marks the person of @row as checked. */
void pamong_confirm_one (PamongWorkList *list, PamongSession *session, PamongWorkRow *row);
