/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/language.h"
#include "app/preferences.h"
#include "app/residents/resident_form.h"
#include "app/settings/accounts_section.h"
#include "app/settings/identity_section.h"
#include "app/settings/logo.h"
#include "app/settings/officials_section.h"
#include "app/settings/settings_page.h"
#include "app/style.h"
#include "app/words.h"
#include "domain/error.h"
#include "office/accounts.h"
#include "office/identity.h"
#include "office/officials.h"
#include "people.h"
#include "signed_in.h"
#include <glib/gstdio.h>
#include <string.h>

#define VILLAGE "35.22.28.2004"

/* Pengaturan: what is typed there reaches the store, a bad picture does not, and a second head is offered to follow the first. */

typedef struct {
  char *folder;
  PamongWindow *window;
  PamongSettingsPage *page;
  PamongStore *store;
} Desk;

static void
open_desk (Desk *desk, guint section)
{
  PamongOffice *office = people_init (PAMONG_LEVEL_VILLAGE, VILLAGE, &desk->folder);
  g_autofree char *dir = g_strdup (pamong_store_dir (pamong_office_store (office)));

  people_fill (office, VILLAGE, 12, 5);
  pamong_office_close (office);
  desk->window = signed_in (dir, "Anik R.", "kata-sandi-uji", "pengaturan");
  desk->page = PAMONG_SETTINGS_PAGE (pamong_shell_page (pamong_window_shell (desk->window)));
  desk->store = pamong_session_store (pamong_shell_session (pamong_window_shell (desk->window)));
  g_assert_true (pamong_settings_page_go (desk->page, section));
  drive_settle ();
}

static void
close_desk (Desk *desk)
{
  signed_out (desk->window);
  people_drop (desk->folder);
}

static GtkWidget *
dialog (void)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window) && gtk_widget_get_mapped (window))
        return window;
    }
  return NULL;
}

static gboolean
has_dialog (gpointer data)
{
  return dialog () != NULL;
}

static void
answer (const char *response)
{
  GtkWidget *now;

  drive_until (has_dialog, NULL, "the dialog");
  now = dialog ();
  gtk_widget_set_visible (now, FALSE); /* a click on the button closes first and answers then */
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (now), response);
  gtk_window_destroy (GTK_WINDOW (now));
  drive_settle ();
}

static void
type (PamongRecordEditor *editor, int field, const char *text)
{
  pamong_field_entry_set_text (pamong_form_entry (pamong_record_editor_form (editor), field), text);
}

static void
save (PamongRecordEditor *editor)
{
  g_assert_true (drive_key (GTK_WIDGET (pamong_form_entry (pamong_record_editor_form (editor), 0)), GDK_KEY_s, GDK_CONTROL_MASK));
}

static gboolean
has_address (gpointer data)
{
  g_autoptr (PamongRecord) identity = pamong_identity (data, NULL);

  return g_strcmp0 (pamong_record_text (identity, PAMONG_IDENTITY_ADDRESS), "Jl. Raya Mojodelik 1") == 0;
}

static void
test_identity (void)
{
  Desk desk;
  PamongIdentitySection *section;

  open_desk (&desk, 0);
  section = PAMONG_IDENTITY_SECTION (pamong_settings_page_section (desk.page));
  drive_expect (GTK_WIDGET (section), "DESA MOJODELIK");
  type (pamong_identity_section_editor (section), PAMONG_IDENTITY_ADDRESS, "Jl. Raya Mojodelik 1");
  save (pamong_identity_section_editor (section));
  drive_until (has_address, desk.store, "the address in the store");
  drive_settle ();
  drive_expect (GTK_WIDGET (section), "Jl. Raya Mojodelik 1"); /* on the paper */
  close_desk (&desk);
}

static guint
count_officials (PamongStore *store)
{
  g_autoptr (GPtrArray) officials = pamong_officials (store, NULL, NULL);

  return officials->len;
}

static gboolean
has_one (gpointer store)
{
  return count_officials (store) == 1;
}

static gboolean
has_two (gpointer store)
{
  return count_officials (store) == 2;
}

static void
add_head (PamongOfficialsSection *section, const char *name, const char *since)
{
  PamongRecordEditor *editor = pamong_roster_editor (pamong_officials_section_roster (section));

  drive_click (drive_button (GTK_WIDGET (section), "Tambah"));
  drive_settle ();
  type (editor, PAMONG_OFFICIAL_POST, "1");
  type (editor, PAMONG_OFFICIAL_SINCE, since);
  drive_type (GTK_WIDGET (pamong_field_entry_editable (pamong_form_entry (pamong_record_editor_form (editor), PAMONG_OFFICIAL_NAME))), name);
  save (editor);
}

static void
test_officials (void)
{
  Desk desk;
  PamongOfficialsSection *section;
  g_autoptr (GPtrArray) officials = NULL;
  const PamongRecord *former;

  open_desk (&desk, 1);
  section = PAMONG_OFFICIALS_SECTION (pamong_settings_page_section (desk.page));
  add_head (section, "SUDARTO", "01-08-2019");
  drive_until (has_one, desk.store, "the first head");
  drive_settle ();
  add_head (section, "SRI WAHYUNI", "01-02-2026");
  drive_until (has_dialog, NULL, "the question");
  drive_expect (dialog (), "SUDARTO");
  drive_expect (dialog (), "31-01-2026");
  g_assert_cmpuint (count_officials (desk.store), ==, 1); /* nothing yet */
  answer ("1");
  drive_until (has_two, desk.store, "both heads");
  officials = pamong_officials (desk.store, NULL, NULL);
  former = officials->pdata[1];
  g_assert_cmpstr (pamong_record_text (former, PAMONG_OFFICIAL_NAME), ==, "SUDARTO");
  g_assert_cmpstr (pamong_record_text (former, PAMONG_OFFICIAL_UNTIL), ==, "2026-01-31");
  close_desk (&desk);
}

/* Something half typed is not lost by going to another section. */
static void
test_leave (void)
{
  Desk desk;
  PamongOfficialsSection *section;
  PamongForm *form;

  open_desk (&desk, 1);
  section = PAMONG_OFFICIALS_SECTION (pamong_settings_page_section (desk.page));
  form = pamong_record_editor_form (pamong_roster_editor (pamong_officials_section_roster (section)));
  drive_click (drive_button (GTK_WIDGET (section), "Tambah"));
  drive_settle ();
  drive_type (GTK_WIDGET (pamong_field_entry_editable (pamong_form_entry (form, PAMONG_OFFICIAL_NAME))), "SUDARTO");
  g_assert_false (pamong_settings_page_go (desk.page, 2));
  answer ("0"); /* go on writing */
  g_assert_true (pamong_settings_page_section (desk.page) == GTK_WIDGET (section));
  g_assert_false (pamong_settings_page_go (desk.page, 2));
  answer ("1");
  g_assert_true (pamong_settings_page_go (desk.page, 2));
  close_desk (&desk);
}

static void
test_accounts (void)
{
  Desk desk;
  PamongAccountsSection *section;
  PamongRecordEditor *editor;
  g_autoptr (GPtrArray) accounts = NULL;
  g_autoptr (PamongRecord) signed_in_now = NULL;

  open_desk (&desk, 2);
  section = PAMONG_ACCOUNTS_SECTION (pamong_settings_page_section (desk.page));
  editor = pamong_roster_editor (pamong_accounts_section_roster (section));
  drive_click (drive_button (GTK_WIDGET (section), "Tambah"));
  drive_settle ();
  type (editor, PAMONG_ACCOUNT_NAME, "Bu Kader");
  type (editor, PAMONG_ACCOUNT_DUTY, "1");
  type (editor, PAMONG_ACCOUNT_RT, "3");
  gtk_editable_set_text (pamong_accounts_section_password (section), "sandi bu kader");
  save (editor);
  drive_until (has_dialog, NULL, "the recovery code");
  drive_expect (dialog (), "Catat kode ini");
  answer ("1");
  accounts = pamong_accounts (desk.store, NULL);
  g_assert_cmpuint (accounts->len, ==, 2);
  drive_expect (GTK_WIDGET (section), "hanya RT 003");
  signed_in_now = pamong_office_check_password (desk.store, "Bu Kader", "sandi bu kader", NULL);
  g_assert_nonnull (signed_in_now);
  g_assert_true (pamong_account_is_limited (signed_in_now));
  close_desk (&desk);
}

static void
test_hamlet (void)
{
  pamong_words_set_hamlet ("Lingkungan");
  g_assert_cmpstr (pamong_words_hamlet ("Dusun"), ==, "Lingkungan");
  g_assert_cmpstr (pamong_words_hamlet ("_Dusun"), ==, "_Lingkungan");
  g_assert_cmpstr (pamong_words_hamlet ("Du_sun"), ==, "_Lingkungan");
  g_assert_cmpstr (pamong_words_hamlet ("urut dusun, RW, RT"), ==, "urut lingkungan, RW, RT");
  g_assert_cmpstr (pamong_words_hamlet ("Agama"), ==, "Agama");
  pamong_words_set_hamlet ("Dusun");
  g_assert_cmpstr (pamong_words_hamlet ("Du_sun"), ==, "Du_sun");
}

static gpointer
choose_simple (PamongOffice *office, gpointer data, GError **error)
{
  g_autoptr (PamongRecord) identity = pamong_identity (pamong_office_store (office), error);

  pamong_record_set_int (identity, PAMONG_IDENTITY_SIMPLE_FORM, 1);
  return GINT_TO_POINTER (pamong_office_save_identity (office, NULL, identity, error));
}

/* A simple form asks little, but the very field that is to be mended is there. */
static void
test_simple (void)
{
  Desk desk;
  PamongSession *session;
  g_autoptr (PamongRecord) resident = NULL;
  g_autoptr (GtkWidget) widget = NULL;
  PamongResidentForm *form;

  open_desk (&desk, 3);
  session = pamong_shell_session (pamong_window_shell (desk.window));
  resident = pamong_record_new (PAMONG_KIND_RESIDENT, VILLAGE);
  widget = g_object_ref_sink (pamong_resident_form_new (session));
  form = PAMONG_RESIDENT_FORM (widget);
  pamong_resident_form_edit (form, resident, -1);
  g_assert_nonnull (pamong_form_entry (pamong_resident_form_fields (form), PAMONG_RESIDENT_PASSPORT));
  g_assert_nonnull (pamong_desk_run (pamong_session_desk (session), choose_simple, NULL, NULL));
  pamong_resident_form_edit (form, resident, -1);
  g_assert_null (pamong_form_entry (pamong_resident_form_fields (form), PAMONG_RESIDENT_PASSPORT));
  g_assert_nonnull (pamong_form_entry (pamong_resident_form_fields (form), PAMONG_RESIDENT_NIK));
  g_assert_nonnull (pamong_form_entry (pamong_resident_form_fields (form), PAMONG_RESIDENT_PHONE));
  pamong_resident_form_edit (form, resident, PAMONG_RESIDENT_PASSPORT);
  g_assert_nonnull (pamong_form_entry (pamong_resident_form_fields (form), PAMONG_RESIDENT_PASSPORT));
  drive_settle ();
  close_desk (&desk);
}

/* @words: (nullable): the first one. */
static GtkWidget *
find_tick (GtkWidget *root, const char *words)
{
  GtkWidget *found = GTK_IS_CHECK_BUTTON (root) && (words == NULL || g_strcmp0 (gtk_check_button_get_label (GTK_CHECK_BUTTON (root)), words) == 0) ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_tick (child, words);
  return found;
}

static gboolean
is_hidden (gpointer data)
{
  g_autoptr (PamongRecord) identity = pamong_identity (data, NULL);

  return pamong_identity_hides (identity, "perlu-dicek");
}

/* A page without its tick leaves the navigation, and no key reaches it. */
static void
test_sections (void)
{
  Desk desk;
  PamongShell *shell;

  open_desk (&desk, 3);
  shell = pamong_window_shell (desk.window);
  drive_expect (GTK_WIDGET (desk.page), "Menu yang dipakai");
  drive_expect (GTK_WIDGET (shell), "Perlu dicek");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_tick (pamong_settings_page_section (desk.page), "Perlu dicek")), FALSE);
  drive_until (is_hidden, desk.store, "the page switched off");
  drive_settle ();
  g_assert_false (pamong_shell_go (shell, "perlu-dicek"));
  g_assert_true (pamong_shell_go (shell, "pengaturan"));
  g_assert_true (pamong_settings_page_go (desk.page, 4));
  drive_settle ();
  drive_expect (GTK_WIDGET (desk.page), "Komputer lama");
  g_assert_false (pamong_settings_page_go (desk.page, 6));
  close_desk (&desk);
}

static GFile *
new_file (const char *name, const char *bytes, gsize size)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, bytes, (gssize) size, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

static void
expect_refused (GFile *file, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *logo = pamong_logo_read (file, &error);

  g_assert_null (logo);
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, words));
  g_file_delete (file, NULL, NULL);
}

static void
test_bad_logo (void)
{
  static const char gif[] = "GIF89a\1\0\1\0\200\0\0\0\0\0\377\377\377!\371\4\1\0\0\0\0,\0\0\0\0\1\0\1\0\0\2\2D\1\0;";
  static const char huge[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\1\x86\xa0\0\1\x86\xa0\x8\2\0\0\0\x92\x5b\xd7\xa2"; /* 100,000 x 100,000 */
  g_autoptr (GFile) text = new_file ("bukan-gambar.png", "Ini bukan gambar.\n", 18), other = new_file ("gerak.gif", gif, sizeof gif - 1),
                    bomb = new_file ("besar.png", huge, sizeof huge - 1), none = g_file_new_for_path ("/tidak/ada.png"), large = new_file ("foto.jpg", "\xff\xd8\xff\xe0", 4);
  g_autoptr (GFileIOStream) stream = g_file_open_readwrite (large, NULL, NULL);

  g_assert_true (g_seekable_truncate (G_SEEKABLE (stream), 40 * 1024 * 1024, NULL, NULL));
  g_io_stream_close (G_IO_STREAM (stream), NULL, NULL);
  expect_refused (large, "gambar"); /* forty megabytes of nothing are no picture; a real one of that size stops at four */
  expect_refused (text, "bukan gambar");
  expect_refused (other, "bukan gambar");
  expect_refused (none, "tidak bisa dibuka");
  expect_refused (bomb, "gambar");
}

static GFile *
picture (const char *name, const char *type, int width, int height, gboolean noise)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  guchar *dots = gdk_pixbuf_get_pixels (pixbuf);
  g_autofree char *bytes = NULL;
  gsize size;

  gdk_pixbuf_fill (pixbuf, 0x0e706dff);
  for (int y = 0; noise && y < height; y++)
    for (int x = 0; x < width * 3; x++)
      dots[y * gdk_pixbuf_get_rowstride (pixbuf) + x] = (guchar) g_rand_int_range (random, 0, 256);
  g_assert_true (gdk_pixbuf_save_to_buffer (pixbuf, &bytes, &size, type, NULL, NULL));
  return new_file (name, bytes, size);
}

static void
expect_taken (GFile *file, int width, int height)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *logo = pamong_logo_read (file, &error);
  g_autoptr (GdkTexture) texture = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (strlen (logo), <=, PAMONG_LONG_BYTES);
  texture = pamong_logo_texture (logo);
  g_assert_nonnull (texture);
  if (width > 0)
    {
      g_assert_cmpint (gdk_texture_get_width (texture), ==, width);
      g_assert_cmpint (gdk_texture_get_height (texture), ==, height);
    }
  g_assert_cmpint (MAX (gdk_texture_get_width (texture), gdk_texture_get_height (texture)), <=, 256);
  g_file_delete (file, NULL, NULL);
}

static void
test_good_logo (void)
{
  static const char svg[] = "<svg xmlns='http://www.w3.org/2000/svg' width='512' height='256'><rect width='512' height='256' fill='#0e706d'/></svg>";
  g_autoptr (GFile) png = picture ("lambang.png", "png", 600, 300, FALSE), jpeg = picture ("lambang.jpg", "jpeg", 100, 200, FALSE),
                    noise = picture ("foto.png", "png", 400, 400, TRUE), drawn = new_file ("lambang.svg", svg, sizeof svg - 1);

  expect_taken (png, 256, 128);
  expect_taken (jpeg, 100, 200);
  expect_taken (noise, 0, 0);
  expect_taken (drawn, 256, 128);
}

/* A file that is no picture is picked: the words say so, and the logo stays. */
static gboolean
says_no_picture (gpointer section)
{
  return drive_shows (section, "bukan gambar");
}

static void
test_pick_bad (void)
{
  Desk desk;
  PamongIdentitySection *section;
  g_autoptr (GFile) text = new_file ("bukan.png", "Ini bukan gambar.\n", 18);

  open_desk (&desk, 0);
  section = PAMONG_IDENTITY_SECTION (pamong_settings_page_section (desk.page));
  pamong_identity_section_take_logo (section, text);
  drive_until (says_no_picture, section, "the refusal");
  g_assert_false (pamong_record_editor_is_changed (pamong_identity_section_editor (section)));
  g_file_delete (text, NULL, NULL);
  close_desk (&desk);
}

static gboolean
moves (void)
{
  gboolean animations;

  g_object_get (gtk_settings_get_default (), "gtk-enable-animations", &animations, NULL);
  return animations;
}

/* On an old computer nothing moves from the tick on, and the next start asks for no graphics card; taken off, all is as before. */
static void
test_old_computer (void)
{
  Desk desk;
  GtkWidget *old;
  g_autofree char *folder = g_dir_make_tmp ("pamong-XXXXXX", NULL), *path = g_build_filename (folder, "pamong.ini", NULL);
  gboolean before = moves ();

  pamong_preferences_open (path);
  pamong_preferences_set_old_computer (FALSE);
  open_desk (&desk, 4);
  old = find_tick (pamong_settings_page_section (desk.page), "_Komputer lama: tanpa gerak, digambar tanpa kartu grafis");
  g_assert_true (GTK_IS_CHECK_BUTTON (old) && !gtk_check_button_get_active (GTK_CHECK_BUTTON (old)));
  g_assert_true (moves () && !pamong_preferences_asks_cairo (path));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (old), TRUE);
  g_assert_false (moves ());
  g_assert_true (pamong_preferences_asks_cairo (path));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (old), FALSE);
  g_assert_true (moves () && !pamong_preferences_asks_cairo (path));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (old), TRUE);
  pamong_preferences_set_old_computer (FALSE);
  pamong_preferences_open (path); /* as the next start reads it */
  g_assert_true (pamong_preferences_old_computer () && !moves ());
  close_desk (&desk);
  pamong_preferences_open (NULL);
  pamong_preferences_set_old_computer (!before);
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  pamong_language_init ();
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  pamong_style_load ();
  g_test_add_func ("/settings/identity", test_identity);
  g_test_add_func ("/settings/officials", test_officials);
  g_test_add_func ("/settings/leave", test_leave);
  g_test_add_func ("/settings/accounts", test_accounts);
  g_test_add_func ("/settings/hamlet", test_hamlet);
  g_test_add_func ("/settings/simple", test_simple);
  g_test_add_func ("/settings/sections", test_sections);
  g_test_add_func ("/settings/bad-logo", test_bad_logo);
  g_test_add_func ("/settings/good-logo", test_good_logo);
  g_test_add_func ("/settings/pick-bad", test_pick_bad);
  g_test_add_func ("/settings/old-computer", test_old_computer);
  return g_test_run ();
}
