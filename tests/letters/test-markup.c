/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "domain/language.h"
#include "letters/filters.h"
#include "letters/people.h"
#include "letters/phrase.h"

/* The markup a village writes: what it means, what is told when it means nothing, and that nothing it holds brings the program down. */

static void
assert_filter (const char *filter, const char *text, const char *expected)
{
  g_autofree char *result = pamong_filter_apply (filter, text);

  g_assert_cmpstr (result, ==, expected);
}

static void
test_filters (void)
{
  static const struct { const char *filter, *text, *expected; } cases[] = {
    { "tanggal", "1968-05-27", "27 Mei 1968" }, { "tanggal", "2026-12-01", "1 Desember 2026" }, { "tanggal", "kemarin", "kemarin" }, { "tanggal", "2026-02-30", "2026-02-30" }, { "tanggal", "", "" },
    { "tanggal_pendek", "1968-05-27", "27-05-1968" }, { "hari", "2026-04-14", "Selasa" }, { "hari", "1999-12-31", "Jumat" }, { "bulan", "2019-08-01", "Agustus 2019" }, { "tahun", "1968-05-27", "1968" },
    { "jam", "19:30", "19.30 WIB" }, { "jam", "sore", "sore" },
    { "terbilang", "0", "nol" }, { "terbilang", "11", "sebelas" }, { "terbilang", "17", "tujuh belas" }, { "terbilang", "21", "dua puluh satu" }, { "terbilang", "100", "seratus" },
    { "terbilang", "1000", "seribu" }, { "terbilang", "1100", "seribu seratus" }, { "terbilang", "2026", "dua ribu dua puluh enam" }, { "terbilang", "1500000", "satu juta lima ratus ribu" },
    { "terbilang", "1000000000", "satu miliar" }, { "terbilang", "999999999999999", "sembilan ratus sembilan puluh sembilan triliun sembilan ratus sembilan puluh sembilan miliar sembilan ratus sembilan puluh sembilan juta "
                                                    "sembilan ratus sembilan puluh sembilan ribu sembilan ratus sembilan puluh sembilan" },
    { "terbilang", "12345678901234567890", "12345678901234567890" }, { "terbilang", "dua", "dua" }, { "rupiah", "1500000", "Rp1.500.000" }, { "rupiah", "500", "Rp500" }, { "ribuan", "2500", "2.500" },
    { "kapital", "Gayam é", "GAYAM É" }, { "judul", "SITI NUR'AINI", "Siti Nur'aini" }, { "dalam", "Laki-laki", "laki-laki" }, { "dalam", "WNI", "WNI" }, { "dalam", "", "" },
    { "atau -", "", "-" }, { "atau -", "x", "x" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_filter (cases[i].filter, cases[i].text, cases[i].expected);
}

static char *
fill (PamongLetterFacts *facts, const char *source, PamongGap gap)
{
  PamongScope scope = { facts, NULL, 0 };
  g_autofree char *fault = NULL;
  PamongPhrase *phrase = pamong_phrase_parse (source, &fault);
  char *text;

  g_assert_null (fault);
  {
    g_autoptr (PamongWords) words = pamong_phrase_fill (phrase, &scope, (PamongFont) { 12, FALSE }, gap);

    text = pamong_words_text (words);
  }
  pamong_phrase_free (phrase);
  return text;
}

static void
assert_says (PamongLetterFacts *facts, const char *source, const char *expected)
{
  g_autofree char *text = fill (facts, source, PAMONG_GAP_STROKE);

  g_assert_cmpstr (text, ==, expected);
}

/* What is filled in is no markup, whatever it holds. */
static void
test_phrases (void)
{
  g_autoptr (PamongLetterFacts) facts = pamong_letter_facts_new ();

  pamong_letter_facts_set (facts, "subject.name", "SITI {answer.x} *[?a]");
  pamong_letter_facts_set (facts, "subject.sex", "Perempuan");
  pamong_letter_facts_set (facts, "answer.uang", "1500");
  assert_says (facts, "Nama *{subject.name}*.", "Nama SITI {answer.x} *[?a].");
  assert_says (facts, "\\*\\{a\\} \\[x\\]", "*{a} [x]");
  assert_says (facts, "{answer.none}", "-");
  assert_says (facts, "{answer.none|kosong}", "");
  assert_says (facts, "{answer.none|atau belum ada}", "belum ada");
  assert_says (facts, "{answer.uang|rupiah} ({answer.uang|terbilang|kapital})", "Rp1.500 (SERIBU LIMA RATUS)");
  assert_says (facts, "[?subject.sex=Perempuan]binti[:]bin[/?] X", "binti X");
  assert_says (facts, "[?!subject.sex]a[:]b[?answer.uang>1000]c[:]d[/?][/?]e", "bce");
  assert_says (facts, "[?answer.none]a[?subject.sex]b[:]c[/?][:]d[/?]", "d");
}

static void
test_faults (void)
{
  static const struct { const char *body; guint line; } cases[] = {
    { "satu\n\n{subject.name", 3 }, { "[?subject.name]\nx", 1 }, { "[/?]", 1 }, { "[tabel family]\nNama\n{name}\n", 1 }, { "[bold] x", 1 }, { "x {subject.name|tanggall}", 1 }, { "x [?subject.name] y", 1 },
    { "[ttd]\ndi kanan\n[/ttd]", 2 }, { "[tabel family]\nA | B\n{name}\n[/tabel]", 3 }, { "[setiap]\n[/setiap]", 1 }, { "[tabel family lebar=x]\nA\n{name}\n[/tabel]", 1 }, { "\n{subject.nama}", 2 },
    { "[?subject.status=x]\n[/?]", 1 }, { "[setiap anak]\n{name}\n[/setiap]", 1 }, { "{answer.keperluann}", 1 }, { "{umur(subject.birth_date)}", 1 }, { "a\n  b {}", 1 } };
  const PamongLetterType *type = pamong_letter_types_find ("sktm");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) faults = pamong_letter_check (type, cases[i].body);

      if (faults->len == 0)
        g_error ("no fault in: %s", cases[i].body);
      g_assert_cmpuint (((PamongLetterFault *) faults->pdata[0])->line, ==, cases[i].line);
    }
}

/* A body that has no meaning makes no letter, and says where. */
static void
test_broken (void)
{
  const PamongLetterType *sound = pamong_letter_types_find ("sktm");
  g_autoptr (PamongLetterType) type = pamong_letter_type_parse ("sktm", sound->ini, "[kop]\n\n[tabel family]\nNama\n", NULL);
  g_autoptr (PamongLetterFacts) facts = letter_people_facts (type, LETTER_NORMAL);
  PamongLetterPrint print = letter_people_print (type, facts);
  g_autoptr (PamongText) text = pamong_text_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (pamong_letter_new (text, &print, &error));
  g_assert_nonnull (strstr (error->message, "3"));
}

static void
draw (PamongText *text, const PamongLetterType *type, PamongLetterFacts *facts)
{
  PamongLetterPrint print = letter_people_print (type, facts);
  g_autoptr (PamongLetter) letter = pamong_letter_new (text, &print, NULL);
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);

  for (guint p = 0; letter != NULL && p < MIN (pamong_letter_n_pages (letter), 4); p++)
    pamong_letter_draw (letter, p, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* Bodies with pieces taken out, doubled, moved and made of what the markup is made of. */
static char *
spoilt (GRand *rand, const char *body)
{
  static const char *const bits[] = { "{", "}", "[", "]", "[?", "[/?]", "[:]", "|", "\n", "[tabel family]\n", "[/tabel]\n", "[ttd]\n", "[/ttd]\n", "[pohon heirs]\n", "[setiap family]\n", "[/setiap]\n", " : ", " ?: ", "#. ", ">>>>>>>>>>>>>>>>>>>>>>",
                                      "[huruf 60]\n", "[jarak 60]\n", "[halaman mendatar]\n", "{subject.name|kotak 60}", "\xff\xfe", "*", "_", "\\", "//", "lebar=0.0001,900", "kanan: // ", "\t", "é", "[satu]\n" };
  GString *text = g_string_new (body);

  for (int i = g_rand_int_range (rand, 1, 12); i > 0 && text->len > 0; i--)
    {
      gssize at = g_rand_int_range (rand, 0, (gint32) text->len);

      if (g_rand_int_range (rand, 0, 3) == 0)
        {
          gssize length = g_rand_int_range (rand, 1, 40);

          g_string_erase (text, at, MIN (length, (gssize) text->len - at));
        }
      else
        g_string_insert (text, at, bits[g_rand_int_range (rand, 0, G_N_ELEMENTS (bits))]);
    }
  return g_string_free (text, FALSE);
}

static void
test_fuzz (void)
{
  GPtrArray *types = pamong_letter_types ();
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());
  g_autoptr (PamongText) text = pamong_text_new ();
  guint rounds = g_test_slow () ? 20000 : 1500;

  for (guint i = 0; i < rounds; i++)
    {
      const PamongLetterType *sound = types->pdata[g_rand_int_range (rand, 0, (gint32) types->len)];
      g_autofree char *body = spoilt (rand, sound->body), *ini = g_rand_int_range (rand, 0, 4) == 0 ? spoilt (rand, sound->ini) : g_strdup (sound->ini);
      g_autoptr (PamongLetterType) type = pamong_letter_type_parse (sound->key, ini, body, NULL);
      g_autoptr (PamongLetterFacts) facts = type != NULL ? letter_people_facts (type, (LetterPeople) g_rand_int_range (rand, 0, 3)) : NULL;
      g_autoptr (GPtrArray) faults = type != NULL ? pamong_letter_check (type, body) : NULL;

      if (type != NULL)
        draw (text, type, facts);
    }
}

/* Whatever an editor offers can be written. */
static void
test_keys (void)
{
  GPtrArray *types = pamong_letter_types ();

  for (guint i = 0; i < types->len; i++)
    {
      g_autoptr (GPtrArray) keys = pamong_letter_keys (types->pdata[i]);

      for (guint k = 0; k < keys->len; k++)
        {
          const PamongLetterKey *key = keys->pdata[k];
          g_autoptr (GPtrArray) faults = pamong_letter_check (types->pdata[i], key->key);

          if (faults->len > 0)
            g_error ("%s: %s", key->key, ((PamongLetterFault *) faults->pdata[0])->words);
          g_assert_cmpstr (key->label, !=, "");
        }
    }
}

/* Blocks within blocks within blocks. */
static void
test_deep (void)
{
  g_autoptr (GString) body = g_string_new (NULL);
  const PamongLetterType *sound = pamong_letter_types_find ("sktm");
  g_autoptr (GPtrArray) faults = NULL;

  for (guint i = 0; i < 20000; i++)
    g_string_append (body, "[satu]\n");
  faults = pamong_letter_check (sound, body->str);
  g_assert_cmpuint (faults->len, >, 0);
}

int
main (int argc, char **argv)
{
  pamong_language_use (pamong_language_folder ());
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/letters/markup/filters", test_filters);
  g_test_add_func ("/letters/markup/phrases", test_phrases);
  g_test_add_func ("/letters/markup/faults", test_faults);
  g_test_add_func ("/letters/markup/broken", test_broken);
  g_test_add_func ("/letters/markup/keys", test_keys);
  g_test_add_func ("/letters/markup/deep", test_deep);
  g_test_add_func ("/letters/markup/fuzz", test_fuzz);
  return g_test_run ();
}
