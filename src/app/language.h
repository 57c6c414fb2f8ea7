/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <glib.h>

/** pamong_language_init: Indonesian words whatever the system's locale; PAMONG_LANG asks for another language. Call first in main, before GTK. */
void pamong_language_init (void);
/** pamong_language_executable: Returns: (transfer full) (nullable): full path of this program's file. */
char *pamong_language_executable (void);
