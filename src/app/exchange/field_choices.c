/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/exchange/field_choices.h"
#include "app/words.h"
#include "domain/names.h"
#include <glib/gi18n.h>

typedef struct {
  char *words, *key, *name;
} Choice;

/* What a list of residents usually has, in the order of a family card; the rest follows as the registry has it. */
static const char *const first[] = { "resident.name", "resident.nik", "family.kk_number", "resident.sex", "resident.birth_place", "resident.birth_date", "resident.shdk", "resident.religion",
  "resident.education", "resident.occupation", "resident.marital_status", "resident.father_name", "resident.mother_name", "family.address", "family.dusun", "family.rt", "family.rw" };
/* One cell for several fields, and what is no field of a person. */
static const struct { PamongColumnRole role; const char *words; } roles[] = {
  { PAMONG_COLUMN_BIRTH, N_ ("Place and date of birth in one cell") },
  { PAMONG_COLUMN_RT_RW, N_ ("RT/RW in one cell") },
  { PAMONG_COLUMN_PLACE, N_ ("Address with hamlet, RT and RW in it") },
  { PAMONG_COLUMN_STATUS, N_ ("Status (alive, dead, moved)") },
  { PAMONG_COLUMN_STATUS_DATE, N_ ("Date of the status") },
  { PAMONG_COLUMN_AREA, N_ ("Code of the village") },
  { PAMONG_COLUMN_VILLAGE, N_ ("Name of the village") },
  { PAMONG_COLUMN_DISTRICT, N_ ("Name of the district") },
  { PAMONG_COLUMN_UID, N_ ("Mark of the person in that program") },
};

static gboolean
is_there (GArray *list, const char *name)
{
  for (guint i = 0; i < list->len; i++)
    if (g_str_equal (g_array_index (list, Choice, i).name, name))
      return TRUE;
  return FALSE;
}

static void
add (GArray *list, const char *name, const char *words)
{
  Choice choice = { (char *) words, NULL, (char *) name };

  if (is_there (list, name))
    return;
  choice = (Choice) { g_strdup (words), pamong_fold (words), g_strdup (name) };
  g_array_append_val (list, choice);
}

static void
add_field (GArray *list, const PamongField *field)
{
  PamongColumn column = { .role = PAMONG_COLUMN_FIELD, .field = field };
  g_autofree char *name = pamong_column_name (&column);

  if (field->type != PAMONG_TYPE_UID && field->type != PAMONG_TYPE_LONG)
    add (list, name, pamong_words_hamlet (_ (field->label)));
}

static void
add_kind (GArray *list, PamongKind kind)
{
  guint n;
  const PamongField *fields = pamong_kind_fields (kind, &n);

  for (guint i = 0; i < n; i++)
    add_field (list, &fields[i]);
}

static void
add_first (GArray *list)
{
  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    {
      g_auto (GStrv) parts = g_strsplit (first[i], ".", 2);

      add_field (list, pamong_field_find ((PamongKind) pamong_kind_from_name (parts[0]), parts[1]));
    }
}

static GArray *
choices (void)
{
  static GArray *list;

  if (list != NULL)
    return list;
  list = g_array_new (FALSE, FALSE, sizeof (Choice));
  add_first (list);
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      PamongColumn column = { .role = roles[i].role };
      g_autofree char *name = pamong_column_name (&column);

      add (list, name, pamong_words_hamlet (_ (roles[i].words)));
    }
  add_kind (list, PAMONG_KIND_FAMILY);
  add_kind (list, PAMONG_KIND_RESIDENT);
  return list;
}

static const Choice *
choice_at (guint i)
{
  return &g_array_index (choices (), Choice, i);
}

static guint
find_name (const char *name)
{
  guint i = 0;

  while (i < choices ()->len && !g_str_equal (choice_at (i)->name, name))
    i++;
  return i;
}

const char *const *
pamong_field_choices (void)
{
  static const char **words;

  if (words != NULL)
    return words;
  words = g_new0 (const char *, choices ()->len + 1);
  for (guint i = 0; i < choices ()->len; i++)
    words[i] = choice_at (i)->words;
  return words;
}

const char *
pamong_field_choices_name (const char *words)
{
  g_autofree char *key = pamong_fold (words);

  if (*key == '\0')
    return "";
  for (guint i = 0; i < choices ()->len; i++)
    if (g_str_equal (choice_at (i)->key, key))
      return choice_at (i)->name;
  return NULL;
}

const char *
pamong_field_choices_words (const PamongColumn *column)
{
  g_autofree char *name = pamong_column_name (column);
  guint at = find_name (name);

  return at < choices ()->len ? choice_at (at)->words : "";
}

guint
pamong_field_choices_order (const PamongField *field)
{
  PamongColumn column = { .role = PAMONG_COLUMN_FIELD, .field = field };
  g_autofree char *name = pamong_column_name (&column);

  return find_name (name);
}
