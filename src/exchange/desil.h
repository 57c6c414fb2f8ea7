/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "exchange/sheet.h"
#include "office/desil.h"

/** pamong_desil_read: rows of a table with a desil and a No. KK or a NIK (headings: data/sheets/desil.csv and headings.csv). Returns: (transfer full) (nullable)
 * (element-type PamongDesilRow): NULL without error when no sheet of @book has such headings. */
GPtrArray *pamong_desil_read (PamongBook *book, GError **error);
