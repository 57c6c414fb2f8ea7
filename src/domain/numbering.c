/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/numbering.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const PARTS[] = { "klas", "no", "unit", "desa", "jenis", "bulan", "bulan_romawi", "tahun", "tanda", NULL };

static const char *
roman (int month)
{
  static const char *const months[] = { "", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII" };

  return months[CLAMP (month, 0, 12)];
}

static char *
number_part (const PamongNumberParts *parts, gboolean marks)
{
  const char *mark = marks && parts->mark != NULL && *parts->mark != '\0' ? parts->mark : NULL;

  return g_strdup_printf ("%0*" G_GINT64_FORMAT "%s%s", (int) CLAMP (parts->digits, 1, 9), parts->number, mark != NULL ? "-" : "", mark != NULL ? mark : "");
}

/* Returns: (transfer full) (nullable): NULL for a part that is unknown. */
static char *
fill_part (const char *name, const PamongNumberParts *parts, gboolean marked_apart)
{
  int month = strlen (parts->date) >= 7 ? (int) g_ascii_strtoll (parts->date + 5, NULL, 10) : 0;

  if (g_str_equal (name, "no"))
    return number_part (parts, !marked_apart);
  if (g_str_equal (name, "tanda"))
    return g_strdup (parts->mark != NULL ? parts->mark : "");
  if (g_str_equal (name, "klas"))
    return g_strdup (parts->classification != NULL ? parts->classification : "");
  if (g_str_equal (name, "unit"))
    return g_strdup (parts->unit != NULL ? parts->unit : "");
  if (g_str_equal (name, "desa"))
    return g_strdup (parts->area != NULL ? parts->area : "");
  if (g_str_equal (name, "jenis"))
    return g_utf8_strup (parts->type != NULL ? parts->type : "", -1);
  if (g_str_equal (name, "bulan"))
    return g_strdup_printf ("%02d", month);
  if (g_str_equal (name, "bulan_romawi"))
    return g_strdup (roman (month));
  return g_str_equal (name, "tahun") ? g_strndup (parts->date, 4) : NULL;
}

/* An empty part leaves no double separator behind: "470/012//2026" is nobody's number. */
static void
append_part (GString *text, const char *part, const char **rest)
{
  if (*part != '\0')
    g_string_append (text, part);
  else if (**rest != '\0' && **rest != '{')
    (*rest)++;
  else if (text->len > 0 && **rest == '\0')
    g_string_truncate (text, text->len - 1);
}

char *
pamong_number_text (const char *pattern, const PamongNumberParts *parts)
{
  GString *text = g_string_new (NULL);
  gboolean marked_apart = strstr (pattern, "{tanda}") != NULL;

  for (const char *at = pattern; *at != '\0';)
    {
      const char *end = *at == '{' ? strchr (at, '}') : NULL;
      g_autofree char *name = end != NULL ? g_strndup (at + 1, (gsize) (end - at - 1)) : NULL;
      g_autofree char *part = name != NULL ? fill_part (name, parts, marked_apart) : NULL;

      if (part == NULL)
        {
          g_string_append_c (text, *at++);
          continue;
        }
      at = end + 1;
      append_part (text, part, &at);
    }
  return g_string_free (text, FALSE);
}

static gboolean
refuse (GError **error, const char *words)
{
  g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, words);
  return FALSE;
}

static gboolean
check_parts (const char *pattern, GError **error)
{
  for (const char *at = strpbrk (pattern, "{}"); at != NULL; at = strpbrk (at, "{}"))
    {
      const char *end = *at == '{' ? strchr (at, '}') : NULL;
      g_autofree char *name = end != NULL ? g_strndup (at + 1, (gsize) (end - at - 1)) : g_strdup (at);

      if (end == NULL || !g_strv_contains (PARTS, name))
        {
          g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _("The pattern has a part nobody knows: %s. Choose the parts from the list beside it."), name);
          return FALSE;
        }
      at = end + 1;
    }
  return TRUE;
}

gboolean
pamong_number_check (const char *pattern, PamongNumberScope scope, GError **error)
{
  gboolean by_class = strstr (pattern, "{klas}") != NULL, by_type = strstr (pattern, "{jenis}") != NULL;

  if (!check_parts (pattern, error))
    return FALSE;
  if (strlen (pattern) > 100)
    return refuse (error, _("The pattern is too long. Leave out what not every letter needs."));
  for (const char *at = pattern; *at != '\0'; at++)
    if (g_ascii_iscntrl (*at) || *at == ':')
      return refuse (error, _("The pattern has a sign that cannot stand in a number. Write letters, digits, / . and -."));
  if (strstr (pattern, "{no}") == NULL || strstr (pattern, "{tahun}") == NULL)
    return refuse (error, _("The pattern needs the number and the year: {no} and {tahun}. Otherwise two letters would bear the same number."));
  if (scope == PAMONG_NUMBER_BY_CLASSIFICATION && !by_class)
    return refuse (error, _("Numbers run for each classification, so the pattern needs {klas}. Otherwise two letters would bear the same number."));
  /* Two types may share a classification. */
  if (scope == PAMONG_NUMBER_BY_TYPE && !by_type)
    return refuse (error, _("Numbers run for each letter type, so the pattern needs {jenis}. Otherwise two letters would bear the same number."));
  return TRUE;
}

char *
pamong_number_series (PamongNumberScope scope, const char *type, const char *classification)
{
  if (scope == PAMONG_NUMBER_BY_TYPE)
    return g_strdup (type);
  if (scope == PAMONG_NUMBER_BY_CLASSIFICATION && classification != NULL && *classification != '\0')
    return g_strdup (classification);
  return g_strdup (PAMONG_SERIES_ALL);
}

char *
pamong_desk_mark (gint64 ordinal)
{
  GString *mark = g_string_new (NULL);

  for (gint64 left = ordinal > 1 ? ordinal : 0; left > 0; left = (left - 1) / 26)
    g_string_prepend_c (mark, (char) ('A' + (left - 1) % 26));
  return g_string_free (mark, FALSE);
}
