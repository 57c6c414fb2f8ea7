/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange_fixture.h"
#include "app/exchange/exchange_page.h"
#include "app/exchange/import_view.h"

#define HUB 8

char *
exchange_list (const char *folder, const char *name, guint n, const char *religion)
{
  g_autoptr (GString) text = g_string_new ("Nama Warga;N.I.K;No KK;L/P;Tmp Lahir;Tgl Lahir;Agama;Pendidikan;Hub;Status Kawin;Dusun;RT;RW\n");
  char *path = g_build_filename (folder, name, NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *date = i == 1 ? g_strdup ("31/02/1990") : g_strdup_printf ("%02u/03/1980", i + 1);

      g_string_append_printf (text, "WARGA %c;352228%02u0380%04u;35222801012500%02u;L;BOJONEGORO;%s;%s;SLTA;KEPALA KELUARGA;KAWIN;CLEBUNG;1;1\n", (char) ('A' + i), i + 1, 7001 + i, i + 10, date, religion);
    }
  g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
  return path;
}

GtkWidget *
exchange_page (PamongWindow *window)
{
  g_assert_true (pamong_shell_go (pamong_window_shell (window), "impor-ekspor"));
  drive_settle ();
  return pamong_exchange_page_view (PAMONG_EXCHANGE_PAGE (pamong_shell_page (pamong_window_shell (window))), "impor");
}

void
exchange_open (GtkWidget *view, const char *path)
{
  pamong_import_view_open_file (PAMONG_IMPORT_VIEW (view), path);
}

typedef struct {
  PamongImportView *view;
  PamongImportStep step;
} Wait;

static gboolean
is_there (gpointer data)
{
  Wait *wait = data;

  return pamong_import_view_step (wait->view) == wait->step;
}

void
exchange_until (GtkWidget *view, ExchangeStep step)
{
  Wait wait = { PAMONG_IMPORT_VIEW (view), (PamongImportStep) step };

  drive_until (is_there, &wait, "the next step of the import");
  drive_settle ();
}

void
exchange_match (GtkWidget *view, const char *name)
{
  PamongMappingView *mapping = pamong_import_view_mapping (PAMONG_IMPORT_VIEW (view));

  pamong_column_grid_set (pamong_mapping_view_grid (mapping), HUB, "Hubungan keluarga");
  drive_type (drive_find (GTK_WIDGET (mapping), "mapping-name"), name);
  drive_settle ();
  g_assert_true (drive_key (GTK_WIDGET (pamong_mapping_view_grid (mapping)), GDK_KEY_s, GDK_CONTROL_MASK));
}

void
exchange_write (GtkWidget *view)
{
  g_assert_true (drive_key (GTK_WIDGET (pamong_import_view_result (PAMONG_IMPORT_VIEW (view))), GDK_KEY_s, GDK_CONTROL_MASK));
  drive_settle ();
  exchange_until (view, EXCHANGE_RESULT);
}

void
exchange_differing (GtkWidget *view)
{
  pamong_result_view_filter (pamong_import_view_result (PAMONG_IMPORT_VIEW (view)), PAMONG_IMPORT_DIFFERS);
  drive_settle ();
}
