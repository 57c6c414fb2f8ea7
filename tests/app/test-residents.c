/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/language.h"
#include "app/residents/page.h"
#include "app/style.h"
#include "app/widgets/form.h"
#include "domain/clock.h"
#include "drive.h"
#include "people.h"
#include "store/history.h"
#include "store/write.h"

#include <adwaita.h>

#define VILLAGE "35.22.28.2001"
#define NEIGHBOUR "35.22.28.2003"

typedef struct
{
  char *dir;
  PamongDesk *desk;
  PamongSession *session;
  PamongStore *store;
  GtkWidget *window;
  PamongResidentsPage *page;
} Rig;

static void
setup (Rig *rig, PamongLevel level)
{
  PamongOffice *office = people_init (level, level == PAMONG_LEVEL_VILLAGE ? VILLAGE : "35.22.28", &rig->dir);
  g_autofree char *account = g_strdup (pamong_office_account (office)->uid);
  g_autoptr (GError) error = NULL;

  people_fill (office, VILLAGE, 400, 3);
  if (level != PAMONG_LEVEL_VILLAGE)
    people_fill (office, NEIGHBOUR, 150, 4);
  rig->desk = pamong_desk_new_with (office, &error);
  g_assert_no_error (error);
  rig->session = pamong_session_new (rig->desk, account, &error);
  g_assert_no_error (error);
  rig->store = pamong_session_store (rig->session);
  rig->window = gtk_window_new ();
  rig->page = PAMONG_RESIDENTS_PAGE (pamong_residents_page_new (rig->session));
  gtk_window_set_default_size (GTK_WINDOW (rig->window), 1170, 690);
  gtk_window_set_child (GTK_WINDOW (rig->window), GTK_WIDGET (rig->page));
  gtk_window_present (GTK_WINDOW (rig->window));
  gtk_test_widget_wait_for_draw (rig->window);
}

static void
teardown (Rig *rig)
{
  gtk_window_destroy (GTK_WINDOW (rig->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (rig->session);
  pamong_desk_stop (rig->desk);
  g_object_unref (rig->desk);
  people_drop (rig->dir);
}

static void
setup_village (Rig *rig, gconstpointer data)
{
  setup (rig, PAMONG_LEVEL_VILLAGE);
}

static void
setup_district (Rig *rig, gconstpointer data)
{
  setup (rig, PAMONG_LEVEL_DISTRICT);
}

static void
teardown_rig (Rig *rig, gconstpointer data)
{
  teardown (rig);
}

/* Runs the loop until @done; ten seconds only end a test that fails. */
static void
wait_until (gboolean (*done) (Rig *rig), Rig *rig)
{
  gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  while (!done (rig) && g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
  g_assert_true (done (rig));
}

/* TRUE if some label that is seen says @words somewhere. */
static gboolean
is_said (GtkWidget *widget, const char *words)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), words))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    if (is_said (child, words))
      return TRUE;
  return FALSE;
}

static gboolean
act (Rig *rig, const char *action)
{
  return gtk_widget_activate_action (GTK_WIDGET (rig->page), action, NULL);
}

static char *
first_uid (Rig *rig, guint position)
{
  g_autoptr (PamongRow) row = g_list_model_get_item (G_LIST_MODEL (pamong_table_model (pamong_residents_page_table (rig->page))), position);

  return g_strdup (pamong_row_data (row)->uid);
}

static char *
select_row (Rig *rig, guint position)
{
  char *uid = first_uid (rig, position);

  g_assert_true (pamong_table_select (pamong_residents_page_table (rig->page), uid));
  return uid;
}

static void
assert_filtered (Rig *rig, PamongQuery *query)
{
  query->today = "2026-04-12";
  g_assert_cmpint (pamong_table_count (pamong_residents_page_table (rig->page)), ==, pamong_residents_count (rig->store, query, NULL));
}

/* The arrow meets the row that has the focus, not the one below it. */
static void
test_first_arrow (Rig *rig, gconstpointer data)
{
  PamongTable *table = pamong_residents_page_table (rig->page);
  g_autofree char *uid = first_uid (rig, 0);

  gtk_widget_grab_focus (GTK_WIDGET (table));
  drive_settle ();
  g_assert_null (pamong_table_selected (table));
  g_assert_true (drive_key (GTK_WIDGET (table), GDK_KEY_Down, 0));
  g_assert_cmpstr (pamong_table_selected (table), ==, uid);
}

static void
test_filters_combine (Rig *rig, gconstpointer data)
{
  PamongFilters *filters = pamong_residents_page_filters (rig->page);
  PamongQuery query = PAMONG_QUERY_INIT;

  assert_filtered (rig, &query);
  pamong_filters_choose (filters, PAMONG_FILTER_SEX, 1);
  query.sex = 2;
  assert_filtered (rig, &query);
  pamong_filters_choose (filters, PAMONG_FILTER_AGE, 5);
  query.age_min = 17;
  assert_filtered (rig, &query);
  pamong_filters_choose (filters, PAMONG_FILTER_DUSUN, 0);
  pamong_filters_query (filters, &query);
  g_assert_nonnull (query.dusun);
  g_assert_cmpint (query.sex, ==, 2);
  g_assert_cmpint (query.age_min, ==, 17);
  assert_filtered (rig, &query);
  pamong_filters_choose (filters, PAMONG_FILTER_RTRW, 0);
  pamong_filters_query (filters, &query);
  g_assert_nonnull (query.rt);
  assert_filtered (rig, &query);
  pamong_filters_choose (filters, PAMONG_FILTER_DUSUN, 1); /* an RT belongs to its dusun */
  pamong_filters_query (filters, &query);
  g_assert_null (query.rt);
  assert_filtered (rig, &query);
  g_assert_true (pamong_filters_is_active (filters));
  pamong_filters_clear (filters);
  query = (PamongQuery) PAMONG_QUERY_INIT;
  assert_filtered (rig, &query);
  g_assert_false (pamong_filters_is_active (filters));
}

static void
test_marks_and_status (Rig *rig, gconstpointer data)
{
  PamongFilters *filters = pamong_residents_page_filters (rig->page);
  PamongQuery query = PAMONG_QUERY_INIT;

  pamong_filters_choose (filters, PAMONG_FILTER_MARKS, 3);
  query.marks = PAMONG_MARK_NO_NIK;
  assert_filtered (rig, &query);
  g_assert_cmpuint (pamong_table_count (pamong_residents_page_table (rig->page)), >, 0);
  pamong_filters_choose (filters, PAMONG_FILTER_MARKS, -1);
  pamong_filters_choose (filters, PAMONG_FILTER_STATUS, 4);
  query.marks = 0;
  query.status = PAMONG_STATUS_VOID;
  assert_filtered (rig, &query);
}

static void
test_count_words (Rig *rig, gconstpointer data)
{
  PamongFilters *filters = pamong_residents_page_filters (rig->page);
  PamongQuery query = PAMONG_QUERY_INIT;
  g_autofree char *all = g_strdup_printf ("%" G_GINT64_FORMAT, pamong_residents_count (rig->store, &query, NULL)), *some = NULL;

  g_assert_true (g_str_has_prefix (pamong_residents_page_count_words (rig->page), all));
  pamong_filters_choose (filters, PAMONG_FILTER_SEX, 0);
  some = g_strdup_printf ("%u ", pamong_table_count (pamong_residents_page_table (rig->page)));
  g_assert_true (g_str_has_prefix (pamong_residents_page_count_words (rig->page), some));
  g_assert_nonnull (strstr (pamong_residents_page_count_words (rig->page), all));
}

static void
test_words_narrow (Rig *rig, gconstpointer data)
{
  PamongFilters *filters = pamong_residents_page_filters (rig->page);
  PamongTable *table = pamong_residents_page_table (rig->page);
  guint total = 0;
  g_autoptr (GArray) found = pamong_search_ids (pamong_session_search (rig->session), "siti", NULL, 0, 0, &total, NULL);

  pamong_filters_type (filters, "siti");
  g_assert_cmpuint (pamong_table_count (table), ==, total);
  g_assert_cmpuint (total, >, 0);
  pamong_filters_choose (filters, PAMONG_FILTER_SEX, 0);
  g_assert_cmpuint (pamong_table_count (table), ==, 0);
  pamong_filters_choose (filters, PAMONG_FILTER_SEX, 1);
  g_assert_cmpuint (pamong_table_count (table), ==, total);
}

static void
test_detail (Rig *rig, gconstpointer data)
{
  g_autofree char *uid = select_row (rig, 5);
  g_autoptr (PamongRecord) resident = pamong_store_get (rig->store, PAMONG_KIND_RESIDENT, uid, NULL);
  const PamongPerson *person = pamong_resident_detail_person (pamong_residents_page_detail (rig->page));

  g_assert_cmpstr (person->resident->uid, ==, uid);
  gtk_test_widget_wait_for_draw (rig->window);
  g_assert_true (is_said (rig->window, pamong_record_text (resident, PAMONG_RESIDENT_NAME)));
  g_assert_true (is_said (rig->window, pamong_record_text (resident, PAMONG_RESIDENT_MOTHER_NAME)));
  g_assert_true (act (rig, "resident.close"));
  g_assert_null (pamong_table_selected (pamong_residents_page_table (rig->page)));
  g_assert_false (is_said (rig->window, pamong_record_text (resident, PAMONG_RESIDENT_MOTHER_NAME)));
}

static char *
nik_of (Rig *rig, const char *uid)
{
  g_autoptr (PamongRecord) resident = pamong_store_get (rig->store, PAMONG_KIND_RESIDENT, uid, NULL);

  return g_strdup (pamong_record_text (resident, PAMONG_RESIDENT_NIK));
}

static gboolean
nik_is_said (Rig *rig)
{
  g_autofree char *nik = nik_of (rig, pamong_table_selected (pamong_residents_page_table (rig->page)));

  return is_said (rig->window, nik);
}

static gpointer
count_reveals (PamongOffice *office, gpointer uid, GError **error)
{
  return GINT_TO_POINTER (people_count_reveals (office, uid));
}

static void
test_reveal_is_logged (Rig *rig, gconstpointer data)
{
  g_autofree char *uid = NULL, *nik = NULL, *other = NULL;
  guint position = 0;

  do
    {
      g_free (uid);
      uid = first_uid (rig, position++);
      nik = nik_of (rig, uid);
    }
  while (!nik);
  pamong_table_select (pamong_residents_page_table (rig->page), uid);
  gtk_test_widget_wait_for_draw (rig->window);
  g_assert_false (nik_is_said (rig));
  g_assert_cmpint (GPOINTER_TO_INT (pamong_desk_run (rig->desk, count_reveals, uid, NULL)), ==, 0);
  g_assert_true (act (rig, "resident.reveal"));
  wait_until (nik_is_said, rig);
  g_assert_cmpint (GPOINTER_TO_INT (pamong_desk_run (rig->desk, count_reveals, uid, NULL)), ==, 1);
  other = select_row (rig, position + 3); /* the next one is masked again */
  pamong_table_select (pamong_residents_page_table (rig->page), uid);
  g_assert_false (nik_is_said (rig));
}

/* As it comes from another computer: the rules of this one did not see it. */
static gpointer
put_twin (PamongOffice *office, gpointer nik, GError **error)
{
  g_autoptr (PamongRecord) twin = pamong_record_new (PAMONG_KIND_RESIDENT, VILLAGE);
  PamongWrite *write = pamong_write_begin_apply (pamong_office_store (office), error);

  twin->version = 1;
  pamong_record_set_text (twin, PAMONG_RESIDENT_NAME, "AAA KEMBAR NIK");
  pamong_record_set_text (twin, PAMONG_RESIDENT_NIK, nik);
  return GINT_TO_POINTER (pamong_write_put (write, twin, error) && pamong_write_commit (write, NULL, NULL, error));
}

static gboolean
strip_says_nik (Rig *rig)
{
  g_autofree char *nik = nik_of (rig, pamong_table_selected (pamong_residents_page_table (rig->page)));
  g_autofree char *words = g_strdup_printf ("NIK %s sudah dipakai AAA KEMBAR NIK", nik);

  return is_said (rig->window, words);
}

/* What the rules say is shown as the page shows the number they speak of. */
static void
test_strip_masks (Rig *rig, gconstpointer data)
{
  g_autofree char *uid = NULL, *nik = NULL;
  guint position = 0;

  do
    {
      g_free (uid);
      uid = first_uid (rig, position++);
      nik = nik_of (rig, uid);
    }
  while (!nik);
  g_assert_nonnull (pamong_desk_run (rig->desk, put_twin, nik, NULL));
  pamong_table_select (pamong_residents_page_table (rig->page), uid);
  gtk_test_widget_wait_for_draw (rig->window);
  g_assert_true (is_said (rig->window, "sudah dipakai AAA KEMBAR NIK"));
  g_assert_false (nik_is_said (rig));
  g_assert_true (act (rig, "resident.reveal"));
  wait_until (strip_says_nik, rig);
}

static gboolean
is_reading (Rig *rig)
{
  return gtk_widget_get_mapped (GTK_WIDGET (pamong_residents_page_detail (rig->page)));
}

static gboolean
is_refused (Rig *rig)
{
  return pamong_form_hint (pamong_resident_form_fields (pamong_residents_page_form (rig->page)), PAMONG_RESIDENT_NIK) != NULL;
}

static PamongForm *
start_edit (Rig *rig, guint position, char **uid)
{
  *uid = select_row (rig, position);
  g_assert_true (act (rig, "resident.edit"));
  gtk_test_widget_wait_for_draw (rig->window);
  g_assert_false (is_reading (rig));
  return pamong_resident_form_fields (pamong_residents_page_form (rig->page));
}

static void
test_edit_and_history (Rig *rig, gconstpointer data)
{
  g_autofree char *uid = NULL;
  PamongForm *form = start_edit (rig, 7, &uid);
  g_autoptr (PamongRecord) after = NULL;
  g_autoptr (GPtrArray) history = NULL;
  const PamongHistoryEntry *last;

  g_assert_false (pamong_form_is_changed (form));
  gtk_editable_set_text (pamong_field_entry_editable (pamong_form_entry (form, PAMONG_RESIDENT_PHONE)), "0812-0000-1147");
  g_assert_true (pamong_form_is_changed (form));
  pamong_resident_form_save (pamong_residents_page_form (rig->page));
  wait_until (is_reading, rig);
  after = pamong_store_get (rig->store, PAMONG_KIND_RESIDENT, uid, NULL);
  g_assert_cmpstr (pamong_record_text (after, PAMONG_RESIDENT_PHONE), ==, "0812-0000-1147");
  history = pamong_history (rig->store, PAMONG_KIND_RESIDENT, uid, NULL);
  last = history->pdata[0];
  g_assert_cmpstr (last->field_key, ==, "phone");
  g_assert_cmpstr (last->new_value, ==, "0812-0000-1147");
  g_assert_cmpstr (last->actor_name, ==, "Anik R.");
  g_assert_cmpstr (last->state, ==, "pending");
  g_assert_true (is_said (rig->window, "0812-0000-1147"));
  pamong_resident_detail_tab (pamong_residents_page_detail (rig->page), "history");
  gtk_test_widget_wait_for_draw (rig->window);
  g_assert_true (is_said (rig->window, "0812-0000-1147"));
  g_assert_cmpstr (pamong_table_selected (pamong_residents_page_table (rig->page)), ==, uid);
}

static void
test_edit_moves_row (Rig *rig, gconstpointer data)
{
  g_autofree char *uid = NULL, *last = NULL;
  PamongForm *form = start_edit (rig, 3, &uid);
  guint count = pamong_table_count (pamong_residents_page_table (rig->page));

  gtk_editable_set_text (pamong_field_entry_editable (pamong_form_entry (form, PAMONG_RESIDENT_NAME)), "ZZ TERAKHIR");
  pamong_resident_form_save (pamong_residents_page_form (rig->page));
  wait_until (is_reading, rig);
  g_assert_cmpuint (pamong_table_count (pamong_residents_page_table (rig->page)), ==, count);
  last = first_uid (rig, count - 1);
  g_assert_cmpstr (last, ==, uid);
  g_assert_cmpstr (pamong_table_selected (pamong_residents_page_table (rig->page)), ==, uid);
}

static void
type_nik (PamongForm *form, const char *nik)
{
  gtk_editable_set_text (pamong_field_entry_editable (pamong_form_entry (form, PAMONG_RESIDENT_NIK)), nik);
}

static void
assert_nik (Rig *rig, const char *uid, const char *nik)
{
  g_autofree char *now = nik_of (rig, uid);

  g_assert_cmpstr (now, ==, nik);
}

static void
test_block_is_refused (Rig *rig, gconstpointer data)
{
  g_autofree char *uid = NULL, *taken = NULL, *mine = NULL;
  PamongForm *form;

  for (guint i = 20; !taken; i++)
    {
      g_autofree char *other = first_uid (rig, i);

      taken = nik_of (rig, other);
    }
  form = start_edit (rig, 9, &uid);
  mine = nik_of (rig, uid);
  type_nik (form, taken);
  pamong_resident_form_save (pamong_residents_page_form (rig->page));
  wait_until (is_refused, rig);
  assert_nik (rig, uid, mine);
  pamong_resident_form_set_reason (pamong_residents_page_form (rig->page), "Tetap benar");
  pamong_resident_form_save (pamong_residents_page_form (rig->page)); /* no reason lets a block pass */
  pamong_desk_run (rig->desk, count_reveals, uid, NULL);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  assert_nik (rig, uid, mine);
  g_assert_false (is_reading (rig));
}

static void
test_override_takes_a_reason (Rig *rig, gconstpointer data)
{
  g_autofree char *uid = NULL, *mine = NULL;
  PamongForm *form = start_edit (rig, 9, &uid);

  mine = nik_of (rig, uid);
  type_nik (form, "3522284402930000");
  pamong_resident_form_save (pamong_residents_page_form (rig->page));
  wait_until (is_refused, rig);
  assert_nik (rig, uid, mine);
  pamong_resident_form_set_reason (pamong_residents_page_form (rig->page), "Di KTP memang begitu");
  pamong_resident_form_save (pamong_residents_page_form (rig->page));
  wait_until (is_reading, rig);
  assert_nik (rig, uid, "3522284402930000");
}

static void
test_impossible_date (Rig *rig, gconstpointer data)
{
  g_autofree char *uid = NULL;
  PamongForm *form = start_edit (rig, 2, &uid);

  gtk_editable_set_text (pamong_field_entry_editable (pamong_form_entry (form, PAMONG_RESIDENT_BIRTH_DATE)), "31-02-1990");
  pamong_resident_form_save (pamong_residents_page_form (rig->page));
  g_assert_false (is_reading (rig));
  g_assert_nonnull (pamong_form_hint (form, PAMONG_RESIDENT_BIRTH_DATE));
  g_assert_true (pamong_resident_form_is_changed (pamong_residents_page_form (rig->page)));
}

static int
focused_field (Rig *rig)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (rig->window));
  GtkWidget *entry = focus ? gtk_widget_get_ancestor (focus, PAMONG_TYPE_FIELD_ENTRY) : NULL;

  return entry ? pamong_field_entry_field (PAMONG_FIELD_ENTRY (entry))->index : -1;
}

static void
press_enter (Rig *rig)
{
  g_signal_emit_by_name (gtk_window_get_focus (GTK_WINDOW (rig->window)), "activate");
}

static void
test_enter_goes_on (Rig *rig, gconstpointer data)
{
  g_autofree char *uid = NULL;
  PamongForm *form = start_edit (rig, 4, &uid);

  g_assert_cmpint (focused_field (rig), ==, PAMONG_RESIDENT_NAME);
  press_enter (rig);
  g_assert_cmpint (focused_field (rig), ==, PAMONG_RESIDENT_NIK);
  press_enter (rig);
  g_assert_cmpint (focused_field (rig), ==, PAMONG_RESIDENT_SEX);
  g_signal_emit_by_name (pamong_form_entry (form, PAMONG_RESIDENT_SEX), "previous"); /* Shift+Enter, as the entry tells it */
  g_assert_cmpint (focused_field (rig), ==, PAMONG_RESIDENT_NIK);
  pamong_form_focus (form, PAMONG_RESIDENT_PREGNANT); /* the last one */
  press_enter (rig);
  g_assert_cmpint (focused_field (rig), ==, -1);
  g_assert_true (GTK_IS_BUTTON (gtk_window_get_focus (GTK_WINDOW (rig->window)))); /* Simpan has the focus; it is not pressed */
  g_assert_false (is_reading (rig));
}

static void
test_every_field_can_be_typed (Rig *rig, gconstpointer data)
{
  g_autofree char *uid = NULL;
  PamongForm *form = start_edit (rig, 4, &uid);

  for (int i = 0; i < PAMONG_RESIDENT_N_FIELDS; i++) /* acts of their own change the other two */
    g_assert_cmpint (pamong_form_entry (form, i) != NULL, ==, i != PAMONG_RESIDENT_FAMILY_UID && i != PAMONG_RESIDENT_BATCH_UID);
}

static void
test_leave_asks (Rig *rig, gconstpointer data)
{
  g_autofree char *uid = NULL;
  PamongForm *form = start_edit (rig, 4, &uid);

  g_assert_true (pamong_page_leave (PAMONG_PAGE (rig->page)));
  gtk_editable_set_text (pamong_field_entry_editable (pamong_form_entry (form, PAMONG_RESIDENT_PHONE)), "0812");
  g_assert_false (pamong_page_leave (PAMONG_PAGE (rig->page)));
  g_assert_false (is_reading (rig));
  g_assert_false (pamong_page_open (PAMONG_PAGE (rig->page), PAMONG_KIND_RESIDENT, uid));
}

static gboolean
is_void (Rig *rig)
{
  return pamong_store_status (rig->store, pamong_resident_detail_person (pamong_residents_page_detail (rig->page))->resident->uid) == PAMONG_STATUS_VOID;
}

static gpointer
remove_resident (PamongOffice *office, gpointer uid, GError **error)
{
  g_autoptr (GPtrArray) findings = NULL;

  return GINT_TO_POINTER (pamong_office_remove_resident (office, uid, "Tercatat dua kali", NULL, &findings, error));
}

static guint expected;

static gboolean
has_expected (Rig *rig)
{
  return pamong_table_count (pamong_residents_page_table (rig->page)) == expected;
}

static void
test_lives_with_the_data (Rig *rig, gconstpointer data)
{
  g_autofree char *uid = select_row (rig, 11);

  expected = pamong_table_count (pamong_residents_page_table (rig->page)) - 1;
  pamong_desk_run (rig->desk, remove_resident, uid, NULL);
  wait_until (has_expected, rig);
  wait_until (is_void, rig);
  g_assert_true (is_reading (rig)); /* the panel stays, and says so */
  pamong_filters_choose (pamong_residents_page_filters (rig->page), PAMONG_FILTER_STATUS, 4);
  g_assert_true (pamong_table_select (pamong_residents_page_table (rig->page), uid));
}

static gboolean
has_added (Rig *rig)
{
  return is_reading (rig) && pamong_table_count (pamong_residents_page_table (rig->page)) == expected;
}

static void
test_add (Rig *rig, gconstpointer data)
{
  PamongForm *form;

  expected = pamong_table_count (pamong_residents_page_table (rig->page)) + 1;
  g_assert_true (act (rig, "resident.add"));
  gtk_test_widget_wait_for_draw (rig->window);
  form = pamong_resident_form_fields (pamong_residents_page_form (rig->page));
  pamong_field_entry_set_text (pamong_form_entry (form, PAMONG_RESIDENT_NAME), "WARGA BARU");
  pamong_field_entry_set_text (pamong_form_entry (form, PAMONG_RESIDENT_SEX), "2");
  pamong_field_entry_set_text (pamong_form_entry (form, PAMONG_RESIDENT_BIRTH_PLACE), "Bojonegoro");
  pamong_field_entry_set_text (pamong_form_entry (form, PAMONG_RESIDENT_BIRTH_DATE), "17091990");
  pamong_resident_form_save (pamong_residents_page_form (rig->page));
  wait_until (has_added, rig);
  g_assert_true (is_said (rig->window, "WARGA BARU"));
}

static void
collect_mnemonics (GtkWidget *widget, GHashTable *seen)
{
  guint key = GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) ? gtk_label_get_mnemonic_keyval (GTK_LABEL (widget)) : GDK_KEY_VoidSymbol;

  if (key != GDK_KEY_VoidSymbol && !g_hash_table_add (seen, GUINT_TO_POINTER (key)))
    g_error ("Alt+%c stands for two things: one is %s", (char) key, gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    collect_mnemonics (child, seen);
}

static void
assert_mnemonics (Rig *rig)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  gtk_test_widget_wait_for_draw (rig->window);
  collect_mnemonics (rig->window, seen);
  g_assert_cmpuint (g_hash_table_size (seen), >=, 8);
}

static void
test_mnemonics (Rig *rig, gconstpointer data)
{
  g_autofree char *uid = NULL;

  assert_mnemonics (rig);
  uid = select_row (rig, 4);
  assert_mnemonics (rig);
  act (rig, "resident.edit");
  assert_mnemonics (rig);
  pamong_resident_form_leave (pamong_residents_page_form (rig->page));
  act (rig, "resident.add");
  assert_mnemonics (rig);
}

static void
test_nobody (Rig *rig, gconstpointer data)
{
  pamong_filters_type (pamong_residents_page_filters (rig->page), "tidakadanamaini");
  g_assert_cmpuint (pamong_table_count (pamong_residents_page_table (rig->page)), ==, 0);
  gtk_test_widget_wait_for_draw (rig->window);
  g_assert_true (is_said (rig->window, "saringan ini"));
  pamong_filters_clear (pamong_residents_page_filters (rig->page));
  g_assert_false (is_said (rig->window, "saringan ini"));
}

static void
test_district_reads_only (Rig *rig, gconstpointer data)
{
  PamongFilters *filters = pamong_residents_page_filters (rig->page);
  PamongQuery query = PAMONG_QUERY_INIT;
  g_autofree char *uid = NULL;

  assert_filtered (rig, &query);
  g_assert_cmpuint (pamong_table_count (pamong_residents_page_table (rig->page)), >=, 550); /* both villages */
  uid = select_row (rig, 5);
  gtk_test_widget_wait_for_draw (rig->window);
  g_assert_true (is_reading (rig));
  act (rig, "resident.edit");
  act (rig, "resident.add");
  act (rig, "resident.remove");
  g_assert_null (pamong_residents_page_form (rig->page));
  g_assert_true (is_reading (rig));
  pamong_filters_choose (filters, PAMONG_FILTER_VILLAGE, 0);
  pamong_filters_query (filters, &query);
  g_assert_nonnull (query.area);
  assert_filtered (rig, &query);
}

#define ADD(path, func) g_test_add (path, Rig, NULL, setup_village, func, teardown_rig)

int
main (int argc, char **argv)
{
  pamong_language_init ();
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  pamong_style_load ();
  pamong_clock_set (1775962800); /* 2026-04-12 */
  ADD ("/residents/first-arrow", test_first_arrow);
  ADD ("/residents/filters-combine", test_filters_combine);
  ADD ("/residents/marks-and-status", test_marks_and_status);
  ADD ("/residents/count-words", test_count_words);
  ADD ("/residents/words-narrow", test_words_narrow);
  ADD ("/residents/detail", test_detail);
  ADD ("/residents/reveal-is-logged", test_reveal_is_logged);
  ADD ("/residents/strip-masks", test_strip_masks);
  ADD ("/residents/edit-and-history", test_edit_and_history);
  ADD ("/residents/edit-moves-row", test_edit_moves_row);
  ADD ("/residents/block-is-refused", test_block_is_refused);
  ADD ("/residents/override-takes-a-reason", test_override_takes_a_reason);
  ADD ("/residents/impossible-date", test_impossible_date);
  ADD ("/residents/enter-goes-on", test_enter_goes_on);
  ADD ("/residents/every-field-can-be-typed", test_every_field_can_be_typed);
  ADD ("/residents/leave-asks", test_leave_asks);
  ADD ("/residents/lives-with-the-data", test_lives_with_the_data);
  ADD ("/residents/add", test_add);
  ADD ("/residents/mnemonics", test_mnemonics);
  ADD ("/residents/nobody", test_nobody);
  g_test_add ("/residents/district-reads-only", Rig, NULL, setup_district, test_district_reads_only, teardown_rig);
  return g_test_run ();
}
