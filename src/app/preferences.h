/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <glib.h>

/* What the person at this computer likes: size of the text, dark style. Kept beside the data, in the user's own configuration. */

/** pamong_preferences_default_path: Returns: (transfer full): pamong.ini in the user's configuration folder. */
char *pamong_preferences_default_path (void);
/** pamong_preferences_open: applies what is kept at @path, and keeps it there from now on. NULL, or before this call: nothing is kept. */
void pamong_preferences_open (const char *path);
/** pamong_preferences_keep: after the person changed one. A file that cannot be written is no reason to stop anybody. */
void pamong_preferences_keep (void);
