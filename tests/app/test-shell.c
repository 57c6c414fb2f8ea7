/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/language.h"
#include "app/shell/help_window.h"
#include "app/shell/pages.h"
#include "app/shell/find_box.h"
#include "app/shell/navigation.h"
#include "app/shell/shortcuts.h"
#include "app/style.h"
#include "people.h"
#include "signed_in.h"

#define ACCOUNT "Anik R."
#define PASSWORD "kata-sandi-uji"
#define AREA "35.22.28.2001"
#define DISTRICT "35.22.28"
#define PEOPLE 400

/* The frame around the pages, over a village and a district of synthetic people. */

static PamongWindow *
open_place (PamongLevel level, const char *area, char **folder, char **dir)
{
  PamongOffice *office = people_init (level, area, folder);

  people_fill (office, AREA, PEOPLE, 7);
  *dir = g_strdup (pamong_store_dir (pamong_office_store (office)));
  pamong_office_close (office);
  return signed_in (*dir, ACCOUNT, PASSWORD, NULL);
}

static void
close_place (PamongWindow *window, char *folder, char *dir)
{
  signed_out (window);
  people_drop (folder);
  g_free (dir);
}

static PamongFindBox *
find_box (PamongWindow *window)
{
  return PAMONG_FIND_BOX (drive_find (signed_in_content (window), "PamongFindBox"));
}

/* A first name that several bear, with what the store says about them. */
static guint
count_in_store (PamongShell *shell, const char *text)
{
  guint total = 0;
  g_autoptr (GArray) ids = pamong_search_ids (pamong_session_search (pamong_shell_session (shell)), text, NULL, -1, 0, &total, NULL);

  g_assert_cmpuint (ids->len, ==, total);
  return total;
}

static void
test_find (void)
{
  char *folder, *dir;
  PamongWindow *window = open_place (PAMONG_LEVEL_VILLAGE, AREA, &folder, &dir);
  PamongShell *shell = pamong_window_shell (window);
  GtkWidget *entry = GTK_WIDGET (pamong_find_box_entry (find_box (window)));
  guint total, shown;

  gtk_widget_activate_action (GTK_WIDGET (shell), "win.find", NULL);
  drive_type (entry, "s");
  g_assert_cmpuint (pamong_find_box_count (find_box (window), NULL), ==, 0); /* from two letters */
  drive_type (entry, "su");
  drive_settle ();
  shown = pamong_find_box_count (find_box (window), &total);
  g_assert_cmpuint (total, ==, count_in_store (shell, "su"));
  g_assert_cmpuint (total, >, 0);
  g_assert_cmpuint (shown, ==, MIN (total, 50));
  drive_type (entry, "zzqq");
  drive_settle ();
  g_assert_cmpuint (pamong_find_box_count (find_box (window), &total), ==, 0);
  drive_expect (GTK_WIDGET (find_box (window)), "Tidak ditemukan");
  g_assert_true (drive_key (gtk_widget_get_first_child (entry), GDK_KEY_Escape, 0));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  close_place (window, folder, dir);
}

static void
test_find_digits_and_open (void)
{
  char *folder, *dir;
  PamongWindow *window = open_place (PAMONG_LEVEL_VILLAGE, AREA, &folder, &dir);
  PamongShell *shell = pamong_window_shell (window);
  GtkWidget *entry = GTK_WIDGET (pamong_find_box_entry (find_box (window)));
  guint total;

  pamong_shell_go (shell, "sinkronisasi");
  g_assert_cmpstr (pamong_shell_page_name (shell), ==, "sinkronisasi");
  drive_type (entry, "3522");
  drive_settle ();
  g_assert_cmpuint (pamong_find_box_count (find_box (window), &total), ==, 50);
  g_assert_true (drive_shows (GTK_WIDGET (find_box (window)), "3522••••••••"));
  g_assert_true (drive_key (gtk_widget_get_first_child (entry), GDK_KEY_Down, 0));
  g_assert_true (drive_key (gtk_widget_get_first_child (entry), GDK_KEY_Return, 0));
  drive_settle ();
  g_assert_cmpstr (pamong_shell_page_name (shell), ==, "penduduk");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  close_place (window, folder, dir);
}

static GtkWindow *
modal_over (PamongWindow *window)
{
  g_autoptr (GListModel) all = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkWindow) other = g_list_model_get_item (all, i);

      if (gtk_window_get_transient_for (other) == GTK_WINDOW (window))
        return other;
    }
  return NULL;
}

/* F1 tells of the page that is open; every page of the navigation has its words, and a page without them says so. */
static void
test_help (void)
{
  char *folder, *dir;
  PamongWindow *window = open_place (PAMONG_LEVEL_VILLAGE, AREA, &folder, &dir);
  PamongShell *shell = pamong_window_shell (window);
  GtkWindow *help;

  pamong_shell_go (shell, "keluarga");
  gtk_widget_activate_action (GTK_WIDGET (shell), "win.help", NULL);
  drive_settle ();
  help = modal_over (window);
  g_assert_nonnull (help);
  drive_expect (GTK_WIDGET (help), "Satu kartu keluarga diketik di satu layar");
  gtk_window_destroy (help);
  for (const PamongPageInfo *info = pamong_pages (); info->name != NULL; info++)
    {
      help = pamong_help_window_show (GTK_WIDGET (shell), info->name);
      drive_settle ();
      g_test_message ("%s", info->name);
      g_assert_false (drive_shows (GTK_WIDGET (help), "Petunjuk untuk halaman ini belum ada"));
      gtk_window_destroy (help);
    }
  help = pamong_help_window_show (GTK_WIDGET (shell), "tidak-ada");
  drive_settle ();
  drive_expect (GTK_WIDGET (help), "Petunjuk untuk halaman ini belum ada");
  gtk_window_destroy (help);
  drive_settle ();
  close_place (window, folder, dir);
}

static void
test_pages_of_a_village (void)
{
  char *folder, *dir;
  PamongWindow *window = open_place (PAMONG_LEVEL_VILLAGE, AREA, &folder, &dir);
  PamongShell *shell = pamong_window_shell (window);

  g_assert_cmpstr (pamong_shell_page_name (shell), ==, "beranda");
  g_assert_false (pamong_shell_go (shell, "desa"));
  g_assert_true (pamong_shell_go (shell, "keluarga"));
  gtk_widget_activate_action (GTK_WIDGET (shell), "win.next-page", NULL);
  g_assert_cmpstr (pamong_shell_page_name (shell), ==, "surat");
  gtk_widget_activate_action (GTK_WIDGET (shell), "win.next-page", NULL);
  g_assert_cmpstr (pamong_shell_page_name (shell), ==, "perlu-dicek");
  gtk_widget_activate_action (GTK_WIDGET (shell), "win.next-page", NULL);
  g_assert_cmpstr (pamong_shell_page_name (shell), ==, "laporan");
  gtk_widget_activate_action (GTK_WIDGET (shell), "win.next-page", NULL);
  g_assert_cmpstr (pamong_shell_page_name (shell), ==, "impor-ekspor");
  gtk_widget_activate_action (GTK_WIDGET (shell), "win.next-page", NULL);
  g_assert_cmpstr (pamong_shell_page_name (shell), ==, "sinkronisasi");
  gtk_widget_activate_action (GTK_WIDGET (shell), "win.next-page", NULL);
  g_assert_cmpstr (pamong_shell_page_name (shell), ==, "pengaturan");
  gtk_widget_activate_action (GTK_WIDGET (shell), "win.next-page", NULL);
  g_assert_cmpstr (pamong_shell_page_name (shell), ==, "pengaturan");
  gtk_widget_activate_action (GTK_WIDGET (shell), "win.previous-page", NULL);
  gtk_widget_activate_action (GTK_WIDGET (shell), "win.previous-page", NULL);
  g_assert_cmpstr (pamong_shell_page_name (shell), ==, "impor-ekspor");
  gtk_widget_activate_action (GTK_WIDGET (shell), "win.go", "s", "penduduk");
  g_assert_cmpstr (pamong_shell_page_name (shell), ==, "penduduk");
  gtk_widget_activate_action (GTK_WIDGET (shell), "win.new-family", NULL);
  drive_settle ();
  g_assert_cmpstr (pamong_shell_page_name (shell), ==, "keluarga");
  drive_expect (signed_in_content (window), "Keluarga baru");
  close_place (window, folder, dir);
}

static void
test_pages_of_a_district (void)
{
  char *folder, *dir;
  PamongWindow *window = open_place (PAMONG_LEVEL_DISTRICT, DISTRICT, &folder, &dir);
  PamongShell *shell = pamong_window_shell (window);

  g_assert_cmpstr (pamong_shell_page_name (shell), ==, "beranda");
  drive_expect (signed_in_content (window), "Kecamatan Gayam");
  drive_expect (signed_in_content (window), "Mojodelik");
  drive_expect (signed_in_content (window), "belum pernah");
  gtk_widget_activate_action (GTK_WIDGET (shell), "win.new-family", NULL);
  g_assert_cmpstr (pamong_shell_page_name (shell), ==, "beranda");
  g_assert_true (pamong_shell_go (shell, "keluarga"));
  g_assert_true (pamong_shell_go (shell, "penduduk"));
  close_place (window, folder, dir);
}

static void
test_large_text (void)
{
  char *folder, *dir;
  PamongWindow *window = open_place (PAMONG_LEVEL_VILLAGE, AREA, &folder, &dir);
  PamongNavigation *navigation = PAMONG_NAVIGATION (drive_find (signed_in_content (window), "PamongNavigation"));

  g_assert_false (pamong_navigation_is_rail (navigation));
  for (int i = 0; i < 2; i++)
    gtk_widget_activate_action (GTK_WIDGET (pamong_window_shell (window)), "win.text-larger", NULL);
  drive_settle ();
  g_assert_true (pamong_navigation_is_rail (navigation));
  gtk_widget_activate_action (GTK_WIDGET (pamong_window_shell (window)), "win.text-normal", NULL);
  drive_settle ();
  g_assert_false (pamong_navigation_is_rail (navigation));
  close_place (window, folder, dir);
}

/* A trigger or an action with a slip of the pen would never fire, and nobody would hear of it. */
static void
test_shortcuts (void)
{
  for (const PamongShortcut *shortcut = pamong_shortcuts (); shortcut->trigger != NULL; shortcut++)
    {
      g_autoptr (GtkShortcutTrigger) trigger = gtk_shortcut_trigger_parse_string (shortcut->trigger);
      g_autoptr (GtkShortcutTrigger) twin = shortcut->twin != NULL ? gtk_shortcut_trigger_parse_string (shortcut->twin) : NULL;

      g_assert_nonnull (trigger);
      g_assert_true (shortcut->twin == NULL || twin != NULL);
    }
}

int
main (int argc, char **argv)
{
  pamong_language_init ();
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  pamong_style_load ();
  g_test_add_func ("/shell/help", test_help);
  g_test_add_func ("/shell/find", test_find);
  g_test_add_func ("/shell/find-digits-and-open", test_find_digits_and_open);
  g_test_add_func ("/shell/pages-of-a-village", test_pages_of_a_village);
  g_test_add_func ("/shell/pages-of-a-district", test_pages_of_a_district);
  g_test_add_func ("/shell/large-text", test_large_text);
  g_test_add_func ("/shell/shortcuts", test_shortcuts);
  return g_test_run ();
}
