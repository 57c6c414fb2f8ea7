/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "office/inspect.h"

/* For the inspector's thread only: when to look for doubles, and what was found last. */

typedef struct _PamongInspectDoubles PamongInspectDoubles;
/** pamong_inspect_doubles_new: @store: borrowed. @waiting: (atomic): not 0 = other work waits, looking is broken off. @most: of how many people
 * doubles are looked for without being asked. */
PamongInspectDoubles *pamong_inspect_doubles_new (PamongStore *store, gint *waiting, guint most);
void pamong_inspect_doubles_free (PamongInspectDoubles *doubles);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongInspectDoubles, pamong_inspect_doubles_free)
/** pamong_inspect_doubles_touch: these were touched; NULL = many. */
void pamong_inspect_doubles_touch (PamongInspectDoubles *doubles, const char *const *uids);
/** pamong_inspect_doubles_ask: a person wants them, however many people there are. */
void pamong_inspect_doubles_ask (PamongInspectDoubles *doubles);
/** pamong_inspect_doubles_are_wanted: there is something to look for. */
gboolean pamong_inspect_doubles_are_wanted (PamongInspectDoubles *doubles);
/** pamong_inspect_doubles_look: Returns: FALSE when it was broken off and is still wanted. */
gboolean pamong_inspect_doubles_look (PamongInspectDoubles *doubles);
/** pamong_inspect_doubles_state: @list: (out) (transfer full) (nullable) (element-type PamongDouble): never changed once made. */
PamongDoublesState pamong_inspect_doubles_state (PamongInspectDoubles *doubles, GPtrArray **list);
