/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "store/store.h"

/* The books, lists and figures of an office as data/registers/NAME.ini describes them, and what stands in them. For a reader: any thread's own store. */

typedef enum { PAMONG_ALIGN_START, PAMONG_ALIGN_CENTER, PAMONG_ALIGN_END } PamongAlign;
/** PamongRegisterAs: how a code is written. */
typedef enum { PAMONG_AS_DISPLAY, PAMONG_AS_SHORT, PAMONG_AS_LABEL } PamongRegisterAs;

/**
 * PamongRegisterColumn:
 * @heading: its levels from the top, parted by "|"; what neighbours have in common stands over them once
 * @screen: the same in few words, for a list on the screen; @heading_above, @screen_above: (nullable): instead of them above a village
 * @value: column of the query, or what the source calls it; "number" counts the rows
 * @width: in mm, of those of all columns
 */
typedef struct {
  char *heading, *screen, *heading_above, *screen_above, *value;
  double width;
  PamongAlign align;
  PamongRegisterAs as;
} PamongRegisterColumn;

/**
 * PamongRegister:
 * @name: "b1"; @code: (nullable): "B.1"
 * @list: under which words it stands in the list of registers
 * @about: what stands in it, in one line
 * @source: who fills it: "people" (a query, one row a person), "letters" (a query, one row a letter of the month), "mutations", "recapitulation", "statistics"
 * @query, @which: (nullable): see PamongRegisterQuery
 * @monthly: it is of one month, else as things stand on a day
 * @empty: what it says when nobody stands in it
 * @font: size of the print, in points
 */
typedef struct {
  char *name, *code, *title, *list, *about, *basis, *source, *query, *which, *empty;
  gboolean monthly, hidden;
  double font;
  GPtrArray *columns; /* (element-type PamongRegisterColumn) */
} PamongRegister;

/** pamong_registers: Returns: (transfer none) (element-type PamongRegister): all, in the order of the list. Read once. */
GPtrArray *pamong_registers (void);
/** pamong_registers_find: @name: "b1", "B.1", "B1". Returns: (transfer none) (nullable). */
const PamongRegister *pamong_registers_find (const char *name);

/** PamongRowKind: a row over or under others. */
typedef enum { PAMONG_ROW_PLAIN, PAMONG_ROW_SECTION, PAMONG_ROW_TOTAL } PamongRowKind;

/**
 * PamongRegisterScope:
 * @area: a village, or what stands above it: then all below
 * @dusun: (nullable): only this one
 * @month: YYYY-MM, of a monthly register
 * @today: YYYY-MM-DD
 * @names: (nullable) (element-type gint32): only these rids; @subject: (nullable): what they have in common, in words
 */
typedef struct {
  const char *area, *dusun, *month, *today;
  GArray *names;
  const char *subject;
} PamongRegisterScope;

/** PamongFilled: a register as it stood when it was read; nothing in it changes any more. Rows are packed: 50,000 people take about 10 MB. */
typedef struct _PamongFilled PamongFilled;
/** pamong_register_fill: reads it. INVALID for a month that is none. Returns: (transfer full). */
PamongFilled *pamong_register_fill (PamongStore *store, const PamongRegister *reg, const PamongRegisterScope *scope, GError **error);
PamongFilled *pamong_filled_ref (PamongFilled *filled);
void pamong_filled_unref (PamongFilled *filled);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongFilled, pamong_filled_unref)
const PamongRegister *pamong_filled_register (PamongFilled *filled);
const char *pamong_filled_area (PamongFilled *filled);
const char *pamong_filled_dusun (PamongFilled *filled); /* (nullable) */
const char *pamong_filled_month (PamongFilled *filled); /* (nullable) */
const char *pamong_filled_today (PamongFilled *filled);
const char *pamong_filled_subject (PamongFilled *filled); /* (nullable) */
/** pamong_filled_heading, _screen: Returns: (transfer none): of a column, in the words of the level. */
const char *pamong_filled_heading (PamongFilled *filled, guint column);
const char *pamong_filled_screen (PamongFilled *filled, guint column);
/** pamong_filled_is_above: of several villages. */
gboolean pamong_filled_is_above (PamongFilled *filled);
guint pamong_filled_n_rows (PamongFilled *filled);
/** pamong_filled_n_entries: rows that are neither headings nor sums. */
guint pamong_filled_n_entries (PamongFilled *filled);
/** pamong_filled_cell: Returns: (transfer none): "" when empty. */
const char *pamong_filled_cell (PamongFilled *filled, guint row, guint column);
PamongRowKind pamong_filled_kind (PamongFilled *filled, guint row);
/** pamong_filled_rid: Returns: the resident of the row, or 0. */
gint32 pamong_filled_rid (PamongFilled *filled, guint row);
/** pamong_filled_has_names: TRUE when the cell is a figure that people stand behind. */
gboolean pamong_filled_has_names (PamongFilled *filled, guint row, guint column);
/** pamong_filled_names: who is counted in a cell. Returns: (transfer full) (element-type gint32): as many as the figure says. */
GArray *pamong_filled_names (PamongFilled *filled, guint row, guint column);
/** pamong_filled_notes: Returns: (transfer none) (element-type utf8): sentences that stand below the table. */
GPtrArray *pamong_filled_notes (PamongFilled *filled);
/** pamong_filled_ages: people by sex (0 male) and five years for a pyramid. Returns: (transfer none) (nullable): NULL for a register without one. */
typedef gint64 PamongAges[2][16];
const PamongAges *pamong_filled_ages (PamongFilled *filled);
