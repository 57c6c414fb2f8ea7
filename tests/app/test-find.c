/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/language.h"
#include "app/shell/find_box.h"
#include "app/shell/recent.h"
#include "app/shell/shell.h"
#include "app/style.h"
#include "people.h"
#include "signed_in.h"

#define ACCOUNT "Anik R."
#define PASSWORD "kata-sandi-uji"
#define AREA "35.22.28.2001"
#define PEOPLE 120
#define UNHURRIED 600000 /* ms: a slow machine is still one card */

/* Who was opened last, and cards read by a reader that types. */

typedef struct {
  char *folder, *dir;
  PamongWindow *window;
} Place;

static void
open_place (Place *place)
{
  PamongOffice *office = people_init (PAMONG_LEVEL_VILLAGE, AREA, &place->folder);

  people_fill (office, AREA, PEOPLE, 7);
  place->dir = g_strdup (pamong_store_dir (pamong_office_store (office)));
  pamong_office_close (office);
  place->window = signed_in (place->dir, ACCOUNT, PASSWORD, NULL);
  pamong_card_reader_set_pace (pamong_shell_reader (pamong_window_shell (place->window)), UNHURRIED);
}

static void
close_place (Place *place)
{
  signed_out (place->window);
  people_drop (place->folder);
  g_free (place->dir);
}

static PamongShell *
shell (Place *place)
{
  return pamong_window_shell (place->window);
}

static PamongSession *
session (Place *place)
{
  return pamong_shell_session (shell (place));
}

static PamongFindBox *
find_box (Place *place)
{
  return PAMONG_FIND_BOX (drive_find (signed_in_content (place->window), "PamongFindBox"));
}

/* The first @n residents by name who have a NIK. */
static GPtrArray *
some_people (Place *place, guint n)
{
  PamongQuery query = PAMONG_QUERY_INIT;
  PamongStore *store = pamong_session_store (session (place));
  g_autoptr (GArray) ids = pamong_residents_ids (store, &query, NULL);
  GPtrArray *rows = pamong_residents_rows (store, (const gint32 *) (gpointer) ids->data, ids->len, NULL);

  for (guint i = rows->len; i > 0; i--)
    if (((PamongListRow *) rows->pdata[i - 1])->nik == NULL || ((PamongListRow *) rows->pdata[i - 1])->kk_number == NULL)
      g_ptr_array_remove_index (rows, i - 1);
  g_assert_cmpuint (rows->len, >=, n);
  g_ptr_array_set_size (rows, (int) n);
  return rows;
}

typedef struct {
  Place *place;
  guint n;
  const char *first;
} Recent;

static gboolean
is_recent (gpointer data)
{
  Recent *recent = data;
  g_autoptr (GPtrArray) rows = pamong_recent_rows (session (recent->place));

  return rows->len == recent->n && g_str_equal (((PamongListRow *) rows->pdata[0])->uid, recent->first);
}

static void
test_recent (void)
{
  Place place;
  g_autoptr (GPtrArray) people = NULL;
  GtkWidget *entry;
  Recent wanted;
  g_autoptr (GPtrArray) again = NULL;

  open_place (&place);
  people = some_people (&place, 12);
  entry = GTK_WIDGET (pamong_find_box_entry (find_box (&place)));
  gtk_widget_grab_focus (entry);
  drive_settle ();
  g_assert_cmpuint (pamong_find_box_count (find_box (&place), NULL), ==, 0); /* nobody yet */
  for (guint i = 0; i < people->len; i++)
    pamong_shell_open (shell (&place), PAMONG_KIND_RESIDENT, ((PamongListRow *) people->pdata[i])->uid);
  pamong_shell_open (shell (&place), PAMONG_KIND_RESIDENT, ((PamongListRow *) people->pdata[5])->uid);
  wanted = (Recent) { &place, 10, ((PamongListRow *) people->pdata[5])->uid };
  drive_until (is_recent, &wanted, "ten people, the last one first");
  /* They stay over a restart, and show in the empty box. */
  signed_out (place.window);
  place.window = signed_in (place.dir, ACCOUNT, PASSWORD, NULL);
  g_assert_true (is_recent (&wanted));
  entry = GTK_WIDGET (pamong_find_box_entry (find_box (&place)));
  gtk_widget_grab_focus (entry);
  drive_settle ();
  g_assert_cmpuint (pamong_find_box_count (find_box (&place), NULL), ==, 10);
  pamong_shell_go (shell (&place), "sinkronisasi");
  gtk_widget_grab_focus (entry);
  drive_settle ();
  drive_key (gtk_widget_get_first_child (entry), GDK_KEY_Return, 0); /* nobody is chosen yet */
  g_assert_cmpstr (pamong_shell_page_name (shell (&place)), ==, "sinkronisasi");
  g_assert_true (drive_key (gtk_widget_get_first_child (entry), GDK_KEY_Down, 0));
  g_assert_true (drive_key (gtk_widget_get_first_child (entry), GDK_KEY_Return, 0));
  drive_settle ();
  g_assert_cmpstr (pamong_shell_page_name (shell (&place)), ==, "penduduk");
  close_place (&place);
}

static gboolean
read_card (Place *place, GtkWidget *focus, const char *text)
{
  for (const char *c = text; *c != '\0'; c++)
    drive_key (focus, gdk_unicode_to_keyval ((guchar) *c), 0);
  return drive_key (focus, GDK_KEY_Return, 0);
}

static void
test_reader_opens (void)
{
  Place place;
  g_autoptr (GPtrArray) people = NULL;
  const PamongListRow *person;
  GtkWidget *focus;
  g_autofree char *framed = NULL;

  open_place (&place);
  people = some_people (&place, 3);
  person = people->pdata[1];
  pamong_shell_go (shell (&place), "sinkronisasi");
  focus = GTK_WIDGET (pamong_shell_page (shell (&place)));
  g_assert_true (read_card (&place, focus, person->nik));
  drive_settle ();
  g_assert_cmpstr (pamong_shell_page_name (shell (&place)), ==, "penduduk");
  drive_expect (signed_in_content (place.window), person->name);
  /* A family by its number, framed as some readers do it. */
  framed = g_strdup_printf (";%.4s-%.4s-%.8s?", person->kk_number, person->kk_number + 4, person->kk_number + 8);
  focus = GTK_WIDGET (pamong_shell_page (shell (&place)));
  g_assert_true (read_card (&place, focus, framed));
  drive_settle ();
  g_assert_cmpstr (pamong_shell_page_name (shell (&place)), ==, "keluarga");
  close_place (&place);
}

/* What was typed into a box before the card is what it holds after it. */
static void
test_reader_leaves_text (void)
{
  Place place;
  g_autoptr (GPtrArray) people = NULL;
  const PamongListRow *person;
  GtkWidget *entry, *top;

  open_place (&place);
  people = some_people (&place, 1);
  person = people->pdata[0];
  pamong_shell_go (shell (&place), "sinkronisasi");
  entry = GTK_WIDGET (pamong_find_box_entry (find_box (&place)));
  drive_type (entry, "su");
  top = GTK_WIDGET (shell (&place)); /* GTK captures keys from the top down */
  drive_key (top, gdk_unicode_to_keyval ((guchar) person->nik[0]), 0); /* keys as GTK hears them, the letters as they come into the box */
  gtk_editable_set_text (GTK_EDITABLE (entry), "su3522");
  g_assert_true (read_card (&place, top, person->nik + 1));
  drive_settle ();
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "su");
  g_assert_cmpstr (pamong_shell_page_name (shell (&place)), ==, "penduduk");
  close_place (&place);
}

static GtkWindow *
dialog (void)
{
  g_autoptr (GListModel) tops = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (tops); i++)
    {
      g_autoptr (GtkWindow) top = g_list_model_get_item (tops, i);

      if (g_str_equal (gtk_widget_get_name (GTK_WIDGET (top)), "pamong-dialog"))
        return top;
    }
  return NULL;
}

static void
test_reader_unknown (void)
{
  Place place;
  GtkWindow *asked;

  open_place (&place);
  g_assert_true (read_card (&place, GTK_WIDGET (pamong_shell_page (shell (&place))), "9900000000000001"));
  drive_settle ();
  asked = dialog ();
  g_assert_nonnull (asked);
  drive_expect (GTK_WIDGET (asked), "9900••••••••0001");
  drive_click (drive_button (GTK_WIDGET (asked), "Keluarga baru"));
  drive_settle ();
  g_assert_cmpstr (pamong_shell_page_name (shell (&place)), ==, "keluarga");
  close_place (&place);
}

/* Keys and times of readers and of people. */
static void
test_pace (void)
{
  static const struct {
    const char *keys;
    int step;
    const char *number;
  } rows[] = {
    { "3522281208800001\n", 8, "3522281208800001" }, { "3522281208800001\n", 60, "3522281208800001" }, { "3522281208800001\n", 61, NULL },
    { "NIK:3522281208800001;X\n", 8, "3522281208800001" }, { "3522 2812 0880 0001\n", 8, "3522281208800001" }, { "35.2228.120880.0001\n", 8, "3522281208800001" },
    { "352228120880000\n", 8, NULL }, { "35222812088000011\n", 8, NULL }, { "3522281208800001,3522281208800002\n", 8, NULL }, { "\n", 8, NULL }, { "sutrisno\n", 8, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      PamongCardReader *reader = pamong_card_reader_new ();
      gint64 ms = 1000;
      g_autofree char *number = NULL;

      g_test_message ("%s at %d", rows[i].keys, rows[i].step);
      for (const char *c = rows[i].keys; *c != '\0'; c++, ms += rows[i].step)
        {
          g_assert_null (number);
          g_clear_pointer (&number, g_free);
          g_assert_cmpint (pamong_card_reader_key (reader, (guchar) *c, ms, &number), ==, c == rows[i].keys || rows[i].step > 60);
        }
      g_assert_cmpstr (number, ==, rows[i].number);
      pamong_card_reader_free (reader);
    }
}

int
main (int argc, char **argv)
{
  pamong_language_init ();
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  pamong_style_load ();
  g_test_add_func ("/find/recent", test_recent);
  g_test_add_func ("/find/reader-opens", test_reader_opens);
  g_test_add_func ("/find/reader-leaves-text", test_reader_leaves_text);
  g_test_add_func ("/find/reader-unknown", test_reader_unknown);
  g_test_add_func ("/find/pace", test_pace);
  return g_test_run ();
}
