/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sync/judge.h"

static void
free_result (gpointer result)
{
  pamong_result_free (result);
}

static void
add_result (PamongPushAnswer *answer, gint64 from, gint64 to)
{
  PamongResult *result = g_new0 (PamongResult, 1);

  result->from = from;
  result->to = to;
  g_ptr_array_add (answer->results, result);
}

/* @runs: from, to, from, to, … 0 */
static gboolean
judge_push (const gint64 *runs)
{
  g_autoptr (PamongPushRequest) request = g_new0 (PamongPushRequest, 1);
  g_autoptr (PamongPushAnswer) answer = g_new0 (PamongPushAnswer, 1);

  request->from_seq = 7;
  request->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_change_free);
  for (int i = 0; i < 3; i++)
    g_ptr_array_add (request->changes, pamong_change_new ());
  answer->results = g_ptr_array_new_with_free_func (free_result);
  for (; runs[0] != 0; runs += 2)
    add_result (answer, runs[0], runs[1]);
  return pamong_judge_push (request, answer);
}

static void
test_push (void)
{
  g_assert_true (judge_push ((gint64[]) { 7, 9, 0 }));
  g_assert_true (judge_push ((gint64[]) { 7, 7, 8, 9, 0 }));
  g_assert_false (judge_push ((gint64[]) { 0 }));             /* an answer to nothing would be asked for ever */
  g_assert_false (judge_push ((gint64[]) { 7, 8, 0 }));
  g_assert_false (judge_push ((gint64[]) { 8, 9, 0 }));
  g_assert_false (judge_push ((gint64[]) { 7, 10, 0 }));      /* a change that was not sent */
  g_assert_false (judge_push ((gint64[]) { 7, 8, 8, 9, 0 })); /* one twice */
  g_assert_false (judge_push ((gint64[]) { 7, 7, 9, 9, 0 }));
  g_assert_false (judge_push ((gint64[]) { 7, 9, 8, 7, 0 }));
}

/* Asked for one village from the start, answered with @area at @cursor. */
static gboolean
judge_page (const char *area, const char *cursor, gboolean more)
{
  g_autoptr (GPtrArray) areas = g_ptr_array_new (), cursors = g_ptr_array_new (), page_areas = g_ptr_array_new (), page_cursors = g_ptr_array_new ();
  PamongPullRequest request = { areas, cursors, 100 };
  PamongPullAnswer page = { .areas = page_areas, .cursors = page_cursors, .more = more };

  g_ptr_array_add (areas, (char *) "35.22.28.2001");
  g_ptr_array_add (cursors, (char *) "1.40");
  if (area != NULL)
    {
      g_ptr_array_add (page_areas, (char *) area);
      g_ptr_array_add (page_cursors, (char *) cursor);
    }
  return pamong_judge_page (&request, &page);
}

static void
test_page (void)
{
  g_assert_true (judge_page ("35.22.28.2001", "1.50", TRUE));
  g_assert_true (judge_page ("35.22.28.2001", "1.40", FALSE));
  g_assert_true (judge_page (NULL, NULL, FALSE));
  g_assert_false (judge_page ("35.22.28.2001", "1.40", TRUE)); /* more, but from where we were: for ever */
  g_assert_false (judge_page (NULL, NULL, TRUE));
  g_assert_false (judge_page ("35.22.28.2002", "1.50", FALSE)); /* not asked for */
}

/* What a village asks for: its own area and those above. */
static gboolean
judge_row (const char *area)
{
  g_autoptr (PamongRecord) record = pamong_record_new (PAMONG_KIND_RESIDENT, area);
  g_autoptr (GPtrArray) areas = g_ptr_array_new (), cursors = g_ptr_array_new (), rows = g_ptr_array_new ();
  static const char *const asked[] = { "35.22.28.2001", "35.22.28", "35.22" };
  PamongPullRequest request = { areas, cursors, 0 };
  PamongFeedRow row = { .record = record };
  PamongPullAnswer page = { .rows = rows };

  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    {
      g_ptr_array_add (areas, (char *) asked[i]);
      g_ptr_array_add (cursors, (char *) "");
    }
  g_ptr_array_add (rows, &row);
  return pamong_judge_scope (&request, &page);
}

static void
test_scope (void)
{
  g_assert_true (judge_row ("35.22.28.2001"));
  g_assert_true (judge_row ("35.22.28"));
  g_assert_true (judge_row ("35.22"));
  g_assert_false (judge_row ("35.22.28.2002")); /* the neighbour, though the district above both was asked for */
  g_assert_false (judge_row ("35.22.27"));
  g_assert_false (judge_row ("35.22.28.20010"));
  g_assert_false (judge_row (""));
  g_assert_false (judge_row (NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sync/judge/push", test_push);
  g_test_add_func ("/sync/judge/page", test_page);
  g_test_add_func ("/sync/judge/scope", test_scope);
  return g_test_run ();
}
