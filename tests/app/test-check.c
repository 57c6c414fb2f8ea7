/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/check/check_page.h"
#include "app/check/work_list.h"
#include "app/language.h"
#include "app/residents/page.h"
#include "app/style.h"
#include "signed_in.h"
#include "store/write.h"

/* Perlu dicek in a real window: a finding opens its field and goes when it is mended; a reason is withdrawn; a document comes. */

typedef struct {
  char *dir;
  PamongFamilyCard *card, *waived, *waiting;
  PamongWindow *window;
} Desk;

static void
register_with (PamongOffice *office, PamongFamilyCard *card, const char *rule)
{
  PamongAccept given = { rule, "sesuai KTP" };
  g_autoptr (GError) error = NULL;

  pamong_office_accept (office, &given, rule != NULL ? 1 : 0);
  g_assert_true (pamong_office_register_family (office, card, NULL, &error));
  g_assert_no_error (error);
}

/* As it comes from lists that know of the KTP-el: nobody has one yet. */
static void
record_without_ktp (PamongOffice *office, const PamongFamilyCard *card)
{
  for (guint i = 0; i < card->members->len; i++)
    {
      g_autoptr (PamongRecord) resident = pamong_store_get (pamong_office_store (office), PAMONG_KIND_RESIDENT, ((PamongRecord *) card->members->pdata[i])->uid, NULL);

      pamong_record_set_int (resident, PAMONG_RESIDENT_EKTP, 1);
      g_assert_true (pamong_office_correct_resident (office, resident, NULL, NULL));
    }
}

static void
open_desk (Desk *desk)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (PamongRecord) child = NULL;

  desk->card = fixture_register (office);
  desk->waived = fixture_single ("3522280101200002", "3522280101700000", "SARMIN HADI");
  register_with (office, desk->waived, "nik-serial");
  desk->waiting = fixture_single (NULL, "3522280101700007", "WAGIMIN HADI");
  register_with (office, desk->waiting, NULL);
  child = pamong_record_copy (fixture_member (desk->card, 2));
  pamong_record_clear (child, PAMONG_RESIDENT_RELIGION);
  g_assert_true (pamong_office_correct_resident (office, child, NULL, NULL));
  record_without_ktp (office, desk->card);
  record_without_ktp (office, desk->waived);
  record_without_ktp (office, desk->waiting);
  desk->dir = g_strdup (pamong_store_dir (pamong_office_store (office)));
  pamong_office_close (office);
  desk->window = signed_in (desk->dir, "Siti Operator", FIXTURE_PASSWORD, "perlu-dicek");
}

static void
close_desk (Desk *desk)
{
  signed_out (desk->window);
  fixture_remove (desk->dir);
  pamong_family_card_free (desk->card);
  pamong_family_card_free (desk->waived);
  pamong_family_card_free (desk->waiting);
  g_free (desk->dir);
}

static PamongShell *
shell_of (Desk *desk)
{
  return pamong_window_shell (desk->window);
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

static gboolean
is_looked_through (gpointer session)
{
  return !pamong_inspect_is_busy (pamong_session_inspect (session));
}

static void
wait_rules (Desk *desk)
{
  drive_until (is_looked_through, pamong_shell_session (shell_of (desk)), "the rules");
}

static void
test_finding_to_field (void)
{
  Desk desk;
  PamongWorkList *list;
  PamongResidentsPage *residents;
  PamongForm *form;
  g_autoptr (PamongWorkRow) row = NULL;

  open_desk (&desk);
  wait_rules (&desk);
  list = view_of (&desk, "temuan");
  g_assert_true (pamong_work_list_choose (list, "field-missing"));
  g_assert_cmpuint (g_list_model_get_n_items (pamong_work_list_rows (list)), ==, 1);
  row = g_list_model_get_item (pamong_work_list_rows (list), 0);
  g_assert_cmpstr (row->name, ==, "BUDI SANTOSO");
  g_assert_cmpstr (row->place, ==, "RT 003");
  g_signal_emit_by_name (list, "open", row);
  drive_settle ();
  g_assert_cmpstr (pamong_shell_page_name (shell_of (&desk)), ==, "penduduk");
  residents = PAMONG_RESIDENTS_PAGE (pamong_shell_page (shell_of (&desk)));
  g_assert_nonnull (pamong_residents_page_form (residents));
  form = pamong_resident_form_fields (pamong_residents_page_form (residents));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (desk.window)), GTK_WIDGET (pamong_form_entry (form, PAMONG_RESIDENT_RELIGION))));
  pamong_field_entry_set_text (pamong_form_entry (form, PAMONG_RESIDENT_RELIGION), "1");
  pamong_resident_form_save (pamong_residents_page_form (residents));
  drive_settle ();
  wait_rules (&desk);
  g_assert_false (pamong_work_list_choose (view_of (&desk, "temuan"), "field-missing"));
  close_desk (&desk);
}

static gboolean
speaks_again (gpointer list)
{
  return pamong_work_list_choose (list, "nik-serial");
}

static void
test_withdraw (void)
{
  Desk desk;
  PamongWorkList *list, *findings;
  g_autoptr (PamongWorkRow) row = NULL;

  open_desk (&desk);
  wait_rules (&desk);
  findings = view_of (&desk, "temuan");
  g_assert_false (pamong_work_list_choose (findings, "nik-serial"));
  list = view_of (&desk, "alasan");
  g_assert_cmpuint (g_list_model_get_n_items (pamong_work_list_rows (list)), ==, 1);
  drive_expect (GTK_WIDGET (list), "sesuai KTP");
  row = g_list_model_get_item (pamong_work_list_rows (list), 0);
  g_signal_emit_by_name (list, "act", row);
  drive_until (speaks_again, findings, "the rule to speak again");
  g_assert_cmpuint (g_list_model_get_n_items (pamong_work_list_rows (list)), ==, 0);
  close_desk (&desk);
}

static void
test_waiting (void)
{
  Desk desk;
  PamongWorkList *list;
  guint count;
  g_autoptr (PamongWorkRow) row = NULL;

  open_desk (&desk);
  list = view_of (&desk, "dukcapil");
  g_assert_true (pamong_work_list_choose (list, "filed"));
  g_assert_cmpuint (g_list_model_get_n_items (pamong_work_list_rows (list)), ==, 1);
  row = g_list_model_get_item (pamong_work_list_rows (list), 0);
  g_assert_cmpstr (row->name, ==, "WAGIMIN HADI");
  g_assert_cmpstr (row->key, ==, desk.waiting->family->uid);
  g_assert_true (pamong_work_list_choose (list, "no-ktp"));
  g_assert_cmpuint (g_list_model_get_n_items (pamong_work_list_rows (list)), ==, 4); /* the child is not yet 17 */
  g_object_get (list, "count", &count, NULL);
  g_assert_cmpuint (count, ==, 1); /* the lists that stand are no work of today: the figure is Beranda's */
  g_assert_true (pamong_work_list_choose (list, "no-nik"));
  g_assert_cmpuint (g_list_model_get_n_items (pamong_work_list_rows (list)), ==, 0);
  drive_expect (GTK_WIDGET (list), "Daftar ini kosong.");
  close_desk (&desk);
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
is_asking (gpointer data)
{
  return dialog () != NULL;
}

static GtkWidget *
field_entry (GtkWidget *widget)
{
  GtkWidget *found = PAMONG_IS_FIELD_ENTRY (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = field_entry (child);
  return found;
}

static void
answer (const char *response)
{
  GtkWidget *now = dialog ();

  gtk_widget_set_visible (now, FALSE); /* a click on the button closes first and answers then */
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (now), response);
  gtk_window_destroy (GTK_WINDOW (now));
  drive_settle ();
}

static gboolean
is_empty (gpointer list)
{
  return g_list_model_get_n_items (pamong_work_list_rows (list)) == 0;
}

/* The regency filled in all of one card and one of another. */
static void
open_filled_in (Desk *desk)
{
  PamongOffice *office;
  g_autoptr (GError) error = NULL;

  open_desk (desk);
  signed_out (desk->window);
  office = pamong_office_open (desk->dir, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 4; i++)
    {
      const char *uid = i < 3 ? fixture_member (desk->card, i)->uid : fixture_member (desk->waived, 0)->uid;
      g_autoptr (PamongRecord) resident = pamong_store_get (pamong_office_store (office), PAMONG_KIND_RESIDENT, uid, NULL);

      pamong_record_set_text (resident, PAMONG_RESIDENT_BATCH_UID, "MLcvmCzISTO6Mlul04x7_A");
      fixture_arrive (office, resident, "inject MLcvmCzISTO6Mlul04x7_A");
    }
  pamong_office_close (office);
  desk->window = signed_in (desk->dir, "Siti Operator", FIXTURE_PASSWORD, "perlu-dicek");
}

static gboolean
is_fewer (gpointer data)
{
  gpointer *told = data;

  return g_list_model_get_n_items (pamong_work_list_rows (told[0])) == GPOINTER_TO_UINT (told[1]);
}

static void
wait_left (PamongWorkList *list, guint n)
{
  gpointer told[] = { list, GUINT_TO_POINTER (n) };

  drive_until (is_fewer, told, "those who wait to be fewer");
}

static gboolean
is_confirmed (gpointer list)
{
  return !pamong_work_list_choose (list, "not-checked");
}

/* By one key, by the family, by the RT. */
static void
test_confirm (void)
{
  Desk desk;
  PamongWorkList *list;
  g_autoptr (PamongWorkRow) row = NULL;

  open_filled_in (&desk);
  wait_rules (&desk);
  list = view_of (&desk, "temuan");
  g_assert_null (drive_button (GTK_WIDGET (list), "Sekeluarga sudah dicek"));
  g_assert_true (pamong_work_list_choose (list, "not-checked"));
  wait_left (list, 4);
  row = g_list_model_get_item (pamong_work_list_rows (list), 0);
  g_assert_cmpstr (row->name, ==, "BUDI SANTOSO");
  g_signal_emit_by_name (list, "act", row);
  wait_left (list, 3);
  drive_expect (GTK_WIDGET (list), "1 orang ditandai sudah dicek.");
  drive_click (drive_button (GTK_WIDGET (list), "Sekeluarga sudah dicek")); /* the first that is left: of BUDI's card, or SARMIN alone */
  drive_settle ();
  wait_rules (&desk);
  g_assert_true (pamong_work_list_choose (list, "not-checked"));
  drive_click (drive_button (GTK_WIDGET (list), "Satu RT sudah dicek…"));
  drive_until (is_asking, NULL, "the dialog");
  answer ("1");
  drive_until (is_confirmed, list, "nobody to wait");
  close_desk (&desk);
}

/* By one key from the row: the number and its date are asked for, and the family waits no more. */
static void
test_issued (void)
{
  Desk desk;
  PamongWorkList *list;
  g_autoptr (PamongRecord) family = NULL;

  open_desk (&desk);
  list = view_of (&desk, "dukcapil");
  g_assert_true (pamong_work_list_choose (list, "filed"));
  drive_settle ();
  drive_expect (GTK_WIDGET (shell_of (&desk)), "Ctrl+Enter"); /* told in the line of keys */
  g_signal_emit_by_name (gtk_widget_get_ancestor (drive_label (GTK_WIDGET (list), "Menunggu dokumen"), GTK_TYPE_LIST_BOX), "row-activated", NULL);
  drive_settle ();
  g_assert_true (drive_key (gtk_root_get_focus (GTK_ROOT (desk.window)), GDK_KEY_Return, GDK_CONTROL_MASK));
  drive_until (is_asking, NULL, "the number");
  gtk_test_widget_wait_for_draw (dialog ());
  pamong_field_entry_set_text (PAMONG_FIELD_ENTRY (field_entry (dialog ())), "3522281011260007");
  answer ("1");
  drive_until (is_empty, list, "the row to go");
  drive_expect (GTK_WIDGET (list), "Nomor KK tersimpan.");
  family = pamong_store_get (pamong_session_store (pamong_shell_session (shell_of (&desk))), PAMONG_KIND_FAMILY, desk.waiting->family->uid, NULL);
  g_assert_cmpstr (pamong_record_text (family, PAMONG_FAMILY_KK_NUMBER), ==, "3522281011260007");
  g_assert_true (pamong_work_list_choose (list, "dead"));
  drive_settle ();
  g_assert_false (drive_shows (GTK_WIDGET (shell_of (&desk)), "Ctrl+Enter")); /* nothing to do in these rows */
  close_desk (&desk);
}

static void
fill (gpointer data, guint group, guint i, PamongWorkRow *row)
{
  guint *made = data;

  ++*made;
  row->name = g_strdup_printf ("ORANG %u", i);
}

/* Only what is in sight has a widget. */
static GtkSelectionModel *
rows_below (GtkWidget *widget)
{
  GtkSelectionModel *found = GTK_IS_LIST_VIEW (widget) ? gtk_list_view_get_model (GTK_LIST_VIEW (widget)) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = rows_below (child);
  return found;
}

/* Out of sight a list keeps no rows of widgets; it comes back as it was left. */
static void
test_out_of_sight (void)
{
  Desk desk;
  PamongWorkList *list;
  g_autoptr (PamongWorkRow) before = NULL, after = NULL;

  open_desk (&desk);
  list = view_of (&desk, "dukcapil");
  g_assert_true (pamong_work_list_choose (list, "no-ktp"));
  gtk_selection_model_select_item (rows_below (GTK_WIDGET (list)), 2, TRUE);
  before = pamong_work_list_selected (list);
  g_assert_true (pamong_shell_go (shell_of (&desk), "penduduk"));
  drive_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (pamong_work_list_rows (list)), ==, 0);
  g_assert_true (pamong_shell_go (shell_of (&desk), "perlu-dicek"));
  drive_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (pamong_work_list_rows (list)), ==, 4);
  after = pamong_work_list_selected (list);
  g_assert_cmpstr (before->key, ==, after->key);
  g_assert_cmpuint (gtk_bitset_get_minimum (gtk_selection_model_get_selection (rows_below (GTK_WIDGET (list)))), ==, 2);
  close_desk (&desk);
}

static void
test_many (void)
{
  guint made = 0;
  GtkWidget *window = gtk_window_new (), *list = pamong_work_list_new ("", fill, &made);
  const PamongWorkGroup groups[] = { { .id = "a", .title = "A", .count = 50000 }, { .id = "b", .title = "B", .count = 3 } };
  guint count;

  gtk_window_set_default_size (GTK_WINDOW (window), 900, 600);
  gtk_window_set_child (GTK_WINDOW (window), list);
  pamong_work_list_show (PAMONG_WORK_LIST (list), groups, 2);
  gtk_window_present (GTK_WINDOW (window));
  drive_settle ();
  g_object_get (list, "count", &count, NULL);
  g_assert_cmpuint (count, ==, 50003);
  g_assert_cmpuint (g_list_model_get_n_items (pamong_work_list_rows (PAMONG_WORK_LIST (list))), ==, 50000);
  g_assert_cmpuint (made, >, 0);
  g_assert_cmpuint (made, <, 5000);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  pamong_language_init ();
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  pamong_style_load ();
  g_test_add_func ("/check/finding-to-field", test_finding_to_field);
  g_test_add_func ("/check/withdraw", test_withdraw);
  g_test_add_func ("/check/waiting", test_waiting);
  g_test_add_func ("/check/out-of-sight", test_out_of_sight);
  g_test_add_func ("/check/confirm", test_confirm);
  g_test_add_func ("/check/issued", test_issued);
  g_test_add_func ("/check/many", test_many);
  return g_test_run ();
}
