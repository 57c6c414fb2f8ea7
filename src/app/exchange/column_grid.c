/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/exchange/column_grid.h"
#include "app/exchange/field_choices.h"
#include "app/widgets/field_entry.h"
#include "app/widgets/focus.h"
#include "domain/rules.h"
#include <glib/gi18n.h>
#include <string.h>

typedef struct {
  PamongFieldEntry *entry;
  GtkLabel *state;
  gboolean chosen, unknown; /* by hand; a text that is no field */
} Line;

struct _PamongColumnGrid {
  GtkWidget parent_instance;

  GtkGrid *grid;
  PamongColumns *columns;
  GArray *lines; /* Line */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (PamongColumnGrid, pamong_column_grid, GTK_TYPE_WIDGET)

enum { CHANGED, ENTERED, FINISHED, N_SIGNALS };
static guint signals[N_SIGNALS];

enum { LETTER, HEADING, VALUES, FIELD, STATE };

static Line *
line_at (PamongColumnGrid *self, guint i)
{
  return &g_array_index (self->lines, Line, i);
}

static PamongColumn *
column_at (PamongColumnGrid *self, guint i)
{
  return pamong_columns_get (self->columns, i);
}

static void
show_state (PamongColumnGrid *self, guint at)
{
  Line *line = line_at (self, at);
  gboolean read = column_at (self, at)->role != PAMONG_COLUMN_UNREAD;
  const char *words = line->unknown ? _ ("no such field; choose one of the list") : !read ? _ ("is not read") : line->chosen ? _ ("chosen") : _ ("guessed");

  gtk_label_set_text (line->state, words);
  gtk_widget_remove_css_class (GTK_WIDGET (line->state), line->unknown ? "secondary" : "error-text");
  gtk_widget_add_css_class (GTK_WIDGET (line->state), line->unknown ? "error-text" : "secondary");
  if (line->unknown)
    gtk_widget_add_css_class (GTK_WIDGET (line->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (line->entry), "error");
}

/* A field two columns could claim goes to the one that was asked last: the other shows that it lost it. */
static void
show_states (PamongColumnGrid *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      if (!line_at (self, i)->unknown)
        pamong_field_entry_set_text (line_at (self, i)->entry, pamong_field_choices_words (column_at (self, i)));
      show_state (self, i);
    }
}

static guint
place_of (PamongColumnGrid *self, GtkWidget *entry)
{
  guint i = 0;

  while (i < self->lines->len && GTK_WIDGET (line_at (self, i)->entry) != entry)
    i++;
  return i;
}

static void
take (PamongColumnGrid *self, guint at)
{
  Line *line = line_at (self, at);
  g_autofree char *before = pamong_column_name (column_at (self, at));
  const char *name = pamong_field_choices_name (pamong_field_entry_text (line->entry));
  gboolean was_unknown = line->unknown;

  line->unknown = name == NULL || !pamong_columns_set (self->columns, at, name);
  if (g_strcmp0 (name, before) == 0 && !line->unknown && !was_unknown)
    return;
  line->chosen = TRUE;
  show_states (self);
  if (!line->unknown)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
left_cb (PamongColumnGrid *self, GtkWidget *entry)
{
  guint at = place_of (self, entry);

  if (!self->filling && at < self->lines->len)
    take (self, at);
}

static void
next_cb (PamongColumnGrid *self, GtkWidget *entry)
{
  guint at = place_of (self, entry);

  take (self, at);
  if (at + 1 < self->lines->len)
    pamong_column_grid_focus (self, at + 1);
  else
    g_signal_emit (self, signals[FINISHED], 0);
}

static void
previous_cb (PamongColumnGrid *self, GtkWidget *entry)
{
  guint at = place_of (self, entry);

  take (self, at);
  if (at > 0)
    pamong_column_grid_focus (self, at - 1);
}

static void
entered_cb (GtkEventController *focus, PamongColumnGrid *self)
{
  guint at = place_of (self, gtk_event_controller_get_widget (focus));

  if (at < self->lines->len)
    g_signal_emit (self, signals[ENTERED], 0, at);
}

static GtkLabel *
make_label (const char *words, const char *class, int chars)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (words));

  gtk_label_set_xalign (label, 0);
  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_END);
  if (chars > 0)
    gtk_label_set_width_chars (label, chars);
  if (words != NULL && g_utf8_strlen (words, -1) > 24)
    gtk_widget_set_tooltip_text (GTK_WIDGET (label), words);
  if (class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (label), class);
  return label;
}

/* Its words are chosen like those of a dusun; no record is read or written. */
static PamongFieldEntry *
make_entry (PamongColumnGrid *self, const char *heading, const PamongColumn *column)
{
  static const PamongField choice = { .kind = PAMONG_KIND_RESIDENT, .index = PAMONG_RESIDENT_BIRTH_PLACE, .key = "choice", .type = PAMONG_TYPE_TEXT, .label = N_ ("Field") };
  PamongFieldEntry *entry = PAMONG_FIELD_ENTRY (pamong_field_entry_new (&choice));
  GtkEventController *focus = gtk_event_controller_focus_new ();
  g_autofree char *name = g_strdup_printf (_ ("Field of column %s"), heading);

  pamong_field_entry_set_words (entry, pamong_field_choices ());
  pamong_field_entry_set_text (entry, pamong_field_choices_words (column));
  g_object_set (pamong_field_entry_editable (entry), "placeholder-text", _ ("not read"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (pamong_field_entry_editable (entry)), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (entry, "left", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "next", G_CALLBACK (next_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "previous", G_CALLBACK (previous_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "enter", G_CALLBACK (entered_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (entry), focus);
  return entry;
}

static void
add_line (PamongColumnGrid *self, guint at, const PamongSample *sample)
{
  const PamongColumn *column = column_at (self, at);
  g_autofree char *letter = pamong_sheet_column (at), *heading = pamong_sample_mask (column->heading);
  Line line = { .entry = make_entry (self, *heading != '\0' ? heading : letter, column), .state = make_label (NULL, "secondary", 14) };
  GtkLabel *samples = make_label (at < sample->values->len ? sample->values->pdata[at] : "", NULL, 0);

  gtk_widget_set_hexpand (GTK_WIDGET (samples), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (line.entry), "column-field");
  g_array_append_val (self->lines, line);
  gtk_grid_attach (self->grid, GTK_WIDGET (make_label (letter, "secondary", 3)), LETTER, (int) at + 1, 1, 1);
  gtk_grid_attach (self->grid, GTK_WIDGET (make_label (*heading != '\0' ? heading : _ ("without heading"), *heading != '\0' ? "medium" : "secondary", 22)), HEADING, (int) at + 1, 1, 1);
  gtk_grid_attach (self->grid, GTK_WIDGET (samples), VALUES, (int) at + 1, 1, 1);
  gtk_grid_attach (self->grid, GTK_WIDGET (line.entry), FIELD, (int) at + 1, 1, 1);
  gtk_grid_attach (self->grid, GTK_WIDGET (line.state), STATE, (int) at + 1, 1, 1);
}

static void
add_titles (PamongColumnGrid *self)
{
  static const char *const titles[] = { N_ ("Col."), N_ ("Heading"), N_ ("What stands there"), N_ ("Is taken as"), "" };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    gtk_grid_attach (self->grid, GTK_WIDGET (make_label (*titles[i] != '\0' ? _ (titles[i]) : NULL, "secondary", 0)), (int) i, 0, 1, 1);
}

static void
pamong_column_grid_dispose (GObject *object)
{
  PamongColumnGrid *self = PAMONG_COLUMN_GRID (object);

  self->filling = TRUE; /* what has the focus loses it */
  g_clear_pointer ((GtkWidget **) &self->grid, gtk_widget_unparent);
  g_clear_pointer (&self->lines, g_array_unref);
  G_OBJECT_CLASS (pamong_column_grid_parent_class)->dispose (object);
}

static gboolean
pamong_column_grid_grab_focus (GtkWidget *widget)
{
  pamong_column_grid_focus (PAMONG_COLUMN_GRID (widget), 0);
  return TRUE;
}

static void
pamong_column_grid_class_init (PamongColumnGridClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pamong_column_grid_dispose;
  GTK_WIDGET_CLASS (klass)->focus = pamong_focus_children;
  GTK_WIDGET_CLASS (klass)->grab_focus = pamong_column_grid_grab_focus;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ENTERED] = g_signal_new ("entered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[FINISHED] = g_signal_new ("finished", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
pamong_column_grid_init (PamongColumnGrid *self)
{
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->grid, 12);
  gtk_grid_set_row_spacing (self->grid, 2);
  gtk_widget_set_valign (GTK_WIDGET (self->grid), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self->grid), "column-grid");
  gtk_widget_set_parent (GTK_WIDGET (self->grid), GTK_WIDGET (self));
}

GtkWidget *
pamong_column_grid_new (void)
{
  return g_object_new (PAMONG_TYPE_COLUMN_GRID, NULL);
}

void
pamong_column_grid_show (PamongColumnGrid *self, PamongColumns *columns, const PamongSample *sample)
{
  GtkWidget *child;

  self->filling = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  g_array_set_size (self->lines, 0);
  self->columns = columns;
  add_titles (self);
  for (guint i = 0; i < columns->columns->len; i++)
    add_line (self, i, sample);
  show_states (self);
  self->filling = FALSE;
}

static gboolean
has_name (PamongColumnGrid *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    if (column_at (self, i)->role == PAMONG_COLUMN_FIELD && column_at (self, i)->field == pamong_field_get (PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_NAME))
      return TRUE;
  return FALSE;
}

char *
pamong_column_grid_complaint (PamongColumnGrid *self, guint *column)
{
  for (*column = 0; *column < self->lines->len; (*column)++)
    {
      g_autofree char *letter = pamong_sheet_column (*column);

      if (line_at (self, *column)->unknown)
        return g_strdup_printf (_ ("Column %s: there is no field “%s”. Choose one of the list, or clear it."), letter, pamong_field_entry_text (line_at (self, *column)->entry));
    }
  *column = 0;
  return has_name (self) ? NULL : g_strdup (_ ("No column is taken as Full name yet. Choose it at the column with the names."));
}

void
pamong_column_grid_focus (PamongColumnGrid *self, guint column)
{
  if (column < self->lines->len)
    gtk_widget_grab_focus (GTK_WIDGET (line_at (self, column)->entry));
}

void
pamong_column_grid_set (PamongColumnGrid *self, guint column, const char *words)
{
  pamong_field_entry_set_text (line_at (self, column)->entry, words);
  take (self, column);
}
