/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Synthetic villages straight into the ledger of a centre, as its own work: every computer of the place fetches them on its first round. */
#include "tools/practice_centre.h"
#include "domain/clock.h"
#include "domain/codes.h"
#include "domain/uid.h"
#include "server/ledger.h"
#include <glib/gi18n.h>

typedef struct {
  PamongLedger *ledger;
  char *act;
  gint64 now;
} Centre;

static gboolean
put (const PamongRecord *record, gpointer data, GError **error)
{
  Centre *centre = data;
  g_autoptr (PamongEntry) entry = pamong_entry_new (pamong_record_copy (record));

  entry->record->version = 1;
  entry->t = centre->now;
  g_free (entry->act);
  entry->act = g_strdup (centre->act);
  return centre->ledger->put_record (centre->ledger, entry, "", error);
}

static gboolean
slice (gpointer data, GError **error)
{
  PamongLedger *ledger = ((Centre *) data)->ledger;

  return ledger->commit (ledger, error) && ledger->begin (ledger, error);
}

/* Practice never mixes with people who live, nor with another regency's. */
static gboolean
may_fill (PamongLedger *ledger, const char *area, GError **error)
{
  g_autofree char *regency = ledger->get_meta (ledger, "regency", error);
  gint64 counts[PAMONG_N_KINDS] = { 0 };

  if (regency == NULL && (error == NULL || *error == NULL))
    g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _("This centre was not started yet: pamong-server admin init"));
  if (regency == NULL || !ledger->count_records (ledger, counts, error))
    return FALSE;
  if (!pamong_regions_contains (regency, area))
    g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _("%s is no place of this centre, which serves %s."), area, regency);
  else if (counts[PAMONG_KIND_RESIDENT] > 0 || counts[PAMONG_KIND_FAMILY] > 0)
    g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _("This centre holds residents already. Practice fills an empty one only."));
  else
    return TRUE;
  return FALSE;
}

gboolean
pamong_practice_fill_centre (const char *dir, const char *area, const PamongPracticeOrder *order, PamongPracticeFigures *figures, GError **error)
{
  g_autoptr (PamongLedger) ledger = pamong_ledger_open_sqlite (dir, FALSE, error);
  g_autofree char *act = pamong_uid_new ();
  Centre centre = { ledger, act, pamong_clock_now () };
  PamongPracticeSink sink = { put, slice, &centre };

  if (ledger == NULL || !may_fill (ledger, area, error) || !ledger->begin (ledger, error))
    return FALSE;
  if (pamong_practice_pour (area, order, &sink, figures, error))
    return ledger->commit (ledger, error);
  ledger->rollback (ledger);
  return FALSE;
}
