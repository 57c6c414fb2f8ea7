/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "office/reminders.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "domain/codes.h"
#include "domain/data.h"
#include "domain/dates.h"
#include "office/act.h"

#define DATES "calendar/dates.csv"

void
pamong_month_date_free (PamongMonthDate *date)
{
  g_free (date->date);
  g_free (date->title);
  g_free (date->note);
  g_free (date->uid);
  g_free (date->area);
  g_free (date);
}

static gboolean
read_date (const char *text, GDate *date)
{
  if (text == NULL || !pamong_date_is_valid (text))
    return FALSE;
  g_date_clear (date, 1);
  g_date_set_dmy (date, (GDateDay) g_ascii_strtoull (text + 8, NULL, 10), (GDateMonth) g_ascii_strtoull (text + 5, NULL, 10), (GDateYear) g_ascii_strtoull (text, NULL, 10));
  return TRUE;
}

/* The first day asks for the 31st: a month of 30 answers with its 30th. */
static gboolean
falls_on (const GDate *first, gint64 repeat, const GDate *day)
{
  GDateDay last = g_date_get_days_in_month (g_date_get_month (day), g_date_get_year (day));
  gboolean same_day = g_date_get_day (day) == MIN (g_date_get_day (first), last);

  switch (repeat)
    {
    case PAMONG_REPEAT_WEEKLY: return g_date_get_weekday (first) == g_date_get_weekday (day);
    case PAMONG_REPEAT_MONTHLY: return same_day;
    case PAMONG_REPEAT_YEARLY: return same_day && g_date_get_month (first) == g_date_get_month (day);
    default: return g_date_compare (first, day) == 0;
    }
}

static char *
write_date (const GDate *day)
{
  return g_strdup_printf ("%04u-%02u-%02u", g_date_get_year (day), (guint) g_date_get_month (day), g_date_get_day (day));
}

static void
add_days (GPtrArray *dates, const PamongRecord *reminder, gboolean own_record, const GDate *from, const GDate *until)
{
  GDate first, last = *until, day = *from, end;

  if (!read_date (pamong_record_text (reminder, PAMONG_REMINDER_DATE), &first))
    return;
  if (pamong_record_is_set (reminder, PAMONG_REMINDER_UNTIL) && read_date (pamong_record_text (reminder, PAMONG_REMINDER_UNTIL), &end) && g_date_compare (&end, &last) < 0)
    last = end;
  if (g_date_compare (&first, &day) > 0)
    day = first;
  for (; g_date_compare (&day, &last) <= 0; g_date_add_days (&day, 1))
    {
      PamongMonthDate *date;

      if (!falls_on (&first, pamong_record_int (reminder, PAMONG_REMINDER_REPEAT), &day))
        continue;
      date = g_new0 (PamongMonthDate, 1);
      date->date = write_date (&day);
      date->title = g_strdup (pamong_record_text (reminder, PAMONG_REMINDER_TITLE));
      date->note = g_strdup (pamong_record_text (reminder, PAMONG_REMINDER_NOTE));
      date->uid = own_record ? g_strdup (reminder->uid) : NULL;
      date->area = own_record ? g_strdup (reminder->area) : NULL;
      g_ptr_array_add (dates, date);
    }
}

/* title,date,repeat,until,note,source: as a record, so that one rule counts the days of both. */
static void
add_usual (GPtrArray *dates, const GDate *from, const GDate *until)
{
  g_autofree char *text = pamong_data_text (DATES);
  g_autoptr (GPtrArray) rows = text != NULL ? pamong_csv_parse (text, NULL) : NULL;

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      char **row = rows->pdata[i];
      g_autoptr (PamongRecord) reminder = NULL;

      if (g_strv_length (row) < 5 || !pamong_date_is_valid (row[1])) /* the head */
        continue;
      reminder = pamong_record_new (PAMONG_KIND_REMINDER, "");
      pamong_record_set_text (reminder, PAMONG_REMINDER_TITLE, row[0]);
      pamong_record_set_text (reminder, PAMONG_REMINDER_DATE, row[1]);
      pamong_record_set_int (reminder, PAMONG_REMINDER_REPEAT, g_ascii_strtoll (row[2], NULL, 10));
      if (*row[3] != '\0')
        pamong_record_set_text (reminder, PAMONG_REMINDER_UNTIL, row[3]);
      if (*row[4] != '\0')
        pamong_record_set_text (reminder, PAMONG_REMINDER_NOTE, row[4]);
      add_days (dates, reminder, FALSE, from, until);
    }
}

/* Its own and those of the places above: "35.22" rules "35.22.28.2001". */
static gboolean
rules_here (const char *area, const char *here)
{
  gsize length = area != NULL ? strlen (area) : 0;

  return length > 0 && strncmp (area, here, length) == 0 && (here[length] == '\0' || here[length] == '.');
}

static int
compare_dates (gconstpointer a, gconstpointer b)
{
  const PamongMonthDate *left = *(PamongMonthDate *const *) a, *right = *(PamongMonthDate *const *) b;
  int order = strcmp (left->date, right->date);

  return order != 0 ? order : g_strcmp0 (left->title, right->title);
}

GPtrArray *
pamong_reminders_between (PamongStore *store, const char *from, const char *until, GError **error)
{
  g_autoptr (GPtrArray) records = pamong_store_all (store, PAMONG_KIND_REMINDER, error);
  g_autoptr (GPtrArray) dates = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_month_date_free);
  GDate first, last;

  if (records == NULL)
    return NULL;
  if (!read_date (from, &first) || !read_date (until, &last))
    return g_steal_pointer (&dates);
  add_usual (dates, &first, &last);
  for (guint i = 0; i < records->len; i++)
    if (rules_here (((PamongRecord *) records->pdata[i])->area, pamong_store_area (store)))
      add_days (dates, records->pdata[i], TRUE, &first, &last);
  g_ptr_array_sort (dates, compare_dates);
  return g_steal_pointer (&dates);
}

/* An end before the first day is how a date that was a mistake is ended: it is due on no day. */
static gboolean
check_reminder (const PamongRecord *reminder, gboolean ending, GError **error)
{
  const char *title = pamong_record_text (reminder, PAMONG_REMINDER_TITLE), *date = pamong_record_text (reminder, PAMONG_REMINDER_DATE);
  const char *until = pamong_record_text (reminder, PAMONG_REMINDER_UNTIL);

  if (pamong_text_is_blank (title))
    return pamong_office_invalid (error, _("Write what the date is for."));
  if (date == NULL || !pamong_date_is_valid (date))
    return pamong_office_invalid (error, _("Write the date as dd-mm-yyyy."));
  if (pamong_record_is_set (reminder, PAMONG_REMINDER_REPEAT) && pamong_codes_find ("pengulangan", (int) pamong_record_int (reminder, PAMONG_REMINDER_REPEAT)) == NULL)
    return pamong_office_invalid (error, _("Choose from the list how often it comes."));
  if (!ending && until != NULL && strcmp (until, date) < 0)
    return pamong_office_invalid (error, _("The last day lies before the first one. Look at both dates again."));
  return TRUE;
}

static gboolean
check_place (PamongOffice *office, const PamongRecord *reminder, GError **error)
{
  if (g_strcmp0 (reminder->area, pamong_store_area (office->store)) == 0)
    return TRUE;
  g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_DENIED, _("This date was set by the kecamatan or the kabupaten. Ask there to change it."));
  return FALSE;
}

static gboolean
save (PamongOffice *office, const PamongRecord *before, PamongRecord *after, gboolean ending, GError **error)
{
  g_autoptr (PamongAct) act = pamong_act_new_anywhere (office, ending ? "reminder.end" : "reminder.save", error);
  g_autoptr (PamongRecord) saved = act != NULL ? pamong_act_put_edit (act, before, after, error) : NULL;

  return saved != NULL && check_place (office, saved, error) && check_reminder (saved, ending, error) && pamong_act_finish (act, error);
}

gboolean
pamong_office_save_reminder (PamongOffice *office, const PamongRecord *before, PamongRecord *after, GError **error)
{
  return save (office, before, after, FALSE, error);
}

gboolean
pamong_office_end_reminder (PamongOffice *office, const char *uid, const char *date, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (PamongRecord) before = pamong_store_get (office->store, PAMONG_KIND_REMINDER, uid, &failure);
  g_autoptr (PamongRecord) after = before != NULL ? pamong_record_copy (before) : NULL;

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (after == NULL)
    {
      g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_NOT_FOUND, _("This date is no longer there. Open Beranda again."));
      return FALSE;
    }
  if (!pamong_date_is_valid (date))
    return pamong_office_invalid (error, _("Write the date as dd-mm-yyyy."));
  pamong_record_set_text (after, PAMONG_REMINDER_UNTIL, date);
  return save (office, before, after, TRUE, error);
}
