/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/village.h"

#include "domain/codes.h"
#include "exchange/columns.h"
#include <string.h>

/* The code as the regions have it: "3522282004" -> "35.22.28.2004". NULL when it is none. */
static char *
read_code (const char *text)
{
  GString *digits = g_string_new (NULL);
  char *code = NULL;

  for (const char *c = text; *c != '\0'; c++)
    if (g_ascii_isdigit (*c))
      g_string_append_c (digits, *c);
    else if (*c != '.' && *c != ' ')
      g_string_truncate (digits, 0);
  if (digits->len == 6 || digits->len == 10)
    code = g_strdup_printf ("%.2s.%.2s.%.2s%s%s", digits->str, digits->str + 2, digits->str + 4, digits->len == 10 ? "." : "", digits->str + 6);
  g_string_free (digits, TRUE);
  return code;
}

/* "Ds. Mojodelik" and "MOJODELIK" are one. */
static char *
name_key (const char *text)
{
  static const char *const words[] = { "DESA", "DS", "KELURAHAN", "KEL", "KECAMATAN", "KEC" };
  g_autofree char *upper = g_utf8_strup (text, -1);
  const char *rest = upper;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize n = strlen (words[i]);

      if (strncmp (upper, words[i], n) == 0 && (upper[n] == ' ' || upper[n] == '.'))
        {
          rest = upper + n;
          break;
        }
    }
  return pamong_heading_key (rest);
}

static gboolean
is_called (const PamongRegion *region, const char *text, const char *code)
{
  g_autofree char *said = name_key (text), *name = name_key (region->name), *former = name_key (region->former != NULL ? region->former : "");

  return g_strcmp0 (code, region->code) == 0 || (*said != '\0' && (g_str_equal (said, name) || g_str_equal (said, former)));
}

/* Villages of @district that @text names: @found, (nullable), is the last one. */
static guint
search (const PamongRegion *district, const char *text, const char **found)
{
  g_autoptr (GPtrArray) villages = pamong_regions_children (district->code);
  g_autofree char *code = read_code (text);
  guint n = 0;

  for (guint i = 0; i < villages->len; i++)
    {
      const PamongRegion *village = villages->pdata[i];

      if (!is_called (village, text, code))
        continue;
      *found = village->code;
      n++;
    }
  return n;
}

const char *
pamong_village_find (const char *home, const char *district, const char *village)
{
  g_autofree char *regency = g_strndup (home != NULL ? home : "", 5), *code = district != NULL ? read_code (district) : NULL;
  g_autoptr (GPtrArray) districts = pamong_regions_children (regency);
  const char *found = NULL;
  guint n = 0;

  if (village == NULL)
    return NULL;
  for (guint i = 0; i < districts->len; i++)
    if (district == NULL || is_called (districts->pdata[i], district, code))
      n += search (districts->pdata[i], village, &found);
  return n == 1 ? found : NULL;
}
