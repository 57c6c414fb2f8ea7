/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "letters/filters.h"

#include <string.h>

#include "domain/dates.h"

/* Words of a letter are Indonesian whatever the screen says: they are what the office signs. */

static char *
number_words (guint64 n)
{
  static const char *const small[] = { "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas" };
  static const struct { guint64 unit; const char *name; } units[] = { { 1000000000000, "triliun" }, { 1000000000, "miliar" }, { 1000000, "juta" }, { 1000, "ribu" }, { 100, "ratus" }, { 10, "puluh" } };

  if (n < 12)
    return g_strdup (small[n]);
  if (n < 20)
    return g_strdup_printf ("%s belas", small[n - 10]);
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (n >= units[i].unit)
      {
        gboolean one = n / units[i].unit == 1 && units[i].unit <= 1000;
        g_autofree char *head = one ? g_strdup ("se") : number_words (n / units[i].unit), *tail = n % units[i].unit > 0 ? number_words (n % units[i].unit) : NULL;

        return g_strconcat (head, one ? "" : " ", units[i].name, tail != NULL ? " " : "", tail, NULL);
      }
  return g_strdup ("");
}

static gboolean
is_digits (const char *text)
{
  return *text != '\0' && strlen (text) <= 15 && strspn (text, "0123456789") == strlen (text);
}

static char *
spelled (const char *text)
{
  return is_digits (text) ? number_words (g_ascii_strtoull (text, NULL, 10)) : g_strdup (text);
}

/* 1500000 is 1.500.000. */
static char *
thousands (const char *text)
{
  GString *parted = g_string_new (NULL);
  gsize length = strlen (text);

  if (!is_digits (text))
    return g_string_free (g_string_assign (parted, text), FALSE);
  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0)
        g_string_append_c (parted, '.');
      g_string_append_c (parted, text[i]);
    }
  return g_string_free (parted, FALSE);
}

static char *
money (const char *text)
{
  g_autofree char *parted = thousands (text);

  return is_digits (text) ? g_strconcat ("Rp", parted, NULL) : g_steal_pointer (&parted);
}

static const char *
month_name (const char *date)
{
  static const char *const names[] = { "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember" };

  return names[CLAMP (g_ascii_strtoull (date + 5, NULL, 10), 1, 12) - 1];
}

static char *
day (const char *text)
{
  return pamong_date_is_valid (text) ? g_strdup_printf ("%u %s %.4s", (guint) g_ascii_strtoull (text + 8, NULL, 10), month_name (text), text) : g_strdup (text);
}

static char *
short_day (const char *text)
{
  return pamong_date_format (text);
}

static char *
month (const char *text)
{
  return pamong_date_is_valid (text) ? g_strdup_printf ("%s %.4s", month_name (text), text) : g_strdup (text);
}

static char *
year (const char *text)
{
  return pamong_date_is_valid (text) ? g_strndup (text, 4) : g_strdup (text);
}

static char *
weekday (const char *text)
{
  static const char *const names[] = { "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu" };

  return pamong_date_is_valid (text) ? g_strdup (names[((pamong_date_days ("2024-01-01", text) % 7) + 7) % 7]) : g_strdup (text);
}

static char *
hour (const char *text)
{
  gboolean written = strlen (text) == 5 && (text[2] == ':' || text[2] == '.');

  return written ? g_strdup_printf ("%.2s.%s WIB", text, text + 3) : g_strdup (text);
}

static char *
upper (const char *text)
{
  return g_utf8_strup (text, -1);
}

static char *
lower (const char *text)
{
  return g_utf8_strdown (text, -1);
}

static char *
title (const char *text)
{
  GString *titled = g_string_new (NULL);
  gboolean begins = TRUE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      g_string_append_unichar (titled, begins ? g_unichar_toupper (letter) : g_unichar_tolower (letter));
      begins = !g_unichar_isalnum (letter) && letter != '\'';
    }
  return g_string_free (titled, FALSE);
}

/* The first letter small: a word of a list within a sentence. "WNI" stays. */
static char *
within (const char *text)
{
  const char *next = *text != '\0' ? g_utf8_next_char (text) : text;
  g_autofree char *first = g_utf8_strdown (text, (gssize) (next - text));

  return *next != '\0' && g_unichar_isupper (g_utf8_get_char (next)) ? g_strdup (text) : g_strconcat (first, next, NULL);
}

static char *
as_it_is (const char *text)
{
  return g_strdup (text);
}

static const struct { const char *name; char *(*apply) (const char *text); } FILTERS[] = {
  { "tanggal", day }, { "tanggal_pendek", short_day }, { "bulan", month }, { "tahun", year }, { "hari", weekday }, { "jam", hour }, { "terbilang", spelled }, { "rupiah", money },
  { "ribuan", thousands }, { "kapital", upper }, { "kecil", lower }, { "judul", title }, { "dalam", within }, { "kosong", as_it_is }, { "atau", as_it_is }, { "kotak", as_it_is },
};

static int
find_filter (const char *filter)
{
  gsize length = strcspn (filter, " ");

  for (guint i = 0; i < G_N_ELEMENTS (FILTERS); i++)
    if (strlen (FILTERS[i].name) == length && strncmp (FILTERS[i].name, filter, length) == 0)
      return (int) i;
  return -1;
}

gboolean
pamong_filter_known (const char *filter)
{
  return find_filter (filter) >= 0;
}

char *
pamong_filter_apply (const char *filter, const char *text)
{
  int at = find_filter (filter);

  if (*text == '\0' && g_str_has_prefix (filter, "atau "))
    return g_strdup (filter + strlen ("atau "));
  return at >= 0 && *text != '\0' ? FILTERS[at].apply (text) : g_strdup (text);
}

char *
pamong_filter_names (void)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (FILTERS); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", FILTERS[i].name);
  return g_string_free (names, FALSE);
}
