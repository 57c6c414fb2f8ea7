/* SPDX-License-Identifier: GPL-3.0-or-later */
/* practice: fills a store with a synthetic village, or with all villages of a district or the regency; or writes a village as a workbook, or
 * fills a centre. */
#include "practice/practice.h"
#include "domain/codes.h"
#include "tools/cli.h"
#include "tools/practice_centre.h"
#include <glib/gi18n.h>
#include <string.h>

static PamongOffice *
open_or_make (PamongCli *cli, PamongLevel level, const char *area, GError **error)
{
  g_autofree char *password = NULL;
  g_autofree char *recovery = NULL;
  PamongOffice *office;

  if (pamong_store_exists (cli->dir))
    return pamong_cli_office (cli, TRUE, error);
  password = pamong_cli_password (_("Password (at least 8 letters): "));
  office = pamong_office_init (cli->dir, level, area, cli->operator_name != NULL ? cli->operator_name : "Peserta", PAMONG_DUTY_OPERATOR,
                               password != NULL ? password : "", &recovery, error);
  if (office != NULL)
    g_printerr ("%s %s\n", _("Recovery code:"), recovery);
  return office;
}

static void
put_figures (JsonBuilder *b, const PamongPracticeFigures *figures)
{
  if (figures->villages > 1)
    pamong_cli_put_int (b, "villages", figures->villages);
  pamong_cli_put_int (b, "residents", figures->residents);
  pamong_cli_put_int (b, "families", figures->families);
}

static int
print_figures (PamongCli *cli, const PamongPracticeFigures *figures)
{
  JsonBuilder *b = json_builder_new ();

  json_builder_begin_object (b);
  put_figures (b, figures);
  json_builder_end_object (b);
  return pamong_cli_print (cli, b);
}

static int
print_sheet (PamongCli *cli, const PamongPracticeFigures *figures, const PamongPracticeSheet *sheet, GPtrArray *lost)
{
  JsonBuilder *b = json_builder_new ();

  json_builder_begin_object (b);
  put_figures (b, figures);
  pamong_cli_put_text (b, "file", sheet->path);
  pamong_cli_put_text (b, "layout", sheet->layout);
  json_builder_set_member_name (b, "without_code");
  json_builder_begin_array (b);
  for (guint i = 0; i < lost->len; i++)
    {
      const PamongLostCode *code = lost->pdata[i];

      json_builder_begin_object (b);
      pamong_cli_put_int (b, "row", code->row);
      pamong_cli_put_text (b, "column", code->heading);
      pamong_cli_put_text (b, "value", code->value);
      json_builder_end_object (b);
    }
  json_builder_end_array (b);
  json_builder_end_object (b);
  return pamong_cli_print (cli, b);
}

static gboolean
is_of (PamongOffice *office, const char *area)
{
  return g_strcmp0 (pamong_store_area (pamong_office_store (office)), area) == 0;
}

/* No store is asked: who tries an import makes the workbook, then imports it where he will. */
static int
run_sheet (PamongCli *cli, const char *village, const PamongPracticeOrder *order)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lost = NULL;
  const char *layout = pamong_cli_flag (cli, "layout");
  PamongPracticeSheet sheet = { village, pamong_cli_flag (cli, "out"), layout != NULL ? layout : "opensid", pamong_cli_has (cli, "words") };
  PamongPracticeFigures figures;

  if (!pamong_practice_write_sheet (order, &sheet, &figures, &lost, &error))
    return pamong_cli_fail (cli, error);
  return print_sheet (cli, &figures, &sheet, lost);
}

static int
run_village (PamongCli *cli, const char *village, const PamongPracticeOrder *order)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongOffice) office = open_or_make (cli, PAMONG_LEVEL_VILLAGE, village, &error);
  g_autoptr (GPtrArray) findings = NULL;
  PamongPracticeFigures figures;

  if (office == NULL)
    return pamong_cli_fail (cli, error);
  if (!is_of (office, village))
    return pamong_cli_usage (cli, _("This store belongs to another village. Name another --data folder."));
  if (!pamong_practice_fill_village (office, order, &figures, &findings, &error))
    return pamong_cli_refused (cli, findings, error);
  return print_figures (cli, &figures);
}

static int
run_area (PamongCli *cli, const PamongRegion *area, const PamongPracticeOrder *order)
{
  g_autoptr (GError) error = NULL;
  PamongLevel level = g_str_equal (area->type, "kabupaten") ? PAMONG_LEVEL_REGENCY : PAMONG_LEVEL_DISTRICT;
  g_autoptr (PamongOffice) office = open_or_make (cli, level, area->code, &error);
  PamongPracticeFigures figures;

  if (office == NULL)
    return pamong_cli_fail (cli, error);
  if (!is_of (office, area->code))
    return pamong_cli_usage (cli, _("This store belongs to another place. Name another --data folder."));
  if (!pamong_practice_fill_area (pamong_office_store (office), area->code, order, &figures, &error))
    return pamong_cli_fail (cli, error);
  return print_figures (cli, &figures);
}

static int
run_centre (PamongCli *cli, const char *area, const PamongPracticeOrder *order)
{
#ifdef PAMONG_WITH_SERVER
  g_autoptr (GError) error = NULL;
  PamongPracticeFigures figures;

  if (!pamong_practice_fill_centre (pamong_cli_flag (cli, "centre"), area, order, &figures, &error))
    return pamong_cli_fail (cli, error);
  return print_figures (cli, &figures);
#else
  return pamong_cli_usage (cli, _("This program was built without the server."));
#endif
}

static gboolean
is_wide (const PamongRegion *region)
{
  return g_str_equal (region->type, "kabupaten") || g_str_equal (region->type, "kecamatan");
}

static int
run (PamongCli *cli)
{
  const char *village = pamong_cli_flag (cli, "village"), *area = pamong_cli_flag (cli, "area"), *out = pamong_cli_flag (cli, "out"), *centre = pamong_cli_flag (cli, "centre");
  const PamongRegion *region = village != NULL || area != NULL ? pamong_regions_find (village != NULL ? village : area) : NULL;
  gint64 residents = 0, seed = 0;
  PamongPracticeOrder order = { .dirt = pamong_cli_has (cli, "dirt") };

  if (!pamong_cli_number (cli, "residents", &residents) || !pamong_cli_number (cli, "seed", &seed))
    return PAMONG_EXIT_USAGE;
  order.seed = (guint32) seed;
  if (pamong_cli_flag (cli, "seed") != NULL && region != NULL && area != NULL && village == NULL && out == NULL && residents == 0 && is_wide (region))
    return centre != NULL ? run_centre (cli, area, &order) : run_area (cli, region, &order);
  if ((out != NULL && centre != NULL) || region == NULL || is_wide (region) || area != NULL || residents < 1 || residents > 200000 || pamong_cli_flag (cli, "seed") == NULL)
    return pamong_cli_usage (cli, "practice --seed S (--village CODE --residents N (1-200000) [--out FILE.xlsx [--layout NAME] [--words]] | --area CODE) [--centre DIR] [--dirt]");
  order.residents = (guint) residents;
  if (centre != NULL)
    return run_centre (cli, village, &order);
  return out != NULL ? run_sheet (cli, village, &order) : run_village (cli, village, &order);
}

const PamongCommand pamong_commands_practice[] = {
  { "practice", "--seed S --village CODE --residents N [--out FILE.xlsx [--layout NAME] [--words]] [--centre DIR] | --seed S --area CODE [--centre DIR]", "dirt words", run },
  { NULL, NULL, NULL, NULL }
};
