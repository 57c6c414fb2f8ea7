/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "office/letters_private.h"

#include "domain/uid.h"
#include "store/desk_rows.h"
#include "wire/letter_json.h"

#define PREFIX "letter:"

void
pamong_letter_draft_free (PamongLetterDraft *draft)
{
  g_free (draft->key);
  g_free (draft->title);
  g_free (draft->name);
  pamong_letter_case_free (draft->letter);
  g_free (draft);
}

gboolean
pamong_office_keep_letter_draft (PamongOffice *office, char **key, const PamongLetterCase *letter, GError **error)
{
  g_autofree char *json = letter != NULL ? pamong_letter_case_to_json (letter) : NULL;
  g_autoptr (PamongWrite) write = NULL;

  if (*key == NULL && letter == NULL)
    return TRUE;
  if (*key == NULL)
    {
      g_autofree char *uid = pamong_uid_new ();

      *key = g_strconcat (PREFIX, uid, NULL);
    }
  write = pamong_write_begin_plain (office->store, error);
  return write != NULL && pamong_draft_put (write, *key, json, error) && pamong_write_commit (g_steal_pointer (&write), NULL, NULL, error);
}

static const char *
person_name (PamongStore *store, const PamongLetterCase *letter, PamongRecord **held)
{
  const PamongCasePerson *first = letter->persons->len > 0 ? letter->persons->pdata[0] : NULL;
  const PamongRecord *person = first != NULL ? first->outsider : NULL;

  if (first != NULL && first->uid != NULL)
    person = *held = pamong_store_get (store, PAMONG_KIND_RESIDENT, first->uid, NULL);
  return person != NULL ? pamong_record_text (person, PAMONG_RESIDENT_NAME) : NULL;
}

static PamongLetterDraft *
read_draft (PamongStore *store, const char *key)
{
  gint64 t = 0;
  g_autofree char *json = pamong_draft_get (store, key, &t);
  g_autoptr (PamongLetterCase) letter = json != NULL ? pamong_letter_case_from_json (json, NULL) : NULL;
  g_autoptr (PamongLetterType) type = letter != NULL ? pamong_letter_type_here (store, NULL, letter->type) : NULL;
  g_autoptr (PamongRecord) held = NULL;
  PamongLetterDraft *draft;

  if (letter == NULL)
    return NULL;
  draft = g_new0 (PamongLetterDraft, 1);
  draft->key = g_strdup (key);
  draft->t = t;
  draft->title = g_strdup (type != NULL ? type->name : letter->type);
  draft->name = g_strdup (letter->name != NULL ? letter->name : person_name (store, letter, &held));
  draft->letter = g_steal_pointer (&letter);
  return draft;
}

static int
compare_drafts (gconstpointer a, gconstpointer b)
{
  const PamongLetterDraft *left = *(PamongLetterDraft *const *) a, *right = *(PamongLetterDraft *const *) b;

  if (left->t != right->t)
    return left->t > right->t ? -1 : 1;
  return g_strcmp0 (left->key, right->key);
}

GPtrArray *
pamong_letter_drafts (PamongStore *store)
{
  GPtrArray *drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_letter_draft_free);
  g_auto (GStrv) keys = pamong_draft_keys (store);

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      PamongLetterDraft *draft = g_str_has_prefix (keys[i], PREFIX) ? read_draft (store, keys[i]) : NULL;

      if (draft != NULL)
        g_ptr_array_add (drafts, draft);
    }
  g_ptr_array_sort (drafts, compare_drafts);
  return drafts;
}
