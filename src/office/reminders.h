/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "office/office.h"

/* The dates that rule the month: those of data/calendar/dates.csv, which are the regency's until it changes the file, and the records of this place and of
 * those above it. A village adds and ends its own; nobody ends another place's. */

/** PamongReminderRepeat: codes/pengulangan.csv. */
typedef enum { PAMONG_REPEAT_ONCE = 1, PAMONG_REPEAT_WEEKLY, PAMONG_REPEAT_MONTHLY, PAMONG_REPEAT_YEARLY } PamongReminderRepeat;

/** PamongMonthDate: one day. @uid, @area: of its record; NULL when it comes from the data file. */
typedef struct { char *date, *title, *note, *uid, *area; } PamongMonthDate;
void pamong_month_date_free (PamongMonthDate *date);
/** pamong_reminders_between: every day from @from to @until (YYYY-MM-DD, both included) on which something is due, by date, then title. A date that a
 * shorter month does not have falls on that month's last day. Returns: (transfer full) (element-type PamongMonthDate). */
GPtrArray *pamong_reminders_between (PamongStore *store, const char *from, const char *until, GError **error);
/** pamong_office_save_reminder: a new one (@before NULL; it gets a uid) or the fields in which @after differs from @before. INVALID: no title, no date,
 * an unknown repeat, an end before the date. DENIED for another place's, and for an account limited to a part. */
gboolean pamong_office_save_reminder (PamongOffice *office, const PamongRecord *before, PamongRecord *after, GError **error);
/** pamong_office_end_reminder: nothing is due after @date (YYYY-MM-DD). Before its first day: it never was due. */
gboolean pamong_office_end_reminder (PamongOffice *office, const char *uid, const char *date, GError **error);
