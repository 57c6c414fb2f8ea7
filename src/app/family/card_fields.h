/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "domain/rules.h"
#include "office/office.h"
#include <gtk/gtk.h>

/* The top of a family card: its number and address, and what is known when Dukcapil has not issued the number yet. */
#define PAMONG_TYPE_CARD_FIELDS (pamong_card_fields_get_type ())
G_DECLARE_FINAL_TYPE (PamongCardFields, pamong_card_fields, PAMONG, CARD_FIELDS, GtkWidget)
/* Signals: "changed" (); "left" () a field was read; "finished" () Enter on the last field; "copy" () take over from the card before. */

GtkWidget *pamong_card_fields_new (void);
/** pamong_card_fields_load: @is_new: the card is not registered yet, so papers may be named. */
void pamong_card_fields_load (PamongCardFields *fields, const PamongRecord *family, gboolean is_new, gboolean editable);
/** pamong_card_fields_store: reads all into @family. Findings for texts that mean nothing are appended to @findings (nullable). */
void pamong_card_fields_store (PamongCardFields *fields, PamongRecord *family, GPtrArray *findings);
/** pamong_card_fields_keep: puts into @texts what a FAMILY record does not hold. */
void pamong_card_fields_keep (PamongCardFields *fields, GKeyFile *texts);
void pamong_card_fields_take (PamongCardFields *fields, GKeyFile *texts);
/** pamong_card_fields_papers: @papers: (out): what was filed; texts belong to @fields. Returns: FALSE when the number is issued. */
gboolean pamong_card_fields_papers (PamongCardFields *fields, PamongPapers *papers);
/** pamong_card_fields_set_waiting: the number is not issued; @form, @filed (YYYY-MM-DD): (nullable). */
void pamong_card_fields_set_waiting (PamongCardFields *fields, const char *form, const char *filed);
void pamong_card_fields_set_dusun (PamongCardFields *fields, const char *const *names);
void pamong_card_fields_set_can_copy (PamongCardFields *fields, gboolean can);
void pamong_card_fields_mark (PamongCardFields *fields, GPtrArray *findings);
/** pamong_card_fields_focus: @field of the family; -1 = the first one that takes text. */
void pamong_card_fields_focus (PamongCardFields *fields, int field);
/** pamong_card_fields_position: the field with the focus, or -1. */
int pamong_card_fields_position (PamongCardFields *fields);
void pamong_card_fields_set_value (PamongCardFields *fields, int field, const char *value);
