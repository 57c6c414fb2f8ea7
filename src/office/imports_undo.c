/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An import is taken back: what it changed goes back where nobody changed it since, whom it made leaves the list, what it said happened did not. */
#include "office/imports_private.h"

#include <glib/gi18n-lib.h>

#include "domain/clock.h"
#include "store/known.h"
#include "wire/change.h"
#include "wire/envelope.h"

/* Updates and events between two looks at the bar are one act. @write: NULL: it is only counted what would be. */
typedef struct {
  PamongStore *store;
  PamongImport *import;
  PamongWrite *write;
  PamongImportEffect *effect;
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
  g_autoptr (PamongRecord) now = pamong_store_get (undo->store, update->kind, update->uid, &failure);
  g_autoptr (PamongRecord) back = now != NULL ? pamong_record_copy (now) : NULL;
  guint changed = 0;

  undo->done++;
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  for (guint i = 0; back != NULL && i < update->set->len; i++)
    {
      const PamongDelta *delta = update->set->pdata[i];

      if (delta->field < 0)
        continue;
      if (!goes_back (update, delta, now))
        undo->effect->kept++;
      else
        {
          pamong_record_set_value (back, delta->field, &delta->old_value);
          changed++;
        }
    }
  undo->effect->back += changed > 0;
  return back == NULL || undo->write == NULL || (make_room (undo, error) && pamong_write_put (undo->write, back, error));
}

/* Whom the village has confirmed since is the village's, and stays. */
static gboolean
is_confirmed (Undo *undo, const PamongRecord *event)
{
  const char *uid = pamong_record_text (event, PAMONG_EVENT_RESIDENT_UID);
  g_autoptr (PamongRecord) resident = uid != NULL ? pamong_store_get (undo->store, PAMONG_KIND_RESIDENT, uid, NULL) : NULL;

  return g_strcmp0 (undo->import->act, "inject") == 0 && resident != NULL && !pamong_record_is_set (resident, PAMONG_RESIDENT_BATCH_UID);
}

static gboolean
take_back (Undo *undo, const PamongRecord *event, const char *today, GError **error)
{
  static const int about[] = { PAMONG_EVENT_RESIDENT_UID, PAMONG_EVENT_FAMILY_UID, PAMONG_EVENT_BATCH };
  g_autoptr (PamongRecord) counter = pamong_record_new (PAMONG_KIND_EVENT, event->area);
  gboolean opens = pamong_record_int (event, PAMONG_EVENT_TYPE) == PAMONG_EVENT_OPENING;

  undo->done++;
  if (is_confirmed (undo, event))
    {
      undo->effect->stay += opens;
      return TRUE;
    }
  undo->effect->leave += opens;
  if (undo->write == NULL)
    return TRUE;
  pamong_record_set_int (counter, PAMONG_EVENT_TYPE, PAMONG_EVENT_CANCEL);
  pamong_record_set_text (counter, PAMONG_EVENT_CANCELS, event->uid);
  pamong_record_set_text (counter, PAMONG_EVENT_DATE, today);
  for (guint i = 0; i < G_N_ELEMENTS (about); i++)
    pamong_record_set_value (counter, about[i], &event->values[about[i]]);
  return make_room (undo, error) && pamong_write_insert (undo->write, counter, error);
}

/* @day: when it was taken back, NULL: it stands again. */
static gboolean
mark_batch (Undo *undo, PamongRecord *batch, const char *day, GError **error)
{
  pamong_record_set_text (batch, PAMONG_BATCH_UNDONE, day);
  undo->import->state = day != NULL ? PAMONG_IMPORT_UNDONE : PAMONG_IMPORT_DONE;
  return make_room (undo, error) && pamong_write_put (undo->write, batch, error) && (!undo->import->is_here || pamong_staging_put (undo->write, undo->import, error));
}

static gboolean
put_all_back (Undo *undo, const char *act, GError **error)
{
  if (!pamong_store_act_updates (undo->store, act, update_read_cb, undo, error))
    return FALSE;
  undo->total += undo->updates->len;
  for (guint i = 0; i < undo->updates->len; i++)
    if (!put_back (undo, undo->updates->pdata[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
undo_events (Undo *undo, GPtrArray *events, const char *today, GError **error)
{
  for (guint i = 0; i < events->len; i++)
    if (!take_back (undo, events->pdata[i], today, error))
      return FALSE;
  return TRUE;
}

static gboolean
undo_all (Undo *undo, GPtrArray *events, const char *today, GError **error)
{
  g_autofree char *act = pamong_import_act_name (undo->import);

  for (guint i = 0; i < events->len; i++)
    {
      const PamongRecord *event = events->pdata[i];

      if (pamong_record_int (event, PAMONG_EVENT_TYPE) == PAMONG_EVENT_OPENING)
        g_hash_table_add (undo->made, (gpointer) pamong_record_text (event, PAMONG_EVENT_RESIDENT_UID));
    }
  undo->total = events->len;
  return put_all_back (undo, act, error) && undo_events (undo, events, today, error);
}

static gboolean
is_done (const PamongImport *import, GError **error)
{
  if (import->state == PAMONG_IMPORT_DONE)
    return TRUE;
  return pamong_office_invalid (error, import->state == PAMONG_IMPORT_UNDONE ? _("This was taken back already. There is nothing more to do.") : _("This import never went in. It can be dropped."));
}

gboolean
pamong_import_undo_effect (PamongStore *store, const char *uid, PamongImportEffect *effect, GError **error)
{
  g_autoptr (PamongImport) import = pamong_import_get (store, uid, error);
  g_autoptr (GPtrArray) events = NULL, updates = g_ptr_array_new_with_free_func (free_update);
  g_autoptr (GHashTable) made = g_hash_table_new (g_str_hash, g_str_equal);
  Undo undo = { store, import, NULL, effect, made, updates, NULL, NULL, 0, 0 };

  *effect = (PamongImportEffect) { 0 };
  return import != NULL && is_done (import, error) && (events = pamong_store_batch_events (store, uid, error)) != NULL && undo_all (&undo, events, NULL, error);
}

gboolean
pamong_import_take_back (PamongOffice *office, PamongImport *import, const char *act_word, PamongImportProgressFunc progress, gpointer data, GError **error)
{
  g_autoptr (PamongRecord) batch = NULL;
  g_autoptr (GPtrArray) events = NULL, updates = g_ptr_array_new_with_free_func (free_update);
  g_autoptr (GHashTable) made = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (PamongWrite) write = NULL;
  g_autofree char *act = g_strdup_printf ("%s %s", act_word, import->uid), *today = pamong_clock_today ();
  PamongImportEffect effect = { 0 };
  Undo undo;

  if (!is_done (import, error) || (batch = pamong_store_get (office->store, PAMONG_KIND_BATCH, import->uid, error)) == NULL
      || (events = pamong_store_batch_events (office->store, import->uid, error)) == NULL
      || (write = pamong_write_begin (office->store, office->account->uid, act, NULL, error)) == NULL)
    return FALSE;
  undo = (Undo) { office->store, import, write, &effect, made, updates, progress, data, 0, 0 };
  if (!pamong_write_many (write, error) || !undo_all (&undo, events, today, error) || !mark_batch (&undo, batch, today, error)
      || !pamong_write_commit (g_steal_pointer (&write), NULL, NULL, error))
    return FALSE;
  pamong_import_tell (office);
  return TRUE;
}

/* The same event once more, as a new one: what took the old one back stays as it is. */
static gboolean
repeat_events (Undo *undo, GPtrArray *events, GError **error)
{
  guint n;

  pamong_kind_fields (PAMONG_KIND_EVENT, &n);
  for (guint i = 0; i < events->len; i++)
    {
      const PamongRecord *gone = events->pdata[i];
      g_autoptr (PamongRecord) event = pamong_record_new (PAMONG_KIND_EVENT, gone->area);

      for (guint field = 0; field < n; field++)
        pamong_record_set_value (event, (int) field, &gone->values[field]);
      undo->done++;
      if (!make_room (undo, error) || !pamong_write_insert (undo->write, event, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
pamong_import_take_again (PamongOffice *office, PamongImport *import, const char *act_word, const char *taken_back, GPtrArray *events, PamongImportProgressFunc progress, gpointer data, GError **error)
{
  g_autoptr (PamongRecord) batch = pamong_store_get (office->store, PAMONG_KIND_BATCH, import->uid, error);
  g_autoptr (GPtrArray) updates = g_ptr_array_new_with_free_func (free_update);
  g_autoptr (GHashTable) made = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (PamongWrite) write = NULL;
  g_autofree char *act = g_strdup_printf ("%s %s", act_word, import->uid), *back = g_strdup_printf ("%s %s", taken_back, import->uid);
  PamongImportEffect effect = { 0 };
  Undo undo;

  if (batch == NULL || (write = pamong_write_begin (office->store, office->account->uid, act, NULL, error)) == NULL)
    return FALSE;
  undo = (Undo) { office->store, import, write, &effect, made, updates, progress, data, 0, events->len };
  if (!pamong_write_many (write, error) || !put_all_back (&undo, back, error) || !repeat_events (&undo, events, error) || !mark_batch (&undo, batch, NULL, error)
      || !pamong_write_commit (g_steal_pointer (&write), NULL, NULL, error))
    return FALSE;
  pamong_import_tell (office);
  return TRUE;
}

gboolean
pamong_import_undo (PamongOffice *office, const char *uid, PamongImportProgressFunc progress, gpointer data, GError **error)
{
  g_autoptr (PamongImport) import = pamong_import_get (office->store, uid, error);

  return import != NULL && pamong_import_guard (office, import->act, error)
         && pamong_import_take_back (office, import, g_str_equal (import->act, "inject") ? "inject.undo" : "import.undo", progress, data, error);
}
