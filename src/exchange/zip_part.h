/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "exchange/sheet_private.h"
#include <libxml/xmlreader.h>

/* One part of a zip, unpacked as it is read and never more than a table can be. */
typedef struct _PamongZipPart PamongZipPart;

/** pamong_zip_part_open: @name: letters' case does not count. Damage also when there is no such part. */
PamongZipPart *pamong_zip_part_open (PamongBook *book, const char *name, GError **error);
/** pamong_zip_part_find: @part: (out) (nullable): NULL when there is none of that name. Returns: FALSE on damage. */
gboolean pamong_zip_part_find (PamongBook *book, const char *name, PamongZipPart **part, GError **error);
/** pamong_zip_part_xml: Returns: (transfer none): a reader that resolves nothing, loads nothing and has no network. */
xmlTextReaderPtr pamong_zip_part_xml (PamongZipPart *part);
/** pamong_zip_part_next: moves to the next node. Returns: 1, 0 at the end, -1 with @error: damaged, too big, or with a document type (what only hostile files have). */
int pamong_zip_part_next (PamongZipPart *part, GError **error);

/** PamongXmlAttribute: as libxml2 lays them down; the value goes from @value to @end. */
typedef struct {
  const char *name, *prefix, *uri, *value, *end;
} PamongXmlAttribute;
/** PamongXmlWalk: called element by element, by local names. @begin, @end: return FALSE to stop. @text: in pieces. */
typedef struct {
  gboolean (*begin) (const char *name, const PamongXmlAttribute *attributes, guint n, gpointer data);
  gboolean (*end) (const char *name, gpointer data);
  void (*text) (const char *text, gsize length, gpointer data);
} PamongXmlWalk;
/** pamong_zip_part_walk: the whole part, or to where @walk stops it, in place of pamong_zip_part_next(). Returns: FALSE as the other's -1. */
gboolean pamong_zip_part_walk (PamongZipPart *part, const PamongXmlWalk *walk, gpointer data, GError **error);
void pamong_zip_part_free (PamongZipPart *part);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongZipPart, pamong_zip_part_free)

/** pamong_zip_inner: a workbook packed with other files, as OpenDK does. @path: (out) (nullable): of a copy in the folder for temporary files, which the caller deletes; NULL when there
 * is none. Returns: FALSE when it cannot be had: damaged, locked, too big, more than one. */
gboolean pamong_zip_inner (PamongBook *book, char **path, GError **error);

/** pamong_xml_is: whether the reader stands at the beginning of an element of this name, whatever its prefix. */
gboolean pamong_xml_is (xmlTextReaderPtr xml, const char *name);
/** pamong_xml_ends: whether it stands at the end of such an element; an empty element ends where it begins. */
gboolean pamong_xml_ends (xmlTextReaderPtr xml, const char *name);
/** pamong_xml_attribute: Returns: (transfer none) (nullable): valid until the next attribute or node. */
const char *pamong_xml_attribute (xmlTextReaderPtr xml, const char *name);
