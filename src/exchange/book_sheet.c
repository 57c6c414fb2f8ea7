/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/book_sheet.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <xlsxwriter.h>

#include "domain/error.h"
#include "exchange/cell_fit.h"

#define LEVELS 5
#define SIZE 9.0           /* of the print, in points */
#define LETTERS_PER_MM 0.54 /* a column is as wide as so many letters of the workbook's own font */
#define LETTERS_PER_CAPITAL 1.35
#define POINTS_PER_LETTER 5.25
#define PADDING 4.0
#define LINE 12.0

typedef struct {
  PamongFilled *filled;
  const PamongRegister *reg;
  lxw_workbook *book;
  lxw_worksheet *sheet;
  lxw_format *title, *plain, *head, *cells[3], *bold[3], *section;
  guint row, last;
} Work;

static gboolean
blame (GError **error, const char *path, const GError *why)
{
  g_autofree char *shown = g_filename_display_name (path);

  if (why == NULL || g_error_matches (why, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_FULL, _("The disk is full: %s was not written. Make room, or choose another disk."), shown);
  else
    g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _("%s cannot be written. Close it if it is open in another program, or choose a folder in which you may write."), shown);
  return FALSE;
}

static lxw_format *
make_format (Work *work, gboolean bold, PamongAlign align, gboolean framed)
{
  static const uint8_t aligns[] = { [PAMONG_ALIGN_START] = LXW_ALIGN_LEFT, [PAMONG_ALIGN_CENTER] = LXW_ALIGN_CENTER, [PAMONG_ALIGN_END] = LXW_ALIGN_RIGHT };
  lxw_format *format = workbook_add_format (work->book);

  format_set_font_name (format, "Arial");
  format_set_font_size (format, SIZE);
  format_set_align (format, aligns[align]);
  format_set_align (format, LXW_ALIGN_VERTICAL_TOP);
  if (bold)
    format_set_bold (format);
  if (framed)
    {
      format_set_border (format, LXW_BORDER_THIN);
      format_set_text_wrap (format);
    }
  return format;
}

static void
make_formats (Work *work)
{
  for (guint a = 0; a < 3; a++)
    {
      work->cells[a] = make_format (work, FALSE, (PamongAlign) a, TRUE);
      work->bold[a] = make_format (work, TRUE, (PamongAlign) a, TRUE);
    }
  work->title = make_format (work, TRUE, PAMONG_ALIGN_CENTER, FALSE);
  work->plain = make_format (work, FALSE, PAMONG_ALIGN_CENTER, FALSE);
  work->head = make_format (work, TRUE, PAMONG_ALIGN_CENTER, TRUE);
  format_set_align (work->head, LXW_ALIGN_VERTICAL_CENTER);
  format_set_bg_color (work->head, 0xE8E8E8);
  work->section = make_format (work, TRUE, PAMONG_ALIGN_START, TRUE);
}

/* worksheet_merge_range() goes back to rows that are written already where rows are not kept in memory: the range is noted, its cells are written in their turn. */
static void
merge (Work *work, guint first_row, guint first, guint last_row, guint last)
{
  lxw_merged_range *range;

  if (first_row == last_row && first == last)
    return;
  range = calloc (1, sizeof *range);
  range->first_row = first_row;
  range->first_col = (lxw_col_t) first;
  range->last_row = last_row;
  range->last_col = (lxw_col_t) last;
  STAILQ_INSERT_TAIL (work->sheet->merged_ranges, range, list_pointers);
  work->sheet->merged_range_count++;
}

static void
wide (Work *work, const char *words, lxw_format *format)
{
  worksheet_write_string (work->sheet, work->row, 0, words, format);
  merge (work, work->row, 0, work->row, work->last);
  work->row++;
}

static gboolean
is_same_above (char **a, char **b, guint level)
{
  for (guint i = 0; i <= level; i++)
    if (i >= g_strv_length (a) || i >= g_strv_length (b) || !g_str_equal (a[i], b[i]))
      return FALSE;
  return TRUE;
}

/* No word of a heading is broken. */
static double
longest_word (const Work *work, guint c)
{
  const char *heading = pamong_filled_heading (work->filled, c), *last = strrchr (heading, '|');
  g_auto (GStrv) words = g_strsplit_set (last != NULL ? last + 1 : heading, " -/", -1);
  glong most = 0;

  for (gsize i = 0; words[i] != NULL; i++)
    most = MAX (most, g_utf8_strlen (words[i], -1));
  return (double) most;
}

/* A register is drawn for its own size of print; fitted to the paper, the sheet comes out as big. */
static double
column_letters (const Work *work, guint c)
{
  const PamongRegisterColumn *column = work->reg->columns->pdata[c];

  return MAX (column->width * LETTERS_PER_MM * SIZE / work->reg->font, longest_word (work, c) * LETTERS_PER_CAPITAL + 1);
}

static guint
lines_of (const Work *work, guint c, const char *text, gboolean bold)
{
  return pamong_cell_lines (text, SIZE, column_letters (work, c) * POINTS_PER_LETTER - PADDING, bold);
}

/* Before its cells: a row that was written is not gone back to. */
static void
set_height (Work *work, guint lines)
{
  worksheet_set_row (work->sheet, work->row, lines * LINE + 2, NULL);
}

static const char *
column_heading (Work *work, guint c)
{
  return pamong_filled_heading (work->filled, c);
}

/* The last part of a heading has the rows down to the end of the head to itself; what stands over several columns is on one line. */
static guint
head_lines (Work *work, GPtrArray *parts, guint level, guint n_levels)
{
  guint most = 1;

  for (guint c = 0; c < parts->len; c++)
    {
      char **levels = parts->pdata[c];
      guint own = g_strv_length (levels), rows = n_levels - own + 1, lines = lines_of (work, c, levels[own - 1], TRUE);

      if (level + 1 >= own)
        most = MAX (most, (lines + rows - 1) / rows);
    }
  return most;
}

/* One row of the head: a cell stands where it begins, its frame everywhere. */
static void
write_head_row (Work *work, GPtrArray *parts, guint level, guint n_levels)
{
  set_height (work, head_lines (work, parts, level, n_levels));
  for (guint c = 0; c < parts->len; c++)
    {
      char **levels = parts->pdata[c];
      guint own = g_strv_length (levels), last = c;

      if (level >= own || (level + 1 < own && c > 0 && is_same_above (parts->pdata[c - 1], levels, level)))
        {
          worksheet_write_blank (work->sheet, work->row, (lxw_col_t) c, work->head);
          continue;
        }
      while (level + 1 < own && last + 1 < parts->len && is_same_above (levels, parts->pdata[last + 1], level))
        last++;
      worksheet_write_string (work->sheet, work->row, (lxw_col_t) c, levels[level], work->head);
      merge (work, work->row, c, level + 1 == own ? work->row + n_levels - 1 - level : work->row, last);
    }
  work->row++;
}

static void
write_head (Work *work)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  guint n_levels = 1, first = work->row;

  for (guint c = 0; c < work->reg->columns->len; c++)
    {
      g_ptr_array_add (parts, g_strsplit (column_heading (work, c), "|", LEVELS));
      n_levels = MAX (n_levels, g_strv_length (parts->pdata[c]));
    }
  for (guint l = 0; l < n_levels; l++)
    write_head_row (work, parts, l, n_levels);
  if (work->reg->code != NULL)
    set_height (work, 1);
  for (guint c = 0; work->reg->code != NULL && c < parts->len; c++)
    worksheet_write_number (work->sheet, work->row, (lxw_col_t) c, c + 1, work->head);
  work->row += work->reg->code != NULL;
  worksheet_freeze_panes (work->sheet, work->row, 0);
  worksheet_repeat_rows (work->sheet, first, work->row - 1);
}

static gboolean
is_figure (PamongAlign align, const char *text)
{
  return align == PAMONG_ALIGN_END && *text != '\0' && strspn (text, "0123456789,") == strlen (text);
}

static void
write_cell (Work *work, guint row, guint c, gboolean bold)
{
  const PamongRegisterColumn *column = work->reg->columns->pdata[c];
  const char *text = pamong_filled_cell (work->filled, row, c);
  lxw_format *format = bold ? work->bold[column->align] : work->cells[column->align];

  if (is_figure (column->align, text) || (g_strcmp0 (column->value, "number") == 0 && *text != '\0'))
    {
      g_autofree char *figure = g_strdelimit (g_strdup (text), ",", '.');

      worksheet_write_number (work->sheet, work->row, (lxw_col_t) c, g_ascii_strtod (figure, NULL), format);
    }
  else
    worksheet_write_string (work->sheet, work->row, (lxw_col_t) c, text, format);
}

static void
write_row (Work *work, guint row)
{
  PamongRowKind kind = pamong_filled_kind (work->filled, row);
  guint lines = 1;

  if (kind == PAMONG_ROW_SECTION)
    {
      wide (work, pamong_filled_cell (work->filled, row, 0), work->section);
      return;
    }
  for (guint c = 0; c < work->reg->columns->len; c++)
    lines = MAX (lines, lines_of (work, c, pamong_filled_cell (work->filled, row, c), kind == PAMONG_ROW_TOTAL));
  set_height (work, lines);
  for (guint c = 0; c < work->reg->columns->len; c++)
    write_cell (work, row, c, kind == PAMONG_ROW_TOTAL);
  work->row++;
}

static void
write_signers (Work *work, const PamongBookSheet *sheet)
{
  guint lines = MAX (sheet->left != NULL ? g_strv_length ((char **) sheet->left) : 0, sheet->right != NULL ? g_strv_length ((char **) sheet->right) : 0);
  guint right = MAX (work->last * 3 / 4, 1);

  work->row++;
  for (guint i = 0; i < lines; i++, work->row++)
    {
      if (sheet->left != NULL && i < g_strv_length ((char **) sheet->left))
        worksheet_write_string (work->sheet, work->row, (lxw_col_t) MIN (1, work->last), sheet->left[i], NULL);
      if (sheet->right != NULL && i < g_strv_length ((char **) sheet->right))
        worksheet_write_string (work->sheet, work->row, (lxw_col_t) right, sheet->right[i], NULL);
    }
}

static void
set_paper (Work *work)
{
  worksheet_set_landscape (work->sheet);
  worksheet_set_paper (work->sheet, 14); /* folio: the nearest to F4 that a workbook knows */
  worksheet_fit_to_pages (work->sheet, 1, 0);
  worksheet_set_margins (work->sheet, 0.6, 0.4, 0.4, 0.6);
  worksheet_set_footer (work->sheet, "&R&8&P / &N");
  for (guint c = 0; c < work->reg->columns->len; c++)
    worksheet_set_column (work->sheet, (lxw_col_t) c, (lxw_col_t) c, column_letters (work, c), NULL);
}

static void
write_all (Work *work, const PamongBookSheet *sheet)
{
  GPtrArray *notes = pamong_filled_notes (work->filled);

  set_paper (work);
  if (sheet->band != NULL)
    wide (work, sheet->band, work->title);
  wide (work, sheet->title, work->title);
  for (guint i = 0; sheet->lines != NULL && sheet->lines[i] != NULL; i++)
    wide (work, sheet->lines[i], work->plain);
  work->row++;
  write_head (work);
  for (guint r = 0; r < pamong_filled_n_rows (work->filled); r++)
    write_row (work, r);
  if (pamong_filled_n_rows (work->filled) == 0 && work->reg->empty != NULL)
    wide (work, work->reg->empty, work->plain);
  for (guint i = 0; i < notes->len; i++)
    worksheet_write_string (work->sheet, work->row++, 0, notes->pdata[i], NULL);
  write_signers (work, sheet);
}

/* Rows wait in a file of their own beside the workbook; libxlsxwriter does not look whether they reached the disk, the stream remembers. */
static gboolean
write_book (Work *work, const PamongBookSheet *sheet, const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path), *name = g_strndup (work->reg->title, g_utf8_offset_to_pointer (work->reg->title, MIN (g_utf8_strlen (work->reg->title, -1), 31)) - work->reg->title);
  lxw_workbook_options options = { .constant_memory = LXW_TRUE, .tmpdir = folder };
  gboolean kept;

  work->book = workbook_new_opt (path, &options);
  work->sheet = work->book != NULL ? workbook_add_worksheet (work->book, name) : NULL;
  if (work->sheet == NULL || work->sheet->optimize_tmpfile == NULL)
    return FALSE;
  make_formats (work);
  write_all (work, sheet);
  lxw_worksheet_write_single_row (work->sheet);
  kept = fflush (work->sheet->optimize_tmpfile) == 0 && !ferror (work->sheet->optimize_tmpfile);
  return workbook_close (work->book) == LXW_NO_ERROR && kept;
}

gboolean
pamong_book_sheet_xlsx (PamongFilled *filled, const PamongBookSheet *sheet, const char *path, GError **error)
{
  g_autofree char *name = g_strdup_printf ("%s.%08x.part", path, g_random_int ());
  g_autoptr (GFile) part = g_file_new_for_path (name), target = g_file_new_for_path (path);
  g_autoptr (GError) why = NULL;
  g_autoptr (GFileOutputStream) stream = g_file_create (part, G_FILE_CREATE_PRIVATE, NULL, &why);
  Work work = { .filled = filled, .reg = pamong_filled_register (filled), .last = pamong_filled_register (filled)->columns->len - 1 };

  if (stream == NULL)
    return blame (error, path, why);
  if (write_book (&work, sheet, name) && g_file_move (part, target, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &why))
    return TRUE;
  g_file_delete (part, NULL, NULL);
  return blame (error, path, why);
}

static void
put_quoted (GString *out, const char *text)
{
  if (strpbrk (text, ";\"\n\r") == NULL)
    {
      g_string_append (out, text);
      return;
    }
  g_string_append_c (out, '"');
  for (; *text != '\0'; text++)
    {
      if (*text == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *text);
    }
  g_string_append_c (out, '"');
}

static void
put_heads (GString *out, PamongFilled *filled)
{
  for (guint c = 0; c < pamong_filled_register (filled)->columns->len; c++)
    {
      g_auto (GStrv) levels = g_strsplit (pamong_filled_heading (filled, c), "|", LEVELS);
      g_autofree char *heading = g_strjoinv (" ", levels);

      if (c > 0)
        g_string_append_c (out, ';');
      put_quoted (out, heading);
    }
  g_string_append (out, "\r\n");
}

gboolean
pamong_book_sheet_csv (PamongFilled *filled, const char *path, GError **error)
{
  g_autoptr (GString) out = g_string_new ("\xef\xbb\xbf");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) why = NULL;
  const PamongRegister *reg = pamong_filled_register (filled);

  put_heads (out, filled);
  for (guint r = 0; r < pamong_filled_n_rows (filled); r++)
    {
      for (guint c = 0; c < reg->columns->len; c++)
        {
          if (c > 0)
            g_string_append_c (out, ';');
          put_quoted (out, pamong_filled_cell (filled, r, c));
        }
      g_string_append (out, "\r\n");
    }
  return g_file_replace_contents (file, out->str, out->len, NULL, FALSE, G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION, NULL, NULL, &why) || blame (error, path, why);
}
