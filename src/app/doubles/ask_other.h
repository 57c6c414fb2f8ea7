/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/doubles/undo_band.h"

/** pamong_doubles_ask_other: who else is @resident? Somebody is found by name or NIK; the two are then set side by side. @band: says what came of it. */
void pamong_doubles_ask_other (GtkWidget *parent, PamongSession *session, const PamongRecord *resident, PamongUndoBand *band);
