/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/settings/settings_page.h"
#include "app/settings/sections.h"
#include "app/widgets/focus.h"
#include <glib/gi18n.h>

struct _PamongSettingsPage {
  GtkWidget parent_instance;

  PamongSession *session;
  GtkListBox *list;
  GtkStack *stack;
  guint section;
};

static void page_iface_init (PamongPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PamongSettingsPage, pamong_settings_page, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (PAMONG_TYPE_PAGE, page_iface_init))

static const struct {
  const char *name, *words;
  GtkWidget *(*make) (PamongSession *session);
} sections[] = {
  { "identitas", N_ ("Identity"), pamong_identity_section_new },
  { "pejabat", N_ ("Officials & RT/RW"), pamong_officials_section_new },
  { "akun", N_ ("Accounts"), pamong_accounts_section_new },
  { "menu", N_ ("Menus & forms"), pamong_menus_section_new },
  { "komputer", N_ ("This computer"), pamong_computer_section_new },
  { "cadangan", N_ ("Backups"), pamong_backup_section_new },
};

static void
select_row (PamongSettingsPage *self)
{
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, (int) self->section));
}

/* A section is made on its first visit. */
static void
show (PamongSettingsPage *self, guint section)
{
  if (gtk_stack_get_child_by_name (self->stack, sections[section].name) == NULL)
    gtk_stack_add_named (self->stack, sections[section].make (self->session), sections[section].name);
  self->section = section;
  gtk_stack_set_visible_child_name (self->stack, sections[section].name);
  select_row (self);
}

static void
activated_cb (PamongSettingsPage *self, GtkListBoxRow *row)
{
  pamong_settings_page_go (self, (guint) gtk_list_box_row_get_index (row));
}

static void
go_action (GtkWidget *widget, const char *action, GVariant *target)
{
  pamong_settings_page_go (PAMONG_SETTINGS_PAGE (widget), (guint) g_variant_get_int32 (target));
}

static void
neighbour_action (GtkWidget *widget, const char *action, GVariant *step)
{
  PamongSettingsPage *self = PAMONG_SETTINGS_PAGE (widget);

  pamong_settings_page_go (self, (self->section + G_N_ELEMENTS (sections) + (guint) g_variant_get_int32 (step)) % G_N_ELEMENTS (sections));
}

static void
page_shown (PamongPage *page)
{
  pamong_page_shown (PAMONG_PAGE (pamong_settings_page_section (PAMONG_SETTINGS_PAGE (page))));
}

static gboolean
page_leave (PamongPage *page)
{
  return pamong_page_leave (PAMONG_PAGE (pamong_settings_page_section (PAMONG_SETTINGS_PAGE (page))));
}

static const PamongPageKey *
page_keys (PamongPage *page)
{
  static PamongPageKey keys[5];

  keys[0] = (PamongPageKey) { "Alt+1…6", _ ("Section") };
  keys[1] = (PamongPageKey) { "Enter", _ ("Next field") };
  keys[2] = (PamongPageKey) { "Ctrl+S", _ ("Save") };
  keys[3] = (PamongPageKey) { "Esc", _ ("Leave") };
  return keys;
}

static gboolean
page_view (PamongPage *page, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    if (g_str_equal (sections[i].name, name))
      return pamong_settings_page_go (PAMONG_SETTINGS_PAGE (page), i);
  return FALSE;
}

static void
page_iface_init (PamongPageInterface *iface)
{
  iface->view = page_view;
  iface->shown = page_shown;
  iface->leave = page_leave;
  iface->keys = page_keys;
}

static void
pamong_settings_page_dispose (GObject *object)
{
  PamongSettingsPage *self = PAMONG_SETTINGS_PAGE (object);

  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL;)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (pamong_settings_page_parent_class)->dispose (object);
}

static void
pamong_settings_page_class_init (PamongSettingsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pamong_settings_page_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_install_action (widget_class, "settings.go", "i", go_action);
  gtk_widget_class_install_action (widget_class, "settings.step", "i", neighbour_action);
  for (int i = 0; i < (int) G_N_ELEMENTS (sections); i++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1 + i, GDK_ALT_MASK, "settings.go", "i", i);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_CONTROL_MASK, "settings.step", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_CONTROL_MASK, "settings.step", "i", 1);
}

static GtkWidget *
make_label (const char *words, const char *css_class)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
pamong_settings_page_init (PamongSettingsPage *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2), *body = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "page");
  gtk_widget_add_css_class (GTK_WIDGET (self), "settings-page");
  gtk_box_append (GTK_BOX (head), make_label (_ ("Settings"), "page-title"));
  gtk_box_append (GTK_BOX (head), make_label (_ ("What the office is called, who works here, and how this computer shows it."), "page-hint"));
  gtk_widget_add_css_class (head, "settings-head");
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  pamong_focus_one_stop (GTK_WIDGET (self->list));
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "settings-sections");
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    gtk_list_box_append (self->list, make_label (_ (sections[i].words), "medium"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Sections"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (activated_cb), self);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_box_append (GTK_BOX (body), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (body), GTK_WIDGET (self->stack));
  gtk_widget_set_vexpand (body, TRUE);
  gtk_widget_set_parent (head, GTK_WIDGET (self));
  gtk_widget_set_parent (body, GTK_WIDGET (self));
}

GtkWidget *
pamong_settings_page_new (PamongSession *session)
{
  PamongSettingsPage *self = g_object_new (PAMONG_TYPE_SETTINGS_PAGE, NULL);

  self->session = g_object_ref (session);
  show (self, 0);
  return GTK_WIDGET (self);
}

gboolean
pamong_settings_page_go (PamongSettingsPage *self, guint section)
{
  if (section >= G_N_ELEMENTS (sections))
    return FALSE;
  if (section != self->section && !page_leave (PAMONG_PAGE (self)))
    {
      select_row (self);
      return FALSE;
    }
  show (self, section);
  page_shown (PAMONG_PAGE (self));
  return TRUE;
}

GtkWidget *
pamong_settings_page_section (PamongSettingsPage *self)
{
  return gtk_stack_get_visible_child (self->stack);
}
