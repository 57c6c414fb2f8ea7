/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "office/office.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct {
  const char *act, *words;
} acts[] = {
  { "family.register", N_("New family") },
  { "family.correct", N_("Family card corrected") },
  { "family.split", N_("Split of a family card") },
  { "family.join", N_("Joined a family card") },
  { "family.head", N_("Change of head of family") },
  { "family.move", N_("Move inside the village") },
  { "family.marry", N_("Marriage") },
  { "family.divorce", N_("Divorce") },
  { "family.adopt", N_("Adoption of a child") },
  { "resident.nik", N_("NIK corrected") },
  { "family.issued", N_("Document issued") },
  { "resident.add", N_("New resident") },
  { "resident.correct", N_("Data corrected") },
  { "resident.remove", N_("Taken off the list") },
  { "resident.undo", N_("Act taken back") },
  { "resident.merge", N_("Doubles merged") },
  { "resident.put-back", N_("Put back on the list") },
  { "resident.confirm", N_("Checked in the village") },
  { "inject", N_("Filled in by the regency") },
  { "inject.undo", N_("Filling in by the regency taken back") },
  { "inject.return", N_("Filling in by the regency returned") },
  { "inject.again", N_("Filling in by the regency taken again") },
  { "conflict.resolve", N_("Difference settled") },
  { "waiver.withdraw", N_("Reason withdrawn") },
  { "double.not", N_("Said to be two people") },
  { "account.init", N_("First account") },
  { "account.add", N_("New account") },
  { "account.correct", N_("Account changed") },
  { "account.close", N_("Account closed") },
  { "identity.save", N_("Identity of the office") },
  { "official.save", N_("Official noted") },
  { "official.replace", N_("Change of office holder") },
  { "reminder.save", N_("Date of the month noted") },
  { "import", N_("Import") },
  { "import.undo", N_("Import taken back") },
  { "letter.issue", N_("Letter issued") },
  { "letter.state", N_("State of a letter") },
  { "letter.void", N_("Letter made void") },
  { "letter.link", N_("Letter linked to an event") },
  { "letter.type", N_("Letter type changed") },
  { "letter.propose", N_("Letter proposed") },
  { "letter.consent", N_("Consent to a letter") },
  { "letter.return", N_("Letter sent back") },
  { "numbering.save", N_("Numbers of letters") },
  { "incoming.save", N_("Letter that came in") },
  { "incoming.void", N_("Letter that came in made void") },
  { "opinion.note", N_("Opinion of a citizen") },
  { "reminder.end", N_("Date of the month ended") },
};

const char *
pamong_office_act_words (const char *act)
{
  g_autofree char *name = g_strndup (act != NULL ? act : "", act != NULL ? strcspn (act, " ") : 0); /* what follows names the batch */

  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    {
      if (g_str_equal (acts[i].act, name))
        return _(acts[i].words);
    }
  return act != NULL ? act : "";
}
