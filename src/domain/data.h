/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <gio/gio.h>

/** pamong_data_load: @path: relative to data/, e.g. "codes/agama.csv". A file of that name under `$PAMONG_DATA_DIR` wins over
 * the one built in, so that an office can follow a decree without a new program. Returns: (transfer full): the bytes. */
GBytes *pamong_data_load (const char *path, GError **error);
/** pamong_data_text: Returns: (transfer full): same as text; aborts if a built-in file is missing (a fault of the build). */
char *pamong_data_text (const char *path);
/** pamong_data_list: Returns: (transfer full) (array zero-terminated=1): built-in file names directly in @dir, sorted. */
char **pamong_data_list (const char *dir);
/** pamong_csv_parse: RFC 4180, first row = header. Every row has as many columns as the header; blank lines and a last row cut off inside a quote are
 * left out. Returns: (transfer full) (element-type GStrv): rows without the header;
 * @header: (out) (transfer full) (optional). */
GPtrArray *pamong_csv_parse (const char *text, char ***header);
