/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <glib.h>

/** pamong_memory_init: before any thread: few pools, and large blocks from the system alone, so that what a search or a look through everybody took goes back. */
void pamong_memory_init (void);
/** pamong_memory_watch: from now on gives back twice a minute what lies free between blocks; on the main context, for as long as the program lives. */
void pamong_memory_watch (void);
