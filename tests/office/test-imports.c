/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "import_rows.h"

#include <gio/gio.h>
#include <string.h>
#include "office/accounts.h"
#include "store/history.h"
#include "wire/change.h"

static PamongStore *
store_of (PamongOffice *office)
{
  return pamong_office_store (office);
}

static PamongRecord *
resident_by_nik (PamongOffice *office, const char *nik)
{
  g_autoptr (GPtrArray) found = pamong_store_find (store_of (office), PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_NIK, nik, NULL);

  g_assert_cmpuint (found->len, ==, 1);
  return pamong_record_copy (found->pdata[0]);
}

static void
assert_nobody (PamongOffice *office, const char *nik)
{
  g_autoptr (GPtrArray) found = pamong_store_find (store_of (office), PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_NIK, nik, NULL);

  g_assert_cmpuint (found->len, ==, 0);
}

static void
assert_figures (PamongOffice *office, const char *uid, guint added, guint changed, guint differs, guint same, guint refused, guint families)
{
  g_autoptr (PamongImport) import = import_get (office, uid);
  const PamongImportFigures *f = &import->figures;

  g_assert_cmpuint (f->added, ==, added);
  g_assert_cmpuint (f->changed, ==, changed);
  g_assert_cmpuint (f->differs, ==, differs);
  g_assert_cmpuint (f->same, ==, same);
  g_assert_cmpuint (f->refused, ==, refused);
  g_assert_cmpuint (f->families, ==, families);
  g_assert_cmpuint (f->rows, ==, added + changed + differs + same + refused);
}

static void
assert_commit_refused (PamongOffice *office, const char *uid, PamongError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (pamong_import_commit (office, uid, NULL, NULL, &error));
  g_assert_error (error, PAMONG_ERROR, (int) code);
}

/* A whole card: family, people, openings that name the batch and count in no month; a second time nothing is left to do. */
static void
test_new (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (PamongFamilyCard) card = fixture_card (), stored = NULL;
  g_autofree char *uid = import_whole (office, card), *again = NULL, *words = NULL, *act = NULL;
  g_autoptr (PamongRecord) head = NULL, family = NULL;
  g_autoptr (GPtrArray) openings = NULL, history = NULL;
  g_autoptr (GError) error = NULL;

  assert_figures (office, uid, 3, 0, 0, 0, 0, 1);
  g_assert_cmpint (fixture_changes (office), ==, 1); /* the account: a dry run writes nothing */
  import_commit (office, uid);
  head = resident_by_nik (office, "3522281208800001");
  stored = pamong_store_card (store_of (office), pamong_record_text (head, PAMONG_RESIDENT_FAMILY_UID), NULL);
  g_assert_cmpuint (stored->members->len, ==, 3);
  g_assert_cmpstr (pamong_record_text (stored->family, PAMONG_FAMILY_KK_NUMBER), ==, "3522280101200001");
  g_assert_cmpstr (pamong_record_text (stored->family, PAMONG_FAMILY_DUSUN), ==, "KRAJAN");
  openings = fixture_events (office, PAMONG_EVENT_OPENING, head->uid, NULL);
  g_assert_cmpuint (openings->len, ==, 1);
  g_assert_cmpstr (pamong_record_text (openings->pdata[0], PAMONG_EVENT_BATCH), ==, uid);
  history = pamong_history (store_of (office), PAMONG_KIND_RESIDENT, head->uid, &error);
  act = g_strconcat ("import ", uid, NULL);
  g_assert_cmpstr (((PamongHistoryEntry *) history->pdata[0])->act, ==, act);
  words = pamong_import_source_words (store_of (office), act);
  g_assert_nonnull (strstr (words, "data.xlsx"));
  g_assert_nonnull (strstr (words, "SIAK"));
  g_assert_false (pamong_import_commit (office, uid, NULL, NULL, NULL));
  again = import_whole (office, card);
  assert_figures (office, again, 0, 0, 0, 3, 0, 0);
  assert_commit_refused (office, again, PAMONG_ERROR_INVALID);
  fixture_close (office);
}

/* Blanks are filled; what stands there stays until it is taken; an empty cell never erases. */
static void
test_differences (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (PamongFamilyCard) card = fixture_register (office);
  PamongRecord *budi = fixture_member (card, 2);
  g_autofree char *uid = NULL;
  g_autoptr (PamongRecord) now = NULL, family = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;

  pamong_record_set_text (budi, PAMONG_RESIDENT_PHONE, "081234567890");
  pamong_record_set_text (budi, PAMONG_RESIDENT_NAME, "BUDI SANTOSA");
  pamong_record_set_int (budi, PAMONG_RESIDENT_EDUCATION, 2);
  pamong_record_clear (budi, PAMONG_RESIDENT_RELIGION);
  pamong_record_set_text (card->family, PAMONG_FAMILY_DUSUN, "Krajan");
  pamong_record_set_text (card->family, PAMONG_FAMILY_RT, "004");
  pamong_record_set_text (card->family, PAMONG_FAMILY_POSTCODE, "62171");
  uid = import_whole (office, card);
  assert_figures (office, uid, 0, 2, 0, 1, 0, 0); /* the address stands at the row of the head */
  rows = pamong_import_rows (store_of (office), uid, PAMONG_IMPORT_CHANGED, 1, 5, &error);
  g_assert_cmpuint (((PamongImportRow *) rows->pdata[0])->differences->len, ==, 3);
  g_assert_true (pamong_import_choose (office, uid, 3, "resident.education", TRUE, &error));
  g_assert_true (pamong_import_choose (office, uid, 1, NULL, FALSE, &error));
  assert_figures (office, uid, 0, 1, 1, 1, 0, 0);
  import_commit (office, uid);
  now = pamong_store_get (store_of (office), PAMONG_KIND_RESIDENT, budi->uid, NULL);
  g_assert_cmpstr (pamong_record_text (now, PAMONG_RESIDENT_PHONE), ==, "081234567890");
  g_assert_cmpstr (pamong_record_text (now, PAMONG_RESIDENT_NAME), ==, "BUDI SANTOSO");
  g_assert_cmpint (pamong_record_int (now, PAMONG_RESIDENT_EDUCATION), ==, 2);
  g_assert_cmpint (pamong_record_int (now, PAMONG_RESIDENT_RELIGION), ==, 1);
  family = pamong_store_get (store_of (office), PAMONG_KIND_FAMILY, card->family->uid, NULL);
  g_assert_cmpstr (pamong_record_text (family, PAMONG_FAMILY_RT), ==, "003");
  g_assert_false (pamong_record_is_set (family, PAMONG_FAMILY_POSTCODE));
  fixture_close (office);
}

/* By NIK, then by name, birth and sex; never onto somebody else. */
static void
test_matching (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (PamongFamilyCard) card = fixture_register (office), twin = fixture_single ("3522280101200002", "3522280101700009", "SUTRISNO HADI"), other = fixture_card ();
  g_autoptr (PamongRecord) siti = NULL;
  g_autofree char *uid = NULL, *taken = NULL;

  pamong_record_clear (fixture_member (card, 0), PAMONG_RESIDENT_NIK);
  pamong_record_set_text (fixture_member (card, 1), PAMONG_RESIDENT_NAME, "ST. AMINAH");
  import_begin (office);
  import_card (card);
  import_card (twin);
  uid = import_read (office);
  g_assert_cmpint (import_outcome (office, uid, 1), ==, PAMONG_IMPORT_SAME);
  g_assert_cmpint (import_outcome (office, uid, 2), ==, PAMONG_IMPORT_DIFFERS);
  g_assert_cmpint (import_outcome (office, uid, 4), ==, PAMONG_IMPORT_NEW); /* one name, another birth date */
  pamong_record_set_text (fixture_member (other, 1), PAMONG_RESIDENT_NAME, "KARTINI");
  pamong_record_set_text (fixture_member (other, 1), PAMONG_RESIDENT_BIRTH_DATE, "1990-01-01");
  taken = import_whole (office, other);
  g_assert_cmpint (import_outcome (office, taken, 2), ==, PAMONG_IMPORT_REFUSED);
  g_assert_true (import_says (office, taken, 2, "nik-taken"));
  siti = resident_by_nik (office, "3522285503830002");
  g_assert_cmpstr (pamong_record_text (siti, PAMONG_RESIDENT_NAME), ==, "SITI AMINAH");
  fixture_close (office);
}

/* One person twice in the file: the same twice counts once; told otherwise, neither comes in. */
static void
test_repeats (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (PamongFamilyCard) card = fixture_card (), same = fixture_single ("3522280101200002", "3522280101700009", "KASMURI"), clash = fixture_single ("3522280101200003", "3522281208800001", "MUHROF"),
                               numberless = fixture_single ("3522280101200004", NULL, "KASMURI");
  g_autofree char *uid = NULL;

  import_begin (office);
  import_card (card);
  import_card (same);
  import_card (same);
  import_card (clash);
  uid = import_read (office);
  g_assert_cmpint (import_outcome (office, uid, 4), ==, PAMONG_IMPORT_NEW);
  g_assert_cmpint (import_outcome (office, uid, 5), ==, PAMONG_IMPORT_REFUSED);
  g_assert_true (import_says (office, uid, 5, "import-repeat"));
  g_assert_cmpint (import_outcome (office, uid, 1), ==, PAMONG_IMPORT_REFUSED);
  g_assert_cmpint (import_outcome (office, uid, 6), ==, PAMONG_IMPORT_REFUSED);
  g_assert_true (import_says (office, uid, 1, "import-repeat"));
  g_assert_cmpint (import_outcome (office, uid, 2), ==, PAMONG_IMPORT_NEW); /* the card has lost its head, and the family comes in */
  g_assert_true (import_says (office, uid, 2, "head-count"));
  g_clear_pointer (&uid, g_free);
  import_begin (office);
  import_card (same);
  import_card (numberless);
  uid = import_read (office);
  assert_figures (office, uid, 0, 0, 0, 0, 2, 0);
  fixture_close (office);
}

/* What is told of row @n because of @rule, once. */
static PamongImportFinding *
find_told (PamongOffice *office, const char *uid, guint n, const char *rule)
{
  g_autoptr (GPtrArray) findings = pamong_import_findings (store_of (office), uid, n, 0, 100, NULL);
  PamongImportFinding *found = NULL;

  for (guint i = findings->len; i > 0; i--)
    if (g_str_equal (((PamongImportFinding *) findings->pdata[i - 1])->rule, rule))
      {
        g_assert_null (found);
        found = g_ptr_array_steal_index (findings, i - 1);
      }
  return found;
}

static void
assert_told (PamongOffice *office, const char *uid, guint n, const char *rule, const char *words)
{
  PamongImportFinding *finding = find_told (office, uid, n, rule);

  g_assert_nonnull (finding);
  g_assert_cmpint (finding->severity, ==, PAMONG_SEVERITY_WARN);
  g_assert_nonnull (finding->field);
  g_assert_cmpint (strlen (finding->remedy), >, 0);
  if (strstr (finding->message, words) == NULL)
    g_error ("“%s” is not in: %s", words, finding->message);
  pamong_import_finding_free (finding);
}

/* A head too many or none keeps nobody out: the family comes in, and each doubtful row is told with the others and what to do. */
static void
test_heads (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (PamongFamilyCard) two = fixture_card (), headless = fixture_single ("3522280101200002", "3522280101700009", "KASMURI");
  g_autofree char *uid = NULL, *second = NULL;
  g_autoptr (PamongRecord) head = NULL;
  g_autoptr (PamongFamilyCard) stored = NULL;
  g_autoptr (GPtrArray) findings = pamong_findings_new ();
  PamongFacts facts = { .today = FIXTURE_TODAY };

  pamong_record_set_int (fixture_member (two, 1), PAMONG_RESIDENT_SHDK, 1);
  pamong_record_set_int (fixture_member (headless, 0), PAMONG_RESIDENT_SHDK, 4);
  import_begin (office);
  import_card (two);
  import_card (headless);
  uid = import_read (office);
  assert_figures (office, uid, 4, 0, 0, 0, 0, 2);
  assert_told (office, uid, 1, "head-count", "SITI AMINAH");
  assert_told (office, uid, 2, "head-count", "3522280101200001");
  g_assert_false (import_says (office, uid, 3, "head-count"));
  assert_told (office, uid, 4, "head-count", "3522280101200002");
  import_commit (office, uid);
  head = resident_by_nik (office, "3522281208800001");
  stored = pamong_store_card (store_of (office), pamong_record_text (head, PAMONG_RESIDENT_FAMILY_UID), NULL);
  g_assert_cmpuint (stored->members->len, ==, 3);
  pamong_rules_check_family (stored, FALSE, &facts, findings);
  g_assert_true (fixture_has (findings, "head-count")); /* so it stands in Perlu dicek */
  pamong_record_set_text (fixture_member (headless, 0), PAMONG_RESIDENT_NIK, "3522280101760012");
  pamong_record_set_text (fixture_member (headless, 0), PAMONG_RESIDENT_NAME, "KASIMAN");
  pamong_record_set_int (fixture_member (headless, 0), PAMONG_RESIDENT_SHDK, 1);
  g_clear_pointer (&uid, g_free);
  uid = import_whole (office, headless); /* the card that stands gets the head it lacked: nothing to say */
  g_assert_false (import_says (office, uid, 1, "head-count"));
  import_commit (office, uid);
  pamong_record_set_text (fixture_member (headless, 0), PAMONG_RESIDENT_NIK, "3522280101770013");
  pamong_record_set_text (fixture_member (headless, 0), PAMONG_RESIDENT_NAME, "KASDI");
  second = import_whole (office, headless);
  g_assert_cmpint (import_outcome (office, second, 1), ==, PAMONG_IMPORT_NEW);
  assert_told (office, second, 1, "head-count", "KASIMAN");
  fixture_close (office);
}

/* The head's row stays out by its own fault: the others come in, and are told who is missing. Mended, the head joins them. */
static void
test_head_refused (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (PamongFamilyCard) card = fixture_card ();
  g_autofree char *uid = NULL, *mended = NULL;
  g_autoptr (PamongRecord) son = NULL, father = NULL;

  pamong_record_set_text (fixture_member (card, 0), PAMONG_RESIDENT_NIK, "35222812088000");
  uid = import_whole (office, card);
  assert_figures (office, uid, 2, 0, 0, 0, 1, 1);
  g_assert_true (import_says (office, uid, 1, "nik-length"));
  assert_told (office, uid, 2, "head-count", pamong_record_text (fixture_member (card, 0), PAMONG_RESIDENT_NAME));
  g_assert_false (import_says (office, uid, 3, "head-count")); /* once for the card */
  import_commit (office, uid);
  pamong_record_set_text (fixture_member (card, 0), PAMONG_RESIDENT_NIK, "3522281208800001");
  mended = import_whole (office, card);
  assert_figures (office, mended, 1, 0, 0, 2, 0, 0);
  g_assert_false (import_says (office, mended, 1, "head-count"));
  import_commit (office, mended);
  father = resident_by_nik (office, "3522281208800001");
  son = resident_by_nik (office, pamong_record_text (fixture_member (card, 2), PAMONG_RESIDENT_NIK));
  g_assert_cmpstr (pamong_record_text (father, PAMONG_RESIDENT_FAMILY_UID), ==, pamong_record_text (son, PAMONG_RESIDENT_FAMILY_UID));
  fixture_close (office);
}

/* A head who died leaves the card without one among the living; a card on which nobody lives is not asked for one. */
static void
test_head_died (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (PamongFamilyCard) widow = fixture_single ("3522280101200002", "3522280101700009", "KASMURI"), alone = fixture_single ("3522280101200003", "3522280101710009", "KASMIN");
  g_autoptr (PamongRecord) wife = fixture_person ("3522284101720010", "SUMIATI", 2, "1972-01-01", 3), kasmuri = NULL;
  PamongIntakeRow dead = { .sheet = "Data", .row = 9, .status = PAMONG_STATUS_DEAD, .status_date = "2019-05-04", .resident = fixture_member (widow, 0), .family = widow->family };
  PamongIntakeRow living = { .sheet = "Data", .row = 10, .resident = wife, .family = widow->family };
  PamongIntakeRow last = { .sheet = "Data", .row = 11, .status = PAMONG_STATUS_DEAD, .resident = fixture_member (alone, 0), .family = alone->family };
  g_autofree char *uid = NULL;
  g_autoptr (GPtrArray) deaths = NULL;

  import_begin (office);
  import_row (&dead);
  import_row (&living);
  import_row (&last);
  uid = import_read (office);
  assert_figures (office, uid, 3, 0, 0, 0, 0, 2);
  g_assert_true (import_says (office, uid, 1, "head-count"));
  g_assert_false (import_says (office, uid, 3, "head-count"));
  import_commit (office, uid);
  kasmuri = resident_by_nik (office, "3522280101700009");
  g_assert_cmpint (pamong_store_status (store_of (office), kasmuri->uid), ==, PAMONG_STATUS_DEAD);
  deaths = fixture_events (office, PAMONG_EVENT_DEATH, kasmuri->uid, NULL);
  g_assert_cmpstr (pamong_record_text (deaths->pdata[0], PAMONG_EVENT_DATE), ==, "2019-05-04");
  g_assert_cmpstr (pamong_record_text (deaths->pdata[0], PAMONG_EVENT_BATCH), ==, uid);
  fixture_close (office);
}

/* A card without a number is a family of its own; a block keeps its row out and no other; a parent's number that is none is left out. */
static void
test_rules (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (PamongFamilyCard) card = fixture_card (), one = fixture_single (NULL, "3522280101700009", "KASMURI"), other = fixture_single (NULL, "3522280101710009", "KASMIN");
  PamongRecord *budi = fixture_member (card, 2);
  g_autoptr (PamongRecord) kasmuri = NULL, kasmin = NULL;
  g_autofree char *uid = NULL;

  pamong_record_set_text (budi, PAMONG_RESIDENT_NIK, "35222807071000");
  pamong_record_set_text (fixture_member (card, 1), PAMONG_RESIDENT_FATHER_NIK, "12345");
  pamong_record_set_text (fixture_member (one, 0), PAMONG_RESIDENT_NIK, "3522280101700000"); /* an override: comes in, and stands in Perlu dicek */
  import_begin (office);
  import_card (card);
  import_card (one);
  import_card (other);
  uid = import_read (office);
  assert_figures (office, uid, 4, 0, 0, 0, 1, 3);
  g_assert_true (import_says (office, uid, 3, "nik-length"));
  g_assert_true (import_says (office, uid, 2, "parent-nik-length"));
  g_assert_true (import_says (office, uid, 4, "nik-serial"));
  import_commit (office, uid);
  kasmuri = resident_by_nik (office, "3522280101700000");
  kasmin = resident_by_nik (office, "3522280101710009");
  g_assert_nonnull (pamong_record_text (kasmuri, PAMONG_RESIDENT_FAMILY_UID));
  g_assert_cmpstr (pamong_record_text (kasmuri, PAMONG_RESIDENT_FAMILY_UID), !=, pamong_record_text (kasmin, PAMONG_RESIDENT_FAMILY_UID));
  fixture_close (office);
}

/* Fields go back where nobody changed them since, people made leave the list, and come back as the same ones. */
static void
test_undo (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (PamongFamilyCard) card = fixture_register (office), fresh = fixture_single ("3522280101200002", "3522280101700009", "KASMURI");
  PamongRecord *budi = fixture_member (card, 2);
  g_autofree char *uid = NULL, *again = NULL, *made = NULL;
  g_autoptr (PamongRecord) now = NULL, later = NULL, kasmuri = NULL, back = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;

  pamong_record_set_text (budi, PAMONG_RESIDENT_PHONE, "081234567890");
  pamong_record_set_text (budi, PAMONG_RESIDENT_ETHNICITY, "JAWA");
  import_begin (office);
  import_card (card);
  import_card (fresh);
  uid = import_read (office);
  assert_figures (office, uid, 1, 1, 0, 2, 0, 1);
  import_commit (office, uid);
  kasmuri = resident_by_nik (office, "3522280101700009");
  made = g_strdup (kasmuri->uid);
  later = pamong_store_get (store_of (office), PAMONG_KIND_RESIDENT, budi->uid, NULL);
  pamong_record_set_text (later, PAMONG_RESIDENT_ETHNICITY, "SUNDA");
  g_assert_true (pamong_office_correct_resident (office, later, &findings, &error));
  import_undo (office, uid);
  now = pamong_store_get (store_of (office), PAMONG_KIND_RESIDENT, budi->uid, NULL);
  g_assert_false (pamong_record_is_set (now, PAMONG_RESIDENT_PHONE));
  g_assert_cmpstr (pamong_record_text (now, PAMONG_RESIDENT_ETHNICITY), ==, "SUNDA");
  g_assert_cmpint (pamong_store_status (store_of (office), budi->uid), ==, PAMONG_STATUS_ALIVE);
  g_assert_cmpint (pamong_store_status (store_of (office), made), ==, PAMONG_STATUS_VOID);
  g_assert_false (pamong_import_undo (office, uid, NULL, NULL, NULL));
  pamong_record_set_text (fixture_member (fresh, 0), PAMONG_RESIDENT_NAME, "KASMURI HADI");
  again = import_whole (office, fresh);
  assert_figures (office, again, 1, 0, 0, 0, 0, 1);
  import_commit (office, again);
  back = resident_by_nik (office, "3522280101700009");
  g_assert_cmpstr (back->uid, ==, made);
  g_assert_cmpstr (pamong_record_text (back, PAMONG_RESIDENT_NAME), ==, "KASMURI HADI");
  g_assert_cmpint (pamong_store_status (store_of (office), made), ==, PAMONG_STATUS_ALIVE);
  fixture_close (office);
}

static gboolean
stop_cb (guint done, guint total, gpointer data)
{
  return FALSE;
}

/* Hundreds of families go in as acts of at most 500 changes, or not at all. */
static void
test_acts (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongRecord) twelfth = NULL;
  g_autofree char *uid = NULL;
  gint64 before = fixture_changes (office);

  import_begin (office);
  for (int i = 0; i < 700; i++)
    {
      g_autofree char *kk = g_strdup_printf ("352228010120%04d", i + 1), *nik = g_strdup_printf ("352228010170%04d", i + 1), *name = g_strdup_printf ("WARGA %c%c", 'A' + i / 26 % 26, 'A' + i % 26);
      g_autoptr (PamongFamilyCard) card = fixture_single (kk, nik, name);

      import_card (card);
    }
  uid = import_read (office);
  g_assert_false (pamong_import_commit (office, uid, stop_cb, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (fixture_changes (office), ==, before);
  import_commit (office, uid);
  g_assert_cmpint (fixture_changes (office), ==, before + 700 * 4 + 2); /* the batch and one area */
  import_undo (office, uid);
  twelfth = resident_by_nik (office, "3522280101700012");
  g_assert_cmpint (pamong_store_status (store_of (office), twelfth->uid), ==, PAMONG_STATUS_VOID);
  fixture_close (office); /* checks that whole acts stand without gaps */
}

/* The file of another village is told: by its rows for certain, by its numbers as a whisper. */
static void
test_village (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (PamongFamilyCard) card = fixture_card ();
  PamongIntakeRow row = { .sheet = "Data", .row = 2, .area = "35.22.28.2002", .resident = fixture_member (card, 0), .family = card->family };
  g_autofree char *uid = NULL, *whisper = NULL;
  g_autoptr (GError) error = NULL;

  import_begin (office);
  import_row (&row);
  uid = import_read (office);
  assert_figures (office, uid, 0, 0, 0, 0, 1, 0);
  g_assert_true (import_says (office, uid, 1, "import-village"));
  assert_commit_refused (office, uid, PAMONG_ERROR_INVALID);
  g_assert_true (pamong_import_drop (office, uid, NULL));
  g_assert_null (pamong_import_get (store_of (office), uid, NULL));
  import_begin (office);
  for (int i = 0; i < 12; i++)
    {
      g_autofree char *kk = g_strdup_printf ("352201010120%04d", i + 1), *nik = g_strdup_printf ("352201010170%04d", i + 1), *name = g_strdup_printf ("WARGA %c", 'A' + i);
      g_autoptr (PamongFamilyCard) single = fixture_single (kk, nik, name);

      import_card (single);
    }
  whisper = import_read (office);
  assert_figures (office, whisper, 12, 0, 0, 0, 0, 12);
  g_assert_true (import_says (office, whisper, 0, "import-district"));
  fixture_close (office);
}

/* An account for RT 003 brings in what is of RT 003, also into an import that somebody else has looked at; who may bring in the rest is named. It takes nothing back. */
static void
test_limited (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (PamongFamilyCard) here = fixture_card (), there = fixture_single ("3522280101200002", "3522280101700009", "KASMURI"), moved = fixture_single ("3522280101200003", "3522280101750011", "KASDI");
  g_autoptr (PamongRecord) account = pamong_record_new (PAMONG_KIND_ACCOUNT, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *uid = NULL, *away = NULL;

  pamong_record_set_text (moved->family, PAMONG_FAMILY_RT, "004");
  g_assert_true (pamong_office_register_family (office, moved, NULL, &error));
  pamong_record_set_text (moved->family, PAMONG_FAMILY_RT, "003"); /* the file says that the house stands here */
  pamong_record_set_text (fixture_member (moved, 0), PAMONG_RESIDENT_PHONE, "081234567890");
  pamong_record_set_text (there->family, PAMONG_FAMILY_RT, "004");
  import_begin (office);
  import_card (here);
  import_card (there);
  import_card (moved);
  uid = import_read (office);
  assert_figures (office, uid, 4, 1, 0, 0, 0, 2); /* the telephone number; the RT is a difference */
  pamong_record_set_text (account, PAMONG_ACCOUNT_NAME, "Bu Kader");
  pamong_record_set_int (account, PAMONG_ACCOUNT_DUTY, PAMONG_DUTY_OPERATOR);
  pamong_record_set_text (account, PAMONG_ACCOUNT_RT, "003");
  g_assert_true (pamong_office_add_account_as (office, account, "sandi bu kader", NULL, &error));
  g_assert_true (pamong_office_sign_in (office, "Bu Kader", "sandi bu kader", &error));
  import_commit (office, uid);
  assert_figures (office, uid, 3, 0, 0, 0, 2, 1);
  g_assert_true (import_says (office, uid, 4, "import-limit"));
  g_assert_true (import_says (office, uid, 5, "import-limit"));
  g_assert_true (import_says (office, uid, 0, "import-limit"));
  assert_nobody (office, "3522280101700009");
  g_assert_cmpint (pamong_store_status (store_of (office), fixture_member (moved, 0)->uid), ==, PAMONG_STATUS_ALIVE);
  g_assert_false (pamong_import_undo (office, uid, NULL, NULL, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_DENIED);
  g_assert_nonnull (strstr (error->message, "Siti Operator"));
  g_clear_error (&error);
  g_assert_true (pamong_office_sign_in (office, "Siti Operator", FIXTURE_PASSWORD, &error));
  away = import_whole (office, there);
  assert_figures (office, away, 1, 0, 0, 0, 0, 1);
  import_undo (office, uid);
  fixture_close (office);
}

/* Who was made of a row is found when it went in; rows of what is over go, those of what was only looked at stay. */
static void
test_tidy (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (PamongFamilyCard) card = fixture_card (), other = fixture_single ("3522280101200002", NULL, "KASMURI"), last = fixture_single ("3522280101200003", "3522280101710009", "KASMIN"),
                               next = fixture_single ("3522280101200004", "3522280101720009", "KASDI");
  g_autoptr (PamongRecord) head = NULL;
  g_autoptr (PamongImport) done = NULL, open = NULL;
  g_autoptr (GPtrArray) rows = NULL, left = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *uid = NULL, *made = NULL, *numberless = NULL, *looked_at = NULL, *before = NULL;

  import_begin (office);
  import_card (card);
  import_card (other);
  uid = import_read (office);
  before = pamong_import_row_person (store_of (office), uid, 1);
  g_assert_null (before);
  import_commit (office, uid);
  head = resident_by_nik (office, "3522281208800001");
  made = pamong_import_row_person (store_of (office), uid, 1);
  g_assert_cmpstr (made, ==, head->uid);
  numberless = pamong_import_row_person (store_of (office), uid, 4);
  g_assert_nonnull (numberless);
  looked_at = import_whole (office, last);
  g_free (uid);
  uid = import_whole (office, next);
  import_commit (office, uid);
  g_assert_true (pamong_imports_tidy (office, &error));
  done = import_get (office, uid);
  open = import_get (office, looked_at);
  g_assert_false (done->has_rows);
  g_assert_true (open->has_rows);
  rows = pamong_import_rows (store_of (office), uid, 0, 0, 10, NULL);
  g_assert_cmpuint (rows->len, ==, 0);
  left = pamong_import_rows (store_of (office), looked_at, 0, 0, 10, NULL);
  g_assert_cmpuint (left->len, ==, 1);
  import_undo (office, uid); /* does not need them */
  import_commit (office, looked_at);
  fixture_close (office);
}

/* What the village does meanwhile is seen before anything goes in. */
static void
test_meanwhile (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (PamongFamilyCard) read = fixture_card (), typed = NULL;
  g_autofree char *uid = import_whole (office, read);
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;

  assert_figures (office, uid, 3, 0, 0, 0, 0, 1);
  typed = fixture_register (office);
  assert_commit_refused (office, uid, PAMONG_ERROR_INVALID);
  assert_figures (office, uid, 0, 0, 0, 3, 0, 0);
  g_clear_error (&error);
  g_assert_true (pamong_office_remove_resident (office, fixture_member (typed, 2)->uid, "salah catat", FIXTURE_TODAY, &findings, &error));
  g_assert_true (pamong_import_compare (office, uid, NULL, NULL, &error));
  g_assert_true (import_says (office, uid, 3, "import-removed"));
  fixture_close (office);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/imports/new", test_new);
  g_test_add_func ("/imports/differences", test_differences);
  g_test_add_func ("/imports/matching", test_matching);
  g_test_add_func ("/imports/repeats", test_repeats);
  g_test_add_func ("/imports/heads", test_heads);
  g_test_add_func ("/imports/head-refused", test_head_refused);
  g_test_add_func ("/imports/head-died", test_head_died);
  g_test_add_func ("/imports/rules", test_rules);
  g_test_add_func ("/imports/undo", test_undo);
  g_test_add_func ("/imports/acts", test_acts);
  g_test_add_func ("/imports/village", test_village);
  g_test_add_func ("/imports/tidy", test_tidy);
  g_test_add_func ("/imports/limited", test_limited);
  g_test_add_func ("/imports/meanwhile", test_meanwhile);
  return g_test_run ();
}
