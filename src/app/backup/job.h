/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "exchange/backup.h"

/* One long piece of work on a thread of its own; how far it is can be asked meanwhile. */
typedef enum { PAMONG_BACKUP_WRITE, PAMONG_BACKUP_OPEN, PAMONG_BACKUP_VERIFY, PAMONG_BACKUP_RESTORE } PamongBackupTask;
typedef struct _PamongBackupJob PamongBackupJob;
/** pamong_backup_job_new: @dir: the data folder. @path: the folder to write to, or the file to read. @passphrase: (nullable): of a file that is read. */
PamongBackupJob *pamong_backup_job_new (PamongBackupTask task, const char *dir, const char *path, const char *passphrase);
void pamong_backup_job_unref (PamongBackupJob *job);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongBackupJob, pamong_backup_job_unref)
/** pamong_backup_job_share: Returns: 0 … 1. */
double pamong_backup_job_share (PamongBackupJob *job);
void pamong_backup_job_stop (PamongBackupJob *job);
void pamong_backup_job_run_async (PamongBackupJob *job, gpointer source, GAsyncReadyCallback callback, gpointer data);
/** pamong_backup_job_run_finish: Returns: (transfer full): the file that was written or read, of OPEN the computer that made it, or the one that was replaced ("" = none); NULL when it failed. */
char *pamong_backup_job_run_finish (GAsyncResult *result, GError **error);
