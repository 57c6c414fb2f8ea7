/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/language.h"
#include "app/letters/answer_text.h"
#include "app/letters/letter_job.h"
#include "app/letters/letter_print.h"
#include "app/letters/letters_page.h"
#include "app/letters/preview.h"
#include "app/style.h"
#include "office/officials.h"
#include "people.h"
#include "signed_in.h"
#include <adwaita.h>

/* The page Surat in its window: what is typed is on the page, what is issued comes out the same again, what was put aside is taken up. */

#define VILLAGE "35.22.28.2004"

typedef struct {
  char *folder, *who;
  PamongWindow *window;
  PamongLettersPage *page;
  PamongRecord *issued;
} Fixture;

static char *
make_village (char **folder)
{
  g_autoptr (GError) error = NULL;
  PamongOffice *office = people_init (PAMONG_LEVEL_VILLAGE, VILLAGE, folder);
  g_autoptr (PamongRecord) head = pamong_record_new (PAMONG_KIND_OFFICIAL, VILLAGE);
  char *dir = g_strdup (pamong_store_dir (pamong_office_store (office)));

  people_fill (office, VILLAGE, 40, 7);
  pamong_record_set_text (head, PAMONG_OFFICIAL_NAME, "SUPRIYANTO");
  pamong_record_set_int (head, PAMONG_OFFICIAL_POST, 1);
  pamong_record_set_text (head, PAMONG_OFFICIAL_SINCE, "2020-01-01");
  g_assert_true (pamong_office_save_official (office, NULL, head, &error));
  g_assert_no_error (error);
  pamong_office_close (office);
  return dir;
}

static PamongSession *
session_of (Fixture *f)
{
  return pamong_shell_session (pamong_window_shell (f->window));
}

static char *
find_grown (PamongStore *store)
{
  g_autoptr (GPtrArray) all = pamong_store_all (store, PAMONG_KIND_RESIDENT, NULL);

  for (guint i = 0; i < all->len; i++)
    {
      const PamongRecord *resident = all->pdata[i];

      if (pamong_record_is_set (resident, PAMONG_RESIDENT_NIK) && pamong_record_is_set (resident, PAMONG_RESIDENT_FAMILY_UID) && g_strcmp0 (pamong_record_text (resident, PAMONG_RESIDENT_BIRTH_DATE), "1995-01-01") < 0)
        return g_strdup (resident->uid);
    }
  g_error ("nobody is grown up");
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autofree char *dir = make_village (&f->folder);

  f->window = signed_in (dir, "Anik R.", "kata-sandi-uji", "surat");
  f->page = PAMONG_LETTERS_PAGE (pamong_shell_page (pamong_window_shell (f->window)));
  f->who = find_grown (pamong_session_store (session_of (f)));
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  signed_out (f->window);
  g_clear_pointer (&f->issued, pamong_record_free);
  g_free (f->who);
  people_drop (f->folder);
}

static void
test_answers (void)
{
  static const struct { PamongAnswerType type; const char *typed, *kept, *shown; } cases[] = {
    { PAMONG_ANSWER_DATE, "12042026", "2026-04-12", "12-04-2026" }, { PAMONG_ANSWER_DATE, "31-02-2026", NULL, NULL }, { PAMONG_ANSWER_MONEY, "Rp 1.250.000,-", "1250000", "Rp1.250.000" },
    { PAMONG_ANSWER_MONEY, "setengah juta", NULL, NULL }, { PAMONG_ANSWER_MONEY, "1.000,50", NULL, NULL }, { PAMONG_ANSWER_TIME, "830", NULL, NULL }, { PAMONG_ANSWER_TIME, "0830", "08:30", "08.30" },
    { PAMONG_ANSWER_TIME, "8.30", "08:30", "08.30" }, { PAMONG_ANSWER_TIME, "24.00", NULL, NULL }, { PAMONG_ANSWER_NUMBER, "12,5", "12,5", "12,5" }, { PAMONG_ANSWER_NUMBER, "dua", NULL, NULL },
    { PAMONG_ANSWER_TEXT, "  untuk <KUA> & \"bank\" ", "untuk <KUA> & \"bank\"", "untuk <KUA> & \"bank\"" }, { PAMONG_ANSWER_TEXT, "   ", "", "" }, { PAMONG_ANSWER_CHOICE, "ya", "Ya", "Ya" },
    { PAMONG_ANSWER_CHOICE, "mungkin", NULL, NULL }, { PAMONG_ANSWER_CODE, "islam", "1", "1 Islam" }, { PAMONG_ANSWER_CODE, "99", NULL, NULL },
  };
  char *choices[] = { (char *) "Ya", (char *) "Tidak", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PamongLetterField field = { .id = (char *) "x", .label = (char *) "X", .type = cases[i].type, .choices = choices, .list = (char *) "agama" };
      g_autoptr (GError) error = NULL;
      g_autofree char *kept = pamong_answer_read (&field, cases[i].typed, &error), *shown = kept != NULL ? pamong_answer_show (&field, kept) : NULL;

      g_assert_cmpstr (kept, ==, cases[i].kept);
      g_assert_cmpstr (shown, ==, cases[i].shown);
      g_assert_true ((kept == NULL) == (error != NULL));
    }
}

static GtkWidget *
entry_called (GtkWidget *widget, const char *type)
{
  GtkWidget *found = g_strcmp0 (G_OBJECT_TYPE_NAME (widget), type) == 0 && gtk_widget_get_mapped (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = entry_called (child, type);
  return found;
}

static void
begin (Fixture *f)
{
  g_assert_true (pamong_letters_page_begin (f->page, "sktm", f->who));
  drive_settle ();
}

static void
type_purpose (Fixture *f, const char *words)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (f->window));

  g_assert_true (GTK_IS_TEXT (focus)); /* the first question of the letter */
  gtk_editable_set_text (GTK_EDITABLE (focus), words);
  drive_settle ();
}

/* The first question has the focus; what is missing is said, and Esc leaves nothing behind when nothing was typed. */
static void
test_fill (Fixture *f, gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (f->page), *preview;
  double whole;

  begin (f);
  drive_expect (page, "Surat Keterangan Tidak Mampu");
  drive_expect (page, "diberikan saat dicetak");
  drive_expect (page, "Halaman 1 dari 1, F4");
  preview = entry_called (page, "PamongPreview");
  whole = pamong_preview_scale (PAMONG_PREVIEW (preview));
  g_assert_true (pamong_page_zoom (PAMONG_PAGE (page), 1));
  drive_settle ();
  g_assert_cmpfloat (pamong_preview_scale (PAMONG_PREVIEW (preview)), >, whole);
  pamong_page_zoom (PAMONG_PAGE (page), 0);
  drive_settle ();
  g_assert_cmpfloat_with_epsilon (pamong_preview_scale (PAMONG_PREVIEW (preview)), whole, 0.001);
  gtk_widget_activate_action (page, "letters.issue", NULL);
  drive_settle ();
  drive_expect (page, "Masih ada yang kurang");
  gtk_widget_activate_action (page, "letters.cancel", NULL);
  drive_settle ();
  drive_expect (page, "Pilih orangnya, lalu jenis suratnya.");
  g_assert_false (pamong_page_zoom (PAMONG_PAGE (page), 1));
  g_assert_false (drive_shows (page, "Disimpan dulu"));
}

static void
test_park (Fixture *f, gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (f->page);
  g_autoptr (GPtrArray) drafts = NULL;
  const PamongLetterDraft *draft;

  begin (f);
  type_purpose (f, "berobat ke Surabaya");
  gtk_widget_activate_action (page, "letters.park", NULL);
  drive_settle ();
  drive_expect (page, "Disimpan dulu");
  drafts = pamong_letter_drafts (pamong_session_store (session_of (f)));
  g_assert_cmpuint (drafts->len, ==, 1);
  draft = drafts->pdata[0];
  gtk_widget_activate_action (page, "letters.take-up", "s", draft->key);
  drive_settle ();
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (gtk_root_get_focus (GTK_ROOT (f->window)))), ==, "berobat ke Surabaya");
}

static void
issued_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *f = data;
  g_autoptr (GError) error = NULL;

  f->issued = pamong_letter_job_issue_finish (PAMONG_DESK (source), result, &error);
  g_assert_no_error (error);
}

static gboolean
is_issued (gpointer data)
{
  return ((Fixture *) data)->issued != NULL;
}

static void
issue (Fixture *f, const char *paper, const char *code)
{
  g_autoptr (PamongLetterCase) letter = pamong_letter_case_new ("sktm");

  pamong_letter_case_add (letter, "subject", f->who);
  pamong_letter_case_answer (letter, "keperluan", "keringanan biaya sekolah");
  pamong_letter_case_answer (letter, PAMONG_LOOK_PAPER, paper);
  pamong_letter_case_answer (letter, PAMONG_LOOK_CODE, code);
  g_clear_pointer (&f->issued, pamong_record_free);
  pamong_letter_job_issue_async (pamong_session_desk (session_of (f)), letter, pamong_letter_look_new (session_of (f), letter), PAMONG_ISSUE_NONE, issued_cb, f);
  drive_until (is_issued, f, "the letter");
  drive_settle ();
}

static void
check_same (Fixture *f, const char *paper)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongIssued) again = pamong_issued_new (session_of (f), f->issued->uid, &error);

  g_assert_no_error (error);
  g_assert_nonnull (again->file);
  g_assert_true (again->same);
  g_assert_cmpstr (again->paper, ==, paper);
}

static gpointer
rename_person (PamongOffice *office, gpointer uid, GError **error)
{
  g_autoptr (PamongRecord) before = pamong_store_get (pamong_office_store (office), PAMONG_KIND_RESIDENT, uid, error);
  g_autoptr (PamongRecord) after = before != NULL ? pamong_record_copy (before) : NULL;
  g_autoptr (GPtrArray) findings = NULL;

  if (after == NULL)
    return NULL;
  pamong_record_set_text (after, PAMONG_RESIDENT_NAME, "NAMA YANG LAIN");
  return GINT_TO_POINTER (pamong_office_correct_resident (office, after, &findings, error));
}

/* A reprint is the page that was issued, whatever the person is called since. */
static void
test_same_again (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  issue (f, "F4", "1");
  check_same (f, "F4");
  issue (f, "A4", "0");
  check_same (f, "A4");
  g_assert_nonnull (pamong_desk_run (pamong_session_desk (session_of (f)), rename_person, f->who, &error));
  g_assert_no_error (error);
  drive_settle ();
  check_same (f, "A4");
}

/* From the counter to the hands of the applicant, and the same once more in two keys. */
static void
test_counter (Fixture *f, gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (f->page);
  g_autoptr (PamongRecord) now = NULL;

  issue (f, "F4", "1");
  pamong_page_shown (PAMONG_PAGE (page));
  drive_settle ();
  drive_expect (page, "Di loket (1)");
  drive_expect (page, "menunggu tanda tangan");
  gtk_widget_activate_action (page, "letters.signed", "s", f->issued->uid);
  drive_settle ();
  drive_expect (page, "siap diambil");
  gtk_widget_activate_action (page, "letters.back", "s", f->issued->uid);
  drive_settle ();
  now = pamong_store_get (pamong_session_store (session_of (f)), PAMONG_KIND_LETTER, f->issued->uid, NULL);
  g_assert_cmpint (pamong_record_int (now, PAMONG_LETTER_STATE), ==, PAMONG_LETTER_UNSIGNED);
  gtk_widget_activate_action (page, "letters.again", "s", f->issued->uid);
  drive_settle ();
  drive_expect (page, "Surat Keterangan Tidak Mampu");
  drive_expect (page, "terakhir keluarga ini");
}

static void
test_archive (Fixture *f, gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (f->page);

  issue (f, "F4", "1");
  g_assert_true (pamong_page_view (PAMONG_PAGE (page), "arsip"));
  drive_settle ();
  drive_expect (page, "1 surat");
  drive_expect (page, pamong_record_text (f->issued, PAMONG_LETTER_NUMBER_TEXT));
  drive_type (drive_find (page, "archive-text"), "tidak ada yang begini");
  drive_settle ();
  drive_expect (page, "Tidak ada surat seperti itu");
}

#define TEST(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  pamong_language_init ();
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  pamong_style_load ();
  g_test_add_func ("/letters/answers", test_answers);
  TEST ("/letters/fill", test_fill);
  TEST ("/letters/park", test_park);
  TEST ("/letters/same-again", test_same_again);
  TEST ("/letters/counter", test_counter);
  TEST ("/letters/archive", test_archive);
  return g_test_run ();
}
