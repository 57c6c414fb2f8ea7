/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "office/letters_private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "domain/dates.h"
#include "domain/uid.h"
#include "store/device.h"
#include "store/letters.h"
#include "wire/letter_json.h"

#define DESK "letters.desk"
#define CONFIRMED "letters.confirmed"
#define FIRSTS "letters.firsts"
#define USUAL_PATTERN "{klas}/{no}/{unit}/{tahun}"
#define USUAL_DIGITS 3

enum { SCHEME_OLD = 1, SCHEME_NEW = 2 };

void
pamong_next_number_free (PamongNextNumber *next)
{
  if (next == NULL)
    return;
  g_free (next->series);
  g_free (next->mark);
  g_free (next->text);
  g_free (next->classification);
  g_free (next->closed);
  g_free (next->blocked);
  g_free (next);
}

static PamongRecord *
stored_numbering (PamongStore *store, GError **error)
{
  const char *area = pamong_store_area (store);
  g_autofree char *uid = pamong_uid_of_numbering (area);
  g_autoptr (GError) failure = NULL;
  PamongRecord *numbering = pamong_store_get (store, PAMONG_KIND_NUMBERING, uid, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  return numbering != NULL ? numbering : pamong_record_new_known (PAMONG_KIND_NUMBERING, uid, area);
}

static void
usual_text (PamongRecord *numbering, int field, const char *text)
{
  if (!pamong_record_is_set (numbering, field))
    pamong_record_set_text (numbering, field, text);
}

static void
usual_int (PamongRecord *numbering, int field, gint64 value)
{
  if (!pamong_record_is_set (numbering, field))
    pamong_record_set_int (numbering, field, value);
}

static void
fill_usual (PamongRecord *numbering)
{
  usual_text (numbering, PAMONG_NUMBERING_PATTERN, USUAL_PATTERN);
  usual_text (numbering, PAMONG_NUMBERING_PAPER, "f4");
  usual_text (numbering, PAMONG_NUMBERING_FONT, "serif");
  usual_int (numbering, PAMONG_NUMBERING_PADDING, USUAL_DIGITS);
  usual_int (numbering, PAMONG_NUMBERING_SCOPE, PAMONG_NUMBER_ALL);
  usual_int (numbering, PAMONG_NUMBERING_SCHEME, SCHEME_NEW);
}

PamongRecord *
pamong_numbering (PamongStore *store, GError **error)
{
  PamongRecord *numbering = stored_numbering (store, error);

  if (numbering != NULL)
    fill_usual (numbering);
  return numbering;
}

static gboolean
check_numbering (const PamongRecord *numbering, GError **error)
{
  g_autoptr (PamongRecord) whole = pamong_record_copy (numbering);
  gint64 digits;

  fill_usual (whole);
  digits = pamong_record_int (whole, PAMONG_NUMBERING_PADDING);
  if (digits < 0 || digits > 6)
    return pamong_office_invalid (error, _("A number has up to 6 digits. Write 1 to 6."));
  return pamong_number_check (pamong_record_text (whole, PAMONG_NUMBERING_PATTERN), (PamongNumberScope) pamong_record_int (whole, PAMONG_NUMBERING_SCOPE), error);
}

/* The record may be the first of its kind: both computers of a village make the same one. */
static PamongRecord *
plan_numbering (PamongAct *act, const PamongRecord *before, const PamongRecord *after, GError **error)
{
  g_autoptr (PamongRecord) stored = stored_numbering (act->office->store, error);

  return stored != NULL ? pamong_act_take_over (act, stored, before != NULL ? before : stored, after) : NULL;
}

gboolean
pamong_office_save_numbering (PamongOffice *office, const PamongRecord *before, const PamongRecord *after, GError **error)
{
  g_autoptr (PamongAct) act = pamong_act_new (office, "numbering.save", NULL, NULL, error);
  g_autoptr (PamongRecord) saved = act != NULL ? plan_numbering (act, before, after, error) : NULL;

  return saved != NULL && check_numbering (saved, error) && pamong_act_finish (act, error);
}

static gint64
desk_here (PamongStore *store)
{
  g_autofree char *text = pamong_store_meta (store, DESK);

  return text != NULL ? g_ascii_strtoll (text, NULL, 10) : 0;
}

char *
pamong_desk_mark_here (PamongStore *store)
{
  return pamong_desk_mark (desk_here (store));
}

gboolean
pamong_desk_keep (PamongWrite *write, gint64 ordinal, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, ordinal);

  return ordinal <= 0 || pamong_write_meta (write, DESK, text, error);
}

gboolean
pamong_office_set_desk (PamongOffice *office, gint64 ordinal, GError **error)
{
  g_autoptr (PamongDevice) device = pamong_device_get (office->store, NULL);
  g_autoptr (PamongWrite) write = NULL;

  if (device != NULL)
    {
      g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_CONFLICT, _("The centre has said which computer of the village this is. It stays so, or two letters could bear the same number."));
      return FALSE;
    }
  if (ordinal < 1 || ordinal > 99)
    return pamong_office_invalid (error, _("Say which computer of the village this is: 1 for the first, 2 for the second."));
  write = pamong_write_begin_plain (office->store, error);
  return write != NULL && pamong_desk_keep (write, ordinal, error) && pamong_write_commit (g_steal_pointer (&write), NULL, NULL, error);
}

static char *
series_key (const char *series, gint64 year, const char *mark)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %s %s", year, series, mark);
}

/* Which series were looked at since the data came out of a backup: the first line says which backup that was. */
static gboolean
is_confirmed (PamongStore *store, const char *key)
{
  g_autofree char *restored = pamong_store_meta (store, "restored"), *confirmed = pamong_store_meta (store, CONFIRMED);
  g_auto (GStrv) lines = g_strsplit (confirmed != NULL ? confirmed : "", "\n", -1);

  if (restored == NULL || *restored == '\0')
    return TRUE;
  return g_strcmp0 (lines[0], restored) == 0 && g_strv_contains ((const char *const *) lines, key);
}

static gboolean
confirm (PamongWrite *write, const char *key, GError **error)
{
  PamongStore *store = pamong_write_store (write);
  g_autofree char *restored = pamong_store_meta (store, "restored"), *confirmed = pamong_store_meta (store, CONFIRMED), *text = NULL;
  gsize length = restored != NULL ? strlen (restored) : 0;

  if (length == 0)
    return TRUE;
  if (confirmed != NULL && strncmp (confirmed, restored, length) == 0 && confirmed[length] == '\n')
    text = g_strconcat (confirmed, "\n", key, NULL);
  else
    text = g_strconcat (restored, "\n", key, NULL);
  return pamong_write_meta (write, CONFIRMED, text, error);
}

static const char *
pick_classification (const PamongRecord *numbering, const PamongLetterType *type, const char *chosen)
{
  const char *old_code = type->code_old != NULL ? type->code_old : "", *new_code = type->code_new != NULL ? type->code_new : "";
  gboolean old = pamong_record_int (numbering, PAMONG_NUMBERING_SCHEME) == SCHEME_OLD;

  if (chosen != NULL && *chosen != '\0')
    return chosen;
  return old ? old_code : new_code;
}

static const char *
pick_pattern (const PamongRecord *numbering, const PamongLetterType *type)
{
  PamongNumberScope scope = (PamongNumberScope) pamong_record_int (numbering, PAMONG_NUMBERING_SCOPE);

  if (type->pattern != NULL && *type->pattern != '\0' && pamong_number_check (type->pattern, scope, NULL))
    return type->pattern;
  return pamong_record_text (numbering, PAMONG_NUMBERING_PATTERN);
}

static char *
closed_words (const PamongNextNumber *next, gint64 year_after)
{
  if (year_after == 0)
    return NULL;
  return g_strdup_printf (_("The numbers of %d have begun already, but this letter is dated %d. Look at the date of this computer first."), (int) year_after, (int) next->year);
}

/* Whatever the operator says: a number that may stand on paper already is not given. Returns: (transfer full) (nullable). */
static char *
blocked_words (PamongStore *store, const PamongNextNumber *next)
{
  g_autofree char *key = series_key (next->series, next->year, next->mark);
  g_autoptr (GPtrArray) same = NULL;

  if (!is_confirmed (store, key))
    return g_strdup (_("These data were put back from a backup. Look into the agenda or at the last letter on paper and fill in the next number, so that no number is given twice."));
  same = pamong_letters_by_number (store, pamong_store_area (store), next->text, NULL);
  if (same != NULL && same->len > 0)
    return g_strdup_printf (_("The number %s was given before, in another series. Fill in the next number on the settings of letters."), next->text);
  return NULL;
}

/* What this computer was told is kept here too: when both desks of a village said where they go on, only one saying stands at the centre. */
static gint64
first_of (PamongStore *store, const PamongRecord *numbering, const PamongNextNumber *next)
{
  g_autofree char *own = pamong_store_meta (store, FIRSTS);
  gint64 told = pamong_letter_firsts_get (pamong_record_text (numbering, PAMONG_NUMBERING_FIRSTS), next->series, next->year, next->mark);

  return MAX (told, pamong_letter_firsts_get (own, next->series, next->year, next->mark));
}

static gboolean
count (PamongStore *store, const PamongRecord *numbering, PamongNextNumber *next, gint64 *year_after, GError **error)
{
  gint64 last = 0, first = first_of (store, numbering, next);

  if (!pamong_letter_numbers_last (store, pamong_store_area (store), next->series, next->year, next->mark, &last, year_after, error))
    return FALSE;
  next->number = MAX (last + 1, first);
  return TRUE;
}

PamongNextNumber *
pamong_next_number (PamongStore *store, const PamongLetterType *type, const char *classification, const char *date, GError **error)
{
  g_autoptr (PamongRecord) numbering = pamong_numbering (store, error);
  g_autoptr (PamongNextNumber) next = g_new0 (PamongNextNumber, 1);
  g_autofree char *today = pamong_clock_today ();
  const char *day = date != NULL ? date : today;
  gint64 year_after = 0;

  if (numbering == NULL)
    return NULL;
  next->mark = pamong_desk_mark_here (store);
  next->year = g_ascii_strtoll (day, NULL, 10);
  next->classification = g_strdup (pick_classification (numbering, type, classification));
  next->series = pamong_number_series ((PamongNumberScope) pamong_record_int (numbering, PAMONG_NUMBERING_SCOPE), type->key, next->classification);
  if (!count (store, numbering, next, &year_after, error))
    return NULL;
  {
    PamongNumberParts parts = { next->number, (guint) pamong_record_int (numbering, PAMONG_NUMBERING_PADDING), next->mark, next->classification,
                                pamong_record_text (numbering, PAMONG_NUMBERING_UNIT), pamong_store_area (store), type->key, day };

    next->text = pamong_number_text (pick_pattern (numbering, type), &parts);
  }
  next->closed = closed_words (next, year_after);
  next->blocked = blocked_words (store, next);
  return g_steal_pointer (&next);
}

PamongNextNumber *
pamong_next_incoming (PamongStore *store, const char *date, GError **error)
{
  g_autoptr (PamongRecord) numbering = pamong_numbering (store, error);
  g_autoptr (PamongNextNumber) next = g_new0 (PamongNextNumber, 1);
  gint64 year_after = 0;

  if (numbering == NULL)
    return NULL;
  next->mark = pamong_desk_mark_here (store);
  next->year = g_ascii_strtoll (date, NULL, 10);
  next->series = g_strdup (PAMONG_SERIES_INCOMING);
  return count (store, numbering, next, &year_after, error) ? g_steal_pointer (&next) : NULL;
}

static gboolean
put_first (PamongAct *act, const char *series, gint64 year, const char *mark, gint64 number, GError **error)
{
  g_autoptr (PamongRecord) stored = stored_numbering (act->office->store, error);
  g_autofree char *firsts = NULL;

  if (stored == NULL)
    return FALSE;
  firsts = pamong_letter_firsts_set (pamong_record_text (stored, PAMONG_NUMBERING_FIRSTS), series, year, mark, number);
  pamong_record_set_text (stored, PAMONG_NUMBERING_FIRSTS, firsts);
  pamong_act_put (act, stored);
  return TRUE;
}

static gboolean
keep_first (PamongWrite *write, const char *series, gint64 year, const char *mark, gint64 number, GError **error)
{
  g_autofree char *own = pamong_store_meta (pamong_write_store (write), FIRSTS), *firsts = pamong_letter_firsts_set (own, series, year, mark, number);

  return pamong_write_meta (write, FIRSTS, firsts, error);
}

gboolean
pamong_office_go_on_from (PamongOffice *office, const char *series, gint64 year, gint64 number, GError **error)
{
  g_autoptr (PamongAct) act = pamong_act_new (office, "numbering.save", NULL, NULL, error);
  g_autofree char *mark = pamong_desk_mark_here (office->store), *key = series_key (series, year, mark);
  gint64 last = 0, year_after = 0;
  g_autoptr (PamongWrite) write = NULL;

  if (act == NULL || !pamong_letter_numbers_last (office->store, pamong_store_area (office->store), series, year, mark, &last, &year_after, error))
    return FALSE;
  if (number < 1 || number > 999999)
    return pamong_office_invalid (error, _("Write the next number, 1 or more."));
  if (number <= last)
    {
      g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_CONFLICT, _("Number %d was given already. The next one is %d or more."), (int) last, (int) last + 1);
      return FALSE;
    }
  if (!put_first (act, series, year, mark, number, error) || (write = pamong_act_begin (act, error)) == NULL || !keep_first (write, series, year, mark, number, error) || !confirm (write, key, error))
    return FALSE;
  return pamong_act_commit (act, g_steal_pointer (&write), error);
}
