/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/letters/letter_row.h"
#include "domain/dates.h"
#include "office/letters.h"
#include <glib/gi18n.h>

/* What comes next for a letter in each state; last what Enter does with one that is done. */
static const struct {
  PamongLetterState state;
  const char *icon, *words, *action, *next;
} states[] = {
  { PAMONG_LETTER_UNSIGNED, "document-edit-symbolic", N_ ("waits for the signature"), "letters.signed", N_ ("Signed") },
  { PAMONG_LETTER_READY, "preferences-system-time-symbolic", N_ ("ready to be fetched"), "letters.taken", N_ ("Fetched") },
  { PAMONG_LETTER_TAKEN, "object-select-symbolic", N_ ("fetched"), "letters.look", NULL },
  { PAMONG_LETTER_PROPOSED, "preferences-system-time-symbolic", N_ ("waits for consent"), "letters.look", NULL },
  { PAMONG_LETTER_RETURNED, "dialog-warning-symbolic", N_ ("sent back"), "letters.look", NULL },
};

static guint
find_state (int state)
{
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if ((int) states[i].state == state)
      return i;
  return 0;
}

static char *
state_words (const PamongLetterRow *letter)
{
  guint i = find_state (letter->state);
  g_autofree char *day = letter->taken_on != NULL ? pamong_date_format (letter->taken_on) : NULL, *gone = letter->void_on != NULL ? pamong_date_format (letter->void_on) : NULL;

  if (gone != NULL)
    return g_strdup_printf (_ ("void since %s"), gone);
  if (letter->state == PAMONG_LETTER_TAKEN && letter->taken_by != NULL)
    return g_strdup_printf (_ ("fetched by %s, %s"), letter->taken_by, day != NULL ? day : "");
  return g_strdup (_ (states[i].words));
}

static void
add_item (GMenu *menu, const char *words, const char *action, const char *uid)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (words, NULL);

  g_menu_item_set_action_and_target (item, action, "s", uid);
  g_menu_append_item (menu, item);
}

static GtkWidget *
make_menu (const PamongLetterRow *letter)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();
  g_autofree char *told = g_strdup_printf (_ ("More for the letter of %s"), letter->subject_name != NULL ? letter->subject_name : letter->title);

  add_item (menu, _ ("_Look at the page"), "letters.look", letter->uid);
  if (letter->void_on == NULL)
    add_item (menu, _ ("_Print again"), "letters.print", letter->uid);
  add_item (menu, _ ("Make it _once more"), "letters.again", letter->uid);
  if (letter->void_on == NULL && letter->state > PAMONG_LETTER_UNSIGNED && letter->state <= PAMONG_LETTER_TAKEN)
    add_item (menu, _ ("One step _back"), "letters.back", letter->uid);
  if (letter->void_on == NULL)
    add_item (menu, _ ("Make it _void…"), "letters.void", letter->uid);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("More"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, told, -1);
  return button;
}

static GtkWidget *
make_label (const char *text, const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, class);
  return label;
}

static GtkWidget *
make_words (const char *first, const char *second, const char *third)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1), *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_box_append (GTK_BOX (line), make_label (first, "strong"));
  gtk_box_append (GTK_BOX (line), make_label (third, "secondary"));
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), make_label (second, "secondary"));
  gtk_widget_set_hexpand (box, TRUE);
  return box;
}

static void
add_next (GtkWidget *line, const PamongLetterRow *letter, guint state)
{
  GtkWidget *button = gtk_button_new_with_label (_ (states[state].next));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), states[state].action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", letter->uid);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (line), button);
}

static GtkWidget *
finish_row (GtkWidget *line, const char *action, const char *target, const char *told)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, told, -1);
  g_object_set_data (G_OBJECT (row), "action", (gpointer) action);
  g_object_set_data_full (G_OBJECT (row), "target", g_strdup (target), g_free);
  gtk_widget_add_css_class (row, "letter-row");
  return row;
}

GtkWidget *
pamong_letter_row_new (const PamongLetterRow *letter)
{
  guint state = find_state (letter->state);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  g_autofree char *day = pamong_date_format (letter->date), *words = state_words (letter);
  g_autofree char *what = g_strdup_printf ("%s · %s · %s", letter->number_text != NULL ? letter->number_text : "–", day, letter->title);
  const char *name = letter->subject_name != NULL ? letter->subject_name : letter->title;
  g_autofree char *told = g_strjoin (", ", name, what, words, NULL);
  gboolean next = letter->void_on == NULL && states[state].next != NULL;

  gtk_box_append (GTK_BOX (line), gtk_image_new_from_icon_name (letter->void_on != NULL ? "action-unavailable-symbolic" : states[state].icon));
  gtk_box_append (GTK_BOX (line), make_words (name, what, words));
  if (next)
    add_next (line, letter, state);
  gtk_box_append (GTK_BOX (line), make_menu (letter));
  return finish_row (line, next ? states[state].action : "letters.look", letter->uid, told);
}

GtkWidget *
pamong_draft_row_new (const char *key, const char *name, const char *words)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10), *drop = gtk_button_new_with_label (_ ("Throw away"));
  g_autofree char *told = g_strjoin (", ", name, words, NULL);

  gtk_box_append (GTK_BOX (line), gtk_image_new_from_icon_name ("document-edit-symbolic"));
  gtk_box_append (GTK_BOX (line), make_words (name, words, ""));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (drop), "letters.drop");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (drop), "s", key);
  gtk_widget_add_css_class (drop, "flat");
  gtk_widget_set_valign (drop, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (line), drop);
  return finish_row (line, "letters.take-up", key, told);
}

void
pamong_letter_row_activated_cb (GtkListBox *list, GtkListBoxRow *row)
{
  g_autofree char *target = g_strdup (g_object_get_data (G_OBJECT (row), "target"));

  gtk_widget_activate_action (GTK_WIDGET (list), g_object_get_data (G_OBJECT (row), "action"), "s", target);
}
