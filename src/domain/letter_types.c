/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "domain/data.h"
#include "domain/letter_type.h"

/* The types that are built in. */

static int
compare_rank (gconstpointer a, gconstpointer b)
{
  const PamongLetterType *one = *(PamongLetterType *const *) a, *two = *(PamongLetterType *const *) b;

  return one->rank != two->rank ? one->rank - two->rank : strcmp (one->name, two->name);
}

static char *
load (const char *folder, const char *key, const char *file)
{
  g_autofree char *path = file != NULL ? g_build_path ("/", folder, key, file, NULL) : g_strdup_printf ("%s/%s.txt", folder, key);
  g_autoptr (GBytes) bytes = pamong_data_load (path, NULL);
  gsize size = 0;
  const char *text = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;

  return bytes != NULL ? g_strndup (text != NULL ? text : "", size) : NULL;
}

/* A version in the folder of the office that has no meaning leaves the one built in out, and says why once: there is no screen here. */
static gpointer
read_types (gpointer data)
{
  GPtrArray *types = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_letter_type_unref);
  g_autofree char *order = pamong_data_text ("letters/order.txt");
  g_auto (GStrv) keys = g_strsplit (order, "\n", -1);

  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autofree char *ini = *g_strstrip (keys[i]) != '\0' ? load ("letters", keys[i], "letter.ini") : NULL, *body = ini != NULL ? load ("letters", keys[i], "body.txt") : NULL;
      g_autoptr (GError) error = NULL;
      PamongLetterType *type = body != NULL ? pamong_letter_type_parse (keys[i], ini, body, &error) : NULL;

      if (type != NULL)
        g_ptr_array_add (types, type);
      else if (*keys[i] != '\0')
        g_warning ("letters/%s: %s", keys[i], error != NULL ? error->message : "letter.ini, body.txt?");
    }
  g_ptr_array_sort (types, compare_rank);
  return types;
}

GPtrArray *
pamong_letter_types (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, read_types, NULL);
}

const PamongLetterType *
pamong_letter_types_find (const char *key)
{
  GPtrArray *types = pamong_letter_types ();

  for (guint i = 0; i < types->len; i++)
    if (g_str_equal (((PamongLetterType *) types->pdata[i])->key, key))
      return types->pdata[i];
  return NULL;
}

char *
pamong_letter_form (const char *key)
{
  return strpbrk (key, "/\\") == NULL ? load ("letters/forms", key, NULL) : NULL;
}
