/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "domain/codes.h"
#include "domain/dates.h"
#include "domain/error.h"
#include "domain/names.h"
#include "domain/nik.h"
#include "domain/record.h"
#include "domain/uid.h"

#include <string.h>

/* Longest value in characters; a longer one is a paste of something else. A name between 61 and 100 letters is a rule's business. */
#define TEXT_LETTERS 250
#define NUMBER_LETTERS 40
#define DEGREES_MAX 180

typedef gboolean (*Reader) (const PamongField *field, const char *text, PamongValue *value, GError **error);

static gboolean
refuse (GError **error, const PamongField *field, const char *why)
{
  g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, "%s: %s", _(field->label), why);
  return FALSE;
}

G_GNUC_PRINTF (3, 4)
static gboolean
refuse_printf (GError **error, const PamongField *field, const char *format, ...)
{
  g_autofree char *why = NULL;
  va_list args;

  va_start (args, format);
  why = g_strdup_vprintf (format, args);
  va_end (args);
  return refuse (error, field, why);
}

static void
take_text (PamongValue *value, char *text)
{
  if (text != NULL && *text != '\0')
    *value = (PamongValue) { PAMONG_VALUE_TEXT, { .s = text } };
  else
    g_free (text);
}

static void
take_int (PamongValue *value, gint64 number)
{
  *value = (PamongValue) { PAMONG_VALUE_INT, { .i = number } };
}

static gboolean
check_length (const PamongField *field, const char *text, glong max, GError **error)
{
  glong n = g_utf8_strlen (text, -1);

  if (n <= max)
    return TRUE;
  return refuse_printf (error, field, _("%ld letters are too many, %ld at most. Shorten it."), n, max);
}

static gboolean
read_name (const PamongField *field, const char *text, PamongValue *value, GError **error)
{
  if (!check_length (field, text, PAMONG_NAME_MAX, error))
    return FALSE;
  take_text (value, pamong_name_tidy (text));
  return TRUE;
}

static gboolean
read_text (const PamongField *field, const char *text, PamongValue *value, GError **error)
{
  if (!check_length (field, text, TEXT_LETTERS, error))
    return FALSE;
  take_text (value, g_strdup (text));
  return TRUE;
}

/* A wrong number of digits is kept as typed: a rule says so beside the person's name, and a draft loses nothing. */
static gboolean
read_nik (const PamongField *field, const char *text, PamongValue *value, GError **error)
{
  if (!check_length (field, text, NUMBER_LETTERS, error))
    return FALSE;
  take_text (value, pamong_nik_normalize (text));
  return TRUE;
}

static gboolean
read_uid (const PamongField *field, const char *text, PamongValue *value, GError **error)
{
  if (!pamong_uid_is_valid (text))
    return refuse_printf (error, field, _("“%s” is not the id of a record."), text);
  take_text (value, g_strdup (text));
  return TRUE;
}

static gboolean
read_date (const PamongField *field, const char *text, PamongValue *value, GError **error)
{
  char *date = pamong_date_parse (text);

  if (date == NULL)
    return refuse_printf (error, field, _("there is no date “%s”. Type day, month, year, like 17-08-1985."), text);
  take_text (value, date);
  return TRUE;
}

static gboolean
read_rtrw (const PamongField *field, const char *text, PamongValue *value, GError **error)
{
  guint64 number;

  if (!g_ascii_string_to_unsigned (text, 10, 0, 999, &number, NULL))
    return refuse_printf (error, field, _("“%s” is not a number up to 999. Type it like 3 or 003."), text);
  take_text (value, g_strdup_printf ("%03u", (guint) number));
  return TRUE;
}

static gboolean
read_code (const PamongField *field, const char *text, PamongValue *value, GError **error)
{
  int code = pamong_codes_parse (field->codes, text);

  if (code == 0)
    return refuse_printf (error, field, _("“%s” is not in the list. Type its number or first letters and choose."), text);
  take_int (value, code);
  return TRUE;
}

static gboolean
read_int (const PamongField *field, const char *text, PamongValue *value, GError **error)
{
  gint64 number;

  if (!g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, &number, NULL))
    return refuse_printf (error, field, _("“%s” is not a whole number."), text);
  take_int (value, number);
  return TRUE;
}

static gboolean
read_bool (const PamongField *field, const char *text, PamongValue *value, GError **error)
{
  static const char *const yes[] = { "1", "y", "ya", "yes", "true", NULL };
  static const char *const no[] = { "0", "t", "tidak", "no", "false", NULL };
  g_autofree char *folded = pamong_fold (text);

  if (!g_strv_contains (yes, folded) && !g_strv_contains (no, folded))
    return refuse_printf (error, field, _("“%s” is neither yes nor no."), text);
  take_int (value, g_strv_contains (yes, folded));
  return TRUE;
}

/* All REAL fields are degrees, copied from maps with a point or a comma; seven decimals are a centimetre. */
static gboolean
read_real (const PamongField *field, const char *text, PamongValue *value, GError **error)
{
  g_autofree char *point = g_strdelimit (g_strdup (text), ",", '.');
  char rounded[G_ASCII_DTOSTR_BUF_SIZE];
  char *end;
  double number = g_ascii_strtod (point, &end);

  if (end == point || *end != '\0' || !(number >= -DEGREES_MAX && number <= DEGREES_MAX))
    return refuse_printf (error, field, _("“%s” is not a number of degrees like -7.1509."), text);
  g_ascii_formatd (rounded, sizeof rounded, "%.7f", number);
  *value = (PamongValue) { PAMONG_VALUE_REAL, { .d = g_ascii_strtod (rounded, NULL) } };
  return TRUE;
}

static const Reader readers[] = {
  [PAMONG_TYPE_TEXT] = read_text,
  [PAMONG_TYPE_NAME] = read_name,
  [PAMONG_TYPE_NIK] = read_nik,
  [PAMONG_TYPE_UID] = read_uid,
  [PAMONG_TYPE_DATE] = read_date,
  [PAMONG_TYPE_RTRW] = read_rtrw,
  [PAMONG_TYPE_CODE] = read_code,
  [PAMONG_TYPE_INT] = read_int,
  [PAMONG_TYPE_BOOL] = read_bool,
  [PAMONG_TYPE_REAL] = read_real,
  [PAMONG_TYPE_LONG] = read_text,
};

/* Control characters are refused, not dropped: a line end in a name is two cells in one. */
static gboolean
has_control (const char *text)
{
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_iscntrl (g_utf8_get_char (c)))
      return TRUE;
  return FALSE;
}

/* Plain letters with single spaces between: nearly all of it, and there are millions in an import. */
static gboolean
is_tidy (const char *text)
{
  if (*text == ' ')
    return FALSE;
  for (const char *c = text; *c != '\0'; c++)
    if (*c < ' ' || *c > '~' || (*c == ' ' && (c[1] == ' ' || c[1] == '\0')))
      return FALSE;
  return TRUE;
}

/* What copying from sheets and chats leaves behind: odd spaces become one, unseen marks (zero width, direction) go, letters are whole (NFC). */
static char *
tidy (const char *text)
{
  g_autofree char *whole = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
  GString *out;
  gboolean gap = FALSE;

  if (whole == NULL)
    return g_strdup (text);
  out = g_string_sized_new (strlen (whole));
  for (const char *c = whole; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (g_unichar_type (letter) == G_UNICODE_FORMAT)
        continue;
      if (g_unichar_isspace (letter))
        {
          gap = out->len > 0;
          continue;
        }
      if (gap)
        g_string_append_c (out, ' ');
      gap = FALSE;
      g_string_append_unichar (out, letter);
    }
  return g_string_free (out, FALSE);
}

/* Returns: (transfer full) (nullable): NULL when it cannot stand. */
static char *
mend (const PamongField *field, const char *text, GError **error)
{
  g_autofree char *trimmed = NULL;

  if (!g_utf8_validate (text, -1, NULL))
    refuse (error, field, _("the text cannot be read (not UTF-8). Type it again."));
  else if (has_control (trimmed = g_strstrip (g_strdup (text))))
    refuse (error, field, _("there are invisible characters or line ends in it. Type it again."));
  else
    return is_tidy (trimmed) ? g_steal_pointer (&trimmed) : tidy (trimmed);
  return NULL;
}

gboolean
pamong_record_parse (PamongRecord *record, int index, const char *text, GError **error)
{
  const PamongField *field = pamong_field_get (record->kind, index);
  g_autofree char *mended = NULL;
  PamongValue value = { 0 };

  if (text == NULL)
    text = "";
  if (!is_tidy (text) && (text = mended = mend (field, text, error)) == NULL)
    return FALSE;
  if (*text != '\0' && !readers[field->type] (field, text, &value, error))
    return FALSE;
  pamong_value_clear (&record->values[index]);
  record->values[index] = value;
  return TRUE;
}

char *
pamong_record_format (const PamongRecord *record, int index)
{
  const PamongField *field = pamong_field_get (record->kind, index);
  const PamongValue *value = &record->values[index];
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  switch (value->type)
    {
    case PAMONG_VALUE_INT:
      if (field->type == PAMONG_TYPE_CODE)
        return g_strdup (pamong_codes_display (field->codes, (int) value->i));
      if (field->type == PAMONG_TYPE_BOOL)
        return g_strdup (value->i != 0 ? _("yes") : _("no"));
      return g_strdup_printf ("%" G_GINT64_FORMAT, value->i);
    case PAMONG_VALUE_REAL:
      return g_strdup (g_ascii_formatd (number, sizeof number, "%.10g", value->d));
    case PAMONG_VALUE_TEXT:
      if (record->kind == PAMONG_KIND_RESIDENT && index == PAMONG_RESIDENT_BATCH_UID)
        return g_strdup (_("not checked yet"));
      return field->type == PAMONG_TYPE_DATE ? pamong_date_format (value->s) : g_strdup (value->s);
    case PAMONG_VALUE_NULL:
    default:
      return g_strdup ("");
    }
}
