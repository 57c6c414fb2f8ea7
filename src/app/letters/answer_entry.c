/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/letters/answer_entry.h"
#include "app/letters/answer_text.h"
#include "app/widgets/field_entry.h"
#include "app/widgets/focus.h"
#include <glib/gi18n.h>

#define AREA_LINES 3

struct _PamongAnswerEntry {
  GtkWidget parent_instance;

  const PamongLetterField *field;
  PamongField lent;            /* what the entry is told it stands for */
  GtkWidget *entry, *area, *tick; /* one of them */
  gboolean loading;
};

G_DEFINE_FINAL_TYPE (PamongAnswerEntry, pamong_answer_entry, GTK_TYPE_WIDGET)

enum { CHANGED, LEFT, NEXT, PREVIOUS, N_SIGNALS };
static guint signals[N_SIGNALS];

static char *
typed (PamongAnswerEntry *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter from, to;

  if (self->entry != NULL)
    return g_strdup (pamong_field_entry_text (PAMONG_FIELD_ENTRY (self->entry)));
  if (self->tick != NULL)
    return g_strdup (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->tick)) ? "1" : "");
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->area));
  gtk_text_buffer_get_bounds (buffer, &from, &to);
  return gtk_text_buffer_get_text (buffer, &from, &to, FALSE);
}

static void
changed_cb (PamongAnswerEntry *self)
{
  if (!self->loading)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
show_read (PamongAnswerEntry *self)
{
  g_autofree char *text = typed (self), *complaint = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = pamong_answer_read (self->field, text, &error), *shown = kept != NULL ? pamong_answer_show (self->field, kept) : NULL;

  if (self->entry == NULL)
    return;
  self->loading = TRUE;
  if (shown != NULL && !g_str_equal (shown, text))
    pamong_field_entry_set_text (PAMONG_FIELD_ENTRY (self->entry), shown);
  self->loading = FALSE;
  pamong_answer_entry_mark (self, error != NULL ? error->message : NULL);
}

static void
left_cb (PamongAnswerEntry *self)
{
  show_read (self);
  g_signal_emit (self, signals[LEFT], 0);
}

static void
next_cb (PamongAnswerEntry *self)
{
  g_signal_emit (self, signals[NEXT], 0);
}

static void
previous_cb (PamongAnswerEntry *self)
{
  g_signal_emit (self, signals[PREVIOUS], 0);
}

/* Enter goes on as in every field; a new line is Ctrl+Enter. */
static gboolean
key_pressed_cb (PamongAnswerEntry *self, guint key, guint code, GdkModifierType state)
{
  state &= gtk_accelerator_get_default_mod_mask ();
  if (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter && key != GDK_KEY_ISO_Enter)
    return FALSE;
  if (state == GDK_CONTROL_MASK && self->area != NULL)
    gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->area)), "\n", 1);
  else if (state == 0 || state == GDK_SHIFT_MASK)
    g_signal_emit (self, signals[state == 0 ? NEXT : PREVIOUS], 0);
  else
    return FALSE;
  return TRUE;
}

static gboolean
pamong_answer_entry_grab_focus (GtkWidget *widget)
{
  PamongAnswerEntry *self = PAMONG_ANSWER_ENTRY (widget);

  return gtk_widget_grab_focus (self->entry != NULL ? self->entry : self->area != NULL ? self->area : self->tick);
}

static gboolean
pamong_answer_entry_mnemonic_activate (GtkWidget *widget, gboolean cycling)
{
  return pamong_answer_entry_grab_focus (widget);
}

static void
pamong_answer_entry_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (pamong_answer_entry_parent_class)->dispose (object);
}

static void
pamong_answer_entry_class_init (PamongAnswerEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pamong_answer_entry_dispose;
  widget_class->focus = pamong_focus_children;
  widget_class->grab_focus = pamong_answer_entry_grab_focus;
  widget_class->mnemonic_activate = pamong_answer_entry_mnemonic_activate;
  signals[CHANGED] = g_signal_new ("changed", PAMONG_TYPE_ANSWER_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LEFT] = g_signal_new ("left", PAMONG_TYPE_ANSWER_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[NEXT] = g_signal_new ("next", PAMONG_TYPE_ANSWER_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[PREVIOUS] = g_signal_new ("previous", PAMONG_TYPE_ANSWER_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
pamong_answer_entry_init (PamongAnswerEntry *self)
{
}

/* The entry of a person's fields asks the registry how its text is read. A letter's own questions are not in it, so it is lent a field that takes any words, and
 * one of a code list for a choice by number; what the words mean is read here (answer_text.c). */
static void
lend_field (PamongAnswerEntry *self)
{
  gboolean code = self->field->type == PAMONG_ANSWER_CODE;

  self->lent = *pamong_field_get (PAMONG_KIND_RESIDENT, code ? PAMONG_RESIDENT_OCCUPATION : PAMONG_RESIDENT_CURRENT_ADDRESS);
  self->lent.label = self->field->label;
  if (code)
    self->lent.codes = self->field->list;
}

static void
make_line (PamongAnswerEntry *self)
{
  lend_field (self);
  self->entry = pamong_field_entry_new (&self->lent);
  pamong_field_entry_set_words (PAMONG_FIELD_ENTRY (self->entry), (const char *const *) self->field->choices);
  if (self->field->hint != NULL)
    gtk_text_set_placeholder_text (GTK_TEXT (pamong_field_entry_editable (PAMONG_FIELD_ENTRY (self->entry))), self->field->hint);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->entry, "left", G_CALLBACK (left_cb), self);
  g_signal_connect_swapped (self->entry, "next", G_CALLBACK (next_cb), self);
  g_signal_connect_swapped (self->entry, "previous", G_CALLBACK (previous_cb), self);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
}

static void
add_keys (PamongAnswerEntry *self, GtkWidget *widget)
{
  GtkEventController *keys = gtk_event_controller_key_new (), *focus = gtk_event_controller_focus_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (widget, keys);
  gtk_widget_add_controller (widget, focus);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, self->field->label, -1);
}

static void
make_area (PamongAnswerEntry *self)
{
  self->area = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->area), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->area), FALSE);
  gtk_widget_add_css_class (self->area, "entry");
  gtk_widget_set_size_request (self->area, -1, AREA_LINES * 22);
  gtk_widget_set_tooltip_text (self->area, _ ("Ctrl+Enter begins a new line."));
  gtk_widget_set_parent (self->area, GTK_WIDGET (self));
  g_signal_connect_swapped (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->area)), "changed", G_CALLBACK (changed_cb), self);
  add_keys (self, self->area);
}

static void
make_tick (PamongAnswerEntry *self)
{
  self->tick = gtk_check_button_new ();
  gtk_widget_set_halign (self->tick, GTK_ALIGN_START);
  gtk_widget_set_parent (self->tick, GTK_WIDGET (self));
  g_signal_connect_swapped (self->tick, "toggled", G_CALLBACK (changed_cb), self);
  add_keys (self, self->tick);
}

GtkWidget *
pamong_answer_entry_new (const PamongLetterField *field)
{
  PamongAnswerEntry *self = g_object_new (PAMONG_TYPE_ANSWER_ENTRY, NULL);

  self->field = field;
  if (field->type == PAMONG_ANSWER_AREA)
    make_area (self);
  else if (field->type == PAMONG_ANSWER_BOOL)
    make_tick (self);
  else
    make_line (self);
  return GTK_WIDGET (self);
}

const PamongLetterField *
pamong_answer_entry_field (PamongAnswerEntry *self)
{
  return self->field;
}

void
pamong_answer_entry_load (PamongAnswerEntry *self, const char *kept)
{
  g_autofree char *shown = pamong_answer_show (self->field, kept);

  self->loading = TRUE;
  if (self->entry != NULL)
    pamong_field_entry_set_text (PAMONG_FIELD_ENTRY (self->entry), shown);
  else if (self->tick != NULL)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (self->tick), *shown != '\0');
  else
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->area)), shown, -1);
  self->loading = FALSE;
  pamong_answer_entry_mark (self, NULL);
}

char *
pamong_answer_entry_answer (PamongAnswerEntry *self)
{
  g_autofree char *text = typed (self);
  char *kept = pamong_answer_read (self->field, text, NULL);

  return kept != NULL ? kept : g_steal_pointer (&text);
}

char *
pamong_answer_entry_complaint (PamongAnswerEntry *self)
{
  g_autofree char *text = typed (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = pamong_answer_read (self->field, text, &error);

  return kept == NULL ? g_strdup (error->message) : NULL;
}

void
pamong_answer_entry_set_words (PamongAnswerEntry *self, const char *const *words)
{
  if (self->entry != NULL)
    pamong_field_entry_set_words (PAMONG_FIELD_ENTRY (self->entry), words);
}

void
pamong_answer_entry_mark (PamongAnswerEntry *self, const char *words)
{
  PamongFinding finding = { .severity = PAMONG_SEVERITY_BLOCK, .message = (char *) words, .remedy = (char *) "" };

  if (self->entry != NULL)
    pamong_field_entry_mark (PAMONG_FIELD_ENTRY (self->entry), words != NULL ? &finding : NULL);
  else if (words != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
}
