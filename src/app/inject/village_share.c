/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/inject/village_share.h"
#include "app/words.h"
#include "domain/codes.h"
#include <glib/gi18n.h>

#define HALF 500 /* tenths of a percent of those expected */

G_DEFINE_FINAL_TYPE (PamongVillageShare, pamong_village_share, G_TYPE_OBJECT)

static guint taken_signal;

static void
pamong_village_share_finalize (GObject *object)
{
  PamongVillageShare *self = PAMONG_VILLAGE_SHARE (object);

  g_free (self->area);
  g_free (self->name);
  g_free (self->uid);
  g_clear_object (&self->village);
  G_OBJECT_CLASS (pamong_village_share_parent_class)->finalize (object);
}

static void
pamong_village_share_class_init (PamongVillageShareClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pamong_village_share_finalize;
  taken_signal = g_signal_new ("taken-changed", PAMONG_TYPE_VILLAGE_SHARE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
pamong_village_share_init (PamongVillageShare *self)
{
}

static PamongVillageShare *
new_share (const char *area, PamongVillageRow *village)
{
  PamongVillageShare *self = g_object_new (PAMONG_TYPE_VILLAGE_SHARE, NULL);
  const PamongRegion *region = pamong_regions_find (area);

  self->area = g_strdup (area);
  self->name = g_strdup (region != NULL ? region->name : area);
  g_set_object (&self->village, village);
  return self;
}

PamongVillageShare *
pamong_village_share_new_people (const PamongImport *import, PamongVillageRow *village)
{
  PamongVillageShare *self = new_share (import->area, village);
  const PamongImportFigures *figures = &import->figures;

  self->uid = g_strdup (import->uid);
  self->state = import->state;
  self->added = figures->added;
  self->filled = figures->changed;
  self->differences = figures->differences;
  self->same = figures->same;
  self->refused = figures->refused;
  return self;
}

PamongVillageShare *
pamong_village_share_new_desil (const PamongDesilVillage *desil, PamongVillageRow *village)
{
  PamongVillageShare *self = new_share (desil->area, village);

  self->state = PAMONG_IMPORT_READY;
  self->added = desil->filled;
  self->filled = desil->changed;
  self->same = desil->same;
  self->older = desil->older;
  return self;
}

gboolean
pamong_village_share_fits (PamongVillageShare *self, gboolean offer)
{
  return self->state == PAMONG_IMPORT_READY && (self->added + self->filled > 0 || (offer && self->differences > 0));
}

void
pamong_village_share_set_taken (PamongVillageShare *self, gboolean taken)
{
  if (self->taken == taken)
    return;
  self->taken = taken;
  g_signal_emit (self, taken_signal, 0);
}

gboolean
pamong_village_share_is_low (PamongVillageShare *self)
{
  return self->village != NULL && self->village->coverage >= 0 && self->village->coverage < HALF;
}

char *
pamong_village_share_state (PamongVillageShare *self)
{
  g_autofree char *waiting = pamong_words_number (self->batch.waiting), *held = pamong_words_number (self->batch.held);

  if (self->state < PAMONG_IMPORT_DONE)
    return g_strdup (_ ("not written"));
  if (self->batch.held > 0)
    return g_strdup_printf (_ ("%s refused by the centre"), held);
  if (self->batch.waiting > 0 && self->state == PAMONG_IMPORT_UNDONE)
    return g_strdup_printf (_ ("taken back, %s wait to be sent"), waiting);
  if (self->batch.waiting > 0)
    return g_strdup_printf (_ ("%s wait to be sent"), waiting);
  if (self->state == PAMONG_IMPORT_UNDONE)
    return g_strdup (self->batch.returned ? _ ("returned by the village") : _ ("taken back"));
  return g_strdup (_ ("sent"));
}
