/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/letters/type_list.h"
#include "app/widgets/focus.h"
#include "domain/names.h"
#include "office/letters.h"
#include <glib/gi18n.h>
#include <string.h>

struct _PamongLetterTypeList {
  GtkWidget parent_instance;

  PamongSession *session;
  GPtrArray *types; /* PamongLetterType, in order */
  GtkWidget *entry, *favourite, *list, *scroller;
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (PamongLetterTypeList, pamong_letter_type_list, GTK_TYPE_WIDGET)

static guint chosen_signal;

static PamongStore *
store_of (PamongLetterTypeList *self)
{
  return pamong_session_store (self->session);
}

static const PamongLetterType *
current (PamongLetterTypeList *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  return row != NULL ? g_object_get_data (G_OBJECT (row), "type") : NULL;
}

/* Each word typed begins some word of the type: its name, its short name or other words it is found by. */
static gboolean
fits (const PamongLetterType *type, char **words)
{
  g_autofree char *all = g_strjoin (" ", type->name, type->short_name != NULL ? type->short_name : "", type->words != NULL ? type->words : "", NULL), *folded = pamong_fold (all);
  g_autofree char *padded = g_strconcat (" ", folded, NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *begins = g_strconcat (" ", words[i], NULL);

      if (*words[i] != '\0' && strstr (padded, begins) == NULL)
        return FALSE;
    }
  return TRUE;
}

static GtkWidget *
make_text (const char *text, const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  return label;
}

static GtkWidget *
make_row (PamongLetterTypeList *self, PamongLetterType *type)
{
  GtkWidget *row = gtk_list_box_row_new (), *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *about = make_text (type->about != NULL ? type->about : type->group, "secondary"), *star = gtk_image_new_from_icon_name ("starred-symbolic");
  g_autofree char *told = NULL;
  gboolean favourite = pamong_letter_type_is_favourite (store_of (self), type->key);

  gtk_widget_set_opacity (star, favourite ? 1 : 0);
  gtk_widget_set_hexpand (about, TRUE);
  gtk_box_append (GTK_BOX (line), star);
  gtk_box_append (GTK_BOX (line), make_text (type->name, "medium"));
  gtk_box_append (GTK_BOX (line), about);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  told = favourite ? g_strdup_printf (_ ("%s, favourite"), type->name) : g_strdup (type->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, told, -1);
  g_object_set_data_full (G_OBJECT (row), "type", pamong_letter_type_ref (type), (GDestroyNotify) pamong_letter_type_unref);
  return row;
}

static void
show_favourite (PamongLetterTypeList *self)
{
  const PamongLetterType *type = current (self);

  self->showing = TRUE;
  gtk_widget_set_sensitive (self->favourite, type != NULL);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->favourite), type != NULL && pamong_letter_type_is_favourite (store_of (self), type->key));
  self->showing = FALSE;
}

static void
show_types (PamongLetterTypeList *self, const char *select)
{
  g_autofree char *typed = pamong_fold (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  g_auto (GStrv) words = g_strsplit (typed, " ", -1);
  GtkListBox *list = GTK_LIST_BOX (self->list);
  GtkListBoxRow *row, *chosen = NULL;
  int n = 0;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
  for (guint i = 0; self->types != NULL && i < self->types->len; i++)
    {
      PamongLetterType *type = g_ptr_array_index (self->types, i);

      if (!fits (type, words))
        continue;
      gtk_list_box_append (list, make_row (self, type));
      if (g_strcmp0 (select, type->key) == 0)
        chosen = gtk_list_box_get_row_at_index (list, n);
      n++;
    }
  gtk_list_box_select_row (list, chosen != NULL ? chosen : gtk_list_box_get_row_at_index (list, 0));
  show_favourite (self);
}

static void
take (PamongLetterTypeList *self)
{
  const PamongLetterType *type = current (self);
  g_autofree char *key = type != NULL ? g_strdup (type->key) : NULL;

  if (key != NULL)
    g_signal_emit (self, chosen_signal, 0, key);
}

static void
reveal (PamongLetterTypeList *self, GtkWidget *row)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  graphene_rect_t place;

  if (gtk_widget_compute_bounds (row, self->list, &place))
    gtk_adjustment_clamp_page (adjustment, place.origin.y, place.origin.y + place.size.height);
}

static gboolean
key_pressed_cb (PamongLetterTypeList *self, guint key, guint code, GdkModifierType state)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  int step = key == GDK_KEY_Down || key == GDK_KEY_KP_Down ? 1 : key == GDK_KEY_Up || key == GDK_KEY_KP_Up ? -1 : 0;
  GtkListBoxRow *next = row != NULL && step != 0 ? gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), gtk_list_box_row_get_index (row) + step) : NULL;

  if (step == 0)
    return FALSE;
  if (next != NULL)
    {
      gtk_list_box_select_row (GTK_LIST_BOX (self->list), next);
      reveal (self, GTK_WIDGET (next));
    }
  return row != NULL;
}

static void
typed_cb (PamongLetterTypeList *self)
{
  show_types (self, NULL);
}

static gpointer
set_favourite (PamongOffice *office, gpointer data, GError **error)
{
  gboolean on;
  const char *key;

  g_variant_get (data, "(&sb)", &key, &on);
  return GINT_TO_POINTER (pamong_office_set_favourite (office, key, on, error));
}

static void
favourite_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PamongLetterTypeList) self = data;
  g_autofree char *key = g_strdup (pamong_letter_type_list_current (self));

  pamong_desk_run_finish (PAMONG_DESK (source), result, NULL);
  pamong_letter_type_list_refresh (self);
  show_types (self, key);
}

static void
toggled_cb (PamongLetterTypeList *self, GtkToggleButton *button)
{
  const PamongLetterType *type = current (self);

  if (self->showing || type == NULL)
    return;
  pamong_desk_run_async (pamong_session_desk (self->session), set_favourite, g_variant_ref_sink (g_variant_new ("(sb)", type->key, gtk_toggle_button_get_active (button))),
                         (GDestroyNotify) g_variant_unref, NULL, NULL, favourite_cb, g_object_ref (self));
}

static void
row_activated_cb (PamongLetterTypeList *self, GtkListBoxRow *row)
{
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
  take (self);
}

static gboolean
pamong_letter_type_list_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (PAMONG_LETTER_TYPE_LIST (widget)->entry);
}

static void
pamong_letter_type_list_dispose (GObject *object)
{
  PamongLetterTypeList *self = PAMONG_LETTER_TYPE_LIST (object);
  GtkWidget *child;

  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->list = NULL;
  g_clear_pointer (&self->types, g_ptr_array_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (pamong_letter_type_list_parent_class)->dispose (object);
}

static void
pamong_letter_type_list_class_init (PamongLetterTypeListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pamong_letter_type_list_dispose;
  GTK_WIDGET_CLASS (klass)->focus = pamong_focus_children;
  GTK_WIDGET_CLASS (klass)->grab_focus = pamong_letter_type_list_grab_focus;
  chosen_signal = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static GtkWidget *
make_head (PamongLetterTypeList *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = gtk_entry_new ();
  gtk_entry_set_icon_from_icon_name (GTK_ENTRY (self->entry), GTK_ENTRY_ICON_PRIMARY, "system-search-symbolic");
  gtk_entry_set_icon_activatable (GTK_ENTRY (self->entry), GTK_ENTRY_ICON_PRIMARY, FALSE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _ ("Find a letter: sktm, usaha, pindah …"));
  gtk_widget_set_name (self->entry, "letter-type");
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Find a letter"), -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->entry, keys);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (typed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (take), self);
  self->favourite = gtk_toggle_button_new_with_mnemonic (_ ("_Favourite"));
  g_signal_connect_swapped (self->favourite, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_box_append (GTK_BOX (line), self->entry);
  gtk_box_append (GTK_BOX (line), self->favourite);
  return line;
}

static void
pamong_letter_type_list_init (PamongLetterTypeList *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkWidget *none = make_text (_ ("No letter is found by these words."), "secondary");

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 8);
  gtk_widget_set_parent (make_head (self), GTK_WIDGET (self));
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_BROWSE);
  gtk_widget_set_valign (none, GTK_ALIGN_START);
  gtk_widget_add_css_class (none, "waiting-empty");
  gtk_list_box_set_placeholder (GTK_LIST_BOX (self->list), none);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Letters"), -1);
  gtk_widget_add_css_class (self->list, "letter-types");
  pamong_focus_one_stop (self->list);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  g_signal_connect_swapped (self->list, "row-selected", G_CALLBACK (show_favourite), self);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->list);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_widget_add_css_class (self->scroller, "panel");
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

GtkWidget *
pamong_letter_type_list_new (PamongSession *session)
{
  PamongLetterTypeList *self = g_object_new (PAMONG_TYPE_LETTER_TYPE_LIST, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

void
pamong_letter_type_list_refresh (PamongLetterTypeList *self)
{
  g_autofree char *key = g_strdup (pamong_letter_type_list_current (self));

  g_clear_pointer (&self->types, g_ptr_array_unref);
  self->types = pamong_letter_types_here (store_of (self), NULL);
  show_types (self, key);
}

GtkWidget *
pamong_letter_type_list_entry (PamongLetterTypeList *self)
{
  return self->entry;
}

void
pamong_letter_type_list_clear (PamongLetterTypeList *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  show_types (self, NULL);
}

const char *
pamong_letter_type_list_current (PamongLetterTypeList *self)
{
  const PamongLetterType *type = current (self);

  return type != NULL ? type->key : NULL;
}
