/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/xlsx.h"

#include "exchange/zip_part.h"
#include <stdlib.h>
#include <string.h>

#define MAX_STRINGS (512 * 1024 * 1024)

/* Numbers of the formats that are built in (ECMA-376 part 1, 18.8.30). */
static gboolean
is_built_in_date (int id)
{
  return (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 54) || id == 57 || id == 58;
}

gboolean
pamong_xlsx_is_date (const char *code)
{
  gboolean quoted = FALSE, bracketed = FALSE;

  for (const char *c = code; *c != '\0' && *c != ';'; c++)
    {
      if (*c == '"')
        quoted = !quoted;
      else if (!quoted && (*c == '[' || *c == ']'))
        bracketed = *c == '[';
      else if (!quoted && (*c == '\\' || *c == '_' || *c == '*') && c[1] != '\0')
        c++;
      else if (!quoted && !bracketed && strchr ("dDyY", *c) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
note_format (GHashTable *formats, xmlTextReaderPtr xml)
{
  const char *id_text = pamong_xml_attribute (xml, "numFmtId");
  int id = id_text != NULL ? atoi (id_text) : -1;
  const char *code = pamong_xml_attribute (xml, "formatCode");

  if (id >= 0 && code != NULL)
    g_hash_table_replace (formats, GINT_TO_POINTER (id), GINT_TO_POINTER (pamong_xlsx_is_date (code)));
}

static void
note_style (PamongXlsx *xlsx, GHashTable *formats, xmlTextReaderPtr xml)
{
  const char *id_text = pamong_xml_attribute (xml, "numFmtId");
  int id = id_text != NULL ? atoi (id_text) : 0;
  gpointer own;
  gboolean is_date = g_hash_table_lookup_extended (formats, GINT_TO_POINTER (id), NULL, &own) ? GPOINTER_TO_INT (own) : is_built_in_date (id);

  g_array_append_val (xlsx->dates, is_date);
}

gboolean
pamong_xlsx_read_styles (PamongXlsx *xlsx, GError **error)
{
  g_autoptr (PamongZipPart) part = NULL;
  g_autoptr (GHashTable) formats = g_hash_table_new (NULL, NULL);
  xmlTextReaderPtr xml;
  gboolean in_styles = FALSE;
  int status = 0;

  xlsx->dates = g_array_new (FALSE, FALSE, sizeof (gboolean));
  if (!pamong_zip_part_find (&xlsx->book, "xl/styles.xml", &part, error))
    return FALSE;
  xml = part != NULL ? pamong_zip_part_xml (part) : NULL;
  while (part != NULL && (status = pamong_zip_part_next (part, error)) == 1)
    {
      if (pamong_xml_is (xml, "numFmt"))
        note_format (formats, xml);
      else if (pamong_xml_is (xml, "cellXfs"))
        in_styles = TRUE;
      else if (in_styles && pamong_xml_is (xml, "xf"))
        note_style (xlsx, formats, xml);
      if (pamong_xml_ends (xml, "cellXfs"))
        in_styles = FALSE;
    }
  return status == 0;
}

static gboolean
is_words (xmlTextReaderPtr xml)
{
  int type = xmlTextReaderNodeType (xml);

  return type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_CDATA || type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE;
}

static void
end_string (PamongXlsx *xlsx, guint *begin)
{
  g_array_append_val (xlsx->offsets, *begin);
  g_string_append_c (xlsx->strings, '\0');
  *begin = (guint) xlsx->strings->len;
}

gboolean
pamong_xlsx_read_strings (PamongXlsx *xlsx, GError **error)
{
  g_autoptr (PamongZipPart) part = NULL;
  xmlTextReaderPtr xml;
  gboolean in_text = FALSE, in_sound = FALSE;
  guint begin = 0;
  int status = 0;

  xlsx->strings = g_string_new (NULL);
  xlsx->offsets = g_array_new (FALSE, FALSE, sizeof (guint));
  if (!pamong_zip_part_find (&xlsx->book, "xl/sharedStrings.xml", &part, error))
    return FALSE;
  xml = part != NULL ? pamong_zip_part_xml (part) : NULL;
  while (part != NULL && (status = pamong_zip_part_next (part, error)) == 1)
    {
      /* rPh tells how a word sounds: it is no part of it. */
      if (pamong_xml_is (xml, "rPh"))
        in_sound = TRUE;
      else if (pamong_xml_is (xml, "t"))
        in_text = TRUE;
      else if (in_text && !in_sound && is_words (xml))
        g_string_append (xlsx->strings, (const char *) xmlTextReaderConstValue (xml));
      if (pamong_xml_ends (xml, "t"))
        in_text = FALSE;
      else if (pamong_xml_ends (xml, "rPh"))
        in_sound = FALSE;
      else if (pamong_xml_ends (xml, "si"))
        end_string (xlsx, &begin);
      if (xlsx->strings->len > MAX_STRINGS)
        {
          pamong_book_say (&xlsx->book, pamong_words_too_big, error);
          return FALSE;
        }
    }
  return status == 0;
}
