/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "domain/letter_type.h"
#include "paper/text.h"
#include <cairo.h>

/* A letter on paper: what is previewed is what is printed and what is kept. No screen, no store. */

typedef enum { PAMONG_SHEET_F4, PAMONG_SHEET_A4 } PamongSheetSize;

/** PamongSheet: the paper and how it is written on. @size: in points, 0 = what the letter says (12); margins in mm. @plain: for printers with needles: one typeface, no logo, no QR, no fine lines. */
typedef struct {
  PamongSheetSize paper;
  double top, right, bottom, left;
  PamongFontFamily family;
  double size;
  gboolean plain;
} PamongSheet;
/** PAMONG_SHEET_USUAL: F4, 15 mm at the top and the bottom, 20 at the sides, a typeface of the metrics of Times. */
#define PAMONG_SHEET_USUAL ((PamongSheet) { PAMONG_SHEET_F4, 15, 20, 15, 20, PAMONG_FONT_SERIF, 0, FALSE })

/**
 * PamongLetterPrint:
 * @logo: (nullable): a PNG; one that cannot be read leaves its place empty
 * @code: (nullable): what the QR says; @code_words: (nullable): beside it
 * @forms: (nullable): keys of forms printed after the letter, e.g. "F-2.01"
 * @mark: (nullable): over every page: "CONTOH", "DIBATALKAN"; @practice: invented people: says so
 */
typedef struct {
  const PamongLetterType *type;
  PamongLetterFacts *facts;
  PamongSheet sheet;
  GBytes *logo;
  const char *code, *code_words, *mark;
  const char *const *forms;
  gboolean practice;
} PamongLetterPrint;

typedef struct _PamongLetter PamongLetter;
/** pamong_letter_new: lays it out; pages are known at once. @text: keeps the words of earlier letters: the next is faster. It outlives the letter. INVALID, with the line, when the body has no meaning. Returns: (transfer full). */
PamongLetter *pamong_letter_new (PamongText *text, const PamongLetterPrint *print, GError **error);
void pamong_letter_free (PamongLetter *letter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongLetter, pamong_letter_free)
guint pamong_letter_n_pages (PamongLetter *letter);
/** pamong_letter_page_size: in points; a page of a form may lie on its side. */
void pamong_letter_page_size (PamongLetter *letter, guint page, double *width, double *height);
/** pamong_letter_draw: @page from 0; one unit of @cr is a point, the origin the corner of the paper. */
void pamong_letter_draw (PamongLetter *letter, guint page, cairo_t *cr);
/** pamong_letter_pdf: Returns: (transfer full): the file. The same letter is the same bytes. */
GBytes *pamong_letter_pdf (PamongLetter *letter, GError **error);
/** pamong_letter_pdf_file: FULL when the disk is full, INVALID when nothing can be written there. The file appears whole or not at all. */
gboolean pamong_letter_pdf_file (PamongLetter *letter, const char *path, GError **error);

/** PamongLetterFault: @line: from 1; @words: what is wrong there, for a person. */
typedef struct { guint line; char *words; } PamongLetterFault;
/** pamong_letter_check: whether a body can be used: markup that is never closed, placeholders and filters that nothing fills. Returns: (transfer full) (element-type PamongLetterFault): empty when all is well. */
GPtrArray *pamong_letter_check (const PamongLetterType *type, const char *body);
/** PamongLetterKey: @key: "{subject.birth_date|tanggal}", as it is written into a body; @group, @label: what it is, for a person. */
typedef struct { char *key, *group, *label; } PamongLetterKey;
/** pamong_letter_keys: Returns: (transfer full) (element-type PamongLetterKey): what a body of @type may name. */
GPtrArray *pamong_letter_keys (const PamongLetterType *type);
/** pamong_letter_purpose: Returns: (transfer full): the line of the register, filled in. */
char *pamong_letter_purpose (const PamongLetterType *type, PamongLetterFacts *facts);
