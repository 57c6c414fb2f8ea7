/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <string.h>

#include "domain/language.h"
#include "exchange/sheet.h"
#include "office/officials.h"
#include "office/fixture.h"
#include "print/book.h"

/* Books as they come out: the PDF read back with pdftotext, page by page, and the workbook by our own reader. */

#define PEOPLE 130
#define LONG_NAME "RADEN AYU SITI NUR KHASANAH KUSUMANINGTYAS WIDYASTUTI PRAWIROKUSUMO BINTI SASTROWARDOYO"

static void
add_official (PamongOffice *office, int post, int form, const char *name, const char *nip)
{
  g_autoptr (PamongRecord) official = pamong_record_new (PAMONG_KIND_OFFICIAL, FIXTURE_AREA);
  g_autoptr (GError) error = NULL;

  pamong_record_set_text (official, PAMONG_OFFICIAL_NAME, name);
  pamong_record_set_int (official, PAMONG_OFFICIAL_POST, post);
  pamong_record_set_int (official, PAMONG_OFFICIAL_FORM, form);
  pamong_record_set_text (official, PAMONG_OFFICIAL_SINCE, "2024-01-01");
  pamong_record_set_text (official, PAMONG_OFFICIAL_NIP, nip);
  g_assert_true (pamong_office_save_official (office, NULL, official, &error));
  g_assert_no_error (error);
}

static void
add_people (PamongOffice *office, guint n, const char *dusun)
{
  g_autoptr (PamongFamilyCard) card = fixture_single (NULL, NULL, LONG_NAME);
  g_autoptr (GError) error = NULL;

  pamong_record_set_text (card->family, PAMONG_FAMILY_DUSUN, dusun);
  for (guint i = 1; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("WARGA%03u", i), *nik = g_strdup_printf ("35222801010%05u", g_str_hash (dusun) % 900 * 100 + i % 100);

      g_ptr_array_add (card->members, fixture_person (i < 100 ? nik : NULL, name, 1 + (int) i % 2, "2001-01-01", 9));
    }
  g_assert_true (pamong_office_register_family (office, card, NULL, &error));
  g_assert_no_error (error);
}

static PamongFilled *
fill (PamongOffice *office, const char *name, const char *dusun)
{
  PamongRegisterScope scope = { .area = FIXTURE_AREA, .today = FIXTURE_TODAY, .month = "2026-03", .dusun = dusun };
  g_autoptr (GError) error = NULL;
  PamongFilled *filled = pamong_register_fill (pamong_office_store (office), pamong_registers_find (name), &scope, &error);

  g_assert_no_error (error);
  return filled;
}

static char *
path_in (PamongOffice *office, const char *name)
{
  return g_build_filename (pamong_store_dir (pamong_office_store (office)), name, NULL);
}

static guint
write_pdf (PamongOffice *office, const char *name, const char *dusun, gboolean practice, const char *path)
{
  g_autoptr (PamongFilled) filled = fill (office, name, dusun);
  g_autoptr (GError) error = NULL;
  PamongFrame *frame = pamong_frame_new (pamong_office_store (office), filled, "Siti Operator", practice, &error);
  g_autoptr (PamongBookPrint) print = pamong_book_print_new (filled, frame);

  g_assert_true (pamong_book_print_pdf (print, path, &error));
  g_assert_no_error (error);
  return pamong_book_print_n_pages (print);
}

/* Pages of the PDF as text, or NULL where there is no pdftotext. */
static char **
read_pages (const char *path)
{
  g_autofree char *program = g_find_program_in_path ("pdftotext");
  g_autoptr (GSubprocess) reader = NULL;
  g_autofree char *text = NULL;

  if (program == NULL)
    return NULL;
  reader = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, NULL, program, "-layout", path, "-", NULL);
  g_assert_true (g_subprocess_communicate_utf8 (reader, NULL, NULL, &text, NULL, NULL));
  return g_strsplit (text, "\f", -1);
}

static guint
count (const char *text, const char *word)
{
  guint n = 0;

  for (const char *p = strstr (text, word); p != NULL; p = strstr (p + strlen (word), word))
    n++;
  return n;
}

static void
assert_rows_once (char **pages, guint n_pages)
{
  for (guint i = 1; i < PEOPLE; i++)
    {
      g_autofree char *name = g_strdup_printf ("WARGA%03u", i);
      guint found = 0;

      for (guint p = 0; p < n_pages; p++)
        found += count (pages[p], name);
      g_assert_cmpuint (found, ==, 1);
    }
}

static void
test_pages (void)
{
  PamongOffice *office = fixture_office ();
  g_autofree char *path = path_in (office, "b1.pdf");
  g_auto (GStrv) pages = NULL;
  guint n;

  add_official (office, 1, 2, "SUPARDI, S.SOS.", "197001011990031001");
  add_official (office, 2, 1, "ENDANG LESTARI", NULL);
  add_people (office, PEOPLE, "KRAJAN");
  n = write_pdf (office, "b1", NULL, TRUE, path);
  g_assert_cmpuint (n, >, 3);
  pages = read_pages (path);
  for (guint p = 0; pages != NULL && p < n; p++)
    {
      g_autofree char *number = g_strdup_printf ("Halaman %u dari %u", p + 1, n);

      g_assert_nonnull (strstr (pages[p], number));
      g_assert_nonnull (strstr (pages[p], "TEMPAT LAHIR"));
      g_assert_nonnull (strstr (pages[p], "MODE LATIHAN"));
      g_assert_cmpint (strstr (pages[p], "MENGETAHUI") != NULL, ==, p + 1 == n);
      g_assert_cmpuint (count (pages[p], "WARGA"), >, 0);
    }
  if (pages != NULL)
    {
      assert_rows_once (pages, n);
      g_assert_nonnull (strstr (pages[0], "BUKU INDUK PENDUDUK DESA"));
      g_assert_nonnull (strstr (pages[0], "KUSUMANINGTYAS"));
      g_assert_nonnull (strstr (pages[0], "SASTROWARDOYO"));
      g_assert_nonnull (strstr (pages[n - 1], "Pj. KEPALA DESA"));
      g_assert_nonnull (strstr (pages[n - 1], "NIP. 197001011990031001"));
      g_assert_nonnull (strstr (pages[n - 1], "SEKRETARIS DESA"));
      g_assert_nonnull (strstr (pages[n - 1], "ENDANG LESTARI"));
      g_assert_nonnull (strstr (pages[n - 1], "10 Maret 2026"));
    }
  fixture_close (office);
}

/* However many rows there are: never signatures alone. Each number of people lives in a hamlet of its own. */
static void
test_signatures_never_alone (void)
{
  PamongOffice *office = fixture_office ();
  g_autofree char *path = path_in (office, "b1.pdf");

  for (guint n = 15; n < 34; n += n < 27 ? 1 : 3)
    {
      g_autofree char *dusun = g_strdup_printf ("DUSUN %u", n);
      g_auto (GStrv) pages = NULL;
      guint n_pages;

      add_people (office, n, dusun);
      n_pages = write_pdf (office, "b1", dusun, FALSE, path);
      pages = read_pages (path);
      if (pages != NULL)
        {
          g_assert_nonnull (strstr (pages[n_pages - 1], "MENGETAHUI"));
          g_assert_cmpuint (count (pages[n_pages - 1], "WARGA"), >, 0);
          g_assert_null (strstr (pages[0], "MODE LATIHAN"));
        }
    }
  fixture_close (office);
}

static void
test_empty (void)
{
  PamongOffice *office = fixture_office ();
  GPtrArray *all = pamong_registers ();

  for (guint i = 0; i < all->len; i++)
    {
      const PamongRegister *reg = g_ptr_array_index (all, i);
      g_autofree char *path = path_in (office, "kosong.pdf");
      g_auto (GStrv) pages = NULL;

      g_assert_cmpuint (write_pdf (office, reg->name, NULL, FALSE, path), ==, 1);
      pages = read_pages (path);
      if (pages != NULL)
        {
          g_assert_nonnull (strstr (pages[0], "NIHIL"));
          g_assert_nonnull (strstr (pages[0], "MENGETAHUI"));
        }
    }
  fixture_close (office);
}

typedef struct { guint rows, people, heads; gboolean band; } Seen;

static gboolean
see_row (guint row, const PamongSheetCell *cells, guint n, gpointer data)
{
  Seen *seen = data;

  seen->rows++;
  for (guint i = 0; i < n; i++)
    {
      seen->people += g_str_has_prefix (cells[i].text, "WARGA");
      seen->heads += g_str_equal (cells[i].text, "TEMPAT LAHIR");
      seen->band |= strstr (cells[i].text, "MODE LATIHAN") != NULL;
    }
  return TRUE;
}

static void
test_workbook (void)
{
  PamongOffice *office = fixture_office ();
  g_autofree char *path = path_in (office, "b1.xlsx");
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongFilled) filled = NULL;
  g_autoptr (PamongFrame) frame = NULL;
  g_autoptr (PamongBook) book = NULL;
  Seen seen = { 0 };

  add_people (office, PEOPLE, "KRAJAN");
  filled = fill (office, "b1", NULL);
  frame = pamong_frame_new (pamong_office_store (office), filled, NULL, TRUE, &error);
  g_assert_true (pamong_frame_xlsx (frame, filled, path, &error));
  g_assert_no_error (error);
  book = pamong_book_open (path, &error);
  g_assert_no_error (error);
  g_assert_true (pamong_book_read (book, 0, see_row, &seen, &error));
  g_assert_cmpuint (seen.people, ==, PEOPLE - 1);
  g_assert_cmpuint (seen.heads, ==, 1);
  g_assert_true (seen.band);
  fixture_close (office);
}

static void
test_nowhere (void)
{
  PamongOffice *office = fixture_office ();
  g_autofree char *path = path_in (office, "tidak/ada/b1.pdf");
  g_autoptr (PamongFilled) filled = fill (office, "b1", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongBookPrint) print = pamong_book_print_new (filled, pamong_frame_new (pamong_office_store (office), filled, NULL, FALSE, NULL));

  g_assert_false (pamong_book_print_pdf (print, path, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
  fixture_close (office);
}

int
main (int argc, char **argv)
{
  pamong_language_use (pamong_language_folder ());
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/book/pages", test_pages);
  g_test_add_func ("/book/signatures-never-alone", test_signatures_never_alone);
  g_test_add_func ("/book/empty", test_empty);
  g_test_add_func ("/book/workbook", test_workbook);
  g_test_add_func ("/book/nowhere", test_nowhere);
  return g_test_run ();
}
