/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/settings/identity_section.h"
#include "app/settings/job.h"
#include "app/settings/letterhead.h"
#include "app/settings/logo.h"
#include "office/identity.h"
#include <glib/gi18n.h>

struct _PamongIdentitySection {
  GtkWidget parent_instance;

  PamongSession *session;
  PamongRecordEditor *editor;
  PamongLetterhead *letterhead;
  GtkWidget *drop_logo;
  GtkLabel *logo_words;
  GtkFileChooserNative *chooser;
  char *logo; /* (nullable): as it will be */
};

static void section_iface_init (PamongPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PamongIdentitySection, pamong_identity_section, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (PAMONG_TYPE_PAGE, section_iface_init))

#define FIELD(NAME) PAMONG_IDENTITY_##NAME
#define WIDE(NAME) (PAMONG_IDENTITY_##NAME | PAMONG_FORM_WIDE)

static const int office[] = { WIDE (ADDRESS), FIELD (POSTCODE), FIELD (PHONE), FIELD (EMAIL), FIELD (WEBSITE) };
static const int lines[] = { WIDE (LETTERHEAD_1), WIDE (LETTERHEAD_2), WIDE (LETTERHEAD_3), WIDE (LETTERHEAD_4) };
static const int words[] = { FIELD (HEAD_TITLE), FIELD (SECRETARY_TITLE), FIELD (HAMLET_WORD), FIELD (HAMLET_HEAD_TITLE), FIELD (CLERGY_TITLE) };
static const int keeper[] = { WIDE (KEEPER_NAME), FIELD (KEEPER_DECREE), FIELD (KEEPER_SINCE) };

/* What stands there when nothing is filled in. */
static void
show_usual (PamongIdentitySection *self, const PamongRecord *identity)
{
  g_autoptr (PamongRecord) empty = pamong_record_new (PAMONG_KIND_IDENTITY, identity->area);
  g_auto (GStrv) usual_lines = pamong_identity_letterhead (empty);
  PamongForm *form = pamong_record_editor_form (self->editor);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *usual = pamong_identity_usual (identity->area, (PamongIdentityWord) words[i]);

      g_object_set (pamong_field_entry_editable (pamong_form_entry (form, words[i])), "placeholder-text", usual, NULL);
    }
  for (guint i = 0; i < g_strv_length (usual_lines) && i < G_N_ELEMENTS (lines); i++)
    g_object_set (pamong_field_entry_editable (pamong_form_entry (form, lines[i] & ~PAMONG_FORM_WIDE)), "placeholder-text", usual_lines[i], NULL);
}

static void
show_preview (PamongIdentitySection *self)
{
  g_autoptr (PamongRecord) identity = pamong_identity (pamong_session_store (self->session), NULL);

  if (identity == NULL)
    return;
  pamong_form_peek (pamong_record_editor_form (self->editor), identity);
  pamong_record_set_text (identity, PAMONG_IDENTITY_LOGO, self->logo);
  pamong_letterhead_show (self->letterhead, identity);
  gtk_widget_set_visible (self->drop_logo, self->logo != NULL);
}

static void
reload (PamongIdentitySection *self)
{
  g_autoptr (PamongRecord) identity = pamong_identity (pamong_session_store (self->session), NULL);

  if (identity == NULL)
    return;
  pamong_record_editor_load (self->editor, "", identity, FALSE);
  show_usual (self, identity);
  g_free (self->logo);
  self->logo = g_strdup (pamong_record_text (identity, PAMONG_IDENTITY_LOGO));
  gtk_label_set_text (self->logo_words, "");
  show_preview (self);
}

static gboolean
save_identity (PamongSettingsJob *job, PamongOffice *desk, GError **error)
{
  return pamong_office_save_identity (desk, job->before, job->after, error);
}

static void
saved_cb (GObject *desk, GAsyncResult *result, gpointer data)
{
  g_autoptr (PamongIdentitySection) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *done = pamong_settings_job_run_finish (PAMONG_DESK (desk), result, &error);

  pamong_record_editor_set_busy (self->editor, FALSE);
  if (done != NULL)
    reload (self);
  pamong_record_editor_say (self->editor, done != NULL ? _ ("Saved. Letters and pages use it from now on.") : error->message, done == NULL);
}

static void
save_cb (PamongIdentitySection *self)
{
  g_autoptr (PamongRecord) after = pamong_record_editor_after (self->editor);

  if (after == NULL)
    return;
  pamong_record_set_text (after, PAMONG_IDENTITY_LOGO, self->logo);
  pamong_record_editor_set_busy (self->editor, TRUE);
  pamong_settings_job_run_async (pamong_settings_job_new (save_identity, pamong_record_editor_before (self->editor), after, NULL), pamong_session_desk (self->session), saved_cb,
                                 g_object_ref (self));
}

static void
left_cb (PamongIdentitySection *self)
{
  reload (self);
}

static void
set_logo (PamongIdentitySection *self, char *logo, const char *say, gboolean wrong)
{
  gtk_label_set_text (self->logo_words, say);
  if (wrong)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->logo_words), "error-text");
      return;
    }
  gtk_widget_remove_css_class (GTK_WIDGET (self->logo_words), "error-text");
  g_free (self->logo);
  self->logo = logo;
  pamong_record_editor_touch (self->editor);
  show_preview (self);
}

static void
logo_read_cb (GObject *file, GAsyncResult *result, gpointer data)
{
  g_autoptr (PamongIdentitySection) self = data;
  g_autoptr (GError) error = NULL;
  char *logo = pamong_logo_read_finish (result, &error);

  set_logo (self, logo, logo != NULL ? _ ("Not saved yet: press Ctrl+S.") : error->message, logo == NULL);
}

void
pamong_identity_section_take_logo (PamongIdentitySection *self, GFile *file)
{
  pamong_logo_read_async (file, logo_read_cb, g_object_ref (self));
}

static void
chosen_cb (PamongIdentitySection *self, int response)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser)) : NULL;

  if (file != NULL)
    pamong_identity_section_take_logo (self, file);
  g_clear_object (&self->chooser);
}

static void
choose_cb (PamongIdentitySection *self)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  self->chooser = gtk_file_chooser_native_new (_ ("Choose the logo"), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Choose"), _ ("_Cancel"));
  gtk_file_filter_set_name (filter, _ ("Pictures (PNG, JPEG, SVG)"));
  gtk_file_filter_add_mime_type (filter, "image/png");
  gtk_file_filter_add_mime_type (filter, "image/jpeg");
  gtk_file_filter_add_mime_type (filter, "image/svg+xml");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  g_object_unref (filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_swapped (self->chooser, "response", G_CALLBACK (chosen_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
drop_cb (PamongIdentitySection *self)
{
  set_logo (self, NULL, _ ("Not saved yet: press Ctrl+S."), FALSE);
}

static void
section_shown (PamongPage *page)
{
  PamongIdentitySection *self = PAMONG_IDENTITY_SECTION (page);

  if (!pamong_record_editor_is_changed (self->editor))
    reload (self);
  pamong_form_focus (pamong_record_editor_form (self->editor), -1);
}

static gboolean
section_leave (PamongPage *page)
{
  PamongIdentitySection *self = PAMONG_IDENTITY_SECTION (page);

  if (!pamong_record_editor_is_changed (self->editor))
    return TRUE;
  pamong_record_editor_leave (self->editor);
  return FALSE;
}

static void
section_iface_init (PamongPageInterface *iface)
{
  iface->shown = section_shown;
  iface->leave = section_leave;
}

static void
pamong_identity_section_dispose (GObject *object)
{
  PamongIdentitySection *self = PAMONG_IDENTITY_SECTION (object);

  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL;)
    gtk_widget_unparent (child);
  g_clear_object (&self->chooser);
  g_clear_object (&self->session);
  g_clear_pointer (&self->logo, g_free);
  G_OBJECT_CLASS (pamong_identity_section_parent_class)->dispose (object);
}

static void
pamong_identity_section_class_init (PamongIdentitySectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pamong_identity_section_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static GtkWidget *
make_side (PamongIdentitySection *self)
{
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12), *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *title = gtk_label_new (_ ("As it prints")),
            *choose = gtk_button_new_with_mnemonic (_ ("Choose lo_go…")), *said = pamong_section_hint ("");

  self->letterhead = PAMONG_LETTERHEAD (pamong_letterhead_new ());
  self->drop_logo = gtk_button_new_with_mnemonic (_ ("_Take logo away"));
  self->logo_words = GTK_LABEL (said);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "strong");
  g_signal_connect_swapped (choose, "clicked", G_CALLBACK (choose_cb), self);
  g_signal_connect_swapped (self->drop_logo, "clicked", G_CALLBACK (drop_cb), self);
  gtk_box_append (GTK_BOX (buttons), choose);
  gtk_box_append (GTK_BOX (buttons), self->drop_logo);
  gtk_box_append (GTK_BOX (side), title);
  gtk_box_append (GTK_BOX (side), GTK_WIDGET (self->letterhead));
  gtk_box_append (GTK_BOX (side), buttons);
  gtk_box_append (GTK_BOX (side), said);
  gtk_box_append (GTK_BOX (side), pamong_section_hint (_ ("A field left empty uses the usual words, shown faint. Clear a field to go back to them.")));
  gtk_widget_add_css_class (side, "settings-side");
  return side;
}

static void
pamong_identity_section_init (PamongIdentitySection *self)
{
  PamongForm *form;

  self->editor = PAMONG_RECORD_EDITOR (pamong_record_editor_new (PAMONG_KIND_IDENTITY));
  form = pamong_record_editor_form (self->editor);
  pamong_form_add_group (form, _ ("_Office"), office, G_N_ELEMENTS (office));
  pamong_form_add_group (form, _ ("_Letterhead"), lines, G_N_ELEMENTS (lines));
  pamong_form_add_group (form, _ ("_Words used here"), words, G_N_ELEMENTS (words));
  pamong_form_add_group (form, _ ("Data _keeper"), keeper, G_N_ELEMENTS (keeper));
  g_signal_connect_swapped (form, "changed", G_CALLBACK (show_preview), self);
  g_signal_connect_swapped (self->editor, "save", G_CALLBACK (save_cb), self);
  g_signal_connect_swapped (self->editor, "left", G_CALLBACK (left_cb), self);
  gtk_widget_set_hexpand (GTK_WIDGET (self->editor), TRUE);
  gtk_widget_set_parent (GTK_WIDGET (self->editor), GTK_WIDGET (self));
  gtk_widget_set_parent (make_side (self), GTK_WIDGET (self));
}

PamongRecordEditor *
pamong_identity_section_editor (PamongIdentitySection *self)
{
  return self->editor;
}

GtkWidget *
pamong_identity_section_new (PamongSession *session)
{
  PamongIdentitySection *self = g_object_new (PAMONG_TYPE_IDENTITY_SECTION, NULL);

  self->session = g_object_ref (session);
  reload (self);
  return GTK_WIDGET (self);
}
