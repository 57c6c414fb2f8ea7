/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "fixture.h"
#include "office/letters.h"

/* A village that may issue letters: a head in office, a family, and somebody who draws a page without drawing: the tests of office know no paper. */

/** desk_prepare: the head takes office; Returns: (transfer full): a family of three. */
PamongFamilyCard *desk_prepare (PamongOffice *office);
/** desk_official: @post of codes/jabatan.csv, @form of codes/bentuk_jabatan.csv. */
PamongRecord *desk_official (PamongOffice *office, int post, int form, const char *name, const char *since, const char *until);
/** desk_case: an SKTM for @uid with what it asks for. */
PamongLetterCase *desk_case (const char *uid);
/** desk_drawer: a page that is the facts as text. */
const PamongLetterDrawer *desk_drawer (void);
/** desk_issue: Returns: (transfer full): an SKTM for @uid, issued. */
PamongRecord *desk_issue (PamongOffice *office, const char *uid);
/** desk_today: the clock at noon of @day. */
void desk_today (const char *day);
