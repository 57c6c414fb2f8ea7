/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "domain/rules_check.h"

/* Inside domain: the rows of data/rules/rules.csv joined with their predicates. */

/** PamongScope: what a predicate looks at; the column `kind`. */
typedef enum { PAMONG_SCOPE_RESIDENT, PAMONG_SCOPE_FAMILY, PAMONG_SCOPE_CARD, PAMONG_SCOPE_MERGE, PAMONG_N_SCOPES } PamongScope;

typedef struct {
  char *key;
  int value;
} PamongRuleParam;

struct _PamongRule {
  char *id;
  PamongSeverity severity;
  PamongScope scope;
  int field; /* of a resident, or of a family in that scope; -1 = several or none */
  char *title, *message, *remedy;
  GArray *params; /* PamongRuleParam */
  void (*run) (PamongCheck *check);
};

/** pamong_rules_find: Returns: (transfer none) (nullable). */
const PamongRule *pamong_rules_find (const char *id);
/** pamong_rules_in_scope: Returns: (transfer none) (element-type PamongRule): rules with a predicate, in the order of the file. */
GPtrArray *pamong_rules_in_scope (PamongScope scope);
/** pamong_rule_param: Returns: number @key of @rule, 0 if absent. */
int pamong_rule_param (const PamongRule *rule, const char *key);
