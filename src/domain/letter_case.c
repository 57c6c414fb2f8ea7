/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/letter_case.h"

static GHashTable *
new_texts (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static GHashTable *
copy_texts (GHashTable *from)
{
  GHashTable *texts = new_texts ();
  GHashTableIter iter;
  gpointer key, text;

  if (from == NULL)
    return texts;
  g_hash_table_iter_init (&iter, from);
  while (g_hash_table_iter_next (&iter, &key, &text))
    g_hash_table_insert (texts, g_strdup (key), g_strdup (text));
  return texts;
}

static void
put_text (GHashTable *texts, const char *key, const char *text)
{
  if (text == NULL || *text == '\0')
    g_hash_table_remove (texts, key);
  else
    g_hash_table_insert (texts, g_strdup (key), g_strdup (text));
}

static void
free_person (PamongCasePerson *person)
{
  g_free (person->role);
  g_free (person->uid);
  pamong_record_free (person->outsider);
  g_hash_table_unref (person->columns);
  g_free (person);
}

PamongLetterCase *
pamong_letter_case_new (const char *type)
{
  PamongLetterCase *letter = g_new0 (PamongLetterCase, 1);

  letter->type = g_strdup (type);
  letter->persons = g_ptr_array_new_with_free_func ((GDestroyNotify) free_person);
  letter->brought = g_ptr_array_new_with_free_func (g_free);
  letter->answers = new_texts ();
  return letter;
}

PamongLetterCase *
pamong_letter_case_copy (const PamongLetterCase *letter)
{
  PamongLetterCase *copy = pamong_letter_case_new (letter->type);

  copy->name = g_strdup (letter->name);
  copy->applicant = g_strdup (letter->applicant);
  copy->phone = g_strdup (letter->phone);
  copy->signer = g_strdup (letter->signer);
  copy->date = g_strdup (letter->date);
  copy->classification = g_strdup (letter->classification);
  copy->addressed = g_strdup (letter->addressed);
  copy->event = g_strdup (letter->event);
  g_hash_table_unref (copy->answers);
  copy->answers = copy_texts (letter->answers);
  for (guint i = 0; i < letter->brought->len; i++)
    g_ptr_array_add (copy->brought, g_strdup (letter->brought->pdata[i]));
  for (guint i = 0; i < letter->persons->len; i++)
    {
      const PamongCasePerson *from = letter->persons->pdata[i];
      PamongCasePerson *person = pamong_letter_case_add (copy, from->role, from->uid);

      person->outsider = from->outsider != NULL ? pamong_record_copy (from->outsider) : NULL;
      g_hash_table_unref (person->columns);
      person->columns = copy_texts (from->columns);
    }
  return copy;
}

void
pamong_letter_case_free (PamongLetterCase *letter)
{
  if (letter == NULL)
    return;
  g_free (letter->type);
  g_free (letter->name);
  g_free (letter->applicant);
  g_free (letter->phone);
  g_free (letter->signer);
  g_free (letter->date);
  g_free (letter->classification);
  g_free (letter->addressed);
  g_free (letter->event);
  g_ptr_array_unref (letter->persons);
  g_ptr_array_unref (letter->brought);
  g_hash_table_unref (letter->answers);
  g_free (letter);
}

void
pamong_letter_case_answer (PamongLetterCase *letter, const char *id, const char *text)
{
  put_text (letter->answers, id, text);
}

const char *
pamong_letter_case_get (const PamongLetterCase *letter, const char *id)
{
  return g_hash_table_lookup (letter->answers, id);
}

PamongCasePerson *
pamong_letter_case_add (PamongLetterCase *letter, const char *role, const char *uid)
{
  PamongCasePerson *person = g_new0 (PamongCasePerson, 1);

  person->role = g_strdup (role);
  person->uid = g_strdup (uid);
  person->columns = new_texts ();
  g_ptr_array_add (letter->persons, person);
  return person;
}

PamongCasePerson *
pamong_letter_case_add_outsider (PamongLetterCase *letter, const char *role, PamongRecord *outsider)
{
  PamongCasePerson *person = pamong_letter_case_add (letter, role, NULL);

  person->outsider = outsider;
  return person;
}

void
pamong_letter_case_drop (PamongLetterCase *letter, const char *role)
{
  for (guint i = letter->persons->len; i > 0; i--)
    if (g_str_equal (((PamongCasePerson *) letter->persons->pdata[i - 1])->role, role))
      g_ptr_array_remove_index (letter->persons, i - 1);
}

PamongCasePerson *
pamong_letter_case_person (const PamongLetterCase *letter, const char *role)
{
  for (guint i = 0; i < letter->persons->len; i++)
    if (g_str_equal (((PamongCasePerson *) letter->persons->pdata[i])->role, role))
      return letter->persons->pdata[i];
  return NULL;
}

void
pamong_case_person_ask (PamongCasePerson *person, const char *column, const char *text)
{
  put_text (person->columns, column, text);
}
