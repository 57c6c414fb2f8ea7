/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/exchange/mapping_view.h"
#include "app/exchange/result_view.h"
#include "app/exchange/start_view.h"
#include "app/page.h"

/* The way of a file into the register: chosen, recognised or matched column by column, read, looked through, written, taken back. */
#define PAMONG_TYPE_IMPORT_VIEW (pamong_import_view_get_type ())
G_DECLARE_FINAL_TYPE (PamongImportView, pamong_import_view, PAMONG, IMPORT_VIEW, GtkWidget)
GtkWidget *pamong_import_view_new (PamongSession *session);

/** PamongImportStep: what is in front. */
typedef enum { PAMONG_IMPORT_STEP_START, PAMONG_IMPORT_STEP_WORK, PAMONG_IMPORT_STEP_COLUMNS, PAMONG_IMPORT_STEP_RESULT } PamongImportStep;
PamongImportStep pamong_import_view_step (PamongImportView *view);
/** pamong_import_view_open_file: as if it had been chosen. */
void pamong_import_view_open_file (PamongImportView *view, const char *path);
/** pamong_import_view_show_import: the import @uid, as if it had been opened in the list of earlier ones. */
void pamong_import_view_show_import (PamongImportView *view, const char *uid);
PamongStartView *pamong_import_view_start (PamongImportView *view);
PamongMappingView *pamong_import_view_mapping (PamongImportView *view);
PamongResultView *pamong_import_view_result (PamongImportView *view);
