/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/residents/resident_form.h"

#include "app/residents/family_picker.h"
#include "app/residents/resident_fields.h"
#include "app/residents/save_job.h"
#include "app/widgets/dialogs.h"
#include "domain/clock.h"
#include "domain/nik.h"
#include "office/identity.h"

#include <glib/gi18n.h>

struct _PamongResidentForm
{
  GtkWidget parent_instance;
  PamongSession *session; /* not owned: the window keeps it */
  PamongRecord *before;   /* as loaded; empty when adding */
  gboolean simple;        /* the form shows only what is required, NIK and telephone */
  gboolean adding, picked, saving;
  GPtrArray *rules;       /* overrides that a reason would let pass */
  GtkLabel *title, *message;
  GtkWidget *picker_box, *band, *reason, *save, *scrolled;
  PamongFamilyPicker *picker;
  PamongForm *form;
};

G_DEFINE_FINAL_TYPE (PamongResidentForm, pamong_resident_form, GTK_TYPE_WIDGET)

enum { SAVED, LEFT, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
show_message (PamongResidentForm *self, const char *words, gboolean ask_reason)
{
  gtk_label_set_text (self->message, words);
  gtk_widget_set_visible (self->band, words != NULL);
  gtk_widget_set_visible (self->reason, ask_reason);
}

/* The first finding of the worst kind: it is what stands in the way. */
static const PamongFinding *
first_worst (GPtrArray *findings)
{
  int worst = pamong_findings_worst (findings);

  for (guint i = 0; i < findings->len; i++)
    if ((int) ((PamongFinding *) findings->pdata[i])->severity == worst)
      return findings->pdata[i];
  return NULL;
}

static void
show_refusal (PamongResidentForm *self, GPtrArray *findings)
{
  const PamongFinding *worst = findings ? first_worst (findings) : NULL;
  g_autofree char *words = worst ? g_strdup_printf ("%s %s", worst->message, worst->remedy) : g_strdup (_ ("This could not be saved."));
  gboolean override = worst && worst->severity == PAMONG_SEVERITY_OVERRIDE;

  g_ptr_array_set_size (self->rules, 0);
  for (guint i = 0; override && i < findings->len; i++)
    {
      const PamongFinding *finding = findings->pdata[i];

      if (finding->severity == PAMONG_SEVERITY_OVERRIDE)
        g_ptr_array_add (self->rules, g_strdup (finding->rule));
    }
  pamong_form_show_findings (self->form, findings);
  show_message (self, words, override);
  if (override)
    gtk_widget_grab_focus (self->reason);
  else if (worst && worst->kind == PAMONG_KIND_RESIDENT)
    pamong_form_focus (self->form, worst->field);
}

/* The record as typed. NULL: a text means nothing, its field says why. */
static PamongRecord *
read_record (PamongResidentForm *self)
{
  g_autoptr (PamongRecord) record = pamong_record_copy (self->before);

  if (!pamong_form_store (self->form, record, NULL))
    return NULL;
  if (self->adding)
    pamong_record_set_text (record, PAMONG_RESIDENT_FAMILY_UID, pamong_family_picker_chosen (self->picker));
  return g_steal_pointer (&record);
}

/* A NIK tells birth date and sex: shown faint, taken only with Enter. */
static void
suggest_from_nik (PamongResidentForm *self)
{
  const char *nik = pamong_field_entry_text (pamong_form_entry (self->form, PAMONG_RESIDENT_NIK));
  g_autofree char *today = pamong_clock_today (), *birth = NULL;
  PamongValue date = { PAMONG_VALUE_TEXT }, sex = { PAMONG_VALUE_INT };
  int code = 0;
  gboolean found = pamong_nik_suggest (nik, today, &birth, &code);

  date.s = birth;
  sex.i = code;
  pamong_field_entry_suggest (pamong_form_entry (self->form, PAMONG_RESIDENT_BIRTH_DATE), found && birth ? &date : NULL);
  pamong_field_entry_suggest (pamong_form_entry (self->form, PAMONG_RESIDENT_SEX), found && code ? &sex : NULL);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PamongResidentForm) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongSaved) saved = pamong_save_job_run_finish (PAMONG_DESK (source), result, &error);

  self->saving = FALSE;
  gtk_widget_set_sensitive (self->save, TRUE);
  if (!saved)
    show_message (self, error->message, FALSE);
  else if (!saved->saved)
    show_refusal (self, saved->findings);
  else
    g_signal_emit (self, signals[SAVED], 0, self->before->uid);
}

static void
discarded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  if (pamong_dialog_ask_finish (result) == 1)
    g_signal_emit (source, signals[LEFT], 0);
}

/* One field was left: what the rules say of it, against all that stands in the form now. */
static void
field_left_cb (PamongForm *form, int field, PamongResidentForm *self)
{
  g_autoptr (PamongRecord) draft = NULL;
  g_autoptr (GPtrArray) findings = pamong_findings_new ();

  if (!self->before || !pamong_form_is_changed (form))
    return;
  draft = pamong_record_copy (self->before);
  if (self->adding)
    pamong_record_set_text (draft, PAMONG_RESIDENT_FAMILY_UID, pamong_family_picker_chosen (self->picker));
  pamong_form_peek (form, draft);
  if (pamong_office_findings (pamong_session_store (self->session), draft, findings, NULL))
    pamong_form_show_field_findings (form, field, findings);
  if (field == PAMONG_RESIDENT_NIK)
    suggest_from_nik (self);
}

static void
finished_cb (PamongForm *form, PamongResidentForm *self)
{
  gtk_widget_grab_focus (self->save);
}

static void
picked_cb (PamongFamilyPicker *picker, PamongResidentForm *self)
{
  self->picked = TRUE;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, PamongResidentForm *self)
{
  state &= gtk_accelerator_get_default_mod_mask ();
  if (key == GDK_KEY_Escape && state == 0)
    pamong_resident_form_leave (self);
  else if (key == GDK_KEY_s && state == GDK_CONTROL_MASK)
    pamong_resident_form_save (self);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static GtkWidget *
make_key_button (const char *words, const char *key, GCallback clicked, gpointer data)
{
  GtkWidget *button = gtk_button_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *label = gtk_label_new_with_mnemonic (words), *cap = gtk_label_new (key);

  gtk_widget_add_css_class (cap, "key");
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), button);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), cap);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  g_signal_connect_swapped (button, "clicked", clicked, data);
  return button;
}

static GtkWidget *
make_foot (PamongResidentForm *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *leave;

  gtk_widget_add_css_class (foot, "detail-foot");
  gtk_widget_set_halign (foot, GTK_ALIGN_FILL);
  leave = make_key_button (_ ("_Cancel"), "Esc", G_CALLBACK (pamong_resident_form_leave), self);
  gtk_widget_set_hexpand (leave, TRUE);
  gtk_widget_set_halign (leave, GTK_ALIGN_END);
  self->save = make_key_button (_ ("S_ave"), "Ctrl+S", G_CALLBACK (pamong_resident_form_save), self);
  gtk_widget_add_css_class (self->save, "primary");
  gtk_box_append (GTK_BOX (foot), leave);
  gtk_box_append (GTK_BOX (foot), self->save);
  return foot;
}

static GtkWidget *
make_band (PamongResidentForm *self)
{
  GtkWidget *words = gtk_label_new (NULL);

  self->band = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  self->message = GTK_LABEL (words);
  gtk_label_set_wrap (self->message, TRUE);
  gtk_label_set_xalign (self->message, 0);
  self->reason = gtk_entry_new ();
  g_object_set (self->reason, "placeholder-text", _ ("It is right all the same, because …"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reason), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Reason"), -1);
  g_signal_connect_swapped (self->reason, "activate", G_CALLBACK (pamong_resident_form_save), self);
  gtk_widget_add_css_class (self->band, "band");
  gtk_widget_add_css_class (self->band, "error");
  gtk_box_append (GTK_BOX (self->band), words);
  gtk_box_append (GTK_BOX (self->band), self->reason);
  gtk_widget_set_visible (self->band, FALSE);
  return self->band;
}

static void
make_form (PamongResidentForm *self, gboolean simple)
{
  self->simple = simple;
  self->form = PAMONG_FORM (pamong_form_new (PAMONG_KIND_RESIDENT));
  pamong_resident_fields_add (self->form, simple);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), GTK_WIDGET (self->form));
  g_signal_connect (self->form, "left", G_CALLBACK (field_left_cb), self);
  g_signal_connect (self->form, "finished", G_CALLBACK (finished_cb), self);
  g_signal_connect_swapped (self->form, "submit", G_CALLBACK (pamong_resident_form_save), self);
  g_signal_connect_swapped (self->form, "cancel", G_CALLBACK (pamong_resident_form_leave), self);
}

/* As the office has chosen, unless the very field that is wanted would not be there. */
static void
fit_form (PamongResidentForm *self, int field)
{
  g_autoptr (PamongRecord) identity = pamong_identity (pamong_session_store (self->session), NULL);
  gboolean simple = identity != NULL && pamong_record_int (identity, PAMONG_IDENTITY_SIMPLE_FORM) != 0;

  if (simple != self->simple)
    make_form (self, simple);
  if (self->simple && field >= 0 && pamong_form_entry (self->form, field) == NULL)
    make_form (self, FALSE);
}

static GtkWidget *
make_scrolled (PamongResidentForm *self)
{
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (self->scrolled, TRUE);
  make_form (self, FALSE);
  return self->scrolled;
}

static void
build (PamongResidentForm *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8), *title = gtk_label_new (NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->title = GTK_LABEL (title);
  gtk_label_set_xalign (self->title, 0);
  gtk_label_set_ellipsize (self->title, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (title, "page-title");
  gtk_widget_add_css_class (body, "detail-body");
  self->picker_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (body), title);
  gtk_box_append (GTK_BOX (body), self->picker_box);
  gtk_box_append (GTK_BOX (body), make_scrolled (self));
  gtk_box_append (GTK_BOX (body), make_band (self));
  gtk_box_append (GTK_BOX (box), body);
  gtk_box_append (GTK_BOX (box), make_foot (self));
  gtk_widget_set_parent (box, GTK_WIDGET (self));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
start (PamongResidentForm *self, PamongRecord *before, gboolean adding)
{
  g_clear_pointer (&self->before, pamong_record_free);
  self->before = before;
  self->adding = adding;
  self->picked = FALSE;
  g_ptr_array_set_size (self->rules, 0);
  gtk_editable_set_text (GTK_EDITABLE (self->reason), "");
  show_message (self, NULL, FALSE);
  gtk_widget_set_visible (self->picker_box, adding);
  pamong_form_load (self->form, before);
  suggest_from_nik (self);
}

static void
pamong_resident_form_dispose (GObject *object)
{
  g_clear_pointer (&PAMONG_RESIDENT_FORM (object)->before, pamong_record_free);
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (object)));)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (pamong_resident_form_parent_class)->dispose (object);
}

static void
pamong_resident_form_finalize (GObject *object)
{
  g_ptr_array_unref (PAMONG_RESIDENT_FORM (object)->rules);
  G_OBJECT_CLASS (pamong_resident_form_parent_class)->finalize (object);
}

static void
pamong_resident_form_class_init (PamongResidentFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pamong_resident_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = pamong_resident_form_finalize;
  signals[SAVED] = g_signal_new ("saved", PAMONG_TYPE_RESIDENT_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[LEFT] = g_signal_new ("left", PAMONG_TYPE_RESIDENT_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
pamong_resident_form_init (PamongResidentForm *self)
{
  self->rules = g_ptr_array_new_with_free_func (g_free);
}

GtkWidget *
pamong_resident_form_new (PamongSession *session)
{
  PamongResidentForm *self = g_object_new (PAMONG_TYPE_RESIDENT_FORM, NULL);

  self->session = session;
  build (self);
  return GTK_WIDGET (self);
}

void
pamong_resident_form_edit (PamongResidentForm *self, const PamongRecord *resident, int field)
{
  g_autofree char *title = g_strdup_printf (_ ("Change %s"), pamong_record_is_set (resident, PAMONG_RESIDENT_NAME) ? pamong_record_text (resident, PAMONG_RESIDENT_NAME) : "");

  gtk_label_set_text (self->title, title);
  fit_form (self, field);
  start (self, pamong_record_copy (resident), FALSE);
  if (!pamong_form_focus (self->form, field))
    pamong_form_focus (self->form, -1);
}

void
pamong_resident_form_add (PamongResidentForm *self)
{
  gtk_label_set_text (self->title, _ ("New resident"));
  if (!self->picker)
    {
      self->picker = PAMONG_FAMILY_PICKER (pamong_family_picker_new (pamong_session_store (self->session), pamong_session_search (self->session),
                                                                            _ ("No card chosen: the resident is written down without a family.")));
      gtk_box_append (GTK_BOX (self->picker_box), GTK_WIDGET (self->picker));
      g_signal_connect (self->picker, "changed", G_CALLBACK (picked_cb), self);
    }
  pamong_family_picker_choose (self->picker, NULL);
  fit_form (self, -1);
  start (self, pamong_record_new (PAMONG_KIND_RESIDENT, pamong_session_area (self->session)), TRUE);
  gtk_widget_child_focus (self->picker_box, GTK_DIR_TAB_FORWARD);
}

gboolean
pamong_resident_form_is_changed (PamongResidentForm *self)
{
  return self->before && (pamong_form_is_changed (self->form) || self->picked);
}

void
pamong_resident_form_save (PamongResidentForm *self)
{
  g_autoptr (PamongRecord) record = self->saving || !self->before ? NULL : read_record (self);
  const char *reason = gtk_editable_get_text (GTK_EDITABLE (self->reason));
  PamongSaveJob *job;

  if (!record)
    return;
  job = pamong_save_job_new (self->adding ? PAMONG_JOB_ADD : PAMONG_JOB_CORRECT, record);
  job->before = pamong_record_copy (self->before);
  if (self->rules->len > 0 && *reason)
    {
      job->reason = g_strdup (reason);
      job->rules = g_ptr_array_copy (self->rules, (GCopyFunc) (void (*) (void)) g_strdup, NULL);
      g_ptr_array_set_free_func (job->rules, g_free);
    }
  self->saving = TRUE;
  gtk_widget_set_sensitive (self->save, FALSE);
  show_message (self, NULL, FALSE);
  pamong_save_job_run_async (job, pamong_session_desk (self->session), saved_cb, g_object_ref (self));
}

void
pamong_resident_form_leave (PamongResidentForm *self)
{
  const char *answers[] = { _ ("Go on _writing"), _ ("_Throw away"), NULL };

  if (self->saving)
    return;
  if (!pamong_resident_form_is_changed (self))
    g_signal_emit (self, signals[LEFT], 0);
  else
    pamong_dialog_ask_async (GTK_WIDGET (self), _ ("Throw away what was typed?"), _ ("The change is not saved yet."), answers, 1, discarded_cb, NULL);
}

PamongForm *
pamong_resident_form_fields (PamongResidentForm *self)
{
  return self->form;
}

void
pamong_resident_form_set_reason (PamongResidentForm *self, const char *reason)
{
  gtk_editable_set_text (GTK_EDITABLE (self->reason), reason);
}
