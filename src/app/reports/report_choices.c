/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/reports/report_choices.h"
#include "app/residents/filter_chip.h"
#include "domain/clock.h"
#include "paper/words.h"

#define MONTHS 24

char *
pamong_report_month (int back)
{
  g_autofree char *today = pamong_clock_today ();
  int month = (int) (g_ascii_strtoull (today, NULL, 10) * 12 + g_ascii_strtoull (today + 5, NULL, 10)) - 1 - back;

  return g_strdup_printf ("%04d-%02d", month / 12, month % 12 + 1);
}

GPtrArray *
pamong_report_months (gpointer data G_GNUC_UNUSED)
{
  GPtrArray *choices = pamong_filter_choices_new ();

  for (int i = 0; i < MONTHS; i++)
    {
      g_autofree char *month = pamong_report_month (i), *words = pamong_paper_month (month);

      pamong_filter_choices_add (choices, words, NULL);
    }
  return choices;
}

GPtrArray *
pamong_report_hamlets (PamongStore *store, const char *area)
{
  g_autoptr (GPtrArray) places = pamong_residents_places (store, area, NULL);
  GPtrArray *choices = pamong_filter_choices_new ();
  const char *last = NULL;

  for (guint i = 0; places != NULL && i < places->len; i++)
    {
      const char *dusun = ((char **) places->pdata[i])[0];

      if (dusun != NULL && *dusun != '\0' && g_strcmp0 (dusun, last) != 0)
        pamong_filter_choices_add (choices, last = dusun, NULL);
    }
  return choices;
}

const PamongRegion *
pamong_report_nth_village (const char *area, int n)
{
  g_autoptr (GPtrArray) villages = pamong_regions_children (area);

  return n >= 0 && (guint) n < villages->len ? villages->pdata[n] : NULL;
}

GPtrArray *
pamong_report_villages (const char *area)
{
  g_autoptr (GPtrArray) villages = pamong_regions_children (area);
  GPtrArray *choices = pamong_filter_choices_new ();

  for (guint i = 0; i < villages->len; i++)
    pamong_filter_choices_add (choices, ((const PamongRegion *) villages->pdata[i])->name, NULL);
  return choices;
}
