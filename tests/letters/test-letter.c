/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <stdio.h>
#include <string.h>

#include "domain/language.h"
#include "letters/people.h"

/* Every letter as it comes out: the PDF read back with pdftotext. With PAMONG_KEEP_PAGES=FOLDER the pages are kept there, to be looked at. */

#define MM (72.0 / 25.4)

typedef struct { double x0, y0, x1, y1; char word[64]; } Box;

static const char *keep;

static char *
run_reader (const char *path, const char *option)
{
  g_autofree char *program = g_find_program_in_path ("pdftotext");
  g_autoptr (GSubprocess) reader = NULL;
  char *text = NULL;

  if (program == NULL)
    return NULL;
  reader = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, NULL, program, option, path, "-", NULL);
  g_assert_true (g_subprocess_communicate_utf8 (reader, NULL, NULL, &text, NULL, NULL));
  return text;
}

static char *
path_of (const PamongLetterType *type, LetterPeople people)
{
  g_autofree char *name = g_strdup_printf ("%s-%d.pdf", type->key, (int) people);

  return g_build_filename (keep, name, NULL);
}

static PamongLetter *
lay_out (PamongText *text, const PamongLetterType *type, PamongLetterFacts *facts)
{
  PamongLetterPrint print = letter_people_print (type, facts);
  g_autoptr (GError) error = NULL;
  PamongLetter *letter;

  print.forms = (const char *const *) type->attachments;
  letter = pamong_letter_new (text, &print, &error);
  g_assert_no_error (error);
  return letter;
}

static void
assert_free (const PamongLetterType *type, GArray *boxes, const Box *box, double width, double height)
{
  if (box->x0 < 19 * MM || box->x1 > width - 19 * MM || box->y0 < 10 * MM || box->y1 > height - 9 * MM)
    g_error ("%s: \"%s\" stands in the margin", type->key, box->word);
  for (guint b = 0; b < boxes->len; b++)
    {
      const Box *other = &g_array_index (boxes, Box, b);
      double across = MIN (box->x1, other->x1) - MAX (box->x0, other->x0), down = MIN (box->y1, other->y1) - MAX (box->y0, other->y0);

      if (across > 1.5 && down > 0.4 * MIN (box->y1 - box->y0, other->y1 - other->y0))
        g_error ("%s: \"%s\" stands over \"%s\"", type->key, box->word, other->word);
    }
}

/* Words of the file stand beside each other, none over another, all of them within the margins. Returns: (nullable): the words of each page. */
static char **
read_pages (const char *path, const PamongLetterType *type)
{
  g_autofree char *text = run_reader (path, "-bbox");
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (Box));
  g_autoptr (GString) words = g_string_new (NULL);
  double width = 0, height = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      Box box = { 0 };

      if (sscanf (lines[i], " <page width=\"%lf\" height=\"%lf\"", &width, &height) == 2)
        g_array_set_size (boxes, 0);
      if (strstr (lines[i], "</page>") != NULL)
        g_string_append_c (words, '\f');
      if (sscanf (lines[i], " <word xMin=\"%lf\" yMin=\"%lf\" xMax=\"%lf\" yMax=\"%lf\">%63[^<]", &box.x0, &box.y0, &box.x1, &box.y1, box.word) != 5)
        continue;
      assert_free (type, boxes, &box, width, height);
      g_array_append_val (boxes, box);
      g_string_append_printf (words, "%s ", box.word);
    }
  return text != NULL ? g_strsplit (words->str, "\f", -1) : NULL;
}

static void
assert_apart (const char *path, const PamongLetterType *type)
{
  g_strfreev (read_pages (path, type));
}

static gboolean
says (const char *text, const char *words)
{
  g_auto (GStrv) each = g_strsplit (words, " ", -1);

  for (guint i = 0; each[i] != NULL; i++)
    if (strstr (text, each[i]) == NULL)
      return FALSE;
  return TRUE;
}

static guint
count (const char *text, const char *word)
{
  guint n = 0;

  for (const char *p = strstr (text, word); p != NULL; p = strstr (p + strlen (word), word))
    n++;
  return n;
}

/* Each page past the first of a letter has its head, and the one before it said how many there are. */
static void
assert_heads (char **pages, guint n)
{
  for (guint p = 1; p < n; p++)
    if (strstr (pages[p], "Halaman 2 dari") != NULL)
      g_assert_nonnull (strstr (pages[p - 1], "Halaman 1 dari"));
}

/* The officer's number, name and title stand on one page, and something is signed there. */
static void
assert_signature (char **pages, guint n, const PamongLetterType *type)
{
  gboolean signs = strstr (type->body, "pejabat") != NULL || strstr (type->body, "penanda tangan") != NULL, found = FALSE;

  for (guint p = 0; p < n; p++)
    if (strstr (pages[p], "NIP. 197001011990031001") != NULL)
      {
        found = TRUE;
        g_assert_true (says (pages[p], "a.n. Pj. KEPALA DESA u.b. SEKSI PELAYANAN KUSUMANINGTYAS"));
        g_assert_cmpuint (strlen (pages[p]), >, 300);
      }
  g_assert_cmpint (found, ==, signs);
}

static void
assert_words (char **pages, const PamongLetterType *type, LetterPeople people, guint n)
{
  g_autofree char *text = g_strjoinv (" ", pages);

  g_assert_cmpuint (g_strv_length (pages), ==, n + 1);
  assert_heads (pages, n);
  g_assert_true (says (text, "14 April 2026"));
  if (people == LETTER_STRESS)
    {
      assert_signature (pages, n, type);
      g_assert_true (says (text, LETTER_LONG_NAME));
    }
  if (people == LETTER_NORMAL)
    {
      g_assert_true (says (text, "SULASTRI"));
      g_assert_cmpuint (count (text, "{"), ==, 0);
      g_assert_cmpuint (count (text, "["), ==, 0);
      g_assert_cmpuint (count (text, "*"), ==, 0);
      if (type->attachments[0] == NULL && strstr (type->body, "..........") == NULL && strstr (type->body, "//\n") == NULL && strstr (text, "............................") != NULL)
        g_error ("%s: a normal person leaves a gap", type->key);
    }
}

static void
test_type (gconstpointer data)
{
  const PamongLetterType *type = data;
  g_autoptr (PamongText) text = pamong_text_new ();

  for (int people = LETTER_NORMAL; people <= LETTER_BARE; people++)
    {
      g_autoptr (PamongLetterFacts) facts = letter_people_facts (type, people);
      g_autoptr (PamongLetter) letter = lay_out (text, type, facts);
      g_autofree char *path = path_of (type, people);
      g_auto (GStrv) pages = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (pamong_letter_pdf_file (letter, path, &error));
      g_assert_no_error (error);
      pages = read_pages (path, type);
      if (people != LETTER_BARE && pages != NULL)
        assert_words (pages, type, people, pamong_letter_n_pages (letter));
    }
}

/* What a body names somebody fills, and what is asked has words. */
static void
assert_filled (const PamongLetterType *type, const char *body)
{
  g_autoptr (GPtrArray) faults = pamong_letter_check (type, body);

  if (faults->len > 0)
    g_error ("%s:%u: %s", type->key, ((PamongLetterFault *) faults->pdata[0])->line, ((PamongLetterFault *) faults->pdata[0])->words);
}

static void
test_bodies (void)
{
  GPtrArray *types = pamong_letter_types ();

  g_assert_cmpuint (types->len, ==, 49);
  for (guint i = 0; i < types->len; i++)
    {
      const PamongLetterType *type = types->pdata[i];

      assert_filled (type, type->body);
      assert_filled (type, type->purpose);
      for (guint w = 0; w < type->warnings->len; w++)
        {
          g_autofree char *body = g_strdup_printf ("[?%s]x[/?]", ((PamongLetterWarning *) type->warnings->pdata[w])->condition);

          assert_filled (type, body);
        }
      for (guint a = 0; type->attachments[a] != NULL; a++)
        {
          g_autofree char *form = pamong_letter_form (type->attachments[a]);

          g_assert_nonnull (form);
        }
    }
}

static void
test_forms (void)
{
  const char *names[] = { "F-1.01", "F-1.02", "F-1.03", "F-1.04", "F-1.05", "F-1.06", "F-1.07", "F-2.01", "F-2.03", "F-2.04" };
  g_autoptr (PamongText) text = pamong_text_new ();
  const PamongLetterType *type = pamong_letter_types_find ("sktm");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    for (int people = LETTER_NORMAL; people <= LETTER_BARE; people++)
      {
        g_autoptr (PamongLetterFacts) facts = letter_people_facts (type, people);
        g_autofree char *body = pamong_letter_form (names[i]), *ini = g_strdup_printf ("[letter]\nname=%s\n", names[i]), *path = NULL;
        g_autoptr (PamongLetterType) form = pamong_letter_type_parse (names[i], ini, body, NULL);
        g_autoptr (PamongLetter) letter = lay_out (text, form, facts);

        path = path_of (form, people);
        g_assert_true (pamong_letter_pdf_file (letter, path, NULL));
        assert_apart (path, form);
      }
}

/* A bride under 21 whose husband died: consent of the parents and his death belong to the set. */
static void
test_marriage (void)
{
  const PamongLetterType *type = pamong_letter_types_find ("nikah");
  g_autoptr (PamongText) text = pamong_text_new ();
  g_autoptr (PamongLetterFacts) facts = letter_people_facts (type, LETTER_NORMAL);
  g_autofree char *path = path_of (type, 7), *words = NULL;
  g_autoptr (PamongLetter) letter = NULL;
  g_autoptr (GPtrArray) warnings = NULL;

  pamong_letter_facts_set (facts, "answer.status", "janda cerai mati");
  pamong_letter_facts_set (facts, "answer.tanggal", "2026-04-20");
  pamong_letter_facts_set (facts, "answer.meninggal", "2025-01-02");
  pamong_letter_facts_set (facts, "answer.akta_mati", "");
  pamong_letter_facts_set (facts, "subject.birth_date", "2007-06-01");
  letter = lay_out (text, type, facts);
  g_assert_cmpuint (pamong_letter_n_pages (letter), ==, 5);
  g_assert_true (pamong_letter_pdf_file (letter, path, NULL));
  assert_apart (path, type);
  words = run_reader (path, "-layout");
  g_assert_true (words == NULL || says (words, "N-1 N-2 N-4 N-5 N-6 dispensasi binti"));
  warnings = pamong_letter_type_warnings (type, facts);
  g_assert_cmpuint (warnings->len, ==, 4); /* ten days, 19, 21, no death certificate */
}

/* However long the family is, the signature has its closing words with it. */
static void
test_together (void)
{
  const PamongLetterType *type = pamong_letter_types_find ("sktm");
  g_autoptr (PamongText) text = pamong_text_new ();

  for (guint n = 10; n < 60; n += 3)
    {
      g_autoptr (PamongLetterFacts) facts = letter_people_facts (type, LETTER_NORMAL);
      g_autoptr (PamongLetter) letter = NULL;
      g_autofree char *path = path_of (type, 8), *words = NULL;
      g_auto (GStrv) pages = NULL;

      for (guint i = 4; i < n; i++)
        pamong_letter_facts_set_cell (facts, "family", pamong_letter_facts_add_row (facts, "family"), "name", "WARGA");
      letter = lay_out (text, type, facts);
      g_assert_true (pamong_letter_pdf_file (letter, path, NULL));
      words = run_reader (path, "-layout");
      if (words == NULL)
        return;
      pages = g_strsplit (words, "\f", -1);
      g_assert_cmpuint (count (words, "WARGA"), ==, n - 4);
      for (guint p = 0; pages[p] != NULL; p++)
        {
          g_assert_cmpint (strstr (pages[p], "SUPRIYANTO") != NULL, ==, strstr (pages[p], "Demikian surat") != NULL);
          g_assert_cmpint (strstr (pages[p], "SUPRIYANTO") != NULL, ==, strstr (pages[p], "14 April 2026") != NULL);
          if (strstr (pages[p], "WARGA") != NULL)
            g_assert_nonnull (strstr (pages[p], "Hubungan"));
        }
    }
}

/* An answer longer than a page goes on on the next; none of its words is lost. */
static void
test_long_answer (gconstpointer data)
{
  const PamongLetterType *type = pamong_letter_types_find (data);
  g_autoptr (PamongText) text = pamong_text_new ();
  g_autoptr (PamongLetterFacts) facts = letter_people_facts (type, LETTER_NORMAL);
  g_autoptr (GString) answer = g_string_new (NULL);
  g_autofree char *path = path_of (type, 9), *all = NULL;
  g_autoptr (PamongLetter) letter = NULL;
  g_auto (GStrv) pages = NULL;

  for (guint i = 0; i < 900; i++)
    g_string_append_printf (answer, "kata%u ", i);
  pamong_letter_facts_set (facts, "answer.rincian", answer->str);
  pamong_letter_facts_set (facts, "answer.maksud", answer->str);
  letter = lay_out (text, type, facts);
  g_assert_cmpuint (pamong_letter_n_pages (letter), >=, 2);
  g_assert_true (pamong_letter_pdf_file (letter, path, NULL));
  pages = read_pages (path, type);
  if (pages == NULL)
    return;
  all = g_strjoinv (" ", pages);
  g_assert_cmpuint (count (all, "kata"), ==, 900);
}

/* The same letter is the same file; another sheet is another. */
static void
test_sheets (void)
{
  const PamongLetterType *type = pamong_letter_types_find ("sktm");
  g_autoptr (PamongText) text = pamong_text_new ();
  g_autoptr (PamongLetterFacts) facts = letter_people_facts (type, LETTER_NORMAL);
  PamongLetterPrint print = letter_people_print (type, facts);
  g_autoptr (GBytes) no_image = g_bytes_new_static ("no image at all", 15);
  g_autoptr (PamongLetter) one = pamong_letter_new (text, &print, NULL), two = pamong_letter_new (text, &print, NULL);
  g_autoptr (GBytes) first = pamong_letter_pdf (one, NULL), second = pamong_letter_pdf (two, NULL);
  double width, height;

  g_assert_true (g_bytes_equal (first, second));
  pamong_letter_page_size (one, 0, &width, &height);
  g_assert_cmpfloat_with_epsilon (height, 330 * MM, 0.01);
  print.logo = no_image;
  print.mark = "DIBATALKAN";
  print.practice = TRUE;
  for (int plain = 0; plain < 2; plain++)
    for (int family = PAMONG_FONT_SANS; family <= PAMONG_FONT_SERIF; family++)
      {
        print.sheet = (PamongSheet) { PAMONG_SHEET_A4, 20, 500, -5, 25, family, 11, plain };
        g_autoptr (PamongLetter) other = pamong_letter_new (text, &print, NULL);
        g_autoptr (GBytes) pdf = pamong_letter_pdf (other, NULL);

        pamong_letter_page_size (other, 0, &width, &height);
        g_assert_cmpfloat_with_epsilon (height, 297 * MM, 0.01);
        g_assert_false (g_bytes_equal (pdf, first));
      }
}

/* A folder that is none: nothing is left behind, and the words say what to do. */
static void
test_refused (void)
{
  const PamongLetterType *type = pamong_letter_types_find ("sktm");
  g_autoptr (PamongText) text = pamong_text_new ();
  g_autoptr (PamongLetterFacts) facts = letter_people_facts (type, LETTER_NORMAL);
  PamongLetterPrint print = letter_people_print (type, facts);
  g_autoptr (PamongLetter) letter = pamong_letter_new (text, &print, NULL);
  g_autofree char *path = g_build_filename (keep, "none", "letter.pdf", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (pamong_letter_pdf_file (letter, path, &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "letter.pdf"));
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_strdup (g_getenv ("PAMONG_KEEP_PAGES"));
  GPtrArray *types;
  int failed;

  pamong_language_use (pamong_language_folder ());
  g_test_init (&argc, &argv, NULL);
  if (folder == NULL)
    folder = g_dir_make_tmp ("pamong-letters-XXXXXX", NULL);
  keep = folder;
  types = pamong_letter_types ();
  g_test_add_func ("/letters/bodies", test_bodies);
  g_test_add_func ("/letters/forms", test_forms);
  g_test_add_func ("/letters/marriage", test_marriage);
  g_test_add_func ("/letters/together", test_together);
  g_test_add_data_func ("/letters/long-answer/row", "kehilangan", test_long_answer);
  g_test_add_data_func ("/letters/long-answer/table", "sppd", test_long_answer);
  g_test_add_func ("/letters/sheets", test_sheets);
  g_test_add_func ("/letters/refused", test_refused);
  for (guint i = 0; i < types->len; i++)
    {
      const PamongLetterType *type = types->pdata[i];
      g_autofree char *path = g_strdup_printf ("/letters/type/%s", type->key);

      g_test_add_data_func (path, type, test_type);
    }
  failed = g_test_run ();
  if (g_getenv ("PAMONG_KEEP_PAGES") == NULL)
    {
      g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

      for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
        {
          g_autofree char *path = g_build_filename (folder, name, NULL);
          g_autoptr (GFile) file = g_file_new_for_path (path);

          g_file_delete (file, NULL, NULL);
        }
      g_autoptr (GFile) all = g_file_new_for_path (folder);
      g_file_delete (all, NULL, NULL);
    }
  return failed;
}
