/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "office/office.h"

/* Synthetic people, the same for the same seed and village: names, ages and families as the regency's, none of them anybody. */
typedef struct _PamongPractice PamongPractice;
/** pamong_practice_new: also makes uids follow the seed until freed. @village: code; part of the seed, so that two villages never share a uid. */
PamongPractice *pamong_practice_new (guint32 seed, const char *village);
void pamong_practice_free (PamongPractice *practice);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongPractice, pamong_practice_free)
/** pamong_practice_set_dirt: from now on cards have the dirt of real base data (data/practice/dirt.csv). */
void pamong_practice_set_dirt (PamongPractice *practice, guint32 seed);
/** pamong_practice_next: Returns: (transfer full): the next family card, with at most @room members. */
PamongFamilyCard *pamong_practice_next (PamongPractice *practice, guint room);

/** pamong_practice_planted: Returns: (transfer none) (nullable) (element-type utf8): with dirt: uids, two by two: a person and the double of it. */
GPtrArray *pamong_practice_planted (PamongPractice *practice);

/** PamongPracticeFigures: what was made. */
typedef struct { guint villages, residents, families; } PamongPracticeFigures;
/** PamongPracticeOrder: what a village shall be. @progress: (nullable): told after each slice, on the thread that fills. */
typedef struct {
  guint32 seed;
  guint residents;
  gboolean dirt;
  void (*progress) (guint done, guint all, gpointer data);
  gpointer progress_data;
} PamongPracticeOrder;
/** pamong_practice_fill_village: registers families in the village of @office until it has that many people more. @findings: (out): of the slice that was refused. */
gboolean pamong_practice_fill_village (PamongOffice *office, const PamongPracticeOrder *order, PamongPracticeFigures *figures, GPtrArray **findings, GError **error);
/* The village of the desktop's practice: always the same place and people, so that a trainer can say whom to look for, and never the office's own, so that nobody
 * takes it for the real one. */
#define PAMONG_PRACTICE_VILLAGE "35.22.28.2004"
#define PAMONG_PRACTICE_ACCOUNT "Peserta Latihan"
#define PAMONG_PRACTICE_PASSWORD "latihan-pamong"
/** pamong_practice_make_store: the store of @dir with that village and account, whole or not at all. Any thread; uids follow the seed meanwhile. */
gboolean pamong_practice_make_store (const char *dir, const PamongPracticeOrder *order, GError **error);
/** pamong_practice_is_ready: was @store made so? */
gboolean pamong_practice_is_ready (PamongStore *store);

/** PamongPracticeSink: where the records of an area go, each after those it names. @slice: a village is whole: what was put may be committed. */
typedef struct {
  gboolean (*put) (const PamongRecord *record, gpointer data, GError **error);
  gboolean (*slice) (gpointer data, GError **error);
  gpointer data;
} PamongPracticeSink;
/** pamong_practice_pour: every village of the region @area (itself, if it is one), with @order->residents each; 0 = as in data/practice/districts.csv. */
gboolean pamong_practice_pour (const char *area, const PamongPracticeOrder *order, const PamongPracticeSink *sink, PamongPracticeFigures *figures, GError **error);
/** pamong_practice_fill_area: the same in bulk into @store, which holds nobody yet. */
gboolean pamong_practice_fill_area (PamongStore *store, const char *area, const PamongPracticeOrder *order, PamongPracticeFigures *figures, GError **error);

/** PamongPracticeSheet: a workbook in the layout of another program. @words: labels instead of codes. */
typedef struct { const char *village, *path, *layout; gboolean words; } PamongPracticeSheet;
/** PamongLostCode: a value for which the layout has no code. @row: of the sheet, the headings are 1. */
typedef struct { guint row; char *heading, *value; } PamongLostCode;
/** pamong_practice_write_sheet: @lost: (out) (transfer full) (element-type PamongLostCode). */
gboolean pamong_practice_write_sheet (const PamongPracticeOrder *order, const PamongPracticeSheet *target, PamongPracticeFigures *figures, GPtrArray **lost, GError **error);
