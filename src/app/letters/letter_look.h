/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/session.h"
#include "domain/letter_case.h"
#include "letters/letter.h"
#include "office/letters.h"

/* How a letter is put on paper here: sheet, logo, code; the same for preview, file and printer. */

/** PAMONG_LOOK_*: kept beside the answers, so that the letter comes out the same again. */
#define PAMONG_LOOK_PAPER "print.paper" /* "A4"; else F4 */
#define PAMONG_LOOK_CODE "print.code"   /* "0": without */
#define PAMONG_LOOK_PLAIN "print.plain" /* "1": for a printer with needles */

/** PamongLetterLook: @paper: its name. */
typedef struct {
  PamongSheet sheet;
  GBytes *logo; /* (nullable) */
  gboolean practice, code;
} PamongLetterLook;
PamongLetterLook *pamong_letter_look_new (PamongSession *session, const PamongLetterCase *letter);
void pamong_letter_look_free (PamongLetterLook *look);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongLetterLook, pamong_letter_look_free)
const char *pamong_letter_look_paper (const PamongLetterLook *look);
/** pamong_letter_look_lay: Returns: (transfer full) (nullable): the pages. @code, @words: (nullable). */
PamongLetter *pamong_letter_look_lay (const PamongLetterLook *look, PamongText *text, const PamongLetterType *type, PamongLetterFacts *facts, const char *code, const char *words, GError **error);
/** pamong_letter_look_drawer: for the act that issues; @look is its data. */
PamongLetterDrawer pamong_letter_look_drawer (PamongLetterLook *look);
