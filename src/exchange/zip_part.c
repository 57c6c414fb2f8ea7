/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/zip_part.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

/* A sheet packs 10 to 40 times smaller; nothing honest reaches 250. */
#define MAX_RATIO 250
#define FREE_BYTES (16 * 1024 * 1024)
#define MAX_BYTES (G_GINT64_CONSTANT (4) * 1024 * 1024 * 1024)

struct _PamongZipPart {
  PamongBook *book;
  GFileInputStream *stream;
  struct archive *archive;
  xmlTextReaderPtr xml;
  gint64 unpacked, limit;
  gboolean too_big;
  char buffer[64 * 1024];
};

static la_ssize_t
packed_cb (struct archive *archive G_GNUC_UNUSED, void *data, const void **bytes)
{
  PamongZipPart *part = data;

  *bytes = part->buffer;
  return g_input_stream_read (G_INPUT_STREAM (part->stream), part->buffer, sizeof part->buffer, NULL, NULL);
}

static la_int64_t
sought_cb (struct archive *archive G_GNUC_UNUSED, void *data, la_int64_t offset, int whence)
{
  PamongZipPart *part = data;
  GSeekType type = whence == SEEK_SET ? G_SEEK_SET : whence == SEEK_CUR ? G_SEEK_CUR : G_SEEK_END;

  if (!g_seekable_seek (G_SEEKABLE (part->stream), offset, type, NULL, NULL))
    return ARCHIVE_FATAL;
  return g_seekable_tell (G_SEEKABLE (part->stream));
}

static int
unpacked_cb (void *data, char *bytes, int size)
{
  PamongZipPart *part = data;
  la_ssize_t n = archive_read_data (part->archive, bytes, (size_t) size);

  if (n < 0)
    return -1;
  part->unpacked += n;
  part->too_big = part->unpacked > part->limit;
  return part->too_big ? -1 : (int) n;
}

static gint64
size_of (GFileInputStream *stream)
{
  g_autoptr (GFileInfo) info = g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_STANDARD_SIZE, NULL, NULL);

  return info != NULL ? g_file_info_get_size (info) : 0;
}

static gboolean
open_archive (PamongZipPart *part)
{
  g_autoptr (GFile) file = g_file_new_for_path (part->book->path);

  part->stream = g_file_read (file, NULL, NULL);
  part->archive = archive_read_new ();
  if (part->stream == NULL)
    return FALSE;
  part->limit = MIN (MAX_BYTES, FREE_BYTES + MAX_RATIO * size_of (part->stream));
  archive_read_support_format_zip_seekable (part->archive);
  archive_read_set_read_callback (part->archive, packed_cb);
  archive_read_set_seek_callback (part->archive, sought_cb);
  archive_read_set_callback_data (part->archive, part);
  return archive_read_open1 (part->archive) == ARCHIVE_OK;
}

/* ARCHIVE_OK at the part, ARCHIVE_EOF when there is none, else damage. */
static int
find_part (PamongZipPart *part, const char *name)
{
  struct archive_entry *entry;
  int status;

  while ((status = archive_read_next_header (part->archive, &entry)) == ARCHIVE_OK || status == ARCHIVE_WARN)
    {
      const char *path = archive_entry_pathname (entry);

      if (path != NULL && g_ascii_strcasecmp (path[0] == '/' ? path + 1 : path, name) == 0)
        return ARCHIVE_OK;
    }
  return status;
}

static void
ignored_cb (void *data G_GNUC_UNUSED, const char *words G_GNUC_UNUSED, xmlParserSeverities severity G_GNUC_UNUSED, xmlTextReaderLocatorPtr where G_GNUC_UNUSED)
{
}

gboolean
pamong_zip_part_find (PamongBook *book, const char *name, PamongZipPart **found, GError **error)
{
  g_autoptr (PamongZipPart) part = g_new0 (PamongZipPart, 1);
  int status;

  *found = NULL;
  part->book = book;
  status = open_archive (part) ? find_part (part, name) : ARCHIVE_FATAL;
  if (status == ARCHIVE_EOF)
    return TRUE;
  if (status == ARCHIVE_OK)
    part->xml = xmlReaderForIO (unpacked_cb, NULL, part, NULL, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_COMPACT);
  if (part->xml == NULL)
    {
      pamong_book_say (book, pamong_words_damaged, error);
      return FALSE;
    }
  xmlTextReaderSetErrorHandler (part->xml, ignored_cb, NULL);
  *found = g_steal_pointer (&part);
  return TRUE;
}

PamongZipPart *
pamong_zip_part_open (PamongBook *book, const char *name, GError **error)
{
  PamongZipPart *part;

  if (pamong_zip_part_find (book, name, &part, error) && part == NULL)
    pamong_book_say (book, pamong_words_damaged, error);
  return part;
}

xmlTextReaderPtr
pamong_zip_part_xml (PamongZipPart *part)
{
  return part->xml;
}

int
pamong_zip_part_next (PamongZipPart *part, GError **error)
{
  int status = xmlTextReaderRead (part->xml);

  if (status == 1 && xmlTextReaderNodeType (part->xml) == XML_READER_TYPE_DOCUMENT_TYPE)
    status = -1;
  if (status < 0)
    pamong_book_say (part->book, part->too_big ? pamong_words_too_big : pamong_words_damaged, error);
  return status;
}

void
pamong_zip_part_free (PamongZipPart *part)
{
  g_clear_pointer (&part->xml, xmlFreeTextReader);
  g_clear_pointer (&part->archive, archive_read_free);
  g_clear_object (&part->stream);
  g_free (part);
}

static gboolean
is_named (xmlTextReaderPtr xml, const char *name)
{
  return strcmp ((const char *) xmlTextReaderConstLocalName (xml), name) == 0;
}

gboolean
pamong_xml_is (xmlTextReaderPtr xml, const char *name)
{
  return xmlTextReaderNodeType (xml) == XML_READER_TYPE_ELEMENT && is_named (xml, name);
}

gboolean
pamong_xml_ends (xmlTextReaderPtr xml, const char *name)
{
  int type = xmlTextReaderNodeType (xml);

  if (type == XML_READER_TYPE_ELEMENT && xmlTextReaderIsEmptyElement (xml))
    return is_named (xml, name);
  return type == XML_READER_TYPE_END_ELEMENT && is_named (xml, name);
}

const char *
pamong_xml_attribute (xmlTextReaderPtr xml, const char *name)
{
  const char *value = NULL;

  while (value == NULL && xmlTextReaderMoveToNextAttribute (xml) == 1)
    if (is_named (xml, name))
      value = (const char *) xmlTextReaderConstValue (xml);
  xmlTextReaderMoveToElement (xml);
  return value;
}
