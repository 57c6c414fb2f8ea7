/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "domain/error.h"

/** pamong_sync_error: what a refusal means to a caller and to a person. @status: of an answer that is ours, 0 = none came. @code: (nullable): the machine word
 * of a PamongErrorAnswer, or "foreign-rows" for a page refused here. */
GError *pamong_sync_error (int status, const char *code);
/** pamong_sync_outcome: Returns: (transfer none): the word for the list of rounds: "offline", or @code. */
const char *pamong_sync_outcome (int status, const char *code);
