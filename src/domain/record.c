/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/record.h"
#include "domain/codes.h"
#include "domain/uid.h"

static PamongValue *
get_value (const PamongRecord *record, int field)
{
  g_assert (field >= 0 && (guint) field < record->n_values);
  return &record->values[field];
}

void
pamong_value_clear (PamongValue *value)
{
  if (value->type == PAMONG_VALUE_TEXT)
    g_free (value->s);
  *value = (PamongValue) { PAMONG_VALUE_NULL, { 0 } };
}

void
pamong_value_copy (PamongValue *dest, const PamongValue *src)
{
  if (dest == src)
    return;
  pamong_value_clear (dest);
  *dest = *src;
  if (src->type == PAMONG_VALUE_TEXT)
    dest->s = g_strdup (src->s);
}

gboolean
pamong_value_equal (const PamongValue *a, const PamongValue *b)
{
  if (a->type != b->type)
    return FALSE;
  switch (a->type)
    {
    case PAMONG_VALUE_INT:
      return a->i == b->i;
    case PAMONG_VALUE_REAL:
      return a->d == b->d;
    case PAMONG_VALUE_TEXT:
      return g_strcmp0 (a->s, b->s) == 0;
    case PAMONG_VALUE_NULL:
    default:
      return TRUE;
    }
}

PamongRecord *
pamong_record_new_known (PamongKind kind, const char *uid, const char *area)
{
  PamongRecord *record = g_new0 (PamongRecord, 1);

  record->kind = kind;
  record->area = g_strdup (area);
  record->uid = g_strdup (uid);
  pamong_kind_fields (kind, &record->n_values);
  record->values = g_new0 (PamongValue, record->n_values);
  return record;
}

PamongRecord *
pamong_record_new (PamongKind kind, const char *area)
{
  g_autofree char *uid = kind == PAMONG_KIND_PLACE ? NULL : pamong_uid_new ();

  return pamong_record_new_known (kind, uid, area);
}

PamongRecord *
pamong_record_copy (const PamongRecord *record)
{
  PamongRecord *copy = g_memdup2 (record, sizeof *record);

  copy->uid = g_strdup (record->uid);
  copy->area = g_strdup (record->area);
  copy->extra = g_strdup (record->extra);
  copy->values = g_new0 (PamongValue, record->n_values);
  for (guint i = 0; i < record->n_values; i++)
    pamong_value_copy (&copy->values[i], &record->values[i]);
  return copy;
}

void
pamong_record_free (PamongRecord *record)
{
  if (record == NULL)
    return;
  for (guint i = 0; i < record->n_values; i++)
    pamong_value_clear (&record->values[i]);
  g_free (record->values);
  g_free (record->uid);
  g_free (record->area);
  g_free (record->extra);
  g_free (record);
}

const char *
pamong_record_text (const PamongRecord *record, int field)
{
  const PamongValue *value = get_value (record, field);

  return value->type == PAMONG_VALUE_TEXT ? value->s : NULL;
}

gint64
pamong_record_int (const PamongRecord *record, int field)
{
  const PamongValue *value = get_value (record, field);

  return value->type == PAMONG_VALUE_INT ? value->i : 0;
}

double
pamong_record_real (const PamongRecord *record, int field)
{
  const PamongValue *value = get_value (record, field);

  return value->type == PAMONG_VALUE_REAL ? value->d : value->type == PAMONG_VALUE_INT ? (double) value->i : 0;
}

gboolean
pamong_record_is_set (const PamongRecord *record, int field)
{
  return get_value (record, field)->type != PAMONG_VALUE_NULL;
}

void
pamong_record_set_text (PamongRecord *record, int field, const char *text)
{
  PamongValue *value = get_value (record, field);
  /* Copied first: @text may be the field's own. */
  char *copy = text != NULL && *text != '\0' ? g_strdup (text) : NULL;

  pamong_value_clear (value);
  if (copy != NULL)
    *value = (PamongValue) { PAMONG_VALUE_TEXT, { .s = copy } };
}

void
pamong_record_set_int (PamongRecord *record, int field, gint64 number)
{
  PamongValue *value = get_value (record, field);

  pamong_value_clear (value);
  *value = (PamongValue) { PAMONG_VALUE_INT, { .i = number } };
}

void
pamong_record_set_real (PamongRecord *record, int field, double number)
{
  PamongValue *value = get_value (record, field);

  pamong_value_clear (value);
  *value = (PamongValue) { PAMONG_VALUE_REAL, { .d = number } };
}

void
pamong_record_set_value (PamongRecord *record, int field, const PamongValue *value)
{
  pamong_value_copy (get_value (record, field), value);
}

void
pamong_record_clear (PamongRecord *record, int field)
{
  pamong_value_clear (get_value (record, field));
}

gboolean
pamong_record_differs (const PamongRecord *a, const PamongRecord *b, int field)
{
  return !pamong_value_equal (get_value (a, field), get_value (b, field));
}

void
pamong_record_completeness (const PamongRecord *record, guint *filled, guint *required)
{
  guint n;
  const PamongField *fields = pamong_kind_fields (record->kind, &n);

  *filled = *required = 0;
  for (guint i = 0; i < n; i++)
    if (fields[i].required)
      {
        (*required)++;
        *filled += record->values[i].type != PAMONG_VALUE_NULL;
      }
}

PamongFamilyCard *
pamong_family_card_new (const char *area)
{
  PamongFamilyCard *card = g_new0 (PamongFamilyCard, 1);

  card->family = pamong_record_new (PAMONG_KIND_FAMILY, area);
  card->members = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_record_free);
  return card;
}

void
pamong_family_card_free (PamongFamilyCard *card)
{
  if (card == NULL)
    return;
  pamong_record_free (card->family);
  g_ptr_array_unref (card->members);
  g_free (card);
}

PamongRecord *
pamong_family_card_head (const PamongFamilyCard *card)
{
  for (guint i = 0; i < card->members->len; i++)
    {
      PamongRecord *member = card->members->pdata[i];
      if (pamong_record_int (member, PAMONG_RESIDENT_SHDK) == PAMONG_SHDK_HEAD)
        return member;
    }
  return NULL;
}
