/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/codes.h"
#include "domain/dates.h"
#include "domain/names.h"
#include "domain/rules_check.h"

#include <string.h>

/* How the members of a card stand together. Several wives are allowed; step-children and adopted ones are common: all of it only warns. */

static gint64
get_int (const PamongCheck *check, guint i, int field)
{
  return pamong_record_int (pamong_check_member (check, i), field);
}

static const char *
get_name (const PamongRecord *record)
{
  return pamong_record_text (record, PAMONG_RESIDENT_NAME);
}

static const char *
get_birth (const PamongRecord *record)
{
  const char *date = pamong_record_text (record, PAMONG_RESIDENT_BIRTH_DATE);

  return pamong_date_is_valid (date) ? date : NULL;
}

static gboolean
is_spouse (const PamongCheck *check, guint i)
{
  gint64 shdk = get_int (check, i, PAMONG_RESIDENT_SHDK);

  return shdk == PAMONG_SHDK_HUSBAND || shdk == PAMONG_SHDK_WIFE;
}

/* Fires on the younger one with both birth dates and the years between. */
static void
fire_births (PamongCheck *check, int member, const PamongRecord *other)
{
  const PamongRecord *record = pamong_check_member (check, (guint) member);
  g_autofree char *shdk = pamong_check_word (record, PAMONG_RESIDENT_SHDK);
  g_autofree char *value = pamong_date_format (get_birth (record));
  g_autofree char *date = pamong_date_format (get_birth (other));
  char years[12];

  g_snprintf (years, sizeof years, "%d", pamong_date_age (get_birth (other), get_birth (record)));
  pamong_check_fire_member (check, member, PAMONG_RESIDENT_BIRTH_DATE, "shdk", shdk, "value", value, "other", get_name (other), "date", date, "age", years,
                            "other_uid", other->uid, NULL);
}

static void
spouse_same_sex (PamongCheck *check)
{
  int row = pamong_check_find_shdk (check, PAMONG_SHDK_HEAD, 0);
  const PamongRecord *head = row >= 0 ? pamong_check_member (check, (guint) row) : NULL;

  for (guint i = 0; head != NULL && i < check->card->members->len; i++)
    {
      const PamongRecord *spouse = pamong_check_member (check, i);
      g_autofree char *shdk = NULL, *value = NULL;

      if (!is_spouse (check, i) || !pamong_record_is_set (spouse, PAMONG_RESIDENT_SEX) || pamong_record_differs (spouse, head, PAMONG_RESIDENT_SEX))
        continue;
      shdk = pamong_check_word (spouse, PAMONG_RESIDENT_SHDK);
      value = pamong_check_word (spouse, PAMONG_RESIDENT_SEX);
      pamong_check_fire_member (check, (int) i, PAMONG_RESIDENT_SEX, "shdk", shdk, "value", value, "other", get_name (head), NULL);
    }
}

static void
head_not_married (PamongCheck *check)
{
  int head = pamong_check_find_shdk (check, PAMONG_SHDK_HEAD, 0);
  gint64 status = head >= 0 ? get_int (check, (guint) head, PAMONG_RESIDENT_MARITAL_STATUS) : 0;

  for (guint i = 0; status != 0 && status != PAMONG_MARITAL_MARRIED && i < check->card->members->len; i++)
    if (is_spouse (check, i))
      {
        g_autofree char *value = pamong_check_word (pamong_check_member (check, (guint) head), PAMONG_RESIDENT_MARITAL_STATUS);
        g_autofree char *shdk = pamong_check_word (pamong_check_member (check, i), PAMONG_RESIDENT_SHDK);

        pamong_check_fire_member (check, head, PAMONG_RESIDENT_MARITAL_STATUS, "value", value, "other", get_name (pamong_check_member (check, i)),
                                  "shdk", shdk, NULL);
        return;
      }
}

static void
husbands_many (PamongCheck *check)
{
  int first = pamong_check_find_shdk (check, PAMONG_SHDK_HUSBAND, 0);
  int second = first >= 0 ? pamong_check_find_shdk (check, PAMONG_SHDK_HUSBAND, (guint) first + 1) : -1;

  if (second >= 0)
    pamong_check_fire_member (check, second, PAMONG_RESIDENT_SHDK, "other", get_name (pamong_check_member (check, (guint) first)), NULL);
}

/* Who stands a generation above row @i for certain: the parents named by NIK, else the head above a child or grandchild. */
static guint
find_elders (const PamongCheck *check, guint i, const PamongRecord *elders[2])
{
  int rows[] = { pamong_check_find_nik (check, pamong_record_text (pamong_check_member (check, i), PAMONG_RESIDENT_FATHER_NIK), 0),
                 pamong_check_find_nik (check, pamong_record_text (pamong_check_member (check, i), PAMONG_RESIDENT_MOTHER_NIK), 0) };
  gint64 shdk = get_int (check, i, PAMONG_RESIDENT_SHDK);
  guint n = 0;

  if (rows[0] < 0 && rows[1] < 0 && (shdk == PAMONG_SHDK_CHILD || shdk == PAMONG_SHDK_GRANDCHILD))
    rows[0] = pamong_check_find_shdk (check, PAMONG_SHDK_HEAD, 0);
  for (int r = 0; r < 2; r++)
    if (rows[r] >= 0 && rows[r] != (int) i && get_birth (pamong_check_member (check, (guint) rows[r])) != NULL)
      elders[n++] = pamong_check_member (check, (guint) rows[r]);
  return get_birth (pamong_check_member (check, i)) != NULL ? n : 0;
}

static void
child_older (PamongCheck *check)
{
  const PamongRecord *elders[2];

  for (guint i = 0; i < check->card->members->len; i++)
    for (guint n = find_elders (check, i, elders); n > 0; n--)
      if (strcmp (get_birth (pamong_check_member (check, i)), get_birth (elders[n - 1])) <= 0)
        fire_births (check, (int) i, elders[n - 1]);
}

static gboolean
is_grandchild (const PamongCheck *check, guint i, const PamongRecord *elder)
{
  return get_int (check, i, PAMONG_RESIDENT_SHDK) == PAMONG_SHDK_GRANDCHILD && pamong_record_int (elder, PAMONG_RESIDENT_SHDK) == PAMONG_SHDK_HEAD;
}

/* params: shdk = fewest years between */
static void
parent_gap (PamongCheck *check)
{
  const PamongRecord *elders[2];

  for (guint i = 0; i < check->card->members->len; i++)
    for (guint n = find_elders (check, i, elders); n > 0; n--)
      {
        const char *born = get_birth (pamong_check_member (check, i));
        const char *key = is_grandchild (check, i, elders[n - 1]) ? "6" : "4";

        if (strcmp (born, get_birth (elders[n - 1])) > 0 && pamong_date_age (get_birth (elders[n - 1]), born) < pamong_check_param (check, key))
          fire_births (check, (int) i, elders[n - 1]);
      }
}

static void
elder_younger (PamongCheck *check)
{
  int row = pamong_check_find_shdk (check, PAMONG_SHDK_HEAD, 0);
  const PamongRecord *head = row >= 0 ? pamong_check_member (check, (guint) row) : NULL;

  if (head == NULL || get_birth (head) == NULL)
    return;
  for (int i = pamong_check_find_shdk (check, PAMONG_SHDK_PARENT, 0); i >= 0; i = pamong_check_find_shdk (check, PAMONG_SHDK_PARENT, (guint) i + 1))
    {
      const char *born = get_birth (pamong_check_member (check, (guint) i));
      if (born != NULL && (strcmp (born, get_birth (head)) >= 0 || pamong_date_age (born, get_birth (head)) < pamong_check_param (check, "min")))
        fire_births (check, i, head);
    }
}

typedef struct {
  int nik, name;
  gint64 sex;
} ParentField;

static const ParentField parent_fields[] = {
  { PAMONG_RESIDENT_FATHER_NIK, PAMONG_RESIDENT_FATHER_NAME, PAMONG_SEX_MALE },
  { PAMONG_RESIDENT_MOTHER_NIK, PAMONG_RESIDENT_MOTHER_NAME, PAMONG_SEX_FEMALE },
};

/* Certain only when the parent's NIK stands on the same card: a head need not be the father. */
static const PamongRecord *
find_parent (const PamongCheck *check, guint i, const ParentField *field)
{
  int row = pamong_check_find_nik (check, pamong_record_text (pamong_check_member (check, i), field->nik), 0);

  return row >= 0 && row != (int) i ? pamong_check_member (check, (guint) row) : NULL;
}

static gboolean
is_same_name (const char *a, const char *b)
{
  g_autofree char *key_a = pamong_name_key (a);
  g_autofree char *key_b = pamong_name_key (b);

  return g_str_equal (key_a, key_b);
}

static void
parent_name_differs (PamongCheck *check)
{
  for (guint i = 0; i < check->card->members->len; i++)
    for (gsize f = 0; f < G_N_ELEMENTS (parent_fields); f++)
      {
        const PamongRecord *parent = find_parent (check, i, &parent_fields[f]);
        const char *name = pamong_record_text (pamong_check_member (check, i), parent_fields[f].name);

        if (parent != NULL && name != NULL && get_name (parent) != NULL && !is_same_name (name, get_name (parent)))
          pamong_check_fire_member (check, (int) i, parent_fields[f].name, "value", name, "other", get_name (parent), "other_uid", parent->uid,
                                    "suggestion", get_name (parent), NULL);
      }
}

static void
parent_sex (PamongCheck *check)
{
  for (guint i = 0; i < check->card->members->len; i++)
    for (gsize f = 0; f < G_N_ELEMENTS (parent_fields); f++)
      {
        const PamongRecord *parent = find_parent (check, i, &parent_fields[f]);
        gint64 sex = parent != NULL ? pamong_record_int (parent, PAMONG_RESIDENT_SEX) : 0;
        g_autofree char *value = NULL;

        if (sex == 0 || sex == parent_fields[f].sex)
          continue;
        value = pamong_check_word (parent, PAMONG_RESIDENT_SEX);
        pamong_check_fire_member (check, (int) i, parent_fields[f].nik, "other", get_name (parent), "value", value, "other_uid", parent->uid, NULL);
      }
}

const PamongPredicate pamong_predicates_kin[] = {
  { "spouse-same-sex", spouse_same_sex },
  { "head-not-married", head_not_married },
  { "husbands-many", husbands_many },
  { "child-older", child_older },
  { "parent-gap", parent_gap },
  { "elder-younger", elder_younger },
  { "parent-name-differs", parent_name_differs },
  { "parent-sex", parent_sex },
  { NULL, NULL },
};
