/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/check/waiting_view.h"
#include "app/check/work_list.h"
#include "app/family/acts.h"
#include "domain/clock.h"
#include "domain/codes.h"
#include "domain/dates.h"
#include "store/scan.h"
#include <glib/gi18n.h>

#define FILED 0 /* the first group; the standing lists follow */

typedef struct {
  PamongSession *session;
  PamongWorkList *list;
  GPtrArray *events;
  GArray *standing[PAMONG_N_STANDING]; /* rids */
  char *today;
  gboolean stale;
} Waiting;

static void
free_waiting (gpointer data)
{
  Waiting *self = data;

  g_clear_pointer (&self->events, g_ptr_array_unref);
  for (guint i = 0; i < PAMONG_N_STANDING; i++)
    g_clear_pointer (&self->standing[i], g_array_unref);
  g_free (self->today);
  g_object_unref (self->session);
  g_free (self);
}

static void
fill_filed (Waiting *self, const PamongRecord *event, PamongWorkRow *row)
{
  PamongStore *store = pamong_session_store (self->session);
  const char *family_uid = pamong_record_text (event, PAMONG_EVENT_FAMILY_UID), *resident_uid = pamong_record_text (event, PAMONG_EVENT_RESIDENT_UID);
  const char *form = pamong_record_text (event, PAMONG_EVENT_FORM), *filed = pamong_record_text (event, PAMONG_EVENT_FILED);
  const char *since = filed != NULL ? filed : pamong_record_text (event, PAMONG_EVENT_DATE);
  g_autoptr (PamongFamilyCard) card = family_uid != NULL ? pamong_store_card (store, family_uid, NULL) : NULL;
  g_autoptr (PamongRecord) resident = resident_uid != NULL ? pamong_store_get (store, PAMONG_KIND_RESIDENT, resident_uid, NULL) : NULL;
  const PamongRecord *who = resident;
  g_autofree char *date = pamong_date_format (since != NULL ? since : "");
  int days = since != NULL ? pamong_date_days (since, self->today) : 0;

  if (card != NULL && card->members->len > 0)
    who = card->members->pdata[0]; /* the head stands first */
  row->name = g_strdup (who != NULL ? pamong_record_text (who, PAMONG_RESIDENT_NAME) : _ ("a family without members"));
  if (card != NULL && pamong_record_is_set (card->family, PAMONG_FAMILY_RT))
    row->place = g_strdup_printf ("RT %s", pamong_record_text (card->family, PAMONG_FAMILY_RT));
  row->message = g_strjoin (", ", pamong_codes_display ("peristiwa", (int) pamong_record_int (event, PAMONG_EVENT_TYPE)), form != NULL ? form : _ ("papers not filed yet"), NULL);
  row->remedy = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "since %s, %d day", "since %s, %d days", (gulong) MAX (days, 0)), date, days);
  row->kind = family_uid != NULL ? PAMONG_KIND_FAMILY : PAMONG_KIND_RESIDENT;
  row->uid = g_strdup (family_uid != NULL ? family_uid : resident_uid);
  row->key = g_strdup (family_uid);
}

static void
fill_standing (Waiting *self, PamongStanding which, gint32 rid, PamongWorkRow *row)
{
  static const int fields[] = { [PAMONG_STANDING_DEAD] = -1, [PAMONG_STANDING_NO_NIK] = PAMONG_RESIDENT_NIK, [PAMONG_STANDING_NO_KTP] = PAMONG_RESIDENT_EKTP };
  g_autoptr (GPtrArray) rows = pamong_residents_rows (pamong_session_store (self->session), &rid, 1, NULL);
  const PamongListRow *one = rows != NULL && rows->len > 0 ? rows->pdata[0] : NULL;
  g_autofree char *born = NULL;

  if (one == NULL)
    return;
  born = pamong_date_format (one->birth_date != NULL ? one->birth_date : "");
  row->name = g_strdup (one->name);
  row->place = one->rt != NULL ? g_strdup_printf ("RT %s", one->rt) : NULL;
  row->message = one->birth_date != NULL ? g_strdup_printf (_ ("born %s, %d years"), born, pamong_date_age (one->birth_date, self->today)) : NULL;
  row->kind = PAMONG_KIND_RESIDENT;
  row->uid = g_strdup (one->uid);
  row->field = fields[which];
}

static void
fill (gpointer data, guint group, guint i, PamongWorkRow *row)
{
  Waiting *self = data;

  if (group == FILED)
    fill_filed (self, self->events->pdata[i], row);
  else
    fill_standing (self, (PamongStanding) (group - 1), g_array_index (self->standing[group - 1], gint32, i), row);
}

static gboolean
read_all (Waiting *self)
{
  PamongStore *store = pamong_session_store (self->session);
  g_autoptr (GPtrArray) events = pamong_store_waiting (store, NULL);

  g_free (self->today);
  self->today = pamong_clock_today ();
  if (events == NULL)
    return FALSE;
  g_clear_pointer (&self->events, g_ptr_array_unref);
  self->events = g_steal_pointer (&events);
  for (guint i = 0; i < PAMONG_N_STANDING; i++)
    {
      GArray *rids = pamong_store_standing (store, (PamongStanding) i, self->today, NULL);

      g_clear_pointer (&self->standing[i], g_array_unref);
      self->standing[i] = rids != NULL ? rids : g_array_new (FALSE, FALSE, sizeof (gint32));
    }
  return TRUE;
}

static void
show (Waiting *self)
{
  gboolean village = pamong_session_level (self->session) == PAMONG_LEVEL_VILLAGE;

  self->stale = FALSE;
  if (read_all (self))
    {
      const PamongWorkGroup groups[] = {
        { "filed", "document-open-recent-symbolic", _ ("Waiting for a document"), NULL, village ? _ ("Document issued") : NULL, self->events->len },
        { "dead", "document-edit-symbolic", _ ("Died, no death certificate"), NULL, NULL, self->standing[PAMONG_STANDING_DEAD]->len, TRUE },
        { "no-nik", "contact-new-symbolic", _ ("No NIK yet"), NULL, NULL, self->standing[PAMONG_STANDING_NO_NIK]->len, TRUE },
        { "no-ktp", "avatar-default-symbolic", _ ("KTP age, no KTP-el"), _ ("17 years, or married"), NULL, self->standing[PAMONG_STANDING_NO_KTP]->len, TRUE },
      };

      pamong_work_list_show (self->list, groups, G_N_ELEMENTS (groups));
    }
}

static void
mapped_cb (Waiting *self)
{
  if (self->stale)
    show (self);
}

static void
changed_cb (GtkWidget *list)
{
  Waiting *self = g_object_get_data (G_OBJECT (list), "waiting");

  self->stale = TRUE;
  if (gtk_widget_get_mapped (list))
    show (self);
}

static void
opened_cb (GtkWidget *list, PamongWorkRow *row)
{
  if (row->uid == NULL)
    return;
  if (row->field >= 0)
    gtk_widget_activate_action (list, "win.open-field", "(ssi)", pamong_kind_name (row->kind), row->uid, row->field);
  else
    gtk_widget_activate_action (list, "win.open", "(ss)", pamong_kind_name (row->kind), row->uid);
}

static void
issued_cb (gpointer list, const char *words)
{
  pamong_work_list_say (list, words);
}

static void
acted_cb (GtkWidget *list, PamongWorkRow *row, Waiting *self)
{
  pamong_family_act_issued (list, self->session, row->key, issued_cb, list);
}

GtkWidget *
pamong_waiting_view_new (PamongSession *session)
{
  Waiting *self = g_new0 (Waiting, 1);
  GtkWidget *list = pamong_work_list_new (_ ("Nobody stands in this list."), fill, self);

  self->session = g_object_ref (session);
  self->list = PAMONG_WORK_LIST (list);
  g_object_set_data_full (G_OBJECT (list), "waiting", self, free_waiting);
  g_signal_connect (list, "open", G_CALLBACK (opened_cb), NULL);
  g_signal_connect (list, "act", G_CALLBACK (acted_cb), self);
  g_signal_connect_swapped (list, "map", G_CALLBACK (mapped_cb), self);
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), list, G_CONNECT_SWAPPED);
  show (self);
  return list;
}
