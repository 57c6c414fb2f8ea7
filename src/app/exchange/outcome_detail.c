/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/exchange/outcome_detail.h"
#include "app/exchange/outcome_columns.h"
#include "domain/nik.h"
#include <glib/gi18n.h>

#define FINDINGS_SHOWN 40

struct _PamongOutcomeDetail {
  GtkWidget parent_instance;

  PamongStore *store;
  GtkWidget *scroller;
  GtkBox *body;
  guint n;
  GPtrArray *keys; /* of the fields that are asked, as their buttons are numbered */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (PamongOutcomeDetail, pamong_outcome_detail, GTK_TYPE_WIDGET)

enum { CHOOSE, N_SIGNALS };
static guint signals[N_SIGNALS];

static GtkWidget *
make_label (const char *words, const char *class)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  return label;
}

static void
add_title (PamongOutcomeDetail *self, const char *words)
{
  GtkWidget *title = make_label (words, "strong");

  gtk_widget_set_margin_top (title, 10);
  gtk_box_append (self->body, title);
}

static void
add_head (PamongOutcomeDetail *self, const PamongImportRow *row)
{
  GtkWidget *state = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *nik = row->nik != NULL && *row->nik != '\0' ? pamong_nik_mask (row->nik) : g_strdup (_ ("no NIK"));
  g_autofree char *place = g_strdup_printf (_ ("Row %u, sheet %s · %s"), row->row, row->sheet, nik);

  gtk_box_append (self->body, make_label (row->name != NULL ? row->name : _ ("without a name"), "page-title"));
  gtk_box_append (self->body, make_label (place, "secondary"));
  if (pamong_outcome_icon (row->outcome) != NULL)
    gtk_box_append (GTK_BOX (state), gtk_image_new_from_icon_name (pamong_outcome_icon (row->outcome)));
  gtk_box_append (GTK_BOX (state), make_label (pamong_outcome_word (row->outcome), "medium"));
  if (row->outcome == PAMONG_IMPORT_REFUSED)
    gtk_widget_add_css_class (state, "error-text");
  gtk_box_append (self->body, state);
}

static void
chosen_cb (GtkCheckButton *button, PamongOutcomeDetail *self)
{
  guint at = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "at"));
  gboolean take = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "take"));

  if (!self->filling && gtk_check_button_get_active (button))
    g_signal_emit (self, signals[CHOOSE], 0, self->n, self->keys->pdata[at], take);
}

static GtkWidget *
make_side (PamongOutcomeDetail *self, guint at, gboolean take, const char *words, gboolean active)
{
  GtkWidget *button = gtk_check_button_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), make_label (take ? _ ("take from the file") : _ ("keep what is stored"), "secondary"));
  gtk_box_append (GTK_BOX (box), make_label (words, "medium"));
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), box);
  g_object_set_data (G_OBJECT (button), "at", GUINT_TO_POINTER (at));
  g_object_set_data (G_OBJECT (button), "take", GINT_TO_POINTER (take));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), active);
  gtk_widget_set_hexpand (button, TRUE);
  g_signal_connect (button, "toggled", G_CALLBACK (chosen_cb), self);
  return button;
}

static void
add_asked (PamongOutcomeDetail *self, const PamongImportDifference *difference)
{
  GtkWidget *sides = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *keep, *take;
  guint at = self->keys->len;
  g_autofree char *keep_name = g_strdup_printf (_ ("%s: keep %s"), difference->label, *difference->before != '\0' ? difference->before : _ ("empty"));
  g_autofree char *take_name = g_strdup_printf (_ ("%s: take %s"), difference->label, difference->after);

  g_ptr_array_add (self->keys, g_strdup (difference->key));
  keep = make_side (self, at, FALSE, *difference->before != '\0' ? difference->before : _ ("empty"), !difference->take);
  take = make_side (self, at, TRUE, difference->after, difference->take);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (take), GTK_CHECK_BUTTON (keep));
  gtk_accessible_update_property (GTK_ACCESSIBLE (keep), GTK_ACCESSIBLE_PROPERTY_LABEL, keep_name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (take), GTK_ACCESSIBLE_PROPERTY_LABEL, take_name, -1);
  gtk_box_set_homogeneous (GTK_BOX (sides), TRUE);
  gtk_widget_add_css_class (sides, "difference");
  gtk_box_append (GTK_BOX (sides), keep);
  gtk_box_append (GTK_BOX (sides), take);
  gtk_box_append (self->body, make_label (difference->label, "medium"));
  gtk_box_append (self->body, sides);
}

static void
add_told (PamongOutcomeDetail *self, const PamongImportDifference *difference)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *label = make_label (difference->label, "secondary"), *words;
  const char *before = *difference->before != '\0' ? difference->before : _ ("empty");
  g_autofree char *text = difference->take ? g_strdup_printf ("%s → %s", before, difference->after) : g_strdup_printf (_ ("%s (the file: %s)"), before, difference->after);

  words = make_label (text, NULL);
  gtk_widget_set_size_request (label, 126, -1);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), words);
  gtk_box_append (self->body, line);
}

static void
keep_all_cb (PamongOutcomeDetail *self)
{
  g_signal_emit (self, signals[CHOOSE], 0, self->n, NULL, FALSE);
}

static void
take_all_cb (PamongOutcomeDetail *self)
{
  g_signal_emit (self, signals[CHOOSE], 0, self->n, NULL, TRUE);
}

static void
add_both_buttons (PamongOutcomeDetail *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *keep = gtk_button_new_with_mnemonic (_ ("Kee_p this row")), *take = gtk_button_new_with_mnemonic (_ ("Take this ro_w"));

  g_signal_connect_swapped (keep, "clicked", G_CALLBACK (keep_all_cb), self);
  g_signal_connect_swapped (take, "clicked", G_CALLBACK (take_all_cb), self);
  gtk_widget_set_margin_top (box, 6);
  gtk_box_append (GTK_BOX (box), keep);
  gtk_box_append (GTK_BOX (box), take);
  gtk_box_append (self->body, box);
}

static void
add_differences (PamongOutcomeDetail *self, const PamongImportRow *row, gboolean asks)
{
  if (row->differences->len == 0)
    return;
  add_title (self, asks ? _ ("What the file says otherwise") : _ ("Fields"));
  for (guint i = 0; i < row->differences->len; i++)
    if (asks)
      add_asked (self, row->differences->pdata[i]);
    else
      add_told (self, row->differences->pdata[i]);
  if (asks && row->differences->len > 1)
    add_both_buttons (self);
}

static char *
finding_place (const PamongImportFinding *finding)
{
  const char *value = finding->value != NULL && *finding->value != '\0' ? finding->value : _ ("nothing");

  if (finding->column == NULL)
    return g_strdup_printf (_ ("Sheet %s, row %u"), finding->sheet, finding->row);
  return g_strdup_printf (_ ("Sheet %s, row %u, column %s: read “%s”"), finding->sheet, finding->row, finding->column, value);
}

static void
add_finding (PamongOutcomeDetail *self, const PamongImportFinding *finding)
{
  GtkWidget *band = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10), *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *icon = gtk_image_new_from_icon_name (finding->refuses ? "dialog-error-symbolic" : "dialog-warning-symbolic");
  g_autofree char *place = finding_place (finding);

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_add_css_class (band, "band");
  gtk_widget_add_css_class (band, finding->refuses ? "error" : "warning");
  gtk_box_append (GTK_BOX (words), make_label (finding->message, "medium"));
  if (finding->remedy != NULL && *finding->remedy != '\0')
    gtk_box_append (GTK_BOX (words), make_label (finding->remedy, NULL));
  gtk_box_append (GTK_BOX (words), make_label (place, "secondary"));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (band), icon);
  gtk_box_append (GTK_BOX (band), words);
  gtk_box_append (self->body, band);
}

static void
add_findings (PamongOutcomeDetail *self, const char *uid, const PamongImportRow *row)
{
  g_autoptr (GPtrArray) findings = pamong_import_findings (self->store, uid, row->n, 0, FINDINGS_SHOWN, NULL);

  if ((findings == NULL || findings->len == 0) && row->differences->len == 0)
    gtk_box_append (self->body, make_label (_ ("Nothing was noted of this row."), "secondary"));
  if (findings == NULL || findings->len == 0)
    return;
  add_title (self, _ ("To be looked at"));
  for (guint i = 0; i < findings->len; i++)
    add_finding (self, findings->pdata[i]);
}

static void
add_open (PamongOutcomeDetail *self, const char *uid, const PamongImportRow *row)
{
  g_autofree char *resident = pamong_import_row_person (self->store, uid, row->n);
  g_autoptr (PamongRecord) person = resident != NULL ? pamong_store_get (self->store, PAMONG_KIND_RESIDENT, resident, NULL) : NULL;
  GtkWidget *button;

  if (person == NULL)
    return;
  button = gtk_button_new_with_mnemonic (_ ("_Open the record"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)", "resident", resident);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_margin_top (button, 10);
  gtk_box_append (self->body, button);
}

static void
pamong_outcome_detail_dispose (GObject *object)
{
  PamongOutcomeDetail *self = PAMONG_OUTCOME_DETAIL (object);

  self->filling = TRUE;
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->keys, g_ptr_array_unref);
  G_OBJECT_CLASS (pamong_outcome_detail_parent_class)->dispose (object);
}

static void
pamong_outcome_detail_class_init (PamongOutcomeDetailClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pamong_outcome_detail_dispose;
  signals[CHOOSE] = g_signal_new ("choose", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_STRING, G_TYPE_BOOLEAN);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
pamong_outcome_detail_init (PamongOutcomeDetail *self)
{
  self->keys = g_ptr_array_new_with_free_func (g_free);
  self->body = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 4));
  gtk_widget_add_css_class (GTK_WIDGET (self->body), "detail-body");
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->body));
  gtk_widget_add_css_class (self->scroller, "detail");
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

GtkWidget *
pamong_outcome_detail_new (PamongStore *store)
{
  PamongOutcomeDetail *self = g_object_new (PAMONG_TYPE_OUTCOME_DETAIL, NULL);

  self->store = store;
  return GTK_WIDGET (self);
}

void
pamong_outcome_detail_show (PamongOutcomeDetail *self, const char *uid, const PamongImportRow *row, gboolean asks)
{
  GtkWidget *child;

  self->filling = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->body))) != NULL)
    gtk_box_remove (self->body, child);
  g_ptr_array_set_size (self->keys, 0);
  if (row == NULL)
    gtk_box_append (self->body, make_label (_ ("Choose a row to see what stands in it and why."), "secondary"));
  else
    {
      self->n = row->n;
      add_head (self, row);
      add_findings (self, uid, row);
      add_differences (self, row, asks && row->outcome != PAMONG_IMPORT_NEW && row->outcome != PAMONG_IMPORT_REFUSED);
      add_open (self, uid, row);
    }
  self->filling = FALSE;
}
