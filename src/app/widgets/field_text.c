/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/widgets/field_text.h"
#include "domain/codes.h"

#define NIK_DIGITS 16
#define RTRW_DIGITS 3
#define DATE_CHARS 10
#define MOST_CHARS 200

/* Lists that everybody knows by the letter printed on the card, not by the number. */
static gboolean
shows_letters (const char *list)
{
  return g_str_equal (list, "jenis_kelamin") || g_str_equal (list, "golongan_darah");
}

static char *
letters_of (const PamongCode *code, const char *list)
{
  if (g_str_equal (list, "jenis_kelamin"))
    return g_utf8_substring (code->label, 0, 1);
  return g_strdup (code->short_label != NULL ? code->short_label : code->label);
}

static char *
show_code (const PamongField *field, int number, gboolean compact)
{
  const PamongCode *code = pamong_codes_find (field->codes, number);

  if (code == NULL)
    return g_strdup_printf ("%d", number);
  if (compact && shows_letters (field->codes))
    return letters_of (code, field->codes);
  return g_strdup_printf ("%d %s", number, compact && code->short_label != NULL ? code->short_label : code->display);
}

/* "L", "P", "5", "5 SLTA", "SLTA/SEDERAJAT": the number wins, then letters, then the label. */
static int
read_code (const PamongField *field, const char *text)
{
  GPtrArray *codes = pamong_codes_list (field->codes);
  char *end = NULL;
  gint64 number = g_ascii_strtoll (text, &end, 10);

  if (end != text && (*end == '\0' || *end == ' ') && pamong_codes_find (field->codes, (int) number) != NULL)
    return (int) number;
  for (guint i = 0; codes != NULL && shows_letters (field->codes) && i < codes->len; i++)
    {
      const PamongCode *code = g_ptr_array_index (codes, i);
      g_autofree char *letters = letters_of (code, field->codes);

      if (g_ascii_strcasecmp (letters, text) == 0)
        return code->code;
    }
  return pamong_codes_parse (field->codes, text);
}

char *
pamong_field_text_filter (const PamongField *field, const char *text, int length)
{
  GString *kept = g_string_sized_new (length);

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (field->type == PAMONG_TYPE_NIK || field->type == PAMONG_TYPE_RTRW)
        {
          if (g_ascii_isdigit (*p))
            g_string_append_c (kept, *p);
        }
      else if (c == '\t' || c == '\n' || c == '\r')
        g_string_append_c (kept, ' ');
      else if (!g_unichar_iscntrl (c))
        g_string_append_unichar (kept, field->type == PAMONG_TYPE_NAME ? g_unichar_toupper (c) : c);
    }
  return g_string_free (kept, FALSE);
}

int
pamong_field_text_max (const PamongField *field)
{
  switch (field->type)
    {
    case PAMONG_TYPE_NIK:
      return NIK_DIGITS;
    case PAMONG_TYPE_RTRW:
      return RTRW_DIGITS;
    case PAMONG_TYPE_DATE:
      return DATE_CHARS;
    default:
      return MOST_CHARS;
    }
}

gboolean
pamong_field_text_read (const PamongField *field, const char *text, PamongValue *value, GError **error)
{
  g_autoptr (PamongRecord) scratch = pamong_record_new (field->kind, NULL);
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  int code = field->type == PAMONG_TYPE_CODE && *stripped != '\0' ? read_code (field, stripped) : 0;

  if (code != 0)
    pamong_record_set_int (scratch, field->index, code);
  else if (!pamong_record_parse (scratch, field->index, stripped, error))
    return FALSE;
  pamong_value_clear (value);
  pamong_value_copy (value, &scratch->values[field->index]);
  return TRUE;
}

char *
pamong_field_text_show (const PamongField *field, const PamongValue *value, gboolean compact)
{
  g_autoptr (PamongRecord) scratch = NULL;

  if (value->type == PAMONG_VALUE_NULL)
    return g_strdup ("");
  if (field->type == PAMONG_TYPE_CODE)
    return show_code (field, (int) value->i, compact);
  scratch = pamong_record_new (field->kind, NULL);
  pamong_record_set_value (scratch, field->index, value);
  return pamong_record_format (scratch, field->index);
}
