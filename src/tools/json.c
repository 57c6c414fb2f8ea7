/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tools/cli.h"

static void
add_value (JsonBuilder *b, const PamongRecord *record, const PamongField *field)
{
  const PamongValue *value = &record->values[field->index];

  json_builder_set_member_name (b, field->key);
  switch (value->type)
    {
    case PAMONG_VALUE_INT:
      if (field->type == PAMONG_TYPE_BOOL)
        json_builder_add_boolean_value (b, value->i != 0);
      else
        json_builder_add_int_value (b, value->i);
      break;
    case PAMONG_VALUE_REAL:
      json_builder_add_double_value (b, value->d);
      break;
    case PAMONG_VALUE_TEXT:
      json_builder_add_string_value (b, value->s);
      break;
    case PAMONG_VALUE_NULL:
    default:
      json_builder_add_null_value (b);
    }
}

/* Fields a script always finds, empty or not; the others only when they are set. */
static gboolean
is_promised (int field)
{
  switch (field)
    {
    case PAMONG_RESIDENT_NIK: case PAMONG_RESIDENT_NAME: case PAMONG_RESIDENT_SEX: case PAMONG_RESIDENT_BIRTH_PLACE: case PAMONG_RESIDENT_BIRTH_DATE:
    case PAMONG_RESIDENT_RELIGION: case PAMONG_RESIDENT_MARITAL_STATUS: case PAMONG_RESIDENT_SHDK: case PAMONG_RESIDENT_EDUCATION: case PAMONG_RESIDENT_OCCUPATION:
    case PAMONG_RESIDENT_NATIONALITY: case PAMONG_RESIDENT_BLOOD_TYPE: case PAMONG_RESIDENT_FATHER_NAME: case PAMONG_RESIDENT_MOTHER_NAME:
      return TRUE;
    default:
      return FALSE;
    }
}

static void
add_fields (JsonBuilder *b, const PamongRecord *record)
{
  guint n;
  const PamongField *fields = pamong_kind_fields (record->kind, &n);

  for (guint i = 0; i < n; i++)
    if (record->values[i].type != PAMONG_VALUE_NULL || record->kind != PAMONG_KIND_RESIDENT || is_promised ((int) i))
      add_value (b, record, &fields[i]);
}

void
pamong_cli_put_text (JsonBuilder *b, const char *key, const char *text)
{
  json_builder_set_member_name (b, key);
  if (text != NULL)
    json_builder_add_string_value (b, text);
  else
    json_builder_add_null_value (b);
}

void
pamong_cli_put_int (JsonBuilder *b, const char *key, gint64 value)
{
  json_builder_set_member_name (b, key);
  json_builder_add_int_value (b, value);
}

void
pamong_cli_put_findings (JsonBuilder *b, GPtrArray *findings)
{
  json_builder_set_member_name (b, "findings");
  json_builder_begin_array (b);
  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      const PamongFinding *f = findings->pdata[i];
      const PamongField *field = f->field >= 0 ? pamong_field_get (f->kind, f->field) : NULL;
      json_builder_begin_object (b);
      pamong_cli_put_text (b, "rule", f->rule);
      pamong_cli_put_text (b, "severity", pamong_severity_name (f->severity));
      pamong_cli_put_text (b, "field", field != NULL ? field->key : NULL);
      pamong_cli_put_text (b, "message", f->message);
      pamong_cli_put_text (b, "remedy", f->remedy);
      json_builder_end_object (b);
    }
  json_builder_end_array (b);
}

void
pamong_cli_put_resident (JsonBuilder *b, PamongStore *store, const PamongRecord *resident, GPtrArray *findings)
{
  const char *family_uid = pamong_record_text (resident, PAMONG_RESIDENT_FAMILY_UID);
  g_autoptr (PamongRecord) family = family_uid != NULL ? pamong_store_get (store, PAMONG_KIND_FAMILY, family_uid, NULL) : NULL;

  json_builder_begin_object (b);
  pamong_cli_put_text (b, "uid", resident->uid);
  add_fields (b, resident);
  /* The family owns number and address; they are shown here read-only. */
  pamong_cli_put_text (b, "kk_number", family != NULL ? pamong_record_text (family, PAMONG_FAMILY_KK_NUMBER) : NULL);
  pamong_cli_put_text (b, "address", family != NULL ? pamong_record_text (family, PAMONG_FAMILY_ADDRESS) : NULL);
  pamong_cli_put_text (b, "dusun", family != NULL ? pamong_record_text (family, PAMONG_FAMILY_DUSUN) : NULL);
  pamong_cli_put_text (b, "rw", family != NULL ? pamong_record_text (family, PAMONG_FAMILY_RW) : NULL);
  pamong_cli_put_text (b, "rt", family != NULL ? pamong_record_text (family, PAMONG_FAMILY_RT) : NULL);
  pamong_cli_put_text (b, "area", resident->area);
  pamong_cli_put_text (b, "status", pamong_status_name (pamong_store_status (store, resident->uid)));
  pamong_cli_put_int (b, "version", resident->version);
  pamong_cli_put_findings (b, findings);
  json_builder_end_object (b);
}

void
pamong_cli_put_record (JsonBuilder *b, const PamongRecord *record)
{
  json_builder_begin_object (b);
  pamong_cli_put_text (b, "uid", record->uid);
  add_fields (b, record);
  json_builder_end_object (b);
}

void
pamong_cli_put_family (JsonBuilder *b, PamongStore *store, const PamongFamilyCard *card, GPtrArray *findings)
{
  json_builder_begin_object (b);
  pamong_cli_put_text (b, "uid", card->family->uid);
  add_fields (b, card->family);
  pamong_cli_put_text (b, "area", card->family->area);
  pamong_cli_put_int (b, "version", card->family->version);
  json_builder_set_member_name (b, "members");
  json_builder_begin_array (b);
  for (guint i = 0; i < card->members->len; i++)
    pamong_cli_put_resident (b, store, card->members->pdata[i], NULL);
  json_builder_end_array (b);
  pamong_cli_put_findings (b, findings);
  json_builder_end_object (b);
}
