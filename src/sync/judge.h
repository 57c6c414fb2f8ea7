/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "wire/envelope.h"

/* Does an answer fit what was asked? A server that is mistaken must not make us lose, mix up or ask for ever. */
/** pamong_judge_push: exactly the seqs that were sent, each once, in order. */
gboolean pamong_judge_push (const PamongPushRequest *request, const PamongPushAnswer *answer);
/** pamong_judge_page: cursors of subscriptions only, and a page with more to come moves at least one. */
gboolean pamong_judge_page (const PamongPullRequest *request, const PamongPullAnswer *page);
/** pamong_judge_scope: every row belongs to an area that was asked for (R13). */
gboolean pamong_judge_scope (const PamongPullRequest *request, const PamongPullAnswer *page);
