/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/style.h"
#include "app/widgets/field_entry.h"
#include "domain/error.h"
#include "domain/names.h"

/* A window with one entry and a button to go to. */
typedef struct
{
  GtkWidget *window, *button;
  PamongFieldEntry *entry;
  PamongRecord *record;
  int n_next, n_previous;
} Fixture;

static void
next_cb (Fixture *f)
{
  f->n_next++;
}

static void
previous_cb (Fixture *f)
{
  f->n_previous++;
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static Fixture *
fixture_new (PamongKind kind, int field, gboolean compact)
{
  Fixture *f = g_new0 (Fixture, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  f->window = gtk_window_new ();
  f->entry = PAMONG_FIELD_ENTRY (pamong_field_entry_new (pamong_field_get (kind, field)));
  f->button = gtk_button_new_with_label ("ok");
  f->record = pamong_record_new (kind, "35.22.28.2001");
  g_object_set (f->entry, "compact", compact, NULL);
  g_signal_connect_swapped (f->entry, "next", G_CALLBACK (next_cb), f);
  g_signal_connect_swapped (f->entry, "previous", G_CALLBACK (previous_cb), f);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (f->entry));
  gtk_box_append (GTK_BOX (box), f->button);
  gtk_window_set_child (GTK_WINDOW (f->window), box);
  gtk_window_present (GTK_WINDOW (f->window));
  gtk_test_widget_wait_for_draw (f->window);
  gtk_widget_grab_focus (GTK_WIDGET (f->entry));
  settle ();
  return f;
}

static void
fixture_free (Fixture *f)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
  pamong_record_free (f->record);
  g_free (f);
  settle ();
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fixture, fixture_free)

static void
type (Fixture *f, const char *text)
{
  GtkEditable *editable = pamong_field_entry_editable (f->entry);
  int position;

  gtk_editable_delete_selection (editable);
  position = gtk_editable_get_position (editable);
  gtk_editable_insert_text (editable, text, -1, &position);
  gtk_editable_set_position (editable, position);
  settle ();
}

static void
press_enter (Fixture *f)
{
  g_signal_emit_by_name (pamong_field_entry_editable (f->entry), "activate");
  settle ();
}

static gboolean
press (Fixture *f, guint key, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (f->entry));
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, state, &handled);
    }
  settle ();
  return handled;
}

static void
test_code_by_letters (void)
{
  g_autoptr (Fixture) f = fixture_new (PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_EDUCATION, TRUE);

  type (f, "slta");
  press_enter (f);
  g_assert_cmpint (f->n_next, ==, 1);
  g_assert_true (pamong_field_entry_store (f->entry, f->record, NULL));
  g_assert_cmpint (pamong_record_int (f->record, PAMONG_RESIDENT_EDUCATION), ==, 5);
  g_assert_cmpstr (pamong_field_entry_text (f->entry), ==, "5 SLTA");
}

static void
test_code_by_number (void)
{
  g_autoptr (Fixture) f = fixture_new (PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_OCCUPATION, TRUE);

  type (f, "9");
  press_enter (f);
  g_assert_true (pamong_field_entry_store (f->entry, f->record, NULL));
  g_assert_cmpint (pamong_record_int (f->record, PAMONG_RESIDENT_OCCUPATION), ==, 9);
  g_assert_true (g_str_has_prefix (pamong_field_entry_text (f->entry), "9 "));
}

static void
test_code_moves (void)
{
  g_autoptr (Fixture) f = fixture_new (PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_EDUCATION, TRUE);

  g_assert_true (press (f, GDK_KEY_Down, GDK_ALT_MASK)); /* the whole list, nothing chosen yet */
  press (f, GDK_KEY_Down, 0);
  press (f, GDK_KEY_Down, 0);
  press (f, GDK_KEY_Up, 0);
  press (f, GDK_KEY_Down, 0);
  press_enter (f);
  g_assert_true (pamong_field_entry_store (f->entry, f->record, NULL));
  g_assert_cmpint (pamong_record_int (f->record, PAMONG_RESIDENT_EDUCATION), ==, 2);
}

static void
test_code_list_closes (void)
{
  g_autoptr (Fixture) f = fixture_new (PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_RELIGION, TRUE);

  type (f, "i");
  g_assert_true (press (f, GDK_KEY_Escape, 0));
  g_assert_false (press (f, GDK_KEY_Escape, 0)); /* now it is the page's */
  press (f, GDK_KEY_Down, GDK_ALT_MASK);
  gtk_widget_grab_focus (f->button); /* an untouched list changes nothing */
  settle ();
  pamong_field_entry_set_text (f->entry, "");
  g_assert_true (pamong_field_entry_store (f->entry, f->record, NULL));
  g_assert_false (pamong_record_is_set (f->record, PAMONG_RESIDENT_RELIGION));
}

static void
test_code_unknown (void)
{
  g_autoptr (Fixture) f = fixture_new (PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_RELIGION, TRUE);
  g_autoptr (GError) error = NULL;

  type (f, "zzz");
  press_enter (f);
  g_assert_cmpint (f->n_next, ==, 1); /* never trapped */
  g_assert_nonnull (pamong_field_entry_complaint (f->entry));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (f->entry), "error"));
  g_assert_false (pamong_field_entry_store (f->entry, f->record, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
  type (f, "1");
  g_assert_null (pamong_field_entry_complaint (f->entry));
}

/* Its label stands beside the entry, so the complaint there does not say it again; an error read elsewhere does. */
static void
test_complaint_words (void)
{
  g_autoptr (Fixture) f = fixture_new (PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_NAME, FALSE);
  g_autofree char *name = g_strnfill (PAMONG_NAME_MAX + 1, 'A'), *labelled = NULL;
  g_autoptr (GError) error = NULL;

  type (f, name);
  press_enter (f);
  g_assert_false (pamong_field_entry_store (f->entry, f->record, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
  labelled = g_strdup_printf ("%s: %s", pamong_field_get (PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_NAME)->label, pamong_field_entry_complaint (f->entry));
  g_assert_cmpstr (error->message, ==, labelled);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (GTK_WIDGET (f->entry)), ==, pamong_field_entry_complaint (f->entry));
}

static void
test_sex_by_letter (void)
{
  const struct { const char *typed, *shown; int code; } cases[] = { { "l", "L", 1 }, { "P", "P", 2 }, { "2", "P", 2 }, { "1", "L", 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) f = fixture_new (PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_SEX, TRUE);

      type (f, cases[i].typed);
      press_enter (f);
      g_assert_cmpstr (pamong_field_entry_text (f->entry), ==, cases[i].shown);
      g_assert_true (pamong_field_entry_store (f->entry, f->record, NULL));
      g_assert_cmpint (pamong_record_int (f->record, PAMONG_RESIDENT_SEX), ==, cases[i].code);
    }
}

static void
test_blood_by_letter (void)
{
  const struct { const char *typed, *shown; int code; } cases[] = { { "o", "O", 4 }, { "ab", "AB", 3 }, { "b+", "B+", 7 }, { "4", "O", 4 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) f = fixture_new (PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_BLOOD_TYPE, TRUE);

      type (f, cases[i].typed);
      press_enter (f);
      g_assert_true (pamong_field_entry_store (f->entry, f->record, NULL));
      g_assert_cmpint (pamong_record_int (f->record, PAMONG_RESIDENT_BLOOD_TYPE), ==, cases[i].code);
      g_assert_cmpstr (pamong_field_entry_text (f->entry), ==, cases[i].shown);
    }
}

static void
test_dates (void)
{
  const struct { const char *typed, *shown, *stored; } cases[] = { { "12081976", "12-08-1976", "1976-08-12" }, { "12/8/1976", "12-08-1976", "1976-08-12" }, { "2.1.2001", "02-01-2001", "2001-01-02" } };
  g_autoptr (Fixture) wrong = fixture_new (PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_BIRTH_DATE, TRUE);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) f = fixture_new (PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_BIRTH_DATE, TRUE);

      type (f, cases[i].typed);
      press_enter (f);
      g_assert_cmpstr (pamong_field_entry_text (f->entry), ==, cases[i].shown);
      g_assert_true (pamong_field_entry_store (f->entry, f->record, NULL));
      g_assert_cmpstr (pamong_record_text (f->record, PAMONG_RESIDENT_BIRTH_DATE), ==, cases[i].stored);
    }
  type (wrong, "31-02-1990");
  press_enter (wrong);
  g_assert_cmpstr (pamong_field_entry_text (wrong->entry), ==, "31-02-1990"); /* kept to be mended */
  g_assert_false (pamong_field_entry_store (wrong->entry, wrong->record, NULL));
  g_assert_false (pamong_record_is_set (wrong->record, PAMONG_RESIDENT_BIRTH_DATE));
}

static void
test_nik_and_name (void)
{
  g_autoptr (Fixture) nik = fixture_new (PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_NIK, TRUE);
  g_autoptr (Fixture) name = fixture_new (PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_NAME, TRUE);

  type (nik, "3522.0412 0876-0001999");
  g_assert_cmpstr (pamong_field_entry_text (nik->entry), ==, "3522041208760001");
  press_enter (nik);
  g_assert_true (pamong_field_entry_store (nik->entry, nik->record, NULL));
  g_assert_cmpstr (pamong_record_text (nik->record, PAMONG_RESIDENT_NIK), ==, "3522041208760001");
  type (name, "siti nur'aini\n");
  g_assert_cmpstr (pamong_field_entry_text (name->entry), ==, "SITI NUR'AINI ");
  press_enter (name);
  g_assert_cmpstr (pamong_field_entry_text (name->entry), ==, "SITI NUR'AINI");
}

static void
test_suggestion (void)
{
  g_autoptr (Fixture) f = fixture_new (PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_RELIGION, TRUE);
  const PamongValue islam = { .type = PAMONG_VALUE_INT, .i = 1 };

  pamong_field_entry_suggest (f->entry, &islam);
  g_assert_true (pamong_field_entry_is_blank (f->entry));
  gtk_widget_grab_focus (f->button); /* left without Enter: nothing is stored */
  settle ();
  g_assert_true (pamong_field_entry_store (f->entry, f->record, NULL));
  g_assert_false (pamong_record_is_set (f->record, PAMONG_RESIDENT_RELIGION));
  gtk_widget_grab_focus (GTK_WIDGET (f->entry));
  press_enter (f);
  g_assert_cmpstr (pamong_field_entry_text (f->entry), ==, "1 Islam");
  g_assert_true (pamong_field_entry_store (f->entry, f->record, NULL));
  g_assert_cmpint (pamong_record_int (f->record, PAMONG_RESIDENT_RELIGION), ==, 1);
}

static void
test_words (void)
{
  g_autoptr (Fixture) f = fixture_new (PAMONG_KIND_FAMILY, PAMONG_FAMILY_DUSUN, FALSE);
  const char *const words[] = { "Krajan", "Clebung", NULL };

  pamong_field_entry_set_words (f->entry, words);
  type (f, "cl");
  press_enter (f);
  g_assert_cmpstr (pamong_field_entry_text (f->entry), ==, "Clebung");
  gtk_editable_select_region (pamong_field_entry_editable (f->entry), 0, -1);
  type (f, "1");
  press_enter (f);
  g_assert_cmpstr (pamong_field_entry_text (f->entry), ==, "Krajan");
  gtk_editable_select_region (pamong_field_entry_editable (f->entry), 0, -1);
  type (f, "Sumberejo");
  press_enter (f);
  g_assert_true (pamong_field_entry_store (f->entry, f->record, NULL));
  g_assert_cmpstr (pamong_record_text (f->record, PAMONG_FAMILY_DUSUN), ==, "Sumberejo");
}

static void
test_marks (void)
{
  g_autoptr (Fixture) f = fixture_new (PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_NIK, TRUE);
  PamongFinding finding = { .rule = (char *) "nik.date", .severity = PAMONG_SEVERITY_WARN, .message = (char *) "m", .remedy = (char *) "r" };

  pamong_field_entry_mark (f->entry, &finding);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (f->entry), "warning"));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (pamong_field_entry_editable (f->entry)), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  finding.severity = PAMONG_SEVERITY_BLOCK;
  pamong_field_entry_mark (f->entry, &finding);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (f->entry), "error"));
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (f->entry), "warning"));
  pamong_field_entry_mark (f->entry, NULL);
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (f->entry), "error"));
}

static void
test_backwards (void)
{
  g_autoptr (Fixture) f = fixture_new (PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_NAME, TRUE);

  g_assert_true (press (f, GDK_KEY_Return, GDK_SHIFT_MASK));
  g_assert_cmpint (f->n_previous, ==, 1);
  g_assert_cmpint (f->n_next, ==, 0);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  pamong_style_load ();
  g_test_add_func ("/field-entry/code-by-letters", test_code_by_letters);
  g_test_add_func ("/field-entry/code-by-number", test_code_by_number);
  g_test_add_func ("/field-entry/code-moves", test_code_moves);
  g_test_add_func ("/field-entry/code-list-closes", test_code_list_closes);
  g_test_add_func ("/field-entry/code-unknown", test_code_unknown);
  g_test_add_func ("/field-entry/complaint-words", test_complaint_words);
  g_test_add_func ("/field-entry/sex-by-letter", test_sex_by_letter);
  g_test_add_func ("/field-entry/blood-by-letter", test_blood_by_letter);
  g_test_add_func ("/field-entry/dates", test_dates);
  g_test_add_func ("/field-entry/nik-and-name", test_nik_and_name);
  g_test_add_func ("/field-entry/suggestion", test_suggestion);
  g_test_add_func ("/field-entry/words", test_words);
  g_test_add_func ("/field-entry/marks", test_marks);
  g_test_add_func ("/field-entry/backwards", test_backwards);
  return g_test_run ();
}
