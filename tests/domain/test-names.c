/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/data.h"
#include "domain/names.h"

#include <string.h>

static void
test_key (void)
{
  static const struct { const char *name, *key; } rows[] = {
    { "Hj. SITI NUR'AINI, S.Pd", "siti nuraini" }, { "H. ABDUL ROHMAN", "abdul rohman" }, { "H.ABDUL ROHMAN", "abdul rohman" }, { "H ABDUL ROHMAN", "abdul rohman" },
    { "HJ SITI", "siti" }, { "DRS. H. M. ALI, S.Pd,M.Si", "m ali" }, { "Dra. SRI WAHYUNI, M.Pd.", "sri wahyuni" }, { "K.H. AHMAD DAHLAN", "ahmad dahlan" },
    { "Ir. SUKARNO", "sukarno" }, { "dr. ANI, Sp.A", "ani" }, { "SITI AMINAH S.Pd.I", "siti aminah" }, { "BUDI SANTOSO, S.H., M.H.", "budi santoso" },
    { "ÉMILE", "emile" }, { "MU’AWANAH", "muawanah" }, { "ANI-ANI", "ani ani" }, { "  DUA   SPASI ", "dua spasi" }, { "M.NUR", "m nur" },
    /* A name that looks like a title stays. */
    { "H.", "h" }, { "Ir.", "ir" }, { "HJ", "hj" }, { "LIE MA", "lie ma" }, { "TAN SE", "tan se" }, { "S.Pd", "s pd" }, { "H. M.", "m" }, { "DRS", "drs" },
    { "", "" }, { "...", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *key = pamong_name_key (rows[i].name);
      g_test_message ("%s", rows[i].name);
      g_assert_cmpstr (key, ==, rows[i].key);
    }
}

/* Whatever title stands before or behind, the name is found; alone it is the name. */
static void
test_every_title (void)
{
  g_autofree char *text = pamong_data_text ("rules/titles.txt");
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      gboolean behind = lines[i][0] == ',';
      g_autofree char *name = behind ? g_strconcat ("SITI AMINAH", lines[i], NULL) : g_strconcat (lines[i], " SITI AMINAH", NULL);
      g_autofree char *key = NULL, *alone = NULL;

      if (lines[i][0] == '\0' || lines[i][0] == '#')
        continue;
      g_test_message ("%s", name);
      key = pamong_name_key (name);
      g_assert_cmpstr (key, ==, "siti aminah");
      alone = pamong_name_key (behind ? lines[i] + 2 : lines[i]);
      g_assert_cmpstr (alone, !=, "");
    }
}

static void
test_tidy (void)
{
  static const struct { const char *text, *name; } rows[] = {
    { " siti  nur’aini ", "SITI NUR'AINI" }, { "H. Abdul Rohman, S.Pd", "H. ABDUL ROHMAN, S.PD" }, { "e\xcc\x81mile", "ÉMILE" }, { "a\tb\nc", "A B C" }, { "", "" }, { "\xff" "a", "\xef\xbf\xbd" "A" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *name = pamong_name_tidy (rows[i].text);
      g_assert_cmpstr (name, ==, rows[i].name);
    }
}

static void
test_fold (void)
{
  g_autofree char *address = pamong_fold ("Jl. Raya Gayam No.12/A");
  g_autofree char *broken = pamong_fold ("\xff\xfe");
  g_autofree char *none = pamong_fold (NULL);
  g_autofree char *titled = pamong_fold ("H. Ali");

  g_assert_cmpstr (address, ==, "jl raya gayam no 12 a");
  g_assert_true (g_utf8_validate (broken, -1, NULL));
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (titled, ==, "h ali");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/names/key", test_key);
  g_test_add_func ("/names/every-title", test_every_title);
  g_test_add_func ("/names/tidy", test_tidy);
  g_test_add_func ("/names/fold", test_fold);
  return g_test_run ();
}
