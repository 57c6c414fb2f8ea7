/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "office/doubles.h"
#include "people.h"
#include "store/scan.h"

/* Possible doubles among everybody, from nothing to the list, against one bare scan of the same rows; and the most memory it took above what the open store had. */

#define PEOPLE 80000
#define PLANTED 400
#define MOST_MS 20000.0
#define MOST_MB 150.0

/* In MB. @key: VmRSS, or VmHWM: the most since it was set back. */
static double
memory (const char *key)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL) || (line = strstr (status, key)) == NULL)
    g_error ("no /proc here");
  return (double) atol (line + strlen (key) + 1) / 1024;
}

static void
set_back_most (void)
{
  FILE *file = fopen ("/proc/self/clear_refs", "w");

  if (file == NULL || fputs ("5", file) < 0 || fclose (file) != 0)
    g_error ("the most cannot be set back");
}

typedef struct {
  GPtrArray *cards;
  guint seen;
} Doubles;

/* Somebody of every fiftieth family stands on a card of their own as well, without NIK. */
static gboolean
gather_cb (PamongRecord *family, GPtrArray *members, gpointer data)
{
  Doubles *doubles = data;
  PamongFamilyCard *card;
  PamongRecord *again;

  if (doubles->seen++ % 50 != 0 || family == NULL)
    return TRUE;
  card = pamong_family_card_new (family->area);
  again = pamong_record_copy (members->pdata[doubles->cards->len % members->len]);
  g_clear_pointer (&again->uid, g_free);
  again->version = 0;
  pamong_record_clear (again, PAMONG_RESIDENT_NIK);
  pamong_record_clear (again, PAMONG_RESIDENT_FAMILY_UID);
  pamong_record_set_int (again, PAMONG_RESIDENT_SHDK, 1);
  pamong_record_set_text (card->family, PAMONG_FAMILY_RT, "099");
  pamong_record_set_text (card->family, PAMONG_FAMILY_RW, "009");
  pamong_record_set_text (card->family, PAMONG_FAMILY_DUSUN, "KRAJAN");
  g_ptr_array_add (card->members, again);
  g_ptr_array_add (doubles->cards, card);
  return doubles->cards->len < PLANTED;
}

static void
plant (PamongOffice *office)
{
  g_autoptr (GPtrArray) cards = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_family_card_free);
  g_autoptr (GError) error = NULL;
  Doubles doubles = { cards, 0 };

  if (!pamong_store_scan (pamong_office_store (office), gather_cb, &doubles, &error))
    g_error ("%s", error->message);
  while (cards->len > 0)
    {
      g_autoptr (GPtrArray) slice = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_family_card_free);

      while (cards->len > 0 && slice->len < 50)
        g_ptr_array_add (slice, g_ptr_array_steal_index (cards, 0));
      if (!pamong_office_register_families (office, slice, FALSE, NULL, &error))
        g_error ("%s", error->message);
    }
}

static guint
count_planted (GPtrArray *pairs)
{
  guint n = 0;

  for (guint i = 0; i < pairs->len; i++)
    n += g_strcmp0 (((PamongDouble *) pairs->pdata[i])->other.rt, "099") == 0 && ((PamongDouble *) pairs->pdata[i])->rank >= PAMONG_DOUBLE_LIKELY;
  return n;
}

int
main (int argc, char **argv)
{
  PamongOffice *office = people_office (PEOPLE, NULL);
  g_autoptr (GPtrArray) pairs = NULL;
  double bare, ours, idle, most;
  gint64 start;

  plant (office);
  people_scan (office);
  bare = people_scan (office);
  set_back_most ();
  idle = memory ("VmRSS:");
  start = g_get_monotonic_time ();
  pairs = pamong_doubles_find (pamong_office_store (office), NULL, NULL);
  ours = people_elapsed (start);
  most = memory ("VmHWM:") - idle;
  if (pairs == NULL || count_planted (pairs) < PLANTED)
    g_error ("doubles were not found");
  g_print ("{\"bench\":\"doubles-80000\",\"value\":%.1f,\"unit\":\"ms\",\"bar\":%.0f,\"bound\":%.1f,\"ratio\":%.2f,\"n\":%d,\"planted\":%d,\"pairs\":%u}\n", ours, MOST_MS, bare,
           ours / bare, PEOPLE, PLANTED, pairs->len);
  g_print ("{\"bench\":\"doubles-80000-memory\",\"value\":%.1f,\"unit\":\"MB\",\"bar\":%.0f,\"idle\":%.1f}\n", most, MOST_MB, idle);
  people_close (office);
  return ours <= MOST_MS && most <= MOST_MB ? 0 : 1;
}
