/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An import is taken back: what it changed goes back where nobody changed it since, whom it made leaves the list, what it said happened did not. */
#include "office/imports_private.h"

#include <glib/gi18n-lib.h>

#include "domain/clock.h"
#include "store/known.h"
#include "wire/change.h"
#include "wire/envelope.h"

/* Updates and events between two looks at the bar are one act. */
typedef struct {
  PamongOffice *office;
  PamongImport *import;
  PamongWrite *write;
  GHashTable *made; /* people whose opening is taken back: their fields stay as they are */
  GPtrArray *updates;
  PamongImportProgressFunc progress;
  gpointer data;
  guint done, total;
} Undo;

typedef struct {
  PamongKind kind;
  char *uid;
  GPtrArray *set;
} Update;

static void
free_update (gpointer data)
{
  Update *update = data;

  g_free (update->uid);
  g_ptr_array_unref (update->set);
  g_free (update);
}

static gboolean
update_read_cb (PamongKind kind, const char *uid, GPtrArray *set, gpointer data, GError **error)
{
  Undo *undo = data;
  Update *update;

  if (g_hash_table_contains (undo->made, uid))
    return TRUE;
  update = g_new0 (Update, 1);
  update->kind = kind;
  update->uid = g_strdup (uid);
  update->set = g_ptr_array_ref (set);
  g_ptr_array_add (undo->updates, update);
  return TRUE;
}

/* Fields of one merge group go back together or not at all. */
static gboolean
goes_back (const Update *update, const PamongDelta *delta, const PamongRecord *now)
{
  int group = pamong_field_get (update->kind, delta->field)->group;

  for (guint i = 0; i < update->set->len; i++)
    {
      const PamongDelta *other = update->set->pdata[i];

      if (other->field >= 0 && pamong_field_get (update->kind, other->field)->group == group && !pamong_value_equal (&now->values[other->field], &other->new_value))
        return FALSE;
    }
  return TRUE;
}

static gboolean
make_room (Undo *undo, GError **error)
{
  if (pamong_write_n (undo->write) < PAMONG_ACT_MAX)
    return TRUE;
  if (!pamong_write_next (undo->write, error))
    return FALSE;
  return undo->progress == NULL || undo->progress (undo->done, undo->total, undo->data) || pamong_import_stopped (error);
}

static gboolean
put_back (Undo *undo, const Update *update, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (PamongRecord) now = pamong_store_get (undo->office->store, update->kind, update->uid, &failure);
  g_autoptr (PamongRecord) back = now != NULL ? pamong_record_copy (now) : NULL;

  undo->done++;
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  for (guint i = 0; back != NULL && i < update->set->len; i++)
    {
      const PamongDelta *delta = update->set->pdata[i];

      if (delta->field >= 0 && goes_back (update, delta, now))
        pamong_record_set_value (back, delta->field, &delta->old_value);
    }
  return back == NULL || (make_room (undo, error) && pamong_write_put (undo->write, back, error));
}

static gboolean
take_back (Undo *undo, const PamongRecord *event, const char *today, GError **error)
{
  static const int about[] = { PAMONG_EVENT_RESIDENT_UID, PAMONG_EVENT_FAMILY_UID, PAMONG_EVENT_BATCH };
  g_autoptr (PamongRecord) counter = pamong_record_new (PAMONG_KIND_EVENT, event->area);

  undo->done++;
  pamong_record_set_int (counter, PAMONG_EVENT_TYPE, PAMONG_EVENT_CANCEL);
  pamong_record_set_text (counter, PAMONG_EVENT_CANCELS, event->uid);
  pamong_record_set_text (counter, PAMONG_EVENT_DATE, today);
  for (guint i = 0; i < G_N_ELEMENTS (about); i++)
    pamong_record_set_value (counter, about[i], &event->values[about[i]]);
  return make_room (undo, error) && pamong_write_insert (undo->write, counter, error);
}

/* Whom the village has confirmed since is the village's, and stays. */
static gboolean
is_confirmed (Undo *undo, const PamongRecord *event)
{
  const char *uid = pamong_record_text (event, PAMONG_EVENT_RESIDENT_UID);
  g_autoptr (PamongRecord) resident = uid != NULL ? pamong_store_get (undo->office->store, PAMONG_KIND_RESIDENT, uid, NULL) : NULL;

  return g_strcmp0 (undo->import->act, "inject") == 0 && resident != NULL && !pamong_record_is_set (resident, PAMONG_RESIDENT_BATCH_UID);
}

static gboolean
close_batch (Undo *undo, PamongRecord *batch, const char *today, GError **error)
{
  pamong_record_set_text (batch, PAMONG_BATCH_UNDONE, today);
  undo->import->state = PAMONG_IMPORT_UNDONE;
  return make_room (undo, error) && pamong_write_put (undo->write, batch, error) && (!undo->import->is_here || pamong_staging_put (undo->write, undo->import, error));
}

static gboolean
undo_all (Undo *undo, GPtrArray *events, PamongRecord *batch, GError **error)
{
  g_autofree char *act = pamong_import_act_name (undo->import), *today = pamong_clock_today ();

  for (guint i = 0; i < events->len; i++)
    {
      const PamongRecord *event = events->pdata[i];

      if (pamong_record_int (event, PAMONG_EVENT_TYPE) == PAMONG_EVENT_OPENING)
        g_hash_table_add (undo->made, (gpointer) pamong_record_text (event, PAMONG_EVENT_RESIDENT_UID));
    }
  if (!pamong_store_act_updates (undo->office->store, act, update_read_cb, undo, error))
    return FALSE;
  undo->total = undo->updates->len + events->len;
  for (guint i = 0; i < undo->updates->len; i++)
    if (!put_back (undo, undo->updates->pdata[i], error))
      return FALSE;
  for (guint i = 0; i < events->len; i++)
    if (!is_confirmed (undo, events->pdata[i]) && !take_back (undo, events->pdata[i], today, error))
      return FALSE;
  return close_batch (undo, batch, today, error);
}

gboolean
pamong_import_undo (PamongOffice *office, const char *uid, PamongImportProgressFunc progress, gpointer data, GError **error)
{
  g_autoptr (PamongImport) import = pamong_import_get (office->store, uid, error);
  g_autoptr (PamongRecord) batch = NULL;
  g_autoptr (GPtrArray) events = NULL, updates = g_ptr_array_new_with_free_func (free_update);
  g_autoptr (GHashTable) made = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (PamongWrite) write = NULL;
  g_autofree char *act = NULL;
  Undo undo;

  if (import == NULL || !pamong_import_guard (office, import->act, error))
    return FALSE;
  if (import->state != PAMONG_IMPORT_DONE)
    return pamong_office_invalid (error, import->state == PAMONG_IMPORT_UNDONE ? _("This was taken back already. There is nothing more to do.") : _("This import never went in. It can be dropped."));
  if ((batch = pamong_store_get (office->store, PAMONG_KIND_BATCH, uid, error)) == NULL || (events = pamong_store_batch_events (office->store, uid, error)) == NULL)
    return FALSE;
  act = g_strconcat (import->act, ".undo ", import->uid, NULL);
  if ((write = pamong_write_begin (office->store, office->account->uid, act, NULL, error)) == NULL)
    return FALSE;
  undo = (Undo) { office, import, write, made, updates, progress, data, 0, 0 };
  if (!pamong_write_many (write, error) || !undo_all (&undo, events, batch, error) || !pamong_write_commit (g_steal_pointer (&write), NULL, NULL, error))
    return FALSE;
  pamong_import_tell (office);
  return TRUE;
}
