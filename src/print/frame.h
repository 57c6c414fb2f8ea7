/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "office/registers.h"

/** PamongSigner: @before: lines over the room for the signature; @name: who signs, or dots; @after: (nullable): a line under the name. */
typedef struct {
  char **before;
  char *name, *after;
} PamongSigner;

/**
 * PamongFrame: what stands around a table on paper.
 * @letterhead: lines over the first page; @address: (nullable): under them; @logo: (nullable): a PNG
 * @title, @lines: over the table of the first page; @running: over the later ones
 * @empty: instead of rows; @note: (nullable): who printed it and when, at the foot; @basis: (nullable): the decree
 * @practice: synthetic people: says so over every page
 */
typedef struct {
  char **letterhead, **lines;
  char *address, *title, *running, *empty, *basis, *note;
  GBytes *logo;
  PamongSigner left, right;
  gboolean practice;
} PamongFrame;

/** pamong_frame_new: for @filled, by the identity and the officials of the place it is of, on the day it is of. @by: (nullable): who prints it. Returns: (transfer full). */
PamongFrame *pamong_frame_new (PamongStore *store, PamongFilled *filled, const char *by, gboolean practice, GError **error);
void pamong_frame_free (PamongFrame *frame);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongFrame, pamong_frame_free)
/** pamong_frame_xlsx: the same book as a workbook. */
gboolean pamong_frame_xlsx (const PamongFrame *frame, PamongFilled *filled, const char *path, GError **error);
