/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <gio/gio.h>

/** folder_new: Returns: (transfer full): a new empty folder, in memory where the system has such a place. */
char *folder_new (void);
void folder_remove (const char *path);
