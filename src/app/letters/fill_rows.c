/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/letters/fill_rows.h"
#include "app/residents/wrap_layout.h"
#include "app/widgets/column_label.h"
#include <glib/gi18n.h>

#define NAME_WIDTH 138
#define NAME_GAP 10

char *
pamong_fill_words (PamongLetterFacts *facts, const char *role, const char *column)
{
  g_autofree char *key = role != NULL ? g_strconcat (role, ".", column, NULL) : NULL;

  return g_strdup (facts != NULL && key != NULL ? pamong_letter_facts_get (facts, key) : "");
}

static void
add (GString *line, const char *before, const char *words)
{
  if (*words != '\0')
    g_string_append_printf (line, "%s%s", line->len > 0 ? before : "", words);
}

char *
pamong_fill_person_line (PamongLetterFacts *facts, const char *role)
{
  static const char *const columns[] = { "sex", "age", "shdk", "rt", "rw", "dusun", "address" };
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *age = NULL, *place = NULL;
  const char *w[G_N_ELEMENTS (columns)];

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_ptr_array_add (words, pamong_fill_words (facts, role, columns[i]));
      w[i] = words->pdata[i];
    }
  age = *w[1] != '\0' ? g_strdup_printf (_ ("%s years"), w[1]) : g_strdup ("");
  place = *w[3] != '\0' ? g_strdup_printf ("RT %s/RW %s%s%s", w[3], *w[4] != '\0' ? w[4] : "–", *w[5] != '\0' ? ", " : "", w[5]) : g_strdup (w[6]);
  add (line, "", w[0]);
  add (line, ", ", age);
  add (line, " · ", w[2]);
  add (line, " · ", place);
  return g_string_free (g_steal_pointer (&line), FALSE);
}

GtkWidget *
pamong_fill_label (const char *class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, class);
  return label;
}

GtkWidget *
pamong_fill_name (const char *words)
{
  GtkWidget *label = pamong_column_label_new (words);

  gtk_widget_set_size_request (label, NAME_WIDTH, -1);
  gtk_widget_set_margin_end (label, NAME_GAP);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (label, words);
  gtk_widget_add_css_class (label, "secondary");
  return label;
}

GtkWidget *
pamong_fill_heading (const char *words, GtkWidget *target)
{
  GtkWidget *label = target != NULL ? gtk_label_new_with_mnemonic (words) : gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "strong");
  gtk_widget_add_css_class (label, "letter-heading");
  if (target != NULL)
    gtk_label_set_mnemonic_widget (GTK_LABEL (label), target);
  return label;
}

void
pamong_fill_button (GtkWidget *button, const char *icon, const char *words, const char *key)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *label = key != NULL ? gtk_label_new (words) : gtk_label_new_with_mnemonic (words);

  if (icon != NULL)
    gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (content), label);
  if (key != NULL)
    {
      GtkWidget *cap = gtk_label_new (key);

      gtk_widget_add_css_class (cap, "key");
      gtk_box_append (GTK_BOX (content), cap);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
    }
  else
    gtk_label_set_mnemonic_widget (GTK_LABEL (label), button);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
}

static void
free_field (gpointer data)
{
  PamongLetterField *field = data;

  g_free (field->id);
  g_free (field->label);
  g_free (field->hint);
  g_free (field);
}

static void
add_field (GPtrArray *fields, const char *id, const char *label, PamongAnswerType type, const char *hint)
{
  PamongLetterField *field = g_new0 (PamongLetterField, 1);

  field->id = g_strdup (id);
  field->label = g_strdup (label);
  field->hint = g_strdup (hint);
  field->type = type;
  g_ptr_array_add (fields, field);
}

GPtrArray *
pamong_fill_introduction (void)
{
  GPtrArray *fields = g_ptr_array_new_with_free_func (free_field);

  add_field (fields, "rt.number", _ ("Slip of the RT, no."), PAMONG_ANSWER_TEXT, NULL);
  add_field (fields, "rt.date", _ ("RT slip date"), PAMONG_ANSWER_DATE, NULL);
  return fields;
}

GtkWidget *
pamong_fill_papers_row (GtkWidget **papers)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), *label = pamong_fill_name (_ ("Papers brought"));

  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_set_margin_top (label, 4);
  *papers = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (*papers, pamong_wrap_layout_new (12));
  gtk_widget_set_hexpand (*papers, TRUE);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), *papers);
  return row;
}

static gboolean
is_brought (const PamongLetterCase *letter, const char *paper)
{
  for (guint i = 0; letter->brought != NULL && i < letter->brought->len; i++)
    if (g_str_equal (letter->brought->pdata[i], paper))
      return TRUE;
  return FALSE;
}

void
pamong_fill_papers_show (GtkWidget *papers, const PamongLetterType *type, const PamongLetterCase *letter, GCallback ticked, gpointer data)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (papers)) != NULL)
    gtk_box_remove (GTK_BOX (papers), child);
  for (char **paper = type->papers; paper != NULL && *paper != NULL; paper++)
    {
      GtkWidget *tick = gtk_check_button_new_with_label (*paper);

      gtk_check_button_set_active (GTK_CHECK_BUTTON (tick), is_brought (letter, *paper));
      g_signal_connect_object (tick, "toggled", ticked, data, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (papers), tick);
    }
}

void
pamong_fill_papers_read (GtkWidget *papers, PamongLetterCase *letter)
{
  g_ptr_array_set_size (letter->brought, 0);
  for (GtkWidget *tick = gtk_widget_get_first_child (papers); tick != NULL; tick = gtk_widget_get_next_sibling (tick))
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (tick)))
      g_ptr_array_add (letter->brought, g_strdup (gtk_check_button_get_label (GTK_CHECK_BUTTON (tick))));
}
