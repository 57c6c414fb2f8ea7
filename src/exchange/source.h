/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "exchange/people.h"

/* A file of people, opened and recognised: which program made it (data/layouts), or a sheet somebody made himself. */
typedef struct _PamongSource PamongSource;
/** pamong_source_open: @layout: (nullable): one of data/layouts, or "own"; NULL to recognise it. INVALID or NOT_FOUND with words that name the place and the remedy. */
PamongSource *pamong_source_open (const char *path, const char *layout, GError **error);
void pamong_source_free (PamongSource *source);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongSource, pamong_source_free)

/** pamong_source_layout: Returns: (transfer none): "opensid", "opendk", "siak", "bip-2012", "bip-2016", "bip-luwu-timur", "bip-ektp", "own". */
const char *pamong_source_layout (PamongSource *source);
/** pamong_source_title: Returns: (transfer none): words for the screen. */
const char *pamong_source_title (PamongSource *source);
PamongBook *pamong_source_book (PamongSource *source);
/** pamong_source_columns: Returns: (transfer none) (nullable): NULL for a layout with a block per family; else what the mapping screen shows and changes. */
PamongColumns *pamong_source_columns (PamongSource *source);
/** pamong_source_set_columns: @columns: (transfer full): after the mapping screen. */
void pamong_source_set_columns (PamongSource *source, PamongColumns *columns);

/** pamong_source_point: a person says where the people stand: only in @sheet, -1 for wherever the file was found to hold them; headings in @row as pamong_columns_in() takes it. Columns are read and
 * guessed anew. Of a home-made sheet only. On FALSE all is as it was. */
gboolean pamong_source_point (PamongSource *source, int sheet, int row, GError **error);
/** pamong_source_pointed: Returns: the only sheet that is read, -1 when nobody said so. */
int pamong_source_pointed (PamongSource *source);
/** pamong_source_is_own: a sheet somebody made himself. */
gboolean pamong_source_is_own (PamongSource *source);
/** pamong_source_column: Returns: (transfer full) (nullable): letters of the column in which @field stands by itself, in any layout. */
char *pamong_source_column (PamongSource *source, const PamongField *field);

/** pamong_source_asks_occupation: whether occupation 89 stands in it and nothing tells which list is meant: LAINNYA of the old 89, or our 89. To be asked once per file. */
gboolean pamong_source_asks_occupation (PamongSource *source);
/** pamong_source_set_occupation: @old_list: 89 is LAINNYA. */
void pamong_source_set_occupation (PamongSource *source, gboolean old_list);

/** pamong_source_people: everybody in it, from the top, on every sheet with the same headings. @area: the village the records are for. @n: (out): people told. INVALID when there is nobody: the words say
 * where was looked. Returns: TRUE also when @func stopped it. */
gboolean pamong_source_people (PamongSource *source, const char *area, PamongSheetPersonFunc func, gpointer data, guint *n, GError **error);
