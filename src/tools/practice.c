/* SPDX-License-Identifier: GPL-3.0-or-later */
/* practice: fills a store with a synthetic village. */
#include "tools/practice.h"
#include "domain/codes.h"
#include "tools/cli.h"
#include <glib/gi18n.h>
#include <string.h>

/* A card of six makes 14 changes; this many cards stay under the 500 an act may have. */
#define CARDS_A_SLICE 35

static PamongOffice *
open_or_make (PamongCli *cli, const char *village, GError **error)
{
  g_autofree char *password = NULL;
  g_autofree char *recovery = NULL;
  PamongOffice *office;

  if (pamong_store_exists (cli->dir))
    return pamong_cli_office (cli, TRUE, error);
  password = pamong_cli_password (_("Password (at least 8 letters): "));
  office = pamong_office_init (cli->dir, PAMONG_LEVEL_VILLAGE, village, cli->operator_name != NULL ? cli->operator_name : "Peserta", PAMONG_DUTY_OPERATOR,
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
run (PamongCli *cli)
{
  const char *village = pamong_cli_flag (cli, "village");
  gint64 residents = 0, seed = 0;
  const PamongRegion *region = village != NULL ? pamong_regions_find (village) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongOffice) office = NULL;
  g_autoptr (PamongPractice) practice = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  guint families = 0;
  JsonBuilder *b;

  if (!pamong_cli_number (cli, "residents", &residents) || !pamong_cli_number (cli, "seed", &seed))
    return PAMONG_EXIT_USAGE;
  if (region == NULL || residents < 1 || residents > 200000 || pamong_cli_flag (cli, "seed") == NULL)
    return pamong_cli_usage (cli, "practice --seed S --village CODE --residents N (1-200000)");
  office = open_or_make (cli, village, &error);
  if (office == NULL)
    return pamong_cli_fail (cli, error);
  if (g_strcmp0 (pamong_store_area (pamong_office_store (office)), village) != 0)
    return pamong_cli_usage (cli, _("This store belongs to another village. Name another --data folder."));
  practice = pamong_practice_new ((guint32) seed, village);
  if (!fill (office, practice, (guint) residents, &families, &findings, &error))
    return pamong_cli_refused (cli, findings, error);
  b = json_builder_new ();
  json_builder_begin_object (b);
  pamong_cli_put_int (b, "residents", residents);
  pamong_cli_put_int (b, "families", families);
  json_builder_end_object (b);
  return pamong_cli_print (cli, b);
}

const PamongCommand pamong_commands_practice[] = {
  { "practice", "--seed S --village CODE --residents N", NULL, run },
  { NULL, NULL, NULL, NULL }
};
