/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "office/doubles.h"

/* For this room only: what was compared last time, so that one touched record costs one look at each other and not a scan. */

typedef struct _PamongDoublesFinder PamongDoublesFinder;
/** pamong_doubles_finder_new: @store: borrowed. @broken: (nullable) (atomic): looked at now and then; not 0 = stop. */
PamongDoublesFinder *pamong_doubles_finder_new (PamongStore *store, gint *broken);
void pamong_doubles_finder_free (PamongDoublesFinder *finder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongDoublesFinder, pamong_doubles_finder_free)
/** pamong_doubles_finder_run: everybody anew. Returns: FALSE on an error or when it was broken off; what was found before is then gone. */
gboolean pamong_doubles_finder_run (PamongDoublesFinder *finder, GError **error);
/** pamong_doubles_finder_has_run: a whole run has ended well and nobody was forgotten since. */
gboolean pamong_doubles_finder_has_run (PamongDoublesFinder *finder);
/** pamong_doubles_finder_refresh: these residents and families were touched, or something said about them. Returns: FALSE on an error; run again then. */
gboolean pamong_doubles_finder_refresh (PamongDoublesFinder *finder, const char *const *uids, GError **error);
/** pamong_doubles_finder_forget: drops what was compared, keeps the pairs: for a register too large to hold. refresh() then only looks again at pairs of those touched. */
void pamong_doubles_finder_forget (PamongDoublesFinder *finder);
/** pamong_doubles_finder_list: Returns: (transfer full) (element-type PamongDouble): the surest first, then by name; FALSE pairs left out. */
GPtrArray *pamong_doubles_finder_list (PamongDoublesFinder *finder, GError **error);
