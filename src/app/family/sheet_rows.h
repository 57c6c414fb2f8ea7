/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/family/sheet_row.h"

/* What is asked of all rows together. @rows: (element-type PamongSheetRow): in the order on the screen. A row with nothing in it is no member:
 * member numbers count the others, as findings and cards do. */

gboolean pamong_sheet_rows_locate (GPtrArray *rows, PamongFieldEntry *entry, guint *row, int *cell);
/** pamong_sheet_rows_member: Returns: the member number that row @row has or would have. */
int pamong_sheet_rows_member (GPtrArray *rows, guint row);
/** pamong_sheet_rows_find: Returns: (nullable): the row of @member. */
PamongSheetRow *pamong_sheet_rows_find (GPtrArray *rows, int member);
void pamong_sheet_rows_renumber (GPtrArray *rows);
/** pamong_sheet_rows_suggest: suggestions in row @index, or none. Only the row being typed shows them: elsewhere they would look like answers. */
void pamong_sheet_rows_suggest (GPtrArray *rows, guint index, gboolean show);
/** pamong_sheet_rows_store: reads every cell; copies of the members into @members. Findings for texts that mean nothing into @findings (nullable). */
void pamong_sheet_rows_store (GPtrArray *rows, GPtrArray *members, GPtrArray *findings);
/** pamong_sheet_rows_keep: puts texts that mean nothing into @texts, a group per member. */
void pamong_sheet_rows_keep (GPtrArray *rows, GKeyFile *texts);
/** pamong_sheet_rows_take: puts them back into rows just loaded. */
void pamong_sheet_rows_take (GPtrArray *rows, GKeyFile *texts);
/** pamong_sheet_rows_mark: every cell bears the gravest finding about it, or none. */
void pamong_sheet_rows_mark (GPtrArray *rows, GPtrArray *findings);
