/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/memory.h"

#ifdef __GLIBC__
#include <malloc.h>

/* glibc keeps a pool for each thread, moves the bound for large blocks up to what was once freed, and gives back only what lies at the end: after an hour a
 * quarter of the program was memory that nobody used. Village computers have 2 GB for everything. */
#define POOLS 2
#define LARGE (128 * 1024)
#define SECONDS 30

static gboolean
trim_cb (gpointer data)
{
  malloc_trim (LARGE);
  return G_SOURCE_CONTINUE;
}

void
pamong_memory_init (void)
{
  mallopt (M_ARENA_MAX, POOLS);
  mallopt (M_MMAP_THRESHOLD, LARGE);
  mallopt (M_TRIM_THRESHOLD, LARGE);
}

void
pamong_memory_watch (void)
{
  g_timeout_add_seconds_full (G_PRIORITY_LOW, SECONDS, trim_cb, NULL, NULL);
}
#else
void
pamong_memory_init (void)
{
}

void
pamong_memory_watch (void)
{
}
#endif
