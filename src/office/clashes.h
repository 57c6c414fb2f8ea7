/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "store/store.h"

/** PamongClashSide: one of the values that differ, in words for a person. @by: (nullable): who wrote it. @source: (nullable): of what the regency would have filled in, where that is from. @t: when, on their clock. */
typedef struct {
  char *words, *by, *source;
  gint64 t;
} PamongClashSide;

/** PamongClash: an open "beda isian" as a person sees it. @field: label of the field (English msgid). @who, @where: whose record and how to tell them apart.
 * @sides: the current value first, then those kept aside, oldest first: side i > 0 is number i - 1 of pamong_office_resolve(). */
typedef struct {
  char *uid;
  PamongKind kind;
  char *subject_uid;
  const char *field;
  char *who, *where;
  GPtrArray *sides;
} PamongClash;
void pamong_clash_free (PamongClash *clash);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongClash, pamong_clash_free)

/** pamong_clash_is_filled_in: all that differs from what stands here came from the regency. */
gboolean pamong_clash_is_filled_in (const PamongClash *clash);
/** pamong_clashes: every open one that this program can show. Returns: (transfer full) (element-type PamongClash). */
GPtrArray *pamong_clashes (PamongStore *store, GError **error);
