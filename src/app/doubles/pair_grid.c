/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/doubles/pair_grid.h"
#include "app/widgets/focus.h"
#include "app/widgets/table_cells.h"
#include "app/words.h"
#include <glib/gi18n.h>
#include <string.h>

#define NAME_WIDTH 168

typedef struct {
  PamongPairRow *row; /* not owned: rows do */
  GtkWidget *name, *mark, *sides[2];
  guint side; /* whose value stays */
} Line;

struct _PamongPairGrid {
  GtkWidget parent_instance;

  GtkGrid *grid;
  GtkSizeGroup *widths; /* both records are as wide */
  GPtrArray *rows; /* PamongPairRow */
  GArray *lines; /* Line */
  GString *reserved; /* letters of the controls around, and of the rows so far */
  gsize n_reserved;
  gboolean asks, show_same, filling;
};

G_DEFINE_FINAL_TYPE (PamongPairGrid, pamong_pair_grid, GTK_TYPE_WIDGET)

enum { KEPT_CHANGED, CHANGED, LEAVE, N_SIGNALS };
static guint signals[N_SIGNALS];

static Line *
line_at (PamongPairGrid *self, guint i)
{
  return &g_array_index (self->lines, Line, i);
}

static Line *
line_of (PamongPairGrid *self, int field)
{
  for (guint i = 0; i < self->lines->len; i++)
    if (field < 0 ? line_at (self, i)->row->n_fields == 0 : pamong_pair_row_has (line_at (self, i)->row, field))
      return line_at (self, i);
  return NULL;
}

static gboolean
is_asked (PamongPairGrid *self, const Line *line)
{
  return self->asks && line->row->differs;
}

static GtkWidget *
make_label (const char *words, const char *css_class)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* The first line of who somebody is stands out; a masked number has its own spacing. */
static PangoAttrList *
make_attributes (const PamongPairRow *row, const char *text)
{
  PangoAttrList *attributes;
  PangoAttribute *weight;

  if (row->n_fields > 0)
    return row->is_number && strstr (text, "•") != NULL ? pamong_mask_attributes () : NULL;
  attributes = pango_attr_list_new ();
  weight = pango_attr_weight_new (PANGO_WEIGHT_SEMIBOLD);
  weight->end_index = (guint) strcspn (text, "\n");
  pango_attr_list_insert (attributes, weight);
  return attributes;
}

static GtkWidget *
make_value (const PamongPairRow *row, guint side)
{
  const char *text = row->texts[side];
  GtkWidget *label = make_label (*text != '\0' ? text : _ ("empty"), *text != '\0' ? NULL : "secondary");
  g_autoptr (PangoAttrList) attributes = make_attributes (row, text);

  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  return label;
}

static void
show_chosen (Line *line)
{
  for (guint side = 0; side < 2; side++)
    if (side == line->side)
      gtk_widget_add_css_class (line->sides[side], "chosen");
    else
      gtk_widget_remove_css_class (line->sides[side], "chosen");
}

static void
toggled_cb (PamongPairGrid *self, GtkCheckButton *button)
{
  if (self->filling || !gtk_check_button_get_active (button))
    return;
  for (guint i = 0; i < self->lines->len; i++)
    {
      Line *line = line_at (self, i);

      if (line->sides[0] != GTK_WIDGET (button) && line->sides[1] != GTK_WIDGET (button))
        continue;
      line->side = line->sides[1] == GTK_WIDGET (button);
      show_chosen (line);
      g_signal_emit (self, signals[line->row->n_fields == 0 ? KEPT_CHANGED : CHANGED], 0);
      return;
    }
}

static void
name_choice (GtkWidget *button, const PamongPairRow *row, guint side)
{
  const char *record = side == 0 ? _ ("left record") : _ ("right record"), *value = *row->texts[side] != '\0' ? row->texts[side] : _ ("empty");
  g_autofree char *words = g_strdup_printf ("%s, %s: %s", row->label, record, value);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static GtkWidget *
make_side (PamongPairGrid *self, const PamongPairRow *row, guint side)
{
  GtkWidget *value = make_value (row, side), *button;

  gtk_widget_set_hexpand (value, TRUE);
  if (!self->asks || !row->differs)
    {
      gtk_widget_add_css_class (value, "same-value"); /* under the words of those that ask */
      return value;
    }
  button = gtk_check_button_new ();
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), value);
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  name_choice (button, row, side);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static void
set_side (PamongPairGrid *self, Line *line, guint side)
{
  line->side = side;
  if (!is_asked (self, line))
    return;
  self->filling = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (line->sides[side]), TRUE);
  self->filling = FALSE;
  show_chosen (line);
}

static void
show_line (PamongPairGrid *self, Line *line)
{
  gboolean visible = line->row->differs || self->show_same;

  gtk_widget_set_visible (line->name, visible);
  gtk_widget_set_visible (line->mark, visible);
  gtk_widget_set_visible (line->sides[0], visible);
  gtk_widget_set_visible (line->sides[1], visible);
}

/* The first letter of the name that nothing else in the window has, underlined; the name as it is when none is left. */
static char *
give_letter (PamongPairGrid *self, const char *name)
{
  for (const char *p = name; *p != '\0'; p++)
    if (g_ascii_isalpha (*p) && strchr (self->reserved->str, g_ascii_tolower (*p)) == NULL)
      {
        g_string_append_c (self->reserved, g_ascii_tolower (*p));
        return g_strdup_printf ("%.*s_%s", (int) (p - name), name, p);
      }
  return g_strdup (name);
}

/* The letter leads to the choice as it stands; it does not choose. */
static gboolean
called_cb (PamongPairGrid *self, gboolean cycling, GtkWidget *button)
{
  for (guint i = 0; i < self->lines->len; i++)
    if (line_at (self, i)->sides[0] == button)
      return gtk_widget_grab_focus (line_at (self, i)->sides[line_at (self, i)->side]);
  return FALSE;
}

static GtkWidget *
make_name (PamongPairGrid *self, const PamongPairRow *row)
{
  const char *words = pamong_words_hamlet (row->label);
  g_autofree char *lettered = self->asks && row->differs ? give_letter (self, words) : NULL;
  GtkWidget *name = make_label (words, row->differs ? "medium" : "secondary");

  if (lettered != NULL)
    gtk_label_set_text_with_mnemonic (GTK_LABEL (name), lettered);
  gtk_widget_set_size_request (name, NAME_WIDTH, -1);
  return name;
}

static void
add_line (PamongPairGrid *self, PamongPairRow *row, guint at, guint side)
{
  Line line = { .row = row };

  line.name = make_name (self, row);
  line.mark = make_label (row->n_fields > 0 ? pamong_pair_row_mark (row) : "", row->differs ? "pair-mark" : "secondary");
  gtk_widget_set_valign (line.mark, GTK_ALIGN_START);
  for (guint i = 0; i < 2; i++)
    line.sides[i] = make_side (self, row, i);
  if (is_asked (self, &line))
    {
      gtk_check_button_set_group (GTK_CHECK_BUTTON (line.sides[1]), GTK_CHECK_BUTTON (line.sides[0]));
      gtk_label_set_mnemonic_widget (GTK_LABEL (line.name), line.sides[0]);
      g_signal_connect_object (line.sides[0], "mnemonic-activate", G_CALLBACK (called_cb), self, G_CONNECT_SWAPPED);
    }
  gtk_size_group_add_widget (self->widths, line.sides[0]);
  gtk_size_group_add_widget (self->widths, line.sides[1]);
  gtk_grid_attach (self->grid, line.name, 0, (int) at, 1, 1);
  gtk_grid_attach (self->grid, line.mark, 1, (int) at, 1, 1);
  gtk_grid_attach (self->grid, line.sides[0], 2, (int) at, 1, 1);
  gtk_grid_attach (self->grid, line.sides[1], 3, (int) at, 1, 1);
  set_side (self, &line, side);
  show_line (self, &line);
  g_array_append_val (self->lines, line);
}

/* The line the focus is in, or -1. */
static int
focused (PamongPairGrid *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    if (gtk_widget_is_focus (line_at (self, i)->sides[0]) || gtk_widget_is_focus (line_at (self, i)->sides[1]))
      return (int) i;
  return -1;
}

static void
focus_line (Line *line)
{
  gtk_widget_grab_focus (line->sides[line->side]);
}

/* FALSE: no more lines there that ask. */
static gboolean
go (PamongPairGrid *self, int from, int step)
{
  for (int i = from + step; i >= 0 && i < (int) self->lines->len; i += step)
    if (is_asked (self, line_at (self, (guint) i)))
      {
        focus_line (line_at (self, (guint) i));
        return TRUE;
      }
  return FALSE;
}

static void
choose_at (Line *line, guint side)
{
  gtk_check_button_set_active (GTK_CHECK_BUTTON (line->sides[side]), TRUE);
  gtk_widget_grab_focus (line->sides[side]);
}

static gboolean
pressed_cb (PamongPairGrid *self, guint key, guint code, GdkModifierType state)
{
  int at = focused (self);

  if (at < 0 || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      choose_at (line_at (self, (guint) at), 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      choose_at (line_at (self, (guint) at), 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      go (self, at, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      go (self, at, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (!go (self, at, (state & GDK_SHIFT_MASK) != 0 ? -1 : 1) && (state & GDK_SHIFT_MASK) == 0)
        g_signal_emit (self, signals[LEAVE], 0);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
pamong_pair_grid_grab_focus (GtkWidget *widget)
{
  return go (PAMONG_PAIR_GRID (widget), -1, 1);
}

static void
pamong_pair_grid_dispose (GObject *object)
{
  PamongPairGrid *self = PAMONG_PAIR_GRID (object);
  GtkWidget *child;

  self->filling = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->widths);
  g_clear_pointer (&self->lines, g_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  if (self->reserved != NULL)
    g_string_free (g_steal_pointer (&self->reserved), TRUE);
  G_OBJECT_CLASS (pamong_pair_grid_parent_class)->dispose (object);
}

static void
pamong_pair_grid_class_init (PamongPairGridClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pamong_pair_grid_dispose;
  GTK_WIDGET_CLASS (klass)->focus = pamong_focus_children;
  GTK_WIDGET_CLASS (klass)->grab_focus = pamong_pair_grid_grab_focus;
  signals[KEPT_CHANGED] = g_signal_new ("kept-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LEAVE] = g_signal_new ("leave", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
pamong_pair_grid_init (PamongPairGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  self->reserved = g_string_new (NULL);
  self->widths = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->grid, 12);
  gtk_grid_set_row_spacing (self->grid, 4);
  gtk_widget_set_valign (GTK_WIDGET (self->grid), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self->grid), "pair-grid");
  gtk_widget_set_parent (GTK_WIDGET (self->grid), GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
pamong_pair_grid_new (gboolean asks)
{
  PamongPairGrid *self = g_object_new (PAMONG_TYPE_PAIR_GRID, NULL);

  self->asks = asks;
  return GTK_WIDGET (self);
}

void
pamong_pair_grid_reserve (PamongPairGrid *self, const char *const *words)
{
  for (; *words != NULL; words++)
    {
      const char *mark = strchr (*words, '_');

      if (mark != NULL)
        g_string_append_c (self->reserved, g_ascii_tolower (mark[1]));
    }
  self->n_reserved = self->reserved->len;
}

void
pamong_pair_grid_show (PamongPairGrid *self, GPtrArray *rows)
{
  int at = focused (self);
  g_autoptr (GArray) before = g_steal_pointer (&self->lines);
  g_autoptr (GPtrArray) old = g_steal_pointer (&self->rows);
  GtkWidget *child;

  self->rows = g_ptr_array_ref (rows);
  g_string_truncate (self->reserved, self->n_reserved);
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  for (guint i = 0; i < rows->len; i++)
    {
      PamongPairRow *row = rows->pdata[i];
      guint side = self->lines->len > 0 ? pamong_pair_grid_kept (self) : 0;

      for (guint k = 0; k < before->len; k++)
        {
          const Line *line = &g_array_index (before, Line, k);

          if (line->row->n_fields == row->n_fields && (row->n_fields == 0 || line->row->fields[0] == row->fields[0]))
            side = line->side;
        }
      add_line (self, row, i, side);
    }
  if (at >= 0)
    go (self, at - 1, 1);
}

void
pamong_pair_grid_keep (PamongPairGrid *self, guint side)
{
  for (guint i = 0; i < self->lines->len; i++)
    set_side (self, line_at (self, i), side);
}

guint
pamong_pair_grid_kept (PamongPairGrid *self)
{
  Line *line = line_of (self, -1);

  return line != NULL ? line->side : 0;
}

gboolean
pamong_pair_grid_choose (PamongPairGrid *self, int field, guint side)
{
  Line *line = line_of (self, field);

  if (line == NULL || !is_asked (self, line))
    return FALSE;
  set_side (self, line, side);
  return TRUE;
}

GArray *
pamong_pair_grid_taken (PamongPairGrid *self)
{
  GArray *taken = g_array_new (FALSE, FALSE, sizeof (int));
  guint kept = pamong_pair_grid_kept (self);

  for (guint i = 0; i < self->lines->len; i++)
    if (is_asked (self, line_at (self, i)) && line_at (self, i)->side != kept)
      g_array_append_vals (taken, line_at (self, i)->row->fields, line_at (self, i)->row->n_fields);
  return taken;
}

guint
pamong_pair_grid_count (PamongPairGrid *self, gboolean differs)
{
  guint n = 0;

  for (guint i = 0; i < self->lines->len; i++)
    if (line_at (self, i)->row->n_fields > 0 && !line_at (self, i)->row->differs == !differs)
      n++;
  return n;
}

void
pamong_pair_grid_show_same (PamongPairGrid *self, gboolean show)
{
  self->show_same = show;
  for (guint i = 0; i < self->lines->len; i++)
    show_line (self, line_at (self, i));
}

GtkWidget *
pamong_pair_grid_button (PamongPairGrid *self, int field, guint side)
{
  Line *line = line_of (self, field);

  return line != NULL && is_asked (self, line) ? line->sides[side] : NULL;
}
