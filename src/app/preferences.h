/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <glib.h>

/* What the person at this computer likes: size of the text, dark style. Kept beside the data, in the user's own configuration. */

/** pamong_preferences_default_path: Returns: (transfer full): pamong.ini in the user's configuration folder. */
char *pamong_preferences_default_path (void);
/** pamong_preferences_open: applies what is kept at @path, and keeps it there from now on. NULL, or before this call: nothing is kept. */
void pamong_preferences_open (const char *path);
/** pamong_preferences_old_computer: nothing moves and, from the next start, cairo draws. */
gboolean pamong_preferences_old_computer (void);
void pamong_preferences_set_old_computer (gboolean old);
/** pamong_preferences_asks_cairo: the same read before GTK starts. @path: (nullable). */
gboolean pamong_preferences_asks_cairo (const char *path);
/** pamong_preferences_set_program: the file this program was started from. pamong_preferences_program: Returns: (transfer full) (nullable): to start another one. */
void pamong_preferences_set_program (const char *program);
char *pamong_preferences_program (void);
/** pamong_preferences_keep: after the person changed one. A file that cannot be written is no reason to stop anybody. */
void pamong_preferences_keep (void);
