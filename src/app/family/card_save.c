/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/family/card_view_private.h"
#include "app/family/jobs.h"
#include <glib/gi18n.h>

static void
focus_finding (PamongCardView *self, const PamongFinding *finding)
{
  if (finding->kind == PAMONG_KIND_RESIDENT && finding->member >= 0)
    pamong_family_sheet_focus (self->sheet, finding->member, finding->field);
  else if (finding->field >= 0)
    pamong_card_fields_focus (self->fields, finding->field);
  else
    pamong_family_sheet_focus (self->sheet, 0, PAMONG_RESIDENT_SHDK); /* a word about the whole card is mostly about its head */
}

static void
saved (PamongCardView *self, PamongFamilyCard *card)
{
  const PamongRecord *head = pamong_family_card_head (card);
  g_autofree char *words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Family of %s saved (%u person)", "Family of %s saved (%u people)", card->members->len),
                                            head != NULL ? pamong_record_text (head, PAMONG_RESIDENT_NAME) : "…", card->members->len);

  self->touched = FALSE;
  pamong_card_draft_drop (self->draft);
  if (self->uid == NULL)
    {
      g_clear_pointer (&self->before, pamong_family_card_free);
      self->before = pamong_family_card_copy (card);
    }
  pamong_card_view_open (self, self->uid);
  pamong_card_foot_say (self->foot, words);
  pamong_card_view_focus (self);
}

static void
refused (PamongCardView *self, const PamongFamilyCard *card, GPtrArray *findings, const GError *error)
{
  const PamongFinding *worst;

  if (findings == NULL || pamong_findings_worst (findings) < PAMONG_SEVERITY_OVERRIDE)
    {
      g_clear_pointer (&findings, g_ptr_array_unref);
      pamong_finding_strip_say (self->strip, error->message);
      return;
    }
  pamong_card_findings_set (self->findings, findings, card, TRUE);
  worst = pamong_card_findings_pick (self->findings, PAMONG_KIND_EVENT, -1, -1); /* no cell is of this kind: the gravest */
  if (worst != NULL)
    focus_finding (self, worst);
  pamong_card_view_show_findings (self);
}

void
pamong_card_view_save (PamongCardView *view)
{
  g_autoptr (GPtrArray) complaints = pamong_findings_new ();
  g_autoptr (PamongFamilyCard) card = NULL;
  g_autoptr (GArray) accepts = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *findings = NULL;
  PamongPapers papers;
  PamongCardSave save;

  if (!view->editable || !view->touched)
    return;
  view->tried = TRUE;
  view->round++;
  card = pamong_card_view_gather (view, complaints);
  if (complaints->len > 0)
    {
      refused (view, card, g_steal_pointer (&complaints), NULL);
      return;
    }
  accepts = pamong_card_findings_accepts (view->findings);
  save = (PamongCardSave){ card, view->uid != NULL ? view->base : NULL, accepts, pamong_card_fields_papers (view->fields, &papers) ? &papers : NULL };
  if (!pamong_job_save (pamong_session_desk (view->session), &save, &findings, &error))
    {
      refused (view, card, g_steal_pointer (&findings), error);
      return;
    }
  g_clear_pointer (&findings, g_ptr_array_unref);
  saved (view, card);
}
