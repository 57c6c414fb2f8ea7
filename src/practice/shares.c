/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/shares.h"
#include "domain/data.h"
#include <stdlib.h>

GHashTable *
pamong_shares_read (void)
{
  g_autofree char *text = pamong_data_text ("practice/dirt.csv");
  g_autoptr (GPtrArray) rows = pamong_csv_parse (text, NULL);
  GHashTable *shares = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      char **row = rows->pdata[i];

      if (g_strv_length (row) == 2 && row[0][0] != '#')
        g_hash_table_insert (shares, g_strdup (row[0]), GINT_TO_POINTER (atoi (row[1])));
    }
  return shares;
}

gboolean
pamong_shares_happens (GHashTable *shares, GRand *rand, const char *what)
{
  return g_rand_int_range (rand, 0, 1000) < GPOINTER_TO_INT (g_hash_table_lookup (shares, what));
}
