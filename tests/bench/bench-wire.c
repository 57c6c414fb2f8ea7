/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wire/people.h"
#include "wire/crypto.h"
#include "domain/uid.h"
#include "wire/gzip.h"

/* Bytes on a village's line. The bodies are those the programs send: packed where packing is due. */

#define AREA "35.22.28.2001"
#define NOW G_GINT64_CONSTANT (1795500000)

static gsize
sent_bytes (GBytes *body)
{
  g_autoptr (GBytes) plain = body;
  g_autoptr (GBytes) packed = pamong_gzip (plain);

  if (g_getenv ("PAMONG_SHOW") != NULL)
    g_printerr ("%.*s\n\n", (int) g_bytes_get_size (plain), (const char *) g_bytes_get_data (plain, NULL));
  return g_bytes_get_size (plain) > 200 ? g_bytes_get_size (packed) : g_bytes_get_size (plain);
}

static void
report (const char *bench, double value, double bound, int n)
{
  g_print ("{\"bench\":\"%s\",\"value\":%.1f,\"unit\":\"B\",\"bound\":%.0f,\"ratio\":%.3f,\"n\":%d}\n", bench, value, bound, value / bound, n);
}

/* 25 families of four, each an act of its own two minutes after the one before. */
static void
measure_residents (GRand *rand, const char *device, const char *actor)
{
  GPtrArray *changes = people_changes ();
  g_autoptr (PamongPushRequest) push = NULL;

  for (int i = 0; i < 25; i++)
    {
      g_autoptr (PamongFamilyCard) card = people_family (rand, AREA, 4);

      people_register (changes, card, actor, NOW + 120 * i + g_rand_int_range (rand, 0, 60));
    }
  push = people_push (changes, device, 2);
  report ("wire-resident", (double) sent_bytes (pamong_push_request_format (push)) / 100, 130, 100);
}

static PamongChange *
an_edit (GRand *rand, const char *actor, int i)
{
  static const struct { int field; const char *text; } edits[] = {
    { PAMONG_RESIDENT_EDUCATION, "5" }, { PAMONG_RESIDENT_OCCUPATION, "9" }, { PAMONG_RESIDENT_PHONE, "081234567890" }, { PAMONG_RESIDENT_NAME, "SITI AMINAH" },
    { PAMONG_RESIDENT_BIRTH_DATE, "1981-05-17" }, { PAMONG_RESIDENT_MARITAL_STATUS, "2" }, { PAMONG_RESIDENT_NIK, "3522285705810001" }, { PAMONG_RESIDENT_BLOOD_TYPE, "1" } };
  g_autoptr (PamongFamilyCard) card = people_family (rand, AREA, 4);
  PamongRecord *person = g_ptr_array_index (card->members, i % 4);

  person->version = 1 + i % 3;
  return people_update (person, edits[i % 8].field, edits[i % 8].text, actor, NOW + 90 * i + g_rand_int_range (rand, 0, 60));
}

/* A day of one village: hello, 40 corrections and their answer, an empty pull. */
static void
measure_round (GRand *rand, const char *device, const char *actor)
{
  char *areas[] = { (char *) AREA, (char *) "35.22.28", (char *) "35.22", NULL };
  char *server = pamong_uid_new ();
  PamongHelloRequest hello = { 1, 1234, 40, 0, PAMONG_PROTO, PAMONG_SCHEMA, (char *) PAMONG_VERSION };
  PamongHelloAnswer hello_answer = { server, 1, 1, 1234, NOW, areas };
  g_autoptr (GPtrArray) area_list = g_ptr_array_new ();
  g_autoptr (GPtrArray) cursors = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autoptr (GPtrArray) results = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_result_free);
  PamongPullRequest pull = { area_list, cursors, 0 };
  PamongPullAnswer pull_answer = { rows, area_list, cursors, FALSE, 1, NOW };
  PamongPushAnswer answer = { 1274, NOW, results };
  GPtrArray *changes = people_changes ();
  g_autoptr (PamongPushRequest) push = NULL;
  PamongResult *result = pamong_result_new (1235, PAMONG_OUTCOME_APPLIED);
  gsize total = 0;

  for (int i = 0; i < 3; i++)
    {
      g_ptr_array_add (area_list, areas[i]);
      g_ptr_array_add (cursors, g_strdup ("1.1234567"));
    }
  result->to = 1274;
  g_ptr_array_add (results, result);
  for (int i = 0; i < 40; i++)
    g_ptr_array_add (changes, an_edit (rand, actor, i));
  push = people_push (changes, device, 1235);
  total += sent_bytes (pamong_hello_request_format (&hello)) + sent_bytes (pamong_hello_answer_format (&hello_answer));
  total += sent_bytes (pamong_push_request_format (push)) + sent_bytes (pamong_push_answer_format (&answer));
  total += sent_bytes (pamong_pull_request_format (&pull)) + sent_bytes (pamong_pull_answer_format (&pull_answer));
  report ("wire-round", (double) total, 3000, 40);
  g_free (server);
}

int
main (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autofree char *device = NULL;
  g_autofree char *actor = NULL;

  pamong_crypto_init ();
  device = pamong_uid_new ();
  actor = pamong_uid_new ();
  measure_residents (rand, device, actor);
  measure_round (rand, device, actor);
  return 0;
}
