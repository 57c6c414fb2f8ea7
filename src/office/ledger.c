/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "office/ledger.h"

#include <string.h>

#include "domain/events.h"
#include "store/registers.h"
#include "wire/before.h"

#define MONTH 7

/* An event about a person. */
typedef struct {
  guint person;
  int type;
  const char *uid, *date, *told, *reason;
} Event;

/* An act that noted what it changed. */
typedef struct {
  gint64 rid;
  const char *told;
  char *before;
} Change;

typedef struct {
  PamongLedger *ledger;
  const char *month;
  GHashTable *people; /* uid -> number + 1 */
  GHashTable *dusun;  /* family uid -> dusun */
  GArray *events, *changes;
} Reading;

void
pamong_ledger_free (PamongLedger *ledger)
{
  g_array_unref (ledger->people);
  g_array_unref (ledger->steps);
  g_string_chunk_free (ledger->strings);
  g_free (ledger);
}

static const char *
keep (Reading *reading, const char *text)
{
  return text != NULL ? g_string_chunk_insert_const (reading->ledger->strings, text) : NULL;
}

static const char *
column (Reading *reading, PamongStmt *row, const char *name)
{
  return keep (reading, pamong_stmt_text (row, pamong_stmt_column (row, name)));
}

static int
number (PamongStmt *row, const char *name)
{
  return (int) pamong_stmt_int (row, pamong_stmt_column (row, name));
}

static gboolean
add_person (PamongStmt *row, gpointer data)
{
  Reading *reading = data;
  PamongLedgerPerson person = {
    .rid = number (row, "rid"), .uid = column (reading, row, "uid"), .area = column (reading, row, "area"), .name = column (reading, row, "name"),
    .birth_place = column (reading, row, "birth_place"), .birth_date = column (reading, row, "birth_date"), .family = column (reading, row, "family_uid"),
    .sex = number (row, "sex"), .shdk = number (row, "shdk"), .foreign = number (row, "nationality") == 2, .counts = TRUE, .before = TRUE, .after = TRUE,
  };

  g_array_append_val (reading->ledger->people, person);
  g_hash_table_insert (reading->people, (gpointer) person.uid, GUINT_TO_POINTER (reading->ledger->people->len));
  return TRUE;
}

static gboolean
add_family (PamongStmt *row, gpointer data)
{
  Reading *reading = data;

  g_hash_table_insert (reading->dusun, (gpointer) column (reading, row, "uid"), (gpointer) column (reading, row, "dusun"));
  return TRUE;
}

static gboolean
add_event (PamongStmt *row, gpointer data)
{
  Reading *reading = data;
  const char *resident = pamong_stmt_text (row, pamong_stmt_column (row, "resident_uid")), *before = pamong_stmt_text (row, pamong_stmt_column (row, "before"));
  guint person = resident != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (reading->people, resident)) : 0;
  Event event = { person - 1, number (row, "type"), column (reading, row, "uid"), column (reading, row, "date"), column (reading, row, "told"), column (reading, row, "reason") };

  if (person > 0 && event.type >= PAMONG_EVENT_OPENING && event.type <= PAMONG_EVENT_REMOVED)
    g_array_append_val (reading->events, event);
  if (before != NULL && event.type != PAMONG_EVENT_REMOVED && strncmp (event.told, reading->month, MONTH) >= 0)
    {
      Change change = { pamong_stmt_int (row, pamong_stmt_column (row, "rid")), event.told, g_strdup (before) };

      g_array_append_val (reading->changes, change);
    }
  return TRUE;
}

/* As the view resident_list_now says which event speaks. */
static gboolean
speaks_louder (const Event *event, const Event *than)
{
  int order;

  if (than == NULL || (event->type == PAMONG_EVENT_DEATH) != (than->type == PAMONG_EVENT_DEATH))
    return than == NULL || event->type == PAMONG_EVENT_DEATH;
  if ((event->type <= PAMONG_EVENT_BIRTH) != (than->type <= PAMONG_EVENT_BIRTH))
    return event->type > PAMONG_EVENT_BIRTH;
  order = g_strcmp0 (event->date, than->date);
  if (order == 0)
    order = event->type - than->type;
  return (order != 0 ? order : g_strcmp0 (event->uid, than->uid)) > 0;
}

static gboolean
lives (const Event *event)
{
  PamongStatus status = pamong_event_status ((PamongEventType) event->type);

  return status == 0 || status == PAMONG_STATUS_ALIVE;
}

static PamongLedgerFlow
flow_of (int type)
{
  switch (type)
    {
    case PAMONG_EVENT_BIRTH:
      return PAMONG_FLOW_BIRTH;
    case PAMONG_EVENT_DEATH:
      return PAMONG_FLOW_DEATH;
    case PAMONG_EVENT_MOVE_OUT:
    case PAMONG_EVENT_MISSING:
    case PAMONG_EVENT_AWAY:
      return PAMONG_FLOW_LEAVE;
    default:
      return PAMONG_FLOW_ARRIVAL;
    }
}

/* Was he here before anything is told of him? */
static gboolean
was_here (const Event *events, guint n)
{
  for (guint i = 0; i < n; i++)
    if (events[i].type == PAMONG_EVENT_OPENING)
      return TRUE;
  return n == 0 || (events[0].type != PAMONG_EVENT_BIRTH && events[0].type != PAMONG_EVENT_ARRIVAL);
}

static gboolean
is_removed (const Event *events, guint n)
{
  for (guint i = 0; i < n; i++)
    if (events[i].type == PAMONG_EVENT_REMOVED)
      return TRUE;
  return FALSE;
}

/* One person's events in the order they were told; after each the state is what the list would have shown then. */
static void
walk (Reading *reading, const Event *events, guint n)
{
  PamongLedgerPerson *person = &g_array_index (reading->ledger->people, PamongLedgerPerson, events[0].person);
  const Event *loudest = NULL;
  gboolean here = was_here (events, n);

  person->counts = !is_removed (events, n);
  person->before = person->after = here;
  for (guint i = 0; i < n; i++)
    {
      int when = strncmp (events[i].told, reading->month, MONTH);
      gboolean opening = events[i].type == PAMONG_EVENT_OPENING, now;

      if (speaks_louder (&events[i], loudest))
        loudest = &events[i];
      now = opening ? here : lives (loudest);
      if (now != here && when == 0 && person->counts)
        {
          PamongLedgerStep step = { events[i].person, flow_of (events[i].type), events[i].type, events[i].date, events[i].told, events[i].reason, NULL, FALSE };

          g_array_append_val (reading->ledger->steps, step);
        }
      here = now;
      if (when < 0)
        person->before = here;
      if (when <= 0)
        person->after = here;
    }
}

static void
walk_all (Reading *reading)
{
  for (guint i = 0; i < reading->events->len;)
    {
      const Event *first = &g_array_index (reading->events, Event, i);
      guint n = 1;

      while (i + n < reading->events->len && first[n].person == first->person)
        n++;
      walk (reading, first, n);
      i += n;
    }
}

static int
latest_first (gconstpointer a, gconstpointer b)
{
  const Change *left = a, *right = b;
  int order = strncmp (right->told, left->told, MONTH);

  return order != 0 ? order : left->rid < right->rid ? 1 : left->rid > right->rid ? -1 : 0;
}

static void
give_back (Reading *reading, const PamongBefore *before)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (reading->people, before->uid));

  for (guint i = 0; i < before->set->len; i++)
    {
      const PamongDelta *delta = g_ptr_array_index (before->set, i);
      const char *old = delta->old_value.type == PAMONG_VALUE_TEXT ? keep (reading, delta->old_value.s) : NULL;

      if (before->kind == PAMONG_KIND_RESIDENT && number > 0 && g_str_equal (delta->key, "family_uid"))
        g_array_index (reading->ledger->people, PamongLedgerPerson, number - 1).family = old;
      else if (before->kind == PAMONG_KIND_FAMILY && g_str_equal (delta->key, "dusun"))
        g_hash_table_insert (reading->dusun, (gpointer) keep (reading, before->uid), (gpointer) old);
    }
}

static void
rewind (Reading *reading, const Change *change)
{
  g_autoptr (GPtrArray) befores = pamong_befores_parse (change->before, NULL);

  for (guint i = 0; befores != NULL && i < befores->len; i++)
    give_back (reading, g_ptr_array_index (befores, i));
}

static void
note_places (Reading *reading, gboolean after)
{
  for (guint i = 0; i < reading->ledger->people->len; i++)
    {
      PamongLedgerPerson *person = &g_array_index (reading->ledger->people, PamongLedgerPerson, i);
      const char *dusun = person->family != NULL ? g_hash_table_lookup (reading->dusun, person->family) : NULL;

      if (after)
        {
          person->family_after = person->family;
          person->dusun_after = dusun;
        }
      else
        {
          person->family_before = person->family;
          person->dusun_before = dusun;
        }
    }
}

/* From now back to the end of the month, then to its beginning. */
static void
rewind_all (Reading *reading)
{
  guint i = 0;

  g_array_sort (reading->changes, latest_first);
  for (; i < reading->changes->len && strncmp (g_array_index (reading->changes, Change, i).told, reading->month, MONTH) > 0; i++)
    rewind (reading, &g_array_index (reading->changes, Change, i));
  note_places (reading, TRUE);
  for (; i < reading->changes->len; i++)
    rewind (reading, &g_array_index (reading->changes, Change, i));
  note_places (reading, FALSE);
}

/* Who leaves is missing where he was, who comes is more where he is now. */
static void
place_steps (PamongLedger *ledger)
{
  guint last = G_MAXUINT;

  for (guint i = 0; i < ledger->steps->len; i++)
    {
      PamongLedgerStep *step = &g_array_index (ledger->steps, PamongLedgerStep, i);
      const PamongLedgerPerson *person = &g_array_index (ledger->people, PamongLedgerPerson, step->person);
      gboolean leaves = step->flow == PAMONG_FLOW_DEATH || step->flow == PAMONG_FLOW_LEAVE;

      step->dusun = leaves && person->before && step->person != last ? person->dusun_before : person->dusun_after;
      last = step->person;
    }
}

static void
add_inner (PamongLedger *ledger)
{
  g_autoptr (GHashTable) moved = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < ledger->steps->len; i++)
    g_hash_table_add (moved, GUINT_TO_POINTER (g_array_index (ledger->steps, PamongLedgerStep, i).person));
  for (guint i = 0; i < ledger->people->len; i++)
    {
      const PamongLedgerPerson *person = &g_array_index (ledger->people, PamongLedgerPerson, i);
      PamongLedgerStep out = { i, PAMONG_FLOW_LEAVE, PAMONG_EVENT_MOVE_INSIDE, NULL, NULL, NULL, person->dusun_before, TRUE };
      PamongLedgerStep in = { i, PAMONG_FLOW_ARRIVAL, PAMONG_EVENT_MOVE_INSIDE, NULL, NULL, NULL, person->dusun_after, TRUE };

      if (!person->counts || !person->before || !person->after || g_strcmp0 (person->dusun_before, person->dusun_after) == 0 || g_hash_table_contains (moved, GUINT_TO_POINTER (i)))
        continue;
      g_array_append_val (ledger->steps, out);
      g_array_append_val (ledger->steps, in);
    }
}

static gboolean
read_all (Reading *reading, PamongStore *store, const char *area, GError **error)
{
  PamongRegisterQuery query = { "register-ledger-people", area, NULL, NULL, NULL, NULL };

  if (!pamong_store_register (store, &query, add_person, reading, error))
    return FALSE;
  query.query = "register-ledger-families";
  if (!pamong_store_register (store, &query, add_family, reading, error))
    return FALSE;
  query.query = "register-ledger-events";
  return pamong_store_register (store, &query, add_event, reading, error);
}

static void
change_clear (gpointer data)
{
  g_free (((Change *) data)->before);
}

PamongLedger *
pamong_ledger_read (PamongStore *store, const char *area, const char *month, GError **error)
{
  g_autoptr (PamongLedger) ledger = g_new0 (PamongLedger, 1);
  g_autoptr (GHashTable) people = g_hash_table_new (g_str_hash, g_str_equal), dusun = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) events = g_array_new (FALSE, FALSE, sizeof (Event)), changes = g_array_new (FALSE, FALSE, sizeof (Change));
  Reading reading = { ledger, month, people, dusun, events, changes };

  g_array_set_clear_func (changes, change_clear);
  ledger->people = g_array_new (FALSE, FALSE, sizeof (PamongLedgerPerson));
  ledger->steps = g_array_new (FALSE, FALSE, sizeof (PamongLedgerStep));
  ledger->strings = g_string_chunk_new (1 << 16);
  if (!read_all (&reading, store, area, error))
    return NULL;
  walk_all (&reading);
  rewind_all (&reading);
  place_steps (ledger);
  add_inner (ledger);
  return g_steal_pointer (&ledger);
}
