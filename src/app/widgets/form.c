/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/widgets/form.h"
#include "app/words.h"

#include <glib/gi18n.h>

/* One field. Two that stand beside each other share the line under them. */
typedef struct
{
  int field;
  PamongFieldEntry *entry;
  GtkLabel *hint;
  char *words;             /* (nullable): what is wrong */
  PamongSeverity severity; /* of `words` */
} Slot;

struct _PamongForm
{
  GtkWidget parent_instance;
  PamongKind kind;
  GtkGrid *grid;
  GArray *slots; /* Slot, in the order of Enter */
  int row;       /* next free row of the grid */
  gboolean changed;
  gboolean loading;
};

G_DEFINE_FINAL_TYPE (PamongForm, pamong_form, GTK_TYPE_WIDGET)

enum { CHANGED, LEFT, FINISHED, SUBMIT, CANCEL, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
clear_slot (gpointer data)
{
  g_free (((Slot *) data)->words);
}

static Slot *
get_slot (PamongForm *self, guint i)
{
  return &g_array_index (self->slots, Slot, i);
}

static Slot *
find_slot (PamongForm *self, int field)
{
  for (guint i = 0; i < self->slots->len; i++)
    if (get_slot (self, i)->field == field)
      return get_slot (self, i);
  return NULL;
}

static guint
slot_of_entry (PamongForm *self, PamongFieldEntry *entry)
{
  for (guint i = 0; i < self->slots->len; i++)
    if (get_slot (self, i)->entry == entry)
      return i;
  g_return_val_if_reached (0);
}

/* The shared line says the worst of the fields above it. */
static void
show_hint (PamongForm *self, GtkLabel *hint)
{
  Slot *worst = NULL;

  for (guint i = 0; i < self->slots->len; i++)
    {
      Slot *slot = get_slot (self, i);

      if (slot->hint == hint && slot->words && (!worst || slot->severity > worst->severity))
        worst = slot;
    }
  gtk_label_set_text (hint, worst ? worst->words : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (hint), worst ? worst->words : NULL);
  gtk_widget_remove_css_class (GTK_WIDGET (hint), "error-text");
  gtk_widget_remove_css_class (GTK_WIDGET (hint), "warning-text");
  if (worst)
    gtk_widget_add_css_class (GTK_WIDGET (hint), worst->severity == PAMONG_SEVERITY_WARN ? "warning-text" : "error-text");
}

static void
set_words (PamongForm *self, Slot *slot, const char *words, PamongSeverity severity)
{
  g_free (slot->words);
  slot->words = g_strdup (words);
  slot->severity = severity;
  show_hint (self, slot->hint);
}

/* The worst finding that speaks of @field; not one about the whole record. */
static const PamongFinding *
find_worst (GPtrArray *findings, PamongKind kind, int field)
{
  const PamongFinding *worst = NULL;

  for (guint i = 0; findings && i < findings->len; i++)
    {
      const PamongFinding *finding = findings->pdata[i];

      if (finding->kind == kind && finding->field == field && (!worst || finding->severity > worst->severity))
        worst = finding;
    }
  return worst;
}

static void
mark_slot (PamongForm *self, Slot *slot, GPtrArray *findings)
{
  const PamongFinding *worst = find_worst (findings, self->kind, slot->field);

  pamong_field_entry_mark (slot->entry, worst);
  set_words (self, slot, worst ? worst->message : NULL, worst ? worst->severity : PAMONG_SEVERITY_WARN);
}

static void
changed_cb (PamongFieldEntry *entry, PamongForm *self)
{
  if (self->loading)
    return;
  self->changed = TRUE;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
left_cb (PamongFieldEntry *entry, PamongForm *self)
{
  Slot *slot = get_slot (self, slot_of_entry (self, entry));
  const char *complaint = pamong_field_entry_complaint (entry);

  set_words (self, slot, complaint, PAMONG_SEVERITY_BLOCK);
  if (!complaint)
    g_signal_emit (self, signals[LEFT], 0, slot->field);
}

static void
next_cb (PamongFieldEntry *entry, PamongForm *self)
{
  guint next = slot_of_entry (self, entry) + 1;

  if (next < self->slots->len)
    gtk_widget_grab_focus (GTK_WIDGET (get_slot (self, next)->entry));
  else
    g_signal_emit (self, signals[FINISHED], 0);
}

static void
previous_cb (PamongFieldEntry *entry, PamongForm *self)
{
  guint i = slot_of_entry (self, entry);

  if (i > 0)
    gtk_widget_grab_focus (GTK_WIDGET (get_slot (self, i - 1)->entry));
}

static gboolean
key_pressed_cb (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, PamongForm *self)
{
  state &= gtk_accelerator_get_default_mod_mask ();
  if (key == GDK_KEY_Escape && state == 0)
    g_signal_emit (self, signals[CANCEL], 0);
  else if (state == GDK_CONTROL_MASK && (key == GDK_KEY_s || key == GDK_KEY_Return || key == GDK_KEY_KP_Enter))
    g_signal_emit (self, signals[SUBMIT], 0);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static GtkWidget *
add_label (PamongForm *self, const PamongField *field, GtkWidget *entry, int column, int width)
{
  GtkWidget *label = gtk_label_new (pamong_words_hamlet (gettext (field->label)));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "secondary");
  gtk_grid_attach (self->grid, label, column, self->row, width, 1);
  return label;
}

static GtkLabel *
add_hint (PamongForm *self)
{
  GtkWidget *hint = gtk_label_new ("");

  gtk_label_set_xalign (GTK_LABEL (hint), 0);
  gtk_label_set_ellipsize (GTK_LABEL (hint), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (hint, "form-hint");
  gtk_grid_attach (self->grid, hint, 0, self->row + 2, 2, 1);
  return GTK_LABEL (hint);
}

static void
add_field (PamongForm *self, int number, int column, int width, GtkLabel *hint)
{
  const PamongField *field = pamong_field_get (self->kind, number);
  GtkWidget *entry = pamong_field_entry_new (field);
  Slot slot = { number, PAMONG_FIELD_ENTRY (entry), hint };

  gtk_widget_set_hexpand (entry, TRUE);
  add_label (self, field, entry, column, width);
  gtk_grid_attach (self->grid, entry, column, self->row + 1, width, 1);
  g_signal_connect (entry, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (entry, "left", G_CALLBACK (left_cb), self);
  g_signal_connect (entry, "next", G_CALLBACK (next_cb), self);
  g_signal_connect (entry, "previous", G_CALLBACK (previous_cb), self);
  g_array_append_val (self->slots, slot);
}

static void
pamong_form_dispose (GObject *object)
{
  PamongForm *self = PAMONG_FORM (object);

  g_array_set_size (self->slots, 0); /* entries say "left" while they go */
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (self)));)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (pamong_form_parent_class)->dispose (object);
}

static void
pamong_form_finalize (GObject *object)
{
  g_array_unref (PAMONG_FORM (object)->slots);
  G_OBJECT_CLASS (pamong_form_parent_class)->finalize (object);
}

static void
pamong_form_class_init (PamongFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = pamong_form_dispose;
  object_class->finalize = pamong_form_finalize;
  signals[CHANGED] = g_signal_new ("changed", PAMONG_TYPE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LEFT] = g_signal_new ("left", PAMONG_TYPE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[FINISHED] = g_signal_new ("finished", PAMONG_TYPE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SUBMIT] = g_signal_new ("submit", PAMONG_TYPE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CANCEL] = g_signal_new ("cancel", PAMONG_TYPE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_FORM);
}

static void
pamong_form_init (PamongForm *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *grid = gtk_grid_new ();

  self->slots = g_array_new (FALSE, TRUE, sizeof (Slot));
  g_array_set_clear_func (self->slots, clear_slot);
  self->grid = GTK_GRID (grid);
  gtk_grid_set_column_spacing (self->grid, 12);
  gtk_grid_set_column_homogeneous (self->grid, TRUE);
  gtk_widget_set_parent (grid, GTK_WIDGET (self));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
pamong_form_new (PamongKind kind)
{
  PamongForm *self = g_object_new (PAMONG_TYPE_FORM, NULL);

  self->kind = kind;
  return GTK_WIDGET (self);
}

void
pamong_form_add_group (PamongForm *self, const char *title, const int *fields, guint n)
{
  GtkWidget *heading = title ? gtk_label_new_with_mnemonic (title) : NULL;
  guint first = self->slots->len;

  if (heading)
    {
      gtk_label_set_xalign (GTK_LABEL (heading), 0);
      gtk_widget_add_css_class (heading, "strong");
      gtk_widget_add_css_class (heading, "form-group");
      gtk_grid_attach (self->grid, heading, 0, self->row++, 2, 1);
    }
  for (guint i = 0; i < n; self->row += 3)
    {
      GtkLabel *hint = add_hint (self);

      if (fields[i] & PAMONG_FORM_WIDE)
        {
          add_field (self, fields[i++] & ~PAMONG_FORM_WIDE, 0, 2, hint);
          continue;
        }
      add_field (self, fields[i++], 0, 1, hint);
      if (i < n && !(fields[i] & PAMONG_FORM_WIDE))
        add_field (self, fields[i++], 1, 1, hint);
    }
  if (heading && first < self->slots->len)
    gtk_label_set_mnemonic_widget (GTK_LABEL (heading), GTK_WIDGET (get_slot (self, first)->entry));
}

void
pamong_form_load (PamongForm *self, const PamongRecord *record)
{
  self->loading = TRUE;
  for (guint i = 0; i < self->slots->len; i++)
    pamong_field_entry_load (get_slot (self, i)->entry, record);
  pamong_form_show_findings (self, NULL);
  self->loading = FALSE;
  self->changed = FALSE;
}

gboolean
pamong_form_store (PamongForm *self, PamongRecord *record, GError **error)
{
  for (guint i = 0; i < self->slots->len; i++)
    {
      Slot *slot = get_slot (self, i);
      g_autoptr (GError) local = NULL;

      if (pamong_field_entry_store (slot->entry, record, &local))
        continue;
      set_words (self, slot, pamong_field_entry_complaint (slot->entry), PAMONG_SEVERITY_BLOCK);
      gtk_widget_grab_focus (GTK_WIDGET (slot->entry));
      if (local)
        g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  return TRUE;
}

void
pamong_form_peek (PamongForm *self, PamongRecord *record)
{
  for (guint i = 0; i < self->slots->len; i++)
    {
      PamongFieldEntry *entry = get_slot (self, i)->entry;

      if (!pamong_field_entry_complaint (entry))
        pamong_field_entry_store (entry, record, NULL);
    }
}

gboolean
pamong_form_is_changed (PamongForm *self)
{
  return self->changed;
}

void
pamong_form_show_findings (PamongForm *self, GPtrArray *findings)
{
  for (guint i = 0; i < self->slots->len; i++)
    mark_slot (self, get_slot (self, i), findings);
}

void
pamong_form_show_field_findings (PamongForm *self, int field, GPtrArray *findings)
{
  Slot *slot = find_slot (self, field);

  if (slot)
    mark_slot (self, slot, findings);
}

gboolean
pamong_form_focus (PamongForm *self, int field)
{
  Slot *slot = field < 0 && self->slots->len > 0 ? get_slot (self, 0) : find_slot (self, field);

  return slot && gtk_widget_grab_focus (GTK_WIDGET (slot->entry));
}

PamongFieldEntry *
pamong_form_entry (PamongForm *self, int field)
{
  Slot *slot = find_slot (self, field);

  return slot ? slot->entry : NULL;
}

const char *
pamong_form_hint (PamongForm *self, int field)
{
  Slot *slot = find_slot (self, field);

  return slot ? slot->words : NULL;
}
