/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <freexl.h>
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Reads workbooks of Excel 97 to 2003 in a process of its own: freexl reads past its memory on damaged files, and here that ends nothing but this process.
 *
 *   pamong-xls FILE          a line for each sheet: its name
 *   pamong-xls FILE INDEX    a line for each cell that is not empty: row, column, kind, text, from the top, parted by tabs
 *
 * Kinds: t text, n number, d date, e error. In texts \\, \n, \r and \t stand for what they stand for. */

#define LOCKED 3
#define SECONDS 30

static void
print_text (const char *text)
{
  for (const char *c = text; *c != '\0'; c++)
    switch (*c)
      {
      case '\\':
        fputs ("\\\\", stdout);
        break;
      case '\n':
        fputs ("\\n", stdout);
        break;
      case '\r':
        fputs ("\\r", stdout);
        break;
      case '\t':
        fputs ("\\t", stdout);
        break;
      default:
        putchar (*c);
      }
  putchar ('\n');
}

static void
print_cell (unsigned int row, unsigned int column, const FreeXL_CellValue *cell)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  switch (cell->type)
    {
    case FREEXL_CELL_INT:
      printf ("%u\t%u\tn\t%d\n", row, column, cell->value.int_value);
      break;
    case FREEXL_CELL_DOUBLE:
      printf ("%u\t%u\tn\t%s\n", row, column, g_ascii_formatd (number, sizeof number, "%.15g", cell->value.double_value));
      break;
    case FREEXL_CELL_TEXT:
    case FREEXL_CELL_SST_TEXT:
    case FREEXL_CELL_TIME:
      printf ("%u\t%u\t%c\t", row, column, *cell->value.text_value == '#' ? 'e' : 't');
      print_text (cell->value.text_value);
      break;
    case FREEXL_CELL_DATE:
    case FREEXL_CELL_DATETIME:
      printf ("%u\t%u\td\t%.10s\n", row, column, cell->value.text_value);
      break;
    default:
      break;
    }
}

static int
print_rows (const void *book, int index)
{
  unsigned int rows = 0;
  unsigned short columns = 0;

  if (index < 0 || freexl_select_active_worksheet (book, (unsigned short) index) != FREEXL_OK || freexl_worksheet_dimensions (book, &rows, &columns) != FREEXL_OK)
    return EXIT_FAILURE;
  for (unsigned int row = 0; row < rows; row++)
    for (unsigned short column = 0; column < columns; column++)
      {
        FreeXL_CellValue cell;

        if (freexl_get_cell_value (book, row, column, &cell) == FREEXL_OK)
          print_cell (row, column, &cell);
      }
  return EXIT_SUCCESS;
}

static int
print_sheets (const void *book)
{
  unsigned int n = 0;

  if (freexl_get_info (book, FREEXL_BIFF_SHEET_COUNT, &n) != FREEXL_OK)
    return EXIT_FAILURE;
  for (unsigned int i = 0; i < n; i++)
    {
      const char *name = NULL;

      freexl_get_worksheet_name (book, (unsigned short) i, &name);
      print_text (name != NULL ? name : "");
    }
  return EXIT_SUCCESS;
}

/* A chain of sectors that bites its own tail would be followed for ever. */
static gpointer
watched_cb (gpointer data G_GNUC_UNUSED)
{
  g_usleep (SECONDS * G_USEC_PER_SEC);
  exit (EXIT_FAILURE);
}

int
main (int argc, char *argv[])
{
  const void *book = NULL;
  unsigned int password = FREEXL_BIFF_PLAIN;
  int status = EXIT_FAILURE;

  if (argc < 2)
    return EXIT_FAILURE;
  g_thread_unref (g_thread_new ("watch", watched_cb, NULL));
  if (freexl_open (argv[1], &book) != FREEXL_OK)
    return EXIT_FAILURE;
  if (freexl_get_info (book, FREEXL_BIFF_PASSWORD, &password) == FREEXL_OK && password == FREEXL_BIFF_OBFUSCATED)
    status = LOCKED;
  else
    status = argc > 2 ? print_rows (book, atoi (argv[2])) : print_sheets (book);
  freexl_close (book);
  return status;
}
