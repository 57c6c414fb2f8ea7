/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/clock.h"
#include "server/apply.h"
#include "server/findings.h"
#include "server/places.h"
#include "server/server.h"
#include "wire/crypto.h"
#include <string.h>

/**
 * Push: one request on its way through the ledger, in one transaction.
 * @results: (element-type PamongResult): the answer so far
 * @high: last seq answered
 * @forked: a number came with another change than before
 * @actor, @name: (nullable): the account last looked up, as most changes have the same one
 */
typedef struct {
  PamongLedger *ledger;
  PamongDevice *device;
  GPtrArray *results;
  gint64 high;
  char *actor, *name;
  gboolean forked;
} Push;

/** Act: its changes, and the result of each as it goes along. */
typedef struct {
  PamongChange **changes;
  guint n;
  GPtrArray *results;
} Act;

static char *
hash_change (const PamongChange *change)
{
  g_autofree char *text = pamong_change_text (change);

  return pamong_sha256 (text, strlen (text));
}

/* Applied runs are told as one, unless the rules had something to say. */
static void
append_result (Push *push, PamongResult *result)
{
  PamongResult *last = push->results->len ? g_ptr_array_index (push->results, push->results->len - 1) : NULL;

  if (last != NULL && last->outcome == PAMONG_OUTCOME_APPLIED && result->outcome == PAMONG_OUTCOME_APPLIED
      && last->warnings == NULL && result->warnings == NULL && last->to + 1 == result->from)
    {
      last->to = result->to;
      pamong_result_free (result);
    }
  else
    g_ptr_array_add (push->results, result);
}

static gboolean
store_result (Push *push, const PamongChange *change, PamongResult *result, GError **error)
{
  gboolean refused = result->outcome == PAMONG_OUTCOME_REJECTED || result->outcome == PAMONG_OUTCOME_DEPENDENT;
  g_autofree char *hash = hash_change (change);
  g_autofree char *json = pamong_result_to_json (result);
  g_autofree char *payload = refused ? pamong_change_text (change) : NULL;

  return push->ledger->add_answer (push->ledger, push->device, change, hash, json, payload, error);
}

/* Keeps and answers the results of a whole act. */
static gboolean
finish_act (Push *push, const Act *act, GError **error)
{
  for (guint i = 0; i < act->n; i++)
    {
      g_autoptr (PamongResult) result = g_steal_pointer (&act->results->pdata[i]);

      if (!store_result (push, act->changes[i], result, error))
        return FALSE;
      push->high = result->to;
      append_result (push, g_steal_pointer (&result));
    }
  return TRUE;
}

/* All or nothing (S4): change @bad is rejected for @reason, the others because of it. */
static void
reject_act (Act *act, guint bad, PamongReason reason)
{
  g_ptr_array_set_size (act->results, 0);
  for (guint i = 0; i < act->n; i++)
    {
      PamongResult *result = pamong_result_new (act->changes[i]->seq, PAMONG_OUTCOME_REJECTED);

      result->reason = i == bad ? reason : PAMONG_REASON_ACT_BROKEN;
      g_ptr_array_add (act->results, result);
    }
}

/* A change on a record whose earlier change is held hangs on it, and its whole act with it (R6). @depends: (out). */
static gboolean
check_held (Push *push, Act *act, gboolean *depends, GError **error)
{
  gint64 on = 0;

  for (guint i = 0; i < act->n && on == 0; i++)
    if (act->changes[i]->uid != NULL && !push->ledger->find_held (push->ledger, push->device, act->changes[i]->uid, &on, error))
      return FALSE;
  *depends = on != 0;
  for (guint i = 0; i < act->n && on != 0; i++)
    {
      PamongResult *result = pamong_result_new (act->changes[i]->seq, PAMONG_OUTCOME_DEPENDENT);

      result->on = on;
      g_ptr_array_add (act->results, result);
    }
  return TRUE;
}

static void
forget_actor (Push *push)
{
  g_clear_pointer (&push->actor, g_free);
  g_clear_pointer (&push->name, g_free);
}

/* @name: (out) (transfer none): of account @uid; NULL if this place has no such account. */
static gboolean
find_actor (Push *push, const char *uid, const char **name, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (push->name == NULL || g_strcmp0 (push->actor, uid) != 0)
    {
      forget_actor (push);
      push->actor = g_strdup (uid);
      push->name = pamong_actor_name (push->ledger, uid, push->device->area, &local);
    }
  *name = push->name;
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* Who acted must be an account of this place, perhaps one made in this very act. */
static gboolean
check_actors (Push *push, const Act *act, guint *bad, PamongReason *reason, GError **error)
{
  for (guint i = 0; i < act->n; i++)
    {
      const char *name;

      if (!find_actor (push, act->changes[i]->actor, &name, error))
        return FALSE;
      if (name == NULL)
        {
          *bad = i;
          *reason = PAMONG_REASON_ACTOR;
          return TRUE;
        }
    }
  return TRUE;
}

/* Returns: FALSE when the ledger fails; else @result: (out): NULL with @reason when the change is bad. */
static gboolean
apply_change (Push *push, const PamongChange *change, PamongResult **result, PamongReason *reason, GError **error)
{
  g_autoptr (GError) local = NULL;
  const char *by;

  if (change->fault != 0)
    {
      *reason = (PamongReason) change->fault;
      return TRUE;
    }
  if (!find_actor (push, change->actor, &by, error))
    return FALSE;
  *result = pamong_apply_change (push->ledger, push->device, change, by ? by : "", reason, &local);
  if (change->kind == PAMONG_KIND_ACCOUNT)
    forget_actor (push);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* Applies change after change until one is bad. Returns: FALSE when the ledger fails. */
static gboolean
apply_changes (Push *push, Act *act, guint *bad, PamongReason *reason, GError **error)
{
  for (guint i = 0; i < act->n; i++)
    {
      PamongResult *result = NULL;

      if (!apply_change (push, act->changes[i], &result, reason, error))
        return FALSE;
      if (*reason != PAMONG_REASON_NONE)
        {
          *bad = i;
          return TRUE;
        }
      g_ptr_array_add (act->results, result);
    }
  return check_actors (push, act, bad, reason, error);
}

/* Cards that @change bears on: the one it speaks of, the one its resident stands on, the one he left. */
static void
add_cards (GHashTable *cards, const PamongChange *change, const PamongRecord *resident)
{
  const char *family_uid = resident != NULL ? pamong_record_text (resident, PAMONG_RESIDENT_FAMILY_UID) : NULL;

  if (change->kind == PAMONG_KIND_FAMILY)
    g_hash_table_add (cards, g_strdup (change->uid));
  if (family_uid != NULL)
    g_hash_table_add (cards, g_strdup (family_uid));
  for (guint i = 0; change->kind == PAMONG_KIND_RESIDENT && i < change->set->len; i++)
    {
      const PamongDelta *delta = g_ptr_array_index (change->set, i);

      if (delta->field == PAMONG_RESIDENT_FAMILY_UID && delta->old_value.type == PAMONG_VALUE_TEXT)
        g_hash_table_add (cards, g_strdup (delta->old_value.s));
    }
}

/* Whose life @change is about, or NULL. */
static char *
subject_of (const PamongChange *change)
{
  if (change->kind == PAMONG_KIND_RESIDENT)
    return g_strdup (change->uid);
  for (guint i = 0; change->kind == PAMONG_KIND_EVENT && i < change->set->len; i++)
    {
      const PamongDelta *delta = g_ptr_array_index (change->set, i);

      if (delta->field == PAMONG_EVENT_RESIDENT_UID && delta->new_value.type == PAMONG_VALUE_TEXT)
        return g_strdup (delta->new_value.s);
    }
  return NULL;
}

/* The resident that @change is about. *resident: (out) (transfer full) (nullable). */
static gboolean
find_subject (Push *push, const PamongChange *change, PamongRecord **resident, GError **error)
{
  g_autofree char *uid = subject_of (change);
  g_autoptr (GError) local = NULL;
  g_autoptr (PamongEntry) entry = uid != NULL ? push->ledger->find_record (push->ledger, uid, &local) : NULL;

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (entry != NULL && entry->record->kind == PAMONG_KIND_RESIDENT)
    *resident = g_steal_pointer (&entry->record);
  return TRUE;
}

/* Residents who stand on no card are looked at alone; of all others the whole card. */
static gboolean
check_residents (Push *push, Act *act, GHashTable *cards, GHashTable *said, GError **error)
{
  for (guint i = 0; i < act->n; i++)
    {
      g_autoptr (PamongRecord) resident = NULL;

      if (!find_subject (push, act->changes[i], &resident, error))
        return FALSE;
      add_cards (cards, act->changes[i], resident);
      if (resident != NULL && !pamong_record_is_set (resident, PAMONG_RESIDENT_FAMILY_UID) && !pamong_findings_check_resident (push->ledger, resident, said, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_cards (Push *push, GHashTable *cards, GHashTable *said, GError **error)
{
  GHashTableIter iter;
  gpointer uid;

  g_hash_table_iter_init (&iter, cards);
  while (g_hash_table_iter_next (&iter, &uid, NULL))
    if (!pamong_findings_check_card (push->ledger, uid, said, error))
      return FALSE;
  return TRUE;
}

/* The rules run on every card and resident of the act as they stand after it; what they say travels back with the last change of each. */
static gboolean
note_findings (Push *push, Act *act, GError **error)
{
  g_autoptr (GHashTable) cards = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_strfreev);

  if (!check_residents (push, act, cards, said, error) || !check_cards (push, cards, said, error))
    return FALSE;
  for (guint i = act->n; i-- > 0;)
    {
      PamongResult *result = g_ptr_array_index (act->results, i);
      g_autofree char *uid = NULL;

      if (act->changes[i]->uid != NULL)
        g_hash_table_steal_extended (said, act->changes[i]->uid, (gpointer *) &uid, (gpointer *) &result->warnings);
    }
  return TRUE;
}

static gboolean
take_act (Push *push, Act *act, GError **error)
{
  PamongLedger *ledger = push->ledger;
  PamongReason reason = PAMONG_REASON_NONE;
  gboolean depends = FALSE;
  guint bad = 0;

  if (!check_held (push, act, &depends, error))
    return FALSE;
  if (depends)
    return finish_act (push, act, error);
  if (!ledger->savepoint (ledger, error) || !apply_changes (push, act, &bad, &reason, error))
    return FALSE;
  if (reason == PAMONG_REASON_NONE)
    return note_findings (push, act, error) && ledger->release (ledger, error) && finish_act (push, act, error);
  forget_actor (push); /* an account of this act is gone again */
  if (!ledger->rollback_to (ledger, error))
    return FALSE;
  reject_act (act, bad, reason);
  return finish_act (push, act, error);
}

/* A change answered before gets the stored answer (R4). Returns: FALSE with @reply or @error when it is another one under the same number. */
static gboolean
repeat_answer (Push *push, const PamongChange *change, PamongReply *reply, GError **error)
{
  g_autoptr (PamongStored) stored = push->ledger->find_answer (push->ledger, push->device, change->seq, error);
  g_autofree char *hash = hash_change (change);
  PamongResult *result;

  if (stored == NULL)
    {
      if (error != NULL && *error == NULL)
        g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_DAMAGED, "an answer is missing");
      return FALSE;
    }
  if (!g_str_equal (stored->hash, hash))
    {
      push->forked = TRUE;
      pamong_reply_error (reply, 409, "fork");
      return FALSE;
    }
  result = pamong_result_from_json (stored->result, error);
  if (result != NULL)
    append_result (push, result);
  return result != NULL;
}

/* What the village said that waits is less by what has just come, so that the kecamatan does not read of changes it has (R17). */
static gboolean
count_down (Push *push, GError **error)
{
  PamongDevice *device = push->device;
  gint64 came = push->high - device->high;

  if (!push->ledger->raise_high (push->ledger, device->id, push->high, error))
    return FALSE;
  if (device->level != PAMONG_LEVEL_VILLAGE || device->waiting == 0)
    return TRUE;
  device->waiting = MAX (0, device->waiting - came);
  return push->ledger->touch_device (push->ledger, device, error) && pamong_place_note (push->ledger, device, error);
}

/* Changes come in acts; those at or below the mark were answered before. */
static gboolean
take_changes (Push *push, GPtrArray *changes, PamongReply *reply, GError **error)
{
  for (guint i = 0; i < changes->len;)
    {
      PamongChange *first = g_ptr_array_index (changes, i);
      g_autoptr (GPtrArray) results = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_result_free);
      Act act = { (PamongChange **) &changes->pdata[i], 1, results };

      if (first->seq <= push->device->high)
        {
          if (!repeat_answer (push, first, reply, error))
            return FALSE;
          i++;
          continue;
        }
      while (i + act.n < changes->len && act.changes[act.n]->tx == first->tx)
        act.n++;
      if (!take_act (push, &act, error))
        return FALSE;
      i += act.n;
    }
  return push->high == push->device->high || count_down (push, error);
}

/* The device is read again inside the transaction: a double of this request may have gone before. */
static void
run (Push *push, const PamongPushRequest *request, PamongReply *reply, GError **error)
{
  PamongDevice *device = push->device = push->ledger->find_device (push->ledger, push->device->id, error);

  if (device == NULL)
    {
      if (*error == NULL)
        pamong_reply_error (reply, 401, "unknown-device");
      return;
    }
  push->high = device->high;
  if (request->epoch != device->epoch)
    pamong_reply_error (reply, 409, "epoch");
  else if (device->forked || device->released)
    pamong_reply_error (reply, 409, "fork");
  else if (request->from_seq > device->high + 1)
    pamong_reply_gap (reply, device->high + 1);
  else
    take_changes (push, request->changes, reply, error);
}

/* Two copies of one computer's data are at work: neither may go on until a person has chosen (R18). */
static void
suspend (PamongLedger *ledger, PamongDevice *device, GError **error)
{
  device->forked = TRUE;
  if (!ledger->begin (ledger, error))
    return;
  if (ledger->hold_device (ledger, device, error))
    ledger->commit (ledger, error);
  else
    ledger->rollback (ledger);
}

static void
push_all (PamongServer *server, PamongDevice *device, const PamongPushRequest *request, PamongReply *reply, GError **error)
{
  PamongLedger *ledger = server->ledger;
  g_autoptr (GPtrArray) results = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_result_free);
  Push push = { ledger, device, results, 0, NULL, NULL };
  g_autoptr (GError) local = NULL;

  if (!ledger->begin (ledger, error))
    return;
  run (&push, request, reply, &local);
  if (local == NULL && reply->status == 0 && ledger->commit (ledger, &local))
    {
      PamongPushAnswer answer = { push.high, pamong_clock_now (), results };

      pamong_reply_ok (reply, pamong_push_answer_format (&answer));
    }
  else
    ledger->rollback (ledger);
  if (local == NULL && push.forked)
    suspend (ledger, push.device, &local);
  forget_actor (&push);
  if (push.device != device)
    pamong_ledger_device_free (push.device);
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
}

void
pamong_answer_push (PamongServer *server, const PamongCall *call, PamongReply *reply)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongPushRequest) request = pamong_push_request_parse (call->body, &error);

  if (request != NULL && request->proto != PAMONG_PROTO)
    pamong_reply_error (reply, 426, "upgrade");
  else if (request != NULL && g_strcmp0 (request->device, call->device->id) != 0)
    pamong_reply_error (reply, 403, "unknown-device");
  else if (request != NULL)
    push_all (server, call->device, request, reply, &error);
  if (error != NULL)
    pamong_reply_failed (reply, g_steal_pointer (&error));
}
