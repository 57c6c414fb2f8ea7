/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "domain/record.h"
#include "exchange/sheet.h"

/* Addresses that hold what belongs into fields of their own (data/sheets/words.csv, "label"). */

/**
 * pamong_sheet_place_take: "JL. MAWAR 3 DSN. KRAJAN RT 003 RW 001, Kodepos:62181": cuts dusun, RT, RW and postcode out of it, the rest is the address. What @family
 * has already stays. "DS." before the name of the village itself means desa. A bare name ("KRAJAN") is the dusun; one that begins with a street word or holds a number is not.
 * Returns: FALSE with INVALID when a part cannot be taken; the other parts are.
 */
gboolean pamong_sheet_place_take (const PamongSheetCell *cell, PamongRecord *family, GError **error);
/** pamong_sheet_rt_rw_take: "003/001", "RT 3 RW 1". */
gboolean pamong_sheet_rt_rw_take (const PamongSheetCell *cell, PamongRecord *family, GError **error);
