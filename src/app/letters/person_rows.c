/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/letters/person_rows.h"
#include "app/letters/answer_entry.h"
#include "app/letters/fill_rows.h"
#include "app/letters/person_dialog.h"
#include "app/widgets/column_label.h"
#include "app/widgets/focus.h"
#include "domain/codes.h"
#include <glib/gi18n.h>


struct _PamongPersonRows {
  GtkWidget parent_instance;

  PamongSession *session;
  const PamongLetterType *type;
  PamongLetterCase *letter;
  PamongFamilyCard *card; /* of the first person */
  GPtrArray *roles;
  const PamongLetterPerson *asked; /* whose dialog is open */
};

/* One role: its widgets and what they are made from. */
typedef struct {
  const PamongLetterPerson *person;
  PamongLetterField field; /* of a member of the family */
  GtkWidget *box, *first;
} Role;

static void build (PamongPersonRows *self);

G_DEFINE_FINAL_TYPE (PamongPersonRows, pamong_person_rows, GTK_TYPE_WIDGET)

enum { CHANGED, FINISHED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
free_role (gpointer data)
{
  Role *role = data;

  g_strfreev (role->field.choices);
  g_free (role);
}

static char *
member_words (const PamongRecord *member)
{
  return g_strdup_printf ("%s, %s", pamong_record_text (member, PAMONG_RESIDENT_NAME), pamong_codes_display ("shdk", (int) pamong_record_int (member, PAMONG_RESIDENT_SHDK)));
}

static const PamongRecord *
find_member (PamongPersonRows *self, const char *uid)
{
  for (guint i = 0; self->card != NULL && uid != NULL && i < self->card->members->len; i++)
    if (g_str_equal (((PamongRecord *) self->card->members->pdata[i])->uid, uid))
      return self->card->members->pdata[i];
  return NULL;
}

static char *
person_words (PamongPersonRows *self, const PamongCasePerson *person)
{
  g_autoptr (PamongRecord) resident = person->uid != NULL ? pamong_store_get (pamong_session_store (self->session), PAMONG_KIND_RESIDENT, person->uid, NULL) : NULL;
  const PamongRecord *who = resident != NULL ? resident : person->outsider;
  const char *name = who != NULL ? pamong_record_text (who, PAMONG_RESIDENT_NAME) : NULL;

  if (name == NULL)
    return g_strdup ("");
  return resident != NULL ? g_strdup (name) : g_strdup_printf (_ ("%s, from elsewhere"), name);
}

static void
changed (PamongPersonRows *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
go_on_cb (PamongPersonRows *self, GtkWidget *entry)
{
  GtkWidget *box = gtk_widget_get_ancestor (entry, GTK_TYPE_BOX);

  for (box = gtk_widget_get_next_sibling (box); box != NULL; box = gtk_widget_get_next_sibling (box))
    if (gtk_widget_get_visible (box) && gtk_widget_child_focus (box, GTK_DIR_TAB_FORWARD))
      return;
  g_signal_emit (self, signals[FINISHED], 0);
}

static void
chosen_member_cb (PamongPersonRows *self, PamongAnswerEntry *entry)
{
  Role *role = g_object_get_data (G_OBJECT (entry), "role");
  g_autofree char *answer = pamong_answer_entry_answer (entry);

  pamong_letter_case_drop (self->letter, role->person->id);
  for (guint i = 0; i < self->card->members->len; i++)
    {
      const PamongRecord *member = self->card->members->pdata[i];
      g_autofree char *words = member_words (member);

      if (g_str_equal (words, answer))
        {
          pamong_letter_case_add (self->letter, role->person->id, member->uid);
          break;
        }
    }
  changed (self);
}

/* One member of the family, or the person the letter is about: by the list. */
static GtkWidget *
make_member_entry (PamongPersonRows *self, Role *role)
{
  const PamongCasePerson *now = pamong_letter_case_person (self->letter, role->person->id);
  const PamongRecord *member = now != NULL ? find_member (self, now->uid) : NULL;
  g_autofree char *words = member != NULL ? member_words (member) : NULL;
  g_autoptr (GStrvBuilder) choices = g_strv_builder_new ();
  GtkWidget *entry;

  for (guint i = 0; i < self->card->members->len; i++)
    {
      g_autofree char *choice = member_words (self->card->members->pdata[i]);

      g_strv_builder_add (choices, choice);
    }
  role->field = (PamongLetterField){ .id = role->person->id, .label = role->person->label, .type = PAMONG_ANSWER_CHOICE, .choices = g_strv_builder_end (choices), .required = role->person->required };
  entry = pamong_answer_entry_new (&role->field);
  pamong_answer_entry_load (PAMONG_ANSWER_ENTRY (entry), words);
  gtk_widget_set_hexpand (entry, TRUE);
  g_object_set_data (G_OBJECT (entry), "role", role);
  g_signal_connect_object (entry, "changed", G_CALLBACK (chosen_member_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "next", G_CALLBACK (go_on_cb), self, G_CONNECT_SWAPPED);
  return entry;
}

static gboolean
is_in (PamongPersonRows *self, const char *role, const char *uid)
{
  for (guint i = 0; i < self->letter->persons->len; i++)
    {
      const PamongCasePerson *person = self->letter->persons->pdata[i];

      if (g_str_equal (person->role, role) && g_strcmp0 (person->uid, uid) == 0)
        return TRUE;
    }
  return FALSE;
}

static GtkWidget *
next_tick (GtkWidget *tick)
{
  return gtk_widget_get_next_sibling (tick);
}

/* In the order of the card, whatever the order of ticking. */
static void
ticked_cb (PamongPersonRows *self, GtkWidget *tick)
{
  Role *role = g_object_get_data (G_OBJECT (tick), "role");

  pamong_letter_case_drop (self->letter, role->person->id);
  for (GtkWidget *one = gtk_widget_get_first_child (gtk_widget_get_parent (tick)); one != NULL; one = next_tick (one))
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (one)))
      pamong_letter_case_add (self->letter, role->person->id, g_object_get_data (G_OBJECT (one), "uid"));
  changed (self);
}

static GtkWidget *
make_ticks (PamongPersonRows *self, Role *role)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  const PamongLetterPerson *first = self->type->persons->pdata[0];

  for (guint i = 0; i < self->card->members->len; i++)
    {
      const PamongRecord *member = self->card->members->pdata[i];
      g_autofree char *words = member_words (member);
      GtkWidget *tick;

      if (is_in (self, first->id, member->uid))
        continue;
      tick = gtk_check_button_new_with_label (words);
      g_object_set_data (G_OBJECT (tick), "role", role);
      g_object_set_data_full (G_OBJECT (tick), "uid", g_strdup (member->uid), g_free);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (tick), is_in (self, role->person->id, member->uid));
      g_signal_connect_object (tick, "toggled", G_CALLBACK (ticked_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), tick);
    }
  return box;
}

static void
chosen_cb (gpointer data, const char *uid, PamongRecord *outsider)
{
  PamongPersonRows *self = data;
  const PamongLetterPerson *role = self->asked;

  if (!role->many)
    pamong_letter_case_drop (self->letter, role->id);
  if (uid != NULL)
    pamong_letter_case_add (self->letter, role->id, uid);
  else
    pamong_letter_case_add_outsider (self->letter, role->id, outsider);
  build (self);
  changed (self);
}

static void
choose_cb (PamongPersonRows *self, GtkWidget *row)
{
  const Role *role = g_object_get_data (G_OBJECT (row), "role");
  const PamongCasePerson *now = g_object_get_data (G_OBJECT (row), "person");

  if (role == NULL)
    return;
  self->asked = role->person;
  pamong_person_dialog_ask (GTK_WIDGET (self), self->session, role->person, now != NULL ? now->outsider : NULL, FALSE, chosen_cb, self);
}

static void
drop_cb (PamongPersonRows *self, GtkWidget *button)
{
  PamongCasePerson *person = g_object_get_data (G_OBJECT (button), "person");

  g_ptr_array_remove (self->letter->persons, person);
  build (self);
  changed (self);
}

static void
answered_cb (PamongAnswerEntry *entry, PamongPersonRows *self)
{
  g_autofree char *answer = pamong_answer_entry_answer (entry);

  pamong_case_person_ask (g_object_get_data (G_OBJECT (entry), "person"), pamong_answer_entry_field (entry)->id, answer);
  changed (self);
}

/* What the letter asks of this person; of several it says of whom. */
static void
add_columns (PamongPersonRows *self, GtkWidget *box, Role *role, PamongCasePerson *person)
{
  for (guint i = 0; role->person->columns != NULL && i < role->person->columns->len; i++)
    {
      const PamongLetterField *field = role->person->columns->pdata[i];
      g_autofree char *name = role->person->many ? person_words (self, person) : NULL, *words = name != NULL ? g_strdup_printf ("%s · %s", name, field->label) : g_strdup (field->label);
      GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *label = pamong_column_label_new (words), *entry = pamong_answer_entry_new (field);

      gtk_widget_set_size_request (label, name != NULL ? 220 : 120, -1);
      gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (label, "secondary");
      gtk_widget_set_hexpand (entry, TRUE);
      pamong_answer_entry_load (PAMONG_ANSWER_ENTRY (entry), person->columns != NULL ? g_hash_table_lookup (person->columns, field->id) : NULL);
      g_object_set_data (G_OBJECT (entry), "person", person);
      g_signal_connect_object (entry, "changed", G_CALLBACK (answered_cb), self, 0);
      g_signal_connect_object (entry, "next", G_CALLBACK (go_on_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (line), label);
      gtk_box_append (GTK_BOX (line), entry);
      gtk_box_append (GTK_BOX (box), line);
    }
}

/* A line of its own in a list: reached by Tab, chosen by Enter. */
static GtkWidget *
add_choice (PamongPersonRows *self, GtkWidget *list, Role *role, PamongCasePerson *person)
{
  GtkWidget *row = gtk_list_box_row_new (), *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *words = person != NULL ? person_words (self, person) : NULL;
  GtkWidget *label = gtk_label_new (words != NULL ? words : role->person->many ? _ ("Add a person …") : _ ("Choose a person …"));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  if (person == NULL)
    gtk_widget_add_css_class (label, "secondary");
  gtk_box_append (GTK_BOX (line), label);
  if (person != NULL)
    {
      GtkWidget *drop = gtk_button_new_with_label (_ ("Take out"));

      gtk_widget_add_css_class (drop, "flat");
      g_object_set_data (G_OBJECT (drop), "person", person);
      g_signal_connect_object (drop, "clicked", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (line), drop);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  g_object_set_data (G_OBJECT (row), "role", role);
  g_object_set_data (G_OBJECT (row), "person", person);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return row;
}

static GtkWidget *
make_choices (PamongPersonRows *self, Role *role)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *list = gtk_list_box_new ();
  guint n = 0;

  gtk_widget_add_css_class (list, "letter-persons");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, role->person->label, -1);
  pamong_focus_one_stop (list);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (choose_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), list);
  for (guint i = 0; i < self->letter->persons->len; i++)
    {
      PamongCasePerson *person = self->letter->persons->pdata[i];

      if (!g_str_equal (person->role, role->person->id))
        continue;
      add_choice (self, list, role, person);
      add_columns (self, box, role, person);
      n++;
    }
  if (n == 0 || (role->person->many && (role->person->most == 0 || n < role->person->most)))
    add_choice (self, list, role, NULL);
  role->first = list;
  return box;
}

static void
add_role (PamongPersonRows *self, const PamongLetterPerson *person)
{
  Role *role = g_new0 (Role, 1);
  GtkWidget *label = pamong_fill_name (person->label), *what;

  role->person = person;
  role->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_set_margin_top (label, 7);
  if (person->same_family && self->card != NULL && person->many)
    what = role->first = make_ticks (self, role);
  else if (person->same_family && self->card != NULL)
    what = role->first = make_member_entry (self, role);
  else
    what = make_choices (self, role);
  gtk_widget_set_hexpand (what, TRUE);
  gtk_box_append (GTK_BOX (role->box), label);
  gtk_box_append (GTK_BOX (role->box), what);
  gtk_widget_set_parent (role->box, GTK_WIDGET (self));
  g_ptr_array_add (self->roles, role);
}

static void
clear (PamongPersonRows *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_ptr_array_set_size (self->roles, 0);
}

static void
build (PamongPersonRows *self)
{
  clear (self);
  for (guint i = 1; self->type != NULL && i < self->type->persons->len; i++)
    add_role (self, self->type->persons->pdata[i]);
}

static void
pamong_person_rows_dispose (GObject *object)
{
  PamongPersonRows *self = PAMONG_PERSON_ROWS (object);

  clear (self);
  g_clear_pointer (&self->card, pamong_family_card_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (pamong_person_rows_parent_class)->dispose (object);
}

static void
pamong_person_rows_finalize (GObject *object)
{
  g_ptr_array_unref (PAMONG_PERSON_ROWS (object)->roles);
  G_OBJECT_CLASS (pamong_person_rows_parent_class)->finalize (object);
}

static void
pamong_person_rows_class_init (PamongPersonRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pamong_person_rows_dispose;
  G_OBJECT_CLASS (klass)->finalize = pamong_person_rows_finalize;
  GTK_WIDGET_CLASS (klass)->focus = pamong_focus_children;
  signals[CHANGED] = g_signal_new ("changed", PAMONG_TYPE_PERSON_ROWS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FINISHED] = g_signal_new ("finished", PAMONG_TYPE_PERSON_ROWS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
pamong_person_rows_init (PamongPersonRows *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  self->roles = g_ptr_array_new_with_free_func (free_role);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 8);
}

GtkWidget *
pamong_person_rows_new (PamongSession *session)
{
  PamongPersonRows *self = g_object_new (PAMONG_TYPE_PERSON_ROWS, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

static PamongFamilyCard *
read_card (PamongPersonRows *self)
{
  const PamongLetterPerson *first = self->type != NULL && self->type->persons->len > 0 ? self->type->persons->pdata[0] : NULL;
  const PamongCasePerson *person = first != NULL ? pamong_letter_case_person (self->letter, first->id) : NULL;
  PamongStore *store = pamong_session_store (self->session);
  g_autoptr (PamongRecord) resident = person != NULL && person->uid != NULL ? pamong_store_get (store, PAMONG_KIND_RESIDENT, person->uid, NULL) : NULL;
  const char *family = resident != NULL ? pamong_record_text (resident, PAMONG_RESIDENT_FAMILY_UID) : NULL;

  return family != NULL ? pamong_store_card (store, family, NULL) : NULL;
}

void
pamong_person_rows_show (PamongPersonRows *self, const PamongLetterType *type, PamongLetterCase *letter)
{
  clear (self);
  self->type = type;
  self->letter = letter;
  g_clear_pointer (&self->card, pamong_family_card_free);
  self->card = read_card (self);
  build (self);
}

void
pamong_person_rows_follow (PamongPersonRows *self, PamongLetterFacts *facts)
{
  for (guint i = 0; i < self->roles->len; i++)
    {
      Role *role = self->roles->pdata[i];

      gtk_widget_set_visible (role->box, role->person->show == NULL || pamong_condition_holds (role->person->show, facts, NULL, 0));
    }
}

const char *
pamong_person_rows_missing (PamongPersonRows *self)
{
  for (guint i = 0; i < self->roles->len; i++)
    {
      Role *role = self->roles->pdata[i];

      if (!role->person->required || !gtk_widget_get_visible (role->box) || pamong_letter_case_person (self->letter, role->person->id) != NULL)
        continue;
      gtk_widget_child_focus (role->first, GTK_DIR_TAB_FORWARD);
      return role->person->label;
    }
  return NULL;
}
