/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/language.h"
#include "app/residents/family_picker.h"
#include "app/residents/page.h"
#include "app/style.h"
#include "app/widgets/field_entry.h"
#include "drive.h"
#include "people.h"

#include <adwaita.h>

/* Family life from a person's page, by the widgets of its dialogs: noted, seen in the history, taken back by its button there, which tells first what it does. */

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

static void
expect_done (void)
{
  if (dialog () != NULL)
    drive_expect (dialog (), "done"); /* says in which words it was refused */
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
choose (const char *words)
{
  GtkWidget *button = gtk_widget_get_ancestor (drive_label (dialog (), words), GTK_TYPE_CHECK_BUTTON);

  g_assert_nonnull (button);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), TRUE);
}

/* By the button in the history: @words: its act; @told: what the dialog must say before anything is done. */
static void
take_back (Rig *rig, const char *uid, const char *words, const char *told)
{
  g_autofree char *button = g_strdup_printf ("Batalkan: %s", words);

  g_assert_true (pamong_page_open (PAMONG_PAGE (rig->page), PAMONG_KIND_RESIDENT, uid));
  drive_settle ();
  drive_click (drive_button (GTK_WIDGET (rig->page), "Riwayat"));
  drive_settle ();
  drive_click (drive_button (GTK_WIDGET (rig->page), button));
  drive_until (is_open, NULL, "dialog");
  gtk_test_widget_wait_for_draw (dialog ());
  drive_expect (dialog (), told);
  answer (PAMONG_KIND_EVENT, PAMONG_EVENT_REASON, "salah catat");
  respond ("1");
  expect_done ();
  g_assert_null (drive_button (GTK_WIDGET (rig->page), button)); /* it was taken back: there is nothing more to do */
}

static PamongRecord *
last_event (Rig *rig, const char *uid)
{
  g_autoptr (GPtrArray) events = pamong_store_noted (rig->store, uid, NULL);

  g_assert_cmpuint (events->len, >, 0);
  return pamong_record_copy (g_ptr_array_index (events, 0));
}

static void
test_nik (Rig *rig, gconstpointer data)
{
  g_autofree char *old = text_of (rig, rig->man, PAMONG_RESIDENT_NIK);
  g_autofree char *number = g_strdup_printf ("%.12s9876", old), *changed = NULL;
  g_autofree char *now = NULL, *back = NULL;

  ask (rig, rig->man, "resident.nik");
  answer (PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_NIK, number);
  respond ("1");
  now = text_of (rig, rig->man, PAMONG_RESIDENT_NIK);
  g_assert_cmpstr (now, ==, number);

  /* The old one stays in the history, masked as everywhere. */
  drive_click (drive_button (GTK_WIDGET (rig->page), "Riwayat"));
  drive_settle ();
  drive_expect (GTK_WIDGET (rig->page), "Pembetulan NIK");
  changed = g_strdup_printf ("NIK: %.4s••••••••%s → %.4s••••••••9876", old, old + 12, old);
  drive_expect (GTK_WIDGET (rig->page), changed);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (rig->page), "resident.undo", "s", "no-such-event"));
  drive_until (is_open, NULL, "the refusal");
  respond ("0");
  take_back (rig, rig->man, "Pembetulan NIK", "NIK kembali menjadi");
  back = text_of (rig, rig->man, PAMONG_RESIDENT_NIK);
  g_assert_cmpstr (back, ==, old);
}

static void
test_undo_needs_reason (Rig *rig, gconstpointer data)
{
  g_autofree char *old = text_of (rig, rig->man, PAMONG_RESIDENT_NIK), *number = g_strdup_printf ("%.12s9876", old), *now = NULL;
  g_autoptr (PamongRecord) event = NULL;

  ask (rig, rig->man, "resident.nik");
  answer (PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_NIK, number);
  respond ("1");
  event = last_event (rig, rig->man);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (rig->page), "resident.undo", "s", event->uid));
  drive_until (is_open, NULL, "dialog");
  respond ("1");
  drive_until (is_open, NULL, "the refusal");
  drive_expect (dialog (), "alasan");
  respond ("0");
  now = text_of (rig, rig->man, PAMONG_RESIDENT_NIK);
  g_assert_cmpstr (now, ==, number);
}

static gboolean
is_among (GPtrArray *records, const char *uid)
{
  for (guint i = 0; i < records->len; i++)
    if (g_str_equal (((PamongRecord *) g_ptr_array_index (records, i))->uid, uid))
      return TRUE;
  return FALSE;
}

/* A new card, with its papers at Dukcapil. */
static void
test_marry (Rig *rig, gconstpointer data)
{
  g_autofree char *nik = text_of (rig, rig->woman, PAMONG_RESIDENT_NIK), *his = NULL, *hers = NULL;
  g_autoptr (PamongRecord) event = NULL;
  g_autoptr (GPtrArray) waiting = NULL;

  ask (rig, rig->man, "resident.marry");
  drive_type (find_entry (dialog ()), nik);
  answer (PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_MARRIAGE_DATE, "14-02-2026");
  answer (PAMONG_KIND_EVENT, PAMONG_EVENT_FORM, "F-1.02");
  answer (PAMONG_KIND_EVENT, PAMONG_EVENT_FILED, "16-02-2026");
  respond ("1");
  expect_done ();
  g_assert_cmpint (status_of (rig, rig->woman), ==, 2);
  his = text_of (rig, rig->man, PAMONG_RESIDENT_FAMILY_UID);
  hers = text_of (rig, rig->woman, PAMONG_RESIDENT_FAMILY_UID);
  g_assert_cmpstr (his, ==, hers);
  event = last_event (rig, rig->woman);
  g_assert_cmpstr (pamong_record_text (event, PAMONG_EVENT_FORM), ==, "F-1.02");
  g_assert_cmpstr (pamong_record_text (event, PAMONG_EVENT_FILED), ==, "2026-02-16");
  waiting = pamong_store_waiting (rig->store, NULL);
  g_assert_true (is_among (waiting, event->uid));

  take_back (rig, rig->man, "Kawin, 14-02-2026", "Belum kawin");
  g_assert_cmpint (status_of (rig, rig->man), ==, 1);
  g_assert_cmpint (status_of (rig, rig->woman), ==, 1);
}

/* On two cards still; the divorce finds her by the marriage, and she leaves hers. */
static void
test_divorce_two_cards (Rig *rig, gconstpointer data)
{
  g_autofree char *nik = text_of (rig, rig->woman, PAMONG_RESIDENT_NIK), *home = text_of (rig, rig->woman, PAMONG_RESIDENT_FAMILY_UID), *left = NULL, *back = NULL;
  g_autofree char *name = text_of (rig, rig->woman, PAMONG_RESIDENT_NAME);
  g_autoptr (PamongRecord) married = NULL, divorced = NULL;

  ask (rig, rig->man, "resident.marry");
  drive_type (find_entry (dialog ()), nik);
  choose ("KK tetap seperti semula");
  g_assert_false (gtk_widget_is_sensitive (find_field (dialog (), PAMONG_KIND_EVENT, PAMONG_EVENT_FORM))); /* nothing is filed */
  respond ("1");
  expect_done ();
  married = last_event (rig, rig->man);
  g_assert_cmpint (pamong_record_int (married, PAMONG_EVENT_TYPE), ==, PAMONG_EVENT_MARRIED);

  ask (rig, rig->man, "resident.divorce");
  drive_expect (dialog (), name);
  answer (PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_DIVORCE_DATE, "02-03-2026");
  answer (PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_DIVORCE_CERT, "12/AC/2026");
  choose ("Pasangannya pindah ke KK baru");
  g_assert_true (gtk_widget_is_sensitive (find_field (dialog (), PAMONG_KIND_EVENT, PAMONG_EVENT_FORM)));
  answer (PAMONG_KIND_EVENT, PAMONG_EVENT_FILED, "03-03-2026");
  respond ("1");
  expect_done ();
  g_assert_cmpint (status_of (rig, rig->man), ==, 3);
  g_assert_cmpint (status_of (rig, rig->woman), ==, 3);
  left = text_of (rig, rig->woman, PAMONG_RESIDENT_FAMILY_UID);
  g_assert_cmpstr (left, !=, home);
  divorced = last_event (rig, rig->woman);
  g_assert_cmpstr (pamong_record_text (divorced, PAMONG_EVENT_FAMILY_UID), ==, left);
  g_assert_cmpstr (pamong_record_text (divorced, PAMONG_EVENT_FILED), ==, "2026-03-03");

  take_back (rig, rig->woman, "Cerai, 02-03-2026", "Kawin");
  g_assert_cmpint (status_of (rig, rig->man), ==, 2);
  back = text_of (rig, rig->woman, PAMONG_RESIDENT_FAMILY_UID);
  g_assert_cmpstr (back, ==, home);
}

/* Somebody of @shdk: alone on the card, or beside a head of the other sex. */
static char *
find_member (PamongStore *store, int shdk, gboolean alone)
{
  g_autoptr (GPtrArray) all = pamong_store_all (store, PAMONG_KIND_RESIDENT, NULL);

  for (guint i = 0; i < all->len; i++)
    {
      const PamongRecord *person = g_ptr_array_index (all, i);
      g_autoptr (PamongFamilyCard) card = NULL;

      if (pamong_record_int (person, PAMONG_RESIDENT_SHDK) != shdk)
        continue;
      card = pamong_store_card (store, pamong_record_text (person, PAMONG_RESIDENT_FAMILY_UID), NULL);
      if (alone == (card->members->len == 1)
          && (alone || pamong_record_int (card->members->pdata[0], PAMONG_RESIDENT_SEX) != pamong_record_int (person, PAMONG_RESIDENT_SEX)))
        return g_strdup (person->uid);
    }
  g_assert_not_reached ();
}

static void
test_divorce_one_card (Rig *rig, gconstpointer data)
{
  g_autofree char *wife = find_member (rig->store, 3, FALSE), *home = text_of (rig, wife, PAMONG_RESIDENT_FAMILY_UID), *left = NULL, *words = NULL, *name = NULL;
  g_autoptr (PamongFamilyCard) card = pamong_store_card (rig->store, home, NULL);
  const PamongRecord *husband = pamong_family_card_head (card);

  ask (rig, wife, "resident.divorce");
  drive_expect (dialog (), pamong_record_text (husband, PAMONG_RESIDENT_NAME)); /* found on the card */
  name = text_of (rig, wife, PAMONG_RESIDENT_NAME);
  words = g_strdup_printf ("%s pindah ke KK baru", name);
  choose (words);
  respond ("1");
  expect_done ();
  g_assert_cmpint (status_of (rig, wife), ==, 3);
  g_assert_cmpint (status_of (rig, husband->uid), ==, 3);
  left = text_of (rig, wife, PAMONG_RESIDENT_FAMILY_UID);
  g_assert_cmpstr (left, !=, home);

  take_back (rig, husband->uid, "Cerai", "Kawin");
  g_assert_cmpint (status_of (rig, wife), ==, 2);
}

static void
test_divorce_alone (Rig *rig, gconstpointer data)
{
  g_autofree char *one = find_member (rig->store, 1, TRUE);
  g_autoptr (PamongRecord) event = NULL;

  ask (rig, one, "resident.divorce");
  drive_type (find_entry (dialog ()), "nobody is called so");
  respond ("1"); /* who was meant is not guessed */
  drive_until (is_open, NULL, "the refusal");
  drive_expect (dialog (), "pilih dari daftar");
  drive_type (find_entry (dialog ()), "");
  respond ("1");
  expect_done ();
  g_assert_cmpint (status_of (rig, one), ==, 3);
  event = last_event (rig, one);
  g_assert_false (pamong_record_is_set (event, PAMONG_EVENT_OTHER_UID));

  take_back (rig, one, "Cerai", "Kawin");
  g_assert_cmpint (status_of (rig, one), ==, 2);
}

static GtkWidget *
find_picker (GtkWidget *widget)
{
  GtkWidget *found = PAMONG_IS_FAMILY_PICKER (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_picker (child);
  return found;
}

static char *
find_child (PamongStore *store, const char *elsewhere)
{
  g_autoptr (GPtrArray) all = pamong_store_all (store, PAMONG_KIND_RESIDENT, NULL);

  for (guint i = 0; i < all->len; i++)
    {
      const PamongRecord *person = g_ptr_array_index (all, i);

      if (pamong_record_int (person, PAMONG_RESIDENT_SHDK) == 4 && g_strcmp0 (pamong_record_text (person, PAMONG_RESIDENT_BIRTH_DATE), "2020") > 0
          && g_strcmp0 (pamong_record_text (person, PAMONG_RESIDENT_FAMILY_UID), elsewhere) != 0)
        return g_strdup (person->uid);
    }
  g_assert_not_reached ();
}

static void
test_adopt (Rig *rig, gconstpointer data)
{
  g_autofree char *adopts = text_of (rig, rig->woman, PAMONG_RESIDENT_FAMILY_UID), *child = find_child (rig->store, adopts), *home = text_of (rig, child, PAMONG_RESIDENT_FAMILY_UID), *now = NULL, *back = NULL;
  g_autofree char *father = text_of (rig, child, PAMONG_RESIDENT_FATHER_NAME), *still = NULL;
  g_autoptr (PamongRecord) event = NULL;

  ask (rig, child, "resident.adopt");
  respond ("1"); /* no family yet */
  drive_until (is_open, NULL, "the refusal");
  pamong_family_picker_choose (PAMONG_FAMILY_PICKER (find_picker (dialog ())), adopts);
  answer (PAMONG_KIND_EVENT, PAMONG_EVENT_DATE, "05-01-2026");
  answer (PAMONG_KIND_EVENT, PAMONG_EVENT_FORM, "F-2.01");
  answer (PAMONG_KIND_EVENT, PAMONG_EVENT_FILED, "06-01-2026");
  respond ("1");
  expect_done ();
  now = text_of (rig, child, PAMONG_RESIDENT_FAMILY_UID);
  g_assert_cmpstr (now, ==, adopts);
  still = text_of (rig, child, PAMONG_RESIDENT_FATHER_NAME);
  g_assert_cmpstr (still, ==, father);
  event = last_event (rig, child);
  g_assert_cmpint (pamong_record_int (event, PAMONG_EVENT_TYPE), ==, PAMONG_EVENT_ADOPTED);
  g_assert_cmpstr (pamong_record_text (event, PAMONG_EVENT_FORM), ==, "F-2.01");

  take_back (rig, child, "Anak diangkat", "kembali menjadi");
  back = text_of (rig, child, PAMONG_RESIDENT_FAMILY_UID);
  g_assert_cmpstr (back, ==, home);
}

/* The whole family, from the page of one of its children. */
static void
test_move (Rig *rig, gconstpointer data)
{
  g_autofree char *home = text_of (rig, rig->woman, PAMONG_RESIDENT_FAMILY_UID);
  g_autoptr (PamongRecord) moved = NULL;

  ask (rig, rig->woman, "resident.move");
  answer (PAMONG_KIND_FAMILY, PAMONG_FAMILY_ADDRESS, "Jl. Melati No. 2");
  respond ("1");
  expect_done ();
  moved = pamong_store_get (rig->store, PAMONG_KIND_FAMILY, home, NULL);
  g_assert_cmpstr (pamong_record_text (moved, PAMONG_FAMILY_ADDRESS), ==, "Jl. Melati No. 2");
}

int
main (int argc, char **argv)
{
  pamong_language_init ();
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  pamong_style_load ();
  g_test_add ("/app/life/nik", Rig, NULL, set_up, test_nik, tear_down);
  g_test_add ("/app/life/undo-needs-reason", Rig, NULL, set_up, test_undo_needs_reason, tear_down);
  g_test_add ("/app/life/marry", Rig, NULL, set_up, test_marry, tear_down);
  g_test_add ("/app/life/divorce-two-cards", Rig, NULL, set_up, test_divorce_two_cards, tear_down);
  g_test_add ("/app/life/divorce-one-card", Rig, NULL, set_up, test_divorce_one_card, tear_down);
  g_test_add ("/app/life/divorce-alone", Rig, NULL, set_up, test_divorce_alone, tear_down);
  g_test_add ("/app/life/adopt", Rig, NULL, set_up, test_adopt, tear_down);
  g_test_add ("/app/life/move", Rig, NULL, set_up, test_move, tear_down);
  return g_test_run ();
}
