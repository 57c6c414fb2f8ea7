/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "store/figures.h"
#include "store/outbox.h"
#include <gtk/gtk.h>

/** pamong_tasks_new: Returns: (transfer floating): what is to be done today, a row each with its count; a row opens its page with its filter. */
GtkWidget *pamong_tasks_new (void);
/** pamong_tasks_set: @to_check: findings of the rules, -1 = not known yet. @backup_days: pamong_backup_days(); the row is there when it is not 0. Returns: how many kinds wait. */
guint pamong_tasks_set (GtkWidget *tasks, const PamongFigures *figures, const PamongOutboxCounts *counts, gint64 to_check, int backup_days);
