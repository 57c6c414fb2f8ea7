/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "office/act.h"

#include <glib/gi18n-lib.h>

#include "wire/conflict.h"

/* The clash to settle: the record as it stands here and the merge group it is about. */
typedef struct {
  PamongRecord *conflict;
  PamongRecord *subject;
  const PamongField *field;
} Clash;

static void
clash_clear (Clash *clash)
{
  g_clear_pointer (&clash->conflict, pamong_record_free);
  g_clear_pointer (&clash->subject, pamong_record_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Clash, clash_clear)

static gboolean
load_clash (PamongStore *store, const char *uid, Clash *clash, GError **error)
{
  const char *kind_name, *key, *subject_uid;
  int kind;

  clash->conflict = pamong_store_get (store, PAMONG_KIND_CONFLICT, uid, error);
  if (clash->conflict == NULL || pamong_record_int (clash->conflict, PAMONG_CONFLICT_CLOSED) != 0)
    {
      if (error == NULL || *error == NULL)
        g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_NOT_FOUND, _("This difference was settled already."));
      return FALSE;
    }
  kind_name = pamong_record_text (clash->conflict, PAMONG_CONFLICT_SUBJECT_KIND);
  key = pamong_record_text (clash->conflict, PAMONG_CONFLICT_FIELD);
  subject_uid = pamong_record_text (clash->conflict, PAMONG_CONFLICT_SUBJECT_UID);
  kind = kind_name != NULL ? pamong_kind_from_name (kind_name) : -1;
  clash->field = kind >= 0 && key != NULL ? pamong_field_find ((PamongKind) kind, key) : NULL;
  if (clash->field == NULL || subject_uid == NULL)
    {
      g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_OUTDATED, _("This difference is about something a newer Pamong knows. Update Pamong first."));
      return FALSE;
    }
  clash->subject = pamong_store_get (store, (PamongKind) kind, subject_uid, error);
  if (clash->subject != NULL)
    return TRUE;
  if (error == NULL || *error == NULL)
    g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_NOT_FOUND, _("The record of this difference is not on this computer. Send and receive first."));
  return FALSE;
}

/* A side speaks of the fields it names; the others of the group stay as they are. */
static void
take_side (Clash *clash, const PamongConflictSide *side)
{
  for (guint i = 0; side->keys[i] != NULL; i++)
    {
      const PamongField *field = pamong_field_find (clash->subject->kind, side->keys[i]);

      if (field != NULL && field->group == clash->field->group)
        pamong_record_set_value (clash->subject, field->index, &side->values->values[field->index]);
    }
}

static guint
count_group (const PamongField *field)
{
  guint n, count = 0;
  const PamongField *fields = pamong_kind_fields (field->kind, &n);

  for (guint i = 0; i < n; i++)
    count += fields[i].group == field->group ? 1 : 0;
  return count;
}

static gboolean
take_other (Clash *clash, int index, GError **error)
{
  g_autoptr (GPtrArray) others = pamong_conflict_others (clash->conflict, error);

  if (others == NULL)
    return FALSE;
  if ((guint) index >= others->len)
    return pamong_office_invalid (error, _("There is no such value. Choose one of those shown."));
  take_side (clash, g_ptr_array_index (others, (guint) index));
  return TRUE;
}

/* The server's value is current; what this computer shows may be behind it. */
static gboolean
take_current (Clash *clash, GError **error)
{
  g_autoptr (PamongConflictSide) current = pamong_conflict_current (clash->conflict, error);

  if (current == NULL)
    return FALSE;
  take_side (clash, current);
  return TRUE;
}

/* What the rules say of the subject with a value that was typed here. */
static gboolean
check_subject (PamongAct *act, Clash *clash, const PamongRecord *stored, GError **error)
{
  g_autoptr (PamongFamilyCard) card = NULL;

  if (stored->kind == PAMONG_KIND_RESIDENT && !pamong_act_note_resident (act, stored, error))
    return FALSE;
  if (stored->kind == PAMONG_KIND_FAMILY)
    {
      card = pamong_act_card (act, stored->uid, error);
      if (card == NULL)
        return FALSE;
      pamong_act_note_stood (act, card);
    }
  g_hash_table_insert (act->asked.planned, clash->subject->uid, clash->subject); /* seen by the rules; written as one group */
  if (stored->kind == PAMONG_KIND_RESIDENT)
    return pamong_act_check_resident (act, clash->subject, error);
  return stored->kind != PAMONG_KIND_FAMILY || pamong_act_check_card (act, stored->uid, FALSE, error);
}

static gboolean
take_typed (PamongAct *act, Clash *clash, const char *value, GError **error)
{
  g_autoptr (PamongRecord) stored = pamong_record_copy (clash->subject);

  if (count_group (clash->field) > 1)
    return pamong_office_invalid (error, _("These fields belong together. Take one of the two values, then correct it in the form."));
  return pamong_record_parse (clash->subject, clash->field->index, value, error) && check_subject (act, clash, stored, error);
}

gboolean
pamong_office_resolve (PamongOffice *office, const char *conflict_uid, int take_other_index, const char *value, GError **error)
{
  g_autoptr (PamongAct) act = pamong_act_new (office, "conflict.resolve", NULL, NULL, error);
  g_auto (Clash) clash = { NULL };
  PamongWrite *write;
  gboolean taken;

  if (act == NULL || !load_clash (office->store, conflict_uid, &clash, error))
    return FALSE;
  if (value != NULL)
    taken = take_typed (act, &clash, value, error);
  else if (take_other_index >= 0)
    taken = take_other (&clash, take_other_index, error);
  else
    taken = take_current (&clash, error);
  if (!taken || !pamong_act_check_limit_of (act, clash.subject, error))
    return FALSE;

  write = pamong_act_begin (act, error);
  if (write == NULL)
    return FALSE;
  if (!pamong_write_resolve (write, clash.subject, clash.field->group, clash.conflict->uid, error))
    {
      pamong_write_rollback (write);
      return FALSE;
    }
  pamong_act_touch (act, clash.subject->uid);
  return pamong_act_commit (act, write, error);
}
