/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "domain/rules.h"
#include "office/doubles.h"
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

/** PamongDoublesState: LOOKING: being looked for, what is there is of before. THERE: as the register is now. ASK: too many people (PAMONG_DOUBLES_BY_ITSELF) to look without
 * being asked by pamong_inspect_find_doubles(); what is there, if anything, is of the last time. */
typedef enum { PAMONG_DOUBLES_LOOKING, PAMONG_DOUBLES_THERE, PAMONG_DOUBLES_ASK } PamongDoublesState;

/** PamongInspection: @findings: (element-type PamongInspected): the worst first, by rule, then by name. @kinds: (element-type PamongInspectedKind). @doubles: (nullable)
 * (element-type PamongDouble): the surest first, then by name; NULL until they were found once. */
typedef struct {
  GPtrArray *findings;
  GArray *kinds;
  GPtrArray *doubles;
  PamongDoublesState doubles_state;
} PamongInspection;

/* Runs on a thread and a read-only connection of its own: all when it starts and on a new day, then only who was touched. Findings never wait for doubles. */
#define PAMONG_TYPE_INSPECT (pamong_inspect_get_type ())
G_DECLARE_FINAL_TYPE (PamongInspect, pamong_inspect, PAMONG, INSPECT, GObject)
/** PamongInspect::changed: (): there is another inspection; on the main context of the caller of pamong_inspect_new(). */
/** PamongInspect::doubles-changed: (): doubles and doubles_state of the latest inspection are others, its findings are the same. Comes after "changed". */

/** pamong_inspect_new: begins to look through the store at @dir. Dropping it stops in the middle. */
PamongInspect *pamong_inspect_new (const char *dir);
/** pamong_inspect_refresh: these residents and families were touched; NULL = many: what runs is broken off and all is looked through again. */
void pamong_inspect_refresh (PamongInspect *inspect, const char *const *uids);
/** pamong_inspect_latest: Returns: (transfer none) (nullable): valid until the next "changed"; NULL until the first run has ended. */
const PamongInspection *pamong_inspect_latest (PamongInspect *inspect);
/** pamong_inspect_find_doubles: for a register where they are not looked for by themselves: once, while findings asked for meanwhile go first. */
void pamong_inspect_find_doubles (PamongInspect *inspect);
/** pamong_inspect_is_busy: findings asked for are not in the latest inspection yet. */
gboolean pamong_inspect_is_busy (PamongInspect *inspect);
/** pamong_inspect_stop: waits until the thread has ended. */
void pamong_inspect_stop (PamongInspect *inspect);
