/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/residents/biodata.h"

#include "app/widgets/table_cells.h"
#include "app/words.h"
#include "domain/dates.h"
#include "domain/nik.h"

#include <glib/gi18n.h>

#define LABEL_WIDTH 114 /* with the spacing of 12: 126 */

struct _PamongBiodata
{
  GtkWidget parent_instance;
  GtkGrid *grid;
  int row;
};

G_DEFINE_FINAL_TYPE (PamongBiodata, pamong_biodata, GTK_TYPE_WIDGET)

static guint reveal_signal;

/* The order of the screen. What is not named here follows in the order of the registry, when it says something. */
static const PamongResidentField first_fields[] = {
  PAMONG_RESIDENT_RELIGION, PAMONG_RESIDENT_EDUCATION, PAMONG_RESIDENT_OCCUPATION, PAMONG_RESIDENT_MARITAL_STATUS, PAMONG_RESIDENT_MARRIAGE_DATE,
  PAMONG_RESIDENT_NATIONALITY, PAMONG_RESIDENT_BLOOD_TYPE, PAMONG_RESIDENT_SHDK, PAMONG_RESIDENT_FATHER_NAME, PAMONG_RESIDENT_MOTHER_NAME, PAMONG_RESIDENT_PHONE,
};
/* In the head of the panel, in a pair below, or no words for a person. */
static const PamongResidentField hidden_fields[] = {
  PAMONG_RESIDENT_NAME, PAMONG_RESIDENT_SEX, PAMONG_RESIDENT_NIK, PAMONG_RESIDENT_BIRTH_PLACE, PAMONG_RESIDENT_BIRTH_DATE, PAMONG_RESIDENT_FAMILY_UID,
};

static gboolean
is_listed (const PamongResidentField *fields, guint n, int field)
{
  for (guint i = 0; i < n; i++)
    if ((int) fields[i] == field)
      return TRUE;
  return FALSE;
}

static GtkLabel *
add_pair (PamongBiodata *self, const char *label, const char *value, gboolean missing, int width)
{
  GtkWidget *name = gtk_label_new (label), *words = gtk_label_new (value);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_yalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_size_request (name, LABEL_WIDTH, -1);
  gtk_widget_set_tooltip_text (name, label);
  gtk_widget_add_css_class (name, "secondary");
  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (words), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (words, TRUE);
  if (missing)
    gtk_widget_add_css_class (words, "warning-text");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (words), GTK_ACCESSIBLE_RELATION_LABELLED_BY, name, NULL, -1);
  gtk_grid_attach (self->grid, name, 0, self->row, 1, 1);
  gtk_grid_attach (self->grid, words, 1, self->row, width, 1);
  return GTK_LABEL (words);
}

static void
revealed_cb (GtkButton *button, PamongBiodata *self)
{
  g_signal_emit (self, reveal_signal, 0);
}

static void
add_number (PamongBiodata *self, const char *label, const char *number, const char *missing, gboolean required, gboolean revealed)
{
  g_autofree char *masked = number && !revealed ? pamong_nik_mask (number) : NULL;
  GtkLabel *words = add_pair (self, label, !number ? missing : revealed ? number : masked, !number && required, 1);
  g_autoptr (PangoAttrList) attributes = masked ? pamong_mask_attributes () : NULL;

  gtk_label_set_attributes (words, attributes);
}

static void
add_numbers (PamongBiodata *self, const PamongPerson *person, gboolean revealed)
{
  const PamongRecord *family = pamong_person_family (person);
  const char *nik = pamong_record_text (person->resident, PAMONG_RESIDENT_NIK);
  const char *kk = family ? pamong_record_text (family, PAMONG_FAMILY_KK_NUMBER) : NULL;

  add_number (self, "NIK", nik, _ ("none yet"), TRUE, revealed);
  if ((nik || kk) && !revealed)
    {
      GtkWidget *button = gtk_button_new_with_mnemonic (_ ("Sho_w"));

      gtk_widget_add_css_class (button, "link");
      gtk_widget_add_css_class (button, "inline");
      gtk_widget_set_tooltip_text (button, _ ("Show the numbers in full (Ctrl+T); this is logged"));
      g_signal_connect (button, "clicked", G_CALLBACK (revealed_cb), self);
      gtk_grid_attach (self->grid, button, 2, self->row, 1, 1);
    }
  self->row++;
  add_number (self, _ ("KK no."), kk, family ? _ ("waiting for Dukcapil") : _ ("on no family card"), family != NULL, revealed);
  self->row++;
}

static void
add_birth (PamongBiodata *self, const PamongRecord *resident)
{
  const char *place = pamong_record_text (resident, PAMONG_RESIDENT_BIRTH_PLACE), *date = pamong_record_text (resident, PAMONG_RESIDENT_BIRTH_DATE);
  g_autofree char *day = date ? pamong_date_format (date) : NULL;
  g_autofree char *both = place && day ? g_strdup_printf ("%s, %s", place, day) : g_strdup (place ? place : day);

  add_pair (self, _ ("Born"), both ? both : _ ("not filled in"), !both, 2);
  self->row++;
}

static void
add_field (PamongBiodata *self, const PamongRecord *resident, const PamongField *field, gboolean revealed)
{
  g_autofree char *words = pamong_record_format (resident, field->index);

  if (!*words && !field->required)
    return;
  if (field->type == PAMONG_TYPE_NIK)
    add_number (self, gettext (field->label), words, NULL, FALSE, revealed);
  else
    add_pair (self, pamong_words_hamlet (gettext (field->label)), *words ? words : _ ("not filled in"), !*words, 2);
  self->row++;
}

static void
add_address (PamongBiodata *self, const PamongPerson *person)
{
  const PamongRecord *family = pamong_person_family (person);
  const char *address = family ? pamong_record_text (family, PAMONG_FAMILY_ADDRESS) : NULL;

  if (!family)
    return;
  add_pair (self, _ ("Address"), address ? address : _ ("not filled in"), !address, 2);
  self->row++;
}

static void
clear (PamongBiodata *self)
{
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (self->grid)));)
    gtk_grid_remove (self->grid, child);
  self->row = 0;
}

static void
pamong_biodata_dispose (GObject *object)
{
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (object)));)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (pamong_biodata_parent_class)->dispose (object);
}

static void
pamong_biodata_class_init (PamongBiodataClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pamong_biodata_dispose;
  reveal_signal = g_signal_new ("reveal", PAMONG_TYPE_BIODATA, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
pamong_biodata_init (PamongBiodata *self)
{
  GtkWidget *grid = gtk_grid_new ();

  self->grid = GTK_GRID (grid);
  gtk_grid_set_column_spacing (self->grid, 12);
  gtk_grid_set_row_spacing (self->grid, 7);
  gtk_widget_set_valign (grid, GTK_ALIGN_START);
  gtk_widget_set_parent (grid, GTK_WIDGET (self));
}

GtkWidget *
pamong_biodata_new (void)
{
  return g_object_new (PAMONG_TYPE_BIODATA, NULL);
}

void
pamong_biodata_show (PamongBiodata *self, const PamongPerson *person, gboolean revealed)
{
  guint n;
  const PamongField *fields = pamong_kind_fields (PAMONG_KIND_RESIDENT, &n);

  clear (self);
  if (!person)
    return;
  add_numbers (self, person, revealed);
  add_birth (self, person->resident);
  for (guint i = 0; i < G_N_ELEMENTS (first_fields); i++)
    add_field (self, person->resident, &fields[first_fields[i]], revealed);
  add_address (self, person);
  for (guint i = 0; i < n; i++)
    if (!is_listed (first_fields, G_N_ELEMENTS (first_fields), (int) i) && !is_listed (hidden_fields, G_N_ELEMENTS (hidden_fields), (int) i))
      add_field (self, person->resident, &fields[i], revealed);
}
