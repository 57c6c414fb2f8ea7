/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "inject_fixture.h"
#include "app/inject/inject_page.h"

#define HEAD "NO KK;NIK;NAMA;JENIS KELAMIN;TEMPAT LAHIR;TANGGAL LAHIR;AGAMA;PENDIDIKAN;PEKERJAAN;STATUS KAWIN;SHDK;NAMA AYAH;NAMA IBU;ALAMAT;DUSUN;RT;RW;DESA;KECAMATAN\n"

static PamongFileSteps *
steps_of (GtkWidget *page)
{
  return pamong_inject_page_steps (PAMONG_INJECT_PAGE (page));
}

char *
inject_list (const char *folder)
{
  static const char *const villages[] = { "Begadon", "Gayam", "Ds. Mojodelik", "Antah Berantah" };
  g_autoptr (GString) text = g_string_new (HEAD);
  char *path = g_build_filename (folder, "kabupaten.csv", NULL);

  for (guint i = 0; i < 7; i++)
    g_string_append_printf (text, "35222801012600%02u;352228%02u0380%04u;WARGA %c;L;BOJONEGORO;%02u/03/1980;ISLAM;SLTA;PETANI;KAWIN;KEPALA KELUARGA;KASMIN;SUKINEM;JL. BARU;KRAJAN;1;1;%s;GAYAM\n", i + 10, i + 1, 8001 + i,
                            (char) ('A' + i), i + 1, villages[i / 2]);
  g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
  return path;
}

char *
inject_desil (const char *folder, const char *kk_number)
{
  g_autofree char *text = g_strdup_printf ("No. KK;Nama;Desil\n%s;ADA;2\n3522280101269999;TAK ADA;4\n", kk_number);
  char *path = g_build_filename (folder, "dtsen.csv", NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

GtkWidget *
inject_page (PamongWindow *window)
{
  g_assert_true (pamong_shell_go (pamong_window_shell (window), "isian-kabupaten"));
  drive_settle ();
  return GTK_WIDGET (pamong_shell_page (pamong_window_shell (window)));
}

void
inject_open (GtkWidget *page, const char *path)
{
  pamong_file_steps_open (steps_of (page), path);
}

typedef struct {
  GtkWidget *page;
  const char *name;
} Wait;

static gboolean
is_there (gpointer data)
{
  Wait *wait = data;

  return pamong_page_is_filled (PAMONG_PAGE (wait->page)) && g_str_equal (pamong_file_steps_name (steps_of (wait->page)), wait->name);
}

void
inject_until (GtkWidget *page, const char *name)
{
  Wait wait = { page, name };

  drive_until (is_there, &wait, name);
  drive_settle ();
}

static gboolean
is_filled (gpointer page)
{
  return pamong_page_is_filled (page);
}

void
inject_match (GtkWidget *page)
{
  g_assert_true (drive_key (GTK_WIDGET (pamong_mapping_view_grid (pamong_file_steps_mapping (steps_of (page)))), GDK_KEY_s, GDK_CONTROL_MASK));
  drive_settle ();
}

void
inject_say (GtkWidget *page, const char *village)
{
  PamongOriginView *origin = pamong_inject_page_origin (PAMONG_INJECT_PAGE (page));

  pamong_origin_view_fill (origin, "SIAK semester I 2026", "Dinas Dukcapil", "30-06-2026", village);
  drive_settle ();
  g_assert_true (drive_key (GTK_WIDGET (origin), GDK_KEY_s, GDK_CONTROL_MASK));
  drive_settle ();
}

void
inject_key (GtkWidget *page, guint key, GdkModifierType state)
{
  GtkWidget *step = g_str_equal (pamong_file_steps_name (steps_of (page)), PAMONG_INJECT_BATCH) ? GTK_WIDGET (pamong_inject_page_batch (PAMONG_INJECT_PAGE (page)))
                                                                                               : GTK_WIDGET (pamong_inject_page_villages (PAMONG_INJECT_PAGE (page)));

  g_assert_true (drive_key (step, key, state));
  drive_settle ();
}

void
inject_dry (GtkWidget *page, const char *path)
{
  inject_open (page, path);
  inject_until (page, PAMONG_STEP_COLUMNS);
  inject_match (page);
  inject_until (page, PAMONG_INJECT_ORIGIN);
  inject_say (page, NULL);
  inject_until (page, PAMONG_INJECT_VILLAGES);
}

void
inject_undo (GtkWidget *page)
{
  drive_click (drive_button (page, "Batalkan semua…"));
  drive_until (is_filled, page, "the effect to be counted");
  drive_settle ();
}
