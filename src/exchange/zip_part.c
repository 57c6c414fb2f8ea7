/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/zip_part.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* A sheet packs 10 to 40 times smaller; nothing honest reaches 250. */
#define MAX_RATIO 250
#define FREE_BYTES (16 * 1024 * 1024)
/* A workbook in a zip is packed already. */
#define MAX_PACKED_RATIO 4
#define MAX_BYTES (G_GINT64_CONSTANT (4) * 1024 * 1024 * 1024)

static const char *const words_many = N_("%s holds more than one workbook. Unpack it, and choose one of them.");
static const char *const words_locked_zip = N_("%s is locked with a password. Unpack it with the password, and choose the workbook in it.");
static const char *const words_no_room = N_("%s cannot be unpacked: the folder for temporary files is full or closed to you. Make room, or unpack it yourself and choose the workbook in it.");

struct _PamongZipPart {
  PamongBook *book;
  GFileInputStream *stream;
  struct archive *archive;
  xmlTextReaderPtr xml;
  gint64 unpacked, limit;
  gboolean too_big, locked, stopped, hostile;
  const PamongXmlWalk *walk;
  gpointer data;
  xmlParserCtxtPtr parser;
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

/* Returns: (transfer none) (nullable): name of the next part, NULL at the end: *status is ARCHIVE_EOF, or damage. */
static const char *
next_name (PamongZipPart *part, int *status)
{
  struct archive_entry *entry;
  const char *path = NULL;

  while (path == NULL && ((*status = archive_read_next_header (part->archive, &entry)) == ARCHIVE_OK || *status == ARCHIVE_WARN))
    {
      path = archive_entry_pathname (entry);
      part->locked = archive_entry_is_encrypted (entry);
    }
  return path;
}

/* ARCHIVE_OK at the part, ARCHIVE_EOF when there is none, else damage. */
static int
find_part (PamongZipPart *part, const char *name)
{
  const char *path;
  int status;

  while ((path = next_name (part, &status)) != NULL)
    if (g_ascii_strcasecmp (path[0] == '/' ? path + 1 : path, name) == 0)
      return ARCHIVE_OK;
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
  if (status != ARCHIVE_OK)
    {
      pamong_book_say (book, pamong_words_damaged, error);
      return FALSE;
    }
  *found = g_steal_pointer (&part);
  return TRUE;
}

/* "data/penduduk.xlsx"; not what Excel and macOS lay beside it. */
static gboolean
is_workbook (const char *path)
{
  g_autofree char *base = g_path_get_basename (path), *lower = g_ascii_strdown (base, -1);

  return (g_str_has_suffix (lower, ".xlsx") || g_str_has_suffix (lower, ".xlsm")) && *base != '.' && *base != '~';
}

/* Returns: (transfer full) (nullable): NULL when there is none; also with *words, which say why it cannot be had. */
static char *
find_inner (PamongBook *book, const char **words)
{
  g_autoptr (PamongZipPart) part = g_new0 (PamongZipPart, 1);
  g_autofree char *found = NULL;
  const char *path;
  int status = ARCHIVE_FATAL;

  part->book = book;
  while (*words == NULL && (part->archive != NULL || open_archive (part)) && (path = next_name (part, &status)) != NULL)
    if (is_workbook (path))
      {
        if (found != NULL)
          *words = words_many;
        else if (part->locked)
          *words = words_locked_zip;
        else
          found = g_strdup (path);
      }
  if (*words == NULL && status != ARCHIVE_EOF)
    *words = pamong_words_damaged;
  return *words == NULL ? g_steal_pointer (&found) : NULL;
}

static gboolean
unpack (PamongZipPart *part, GOutputStream *out)
{
  char block[64 * 1024];
  int n;

  while ((n = unpacked_cb (part, block, sizeof block)) > 0)
    if (!g_output_stream_write_all (out, block, (gsize) n, NULL, NULL, NULL))
      return FALSE;
  return n == 0 && g_output_stream_close (out, NULL, NULL);
}

/* Writes the part into a file that only its owner reads. Returns: (transfer full) (nullable): its path, NULL with *words. */
static char *
unpack_part (PamongBook *book, const char *name, const char **words)
{
  g_autoptr (PamongZipPart) part = g_new0 (PamongZipPart, 1);
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GFile) file = g_file_new_tmp ("pamong-XXXXXX.xlsx", &stream, NULL);

  part->book = book;
  if (file == NULL)
    *words = words_no_room;
  else if (!open_archive (part) || find_part (part, name) != ARCHIVE_OK)
    *words = pamong_words_damaged;
  else
    {
      part->limit = MIN (part->limit, FREE_BYTES + MAX_PACKED_RATIO * size_of (part->stream));
      if (!unpack (part, g_io_stream_get_output_stream (G_IO_STREAM (stream))))
        *words = part->too_big ? pamong_words_too_big : pamong_words_damaged;
    }
  if (*words != NULL && file != NULL)
    g_file_delete (file, NULL, NULL);
  return *words == NULL ? g_file_get_path (file) : NULL;
}

gboolean
pamong_zip_inner (PamongBook *book, char **path, GError **error)
{
  const char *words = NULL;
  g_autofree char *name = find_inner (book, &words);

  *path = name != NULL ? unpack_part (book, name, &words) : NULL;
  if (words != NULL)
    pamong_book_say (book, words, error);
  return words == NULL;
}

PamongZipPart *
pamong_zip_part_open (PamongBook *book, const char *name, GError **error)
{
  PamongZipPart *part;

  if (pamong_zip_part_find (book, name, &part, error) && part == NULL)
    pamong_book_say (book, pamong_words_damaged, error);
  return part;
}

#define XML_OPTIONS (XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_COMPACT)

xmlTextReaderPtr
pamong_zip_part_xml (PamongZipPart *part)
{
  if (part->xml == NULL && (part->xml = xmlReaderForIO (unpacked_cb, NULL, part, NULL, NULL, XML_OPTIONS)) != NULL)
    xmlTextReaderSetErrorHandler (part->xml, ignored_cb, NULL);
  return part->xml;
}

static void
stop (PamongZipPart *part)
{
  part->stopped = TRUE;
  xmlStopParser (part->parser);
}

static void
begun_cb (void *data, const xmlChar *name, const xmlChar *prefix G_GNUC_UNUSED, const xmlChar *uri G_GNUC_UNUSED, int n_names G_GNUC_UNUSED, const xmlChar **names G_GNUC_UNUSED, int n,
          int n_defaulted G_GNUC_UNUSED, const xmlChar **attributes)
{
  PamongZipPart *part = data;

  if (!part->stopped && !part->walk->begin ((const char *) name, (const PamongXmlAttribute *) (gpointer) attributes, (guint) n, part->data))
    stop (part);
}

static void
ended_cb (void *data, const xmlChar *name, const xmlChar *prefix G_GNUC_UNUSED, const xmlChar *uri G_GNUC_UNUSED)
{
  PamongZipPart *part = data;

  if (!part->stopped && !part->walk->end ((const char *) name, part->data))
    stop (part);
}

static void
said_cb (void *data, const xmlChar *text, int length)
{
  PamongZipPart *part = data;

  if (!part->stopped)
    part->walk->text ((const char *) text, (gsize) length, part->data);
}

static void
doctype_cb (void *data, const xmlChar *name G_GNUC_UNUSED, const xmlChar *external G_GNUC_UNUSED, const xmlChar *system G_GNUC_UNUSED)
{
  PamongZipPart *part = data;

  part->hostile = TRUE;
  stop (part);
}

/* Without a tree: a sheet has millions of nodes, and each is looked at once. */
gboolean
pamong_zip_part_walk (PamongZipPart *part, const PamongXmlWalk *walk, gpointer data, GError **error)
{
  xmlSAXHandler calls = { .initialized = XML_SAX2_MAGIC, .startElementNs = begun_cb, .endElementNs = ended_cb, .characters = said_cb, .ignorableWhitespace = said_cb, .cdataBlock = said_cb,
                          .internalSubset = doctype_cb };
  gboolean sound;

  part->walk = walk;
  part->data = data;
  part->parser = xmlCreateIOParserCtxt (&calls, part, unpacked_cb, NULL, part, XML_CHAR_ENCODING_NONE);
  if (part->parser != NULL)
    {
      xmlCtxtUseOptions (part->parser, XML_OPTIONS);
      xmlParseDocument (part->parser);
    }
  sound = part->parser != NULL && !part->hostile && (part->stopped || part->parser->wellFormed);
  if (part->parser != NULL)
    xmlFreeParserCtxt (part->parser);
  if (!sound)
    pamong_book_say (part->book, part->too_big ? pamong_words_too_big : pamong_words_damaged, error);
  return sound;
}

int
pamong_zip_part_next (PamongZipPart *part, GError **error)
{
  int status = part->xml != NULL ? xmlTextReaderRead (part->xml) : -1;

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
