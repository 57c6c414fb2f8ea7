/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/family/card_draft.h"
#include "app/family/card_fields.h"
#include "app/family/card_findings.h"
#include "app/family/card_foot.h"
#include "app/family/card_view.h"
#include "app/family/finding_strip.h"
#include "app/family/sheet.h"

/* Shared by card_view.c (what stands there), card_answers.c (the strip's buttons) and card_save.c. */

struct _PamongCardView
{
  GtkWidget parent_instance;

  PamongSession *session;
  PamongFamilyCard *base;  /* as it stands in the register; empty for a new card */
  PamongFamilyCard *before; /* the card saved before this one, for Alt+B */
  char *uid;               /* NULL = new */
  PamongCardDraft *draft;
  PamongCardFindings *findings;
  char *hint;
  gboolean editable;
  gboolean touched;
  gboolean tried;   /* saving was tried: now say what is missing, too */
  gboolean changed; /* since the last check */
  guint round;      /* of checks; an old answer is thrown away */

  PamongCardFields *fields;
  PamongFamilySheet *sheet;
  PamongFindingStrip *strip;
  PamongCardFoot *foot;
};

/** pamong_card_view_gather: (transfer full) the card as it stands on the screen. */
PamongFamilyCard *pamong_card_view_gather (PamongCardView *self, GPtrArray *complaints);
void pamong_card_view_show_findings (PamongCardView *self);
/** pamong_card_view_touched: something was typed. */
void pamong_card_view_touched (PamongCardView *self);
/** pamong_card_view_check: asks the rules, if anything changed since the last time. */
void pamong_card_view_check (PamongCardView *self);
void pamong_card_view_connect_answers (PamongCardView *self);
