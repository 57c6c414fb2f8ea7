/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "domain/error.h"
#include "domain/record.h"
#include <json-glib/json-glib.h>

/* Strict JSON, shared by the files of this room and the server. json-glib builds the tree; because it lets comments, doubled keys and
 * bottomless nesting pass, every text is checked first. */

#define PAMONG_JSON_DEPTH 12
#define PAMONG_JSON_TEXT 2000      /* bytes of one value of a field */
#define PAMONG_JSON_LONG_TEXT 65536 /* of a conflict's chain, and of a LONG field */

/** pamong_json_check: RFC 8259 to the letter, and: valid UTF-8, no U+0000, nesting to PAMONG_JSON_DEPTH, no key twice in an object, integers that
 * fit 18 digits. Returns: NULL, or what is wrong with it in two or three English words (transfer none). */
const char *pamong_json_check (const char *text, gsize size);
/** pamong_json_parse: Returns: (transfer full): the object in @text, checked; NULL with INVALID. @size: -1 = to the NUL. */
JsonObject *pamong_json_parse (const char *text, gssize size, GError **error);

/** PamongJsonReader: reads the members of one object; the first bad one is remembered, so that a caller asks once at the end. */
typedef struct {
  JsonObject *object;
  const char *fault; /* the key that was missing or wrong, NULL = all well */
} PamongJsonReader;
gint64 pamong_json_int (PamongJsonReader *reader, const char *key, gint64 min, gint64 max);
gint64 pamong_json_int_or (PamongJsonReader *reader, const char *key, gint64 min, gint64 max, gint64 fallback);
gboolean pamong_json_bool (PamongJsonReader *reader, const char *key);
/** pamong_json_text: Returns: (transfer full): at most @max bytes, not empty. */
char *pamong_json_text (PamongJsonReader *reader, const char *key, gsize max);
/** pamong_json_text_or: Returns: (transfer full): the text, or a copy of @fallback where the key is missing. */
char *pamong_json_text_or (PamongJsonReader *reader, const char *key, gsize max, const char *fallback);
/** pamong_json_texts: Returns: (transfer full): an array of at most @max_n texts. */
char **pamong_json_texts (PamongJsonReader *reader, const char *key, guint max_n, gsize max);
/** pamong_json_array: Returns: (transfer none) (nullable). */
JsonArray *pamong_json_array (PamongJsonReader *reader, const char *key, guint max_n);
/** pamong_json_object: Returns: (transfer none) (nullable). */
JsonObject *pamong_json_object (PamongJsonReader *reader, const char *key);
/** pamong_json_done: Returns: TRUE if nothing was wrong, else FALSE with INVALID naming the key. */
gboolean pamong_json_done (const PamongJsonReader *reader, GError **error);
/** pamong_json_value: reads a field's value strictly by its type. Returns: FALSE if it does not fit. */
gboolean pamong_json_value (JsonNode *node, const PamongField *field, PamongValue *value);

/* Writing: straight into a string, in the order of the calls. A comma is put where one is due. */
void pamong_json_put_key (GString *out, const char *key);
void pamong_json_put_comma (GString *out);
void pamong_json_put_string (GString *out, const char *text);
void pamong_json_put_value (GString *out, const PamongValue *value);
void pamong_json_put_node (GString *out, JsonNode *node);
void pamong_json_put_int (GString *out, const char *key, gint64 value);
/** pamong_json_put_text: NULL writes nothing at all. */
void pamong_json_put_text (GString *out, const char *key, const char *text);
/** pamong_json_put_texts: @texts: (array zero-terminated=1) (nullable). */
void pamong_json_put_texts (GString *out, const char *key, char **texts);
/** pamong_json_node_text: Returns: (transfer full): @node as compact JSON. */
char *pamong_json_node_text (JsonNode *node);
