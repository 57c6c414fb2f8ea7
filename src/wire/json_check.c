/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wire/json.h"
#include <string.h>

typedef struct {
  const char *at, *end;
  int depth;
  const char *fault;
} Scan;

static gboolean value (Scan *scan);

static gboolean
fail (Scan *scan, const char *fault)
{
  scan->fault = fault;
  return FALSE;
}

static void
blanks (Scan *scan)
{
  while (scan->at < scan->end && strchr (" \t\r\n", *scan->at))
    scan->at++;
}

static gboolean
take (Scan *scan, char c)
{
  blanks (scan);
  if (scan->at >= scan->end || *scan->at != c)
    return FALSE;
  scan->at++;
  return TRUE;
}

/* Four digits after \u; -1 if they are none. */
static int
hex4 (Scan *scan)
{
  int code = 0;

  if (scan->end - scan->at < 4)
    return -1;
  for (int i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (*scan->at++);
      if (digit < 0)
        return -1;
      code = code * 16 + digit;
    }
  return code;
}

static gboolean
escape (Scan *scan)
{
  int code;

  if (scan->at >= scan->end)
    return fail (scan, "string not closed");
  if (*scan->at != 'u')
    return strchr ("\"\\/bfnrt", *scan->at) && *scan->at++ ? TRUE : fail (scan, "unknown escape");
  scan->at++;
  code = hex4 (scan);
  if (code <= 0 || (code >= 0xDC00 && code <= 0xDFFF))
    return fail (scan, "bad \\u escape");
  if (code < 0xD800 || code > 0xDBFF)
    return TRUE;
  if (scan->end - scan->at < 6 || scan->at[0] != '\\' || scan->at[1] != 'u')
    return fail (scan, "half a character");
  scan->at += 2;
  code = hex4 (scan);
  return code >= 0xDC00 && code <= 0xDFFF ? TRUE : fail (scan, "half a character");
}

static gboolean
string (Scan *scan)
{
  if (!take (scan, '"'))
    return fail (scan, "string expected");
  while (scan->at < scan->end)
    {
      guchar c = (guchar) *scan->at++;

      if (c == '"')
        return TRUE;
      if (c < 0x20)
        return fail (scan, "control character");
      if (c == '\\' && !escape (scan))
        return FALSE;
    }
  return fail (scan, "string not closed");
}

static guint
digits (Scan *scan)
{
  const char *start = scan->at;

  while (scan->at < scan->end && g_ascii_isdigit (*scan->at))
    scan->at++;
  return (guint) (scan->at - start);
}

static gboolean
number (Scan *scan)
{
  const char *first;
  guint whole;

  if (*scan->at == '-')
    scan->at++;
  first = scan->at;
  whole = digits (scan);
  if (whole == 0 || whole > 18 || (whole > 1 && *first == '0'))
    return fail (scan, "bad number");
  if (scan->at < scan->end && *scan->at == '.')
    {
      scan->at++;
      whole = digits (scan);
      if (whole == 0 || whole > 30)
        return fail (scan, "bad number");
    }
  if (scan->at < scan->end && (*scan->at == 'e' || *scan->at == 'E'))
    {
      scan->at++;
      if (scan->at < scan->end && (*scan->at == '+' || *scan->at == '-'))
        scan->at++;
      whole = digits (scan);
      if (whole == 0 || whole > 2)
        return fail (scan, "bad number");
    }
  return TRUE;
}

static gboolean
word (Scan *scan, const char *text)
{
  gsize length = strlen (text);

  if ((gsize) (scan->end - scan->at) < length || memcmp (scan->at, text, length) != 0)
    return fail (scan, "value expected");
  scan->at += length;
  return TRUE;
}

/* Keys are compared as written: escaped letters in a key are refused, so that one key has one spelling. */
static gboolean
key (Scan *scan, GHashTable *keys)
{
  const char *start;
  char *name;

  blanks (scan);
  start = scan->at + 1;
  if (!string (scan))
    return FALSE;
  name = g_strndup (start, (gsize) (scan->at - start - 1));
  if (strchr (name, '\\'))
    {
      g_free (name);
      return fail (scan, "escape in a key");
    }
  return g_hash_table_add (keys, name) ? TRUE : fail (scan, "key twice");
}

static gboolean
object (Scan *scan)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (take (scan, '}'))
    return TRUE;
  do
    {
      if (!key (scan, keys))
        return FALSE;
      if (!take (scan, ':'))
        return fail (scan, "colon expected");
      if (!value (scan))
        return FALSE;
    }
  while (take (scan, ','));
  return take (scan, '}') ? TRUE : fail (scan, "object not closed");
}

static gboolean
array (Scan *scan)
{
  if (take (scan, ']'))
    return TRUE;
  do
    if (!value (scan))
      return FALSE;
  while (take (scan, ','));
  return take (scan, ']') ? TRUE : fail (scan, "array not closed");
}

static gboolean
nested (Scan *scan, gboolean (*inside) (Scan *))
{
  gboolean ok;

  if (++scan->depth > PAMONG_JSON_DEPTH)
    return fail (scan, "nested too deep");
  scan->at++;
  ok = inside (scan);
  scan->depth--;
  return ok;
}

static gboolean
value (Scan *scan)
{
  blanks (scan);
  if (scan->at >= scan->end)
    return fail (scan, "text ends early");
  switch (*scan->at)
    {
    case '{':
      return nested (scan, object);
    case '[':
      return nested (scan, array);
    case '"':
      return string (scan);
    case 't':
      return word (scan, "true");
    case 'f':
      return word (scan, "false");
    case 'n':
      return word (scan, "null");
    default:
      return *scan->at == '-' || g_ascii_isdigit (*scan->at) ? number (scan) : fail (scan, "value expected");
    }
}

const char *
pamong_json_check (const char *text, gsize size)
{
  Scan scan = { text, text + size, 0, NULL };

  if (!g_utf8_validate_len (text, size, NULL))
    return "not UTF-8";
  if (!value (&scan))
    return scan.fault;
  blanks (&scan);
  return scan.at == scan.end ? NULL : "more after the end";
}
