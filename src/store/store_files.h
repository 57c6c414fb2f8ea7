/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "store/store.h"

/* The store's folder, for the files of this room: names, rights, and what is left of an accident. */
#define PAMONG_STORE_FILE "pamong.db"
#define PAMONG_STORE_LOCK "pamong.lock"

gboolean pamong_store_make_dir (const char *dir, GError **error);
/** pamong_store_was_unclean: a WAL that nobody emptied: the program did not end well. */
gboolean pamong_store_was_unclean (const char *dir);
/** pamong_store_move_aside: renames the damaged file and its WAL to pamong.db.rusak-<time>; always sets @error: DAMAGED, naming it. */
void pamong_store_move_aside (const char *dir, GError **error);
/** pamong_store_refuse_after_damage: Returns: FALSE with DAMAGED when a damaged file was moved aside and nothing was put in its place. */
gboolean pamong_store_refuse_after_damage (const char *dir, GError **error);
