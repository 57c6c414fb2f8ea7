/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "exchange/export.h"
#include <gtk/gtk.h>

/* What an export asks beside whom: what, for which program, in words or codes, with masked numbers or whole. */
#define PAMONG_TYPE_EXPORT_FORM (pamong_export_form_get_type ())
G_DECLARE_FINAL_TYPE (PamongExportForm, pamong_export_form, PAMONG, EXPORT_FORM, GtkWidget)
/* Signal: "changed" (). */

/** PamongExportFor: whom the file is for. */
typedef enum { PAMONG_EXPORT_FOR_EXCEL, PAMONG_EXPORT_FOR_TEXT, PAMONG_EXPORT_FOR_OPENSID, PAMONG_EXPORT_FOR_OPENDK, PAMONG_N_EXPORT_FOR } PamongExportFor;

GtkWidget *pamong_export_form_new (void);
/** pamong_export_form_read: what, layout, words, separator and full of @order; nothing else. */
void pamong_export_form_read (PamongExportForm *form, PamongExportOrder *order);
PamongExportFor pamong_export_form_target (PamongExportForm *form);
/** pamong_export_form_reason: Returns: (transfer none): as typed. */
const char *pamong_export_form_reason (PamongExportForm *form);
/** pamong_export_form_choose, _choose_what, _set_full: as by hand. */
void pamong_export_form_choose (PamongExportForm *form, PamongExportFor target);
void pamong_export_form_choose_what (PamongExportForm *form, PamongExportWhat what);
void pamong_export_form_set_full (PamongExportForm *form, gboolean full, const char *reason);
/** pamong_export_form_focus_reason: where a reason is missing. */
void pamong_export_form_focus_reason (PamongExportForm *form);
