/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "letters_desk.h"

#include <string.h>

#include "domain/codes.h"
#include "domain/numbering.h"
#include "office/letter_verify.h"
#include "office/registers.h"
#include "store/letters.h"
#include "store/store_db.h"
#include "wire/letter_code.h"

/* Numbers without a gap and never twice, letters that stay what they were, and who may not sign. */

typedef struct {
  PamongOffice *office;
  PamongStore *store;
  PamongFamilyCard *card;
} Desk;

static void
open_desk (Desk *desk)
{
  desk->office = fixture_office ();
  desk->store = pamong_office_store (desk->office);
  desk->card = desk_prepare (desk->office);
}

static void
close_desk (Desk *desk)
{
  pamong_family_card_free (desk->card);
  fixture_close (desk->office);
}

static const char *
head_uid (const Desk *desk)
{
  return fixture_member (desk->card, 0)->uid;
}

static void
expect_number (const PamongRecord *letter, const char *text)
{
  g_assert_cmpstr (pamong_record_text (letter, PAMONG_LETTER_NUMBER_TEXT), ==, text);
}

static gint64
count (PamongStore *store, const char *sql)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (pamong_store_db (store), sql, NULL);

  g_assert_cmpint (pamong_stmt_step (stmt, NULL), ==, PAMONG_STEP_ROW);
  return pamong_stmt_int (stmt, 0);
}

static void
test_issue (void)
{
  Desk desk;
  g_autoptr (PamongRecord) first = NULL, second = NULL, stored = NULL;
  g_autoptr (GBytes) file = NULL;
  g_autoptr (PamongLetterFacts) facts = NULL;
  g_autofree char *code = NULL;

  open_desk (&desk);
  first = desk_issue (desk.office, head_uid (&desk));
  second = desk_issue (desk.office, head_uid (&desk));
  expect_number (first, "400.10.4.4/001/2026");
  expect_number (second, "400.10.4.4/002/2026");
  stored = pamong_store_get (desk.store, PAMONG_KIND_LETTER, first->uid, NULL);
  g_assert_cmpstr (pamong_record_text (stored, PAMONG_LETTER_SUBJECT_NAME), ==, "SUTRISNO HADI");
  g_assert_cmpstr (pamong_record_text (stored, PAMONG_LETTER_SIGNER_NAME), ==, "SUDARTO");
  g_assert_cmpstr (pamong_record_text (stored, PAMONG_LETTER_PURPOSE), ==, "SKTM untuk beasiswa");
  g_assert_cmpint (pamong_record_int (stored, PAMONG_LETTER_STATE), ==, PAMONG_LETTER_UNSIGNED);
  file = pamong_letter_file (desk.store, first->uid, NULL);
  code = pamong_letter_code_of (first);
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (file, NULL), (gssize) g_bytes_get_size (file), code));
  g_assert_null (strstr (code, "3522281208800001"));
  g_assert_null (strstr (code, "SUTRISNO"));
  facts = pamong_letter_frozen (first, NULL);
  g_assert_cmpstr (pamong_letter_facts_get (facts, "subject.nik"), ==, "3522281208800001");
  g_assert_cmpstr (pamong_letter_facts_get (facts, "subject.sex"), ==, "Laki-laki");
  g_assert_cmpuint (pamong_letter_facts_n_rows (facts, "family"), ==, 3);
  g_assert_cmpstr (pamong_letter_facts_cell (facts, "signer", 0, "line"), !=, "");
  close_desk (&desk);
}

/* A void letter keeps its number; the next one does not fill the hole. */
static void
test_void (void)
{
  Desk desk;
  g_autoptr (PamongRecord) first = NULL, second = NULL, stored = NULL;
  g_autoptr (GError) error = NULL;

  open_desk (&desk);
  first = desk_issue (desk.office, head_uid (&desk));
  g_assert_false (pamong_office_void_letter (desk.office, first->uid, " ", &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (pamong_office_void_letter (desk.office, first->uid, "salah orang", &error));
  g_assert_no_error (error);
  second = desk_issue (desk.office, head_uid (&desk));
  expect_number (second, "400.10.4.4/002/2026");
  stored = pamong_store_get (desk.store, PAMONG_KIND_LETTER, first->uid, NULL);
  expect_number (stored, "400.10.4.4/001/2026");
  g_assert_cmpstr (pamong_record_text (stored, PAMONG_LETTER_VOID_ON), ==, FIXTURE_TODAY);
  g_assert_false (pamong_office_set_letter_state (desk.office, first->uid, PAMONG_LETTER_READY, NULL, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
  close_desk (&desk);
}

static void
test_states (void)
{
  Desk desk;
  g_autoptr (PamongRecord) letter = NULL, stored = NULL;
  g_autoptr (GError) error = NULL;
  PamongLetterQuery waiting = { .waiting = TRUE };
  guint total;

  open_desk (&desk);
  letter = desk_issue (desk.office, head_uid (&desk));
  g_assert_true (pamong_office_set_letter_state (desk.office, letter->uid, PAMONG_LETTER_TAKEN, NULL, &error));
  stored = pamong_store_get (desk.store, PAMONG_KIND_LETTER, letter->uid, NULL);
  g_assert_cmpstr (pamong_record_text (stored, PAMONG_LETTER_TAKEN_BY), ==, "SUTRISNO HADI");
  g_assert_cmpstr (pamong_record_text (stored, PAMONG_LETTER_TAKEN_ON), ==, FIXTURE_TODAY);
  g_ptr_array_unref (pamong_letters_list (desk.store, &waiting, &total, NULL));
  g_assert_cmpuint (total, ==, 0);
  g_assert_true (pamong_office_set_letter_state (desk.office, letter->uid, PAMONG_LETTER_READY, NULL, &error));
  g_clear_pointer (&stored, pamong_record_free);
  stored = pamong_store_get (desk.store, PAMONG_KIND_LETTER, letter->uid, NULL);
  g_assert_false (pamong_record_is_set (stored, PAMONG_LETTER_TAKEN_BY));
  g_ptr_array_unref (pamong_letters_list (desk.store, &waiting, &total, NULL));
  g_assert_cmpuint (total, ==, 1);
  close_desk (&desk);
}

/* What was issued stays, whatever becomes of the resident afterwards. */
static void
test_frozen (void)
{
  Desk desk;
  g_autoptr (PamongRecord) letter = NULL, resident = NULL, stored = NULL;
  g_autoptr (PamongLetterFacts) facts = NULL;
  g_autoptr (GError) error = NULL;

  open_desk (&desk);
  letter = desk_issue (desk.office, head_uid (&desk));
  resident = pamong_store_get (desk.store, PAMONG_KIND_RESIDENT, head_uid (&desk), NULL);
  pamong_record_set_text (resident, PAMONG_RESIDENT_NAME, "SUTRISNO HADI WIJAYA");
  g_assert_true (pamong_office_correct_resident (desk.office, resident, NULL, &error));
  g_assert_no_error (error);
  stored = pamong_store_get (desk.store, PAMONG_KIND_LETTER, letter->uid, NULL);
  facts = pamong_letter_frozen (stored, NULL);
  g_assert_cmpstr (pamong_letter_facts_get (facts, "subject.name"), ==, "SUTRISNO HADI");
  close_desk (&desk);
}

static GBytes *
fail_to_draw (const PamongLetterType *type, PamongLetterFacts *facts, const char *code, const char *words, gpointer data, GError **error)
{
  g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_FULL, "no room");
  return NULL;
}

/* No number without a letter: what cannot be drawn has not been. */
static void
test_undrawn (void)
{
  Desk desk;
  static const PamongLetterDrawer failing = { fail_to_draw, NULL, NULL };
  g_autoptr (PamongLetterCase) letter = NULL;
  g_autoptr (PamongRecord) next = NULL;
  g_autoptr (GError) error = NULL;
  gint64 changes;

  open_desk (&desk);
  letter = desk_case (head_uid (&desk));
  changes = fixture_changes (desk.office);
  g_assert_null (pamong_office_issue_letter (desk.office, letter, &failing, PAMONG_ISSUE_NONE, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_FULL);
  g_assert_cmpint (fixture_changes (desk.office), ==, changes);
  g_assert_cmpint (count (desk.store, "SELECT count(*) FROM letter_number"), ==, 0);
  next = desk_issue (desk.office, head_uid (&desk));
  expect_number (next, "400.10.4.4/001/2026");
  close_desk (&desk);
}

/* The disk is full in the middle of issuing: SQLite is given no more pages. */
static void
test_full (void)
{
  Desk desk;
  g_autoptr (PamongLetterCase) letter = NULL;
  g_autoptr (PamongRecord) next = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  open_desk (&desk);
  letter = desk_case (head_uid (&desk));
  g_ptr_array_unref (pamong_letters_list (desk.store, &(PamongLetterQuery) { 0 }, &n, NULL));
  {
    g_autoptr (PamongStmt) stmt = pamong_db_prepare (pamong_store_db (desk.store), "PRAGMA max_page_count = 1", NULL);

    g_assert_cmpint (pamong_stmt_step (stmt, NULL), ==, PAMONG_STEP_ROW);
  }
  for (guint i = 0; i < 200 && error == NULL; i++)
    {
      g_autoptr (PamongRecord) issued = pamong_office_issue_letter (desk.office, letter, desk_drawer (), PAMONG_ISSUE_NONE, &error);

      n += issued != NULL;
    }
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_FULL);
  {
    g_autoptr (PamongStmt) stmt = pamong_db_prepare (pamong_store_db (desk.store), "PRAGMA max_page_count = 1000000", NULL);

    g_assert_cmpint (pamong_stmt_step (stmt, NULL), ==, PAMONG_STEP_ROW);
  }
  g_assert_cmpint (count (desk.store, "SELECT count(*) FROM letter"), ==, n);
  g_assert_cmpint (count (desk.store, "SELECT count(*) FROM letter_file"), ==, n);
  g_assert_cmpint (count (desk.store, "SELECT count(*) FROM letter_number"), ==, n);
  next = desk_issue (desk.office, head_uid (&desk));
  g_assert_cmpint (pamong_record_int (next, PAMONG_LETTER_NUMBER), ==, n + 1);
  close_desk (&desk);
}

/* The database itself gives no number twice and takes none back. */
static void
test_database (void)
{
  Desk desk;
  g_autoptr (PamongRecord) letter = NULL, twin = NULL;
  g_autoptr (GError) error = NULL;
  PamongWrite *write;

  open_desk (&desk);
  letter = desk_issue (desk.office, head_uid (&desk));
  twin = pamong_record_copy (letter);
  twin->uid[0] = twin->uid[0] == 'x' ? 'y' : 'x';
  write = pamong_write_begin (desk.store, "AAAAAAAAAAAAAAAAAAAAAA", "letter.issue", NULL, &error);
  g_assert_false (pamong_write_put (write, twin, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_CONFLICT);
  pamong_write_rollback (write);
  g_clear_error (&error);
  pamong_record_set_int (letter, PAMONG_LETTER_NUMBER, 7);
  write = pamong_write_begin (desk.store, "AAAAAAAAAAAAAAAAAAAAAA", "letter.issue", NULL, &error);
  g_assert_false (pamong_write_put (write, letter, &error));
  g_assert_nonnull (error);
  pamong_write_rollback (write);
  close_desk (&desk);
}

/* "Nomor berikut: 215": the series goes on from the paper register. */
static void
test_mid_year (void)
{
  Desk desk;
  g_autoptr (PamongRecord) first = NULL, second = NULL;
  g_autoptr (GError) error = NULL;

  open_desk (&desk);
  g_assert_true (pamong_office_go_on_from (desk.office, PAMONG_SERIES_ALL, 2026, 215, &error));
  g_assert_no_error (error);
  first = desk_issue (desk.office, head_uid (&desk));
  second = desk_issue (desk.office, head_uid (&desk));
  expect_number (first, "400.10.4.4/215/2026");
  expect_number (second, "400.10.4.4/216/2026");
  g_assert_false (pamong_office_go_on_from (desk.office, PAMONG_SERIES_ALL, 2026, 216, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_CONFLICT);
  close_desk (&desk);
}

/* A clock that was in 2027 once and jumps back: 2026 is not gone on with silently, nor is 2027 begun anew. */
static void
test_clock (void)
{
  Desk desk;
  g_autoptr (PamongRecord) first = NULL, later = NULL, back = NULL, again = NULL;
  g_autoptr (PamongLetterCase) letter = NULL;
  g_autoptr (GError) error = NULL;

  open_desk (&desk);
  letter = desk_case (head_uid (&desk));
  first = desk_issue (desk.office, head_uid (&desk));
  desk_today ("2027-01-04");
  later = desk_issue (desk.office, head_uid (&desk));
  expect_number (later, "400.10.4.4/001/2027");
  desk_today ("2026-12-31");
  back = pamong_office_issue_letter (desk.office, letter, desk_drawer (), PAMONG_ISSUE_NONE, &error);
  g_assert_null (back);
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "2027"));
  g_clear_error (&error);
  back = pamong_office_issue_letter (desk.office, letter, desk_drawer (), PAMONG_ISSUE_CLOSED_YEAR, &error);
  g_assert_no_error (error);
  expect_number (back, "400.10.4.4/002/2026");
  g_assert_true (pamong_office_void_letter (desk.office, later->uid, "tanggal komputer salah", &error));
  g_clear_pointer (&back, pamong_record_free);
  back = desk_issue (desk.office, head_uid (&desk)); /* a wrong clock is mended by making its letters void */
  expect_number (back, "400.10.4.4/003/2026");
  desk_today ("2027-01-05");
  again = desk_issue (desk.office, head_uid (&desk));
  expect_number (again, "400.10.4.4/002/2027");
  close_desk (&desk);
}

static void
expect_signer (Desk *desk, const char *signer, const char *date, PamongError code)
{
  g_autoptr (PamongLetterCase) letter = desk_case (head_uid (desk));
  g_autoptr (PamongRecord) issued = NULL;
  g_autoptr (GError) error = NULL;

  letter->signer = g_strdup (signer);
  letter->date = g_strdup (date);
  issued = pamong_office_issue_letter (desk->office, letter, desk_drawer (), PAMONG_ISSUE_NONE, &error);
  g_assert_null (issued);
  g_assert_error (error, PAMONG_ERROR, (int) code);
}

/* Nobody in office; one whose time is over; one whose post may not sign this letter. */
static void
test_signers (void)
{
  Desk desk = { fixture_office (), NULL, NULL };
  g_autoptr (PamongRecord) former = NULL, witness = NULL, issued = NULL, head = NULL;
  g_autoptr (PamongLetterCase) letter = NULL;
  g_autoptr (GError) error = NULL;

  desk.store = pamong_office_store (desk.office);
  desk.card = fixture_register (desk.office);
  expect_signer (&desk, NULL, NULL, PAMONG_ERROR_INVALID);
  former = desk_official (desk.office, 1, 1, "SUMARNO", "2013-08-01", "2019-07-31");
  expect_signer (&desk, NULL, NULL, PAMONG_ERROR_INVALID);
  expect_signer (&desk, former->uid, NULL, PAMONG_ERROR_INVALID);
  head = desk_official (desk.office, 1, 2, "SRI WAHYUNI", "2026-02-01", NULL);
  witness = desk_official (desk.office, 11, 1, "STAF SAJA", "2020-01-01", NULL);
  expect_signer (&desk, witness->uid, NULL, PAMONG_ERROR_INVALID);
  expect_signer (&desk, head->uid, "2026-01-15", PAMONG_ERROR_INVALID);
  letter = desk_case (head_uid (&desk));
  issued = pamong_office_issue_letter (desk.office, letter, desk_drawer (), PAMONG_ISSUE_NONE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (pamong_record_int (issued, PAMONG_LETTER_NUMBER), ==, 1);
  g_assert_cmpstr (pamong_record_text (issued, PAMONG_LETTER_SIGNER_TITLE), ==, "Pj. Kepala Desa");
  close_desk (&desk);
}

static void
expect_lines (Desk *desk, const char *signer, const char *const *lines)
{
  g_autoptr (PamongLetterCase) letter = desk_case (head_uid (desk));
  g_autoptr (PamongLetterType) type = pamong_letter_type_here (desk->store, NULL, "sktm");
  g_autoptr (PamongLetterFacts) facts = NULL;

  letter->signer = g_strdup (signer);
  facts = pamong_letter_facts_of (desk->store, type, letter, NULL);
  for (guint i = 0; lines[i] != NULL; i++)
    g_assert_cmpstr (pamong_letter_facts_cell (facts, "signer", i, "line"), ==, lines[i]);
  g_assert_cmpuint (pamong_letter_facts_n_rows (facts, "signer"), ==, g_strv_length ((char **) lines));
}

static void
test_forms (void)
{
  Desk desk;
  const PamongRegion *village = pamong_regions_find (FIXTURE_AREA);
  g_autofree char *name = g_utf8_strup (village->name, -1), *head = g_strconcat ("KEPALA DESA ", name, NULL), *for_head = g_strconcat ("a.n. KEPALA DESA ", name, NULL);
  g_autofree char *daily = g_strconcat ("Plh. KEPALA DESA ", name, NULL);
  g_autoptr (PamongRecord) secretary = NULL, stand_in = NULL;

  open_desk (&desk);
  secretary = desk_official (desk.office, 2, 1, "SITI RAHAYU", "2020-01-01", NULL);
  expect_lines (&desk, NULL, (const char *const[]) { head, NULL });
  expect_lines (&desk, secretary->uid, (const char *const[]) { for_head, "SEKRETARIS DESA", NULL });
  stand_in = desk_official (desk.office, 1, 4, "SITI RAHAYU", "2026-03-01", "2026-03-31");
  expect_lines (&desk, stand_in->uid, (const char *const[]) { daily, NULL });
  expect_lines (&desk, secretary->uid, (const char *const[]) { for_head, "SEKRETARIS DESA", NULL });
  close_desk (&desk);
}

static const PamongLetterNotice *
find_notice (GPtrArray *notices, const char *id)
{
  for (guint i = 0; i < notices->len; i++)
    if (g_str_equal (((PamongLetterNotice *) notices->pdata[i])->id, id))
      return notices->pdata[i];
  return NULL;
}

/* Said before: the earlier letter of the family, no NIK, what is missing. */
static void
test_notices (void)
{
  Desk desk;
  g_autoptr (PamongRecord) letter = NULL;
  g_autoptr (PamongLetterCase) other = NULL, empty = pamong_letter_case_new ("sktm");
  g_autoptr (PamongLetterType) type = NULL;
  g_autoptr (GPtrArray) notices = NULL, of_empty = NULL;
  const PamongLetterNotice *earlier;

  open_desk (&desk);
  type = pamong_letter_type_here (desk.store, NULL, "sktm");
  letter = desk_issue (desk.office, head_uid (&desk));
  other = desk_case (fixture_member (desk.card, 1)->uid);
  pamong_letter_case_answer (other, "keperluan", NULL);
  notices = pamong_letter_notices (desk.store, type, other, NULL);
  earlier = find_notice (notices, "earlier");
  g_assert_nonnull (earlier);
  g_assert_nonnull (strstr (earlier->words, "SKTM"));
  g_assert_nonnull (strstr (earlier->words, "No. 400.10.4.4/001/2026, 10-03-2026"));
  g_assert_true (find_notice (notices, "missing")->stops);
  g_assert_true (((PamongLetterNotice *) notices->pdata[0])->stops);
  of_empty = pamong_letter_notices (desk.store, type, empty, NULL);
  g_assert_nonnull (find_notice (of_empty, "missing"));
  close_desk (&desk);
}

/* Several of one visit: all or none, numbers in a row; the same again in one step. */
static void
test_several (void)
{
  Desk desk;
  g_autoptr (GPtrArray) cases = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_letter_case_free), records = NULL;
  g_autoptr (PamongLetterCase) again = NULL;
  g_autoptr (GError) error = NULL;

  open_desk (&desk);
  for (guint i = 0; i < 3; i++)
    g_ptr_array_add (cases, desk_case (fixture_member (desk.card, i)->uid));
  pamong_letter_case_answer (cases->pdata[2], "keperluan", NULL);
  g_assert_null (pamong_office_issue_letters (desk.office, cases, desk_drawer (), PAMONG_ISSUE_NONE, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_cmpint (count (desk.store, "SELECT count(*) FROM letter"), ==, 0);
  pamong_letter_case_answer (cases->pdata[2], "keperluan", "beasiswa");
  records = pamong_office_issue_letters (desk.office, cases, desk_drawer (), PAMONG_ISSUE_NONE, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (pamong_record_int (records->pdata[i], PAMONG_LETTER_NUMBER), ==, i + 1);
  g_assert_cmpint (count (desk.store, "SELECT count (DISTINCT tx) FROM change WHERE kind = 'letter'"), ==, 3);
  again = pamong_letter_case_again (desk.store, ((PamongRecord *) records->pdata[1])->uid, &error);
  g_assert_cmpstr (pamong_letter_case_person (again, "subject")->uid, ==, fixture_member (desk.card, 1)->uid);
  g_assert_cmpstr (pamong_letter_case_get (again, "keperluan"), ==, "beasiswa");
  close_desk (&desk);
}

static void
test_drafts (void)
{
  Desk desk;
  g_autoptr (PamongLetterCase) letter = NULL;
  g_autoptr (GPtrArray) drafts = NULL, none = NULL;
  g_autofree char *key = NULL;
  g_autoptr (GError) error = NULL;
  PamongRecord *outsider = pamong_record_new (PAMONG_KIND_RESIDENT, NULL);

  open_desk (&desk);
  letter = desk_case (head_uid (&desk));
  letter->name = g_strdup ("Bu Sri, ibunya Budi");
  pamong_record_set_text (outsider, PAMONG_RESIDENT_NAME, "ORANG \"LUAR\" <b>");
  pamong_letter_case_add_outsider (letter, "beneficiary", outsider);
  g_assert_true (pamong_office_keep_letter_draft (desk.office, &key, letter, &error));
  drafts = pamong_letter_drafts (desk.store);
  g_assert_cmpuint (drafts->len, ==, 1);
  {
    const PamongLetterDraft *draft = drafts->pdata[0];

    g_assert_cmpstr (draft->name, ==, "Bu Sri, ibunya Budi");
    g_assert_cmpstr (pamong_letter_case_get (draft->letter, "keperluan"), ==, "beasiswa");
    g_assert_cmpstr (pamong_record_text (pamong_letter_case_person (draft->letter, "beneficiary")->outsider, PAMONG_RESIDENT_NAME), ==, "ORANG \"LUAR\" <b>");
  }
  g_assert_true (pamong_office_keep_letter_draft (desk.office, &key, NULL, &error));
  none = pamong_letter_drafts (desk.store);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpint (fixture_changes (desk.office), ==, count (desk.store, "SELECT count(*) FROM change WHERE kind <> 'letter'"));
  close_desk (&desk);
}

/* A village's own words; one that was broken on another computer leaves the built-in ones in use. */
static void
test_own_type (void)
{
  Desk desk;
  const PamongLetterType *built_in = pamong_letter_types_find ("sktm");
  g_autofree char *body = g_strconcat (built_in->body, "\nTambahan desa.\n", NULL);
  g_autoptr (PamongLetterType) own = NULL, back = NULL;
  g_autoptr (GError) error = NULL;

  open_desk (&desk);
  g_assert_false (pamong_office_save_letter_type (desk.office, "sktm", "[letter", NULL, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (pamong_office_save_letter_type (desk.office, "sktm", NULL, body, &error));
  g_assert_no_error (error);
  own = pamong_letter_type_here (desk.store, NULL, "sktm");
  g_assert_nonnull (strstr (own->body, "Tambahan desa."));
  g_assert_true (pamong_letter_type_is_own (desk.store, "sktm"));
  g_assert_true (pamong_office_save_letter_type (desk.office, "sktm", NULL, NULL, &error));
  back = pamong_letter_type_here (desk.store, NULL, "sktm");
  g_assert_cmpstr (back->body, ==, built_in->body);
  g_assert_false (pamong_letter_type_is_own (desk.store, "sktm"));
  close_desk (&desk);
}

static void
test_consent (void)
{
  Desk desk;
  g_autoptr (PamongRecord) numbering = NULL, proposed = NULL, issued = NULL;
  g_autoptr (PamongLetterCase) letter = NULL;
  g_autofree char *secretary = NULL, *head = NULL, *code = NULL, *second_code = NULL;
  g_autoptr (GError) error = NULL;

  open_desk (&desk);
  numbering = pamong_numbering (desk.store, NULL);
  pamong_record_set_text (numbering, PAMONG_NUMBERING_CONSENTS, "usaha sktm");
  g_assert_true (pamong_office_save_numbering (desk.office, NULL, numbering, &error));
  g_assert_true (pamong_office_add_account (desk.office, "Bu Sekdes", PAMONG_DUTY_SECRETARY, FIXTURE_PASSWORD, &secretary, &code, &error));
  g_assert_true (pamong_office_add_account (desk.office, "Pak Kades", PAMONG_DUTY_HEAD, FIXTURE_PASSWORD, &head, &second_code, &error));
  g_assert_no_error (error);
  letter = desk_case (head_uid (&desk));
  g_assert_null (pamong_office_issue_letter (desk.office, letter, desk_drawer (), PAMONG_ISSUE_NONE, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
  g_clear_error (&error);
  proposed = pamong_office_propose_letter (desk.office, letter, &error);
  g_assert_no_error (error);
  g_assert_false (pamong_record_is_set (proposed, PAMONG_LETTER_NUMBER));
  g_assert_false (pamong_office_consent (desk.office, proposed->uid, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_DENIED);
  g_clear_error (&error);
  g_assert_true (pamong_office_sign_in (desk.office, secretary, FIXTURE_PASSWORD, &error));
  g_assert_true (pamong_office_consent (desk.office, proposed->uid, &error));
  g_assert_null (pamong_office_issue_proposed (desk.office, proposed->uid, desk_drawer (), PAMONG_ISSUE_NONE, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (pamong_office_sign_in (desk.office, head, FIXTURE_PASSWORD, &error));
  g_assert_true (pamong_office_consent (desk.office, proposed->uid, &error));
  issued = pamong_office_issue_proposed (desk.office, proposed->uid, desk_drawer (), PAMONG_ISSUE_NONE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (pamong_record_int (issued, PAMONG_LETTER_NUMBER), ==, 1);
  g_assert_cmpint (pamong_record_int (issued, PAMONG_LETTER_STATE), ==, PAMONG_LETTER_UNSIGNED);
  close_desk (&desk);
}

static PamongRecord *
enter (PamongOffice *office, const char *received, const char *subject)
{
  PamongRecord *incoming = pamong_record_new (PAMONG_KIND_INCOMING, FIXTURE_AREA);
  g_autoptr (GError) error = NULL;

  pamong_record_set_text (incoming, PAMONG_INCOMING_RECEIVED, received);
  pamong_record_set_text (incoming, PAMONG_INCOMING_SENDER, "Camat");
  pamong_record_set_text (incoming, PAMONG_INCOMING_SUBJECT, subject);
  g_assert_true (pamong_office_save_incoming (office, NULL, incoming, &error));
  g_assert_no_error (error);
  return incoming;
}

static void
test_incoming (void)
{
  Desk desk;
  g_autoptr (PamongRecord) first = NULL, second = NULL, changed = NULL, stored = NULL;
  g_autoptr (GError) error = NULL;

  open_desk (&desk);
  first = enter (desk.office, "2026-03-09", "Undangan rapat");
  second = enter (desk.office, "2026-03-10", "Edaran");
  g_assert_cmpint (pamong_record_int (second, PAMONG_INCOMING_NUMBER), ==, 2);
  changed = pamong_record_copy (second);
  pamong_record_set_text (changed, PAMONG_INCOMING_DISPOSITION, "Sekdes");
  pamong_record_set_int (changed, PAMONG_INCOMING_NUMBER, 77);
  g_assert_true (pamong_office_save_incoming (desk.office, second, changed, &error));
  stored = pamong_store_get (desk.store, PAMONG_KIND_INCOMING, second->uid, NULL);
  g_assert_cmpint (pamong_record_int (stored, PAMONG_INCOMING_NUMBER), ==, 2);
  g_assert_cmpstr (pamong_record_text (stored, PAMONG_INCOMING_DISPOSITION), ==, "Sekdes");
  g_assert_true (pamong_office_void_incoming (desk.office, first->uid, "salah catat", &error));
  pamong_record_clear (changed, PAMONG_INCOMING_SENDER);
  g_assert_false (pamong_office_save_incoming (desk.office, second, changed, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
  close_desk (&desk);
}

static PamongFilled *
fill_book (Desk *desk, const char *name)
{
  PamongRegisterScope scope = { FIXTURE_AREA, NULL, "2026-03", FIXTURE_TODAY, NULL, NULL };
  g_autoptr (GError) error = NULL;
  PamongFilled *filled = pamong_register_fill (desk->store, pamong_registers_find (name), &scope, &error);

  g_assert_no_error (error);
  return filled;
}

/* The agenda and the expedition are filled by what was done at the counter; a void letter stands with its reason, and is not handed over. */
static void
test_books (void)
{
  Desk desk;
  g_autoptr (PamongRecord) first = NULL, second = NULL, came = NULL, april = NULL;
  g_autoptr (PamongFilled) out = NULL, in = NULL, handed = NULL;
  g_autoptr (GError) error = NULL;

  open_desk (&desk);
  first = desk_issue (desk.office, head_uid (&desk));
  second = desk_issue (desk.office, head_uid (&desk));
  came = enter (desk.office, "2026-03-09", "Undangan rapat");
  g_assert_true (pamong_office_set_letter_state (desk.office, first->uid, PAMONG_LETTER_TAKEN, "Bu Sri", &error));
  g_assert_true (pamong_office_void_letter (desk.office, second->uid, "salah orang", &error));
  desk_today ("2026-04-01");
  april = desk_issue (desk.office, head_uid (&desk));
  out = fill_book (&desk, "a7");
  g_assert_cmpuint (pamong_filled_n_entries (out), ==, 2);
  g_assert_cmpstr (pamong_filled_cell (out, 1, 1), ==, "400.10.4.4/002/2026");
  g_assert_nonnull (strstr (pamong_filled_cell (out, 1, 5), "salah orang"));
  in = fill_book (&desk, "a7-masuk");
  g_assert_cmpuint (pamong_filled_n_entries (in), ==, 1);
  g_assert_cmpstr (pamong_filled_cell (in, 0, 4), ==, "Camat");
  handed = fill_book (&desk, "a8");
  g_assert_cmpuint (pamong_filled_n_entries (handed), ==, 1);
  g_assert_cmpstr (pamong_filled_cell (handed, 0, 5), ==, "Diambil Bu Sri");
  close_desk (&desk);
}

/* Both desks believed to be the first: what comes from the other stays whole, and both are named. */
static void
test_clash (void)
{
  Desk desk;
  g_autoptr (PamongRecord) letter = NULL, other = NULL, stored = NULL, next = NULL;
  g_autoptr (GPtrArray) clash = NULL;

  open_desk (&desk);
  letter = desk_issue (desk.office, head_uid (&desk));
  other = pamong_record_copy (letter);
  other->uid[0] = other->uid[0] == 'x' ? 'y' : 'x';
  fixture_arrive (desk.office, other, "letter.issue");
  stored = pamong_store_get (desk.store, PAMONG_KIND_LETTER, other->uid, NULL);
  expect_number (stored, "400.10.4.4/001/2026");
  clash = pamong_letter_numbers_clash (desk.store, NULL);
  g_assert_cmpuint (clash->len, ==, 2);
  g_assert_cmpstr (clash->pdata[0], ==, other->uid);
  g_assert_cmpstr (clash->pdata[1], ==, letter->uid);
  next = desk_issue (desk.office, head_uid (&desk));
  g_assert_cmpint (pamong_record_int (next, PAMONG_LETTER_NUMBER), ==, 2);
  close_desk (&desk);
}

/* Data that came out of a backup may lack the last letters on paper: the next number is asked for once. */
static void
test_restored (void)
{
  Desk desk;
  g_autoptr (PamongRecord) first = NULL, next = NULL;
  g_autoptr (PamongLetterCase) letter = NULL;
  g_autoptr (GError) error = NULL;
  PamongWrite *write;

  open_desk (&desk);
  first = desk_issue (desk.office, head_uid (&desk));
  write = pamong_write_begin_plain (desk.store, &error);
  g_assert_true (pamong_write_meta (write, "restored", "1773118800", &error));
  g_assert_true (pamong_write_commit (write, NULL, NULL, &error));
  letter = desk_case (head_uid (&desk));
  g_assert_null (pamong_office_issue_letter (desk.office, letter, desk_drawer (), PAMONG_ISSUE_NONE, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_null (pamong_office_issue_letter (desk.office, letter, desk_drawer (), PAMONG_ISSUE_CLOSED_YEAR, &error)); /* no word of the operator gets round it */
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_true (pamong_office_go_on_from (desk.office, PAMONG_SERIES_ALL, 2026, 6, &error));
  next = desk_issue (desk.office, head_uid (&desk));
  expect_number (next, "400.10.4.4/006/2026");
  close_desk (&desk);
}

static void
set_scope (Desk *desk, int scope, const char *pattern, gboolean may)
{
  g_autoptr (PamongRecord) numbering = pamong_numbering (desk->store, NULL);
  g_autoptr (GError) error = NULL;

  pamong_record_set_int (numbering, PAMONG_NUMBERING_SCOPE, scope);
  pamong_record_set_text (numbering, PAMONG_NUMBERING_PATTERN, pattern);
  g_assert_true (pamong_office_save_numbering (desk->office, NULL, numbering, &error) == may);
  g_assert_true ((error == NULL) == may);
}

/* Another scope in mid-year: what stands on paper already is not given again. */
static void
test_scopes (void)
{
  Desk desk;
  g_autoptr (PamongRecord) first = NULL, second = NULL, third = NULL;
  g_autoptr (PamongLetterCase) letter = NULL;
  g_autoptr (GError) error = NULL;

  open_desk (&desk);
  letter = desk_case (head_uid (&desk));
  first = desk_issue (desk.office, head_uid (&desk));
  second = desk_issue (desk.office, head_uid (&desk));
  set_scope (&desk, PAMONG_NUMBER_BY_TYPE, "{klas}/{no}/{tahun}", FALSE);
  set_scope (&desk, PAMONG_NUMBER_BY_CLASSIFICATION, "{klas}/{no}/{tahun}", TRUE);
  g_assert_null (pamong_office_issue_letter (desk.office, letter, desk_drawer (), PAMONG_ISSUE_NONE, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_true (pamong_office_go_on_from (desk.office, "400.10.4.4", 2026, 3, &error));
  third = desk_issue (desk.office, head_uid (&desk));
  expect_number (third, "400.10.4.4/003/2026");
  set_scope (&desk, PAMONG_NUMBER_BY_TYPE, "{jenis}/{no}/{bulan_romawi}/{tahun}", TRUE);
  g_clear_pointer (&third, pamong_record_free);
  third = desk_issue (desk.office, head_uid (&desk));
  expect_number (third, "SKTM/001/III/2026");
  close_desk (&desk);
}

static void
test_opinions (void)
{
  Desk desk;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  const PamongOpinions *march;

  open_desk (&desk);
  for (int i = 0; i < 3; i++)
    g_assert_true (pamong_office_note_opinion (desk.office, "sktm", 1, &error));
  g_assert_true (pamong_office_note_opinion (desk.office, "sktm", 4, &error));
  g_assert_false (pamong_office_note_opinion (desk.office, "sktm", 5, &error));
  list = pamong_opinions_list (desk.store, NULL, "2026-03", "2026-03", NULL);
  g_assert_cmpuint (list->len, ==, 1);
  march = list->pdata[0];
  g_assert_cmpuint (march->given[1], ==, 3);
  g_assert_cmpuint (march->given[4], ==, 1);
  close_desk (&desk);
}

static void
expect_outcome (PamongStore *store, const char *code, PamongVerifyOutcome outcome)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongVerify) verify = pamong_verify_code (store, code, &error);

  g_assert_no_error (error);
  g_assert_cmpint (verify->outcome, ==, outcome);
}

static void
test_verify (void)
{
  Desk desk;
  g_autoptr (PamongRecord) letter = NULL;
  g_autofree char *code = NULL, *typed = NULL, *changed = NULL;
  g_autoptr (PamongLetterCode) parts = NULL;
  g_autoptr (GBytes) file = NULL, other = NULL;
  g_autoptr (PamongVerify) of_file = NULL, of_other = NULL;
  g_autoptr (GError) error = NULL;

  open_desk (&desk);
  letter = desk_issue (desk.office, head_uid (&desk));
  code = pamong_letter_code_of (letter);
  expect_outcome (desk.store, code, PAMONG_VERIFY_MATCHES);
  typed = g_ascii_strdown (code, -1);
  {
    g_autofree char *spaced = g_strconcat ("  ", typed, "\r\n", NULL);

    expect_outcome (desk.store, spaced, PAMONG_VERIFY_MATCHES);
  }
  parts = pamong_letter_code_parse (code, NULL);
  g_free (parts->date);
  parts->date = g_strdup ("2026-03-11");
  changed = pamong_letter_code_format (parts);
  expect_outcome (desk.store, changed, PAMONG_VERIFY_DIFFERS);
  g_free (parts->number);
  parts->number = g_strdup ("400.10.4.4/999/2026");
  g_free (changed);
  changed = pamong_letter_code_format (parts);
  expect_outcome (desk.store, changed, PAMONG_VERIFY_NOT_FOUND);
  file = pamong_letter_file (desk.store, letter->uid, NULL);
  of_file = pamong_verify_pdf (desk.store, file, &error);
  g_assert_cmpint (of_file->outcome, ==, PAMONG_VERIFY_MATCHES);
  {
    GString *tampered = g_string_new ("%PDF other words");

    g_string_append_len (tampered, "\0\0", 2);
    g_string_append (tampered, code);
    other = g_string_free_to_bytes (tampered);
  }
  of_other = pamong_verify_pdf (desk.store, other, &error);
  g_assert_cmpint (of_other->outcome, ==, PAMONG_VERIFY_DIFFERS);
  g_assert_true (pamong_office_void_letter (desk.office, letter->uid, "salah orang", &error));
  expect_outcome (desk.store, code, PAMONG_VERIFY_VOID);
  g_assert_null (pamong_verify_code (desk.store, "https://example.org", &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
  close_desk (&desk);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/letters/issue", test_issue);
  g_test_add_func ("/letters/void", test_void);
  g_test_add_func ("/letters/states", test_states);
  g_test_add_func ("/letters/frozen", test_frozen);
  g_test_add_func ("/letters/undrawn", test_undrawn);
  g_test_add_func ("/letters/full", test_full);
  g_test_add_func ("/letters/database", test_database);
  g_test_add_func ("/letters/mid-year", test_mid_year);
  g_test_add_func ("/letters/clock", test_clock);
  g_test_add_func ("/letters/signers", test_signers);
  g_test_add_func ("/letters/forms", test_forms);
  g_test_add_func ("/letters/notices", test_notices);
  g_test_add_func ("/letters/several", test_several);
  g_test_add_func ("/letters/drafts", test_drafts);
  g_test_add_func ("/letters/own-type", test_own_type);
  g_test_add_func ("/letters/consent", test_consent);
  g_test_add_func ("/letters/incoming", test_incoming);
  g_test_add_func ("/letters/scopes", test_scopes);
  g_test_add_func ("/letters/books", test_books);
  g_test_add_func ("/letters/clash", test_clash);
  g_test_add_func ("/letters/restored", test_restored);
  g_test_add_func ("/letters/opinions", test_opinions);
  g_test_add_func ("/letters/verify", test_verify);
  return g_test_run ();
}
