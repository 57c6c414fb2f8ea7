/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "folder.h"
#include "seed.h"
#include "sim.h"
#include "wire/crypto.h"

#include "domain/clock.h"
#include "domain/uid.h"

#include <stdlib.h>

#define STEPS 150

static void
random_cb (guint8 *bytes, gsize n, gpointer data)
{
  for (gsize i = 0; i < n; i++)
    bytes[i] = (guint8) g_rand_int (data);
}

/* The same uids in every run, so that a seed means the same alone and among others. */
static void
make_templates (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (0);

  pamong_uid_set_random (random_cb, rand);
  sim_make_template ("desa-satu-a", PAMONG_LEVEL_VILLAGE, "35.22.28.2001");
  sim_make_template ("desa-satu-b", PAMONG_LEVEL_VILLAGE, "35.22.28.2001");
  sim_make_template ("desa-dua", PAMONG_LEVEL_VILLAGE, "35.22.28.2002");
  sim_make_template ("kecamatan", PAMONG_LEVEL_DISTRICT, "35.22.28");
  sim_make_template ("kabupaten", PAMONG_LEVEL_REGENCY, "35.22");
  pamong_uid_set_random (NULL, NULL);
}

static void
step (Sim *sim)
{
  SimClient *client = g_ptr_array_index (sim->clients, g_rand_int_range (sim->rand, 0, (gint32) sim->clients->len));
  int what = g_rand_int_range (sim->rand, 0, 100);

  if (what < 55)
    sim_client_act (client);
  else if (what < 92)
    sim_client_sync (client);
  else if (what < 98)
    sim_client_reopen (client);
  else
    sim_server_restart (sim->server);
}

/* L1: with a good line everything arrives, in a bounded number of rounds. Twice over, so that each sees what the others sent last. */
static void
heal (Sim *sim)
{
  sim->calm = TRUE;
  for (int turn = 0; turn < 2; turn++)
    for (guint i = 0; i < sim->clients->len; i++)
      {
        gboolean ok = sim_client_sync (g_ptr_array_index (sim->clients, i));
        g_assert_true (ok);
      }
}

static void
run_seed (guint32 seed)
{
  Sim sim = { .rand = g_rand_new_with_seed (seed), .settled = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };
  g_autofree char *server_dir = NULL;
  SimClient *observer;

  seed_begin (seed);
  pamong_uid_set_random (random_cb, sim.rand);
  sim.dir = folder_new ();
  server_dir = g_build_filename (sim.dir, "server", NULL);
  sim.server = sim_server_new (server_dir);
  sim.clients = g_ptr_array_new_with_free_func ((GDestroyNotify) sim_client_free);
  g_ptr_array_add (sim.clients, sim_client_new (&sim, "desa-satu-a"));
  g_ptr_array_add (sim.clients, sim_client_new (&sim, "desa-satu-b"));
  g_ptr_array_add (sim.clients, sim_client_new (&sim, "desa-dua"));
  g_ptr_array_add (sim.clients, sim_client_new (&sim, "kecamatan"));

  for (int i = 0; i < STEPS; i++)
    step (&sim);
  heal (&sim);
  observer = sim_client_new (&sim, "kabupaten");
  g_assert_true (sim_client_sync (observer));
  sim_check (&sim, observer);
  if (g_test_verbose ())
    g_test_message ("seed %u: %u acts, %u rounds, %u values", seed, sim.acts, sim.rounds, sim.values);

  sim_client_free (observer);
  g_ptr_array_unref (sim.clients);
  g_hash_table_unref (sim.settled);
  sim_server_free (sim.server);
  pamong_uid_set_random (NULL, NULL);
  folder_remove (sim.dir);
  g_free (sim.dir);
  g_rand_free (sim.rand);
}

/* `test-simulate FIRST N`: so many seeds. */
static guint32 first_seed = 1, n_seeds = 5;

static void
test_seeds (void)
{
  guint32 one;

  if (seed_from_env (&one))
    {
      run_seed (one);
      return;
    }
  for (guint32 seed = first_seed; seed < first_seed + n_seeds; seed++)
    run_seed (seed);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  pamong_crypto_init ();
  pamong_clock_set (1790000000);
  make_templates ();
  if (argc > 2)
    {
      first_seed = (guint32) strtoul (argv[1], NULL, 10);
      n_seeds = (guint32) strtoul (argv[2], NULL, 10);
    }
  g_test_add_func ("/sync/simulate/seeds", test_seeds);
  result = g_test_run ();
  sim_forget_templates ();
  return result;
}
