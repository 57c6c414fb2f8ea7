/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workbook.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gstdio.h>
#include <string.h>

char *
workbook_dir (void)
{
  char *dir = g_dir_make_tmp ("pamong-sheet-XXXXXX", NULL);

  g_assert_nonnull (dir);
  return dir;
}

void
workbook_clean (char *dir)
{
  g_autoptr (GDir) files = g_dir_open (dir, 0, NULL);

  for (const char *name; (name = g_dir_read_name (files)) != NULL;)
    {
      g_autofree char *path = g_build_filename (dir, name, NULL);
      g_remove (path);
    }
  g_rmdir (dir);
  g_free (dir);
}

char *
workbook_file (const char *dir, const char *name, const void *bytes, gssize size)
{
  char *path = g_build_filename (dir, name, NULL);

  g_assert_true (g_file_set_contents_full (path, bytes, size, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  return path;
}

char *
workbook_pack (const char *dir, const char *name, const Blob *blobs, guint n, const char *password)
{
  char *path = g_build_filename (dir, name, NULL);
  struct archive *zip = archive_write_new ();

  archive_write_set_format_zip (zip);
  if (password != NULL)
    {
      g_assert_cmpint (archive_write_set_options (zip, "zip:encryption=zipcrypt"), ==, ARCHIVE_OK);
      g_assert_cmpint (archive_write_set_passphrase (zip, password), ==, ARCHIVE_OK);
    }
  g_assert_cmpint (archive_write_open_filename (zip, path), ==, ARCHIVE_OK);
  for (guint i = 0; i < n; i++)
    {
      struct archive_entry *entry = archive_entry_new ();

      archive_entry_set_pathname (entry, blobs[i].name);
      archive_entry_set_size (entry, (la_int64_t) blobs[i].size);
      archive_entry_set_filetype (entry, AE_IFREG);
      archive_entry_set_perm (entry, 0644);
      g_assert_cmpint (archive_write_header (zip, entry), ==, ARCHIVE_OK);
      g_assert_cmpint (archive_write_data (zip, blobs[i].bytes, blobs[i].size), >=, 0);
      archive_entry_free (entry);
    }
  archive_write_free (zip);
  return path;
}

char *
workbook_zip (const char *dir, const char *name, const Part *parts, guint n)
{
  g_autofree Blob *blobs = g_new (Blob, n);

  for (guint i = 0; i < n; i++)
    blobs[i] = (Blob) { parts[i].name, parts[i].text, strlen (parts[i].text) };
  return workbook_pack (dir, name, blobs, n, NULL);
}

#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
#define MAIN "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""

/* Style 1 is dd/mm/yyyy by its own format, 2 the built-in date 14, 3 a number with two decimals, 4 a time. */
static const char styles[] = XML "<styleSheet " MAIN "><numFmts><numFmt numFmtId=\"164\" formatCode=\"[$-421]dd/mm/yyyy\"/></numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
                             "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"14\"/><xf numFmtId=\"2\"/><xf numFmtId=\"20\"/></cellXfs></styleSheet>";
static const char workbook[] = XML "<workbook " MAIN "><sheets><sheet name=\"Data\" sheetId=\"1\" r:id=\"rId1\"/><sheet name=\"Kode\" sheetId=\"2\" state=\"hidden\" r:id=\"rId2\"/></sheets></workbook>";
static const char relations[] = XML "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/>"
                                "<Relationship Id=\"rId2\" Target=\"/xl/worksheets/sheet2.xml\"/></Relationships>";

char *
workbook_sheet (const char *dir, const char *rows, const char *strings)
{
  g_autofree char *sheet = g_strconcat (XML "<worksheet " MAIN "><sheetData>", rows, "</sheetData></worksheet>", NULL);
  g_autofree char *shared = g_strconcat (XML "<sst " MAIN ">", strings != NULL ? strings : "", "</sst>", NULL);
  Part parts[] = { { "xl/workbook.xml", workbook }, { "xl/_rels/workbook.xml.rels", relations }, { "xl/worksheets/sheet1.xml", sheet },
                   { "xl/worksheets/sheet2.xml", XML "<worksheet " MAIN "><sheetData/></worksheet>" }, { "xl/styles.xml", styles }, { "xl/sharedStrings.xml", shared } };

  /* The shared texts stand last, as some programs write them. */
  return workbook_zip (dir, "data.xlsx", parts, strings != NULL ? 6 : 5);
}

static void
add_cell (GString *out, const char *cell)
{
  g_autofree char *text = g_markup_escape_text (strchr ("#@=!\\", *cell) != NULL && *cell != '\0' ? cell + 1 : cell, -1);

  g_strdelimit (text, "^", '\n');
  if (*cell == '\0')
    g_string_append (out, "<c/>");
  else if (*cell == '#')
    g_string_append_printf (out, "<c><v>%s</v></c>", text);
  else if (*cell == '@')
    g_string_append_printf (out, "<c s=\"1\"><v>%s</v></c>", text);
  else if (*cell == '=')
    g_string_append_printf (out, *text != '\0' ? "<c><f>A1</f><v>%s</v></c>" : "<c><f>A1</f>%s</c>", text);
  else if (*cell == '!')
    g_string_append_printf (out, "<c t=\"e\"><v>%s</v></c>", text);
  else
    g_string_append_printf (out, "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">%s</t></is></c>", text);
}

static char *
table_xml (const Table *table)
{
  GString *out = g_string_new (XML "<worksheet " MAIN "><sheetData>");
  g_auto (GStrv) lines = g_strsplit (table->text, "\n", -1);

  for (guint row = 0; lines[row] != NULL; row++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[row], "|", -1);

      g_string_append_printf (out, "<row r=\"%u\">", row + 1);
      for (guint i = 0; cells[i] != NULL; i++)
        add_cell (out, cells[i]);
      g_string_append (out, "</row>");
    }
  g_string_append (out, "</sheetData></worksheet>");
  return g_string_free (out, FALSE);
}

char *
workbook_tables (const char *dir, const char *name, const Table *tables, guint n)
{
  g_autoptr (GPtrArray) owned = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (Part));
  g_autoptr (GString) list = g_string_new (XML "<workbook " MAIN "><sheets>");
  g_autoptr (GString) links = g_string_new (XML "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
  Part fixed[3] = { { "xl/workbook.xml", NULL }, { "xl/_rels/workbook.xml.rels", NULL }, { "xl/styles.xml", styles } };

  for (guint i = 0; i < n; i++)
    {
      Part part = { g_strdup_printf ("xl/worksheets/sheet%u.xml", i + 1), table_xml (&tables[i]) };

      g_string_append_printf (list, "<sheet name=\"%s\" sheetId=\"%u\" r:id=\"rId%u\"%s/>", tables[i].name, i + 1, i + 1, tables[i].hidden ? " state=\"hidden\"" : "");
      g_string_append_printf (links, "<Relationship Id=\"rId%u\" Target=\"worksheets/sheet%u.xml\"/>", i + 1, i + 1);
      g_ptr_array_add (owned, (char *) part.name);
      g_ptr_array_add (owned, (char *) part.text);
      g_array_append_val (parts, part);
    }
  g_string_append (list, "</sheets></workbook>");
  g_string_append (links, "</Relationships>");
  fixed[0].text = list->str;
  fixed[1].text = links->str;
  g_array_append_vals (parts, fixed, G_N_ELEMENTS (fixed));
  return workbook_zip (dir, name, (const Part *) (gpointer) parts->data, parts->len);
}

static void
tell_cell (GString *out, const PamongSheetCell *cell)
{
  static const char *const kinds[] = { "", "", "number ", "date ", "error " };

  g_string_append_printf (out, "%s%s%s", cell->formula ? "=" : "", kinds[cell->kind], cell->text);
}

static gboolean
told_cb (guint row, const PamongSheetCell *cells, guint n, gpointer data)
{
  GString *out = data;

  g_string_append_printf (out, "%u: ", row);
  for (guint i = 0; i < n; i++)
    {
      g_string_append (out, i > 0 ? " | " : "");
      g_assert_true (g_utf8_validate (cells[i].text, -1, NULL));
      tell_cell (out, &cells[i]);
    }
  g_string_append_c (out, '\n');
  return TRUE;
}

char *
workbook_rows (const char *path, guint index, GError **error)
{
  g_autoptr (PamongBook) book = pamong_book_open (path, error);
  g_autoptr (GString) out = g_string_new (NULL);

  if (book == NULL || index >= pamong_book_n_sheets (book) || !pamong_book_read (book, index, told_cb, out, error))
    return NULL;
  return g_string_free (g_steal_pointer (&out), FALSE);
}
