/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/reports/reports_page.h"
#include "app/reports/book_columns.h"
#include "app/reports/book_output.h"
#include "app/reports/book_table.h"
#include "app/reports/register_list.h"
#include "app/reports/report_choices.h"
#include "app/reports/report_job.h"
#include "app/home/pyramid.h"
#include "app/residents/filter_chip.h"
#include "app/words.h"
#include "domain/clock.h"
#include "domain/codes.h"
#include "paper/words.h"
#include <glib/gi18n.h>
#include <string.h>

struct _PamongReportsPage {
  GtkWidget parent_instance;

  PamongSession *session;
  const PamongRegister *reg;
  PamongFilled *book, *names; /* names: of one figure of the book */
  char *names_title;
  GCancellable *reading;
  gboolean stale;
  GtkWidget *list, *chips, *village, *dusun, *month, *back, *outputs, *table, *pyramid;
  GtkLabel *hint, *count, *said;
};

static void pamong_reports_page_iface_init (PamongPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PamongReportsPage, pamong_reports_page, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (PAMONG_TYPE_PAGE, pamong_reports_page_iface_init))

static const char *
area (PamongReportsPage *self)
{
  const char *whole = pamong_session_area (self->session);
  const PamongRegion *village = pamong_report_nth_village (whole, pamong_filter_chip_chosen (PAMONG_FILTER_CHIP (self->village)));

  return village != NULL ? village->code : whole;
}

static GPtrArray *
villages (gpointer data)
{
  PamongReportsPage *self = data;

  return pamong_report_villages (pamong_session_area (self->session));
}

static GPtrArray *
hamlets (gpointer data)
{
  PamongReportsPage *self = data;

  return pamong_report_hamlets (pamong_session_store (self->session), area (self));
}

static void
say (GtkWidget *page, const char *words, gboolean failed)
{
  PamongReportsPage *self = PAMONG_REPORTS_PAGE (page);

  if (self->said == NULL)
    return;
  gtk_label_set_text (self->said, words);
  if (failed)
    gtk_widget_add_css_class (GTK_WIDGET (self->said), "error-text");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->said), "error-text");
}

static PamongFilled *
in_view (PamongReportsPage *self)
{
  return self->names != NULL ? self->names : self->book;
}

static char *
count_words (PamongReportsPage *self, PamongFilled *filled)
{
  const PamongRegister *reg = pamong_filled_register (filled);
  g_autofree char *number = pamong_words_number (pamong_filled_n_entries (filled));
  g_autofree char *month = pamong_filled_month (filled) != NULL ? pamong_paper_month (pamong_filled_month (filled)) : pamong_paper_day (pamong_filled_today (filled));

  if (filled == self->names)
    return g_strdup_printf (_ ("%s: %s people"), self->names_title, number);
  if (g_str_equal (reg->source, "people") || g_str_equal (reg->source, "letters") || g_str_equal (reg->source, "mutations"))
    return g_strdup_printf (_ ("%s: %s entries"), month, number);
  return g_strdup (month);
}

/* Beside figures that have ages, in the room their few columns leave. */
static void
show_pyramid (PamongReportsPage *self, PamongFilled *filled)
{
  const PamongAges *ages = filled != NULL && pamong_filled_n_rows (filled) > 0 ? pamong_filled_ages (filled) : NULL;
  PamongFigures figures = { 0 };

  gtk_widget_set_visible (gtk_widget_get_parent (self->pyramid), ages != NULL);
  if (ages == NULL)
    return;
  memcpy (figures.ages, *ages, sizeof figures.ages);
  pamong_pyramid_set (PAMONG_PYRAMID (self->pyramid), &figures);
}

static void
show (PamongReportsPage *self)
{
  PamongFilled *filled = in_view (self);
  g_autofree char *count = filled != NULL ? count_words (self, filled) : NULL;

  pamong_book_table_show (PAMONG_BOOK_TABLE (self->table), filled);
  show_pyramid (self, filled);
  gtk_label_set_text (self->count, count != NULL ? count : "");
  gtk_widget_set_visible (self->back, self->names != NULL);
  gtk_widget_set_visible (self->chips, self->names == NULL);
  gtk_widget_set_sensitive (self->outputs, filled != NULL);
  say (GTK_WIDGET (self), "", FALSE);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.keys-changed", NULL);
}

static void
drop_names (PamongReportsPage *self)
{
  g_clear_pointer (&self->names, pamong_filled_unref);
  g_clear_pointer (&self->names_title, g_free);
}

static void
fail (PamongReportsPage *self, const GError *error)
{
  drop_names (self);
  g_clear_pointer (&self->book, pamong_filled_unref);
  show (self);
  pamong_book_table_say (PAMONG_BOOK_TABLE (self->table), error->message);
}

/* Returns: (transfer full) (nullable): what was read; NULL when it was given up, or is told to have failed. */
static PamongFilled *
take_read (PamongReportsPage *self, GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;
  PamongFilled *filled = pamong_report_read_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->session == NULL)
    g_clear_pointer (&filled, pamong_filled_unref);
  else if (filled == NULL)
    fail (self, error);
  return filled;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PamongReportsPage) self = data;
  PamongFilled *filled = take_read (self, result);

  if (filled == NULL)
    return;
  drop_names (self);
  g_clear_pointer (&self->book, pamong_filled_unref);
  self->book = filled;
  show (self);
}

static void
names_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PamongReportsPage) self = data;
  PamongFilled *filled = take_read (self, result);

  if (filled == NULL)
    return;
  self->names = filled;
  show (self);
  gtk_widget_grab_focus (self->back);
}

/* What was asked before is not waited for. */
static void
start_reading (PamongReportsPage *self, const PamongRegister *reg, const PamongRegisterScope *scope, GAsyncReadyCallback callback)
{
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  pamong_report_read_async (pamong_store_dir (pamong_session_store (self->session)), reg, scope, self->reading, callback, g_object_ref (self));
}

/* Over a million people are no book. */
static gboolean
is_too_wide (PamongReportsPage *self)
{
  return pamong_session_level (self->session) == PAMONG_LEVEL_REGENCY && pamong_filter_chip_chosen (PAMONG_FILTER_CHIP (self->village)) < 0;
}

static void
read_book (PamongReportsPage *self)
{
  int chosen = pamong_filter_chip_chosen (PAMONG_FILTER_CHIP (self->month));
  g_autofree char *month = pamong_report_month (MAX (chosen, 0)), *today = pamong_clock_today ();
  PamongRegisterScope scope = { area (self), pamong_filter_chip_words (PAMONG_FILTER_CHIP (self->dusun)), month, today, NULL, NULL };

  self->stale = FALSE;
  if (self->reg == NULL)
    return;
  if (is_too_wide (self))
    {
      g_clear_pointer (&self->book, pamong_filled_unref);
      show (self);
      pamong_book_table_say (PAMONG_BOOK_TABLE (self->table), _ ("Choose a district first: a book is of one district or village."));
      return;
    }
  if (self->book == NULL)
    pamong_book_table_say (PAMONG_BOOK_TABLE (self->table), _ ("Reading…"));
  start_reading (self, self->reg, &scope, read_cb);
}

static void
figure_cb (PamongReportsPage *self, guint row, guint column)
{
  g_autoptr (GArray) rids = pamong_filled_names (self->book, row, column);
  const PamongRegister *reg = pamong_filled_register (self->book);
  const PamongRegisterColumn *described = reg->columns->pdata[column], *first = reg->columns->pdata[0];
  PamongRegisterScope scope = { pamong_filled_area (self->book), NULL, NULL, pamong_filled_today (self->book), rids, NULL };

  g_free (self->names_title);
  self->names_title = g_strdup_printf ("%s, %s", pamong_filled_cell (self->book, row, first->align != PAMONG_ALIGN_START ? 1 : 0), described->screen);
  scope.subject = self->names_title;
  start_reading (self, pamong_registers_find ("nama"), &scope, names_cb);
}

static char *
uid_of (PamongReportsPage *self, gint32 rid)
{
  g_autoptr (GPtrArray) rows = rid > 0 ? pamong_residents_rows (pamong_session_store (self->session), &rid, 1, NULL) : NULL;

  return rows != NULL && rows->len == 1 && rows->pdata[0] != NULL ? g_strdup (((PamongListRow *) rows->pdata[0])->uid) : NULL;
}

static void
person_cb (PamongReportsPage *self, int rid)
{
  g_autofree char *uid = uid_of (self, rid);

  if (uid != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open", "(ss)", pamong_kind_name (PAMONG_KIND_RESIDENT), uid);
}

static gpointer
log_reveal (PamongOffice *office, gpointer uid, GError **error)
{
  return pamong_office_log_reveal (office, uid, error) ? g_strdup (uid) : NULL;
}

static void
revealed_cb (GObject *desk, GAsyncResult *result, gpointer data)
{
  g_autoptr (PamongReportsPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *uid = pamong_desk_run_finish (PAMONG_DESK (desk), result, &error);
  g_autofree char *chosen = self->session != NULL ? uid_of (self, pamong_book_table_chosen (PAMONG_BOOK_TABLE (self->table))) : NULL;

  if (self->session != NULL && error != NULL)
    say (GTK_WIDGET (self), error->message, TRUE);
  else if (uid != NULL && g_strcmp0 (uid, chosen) == 0)
    pamong_book_table_reveal (PAMONG_BOOK_TABLE (self->table));
}

static void
reveal_cb (GtkWidget *widget, const char *action, GVariant *none)
{
  PamongReportsPage *self = PAMONG_REPORTS_PAGE (widget);
  char *uid = uid_of (self, pamong_book_table_chosen (PAMONG_BOOK_TABLE (self->table)));

  if (uid != NULL)
    pamong_desk_run_async (pamong_session_desk (self->session), log_reveal, uid, g_free, g_free, NULL, revealed_cb, g_object_ref (self));
}

static void
back_cb (PamongReportsPage *self)
{
  drop_names (self);
  show (self);
  gtk_widget_grab_focus (self->table);
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *none, gpointer data)
{
  PamongReportsPage *self = PAMONG_REPORTS_PAGE (widget);

  if (self->names == NULL)
    return FALSE;
  back_cb (self);
  return TRUE;
}

static void
give (PamongReportsPage *self, PamongOutputKind kind)
{
  if (in_view (self) != NULL)
    pamong_book_output_run (GTK_WIDGET (self), self->session, in_view (self), kind, say);
}

static void
print_action_cb (GtkWidget *widget, const char *action, GVariant *none)
{
  give (PAMONG_REPORTS_PAGE (widget), PAMONG_OUTPUT_PRINT);
}

static void
print_cb (PamongReportsPage *self)
{
  give (self, PAMONG_OUTPUT_PRINT);
}

static void
pdf_cb (PamongReportsPage *self)
{
  give (self, PAMONG_OUTPUT_PDF);
}

static void
xlsx_cb (PamongReportsPage *self)
{
  give (self, PAMONG_OUTPUT_XLSX);
}

static void
register_cb (const PamongRegister *reg, gpointer data)
{
  PamongReportsPage *self = data;

  self->reg = reg;
  drop_names (self);
  g_clear_pointer (&self->book, pamong_filled_unref);
  gtk_label_set_text (self->hint, reg->about != NULL ? reg->about : "");
  gtk_widget_set_visible (self->month, reg->monthly);
  show (self);
  read_book (self);
}

static void
village_cb (PamongReportsPage *self)
{
  gboolean one = pamong_session_level (self->session) == PAMONG_LEVEL_DISTRICT && pamong_filter_chip_chosen (PAMONG_FILTER_CHIP (self->village)) >= 0;

  gtk_widget_set_visible (self->dusun, one);
  if (pamong_filter_chip_chosen (PAMONG_FILTER_CHIP (self->dusun)) >= 0)
    pamong_filter_chip_choose (PAMONG_FILTER_CHIP (self->dusun), -1);
  else
    read_book (self);
}

static void
changed_cb (PamongReportsPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && self->names == NULL)
    read_book (self);
  else
    self->stale = TRUE;
}

static void
pamong_reports_page_shown (PamongPage *page)
{
  PamongReportsPage *self = PAMONG_REPORTS_PAGE (page);

  if (self->reg == NULL)
    pamong_register_list_choose (self->list, "b1");
  else if (self->stale && self->names == NULL)
    read_book (self);
  gtk_widget_child_focus (self->list, GTK_DIR_TAB_FORWARD);
}

static gboolean
pamong_reports_page_view (PamongPage *page, const char *name)
{
  return pamong_register_list_choose (PAMONG_REPORTS_PAGE (page)->list, name);
}

static const PamongPageKey *
pamong_reports_page_keys (PamongPage *page)
{
  static PamongPageKey keys[7];
  PamongReportsPage *self = PAMONG_REPORTS_PAGE (page);
  guint n = 0;

  keys[n++] = (PamongPageKey) { "F1", _ ("Help") };
  keys[n++] = (PamongPageKey) { "Ctrl+P", _ ("Print") };
  if (self->names != NULL)
    keys[n++] = (PamongPageKey) { "Esc", _ ("Back to the book") };
  if (in_view (self) != NULL && pamong_book_has_numbers (pamong_filled_register (in_view (self))))
    keys[n++] = (PamongPageKey) { "Ctrl+T", _ ("Show the numbers") };
  keys[n++] = (PamongPageKey) { "Ctrl+?", _ ("All keys") };
  keys[n] = (PamongPageKey) { NULL, NULL };
  return keys;
}

static void
pamong_reports_page_iface_init (PamongPageInterface *iface)
{
  iface->shown = pamong_reports_page_shown;
  iface->view = pamong_reports_page_view;
  iface->keys = pamong_reports_page_keys;
}

static void
pamong_reports_page_dispose (GObject *object)
{
  PamongReportsPage *self = PAMONG_REPORTS_PAGE (object);
  GtkWidget *child;

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->said = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  drop_names (self);
  g_clear_pointer (&self->book, pamong_filled_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (pamong_reports_page_parent_class)->dispose (object);
}

static void
pamong_reports_page_class_init (PamongReportsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pamong_reports_page_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_install_action (widget_class, "reports.print", NULL, print_action_cb);
  gtk_widget_class_install_action (widget_class, "reports.reveal", NULL, reveal_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "reports.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, GDK_CONTROL_MASK, "reports.reveal", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

static GtkLabel *
make_label (const char *words, const char *css_class)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, css_class);
  return GTK_LABEL (label);
}

static void
add_output (PamongReportsPage *self, const char *words, GCallback callback, gboolean primary)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (words);

  if (primary)
    gtk_widget_add_css_class (button, "primary");
  g_signal_connect_swapped (button, "clicked", callback, self);
  gtk_box_append (GTK_BOX (self->outputs), button);
}

static GtkWidget *
make_head (PamongReportsPage *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->hint = make_label (NULL, "page-hint");
  self->outputs = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_widget_set_valign (self->outputs, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (make_label (_ ("Reports & books"), "page-title")));
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->hint));
  add_output (self, _ ("P_DF"), G_CALLBACK (pdf_cb), FALSE);
  add_output (self, _ ("_XLSX"), G_CALLBACK (xlsx_cb), FALSE);
  add_output (self, _ ("_Print"), G_CALLBACK (print_cb), TRUE);
  gtk_box_append (GTK_BOX (head), words);
  gtk_box_append (GTK_BOX (head), self->outputs);
  gtk_widget_add_css_class (head, "page-head");
  return head;
}

static GtkWidget *
add_chip (PamongReportsPage *self, const char *title, PamongFilterChoices choices, GCallback callback)
{
  GtkWidget *chip = pamong_filter_chip_new (title, choices, self);

  g_signal_connect_swapped (chip, "changed", callback, self);
  gtk_box_append (GTK_BOX (self->chips), chip);
  return chip;
}

static GtkWidget *
make_line (PamongReportsPage *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->back = gtk_button_new_with_mnemonic (_ ("_Back to the book"));
  self->chips = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  self->dusun = add_chip (self, pamong_words_hamlet (_ ("_Dusun")), hamlets, G_CALLBACK (read_book));
  self->month = add_chip (self, _ ("_Month"), pamong_report_months, G_CALLBACK (read_book));
  self->count = make_label (NULL, "secondary");
  gtk_widget_set_visible (self->back, FALSE);
  gtk_widget_set_visible (self->month, FALSE);
  g_signal_connect_swapped (self->back, "clicked", G_CALLBACK (back_cb), self);
  gtk_box_append (GTK_BOX (line), self->back);
  gtk_box_append (GTK_BOX (line), self->chips);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->count));
  gtk_widget_add_css_class (line, "book-line");
  return line;
}

static GtkWidget *
make_pyramid (PamongReportsPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->pyramid = pamong_pyramid_new ();
  gtk_widget_set_vexpand (self->pyramid, TRUE);
  gtk_widget_add_css_class (box, "book-pyramid");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (make_label (_ ("Population pyramid"), "medium")));
  gtk_box_append (GTK_BOX (box), self->pyramid);
  gtk_widget_set_hexpand (box, FALSE);
  gtk_widget_set_size_request (self->pyramid, 210, -1);
  gtk_widget_set_visible (box, FALSE);
  return box;
}

static GtkWidget *
make_body (PamongReportsPage *self)
{
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), *side = gtk_scrolled_window_new (), *right = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4), *middle = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->list = pamong_register_list_new (register_cb, self);
  self->table = pamong_book_table_new ();
  self->said = make_label (NULL, "secondary");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (side), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (side), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_add_css_class (side, "register-side");
  gtk_widget_set_vexpand (body, TRUE);
  gtk_widget_set_hexpand (right, TRUE);
  gtk_widget_set_vexpand (self->table, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->said), "book-said");
  g_signal_connect_swapped (self->table, "figure", G_CALLBACK (figure_cb), self);
  g_signal_connect_swapped (self->table, "person", G_CALLBACK (person_cb), self);
  gtk_box_append (GTK_BOX (right), make_line (self));
  gtk_widget_set_hexpand (self->table, TRUE);
  gtk_box_append (GTK_BOX (middle), self->table);
  gtk_box_append (GTK_BOX (middle), make_pyramid (self));
  gtk_box_append (GTK_BOX (right), middle);
  gtk_box_append (GTK_BOX (right), GTK_WIDGET (self->said));
  gtk_box_append (GTK_BOX (body), side);
  gtk_box_append (GTK_BOX (body), right);
  return body;
}

static void
pamong_reports_page_init (PamongReportsPage *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "page");
  gtk_widget_set_parent (make_head (self), GTK_WIDGET (self));
  gtk_widget_set_parent (make_body (self), GTK_WIDGET (self));
}

GtkWidget *
pamong_reports_page_new (PamongSession *session)
{
  PamongReportsPage *self = g_object_new (PAMONG_TYPE_REPORTS_PAGE, NULL);
  gboolean village = pamong_session_level (session) == PAMONG_LEVEL_VILLAGE;

  self->session = g_object_ref (session);
  self->village = add_chip (self, pamong_session_level (session) == PAMONG_LEVEL_REGENCY ? _ ("D_istrict") : _ ("Vi_llage"), villages, G_CALLBACK (village_cb));
  gtk_box_reorder_child_after (GTK_BOX (self->chips), self->village, NULL);
  gtk_widget_set_visible (self->village, !village);
  gtk_widget_set_visible (self->dusun, village);
  g_signal_connect_swapped (session, "changed", G_CALLBACK (changed_cb), self);
  return GTK_WIDGET (self);
}

PamongFilled *
pamong_reports_page_shown_book (PamongReportsPage *self)
{
  return in_view (self);
}

void
pamong_reports_page_save (PamongReportsPage *self, const char *path, const char *reason)
{
  pamong_book_output_save (GTK_WIDGET (self), self->session, in_view (self), path, reason, say);
}
