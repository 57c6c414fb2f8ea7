/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/widgets/field_entry.h"
#include "app/widgets/code_popover.h"
#include "app/widgets/field_text.h"
#include "app/words.h"
#include "domain/codes.h"
#include "domain/error.h"
#include "domain/names.h"
#include <glib/gi18n.h>

struct _PamongFieldEntry
{
  GtkWidget parent_instance;

  const PamongField *field;
  PamongValue value;      /* what the text meant when it was last read */
  PamongValue suggestion; /* NULL type = none */
  char **words;           /* choices for a field of free words */
  char *complaint;        /* why the text means nothing */
  gboolean compact;
  gboolean typed;   /* the text has changed since it was read */
  gboolean writing; /* the program writes, not a person */

  GtkWidget *text;
  GtkWidget *count; /* "12/16" while a number is typed */
  GtkWidget *icon;
  GtkWidget *popover; /* made when a list is first shown */
};

static void chosen_cb (PamongFieldEntry *self);

G_DEFINE_FINAL_TYPE (PamongFieldEntry, pamong_field_entry, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_COMPACT,
  N_PROPS
};

enum
{
  CHANGED,
  LEFT,
  NEXT,
  PREVIOUS,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static gboolean
has_choices (PamongFieldEntry *self)
{
  return self->field->type == PAMONG_TYPE_CODE || self->words != NULL;
}

static gboolean
list_is_open (PamongFieldEntry *self)
{
  return self->popover != NULL && pamong_code_popover_is_open (PAMONG_CODE_POPOVER (self->popover));
}

static void
close_list (PamongFieldEntry *self)
{
  if (self->popover != NULL)
    pamong_code_popover_close (PAMONG_CODE_POPOVER (self->popover));
}

static void
write_text (PamongFieldEntry *self, const char *text)
{
  self->writing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->text), text);
  /* A text too long for its cell shows its beginning, unless it is being typed. */
  gtk_editable_set_position (GTK_EDITABLE (self->text), gtk_widget_has_focus (self->text) ? -1 : 0);
  self->writing = FALSE;
}

static void
show_value (PamongFieldEntry *self)
{
  g_autofree char *shown = pamong_field_text_show (self->field, &self->value, self->compact);

  write_text (self, shown);
  self->typed = FALSE;
}

/* Where the entry stands, its label stands beside it. */
static const char *
without_label (const PamongField *field, const char *message)
{
  g_autofree char *label = g_strconcat (_ (field->label), ": ", NULL);

  return g_str_has_prefix (message, label) ? message + strlen (label) : message;
}

static void
complain (PamongFieldEntry *self, const char *message)
{
  g_free (self->complaint);
  self->complaint = g_strdup (message);
  if (message != NULL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self), "error");
      gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), "dialog-error-symbolic");
    }
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), message);
  gtk_widget_set_visible (self->icon, message != NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_STATE_INVALID, message != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/* Text becomes value. On failure the text stays as it was typed, so that it can be mended. */
static gboolean
read_text (PamongFieldEntry *self, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (!self->typed)
    return self->complaint == NULL;
  if (!pamong_field_text_read (self->field, gtk_editable_get_text (GTK_EDITABLE (self->text)), &self->value, &local))
    {
      complain (self, without_label (self->field, local->message));
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  complain (self, NULL);
  show_value (self);
  return TRUE;
}

static void
take_value (PamongFieldEntry *self, const PamongValue *value)
{
  pamong_value_clear (&self->value);
  pamong_value_copy (&self->value, value);
  complain (self, NULL);
  show_value (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
take_choice (PamongFieldEntry *self, const PamongChoice *choice)
{
  PamongValue value = { .type = PAMONG_VALUE_INT, .i = choice->number };

  if (self->words != NULL)
    value = (PamongValue){ .type = PAMONG_VALUE_TEXT, .s = self->words[choice->number - 1] };
  take_value (self, &value);
}

/* What the list shows is seen, so leaving takes it too; after Esc the text stands for itself. */
static void
finish_typing (PamongFieldEntry *self)
{
  const PamongChoice *choice = self->popover != NULL ? pamong_code_popover_current (PAMONG_CODE_POPOVER (self->popover)) : NULL;

  if (choice != NULL)
    take_choice (self, choice);
  close_list (self);
  read_text (self, NULL);
}

static void
add_choice (GArray *choices, int number, const char *words)
{
  PamongChoice choice = { number, words };

  g_array_append_val (choices, choice);
}

static void
find_words (PamongFieldEntry *self, const char *text, GArray *choices)
{
  g_autofree char *key = pamong_fold (text);
  int number = (int) g_ascii_strtoll (text, NULL, 10);

  for (int i = 0; self->words[i] != NULL; i++)
    {
      g_autofree char *word = pamong_fold (self->words[i]);

      if (*text == '\0' || number == i + 1 || (number == 0 && g_str_has_prefix (word, key)))
        add_choice (choices, i + 1, self->words[i]);
    }
}

static void
find_codes (PamongFieldEntry *self, const char *text, GArray *choices)
{
  g_autoptr (GPtrArray) matches = *text == '\0' ? NULL : pamong_codes_match (self->field->codes, text);
  GPtrArray *found = matches != NULL ? matches : pamong_codes_list (self->field->codes);
  g_autofree char *key = pamong_fold (text);
  int meant = pamong_codes_parse (self->field->codes, text);
  guint n_first = 0;

  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      const PamongCode *code = g_ptr_array_index (found, i);
      g_autofree char *words = pamong_fold (code->display);
      PamongChoice choice = { code->code, code->display };

      /* The one surely meant on top; then those that begin so, then those with such a word inside. */
      if (code->code == meant)
        g_array_insert_val (choices, 0, choice);
      else if (g_str_has_prefix (words, key))
        g_array_insert_val (choices, n_first, choice);
      else
        g_array_append_val (choices, choice);
      n_first += code->code == meant || g_str_has_prefix (words, key);
    }
}

/* The row of the value that stands here: where the whole list opens. */
static int
find_current (PamongFieldEntry *self, GArray *choices)
{
  for (guint i = 0; i < choices->len; i++)
    {
      const PamongChoice *choice = &g_array_index (choices, PamongChoice, i);

      if (self->value.type == PAMONG_VALUE_INT ? choice->number == self->value.i : self->value.type == PAMONG_VALUE_TEXT && g_str_equal (choice->words, self->value.s))
        return (int) i;
    }
  return -1;
}

/* @text "" = the whole list; nothing is highlighted there that was not chosen before. */
static void
show_list (PamongFieldEntry *self, const char *text)
{
  g_autoptr (GArray) choices = g_array_new (FALSE, FALSE, sizeof (PamongChoice));

  if (self->words != NULL)
    find_words (self, text, choices);
  else
    find_codes (self, text, choices);
  if (self->popover == NULL)
    {
      self->popover = pamong_code_popover_new (GTK_WIDGET (self));
      g_signal_connect_swapped (self->popover, "chosen", G_CALLBACK (chosen_cb), self);
    }
  pamong_code_popover_show (PAMONG_CODE_POPOVER (self->popover), choices, *text != '\0' ? 0 : find_current (self, choices));
}

static void
show_count (PamongFieldEntry *self)
{
  int length = gtk_text_get_text_length (GTK_TEXT (self->text));
  int most = pamong_field_text_max (self->field);
  g_autofree char *words = g_strdup_printf ("%d/%d", length, most);

  gtk_label_set_text (GTK_LABEL (self->count), words);
  gtk_widget_set_visible (self->count, self->field->type == PAMONG_TYPE_NIK && self->typed && length > 0 && length < most);
}

static void
chosen_cb (PamongFieldEntry *self)
{
  finish_typing (self);
  g_signal_emit (self, signals[NEXT], 0);
}

static void
text_changed_cb (PamongFieldEntry *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->text));

  if (self->writing)
    return;
  self->typed = TRUE;
  if (self->complaint != NULL)
    complain (self, NULL);
  show_count (self);
  if (has_choices (self) && *text != '\0' && gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_list (self, text);
  else
    close_list (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
insert_text_cb (GtkEditable *editable, const char *text, int length, int *position, PamongFieldEntry *self)
{
  g_autofree char *kept = NULL;

  if (length < 0)
    length = (int) strlen (text);
  kept = pamong_field_text_filter (self->field, text, length);
  if (self->writing || (strlen (kept) == (gsize) length && memcmp (kept, text, length) == 0))
    return;
  g_signal_handlers_block_by_func (editable, insert_text_cb, self);
  gtk_editable_insert_text (editable, kept, -1, position);
  g_signal_handlers_unblock_by_func (editable, insert_text_cb, self);
  g_signal_stop_emission_by_name (editable, "insert-text");
}

static void
activated_cb (PamongFieldEntry *self)
{
  if (pamong_field_entry_is_blank (self) && self->suggestion.type != PAMONG_VALUE_NULL && !list_is_open (self))
    take_value (self, &self->suggestion);
  finish_typing (self);
  g_signal_emit (self, signals[NEXT], 0);
}

static gboolean
list_key_pressed (PamongFieldEntry *self, guint key)
{
  switch (key)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      pamong_code_popover_move (PAMONG_CODE_POPOVER (self->popover), 1);
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      pamong_code_popover_move (PAMONG_CODE_POPOVER (self->popover), -1);
      return TRUE;
    case GDK_KEY_Escape:
      close_list (self);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
key_pressed_cb (PamongFieldEntry *self, guint key, guint code, GdkModifierType state)
{
  state &= gtk_accelerator_get_default_mod_mask ();
  if (state == GDK_ALT_MASK && (key == GDK_KEY_Down || key == GDK_KEY_KP_Down) && has_choices (self))
    {
      show_list (self, "");
      return TRUE;
    }
  if (state == GDK_SHIFT_MASK && (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter))
    {
      finish_typing (self);
      g_signal_emit (self, signals[PREVIOUS], 0);
      return TRUE;
    }
  return state == 0 && list_is_open (self) && list_key_pressed (self, key);
}

/* Not at once: to give the X selection back before the next entry takes it costs that entry its selection. */
static gboolean
deselect_cb (gpointer text)
{
  if (gtk_widget_get_realized (text) && !gtk_widget_has_focus (text))
    gtk_editable_select_region (GTK_EDITABLE (text), 0, 0);
  return G_SOURCE_REMOVE;
}

static void
focus_left_cb (PamongFieldEntry *self)
{
  finish_typing (self);
  gtk_widget_set_visible (self->count, FALSE);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, deselect_cb, g_object_ref (self->text), g_object_unref);
  g_signal_emit (self, signals[LEFT], 0);
}

static void
pamong_field_entry_dispose (GObject *object)
{
  PamongFieldEntry *self = PAMONG_FIELD_ENTRY (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->text, gtk_widget_unparent);
  g_clear_pointer (&self->count, gtk_widget_unparent);
  g_clear_pointer (&self->icon, gtk_widget_unparent);
  G_OBJECT_CLASS (pamong_field_entry_parent_class)->dispose (object);
}

static void
pamong_field_entry_finalize (GObject *object)
{
  PamongFieldEntry *self = PAMONG_FIELD_ENTRY (object);

  pamong_value_clear (&self->value);
  pamong_value_clear (&self->suggestion);
  g_strfreev (self->words);
  g_free (self->complaint);
  G_OBJECT_CLASS (pamong_field_entry_parent_class)->finalize (object);
}

static void
pamong_field_entry_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  g_value_set_boolean (value, PAMONG_FIELD_ENTRY (object)->compact);
}

static void
pamong_field_entry_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  PAMONG_FIELD_ENTRY (object)->compact = g_value_get_boolean (value);
}

static gboolean
pamong_field_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (PAMONG_FIELD_ENTRY (widget)->text);
}

/* Only the text takes the focus; left to GTK, Shift+Tab finds it once more and never comes out at the front. */
static gboolean
pamong_field_entry_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_child_focus (PAMONG_FIELD_ENTRY (widget)->text, direction);
}

static gboolean
pamong_field_entry_mnemonic_activate (GtkWidget *widget, gboolean cycling)
{
  return gtk_widget_grab_focus (PAMONG_FIELD_ENTRY (widget)->text);
}

static void
pamong_field_entry_class_init (PamongFieldEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = pamong_field_entry_dispose;
  object_class->finalize = pamong_field_entry_finalize;
  object_class->get_property = pamong_field_entry_get_property;
  object_class->set_property = pamong_field_entry_set_property;
  widget_class->focus = pamong_field_entry_focus;
  widget_class->grab_focus = pamong_field_entry_grab_focus;
  widget_class->mnemonic_activate = pamong_field_entry_mnemonic_activate;
  g_object_class_install_property (object_class, PROP_COMPACT, g_param_spec_boolean ("compact", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
  signals[CHANGED] = g_signal_new ("changed", PAMONG_TYPE_FIELD_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LEFT] = g_signal_new ("left", PAMONG_TYPE_FIELD_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[NEXT] = g_signal_new ("next", PAMONG_TYPE_FIELD_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[PREVIOUS] = g_signal_new ("previous", PAMONG_TYPE_FIELD_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "entry");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
pamong_field_entry_init (PamongFieldEntry *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->text = g_object_new (GTK_TYPE_TEXT, "accessible-role", GTK_ACCESSIBLE_ROLE_TEXT_BOX, NULL); /* a bare GtkText has no role: nobody would be told of it */
  gtk_widget_set_hexpand (self->text, TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self), FALSE); /* the text grows inside the entry, not the entry */
  gtk_editable_set_width_chars (GTK_EDITABLE (self->text), 1);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->text), 1); /* as wide as it is asked to be */
  gtk_widget_set_parent (self->text, GTK_WIDGET (self));
  self->count = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->count, "count");
  gtk_widget_set_visible (self->count, FALSE);
  gtk_widget_set_parent (self->count, GTK_WIDGET (self));
  self->icon = gtk_image_new ();
  gtk_widget_set_visible (self->icon, FALSE);
  gtk_widget_set_parent (self->icon, GTK_WIDGET (self));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

GtkWidget *
pamong_field_entry_new (const PamongField *field)
{
  PamongFieldEntry *self = g_object_new (PAMONG_TYPE_FIELD_ENTRY, NULL);
  GtkInputPurpose purpose = field->type == PAMONG_TYPE_NIK || field->type == PAMONG_TYPE_RTRW ? GTK_INPUT_PURPOSE_DIGITS : GTK_INPUT_PURPOSE_FREE_FORM;

  self->field = field;
  gtk_text_set_max_length (GTK_TEXT (self->text), pamong_field_text_max (field));
  gtk_text_set_input_purpose (GTK_TEXT (self->text), purpose);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, pamong_words_hamlet (_ (field->label)), -1);
  g_signal_connect (self->text, "insert-text", G_CALLBACK (insert_text_cb), self);
  g_signal_connect_swapped (self->text, "changed", G_CALLBACK (text_changed_cb), self);
  g_signal_connect_swapped (self->text, "activate", G_CALLBACK (activated_cb), self);
  return GTK_WIDGET (self);
}

const PamongField *
pamong_field_entry_field (PamongFieldEntry *entry)
{
  return entry->field;
}

void
pamong_field_entry_load (PamongFieldEntry *entry, const PamongRecord *record)
{
  pamong_value_clear (&entry->value);
  pamong_value_copy (&entry->value, &record->values[entry->field->index]);
  complain (entry, NULL);
  close_list (entry);
  show_value (entry);
}

gboolean
pamong_field_entry_store (PamongFieldEntry *entry, PamongRecord *record, GError **error)
{
  if (!read_text (entry, error))
    {
      if (error != NULL && *error == NULL)
        g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, "%s: %s", _ (entry->field->label), entry->complaint);
      return FALSE;
    }
  pamong_record_set_value (record, entry->field->index, &entry->value);
  return TRUE;
}

gboolean
pamong_field_entry_is_blank (PamongFieldEntry *entry)
{
  return gtk_text_get_text_length (GTK_TEXT (entry->text)) == 0;
}

void
pamong_field_entry_set_text (PamongFieldEntry *entry, const char *text)
{
  g_autofree char *kept = pamong_field_text_filter (entry->field, text, (int) strlen (text));

  write_text (entry, kept);
  entry->typed = TRUE;
  read_text (entry, NULL);
}

const char *
pamong_field_entry_text (PamongFieldEntry *entry)
{
  return gtk_editable_get_text (GTK_EDITABLE (entry->text));
}

void
pamong_field_entry_suggest (PamongFieldEntry *entry, const PamongValue *value)
{
  const PamongValue none = { PAMONG_VALUE_NULL };
  g_autofree char *shown = NULL;

  pamong_value_clear (&entry->suggestion);
  pamong_value_copy (&entry->suggestion, value != NULL ? value : &none);
  shown = pamong_field_text_show (entry->field, &entry->suggestion, entry->compact);
  gtk_text_set_placeholder_text (GTK_TEXT (entry->text), *shown != '\0' ? shown : NULL);
}

void
pamong_field_entry_mark (PamongFieldEntry *entry, const PamongFinding *finding)
{
  g_autofree char *tooltip = NULL;

  gtk_widget_remove_css_class (GTK_WIDGET (entry), "warning");
  if (entry->complaint != NULL)
    return; /* text that means nothing says so itself */
  complain (entry, NULL);
  if (finding == NULL)
    return;
  gtk_widget_add_css_class (GTK_WIDGET (entry), finding->severity == PAMONG_SEVERITY_WARN ? "warning" : "error");
  gtk_image_set_from_icon_name (GTK_IMAGE (entry->icon), finding->severity == PAMONG_SEVERITY_WARN ? "dialog-warning-symbolic" : "dialog-error-symbolic");
  gtk_widget_set_visible (entry->icon, TRUE);
  tooltip = g_strdup_printf ("%s\n%s", finding->message, finding->remedy);
  gtk_widget_set_tooltip_text (GTK_WIDGET (entry), tooltip);
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry->text), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
}

const char *
pamong_field_entry_complaint (PamongFieldEntry *entry)
{
  return entry->complaint;
}

void
pamong_field_entry_set_words (PamongFieldEntry *entry, const char *const *words)
{
  g_strfreev (entry->words);
  entry->words = words != NULL && words[0] != NULL ? g_strdupv ((char **) words) : NULL;
}

GtkEditable *
pamong_field_entry_editable (PamongFieldEntry *entry)
{
  return GTK_EDITABLE (entry->text);
}
