/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "server/scope.h"
#include "domain/codes.h"
#include "domain/uid.h"
#include "server/inject.h"
#include <string.h>

static const char *
type_of_level (PamongLevel level)
{
  return level == PAMONG_LEVEL_REGENCY ? "kabupaten" : level == PAMONG_LEVEL_DISTRICT ? "kecamatan" : "desa";
}

gboolean
pamong_scope_fits (PamongLevel level, const char *area, const char *regency)
{
  const PamongRegion *region = pamong_regions_find (area);
  const char *type = region ? region->type : "";

  if (region == NULL || !pamong_regions_contains (regency, area))
    return FALSE;
  return g_str_equal (type, type_of_level (level)) || (level == PAMONG_LEVEL_VILLAGE && g_str_equal (type, "kelurahan"));
}

static void
add_below (GStrvBuilder *areas, const char *area)
{
  g_autoptr (GPtrArray) children = pamong_regions_children (area);

  for (guint i = 0; i < children->len; i++)
    {
      const PamongRegion *region = g_ptr_array_index (children, i);

      g_strv_builder_add (areas, region->code);
      add_below (areas, region->code);
    }
}

static void
add_above (GStrvBuilder *areas, const char *area)
{
  const PamongRegion *region = pamong_regions_find (area);

  for (region = region && region->parent ? pamong_regions_find (region->parent) : NULL; region != NULL; region = region->parent ? pamong_regions_find (region->parent) : NULL)
    g_strv_builder_add (areas, region->code);
}

char **
pamong_scope_areas (PamongLevel level, const char *area)
{
  g_autoptr (GStrvBuilder) areas = g_strv_builder_new ();

  g_strv_builder_add (areas, area);
  if (level != PAMONG_LEVEL_VILLAGE)
    add_below (areas, area);
  add_above (areas, area);
  return g_strv_builder_end (areas);
}

/* What the change sets @field to, as text. */
static const char *
find_text (const PamongChange *change, int field)
{
  for (guint i = 0; i < change->set->len; i++)
    {
      const PamongDelta *delta = g_ptr_array_index (change->set, i);

      if (delta->field == field && delta->new_value.type == PAMONG_VALUE_TEXT)
        return delta->new_value.s;
    }
  return NULL;
}

static char *
derive (const char *area, const PamongChange *change)
{
  const char *key;

  switch ((int) change->kind)
    {
    case PAMONG_KIND_AREA:
      return pamong_uid_of_area (area, find_text (change, PAMONG_AREA_DUSUN), find_text (change, PAMONG_AREA_RW), find_text (change, PAMONG_AREA_RT));
    case PAMONG_KIND_IDENTITY:
      return pamong_uid_of_identity (area);
    case PAMONG_KIND_NUMBERING:
      return pamong_uid_of_numbering (area);
    case PAMONG_KIND_LETTER_TYPE:
      key = find_text (change, PAMONG_LETTER_TYPE_KEY);
      return key != NULL ? pamong_uid_of_letter_type (area, key) : NULL;
    default:
      return NULL;
    }
}

/* A derived uid can be worked out by anybody, so it is taken only where it belongs: on the record it was derived from. Else a neighbour could sit
 * where a village's RT, or the centre's own places and conflicts, are to be. */
static gboolean
is_squatter (const char *area, const PamongChange *change)
{
  g_autofree char *uid = NULL;

  if (change->op != PAMONG_OP_INSERT || !pamong_uid_is_derived (change->uid))
    return FALSE;
  uid = derive (area, change);
  return g_strcmp0 (uid, change->uid) != 0;
}

/* What a district or the regency keeps of its own: who works there, what it is, who signs, its dates. */
static gboolean
is_of_every_level (PamongKind kind)
{
  return kind == PAMONG_KIND_ACCOUNT || kind == PAMONG_KIND_IDENTITY || kind == PAMONG_KIND_OFFICIAL || kind == PAMONG_KIND_REMINDER || kind == PAMONG_KIND_BATCH;
}

/* A regency fills in below it what its villages lack: no other kind of work, and nobody else. */
static PamongReason
refuse_injection (const PamongDevice *device, const PamongChange *change)
{
  if (device->level != PAMONG_LEVEL_REGENCY || !pamong_inject_may (change))
    return PAMONG_REASON_LEVEL;
  if (change->area == NULL || !pamong_scope_fits (PAMONG_LEVEL_VILLAGE, change->area, device->area))
    return PAMONG_REASON_NOT_YOUR_AREA;
  return is_squatter (change->area, change) ? PAMONG_REASON_EXISTS : PAMONG_REASON_NONE;
}

PamongReason
pamong_scope_refuses (const PamongDevice *device, const PamongChange *change)
{
  if (pamong_kind_is_of_server (change->kind))
    return PAMONG_REASON_LEVEL;
  if (pamong_inject_act (change) != PAMONG_INJECT_NONE)
    return refuse_injection (device, change);
  if (device->level != PAMONG_LEVEL_VILLAGE && !is_of_every_level (change->kind))
    return PAMONG_REASON_LEVEL;
  if (change->area != NULL && strcmp (change->area, device->area) != 0)
    return PAMONG_REASON_NOT_YOUR_AREA;
  return is_squatter (device->area, change) ? PAMONG_REASON_EXISTS : PAMONG_REASON_NONE;
}
