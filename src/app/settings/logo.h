/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <gtk/gtk.h>

/* A picked picture becomes the logo kept in the identity: a PNG of at most 256 pixels, as base64 within PAMONG_LONG_BYTES. */

/** pamong_logo_read: PNG, JPEG or SVG. No more of the file is read than a logo can need. Returns: (transfer full): base64; NULL with INVALID and Indonesian
 * words when the file is too large, no picture, or a picture of too many dots. Blocks; any thread. */
char *pamong_logo_read (GFile *file, GError **error);
/** pamong_logo_read_async: the same on a thread. */
void pamong_logo_read_async (GFile *file, GAsyncReadyCallback callback, gpointer user_data);
char *pamong_logo_read_finish (GAsyncResult *result, GError **error);
/** pamong_logo_texture: @base64: (nullable). Returns: (transfer full) (nullable): NULL when there is none, or it is no picture. */
GdkTexture *pamong_logo_texture (const char *base64);
