/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/letters/answer_form.h"
#include "app/letters/fill_view.h"
#include "app/letters/letter_look.h"
#include "app/letters/notice_bands.h"
#include "app/letters/person_rows.h"
#include "app/letters/preview.h"
#include "app/letters/sign_rows.h"

struct _PamongFillView {
  GtkWidget parent_instance;

  PamongSession *session;
  PamongLetterType *type;
  PamongLetterCase *letter;
  PamongLetterFacts *facts; /* as on the page in view */
  PamongNextNumber *next;
  PamongText *text;
  PamongLetterLook *look;
  GPtrArray *introduction; /* PamongLetterField: the slip of the RT */
  char *draft;
  gint64 kept; /* when the draft was */
  guint keep_timer;
  gboolean touched, loading, issuing;
  GtkWidget *title, *who, *who_nik, *who_line, *change_who, *answers_head, *papers_row, *papers, *said, *issue;
  PamongNoticeBands *notices;
  PamongPersonRows *persons;
  PamongAnswerForm *answers, *slip;
  PamongSignRows *sign;
  PamongPreview *preview;
};

typedef enum { PAMONG_FILL_ISSUED, PAMONG_FILL_LEFT, PAMONG_FILL_OTHER_TYPE, PAMONG_FILL_DRAFT_KEPT } PamongFillSignal;

/** pamong_fill_view_emit: @uid: (nullable). */
void pamong_fill_view_emit (PamongFillView *view, PamongFillSignal what, const char *uid);
/** pamong_fill_view_take: what stands in the fields goes into the case. */
void pamong_fill_view_take (PamongFillView *view);
/** pamong_fill_view_draw: facts and page anew. */
void pamong_fill_view_draw (PamongFillView *view);
void pamong_fill_view_say (PamongFillView *view, const char *words);
/** pamong_fill_view_touch: a draft is kept a moment later. */
void pamong_fill_view_touch (PamongFillView *view);
/** pamong_fill_view_done: nothing is being filled in any more. */
void pamong_fill_view_done (PamongFillView *view);
