/* SPDX-License-Identifier: GPL-3.0-or-later */
/* practice: fills a store with a synthetic village, or with all villages of a district or the regency. */
#include "tools/practice.h"
#include "domain/codes.h"
#include "tools/cli.h"
#include <glib/gi18n.h>
#include <string.h>

/* A card of six makes 14 changes; this many cards stay under the 500 an act may have. */
#define CARDS_A_SLICE 35

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

static gboolean
fill (PamongOffice *office, PamongPractice *practice, guint residents, guint *families, GPtrArray **findings, GError **error)
{
  guint done = 0;

  while (done < residents)
    {
      g_autoptr (GPtrArray) slice = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_family_card_free);
      while (done < residents && slice->len < CARDS_A_SLICE)
        {
          PamongFamilyCard *card = pamong_practice_next (practice, residents - done);
          done += card->members->len;
          g_ptr_array_add (slice, card);
        }
      g_clear_pointer (findings, g_ptr_array_unref);
      if (!pamong_office_register_families (office, slice, FALSE, findings, error))
        return FALSE;
      *families += slice->len;
    }
  return TRUE;
}

static int
print_figures (PamongCli *cli, const PamongPracticeFigures *figures)
{
  JsonBuilder *b = json_builder_new ();

  json_builder_begin_object (b);
  if (figures->villages > 0)
    pamong_cli_put_int (b, "villages", figures->villages);
  pamong_cli_put_int (b, "residents", figures->residents);
  pamong_cli_put_int (b, "families", figures->families);
  json_builder_end_object (b);
  return pamong_cli_print (cli, b);
}

static gboolean
is_of (PamongOffice *office, const char *area)
{
  return g_strcmp0 (pamong_store_area (pamong_office_store (office)), area) == 0;
}

static int
run_village (PamongCli *cli, const char *village, gint64 residents, guint32 seed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongOffice) office = open_or_make (cli, PAMONG_LEVEL_VILLAGE, village, &error);
  g_autoptr (PamongPractice) practice = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  PamongPracticeFigures figures = { 0, (guint) residents, 0 };

  if (office == NULL)
    return pamong_cli_fail (cli, error);
  if (!is_of (office, village))
    return pamong_cli_usage (cli, _("This store belongs to another village. Name another --data folder."));
  practice = pamong_practice_new (seed, village);
  if (pamong_cli_has (cli, "dirt"))
    pamong_practice_set_dirt (practice, seed);
  if (!fill (office, practice, (guint) residents, &figures.families, &findings, &error))
    return pamong_cli_refused (cli, findings, error);
  return print_figures (cli, &figures);
}

static int
run_area (PamongCli *cli, const PamongRegion *area, guint32 seed)
{
  g_autoptr (GError) error = NULL;
  PamongLevel level = g_str_equal (area->type, "kabupaten") ? PAMONG_LEVEL_REGENCY : PAMONG_LEVEL_DISTRICT;
  g_autoptr (PamongOffice) office = open_or_make (cli, level, area->code, &error);
  PamongPracticeFigures figures;

  if (office == NULL)
    return pamong_cli_fail (cli, error);
  if (!is_of (office, area->code))
    return pamong_cli_usage (cli, _("This store belongs to another place. Name another --data folder."));
  if (!pamong_practice_fill_area (pamong_office_store (office), area->code, seed, pamong_cli_has (cli, "dirt"), &figures, &error))
    return pamong_cli_fail (cli, error);
  return print_figures (cli, &figures);
}

static int
run (PamongCli *cli)
{
  const char *village = pamong_cli_flag (cli, "village"), *area = pamong_cli_flag (cli, "area");
  const PamongRegion *region = village != NULL || area != NULL ? pamong_regions_find (village != NULL ? village : area) : NULL;
  gint64 residents = 0, seed = 0;

  if (!pamong_cli_number (cli, "residents", &residents) || !pamong_cli_number (cli, "seed", &seed))
    return PAMONG_EXIT_USAGE;
  if (pamong_cli_flag (cli, "seed") != NULL && region != NULL && area != NULL && village == NULL && (g_str_equal (region->type, "kabupaten") || g_str_equal (region->type, "kecamatan")))
    return run_area (cli, region, (guint32) seed);
  if (region == NULL || area != NULL || residents < 1 || residents > 200000 || pamong_cli_flag (cli, "seed") == NULL)
    return pamong_cli_usage (cli, "practice --seed S (--village CODE --residents N (1-200000) | --area CODE) [--dirt]");
  return run_village (cli, village, residents, (guint32) seed);
}

const PamongCommand pamong_commands_practice[] = {
  { "practice", "--seed S --village CODE --residents N | --seed S --area CODE", "dirt", run },
  { NULL, NULL, NULL, NULL }
};
