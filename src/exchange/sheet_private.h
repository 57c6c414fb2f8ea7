/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "exchange/sheet.h"

/* For the readers of one form each. */

/** PamongRow: the row being put together; its texts last until the next one begins. */
typedef struct {
  GArray *cells;
  GStringChunk *texts;
  guint number, used; /* used: to the last cell that is not empty */
} PamongRow;
void pamong_row_init (PamongRow *row);
void pamong_row_clear (PamongRow *row);
void pamong_row_begin (PamongRow *row, guint number);
/** pamong_row_put: @text: (nullable): @length bytes, -1 = to its end; bytes that are no UTF-8 are replaced. */
void pamong_row_put (PamongRow *row, guint column, PamongSheetCellKind kind, gboolean formula, const char *text, gssize length, double number);
/** pamong_row_put_days: a date as Excel counts it; a number without a day stays a number. @from_1904: the count of old Macintosh files. */
void pamong_row_put_days (PamongRow *row, guint column, gboolean formula, const char *text, double days, gboolean from_1904);
/** pamong_row_tell: Returns: FALSE when @func wants no more. */
gboolean pamong_row_tell (PamongRow *row, PamongSheetRowFunc func, gpointer data);

typedef struct {
  char *name;
  gboolean hidden;
  char *part; /* (nullable): where an .xlsx keeps it */
} PamongSheet;

/** PamongBook: each form begins with this. */
struct _PamongBook {
  char *path, *title; /* title: name of the file, for words */
  gboolean is_copy;   /* path goes with the book */
  GPtrArray *sheets;  /* PamongSheet */
  gboolean (*read) (PamongBook *book, PamongSheet *sheet, guint index, PamongSheetRowFunc func, gpointer data, GError **error);
  void (*close) (PamongBook *book);
};
void pamong_book_add_sheet (PamongBook *book, const char *name, gboolean hidden, const char *part);
/** pamong_book_say: sets INVALID: @words with the name of the file in place of %s. */
void pamong_book_say (PamongBook *book, const char *words, GError **error);
extern const char *const pamong_words_damaged;
extern const char *const pamong_words_too_big;
extern const char *const pamong_words_locked;

/* FALSE with error. The book was made by the caller with path and title. */
typedef struct {
  gsize size;
  gboolean (*open) (PamongBook *book, GError **error);
} PamongForm;
extern const PamongForm pamong_form_xlsx, pamong_form_xls, pamong_form_text;
