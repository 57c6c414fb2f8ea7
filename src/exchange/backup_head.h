/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "exchange/backup.h"
#include <stdio.h>

/* What writing and reading share: the head of the file and its pieces. */
#define PAMONG_BACKUP_MAGIC "PAMONG-CADANGAN\n"
#define PAMONG_BACKUP_MAGIC_BYTES 16
#define PAMONG_BACKUP_FORMAT 1
#define PAMONG_BACKUP_HEAD_MOST 8192
#define PAMONG_BACKUP_PIECE (256 * 1024)

/** pamong_backup_head: Returns: (transfer full): magic, format, length and text, as they stand in the file. */
GBytes *pamong_backup_head (const PamongBackup *backup);
/** pamong_backup_read_head: from the beginning of @file. @head: (out) (optional) (transfer full): the bytes, to which the first piece is bound. */
PamongBackup *pamong_backup_read_head (FILE *file, GBytes **head, GError **error);
/** pamong_backup_inner, _read_inner: the first piece: what is known only to who opens it. */
char *pamong_backup_inner (const PamongBackup *backup);
gboolean pamong_backup_read_inner (PamongBackup *backup, const char *text, gsize size);

gboolean pamong_backup_refuse_damaged (GError **error);
gboolean pamong_backup_refuse_cancelled (GError **error);
/** pamong_backup_read_back: every piece of @path with @key; nothing is written. */
gboolean pamong_backup_read_back (const char *path, const guint8 *key, gint64 base, gint64 total, GCancellable *cancellable, PamongBackupSteps steps, gpointer data, GError **error);
