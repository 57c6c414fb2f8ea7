/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/language.h"
#include "app/residents/page.h"
#include "app/style.h"
#include "app/widgets/field_entry.h"
#include "drive.h"
#include "people.h"

#include <adwaita.h>

/* Family life from a person's page, by the widgets of its dialogs: noted, seen in the history, taken back from there. */

#define VILLAGE "35.22.28.2001"

typedef struct
{
  char *dir, *man, *woman;
  PamongDesk *desk;
  PamongSession *session;
  PamongStore *store;
  GtkWidget *window;
  PamongResidentsPage *page;
} Rig;

/* Somebody of full age who is not married. */
static char *
find_single (PamongStore *store, int sex)
{
  g_autoptr (GPtrArray) all = pamong_store_all (store, PAMONG_KIND_RESIDENT, NULL);

  for (guint i = 0; i < all->len; i++)
    {
      const PamongRecord *person = g_ptr_array_index (all, i);
      const char *born = pamong_record_text (person, PAMONG_RESIDENT_BIRTH_DATE);

      if (pamong_record_int (person, PAMONG_RESIDENT_SEX) == sex && pamong_record_int (person, PAMONG_RESIDENT_MARITAL_STATUS) == 1
          && pamong_record_int (person, PAMONG_RESIDENT_SHDK) == 4 && g_strcmp0 (born, "2005") < 0 && pamong_record_is_set (person, PAMONG_RESIDENT_NIK))
        return g_strdup (person->uid);
    }
  g_assert_not_reached ();
}

static void
set_up (Rig *rig, gconstpointer data)
{
  PamongOffice *office = people_init (PAMONG_LEVEL_VILLAGE, VILLAGE, &rig->dir);
  g_autofree char *account = g_strdup (pamong_office_account (office)->uid);
  g_autoptr (GError) error = NULL;

  people_fill (office, VILLAGE, 400, 3);
  rig->desk = pamong_desk_new_with (office, &error);
  g_assert_no_error (error);
  rig->session = pamong_session_new (rig->desk, account, &error);
  g_assert_no_error (error);
  rig->store = pamong_session_store (rig->session);
  rig->man = find_single (rig->store, 1);
  rig->woman = find_single (rig->store, 2);
  rig->window = gtk_window_new ();
  rig->page = PAMONG_RESIDENTS_PAGE (pamong_residents_page_new (rig->session));
  gtk_window_set_default_size (GTK_WINDOW (rig->window), 1170, 690);
  gtk_window_set_child (GTK_WINDOW (rig->window), GTK_WIDGET (rig->page));
  gtk_window_present (GTK_WINDOW (rig->window));
  gtk_test_widget_wait_for_draw (rig->window);
}

static void
tear_down (Rig *rig, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (rig->window));
  drive_settle ();
  g_object_unref (rig->session);
  pamong_desk_stop (rig->desk);
  g_object_unref (rig->desk);
  people_drop (rig->dir);
  g_free (rig->man);
  g_free (rig->woman);
}

static GtkWidget *
dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window) && gtk_widget_get_visible (window))
        return window;
    }
  return NULL;
}

static gboolean
is_open (gpointer data)
{
  return dialog () != NULL;
}

static void
respond (const char *response)
{
  GtkWidget *now = dialog ();

  gtk_widget_set_visible (now, FALSE); /* a click on the button closes first and answers then */
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (now), response);
  gtk_window_destroy (GTK_WINDOW (now));
  drive_settle ();
}

static GtkWidget *
find_field (GtkWidget *widget, PamongKind kind, int field)
{
  GtkWidget *found = NULL;

  if (PAMONG_IS_FIELD_ENTRY (widget))
    {
      const PamongField *own = pamong_field_entry_field (PAMONG_FIELD_ENTRY (widget));

      return own->kind == kind && own->index == field ? widget : NULL;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_field (child, kind, field);
  return found;
}

static void
answer (PamongKind kind, int field, const char *text)
{
  GtkWidget *entry = find_field (dialog (), kind, field);

  g_assert_nonnull (entry);
  pamong_field_entry_set_text (PAMONG_FIELD_ENTRY (entry), text);
}

static GtkWidget *
find_entry (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_ENTRY (widget) && gtk_widget_get_mapped (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL && !PAMONG_IS_FIELD_ENTRY (child); child = gtk_widget_get_next_sibling (child))
    found = find_entry (child);
  return found;
}

static char *
text_of (Rig *rig, const char *uid, int field)
{
  g_autoptr (PamongRecord) record = pamong_store_get (rig->store, PAMONG_KIND_RESIDENT, uid, NULL);

  return g_strdup (pamong_record_text (record, field));
}

static int
status_of (Rig *rig, const char *uid)
{
  g_autoptr (PamongRecord) record = pamong_store_get (rig->store, PAMONG_KIND_RESIDENT, uid, NULL);

  return (int) pamong_record_int (record, PAMONG_RESIDENT_MARITAL_STATUS);
}

static void
ask (Rig *rig, const char *uid, const char *action)
{
  g_assert_true (pamong_page_open (PAMONG_PAGE (rig->page), PAMONG_KIND_RESIDENT, uid));
  drive_settle ();
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (rig->page), action, NULL));
  drive_until (is_open, NULL, "dialog");
  gtk_test_widget_wait_for_draw (dialog ());
}

static void
take_back (Rig *rig, const char *uid)
{
  g_autoptr (GPtrArray) events = pamong_store_find (rig->store, PAMONG_KIND_EVENT, PAMONG_EVENT_RESIDENT_UID, uid, NULL);
  const char *event = NULL;

  for (guint i = 0; i < events->len; i++)
    if (pamong_record_is_set (g_ptr_array_index (events, i), PAMONG_EVENT_BEFORE))
      event = ((PamongRecord *) g_ptr_array_index (events, i))->uid;
  g_assert_nonnull (event);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (rig->page), "resident.undo", "s", event));
  drive_until (is_open, NULL, "dialog");
  gtk_test_widget_wait_for_draw (dialog ());
}

static void
test_nik (Rig *rig, gconstpointer data)
{
  g_autofree char *old = text_of (rig, rig->man, PAMONG_RESIDENT_NIK);
  g_autofree char *number = g_strdup_printf ("%.12s9876", old);
  g_autofree char *now = NULL, *back = NULL;

  ask (rig, rig->man, "resident.nik");
  answer (PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_NIK, number);
  respond ("1");
  now = text_of (rig, rig->man, PAMONG_RESIDENT_NIK);
  g_assert_cmpstr (now, ==, number);

  take_back (rig, rig->man);
  respond ("1"); /* without a reason it opens again and says so */
  drive_until (is_open, NULL, "the refusal");
  drive_expect (dialog (), "alasan");
  answer (PAMONG_KIND_EVENT, PAMONG_EVENT_REASON, "salah ketik");
  respond ("1");
  back = text_of (rig, rig->man, PAMONG_RESIDENT_NIK);
  g_assert_cmpstr (back, ==, old);
}

static void
test_marry (Rig *rig, gconstpointer data)
{
  g_autofree char *nik = text_of (rig, rig->woman, PAMONG_RESIDENT_NIK), *his = NULL, *hers = NULL;

  ask (rig, rig->man, "resident.marry");
  drive_type (find_entry (dialog ()), nik);
  answer (PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_MARRIAGE_DATE, "14-02-2026");
  respond ("1");
  g_assert_null (dialog ());
  g_assert_cmpint (status_of (rig, rig->woman), ==, 2);
  his = text_of (rig, rig->man, PAMONG_RESIDENT_FAMILY_UID);
  hers = text_of (rig, rig->woman, PAMONG_RESIDENT_FAMILY_UID);
  g_assert_cmpstr (his, ==, hers);

  take_back (rig, rig->man);
  drive_expect (dialog (), "Belum kawin");
  answer (PAMONG_KIND_EVENT, PAMONG_EVENT_REASON, "belum jadi");
  respond ("1");
  g_assert_cmpint (status_of (rig, rig->man), ==, 1);
}

int
main (int argc, char **argv)
{
  pamong_language_init ();
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  pamong_style_load ();
  g_test_add ("/app/life/nik", Rig, NULL, set_up, test_nik, tear_down);
  g_test_add ("/app/life/marry", Rig, NULL, set_up, test_marry, tear_down);
  return g_test_run ();
}
