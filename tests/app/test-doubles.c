/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/check/check_page.h"
#include "app/check/work_list.h"
#include "app/doubles/merge_window.h"
#include "app/language.h"
#include "app/residents/page.h"
#include "app/style.h"
#include "signed_in.h"
#include "store/search.h"
#include <adwaita.h>
#include <glib/gi18n.h>

/* Mungkin ganda in a real window: a pair is opened, walked with keys, merged, seen gone, taken back; or said to be two people. */

typedef struct {
  char *dir, *left, *right; /* uids: with and without a NIK */
  PamongWindow *window;
} Desk;

/* One man on two cards: once with a NIK, once without, and with another schooling. */
static void
open_desk (Desk *desk)
{
  PamongOffice *office = fixture_office ();
  PamongFamilyCard *cards[] = { fixture_register (office), fixture_single ("3522280101200002", "3522280105700004", "SLAMET RIYADI"), fixture_single ("3522280101200003", NULL, "SLAMET RIYADI") };
  g_autoptr (GError) error = NULL;

  for (guint i = 1; i < G_N_ELEMENTS (cards); i++)
    {
      PamongRecord *person = fixture_member (cards[i], 0);

      pamong_record_set_text (person, PAMONG_RESIDENT_BIRTH_DATE, "1970-05-01");
      pamong_record_set_int (person, PAMONG_RESIDENT_EDUCATION, i == 1 ? 5 : 3);
      if (i == 2)
        pamong_record_set_text (person, PAMONG_RESIDENT_PHONE, "081234567890");
      g_assert_true (pamong_office_register_family (office, cards[i], NULL, &error));
      g_assert_no_error (error);
    }
  desk->left = g_strdup (fixture_member (cards[1], 0)->uid);
  desk->right = g_strdup (fixture_member (cards[2], 0)->uid);
  for (guint i = 0; i < G_N_ELEMENTS (cards); i++)
    pamong_family_card_free (cards[i]);
  desk->dir = g_strdup (pamong_store_dir (pamong_office_store (office)));
  pamong_office_close (office);
  desk->window = signed_in (desk->dir, "Siti Operator", FIXTURE_PASSWORD, "perlu-dicek");
}

static void
close_desk (Desk *desk)
{
  signed_out (desk->window);
  fixture_remove (desk->dir);
  g_free (desk->dir);
  g_free (desk->left);
  g_free (desk->right);
}

static PamongShell *
shell_of (Desk *desk)
{
  return pamong_window_shell (desk->window);
}

static PamongSession *
session_of (Desk *desk)
{
  return pamong_shell_session (shell_of (desk));
}

static PamongWorkList *
view_of (Desk *desk, const char *name)
{
  PamongCheckPage *page;

  g_assert_true (pamong_shell_go (shell_of (desk), "perlu-dicek"));
  page = PAMONG_CHECK_PAGE (pamong_shell_page (shell_of (desk)));
  g_assert_true (pamong_check_page_show_view (page, name));
  return PAMONG_WORK_LIST (pamong_check_page_view (page));
}

static guint
n_rows (PamongWorkList *list)
{
  return g_list_model_get_n_items (pamong_work_list_rows (list));
}

static gboolean
has_pair (gpointer list)
{
  return n_rows (list) == 1;
}

static gboolean
has_none (gpointer list)
{
  return n_rows (list) == 0;
}

static gboolean
all_were_looked_for (gpointer session)
{
  const PamongInspection *latest = pamong_inspect_latest (pamong_session_inspect (session));

  return latest != NULL && latest->doubles_state == PAMONG_DOUBLES_THERE && !pamong_inspect_is_busy (pamong_session_inspect (session));
}

static PamongWorkList *
wait_pair (Desk *desk)
{
  PamongWorkList *list = view_of (desk, "ganda");

  drive_until (has_pair, list, "the pair");
  return list;
}

static GtkWidget *
toplevel (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type) && gtk_widget_get_visible (window))
        return window;
    }
  return NULL;
}

static gboolean
is_comparing (gpointer data)
{
  return toplevel (PAMONG_TYPE_MERGE_WINDOW) != NULL;
}

static gboolean
is_not_comparing (gpointer data)
{
  return toplevel (PAMONG_TYPE_MERGE_WINDOW) == NULL;
}

static gboolean
is_asking (gpointer data)
{
  return toplevel (ADW_TYPE_MESSAGE_DIALOG) != NULL;
}

static void
respond (const char *response)
{
  GtkWidget *now = toplevel (ADW_TYPE_MESSAGE_DIALOG);

  gtk_widget_set_visible (now, FALSE); /* a click on the button closes first and answers then */
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (now), response);
  gtk_window_destroy (GTK_WINDOW (now));
  drive_settle ();
}

/* As Enter on the row does. */
static PamongMergeWindow *
compare (PamongWorkList *list)
{
  g_autoptr (PamongWorkRow) row = g_list_model_get_item (pamong_work_list_rows (list), 0);

  g_signal_emit_by_name (list, "open", row);
  drive_until (is_comparing, NULL, "the comparison");
  gtk_test_widget_wait_for_draw (toplevel (PAMONG_TYPE_MERGE_WINDOW));
  return PAMONG_MERGE_WINDOW (toplevel (PAMONG_TYPE_MERGE_WINDOW));
}

static gboolean
is_chosen (PamongMergeWindow *window, int field, guint side)
{
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (pamong_pair_grid_button (pamong_merge_window_grid (window), field, side)));
}

static void
press (PamongMergeWindow *window, guint key)
{
  g_assert_true (drive_key (gtk_root_get_focus (GTK_ROOT (window)), key, 0));
}

static guint
found_alive (Desk *desk)
{
  guint total = 0;
  g_autoptr (GPtrArray) rows = pamong_search_rows (pamong_session_search (session_of (desk)), "slamet riyadi", NULL, PAMONG_STATUS_ALIVE, 10, &total, NULL);

  return rows->len;
}

static GtkWidget *
field_entry (GtkWidget *widget)
{
  GtkWidget *found = PAMONG_IS_FIELD_ENTRY (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = field_entry (child);
  return found;
}

/* The list says who, where and why; the suggestion keeps whom Dukcapil knows and takes what only the other has. */
static void
test_list (void)
{
  Desk desk;
  PamongWorkList *list;
  PamongMergeWindow *window;
  g_autoptr (PamongWorkRow) row = NULL;
  guint count;

  open_desk (&desk);
  list = wait_pair (&desk);
  row = g_list_model_get_item (pamong_work_list_rows (list), 0);
  g_assert_cmpstr (row->name, ==, "SLAMET RIYADI  –  SLAMET RIYADI");
  g_assert_nonnull (strstr (row->place, "RT 003, 55 th"));
  g_assert_nonnull (strstr (row->message, "yang satu tanpa NIK"));
  g_object_get (list, "count", &count, NULL);
  g_assert_cmpuint (count, ==, 1);
  window = compare (list);
  g_assert_cmpuint (pamong_pair_grid_kept (pamong_merge_window_grid (window)), ==, 0);
  g_assert_true (is_chosen (window, PAMONG_RESIDENT_NIK, 0));
  g_assert_true (is_chosen (window, PAMONG_RESIDENT_PHONE, 1));
  g_assert_null (pamong_pair_grid_button (pamong_merge_window_grid (window), PAMONG_RESIDENT_NAME, 0)); /* the same on both sides: nothing to choose */
  drive_expect (GTK_WIDGET (window), "3522••••••••0004");
  gtk_window_close (GTK_WINDOW (window));
  drive_settle ();
  g_assert_cmpuint (found_alive (&desk), ==, 2);
  close_desk (&desk);
}

/* Up and down go through the rows that differ, left and right choose. */
static void
test_keys (void)
{
  Desk desk;
  PamongMergeWindow *window;
  PamongPairGrid *grid;

  open_desk (&desk);
  window = compare (wait_pair (&desk));
  grid = pamong_merge_window_grid (window);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == pamong_pair_grid_button (grid, -1, 0));
  press (window, GDK_KEY_Right);
  g_assert_cmpuint (pamong_pair_grid_kept (grid), ==, 1);
  g_assert_true (is_chosen (window, PAMONG_RESIDENT_NIK, 0)); /* who stays takes over the number it lacks */
  press (window, GDK_KEY_Left);
  g_assert_cmpuint (pamong_pair_grid_kept (grid), ==, 0);
  press (window, GDK_KEY_Down);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == pamong_pair_grid_button (grid, PAMONG_RESIDENT_NIK, 0));
  for (guint i = 0; i < 20 && gtk_root_get_focus (GTK_ROOT (window)) != pamong_pair_grid_button (grid, PAMONG_RESIDENT_EDUCATION, 0); i++)
    press (window, GDK_KEY_Down);
  press (window, GDK_KEY_Right);
  g_assert_true (is_chosen (window, PAMONG_RESIDENT_EDUCATION, 1));
  press (window, GDK_KEY_Up);
  press (window, GDK_KEY_Down);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == pamong_pair_grid_button (grid, PAMONG_RESIDENT_EDUCATION, 1)); /* the one that is chosen */
  press (window, GDK_KEY_Escape);
  drive_settle ();
  g_assert_true (is_not_comparing (NULL));
  close_desk (&desk);
}

static gboolean
is_offered (gpointer root)
{
  return drive_button (root, "Urungkan penggabungan…") != NULL;
}

static gboolean
is_taken_back (gpointer root)
{
  return drive_shows (root, "Penggabungan dibatalkan");
}

static void
test_merge (void)
{
  Desk desk;
  PamongWorkList *list;
  PamongMergeWindow *window;
  g_autoptr (PamongRecord) kept = NULL;

  open_desk (&desk);
  list = wait_pair (&desk);
  window = compare (list);
  g_assert_true (pamong_pair_grid_choose (pamong_merge_window_grid (window), PAMONG_RESIDENT_EDUCATION, 1));
  g_assert_true (drive_key (gtk_root_get_focus (GTK_ROOT (window)), GDK_KEY_s, GDK_CONTROL_MASK));
  drive_until (is_not_comparing, NULL, "the merge");
  drive_until (has_none, list, "the pair to go");
  kept = pamong_store_get (pamong_session_store (session_of (&desk)), PAMONG_KIND_RESIDENT, desk.left, NULL);
  g_assert_cmpstr (pamong_record_text (kept, PAMONG_RESIDENT_PHONE), ==, "081234567890");
  g_assert_cmpint (pamong_record_int (kept, PAMONG_RESIDENT_EDUCATION), ==, 3);
  g_assert_cmpint (pamong_store_status (pamong_session_store (session_of (&desk)), desk.right), ==, PAMONG_STATUS_VOID);
  g_assert_cmpuint (found_alive (&desk), ==, 1);
  drive_until (is_offered, GTK_WIDGET (list), "the undo");
  drive_click (drive_button (GTK_WIDGET (list), "Urungkan penggabungan…"));
  drive_until (is_asking, NULL, "what undoing will do");
  gtk_test_widget_wait_for_draw (toplevel (ADW_TYPE_MESSAGE_DIALOG));
  pamong_field_entry_set_text (PAMONG_FIELD_ENTRY (field_entry (toplevel (ADW_TYPE_MESSAGE_DIALOG))), "ternyata dua orang");
  respond ("1");
  drive_until (has_pair, list, "the pair to come back");
  drive_until (is_taken_back, GTK_WIDGET (list), "the words");
  g_assert_null (drive_button (GTK_WIDGET (list), "Urungkan penggabungan…"));
  g_assert_cmpuint (found_alive (&desk), ==, 2);
  close_desk (&desk);
}

static void
test_two_people (void)
{
  Desk desk;
  PamongWorkList *list, *reasons;
  PamongMergeWindow *window;
  g_autoptr (PamongWorkRow) row = NULL;

  open_desk (&desk);
  list = wait_pair (&desk);
  window = compare (list);
  drive_click (drive_button (GTK_WIDGET (window), "Bukan orang yang sama…"));
  drive_until (is_asking, NULL, "why");
  gtk_editable_set_text (GTK_EDITABLE (gtk_window_get_focus (GTK_WINDOW (toplevel (ADW_TYPE_MESSAGE_DIALOG)))), "ayah dan anak");
  respond ("1");
  drive_until (is_not_comparing, NULL, "the answer");
  drive_until (has_none, list, "the pair to go");
  g_assert_cmpuint (found_alive (&desk), ==, 2);
  signed_out (desk.window);
  desk.window = signed_in (desk.dir, "Siti Operator", FIXTURE_PASSWORD, "perlu-dicek");
  list = view_of (&desk, "ganda");
  drive_until (all_were_looked_for, session_of (&desk), "another search");
  g_assert_cmpuint (n_rows (list), ==, 0); /* it is not asked again */
  reasons = view_of (&desk, "alasan");
  drive_until (has_pair, reasons, "the reason");
  drive_expect (GTK_WIDGET (reasons), "ayah dan anak");
  row = g_list_model_get_item (pamong_work_list_rows (reasons), 0);
  g_signal_emit_by_name (reasons, "act", row);
  list = view_of (&desk, "ganda"); /* out of sight a list has no rows */
  drive_until (has_pair, list, "the pair to come back");
  close_desk (&desk);
}

static guint
count_letter (GtkWidget *widget, guint key)
{
  guint n = GTK_IS_LABEL (widget) && gtk_label_get_mnemonic_keyval (GTK_LABEL (widget)) == key;

  if (!gtk_widget_get_mapped (widget))
    return 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_letter (child, key);
  return n;
}

/* From the person's page: who looks like them is offered before anything is typed; the record that stays is shown afterwards, with a way back. */
static void
test_from_person (void)
{
  Desk desk;
  PamongMergeWindow *window;
  PamongResidentsPage *page;

  open_desk (&desk);
  wait_pair (&desk);
  g_assert_true (pamong_shell_open (shell_of (&desk), PAMONG_KIND_RESIDENT, desk.right));
  drive_settle ();
  page = PAMONG_RESIDENTS_PAGE (pamong_shell_page (shell_of (&desk)));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "resident.merge", NULL));
  drive_until (is_asking, NULL, "who else");
  respond ("1");
  drive_until (is_comparing, NULL, "the comparison");
  window = PAMONG_MERGE_WINDOW (toplevel (PAMONG_TYPE_MERGE_WINDOW));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  g_assert_cmpuint (pamong_pair_grid_kept (pamong_merge_window_grid (window)), ==, 1); /* the other one has the NIK */
  drive_click (drive_button (GTK_WIDGET (window), "Gabungkan"));
  drive_until (is_not_comparing, NULL, "the merge");
  drive_until (is_offered, GTK_WIDGET (page), "the undo");
  g_assert_cmpstr (pamong_resident_detail_person (pamong_residents_page_detail (page))->resident->uid, ==, desk.left);
  g_assert_cmpuint (count_letter (signed_in_content (desk.window), GDK_KEY_e), ==, 1); /* the undo is a letter away */
  close_desk (&desk);
}

static void
collect_letter (GtkWidget *widget, GHashTable *seen)
{
  guint key = GTK_IS_LABEL (widget) ? gtk_label_get_mnemonic_keyval (GTK_LABEL (widget)) : GDK_KEY_VoidSymbol;

  if (!gtk_widget_get_mapped (widget))
    return;
  if (key != GDK_KEY_VoidSymbol)
    {
      g_test_message ("Alt+%s: %s", gdk_keyval_name (key), gtk_label_get_label (GTK_LABEL (widget)));
      g_assert_true (g_hash_table_add (seen, GUINT_TO_POINTER (key)));
    }
  if (GTK_IS_CHECK_BUTTON (widget) || GTK_IS_ENTRY (widget))
    g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL) || gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect_letter (child, seen);
}

static void
test_letters (void)
{
  Desk desk;
  PamongMergeWindow *window;
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  open_desk (&desk);
  window = compare (wait_pair (&desk));
  collect_letter (GTK_WIDGET (window), seen);
  g_assert_cmpuint (g_hash_table_size (seen), >=, 8);
  gtk_window_close (GTK_WINDOW (window));
  close_desk (&desk);
}

int
main (int argc, char **argv)
{
  pamong_language_init ();
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  pamong_style_load ();
  g_test_add_func ("/doubles/list", test_list);
  g_test_add_func ("/doubles/keys", test_keys);
  g_test_add_func ("/doubles/merge", test_merge);
  g_test_add_func ("/doubles/two-people", test_two_people);
  g_test_add_func ("/doubles/from-person", test_from_person);
  g_test_add_func ("/doubles/letters", test_letters);
  return g_test_run ();
}
