/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <glib.h>

/** pamong_zip_file_write: a zip at @path that holds the file @source under the name @inside; whole or not at all. INVALID, FULL as pamong_part_file_new(). */
gboolean pamong_zip_file_write (const char *path, const char *inside, const char *source, GError **error);
