/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "print/frame.h"
#include <cairo.h>

/* A register on paper: pages of F4 landscape, drawn onto any cairo_t: a PDF, a printer, the screen. */

/** PAMONG_F4_WIDTH, PAMONG_F4_HEIGHT: landscape, in mm. */
#define PAMONG_F4_WIDTH 330.0
#define PAMONG_F4_HEIGHT 215.0

typedef struct _PamongBookPrint PamongBookPrint;
/** pamong_book_print_new: takes @frame. Pages are known at once. */
PamongBookPrint *pamong_book_print_new (PamongFilled *filled, PamongFrame *frame);
void pamong_book_print_free (PamongBookPrint *print);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongBookPrint, pamong_book_print_free)
guint pamong_book_print_n_pages (PamongBookPrint *print);
/** pamong_book_print_draw: @page from 0; one unit of @cr is a point, the origin the corner of the paper. */
void pamong_book_print_draw (PamongBookPrint *print, guint page, cairo_t *cr);
/** pamong_book_print_pdf: FULL when the disk is full, INVALID when nothing can be written there. The file appears whole or not at all. */
gboolean pamong_book_print_pdf (PamongBookPrint *print, const char *path, GError **error);
