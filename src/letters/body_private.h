/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "letters/body.h"

/* What body.c and node.c share while a body is read. @line: the number of the line, from 1. */

typedef struct {
  GPtrArray *faults;
  guint line;
} PamongBodyReader;

/** pamong_reader_blame: @words: (transfer full). */
void pamong_reader_blame (PamongBodyReader *reader, guint line, char *words);
PamongPhrase *pamong_reader_phrase (PamongBodyReader *reader, const char *source);
PamongNode *pamong_node_new (PamongBodyReader *reader, PamongNodeKind kind);
/** pamong_node_line: a paragraph, an item or a row. */
PamongNode *pamong_node_line (PamongBodyReader *reader, const char *line);
/** pamong_node_sign, _cells: a line within [ttd], within [tabel]. */
void pamong_node_sign (PamongBodyReader *reader, PamongNode *node, const char *line);
void pamong_node_cells (PamongBodyReader *reader, PamongNode *node, const char *line);
/** pamong_node_options: what follows the word: a list, lebar=, baris=, tinggi=, polos, kecil. */
void pamong_node_options (PamongBodyReader *reader, PamongNode *node, const char *words);
