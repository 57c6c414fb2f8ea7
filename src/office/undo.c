/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "office/undo.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "domain/nik.h"
#include "office/act.h"
#include "office/returns.h"
#include "wire/before.h"

/* Areas stay: a hamlet that was typed exists. Waivers are about values, and only asked about those. */
static gboolean
is_noted (PamongKind kind)
{
  return kind != PAMONG_KIND_AREA && kind != PAMONG_KIND_WAIVER;
}

static gboolean
is_removed (const PamongRecord *event, const PamongRecord *resident)
{
  return pamong_record_int (event, PAMONG_EVENT_TYPE) == PAMONG_EVENT_REMOVED && g_strcmp0 (pamong_record_text (event, PAMONG_EVENT_RESIDENT_UID), resident->uid) == 0;
}

void
pamong_act_note_before (PamongAct *act, PamongRecord *event)
{
  g_autoptr (GPtrArray) befores = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_before_free);
  g_autofree char *json = NULL;

  for (guint i = 0; i < act->records->len; i++)
    {
      const PamongRecord *planned = g_ptr_array_index (act->records, i);
      g_autoptr (PamongRecord) stored = is_noted (planned->kind) ? pamong_store_get (act->office->store, planned->kind, planned->uid, NULL) : NULL;
      PamongBefore *before;

      if (!is_noted (planned->kind) || (stored == NULL && planned->kind == PAMONG_KIND_EVENT))
        continue; /* a new event is taken back by name, not emptied */
      before = pamong_before_new (planned->kind, planned->uid);
      before->made = stored == NULL;
      if (stored != NULL && is_removed (event, planned))
        pamong_before_note_all (before, stored, planned);
      else if (stored != NULL)
        pamong_before_note (before, stored, planned);
      if (before->made || before->set->len > 0)
        g_ptr_array_add (befores, before);
      else
        pamong_before_free (before);
    }
  json = pamong_befores_format (befores);
  pamong_record_set_text (event, PAMONG_EVENT_BEFORE, json);
}

static gboolean
is_cancelled (PamongStore *store, const char *event_uid)
{
  g_autoptr (GPtrArray) counters = pamong_store_find (store, PAMONG_KIND_EVENT, PAMONG_EVENT_CANCELS, event_uid, NULL);

  return counters != NULL && counters->len > 0;
}

/* @befores: (out): what the event noted. */
static PamongRecord *
load_event (PamongStore *store, const char *uid, GPtrArray **befores, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (PamongRecord) event = uid != NULL ? pamong_store_get (store, PAMONG_KIND_EVENT, uid, &failure) : NULL;

  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (event == NULL)
    g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_NOT_FOUND, _("This event is not on this computer. Open the history of the resident again."));
  else if (is_cancelled (store, uid))
    pamong_office_invalid (error, _("This was taken back already. There is nothing more to do."));
  else if (pamong_record_int (event, PAMONG_EVENT_TYPE) == PAMONG_EVENT_CANCEL || !pamong_record_is_set (event, PAMONG_EVENT_BEFORE))
    pamong_office_invalid (error, _("This event cannot be taken back in one step. Correct the data of the resident or the family card instead."));
  else if ((*befores = pamong_befores_parse (pamong_record_text (event, PAMONG_EVENT_BEFORE), error)) != NULL)
    return g_steal_pointer (&event);
  return NULL;
}

/* Fields of one merge group go back together or not at all: nobody returns to a family in the place he has in another. */
static gboolean
gives_back (const PamongBefore *before, const PamongDelta *delta, const PamongRecord *now)
{
  const PamongField *field = delta->field >= 0 ? pamong_field_get (before->kind, delta->field) : NULL;

  if (field == NULL)
    return FALSE;
  for (guint i = 0; i < before->set->len; i++)
    {
      const PamongDelta *other = g_ptr_array_index (before->set, i);

      if (other->field >= 0 && pamong_field_get (before->kind, other->field)->group == field->group
          && !pamong_value_equal (&now->values[other->field], &other->new_value))
        return FALSE;
    }
  return TRUE;
}

/* @moves: places on the card change, so it needs one head afterwards; a card that lacked one before may still get its address back. */
static gboolean
note_family (PamongAct *act, GHashTable *families, const char *uid, gboolean moves, GError **error)
{
  g_autoptr (PamongFamilyCard) card = NULL;
  gpointer known;

  if (uid == NULL)
    return TRUE;
  if (g_hash_table_lookup_extended (families, uid, NULL, &known))
    {
      g_hash_table_replace (families, g_strdup (uid), GINT_TO_POINTER (moves || GPOINTER_TO_INT (known)));
      return TRUE;
    }
  g_hash_table_insert (families, g_strdup (uid), GINT_TO_POINTER (moves));
  card = pamong_act_card (act, uid, error);
  if (card != NULL)
    pamong_act_note_stood (act, card);
  return card != NULL;
}

/* Nothing stands about somebody who is off the list: he comes back to what the others made of it. */
static gboolean
note_standing (PamongAct *act, const PamongRecord *now, GError **error)
{
  return pamong_store_status (act->office->store, now->uid) == PAMONG_STATUS_VOID || pamong_act_note_resident (act, now, error);
}

/* Plans one record as it was; @families: those whose cards it changes, and whether places on them do. */
static gboolean
plan_back (PamongAct *act, const PamongBefore *before, GHashTable *families, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (PamongRecord) now = pamong_store_get (act->office->store, before->kind, before->uid, &failure);
  g_autoptr (PamongRecord) back = NULL;
  gboolean moves;

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (now == NULL || before->made)
    return TRUE;
  back = pamong_record_copy (now);
  for (guint i = 0; i < before->set->len; i++)
    {
      const PamongDelta *delta = g_ptr_array_index (before->set, i);

      if (gives_back (before, delta, now))
        pamong_record_set_value (back, delta->field, &delta->old_value);
    }
  moves = before->kind == PAMONG_KIND_RESIDENT
          && (pamong_record_differs (now, back, PAMONG_RESIDENT_FAMILY_UID) || pamong_record_differs (now, back, PAMONG_RESIDENT_SHDK));
  if (before->kind == PAMONG_KIND_FAMILY && !note_family (act, families, before->uid, FALSE, error))
    return FALSE;
  if (before->kind == PAMONG_KIND_RESIDENT
      && (!note_standing (act, now, error) || !note_family (act, families, pamong_record_text (now, PAMONG_RESIDENT_FAMILY_UID), moves, error)
          || !note_family (act, families, pamong_record_text (back, PAMONG_RESIDENT_FAMILY_UID), moves, error)))
    return FALSE;
  pamong_act_put (act, back);
  return TRUE;
}

static gboolean
check_back (PamongAct *act, const PamongRecord *event, GPtrArray *befores, GHashTable *families, GError **error)
{
  gboolean removed = pamong_record_int (event, PAMONG_EVENT_TYPE) == PAMONG_EVENT_REMOVED;
  GHashTableIter iter;
  gpointer uid, moves;

  g_hash_table_iter_init (&iter, families);
  while (g_hash_table_iter_next (&iter, &uid, &moves))
    if (!pamong_act_check_card (act, uid, !removed && GPOINTER_TO_INT (moves), error) || (removed && !pamong_return_check_heads (act, event, uid, error)))
      return FALSE;
  for (guint i = 0; i < befores->len; i++)
    {
      const PamongBefore *before = g_ptr_array_index (befores, i);
      const PamongRecord *back = g_hash_table_lookup (act->asked.planned, before->uid);

      if (back != NULL && back->kind == PAMONG_KIND_RESIDENT && !pamong_record_is_set (back, PAMONG_RESIDENT_FAMILY_UID)
          && pamong_asked_status (&act->asked, back->uid) != PAMONG_STATUS_VOID && !pamong_act_check_resident (act, back, error))
        return FALSE;
    }
  if (removed)
    pamong_return_excuse (act, event, families);
  return TRUE;
}

gboolean
pamong_office_undo (PamongOffice *office, const char *event_uid, const char *reason, GPtrArray **findings, GError **error)
{
  static const int about[] = { PAMONG_EVENT_RESIDENT_UID, PAMONG_EVENT_FAMILY_UID, PAMONG_EVENT_FROM_FAMILY_UID, PAMONG_EVENT_OTHER_UID };
  g_autoptr (PamongAct) act = pamong_act_new (office, "resident.undo", reason, findings, error);
  g_autoptr (GHashTable) families = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) befores = NULL;
  g_autoptr (PamongRecord) event = act != NULL ? load_event (office->store, event_uid, &befores, error) : NULL;
  PamongRecord *counter;

  if (event == NULL)
    return FALSE;
  if (act->reason == NULL)
    return pamong_office_invalid (error, _("Write the reason for taking this back."));
  if (pamong_record_int (event, PAMONG_EVENT_TYPE) == PAMONG_EVENT_REMOVED)
    pamong_act_put_fate (act, pamong_record_text (event, PAMONG_EVENT_RESIDENT_UID), pamong_return_status (office->store, event));
  for (guint i = 0; i < befores->len; i++)
    if (!plan_back (act, g_ptr_array_index (befores, i), families, error))
      return FALSE;
  counter = pamong_act_put_event (act, PAMONG_EVENT_CANCEL, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (about); i++)
    pamong_record_set_value (counter, about[i], &event->values[about[i]]);
  pamong_record_set_text (counter, PAMONG_EVENT_CANCELS, event_uid);
  return check_back (act, event, befores, families, error) && pamong_act_finish (act, error);
}

GPtrArray *
pamong_office_undoable (PamongStore *store, const char *uid, GError **error)
{
  return pamong_store_noted (store, uid, error);
}

static char *
family_words (PamongStore *store, const PamongValue *value)
{
  g_autoptr (PamongFamilyCard) card = value->type == PAMONG_VALUE_TEXT ? pamong_store_card (store, value->s, NULL) : NULL;
  const PamongRecord *head = card != NULL ? pamong_family_card_head (card) : NULL;
  const char *number = card != NULL ? pamong_record_text (card->family, PAMONG_FAMILY_KK_NUMBER) : NULL;

  if (head != NULL)
    return g_strdup_printf (_("the family of %s"), pamong_record_text (head, PAMONG_RESIDENT_NAME));
  return number != NULL ? g_strdup_printf (_("the card ending in %s"), number + MAX (0, (int) strlen (number) - 4)) : g_strdup (_("no family"));
}

char *
pamong_office_value_words (PamongStore *store, const PamongRecord *record, int index, const PamongValue *value)
{
  g_autoptr (PamongRecord) copy = pamong_record_copy (record);
  const PamongField *field = pamong_field_get (record->kind, index);
  g_autofree char *words = NULL;

  if (field->type == PAMONG_TYPE_UID && index != PAMONG_RESIDENT_BATCH_UID)
    return family_words (store, value);
  pamong_record_set_value (copy, index, value);
  words = pamong_record_format (copy, index);
  if (*words == '\0')
    return g_strdup (_("empty"));
  return field->type == PAMONG_TYPE_NIK ? pamong_nik_mask (words) : g_steal_pointer (&words);
}

static char *
name_of (PamongStore *store, const PamongRecord *now)
{
  PamongValue uid = { PAMONG_VALUE_TEXT, .s = now->uid };

  if (now->kind == PAMONG_KIND_RESIDENT)
    return g_strdup (pamong_record_text (now, PAMONG_RESIDENT_NAME));
  return now->kind == PAMONG_KIND_FAMILY ? family_words (store, &uid) : g_strdup (_("Event"));
}

/* Noted as it was, not as changed, and so it is still. */
static gboolean
stands (const PamongDelta *delta, const PamongRecord *now)
{
  return pamong_value_equal (&delta->old_value, &delta->new_value) && pamong_value_equal (&delta->new_value, &now->values[delta->field]);
}

static void
add_sentences (PamongStore *store, const PamongBefore *before, GPtrArray *sentences)
{
  g_autoptr (PamongRecord) now = pamong_store_get (store, before->kind, before->uid, NULL);
  g_autofree char *name = now != NULL ? name_of (store, now) : NULL;

  if (now == NULL)
    return;
  if (before->made)
    {
      if (before->kind == PAMONG_KIND_FAMILY)
        g_ptr_array_add (sentences, g_strdup (_("The new family card is left empty and no longer waits for Dukcapil.")));
      if (before->kind == PAMONG_KIND_FAMILY && pamong_record_is_set (now, PAMONG_FAMILY_KK_NUMBER))
        g_ptr_array_add (sentences, g_strdup (_("Dukcapil has issued that card. Ask Dukcapil to take it back too.")));
      return;
    }
  for (guint i = 0; i < before->set->len; i++)
    {
      const PamongDelta *delta = g_ptr_array_index (before->set, i);
      const char *label = delta->field >= 0 && !stands (delta, now) ? _(pamong_field_get (before->kind, delta->field)->label) : NULL;
      gboolean back = label != NULL && gives_back (before, delta, now);
      g_autofree char *words = label != NULL ? pamong_office_value_words (store, now, delta->field, back ? &delta->old_value : &now->values[delta->field]) : NULL;

      if (back)
        g_ptr_array_add (sentences, g_strdup_printf (_("%s: %s goes back to %s."), name, label, words));
      else if (label != NULL)
        g_ptr_array_add (sentences, g_strdup_printf (_("%s: %s was changed since and stays %s."), name, label, words));
    }
}

char **
pamong_office_undo_effect (PamongStore *store, const char *event_uid, GError **error)
{
  g_autoptr (GPtrArray) befores = NULL;
  g_autoptr (PamongRecord) event = load_event (store, event_uid, &befores, error);
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);

  if (event == NULL)
    return NULL;
  if (pamong_record_int (event, PAMONG_EVENT_TYPE) == PAMONG_EVENT_REMOVED)
    g_ptr_array_add (sentences, pamong_return_words (store, event));
  for (guint i = 0; i < befores->len; i++)
    add_sentences (store, g_ptr_array_index (befores, i), sentences);
  g_ptr_array_add (sentences, g_strdup (_("The event stays in the history, marked as taken back.")));
  g_ptr_array_add (sentences, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&sentences), FALSE);
}
