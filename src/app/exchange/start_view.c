/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/exchange/start_view.h"
#include "app/exchange/earlier_list.h"
#include "app/exchange/recent_files.h"
#include "app/shell/key_bar.h"
#include "app/widgets/focus.h"
#include <glib/gi18n.h>

struct _PamongStartView {
  GtkWidget parent_instance;

  PamongSession *session;
  GtkWidget *body, *said_band, *choose, *recent_title;
  GtkLabel *said;
  GtkListBox *recent;
  PamongEarlierList *earlier; /* NULL: another list stands there */
  GtkFileChooserNative *chooser;
};

static void start_view_page_init (PamongPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PamongStartView, pamong_start_view, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (PAMONG_TYPE_PAGE, start_view_page_init))

enum { FILE_CHOSEN, OPEN_IMPORT, DROP_IMPORT, N_SIGNALS };
static guint signals[N_SIGNALS];

static const char *
store_dir (PamongStartView *self)
{
  return pamong_store_dir (pamong_session_store (self->session));
}

static void
take_file (PamongStartView *self, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);

  pamong_start_view_say (self, path == NULL ? _ ("The file lies in another place than this computer. Copy it here first, then choose the copy.") : NULL);
  if (path != NULL)
    g_signal_emit (self, signals[FILE_CHOSEN], 0, path);
}

static void
responded_cb (PamongStartView *self, int response)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser)) : NULL;

  g_clear_object (&self->chooser);
  if (file != NULL)
    take_file (self, file);
}

static void
add_filter (GtkFileChooser *chooser, const char *name, const char *const *suffixes)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (; *suffixes != NULL; suffixes++)
    gtk_file_filter_add_suffix (filter, *suffixes);
  gtk_file_chooser_add_filter (chooser, filter);
}

/* Where the last file lay: the flash disk is still in. */
static void
set_folder (PamongStartView *self)
{
  g_auto (GStrv) recent = pamong_recent_files (store_dir (self));
  g_autofree char *folder = recent[0] != NULL ? g_path_get_dirname (recent[0]) : NULL;
  g_autoptr (GFile) file = folder != NULL ? g_file_new_for_path (folder) : NULL;

  if (file != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (self->chooser), file, NULL);
}

void
pamong_start_view_choose (PamongStartView *self)
{
  static const char *const tables[] = { "xlsx", "xlsm", "xls", "csv", "txt", "tsv", "zip", NULL };
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  if (self->chooser != NULL)
    return;
  self->chooser = gtk_file_chooser_native_new (_ ("Choose the file with the people"), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Choose"), _ ("_Cancel"));
  add_filter (GTK_FILE_CHOOSER (self->chooser), _ ("Workbooks and tables"), tables);
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), all);
  set_folder (self);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_swapped (self->chooser, "response", G_CALLBACK (responded_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static gboolean
dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y, PamongStartView *self)
{
  GSList *files = G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST) ? gdk_file_list_get_files (g_value_get_boxed (value)) : NULL;

  if (files == NULL)
    return FALSE;
  take_file (self, files->data);
  g_slist_free (files);
  return TRUE;
}

static void
recent_cb (PamongStartView *self, GtkListBoxRow *row)
{
  g_autoptr (GFile) file = g_file_new_for_path (g_object_get_data (G_OBJECT (row), "path"));

  take_file (self, file);
}

static void
opened_cb (PamongStartView *self, const char *uid)
{
  g_signal_emit (self, signals[OPEN_IMPORT], 0, uid);
}

static void
dropped_import_cb (PamongStartView *self, const char *uid)
{
  g_signal_emit (self, signals[DROP_IMPORT], 0, uid);
}

static gboolean
pressed_cb (PamongStartView *self, guint key, guint code, GdkModifierType state)
{
  if ((state & gtk_accelerator_get_default_mod_mask ()) != GDK_CONTROL_MASK || key != GDK_KEY_o)
    return GDK_EVENT_PROPAGATE;
  pamong_start_view_choose (self);
  return GDK_EVENT_STOP;
}

static void
start_view_shown (PamongPage *page)
{
  PamongStartView *self = PAMONG_START_VIEW (page);

  pamong_start_view_refresh (self);
  if (self->earlier == NULL || !pamong_earlier_list_focus_unfinished (self->earlier))
    gtk_widget_grab_focus (self->choose);
}

static const PamongPageKey *
start_view_keys (PamongPage *page)
{
  static PamongPageKey keys[5];

  keys[0] = (PamongPageKey) { "F1", _ ("Help") };
  keys[1] = (PamongPageKey) { "Ctrl+O", _ ("Choose a file") };
  keys[2] = (PamongPageKey) { "Tab", _ ("Other list") };
  keys[3] = (PamongPageKey) { "Enter", _ ("Open") };
  return keys;
}

static void
start_view_page_init (PamongPageInterface *iface)
{
  iface->shown = start_view_shown;
  iface->keys = start_view_keys;
}

static void
pamong_start_view_dispose (GObject *object)
{
  PamongStartView *self = PAMONG_START_VIEW (object);

  g_clear_object (&self->chooser);
  g_clear_pointer (&self->body, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (pamong_start_view_parent_class)->dispose (object);
}

static void
pamong_start_view_class_init (PamongStartViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pamong_start_view_dispose;
  signals[FILE_CHOSEN] = g_signal_new ("file", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[OPEN_IMPORT] = g_signal_new ("open-import", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[DROP_IMPORT] = g_signal_new ("drop-import", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
make_label (const char *words, const char *class)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  return label;
}

static GtkWidget *
make_choose (PamongStartView *self)
{
  GtkWidget *button = gtk_button_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *label = gtk_label_new_with_mnemonic (_ ("_Choose a file…"));

  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), pamong_keycap_new ("Ctrl+O"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), button);
  gtk_widget_add_css_class (button, "primary");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (pamong_start_view_choose), self);
  return button;
}

static GtkWidget *
make_drop (PamongStartView *self, const char *hint)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  self->choose = make_choose (self);
  gtk_widget_add_css_class (box, "drop-place");
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), make_label (_ ("Drop the file here, or choose it"), "strong"));
  gtk_box_append (GTK_BOX (box), make_label (hint, "secondary"));
  gtk_box_append (GTK_BOX (box), self->choose);
  gtk_box_append (GTK_BOX (box), make_label (_ ("Nothing is written before you have seen what changes."), "secondary"));
  g_signal_connect (target, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  return box;
}

static GtkWidget *
make_recent (PamongStartView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->recent_title = make_label (NULL, "strong");
  gtk_label_set_text_with_mnemonic (GTK_LABEL (self->recent_title), _ ("_Last files"));
  self->recent = GTK_LIST_BOX (gtk_list_box_new ());
  pamong_focus_one_stop (GTK_WIDGET (self->recent));
  gtk_list_box_set_selection_mode (self->recent, GTK_SELECTION_NONE);
  gtk_list_box_set_placeholder (self->recent, make_label (_ ("Files you import appear here."), "secondary"));
  gtk_widget_add_css_class (GTK_WIDGET (self->recent), "recent-files");
  gtk_label_set_mnemonic_widget (GTK_LABEL (self->recent_title), GTK_WIDGET (self->recent));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->recent), GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->recent_title, NULL, -1);
  g_signal_connect_swapped (self->recent, "row-activated", G_CALLBACK (recent_cb), self);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), self->recent_title);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->recent));
  return box;
}

static GtkWidget *
make_said (PamongStartView *self)
{
  self->said_band = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  self->said = GTK_LABEL (make_label (NULL, NULL));
  gtk_widget_set_hexpand (GTK_WIDGET (self->said), TRUE);
  gtk_widget_add_css_class (self->said_band, "band");
  gtk_widget_add_css_class (self->said_band, "error");
  gtk_box_append (GTK_BOX (self->said_band), gtk_image_new_from_icon_name ("dialog-error-symbolic"));
  gtk_box_append (GTK_BOX (self->said_band), GTK_WIDGET (self->said));
  gtk_widget_set_visible (self->said_band, FALSE);
  return self->said_band;
}

static GtkWidget *
make_earlier (PamongStartView *self)
{
  self->earlier = PAMONG_EARLIER_LIST (pamong_earlier_list_new (pamong_session_store (self->session)));
  g_signal_connect_swapped (self->earlier, "open", G_CALLBACK (opened_cb), self);
  g_signal_connect_swapped (self->earlier, "drop", G_CALLBACK (dropped_import_cb), self);
  return GTK_WIDGET (self->earlier);
}

static void
fill (PamongStartView *self, const char *hint, GtkWidget *list)
{
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class (self->body, "exchange-body");
  gtk_box_set_homogeneous (GTK_BOX (top), TRUE);
  gtk_box_append (GTK_BOX (top), make_drop (self, hint));
  gtk_box_append (GTK_BOX (top), make_recent (self));
  gtk_widget_set_vexpand (list, TRUE);
  gtk_box_append (GTK_BOX (self->body), make_said (self));
  gtk_box_append (GTK_BOX (self->body), top);
  gtk_box_append (GTK_BOX (self->body), list);
  gtk_widget_set_parent (self->body, GTK_WIDGET (self));
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
pamong_start_view_init (PamongStartView *self)
{
}

GtkWidget *
pamong_start_view_new (PamongSession *session)
{
  PamongStartView *self = g_object_new (PAMONG_TYPE_START_VIEW, NULL);

  self->session = g_object_ref (session);
  fill (self, _ ("Excel (.xlsx, .xls) or CSV. Known by themselves: OpenSID, OpenDK, SIAK and the BIP forms; any other list is matched column by column with you."), make_earlier (self));
  return GTK_WIDGET (self);
}

GtkWidget *
pamong_start_view_new_over (PamongSession *session, const char *hint, GtkWidget *list)
{
  PamongStartView *self = g_object_new (PAMONG_TYPE_START_VIEW, NULL);

  self->session = g_object_ref (session);
  fill (self, hint, list);
  return GTK_WIDGET (self);
}

static void
add_recent (PamongStartView *self, const char *path)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10), *folder;
  g_autofree char *name = g_path_get_basename (path), *dir = g_path_get_dirname (path);

  folder = make_label (dir, "secondary");
  gtk_label_set_wrap (GTK_LABEL (folder), FALSE);
  gtk_label_set_ellipsize (GTK_LABEL (folder), PANGO_ELLIPSIZE_START);
  gtk_widget_set_hexpand (folder, TRUE);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("x-office-spreadsheet-symbolic"));
  gtk_box_append (GTK_BOX (box), gtk_label_new (name));
  gtk_box_append (GTK_BOX (box), folder);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_tooltip_text (row, path);
  g_object_set_data_full (G_OBJECT (row), "path", g_strdup (path), g_free);
  gtk_list_box_append (self->recent, row);
}

void
pamong_start_view_refresh (PamongStartView *self)
{
  g_auto (GStrv) recent = pamong_recent_files (store_dir (self));
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->recent, 0)) != NULL)
    gtk_list_box_remove (self->recent, GTK_WIDGET (row));
  for (guint i = 0; recent[i] != NULL; i++)
    add_recent (self, recent[i]);
  if (self->earlier != NULL)
    pamong_earlier_list_refresh (self->earlier);
}

void
pamong_start_view_say (PamongStartView *self, const char *words)
{
  gtk_label_set_text (self->said, words != NULL ? words : "");
  gtk_widget_set_visible (self->said_band, words != NULL);
}
