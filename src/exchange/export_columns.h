/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "domain/events.h"
#include "domain/record.h"

/* The columns of Pamong's own files: any field of the registry, and a few things beside. */

typedef enum { PAMONG_EXPORT_RESIDENTS, PAMONG_EXPORT_FAMILIES, PAMONG_EXPORT_N } PamongExportWhat;
/** PamongExportSource: where a column that is no field has its value. */
typedef enum {
  PAMONG_EXPORT_FIELD, PAMONG_EXPORT_UID, PAMONG_EXPORT_AREA, PAMONG_EXPORT_STATUS, PAMONG_EXPORT_HEAD_NAME, PAMONG_EXPORT_HEAD_NIK, PAMONG_EXPORT_MEMBERS
} PamongExportSource;

/** PamongExportColumn: @key: as scripts name it. @label: English msgid; show gettext (label). @field: (nullable): of FIELD. */
typedef struct {
  const char *key, *label;
  PamongExportSource source;
  const PamongField *field;
} PamongExportColumn;

/** pamong_export_columns: Returns: (transfer none) (element-type PamongExportColumn): all there are for @what, as a card reads. */
GPtrArray *pamong_export_columns (PamongExportWhat what);
/** pamong_export_column_find: Returns: (transfer none) (nullable). */
const PamongExportColumn *pamong_export_column_find (PamongExportWhat what, const char *key);
/** pamong_export_columns_read: @keys: (nullable): NULL for all. Returns: (transfer container) (element-type PamongExportColumn) (nullable): INVALID names the key that is none. */
GPtrArray *pamong_export_columns_read (PamongExportWhat what, const char *const *keys, GError **error);
