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
