/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "store/store.h"

/** PamongSort: what a list is ordered by; ties by name, then rid. */
typedef enum { PAMONG_SORT_NAME, PAMONG_SORT_NIK, PAMONG_SORT_SEX, PAMONG_SORT_AGE, PAMONG_SORT_SHDK, PAMONG_SORT_KK, PAMONG_SORT_PLACE /* dusun, rw, rt */, PAMONG_SORT_VILLAGE, PAMONG_SORT_MARKS } PamongSort;
/** PamongMark: bits of resident_list.marks. */
typedef enum { PAMONG_MARK_CHECK = 1, PAMONG_MARK_CONFLICT = 2, PAMONG_MARK_WAITING = 4, PAMONG_MARK_NO_NIK = 8 } PamongMark;
/** PamongQuery: filters combine by AND; 0/NULL = not asked. @status 0 = alive; -1 = all. @age_min/@age_max in years, -1 = open. */
typedef struct _PamongQuery {
  int status;
  const char *area, *dusun, *rw, *rt;
  int sex;
  int age_min, age_max;
  int marks;
  const char *today;
  PamongSort sort;
  gboolean descending;
} PamongQuery;
#define PAMONG_QUERY_INIT { .age_min = -1, .age_max = -1 }

/** pamong_residents_ids: Returns: (transfer full) (element-type gint32): rids in order; for a list model (one SQL statement, no rows read). */
GArray *pamong_residents_ids (PamongStore *store, const PamongQuery *query, GError **error);
/** pamong_residents_count: exact. */
gint64 pamong_residents_count (PamongStore *store, const PamongQuery *query, GError **error);

/** PamongListRow: what a list shows of one resident; strings owned. */
typedef struct {
  gint32 rid;
  char *uid, *area, *name, *nik, *kk_number, *birth_date, *father_name, *dusun, *rw, *rt, *address;
  int sex, shdk, status, marks;
} PamongListRow;
void pamong_list_row_free (PamongListRow *row);
/** pamong_residents_rows: rows of @rids in that order (missing ones NULL). Returns: (transfer full) (element-type PamongListRow). */
GPtrArray *pamong_residents_rows (PamongStore *store, const gint32 *rids, guint n, GError **error);
/** pamong_residents_rid: Returns: rid of @uid, or -1. */
gint32 pamong_residents_rid (PamongStore *store, const char *uid);

/** PamongCounts: exact figures of a place (NULL area = all). Coverage needs a target; completeness in tenths of a percent, -1 without residents. */
typedef struct { gint64 residents, families, male, female, completeness; } PamongCounts;
gboolean pamong_residents_counts (PamongStore *store, const char *area, PamongCounts *counts, GError **error);
/** pamong_residents_places: distinct dusun / rw / rt in use for filters and for carrying over: (element-type GStrv {dusun, rw, rt}). */
GPtrArray *pamong_residents_places (PamongStore *store, const char *area, GError **error);
