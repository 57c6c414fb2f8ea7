/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/exchange/export_view.h"
#include "app/exchange/export_job.h"
#include "app/words.h"
#include "domain/clock.h"
#include "domain/codes.h"
#include <glib/gi18n.h>
#include <string.h>

#define LOOK 100 /* milliseconds between two looks at how far it is */

struct _PamongExportView {
  GtkWidget parent_instance;

  PamongSession *session;
  PamongExportForm *form;
  PamongFilters *filters;
  PamongColumnPicker *picker;
  GtkWidget *picker_side, *write, *stop, *bar, *folder;
  GtkLabel *count, *said;
  GtkFileChooserNative *chooser;
  PamongExportJob *job; /* (nullable): at work */
  GCancellable *cancellable;
  PamongExportWhat shown; /* whose columns the picker holds */
  gint64 began;
  guint look;
  char *path; /* (nullable): the last file written */
};

static void export_view_iface_init (PamongPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PamongExportView, pamong_export_view, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (PAMONG_TYPE_PAGE, export_view_iface_init))

static void
say (PamongExportView *self, const char *words, gboolean wrong)
{
  gtk_label_set_text (self->said, words);
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self->said), "error-text");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->said), "error-text");
}

/* @columns: (out): keeps what the order names. */
static void
read_order (PamongExportView *self, PamongExportOrder *order, char ***columns)
{
  pamong_export_form_read (self->form, order);
  pamong_filters_query (self->filters, &order->query);
  order->note = pamong_session_is_practice (self->session) ? _ ("PRACTICE – made-up data") : NULL;
  *columns = g_str_equal (order->layout, "plain") ? pamong_column_picker_keys (self->picker) : NULL;
  order->columns = (const char *const *) *columns;
}

static void
show_busy (PamongExportView *self, gboolean busy)
{
  gtk_widget_set_visible (self->stop, busy);
  gtk_widget_set_visible (self->write, !busy);
  if (busy) /* before its entry is switched off, which GTK 4.8 minds */
    gtk_widget_grab_focus (self->stop);
  gtk_widget_set_visible (self->bar, busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->form), !busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->filters), !busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->picker), !busy);
}

static void
changed_cb (PamongExportView *self)
{
  PamongExportOrder order = PAMONG_EXPORT_ORDER_INIT;
  g_auto (GStrv) columns = NULL;
  g_autofree char *number = NULL, *words = NULL;
  gint64 people;

  if (self->job != NULL || self->picker == NULL || self->filters == NULL)
    return;
  pamong_export_form_read (self->form, &order);
  if (order.what != self->shown)
    {
      self->shown = order.what;
      pamong_column_picker_show (self->picker, order.what); /* comes back here */
      return;
    }
  read_order (self, &order, &columns);
  people = pamong_residents_count (pamong_session_store (self->session), &order.query, NULL);
  number = pamong_words_number (people);
  words = g_strdup_printf (ngettext ("%s person fits", "%s people fit", (gulong) people), number);
  gtk_label_set_text (self->count, words);
  gtk_widget_set_visible (self->picker_side, columns != NULL);
  gtk_widget_set_sensitive (self->write, people > 0 && (columns == NULL || columns[0] != NULL));
}

/* "1.200 dari 3.012 orang, 4 detik lagi". */
static gboolean
look_cb (gpointer data)
{
  PamongExportView *self = data;
  guint people, done = pamong_export_job_done (self->job, &people);
  gint64 passed = g_get_monotonic_time () - self->began;
  g_autofree char *number = pamong_words_number (done), *all = pamong_words_number (people), *words = NULL;
  guint left = done > 0 && people >= done ? (guint) (passed * (people - done) / done / G_USEC_PER_SEC) : 0;

  if (people == 0)
    return G_SOURCE_CONTINUE;
  words = left > 1 ? g_strdup_printf (_ ("%s of %s people written, about %u seconds left"), number, all, left) : g_strdup_printf (_ ("%s of %s people written"), number, all);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar), MIN (1.0, (double) done / people));
  say (self, words, FALSE);
  return G_SOURCE_CONTINUE;
}

static char *
done_words (PamongExportView *self, const PamongExported *exported)
{
  g_autofree char *number = pamong_words_number (exported->rows), *name = g_filename_display_basename (self->path), *report = NULL, *lost = NULL;
  guint losses = 0;

  for (guint i = 0; i < exported->losses->len; i++)
    losses += ((PamongExportLoss *) exported->losses->pdata[i])->n;
  if (losses == 0)
    return g_strdup_printf (_ ("%s rows written to %s."), number, name);
  report = g_filename_display_basename (exported->report);
  lost = pamong_words_number (losses);
  return g_strdup_printf (_ ("%s rows written to %s. %s values could not be taken along: they are listed in %s."), number, name, lost, report);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PamongExportView) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongExported) exported = pamong_export_job_run_finish (result, &error);
  g_autofree char *words = NULL;

  g_clear_handle_id (&self->look, g_source_remove);
  g_free (self->path);
  self->path = exported != NULL ? g_strdup (pamong_export_job_path (self->job)) : NULL;
  g_clear_pointer (&self->job, pamong_export_job_unref);
  g_clear_object (&self->cancellable);
  if (self->form == NULL) /* the window closed meanwhile */
    return;
  show_busy (self, FALSE);
  changed_cb (self);
  gtk_widget_set_visible (self->folder, exported != NULL);
  words = exported != NULL ? done_words (self, exported) : NULL;
  if (exported != NULL)
    say (self, words, FALSE);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    say (self, _ ("Stopped: no file was written."), FALSE);
  else
    say (self, error->message, TRUE);
}

void
pamong_export_view_write (PamongExportView *self, const char *path)
{
  PamongExportOrder order = PAMONG_EXPORT_ORDER_INIT;
  g_auto (GStrv) columns = NULL;

  if (self->job != NULL)
    return;
  read_order (self, &order, &columns);
  order.path = path;
  self->job = pamong_export_job_new (&order, pamong_export_form_reason (self->form));
  self->cancellable = g_cancellable_new ();
  self->began = g_get_monotonic_time ();
  self->look = g_timeout_add (LOOK, look_cb, self);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar), 0);
  gtk_widget_set_visible (self->folder, FALSE);
  say (self, _ ("Writing…"), FALSE);
  show_busy (self, TRUE);
  pamong_export_job_run_async (self->job, self->session, self->cancellable, written_cb, g_object_ref (self));
}

void
pamong_export_view_stop (PamongExportView *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

static const char *
ending (PamongExportFor target)
{
  static const char *const endings[PAMONG_N_EXPORT_FOR] = { ".xlsx", ".csv", ".xlsx", ".zip" };

  return endings[target];
}

/* A name whose ending was typed away would be another form of file. */
static char *
with_ending (const char *path, PamongExportFor target)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  return g_str_has_suffix (lower, ending (target)) ? g_strdup (path) : g_strconcat (path, ending (target), NULL);
}

static void
chosen_cb (PamongExportView *self, int response)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser)) : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL, *whole = path != NULL ? with_ending (path, pamong_export_form_target (self->form)) : NULL;

  g_clear_object (&self->chooser);
  if (whole != NULL)
    pamong_export_view_write (self, whole);
}

/* "penduduk-mojodelik-2026-11-24.xlsx"; OpenDK's own form "penduduk_24_11_2026_opendk.zip". */
static char *
suggest_name (PamongExportView *self)
{
  PamongExportOrder order = PAMONG_EXPORT_ORDER_INIT;
  PamongExportFor target = pamong_export_form_target (self->form);
  g_autofree char *today = pamong_clock_today (), *place = NULL;
  const char *practice = pamong_session_is_practice (self->session) ? "LATIHAN-" : "";
  const PamongRegion *region;

  pamong_export_form_read (self->form, &order);
  pamong_filters_query (self->filters, &order.query);
  if (target == PAMONG_EXPORT_FOR_OPENDK)
    return g_strdup_printf ("%spenduduk_%.2s_%.2s_%.4s_opendk.zip", practice, today + 8, today + 5, today);
  region = pamong_regions_find (order.query.area != NULL ? order.query.area : pamong_session_area (self->session));
  place = g_ascii_strdown (region != NULL ? region->name : "", -1);
  g_strdelimit (place, " /", '-');
  return g_strdup_printf ("%s%s-%s%s-%s%s", practice, order.what == PAMONG_EXPORT_FAMILIES ? "keluarga" : "penduduk", target == PAMONG_EXPORT_FOR_OPENSID ? "opensid-" : "", place, today, ending (target));
}

static void
write_cb (PamongExportView *self)
{
  g_autofree char *name = suggest_name (self), *reason = g_strstrip (g_strdup (pamong_export_form_reason (self->form)));
  PamongExportOrder order = PAMONG_EXPORT_ORDER_INIT;

  pamong_export_form_read (self->form, &order);
  if (order.full && *reason == '\0')
    {
      say (self, _ ("A file with whole NIK and No. KK needs a reason. Write what it is for and who gets it."), TRUE);
      pamong_export_form_focus_reason (self->form);
      return;
    }
  self->chooser = gtk_file_chooser_native_new (_ ("Write the file"), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Write"), _ ("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
folder_cb (PamongExportView *self)
{
  g_autofree char *folder = self->path != NULL ? g_path_get_dirname (self->path) : NULL, *uri = folder != NULL ? g_filename_to_uri (folder, NULL, NULL) : NULL;

  if (uri != NULL)
    gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), uri, GDK_CURRENT_TIME);
}

static const PamongPageKey *
export_view_keys (PamongPage *page)
{
  static const PamongPageKey none[] = { { NULL, NULL } };

  return none;
}

static void
export_view_shown (PamongPage *page)
{
  PamongExportView *self = PAMONG_EXPORT_VIEW (page);

  changed_cb (self);
  gtk_widget_child_focus (GTK_WIDGET (self->form), GTK_DIR_TAB_FORWARD);
}

static void
export_view_iface_init (PamongPageInterface *iface)
{
  iface->shown = export_view_shown;
  iface->keys = export_view_keys;
}

static void
pamong_export_view_dispose (GObject *object)
{
  PamongExportView *self = PAMONG_EXPORT_VIEW (object);
  GtkWidget *child;

  pamong_export_view_stop (self);
  g_clear_handle_id (&self->look, g_source_remove);
  self->form = NULL;
  self->filters = NULL;
  self->picker = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->chooser);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (pamong_export_view_parent_class)->dispose (object);
}

static void
pamong_export_view_finalize (GObject *object)
{
  PamongExportView *self = PAMONG_EXPORT_VIEW (object);

  g_clear_pointer (&self->job, pamong_export_job_unref);
  g_clear_object (&self->cancellable);
  g_free (self->path);
  G_OBJECT_CLASS (pamong_export_view_parent_class)->finalize (object);
}

static void
pamong_export_view_class_init (PamongExportViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pamong_export_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = pamong_export_view_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
pamong_export_view_init (PamongExportView *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "page");
}

static GtkWidget *
make_title (const char *words)
{
  GtkWidget *title = gtk_label_new (words);

  gtk_widget_add_css_class (title, "section-title");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  return title;
}

/* The left side: what and whom. */
static GtkWidget *
make_form_side (PamongExportView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8), *scrolled = gtk_scrolled_window_new ();

  self->form = PAMONG_EXPORT_FORM (pamong_export_form_new ());
  self->filters = PAMONG_FILTERS (pamong_filters_new (pamong_session_store (self->session), pamong_session_level (self->session), pamong_session_area (self->session)));
  self->count = GTK_LABEL (gtk_label_new (""));
  pamong_filters_hide_text (self->filters);
  gtk_label_set_xalign (self->count, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "secondary");
  gtk_widget_add_css_class (box, "settings-body");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->form));
  gtk_box_append (GTK_BOX (box), make_title (_ ("Whom")));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->filters));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->count));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_hexpand (scrolled, TRUE);
  return scrolled;
}

static GtkWidget *
make_picker_side (PamongExportView *self)
{
  GtkWidget *hint = gtk_label_new (_ ("The column UID is for importing the file again."));

  self->picker_side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->picker = PAMONG_COLUMN_PICKER (pamong_column_picker_new ());
  gtk_widget_add_css_class (hint, "secondary");
  gtk_label_set_xalign (GTK_LABEL (hint), 0);
  gtk_label_set_wrap (GTK_LABEL (hint), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (hint), 34);
  gtk_widget_add_css_class (self->picker_side, "settings-side");
  gtk_box_append (GTK_BOX (self->picker_side), make_title (_ ("Columns, in this order")));
  gtk_box_append (GTK_BOX (self->picker_side), GTK_WIDGET (self->picker));
  gtk_box_append (GTK_BOX (self->picker_side), hint);
  return self->picker_side;
}

static GtkWidget *
make_button (PamongExportView *self, GtkWidget *foot, const char *words, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (words);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (foot), button);
  return button;
}

static GtkWidget *
make_foot (PamongExportView *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->said = GTK_LABEL (gtk_label_new (""));
  self->bar = gtk_progress_bar_new ();
  gtk_label_set_xalign (self->said, 0);
  gtk_label_set_wrap (self->said, TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->said), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("How much is written"), -1);
  gtk_widget_set_valign (self->bar, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (self->bar, 160, -1);
  gtk_widget_add_css_class (foot, "foot-bar");
  gtk_box_append (GTK_BOX (foot), GTK_WIDGET (self->said));
  gtk_box_append (GTK_BOX (foot), self->bar);
  self->folder = make_button (self, foot, _ ("Open _folder"), G_CALLBACK (folder_cb));
  self->stop = make_button (self, foot, _ ("_Cancel"), G_CALLBACK (pamong_export_view_stop));
  self->write = make_button (self, foot, _ ("Write the f_ile…"), G_CALLBACK (write_cb));
  gtk_widget_add_css_class (self->write, "primary");
  gtk_widget_set_visible (self->folder, FALSE);
  return foot;
}

GtkWidget *
pamong_export_view_new (PamongSession *session)
{
  PamongExportView *self = g_object_new (PAMONG_TYPE_EXPORT_VIEW, NULL);
  GtkWidget *sides = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->session = g_object_ref (session);
  gtk_box_append (GTK_BOX (sides), make_form_side (self));
  gtk_box_append (GTK_BOX (sides), make_picker_side (self));
  gtk_widget_set_vexpand (sides, TRUE);
  gtk_widget_set_parent (sides, GTK_WIDGET (self));
  gtk_widget_set_parent (make_foot (self), GTK_WIDGET (self));
  g_signal_connect_swapped (self->form, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->filters, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->picker, "changed", G_CALLBACK (changed_cb), self);
  show_busy (self, FALSE);
  pamong_column_picker_show (self->picker, PAMONG_EXPORT_RESIDENTS);
  return GTK_WIDGET (self);
}

PamongExportForm *
pamong_export_view_form (PamongExportView *self)
{
  return self->form;
}

PamongFilters *
pamong_export_view_filters (PamongExportView *self)
{
  return self->filters;
}

PamongColumnPicker *
pamong_export_view_columns (PamongExportView *self)
{
  return self->picker;
}

gboolean
pamong_export_view_is_busy (PamongExportView *self)
{
  return self->job != NULL;
}
