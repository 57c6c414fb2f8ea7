/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "letters/letter.h"

#include <glib/gi18n-lib.h>

/* What a body of a type may name, in words: for whoever writes one. */

typedef struct { const char *key, *label; } Known;

static const Known PERSON[] = {
  { "name", N_("Full name") }, { "nik", N_("NIK") }, { "kk_number", N_("KK number") }, { "birth_place", N_("Place of birth") }, { "birth_date|tanggal", N_("Date of birth") }, { "age", N_("Age") },
  { "sex", N_("Sex") }, { "religion", N_("Religion") }, { "marital", N_("Marital status") }, { "occupation", N_("Occupation") }, { "education", N_("Education") }, { "nationality", N_("Nationality") },
  { "address", N_("Address") }, { "father_name", N_("Father's name") }, { "mother_name", N_("Mother's name") }, { "shdk", N_("Place in family") }, { "phone", N_("Phone") },
};
static const Known LETTER[] = {
  { "letter.number", N_("Number of the letter") }, { "letter.date|tanggal", N_("Date of the letter") }, { "letter.valid_until|tanggal", N_("Last day it is valid") }, { "letter.place", N_("Place of the letter") },
};
static const Known PLACE[] = {
  { "village.title", N_("Village with its word") }, { "village.name", N_("Village") }, { "district.title", N_("District with its word") }, { "regency.title", N_("Regency with its word") },
  { "signer.title", N_("Who signs, with the post") }, { "signer.name", N_("Who signs") }, { "rt.title", N_("Head of the RT, with the place") }, { "rt.number", N_("Number of the introduction") },
  { "rt.date|tanggal", N_("Date of the introduction") },
};

static void
add (GPtrArray *keys, const char *prefix, const char *key, const char *group, const char *label)
{
  PamongLetterKey *made = g_new0 (PamongLetterKey, 1);

  made->key = g_strdup_printf ("{%s%s%s}", prefix, *prefix != '\0' ? "." : "", key);
  made->group = g_strdup (group);
  made->label = g_strdup (label);
  g_ptr_array_add (keys, made);
}

static void
add_known (GPtrArray *keys, const char *prefix, const Known *known, guint n, const char *group)
{
  for (guint i = 0; i < n; i++)
    add (keys, prefix, known[i].key, group, _ (known[i].label));
}

static char *
with_filter (const PamongLetterField *field)
{
  const char *filter = field->type == PAMONG_ANSWER_DATE ? "|tanggal" : field->type == PAMONG_ANSWER_TIME ? "|jam" : field->type == PAMONG_ANSWER_MONEY ? "|rupiah" : "";

  return g_strconcat (field->id, filter, NULL);
}

static void
add_fields (GPtrArray *keys, const char *prefix, GPtrArray *fields, const char *group)
{
  for (guint i = 0; i < fields->len; i++)
    {
      const PamongLetterField *field = fields->pdata[i];
      g_autofree char *key = with_filter (field);

      add (keys, prefix, key, group, field->label);
    }
}

static void
key_free (gpointer data)
{
  PamongLetterKey *key = data;

  g_free (key->key);
  g_free (key->group);
  g_free (key->label);
  g_free (key);
}

GPtrArray *
pamong_letter_keys (const PamongLetterType *type)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (key_free);

  add_fields (keys, "answer", type->fields, _("Questions of this letter"));
  for (guint i = 0; i < type->persons->len; i++)
    {
      const PamongLetterPerson *person = type->persons->pdata[i];

      if (person->many) /* each row of a table has them by itself */
        continue;
      add_known (keys, person->id, PERSON, G_N_ELEMENTS (PERSON), person->label);
      add_fields (keys, person->id, person->columns, person->label);
    }
  add_known (keys, "", LETTER, G_N_ELEMENTS (LETTER), _("This letter"));
  add_known (keys, "", PLACE, G_N_ELEMENTS (PLACE), _("Village and signer"));
  return keys;
}
