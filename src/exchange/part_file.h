/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <gio/gio.h>

/* A file being made: it is written beside its name and gets it when it is whole; what had the name before stays until then. */
typedef struct _PamongPartFile PamongPartFile;

/** pamong_part_file_new: makes the empty file beside @path, private to the user. INVALID when nothing can be written there, FULL when the disk is full. @stream:
 * (out) (optional) (transfer full): to write it through. */
PamongPartFile *pamong_part_file_new (const char *path, GFileOutputStream **stream, GError **error);
/** pamong_part_file_free: without pamong_part_file_finish() nothing is left of it. */
void pamong_part_file_free (PamongPartFile *part);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongPartFile, pamong_part_file_free)
/** pamong_part_file_path: Returns: (transfer none): where it is now. */
const char *pamong_part_file_path (PamongPartFile *part);
/** pamong_part_file_folder: Returns: (transfer none). */
const char *pamong_part_file_folder (PamongPartFile *part);
/** pamong_part_file_blame: what stopped the writing, and the remedy. @why: (nullable): a library or a system that tells no reason has found the disk
 * full, unless the folder is gone. Returns: FALSE. */
gboolean pamong_part_file_blame (PamongPartFile *part, const GError *why, GError **error);
gboolean pamong_part_file_finish (PamongPartFile *part, GError **error);
