/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "domain/rules.h"
#include <gtk/gtk.h>

/* The members of a family card in two bands that scroll as one. Enter walks a row through both bands and on into the next row, which opens by itself.
 * A blank row is no member; member numbers below count the others. */
#define PAMONG_TYPE_FAMILY_SHEET (pamong_family_sheet_get_type ())
G_DECLARE_FINAL_TYPE (PamongFamilySheet, pamong_family_sheet, PAMONG, FAMILY_SHEET, GtkWidget)
/* Signals: "changed" () something was typed or a row deleted; "cell-left" (int member, int field) a cell was read; "moved" () the focus is in another cell;
 * "finished" () Enter on the name of a blank row, or at the end; "started" () backwards out of the first cell; "kept" () a row that may not be deleted. */

GtkWidget *pamong_family_sheet_new (void);
/** pamong_family_sheet_load: shows copies of @members (element-type PamongRecord). The first @n_known are in the register and cannot be deleted here.
 * @area: of new rows. */
void pamong_family_sheet_load (PamongFamilySheet *sheet, GPtrArray *members, guint n_known, const char *area, gboolean editable);
/** pamong_family_sheet_keep: see pamong_sheet_rows_keep(). */
void pamong_family_sheet_keep (PamongFamilySheet *sheet, GKeyFile *texts);
void pamong_family_sheet_take (PamongFamilySheet *sheet, GKeyFile *texts);
/** pamong_family_sheet_store: replaces @members by copies of what stands here. Findings for texts that mean nothing are appended to @findings (nullable). */
void pamong_family_sheet_store (PamongFamilySheet *sheet, GPtrArray *members, GPtrArray *findings);
/** pamong_family_sheet_mark: shows @findings (element-type PamongFinding) in their cells, and takes away all others. */
void pamong_family_sheet_mark (PamongFamilySheet *sheet, GPtrArray *findings);
guint pamong_family_sheet_count (PamongFamilySheet *sheet);
/** pamong_family_sheet_focus: @field -1 = the name; @member past the last = a blank row. */
void pamong_family_sheet_focus (PamongFamilySheet *sheet, int member, int field);
/** pamong_family_sheet_resume: where typing stopped: the first blank cell of the last member. */
void pamong_family_sheet_resume (PamongFamilySheet *sheet);
/** pamong_family_sheet_position: FALSE when the focus is elsewhere. */
gboolean pamong_family_sheet_position (PamongFamilySheet *sheet, int *member, int *field);
/** pamong_family_sheet_set_value: writes one cell as if a person had. @value: as stored ("2011-05-12", "1"). */
void pamong_family_sheet_set_value (PamongFamilySheet *sheet, int member, int field, const char *value);
/** pamong_family_sheet_carry: @value into @field of the first row, member or not yet. */
void pamong_family_sheet_carry (PamongFamilySheet *sheet, int field, const char *value);
