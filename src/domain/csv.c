/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/data.h"

#include <string.h>

/* Reads one field; *text is left at the character after it. Returns: (transfer full) (nullable): NULL when a quote is never closed. */
static char *
read_field (const char **text)
{
  const char *p = *text;
  GString *field = g_string_new (NULL);

  if (*p != '"')
    {
      gsize n = strcspn (p, ",\r\n");
      g_string_append_len (field, p, n);
      *text = p + n;
      return g_string_free (field, FALSE);
    }
  for (p++; *p != '\0'; p++)
    {
      if (*p == '"' && p[1] != '"')
        {
          /* What stands between the closing quote and the comma is kept rather than lost. */
          gsize n = strcspn (p + 1, ",\r\n");
          g_string_append_len (field, p + 1, n);
          *text = p + 1 + n;
          return g_string_free (field, FALSE);
        }
      if (*p == '"')
        p++;
      g_string_append_c (field, *p);
    }
  g_string_free (field, TRUE);
  *text = p;
  return NULL;
}

/* Reads one line. Returns: (transfer full) (nullable): NULL when the file ends inside a quoted field. */
static char **
read_row (const char **text)
{
  g_autoptr (GPtrArray) row = g_ptr_array_new_with_free_func (g_free);

  for (;;)
    {
      char *field = read_field (text);
      if (field == NULL)
        return NULL;
      g_ptr_array_add (row, field);
      if (**text != ',')
        break;
      (*text)++;
    }
  if (**text == '\r')
    (*text)++;
  if (**text == '\n')
    (*text)++;
  g_ptr_array_add (row, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&row), FALSE);
}

/* Every row gets as many columns as the header, so that readers index without asking. */
static char **
fit_row (char **row, guint n_columns)
{
  guint n = g_strv_length (row);

  for (guint i = n_columns; i < n; i++)
    g_clear_pointer (&row[i], g_free);
  row = g_renew (char *, row, n_columns + 1);
  for (guint i = n; i < n_columns; i++)
    row[i] = g_strdup ("");
  row[n_columns] = NULL;
  return row;
}

static gboolean
is_blank (char **row)
{
  return row[1] == NULL && *row[0] == '\0';
}

GPtrArray *
pamong_csv_parse (const char *text, char ***header)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_auto (GStrv) columns = NULL;

  if (g_str_has_prefix (text, "\xef\xbb\xbf"))
    text += 3;
  while (*text != '\0')
    {
      g_auto (GStrv) row = read_row (&text);

      if (row == NULL || is_blank (row))
        continue;
      if (columns == NULL)
        columns = g_steal_pointer (&row);
      else
        g_ptr_array_add (rows, fit_row (g_steal_pointer (&row), g_strv_length (columns)));
    }
  if (header != NULL)
    *header = columns != NULL ? g_steal_pointer (&columns) : g_new0 (char *, 1);
  return rows;
}
