/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wire/envelope.h"
#include <glib/gi18n-lib.h>

/* The one registry of why a change was rejected. Numbers are never reused; a new one goes to the end. */
static const struct {
  const char *key, *words, *remedy;
} reasons[] = {
  [PAMONG_REASON_NONE] = { "none", "", "" },
  [PAMONG_REASON_UNKNOWN_KIND] = { "unknown-kind", N_("The regency does not know this kind of record yet"), N_("Wait until the regency has updated its program, then send again") },
  [PAMONG_REASON_UNKNOWN_FIELD] = { "unknown-field", N_("A field is not known at the regency"), N_("Update the program on this computer") },
  [PAMONG_REASON_UNKNOWN_OP] = { "unknown-op", N_("The regency does not know this kind of change yet"), N_("Wait until the regency has updated its program, then send again") },
  [PAMONG_REASON_BAD_VALUE] = { "bad-value", N_("A value cannot be read, for example a date that does not exist"), N_("Open the record, mend the field and save again") },
  [PAMONG_REASON_TOO_BIG] = { "too-big", N_("The change is too big to be sent"), N_("Shorten the text, or save in smaller parts") },
  [PAMONG_REASON_NOT_YOUR_AREA] = { "not-your-area", N_("The record belongs to another village"), N_("Ask that village to make the change") },
  [PAMONG_REASON_NO_SUCH_RECORD] = { "no-such-record", N_("The record is not in the regency's data"), N_("Enter the record again, or ask the regency") },
  [PAMONG_REASON_EXISTS] = { "exists", N_("The record is already there, for another village or kind"), N_("Ask the regency to look at it") },
  [PAMONG_REASON_ACTOR] = { "actor", N_("The account that made the change is not known at the regency"), N_("Sign in with your own account on this computer and save again") },
  [PAMONG_REASON_LEVEL] = { "level", N_("This computer may only read this kind of record"), N_("Ask the village to make the change") },
  [PAMONG_REASON_ACT_BROKEN] = { "act-broken", N_("Another part of the same work was refused, so none of it was taken"), N_("Mend the part that was refused and save again") },
  [PAMONG_REASON_KEPT] = { "kept", N_("The village has entered or confirmed this person itself"), N_("Fetch news from the villages, then do it again: what a village keeps is left out") },
};

const char *
pamong_reason_words (PamongReason reason)
{
  if ((guint) reason >= G_N_ELEMENTS (reasons))
    return _("Refused for a reason this program does not know yet");
  return *reasons[reason].words ? _(reasons[reason].words) : "";
}

const char *
pamong_reason_remedy (PamongReason reason)
{
  if ((guint) reason >= G_N_ELEMENTS (reasons))
    return _("Update the program on this computer");
  return *reasons[reason].remedy ? _(reasons[reason].remedy) : "";
}

const char *
pamong_reason_key (PamongReason reason)
{
  return (guint) reason < G_N_ELEMENTS (reasons) ? reasons[reason].key : "unknown";
}
