/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/residents/detail.h"

#include "app/residents/biodata.h"
#include "app/residents/history_view.h"
#include "app/residents/relatives.h"
#include "app/residents/warning_strip.h"
#include "app/widgets/focus.h"
#include "app/widgets/menu_button.h"
#include "app/words.h"
#include "domain/clock.h"
#include "office/undo.h"

#include <glib/gi18n.h>

struct _PamongResidentDetail
{
  GtkWidget parent_instance;
  PamongStore *store;
  PamongLevel level;
  PamongPerson *person;
  GPtrArray *history;
  GPtrArray *undoable; /* events that can be taken back */
  gboolean revealed;
  GtkLabel *name, *who, *where, *changed;
  GtkWidget *edit;
  GtkStack *tabs;
  PamongWarningStrip *strip;
  PamongBiodata *biodata;
  PamongRelatives *relatives;
  PamongHistoryView *history_view;
};

G_DEFINE_FINAL_TYPE (PamongResidentDetail, pamong_resident_detail, GTK_TYPE_WIDGET)

static guint open_signal;

static void
show_head (PamongResidentDetail *self, const char *today)
{
  g_autofree char *who = pamong_person_who (self->person, today);
  g_autofree char *where = pamong_person_where (self->person, self->level != PAMONG_LEVEL_VILLAGE);
  const char *name = pamong_record_text (self->person->resident, PAMONG_RESIDENT_NAME);

  gtk_label_set_text (self->name, name ? name : _ ("without a name"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), name);
  gtk_label_set_text (self->who, who);
  gtk_label_set_text (self->where, *where ? where : _ ("on no family card"));
}

static void
show_last_change (PamongResidentDetail *self)
{
  const PamongHistoryEntry *last = self->history && self->history->len > 0 ? self->history->pdata[0] : NULL;
  g_autofree char *day = last ? pamong_words_day (last->t) : NULL;
  g_autofree char *words = NULL;

  if (day)
    day[strcspn (day, " ")] = '\0'; /* the day is enough here; the hour stands in the history */
  if (last && last->actor_name && *last->actor_name)
    words = g_strdup_printf (_ ("Last changed %s, %s"), day, last->actor_name);
  else if (last)
    words = g_strdup_printf (_ ("Last changed %s"), day);
  gtk_label_set_text (self->changed, words ? words : _ ("Not changed here yet"));
}

static void
show_numbers (PamongResidentDetail *self)
{
  pamong_warning_strip_show (self->strip, self->person, self->revealed);
  pamong_biodata_show (self->biodata, self->person, self->revealed);
  pamong_history_view_show (self->history_view, self->store, self->history, self->undoable, self->revealed);
}

static void
relative_opened_cb (PamongRelatives *relatives, const char *uid, PamongResidentDetail *self)
{
  g_signal_emit (self, open_signal, 0, uid);
}

static void
reveal_cb (PamongBiodata *biodata, PamongResidentDetail *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "resident.reveal", NULL);
}

static GtkWidget *
make_line (GtkLabel **label, const char *css_class)
{
  GtkWidget *line = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (line), 0);
  gtk_label_set_ellipsize (GTK_LABEL (line), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (line, TRUE);
  gtk_widget_add_css_class (line, css_class);
  *label = GTK_LABEL (line);
  return line;
}

static GtkWidget *
make_head (PamongResidentDetail *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *close = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_box_append (GTK_BOX (box), make_line (&self->name, "page-title"));
  gtk_button_set_has_frame (GTK_BUTTON (close), FALSE);
  gtk_widget_set_valign (close, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (close, _ ("Close (Esc)"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (close), "resident.close");
  gtk_box_append (GTK_BOX (box), close);
  return box;
}

static GtkWidget *
make_button (const char *icon, const char *words, const char *action)
{
  GtkWidget *button = gtk_button_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *label = gtk_label_new_with_mnemonic (words);

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), button);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static void
add_item (GMenu *menu, const char *words, const char *action)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (words, action);

  g_menu_item_set_attribute (item, "hidden-when", "s", "action-disabled");
  g_menu_append_item (menu, item);
}

static GtkWidget *
make_more (void)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  add_item (menu, _ ("Note a _marriage…"), "resident.marry");
  add_item (menu, _ ("Note a _divorce…"), "resident.divorce");
  add_item (menu, _ ("_Adoption to another family…"), "resident.adopt");
  add_item (menu, _ ("_Correct a wrong NIK…"), "resident.nik");
  add_item (menu, _ ("_Split off onto a new card…"), "resident.split");
  add_item (menu, _ ("_Whole family moves house…"), "resident.move");
  add_item (menu, _ ("_Join another family…"), "resident.join");
  add_item (menu, _ ("Mer_ge with another record…"), "resident.merge");
  add_item (menu, _ ("Copy for S_IAK…"), "resident.siak");
  add_item (menu, _ ("Take _off the list…"), "resident.remove");
  add_item (menu, _ ("Put _back on the list…"), "resident.put-back");
  return pamong_menu_button_new (_ ("Ac_ts"), G_MENU_MODEL (menu));
}

static GtkWidget *
make_buttons (PamongResidentDetail *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_add_css_class (box, "detail-buttons");
  gtk_widget_set_visible (box, self->level == PAMONG_LEVEL_VILLAGE);
  self->edit = make_button ("document-edit-symbolic", _ ("_Edit"), "resident.edit");
  gtk_box_append (GTK_BOX (box), self->edit);
  gtk_box_append (GTK_BOX (box), make_button ("x-office-address-book-symbolic", _ ("Fami_ly"), "resident.family"));
  gtk_box_append (GTK_BOX (box), make_more ());
  return box;
}

static void
add_tab (PamongResidentDetail *self, GtkWidget *child, const char *name, const char *title)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), child);
  gtk_stack_page_set_use_underline (gtk_stack_add_titled (self->tabs, scrolled, name, title), TRUE);
}

static GtkWidget *
make_tabs (PamongResidentDetail *self)
{
  GtkWidget *stack = gtk_stack_new ();

  self->tabs = GTK_STACK (stack);
  gtk_widget_set_vexpand (stack, TRUE);
  self->biodata = PAMONG_BIODATA (pamong_biodata_new ());
  self->relatives = PAMONG_RELATIVES (pamong_relatives_new ());
  self->history_view = PAMONG_HISTORY_VIEW (pamong_history_view_new ());
  add_tab (self, GTK_WIDGET (self->biodata), "biodata", _ ("_Biodata"));
  add_tab (self, GTK_WIDGET (self->relatives), "family", _ ("Famil_y and card"));
  add_tab (self, GTK_WIDGET (self->history_view), "history", _ ("_History"));
  g_signal_connect (self->biodata, "reveal", G_CALLBACK (reveal_cb), self);
  g_signal_connect (self->relatives, "open", G_CALLBACK (relative_opened_cb), self);
  return stack;
}

static GtkWidget *
make_switcher (PamongResidentDetail *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), *switcher = gtk_stack_switcher_new ();

  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), self->tabs);
  gtk_widget_remove_css_class (switcher, "linked");
  gtk_widget_add_css_class (box, "tabs");
  gtk_box_append (GTK_BOX (box), switcher);
  return box;
}

static GtkWidget *
make_foot (PamongResidentDetail *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *icon = gtk_image_new_from_icon_name ("document-open-recent-symbolic");

  gtk_widget_add_css_class (foot, "detail-foot");
  gtk_widget_add_css_class (icon, "secondary");
  gtk_box_append (GTK_BOX (foot), icon);
  gtk_box_append (GTK_BOX (foot), make_line (&self->changed, "secondary"));
  return foot;
}

static void
build (PamongResidentDetail *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *tabs = make_tabs (self);

  gtk_widget_add_css_class (body, "detail-body");
  gtk_widget_set_vexpand (body, TRUE);
  gtk_box_append (GTK_BOX (body), make_head (self));
  gtk_box_append (GTK_BOX (body), make_line (&self->who, "secondary"));
  gtk_box_append (GTK_BOX (body), make_line (&self->where, "secondary"));
  gtk_box_append (GTK_BOX (body), make_buttons (self));
  gtk_box_append (GTK_BOX (body), make_switcher (self));
  self->strip = PAMONG_WARNING_STRIP (pamong_warning_strip_new (self->level == PAMONG_LEVEL_VILLAGE));
  gtk_box_append (GTK_BOX (body), GTK_WIDGET (self->strip));
  gtk_box_append (GTK_BOX (body), tabs);
  gtk_box_append (GTK_BOX (box), body);
  gtk_box_append (GTK_BOX (box), make_foot (self));
  gtk_widget_set_parent (box, GTK_WIDGET (self));
}

/* Who comes from the list by Enter comes to read or to edit, not to close. */
static gboolean
pamong_resident_detail_grab_focus (GtkWidget *widget)
{
  PamongResidentDetail *self = PAMONG_RESIDENT_DETAIL (widget);

  return (self->level == PAMONG_LEVEL_VILLAGE && gtk_widget_is_sensitive (self->edit) && gtk_widget_grab_focus (self->edit))
         || gtk_widget_child_focus (GTK_WIDGET (self->tabs), GTK_DIR_TAB_FORWARD);
}

static void
pamong_resident_detail_dispose (GObject *object)
{
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (object)));)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (pamong_resident_detail_parent_class)->dispose (object);
}

static void
pamong_resident_detail_finalize (GObject *object)
{
  PamongResidentDetail *self = PAMONG_RESIDENT_DETAIL (object);

  g_clear_pointer (&self->person, pamong_person_free);
  g_clear_pointer (&self->history, g_ptr_array_unref);
  g_clear_pointer (&self->undoable, g_ptr_array_unref);
  G_OBJECT_CLASS (pamong_resident_detail_parent_class)->finalize (object);
}

static void
pamong_resident_detail_class_init (PamongResidentDetailClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pamong_resident_detail_dispose;
  G_OBJECT_CLASS (klass)->finalize = pamong_resident_detail_finalize;
  GTK_WIDGET_CLASS (klass)->focus = pamong_focus_children;
  GTK_WIDGET_CLASS (klass)->grab_focus = pamong_resident_detail_grab_focus;
  open_signal = g_signal_new ("open", PAMONG_TYPE_RESIDENT_DETAIL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
pamong_resident_detail_init (PamongResidentDetail *self)
{
}

GtkWidget *
pamong_resident_detail_new (PamongStore *store, PamongLevel level)
{
  PamongResidentDetail *self = g_object_new (PAMONG_TYPE_RESIDENT_DETAIL, NULL);

  self->store = store;
  self->level = level;
  build (self);
  return GTK_WIDGET (self);
}

gboolean
pamong_resident_detail_show (PamongResidentDetail *self, const char *uid, GError **error)
{
  g_autoptr (PamongPerson) person = pamong_person_load (self->store, uid, error);
  g_autofree char *today = pamong_clock_today ();

  if (!person)
    return FALSE;
  if (!self->person || !g_str_equal (self->person->resident->uid, uid))
    self->revealed = FALSE;
  g_clear_pointer (&self->person, pamong_person_free);
  g_clear_pointer (&self->history, g_ptr_array_unref);
  g_clear_pointer (&self->undoable, g_ptr_array_unref);
  self->person = g_steal_pointer (&person);
  self->history = pamong_history (self->store, PAMONG_KIND_RESIDENT, uid, NULL);
  self->undoable = self->level == PAMONG_LEVEL_VILLAGE ? pamong_office_undoable (self->store, uid, NULL) : NULL;
  show_head (self, today);
  pamong_relatives_show (self->relatives, self->person, today);
  show_numbers (self);
  show_last_change (self);
  return TRUE;
}

void
pamong_resident_detail_reveal (PamongResidentDetail *self)
{
  self->revealed = TRUE;
  show_numbers (self);
}

const PamongPerson *
pamong_resident_detail_person (PamongResidentDetail *self)
{
  return self->person;
}

void
pamong_resident_detail_tab (PamongResidentDetail *self, const char *tab)
{
  gtk_stack_set_visible_child_name (self->tabs, tab);
}
