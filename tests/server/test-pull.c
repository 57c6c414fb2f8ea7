/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "centre.h"
#include "domain/uid.h"
#include <string.h>

/* Whatever the page size and whoever writes between two pages, a reader ends with every record as it stands (S7). */

#define T 1790000000

static void
add_residents (Computer *computer, GRand *rand, GHashTable *model, guint n)
{
  GPtrArray *changes = people_changes ();

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PamongFamilyCard) card = people_family (rand, computer->area, 1);
      PamongRecord *person = pamong_record_copy (card->members->pdata[0]);

      pamong_record_clear (person, PAMONG_RESIDENT_FAMILY_UID);
      g_ptr_array_add (changes, people_insert (person, computer_actor (computer), "resident.add", T));
      person->version = 1;
      g_hash_table_insert (model, person->uid, person);
    }
  pamong_push_answer_free (computer_push (computer, changes));
}

static PamongRecord *
pick (GHashTable *model, GRand *rand)
{
  guint n;
  g_autofree gpointer *keys = g_hash_table_get_keys_as_array (model, &n);

  return g_hash_table_lookup (model, keys[g_rand_int_range (rand, 0, (gint32) n)]);
}

static void
edit_some (Computer *computer, GRand *rand, GHashTable *model, guint n)
{
  GPtrArray *changes = people_changes ();

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *phone = g_strdup_printf ("08%u", g_rand_int (rand));
      PamongRecord *person = pick (model, rand);

      g_ptr_array_add (changes, people_update (person, PAMONG_RESIDENT_PHONE, phone, computer_actor (computer), T));
      person->version++;
    }
  pamong_push_answer_free (computer_push (computer, changes));
}

static GHashTable *
new_model (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) pamong_record_free);
}

/* What a client holds: rows replaced by uid. */
static void
take_page (GHashTable *held, PamongPullAnswer *page)
{
  for (guint i = 0; i < page->rows->len; i++)
    {
      PamongRecord *copy = pamong_record_copy (((PamongFeedRow *) page->rows->pdata[i])->record);
      g_hash_table_replace (held, copy->uid, copy);
    }
}

static void
assert_same (GHashTable *model, GHashTable *held)
{
  GHashTableIter iter;
  gpointer uid, record;

  g_hash_table_iter_init (&iter, model);
  while (g_hash_table_iter_next (&iter, &uid, &record))
    {
      const PamongRecord *mine = g_hash_table_lookup (held, uid);

      g_assert_nonnull (mine);
      g_assert_cmpint (mine->version, ==, ((PamongRecord *) record)->version);
      for (int field = 0; field < PAMONG_RESIDENT_N_FIELDS; field++)
        g_assert_false (pamong_record_differs (mine, record, field));
    }
}

static void
test_pages_are_complete (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (21);
  g_autoptr (Centre) centre = centre_new ();
  g_autoptr (Computer) one = computer_enrolled (centre, "village", VILLAGE);
  g_autoptr (Computer) neighbour = computer_enrolled (centre, "village", NEIGHBOUR);
  g_autoptr (Computer) district = computer_enrolled (centre, "district", DISTRICT);
  int limits[] = { 1, 7, 100, 1000 };

  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      g_autoptr (GHashTable) model = new_model ();
      g_autoptr (GHashTable) other = new_model ();
      g_autoptr (GHashTable) held = new_model ();
      g_autoptr (GHashTable) cursors = computer_cursors (district);
      gboolean more = TRUE;
      guint pages = 0;

      add_residents (one, rand, model, 20);
      add_residents (neighbour, rand, other, 10);
      while (more)
        {
          g_autoptr (PamongPullAnswer) page = computer_pull_page (district, cursors, limits[i]);

          take_page (held, page);
          more = page->more;
          if (pages++ < 5)
            edit_some (one, rand, model, 3);
        }
      if (pages <= 5)
        {
          g_autoptr (PamongPullAnswer) page = computer_pull_page (district, cursors, 1000);
          take_page (held, page);
        }
      assert_same (model, held);
      assert_same (other, held);
    }
  centre_check (centre);
}

/* A computer is not sent back what only it wrote; what a second one changes comes whole, however the pages fall. */
static void
test_own_rows_stay_out (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (22);
  g_autoptr (Centre) centre = centre_new ();
  g_autoptr (Computer) one = computer_enrolled (centre, "village", VILLAGE);
  g_autoptr (Computer) two = computer_enrolled (centre, "village", VILLAGE);
  g_autoptr (GHashTable) model = new_model ();
  g_autoptr (GHashTable) held = new_model ();
  g_autoptr (GHashTable) cursors = computer_cursors (one);
  gboolean more = TRUE;

  add_residents (one, rand, model, 30);
  {
    g_autoptr (GHashTable) rows = computer_pull (one, cursors, 1000);
    g_assert_cmpuint (g_hash_table_size (rows), ==, 1); /* the other one's account */
  }
  edit_some (two, rand, model, 20);
  edit_some (one, rand, model, 20); /* over them, without having seen them */
  while (more)
    {
      g_autoptr (PamongPullAnswer) page = computer_pull_page (one, cursors, 2);

      take_page (held, page);
      more = page->more;
    }
  g_assert_cmpuint (g_hash_table_size (held), >, 0);
  g_assert_cmpuint (g_hash_table_size (held), <, 30);
  centre_check (centre);
}

static void
expect_pull (Computer *computer, const char *area, const char *cursor, int status, const char *word)
{
  g_autoptr (GBytes) body = NULL;
  g_autoptr (Answer) answer = NULL;
  g_autofree char *got = NULL;
  g_autofree char *text = g_strdup_printf ("{\"cursors\":{\"%s\":\"%s\"}}", area, cursor);

  body = g_bytes_new (text, strlen (text));
  answer = computer_send (computer, "/v1/pull", body);
  got = answer_word (answer);
  g_assert_cmpint (answer->status, ==, status);
  g_assert_cmpstr (got, ==, word);
}

static void
test_scope_and_cursors (void)
{
  g_autoptr (Centre) centre = centre_new ();
  g_autoptr (Computer) village = computer_enrolled (centre, "village", VILLAGE);
  g_autoptr (Computer) district = computer_enrolled (centre, "district", DISTRICT);
  g_autoptr (Computer) regency = computer_enrolled (centre, "regency", "35.22");

  expect_pull (village, VILLAGE, "", 200, "");
  expect_pull (village, DISTRICT, "", 200, "");
  expect_pull (village, "35.22", "", 200, "");
  expect_pull (village, NEIGHBOUR, "", 403, "wrong-area");
  expect_pull (village, "", "", 403, "wrong-area");
  expect_pull (village, "35", "", 403, "wrong-area");
  expect_pull (district, NEIGHBOUR, "", 200, "");
  expect_pull (district, "35.22.27.2001", "", 403, "wrong-area");
  expect_pull (regency, "35.22.27.2001", "", 200, "");
  expect_pull (village, VILLAGE, "2.0", 409, "epoch");
  expect_pull (village, VILLAGE, "1.999999", 409, "epoch");
  expect_pull (village, VILLAGE, "abc", 400, "bad-request");
  expect_pull (village, VILLAGE, "1.-5", 400, "bad-request");
}

/* Dates of a district or of the regency are shown in the villages below; the identity of a place, whose uid two computers derive alike, merges by field. */
static void
test_places_share (void)
{
  g_autoptr (Centre) centre = centre_new ();
  g_autoptr (Computer) one = computer_enrolled (centre, "village", VILLAGE);
  g_autoptr (Computer) two = computer_enrolled (centre, "village", VILLAGE);
  const char *levels[] = { "district", "regency" }, *areas[] = { DISTRICT, "35.22" };
  PamongOutcome outcomes[] = { PAMONG_OUTCOME_APPLIED, PAMONG_OUTCOME_MERGED };
  Computer *computers[] = { one, two };
  g_autofree char *uid = pamong_uid_of_identity (VILLAGE);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (Computer) above = computer_enrolled (centre, levels[i], areas[i]);
      g_autoptr (PamongRecord) reminder = pamong_record_new (PAMONG_KIND_REMINDER, areas[i]);
      g_autoptr (GHashTable) cursors = computer_cursors (one);
      g_autoptr (GHashTable) rows = NULL;
      g_autoptr (PamongResult) result = NULL;
      const PamongFeedRow *row;

      g_hash_table_insert (cursors, g_strdup (areas[i]), g_strdup ("")); /* as the desktop asks: its own place and all above */

      pamong_record_set_text (reminder, PAMONG_REMINDER_TITLE, "Rapat koordinasi");
      result = computer_push_one (above, people_insert (reminder, computer_actor (above), "reminder.add", T));
      g_assert_cmpint (result->outcome, ==, PAMONG_OUTCOME_APPLIED);
      rows = computer_pull (one, cursors, 500);
      row = g_hash_table_lookup (rows, reminder->uid);
      g_assert_nonnull (row);
      g_assert_cmpstr (row->record->area, ==, areas[i]);
    }
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (PamongRecord) identity = pamong_record_new (PAMONG_KIND_IDENTITY, VILLAGE);
      g_autoptr (PamongResult) result = NULL;

      g_free (identity->uid);
      identity->uid = g_strdup (uid);
      pamong_record_set_text (identity, PAMONG_IDENTITY_POSTCODE, "62171");
      pamong_record_set_text (identity, i == 0 ? PAMONG_IDENTITY_EMAIL : PAMONG_IDENTITY_WEBSITE, "desa.example");
      result = computer_push_one (computers[i], people_insert (identity, computer_actor (computers[i]), "identity.set", T));
      g_assert_cmpint (result->outcome, ==, outcomes[i]);
    }
}

int
main (int argc, char **argv)
{
  centre_init (&argc, &argv);
  g_test_add_func ("/pull/complete", test_pages_are_complete);
  g_test_add_func ("/pull/own-rows", test_own_rows_stay_out);
  g_test_add_func ("/pull/scope", test_scope_and_cursors);
  g_test_add_func ("/pull/places-share", test_places_share);
  return g_test_run ();
}
