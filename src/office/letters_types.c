/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "office/letters_private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "domain/dates.h"
#include "domain/uid.h"
#include "store/letters.h"

#define FAVOURITES "letters.favourites"
#define HABIT_DAYS 365

static PamongRecord *
stored_type (PamongStore *store, const char *area, const char *key, GError **error)
{
  g_autofree char *uid = pamong_uid_of_letter_type (area, key);

  return pamong_store_get (store, PAMONG_KIND_LETTER_TYPE, uid, error);
}

/* What the village left as it was comes from the built-in one. Returns: (transfer full) (nullable). */
static PamongLetterType *
read_own (const PamongRecord *own)
{
  const char *key = own != NULL ? pamong_record_text (own, PAMONG_LETTER_TYPE_KEY) : NULL;
  const PamongLetterType *built_in = key != NULL ? pamong_letter_types_find (key) : NULL;
  const char *ini = own != NULL ? pamong_record_text (own, PAMONG_LETTER_TYPE_INI) : NULL, *body = own != NULL ? pamong_record_text (own, PAMONG_LETTER_TYPE_BODY) : NULL;

  if (key == NULL || (ini == NULL && body == NULL))
    return NULL;
  if (ini == NULL && built_in != NULL)
    ini = built_in->ini;
  if (body == NULL && built_in != NULL)
    body = built_in->body;
  return ini != NULL && body != NULL ? pamong_letter_type_parse (key, ini, body, NULL) : NULL;
}

PamongLetterType *
pamong_letter_type_here (PamongStore *store, const char *area, const char *key)
{
  g_autoptr (PamongRecord) own = key != NULL ? stored_type (store, area != NULL ? area : pamong_store_area (store), key, NULL) : NULL;
  PamongLetterType *type = read_own (own);
  const PamongLetterType *built_in;

  if (type != NULL || key == NULL)
    return type;
  built_in = pamong_letter_types_find (key);
  return built_in != NULL ? pamong_letter_type_ref ((PamongLetterType *) built_in) : NULL;
}

gboolean
pamong_letter_type_is_own (PamongStore *store, const char *key)
{
  g_autoptr (PamongRecord) own = stored_type (store, pamong_store_area (store), key, NULL);

  return own != NULL && (pamong_record_is_set (own, PAMONG_LETTER_TYPE_INI) || pamong_record_is_set (own, PAMONG_LETTER_TYPE_BODY));
}

static char **
favourites (PamongStore *store)
{
  g_autofree char *text = pamong_store_meta (store, FAVOURITES);

  return g_strsplit (text != NULL ? text : "", " ", -1);
}

gboolean
pamong_letter_type_is_favourite (PamongStore *store, const char *key)
{
  g_auto (GStrv) keys = favourites (store);

  return g_strv_contains ((const char *const *) keys, key);
}

gboolean
pamong_office_set_favourite (PamongOffice *office, const char *key, gboolean favourite, GError **error)
{
  g_auto (GStrv) keys = favourites (office->store);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (PamongWrite) write = NULL;

  for (guint i = 0; keys[i] != NULL; i++)
    if (*keys[i] != '\0' && !g_str_equal (keys[i], key))
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", keys[i]);
  if (favourite)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", key);
  write = pamong_write_begin_plain (office->store, error);
  return write != NULL && pamong_write_meta (write, FAVOURITES, text->str, error) && pamong_write_commit (g_steal_pointer (&write), NULL, NULL, error);
}

typedef struct {
  GHashTable *used;
  char **favourites;
} Habit;

static guint
uses_of (const Habit *habit, const PamongLetterType *type)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (habit->used, type->key));
}

static int
compare_types (gconstpointer a, gconstpointer b, gpointer data)
{
  const PamongLetterType *left = *(PamongLetterType *const *) a, *right = *(PamongLetterType *const *) b;
  const Habit *habit = data;
  gboolean left_first = g_strv_contains ((const char *const *) habit->favourites, left->key), right_first = g_strv_contains ((const char *const *) habit->favourites, right->key);

  if (left_first != right_first)
    return left_first ? -1 : 1;
  if (uses_of (habit, left) != uses_of (habit, right))
    return uses_of (habit, left) > uses_of (habit, right) ? -1 : 1;
  return left->rank != right->rank ? (left->rank < right->rank ? -1 : 1) : strcmp (left->name, right->name);
}

/* Built-in ones, in the village's words where it has its own, and those only the village has. */
static GPtrArray *
collect (PamongStore *store, GError **error)
{
  g_autoptr (GPtrArray) types = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_letter_type_unref);
  g_autoptr (GPtrArray) own = pamong_store_all (store, PAMONG_KIND_LETTER_TYPE, error);
  GPtrArray *built_in = pamong_letter_types ();

  if (own == NULL)
    return NULL;
  for (guint i = 0; i < built_in->len; i++)
    g_ptr_array_add (types, pamong_letter_type_here (store, NULL, ((PamongLetterType *) built_in->pdata[i])->key));
  for (guint i = 0; i < own->len; i++)
    {
      const PamongRecord *record = own->pdata[i];
      const char *key = pamong_record_text (record, PAMONG_LETTER_TYPE_KEY);
      PamongLetterType *type = g_strcmp0 (record->area, pamong_store_area (store)) == 0 && key != NULL && pamong_letter_types_find (key) == NULL ? read_own (record) : NULL;

      if (type != NULL)
        g_ptr_array_add (types, type);
    }
  return g_steal_pointer (&types);
}

GPtrArray *
pamong_letter_types_here (PamongStore *store, GError **error)
{
  g_autoptr (GPtrArray) types = collect (store, error);
  g_autofree char *today = pamong_clock_today (), *since = pamong_date_add_days (today, -HABIT_DAYS);
  g_autoptr (GHashTable) used = types != NULL ? pamong_letters_used (store, pamong_store_area (store), since, error) : NULL;
  g_auto (GStrv) keys = favourites (store);
  Habit habit = { used, keys };

  if (used == NULL)
    return NULL;
  g_ptr_array_sort_with_data (types, compare_types, &habit);
  return g_steal_pointer (&types);
}

static gboolean
check_key (const char *key, GError **error)
{
  gsize length = key != NULL ? strlen (key) : 0;

  for (gsize i = 0; i < length; i++)
    if (!g_ascii_islower (key[i]) && !g_ascii_isdigit (key[i]) && key[i] != '_')
      length = 0;
  if (length > 0 && length <= 40 && !g_str_equal (key, PAMONG_SERIES_ALL) && !g_str_equal (key, PAMONG_SERIES_INCOMING))
    return TRUE;
  return pamong_office_invalid (error, _("Name the letter type by small letters, digits and _ only, at most 40."));
}

static gboolean
check_type (const char *key, const char *ini, const char *body, GError **error)
{
  const PamongLetterType *built_in = pamong_letter_types_find (key);
  g_autoptr (PamongLetterType) type = NULL;

  if (ini == NULL && body == NULL)
    return TRUE;
  if ((ini != NULL && strlen (ini) > PAMONG_LONG_BYTES) || (body != NULL && strlen (body) > PAMONG_LONG_BYTES))
    return pamong_office_invalid (error, _("The letter type is too long. Leave something out."));
  if (built_in == NULL && (ini == NULL || body == NULL))
    return pamong_office_invalid (error, _("A letter type of your own needs its fields and its words."));
  type = pamong_letter_type_parse (key, ini != NULL ? ini : built_in->ini, body != NULL ? body : built_in->body, error);
  return type != NULL;
}

gboolean
pamong_office_save_letter_type (PamongOffice *office, const char *key, const char *ini, const char *body, GError **error)
{
  g_autoptr (PamongAct) act = pamong_act_new (office, "letter.type", NULL, NULL, error);
  g_autofree char *uid = NULL;
  g_autoptr (PamongRecord) own = NULL;
  g_autoptr (GError) failure = NULL;

  if (act == NULL || !check_key (key, error) || !check_type (key, ini, body, error))
    return FALSE;
  uid = pamong_uid_of_letter_type (pamong_store_area (office->store), key);
  own = pamong_store_get (office->store, PAMONG_KIND_LETTER_TYPE, uid, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (own == NULL)
    own = pamong_record_new_known (PAMONG_KIND_LETTER_TYPE, uid, pamong_store_area (office->store));
  pamong_record_set_text (own, PAMONG_LETTER_TYPE_KEY, key);
  pamong_record_set_text (own, PAMONG_LETTER_TYPE_INI, ini);
  pamong_record_set_text (own, PAMONG_LETTER_TYPE_BODY, body);
  pamong_act_put (act, own);
  return pamong_act_finish (act, error);
}
