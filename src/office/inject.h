/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "office/office.h"

/* Isian dari kabupaten: what the regency filled in, and the village's word on it. */

/** pamong_office_confirm: these residents came from the regency and have been checked here: they wait no longer. Many are written as acts of at most
 * PAMONG_ACT_MAX. @uids: (array zero-terminated=1): those that do not wait are passed over. @n: (out) (optional): how many were confirmed. */
gboolean pamong_office_confirm (PamongOffice *office, const char *const *uids, guint *n, GError **error);
