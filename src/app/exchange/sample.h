/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "exchange/source.h"

/* A file looked at for the mapping screen: what stands in its columns, and how its first people are understood. No widgets; read on a thread. */

/** PAMONG_SAMPLE_ROWS: people that are shown. */
#define PAMONG_SAMPLE_ROWS 10
/** PamongSamplePerson: @problems: (element-type PamongSheetProblem): cells left out. */
typedef struct {
  guint row;
  PamongRecord *resident, *family;
  PamongStatus status;
  GPtrArray *problems;
} PamongSamplePerson;

/** PAMONG_SAMPLE_TOPS: rows that may be chosen as headings. */
#define PAMONG_SAMPLE_TOPS 20
/** PamongSampleTop: a row from the top of the sheet, "NO · NAMA · NIK". */
typedef struct {
  guint row;
  char *words;
} PamongSampleTop;

/** PamongSample: @values: (element-type utf8): per column three different values: "SITI · BUDI · ANI". @people: (element-type PamongSamplePerson). @tops: (element-type PamongSampleTop). @message: (nullable): why there is
 * nobody: with other columns there may be. */
typedef struct {
  GPtrArray *values, *people, *tops;
  char *message;
} PamongSample;
/** pamong_sample_read: @columns: (nullable): taken instead of those of @source; NULL also for a layout without columns. */
PamongSample *pamong_sample_read (PamongSource *source, const PamongColumns *columns, const char *area, GError **error);
/** pamong_sample_mask: @text as a list shows it: a row of a person may be chosen as headings. Returns: (transfer full). */
char *pamong_sample_mask (const char *text);
void pamong_sample_free (PamongSample *sample);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongSample, pamong_sample_free)
