/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <gtk/gtk.h>

/* For build-aux: measure the start, and take pictures of the real window. */

/** pamong_stamp_begin: remembers when the program started; first line of main. */
void pamong_stamp_begin (void);
/** pamong_stamp_signed_in: somebody was signed in just now. */
void pamong_stamp_signed_in (void);
/** pamong_stamp_first_frame: with PAMONG_STAMP set: after @window's next frame prints "first-frame <usec since start> <usec since signed in> <PSS kB> <cells of lists with words in them>" on stderr; "quit" ends the program then. */
void pamong_stamp_first_frame (GtkWindow *window);
typedef gboolean (*PamongStampReady) (GtkWindow *window);
/** pamong_stamp_picture: once @window is @ready and has settled, writes it to @path as PNG and closes it. */
void pamong_stamp_picture (GtkWindow *window, const char *path, PamongStampReady ready);
