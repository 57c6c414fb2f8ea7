/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/blocks.h"

#include "domain/codes.h"
#include "exchange/cell_value.h"
#include "exchange/people_private.h"
#include <stdlib.h>
#include <string.h>

#define GROUP "block"
/* A number of a person or a card has sixteen digits, a date eight, one that counts members two. */
#define LONG_NUMBER 10
#define LONG_COUNT 4
/* How far below its row the end of a wrapped cell may stand: a page ends between them. */
#define WRAP_ROWS 5

/* "+1:7=place": what a row of the head tells. */
typedef struct {
  guint offset, column;
  PamongColumn meaning;
} HeadCell;

struct _PamongBlocks {
  GArray *begin, *end; /* PamongSpot */
  GArray *head;                /* HeadCell */
  GArray *columns;             /* PamongColumn, by column */
  guint members, number;       /* rows from the beginning to the first member; column that counts them, from 1, 0 = none */
  guint nik, name;
  GArray *wrapped; /* guint: columns whose text may go on below */
};

/* A cell that outlives its row. */
typedef struct {
  guint row, column;
  PamongColumn meaning;
  PamongSheetCell cell;
} Kept;

typedef struct {
  const PamongBlocks *blocks;
  const char *sheet;
  PamongPersonReading reading;
  PamongSheetPersonFunc func;
  gpointer data;
  guint n, begun; /* begun: row of the family, 0 = none yet */
  guint held_row; /* of the member that waits for what may follow, 0 = none */
  GArray *head, *held; /* Kept */
  gboolean first, stopped; /* first: the next member is the first of his family */
} Walk;

static void
clear_spot (gpointer data)
{
  g_free (((PamongSpot *) data)->text);
}

GArray *
pamong_spots_read (GKeyFile *file, const char *group, const char *key)
{
  g_auto (GStrv) words = g_key_file_get_string_list (file, group, key, NULL, NULL);
  GArray *spots = g_array_new (FALSE, FALSE, sizeof (PamongSpot));

  g_array_set_clear_func (spots, clear_spot);
  for (gsize i = 0; words != NULL && words[i] != NULL; i++)
    {
      const char *colon = strchr (words[i], ':');
      const char *text = colon != NULL ? colon + 1 : "";
      PamongSpot spot = { (guint) MAX (atoi (words[i]), 1) - 1, *text == '*', strcmp (text, "#") == 0 ? g_strdup ("#") : pamong_heading_key (text) };

      g_array_append_val (spots, spot);
    }
  return spots;
}

/* "1605180812070010", "1.60518E+15", " 1605 1808 …": whatever happened to it, a long number stood here. */
static gboolean
is_long_number (const char *text)
{
  guint digits = 0;

  for (const char *c = text; *c != '\0'; c++)
    {
      if (strchr ("0123456789.,-+E ", *c) == NULL)
        return FALSE;
      digits += g_ascii_isdigit (*c);
    }
  return digits >= LONG_NUMBER || (digits > 0 && strstr (text, "E+") != NULL);
}

static gboolean
spot_matches (const PamongSpot *spot, const PamongSheetCell *cells, guint n)
{
  g_autofree char *text = spot->column < n ? pamong_sheet_cell_text (&cells[spot->column]) : g_strdup ("");
  g_autofree char *key = strcmp (spot->text, "#") != 0 ? pamong_heading_key (text) : NULL;

  if (key == NULL)
    return is_long_number (text);
  if (*spot->text == '\0')
    return *text == '\0';
  return spot->anywhere ? strstr (key, spot->text) != NULL : g_str_has_prefix (key, spot->text);
}

gboolean
pamong_spots_match (GArray *spots, const PamongSheetCell *cells, guint n)
{
  for (guint i = 0; i < spots->len; i++)
    if (!spot_matches (&g_array_index (spots, PamongSpot, i), cells, n))
      return FALSE;
  return spots->len > 0;
}

gboolean
pamong_blocks_begins (const PamongBlocks *blocks, const PamongSheetCell *cells, guint n)
{
  return pamong_spots_match (blocks->begin, cells, n);
}

/* "+4:12=place;+5:12=rt_rw" */
static GArray *
read_head (GKeyFile *file)
{
  g_auto (GStrv) words = g_key_file_get_string_list (file, GROUP, "head", NULL, NULL);
  GArray *head = g_array_new (FALSE, TRUE, sizeof (HeadCell));

  for (gsize i = 0; words != NULL && words[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit_set (words[i], ":=", 3);
      HeadCell cell = { 0 };

      if (g_strv_length (parts) != 3 || !pamong_column_resolve (parts[2], &cell.meaning))
        continue;
      cell.offset = (guint) MAX (atoi (parts[0]), 0);
      cell.column = (guint) MAX (atoi (parts[1]), 1) - 1;
      g_array_append_val (head, cell);
    }
  return head;
}

static void
read_columns (PamongBlocks *blocks, GKeyFile *file)
{
  g_auto (GStrv) keys = g_key_file_get_keys (file, "columns", NULL, NULL);

  blocks->columns = g_array_new (FALSE, TRUE, sizeof (PamongColumn));
  for (gsize i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      g_autofree char *name = g_key_file_get_string (file, "columns", keys[i], NULL);
      guint at = (guint) CLAMP (atoi (keys[i]), 1, PAMONG_SHEET_COLUMNS) - 1;
      PamongColumn column = { 0 };

      if (!pamong_column_resolve (name, &column))
        continue;
      if (blocks->columns->len <= at)
        g_array_set_size (blocks->columns, at + 1);
      g_array_index (blocks->columns, PamongColumn, at) = column;
      if (strcmp (name, "resident.nik") == 0)
        blocks->nik = at;
      if (strcmp (name, "resident.name") == 0)
        blocks->name = at;
    }
}

PamongBlocks *
pamong_blocks_read (GKeyFile *file)
{
  g_autofree int *wrapped = NULL;
  PamongBlocks *blocks;
  gsize n = 0;

  if (!g_key_file_has_group (file, GROUP))
    return NULL;
  blocks = g_new0 (PamongBlocks, 1);
  blocks->begin = pamong_spots_read (file, GROUP, "begin");
  blocks->end = pamong_spots_read (file, GROUP, "end");
  blocks->head = read_head (file);
  read_columns (blocks, file);
  blocks->members = (guint) MAX (g_key_file_get_integer (file, GROUP, "members", NULL), 0);
  blocks->number = (guint) MAX (g_key_file_get_integer (file, GROUP, "number", NULL), 0);
  blocks->wrapped = g_array_new (FALSE, FALSE, sizeof (guint));
  wrapped = g_key_file_get_integer_list (file, GROUP, "wrapped", &n, NULL);
  for (gsize i = 0; i < n; i++)
    {
      guint column = (guint) MAX (wrapped[i], 1) - 1;
      g_array_append_val (blocks->wrapped, column);
    }
  return blocks;
}

int
pamong_blocks_column (const PamongBlocks *blocks, const PamongField *field)
{
  for (guint i = 0; i < blocks->columns->len; i++)
    if (g_array_index (blocks->columns, PamongColumn, i).field == field)
      return (int) i;
  for (guint i = 0; i < blocks->head->len; i++)
    if (g_array_index (blocks->head, HeadCell, i).meaning.field == field)
      return (int) g_array_index (blocks->head, HeadCell, i).column;
  return -1;
}

static void
clear_kept (gpointer data)
{
  g_free ((char *) ((Kept *) data)->cell.text);
}

static void
keep (GArray *kept, guint row, guint column, const PamongColumn *meaning, const PamongSheetCell *cell, const char *text)
{
  Kept copy = { row, column, *meaning, *cell };

  copy.cell.text = g_strdup (text);
  g_array_append_val (kept, copy);
}

/* "No. KK : 5202…" -> "5202…": a label in the cell itself. */
static const char *
value_of (const HeadCell *head, const char *text)
{
  const char *colon = strchr (text, ':');

  return head->meaning.field != NULL && colon != NULL ? colon + 1 : text;
}

static void
take_head (Walk *walk, guint row, const PamongSheetCell *cells, guint n)
{
  for (guint i = 0; i < walk->blocks->head->len; i++)
    {
      const HeadCell *head = &g_array_index (walk->blocks->head, HeadCell, i);

      if (row == walk->begun + head->offset && head->column < n)
        keep (walk->head, row, head->column, &head->meaning, &cells[head->column], value_of (head, cells[head->column].text));
    }
}

static void
take_kept (Walk *walk, GArray *kept)
{
  for (guint i = 0; i < kept->len; i++)
    {
      const Kept *one = &g_array_index (kept, Kept, i);
      pamong_person_take (&walk->reading, &one->meaning, one->row, one->column, &one->cell);
    }
}

/* A problem of the head is told with the first member; without its number the whole family hangs in the air, so that one is told with each. */
static void
drop_told (GPtrArray *problems)
{
  for (guint i = problems->len; i > 0; i--)
    {
      const PamongField *field = ((PamongSheetProblem *) problems->pdata[i - 1])->field;

      if (field == NULL || field->kind != PAMONG_KIND_FAMILY || field->index != PAMONG_FAMILY_KK_NUMBER)
        g_ptr_array_remove_index (problems, i - 1);
    }
}

/* The member that waited is told. Returns: FALSE when no more are wanted. */
static gboolean
tell (Walk *walk)
{
  if (walk->held_row == 0)
    return TRUE;
  pamong_person_begin (&walk->reading, walk->sheet, walk->held_row);
  take_kept (walk, walk->head);
  if (!walk->first)
    drop_told (walk->reading.person.problems);
  take_kept (walk, walk->held);
  pamong_person_end (&walk->reading);
  walk->held_row = 0;
  walk->first = FALSE;
  walk->n++;
  walk->stopped = !walk->func (&walk->reading.person, walk->data);
  return !walk->stopped;
}

static void
hold (Walk *walk, guint row, const PamongSheetCell *cells, guint n)
{
  g_array_set_size (walk->held, 0);
  for (guint i = 0; i < MIN (n, walk->blocks->columns->len); i++)
    keep (walk->held, row, i, &g_array_index (walk->blocks->columns, PamongColumn, i), &cells[i], cells[i].text);
  walk->held_row = row;
}

static guint
count_digits (const char *text)
{
  guint digits = 0;

  for (const char *c = text; *c != '\0'; c++)
    digits += g_ascii_isdigit (*c);
  return digits;
}

static gboolean
is_said (const PamongSheetCell *cells, guint n, guint column)
{
  return column < n && !pamong_sheet_cell_is_blank (&cells[column]);
}

static gboolean
is_count (const PamongSheetCell *cells, guint n, guint number)
{
  g_autofree char *text = number <= n ? pamong_sheet_cell_text (&cells[number - 1]) : g_strdup ("");

  return count_digits (text) > 0 && count_digits (text) <= LONG_COUNT && strspn (text, "0123456789. ") == strlen (text);
}

/* @early: still among the rows of the head, where only a name with a NIK is a member: somebody took an empty row out. */
static gboolean
is_member (const PamongBlocks *blocks, gboolean early, const PamongSheetCell *cells, guint n)
{
  PamongColumn heading;
  gboolean named = is_said (cells, n, blocks->name), numbered = is_said (cells, n, blocks->nik);

  if ((named && pamong_columns_match (cells[blocks->name].text, &heading)) || (early && !(named && numbered)))
    return FALSE;
  if (named && numbered && count_digits (cells[blocks->nik].text) >= LONG_NUMBER)
    return TRUE;
  return !early && (named || numbered) && (blocks->number == 0 || is_count (cells, n, blocks->number));
}

/* Returns: (nullable): the cell of the member that waits, when its text is not whole yet. */
static PamongSheetCell *
find_torn (Walk *walk, guint column)
{
  for (guint i = 0; i < walk->held->len; i++)
    {
      Kept *kept = &g_array_index (walk->held, Kept, i);
      g_autofree char *text = kept->column == column ? pamong_sheet_cell_text (&kept->cell) : NULL;

      if (text != NULL && *text != '\0' && kept->meaning.field != NULL && pamong_codes_parse (kept->meaning.field->codes, text) == 0)
        return &kept->cell;
    }
  return NULL;
}

/* "CARD" … "PRINTED" on the next page. */
static void
go_on (Walk *walk, guint row, const PamongSheetCell *cells, guint n)
{
  for (guint i = 0; walk->held_row > 0 && row <= walk->held_row + WRAP_ROWS && i < walk->blocks->wrapped->len; i++)
    {
      guint column = g_array_index (walk->blocks->wrapped, guint, i);
      PamongSheetCell *torn = is_said (cells, n, column) ? find_torn (walk, column) : NULL;

      if (torn != NULL)
        {
          g_autofree char *before = (char *) torn->text;

          torn->text = g_strjoin (" ", before, cells[column].text, NULL);
        }
    }
}

static void
begin_family (Walk *walk, guint row, const PamongSheetCell *cells, guint n)
{
  g_array_set_size (walk->head, 0);
  walk->begun = row;
  walk->first = TRUE;
  take_head (walk, row, cells, n);
}

static gboolean
walked_cb (guint row, const PamongSheetCell *cells, guint n, gpointer data)
{
  Walk *walk = data;
  gboolean early;

  if (pamong_spots_match (walk->blocks->end, cells, n))
    return FALSE;
  if (pamong_blocks_begins (walk->blocks, cells, n))
    {
      tell (walk);
      begin_family (walk, row, cells, n);
      return !walk->stopped;
    }
  if (walk->begun == 0)
    return TRUE;
  early = row < walk->begun + walk->blocks->members;
  if (is_member (walk->blocks, early, cells, n))
    {
      if (tell (walk))
        hold (walk, row, cells, n);
    }
  else if (early)
    take_head (walk, row, cells, n);
  else
    go_on (walk, row, cells, n);
  return !walk->stopped;
}

gboolean
pamong_sheet_blocks_people (PamongBook *book, guint sheet, const PamongBlocks *blocks, const char *area, PamongSheetPersonFunc func, gpointer data, guint *n, GError **error)
{
  Walk walk = { .blocks = blocks, .sheet = pamong_book_sheet (book, sheet, NULL), .func = func, .data = data };
  gboolean fine;

  pamong_person_init (&walk.reading, area);
  walk.head = g_array_new (FALSE, FALSE, sizeof (Kept));
  walk.held = g_array_new (FALSE, FALSE, sizeof (Kept));
  g_array_set_clear_func (walk.head, clear_kept);
  g_array_set_clear_func (walk.held, clear_kept);
  fine = pamong_book_read (book, sheet, walked_cb, &walk, error);
  if (fine && !walk.stopped)
    tell (&walk);
  g_array_unref (walk.head);
  g_array_unref (walk.held);
  pamong_person_clear (&walk.reading);
  *n = walk.n;
  return fine;
}
