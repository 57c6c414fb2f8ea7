/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/preferences.h"
#include "app/start/practise.h"
#include "app/settings/sections.h"
#include "app/style.h"
#include <adwaita.h>
#include <glib/gi18n.h>

/* Komputer ini: what belongs to this computer and never travels. */
#define PAMONG_TYPE_COMPUTER_SECTION (pamong_computer_section_get_type ())
G_DECLARE_FINAL_TYPE (PamongComputerSection, pamong_computer_section, PAMONG, COMPUTER_SECTION, GtkWidget)

struct _PamongComputerSection {
  GtkWidget parent_instance;

  PamongSession *session;
  GtkWidget *sizes[3], *dark, *old;
  gboolean loading;
};

static void section_iface_init (PamongPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PamongComputerSection, pamong_computer_section, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (PAMONG_TYPE_PAGE, section_iface_init))

static const double scales[] = { 1.0, 1.25, 1.5 };

static void
reload (PamongComputerSection *self)
{
  guint nearest = 0;

  for (guint i = 1; i < G_N_ELEMENTS (scales); i++)
    if (ABS (pamong_style_text_scale () - scales[i]) < ABS (pamong_style_text_scale () - scales[nearest]))
      nearest = i;
  self->loading = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->sizes[nearest]), TRUE);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->dark), adw_style_manager_get_dark (adw_style_manager_get_default ()));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->old), pamong_preferences_old_computer ());
  self->loading = FALSE;
}

static void
size_cb (PamongComputerSection *self)
{
  for (guint i = 0; !self->loading && i < G_N_ELEMENTS (scales); i++)
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->sizes[i])) && ABS (pamong_style_text_scale () - scales[i]) > 0.01)
      {
        pamong_style_set_text_scale (scales[i]);
        pamong_preferences_keep ();
      }
}

static void
dark_cb (PamongComputerSection *self)
{
  if (self->loading)
    return;
  pamong_style_set_dark (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->dark)));
  pamong_preferences_keep ();
}

static void
old_cb (PamongComputerSection *self)
{
  if (self->loading)
    return;
  pamong_preferences_set_old_computer (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->old)));
  pamong_preferences_keep ();
}

static void
practise_cb (PamongComputerSection *self)
{
  pamong_practise (GTK_WIDGET (self));
}

static void
section_shown (PamongPage *page)
{
  PamongComputerSection *self = PAMONG_COMPUTER_SECTION (page);

  reload (self);
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->sizes[i])))
      gtk_widget_grab_focus (self->sizes[i]);
}

static void
section_iface_init (PamongPageInterface *iface)
{
  iface->shown = section_shown;
}

static void
pamong_computer_section_dispose (GObject *object)
{
  PamongComputerSection *self = PAMONG_COMPUTER_SECTION (object);

  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL;)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (pamong_computer_section_parent_class)->dispose (object);
}

static void
pamong_computer_section_class_init (PamongComputerSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pamong_computer_section_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
pamong_computer_section_init (PamongComputerSection *self)
{
}

static void
add_sizes (PamongComputerSection *self, GtkWidget *box)
{
  const char *const words[] = { _ ("_Normal text"), _ ("_Larger text (125 %)"), _ ("Ver_y large text (150 %)") };

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      self->sizes[i] = gtk_check_button_new_with_mnemonic (words[i]);
      if (i > 0)
        gtk_check_button_set_group (GTK_CHECK_BUTTON (self->sizes[i]), GTK_CHECK_BUTTON (self->sizes[0]));
      gtk_widget_set_halign (self->sizes[i], GTK_ALIGN_START);
      g_signal_connect_swapped (self->sizes[i], "toggled", G_CALLBACK (size_cb), self);
      gtk_box_append (GTK_BOX (box), self->sizes[i]);
    }
}

GtkWidget *
pamong_computer_section_new (PamongSession *session)
{
  PamongComputerSection *self = g_object_new (PAMONG_TYPE_COMPUTER_SECTION, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8), *practise = gtk_button_new_with_mnemonic (_ ("Open _practice"));
  g_autofree char *dir = g_filename_display_name (pamong_store_dir (pamong_session_store (session)));

  self->session = g_object_ref (session);
  self->dark = gtk_check_button_new_with_mnemonic (_ ("_Dark style"));
  self->old = gtk_check_button_new_with_mnemonic (_ ("_Old computer: nothing moves, drawn without the graphics card"));
  g_signal_connect_swapped (self->dark, "toggled", G_CALLBACK (dark_cb), self);
  g_signal_connect_swapped (self->old, "toggled", G_CALLBACK (old_cb), self);
  g_signal_connect_swapped (practise, "clicked", G_CALLBACK (practise_cb), self);
  gtk_widget_set_halign (self->dark, GTK_ALIGN_START);
  gtk_widget_set_halign (self->old, GTK_ALIGN_START);
  gtk_widget_set_halign (practise, GTK_ALIGN_START);
  gtk_widget_set_visible (practise, !pamong_session_is_practice (session));
  gtk_widget_add_css_class (box, "settings-column");
  gtk_box_append (GTK_BOX (box), pamong_section_title (_ ("Screen")));
  add_sizes (self, box);
  gtk_box_append (GTK_BOX (box), self->dark);
  gtk_box_append (GTK_BOX (box), self->old);
  gtk_box_append (GTK_BOX (box), pamong_section_hint (_ ("Drawing changes when Pamong is opened the next time; the rest at once.")));
  gtk_box_append (GTK_BOX (box), pamong_section_title (_ ("Practice")));
  gtk_box_append (GTK_BOX (box), pamong_section_hint (_ ("Opens a window of its own with its own data. Nothing of it is sent, and the village's data is not touched.")));
  gtk_box_append (GTK_BOX (box), practise);
  gtk_box_append (GTK_BOX (box), pamong_section_title (_ ("Data on this computer")));
  gtk_box_append (GTK_BOX (box), pamong_section_hint (dir));
  gtk_widget_set_parent (box, GTK_WIDGET (self));
  reload (self);
  return GTK_WIDGET (self);
}
