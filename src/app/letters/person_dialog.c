/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/letters/person_dialog.h"
#include "app/letters/person_picker.h"
#include "app/widgets/dialogs.h"
#include "app/widgets/form.h"
#include <glib/gi18n.h>

/* A dialog while it is open. */
typedef struct {
  GtkWidget *parent, *picker, *form, *stack; /* (owned) */
  gboolean outside;
  PamongSession *session;
  const PamongLetterPerson *role;
  PamongRecord *outsider;
  PamongPersonChosen chosen;
  gpointer object; /* weak */
} Asked;

static void
free_asked (Asked *asked)
{
  g_clear_weak_pointer (&asked->object);
  g_clear_object (&asked->parent);
  g_clear_object (&asked->picker);
  g_clear_object (&asked->form);
  g_clear_object (&asked->stack);
  g_object_unref (asked->session);
  g_clear_pointer (&asked->outsider, pamong_record_free);
  g_free (asked);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asked, free_asked)

/* What letters call it, and where it stands in a person. */
static const struct { const char *key; int field; } columns[] = {
  { "name", PAMONG_RESIDENT_NAME }, { "nik", PAMONG_RESIDENT_NIK }, { "birth_place", PAMONG_RESIDENT_BIRTH_PLACE }, { "birth_date", PAMONG_RESIDENT_BIRTH_DATE },
  { "sex", PAMONG_RESIDENT_SEX }, { "religion", PAMONG_RESIDENT_RELIGION }, { "marital", PAMONG_RESIDENT_MARITAL_STATUS }, { "occupation", PAMONG_RESIDENT_OCCUPATION },
  { "nationality", PAMONG_RESIDENT_NATIONALITY }, { "education", PAMONG_RESIDENT_EDUCATION }, { "father_name", PAMONG_RESIDENT_FATHER_NAME },
  { "mother_name", PAMONG_RESIDENT_MOTHER_NAME }, { "phone", PAMONG_RESIDENT_PHONE }, { "passport", PAMONG_RESIDENT_PASSPORT }, { "address", PAMONG_RESIDENT_CURRENT_ADDRESS },
};
static const char *const usual_needs[] = { "name", "nik", "birth_place", "birth_date", "sex", "religion", "marital", "occupation", "address", NULL };

static GtkWidget *
make_form (Asked *asked)
{
  const char *const *needs = asked->role != NULL && asked->role->needs != NULL && asked->role->needs[0] != NULL ? (const char *const *) asked->role->needs : usual_needs;
  g_autoptr (PamongRecord) empty = pamong_record_new (PAMONG_KIND_RESIDENT, pamong_session_area (asked->session));
  int fields[G_N_ELEMENTS (columns)];
  guint n = 0;
  GtkWidget *form = pamong_form_new (PAMONG_KIND_RESIDENT);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (i == 0 || g_strv_contains (needs, columns[i].key))
      fields[n++] = columns[i].field | (columns[i].field == PAMONG_RESIDENT_CURRENT_ADDRESS || i == 0 ? PAMONG_FORM_WIDE : 0);
  pamong_form_add_group (PAMONG_FORM (form), NULL, fields, n);
  pamong_form_load (PAMONG_FORM (form), asked->outsider != NULL ? asked->outsider : empty);
  gtk_widget_set_size_request (form, 520, -1);
  return form;
}

static gboolean
is_outside (Asked *asked)
{
  return asked->form != NULL && (asked->picker == NULL || g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (asked->stack)), "outside") == 0);
}

static void show (Asked *asked, const char *complaint);

static void
take_outsider (Asked *asked)
{
  g_autoptr (PamongRecord) outsider = pamong_record_new (PAMONG_KIND_RESIDENT, pamong_session_area (asked->session));
  g_autoptr (GError) error = NULL;
  gboolean stored = pamong_form_store (PAMONG_FORM (asked->form), outsider, &error);

  pamong_form_peek (PAMONG_FORM (asked->form), outsider);
  if (stored && pamong_record_is_set (outsider, PAMONG_RESIDENT_NAME))
    {
      asked->chosen (asked->object, NULL, g_steal_pointer (&outsider));
      free_asked (asked);
      return;
    }
  g_clear_pointer (&asked->outsider, pamong_record_free);
  asked->outsider = g_steal_pointer (&outsider);
  show (asked, error != NULL ? error->message : _ ("The name is missing."));
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Asked *asked = data;
  const char *uid;

  if (!pamong_dialog_form_finish (result) || asked->object == NULL)
    free_asked (asked);
  else if (is_outside (asked))
    take_outsider (asked);
  else if ((uid = pamong_person_picker_chosen (PAMONG_PERSON_PICKER (asked->picker))) != NULL)
    {
      asked->chosen (asked->object, uid, NULL);
      free_asked (asked);
    }
  else
    show (asked, _ ("Type the name or the NIK of the person and choose them from the list."));
}

static void
toggled_cb (GtkToggleButton *button, GtkStack *stack)
{
  gtk_stack_set_visible_child_name (stack, gtk_toggle_button_get_active (button) ? "outside" : "here");
  gtk_widget_grab_focus (gtk_stack_get_visible_child (stack));
}

static GtkWidget *
make_toggles (Asked *asked, gboolean outside)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), *here = gtk_toggle_button_new_with_mnemonic (_ ("_Resident")), *other = gtk_toggle_button_new_with_mnemonic (_ ("From _elsewhere"));

  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (other), GTK_TOGGLE_BUTTON (here));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (outside ? other : here), TRUE);
  gtk_widget_add_css_class (box, "linked");
  gtk_widget_set_halign (box, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), here);
  gtk_box_append (GTK_BOX (box), other);
  g_signal_connect (other, "toggled", G_CALLBACK (toggled_cb), asked->stack);
  return box;
}

static void
make_stack (Asked *asked, gboolean outside)
{
  PamongPersonSource source = asked->role != NULL ? asked->role->source : PAMONG_PERSON_EITHER;
  int status = asked->role != NULL && asked->role->life != PAMONG_PERSON_ALIVE ? -1 : PAMONG_STATUS_ALIVE;

  g_clear_object (&asked->picker);
  g_clear_object (&asked->form);
  g_clear_object (&asked->stack);
  asked->stack = g_object_ref_sink (gtk_stack_new ());
  gtk_stack_set_vhomogeneous (GTK_STACK (asked->stack), FALSE);
  if (source != PAMONG_PERSON_OUTSIDER)
    {
      asked->picker = g_object_ref_sink (pamong_person_picker_new (asked->session, status, asked->role != NULL ? asked->role->label : _ ("Find people")));
      gtk_stack_add_named (GTK_STACK (asked->stack), asked->picker, "here");
    }
  if (source != PAMONG_PERSON_RESIDENT)
    {
      asked->form = g_object_ref_sink (make_form (asked));
      gtk_stack_add_named (GTK_STACK (asked->stack), asked->form, "outside");
    }
  if (outside && asked->form != NULL)
    gtk_stack_set_visible_child_name (GTK_STACK (asked->stack), "outside");
}

/* A dialog closes with its answer; one that was refused opens again as it was, with the reason on top. */
static void
show (Asked *asked, const char *complaint)
{
  gboolean outside = asked->stack != NULL ? is_outside (asked) : asked->outsider != NULL || asked->outside;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8), *said = gtk_label_new (complaint);

  make_stack (asked, outside);
  gtk_label_set_wrap (GTK_LABEL (said), TRUE);
  gtk_label_set_xalign (GTK_LABEL (said), 0);
  gtk_widget_add_css_class (said, "error-text");
  gtk_widget_set_visible (said, complaint != NULL);
  gtk_box_append (GTK_BOX (box), said);
  if (asked->picker != NULL && asked->form != NULL)
    gtk_box_append (GTK_BOX (box), make_toggles (asked, outside));
  gtk_box_append (GTK_BOX (box), asked->stack);
  pamong_dialog_form_async (asked->parent, asked->role != NULL ? asked->role->label : _ ("Whom is the letter about?"), box, _ ("_Choose"), answered_cb, asked);
  gtk_widget_grab_focus (gtk_stack_get_visible_child (GTK_STACK (asked->stack)));
}

void
pamong_person_dialog_ask (GtkWidget *parent, PamongSession *session, const PamongLetterPerson *role, const PamongRecord *outsider, gboolean outside, PamongPersonChosen chosen, gpointer object)
{
  Asked *asked = g_new0 (Asked, 1);

  asked->parent = g_object_ref (parent);
  asked->session = g_object_ref (session);
  asked->role = role;
  asked->outsider = outsider != NULL ? pamong_record_copy (outsider) : NULL;
  asked->chosen = chosen;
  g_set_weak_pointer (&asked->object, object);
  asked->outside = outside;
  show (asked, NULL);
}
