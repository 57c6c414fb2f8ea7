/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <string.h>

#include "domain/language.h"
#include "letters/people.h"

/* Every letter as it comes out: the PDF read back with pdftotext. With a folder as argument the pages are kept there, to be looked at. */

static const char *keep;

static PamongLetter *
lay_out (PamongText *text, const PamongLetterType *type, LetterPeople people)
{
  g_autoptr (PamongLetterFacts) facts = letter_people_facts (type, people);
  PamongLetterPrint print = letter_people_print (type, facts);
  g_autoptr (GError) error = NULL;
  PamongLetter *letter;

  print.forms = (const char *const *) type->attachments;
  letter = pamong_letter_new (text, &print, &error);
  g_assert_no_error (error);
  return letter;
}

static void
keep_pdf (const PamongLetterType *type, LetterPeople people, GBytes *pdf)
{
  g_autofree char *name = g_strdup_printf ("%s-%d.pdf", type->key, (int) people), *path = keep != NULL ? g_build_filename (keep, name, NULL) : NULL;

  if (path != NULL)
    g_assert_true (g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), NULL));
}

static void
test_types (void)
{
  GPtrArray *types = pamong_letter_types ();
  g_autoptr (PamongText) text = pamong_text_new ();

  g_assert_cmpuint (types->len, >, 0);
  for (guint i = 0; i < types->len; i++)
    for (int people = LETTER_NORMAL; people <= LETTER_BARE; people++)
      {
        g_autoptr (PamongLetter) letter = lay_out (text, types->pdata[i], people);
        g_autoptr (GBytes) pdf = pamong_letter_pdf (letter, NULL);

        g_assert_nonnull (pdf);
        keep_pdf (types->pdata[i], people, pdf);
      }
}

/* What a body names somebody fills, and what is asked has words. */
static void
test_bodies (void)
{
  GPtrArray *types = pamong_letter_types ();

  for (guint i = 0; i < types->len; i++)
    {
      const PamongLetterType *type = types->pdata[i];
      g_autoptr (GPtrArray) faults = pamong_letter_check (type, type->body);
      g_autoptr (GPtrArray) purpose = pamong_letter_check (type, type->purpose);

      for (guint f = 0; f < faults->len; f++)
        g_test_message ("%s:%u: %s", type->key, ((PamongLetterFault *) faults->pdata[f])->line, ((PamongLetterFault *) faults->pdata[f])->words);
      g_assert_cmpuint (faults->len, ==, 0);
      g_assert_cmpuint (purpose->len, ==, 0);
      for (guint w = 0; w < type->warnings->len; w++)
        {
          g_autofree char *body = g_strdup_printf ("[?%s]x[/?]", ((PamongLetterWarning *) type->warnings->pdata[w])->condition);
          g_autoptr (GPtrArray) wrong = pamong_letter_check (type, body);

          if (wrong->len > 0)
            g_test_message ("%s: %s: %s", type->key, body, ((PamongLetterFault *) wrong->pdata[0])->words);
          g_assert_cmpuint (wrong->len, ==, 0);
        }
    }
}

int
main (int argc, char **argv)
{
  pamong_language_use (pamong_language_folder ());
  g_test_init (&argc, &argv, NULL);
  keep = g_getenv ("PAMONG_KEEP_PAGES");
  g_test_add_func ("/letters/bodies", test_bodies);
  g_test_add_func ("/letters/types", test_types);
  return g_test_run ();
}
