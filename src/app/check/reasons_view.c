/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/check/reasons_view.h"
#include "app/check/work_list.h"
#include "office/waivers.h"
#include <glib/gi18n.h>

typedef struct {
  PamongSession *session;
  PamongWorkList *list;
  GPtrArray *waivers; /* by rule */
  GArray *firsts;     /* of each group, in waivers */
  gboolean stale;
} Reasons;

static void
free_reasons (gpointer data)
{
  Reasons *self = data;

  g_clear_pointer (&self->waivers, g_ptr_array_unref);
  g_array_unref (self->firsts);
  g_object_unref (self->session);
  g_free (self);
}

static void
fill (gpointer data, guint group, guint i, PamongWorkRow *row)
{
  Reasons *self = data;
  const PamongWaived *one = self->waivers->pdata[g_array_index (self->firsts, guint, group) + i];

  row->name = g_strdup (one->who);
  row->place = one->rt != NULL ? g_strdup_printf ("RT %s", one->rt) : NULL;
  if (one->other != NULL)
    row->message = g_strdup_printf (_ ("Not the same person as %s. Reason: %s"), one->other, one->reason);
  else
    row->message = g_strdup_printf (_ ("Reason: %s"), one->reason);
  row->kind = one->kind;
  row->uid = g_strdup (one->subject_uid);
  row->key = g_strdup (one->uid);
}

static void
show (Reasons *self)
{
  g_autoptr (GArray) groups = g_array_new (FALSE, TRUE, sizeof (PamongWorkGroup));
  g_autoptr (GPtrArray) waivers = pamong_waivers (pamong_session_store (self->session), NULL);

  self->stale = FALSE;
  if (waivers == NULL)
    return;
  g_clear_pointer (&self->waivers, g_ptr_array_unref);
  self->waivers = g_steal_pointer (&waivers);
  g_array_set_size (self->firsts, 0);
  for (guint i = 0; i < self->waivers->len; i++)
    {
      const PamongWaived *one = self->waivers->pdata[i];
      PamongWorkGroup *last = groups->len > 0 ? &g_array_index (groups, PamongWorkGroup, groups->len - 1) : NULL;
      PamongWorkGroup group = { .id = one->rule, .icon = "object-select-symbolic", .title = one->title, .button = _ ("Withdraw"), .count = 1 };

      if (last != NULL && g_strcmp0 (last->id, one->rule) == 0)
        {
          last->count++;
          continue;
        }
      if (group.title == NULL)
        group.title = one->rule;
      g_array_append_val (groups, group);
      g_array_append_val (self->firsts, i);
    }
  pamong_work_list_show (self->list, (const PamongWorkGroup *) groups->data, groups->len);
}

static void
mapped_cb (Reasons *self)
{
  if (self->stale)
    show (self);
}

static void
changed_cb (GtkWidget *list, int kind, char **uids, PamongSession *session)
{
  Reasons *self = g_object_get_data (G_OBJECT (list), "reasons");

  self->stale = TRUE;
  if (gtk_widget_get_mapped (list))
    show (self);
}

static void
opened_cb (GtkWidget *list, PamongWorkRow *row)
{
  gtk_widget_activate_action (list, "win.open", "(ss)", pamong_kind_name (row->kind), row->uid);
}

static gpointer
withdraw (PamongOffice *office, gpointer uid, GError **error)
{
  return GINT_TO_POINTER (pamong_office_withdraw_waiver (office, uid, error));
}

static void
withdrawn_cb (GObject *desk, GAsyncResult *result, gpointer data)
{
  g_autoptr (PamongWorkList) list = data;
  g_autoptr (GError) error = NULL;
  gboolean done = GPOINTER_TO_INT (pamong_desk_run_finish (PAMONG_DESK (desk), result, &error));

  pamong_work_list_say (list, done ? _ ("The reason was withdrawn. What the rule finds stands under To check again.") : error->message);
}

static void
acted_cb (GtkWidget *list, PamongWorkRow *row, Reasons *self)
{
  pamong_desk_run_async (pamong_session_desk (self->session), withdraw, g_strdup (row->key), g_free, NULL, NULL, withdrawn_cb, g_object_ref (list));
}

GtkWidget *
pamong_reasons_view_new (PamongSession *session)
{
  Reasons *self = g_new0 (Reasons, 1);
  GtkWidget *list = pamong_work_list_new (_ ("No rule was passed over with a reason."), fill, self);

  self->session = g_object_ref (session);
  self->list = PAMONG_WORK_LIST (list);
  self->firsts = g_array_new (FALSE, FALSE, sizeof (guint));
  g_object_set_data_full (G_OBJECT (list), "reasons", self, free_reasons);
  g_signal_connect (list, "open", G_CALLBACK (opened_cb), NULL);
  g_signal_connect (list, "act", G_CALLBACK (acted_cb), self);
  g_signal_connect_swapped (list, "map", G_CALLBACK (mapped_cb), self);
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), list, G_CONNECT_SWAPPED);
  show (self);
  return list;
}
