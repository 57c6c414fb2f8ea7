/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "letters/letter.h"

/* People for every type of letter: what its persons and fields ask is filled in, whatever they are. */

typedef enum {
  LETTER_NORMAL, /* a family of four, short names */
  LETTER_STRESS, /* names of 60 letters, addresses of three lines, families of 15, letters of other scripts */
  LETTER_BARE    /* nothing but a name: what was not filled in */
} LetterPeople;

#define LETTER_LONG_NAME "RADEN AYU SITI NUR KHASANAH KUSUMANINGTYAS WIDYASTUTI PRAWIRO"

PamongLetterFacts *letter_people_facts (const PamongLetterType *type, LetterPeople people);
/** letter_people_print: on the usual sheet. */
PamongLetterPrint letter_people_print (const PamongLetterType *type, PamongLetterFacts *facts);
