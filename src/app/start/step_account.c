/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/start/step.h"
#include "app/widgets/field_entry.h"
#include <glib/gi18n.h>

/* Akun Anda: the first account. Lanjut makes the store, so there is no way back from here. */
#define PAMONG_TYPE_ACCOUNT_STEP (pamong_account_step_get_type ())
G_DECLARE_FINAL_TYPE (PamongAccountStep, pamong_account_step, PAMONG, ACCOUNT_STEP, GtkBox)

struct _PamongAccountStep {
  GtkBox parent_instance;

  GtkWidget *name, *duty, *password, *again;
  GtkLabel *problem;
};

static void pamong_account_step_iface_init (PamongStepInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PamongAccountStep, pamong_account_step, GTK_TYPE_BOX, G_IMPLEMENT_INTERFACE (PAMONG_TYPE_STEP, pamong_account_step_iface_init))

static const char *
text (GtkWidget *entry)
{
  return gtk_editable_get_text (GTK_EDITABLE (entry));
}

/* Shows @message and goes where it can be mended. */
static gboolean
refuse (PamongAccountStep *self, GtkWidget *entry, const char *message)
{
  pamong_step_blame (self->problem, message);
  gtk_widget_grab_focus (entry);
  return FALSE;
}

static gboolean
check (PamongAccountStep *self, PamongDuty *duty)
{
  g_autoptr (PamongRecord) account = pamong_record_new (PAMONG_KIND_ACCOUNT, NULL);
  g_autofree char *name = g_strstrip (g_strdup (text (self->name)));

  pamong_step_blame (self->problem, NULL);
  if (*name == '\0')
    return refuse (self, self->name, _ ("Write your full name."));
  if (!pamong_field_entry_store (PAMONG_FIELD_ENTRY (self->duty), account, NULL) || !pamong_record_is_set (account, PAMONG_ACCOUNT_DUTY))
    return refuse (self, self->duty, _ ("Choose your duty from the list."));
  if (g_utf8_strlen (text (self->password), -1) < 8)
    return refuse (self, self->password, _ ("The password needs at least 8 letters."));
  if (!g_str_equal (text (self->password), text (self->again)))
    return refuse (self, self->again, _ ("The two passwords differ. Type it once more."));
  *duty = (PamongDuty) pamong_record_int (account, PAMONG_ACCOUNT_DUTY);
  return TRUE;
}

static void
enter (PamongStep *step, PamongSetup *setup)
{
  PamongAccountStep *self = PAMONG_ACCOUNT_STEP (step);
  g_autoptr (PamongRecord) account = pamong_record_new (PAMONG_KIND_ACCOUNT, NULL);

  pamong_record_set_int (account, PAMONG_ACCOUNT_DUTY, setup->level == PAMONG_LEVEL_VILLAGE ? PAMONG_DUTY_OPERATOR : setup->level == PAMONG_LEVEL_DISTRICT ? PAMONG_DUTY_SERVICE : PAMONG_DUTY_KEEPER);
  if (pamong_field_entry_is_blank (PAMONG_FIELD_ENTRY (self->duty)))
    pamong_field_entry_load (PAMONG_FIELD_ENTRY (self->duty), account);
  gtk_widget_grab_focus (self->name);
}

static void
finish (PamongStep *step, PamongSetup *setup)
{
  PamongAccountStep *self = PAMONG_ACCOUNT_STEP (step);
  g_autofree char *name = g_strstrip (g_strdup (text (self->name)));
  g_autoptr (GError) error = NULL;
  PamongOffice *office;
  PamongDuty duty;

  if (!check (self, &duty))
    return;
  office = pamong_office_init (setup->dir, setup->level, setup->area, name, duty, text (self->password), &setup->recovery, &error);
  if (office == NULL)
    {
      pamong_step_blame (self->problem, error->message);
      return;
    }
  setup->account = g_strdup (pamong_office_account (office)->uid);
  setup->desk = pamong_desk_new_with (office, &error);
  if (setup->desk == NULL)
    pamong_step_blame (self->problem, error->message);
  else
    pamong_step_done (step);
}

static void
pamong_account_step_iface_init (PamongStepInterface *iface)
{
  iface->enter = enter;
  iface->finish = finish;
}

static void
duty_next_cb (GtkWidget *duty)
{
  gtk_widget_child_focus (gtk_widget_get_ancestor (duty, GTK_TYPE_GRID), GTK_DIR_TAB_FORWARD);
}

static void
pamong_account_step_class_init (PamongAccountStepClass *klass)
{
}

static GtkWidget *
make_password (const char *name)
{
  GtkWidget *entry = gtk_password_entry_new ();

  gtk_password_entry_set_show_peek_icon (GTK_PASSWORD_ENTRY (entry), TRUE);
  gtk_widget_set_name (entry, name);
  return entry;
}

static void
add_note (PamongAccountStep *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);

  gtk_widget_add_css_class (box, "band");
  gtk_widget_set_margin_top (box, 8);
  gtk_widget_set_halign (box, GTK_ALIGN_START);
  gtk_widget_set_size_request (box, 640, -1);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("dialog-information-symbolic"));
  gtk_box_append (GTK_BOX (box), gtk_label_new (_ ("The password is sent nowhere. Next: note the recovery code.")));
  gtk_box_append (GTK_BOX (self), box);
}

static void
pamong_account_step_init (PamongAccountStep *self)
{
  GtkGrid *grid = pamong_step_frame (GTK_BOX (self), _ ("Your account"), _ ("The first account on this computer. Accounts of other people can be added later."), &self->problem);

  self->name = gtk_entry_new ();
  gtk_widget_set_name (self->name, "name");
  self->duty = pamong_field_entry_new (pamong_field_get (PAMONG_KIND_ACCOUNT, PAMONG_ACCOUNT_DUTY));
  self->password = make_password ("password");
  self->again = make_password ("again");
  pamong_step_field (grid, 0, _ ("Full _name"), self->name, _ ("Stands in the history of every change."));
  pamong_step_field (grid, 1, _ ("_Duty"), self->duty, _ ("Alt+Down shows the list."));
  pamong_step_field (grid, 2, _ ("_Password"), self->password, _ ("At least 8 letters. A short sentence is easier to remember."));
  pamong_step_field (grid, 3, _ ("Password _again"), self->again, NULL);
  g_signal_connect (self->duty, "next", G_CALLBACK (duty_next_cb), NULL);
  add_note (self);
}

GtkWidget *
pamong_account_step_new (void)
{
  return g_object_new (PAMONG_TYPE_ACCOUNT_STEP, NULL);
}
