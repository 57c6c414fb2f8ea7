/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "store/residents.h"
#include "store/store_db.h"

/** PAMONG_GROUP_KEYS: no order is made of more values than these. */
#define PAMONG_GROUP_KEYS 3

/**
 * pamong_list_groups_read:
 * @stmt: rid, then @n_keys values that people share with many; rows in the order they have within one group
 * @numbers: the one key is a number, else all are texts
 *
 * Puts people of like values together, in the order of the values; within a group they stay as they were read. People without the value stand last,
 * @descending or not. One walk through an index does for every such order, both ways, what would each need an index of its own, or a sort of everybody.
 * Returns: (transfer full) (nullable) (element-type gint32): rids.
 */
GArray *pamong_list_groups_read (PamongStmt *stmt, int n_keys, gboolean numbers, gboolean descending, GError **error);
/**
 * pamong_list_runs_read:
 * @stmt: rid and a text; rows in an order that is right for the texts and the wrong way round for those of like text
 *
 * An index read backwards turns the names round with the values; this turns them back. Returns: (transfer full) (nullable) (element-type gint32): rids.
 */
GArray *pamong_list_runs_read (PamongStmt *stmt, GError **error);
/** pamong_list_turn_round: the last becomes the first, of those behind @from. */
void pamong_list_turn_round (GArray *rids, guint from);
