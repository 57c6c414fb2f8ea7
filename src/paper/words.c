/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/words.h"

#include <glib/gi18n-lib.h>

static const char *
month_name (guint64 month)
{
  static const char *const names[] = { N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"), N_("July"), N_("August"), N_("September"),
                                       N_("October"), N_("November"), N_("December") };

  return month >= 1 && month <= G_N_ELEMENTS (names) ? _ (names[month - 1]) : "";
}

char *
pamong_paper_month (const char *month)
{
  g_auto (GStrv) parts = g_strsplit (month, "-", 3);

  return g_strv_length (parts) >= 2 ? g_strdup_printf ("%s %s", month_name (g_ascii_strtoull (parts[1], NULL, 10)), parts[0]) : g_strdup (month);
}

char *
pamong_paper_day (const char *date)
{
  g_autofree char *month = pamong_paper_month (date);
  g_auto (GStrv) parts = g_strsplit (date, "-", 3);

  return g_strv_length (parts) == 3 ? g_strdup_printf ("%d %s", (int) g_ascii_strtoull (parts[2], NULL, 10), month) : g_strdup (date);
}
