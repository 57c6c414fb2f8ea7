/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "store/store.h"

/**
 * PamongFileFacts: what a store's file holds, told before it is put back or replaced.
 * @schema: number of its last migration
 * @waiting: changes not sent yet
 * @last: when somebody last entered something, 0 = never
 * @device: (nullable): its registration
 */
typedef struct {
  PamongLevel level;
  char *area;
  int schema;
  gint64 residents, families, waiting, last;
  char *device;
} PamongFileFacts;
void pamong_file_facts_free (PamongFileFacts *facts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongFileFacts, pamong_file_facts_free)

/** pamong_store_copy: a whole copy of everything at @path, still to be checked by pamong_file_check(); any thread, with a store of its own. Nobody who types waits for it.
 * Returns: (transfer full): what the copy holds. */
PamongFileFacts *pamong_store_copy (PamongStore *store, const char *path, GError **error);
/** pamong_file_check: SQLite looks through the file; any thread. Returns: FALSE with DAMAGED. */
gboolean pamong_file_check (const char *path, GError **error);
/** pamong_file_facts: of a store's file that may lie anywhere; it is checked through. DAMAGED; OUTDATED when it is of a newer Pamong. */
PamongFileFacts *pamong_file_facts (const char *path, GError **error);

/* Putting a copy in the place of a folder's store: the old one or the new one, at every moment, and the old one is kept. */
typedef struct _PamongRestore PamongRestore;
/** pamong_restore_begin: takes the folder's lock: BUSY while a program has it open. */
PamongRestore *pamong_restore_begin (const char *dir, GError **error);
/** pamong_restore_free: what was not put in place is taken away again. */
void pamong_restore_free (PamongRestore *restore);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongRestore, pamong_restore_free)
/** pamong_restore_path: where the plain copy is to be written. */
const char *pamong_restore_path (PamongRestore *restore);
/** pamong_restore_present: what the folder holds now. Returns: (transfer none) (nullable): NULL when there is nothing, or nothing that can be read. */
const PamongFileFacts *pamong_restore_present (PamongRestore *restore);
/** pamong_restore_commit: @kept: (out) (transfer full) (nullable): path of the file that was replaced. INVALID when the copy is of another place or level. The copy
 * will not send anything before the server has told it what it misses (R18). */
gboolean pamong_restore_commit (PamongRestore *restore, char **kept, GError **error);
