/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

/* Split, join, change of head, move: each leaves a family event and families with one head. */

static PamongRecord *
only (GPtrArray *events)
{
  g_assert_cmpuint (events->len, ==, 1);
  return g_ptr_array_index (events, 0);
}

/* A father at the counter splits with his child off his parents' card; the number comes weeks later. */
static void
test_split (void)
{
  PamongOffice *office = fixture_office ();
  PamongStore *store = pamong_office_store (office);
  g_autoptr (PamongFamilyCard) card = fixture_card ();
  g_autoptr (PamongFamilyCard) old = NULL, new = NULL;
  g_autoptr (GPtrArray) events = NULL, waiting = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *family_uid = NULL;
  PamongPapers papers = { .form = "F-1.02", .filed = "2026-03-02" };
  PamongRecord *son = fixture_person ("3522280101010004", "JOKO SUSILO", 1, "2001-01-01", 4);
  PamongRecord *grandson = fixture_person ("3522280101250005", "RIZKY PRATAMA", 1, "2025-01-01", 6);
  int shdk[] = { 1, 4 };

  g_ptr_array_add (card->members, son);
  g_ptr_array_add (card->members, grandson);
  g_assert_true (pamong_office_register_family (office, card, NULL, &error));
  g_assert_no_error (error);
  const char *members[] = { son->uid, grandson->uid, NULL };

  g_assert_true (pamong_office_split_family (office, members, son->uid, shdk, NULL, &papers, "menikah", &family_uid, NULL, &error));
  g_assert_no_error (error);
  old = pamong_store_card (store, card->family->uid, NULL);
  new = pamong_store_card (store, family_uid, NULL);
  g_assert_cmpuint (old->members->len, ==, 3);
  g_assert_cmpuint (new->members->len, ==, 2);
  g_assert_cmpstr (pamong_family_card_head (new)->uid, ==, son->uid);
  g_assert_null (pamong_record_text (new->family, PAMONG_FAMILY_KK_NUMBER));
  g_assert_cmpstr (pamong_record_text (new->family, PAMONG_FAMILY_RT), ==, "003");

  events = fixture_events (office, PAMONG_EVENT_FAMILY_SPLIT, NULL, family_uid);
  g_assert_cmpstr (pamong_record_text (only (events), PAMONG_EVENT_FROM_FAMILY_UID), ==, card->family->uid);
  g_assert_cmpstr (pamong_record_text (only (events), PAMONG_EVENT_DATE), ==, "2026-03-02");
  g_assert_cmpstr (pamong_record_text (only (events), PAMONG_EVENT_REASON), ==, "menikah");
  waiting = pamong_store_waiting (store, NULL);
  g_assert_cmpstr (only (waiting)->uid, ==, only (events)->uid);

  g_assert_true (pamong_office_document_issued (office, family_uid, "3522280903260001", NULL, NULL, &error));
  g_assert_no_error (error);
  g_clear_pointer (&waiting, g_ptr_array_unref);
  waiting = pamong_store_waiting (store, NULL);
  g_assert_cmpuint (waiting->len, ==, 0);
  fixture_close (office);
}

static void
test_split_refused (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (PamongFamilyCard) card = fixture_register (office);
  g_autoptr (PamongFamilyCard) other = fixture_single ("3522280101200002", NULL, "SARMIN");
  const char *head = fixture_member (card, 0)->uid, *wife = fixture_member (card, 1)->uid, *son = fixture_member (card, 2)->uid;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  const char *with_head[] = { head, NULL }, *all[] = { head, wife, son, NULL }, *mixed[] = { son, NULL, NULL };
  int not_head[] = { 4 };
  gint64 changes;

  g_assert_true (pamong_office_register_family (office, other, NULL, NULL));
  mixed[1] = fixture_member (other, 0)->uid;
  changes = fixture_changes (office);
#define REFUSED(act)                                            \
  G_STMT_START                                                  \
  {                                                             \
    g_assert_false (act);                                       \
    g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID); \
    g_clear_error (&error);                                     \
    g_assert_cmpint (fixture_changes (office), ==, changes);    \
  }                                                             \
  G_STMT_END
  REFUSED (pamong_office_split_family (office, all, wife, NULL, NULL, NULL, NULL, NULL, NULL, &error));
  REFUSED (pamong_office_split_family (office, mixed, son, NULL, NULL, NULL, NULL, NULL, NULL, &error));
  REFUSED (pamong_office_split_family (office, with_head, wife, NULL, NULL, NULL, NULL, NULL, NULL, &error));
  REFUSED (pamong_office_split_family (office, (const char *[]) { son, NULL }, son, not_head, NULL, NULL, NULL, NULL, NULL, &error));
  REFUSED (pamong_office_split_family (office, with_head, head, NULL, NULL, NULL, NULL, NULL, &findings, &error));
  g_assert_true (fixture_has (findings, "head-count-new")); /* those who stay have no head: change the head first */
  fixture_close (office);
}

static void
test_join (void)
{
  PamongOffice *office = fixture_office ();
  PamongStore *store = pamong_office_store (office);
  g_autoptr (PamongFamilyCard) card = fixture_register (office);
  g_autoptr (PamongFamilyCard) other = fixture_single ("3522280101200002", NULL, "SARMIN");
  g_autoptr (PamongFamilyCard) after = NULL;
  const char *son = fixture_member (card, 2)->uid;
  g_autoptr (GPtrArray) events = NULL, findings = NULL;
  g_autoptr (GError) error = NULL;
  gint64 changes;

  g_assert_true (pamong_office_register_family (office, other, NULL, NULL));
  changes = fixture_changes (office);
  REFUSED (pamong_office_join_family (office, son, other->family->uid, 1, NULL, NULL, &findings, &error)); /* a second head */
  g_assert_true (fixture_has (findings, "head-count-new"));
  REFUSED (pamong_office_join_family (office, fixture_member (card, 0)->uid, other->family->uid, 11, NULL, NULL, NULL, &error));
  REFUSED (pamong_office_join_family (office, son, card->family->uid, 4, NULL, NULL, NULL, &error));

  g_assert_true (pamong_office_join_family (office, son, other->family->uid, 9, NULL, "ikut paman", NULL, &error));
  g_assert_no_error (error);
  after = pamong_store_card (store, other->family->uid, NULL);
  g_assert_cmpuint (after->members->len, ==, 2);
  events = fixture_events (office, PAMONG_EVENT_FAMILY_JOIN, NULL, other->family->uid);
  g_assert_cmpstr (pamong_record_text (only (events), PAMONG_EVENT_RESIDENT_UID), ==, son);
  g_assert_cmpstr (pamong_record_text (only (events), PAMONG_EVENT_FROM_FAMILY_UID), ==, card->family->uid);
  g_assert_cmpstr (pamong_record_text (only (events), PAMONG_EVENT_DATE), ==, FIXTURE_TODAY);

  /* The last one leaves: an empty family stays behind. */
  g_assert_true (pamong_office_join_family (office, son, card->family->uid, 4, NULL, NULL, NULL, &error));
  g_assert_true (pamong_office_join_family (office, fixture_member (other, 0)->uid, card->family->uid, 11, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  fixture_close (office);
}

/* A widow at the counter: one act, though the new number is weeks away. */
static void
test_head (void)
{
  PamongOffice *office = fixture_office ();
  PamongStore *store = pamong_office_store (office);
  g_autoptr (PamongFamilyCard) card = fixture_register (office);
  const char *head = fixture_member (card, 0)->uid, *wife = fixture_member (card, 1)->uid;
  g_autoptr (PamongFamilyCard) after = NULL;
  g_autoptr (GPtrArray) events = NULL, waiting = NULL;
  g_autoptr (GError) error = NULL;
  PamongPapers papers = { .form = "F-1.02", .filed = "2026-03-10" };
  gint64 changes;

  g_assert_true (pamong_office_remove_resident (office, head, "uji", NULL, NULL, &error));
  changes = fixture_changes (office);
  REFUSED (pamong_office_change_head (office, card->family->uid, head, 0, NULL, NULL, NULL, &error)); /* not living */
  REFUSED (pamong_office_change_head (office, card->family->uid, "x", 0, NULL, NULL, NULL, &error));
  g_assert_true (pamong_office_change_head (office, card->family->uid, wife, 0, &papers, "suami meninggal", NULL, &error));
  g_assert_no_error (error);
  after = pamong_store_card (store, card->family->uid, NULL);
  g_assert_cmpstr (pamong_family_card_head (after)->uid, ==, wife);
  g_assert_cmpstr (pamong_record_text (after->family, PAMONG_FAMILY_KK_NUMBER), ==, "3522280101200001");
  events = fixture_events (office, PAMONG_EVENT_HEAD_CHANGE, NULL, card->family->uid);
  g_assert_cmpstr (pamong_record_text (only (events), PAMONG_EVENT_RESIDENT_UID), ==, wife);
  waiting = pamong_store_waiting (store, NULL);
  g_assert_cmpuint (waiting->len, ==, 1);
  changes = fixture_changes (office);
  REFUSED (pamong_office_change_head (office, card->family->uid, wife, 0, NULL, NULL, NULL, &error)); /* already */
  fixture_close (office);
}

static void
test_head_living (void)
{
  PamongOffice *office = fixture_office ();
  PamongStore *store = pamong_office_store (office);
  g_autoptr (PamongFamilyCard) card = fixture_register (office);
  const char *head = fixture_member (card, 0)->uid, *wife = fixture_member (card, 1)->uid;
  g_autoptr (PamongRecord) old = NULL, family = NULL;
  g_autoptr (GError) error = NULL;
  PamongPapers papers = { .kk_number = "3522280903260001", .issued = "2026-03-09" };

  g_assert_true (pamong_office_change_head (office, card->family->uid, wife, 0, &papers, NULL, NULL, &error));
  g_assert_no_error (error);
  old = pamong_store_get (store, PAMONG_KIND_RESIDENT, head, NULL);
  g_assert_cmpint (pamong_record_int (old, PAMONG_RESIDENT_SHDK), ==, 11);
  family = pamong_store_get (store, PAMONG_KIND_FAMILY, card->family->uid, NULL);
  g_assert_cmpstr (pamong_record_text (family, PAMONG_FAMILY_KK_NUMBER), ==, "3522280903260001");
  fixture_close (office);
}

/* One family waits for one document once, however often it is spoken of meanwhile; an empty number is none. */
static void
test_waiting_once (void)
{
  PamongOffice *office = fixture_office ();
  PamongStore *store = pamong_office_store (office);
  g_autoptr (PamongFamilyCard) card = fixture_single (NULL, NULL, "SARMIN");
  g_autoptr (PamongRecord) address = NULL;
  g_autoptr (GPtrArray) waiting = NULL, later = NULL;
  g_autoptr (GError) error = NULL;
  PamongPapers filed = { .form = "F-1.01", .filed = "2026-03-01", .kk_number = " " }, none = { .kk_number = "" };
  gint64 changes;

  g_assert_true (pamong_office_register_family_filed (office, card, &filed, NULL, &error));
  g_assert_no_error (error);
  address = pamong_record_copy (card->family);
  pamong_record_set_text (address, PAMONG_FAMILY_RT, "007");
  g_assert_true (pamong_office_move_house (office, card->family->uid, address, NULL, NULL, NULL, &error));
  waiting = pamong_store_waiting (store, NULL);
  g_assert_cmpstr (pamong_record_text (only (waiting), PAMONG_EVENT_FORM), ==, "F-1.01");
  changes = fixture_changes (office);
  REFUSED (pamong_office_change_head (office, card->family->uid, fixture_member (card, 0)->uid, 0, &none, NULL, NULL, &error)); /* already */

  g_assert_true (pamong_office_document_issued (office, card->family->uid, "3522280903260001", NULL, NULL, &error));
  later = pamong_store_waiting (store, NULL);
  g_assert_cmpuint (later->len, ==, 0);
  fixture_close (office);
}

static void
test_move (void)
{
  PamongOffice *office = fixture_office ();
  PamongStore *store = pamong_office_store (office);
  g_autoptr (PamongFamilyCard) card = fixture_register (office);
  g_autoptr (PamongRecord) address = pamong_record_copy (card->family);
  g_autoptr (PamongRecord) family = NULL;
  g_autoptr (GPtrArray) events = NULL, areas = NULL;
  g_autoptr (GError) error = NULL;
  gint64 changes = fixture_changes (office);

  REFUSED (pamong_office_move_house (office, card->family->uid, address, NULL, NULL, NULL, &error)); /* the same address */
  pamong_record_set_text (address, PAMONG_FAMILY_RT, "007");
  REFUSED (pamong_office_move_house (office, card->family->uid, address, "2026-13-01", NULL, NULL, &error));
  g_assert_true (pamong_office_move_house (office, card->family->uid, address, "2026-03-01", NULL, NULL, &error));
  g_assert_no_error (error);
  family = pamong_store_get (store, PAMONG_KIND_FAMILY, card->family->uid, NULL);
  g_assert_cmpstr (pamong_record_text (family, PAMONG_FAMILY_RT), ==, "007");
  g_assert_cmpstr (pamong_record_text (family, PAMONG_FAMILY_KK_NUMBER), ==, "3522280101200001");
  events = fixture_events (office, PAMONG_EVENT_MOVE_INSIDE, NULL, card->family->uid);
  g_assert_cmpstr (pamong_record_text (only (events), PAMONG_EVENT_DATE), ==, "2026-03-01");
  areas = pamong_store_all (store, PAMONG_KIND_AREA, NULL);
  g_assert_cmpuint (areas->len, ==, 2);
  fixture_close (office);
}

typedef struct {
  guint calls, uids;
  PamongKind kind;
} Told;

static void
changed_cb (PamongKind kind, const char *const *uids, gpointer data)
{
  Told *told = data;

  told->calls++;
  told->kind = kind;
  told->uids = uids != NULL ? g_strv_length ((char **) uids) : 0;
}

/* Listeners hear of residents and families after COMMIT, and nothing of an act that was refused. */
static void
test_told (void)
{
  PamongOffice *office = fixture_office ();
  Told told = { 0 };
  g_autoptr (PamongFamilyCard) card = NULL;
  g_autoptr (PamongFamilyCard) again = fixture_single ("3522280101200002", "3522281208800001", "GANDA");

  pamong_office_set_changed (office, changed_cb, &told);
  card = fixture_register (office);
  g_assert_cmpuint (told.calls, ==, 1);
  g_assert_cmpint (told.kind, ==, PAMONG_KIND_FAMILY);
  g_assert_cmpuint (told.uids, ==, 4);
  g_assert_false (pamong_office_register_family (office, again, NULL, NULL));
  g_assert_cmpuint (told.calls, ==, 1);
  g_assert_true (pamong_office_remove_resident (office, fixture_member (card, 2)->uid, "uji", NULL, NULL, NULL));
  g_assert_cmpint (told.kind, ==, PAMONG_KIND_RESIDENT);
  g_assert_cmpuint (told.uids, ==, 2);
  fixture_close (office);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/families/split", test_split);
  g_test_add_func ("/families/split-refused", test_split_refused);
  g_test_add_func ("/families/join", test_join);
  g_test_add_func ("/families/head", test_head);
  g_test_add_func ("/families/head-living", test_head_living);
  g_test_add_func ("/families/waiting-once", test_waiting_once);
  g_test_add_func ("/families/move", test_move);
  g_test_add_func ("/families/told", test_told);
  return g_test_run ();
}
