/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "office/desk.h"

/* The daily backup, made by itself at a quiet moment, on a thread and a connection of its own: nobody who types waits for it. */
#define PAMONG_TYPE_DAILY_BACKUP (pamong_daily_backup_get_type ())
G_DECLARE_FINAL_TYPE (PamongDailyBackup, pamong_daily_backup, PAMONG, DAILY_BACKUP, GObject)
PamongDailyBackup *pamong_daily_backup_new (PamongDesk *desk, const char *dir);
/** pamong_daily_backup_look: makes today's, if it is due and none is being made. Called by itself, and by tests. */
void pamong_daily_backup_look (PamongDailyBackup *daily);
/** pamong_daily_backup_stop: breaks off what is under way and waits for its thread; final. Before pamong_desk_stop(). */
void pamong_daily_backup_stop (PamongDailyBackup *daily);
