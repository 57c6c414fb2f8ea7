/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/widgets/table_query.h"

void
pamong_table_query_clear (PamongTableQuery *self)
{
  g_free ((char *) self->query.area);
  g_free ((char *) self->query.dusun);
  g_free ((char *) self->query.rw);
  g_free ((char *) self->query.rt);
  g_free ((char *) self->query.today);
  g_clear_pointer (&self->only, g_hash_table_unref);
  self->query = (PamongQuery) PAMONG_QUERY_INIT;
}

void
pamong_table_query_set (PamongTableQuery *self, const PamongQuery *query, GArray *only)
{
  PamongQuery copy = *query;

  copy.area = g_strdup (query->area);
  copy.dusun = g_strdup (query->dusun);
  copy.rw = g_strdup (query->rw);
  copy.rt = g_strdup (query->rt);
  copy.today = g_strdup (query->today);
  pamong_table_query_clear (self);
  self->query = copy;
  if (!only)
    return;
  self->only = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < only->len; i++)
    g_hash_table_add (self->only, GINT_TO_POINTER (g_array_index (only, gint32, i)));
}

GArray *
pamong_table_query_ids (PamongTableQuery *self, PamongStore *store, GError **error)
{
  GArray *ids = pamong_residents_ids (store, &self->query, error);
  guint kept = 0;

  if (!ids || !self->only)
    return ids;
  for (guint i = 0; i < ids->len; i++)
    {
      gint32 rid = g_array_index (ids, gint32, i);

      if (g_hash_table_contains (self->only, GINT_TO_POINTER (rid)))
        g_array_index (ids, gint32, kept++) = rid;
    }
  g_array_set_size (ids, kept);
  return ids;
}
