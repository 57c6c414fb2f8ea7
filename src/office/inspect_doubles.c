/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "office/inspect_doubles.h"

#include "office/doubles_finder.h"
#include "store/residents.h"

struct _PamongInspectDoubles {
  PamongStore *store;
  guint most;
  PamongDoublesFinder *finder;
  GPtrArray *latest;   /* (nullable) */
  GHashTable *touched; /* uids since */
  gboolean all;        /* everybody anew */
  gboolean many;       /* too many to look without being asked, or to keep */
  gboolean failed;
};

static gboolean
are_many (PamongInspectDoubles *self)
{
  PamongCounts counts = { 0 };

  return !pamong_residents_counts (self->store, NULL, &counts, NULL) || counts.residents > self->most;
}

PamongInspectDoubles *
pamong_inspect_doubles_new (PamongStore *store, gint *waiting, guint most)
{
  PamongInspectDoubles *self = g_new0 (PamongInspectDoubles, 1);

  self->store = store;
  self->most = most;
  self->finder = pamong_doubles_finder_new (store, waiting);
  self->touched = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
pamong_inspect_doubles_free (PamongInspectDoubles *self)
{
  g_clear_pointer (&self->latest, g_ptr_array_unref);
  g_hash_table_unref (self->touched);
  pamong_doubles_finder_free (self->finder);
  g_free (self);
}

void
pamong_inspect_doubles_touch (PamongInspectDoubles *self, const char *const *uids)
{
  for (guint i = 0; uids != NULL && uids[i] != NULL; i++)
    g_hash_table_add (self->touched, g_strdup (uids[i]));
  if (uids != NULL)
    return;
  self->many = are_many (self);
  self->all = !self->many;
  self->failed = self->failed || self->many; /* until a person asks */
}

void
pamong_inspect_doubles_ask (PamongInspectDoubles *self)
{
  self->all = TRUE;
  self->failed = FALSE;
}

gboolean
pamong_inspect_doubles_are_wanted (PamongInspectDoubles *self)
{
  return self->all || (g_hash_table_size (self->touched) > 0 && self->latest != NULL);
}

static gboolean
find (PamongInspectDoubles *self, GError **error)
{
  g_autofree char **uids = NULL;

  if (self->all)
    return pamong_doubles_finder_run (self->finder, error);
  uids = (char **) g_hash_table_get_keys_as_array (self->touched, NULL);
  return pamong_doubles_finder_refresh (self->finder, (const char *const *) uids, error);
}

gboolean
pamong_inspect_doubles_look (PamongInspectDoubles *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *list = NULL;

  if (find (self, &error))
    list = pamong_doubles_finder_list (self->finder, &error);
  else if (error == NULL)
    {
      self->all = TRUE; /* what was compared is gone */
      return FALSE;
    }
  if (error != NULL)
    g_debug ("doubles could not be looked for: %s", error->message);
  if (self->many)
    pamong_doubles_finder_forget (self->finder);
  self->failed = self->failed || list == NULL;
  self->all = FALSE;
  g_hash_table_remove_all (self->touched);
  if (list != NULL)
    {
      g_clear_pointer (&self->latest, g_ptr_array_unref);
      self->latest = list;
    }
  return TRUE;
}

PamongDoublesState
pamong_inspect_doubles_state (PamongInspectDoubles *self, GPtrArray **list)
{
  *list = self->latest != NULL ? g_ptr_array_ref (self->latest) : NULL;
  if (pamong_inspect_doubles_are_wanted (self))
    return PAMONG_DOUBLES_LOOKING;
  return self->failed || self->latest == NULL ? PAMONG_DOUBLES_ASK : PAMONG_DOUBLES_THERE;
}
