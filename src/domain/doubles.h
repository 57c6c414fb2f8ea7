/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "domain/record.h"

/* Whether two records speak of one person. Points and thresholds are data/rules/doubles.csv, the days that stand for an unknown one data/rules/double-days.csv. */

/** PamongDoubleRank: CERTAIN looks certain; it is a person who decides. */
typedef enum { PAMONG_DOUBLE_NONE, PAMONG_DOUBLE_POSSIBLE, PAMONG_DOUBLE_LIKELY, PAMONG_DOUBLE_CERTAIN } PamongDoubleRank;

/** PamongDoubleReason: what was found equal, nearly equal or different; bits of one guint. Each is a row of data/rules/doubles.csv. */
typedef enum {
  PAMONG_DOUBLE_NIK_SAME = 1 << 0,
  PAMONG_DOUBLE_NIK_NEAR = 1 << 1,      /* one or two digits, not explained by two birth dates */
  PAMONG_DOUBLE_NIK_ONE = 1 << 2,       /* one with and one without */
  PAMONG_DOUBLE_NIK_NONE = 1 << 3,
  PAMONG_DOUBLE_NIK_SERIAL = 1 << 4,    /* all but the last four digits equal: twins, or two on one day */
  PAMONG_DOUBLE_NIK_DIFFERS = 1 << 5,
  PAMONG_DOUBLE_NAME_SAME = 1 << 6,
  PAMONG_DOUBLE_NAME_SPELLED = 1 << 7,  /* one name in two spellings */
  PAMONG_DOUBLE_NAME_NEAR = 1 << 8,     /* one letter */
  PAMONG_DOUBLE_NAME_SHORTER = 1 << 9,  /* one has words that the other leaves out */
  PAMONG_DOUBLE_NAME_DIFFERS = 1 << 10, /* only with NIK_SAME */
  PAMONG_DOUBLE_NAME_ONE_WORD = 1 << 11, /* same, but of one word: many bear it */
  PAMONG_DOUBLE_BIRTH_SAME = 1 << 12,
  PAMONG_DOUBLE_BIRTH_COMMON = 1 << 13, /* same, but 1 January and the like */
  PAMONG_DOUBLE_BIRTH_SWAPPED = 1 << 14, /* day and month */
  PAMONG_DOUBLE_BIRTH_NEAR = 1 << 15,   /* one digit */
  PAMONG_DOUBLE_BIRTH_YEAR = 1 << 16,   /* same year, 1 January or the like in one */
  PAMONG_DOUBLE_BIRTH_MISSING = 1 << 17,
  PAMONG_DOUBLE_BIRTH_DIFFERS = 1 << 18,
  PAMONG_DOUBLE_MOTHER_SAME = 1 << 19,
  PAMONG_DOUBLE_MOTHER_NEAR = 1 << 20,
  PAMONG_DOUBLE_MOTHER_DIFFERS = 1 << 21,
  PAMONG_DOUBLE_FATHER_SAME = 1 << 22,
  PAMONG_DOUBLE_FATHER_NEAR = 1 << 23,
  PAMONG_DOUBLE_FATHER_DIFFERS = 1 << 24,
  PAMONG_DOUBLE_PLACE_SAME = 1 << 25,
  PAMONG_DOUBLE_PLACE_DIFFERS = 1 << 26,
  PAMONG_DOUBLE_FAMILY_SAME = 1 << 27,
  PAMONG_DOUBLE_HOUSE_SAME = 1 << 28,   /* two cards, one address */
  PAMONG_DOUBLE_SEX_DIFFERS = 1 << 29
} PamongDoubleReason;
#define PAMONG_N_DOUBLE_REASONS 30

/** PamongDoubleTexts: keys of names and places, each kept once: equal keys of one of these are one pointer. Not thread-safe. */
typedef struct _PamongDoubleTexts PamongDoubleTexts;
PamongDoubleTexts *pamong_double_texts_new (void);
void pamong_double_texts_free (PamongDoubleTexts *texts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongDoubleTexts, pamong_double_texts_free)

/**
 * PamongDoubleFacts: what is compared of one person. Texts belong to a #PamongDoubleTexts; NULL when not known.
 * @uid: never NULL; @name: the variant key of the name; @plain: its key as written
 * @father, @mother: variant keys; @place, @house: folded
 * @family: uid of the card
 * @nik: as a number; 0 when missing or no sixteen digits. @temporary: it begins with 0
 * @birth: 19851231; 0 when missing or no date
 */
typedef struct {
  const char *uid, *name, *plain, *father, *mother, *place, *house, *family;
  guint64 nik;
  gint birth;
  gint8 sex;
  gboolean temporary;
} PamongDoubleFacts;

/** pamong_double_facts_read: @family: (nullable): the card of @resident. */
void pamong_double_facts_read (PamongDoubleFacts *facts, PamongDoubleTexts *texts, const PamongRecord *resident, const PamongRecord *family);
/** pamong_double_judge: the same both ways round. @reasons: (out) (optional): bits, 0 with NONE. @points: (out) (optional): to order within a rank. */
PamongDoubleRank pamong_double_judge (const PamongDoubleFacts *one, const PamongDoubleFacts *other, guint *reasons, int *points);
/** pamong_double_is_common_day: @birth: 19850101: a day that is written when nobody knows it. */
gboolean pamong_double_is_common_day (gint birth);

/** pamong_double_reason_id: Returns: "nik-same", by bit number; NULL beyond the last. */
const char *pamong_double_reason_id (guint bit);
/** pamong_double_rank_name: Returns: "none", "possible", "likely", "certain". */
const char *pamong_double_rank_name (PamongDoubleRank rank);
/** pamong_double_rank_words: Returns: (transfer none): translated, for a heading. */
const char *pamong_double_rank_words (PamongDoubleRank rank);
/** pamong_double_words: Returns: (transfer full): one sentence: "Nama dan tanggal lahir sama, yang satu tanpa NIK." */
char *pamong_double_words (guint reasons);
/** pamong_double_reason_words: Returns: (transfer full): a short phrase each, what speaks for one person first. */
char **pamong_double_reason_words (guint reasons);
