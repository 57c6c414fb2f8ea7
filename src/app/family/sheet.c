/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/family/sheet.h"
#include "app/family/sheet_rows.h"
#include "app/style.h"

#define ROW_HEIGHT 34
#define ROWS_SHOWN 5
#define ROWS_AT_MOST 20

struct _PamongFamilySheet
{
  GtkWidget parent_instance;

  GPtrArray *rows; /* PamongSheetRow: see sheet_rows.h */
  int current;     /* row with the focus, or the last one that had it; -1 = none */
  char *area;
  gboolean editable;
  gboolean loading;
  guint reveal; /* idle source */

  GtkWidget *boxes[PAMONG_SHEET_BANDS];
  GtkAdjustment *scroll; /* of both bands */
};

static void cell_changed_cb (PamongFamilySheet *self);
static void cell_left_cb (PamongFamilySheet *self, PamongFieldEntry *entry);
static void cell_next_cb (PamongFamilySheet *self, PamongFieldEntry *entry);
static void cell_previous_cb (PamongFamilySheet *self, PamongFieldEntry *entry);

G_DEFINE_FINAL_TYPE (PamongFamilySheet, pamong_family_sheet, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  CELL_LEFT,
  MOVED,
  FINISHED,
  STARTED,
  KEPT,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static PamongSheetRow *
get_row (PamongFamilySheet *self, guint index)
{
  return index < self->rows->len ? g_ptr_array_index (self->rows, index) : NULL;
}

static gboolean
locate_focus (PamongFamilySheet *self, guint *row, int *cell)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *entry = focus != NULL ? gtk_widget_get_ancestor (focus, PAMONG_TYPE_FIELD_ENTRY) : NULL;

  return entry != NULL && gtk_widget_is_ancestor (entry, GTK_WIDGET (self)) && pamong_sheet_rows_locate (self->rows, PAMONG_FIELD_ENTRY (entry), row, cell);
}

static gboolean
reveal_cb (gpointer user_data)
{
  PamongFamilySheet *self = user_data;

  self->reveal = 0;
  if (self->current >= 0)
    gtk_adjustment_clamp_page (self->scroll, self->current * ROW_HEIGHT, (self->current + 1) * ROW_HEIGHT);
  return G_SOURCE_REMOVE;
}

/* A new row has its place only after the next layout, so not now. */
static void
reveal_current (PamongFamilySheet *self)
{
  if (self->reveal == 0)
    self->reveal = g_idle_add_full (G_PRIORITY_LOW, reveal_cb, self, NULL);
}

static void
add_row (PamongFamilySheet *self, PamongRecord *resident, gboolean known)
{
  PamongSheetRow *row = pamong_sheet_row_new (resident, known);

  for (int i = 0; i < PAMONG_SHEET_CELLS; i++)
    {
      PamongFieldEntry *cell = row->cells[i];

      g_signal_connect_swapped (cell, "changed", G_CALLBACK (cell_changed_cb), self);
      g_signal_connect_object (cell, "left", G_CALLBACK (cell_left_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (cell, "next", G_CALLBACK (cell_next_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (cell, "previous", G_CALLBACK (cell_previous_cb), self, G_CONNECT_SWAPPED);
      gtk_editable_set_editable (pamong_field_entry_editable (cell), self->editable);
    }
  for (int band = 0; band < PAMONG_SHEET_BANDS; band++)
    gtk_box_append (GTK_BOX (self->boxes[band]), row->lines[band]);
  g_ptr_array_add (self->rows, row);
  pamong_sheet_row_load (row);
  pamong_sheet_row_set_number (row, self->rows->len);
}

static void
remove_row (PamongFamilySheet *self, guint index)
{
  PamongSheetRow *row = get_row (self, index);

  for (int band = 0; band < PAMONG_SHEET_BANDS; band++)
    gtk_box_remove (GTK_BOX (self->boxes[band]), row->lines[band]);
  g_ptr_array_remove_index (self->rows, index);
}

/* There is always one blank row to type into, and never two. */
static void
open_row (PamongFamilySheet *self)
{
  PamongSheetRow *last = get_row (self, self->rows->len - 1);

  if (self->editable && (last == NULL || !pamong_field_entry_is_blank (last->cells[0])))
    add_row (self, pamong_record_new (PAMONG_KIND_RESIDENT, self->area), FALSE);
}

static void
set_current (PamongFamilySheet *self, int index)
{
  if (self->current >= 0 && self->current != index && get_row (self, self->current) != NULL)
    {
      pamong_sheet_row_set_current (get_row (self, self->current), FALSE);
      pamong_sheet_rows_suggest (self->rows, self->current, FALSE);
    }
  self->current = index;
  if (index >= 0)
    {
      pamong_sheet_row_set_current (get_row (self, index), TRUE);
      pamong_sheet_rows_suggest (self->rows, index, self->editable);
    }
  reveal_current (self);
}

static void
focus_cell (PamongFamilySheet *self, guint row, int cell)
{
  gtk_widget_grab_focus (GTK_WIDGET (get_row (self, row)->cells[cell]));
}

/* @answers: jump over what the answers so far make pointless. Returns: FALSE: there is no cell that way. */
static gboolean
go_forward (PamongFamilySheet *self, guint index, int cell, gboolean answers)
{
  PamongSheetRow *row = get_row (self, index);

  if (answers && cell == 0 && pamong_sheet_row_is_blank (row))
    return FALSE;
  do
    cell++;
  while (answers && cell < PAMONG_SHEET_CELLS && pamong_sheet_skips (cell, row->resident));
  if (cell == PAMONG_SHEET_CELLS)
    {
      open_row (self);
      index++;
      cell = 0;
    }
  if (index == self->rows->len)
    return FALSE;
  focus_cell (self, index, cell);
  return TRUE;
}

static gboolean
go_back (PamongFamilySheet *self, guint index, int cell, gboolean answers)
{
  if (cell == 0 && index == 0)
    return FALSE;
  if (cell-- == 0)
    {
      index--;
      cell = PAMONG_SHEET_CELLS - 1;
    }
  while (answers && cell > 0 && pamong_sheet_skips (cell, get_row (self, index)->resident))
    cell--;
  focus_cell (self, index, cell);
  return TRUE;
}

static void
delete_row (PamongFamilySheet *self, guint index)
{
  if (!self->editable || get_row (self, index)->known)
    {
      g_signal_emit (self, signals[KEPT], 0);
      return;
    }
  self->loading = TRUE;
  set_current (self, -1);
  remove_row (self, index);
  open_row (self);
  pamong_sheet_rows_renumber (self->rows);
  self->loading = FALSE;
  focus_cell (self, MIN (index, self->rows->len - 1), 0);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
set_value (PamongFamilySheet *self, PamongSheetRow *row, int field, const char *value)
{
  int cell = pamong_sheet_cell_of (field);

  if (row == NULL || cell < 0)
    return;
  pamong_field_entry_set_text (row->cells[cell], value);
  pamong_field_entry_store (row->cells[cell], row->resident, NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
cell_changed_cb (PamongFamilySheet *self)
{
  if (!self->loading)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
cell_left_cb (PamongFamilySheet *self, PamongFieldEntry *entry)
{
  guint row;
  int cell;

  if (self->loading || !pamong_sheet_rows_locate (self->rows, entry, &row, &cell))
    return;
  pamong_field_entry_store (entry, get_row (self, row)->resident, NULL);
  open_row (self);
  if ((int) row == self->current)
    pamong_sheet_rows_suggest (self->rows, row, self->editable);
  g_signal_emit (self, signals[CELL_LEFT], 0, pamong_sheet_rows_member (self->rows, row), pamong_card_column (cell)->field);
}

static void
cell_next_cb (PamongFamilySheet *self, PamongFieldEntry *entry)
{
  guint row;
  int cell;

  if (!pamong_sheet_rows_locate (self->rows, entry, &row, &cell))
    return;
  pamong_field_entry_store (entry, get_row (self, row)->resident, NULL);
  if (!go_forward (self, row, cell, TRUE))
    g_signal_emit (self, signals[FINISHED], 0);
}

static void
cell_previous_cb (PamongFamilySheet *self, PamongFieldEntry *entry)
{
  guint row;
  int cell;

  if (pamong_sheet_rows_locate (self->rows, entry, &row, &cell) && !go_back (self, row, cell, TRUE))
    g_signal_emit (self, signals[STARTED], 0);
}

static void
focus_moved_cb (PamongFamilySheet *self)
{
  guint row;
  int cell;

  if (self->loading || !locate_focus (self, &row, &cell))
    return;
  set_current (self, (int) row);
  g_signal_emit (self, signals[MOVED], 0);
}

static gboolean
capture_key_cb (PamongFamilySheet *self, guint key, guint code, GdkModifierType state)
{
  guint row;
  int cell;

  state &= gtk_accelerator_get_default_mod_mask ();
  if (state != GDK_CONTROL_MASK || (key != GDK_KEY_Delete && key != GDK_KEY_KP_Delete) || !locate_focus (self, &row, &cell))
    return FALSE;
  delete_row (self, row);
  return TRUE;
}

/* Tab goes person by person, through both bands; at either end it comes out of the sheet. */
static gboolean
key_pressed_cb (PamongFamilySheet *self, guint key, guint code, GdkModifierType state)
{
  guint row;
  int cell;

  state &= gtk_accelerator_get_default_mod_mask ();
  if (!locate_focus (self, &row, &cell))
    return FALSE;
  if (state == 0 && (key == GDK_KEY_Tab || key == GDK_KEY_KP_Tab))
    return go_forward (self, row, cell, FALSE);
  if (key == GDK_KEY_ISO_Left_Tab || (state == GDK_SHIFT_MASK && key == GDK_KEY_Tab))
    return go_back (self, row, cell, FALSE);
  if (state == 0 && (key == GDK_KEY_Down || key == GDK_KEY_KP_Down) && row + 1 < self->rows->len)
    focus_cell (self, row + 1, cell);
  else if (state == 0 && (key == GDK_KEY_Up || key == GDK_KEY_KP_Up) && row > 0)
    focus_cell (self, row - 1, cell);
  else
    return FALSE;
  return TRUE;
}

static void
pamong_family_sheet_dispose (GObject *object)
{
  PamongFamilySheet *self = PAMONG_FAMILY_SHEET (object);
  GtkWidget *child;

  self->loading = TRUE;
  g_clear_handle_id (&self->reveal, g_source_remove);
  if (self->rows != NULL)
    g_ptr_array_set_size (self->rows, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->area, g_free);
  G_OBJECT_CLASS (pamong_family_sheet_parent_class)->dispose (object);
}

static void
pamong_family_sheet_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (pamong_family_sheet_parent_class)->root (widget);
  g_signal_connect_object (gtk_widget_get_root (widget), "notify::focus-widget", G_CALLBACK (focus_moved_cb), widget, G_CONNECT_SWAPPED);
}

static void
pamong_family_sheet_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), focus_moved_cb, widget);
  GTK_WIDGET_CLASS (pamong_family_sheet_parent_class)->unroot (widget);
}

static void
pamong_family_sheet_class_init (PamongFamilySheetClass *klass)
{
  const char *plain[] = { [CHANGED] = "changed", [MOVED] = "moved", [FINISHED] = "finished", [STARTED] = "started", [KEPT] = "kept" };

  G_OBJECT_CLASS (klass)->dispose = pamong_family_sheet_dispose;
  GTK_WIDGET_CLASS (klass)->root = pamong_family_sheet_root;
  GTK_WIDGET_CLASS (klass)->unroot = pamong_family_sheet_unroot;
  for (int i = 0; i < N_SIGNALS; i++)
    if (i != CELL_LEFT)
      signals[i] = g_signal_new (plain[i], PAMONG_TYPE_FAMILY_SHEET, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CELL_LEFT] = g_signal_new ("cell-left", PAMONG_TYPE_FAMILY_SHEET, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "sheet");
}

static GtkWidget *
make_band (PamongFamilySheet *self, int band)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->boxes[band] = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), (int) (ROWS_SHOWN / pamong_style_text_scale ()) * ROW_HEIGHT);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), ROWS_AT_MOST * ROW_HEIGHT);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->boxes[band]);
  if (self->scroll == NULL)
    self->scroll = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  else
    gtk_scrolled_window_set_vadjustment (GTK_SCROLLED_WINDOW (scroller), self->scroll);
  gtk_widget_add_css_class (box, "sheet-band");
  gtk_widget_set_overflow (box, GTK_OVERFLOW_HIDDEN);
  gtk_box_append (GTK_BOX (box), pamong_sheet_row_head (band));
  gtk_box_append (GTK_BOX (box), scroller);
  return box;
}

static void
pamong_family_sheet_init (PamongFamilySheet *self)
{
  GtkEventController *capture = gtk_event_controller_key_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_sheet_row_free);
  self->current = -1;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 10);
  for (int band = 0; band < PAMONG_SHEET_BANDS; band++)
    gtk_widget_set_parent (make_band (self, band), GTK_WIDGET (self));
  g_signal_connect_object (self->scroll, "changed", G_CALLBACK (reveal_current), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (capture, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (capture, "key-pressed", G_CALLBACK (capture_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), capture);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
pamong_family_sheet_new (void)
{
  return g_object_new (PAMONG_TYPE_FAMILY_SHEET, NULL);
}

void
pamong_family_sheet_load (PamongFamilySheet *sheet, GPtrArray *members, guint n_known, const char *area, gboolean editable)
{
  sheet->loading = TRUE;
  set_current (sheet, -1);
  while (sheet->rows->len > 0)
    remove_row (sheet, sheet->rows->len - 1);
  g_free (sheet->area);
  sheet->area = g_strdup (area);
  sheet->editable = editable;
  for (guint i = 0; i < members->len; i++)
    add_row (sheet, pamong_record_copy (g_ptr_array_index (members, i)), i < n_known);
  open_row (sheet);
  sheet->loading = FALSE;
}

void
pamong_family_sheet_store (PamongFamilySheet *sheet, GPtrArray *members, GPtrArray *findings)
{
  pamong_sheet_rows_store (sheet->rows, members, findings);
}

void
pamong_family_sheet_mark (PamongFamilySheet *sheet, GPtrArray *findings)
{
  pamong_sheet_rows_mark (sheet->rows, findings);
}

guint
pamong_family_sheet_count (PamongFamilySheet *sheet)
{
  return (guint) pamong_sheet_rows_member (sheet->rows, sheet->rows->len);
}

void
pamong_family_sheet_focus (PamongFamilySheet *sheet, int member, int field)
{
  PamongSheetRow *row = pamong_sheet_rows_find (sheet->rows, member);
  int cell = field < 0 ? 0 : pamong_sheet_cell_of (field);

  if (row == NULL)
    row = get_row (sheet, sheet->rows->len - 1);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row->cells[MAX (cell, 0)]));
}

void
pamong_family_sheet_resume (PamongFamilySheet *sheet)
{
  int row = (int) sheet->rows->len - 1, cell = 0;

  while (row > 0 && pamong_sheet_row_is_blank (get_row (sheet, row)))
    row--;
  while (cell < PAMONG_SHEET_CELLS
         && (!pamong_field_entry_is_blank (get_row (sheet, row)->cells[cell]) || pamong_sheet_skips (cell, get_row (sheet, row)->resident)))
    cell++;
  if (cell < PAMONG_SHEET_CELLS)
    focus_cell (sheet, row, cell);
  else
    focus_cell (sheet, sheet->rows->len - 1, 0);
}

gboolean
pamong_family_sheet_position (PamongFamilySheet *sheet, int *member, int *field)
{
  guint row;
  int cell;

  if (!locate_focus (sheet, &row, &cell))
    return FALSE;
  *member = pamong_sheet_rows_member (sheet->rows, row);
  *field = pamong_card_column (cell)->field;
  return TRUE;
}

void
pamong_family_sheet_set_value (PamongFamilySheet *sheet, int member, int field, const char *value)
{
  set_value (sheet, pamong_sheet_rows_find (sheet->rows, member), field, value);
}

void
pamong_family_sheet_carry (PamongFamilySheet *sheet, int field, const char *value)
{
  set_value (sheet, get_row (sheet, 0), field, value);
}

void
pamong_family_sheet_keep (PamongFamilySheet *sheet, GKeyFile *texts)
{
  pamong_sheet_rows_keep (sheet->rows, texts);
}

void
pamong_family_sheet_take (PamongFamilySheet *sheet, GKeyFile *texts)
{
  sheet->loading = TRUE;
  pamong_sheet_rows_take (sheet->rows, texts);
  sheet->loading = FALSE;
}
