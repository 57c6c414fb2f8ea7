/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/shell/card_reader.h"
#include "app/shell/shell.h"

/** pamong_scan_add: from now on a card read while @shell is in front opens its person or family, whatever has the focus; the text that had it is as before.
 * A field for a NIK or No. KK takes the number itself. Returns: (transfer none): the reader, for tests. */
PamongCardReader *pamong_scan_add (PamongShell *shell);
/** pamong_scan_open: what is done with a number of sixteen digits: NIK first, then No. KK; an unknown one is said, and a new family offered. */
void pamong_scan_open (PamongShell *shell, const char *number);
