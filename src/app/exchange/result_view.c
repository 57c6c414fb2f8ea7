/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/exchange/result_view.h"
#include "app/exchange/outcome_columns.h"
#include "app/exchange/outcome_detail.h"
#include "app/exchange/result_notes.h"
#include "app/residents/wrap_layout.h"
#include "app/shell/key_bar.h"
#include "app/widgets/focus.h"
#include "app/words.h"
#include "store/batches.h"
#include <glib/gi18n.h>

#define CHIPS 6 /* all, and the five outcomes */

struct _PamongResultView {
  GtkWidget parent_instance;

  PamongSession *session;
  PamongImport *import;
  PamongOutcomeList *list;
  GtkSingleSelection *selection;
  GtkWidget *view, *chips[CHIPS], *stack;
  PamongOutcomeDetail *detail;
  GtkLabel *families, *differences, *said, *empty, *words, *commit_words;
  GtkWidget *notes, *said_band, *asking, *keep, *take, *report, *columns, *state, *commit, *undo, *again, *drop, *close;
  gboolean filling, looks;
};

static void result_view_page_init (PamongPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PamongResultView, pamong_result_view, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (PAMONG_TYPE_PAGE, result_view_page_init))

enum { CHOOSE, COMMIT, UNDO, DROP, REPORT, COLUMNS, CLOSE, AGAIN, N_SIGNALS };
static guint signals[N_SIGNALS];

static const char *const chip_words[CHIPS] = { N_ ("_All rows"), N_ ("_New"), N_ ("Chan_ged"), N_ ("_Differing"), N_ ("Sa_me"), N_ ("_Refused") };

static guint
count_of (const PamongImportFigures *figures, guint outcome)
{
  const guint counts[CHIPS] = { figures->rows, figures->added, figures->changed, figures->differs, figures->same, figures->refused };

  return counts[outcome];
}

static guint
chosen_outcome (PamongResultView *self)
{
  for (guint i = 0; i < CHIPS; i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->chips[i])))
      return i;
  return 0;
}

static gboolean
is_open (PamongResultView *self)
{
  return self->import != NULL && !self->looks && self->import->state < PAMONG_IMPORT_DONE;
}

static gboolean
is_injection (PamongResultView *self)
{
  return g_strcmp0 (self->import->act, "inject") == 0;
}

/* As it stands now: a choice has changed it since the list was read. */
static PamongImportRow *
read_selected (PamongResultView *self)
{
  PamongOutcomeRow *row = gtk_single_selection_get_selected_item (self->selection);
  g_autoptr (GPtrArray) fresh = NULL;

  if (row != NULL)
    fresh = pamong_import_rows (pamong_session_store (self->session), self->import->uid, 0, pamong_outcome_row_data (row)->n - 1, 1, NULL);
  if (fresh == NULL || fresh->len == 0)
    return NULL;
  g_ptr_array_set_free_func (fresh, NULL);
  return fresh->pdata[0];
}

static void
show_detail (PamongResultView *self)
{
  PamongImportRow *row = read_selected (self);

  pamong_outcome_detail_show (self->detail, self->import->uid, row, is_open (self));
  g_clear_pointer (&row, pamong_import_row_free);
}

/* In its place, without taking the keyboard from the choice beside it. */
static void
show_choice (PamongResultView *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);
  PamongImportRow *row = read_selected (self);

  if (row == NULL)
    return;
  self->filling = TRUE;
  pamong_outcome_list_replace (self->list, position, row);
  gtk_single_selection_set_selected (self->selection, position);
  self->filling = FALSE;
}

static void
selected_cb (PamongResultView *self)
{
  if (!self->filling && self->import != NULL)
    show_detail (self);
}

static const char *
empty_words (PamongResultView *self)
{
  if (!self->import->is_here)
    return is_injection (self) ? _ ("The regency filled this in; its rows are not kept here. Whom it brought is listed under To check until you have checked them.") : _ ("This import was made on another computer; its rows are not kept here.");
  return self->import->has_rows ? _ ("No row has this outcome.") : _ ("This import is over and its rows are kept no longer. Read the file again to see what still differs.");
}

static void
show_rows (PamongResultView *self)
{
  guint outcome = chosen_outcome (self), n = self->import->has_rows ? count_of (&self->import->figures, outcome) : 0;

  self->filling = TRUE;
  pamong_outcome_list_show (self->list, self->import->uid, (PamongImportOutcome) outcome, n);
  self->filling = FALSE;
  gtk_label_set_text (self->empty, empty_words (self));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), n > 0 ? "rows" : "empty");
  if (n > 0)
    gtk_single_selection_set_selected (self->selection, 0);
  show_detail (self);
}

static void
chip_cb (GtkToggleButton *chip, PamongResultView *self)
{
  if (!self->filling && self->import != NULL && gtk_toggle_button_get_active (chip))
    show_rows (self);
}

static void
show_chips (PamongResultView *self)
{
  for (guint i = 0; i < CHIPS; i++)
    {
      g_autofree char *number = pamong_words_number (count_of (&self->import->figures, i)), *words = g_strdup_printf ("%s  %s", _ (chip_words[i]), number);

      gtk_button_set_label (GTK_BUTTON (self->chips[i]), words);
    }
}

static void
show_line (PamongResultView *self)
{
  const PamongImportFigures *figures = &self->import->figures;
  g_autofree char *families = pamong_words_number (figures->families), *notes = pamong_words_number (figures->findings);
  g_autofree char *differences = pamong_words_number (figures->differences), *taken = pamong_words_number (figures->taken);
  g_autofree char *formed = g_strdup_printf (_ ("%s families · %s to be looked at"), families, notes);
  g_autofree char *differing = self->looks ? g_strdup_printf (_ ("%s fields differ from what the village has"), differences) : g_strdup_printf (_ ("%s fields differ, %s of them taken"), differences, taken);
  gboolean asks = is_open (self) && figures->differences > 0;

  gtk_label_set_text (self->families, self->import->is_here ? formed : "");
  gtk_label_set_text (self->differences, differing);
  gtk_widget_set_visible (self->asking, figures->differences > 0);
  gtk_widget_set_visible (self->keep, asks);
  gtk_widget_set_visible (self->take, asks);
  gtk_widget_set_visible (self->report, self->import->has_rows && figures->findings > 0);
}

static gboolean
is_returned (PamongResultView *self)
{
  PamongBatchState state;

  return is_injection (self) && self->import->state == PAMONG_IMPORT_UNDONE && pamong_store_batch_state (pamong_session_store (self->session), self->import->uid, &state, NULL) && state.returned;
}

static void
show_foot (PamongResultView *self)
{
  gboolean returned = is_returned (self);
  g_autofree char *words = pamong_result_words (self->import, returned), *number = pamong_words_number (self->import->figures.added + self->import->figures.changed);
  g_autofree char *commit = g_strdup_printf (_ ("Wri_te %s people"), number);
  gboolean fits = self->import->figures.added + self->import->figures.changed > 0;

  gtk_label_set_text (self->words, words);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->words), words);
  gtk_label_set_label (self->commit_words, commit);
  gtk_widget_set_visible (self->commit, is_open (self));
  gtk_widget_set_sensitive (self->commit, fits);
  gtk_widget_set_visible (self->drop, is_open (self));
  gtk_widget_set_visible (self->undo, !self->looks && self->import->state == PAMONG_IMPORT_DONE);
  gtk_button_set_label (GTK_BUTTON (self->undo), is_injection (self) ? _ ("Return this filling _in…") : _ ("Take this import _back…"));
  gtk_widget_set_visible (self->again, !self->looks && returned);
  gtk_widget_set_visible (self->close, !is_open (self));
  gtk_image_set_from_icon_name (GTK_IMAGE (self->state), self->import->state == PAMONG_IMPORT_DONE ? "object-select-symbolic" : self->import->state == PAMONG_IMPORT_UNDONE ? "edit-undo-symbolic" : "dialog-warning-symbolic");
  gtk_widget_set_visible (self->state, !self->looks && (!is_open (self) || !fits));
  if (is_open (self) && !fits)
    gtk_widget_add_css_class (GTK_WIDGET (self->words), "warning-text");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->words), "warning-text");
}

static void
emit (PamongResultView *self, guint which)
{
  g_signal_emit (self, signals[which], 0);
}

static void
asked_cb (GtkWidget *button, PamongResultView *self)
{
  emit (self, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "signal")));
}

static void
keep_cb (PamongResultView *self)
{
  g_signal_emit (self, signals[CHOOSE], 0, 0, NULL, FALSE);
}

static void
take_cb (PamongResultView *self)
{
  g_signal_emit (self, signals[CHOOSE], 0, 0, NULL, TRUE);
}

static void
chose_cb (PamongResultView *self, guint n, const char *key, gboolean take)
{
  g_signal_emit (self, signals[CHOOSE], 0, n, key, take);
}

static gboolean
pressed_cb (PamongResultView *self, guint key, guint code, GdkModifierType state)
{
  state &= gtk_accelerator_get_default_mod_mask ();
  if (state == GDK_CONTROL_MASK && (key == GDK_KEY_s || key == GDK_KEY_Return || key == GDK_KEY_KP_Enter) && is_open (self))
    {
      if (gtk_widget_get_sensitive (self->commit))
        emit (self, COMMIT);
    }
  else if (state == 0 && key == GDK_KEY_Escape)
    emit (self, CLOSE);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
result_view_shown (PamongPage *page)
{
  PamongResultView *self = PAMONG_RESULT_VIEW (page);

  if (gtk_single_selection_get_selected_item (self->selection) == NULL || !gtk_widget_child_focus (self->view, GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus (self->chips[chosen_outcome (self)]);
}

static const PamongPageKey *
result_view_keys (PamongPage *page)
{
  static PamongPageKey keys[7];
  guint n = 0;

  keys[n++] = (PamongPageKey) { "F1", _ ("Help") };
  keys[n++] = (PamongPageKey) { "↑ ↓", _ ("Choose") };
  keys[n++] = (PamongPageKey) { "Tab", _ ("To the fields") };
  if (!PAMONG_RESULT_VIEW (page)->looks)
    keys[n++] = (PamongPageKey) { _ ("Space"), _ ("Take or keep") };
  if (is_open (PAMONG_RESULT_VIEW (page)))
    keys[n++] = (PamongPageKey) { "Ctrl+S", _ ("Write") };
  keys[n++] = (PamongPageKey) { "Esc", _ ("Back") };
  keys[n] = (PamongPageKey) { NULL, NULL };
  return keys;
}

static void
result_view_page_init (PamongPageInterface *iface)
{
  iface->shown = result_view_shown;
  iface->keys = result_view_keys;
}

static void
pamong_result_view_dispose (GObject *object)
{
  PamongResultView *self = PAMONG_RESULT_VIEW (object);
  GtkWidget *child;

  self->filling = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->list);
  g_clear_pointer (&self->import, pamong_import_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (pamong_result_view_parent_class)->dispose (object);
}

static void
pamong_result_view_class_init (PamongResultViewClass *klass)
{
  static const char *const names[N_SIGNALS] = { "choose", "commit", "undo", "drop", "report", "columns", "close", "again" };

  G_OBJECT_CLASS (klass)->dispose = pamong_result_view_dispose;
  signals[CHOOSE] = g_signal_new (names[CHOOSE], G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_STRING, G_TYPE_BOOLEAN);
  for (guint i = COMMIT; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static GtkLabel *
make_label (const char *class)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_xalign (label, 0);
  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_END);
  if (class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (label), class);
  return label;
}

static GtkWidget *
make_button (PamongResultView *self, const char *words, void (*clicked) (PamongResultView *))
{
  GtkWidget *button = gtk_button_new_with_mnemonic (words);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (clicked), self);
  return button;
}

static GtkWidget *
make_asking (PamongResultView *self, const char *words, guint signal)
{
  GtkWidget *button = words != NULL ? gtk_button_new_with_mnemonic (words) : gtk_button_new ();

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (button), "signal", GUINT_TO_POINTER (signal));
  g_signal_connect (button, "clicked", G_CALLBACK (asked_cb), self);
  return button;
}

static GtkWidget *
make_chips (PamongResultView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (box, pamong_wrap_layout_new (6));
  for (guint i = 0; i < CHIPS; i++)
    {
      self->chips[i] = gtk_toggle_button_new_with_mnemonic (_ (chip_words[i]));
      gtk_button_set_use_underline (GTK_BUTTON (self->chips[i]), TRUE);
      gtk_widget_add_css_class (self->chips[i], "outcome-chip");
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->chips[i]), GTK_TOGGLE_BUTTON (self->chips[0]));
      g_signal_connect (self->chips[i], "toggled", G_CALLBACK (chip_cb), self);
      gtk_box_append (GTK_BOX (box), self->chips[i]);
    }
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->chips[0]), TRUE);
  return box;
}

static GtkWidget *
make_line (PamongResultView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);

  self->families = make_label ("medium");
  gtk_widget_set_hexpand (GTK_WIDGET (self->families), TRUE);
  self->report = make_asking (self, _ ("Sa_ve the list of corrections…"), REPORT);
  self->columns = make_asking (self, _ ("Col_umns…"), COLUMNS);
  gtk_widget_add_css_class (box, "count-line");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->families));
  gtk_box_append (GTK_BOX (box), self->report);
  gtk_box_append (GTK_BOX (box), self->columns);
  return box;
}

static GtkWidget *
make_differences (PamongResultView *self)
{
  self->asking = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  self->differences = make_label (NULL);
  gtk_widget_set_hexpand (GTK_WIDGET (self->differences), TRUE);
  self->keep = make_button (self, _ ("_Keep all"), keep_cb);
  self->take = make_button (self, _ ("Take a_ll"), take_cb);
  gtk_widget_add_css_class (self->asking, "band");
  gtk_widget_add_css_class (self->asking, "warning");
  gtk_box_append (GTK_BOX (self->asking), gtk_image_new_from_icon_name ("view-dual-symbolic"));
  gtk_box_append (GTK_BOX (self->asking), GTK_WIDGET (self->differences));
  gtk_box_append (GTK_BOX (self->asking), self->keep);
  gtk_box_append (GTK_BOX (self->asking), self->take);
  return self->asking;
}

static GtkWidget *
make_said (PamongResultView *self)
{
  self->said_band = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  self->said = make_label (NULL);
  gtk_label_set_ellipsize (self->said, PANGO_ELLIPSIZE_NONE);
  gtk_label_set_wrap (self->said, TRUE);
  gtk_widget_add_css_class (self->said_band, "band");
  gtk_widget_add_css_class (self->said_band, "error");
  gtk_box_append (GTK_BOX (self->said_band), gtk_image_new_from_icon_name ("dialog-error-symbolic"));
  gtk_box_append (GTK_BOX (self->said_band), GTK_WIDGET (self->said));
  gtk_widget_set_visible (self->said_band, FALSE);
  return self->said_band;
}

static GtkWidget *
make_rows (PamongResultView *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->list = pamong_outcome_list_new (pamong_session_store (self->session));
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->list)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  self->view = gtk_column_view_new (GTK_SELECTION_MODEL (self->selection));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Rows of the file"), -1);
  pamong_outcome_columns_add (GTK_COLUMN_VIEW (self->view));
  pamong_focus_one_stop (self->view);
  g_signal_connect_swapped (self->selection, "notify::selected", G_CALLBACK (selected_cb), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->view);
  self->empty = make_label ("secondary");
  gtk_label_set_ellipsize (self->empty, PANGO_ELLIPSIZE_NONE);
  gtk_label_set_wrap (self->empty, TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->empty), GTK_ALIGN_START);
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), scroller, "rows");
  gtk_stack_add_named (GTK_STACK (self->stack), GTK_WIDGET (self->empty), "empty");
  gtk_widget_set_vexpand (self->stack, TRUE);
  return self->stack;
}

static GtkWidget *
make_commit (PamongResultView *self)
{
  GtkWidget *button = make_asking (self, NULL, COMMIT), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *label = gtk_label_new_with_mnemonic ("");

  self->commit_words = GTK_LABEL (label);
  gtk_label_set_use_underline (self->commit_words, TRUE);
  gtk_label_set_mnemonic_widget (self->commit_words, button);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), pamong_keycap_new ("Ctrl+S"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "primary");
  return button;
}

static GtkWidget *
make_foot (PamongResultView *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);

  self->state = gtk_image_new ();
  self->words = make_label (NULL);
  gtk_widget_set_hexpand (GTK_WIDGET (self->words), TRUE);
  self->drop = make_asking (self, _ ("_Cancel the import"), DROP);
  self->undo = make_asking (self, _ ("Take this import _back…"), UNDO);
  self->again = make_asking (self, _ ("Take it in _again"), AGAIN);
  self->close = make_asking (self, _ ("Other _file"), CLOSE);
  self->commit = make_commit (self);
  gtk_widget_add_css_class (foot, "foot-bar");
  gtk_box_append (GTK_BOX (foot), self->state);
  gtk_box_append (GTK_BOX (foot), GTK_WIDGET (self->words));
  gtk_box_append (GTK_BOX (foot), self->drop);
  gtk_box_append (GTK_BOX (foot), self->undo);
  gtk_box_append (GTK_BOX (foot), self->again);
  gtk_box_append (GTK_BOX (foot), self->close);
  gtk_box_append (GTK_BOX (foot), self->commit);
  return foot;
}

static void
fill (PamongResultView *self)
{
  GtkWidget *across = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), *left = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_add_css_class (left, "exchange-body");
  gtk_widget_set_hexpand (left, TRUE);
  gtk_box_append (GTK_BOX (left), make_chips (self));
  gtk_box_append (GTK_BOX (left), make_line (self));
  gtk_box_append (GTK_BOX (left), make_differences (self));
  gtk_box_append (GTK_BOX (left), self->notes = pamong_result_notes_new ());
  gtk_box_append (GTK_BOX (left), make_said (self));
  gtk_box_append (GTK_BOX (left), make_rows (self));
  self->detail = PAMONG_OUTCOME_DETAIL (pamong_outcome_detail_new (pamong_session_store (self->session)));
  g_signal_connect_swapped (self->detail, "choose", G_CALLBACK (chose_cb), self);
  gtk_widget_set_vexpand (across, TRUE);
  gtk_box_append (GTK_BOX (across), left);
  gtk_box_append (GTK_BOX (across), GTK_WIDGET (self->detail));
  gtk_widget_set_parent (across, GTK_WIDGET (self));
  gtk_widget_set_parent (make_foot (self), GTK_WIDGET (self));
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
pamong_result_view_init (PamongResultView *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
}

GtkWidget *
pamong_result_view_new (PamongSession *session)
{
  PamongResultView *self = g_object_new (PAMONG_TYPE_RESULT_VIEW, NULL);

  self->session = g_object_ref (session);
  fill (self);
  return GTK_WIDGET (self);
}

/* Where a person has something to decide; else all of them. */
static guint
first_outcome (const PamongImportFigures *figures)
{
  return figures->refused > 0 ? PAMONG_IMPORT_REFUSED : figures->differs > 0 ? PAMONG_IMPORT_DIFFERS : 0;
}

gboolean
pamong_result_view_show (PamongResultView *self, const char *uid, gboolean columns, GError **error)
{
  PamongImport *import = pamong_import_get (pamong_session_store (self->session), uid, error);

  if (import == NULL)
    return FALSE;
  g_clear_pointer (&self->import, pamong_import_free);
  self->import = import;
  pamong_result_view_say (self, NULL, FALSE);
  gtk_widget_set_visible (self->columns, columns && is_open (self));
  self->filling = TRUE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->chips[is_open (self) ? first_outcome (&import->figures) : 0]), TRUE);
  self->filling = FALSE;
  show_chips (self);
  show_line (self);
  show_foot (self);
  pamong_result_notes_show (self->notes, pamong_session_store (self->session), uid);
  show_rows (self);
  return TRUE;
}

void
pamong_result_view_refresh (PamongResultView *self, PamongResultScope scope)
{
  PamongImport *import = self->import != NULL ? pamong_import_get (pamong_session_store (self->session), self->import->uid, NULL) : NULL;

  if (import == NULL)
    return;
  pamong_import_free (self->import);
  self->import = import;
  show_chips (self);
  show_line (self);
  show_foot (self);
  if (scope == PAMONG_RESULT_ALL)
    {
      show_rows (self);
      return;
    }
  show_choice (self);
  if (scope == PAMONG_RESULT_ROW)
    show_detail (self);
}

void
pamong_result_view_say (PamongResultView *self, const char *words, gboolean failed)
{
  gtk_image_set_from_icon_name (GTK_IMAGE (gtk_widget_get_first_child (self->said_band)), failed ? "dialog-error-symbolic" : "object-select-symbolic");
  if (failed)
    gtk_widget_add_css_class (self->said_band, "error");
  else
    gtk_widget_remove_css_class (self->said_band, "error");
  gtk_label_set_text (self->said, words != NULL ? words : "");
  gtk_widget_set_visible (self->said_band, words != NULL);
}

void
pamong_result_view_only_look (PamongResultView *self)
{
  self->looks = TRUE;
  gtk_button_set_label (GTK_BUTTON (self->close), _ ("_Back to the villages"));
}

void
pamong_result_view_filter (PamongResultView *self, PamongImportOutcome outcome)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->chips[outcome]), TRUE);
}

const PamongImport *
pamong_result_view_import (PamongResultView *self)
{
  return self->import;
}
