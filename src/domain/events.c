/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/events.h"

static const struct { PamongStatus status; const char *name; } statuses[] = {
  { PAMONG_STATUS_ALIVE, "alive" },
  { PAMONG_STATUS_DEAD, "dead" },
  { PAMONG_STATUS_MOVED, "moved" },
  { PAMONG_STATUS_MISSING, "missing" },
  { PAMONG_STATUS_AWAY, "away" },
  { PAMONG_STATUS_VOID, "void" },
};

static const struct { PamongLevel level; const char *name; } levels[] = {
  { PAMONG_LEVEL_VILLAGE, "village" },
  { PAMONG_LEVEL_DISTRICT, "district" },
  { PAMONG_LEVEL_REGENCY, "regency" },
};

PamongStatus
pamong_event_status (PamongEventType type)
{
  switch (type)
    {
    case PAMONG_EVENT_OPENING:
    case PAMONG_EVENT_BIRTH:
    case PAMONG_EVENT_ARRIVAL:
    case PAMONG_EVENT_RETURNED:
      return PAMONG_STATUS_ALIVE;
    case PAMONG_EVENT_DEATH:
      return PAMONG_STATUS_DEAD;
    case PAMONG_EVENT_MOVE_OUT:
      return PAMONG_STATUS_MOVED;
    case PAMONG_EVENT_MISSING:
      return PAMONG_STATUS_MISSING;
    case PAMONG_EVENT_AWAY:
      return PAMONG_STATUS_AWAY;
    case PAMONG_EVENT_REMOVED:
      return PAMONG_STATUS_VOID;
    case PAMONG_EVENT_FAMILY_OPENING:
    case PAMONG_EVENT_FAMILY_SPLIT:
    case PAMONG_EVENT_FAMILY_JOIN:
    case PAMONG_EVENT_HEAD_CHANGE:
    case PAMONG_EVENT_MOVE_INSIDE:
    case PAMONG_EVENT_CANCEL:
    default:
      return 0;
    }
}

static gboolean
is_taken_back (GPtrArray *events, const PamongRecord *event)
{
  for (guint i = 0; i < events->len; i++)
    {
      const PamongRecord *other = g_ptr_array_index (events, i);

      if (pamong_record_int (other, PAMONG_EVENT_TYPE) == PAMONG_EVENT_CANCEL && g_strcmp0 (pamong_record_text (other, PAMONG_EVENT_CANCELS), event->uid) == 0)
        return TRUE;
    }
  return FALSE;
}

/* How much an event has to say, before its date is looked at. */
static int
weight (gint64 type)
{
  switch (type)
    {
    case PAMONG_EVENT_REMOVED:
      return 3;
    case PAMONG_EVENT_DEATH:
      return 2;
    case PAMONG_EVENT_OPENING:
    case PAMONG_EVENT_BIRTH:
      return 0;
    default:
      return 1;
    }
}

/* Does @a speak before @b? All parts travel, so every computer comes to the same answer. */
static gboolean
outweighs (const PamongRecord *a, const PamongRecord *b)
{
  gint64 type_a = pamong_record_int (a, PAMONG_EVENT_TYPE), type_b = pamong_record_int (b, PAMONG_EVENT_TYPE);
  int by_date = g_strcmp0 (pamong_record_text (a, PAMONG_EVENT_DATE), pamong_record_text (b, PAMONG_EVENT_DATE));

  if (weight (type_a) != weight (type_b))
    return weight (type_a) > weight (type_b);
  if (by_date != 0)
    return by_date > 0;
  return type_a != type_b ? type_a > type_b : g_strcmp0 (a->uid, b->uid) > 0;
}

PamongStatus
pamong_events_status (GPtrArray *events)
{
  const PamongRecord *speaks = NULL;
  gboolean never_entered = FALSE;

  for (guint i = 0; i < events->len; i++)
    {
      const PamongRecord *event = g_ptr_array_index (events, i);
      gint64 type = pamong_record_int (event, PAMONG_EVENT_TYPE);

      if (type < PAMONG_EVENT_OPENING || type > PAMONG_EVENT_REMOVED)
        continue;
      if (is_taken_back (events, event))
        never_entered |= type == PAMONG_EVENT_OPENING || type == PAMONG_EVENT_BIRTH || type == PAMONG_EVENT_ARRIVAL;
      else if (speaks == NULL || outweighs (event, speaks))
        speaks = event;
    }
  if (speaks == NULL)
    return never_entered ? PAMONG_STATUS_VOID : PAMONG_STATUS_ALIVE;
  return pamong_event_status ((PamongEventType) pamong_record_int (speaks, PAMONG_EVENT_TYPE));
}

const char *
pamong_status_name (PamongStatus status)
{
  for (gsize i = 0; i < G_N_ELEMENTS (statuses); i++)
    if (statuses[i].status == status)
      return statuses[i].name;
  return "";
}

PamongStatus
pamong_status_from_name (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (statuses); i++)
    if (g_strcmp0 (statuses[i].name, name) == 0)
      return statuses[i].status;
  return 0;
}

const char *
pamong_level_name (PamongLevel level)
{
  for (gsize i = 0; i < G_N_ELEMENTS (levels); i++)
    if (levels[i].level == level)
      return levels[i].name;
  return "";
}

PamongLevel
pamong_level_from_name (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (levels); i++)
    if (g_strcmp0 (levels[i].name, name) == 0)
      return levels[i].level;
  return 0;
}
