/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "letters/letter.h"
#include "office/letters.h"

/* The page of a letter as the village prints it. */

typedef struct _PamongLetterPage PamongLetterPage;
/** pamong_letter_page_new: paper, typeface, margins and logo as the village has set them. Returns: (transfer full). */
PamongLetterPage *pamong_letter_page_new (PamongStore *store, GError **error);
void pamong_letter_page_free (PamongLetterPage *page);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongLetterPage, pamong_letter_page_free)
/** pamong_letter_page_drawer: Returns: (transfer none): for the acts of office. */
const PamongLetterDrawer *pamong_letter_page_drawer (PamongLetterPage *page);
/** pamong_letter_page_pdf: @mark: (nullable): over every page. Returns: (transfer full). */
GBytes *pamong_letter_page_pdf (PamongLetterPage *page, const PamongLetterType *type, PamongLetterFacts *facts, const char *code, const char *words, const char *mark, GError **error);
