/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/doubles/pair_rows.h"
#include "domain/nik.h"
#include <glib/gi18n.h>

/* The order of the screen; what is not named here follows in the order of the registry. */
static const PamongResidentField first_fields[] = {
  PAMONG_RESIDENT_NAME, PAMONG_RESIDENT_NIK, PAMONG_RESIDENT_SEX, PAMONG_RESIDENT_BIRTH_PLACE, PAMONG_RESIDENT_FAMILY_UID, PAMONG_RESIDENT_FATHER_NAME, PAMONG_RESIDENT_MOTHER_NAME,
};

void
pamong_pair_row_free (PamongPairRow *row)
{
  g_free (row->label);
  g_free (row->texts[0]);
  g_free (row->texts[1]);
  g_free (row);
}

gboolean
pamong_pair_row_has (const PamongPairRow *row, int field)
{
  for (guint i = 0; i < row->n_fields; i++)
    if (row->fields[i] == field)
      return TRUE;
  return FALSE;
}

const char *
pamong_pair_row_mark (const PamongPairRow *row)
{
  if (!row->differs)
    return _ ("same");
  return *row->texts[0] == '\0' || *row->texts[1] == '\0' ? _ ("one side only") : _ ("different");
}

static char *
number_text (const char *number, gboolean revealed)
{
  return revealed ? g_strdup (number) : pamong_nik_mask (number);
}

static char *
family_text (const PamongPerson *person, gboolean revealed)
{
  const PamongRecord *family = pamong_person_family (person);
  const char *kk = family != NULL ? pamong_record_text (family, PAMONG_FAMILY_KK_NUMBER) : NULL;
  g_autofree char *place = pamong_person_where (person, FALSE), *shdk = pamong_record_format (person->resident, PAMONG_RESIDENT_SHDK);
  g_autofree char *number = kk != NULL ? number_text (kk, revealed) : NULL;
  g_autoptr (GString) words = g_string_new (NULL);

  if (family == NULL)
    return g_strdup (_ ("on no family card"));
  g_string_append_printf (words, "%s %s", _ ("KK no."), number != NULL ? number : _ ("waiting for Dukcapil"));
  if (*shdk != '\0')
    g_string_append_printf (words, " · %s", shdk);
  if (*place != '\0')
    g_string_append_printf (words, "\n%s", place);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static char *
side_text (const PamongPairRow *row, const PamongPerson *person, gboolean revealed)
{
  g_autoptr (GString) words = g_string_new (NULL);

  if (row->fields[0] == PAMONG_RESIDENT_FAMILY_UID)
    return family_text (person, revealed);
  for (guint i = 0; i < row->n_fields; i++)
    {
      g_autofree char *value = pamong_record_format (person->resident, row->fields[i]);
      g_autofree char *text = row->is_number ? number_text (value, revealed) : NULL;

      if (*value != '\0')
        g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", text != NULL ? text : value);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static const char *
group_label (const PamongField *leader, guint n_fields)
{
  if (n_fields > 1 && leader->index == PAMONG_RESIDENT_BIRTH_PLACE)
    return _ ("Born");
  if (n_fields > 1 && leader->index == PAMONG_RESIDENT_LAT)
    return _ ("Place on the map");
  return gettext (leader->label);
}

/* The row of the merge group that @field leads; NULL when both sides are empty. */
static PamongPairRow *
make_row (const PamongPerson *const *people, const PamongField *leader, gboolean revealed)
{
  guint n;
  const PamongField *fields = pamong_kind_fields (PAMONG_KIND_RESIDENT, &n);
  PamongPairRow *row = g_new0 (PamongPairRow, 1);
  gboolean filled = FALSE;

  row->is_number = leader->type == PAMONG_TYPE_NIK;
  for (guint i = 0; i < n && row->n_fields < PAMONG_PAIR_FIELDS; i++)
    if (fields[i].group == leader->group)
      {
        row->fields[row->n_fields++] = (int) i;
        row->differs |= pamong_record_differs (people[0]->resident, people[1]->resident, (int) i);
        filled |= pamong_record_is_set (people[0]->resident, (int) i) || pamong_record_is_set (people[1]->resident, (int) i);
      }
  if (!filled)
    {
      g_free (row);
      return NULL;
    }
  row->label = g_strdup (group_label (leader, row->n_fields));
  for (guint side = 0; side < 2; side++)
    row->texts[side] = side_text (row, people[side], revealed);
  return row;
}

/* Which of the two stays: who they are. */
static PamongPairRow *
make_head (const PamongPerson *const *people, gboolean with_village, const char *today)
{
  PamongPairRow *row = g_new0 (PamongPairRow, 1);

  row->label = g_strdup (_ ("Record that stays"));
  row->differs = TRUE;
  for (guint side = 0; side < 2; side++)
    {
      const char *name = pamong_record_text (people[side]->resident, PAMONG_RESIDENT_NAME);
      g_autofree char *who = pamong_person_who (people[side], today), *place = pamong_person_where (people[side], with_village);

      row->texts[side] = g_strdup_printf ("%s\n%s\n%s", name != NULL ? name : _ ("without a name"), who, *place != '\0' ? place : _ ("on no family card"));
    }
  return row;
}

static void
add_row (GPtrArray *rows, const PamongPerson *const *people, int field, gboolean revealed)
{
  PamongPairRow *row;

  for (guint i = 0; i < rows->len; i++)
    if (pamong_pair_row_has (rows->pdata[i], field))
      return;
  row = make_row (people, pamong_field_get (PAMONG_KIND_RESIDENT, field), revealed);
  if (row != NULL)
    g_ptr_array_add (rows, row);
}

GPtrArray *
pamong_pair_rows (const PamongPerson *const *people, gboolean revealed, gboolean with_village, const char *today)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_pair_row_free);

  g_ptr_array_add (rows, make_head (people, with_village, today));
  for (guint i = 0; i < G_N_ELEMENTS (first_fields); i++)
    add_row (rows, people, (int) first_fields[i], revealed);
  for (int field = 0; field < PAMONG_RESIDENT_N_FIELDS; field++)
    if (field != PAMONG_RESIDENT_BATCH_UID) /* which record that is stands in its own history */
      add_row (rows, people, field, revealed);
  return rows;
}
