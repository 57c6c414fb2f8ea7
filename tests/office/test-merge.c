/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <string.h>

#include "domain/nik.h"
#include "office/inspector.h"
#include "office/merge.h"
#include "office/undo.h"
#include "store/history.h"
#include "store/write.h"

/* Two records of one person become one, and two again. */

#define NIK "3522281208800001"
#define OTHER_NIK "3522281208800077"
#define TAKES(...) ((const int[]) { __VA_ARGS__ }), sizeof ((const int[]) { __VA_ARGS__ }) / sizeof (int)
#define NOTHING NULL, 0

static PamongRecord *
add (PamongOffice *office, const char *nik, const char *name, const char *family_uid, int shdk)
{
  PamongRecord *person = fixture_person (nik, name, 1, "1980-08-12", shdk);
  g_autoptr (GError) error = NULL;

  pamong_record_set_text (person, PAMONG_RESIDENT_FAMILY_UID, family_uid);
  g_assert_true (pamong_office_add_resident (office, person, NULL, &error));
  g_assert_no_error (error);
  return person;
}

/* As it came from elsewhere: no rule is asked. */
static void
put (PamongOffice *office, const PamongRecord *record)
{
  g_autoptr (GError) error = NULL;
  PamongWrite *write = pamong_write_begin (pamong_office_store (office), pamong_office_account (office)->uid, "test", NULL, &error);

  g_assert_no_error (error);
  g_assert_true (pamong_write_put (write, record, &error));
  g_assert_true (pamong_write_commit (write, NULL, NULL, &error));
  g_assert_no_error (error);
}

static PamongRecord *
get (PamongOffice *office, const char *uid)
{
  PamongRecord *record = pamong_store_get (pamong_office_store (office), PAMONG_KIND_RESIDENT, uid, NULL);

  g_assert_nonnull (record);
  return record;
}

static const char *
text (PamongOffice *office, const char *uid, int field)
{
  g_autoptr (PamongRecord) record = get (office, uid);

  return g_intern_string (pamong_record_text (record, field));
}

static void
correct (PamongOffice *office, const char *uid, int field, const char *value)
{
  g_autoptr (PamongRecord) record = get (office, uid);
  g_autoptr (GError) error = NULL;

  pamong_record_set_text (record, field, value);
  g_assert_true (pamong_office_correct_resident (office, record, NULL, &error));
  g_assert_no_error (error);
}

static PamongStatus
status (PamongOffice *office, const char *uid)
{
  return pamong_store_status (pamong_office_store (office), uid);
}

static void
merge (PamongOffice *office, const char *kept, const char *gone, const int *taken, gsize n)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (pamong_office_merge (office, kept, gone, taken, n, "orang yang sama", NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (status (office, kept), ==, PAMONG_STATUS_ALIVE);
  g_assert_cmpint (status (office, gone), ==, PAMONG_STATUS_VOID);
}

static void
refused (PamongOffice *office, const char *kept, const char *gone, const int *taken, gsize n, const char *reason, int code, const char *words)
{
  gint64 changes = fixture_changes (office);
  g_autoptr (GError) error = NULL;

  g_assert_false (pamong_office_merge (office, kept, gone, taken, n, reason, NULL, &error));
  g_assert_error (error, PAMONG_ERROR, code);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, words));
  g_assert_cmpint (fixture_changes (office), ==, changes);
}

/* The one merge that stands about @uid. */
static char *
find_merge (PamongOffice *office, const char *uid)
{
  g_autoptr (GPtrArray) events = pamong_store_merges (pamong_office_store (office), uid, NULL);

  g_assert_cmpuint (events->len, ==, 1);
  return g_strdup (((PamongRecord *) g_ptr_array_index (events, 0))->uid);
}

static void
undo (PamongOffice *office, const char *uid)
{
  g_autofree char *event = find_merge (office, uid);
  g_autoptr (GError) error = NULL;

  g_assert_true (pamong_office_undo (office, event, "ternyata dua orang", NULL, &error));
  g_assert_no_error (error);
}

static gboolean
has_words (char **sentences, const char *words)
{
  for (guint i = 0; sentences[i] != NULL; i++)
    {
      g_test_message ("%s", sentences[i]);
      if (strstr (sentences[i], words) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
assert_same (PamongOffice *office, const PamongRecord *before)
{
  g_autoptr (PamongRecord) now = get (office, before->uid);

  for (guint i = 0; i < now->n_values; i++)
    {
      if (pamong_record_differs (now, before, (int) i))
        g_test_message ("%s", pamong_field_get (PAMONG_KIND_RESIDENT, (int) i)->key);
      g_assert_false (pamong_record_differs (now, before, (int) i));
    }
  g_assert_cmpint (status (office, before->uid), ==, PAMONG_STATUS_ALIVE);
}

static guint
count_undoable (PamongOffice *office, const char *uid)
{
  g_autoptr (GPtrArray) undoable = pamong_office_undoable (pamong_office_store (office), uid, NULL);

  return undoable->len;
}

/* A record without NIK and a telephone number; one with NIK and none. */
static void
test_merge (void)
{
  PamongOffice *office = fixture_office ();
  PamongStore *store = pamong_office_store (office);
  g_autoptr (PamongFamilyCard) card = fixture_register (office);
  const char *kept = fixture_member (card, 0)->uid;
  g_autoptr (PamongRecord) gone = add (office, NULL, "SUTRISNO HADI", NULL, 0), before = get (office, kept), double_before = NULL;
  g_autoptr (GPtrArray) events = NULL, counters = NULL;
  g_auto (GStrv) effect = NULL;
  g_autofree char *event_uid = NULL;

  correct (office, gone->uid, PAMONG_RESIDENT_PHONE, "0812345678");
  double_before = get (office, gone->uid);
  effect = pamong_office_merge_effect (store, kept, gone->uid, TAKES (PAMONG_RESIDENT_PHONE), NULL);
  g_assert_true (has_words (effect, "0812345678") && has_words (effect, "SUTRISNO HADI (NIK"));
  g_assert_false (has_words (effect, NIK));

  merge (office, kept, gone->uid, TAKES (PAMONG_RESIDENT_PHONE));
  g_assert_cmpstr (text (office, kept, PAMONG_RESIDENT_PHONE), ==, "0812345678");
  events = fixture_events (office, PAMONG_EVENT_REMOVED, gone->uid, NULL);
  g_assert_cmpuint (events->len, ==, 1);
  g_assert_cmpstr (pamong_record_text (g_ptr_array_index (events, 0), PAMONG_EVENT_OTHER_UID), ==, kept);
  g_assert_cmpuint (count_undoable (office, kept), ==, 1);
  g_assert_cmpuint (count_undoable (office, gone->uid), ==, 1);

  event_uid = find_merge (office, kept);
  g_strfreev (effect);
  effect = pamong_office_undo_effect (store, event_uid, NULL);
  g_assert_cmpuint (g_strv_length (effect), ==, 3); /* the double, the telephone, the event */
  undo (office, kept);
  assert_same (office, before);
  assert_same (office, double_before);
  counters = fixture_events (office, PAMONG_EVENT_CANCEL, gone->uid, NULL);
  g_assert_cmpuint (counters->len, ==, 1);
  g_assert_cmpuint (count_undoable (office, kept) + count_undoable (office, gone->uid), ==, 0);
  fixture_close (office);
}

/* A value that no other field test has, and that the rules take. */
static void
fill (PamongRecord *record, const PamongField *field)
{
  switch (field->type)
    {
    case PAMONG_TYPE_CODE:
      pamong_record_set_int (record, field->index, pamong_record_int (record, field->index) == 2 ? 3 : 2);
      break;
    case PAMONG_TYPE_REAL:
      pamong_record_set_real (record, field->index, 7.125);
      break;
    case PAMONG_TYPE_DATE:
      pamong_record_set_text (record, field->index, "2001-05-06");
      break;
    case PAMONG_TYPE_NIK:
      pamong_record_set_text (record, field->index, field->index == PAMONG_RESIDENT_NIK ? OTHER_NIK : "3522280101500001");
      break;
    case PAMONG_TYPE_UID:
      break;
    default:
      pamong_record_set_text (record, field->index, "LAIN");
    }
}

/* Each field, with what merges with it and nothing else; and everything back. */
static void
test_each_field (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (PamongFamilyCard) home = fixture_single ("3522280101200009", "3522280101700009", "SLAMET RIYADI");
  g_autoptr (PamongRecord) kept = NULL, gone = NULL;
  guint n;
  const PamongField *fields = pamong_kind_fields (PAMONG_KIND_RESIDENT, &n);
  g_autoptr (GError) error = NULL;

  g_assert_true (pamong_office_register_family (office, home, NULL, &error));
  kept = add (office, NIK, "SUTRISNO HADI", NULL, 0);
  gone = fixture_person (NULL, "SUTRISNO H", 1, "1980-08-12", 0);
  for (guint i = 0; i < n; i++)
    fill (gone, &fields[i]);
  pamong_record_set_text (gone, PAMONG_RESIDENT_FAMILY_UID, home->family->uid);
  put (office, gone);
  for (guint i = 0; i < n; i++)
    {
      const int taken[] = { (int) i };
      g_autoptr (PamongRecord) before = get (office, kept->uid), after = NULL, other = get (office, gone->uid);

      g_test_message ("%s", fields[i].key);
      merge (office, kept->uid, gone->uid, taken, 1);
      after = get (office, kept->uid);
      for (guint f = 0; f < n; f++)
        g_assert_false (pamong_record_differs (after, fields[f].group == fields[i].group ? gone : before, (int) f));
      undo (office, gone->uid);
      assert_same (office, before);
      assert_same (office, other);
    }
  fixture_close (office);
}

/* Those who named either number name the one that is left; and again each the number they had. */
static void
test_parents (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (PamongRecord) kept = add (office, NIK, "SUTRISNO HADI", NULL, 0), gone = add (office, OTHER_NIK, "SUTRISNO", NULL, 0);
  g_autoptr (PamongRecord) son = add (office, "3522280707100003", "BUDI", NULL, 0), daughter = add (office, "3522280707120004", "ANI", NULL, 0);
  g_autoptr (PamongRecord) second = NULL;

  correct (office, son->uid, PAMONG_RESIDENT_FATHER_NIK, NIK);
  correct (office, daughter->uid, PAMONG_RESIDENT_FATHER_NIK, OTHER_NIK);
  merge (office, kept->uid, gone->uid, NOTHING);
  g_assert_cmpstr (text (office, son->uid, PAMONG_RESIDENT_FATHER_NIK), ==, NIK);
  g_assert_cmpstr (text (office, daughter->uid, PAMONG_RESIDENT_FATHER_NIK), ==, NIK);
  undo (office, kept->uid);
  g_assert_cmpstr (text (office, daughter->uid, PAMONG_RESIDENT_FATHER_NIK), ==, OTHER_NIK);

  merge (office, kept->uid, gone->uid, TAKES (PAMONG_RESIDENT_NIK));
  g_assert_cmpstr (text (office, kept->uid, PAMONG_RESIDENT_NIK), ==, OTHER_NIK);
  g_assert_cmpstr (text (office, son->uid, PAMONG_RESIDENT_FATHER_NIK), ==, OTHER_NIK);
  undo (office, kept->uid);
  g_assert_cmpstr (text (office, son->uid, PAMONG_RESIDENT_FATHER_NIK), ==, NIK);

  /* Somebody else holds the number too: it may mean that one. */
  second = fixture_person (OTHER_NIK, "SUTRISNO LAIN", 1, "1970-01-01", 0);
  put (office, second);
  merge (office, kept->uid, gone->uid, NOTHING);
  g_assert_cmpstr (text (office, daughter->uid, PAMONG_RESIDENT_FATHER_NIK), ==, OTHER_NIK);
  fixture_close (office);
}

static void
test_refusals (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (PamongRecord) kept = add (office, NIK, "SUTRISNO HADI", NULL, 0), gone = add (office, NULL, "SUTRISNO", NULL, 0);
  g_autoptr (PamongRecord) stranger = add (office, OTHER_NIK, "SUTRISNO LAIN", NULL, 0);
  g_autofree char *longer = g_strnfill (2000, 'x');
  static const int texts[] = { PAMONG_RESIDENT_CURRENT_ADDRESS, PAMONG_RESIDENT_BIRTH_CERT, PAMONG_RESIDENT_PASSPORT, PAMONG_RESIDENT_KITAS, PAMONG_RESIDENT_MARRIAGE_CERT,
                               PAMONG_RESIDENT_DIVORCE_CERT, PAMONG_RESIDENT_EKTP_PLACE, PAMONG_RESIDENT_ETHNICITY, PAMONG_RESIDENT_CARD_TAG, PAMONG_RESIDENT_INSURANCE_NO,
                               PAMONG_RESIDENT_PHONE };
  g_autoptr (GError) error = NULL;

  refused (office, kept->uid, kept->uid, NOTHING, "x", PAMONG_ERROR_INVALID, "one record");
  refused (office, kept->uid, "tidak-ada", NOTHING, "x", PAMONG_ERROR_NOT_FOUND, "not on this computer");
  refused (office, kept->uid, gone->uid, NOTHING, " ", PAMONG_ERROR_INVALID, "reason");
  refused (office, kept->uid, gone->uid, TAKES (PAMONG_RESIDENT_N_FIELDS), "x", PAMONG_ERROR_INVALID, "no such field");

  /* What the rules block in a value stays blocked, also when it comes from a double. */
  pamong_record_set_text (gone, PAMONG_RESIDENT_NIK, OTHER_NIK);
  put (office, gone);
  refused (office, kept->uid, gone->uid, TAKES (PAMONG_RESIDENT_NIK), "x", PAMONG_ERROR_INVALID, "sudah dipakai");
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    pamong_record_set_text (gone, texts[i], longer);
  put (office, gone);
  refused (office, kept->uid, gone->uid, TAKES (PAMONG_RESIDENT_PHONE, PAMONG_RESIDENT_KITAS, PAMONG_RESIDENT_PASSPORT), "x", PAMONG_ERROR_INVALID, "too long");

  g_assert_true (pamong_office_remove_resident (office, stranger->uid, "tidak dikenal", NULL, NULL, &error));
  refused (office, kept->uid, stranger->uid, NOTHING, "x", PAMONG_ERROR_INVALID, "no longer counts");
  refused (office, stranger->uid, kept->uid, NOTHING, "x", PAMONG_ERROR_INVALID, "no longer counts");
  pamong_office_sign_out (office);
  refused (office, kept->uid, gone->uid, NOTHING, "x", PAMONG_ERROR_DENIED, "signed in");
  fixture_close (office);
}

static guint
count_heads (PamongOffice *office, const char *family_uid)
{
  g_autoptr (PamongFamilyCard) card = pamong_store_card (pamong_office_store (office), family_uid, NULL);
  guint heads = 0;

  for (guint i = 0; i < card->members->len; i++)
    heads += pamong_record_int (fixture_member (card, i), PAMONG_RESIDENT_SHDK) == 1;
  return heads;
}

/* The double leads a family, or the kept one would leave his own. */
static void
test_heads (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (PamongFamilyCard) card = fixture_register (office), other = fixture_single ("3522280101200009", NULL, "SUTRISNO");
  const char *head = fixture_member (card, 0)->uid, *lone;
  g_autoptr (PamongRecord) before = get (office, head), loose = add (office, NULL, "SUTRISNO HADI", NULL, 0), lone_before = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (pamong_office_register_family (office, other, NULL, &error));
  lone = fixture_member (other, 0)->uid;
  lone_before = get (office, lone);
  refused (office, lone, head, NOTHING, "x", PAMONG_ERROR_INVALID, "change of head first, or take over");
  refused (office, head, lone, TAKES (PAMONG_RESIDENT_SHDK), "x", PAMONG_ERROR_INVALID, "would leave it");

  /* The lone one takes the place of the head; nobody stays on his own card. */
  merge (office, lone, head, TAKES (PAMONG_RESIDENT_FAMILY_UID, PAMONG_RESIDENT_NIK));
  g_assert_cmpuint (count_heads (office, card->family->uid), ==, 1);
  g_assert_cmpuint (count_heads (office, other->family->uid), ==, 0);
  undo (office, head);
  assert_same (office, before);
  assert_same (office, lone_before);
  g_assert_cmpuint (count_heads (office, card->family->uid), ==, 1);
  g_assert_cmpuint (count_heads (office, other->family->uid), ==, 1);

  /* Another leads the family since: the double cannot come back beside. */
  merge (office, loose->uid, head, TAKES (PAMONG_RESIDENT_SHDK));
  g_assert_true (pamong_office_change_head (office, card->family->uid, fixture_member (card, 1)->uid, 2, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  {
    g_autofree char *event = find_merge (office, head);
    gint64 changes = fixture_changes (office);

    g_assert_false (pamong_office_undo (office, event, "keliru", NULL, &error));
    g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
    g_assert_cmpint (fixture_changes (office), ==, changes);
  }
  fixture_close (office);
}

/* As base data has it: the head twice on his own card, with one NIK. */
static void
test_same_nik (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (PamongFamilyCard) card = fixture_register (office);
  PamongRecord *head = fixture_member (card, 0);
  g_autoptr (PamongRecord) twin = fixture_person (NIK, "SUTRISNO HADI", 1, "1980-08-12", 1), twin_before = NULL, before = NULL;
  g_autoptr (GError) error = NULL;

  pamong_record_set_text (twin, PAMONG_RESIDENT_FAMILY_UID, card->family->uid);
  put (office, twin);
  before = get (office, head->uid);
  twin_before = get (office, twin->uid);
  g_assert_cmpuint (count_heads (office, card->family->uid), ==, 2);
  merge (office, head->uid, twin->uid, NOTHING);
  g_assert_cmpuint (count_heads (office, card->family->uid), ==, 1);
  undo (office, twin->uid);
  assert_same (office, before);
  assert_same (office, twin_before);

  /* Putting back a double is taking back its merge. */
  merge (office, head->uid, twin->uid, NOTHING);
  g_assert_true (pamong_office_put_back (office, twin->uid, "orang lain", NULL, &error));
  g_assert_no_error (error);
  assert_same (office, twin_before);

  /* Somebody else has taken the number since. */
  correct (office, twin->uid, PAMONG_RESIDENT_NIK, OTHER_NIK);
  merge (office, head->uid, twin->uid, NOTHING);
  {
    g_autoptr (PamongRecord) third = add (office, OTHER_NIK, "SUTRISNO LAIN", NULL, 0);
    g_autofree char *event = find_merge (office, twin->uid);

    g_assert_false (pamong_office_undo (office, event, "keliru", NULL, &error));
    g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
    g_assert_nonnull (strstr (error->message, "SUTRISNO LAIN"));
    g_assert_cmpint (status (office, twin->uid), ==, PAMONG_STATUS_VOID);
  }
  fixture_close (office);
}

/* What was changed since stays, and is said. */
static void
test_changed_since (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (PamongRecord) kept = add (office, NIK, "SUTRISNO HADI", NULL, 0), gone = add (office, NULL, "SUTRISNO", NULL, 0);
  g_auto (GStrv) effect = NULL;
  g_autofree char *event = NULL;

  correct (office, gone->uid, PAMONG_RESIDENT_PHONE, "0811");
  correct (office, gone->uid, PAMONG_RESIDENT_ETHNICITY, "JAWA");
  merge (office, kept->uid, gone->uid, TAKES (PAMONG_RESIDENT_PHONE, PAMONG_RESIDENT_ETHNICITY));
  correct (office, kept->uid, PAMONG_RESIDENT_PHONE, "0822");
  event = find_merge (office, kept->uid);
  effect = pamong_office_undo_effect (pamong_office_store (office), event, NULL);
  g_assert_true (has_words (effect, "changed since and stays 0822") && has_words (effect, "goes back to empty"));
  undo (office, kept->uid);
  g_assert_cmpstr (text (office, kept->uid, PAMONG_RESIDENT_PHONE), ==, "0822");
  g_assert_null (text (office, kept->uid, PAMONG_RESIDENT_ETHNICITY));
  g_assert_cmpstr (text (office, gone->uid, PAMONG_RESIDENT_PHONE), ==, "0811");
  fixture_close (office);
}

static void
assert_found (PamongOffice *office, const char *uid, const char *rule)
{
  g_autoptr (GPtrArray) findings = pamong_findings_new (), own = pamong_findings_new ();
  g_autoptr (PamongInspector) inspector = pamong_inspector_new (pamong_office_store (office), NULL);
  g_autoptr (PamongRecord) resident = get (office, uid);
  PamongInspection *inspection;
  gboolean told = FALSE;

  g_assert_true (pamong_office_merge_findings (pamong_office_store (office), NULL, findings, NULL));
  g_assert_true (rule == NULL ? findings->len == 0 : fixture_has (findings, rule));
  g_assert_true (pamong_office_findings (pamong_office_store (office), resident, own, NULL));
  g_assert_true (rule == NULL || fixture_has (own, rule));
  g_assert_true (pamong_inspector_run (inspector, NULL));
  inspection = pamong_inspector_report (inspector);
  for (guint i = 0; i < inspection->kinds->len; i++)
    told |= g_strcmp0 (g_array_index (inspection->kinds, PamongInspectedKind, i).rule, rule) == 0;
  g_assert_true (rule == NULL || told);
  pamong_inspection_free (inspection);
}

/* Another computer's merge, as sync brings it. */
static PamongRecord *
put_merge (PamongOffice *office, const char *kept, const char *gone)
{
  PamongRecord *event = pamong_record_new (PAMONG_KIND_EVENT, FIXTURE_AREA);

  pamong_record_set_int (event, PAMONG_EVENT_TYPE, PAMONG_EVENT_REMOVED);
  pamong_record_set_text (event, PAMONG_EVENT_RESIDENT_UID, gone);
  pamong_record_set_text (event, PAMONG_EVENT_OTHER_UID, kept);
  pamong_record_set_text (event, PAMONG_EVENT_DATE, FIXTURE_TODAY);
  put (office, event);
  return event;
}

static void
take_away (PamongOffice *office, const PamongRecord *event)
{
  g_autoptr (PamongRecord) counter = pamong_record_copy (event);

  g_free (counter->uid);
  counter->uid = g_strdup ("counter-of-another-desk");
  pamong_record_set_int (counter, PAMONG_EVENT_TYPE, PAMONG_EVENT_CANCEL);
  pamong_record_set_text (counter, PAMONG_EVENT_CANCELS, event->uid);
  put (office, counter);
}

static void
test_both_ways (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (PamongRecord) one = add (office, NIK, "SUTRISNO HADI", NULL, 0), two = add (office, NULL, "SUTRISNO", NULL, 0), third = add (office, NULL, "TRISNO", NULL, 0);
  g_autoptr (PamongRecord) other = NULL, elsewhere = NULL, again = NULL;
  g_autoptr (GPtrArray) merges = NULL;
  g_autoptr (GError) error = NULL;

  merge (office, one->uid, two->uid, TAKES (PAMONG_RESIDENT_EDUCATION));
  assert_found (office, one->uid, NULL);
  other = put_merge (office, two->uid, one->uid);
  g_assert_cmpint (status (office, one->uid), ==, PAMONG_STATUS_VOID);
  assert_found (office, one->uid, "merged-both-ways");
  assert_found (office, two->uid, "merged-both-ways");

  /* One of the two is taken back here: the double is a record again, and the kept one is its double now. */
  merges = pamong_store_merges (pamong_office_store (office), one->uid, NULL);
  for (guint i = 0; i < merges->len; i++)
    if (g_strcmp0 (((PamongRecord *) g_ptr_array_index (merges, i))->uid, other->uid) != 0)
      g_assert_true (pamong_office_undo (office, ((PamongRecord *) g_ptr_array_index (merges, i))->uid, "keliru", NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (status (office, two->uid), ==, PAMONG_STATUS_ALIVE);
  assert_found (office, two->uid, NULL);
  take_away (office, other);
  g_assert_cmpint (status (office, one->uid), ==, PAMONG_STATUS_ALIVE);

  merge (office, one->uid, two->uid, NOTHING);
  elsewhere = put_merge (office, third->uid, two->uid);
  assert_found (office, two->uid, "merged-twice");
  again = put_merge (office, one->uid, third->uid); /* all lead to one */
  assert_found (office, two->uid, NULL);
  g_assert_true (pamong_office_remove_resident (office, one->uid, "tidak dikenal", NULL, NULL, &error));
  assert_found (office, two->uid, "merged-into-removed");
  fixture_close (office);
}

/* The same two merged on two computers: both events stand, and both are to be taken back. */
static void
test_twice_the_same (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (PamongRecord) one = add (office, NIK, "SUTRISNO HADI", NULL, 0), two = add (office, NULL, "SUTRISNO", NULL, 0), other = NULL;
  g_autofree char *event = NULL;
  g_auto (GStrv) effect = NULL;
  g_autoptr (GError) error = NULL;

  merge (office, one->uid, two->uid, NOTHING);
  event = find_merge (office, two->uid);
  other = put_merge (office, one->uid, two->uid);
  assert_found (office, two->uid, NULL);
  effect = pamong_office_undo_effect (pamong_office_store (office), event, NULL);
  g_assert_true (has_words (effect, "stays off the list"));
  g_assert_true (pamong_office_undo (office, event, "keliru", NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (status (office, two->uid), ==, PAMONG_STATUS_VOID);
  take_away (office, other);
  g_assert_cmpint (status (office, two->uid), ==, PAMONG_STATUS_ALIVE);
  fixture_close (office);
}

/* What another computer wrote on the double shows until the record that is left says the same. */
static void
test_changed_after (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (PamongRecord) one = add (office, NIK, "SUTRISNO HADI", NULL, 0), two = add (office, NULL, "SUTRISNO", NULL, 0);
  g_autoptr (GPtrArray) findings = pamong_findings_new ();
  const PamongFinding *finding;

  merge (office, one->uid, two->uid, NOTHING);
  assert_found (office, two->uid, NULL); /* the names differ, and did when they were merged */
  correct (office, two->uid, PAMONG_RESIDENT_PHONE, "0833");
  assert_found (office, two->uid, "changed-after-merge");
  g_assert_true (pamong_office_merge_findings (pamong_office_store (office), one->uid, findings, NULL));
  finding = g_ptr_array_index (findings, 0);
  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_cmpint (finding->field, ==, PAMONG_RESIDENT_PHONE);
  g_assert_cmpstr (finding->uid, ==, one->uid);
  g_assert_cmpstr (finding->other_uid, ==, two->uid);
  g_assert_nonnull (strstr (finding->message, "0833"));
  correct (office, one->uid, PAMONG_RESIDENT_PHONE, "0833");
  assert_found (office, two->uid, NULL);
  undo (office, two->uid);
  g_assert_cmpstr (text (office, two->uid, PAMONG_RESIDENT_PHONE), ==, "0833");
  fixture_close (office);
}

static void
test_suggest (void)
{
  PamongOffice *office = fixture_office ();
  PamongStore *store = pamong_office_store (office);
  g_autoptr (PamongFamilyCard) card = fixture_register (office);
  const char *head = fixture_member (card, 0)->uid;
  g_autoptr (PamongRecord) loose = add (office, NULL, "SUTRISNO HADI", NULL, 0), numbered = add (office, OTHER_NIK, "SUTRISNO", NULL, 0);
  g_autoptr (PamongMergeHint) first = NULL, turned = NULL, second = NULL;
  g_autoptr (PamongRecord) empty = get (office, loose->uid);
  g_autoptr (GError) error = NULL;

  correct (office, loose->uid, PAMONG_RESIDENT_PHONE, "0812");
  correct (office, loose->uid, PAMONG_RESIDENT_BIRTH_CERT, "12/2001");
  first = pamong_office_merge_suggest (store, loose->uid, head, NULL);
  turned = pamong_office_merge_suggest (store, head, loose->uid, NULL);
  g_assert_cmpstr (first->kept_uid, ==, head);
  g_assert_cmpstr (turned->kept_uid, ==, head);
  g_assert_cmpuint (first->taken->len, ==, 2);
  g_assert_cmpint (g_array_index (first->taken, int, 0), ==, PAMONG_RESIDENT_BIRTH_CERT);
  g_assert_cmpint (g_array_index (first->taken, int, 1), ==, PAMONG_RESIDENT_PHONE);
  second = pamong_office_merge_suggest (store, loose->uid, numbered->uid, NULL);
  g_assert_cmpstr (second->kept_uid, ==, numbered->uid);
  g_assert_null (pamong_office_merge_suggest (store, head, head, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (pamong_office_merge_effect (store, head, "tidak-ada", NOTHING, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_NOT_FOUND);

  /* A group that says something else here is not taken apart; without a card there is no place. */
  {
    g_autoptr (PamongRecord) full = get (office, head);
    g_autoptr (GArray) takes = NULL;

    pamong_record_clear (empty, PAMONG_RESIDENT_BIRTH_PLACE);
    pamong_record_set_text (empty, PAMONG_RESIDENT_BIRTH_DATE, "1980-12-08");
    pamong_record_set_int (empty, PAMONG_RESIDENT_SHDK, 4);
    takes = pamong_office_merge_takes (empty, full);
    g_assert_cmpuint (takes->len, ==, 3); /* NIK, family, place */
  }
  fixture_close (office);
}

static gboolean
tells (PamongOffice *office, const char *uid, const char *label, const char *value)
{
  g_autoptr (GPtrArray) entries = pamong_history (pamong_office_store (office), PAMONG_KIND_RESIDENT, uid, NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      const PamongHistoryEntry *entry = g_ptr_array_index (entries, i);

      if (g_strcmp0 (entry->label, label) == 0 && g_strcmp0 (entry->new_value, value) == 0 && g_strcmp0 (entry->reason, "orang yang sama") == 0)
        return TRUE;
    }
  return FALSE;
}

static void
test_history (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (PamongRecord) one = add (office, NIK, "SUTRISNO HADI", NULL, 0), two = add (office, NULL, "SUTRISNO", NULL, 0);

  merge (office, one->uid, two->uid, NOTHING);
  g_assert_true (tells (office, one->uid, "Merged from", "SUTRISNO"));
  g_assert_true (tells (office, two->uid, "Merged into", "SUTRISNO HADI"));
  fixture_close (office);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/office/merge/merge", test_merge);
  g_test_add_func ("/office/merge/each-field", test_each_field);
  g_test_add_func ("/office/merge/parents", test_parents);
  g_test_add_func ("/office/merge/refusals", test_refusals);
  g_test_add_func ("/office/merge/heads", test_heads);
  g_test_add_func ("/office/merge/same-nik", test_same_nik);
  g_test_add_func ("/office/merge/changed-since", test_changed_since);
  g_test_add_func ("/office/merge/both-ways", test_both_ways);
  g_test_add_func ("/office/merge/twice-the-same", test_twice_the_same);
  g_test_add_func ("/office/merge/changed-after", test_changed_after);
  g_test_add_func ("/office/merge/suggest", test_suggest);
  g_test_add_func ("/office/merge/history", test_history);
  return g_test_run ();
}
