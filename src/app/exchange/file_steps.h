/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/exchange/mapping_view.h"
#include "app/exchange/progress_panel.h"
#include "app/exchange/start_view.h"
#include "app/page.h"

/* The first steps of a file: chosen, opened, recognised or matched column by column, until it is understood; whoever takes it from there adds steps of his own. */
#define PAMONG_TYPE_FILE_STEPS (pamong_file_steps_get_type ())
G_DECLARE_FINAL_TYPE (PamongFileSteps, pamong_file_steps, PAMONG, FILE_STEPS, GtkWidget)
/* Signals: "stepped" (): another step is in front: the words over it are to be said; "understood" (): its file may be read; "desil" (): its file is a table of families with their desil (only where
 * that is asked for); "stop" (): what pamong_file_steps_watch() shows. */

#define PAMONG_STEP_START "start"
#define PAMONG_STEP_WORK "work"
#define PAMONG_STEP_COLUMNS "columns"

/** pamong_file_steps_new: @start: (transfer floating): its first step. @desil: tables of families with their desil are known. */
GtkWidget *pamong_file_steps_new (PamongSession *session, PamongStartView *start, gboolean desil);
/** pamong_file_steps_add: one more step, (type PamongPage). */
void pamong_file_steps_add (PamongFileSteps *steps, const char *name, GtkWidget *step);
/** pamong_file_steps_go: puts @name in front; nothing is watched any more. */
void pamong_file_steps_go (PamongFileSteps *steps, const char *name);
const char *pamong_file_steps_name (PamongFileSteps *steps);
/** pamong_file_steps_hint: @words: (nullable): over the step in front. */
void pamong_file_steps_hint (PamongFileSteps *steps, const char *words);
void pamong_file_steps_open (PamongFileSteps *steps, const char *path);
/** pamong_file_steps_file: Returns: (transfer none) (nullable): the one at hand. */
PamongImportFile *pamong_file_steps_file (PamongFileSteps *steps);
/** pamong_file_steps_begin: to the start; the file is let go. @complaint: (nullable): why. */
void pamong_file_steps_begin (PamongFileSteps *steps, const char *complaint);
/** pamong_file_steps_refuse: the file could not be read: to its columns where they can be matched otherwise, else to the start. */
void pamong_file_steps_refuse (PamongFileSteps *steps, const char *complaint);
/** pamong_file_steps_match: its columns are looked at again. */
void pamong_file_steps_match (PamongFileSteps *steps);
/** pamong_file_steps_watch: @job is at work. */
void pamong_file_steps_watch (PamongFileSteps *steps, const char *title, const char *hint, PamongImportJob *job);
PamongMappingView *pamong_file_steps_mapping (PamongFileSteps *steps);
