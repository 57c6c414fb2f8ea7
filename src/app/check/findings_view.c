/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/check/findings_view.h"
#include "app/check/confirm_foot.h"
#include "app/check/work_list.h"
#include "domain/nik.h"
#include <glib/gi18n.h>

/* The newest inspection stays with the inspector until "changed", when all is shown anew. */

static const char *
urgency (PamongSeverity severity)
{
  switch (severity)
    {
    case PAMONG_SEVERITY_BLOCK:
      return _ ("Must be mended");
    case PAMONG_SEVERITY_OVERRIDE:
      return _ ("Mend it, or give a reason");
    case PAMONG_SEVERITY_WARN:
    default:
      return NULL;
    }
}

static void
fill (gpointer data, guint group, guint i, PamongWorkRow *row)
{
  const PamongInspection *latest = pamong_inspect_latest (pamong_session_inspect (data));
  const PamongInspectedKind *kind = &g_array_index (latest->kinds, PamongInspectedKind, group);
  const PamongInspected *one = latest->findings->pdata[kind->first + i];

  row->name = g_strdup (one->name);
  row->place = one->rt != NULL ? g_strdup_printf ("RT %s", one->rt) : NULL;
  row->message = pamong_nik_mask_words (one->message);
  row->remedy = pamong_nik_mask_words (one->remedy);
  row->kind = one->kind;
  row->uid = g_strdup (one->uid);
  row->field = one->field;
  if (g_str_equal (one->rule, PAMONG_CONFIRM_RULE))
    {
      row->field = -1; /* all of the person is to be looked at */
      row->key = g_strdup (one->uid);
    }
}

static void
show (PamongWorkList *list, PamongSession *session)
{
  const PamongInspection *latest = pamong_inspect_latest (pamong_session_inspect (session));
  gboolean village = pamong_session_level (session) == PAMONG_LEVEL_VILLAGE;
  g_autoptr (GArray) groups = g_array_new (FALSE, TRUE, sizeof (PamongWorkGroup));

  for (guint i = 0; latest != NULL && i < latest->kinds->len; i++)
    {
      const PamongInspectedKind *kind = &g_array_index (latest->kinds, PamongInspectedKind, i);
      PamongWorkGroup group = { .id = kind->rule, .title = kind->title, .note = urgency (kind->severity), .count = kind->count };

      group.icon = kind->severity == PAMONG_SEVERITY_WARN ? "dialog-warning-symbolic" : "dialog-error-symbolic";
      if (village && g_str_equal (kind->rule, PAMONG_CONFIRM_RULE))
        group.button = _ ("Checked");
      g_array_append_val (groups, group);
    }
  pamong_work_list_set_empty (list, latest != NULL ? _ ("Nothing is to be checked. What the rules find in the data of residents and families will stand here.")
                                                   : _ ("The data is being looked through. What is found will stand here."));
  pamong_work_list_show (list, (const PamongWorkGroup *) groups->data, groups->len);
}

static void
changed_cb (PamongWorkList *list)
{
  show (list, g_object_get_data (G_OBJECT (list), "session"));
}

static void
opened_cb (GtkWidget *list, PamongWorkRow *row)
{
  if (row->field < 0 && row->key != NULL)
    gtk_widget_activate_action (list, "win.open", "(ss)", pamong_kind_name (row->kind), row->uid);
  else
    gtk_widget_activate_action (list, "win.open-field", "(ssi)", pamong_kind_name (row->kind), row->uid, row->field);
}

static void
acted_cb (PamongWorkList *list, PamongWorkRow *row, PamongSession *session)
{
  pamong_confirm_one (list, session, row);
}

GtkWidget *
pamong_findings_view_new (PamongSession *session)
{
  PamongInspect *inspect = pamong_session_inspect (session);
  GtkWidget *list = pamong_work_list_new ("", fill, session);

  g_object_set_data (G_OBJECT (list), "session", session); /* it outlives the pages */
  if (pamong_session_level (session) == PAMONG_LEVEL_VILLAGE)
    pamong_work_list_add_foot (PAMONG_WORK_LIST (list), pamong_confirm_foot_new (PAMONG_WORK_LIST (list), session));
  g_signal_connect (list, "open", G_CALLBACK (opened_cb), NULL);
  g_signal_connect (list, "act", G_CALLBACK (acted_cb), session);
  g_signal_connect_object (inspect, "changed", G_CALLBACK (changed_cb), list, G_CONNECT_SWAPPED);
  show (PAMONG_WORK_LIST (list), session);
  return list;
}
