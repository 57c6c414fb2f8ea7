/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "domain/rules.h"
#include <gio/gio.h>

/* Perlu dicek: what the rules say of everybody who lives here. */

/**
 * PamongInspected: one finding, never changed once made; from any thread.
 * @rule, @severity, @kind, @uid, @field, @message, @remedy, @other_uid: as in #PamongFinding; @rule is interned
 * @name: (nullable): the person, or who heads the family
 * @rt: (nullable)
 */
typedef struct {
  const char *rule;
  PamongSeverity severity;
  PamongKind kind;
  int field;
  char *uid, *name, *rt, *message, *other_uid;
  char *remedy; /* GRefString: a few dozen for all */
} PamongInspected;

/** PamongInspectedKind: findings of one rule. @first: where they begin in the findings of the inspection. */
typedef struct {
  const char *rule, *title;
  PamongSeverity severity;
  guint first, count;
} PamongInspectedKind;

/** PamongInspection: @findings: (element-type PamongInspected): the worst first, by rule, then by name. @kinds: (element-type PamongInspectedKind). */
typedef struct {
  GPtrArray *findings;
  GArray *kinds;
} PamongInspection;

/* Runs on a thread and a read-only connection of its own: all when it starts and on a new day, then only who was touched. */
#define PAMONG_TYPE_INSPECT (pamong_inspect_get_type ())
G_DECLARE_FINAL_TYPE (PamongInspect, pamong_inspect, PAMONG, INSPECT, GObject)
/** PamongInspect::changed: (): there is another inspection; on the main context of the caller of pamong_inspect_new(). */

/** pamong_inspect_new: begins to look through the store at @dir. Dropping it stops in the middle. */
PamongInspect *pamong_inspect_new (const char *dir);
/** pamong_inspect_refresh: these residents and families were touched; NULL = many: what runs is broken off and all is looked through again. */
void pamong_inspect_refresh (PamongInspect *inspect, const char *const *uids);
/** pamong_inspect_latest: Returns: (transfer none) (nullable): valid until the next "changed"; NULL until the first run has ended. */
const PamongInspection *pamong_inspect_latest (PamongInspect *inspect);
/** pamong_inspect_is_busy: something asked for is not in the latest inspection yet. */
gboolean pamong_inspect_is_busy (PamongInspect *inspect);
/** pamong_inspect_stop: waits until the thread has ended. */
void pamong_inspect_stop (PamongInspect *inspect);
