/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/check/confirm_foot.h"
#include "app/style.h"
#include "app/widgets/dialogs.h"
#include "office/inject.h"
#include <glib/gi18n.h>

typedef struct {
  PamongWorkList *list; /* owns the foot */
  PamongSession *session;
} Foot;

/* What was asked, while the dialog stands. */
typedef struct {
  PamongWorkList *list;
  PamongSession *session;
  char **uids;
} Asked;

static void
free_foot (gpointer data)
{
  Foot *self = data;

  g_object_unref (self->session);
  g_free (self);
}

static void
free_asked (Asked *asked)
{
  g_object_unref (asked->list);
  g_object_unref (asked->session);
  g_strfreev (asked->uids);
  g_free (asked);
}

/* On the desk. Returns: how many, plus one; NULL on error. */
static gpointer
confirm (PamongOffice *office, gpointer uids, GError **error)
{
  guint n = 0;

  return pamong_office_confirm (office, uids, &n, error) ? GUINT_TO_POINTER (n + 1) : NULL;
}

static void
confirmed_cb (GObject *desk, GAsyncResult *result, gpointer data)
{
  g_autoptr (PamongWorkList) list = data;
  g_autoptr (GError) error = NULL;
  guint n = GPOINTER_TO_UINT (pamong_desk_run_finish (PAMONG_DESK (desk), result, &error));
  g_autofree char *words = n > 0 ? g_strdup_printf (ngettext ("%u person is marked as checked.", "%u people are marked as checked.", n - 1), n - 1) : NULL;

  pamong_work_list_say (list, n > 0 ? words : error->message);
}

static void
run (PamongWorkList *list, PamongSession *session, char **uids)
{
  pamong_desk_run_async (pamong_session_desk (session), confirm, uids, (GDestroyNotify) g_strfreev, NULL, NULL, confirmed_cb, g_object_ref (list));
}

static PamongRecord *
family_of (PamongStore *store, const char *resident_uid)
{
  g_autoptr (PamongRecord) resident = pamong_store_get (store, PAMONG_KIND_RESIDENT, resident_uid, NULL);
  const char *uid = resident != NULL ? pamong_record_text (resident, PAMONG_RESIDENT_FAMILY_UID) : NULL;

  return uid != NULL ? pamong_store_get (store, PAMONG_KIND_FAMILY, uid, NULL) : NULL;
}

/* RT 003 may stand in several RW. */
static gboolean
is_one_place (const PamongRecord *a, const PamongRecord *b)
{
  return !pamong_record_differs (a, b, PAMONG_FAMILY_DUSUN) && !pamong_record_differs (a, b, PAMONG_FAMILY_RW) && !pamong_record_differs (a, b, PAMONG_FAMILY_RT);
}

/* Those who wait on the card of @resident_uid, or in its whole RT; of somebody without a card that one. Returns: (transfer full). */
static char **
find_neighbours (PamongSession *session, const char *resident_uid, gboolean whole_rt)
{
  PamongStore *store = pamong_session_store (session);
  const PamongInspection *latest = pamong_inspect_latest (pamong_session_inspect (session));
  g_autoptr (PamongRecord) home = family_of (store, resident_uid);
  g_autoptr (GStrvBuilder) uids = g_strv_builder_new ();

  if (home == NULL)
    g_strv_builder_add (uids, resident_uid);
  for (guint i = 0; home != NULL && latest != NULL && i < latest->findings->len; i++)
    {
      const PamongInspected *one = latest->findings->pdata[i];
      g_autoptr (PamongRecord) family = g_str_equal (one->rule, PAMONG_CONFIRM_RULE) ? family_of (store, one->uid) : NULL;

      if (family != NULL && (whole_rt ? is_one_place (family, home) : g_str_equal (family->uid, home->uid)))
        g_strv_builder_add (uids, one->uid);
    }
  return g_strv_builder_end (uids);
}

static void
family_clicked_cb (Foot *self)
{
  g_autoptr (PamongWorkRow) row = pamong_work_list_selected (self->list);

  if (row != NULL)
    run (self->list, self->session, find_neighbours (self->session, row->uid, FALSE));
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Asked *asked = data;

  if (pamong_dialog_ask_finish (result) == 1)
    run (asked->list, asked->session, g_steal_pointer (&asked->uids));
  free_asked (asked);
}

static void
rt_clicked_cb (Foot *self)
{
  const char *answers[] = { _ ("Cancel"), _ ("Mark as checked"), NULL };
  g_autoptr (PamongWorkRow) row = pamong_work_list_selected (self->list);
  g_autofree char *heading = NULL;
  Asked *asked;
  guint n;

  if (row == NULL)
    return;
  asked = g_new0 (Asked, 1);
  asked->list = g_object_ref (self->list);
  asked->session = g_object_ref (self->session);
  asked->uids = find_neighbours (self->session, row->uid, TRUE);
  n = g_strv_length (asked->uids);
  heading = g_strdup_printf (ngettext ("Mark %u person of this RT as checked?", "Mark %u people of this RT as checked?", n), n);
  pamong_dialog_ask_async (GTK_WIDGET (self->list), heading, _ ("Do so when the list of the regency was compared with the family cards or by the head of the RT."), answers, -1, answered_cb, asked);
}

/* All that came with this one, as a whole: it is told there what that does. */
static void
return_clicked_cb (Foot *self)
{
  g_autoptr (PamongWorkRow) row = pamong_work_list_selected (self->list);
  g_autoptr (PamongRecord) resident = row != NULL ? pamong_store_get (pamong_session_store (self->session), PAMONG_KIND_RESIDENT, row->uid, NULL) : NULL;
  const char *batch = resident != NULL ? pamong_record_text (resident, PAMONG_RESIDENT_BATCH_UID) : NULL;
  g_autofree char *part = batch != NULL ? g_strconcat ("impor-ekspor:impor=", batch, NULL) : NULL;

  if (part != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "win.go", "s", part);
}

static void
chosen_cb (PamongWorkList *list, const char *id, GtkWidget *foot)
{
  gtk_widget_set_visible (foot, g_strcmp0 (id, PAMONG_CONFIRM_RULE) == 0);
}

static void
add_button (GtkWidget *foot, const char *words, GCallback callback, Foot *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (words);

  g_signal_connect_swapped (button, "clicked", callback, self);
  gtk_box_append (GTK_BOX (foot), button);
}

GtkWidget *
pamong_confirm_foot_new (PamongWorkList *list, PamongSession *session)
{
  Foot *self = g_new0 (Foot, 1);
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->list = list;
  self->session = g_object_ref (session);
  g_object_set_data_full (G_OBJECT (foot), "foot", self, free_foot);
  gtk_widget_set_margin_start (foot, 10); /* under the words of the rows */
  gtk_widget_set_margin_bottom (foot, 10);
  gtk_widget_set_visible (foot, FALSE);
  add_button (foot, _ ("The _family is checked"), G_CALLBACK (family_clicked_cb), self);
  add_button (foot, _ ("The whole _RT is checked…"), G_CALLBACK (rt_clicked_cb), self);
  add_button (foot, _ ("Return this filling _in…"), G_CALLBACK (return_clicked_cb), self);
  g_signal_connect_object (list, "chosen", G_CALLBACK (chosen_cb), foot, 0);
  return foot;
}

void
pamong_confirm_one (PamongWorkList *list, PamongSession *session, PamongWorkRow *row)
{
  const char *uids[] = { row->uid, NULL };

  run (list, session, g_strdupv ((char **) uids));
}
