/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/language.h"
#include "app/shell/pages.h"
#include "app/shell/status_pill.h"
#include "app/style.h"
#include "app/sync/figure.h"
#include "people.h"
#include "signed_in.h"
#include <glib/gi18n.h>

#define VILLAGE "35.22.28.2004"
#define DISTRICT "35.22.28"
#define WIDTH 1366
#define HEIGHT 728 /* 768 less a task bar */

/* What holds on every page: it fits the smallest screen, letters lead to one field, everything has a name, nothing is English. */

typedef void (*Visit) (GtkWidget *widget, gpointer data);

static void
walk (GtkWidget *widget, Visit visit, gpointer data)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  visit (widget, data);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    walk (child, visit, data);
}

static void
lengthen (GtkWidget *widget, gpointer data)
{
  if (PAMONG_IS_STATUS_PILL (widget))
    pamong_status_pill_show (PAMONG_STATUS_PILL (widget), &(PamongStatusLine) { "preferences-system-time-symbolic", (char *) "belum terhubung, 25.945 tersimpan di komputer ini", FALSE });
  else if (PAMONG_IS_FIGURE (widget))
    pamong_figure_set (PAMONG_FIGURE (widget), "object-select-symbolic", 25945, "Menunggu jaringan", "terakhir 12-11 16.05", TRUE);
}

static void
check_size (GtkWidget *content, const char *page)
{
  int width, height;

  walk (content, lengthen, NULL);
  drive_settle ();
  gtk_widget_measure (content, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  gtk_widget_measure (content, GTK_ORIENTATION_VERTICAL, WIDTH, &height, NULL, NULL, NULL);
  g_test_message ("%s: at least %d x %d", page, width, height);
  g_assert_cmpint (width, <=, WIDTH);
  g_assert_cmpint (height, <=, HEIGHT);
}

static void
collect_mnemonic (GtkWidget *widget, gpointer data)
{
  GHashTable *seen = data;
  guint key = GTK_IS_LABEL (widget) ? gtk_label_get_mnemonic_keyval (GTK_LABEL (widget)) : GDK_KEY_VoidSymbol;
  const char *before = g_hash_table_lookup (seen, GUINT_TO_POINTER (key));

  if (key == GDK_KEY_VoidSymbol)
    return;
  if (before != NULL)
    {
      g_printerr ("Alt+%s: %s, %s\n", gdk_keyval_name (key), before, gtk_label_get_label (GTK_LABEL (widget)));
      g_test_fail ();
    }
  g_hash_table_insert (seen, GUINT_TO_POINTER (key), (gpointer) gtk_label_get_label (GTK_LABEL (widget)));
}

static gboolean
has_words (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_visible (widget))
    return *gtk_label_get_text (GTK_LABEL (widget)) != '\0';
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (has_words (child))
      return TRUE;
  return FALSE;
}

static void
check_name (GtkWidget *widget, gpointer page)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (widget);
  gboolean button = GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget) || GTK_IS_CHECK_BUTTON (widget);
  gboolean entry = GTK_IS_ENTRY (widget) || GTK_IS_SEARCH_ENTRY (widget) || GTK_IS_PASSWORD_ENTRY (widget);

  if ((!button && !entry) || gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW_CONTROLS) != NULL)
    return;
  if (gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL) || gtk_test_accessible_has_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY))
    return;
  if (button && (has_words (widget) || gtk_widget_get_tooltip_text (widget) != NULL))
    return;
  if (gtk_widget_get_ancestor (widget, GTK_TYPE_MENU_BUTTON) != NULL && widget != gtk_widget_get_ancestor (widget, GTK_TYPE_MENU_BUTTON))
    return; /* the inner button of a menu button */
  g_printerr ("%s: no name: %s %s in %s\n", (const char *) page, G_OBJECT_TYPE_NAME (widget), gtk_widget_get_name (widget), G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)));
  g_test_fail ();
}

/* A msgid with an Indonesian of its own must not be what stands there. */
static void
check_indonesian (GtkWidget *widget, gpointer page)
{
  const char *words = GTK_IS_LABEL (widget) ? gtk_label_get_label (GTK_LABEL (widget)) : "";

  if (*words == '\0' || g_str_equal (g_dgettext (GETTEXT_PACKAGE, words), words))
    return;
  g_printerr ("%s: not Indonesian: %s\n", (const char *) page, words);
  g_test_fail ();
}

static void
check_page (GtkWidget *content, const char *page)
{
  g_autoptr (GHashTable) mnemonics = g_hash_table_new (NULL, NULL);

  walk (content, collect_mnemonic, mnemonics);
  walk (content, check_name, (gpointer) page);
  walk (content, check_indonesian, (gpointer) page);
  check_size (content, page);
}

static void
open_and_check (PamongWindow *window, PamongKind kind, const char *uid, const char *page)
{
  g_assert_true (pamong_shell_open (pamong_window_shell (window), kind, uid));
  drive_settle ();
  check_page (signed_in_content (window), page);
}

static void
check_records (PamongWindow *window)
{
  PamongStore *store = pamong_session_store (pamong_shell_session (pamong_window_shell (window)));
  PamongQuery query = PAMONG_QUERY_INIT;
  g_autoptr (GArray) ids = pamong_residents_ids (store, &query, NULL);
  g_autoptr (GPtrArray) rows = pamong_residents_rows (store, (const gint32 *) ids->data, 1, NULL);
  const PamongListRow *row = rows->pdata[0];
  g_autoptr (PamongRecord) person = pamong_store_get (store, PAMONG_KIND_RESIDENT, row->uid, NULL);

  open_and_check (window, PAMONG_KIND_RESIDENT, person->uid, "penduduk, seorang");
  open_and_check (window, PAMONG_KIND_FAMILY, pamong_record_text (person, PAMONG_RESIDENT_FAMILY_UID), "keluarga, kartu");
}

static void
check_level (PamongLevel level, const char *area)
{
  char *folder;
  PamongOffice *office = people_init (level, area, &folder);
  g_autofree char *dir = g_strdup (pamong_store_dir (pamong_office_store (office)));
  PamongWindow *window;

  people_fill (office, VILLAGE, 200, 5);
  pamong_office_close (office);
  window = signed_in (dir, "Anik R.", "kata-sandi-uji", NULL);
  for (const PamongPageInfo *info = pamong_pages (); info->name != NULL; info++)
    {
      if (!pamong_page_info_fits (info, level))
        continue;
      g_assert_true (pamong_shell_go (pamong_window_shell (window), info->name));
      drive_settle ();
      check_page (signed_in_content (window), info->name);
    }
  check_records (window);
  signed_out (window);
  people_drop (folder);
}

static void
test_village (void)
{
  check_level (PAMONG_LEVEL_VILLAGE, VILLAGE);
}

static void
test_district (void)
{
  check_level (PAMONG_LEVEL_DISTRICT, DISTRICT);
}

static void
test_regency (void)
{
  check_level (PAMONG_LEVEL_REGENCY, "35.22");
}

int
main (int argc, char **argv)
{
  pamong_language_init ();
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  pamong_style_load ();
  g_test_add_func ("/pages/village", test_village);
  g_test_add_func ("/pages/district", test_district);
  g_test_add_func ("/pages/regency", test_regency);
  return g_test_run ();
}
