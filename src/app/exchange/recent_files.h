/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <glib.h>

/* The files that were imported last, kept beside the data of this computer. */

/** pamong_recent_files: @dir: of the store. Returns: (transfer full) (array zero-terminated=1): paths that still exist, the last one first. */
char **pamong_recent_files (const char *dir);
/** pamong_recent_files_add: a list that cannot be written is no reason to stop anybody. */
void pamong_recent_files_add (const char *dir, const char *path);
/** pamong_recent_files_find: Returns: (transfer full) (nullable): the path of the file called @name. */
char *pamong_recent_files_find (const char *dir, const char *name);
