/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Room in the cells of a book: never a line too few. */
#include "exchange/cell_fit.h"

static void
test_lines (void)
{
  static const struct {
    const char *text;
    double width;
    guint lines;
  } cells[] = {
    { "", 50, 1 },
    { "ISLAM", 50, 1 },
    { "3522280101200001", 90, 1 },
    { "3522280101200001", 50, 2 },               /* one word that is too long goes on below */
    { "JL. RAYA DESA NO. 52 RT 005 RW 002 CLEBUNG", 120, 2 },
    { "JL. RAYA DESA NO. 52 RT 005 RW 002 CLEBUNG", 80, 4 },
    { "KEWARGA-NEGARAAN", 65, 2 },               /* a line may end behind a hyphen */
    { "JL.  RAYA", 200, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    g_assert_cmpuint (pamong_cell_lines (cells[i].text, 9, cells[i].width, FALSE), ==, cells[i].lines);
  g_assert_cmpuint (pamong_cell_lines ("MENGURUS RUMAH TANGGA", 9, 100, TRUE), >=, pamong_cell_lines ("MENGURUS RUMAH TANGGA", 9, 100, FALSE));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cell-fit/lines", test_lines);
  return g_test_run ();
}
