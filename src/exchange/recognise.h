/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "exchange/blocks.h"

/* Which program made a file, told by the `[recognise]` of data/layouts. */

/**
 * PamongRecognised:
 * @layout: name of the layout; "own" for a sheet somebody made himself
 * @title: words for the screen
 * @columns: (nullable): NULL for a layout with a block per family; @blocks: (nullable) (transfer none): of such a layout
 * @hidden: it was found in a hidden sheet, because no other holds people
 * @knows_occupations: the layout says which list of occupations it writes
 */
typedef struct {
  char *layout, *title;
  PamongColumns *columns;
  const PamongBlocks *blocks;
  gboolean hidden, knows_occupations;
} PamongRecognised;
void pamong_recognised_clear (PamongRecognised *found);

/** pamong_recognise: @layout: (nullable): the only one to look for. @found: (out). Returns: FALSE with NOT_FOUND for a layout nobody knows, INVALID when the file is none of those: the
 * words say where was looked and what to do. */
gboolean pamong_recognise (PamongBook *book, const char *layout, PamongRecognised *found, GError **error);
