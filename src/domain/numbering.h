/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "domain/error.h"

/* How the number of a letter is written. Which number it is, is the store's affair. */

/** PamongNumberParts: what a pattern is filled from. @mark: "" for the first desk of a village. @digits: at least so many of the number. */
typedef struct {
  gint64 number;
  guint digits;
  const char *mark, *classification, *unit, *area, *type, *date;
} PamongNumberParts;

/** pamong_number_text: @pattern with {klas} {no} {unit} {desa} {jenis} {bulan} {bulan_romawi} {tahun} {tanda} filled in. Where it has no {tanda}, the mark of the desk
 * stands behind the number: "012-B". A part that is empty takes its separator along. Returns: (transfer full). */
char *pamong_number_text (const char *pattern, const PamongNumberParts *parts);
/** PamongNumberScope: codes/lingkup_nomor.csv. */
typedef enum { PAMONG_NUMBER_ALL = 1, PAMONG_NUMBER_BY_TYPE, PAMONG_NUMBER_BY_CLASSIFICATION } PamongNumberScope;
/** pamong_number_check: INVALID when @pattern has no {no} or {tahun}, an unknown part, or cannot tell the series of @scope apart: two letters would bear one number. */
gboolean pamong_number_check (const char *pattern, PamongNumberScope scope, GError **error);
/** pamong_number_series: Returns: (transfer full): the series in which a letter of @type and @classification is counted: "surat", the type, or the classification. */
char *pamong_number_series (PamongNumberScope scope, const char *type, const char *classification);
#define PAMONG_SERIES_ALL "surat"
#define PAMONG_SERIES_INCOMING "masuk"
/** pamong_desk_mark: Returns: (transfer full): the mark of the computer that came to its village as number @ordinal: "" for the first (and for one that no centre
 * knows, 0), then "B", "C", … "Z", "AA". */
char *pamong_desk_mark (gint64 ordinal);
