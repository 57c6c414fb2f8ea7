/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "office/line.h"

/* What the line brings is written and told, also when nobody is signed in. */

typedef struct {
  guint calls, uids;
  gboolean all;
} Told;

static void
changed_cb (PamongKind kind, const char *const *uids, gpointer data)
{
  Told *told = data;

  told->calls++;
  told->all = uids == NULL;
  told->uids = uids != NULL ? g_strv_length ((char **) uids) : 0;
}

static PamongOffice *
district_office (void)
{
  g_autofree char *dir = fixture_dir ();
  g_autoptr (GError) error = NULL;
  PamongOffice *office = pamong_office_init (dir, PAMONG_LEVEL_DISTRICT, "35.22.28", "Kasi", PAMONG_DUTY_SERVICE, FIXTURE_PASSWORD, NULL, &error);

  g_assert_no_error (error);
  pamong_office_sign_out (office);
  return office;
}

static PamongPullAnswer *
make_page (guint n, const char *cursor)
{
  PamongPullAnswer *page = g_new0 (PamongPullAnswer, 1);

  page->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_feed_row_free);
  page->areas = g_ptr_array_new_with_free_func (g_free);
  page->cursors = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (page->areas, g_strdup ("35.22.28"));
  g_ptr_array_add (page->cursors, g_strdup (cursor));
  for (guint i = 0; i < n; i++)
    {
      PamongFeedRow *row = g_new0 (PamongFeedRow, 1);

      row->record = fixture_person (NULL, "SARMIN", 1, "1970-01-01", 1);
      row->record->version = 1;
      row->op = PAMONG_OP_INSERT;
      row->by = g_strdup ("Siti Operator");
      row->act = g_strdup ("family.register");
      row->t = 1790000000;
      g_ptr_array_add (page->rows, row);
    }
  return page;
}

static void
test_page (void)
{
  PamongOffice *office = district_office ();
  g_autoptr (PamongPullAnswer) small = make_page (3, "a");
  g_autoptr (PamongPullAnswer) big = make_page (501, "b");
  g_autoptr (PamongRecord) stored = NULL;
  g_autoptr (GError) error = NULL;
  Told told = { 0 };

  pamong_office_set_changed (office, changed_cb, &told);
  g_assert_true (pamong_office_store_page (office, small, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (told.calls, ==, 1);
  g_assert_cmpuint (told.uids, ==, 3);
  stored = pamong_store_get (pamong_office_store (office), PAMONG_KIND_RESIDENT, ((PamongFeedRow *) small->rows->pdata[0])->record->uid, NULL);
  g_assert_cmpint (stored->version, ==, 1);
  g_assert_true (pamong_office_store_page (office, big, &error));
  g_assert_no_error (error);
  g_assert_true (told.all);
  fixture_close (office);
}

static void
test_rounds (void)
{
  PamongOffice *office = district_office ();
  PamongRound round = { .t = 1790000000, .pushed = 4, .applied = 4, .bytes_out = 700, .outcome = (char *) "ok" };
  g_autoptr (GPtrArray) rounds = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (pamong_office_batch (office, &error)); /* not enrolled */
  g_clear_error (&error);
  g_assert_true (pamong_office_store_round (office, &round, &error));
  rounds = pamong_rounds (pamong_office_store (office), 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rounds->len, ==, 1);
  g_assert_cmpint (((PamongRound *) rounds->pdata[0])->bytes_out, ==, 700);
  g_assert_cmpint (pamong_office_backoff (office), ==, 0);
  g_assert_true (pamong_office_set_backoff (office, 7, NULL));
  g_assert_cmpint (pamong_office_backoff (office), ==, 7);
  fixture_close (office);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/line/page", test_page);
  g_test_add_func ("/line/rounds", test_rounds);
  return g_test_run ();
}
