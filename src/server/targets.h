/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "server/ledger.h"

/* How many people and families the regency expects in a village, from outside (Dukcapil's count): what capaian is measured by. Kept on the place record. */

/** PamongTarget: @residents 0 = none any more. @families: 0 = not told. @source: (nullable). @date: (nullable): YYYY-MM-DD. */
typedef struct { char *village, *source, *date; gint64 residents, families; } PamongTarget;
void pamong_target_free (PamongTarget *target);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongTarget, pamong_target_free)

/** pamong_target_new: @words: village, residents, families, source, date, as typed; all but the first two may be empty or NULL. @regency: whose village it must
 * be. Returns: (transfer full): NULL with INVALID and what to do about it. */
PamongTarget *pamong_target_new (const char *const *words, const char *regency, GError **error);
/** pamong_target_new_clear: that @village has none any more. Returns: (transfer full): NULL with INVALID. */
PamongTarget *pamong_target_new_clear (const char *village, const char *regency, GError **error);
/** pamong_targets_parse: a CSV file with the head village,residents[,families][,source][,date]. All faulty lines are told, and then nothing is given.
 * Returns: (transfer full) (element-type PamongTarget). */
GPtrArray *pamong_targets_parse (const char *text, gsize size, const char *regency, GError **error);
/** pamong_targets_put: all or none, in one transaction. @n_changed: (out): those that were something else before. */
gboolean pamong_targets_put (PamongLedger *ledger, GPtrArray *targets, guint *n_changed, GError **error);
/** pamong_targets_list: Returns: (transfer full) (element-type PamongTarget): those that are set in @regency, by code. */
GPtrArray *pamong_targets_list (PamongLedger *ledger, const char *regency, GError **error);
