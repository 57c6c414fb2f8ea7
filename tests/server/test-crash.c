/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "centre.h"

/* kill -9 while families are being taken: after the restart nothing answered is lost, nothing is there twice, and sending again ends well. */

#define T 1790000000
#define ROUNDS 8

typedef struct {
  Centre *centre;
  gulong after;
} Killer;

static gpointer
kill_later (gpointer data)
{
  Killer *killer = data;

  g_usleep (killer->after);
  g_subprocess_force_exit (killer->centre->process);
  return NULL;
}

static void
test_kill_while_pushing (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (41);
  g_autoptr (Centre) centre = centre_new ();
  g_autoptr (Computer) village = computer_enrolled (centre, "village", VILLAGE);
  g_autoptr (Computer) district = computer_enrolled (centre, "district", DISTRICT);
  g_autoptr (GPtrArray) requests = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_push_request_free);
  guint answered = 0;
  guint families = 40;

  for (guint i = 0; i < families; i++)
    {
      g_autoptr (PamongFamilyCard) card = people_family (rand, VILLAGE, 4);
      GPtrArray *changes = people_changes ();

      people_register (changes, card, computer_actor (village), T);
      g_ptr_array_add (requests, people_push (changes, village->id, 2 + 10 * i));
    }
  for (int round = 0; answered < families; round++)
    {
      Killer killer = { centre, (gulong) g_rand_int_range (rand, 1000, 60000) };
      GThread *thread = round < ROUNDS ? g_thread_new ("killer", kill_later, &killer) : NULL;
      gboolean up = TRUE;

      while (up && answered < families)
        {
          g_autoptr (GBytes) body = pamong_push_request_format (requests->pdata[answered]);
          g_autoptr (Answer) answer = computer_send (village, "/v1/push", body);

          up = answer->status == 200;
          answered += up;
        }
      if (thread == NULL)
        continue;
      g_thread_join (thread);
      centre_kill (centre);
      centre_start (centre);
      centre_check (centre);
    }
  {
    g_autoptr (GHashTable) cursors = computer_cursors (district);
    g_autoptr (GHashTable) rows = computer_pull (district, cursors, 1000);

    g_assert_cmpuint (g_hash_table_size (rows), ==, 1 + 10 * families); /* and the operator's account */
  }
  centre_check (centre);
}

int
main (int argc, char **argv)
{
  centre_init (&argc, &argv);
  g_test_add_func ("/crash/kill", test_kill_while_pushing);
  return g_test_run ();
}
