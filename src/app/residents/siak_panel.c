/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/residents/siak_panel.h"
#include "app/widgets/dialogs.h"
#include "exchange/siak_copy.h"
#include <glib/gi18n.h>

struct _PamongSiakPanel {
  GtkWindow parent_instance;

  GtkListBox *list;
  GtkLabel *said;
  char *copied; /* (nullable): what the clipboard has from here */
};

G_DEFINE_FINAL_TYPE (PamongSiakPanel, pamong_siak_panel, GTK_TYPE_WINDOW)

/* What one call of pamong_resident_ask_siak() needs until the log is written. */
typedef struct {
  GtkWidget *parent;
  PamongRecord *resident, *family;
} Asked;

static void
free_asked (Asked *asked)
{
  g_object_unref (asked->parent);
  pamong_record_free (asked->resident);
  g_clear_pointer (&asked->family, pamong_record_free);
  g_free (asked);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asked, free_asked)

static const PamongSiakField *
field_of (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "field");
}

/* The first field from row @from on that has something in it. */
static GtkListBoxRow *
filled_row (PamongSiakPanel *self, int from)
{
  GtkListBoxRow *next;

  for (int i = from; (next = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (*field_of (next)->text != '\0')
      return next;
  return NULL;
}

static void
copy_row (PamongSiakPanel *self, GtkListBoxRow *row)
{
  const PamongSiakField *field = field_of (row);
  g_autofree char *words = NULL;

  if (*field->text == '\0')
    return;
  g_free (self->copied);
  self->copied = g_strdup (field->text);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), field->text);
  words = g_strdup_printf (_ ("Copied: %s. Paste it into SIAK (Ctrl+V)."), field->heading);
  gtk_label_set_text (self->said, words);
}

static void
activated_cb (PamongSiakPanel *self, GtkListBoxRow *row)
{
  GtkListBoxRow *next = filled_row (self, gtk_list_box_row_get_index (row) + 1);

  copy_row (self, row);
  if (next != NULL)
    {
      gtk_list_box_select_row (self->list, next);
      gtk_widget_grab_focus (GTK_WIDGET (next));
    }
}

static gboolean
key_cb (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, PamongSiakPanel *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (key == GDK_KEY_Escape)
    gtk_window_close (GTK_WINDOW (self));
  else if ((key == GDK_KEY_c || key == GDK_KEY_C) && (state & GDK_CONTROL_MASK) != 0 && row != NULL)
    activated_cb (self, row);
  else
    return FALSE;
  return TRUE;
}

/* A NIK does not stay in the clipboard behind a closed window; what was copied elsewhere meanwhile is left alone. */
static void
forget (PamongSiakPanel *self)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));

  if (self->copied != NULL && gdk_clipboard_is_local (clipboard))
    gdk_clipboard_set_text (clipboard, "");
  g_clear_pointer (&self->copied, g_free);
}

static gboolean
close_requested_cb (PamongSiakPanel *self)
{
  forget (self);
  return FALSE;
}

static void
pamong_siak_panel_finalize (GObject *object)
{
  g_free (PAMONG_SIAK_PANEL (object)->copied);
  G_OBJECT_CLASS (pamong_siak_panel_parent_class)->finalize (object);
}

static void
pamong_siak_panel_class_init (PamongSiakPanelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pamong_siak_panel_finalize;
}

static GtkWidget *
make_hint (const char *words)
{
  GtkWidget *hint = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (hint), TRUE);
  gtk_label_set_xalign (GTK_LABEL (hint), 0);
  gtk_widget_add_css_class (hint, "secondary");
  return hint;
}

static void
pamong_siak_panel_init (PamongSiakPanel *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *scrolled = gtk_scrolled_window_new (), *hint = make_hint (_ ("Enter copies a field and goes to the next one. Opening this list is kept in the log."));
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "settings-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Fields of SIAK"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (activated_cb), self);
  g_signal_connect (self, "close-request", G_CALLBACK (close_requested_cb), NULL);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  self->said = GTK_LABEL (make_hint (""));
  gtk_widget_add_css_class (hint, "settings-hint");
  gtk_widget_add_css_class (GTK_WIDGET (self->said), "settings-hint");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_widget_add_css_class (box, "page");
  gtk_box_append (GTK_BOX (box), hint);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->said));
  gtk_window_set_child (GTK_WINDOW (self), box);
  gtk_window_set_default_size (GTK_WINDOW (self), 440, 620);
}

static void
copy_clicked_cb (GtkButton *button, PamongSiakPanel *self)
{
  activated_cb (self, GTK_LIST_BOX_ROW (gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_LIST_BOX_ROW)));
}

static GtkWidget *
make_row (PamongSiakPanel *self, const PamongSiakField *field)
{
  GtkWidget *row = gtk_list_box_row_new (), *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *heading = make_hint (field->heading), *value = gtk_label_new (*field->text != '\0' ? field->text : _ ("not filled in")), *button = gtk_button_new_with_label (_ ("Copy"));
  g_autofree char *spoken = g_strdup_printf ("%s, %s", field->heading, gtk_label_get_text (GTK_LABEL (value)));

  gtk_label_set_xalign (GTK_LABEL (value), 0);
  gtk_label_set_wrap (GTK_LABEL (value), TRUE);
  gtk_widget_add_css_class (value, *field->text != '\0' ? "medium" : "faint");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, *field->text != '\0');
  gtk_widget_set_focusable (button, FALSE); /* the row has the focus, Enter copies */
  g_signal_connect (button, "clicked", G_CALLBACK (copy_clicked_cb), self);
  gtk_box_append (GTK_BOX (words), heading);
  gtk_box_append (GTK_BOX (words), value);
  gtk_box_append (GTK_BOX (line), words);
  gtk_box_append (GTK_BOX (line), button);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data (G_OBJECT (row), "field", (gpointer) field);
  return row;
}

GtkWidget *
pamong_siak_panel_new (GtkWindow *parent, const PamongRecord *resident, const PamongRecord *family)
{
  PamongSiakPanel *self = g_object_new (PAMONG_TYPE_SIAK_PANEL, NULL);
  const char *name = pamong_record_text (resident, PAMONG_RESIDENT_NAME);
  g_autofree char *title = g_strdup_printf (_ ("Copy for SIAK: %s"), name != NULL ? name : "");
  GPtrArray *fields = pamong_siak_copy (resident, family);

  g_object_set_data_full (G_OBJECT (self), "fields", fields, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < fields->len; i++)
    gtk_list_box_append (self->list, make_row (self, fields->pdata[i]));
  gtk_list_box_select_row (self->list, filled_row (self, 0));
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (filled_row (self, 0)));
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_window_set_transient_for (GTK_WINDOW (self), parent);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
  gtk_widget_set_name (GTK_WIDGET (self), "siak-panel");
  return GTK_WIDGET (self);
}

static void
told_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  pamong_dialog_ask_finish (result);
}

static void
logged_cb (GObject *desk, GAsyncResult *result, gpointer data)
{
  g_autoptr (Asked) asked = data;
  g_autoptr (GError) error = NULL;
  const char *answers[] = { _ ("_Close"), NULL };
  GtkRoot *root = gtk_widget_get_root (asked->parent);

  pamong_desk_run_finish (PAMONG_DESK (desk), result, &error);
  if (error != NULL)
    pamong_dialog_ask_async (asked->parent, _ ("Nothing was changed"), error->message, answers, -1, told_cb, NULL);
  else if (GTK_IS_WINDOW (root))
    gtk_window_present (GTK_WINDOW (pamong_siak_panel_new (GTK_WINDOW (root), asked->resident, asked->family)));
}

static gpointer
log_reveal (PamongOffice *office, gpointer uid, GError **error)
{
  pamong_office_log_reveal (office, uid, error);
  return NULL;
}

void
pamong_resident_ask_siak (GtkWidget *parent, PamongSession *session, const PamongRecord *resident)
{
  Asked *asked = g_new0 (Asked, 1);
  const char *family = pamong_record_text (resident, PAMONG_RESIDENT_FAMILY_UID);

  asked->parent = g_object_ref (parent);
  asked->resident = pamong_record_copy (resident);
  asked->family = family != NULL ? pamong_store_family (pamong_session_store (session), family, NULL) : NULL;
  pamong_desk_run_async (pamong_session_desk (session), log_reveal, g_strdup (resident->uid), g_free, NULL, NULL, logged_cb, asked);
}
