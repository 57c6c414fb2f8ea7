/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <gtk/gtk.h>

/* The short list under an entry while a code is typed. The keyboard stays in the entry: it moves the highlight here and asks what is highlighted. */
#define PAMONG_TYPE_CODE_POPOVER (pamong_code_popover_get_type ())
G_DECLARE_FINAL_TYPE (PamongCodePopover, pamong_code_popover, PAMONG, CODE_POPOVER, GtkPopover)
/* Signal: "chosen" () a row was clicked; it is the highlighted one. */

/** PamongChoice: one row. @number: the code, or the place in the list for free words. @words: borrowed; must live as long as the list is shown. */
typedef struct { int number; const char *words; } PamongChoice;

/** pamong_code_popover_new: (transfer full) a popover that hangs below @parent. */
GtkWidget *pamong_code_popover_new (GtkWidget *parent);
/** pamong_code_popover_show: shows @choices (element-type PamongChoice), row @highlight highlighted (-1: none); closes when there are no choices. */
void pamong_code_popover_show (PamongCodePopover *popover, GArray *choices, int highlight);
void pamong_code_popover_close (PamongCodePopover *popover);
gboolean pamong_code_popover_is_open (PamongCodePopover *popover);
/** pamong_code_popover_move: the highlight @step rows down (negative: up), stopping at the ends. */
void pamong_code_popover_move (PamongCodePopover *popover, int step);
/** pamong_code_popover_current: Returns: (nullable) (transfer none): the highlighted row of an open list. */
const PamongChoice *pamong_code_popover_current (PamongCodePopover *popover);
