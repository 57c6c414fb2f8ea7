/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/settings/job.h"
#include "app/settings/sections.h"
#include "app/shell/pages.h"
#include "office/identity.h"
#include <glib/gi18n.h>

/* Menu & formulir: pages this office does not use yet, and how much a form asks. A tick is saved at once, for every computer of the office. */
#define PAMONG_TYPE_MENUS_SECTION (pamong_menus_section_get_type ())
G_DECLARE_FINAL_TYPE (PamongMenusSection, pamong_menus_section, PAMONG, MENUS_SECTION, GtkWidget)

struct _PamongMenusSection {
  GtkWidget parent_instance;

  PamongSession *session;
  GPtrArray *ticks; /* GtkCheckButton, borrowed, each with its page as data */
  GtkWidget *simple;
  GtkLabel *said;
  gboolean loading;
};

static void section_iface_init (PamongPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PamongMenusSection, pamong_menus_section, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (PAMONG_TYPE_PAGE, section_iface_init))

static void
reload (PamongMenusSection *self)
{
  g_autoptr (PamongRecord) identity = pamong_identity (pamong_session_store (self->session), NULL);

  self->loading = TRUE;
  for (guint i = 0; i < self->ticks->len; i++)
    gtk_check_button_set_active (self->ticks->pdata[i], !pamong_identity_hides (identity, g_object_get_data (self->ticks->pdata[i], "page")));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->simple), identity != NULL && pamong_record_int (identity, PAMONG_IDENTITY_SIMPLE_FORM) != 0);
  self->loading = FALSE;
}

static gboolean
save_menus (PamongSettingsJob *job, PamongOffice *office, GError **error)
{
  return pamong_office_save_identity (office, job->before, job->after, error);
}

static void
saved_cb (GObject *desk, GAsyncResult *result, gpointer data)
{
  g_autoptr (PamongMenusSection) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *done = pamong_settings_job_run_finish (PAMONG_DESK (desk), result, &error);

  gtk_label_set_text (self->said, done != NULL ? _ ("Saved for all computers of this office.") : error->message);
  if (done == NULL)
    reload (self);
}

/* Pages another version knows and this one does not stay switched off. */
static char *
read_off (PamongMenusSection *self, const PamongRecord *identity)
{
  const char *off = pamong_record_text (identity, PAMONG_IDENTITY_MENUS_OFF);
  g_auto (GStrv) before = g_strsplit (off != NULL ? off : "", ",", -1);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; before[i] != NULL; i++)
    if (*before[i] != '\0' && pamong_pages_find (before[i], pamong_session_level (self->session)) == NULL)
      g_ptr_array_add (names, before[i]);
  for (guint i = 0; i < self->ticks->len; i++)
    if (!gtk_check_button_get_active (self->ticks->pdata[i]))
      g_ptr_array_add (names, g_object_get_data (self->ticks->pdata[i], "page"));
  g_ptr_array_add (names, NULL);
  return g_strjoinv (",", (char **) names->pdata);
}

static void
toggled_cb (PamongMenusSection *self)
{
  g_autoptr (PamongRecord) before = self->loading ? NULL : pamong_identity (pamong_session_store (self->session), NULL);
  g_autoptr (PamongRecord) after = before != NULL ? pamong_record_copy (before) : NULL;
  g_autofree char *off = after != NULL ? read_off (self, before) : NULL;

  if (after == NULL)
    return;
  pamong_record_set_text (after, PAMONG_IDENTITY_MENUS_OFF, off);
  if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->simple)))
    pamong_record_set_int (after, PAMONG_IDENTITY_SIMPLE_FORM, 1);
  else
    pamong_record_clear (after, PAMONG_IDENTITY_SIMPLE_FORM);
  pamong_settings_job_run_async (pamong_settings_job_new (save_menus, before, after, NULL), pamong_session_desk (self->session), saved_cb, g_object_ref (self));
}

static void
section_shown (PamongPage *page)
{
  PamongMenusSection *self = PAMONG_MENUS_SECTION (page);

  gtk_label_set_text (self->said, "");
  reload (self);
  gtk_widget_grab_focus (self->ticks->len > 0 ? self->ticks->pdata[0] : self->simple);
}

static void
section_iface_init (PamongPageInterface *iface)
{
  iface->shown = section_shown;
}

static void
pamong_menus_section_dispose (GObject *object)
{
  PamongMenusSection *self = PAMONG_MENUS_SECTION (object);

  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL;)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  g_clear_pointer (&self->ticks, g_ptr_array_unref);
  G_OBJECT_CLASS (pamong_menus_section_parent_class)->dispose (object);
}

static void
pamong_menus_section_class_init (PamongMenusSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pamong_menus_section_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
pamong_menus_section_init (PamongMenusSection *self)
{
  self->ticks = g_ptr_array_new ();
}

static void
add_pages (PamongMenusSection *self, GtkWidget *box)
{
  PamongLevel level = pamong_session_level (self->session);

  for (const PamongPageInfo *info = pamong_pages (); info->name != NULL; info++)
    {
      GtkWidget *tick;

      if (!pamong_page_info_fits (info, level) || !pamong_identity_can_hide (info->name))
        continue;
      tick = gtk_check_button_new_with_label (_ (info->words));
      gtk_widget_set_halign (tick, GTK_ALIGN_START);
      g_object_set_data (G_OBJECT (tick), "page", (gpointer) info->name);
      g_signal_connect_swapped (tick, "toggled", G_CALLBACK (toggled_cb), self);
      g_ptr_array_add (self->ticks, tick);
      gtk_box_append (GTK_BOX (box), tick);
    }
  if (self->ticks->len == 0)
    gtk_box_append (GTK_BOX (box), pamong_section_hint (_ ("There is no menu to switch off at this level.")));
}

GtkWidget *
pamong_menus_section_new (PamongSession *session)
{
  PamongMenusSection *self = g_object_new (PAMONG_TYPE_MENUS_SECTION, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8), *said = pamong_section_hint ("");

  self->session = g_object_ref (session);
  self->said = GTK_LABEL (said);
  self->simple = gtk_check_button_new_with_mnemonic (_ ("S_imple resident form: only what is required, NIK and telephone"));
  g_signal_connect_swapped (self->simple, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_widget_set_halign (self->simple, GTK_ALIGN_START);
  gtk_widget_add_css_class (box, "settings-column");
  gtk_box_append (GTK_BOX (box), pamong_section_title (_ ("Menus in use")));
  gtk_box_append (GTK_BOX (box), pamong_section_hint (_ ("Take the tick away from what this office does not use yet. What was entered stays. Residents, families, sending and settings are always there.")));
  add_pages (self, box);
  gtk_box_append (GTK_BOX (box), pamong_section_title (_ ("Forms")));
  gtk_box_append (GTK_BOX (box), self->simple);
  gtk_box_append (GTK_BOX (box), said);
  gtk_widget_set_parent (box, GTK_WIDGET (self));
  reload (self);
  return GTK_WIDGET (self);
}
