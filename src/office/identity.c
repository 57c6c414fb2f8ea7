/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "office/identity.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "domain/codes.h"
#include "domain/data.h"
#include "domain/uid.h"
#include "office/act.h"

#define WORDS "identity/words.csv"

/* Without these nobody could find people, send, or switch a page on again. */
static const char *const always[] = { "beranda", "penduduk", "keluarga", "sinkronisasi", "pengaturan", "desa", NULL };

PamongRecord *
pamong_identity (PamongStore *store, GError **error)
{
  return pamong_identity_at (store, pamong_store_area (store), error);
}

PamongRecord *
pamong_identity_at (PamongStore *store, const char *area, GError **error)
{
  g_autofree char *uid = pamong_uid_of_identity (area);
  g_autoptr (GError) failure = NULL;
  PamongRecord *identity = pamong_store_get (store, PAMONG_KIND_IDENTITY, uid, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  if (identity != NULL)
    return identity;
  identity = pamong_record_new (PAMONG_KIND_IDENTITY, area);
  g_free (identity->uid);
  identity->uid = g_steal_pointer (&uid);
  return identity;
}

char *
pamong_identity_usual (const char *area, PamongIdentityWord word)
{
  const PamongRegion *region = pamong_regions_find (area);
  const char *key = pamong_field_get (PAMONG_KIND_IDENTITY, (int) word)->key;
  g_autofree char *text = pamong_data_text (WORDS);
  g_autoptr (GPtrArray) rows = pamong_csv_parse (text, NULL);

  for (guint i = 0; region != NULL && i < rows->len; i++)
    {
      char **row = g_ptr_array_index (rows, i);

      if (g_strv_length (row) > 2 && g_str_equal (row[0], region->type) && g_str_equal (row[1], key))
        return g_strdup (row[2]);
    }
  return g_strdup ("");
}

char *
pamong_identity_word (PamongStore *store, PamongIdentityWord word)
{
  g_autoptr (PamongRecord) identity = pamong_identity (store, NULL);
  const char *chosen = identity != NULL ? pamong_record_text (identity, (int) word) : NULL;

  return chosen != NULL ? g_strdup (chosen) : pamong_identity_usual (pamong_store_area (store), word);
}

char *
pamong_identity_word_of (const PamongRecord *identity, PamongIdentityWord word)
{
  const char *chosen = pamong_record_text (identity, (int) word);

  return chosen != NULL ? g_strdup (chosen) : pamong_identity_usual (identity->area, word);
}

/* "PEMERINTAH KABUPATEN BOJONEGORO", "KECAMATAN GAYAM", "DESA MOJODELIK": as many as there are levels down to @area. */
static char *
usual_line (const char *area, guint line)
{
  const PamongRegion *above[3] = { NULL };
  guint n = 0;
  g_autofree char *title = NULL, *words = NULL;

  for (const PamongRegion *region = pamong_regions_find (area); region != NULL && n < G_N_ELEMENTS (above); n++)
    {
      above[n] = region;
      region = region->parent != NULL ? pamong_regions_find (region->parent) : NULL;
    }
  if (line >= n)
    return g_strdup ("");
  title = pamong_regions_title (above[n - 1 - line]->code);
  if (line == 0)
    {
      g_autofree char *government = pamong_identity_usual (above[n - 1]->code, (PamongIdentityWord) PAMONG_IDENTITY_LETTERHEAD_1);

      words = g_strconcat (government, " ", title, NULL);
    }
  return g_utf8_strup (words != NULL ? words : title, -1);
}

char **
pamong_identity_letterhead (const PamongRecord *identity)
{
  static const int fields[] = { PAMONG_IDENTITY_LETTERHEAD_1, PAMONG_IDENTITY_LETTERHEAD_2, PAMONG_IDENTITY_LETTERHEAD_3, PAMONG_IDENTITY_LETTERHEAD_4 };
  GPtrArray *lines = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *chosen = pamong_record_text (identity, fields[i]);
      char *line = chosen != NULL ? g_strdup (chosen) : usual_line (identity->area, i);

      if (*line != '\0')
        g_ptr_array_add (lines, line);
      else
        g_free (line);
    }
  g_ptr_array_add (lines, NULL);
  return (char **) g_ptr_array_free (lines, FALSE);
}

gboolean
pamong_identity_can_hide (const char *page)
{
  return !g_strv_contains (always, page);
}

gboolean
pamong_identity_hides (const PamongRecord *identity, const char *page)
{
  const char *off = identity != NULL ? pamong_record_text (identity, PAMONG_IDENTITY_MENUS_OFF) : NULL;
  g_auto (GStrv) names = g_strsplit (off != NULL ? off : "", ",", -1);

  return pamong_identity_can_hide (page) && g_strv_contains ((const char *const *) names, page);
}

static gboolean
check_menus (const PamongRecord *identity, GError **error)
{
  const char *off = pamong_record_text (identity, PAMONG_IDENTITY_MENUS_OFF);
  g_auto (GStrv) names = g_strsplit (off != NULL ? off : "", ",", -1);

  for (guint i = 0; names[i] != NULL; i++)
    if (!pamong_identity_can_hide (names[i]))
      return pamong_office_invalid (error, _("Beranda, residents, families, sending and settings are always there. Take them out of the list of menus switched off."));
  return TRUE;
}

static gboolean
check_logo (const PamongRecord *identity, GError **error)
{
  static const guchar signature[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
  const char *logo = pamong_record_text (identity, PAMONG_IDENTITY_LOGO);
  g_autofree guchar *bytes = NULL;
  gsize size = 0;

  if (logo == NULL)
    return TRUE;
  if (strlen (logo) > PAMONG_LONG_BYTES)
    return pamong_office_invalid (error, _("The logo is too large. Choose a picture with fewer colours or a smaller one."));
  bytes = g_base64_decode (logo, &size);
  if (size < sizeof signature || memcmp (bytes, signature, sizeof signature) != 0)
    return pamong_office_invalid (error, _("The logo is no picture. Choose a file that ends in .png, .jpg or .svg."));
  return TRUE;
}

gboolean
pamong_office_save_identity (PamongOffice *office, const PamongRecord *before, const PamongRecord *after, GError **error)
{
  g_autoptr (PamongAct) act = pamong_act_new_anywhere (office, "identity.save", error);
  g_autoptr (PamongRecord) stored = NULL;
  g_autoptr (PamongRecord) saved = NULL;

  if (act == NULL || (stored = pamong_identity (office->store, error)) == NULL)
    return FALSE;
  saved = pamong_act_take_over (act, stored, before != NULL ? before : stored, after);
  return check_menus (saved, error) && check_logo (saved, error) && pamong_act_finish (act, error);
}
