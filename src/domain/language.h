/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/** pamong_language_use: Indonesian words whatever the system's locale; PAMONG_LANG asks for another language. @words: folder of the compiled words. The first thing
 * a program does. */
void pamong_language_use (const char *words);
/** pamong_language_folder: Returns: (transfer none): where a program without windows finds its words: those of the build tree, else the installed ones. */
const char *pamong_language_folder (void);
