/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/xlsx.h"

#include "exchange/zip_part.h"
#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const words_zip = N_("%s is a zip without a workbook in it. Unpack it, and choose the file with the people.");
static const char *const words_ods = N_("%s is no workbook of Excel. Open it in LibreOffice, save it as .xlsx, and choose the new file.");

static void
closed_cb (PamongBook *book)
{
  PamongXlsx *xlsx = (PamongXlsx *) book;

  if (xlsx->strings != NULL)
    g_string_free (xlsx->strings, TRUE);
  g_clear_pointer (&xlsx->offsets, g_array_unref);
  g_clear_pointer (&xlsx->dates, g_array_unref);
}

/* "worksheets/sheet1.xml", "/xl/worksheets/sheet1.xml" -> the name in the zip. */
static char *
part_name (const char *target)
{
  return target[0] == '/' ? g_strdup (target + 1) : g_strconcat ("xl/", target, NULL);
}

/* Returns: (transfer full) (nullable): id of a relation -> part. */
static GHashTable *
read_relations (PamongBook *book, GError **error)
{
  g_autoptr (PamongZipPart) part = pamong_zip_part_open (book, "xl/_rels/workbook.xml.rels", error);
  g_autoptr (GHashTable) parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  xmlTextReaderPtr xml = part != NULL ? pamong_zip_part_xml (part) : NULL;
  int status = -1;

  while (part != NULL && (status = pamong_zip_part_next (part, error)) == 1)
    if (pamong_xml_is (xml, "Relationship"))
      {
        g_autofree char *id = g_strdup (pamong_xml_attribute (xml, "Id"));
        const char *target = pamong_xml_attribute (xml, "Target");

        if (id != NULL && target != NULL)
          g_hash_table_replace (parts, g_steal_pointer (&id), part_name (target));
      }
  return status == 0 ? g_steal_pointer (&parts) : NULL;
}

static void
add_sheet (PamongBook *book, xmlTextReaderPtr xml, GHashTable *parts)
{
  g_autofree char *name = g_strdup (pamong_xml_attribute (xml, "name"));
  g_autofree char *state = g_strdup (pamong_xml_attribute (xml, "state"));
  const char *id = pamong_xml_attribute (xml, "id");
  const char *part = id != NULL ? g_hash_table_lookup (parts, id) : NULL;

  /* Sheets of charts and macros have no rows. */
  if (part != NULL && strstr (part, "chartsheets/") == NULL && strstr (part, "macrosheets/") == NULL)
    pamong_book_add_sheet (book, name != NULL ? name : "", state != NULL && strcmp (state, "visible") != 0, part);
}

static gboolean
read_sheets (PamongXlsx *xlsx, GHashTable *parts, GError **error)
{
  g_autoptr (PamongZipPart) part = pamong_zip_part_open (&xlsx->book, "xl/workbook.xml", error);
  xmlTextReaderPtr xml = part != NULL ? pamong_zip_part_xml (part) : NULL;
  int status = -1;

  while (part != NULL && (status = pamong_zip_part_next (part, error)) == 1)
    {
      if (pamong_xml_is (xml, "workbookPr"))
        {
          const char *mac = pamong_xml_attribute (xml, "date1904");
          xlsx->from_1904 = mac != NULL && (strcmp (mac, "1") == 0 || strcmp (mac, "true") == 0);
        }
      else if (pamong_xml_is (xml, "sheet"))
        add_sheet (&xlsx->book, xml, parts);
    }
  return status == 0;
}

static gboolean
has_part (PamongBook *book, const char *name, gboolean *has, GError **error)
{
  g_autoptr (PamongZipPart) part = NULL;

  if (!pamong_zip_part_find (book, name, &part, error))
    return FALSE;
  *has = part != NULL;
  return TRUE;
}

/* A zip that is another thing: OpenDocument, a document of Word, plain files; or one with a workbook among its files, which is read in its place. */
static gboolean
find_workbook (PamongBook *book, GError **error)
{
  g_autofree char *inner = NULL;
  gboolean is_one = FALSE, is_office = FALSE;

  if (!has_part (book, "xl/workbook.xml", &is_one, error) || is_one)
    return is_one;
  if (!pamong_zip_inner (book, &inner, error))
    return FALSE;
  if (inner == NULL)
    {
      if (has_part (book, "mimetype", &is_office, error) && (is_office || has_part (book, "[Content_Types].xml", &is_office, error)))
        pamong_book_say (book, is_office ? words_ods : words_zip, error);
      return FALSE;
    }
  g_free (book->path);
  book->path = g_steal_pointer (&inner);
  book->is_copy = TRUE;
  if (has_part (book, "xl/workbook.xml", &is_one, error) && !is_one)
    pamong_book_say (book, pamong_words_damaged, error);
  return is_one;
}

static gboolean
open_xlsx (PamongBook *book, GError **error)
{
  PamongXlsx *xlsx = (PamongXlsx *) book;
  g_autoptr (GHashTable) parts = NULL;

  book->close = closed_cb;
  book->read = pamong_xlsx_read_sheet;
  if (!find_workbook (book, error) || (parts = read_relations (book, error)) == NULL)
    return FALSE;
  return read_sheets (xlsx, parts, error) && pamong_xlsx_read_styles (xlsx, error) && pamong_xlsx_read_strings (xlsx, error);
}

const PamongForm pamong_form_xlsx = { sizeof (PamongXlsx), open_xlsx };
