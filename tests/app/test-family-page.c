/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/family/family_page.h"
#include "app/family/finding_strip.h"
#include "app/family/sheet.h"
#include "app/style.h"
#include "app/widgets/field_entry.h"
#include "domain/clock.h"
#include "office/desk.h"
#include "drive.h"
#include "family_fixture.h"
#include "people.h"
#include <adwaita.h>

static void
test_series (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  g_autoptr (PamongRecord) family = NULL;
  g_autoptr (PamongFamilyCard) card = NULL;
  const PamongRecord *member;

  g_assert_true (has_focus (f, cell (f, PAMONG_KIND_FAMILY, PAMONG_FAMILY_KK_NUMBER, 0)));
  enter_all (f, card_fields);
  enter_all (f, head);
  g_assert_true (has_focus (f, cell (f, PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_NAME, 1))); /* a row opened by itself */
  enter_all (f, wife);
  enter_all (f, child);
  g_assert_null (pamong_finding_strip_finding (strip (f)));
  act (f, "card.save");

  family = pamong_store_family (pamong_session_store (f->session), "3522281404190118", NULL);
  g_assert_nonnull (family);
  g_assert_cmpstr (pamong_record_text (family, PAMONG_FAMILY_RT), ==, "003");
  card = pamong_store_card (pamong_session_store (f->session), family->uid, NULL);
  g_assert_cmpuint (card->members->len, ==, 3);
  member = g_ptr_array_index (card->members, 1);
  g_assert_cmpstr (pamong_record_text (member, PAMONG_RESIDENT_NAME), ==, "SITI AMINAH");
  g_assert_cmpstr (pamong_record_text (member, PAMONG_RESIDENT_BIRTH_DATE), ==, "1978-09-17"); /* from the NIK, taken with Enter */
  g_assert_cmpint (pamong_record_int (member, PAMONG_RESIDENT_SEX), ==, 2);
  g_assert_cmpint (pamong_record_int (member, PAMONG_RESIDENT_SHDK), ==, 3);
  g_assert_cmpint (pamong_record_int (member, PAMONG_RESIDENT_OCCUPATION), ==, 2);
  g_assert_cmpstr (pamong_record_text (member, PAMONG_RESIDENT_MARRIAGE_DATE), ==, "2001-05-04");
  member = g_ptr_array_index (card->members, 2);
  g_assert_cmpint (pamong_record_int (member, PAMONG_RESIDENT_SHDK), ==, 4);
  g_assert_cmpint (pamong_record_int (member, PAMONG_RESIDENT_MARITAL_STATUS), ==, 1);
  g_assert_cmpstr (pamong_record_text (member, PAMONG_RESIDENT_FATHER_NAME), ==, "SUTRISNO");
  g_assert_cmpstr (pamong_record_text (member, PAMONG_RESIDENT_MOTHER_NAME), ==, "SITI AMINAH");

  /* The next empty card is ready, and what it shares with this one comes with one key. */
  g_assert_true (has_focus (f, cell (f, PAMONG_KIND_FAMILY, PAMONG_FAMILY_KK_NUMBER, 0)));
  g_assert_cmpstr (text_of (f, PAMONG_RESIDENT_NAME, 0), ==, "");
  act (f, "card.copy");
  g_assert_cmpstr (pamong_field_entry_text (cell (f, PAMONG_KIND_FAMILY, PAMONG_FAMILY_DUSUN, 0)), ==, "Clebung");
  g_assert_cmpstr (pamong_field_entry_text (cell (f, PAMONG_KIND_FAMILY, PAMONG_FAMILY_RW, 0)), ==, "001");
  g_assert_cmpstr (pamong_field_entry_text (cell (f, PAMONG_KIND_FAMILY, PAMONG_FAMILY_ADDRESS, 0)), ==, "");
  g_assert_cmpstr (text_of (f, PAMONG_RESIDENT_RELIGION, 0), ==, "1 Islam");
}

static void
test_draft (void)
{
  g_autoptr (Fixture) f = fixture_new ();

  enter_all (f, card_fields);
  enter_all (f, head);
  enter (f, "siti aminah");
  close_page (f);
  open_page (f);
  g_assert_cmpstr (text_of (f, PAMONG_RESIDENT_NAME, 0), ==, "SUTRISNO");
  g_assert_cmpstr (text_of (f, PAMONG_RESIDENT_OCCUPATION, 0), ==, "9 Petani");
  g_assert_cmpstr (text_of (f, PAMONG_RESIDENT_NAME, 1), ==, "SITI AMINAH");
  g_assert_true (has_focus (f, cell (f, PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_NIK, 1))); /* where typing stopped */
  g_assert_true (pamong_card_view_is_touched (view (f)));
  act (f, "card.save");
  close_page (f);
  open_page (f);
  g_assert_cmpstr (text_of (f, PAMONG_RESIDENT_NAME, 0), ==, ""); /* saved: no draft is left */
}

/* What no record can hold comes back, too: a text that means nothing, and the papers of a number that is awaited. */
static void
test_draft_typed (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  int skip = 0, again = 0;
  GtkWidget *waiting = find (f->page, GTK_TYPE_CHECK_BUTTON, &skip);
  PamongFieldEntry *date;

  enter_all (f, card_fields);
  enter (f, "sutrisno");
  date = cell (f, PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_BIRTH_DATE, 0);
  gtk_widget_grab_focus (GTK_WIDGET (date));
  enter (f, "31-02-1990");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (waiting), TRUE);
  settle ();
  enter (f, "F-1.02");
  enter (f, "01-03-2026");
  close_page (f);
  open_page (f);
  date = cell (f, PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_BIRTH_DATE, 0);
  g_assert_cmpstr (pamong_field_entry_text (date), ==, "31-02-1990");
  g_assert_nonnull (pamong_field_entry_complaint (date));
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (find (f->page, GTK_TYPE_CHECK_BUTTON, &again))));
  g_assert_cmpstr (pamong_field_entry_text (cell (f, PAMONG_KIND_EVENT, PAMONG_EVENT_FILED, 0)), ==, "01-03-2026");
  act (f, "card.save");
  g_assert_cmpstr (pamong_finding_strip_finding (strip (f))->rule, ==, "form.text"); /* it still refuses */
}

/* Alt+B knows the card saved before the program was started. */
static void
test_copy_after_restart (void)
{
  g_autoptr (Fixture) f = fixture_new ();

  enter_all (f, card_fields);
  enter_all (f, head);
  act (f, "card.save");
  close_page (f);
  open_page (f);
  act (f, "card.copy");
  g_assert_cmpstr (pamong_field_entry_text (cell (f, PAMONG_KIND_FAMILY, PAMONG_FAMILY_DUSUN, 0)), ==, "Clebung");
  g_assert_cmpstr (text_of (f, PAMONG_RESIDENT_RELIGION, 0), ==, "1 Islam");
}

static void
test_refusal (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  PamongFieldEntry *date;

  enter_all (f, card_fields);
  enter (f, "sutrisno");
  enter (f, "3522281404190118"); /* the number of the card as NIK */
  enter (f, "L");
  enter (f, "Bojonegoro");
  enter (f, "12081976");
  act (f, "card.save");
  g_assert_nonnull (pamong_finding_strip_finding (strip (f)));
  g_assert_cmpint (pamong_finding_strip_finding (strip (f))->severity, ==, PAMONG_SEVERITY_BLOCK);
  g_assert_cmpstr (text_of (f, PAMONG_RESIDENT_NAME, 0), ==, "SUTRISNO"); /* nothing typed is lost */
  g_assert_null (pamong_store_family (pamong_session_store (f->session), "3522281404190118", NULL));

  /* A text that means nothing is told apart from the rules, and the cell has the focus. */
  date = cell (f, PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_BIRTH_DATE, 0);
  gtk_widget_grab_focus (GTK_WIDGET (date));
  enter (f, "31-02-1990");
  g_assert_false (has_focus (f, date));
  act (f, "card.save");
  g_assert_true (has_focus (f, date));
  g_assert_cmpstr (pamong_finding_strip_finding (strip (f))->rule, ==, "form.text");
  g_assert_cmpstr (pamong_field_entry_text (date), ==, "31-02-1990");
}

static void
test_remedy (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  PamongFieldEntry *date;

  enter_all (f, card_fields);
  enter (f, "rizky maulana");
  enter (f, "3522281205110003");
  enter (f, "L");
  enter (f, "Bojonegoro");
  enter (f, "21052011");
  g_assert_nonnull (pamong_finding_strip_finding (strip (f)));
  g_assert_cmpint (pamong_finding_strip_finding (strip (f))->severity, ==, PAMONG_SEVERITY_WARN);
  date = cell (f, PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_BIRTH_DATE, 0);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (date), "warning"));
  g_signal_emit_by_name (strip (f), "take");
  wait_for_desk (f);
  g_assert_cmpstr (pamong_field_entry_text (date), ==, "12-05-2011");
  g_assert_null (pamong_finding_strip_finding (strip (f)));
  gtk_widget_grab_focus (GTK_WIDGET (date));
  enter (f, "21052011");
  g_assert_nonnull (pamong_finding_strip_finding (strip (f)));
  g_signal_emit_by_name (strip (f), "accept"); /* a warning that was read */
  wait_for_desk (f);
  g_assert_null (pamong_finding_strip_finding (strip (f)));
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (date), "warning"));
}

static void
test_mend (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  g_autoptr (PamongRecord) family = NULL;
  g_autoptr (PamongFamilyCard) card = NULL;
  g_autofree char *title = NULL;

  enter_all (f, card_fields);
  enter_all (f, head);
  act (f, "card.save");
  family = pamong_store_family (pamong_session_store (f->session), "3522281404190118", NULL);
  g_assert_true (pamong_page_open (PAMONG_PAGE (f->page), PAMONG_KIND_FAMILY, family->uid));
  wait_for_desk (f);
  title = pamong_card_view_title (view (f));
  g_assert_true (g_str_has_suffix (title, "SUTRISNO"));
  gtk_widget_grab_focus (GTK_WIDGET (cell (f, PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_OCCUPATION, 0)));
  enter (f, "88");
  gtk_widget_grab_focus (GTK_WIDGET (cell (f, PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_NAME, 1)));
  enter_all (f, wife);
  act (f, "card.save");
  card = pamong_store_card (pamong_session_store (f->session), family->uid, NULL);
  g_assert_cmpuint (card->members->len, ==, 2);
  g_assert_cmpint (pamong_record_int (g_ptr_array_index (card->members, 0), PAMONG_RESIDENT_OCCUPATION), ==, 88);
  g_assert_cmpstr (pamong_card_view_uid (view (f)), ==, family->uid); /* it stays open */
}

static void
test_waiting (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  g_autoptr (GPtrArray) waiting = NULL;
  const PamongRecord *event;
  int skip = 0;
  GtkWidget *check = find (f->page, GTK_TYPE_CHECK_BUTTON, &skip);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  settle ();
  enter (f, "F-1.01");
  enter (f, "05-03-2026");
  g_assert_true (has_focus (f, cell (f, PAMONG_KIND_FAMILY, PAMONG_FAMILY_ADDRESS, 0)));
  enter_all (f, card_fields + 1);
  enter_all (f, head);
  act (f, "card.save");
  waiting = pamong_store_waiting (pamong_session_store (f->session), NULL);
  g_assert_cmpuint (waiting->len, ==, 1);
  event = g_ptr_array_index (waiting, 0);
  g_assert_cmpstr (pamong_record_text (event, PAMONG_EVENT_FORM), ==, "F-1.01");
  g_assert_cmpstr (pamong_record_text (event, PAMONG_EVENT_FILED), ==, "2026-03-05");
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
answer (Fixture *f, PamongKind kind, int field, const char *text)
{
  GtkWidget *page = f->page;
  PamongFieldEntry *entry;

  f->page = dialog ();
  entry = cell (f, kind, field, 0);
  f->page = page;
  g_assert_nonnull (entry);
  pamong_field_entry_set_text (entry, text);
}

static void
respond (Fixture *f, const char *response)
{
  GtkWidget *now = dialog ();

  g_assert_nonnull (now);
  gtk_widget_set_visible (now, FALSE); /* a click on the button closes first and answers then */
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (now), response);
  gtk_window_destroy (GTK_WINDOW (now));
  wait_for_desk (f);
}

static GtkWidget *
member_button (int index)
{
  int skip = index;

  return find (dialog (), GTK_TYPE_CHECK_BUTTON, &skip);
}

static char *
register_family (Fixture *f)
{
  g_autoptr (PamongRecord) family = NULL;

  enter_all (f, card_fields);
  enter_all (f, head);
  enter_all (f, wife);
  enter_all (f, child);
  act (f, "card.save");
  family = pamong_store_family (pamong_session_store (f->session), card_fields[0], NULL);
  g_assert_nonnull (family);
  g_assert_true (pamong_page_open (PAMONG_PAGE (f->page), PAMONG_KIND_FAMILY, family->uid));
  wait_for_desk (f);
  return g_strdup (family->uid);
}

static void
test_move (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  g_autofree char *uid = register_family (f);
  g_autoptr (PamongRecord) family = NULL;

  act (f, "family.move");
  answer (f, PAMONG_KIND_FAMILY, PAMONG_FAMILY_ADDRESS, "Jl. Melati No. 2");
  answer (f, PAMONG_KIND_FAMILY, PAMONG_FAMILY_RT, "7");
  respond (f, "1");
  g_assert_null (dialog ());
  family = pamong_store_get (pamong_session_store (f->session), PAMONG_KIND_FAMILY, uid, NULL);
  g_assert_cmpstr (pamong_record_text (family, PAMONG_FAMILY_ADDRESS), ==, "Jl. Melati No. 2");
  g_assert_cmpstr (pamong_record_text (family, PAMONG_FAMILY_RT), ==, "007");
  g_assert_cmpstr (pamong_record_text (family, PAMONG_FAMILY_DUSUN), ==, "Clebung");
  g_assert_cmpstr (pamong_field_entry_text (cell (f, PAMONG_KIND_FAMILY, PAMONG_FAMILY_RT, 0)), ==, "007"); /* the card follows */
}

/* Acts that can be taken back stand under the button; @n of them. */
static char *
undoable (Fixture *f, guint n)
{
  g_autoptr (GPtrArray) events = pamong_store_noted (pamong_session_store (f->session), pamong_card_view_uid (view (f)), NULL);
  GtkWidget *button = gtk_widget_get_ancestor (drive_label (f->page, "Take back"), GTK_TYPE_MENU_BUTTON);

  g_assert_cmpint (g_menu_model_get_n_items (gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (button))), ==, (int) n);
  g_assert_cmpuint (events->len, ==, n);
  return g_strdup (((PamongRecord *) g_ptr_array_index (events, 0))->uid);
}

static void
take_back (Fixture *f, const char *event, const char *told)
{
  g_assert_true (gtk_widget_activate_action (f->page, "family.undo", "s", event));
  drive_settle ();
  drive_expect (dialog (), told);
  answer (f, PAMONG_KIND_EVENT, PAMONG_EVENT_REASON, "salah catat");
  respond (f, "1");
  if (dialog () != NULL)
    drive_expect (dialog (), "done"); /* says in which words it was refused */
  drive_settle ();
}

static void
test_undo (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  g_autofree char *uid = register_family (f), *moved = NULL, *split = NULL;
  g_autoptr (GPtrArray) waiting = NULL, left = NULL;
  g_autoptr (PamongFamilyCard) card = NULL;

  g_assert_false (drive_shows (f->page, "Take back")); /* nothing to take back yet */
  act (f, "family.move");
  answer (f, PAMONG_KIND_FAMILY, PAMONG_FAMILY_RT, "7");
  answer (f, PAMONG_KIND_EVENT, PAMONG_EVENT_DATE, "01-03-2026");
  respond (f, "1");
  act (f, "family.split");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (member_button (5)), TRUE); /* the child leads the new card */
  answer (f, PAMONG_KIND_EVENT, PAMONG_EVENT_FILED, "09-03-2026");
  respond (f, "1");
  waiting = pamong_store_waiting (pamong_session_store (f->session), NULL);
  g_assert_cmpuint (waiting->len, ==, 1);

  /* From the card that was made: it is left empty, and the one they came from stands here again. */
  g_assert_true (pamong_page_open (PAMONG_PAGE (f->page), PAMONG_KIND_FAMILY, pamong_record_text (g_ptr_array_index (waiting, 0), PAMONG_EVENT_FAMILY_UID)));
  wait_for_desk (f);
  split = undoable (f, 1);
  take_back (f, split, "left empty");
  g_assert_cmpstr (pamong_card_view_uid (view (f)), ==, uid);
  card = pamong_store_card (pamong_session_store (f->session), uid, NULL);
  g_assert_cmpuint (card->members->len, ==, 3);
  left = pamong_store_waiting (pamong_session_store (f->session), NULL);
  g_assert_cmpuint (left->len, ==, 0);

  moved = undoable (f, 1);
  enter (f, "3522281404190119"); /* what is typed is not lost */
  g_assert_true (gtk_widget_activate_action (f->page, "family.undo", "s", moved));
  g_assert_null (dialog ());
  act (f, "card.cancel");
  respond (f, "1");
  take_back (f, moved, "003");
  g_assert_cmpstr (pamong_field_entry_text (cell (f, PAMONG_KIND_FAMILY, PAMONG_FAMILY_RT, 0)), ==, "003");
  g_assert_false (drive_shows (f->page, "Take back"));
}

static void
test_split_and_issued (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  g_autofree char *uid = register_family (f), *new_uid = NULL;
  g_autoptr (GPtrArray) waiting = NULL, left = NULL;
  g_autoptr (PamongFamilyCard) card = NULL;
  g_autoptr (PamongRecord) family = NULL;

  act (f, "family.split");
  g_assert_false (gtk_widget_get_sensitive (member_button (0))); /* the head stays */
  gtk_check_button_set_active (GTK_CHECK_BUTTON (member_button (4)), TRUE); /* the child: tick */
  gtk_check_button_set_active (GTK_CHECK_BUTTON (member_button (5)), TRUE); /* and leads the new card */
  answer (f, PAMONG_KIND_EVENT, PAMONG_EVENT_FORM, "F-1.02");
  answer (f, PAMONG_KIND_EVENT, PAMONG_EVENT_FILED, "09-03-2026");
  respond (f, "1");
  g_assert_null (dialog ());
  card = pamong_store_card (pamong_session_store (f->session), uid, NULL);
  g_assert_cmpuint (card->members->len, ==, 2);
  waiting = pamong_store_waiting (pamong_session_store (f->session), NULL);
  g_assert_cmpuint (waiting->len, ==, 1);
  new_uid = g_strdup (pamong_record_text (g_ptr_array_index (waiting, 0), PAMONG_EVENT_FAMILY_UID));
  g_assert_cmpstr (new_uid, !=, uid);

  /* The number comes: a wrong one is refused with the form as it was, then it is mended. */
  g_assert_true (pamong_page_open (PAMONG_PAGE (f->page), PAMONG_KIND_FAMILY, new_uid));
  wait_for_desk (f);
  act (f, "family.issued");
  answer (f, PAMONG_KIND_FAMILY, PAMONG_FAMILY_KK_NUMBER, "123");
  respond (f, "1");
  g_assert_nonnull (dialog ());
  answer (f, PAMONG_KIND_FAMILY, PAMONG_FAMILY_KK_NUMBER, "3522280903260004");
  respond (f, "1");
  g_assert_null (dialog ());
  family = pamong_store_get (pamong_session_store (f->session), PAMONG_KIND_FAMILY, new_uid, NULL);
  g_assert_cmpstr (pamong_record_text (family, PAMONG_FAMILY_KK_NUMBER), ==, "3522280903260004");
  left = pamong_store_waiting (pamong_session_store (f->session), NULL);
  g_assert_cmpuint (left->len, ==, 0);
}

static void
test_head (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  g_autofree char *uid = register_family (f);
  g_autoptr (PamongFamilyCard) card = NULL;

  act (f, "family.head");
  respond (f, "1"); /* nobody chosen yet */
  g_assert_nonnull (dialog ());
  gtk_check_button_set_active (GTK_CHECK_BUTTON (member_button (1)), TRUE);
  answer (f, PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_SHDK, "2");
  respond (f, "1");
  g_assert_null (dialog ());
  card = pamong_store_card (pamong_session_store (f->session), uid, NULL);
  g_assert_cmpstr (pamong_record_text (pamong_family_card_head (card), PAMONG_RESIDENT_NAME), ==, "SITI AMINAH");
}

static void
test_district_reads (void)
{
  g_autoptr (Fixture) f = fixture_new_at (PAMONG_LEVEL_DISTRICT, "35.22.28");
  g_autoptr (GPtrArray) families = pamong_store_all (pamong_session_store (f->session), PAMONG_KIND_FAMILY, NULL);
  const PamongRecord *family = g_ptr_array_index (families, 0);

  g_assert_true (pamong_page_open (PAMONG_PAGE (f->page), PAMONG_KIND_FAMILY, family->uid));
  wait_for_desk (f);
  g_assert_cmpstr (text_of (f, PAMONG_RESIDENT_NAME, 0), !=, "");
  g_assert_false (gtk_editable_get_editable (pamong_field_entry_editable (cell (f, PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_NAME, 0))));
  act (f, "card.save");
  g_assert_false (pamong_card_view_is_touched (view (f)));
}

/* A key as the sheet's own controllers get it. */
static gboolean
press (Fixture *f, guint key, GdkModifierType state)
{
  int skip = 0;
  GtkWidget *sheet = find (f->page, PAMONG_TYPE_FAMILY_SHEET, &skip);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (sheet);
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, state, &handled);
    }
  wait_for_desk (f);
  return handled;
}

static void
test_rows_and_keys (void)
{
  g_autoptr (Fixture) f = fixture_new ();

  enter_all (f, card_fields);
  enter_all (f, head);
  enter_all (f, wife);
  g_assert_true (has_focus (f, cell (f, PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_NAME, 2)));
  g_assert_true (press (f, GDK_KEY_Up, 0));
  g_assert_true (has_focus (f, cell (f, PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_NAME, 1)));
  g_assert_true (press (f, GDK_KEY_Tab, 0));
  g_assert_true (has_focus (f, cell (f, PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_NIK, 1)));
  g_assert_true (press (f, GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK));
  g_assert_true (press (f, GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK));
  g_assert_true (has_focus (f, cell (f, PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_MOTHER_NAME, 0)));
  g_assert_true (press (f, GDK_KEY_Down, 0));
  g_assert_true (press (f, GDK_KEY_Delete, GDK_CONTROL_MASK)); /* the wife's row */
  g_assert_cmpstr (text_of (f, PAMONG_RESIDENT_NAME, 0), ==, "SUTRISNO");
  g_assert_cmpstr (text_of (f, PAMONG_RESIDENT_NAME, 1), ==, "");
  g_assert_null (cell (f, PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_NAME, 2));
  g_assert_true (has_focus (f, cell (f, PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_NAME, 1)));
  act (f, "card.save");

  /* Who is in the register is not deleted like a slip of the pen. */
  {
    g_autoptr (PamongRecord) family = pamong_store_family (pamong_session_store (f->session), card_fields[0], NULL);

    g_assert_true (pamong_page_open (PAMONG_PAGE (f->page), PAMONG_KIND_FAMILY, family->uid));
  }
  gtk_widget_grab_focus (GTK_WIDGET (cell (f, PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_NAME, 0)));
  g_assert_true (press (f, GDK_KEY_Delete, GDK_CONTROL_MASK));
  g_assert_cmpstr (text_of (f, PAMONG_RESIDENT_NAME, 0), ==, "SUTRISNO");
}

static void
test_many (void)
{
  g_autoptr (Fixture) f = fixture_new ();

  enter_all (f, card_fields);
  enter_all (f, head);
  for (int i = 1; i < 15; i++)
    {
      g_autofree char *name = g_strdup_printf ("anak %c", 'a' + i);

      enter (f, name);
      gtk_widget_grab_focus (GTK_WIDGET (cell (f, PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_NAME, i + 1)));
      settle ();
    }
  g_assert_nonnull (cell (f, PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_NAME, 15));
  enter (f, ""); /* no more people: on to the button */
  g_assert_true (GTK_IS_BUTTON (gtk_root_get_focus (GTK_ROOT (f->window))));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  pamong_style_load ();
  g_test_add_func ("/family-page/series", test_series);
  g_test_add_func ("/family-page/draft", test_draft);
  g_test_add_func ("/family-page/draft-typed", test_draft_typed);
  g_test_add_func ("/family-page/copy-after-restart", test_copy_after_restart);
  g_test_add_func ("/family-page/refusal", test_refusal);
  g_test_add_func ("/family-page/remedy", test_remedy);
  g_test_add_func ("/family-page/mend", test_mend);
  g_test_add_func ("/family-page/waiting", test_waiting);
  g_test_add_func ("/family-page/move", test_move);
  g_test_add_func ("/family-page/undo", test_undo);
  g_test_add_func ("/family-page/split-and-issued", test_split_and_issued);
  g_test_add_func ("/family-page/head", test_head);
  g_test_add_func ("/family-page/district-reads", test_district_reads);
  g_test_add_func ("/family-page/rows-and-keys", test_rows_and_keys);
  g_test_add_func ("/family-page/many", test_many);
  return g_test_run ();
}
