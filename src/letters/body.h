/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "letters/letter.h"
#include "letters/phrase.h"

/* The markup of a body, read into a tree of what stands on the page. */

typedef enum {
  PAMONG_NODE_TEXT,      /* a paragraph */
  PAMONG_NODE_ITEM,      /* a paragraph beside its number or stroke */
  PAMONG_NODE_ROW,       /* label : value */
  PAMONG_NODE_TABLE, PAMONG_NODE_TREE, PAMONG_NODE_SIGN,
  PAMONG_NODE_HEAD,      /* letterhead */
  PAMONG_NODE_TITLE, PAMONG_NODE_NUMBER,
  PAMONG_NODE_SECTION,   /* a heading on a grey band */
  PAMONG_NODE_GAP, PAMONG_NODE_RULE, PAMONG_NODE_PAGE, PAMONG_NODE_SIZE, PAMONG_NODE_FOOT,
  PAMONG_NODE_IF, PAMONG_NODE_EACH, PAMONG_NODE_TOGETHER
} PamongNodeKind;

/** PamongSignCell: who signs. @office: the signer of the letter with place and day over it; @officer: without; @head: of the village; @camat. Else @lines, and @phrase as the name. */
typedef enum { PAMONG_SIGN_WORDS, PAMONG_SIGN_OFFICE, PAMONG_SIGN_OFFICER, PAMONG_SIGN_HEAD, PAMONG_SIGN_CAMAT } PamongSignWho;
typedef struct {
  PamongTextAlign place;
  PamongSignWho who;
  gboolean stamped;      /* room for a duty stamp */
  GPtrArray *lines;      /* PamongPhrase: over the name */
  PamongPhrase *name;    /* (nullable) */
  GPtrArray *under;      /* PamongPhrase */
} PamongSignCell;

typedef struct _PamongNode PamongNode;
/**
 * PamongNode:
 * @word: a condition, the name of a list, a number as written ("1.", "#.", "-")
 * @label: of a row; @optional: the row is left out when its value is empty
 * @cells: of a table: PamongPhrase, @rows rows of @columns each; @widths: shares, negative = centred; @least: rows at least
 * @amount: lines of a gap, points of a size, least height of table rows in mm
 * @landscape, @bare: of a page: on its side, without border lines
 */
struct _PamongNode {
  PamongNodeKind kind;
  guint line, indent, columns, least;
  char *word;
  PamongPhrase *label, *phrase;
  PamongTextAlign align;
  double amount, *widths;
  gboolean optional, landscape, bare, small;
  GPtrArray *cells, *signs, *children, *otherwise;
};

typedef struct _PamongBody PamongBody;
/** pamong_body_parse: Returns: (transfer full): with whatever could be read; pamong_body_faults() says what could not. */
PamongBody *pamong_body_parse (const char *source);
void pamong_body_free (PamongBody *body);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongBody, pamong_body_free)
GPtrArray *pamong_body_nodes (const PamongBody *body);
/** pamong_body_faults: Returns: (transfer none) (element-type PamongLetterFault). */
GPtrArray *pamong_body_faults (const PamongBody *body);
/** pamong_fault_new: @words: (transfer full). */
PamongLetterFault *pamong_fault_new (guint line, char *words);
void pamong_fault_free (gpointer fault);
void pamong_node_free (gpointer node);
