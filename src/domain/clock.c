/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/clock.h"

/* 2026-01-01: no act of this program is older. A computer whose battery died says 1970, and would call every birth a day to come. */
#define MADE G_GINT64_CONSTANT (1767225600)

static gint64 fixed = -1;

/* Only a test or a practice run says what time it is; read once, before anything asks. */
static void
read_environment (void)
{
  static gsize done;

  if (g_once_init_enter (&done))
    {
      const char *now = g_getenv ("PAMONG_NOW");
      if (now != NULL && *now != '\0')
        fixed = g_ascii_strtoll (now, NULL, 10);
      g_once_init_leave (&done, 1);
    }
}

gint64
pamong_clock_now (void)
{
  read_environment ();
  return fixed >= 0 ? fixed : g_get_real_time () / G_USEC_PER_SEC;
}

char *
pamong_clock_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_local (MAX (pamong_clock_now (), MADE));

  return g_date_time_format (now, "%Y-%m-%d");
}

void
pamong_clock_set (gint64 now)
{
  read_environment ();
  fixed = now;
}
