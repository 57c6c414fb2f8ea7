/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/exchange/preview_grid.h"
#include "app/exchange/field_choices.h"
#include "app/widgets/field_text.h"
#include "app/words.h"
#include "domain/codes.h"
#include "domain/nik.h"
#include <glib/gi18n.h>

#define WORDS_SHOWN 2
#define CELL_CHARS 22
#define HEIGHT 212 /* the rest is scrolled to: the columns above are what is worked on */

struct _PamongPreviewGrid {
  GtkWidget parent_instance;

  GtkWidget *body, *scroller;
  GtkGrid *grid;
  GtkBox *words;
  GHashTable *heads; /* field -> its label */
  guint n_refused;
};

G_DEFINE_FINAL_TYPE (PamongPreviewGrid, pamong_preview_grid, GTK_TYPE_WIDGET)

static GtkWidget *
make_label (const char *words, const char *class)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), CELL_CHARS);
  gtk_label_set_width_chars (GTK_LABEL (label), MIN ((int) g_utf8_strlen (words, -1), CELL_CHARS));
  if (g_utf8_strlen (words, -1) > CELL_CHARS)
    gtk_widget_set_tooltip_text (label, words);
  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  return label;
}

static void
add_words (PamongPreviewGrid *self, const PamongSheetProblem *problem)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *label;
  g_autofree char *letter = pamong_sheet_column (problem->column - 1), *words = g_strdup_printf (_ ("Row %u, column %s. %s"), problem->row, letter, problem->message);

  label = gtk_label_new (words);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, words);
  gtk_widget_add_css_class (line, "error-text");
  gtk_box_append (GTK_BOX (line), gtk_image_new_from_icon_name ("dialog-error-symbolic"));
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (self->words, line);
}

static const PamongSheetProblem *
problem_of (const PamongSamplePerson *person, const PamongField *field)
{
  for (guint i = 0; i < person->problems->len; i++)
    {
      const PamongSheetProblem *problem = person->problems->pdata[i];

      if (problem->field == field)
        return problem;
    }
  return NULL;
}

static char *
show_value (const PamongSamplePerson *person, const PamongField *field)
{
  const PamongRecord *record = field->kind == PAMONG_KIND_FAMILY ? person->family : person->resident;
  g_autofree char *words = pamong_field_text_show (field, &record->values[field->index], TRUE);

  return field->type == PAMONG_TYPE_NIK && *words != '\0' ? pamong_nik_mask (words) : g_steal_pointer (&words);
}

/* @field: NULL is the status. */
static GtkWidget *
make_cell (PamongPreviewGrid *self, const PamongSamplePerson *person, const PamongField *field)
{
  const PamongSheetProblem *problem = problem_of (person, field);
  const PamongCode *status = field == NULL && person->status != 0 ? pamong_codes_find ("status_dasar", (int) person->status) : NULL;
  g_autofree char *words = NULL;
  GtkWidget *label;

  if (problem != NULL)
    {
      if (self->n_refused++ < WORDS_SHOWN)
        add_words (self, problem);
      words = g_strdup_printf ("✗ %s", problem->text);
      label = make_label (words, "refused");
      gtk_widget_set_tooltip_text (label, problem->message);
      return label;
    }
  words = field != NULL ? show_value (person, field) : g_strdup (status != NULL ? status->display : "");
  label = make_label (words, NULL);
  gtk_widget_add_css_class (label, "num");
  return label;
}

static void
add_column (PamongPreviewGrid *self, const PamongSample *sample, const PamongField *field, int place)
{
  GtkWidget *head = make_label (field != NULL ? pamong_words_hamlet (_ (field->label)) : _ ("Status"), "secondary");

  gtk_widget_add_css_class (head, "medium");
  g_hash_table_insert (self->heads, (gpointer) field, head);
  gtk_grid_attach (self->grid, head, place, 0, 1, 1);
  for (guint row = 0; row < sample->people->len; row++)
    gtk_grid_attach (self->grid, make_cell (self, sample->people->pdata[row], field), place, (int) row + 1, 1, 1);
}

static void
add_rows (PamongPreviewGrid *self, const PamongSample *sample)
{
  gtk_grid_attach (self->grid, make_label (_ ("Row"), "secondary"), 0, 0, 1, 1);
  for (guint row = 0; row < sample->people->len; row++)
    {
      const PamongSamplePerson *person = sample->people->pdata[row];
      g_autofree char *number = g_strdup_printf ("%u", person->row);
      GtkWidget *label = make_label (number, "secondary");

      gtk_widget_add_css_class (label, "num");
      gtk_grid_attach (self->grid, label, 0, (int) row + 1, 1, 1);
    }
}

/* Somebody has it, or should have had it. */
static gboolean
is_told (const PamongSample *sample, const PamongField *field)
{
  for (guint i = 0; i < sample->people->len; i++)
    {
      const PamongSamplePerson *person = sample->people->pdata[i];
      const PamongRecord *record = field->kind == PAMONG_KIND_FAMILY ? person->family : person->resident;

      if (pamong_record_is_set (record, field->index) || problem_of (person, field) != NULL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
tells_status (const PamongSample *sample)
{
  for (guint i = 0; i < sample->people->len; i++)
    if (((PamongSamplePerson *) sample->people->pdata[i])->status != 0 || problem_of (sample->people->pdata[i], NULL) != NULL)
      return TRUE;
  return FALSE;
}

static int
compare_order (gconstpointer a, gconstpointer b)
{
  return (int) pamong_field_choices_order (*(const PamongField *const *) a) - (int) pamong_field_choices_order (*(const PamongField *const *) b);
}

static GPtrArray *
told_fields (const PamongSample *sample)
{
  static const PamongKind kinds[] = { PAMONG_KIND_RESIDENT, PAMONG_KIND_FAMILY };
  GPtrArray *told = g_ptr_array_new ();

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      guint n;
      const PamongField *fields = pamong_kind_fields (kinds[k], &n);

      for (guint i = 0; i < n; i++)
        if (is_told (sample, &fields[i]))
          g_ptr_array_add (told, (gpointer) &fields[i]);
    }
  g_ptr_array_sort (told, compare_order);
  return told;
}

static void
clear (PamongPreviewGrid *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->words))) != NULL)
    gtk_box_remove (self->words, child);
  g_hash_table_remove_all (self->heads);
  self->n_refused = 0;
}

static void
say_rest (PamongPreviewGrid *self)
{
  g_autofree char *words = NULL;
  GtkWidget *label;

  if (self->n_refused <= WORDS_SHOWN)
    return;
  words = g_strdup_printf (_ ("and %u more; hold the pointer over a red cell to read why"), self->n_refused - WORDS_SHOWN);
  label = gtk_label_new (words);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "secondary");
  gtk_box_append (self->words, label);
}

static void
pamong_preview_grid_dispose (GObject *object)
{
  PamongPreviewGrid *self = PAMONG_PREVIEW_GRID (object);

  g_clear_pointer (&self->body, gtk_widget_unparent);
  g_clear_pointer (&self->heads, g_hash_table_unref);
  G_OBJECT_CLASS (pamong_preview_grid_parent_class)->dispose (object);
}

static void
pamong_preview_grid_class_init (PamongPreviewGridClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pamong_preview_grid_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
pamong_preview_grid_init (PamongPreviewGrid *self)
{
  self->heads = g_hash_table_new (NULL, NULL);
  self->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->grid), "preview-grid");
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->grid));
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->scroller), 90);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroller), HEIGHT);
  gtk_widget_add_css_class (self->scroller, "panel");
  self->words = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 2));
  gtk_box_append (GTK_BOX (self->body), self->scroller);
  gtk_box_append (GTK_BOX (self->body), GTK_WIDGET (self->words));
  gtk_widget_set_parent (self->body, GTK_WIDGET (self));
}

GtkWidget *
pamong_preview_grid_new (void)
{
  return g_object_new (PAMONG_TYPE_PREVIEW_GRID, NULL);
}

void
pamong_preview_grid_show (PamongPreviewGrid *self, const PamongSample *sample)
{
  g_autoptr (GPtrArray) told = told_fields (sample);

  clear (self);
  add_rows (self, sample);
  for (guint i = 0; i < told->len; i++)
    add_column (self, sample, told->pdata[i], (int) i + 1);
  if (tells_status (sample))
    add_column (self, sample, NULL, (int) told->len + 1);
  say_rest (self);
}

void
pamong_preview_grid_reveal (PamongPreviewGrid *self, const PamongField *field)
{
  GtkWidget *head = g_hash_table_lookup (self->heads, field);
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  double x, y;

  if (head != NULL && gtk_widget_translate_coordinates (head, GTK_WIDGET (self->grid), 0, 0, &x, &y))
    gtk_adjustment_clamp_page (across, x, x + gtk_widget_get_width (head));
}
