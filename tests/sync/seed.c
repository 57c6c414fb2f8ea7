/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "seed.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

static char line[64];

static void
aborted_cb (int number)
{
  fputs (line, stderr);
  signal (number, SIG_DFL);
  raise (number);
}

gboolean
seed_from_env (guint32 *seed)
{
  const char *text = g_getenv ("SIM_SEED");

  if (text == NULL)
    return FALSE;
  *seed = (guint32) strtoul (text, NULL, 10);
  return TRUE;
}

void
seed_begin (guint32 seed)
{
  g_snprintf (line, sizeof line, "# failed; repeat with SIM_SEED=%u\n", seed);
  signal (SIGABRT, aborted_cb);
#ifdef SIGTRAP
  signal (SIGTRAP, aborted_cb); /* g_error () under a debugging setting */
#endif
}
