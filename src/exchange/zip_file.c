/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/zip_file.h"
#include "domain/clock.h"
#include "exchange/part_file.h"
#include <archive.h>
#include <archive_entry.h>

#define BLOCK (64 * 1024)

typedef struct archive Archive;
typedef struct archive_entry Entry;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archive, archive_write_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Entry, archive_entry_free)

typedef struct {
  GOutputStream *stream;
  GError *why; /* (nullable) */
} Sink;

static la_ssize_t
write_cb (Archive *archive, void *data, const void *bytes, size_t n)
{
  Sink *sink = data;

  return sink->why == NULL && g_output_stream_write_all (sink->stream, bytes, n, NULL, NULL, &sink->why) ? (la_ssize_t) n : -1;
}

static gboolean
pack (Archive *zip, GInputStream *from, GError **error)
{
  g_autofree guchar *block = g_malloc (BLOCK);
  gsize n = BLOCK;

  while (n == BLOCK)
    if (!g_input_stream_read_all (from, block, BLOCK, &n, NULL, error) || archive_write_data (zip, block, n) != (la_ssize_t) n)
      return FALSE;
  return archive_write_finish_entry (zip) == ARCHIVE_OK && archive_write_close (zip) == ARCHIVE_OK;
}

/* A workbook is packed already: it is laid in as it is. */
static Archive *
begin (Sink *sink, const char *inside, goffset size)
{
  g_autoptr (Archive) zip = archive_write_new ();
  g_autoptr (Entry) entry = archive_entry_new ();

  archive_entry_set_pathname_utf8 (entry, inside);
  archive_entry_set_size (entry, size);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0600);
  archive_entry_set_mtime (entry, pamong_clock_now (), 0);
  archive_write_set_bytes_in_last_block (zip, 1); /* nothing behind the end */
  if (archive_write_set_format_zip (zip) != ARCHIVE_OK || archive_write_zip_set_compression_store (zip) != ARCHIVE_OK
      || archive_write_open (zip, sink, NULL, write_cb, NULL) != ARCHIVE_OK || archive_write_header (zip, entry) != ARCHIVE_OK)
    return NULL;
  return g_steal_pointer (&zip);
}

gboolean
pamong_zip_file_write (const char *path, const char *inside, const char *source, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (source);
  g_autoptr (GFileOutputStream) stream = NULL;
  g_autoptr (PamongPartFile) part = pamong_part_file_new (path, &stream, error);
  g_autoptr (GError) why = NULL;
  g_autoptr (GFileInputStream) from = part != NULL ? g_file_read (file, NULL, &why) : NULL;
  g_autoptr (GFileInfo) info = from != NULL ? g_file_input_stream_query_info (from, G_FILE_ATTRIBUTE_STANDARD_SIZE, NULL, &why) : NULL;
  g_autoptr (Archive) zip = NULL;
  Sink sink = { (GOutputStream *) stream, NULL };
  gboolean done;

  if (part == NULL)
    return FALSE;
  zip = info != NULL ? begin (&sink, inside, g_file_info_get_size (info)) : NULL;
  done = zip != NULL && pack (zip, G_INPUT_STREAM (from), &why) && g_output_stream_close (sink.stream, NULL, &why);
  if (why == NULL)
    why = sink.why;
  else
    g_clear_error (&sink.why);
  return done ? pamong_part_file_finish (part, error) : pamong_part_file_blame (part, why, error);
}
