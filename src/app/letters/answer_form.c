/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/letters/answer_form.h"
#include "app/letters/fill_rows.h"
#include "app/widgets/focus.h"
#include <glib/gi18n.h>

#define SHORT_WIDTH 150 /* a day, a figure, an hour */

struct _PamongAnswerForm {
  GtkWidget parent_instance;

  GPtrArray *rows;
};

/* One question. */
typedef struct {
  const PamongLetterField *field;
  GtkWidget *row;
  PamongAnswerEntry *entry;
} Row;

G_DEFINE_FINAL_TYPE (PamongAnswerForm, pamong_answer_form, GTK_TYPE_WIDGET)

enum { CHANGED, LEFT, FINISHED, N_SIGNALS };
static guint signals[N_SIGNALS];

static Row *
row_at (PamongAnswerForm *self, guint i)
{
  return g_ptr_array_index (self->rows, i);
}

static guint
find (PamongAnswerForm *self, PamongAnswerEntry *entry)
{
  guint i = 0;

  while (i < self->rows->len && row_at (self, i)->entry != entry)
    i++;
  return i;
}

static void
changed_cb (PamongAnswerForm *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
left_cb (PamongAnswerForm *self)
{
  g_signal_emit (self, signals[LEFT], 0);
}

static void
next_cb (PamongAnswerForm *self, PamongAnswerEntry *entry)
{
  guint i = find (self, entry) + 1;

  while (i < self->rows->len && !gtk_widget_get_visible (row_at (self, i)->row))
    i++;
  if (i < self->rows->len)
    gtk_widget_grab_focus (GTK_WIDGET (row_at (self, i)->entry));
  else
    g_signal_emit (self, signals[FINISHED], 0);
}

static void
previous_cb (PamongAnswerForm *self, PamongAnswerEntry *entry)
{
  int i = (int) find (self, entry) - 1;

  while (i >= 0 && !gtk_widget_get_visible (row_at (self, (guint) i)->row))
    i--;
  if (i >= 0)
    gtk_widget_grab_focus (GTK_WIDGET (row_at (self, (guint) i)->entry));
}

static gboolean
is_short (const PamongLetterField *field)
{
  return field->type == PAMONG_ANSWER_DATE || field->type == PAMONG_ANSWER_NUMBER || field->type == PAMONG_ANSWER_TIME || field->type == PAMONG_ANSWER_MONEY;
}

/* The day of what was just asked stands beside it. */
static gboolean
is_day_of (const PamongLetterField *field, const PamongLetterField *before)
{
  g_autofree char *shown = before != NULL ? g_strconcat ("answer.", before->id, NULL) : NULL;

  if (before == NULL || field->type != PAMONG_ANSWER_DATE || before->type == PAMONG_ANSWER_AREA || before->type == PAMONG_ANSWER_BOOL)
    return FALSE;
  return g_strcmp0 (field->show, shown) == 0 || (g_str_has_prefix (field->id, "rt.") && g_str_has_prefix (before->id, "rt."));
}

static void
place (PamongAnswerForm *self, Row *row, Row *before)
{
  gboolean beside = before != NULL && is_day_of (row->field, before->field);
  GtkWidget *label = beside ? gtk_label_new (_ ("on the day")) : pamong_fill_name (row->field->label);

  row->row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, beside ? 8 : 0);
  gtk_widget_add_css_class (label, "secondary");
  gtk_box_append (GTK_BOX (row->row), label);
  gtk_box_append (GTK_BOX (row->row), GTK_WIDGET (row->entry));
  if (!beside)
    {
      gtk_widget_set_parent (row->row, GTK_WIDGET (self));
      return;
    }
  gtk_widget_set_margin_start (row->row, 8);
  gtk_box_append (GTK_BOX (before->row), row->row);
}

static void
add_row (PamongAnswerForm *self, const PamongLetterField *field)
{
  Row *row = g_new0 (Row, 1), *before = self->rows->len > 0 ? row_at (self, self->rows->len - 1) : NULL;

  row->field = field;
  row->entry = PAMONG_ANSWER_ENTRY (pamong_answer_entry_new (field));
  if (is_short (field))
    gtk_widget_set_size_request (GTK_WIDGET (row->entry), SHORT_WIDTH, -1);
  else
    gtk_widget_set_hexpand (GTK_WIDGET (row->entry), TRUE);
  place (self, row, before);
  g_signal_connect_swapped (row->entry, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (row->entry, "left", G_CALLBACK (left_cb), self);
  g_signal_connect_swapped (row->entry, "next", G_CALLBACK (next_cb), self);
  g_signal_connect_swapped (row->entry, "previous", G_CALLBACK (previous_cb), self);
  g_ptr_array_add (self->rows, row);
}

static void
drop_rows (PamongAnswerForm *self)
{
  GtkWidget *child;

  for (guint i = 0; i < self->rows->len; i++) /* entries say "left" while they go */
    g_signal_handlers_disconnect_by_data (row_at (self, i)->entry, self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_ptr_array_set_size (self->rows, 0);
}

static gboolean
pamong_answer_form_grab_focus (GtkWidget *widget)
{
  return pamong_answer_form_focus (PAMONG_ANSWER_FORM (widget));
}

static void
pamong_answer_form_dispose (GObject *object)
{
  drop_rows (PAMONG_ANSWER_FORM (object));
  G_OBJECT_CLASS (pamong_answer_form_parent_class)->dispose (object);
}

static void
pamong_answer_form_finalize (GObject *object)
{
  g_ptr_array_unref (PAMONG_ANSWER_FORM (object)->rows);
  G_OBJECT_CLASS (pamong_answer_form_parent_class)->finalize (object);
}

static void
pamong_answer_form_class_init (PamongAnswerFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pamong_answer_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = pamong_answer_form_finalize;
  widget_class->focus = pamong_focus_children;
  widget_class->grab_focus = pamong_answer_form_grab_focus;
  signals[CHANGED] = g_signal_new ("changed", PAMONG_TYPE_ANSWER_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LEFT] = g_signal_new ("left", PAMONG_TYPE_ANSWER_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FINISHED] = g_signal_new ("finished", PAMONG_TYPE_ANSWER_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_FORM);
}

static void
pamong_answer_form_init (PamongAnswerForm *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  self->rows = g_ptr_array_new_with_free_func (g_free);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 8);
}

GtkWidget *
pamong_answer_form_new (void)
{
  return g_object_new (PAMONG_TYPE_ANSWER_FORM, NULL);
}

void
pamong_answer_form_set_fields (PamongAnswerForm *self, GPtrArray *fields)
{
  drop_rows (self);
  for (guint i = 0; fields != NULL && i < fields->len; i++)
    add_row (self, g_ptr_array_index (fields, i));
}

void
pamong_answer_form_load (PamongAnswerForm *self, const PamongLetterCase *letter)
{
  for (guint i = 0; i < self->rows->len; i++)
    pamong_answer_entry_load (row_at (self, i)->entry, pamong_letter_case_get (letter, row_at (self, i)->field->id));
}

void
pamong_answer_form_store (PamongAnswerForm *self, PamongLetterCase *letter)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      g_autofree char *answer = pamong_answer_entry_answer (row_at (self, i)->entry);

      pamong_letter_case_answer (letter, row_at (self, i)->field->id, answer);
    }
}

void
pamong_answer_form_follow (PamongAnswerForm *self, PamongLetterFacts *facts)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = row_at (self, i);

      gtk_widget_set_visible (row->row, row->field->show == NULL || pamong_condition_holds (row->field->show, facts, NULL, 0));
    }
}

gboolean
pamong_answer_form_focus (PamongAnswerForm *self)
{
  GtkWidget *first = pamong_answer_form_first (self);

  return first != NULL && gtk_widget_grab_focus (first);
}

gboolean
pamong_answer_form_is_empty (PamongAnswerForm *self)
{
  return self->rows->len == 0;
}

static gboolean
is_amiss (Row *row, char **words)
{
  g_autofree char *answer = pamong_answer_entry_answer (row->entry);

  *words = pamong_answer_entry_complaint (row->entry);
  if (*words == NULL && row->field->required && *answer == '\0')
    *words = g_strdup (_ ("This letter needs it."));
  return *words != NULL;
}

gboolean
pamong_answer_form_check (PamongAnswerForm *self)
{
  GtkWidget *first = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = row_at (self, i);
      g_autofree char *words = NULL;

      if (!gtk_widget_get_visible (row->row) || !is_amiss (row, &words))
        continue;
      if (first == NULL)
        gtk_widget_grab_focus (first = GTK_WIDGET (row->entry));
      pamong_answer_entry_mark (row->entry, words);
    }
  return first == NULL;
}

GtkWidget *
pamong_answer_form_first (PamongAnswerForm *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (gtk_widget_get_visible (row_at (self, i)->row))
      return GTK_WIDGET (row_at (self, i)->entry);
  return NULL;
}

PamongAnswerEntry *
pamong_answer_form_entry (PamongAnswerForm *self, const char *id)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (g_str_equal (row_at (self, i)->field->id, id))
      return row_at (self, i)->entry;
  return NULL;
}
