/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "store/store.h"

/* The store's folder, for the files of this room: names, rights, and what is left of an accident. */
#define PAMONG_STORE_FILE "pamong.db"
#define PAMONG_STORE_LOCK "pamong.lock"
#define PAMONG_STORE_GROWING "pamong.db.pulih-tulis" /* a copy that is being put back, as it is written … */
#define PAMONG_STORE_READY "pamong.db.pulih"         /* … and whole: from here on it is the store, once the old one has left its name */

gboolean pamong_store_make_dir (const char *dir, GError **error);
/** pamong_store_was_unclean: a WAL that nobody emptied: the program did not end well. */
gboolean pamong_store_was_unclean (const char *dir);
/** pamong_store_move_aside: renames the damaged file and its WAL to pamong.db.rusak-<time>; always sets @error: DAMAGED, naming it. */
void pamong_store_move_aside (const char *dir, GError **error);
/** pamong_store_refuse_after_damage: Returns: FALSE with DAMAGED when a damaged file was moved aside and nothing was put in its place. */
gboolean pamong_store_refuse_after_damage (const char *dir, GError **error);
/** pamong_store_put_in_place: with the lock held: the copy written at PAMONG_STORE_GROWING becomes the store. @kept: (out) (transfer full) (nullable): where the old
 * one is. Whatever stops it, pamong_store_finish_restore() at the next opening leads to the old store or to the new one. */
gboolean pamong_store_put_in_place (const char *dir, char **kept, GError **error);
/** pamong_store_finish_restore: with the lock held: ends what was stopped between two names. */
gboolean pamong_store_finish_restore (const char *dir, GError **error);
/** pamong_store_is_between: the old store has left its name, the new one waits to take it. */
gboolean pamong_store_is_between (const char *dir);
