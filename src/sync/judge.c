/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sync/judge.h"

#include <string.h>

static const char *
cursor_asked (const PamongPullRequest *request, const char *area)
{
  for (guint i = 0; i < request->areas->len; i++)
    if (strcmp (g_ptr_array_index (request->areas, i), area) == 0)
      return g_ptr_array_index (request->cursors, i);
  return NULL;
}

gboolean
pamong_judge_push (const PamongPushRequest *request, const PamongPushAnswer *answer)
{
  gint64 next = request->from_seq;

  for (guint i = 0; i < answer->results->len; i++)
    {
      const PamongResult *result = g_ptr_array_index (answer->results, i);

      if (result->from != next || result->to < result->from)
        return FALSE;
      next = result->to + 1;
    }
  return next == request->from_seq + request->changes->len;
}

gboolean
pamong_judge_page (const PamongPullRequest *request, const PamongPullAnswer *page)
{
  gboolean moved = FALSE;

  for (guint i = 0; i < page->areas->len; i++)
    {
      const char *asked = cursor_asked (request, g_ptr_array_index (page->areas, i));

      if (asked == NULL)
        return FALSE;
      moved |= strcmp (asked, g_ptr_array_index (page->cursors, i)) != 0;
    }
  return moved || !page->more;
}

gboolean
pamong_judge_scope (const PamongPullRequest *request, const PamongPullAnswer *page)
{
  for (guint i = 0; i < page->rows->len; i++)
    {
      const PamongFeedRow *row = g_ptr_array_index (page->rows, i);

      if (row->record->area == NULL || cursor_asked (request, row->record->area) == NULL)
        return FALSE;
    }
  return TRUE;
}
