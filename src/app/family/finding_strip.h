/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "domain/rules.h"
#include <gtk/gtk.h>

/* One line above the foot bar that says whose, what, and what to do. Its place is kept when there is nothing to say, so that nothing jumps. */
#define PAMONG_TYPE_FINDING_STRIP (pamong_finding_strip_get_type ())
G_DECLARE_FINAL_TYPE (PamongFindingStrip, pamong_finding_strip, PAMONG, FINDING_STRIP, GtkWidget)
/* Signals about the finding shown: "take" () its suggestion; "accept" () it is right as it stands; "open-other" () the record it speaks of. */

GtkWidget *pamong_finding_strip_new (void);
/** pamong_finding_strip_show: (nullable): NULL = nothing to say. A copy is not kept: @finding lives until the next show. */
void pamong_finding_strip_show (PamongFindingStrip *strip, const PamongFinding *finding);
/** pamong_finding_strip_say: plain words that are no finding (an error of the disk, a row that stays). */
void pamong_finding_strip_say (PamongFindingStrip *strip, const char *message);
const PamongFinding *pamong_finding_strip_finding (PamongFindingStrip *strip);
