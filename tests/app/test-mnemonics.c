/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/language.h"
#include "app/style.h"
#include "stops.h"

/* By Alt and a letter, in the words of the screen (Indonesian): every button with words and every field of a window has one, and no letter leads to two. */

typedef struct {
  const char *where;
  GHashTable *seen; /* keyval -> its label */
} Look;

typedef void (*Visit) (GtkWidget *widget, Look *look);

static void
walk (GtkWidget *widget, Visit visit, Look *look)
{
  if (!gtk_widget_get_mapped (widget) || GTK_IS_POPOVER (widget))
    return;
  visit (widget, look);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    walk (child, visit, look);
}

static void
check_letter (GtkWidget *widget, Look *look)
{
  guint key = GTK_IS_LABEL (widget) ? gtk_label_get_mnemonic_keyval (GTK_LABEL (widget)) : GDK_KEY_VoidSymbol;
  const char *before = g_hash_table_lookup (look->seen, GUINT_TO_POINTER (key));

  if (key == GDK_KEY_VoidSymbol)
    return;
  if (before != NULL)
    {
      g_printerr ("%s: Alt+%s twice: %s, %s\n", look->where, gdk_keyval_name (key), before, gtk_label_get_label (GTK_LABEL (widget)));
      g_test_fail ();
    }
  g_hash_table_insert (look->seen, GUINT_TO_POINTER (key), (gpointer) gtk_label_get_label (GTK_LABEL (widget)));
}

static gboolean
has_letter (GtkWidget *widget)
{
  g_autoptr (GList) labels = gtk_widget_list_mnemonic_labels (widget);

  if (labels != NULL || (GTK_IS_LABEL (widget) && gtk_label_get_mnemonic_keyval (GTK_LABEL (widget)) != GDK_KEY_VoidSymbol))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (has_letter (child))
      return TRUE;
  return FALSE;
}

/* NULL: an icon only. */
static const char *
words_of (GtkWidget *widget)
{
  const char *words = GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)) != '\0' ? gtk_label_get_text (GTK_LABEL (widget)) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && words == NULL; child = gtk_widget_get_next_sibling (child))
    words = words_of (child);
  return words;
}

static gboolean
shows_key (GtkWidget *widget)
{
  if (gtk_widget_has_css_class (widget, "key"))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (shows_key (child))
      return TRUE;
  return FALSE;
}

/* Ticks and choices that stand together are gone through by Tab and arrows: as many as there are people or cards. */
static gboolean
is_one_of_several (GtkWidget *widget)
{
  guint n = 0;

  for (GtkWidget *other = gtk_widget_get_first_child (gtk_widget_get_parent (widget)); other != NULL; other = gtk_widget_get_next_sibling (other))
    n += GTK_IS_CHECK_BUTTON (other);
  return GTK_IS_CHECK_BUTTON (widget) && n > 1;
}

/* What stands in a row of a list is reached by the list; what has a key of its own (F2, Ctrl+K) shows it; the tasks of Beranda
 * lead where the navigation leads. */
static gboolean
is_reached (GtkWidget *widget)
{
  const char *action = GTK_IS_ACTIONABLE (widget) ? gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)) : NULL;

  return gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX_ROW) != NULL || gtk_widget_get_ancestor (widget, GTK_TYPE_COLUMN_VIEW) != NULL || gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_VIEW) != NULL
         || g_strcmp0 (action, "win.go") == 0 || shows_key (widget) || is_one_of_several (widget);
}

static void
check_button (GtkWidget *widget, Look *look)
{
  gboolean button = GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget) || GTK_IS_CHECK_BUTTON (widget);

  if (!button || words_of (widget) == NULL || !gtk_widget_is_sensitive (widget) || is_reached (widget) || has_letter (widget))
    return;
  if (GTK_IS_MENU_BUTTON (gtk_widget_get_parent (widget)) && has_letter (gtk_widget_get_parent (widget)))
    return;
  g_printerr ("%s: no letter: %s\n", look->where, words_of (widget));
  g_test_fail ();
}

static void
check_letters (GtkWidget *window, const char *where)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  Look look = { where, seen };

  walk (window, check_letter, &look);
  walk (window, check_button, &look);
  g_test_message ("%s: %u letters", where, g_hash_table_size (seen));
}

static void
test_village (void)
{
  char *folder = stops_practice ();
  PamongWindow *window = stops_sign_in (folder, NULL);

  stops_village (window, check_letters);
  signed_out (window);
  stops_drop (folder);
}

static void
test_district (void)
{
  stops_district (check_letters);
}

static void
test_regency (void)
{
  stops_regency (check_letters);
}

static void
test_start (void)
{
  stops_start (check_letters);
}

int
main (int argc, char **argv)
{
  pamong_language_init ();
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  pamong_style_load ();
  g_test_add_func ("/mnemonics/village", test_village);
  g_test_add_func ("/mnemonics/district", test_district);
  g_test_add_func ("/mnemonics/regency", test_regency);
  g_test_add_func ("/mnemonics/start", test_start);
  return g_test_run ();
}
