/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "people.h"
#include "wire/crypto.h"
#include <string.h>

#define AREA "35.22.28.2001"

static void
assert_same_change (const PamongChange *a, const PamongChange *b)
{
  g_autofree char *x = pamong_change_text (a);
  g_autofree char *y = pamong_change_text (b);

  g_assert_cmpstr (x, ==, y);
}

/* Whatever is left out on the line is there again on the other side. */
static void
test_push_round_trip (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (int round = 0; round < 50; round++)
    {
      GPtrArray *changes = people_changes ();
      g_autoptr (PamongPushRequest) push = NULL;
      g_autoptr (PamongPushRequest) back = NULL;
      g_autoptr (GBytes) body = NULL;
      g_autoptr (GBytes) again = NULL;
      g_autoptr (GError) error = NULL;

      for (int i = g_rand_int_range (rand, 1, 6); i > 0; i--)
        {
          g_autoptr (PamongFamilyCard) card = people_family (rand, AREA, (guint) g_rand_int_range (rand, 1, 6));
          g_autoptr (PamongRecord) person = pamong_record_copy (card->members->pdata[0]);
          PamongChange *edit = people_update (person, PAMONG_RESIDENT_NAME, "SITI \"X\" <b>", g_rand_boolean (rand) ? "a" : "b", 1790000000 + i);

          people_register (changes, card, "a", 1790000000);
          edit->reason = g_rand_boolean (rand) ? g_strdup ("salah ketik") : NULL;
          edit->tx = (gint64) changes->len + 1;
          g_ptr_array_add (changes, edit);
        }
      push = people_push (changes, "device", 1);
      body = pamong_push_request_format (push);
      back = pamong_push_request_parse (body, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (back->changes->len, ==, changes->len);
      for (guint i = 0; i < changes->len; i++)
        {
          assert_same_change (changes->pdata[i], back->changes->pdata[i]);
          g_assert_cmpint (((PamongChange *) back->changes->pdata[i])->seq, ==, (gint64) i + 1);
        }
      again = pamong_push_request_format (back);
      g_assert_true (g_bytes_equal (body, again));
    }
}

static PamongPushRequest *
parse (const char *changes)
{
  g_autofree char *text = g_strdup_printf ("{\"device\":\"d\",\"epoch\":1,\"schema\":1,\"proto\":1,\"from_seq\":1,\"changes\":[%s]}", changes);
  g_autoptr (GBytes) body = g_bytes_new (text, strlen (text));

  return pamong_push_request_parse (body, NULL);
}

#define HEAD "\"actor\":\"a\",\"act\":\"x\",\"t\":1,\"kind\":\"resident\",\"uid\":\"AAAAAAAAAAAAAAAAAAAAAA\""

/* What is not understood stays one change among the others, and keeps its words. */
static void
test_faults_stay_apart (void)
{
  static const struct { const char *change; int fault; } cases[] = {
    { "{" HEAD ",\"set\":{\"name\":\"X\"}}", 0 },
    { "{" HEAD ",\"set\":{\"shoe_size\":{\"left\":42}}}", 0 },
    { "{\"actor\":\"a\",\"act\":\"x\",\"kind\":\"spaceship\",\"uid\":\"AAAAAAAAAAAAAAAAAAAAAA\",\"set\":{}}", PAMONG_REASON_UNKNOWN_KIND },
    { "{" HEAD ",\"op\":\"explode\",\"set\":{}}", PAMONG_REASON_UNKNOWN_OP },
    { "{" HEAD ",\"set\":{\"Bad Key\":1}}", PAMONG_REASON_UNKNOWN_FIELD },
    { "{" HEAD ",\"set\":{\"sex\":\"L\"}}", PAMONG_REASON_BAD_VALUE },
    { "{" HEAD ",\"op\":\"update\",\"set\":{\"name\":\"X\"}}", PAMONG_REASON_BAD_VALUE },
    { "{" HEAD ",\"op\":\"update\",\"set\":{\"name\":[\"X\"]}}", PAMONG_REASON_BAD_VALUE },
    { "{" HEAD "}", PAMONG_REASON_BAD_VALUE },
    { "{\"actor\":\"a\",\"act\":\"x\",\"kind\":\"resident\",\"uid\":\"short\",\"set\":{}}", PAMONG_REASON_BAD_VALUE },
    { "{\"kind\":\"resident\",\"uid\":\"AAAAAAAAAAAAAAAAAAAAAA\",\"set\":{}}", PAMONG_REASON_BAD_VALUE },
    { "7", PAMONG_REASON_BAD_VALUE }, { "[]", PAMONG_REASON_BAD_VALUE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("%s,{" HEAD ",\"set\":{\"name\":\"Y\"}}", cases[i].change);
      g_autoptr (PamongPushRequest) push = parse (text);
      const PamongChange *first, *second;

      g_assert_nonnull (push);
      first = push->changes->pdata[0];
      second = push->changes->pdata[1];
      g_assert_cmpint (first->fault, ==, cases[i].fault);
      g_assert_cmpint (first->raw != NULL, ==, cases[i].fault != 0);
      g_assert_cmpint (second->fault, ==, 0);
      if (cases[i].fault == PAMONG_REASON_UNKNOWN_KIND)
        {
          g_assert_cmpint ((int) first->kind, ==, -1);
          g_assert_nonnull (strstr (first->raw, "spaceship"));
        }
    }
}

static void
test_acts (void)
{
  g_autoptr (PamongPushRequest) push = parse ("{\"n\":2," HEAD ",\"set\":{}},{" HEAD ",\"set\":{}},{" HEAD ",\"set\":{}}");
  g_autoptr (PamongPushRequest) torn = parse ("{\"n\":3," HEAD ",\"set\":{}},{" HEAD ",\"set\":{}}");
  g_autoptr (PamongPushRequest) none = parse ("{\"n\":0," HEAD ",\"set\":{}}");

  g_assert_cmpint (((PamongChange *) push->changes->pdata[1])->tx, ==, 1);
  g_assert_cmpint (((PamongChange *) push->changes->pdata[1])->n, ==, 2);
  g_assert_cmpint (((PamongChange *) push->changes->pdata[2])->tx, ==, 3);
  g_assert_null (torn);
  g_assert_cmpint (((PamongChange *) none->changes->pdata[0])->fault, ==, PAMONG_REASON_BAD_VALUE);
}

static void
test_set_round_trip (void)
{
  static const char json[] = "{\"name\":[null,\"SITI\"],\"sex\":[1,2],\"lat\":[-7.15,null],\"shoe_size\":[{\"left\":42},[1,2]]}";
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) set = pamong_set_parse (PAMONG_KIND_RESIDENT, json, &error);
  g_autofree char *back = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (set->len, ==, 4);
  g_assert_cmpint (((PamongDelta *) set->pdata[1])->field, ==, PAMONG_RESIDENT_SEX);
  g_assert_cmpint (((PamongDelta *) set->pdata[3])->field, ==, -1);
  back = pamong_set_format (set);
  g_assert_cmpstr (back, ==, json);
}

/* Keys of a newer program are kept and given back (R20). */
static void
test_record_keeps_extra (void)
{
  static const char json[] = "{\"name\":\"SITI\",\"sex\":2,\"shoe_size\":{\"left\":42},\"zzz\":[1]}";
  g_autoptr (PamongRecord) record = pamong_record_new (PAMONG_KIND_RESIDENT, AREA);
  g_autoptr (GError) error = NULL;
  g_autofree char *back = NULL;
  g_autofree char *shoe = NULL;
  g_autofree char *after = NULL;

  g_assert_true (pamong_record_from_json (record, json, &error));
  back = pamong_record_to_json (record);
  g_assert_cmpstr (back, ==, json);
  shoe = pamong_record_dup_extra (record, "shoe_size");
  g_assert_cmpstr (shoe, ==, "{\"left\":42}");
  pamong_record_put_extra (record, "shoe_size", NULL);
  pamong_record_put_extra (record, "zzz", "\"y\"");
  after = pamong_record_to_json (record);
  g_assert_cmpstr (after, ==, "{\"name\":\"SITI\",\"sex\":2,\"zzz\":\"y\"}");
  g_assert_false (pamong_record_from_json (record, "{\"sex\":\"P\"}", &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
}

static void
test_card (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);
  g_autoptr (PamongFamilyCard) card = people_family (rand, AREA, 4);
  g_autofree char *json = pamong_card_to_json (card);
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongFamilyCard) back = pamong_card_from_json (json, AREA, &error);
  g_autofree char *again = NULL;
  g_autoptr (PamongFamilyCard) typed = NULL;
  g_autoptr (PamongFamilyCard) wrong = NULL;

  g_assert_no_error (error);
  again = pamong_card_to_json (back);
  g_assert_cmpstr (again, ==, json);
  typed = pamong_card_from_json ("{\"kk_number\":\"3522281603060017\",\"rt\":\"3\",\"members\":[{\"name\":\"siti aminah\",\"sex\":\"perempuan\",\"birth_date\":\"17-05-1981\",\"dusun\":\"X\",\"status\":\"alive\"}]}", AREA, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (pamong_record_text (typed->family, PAMONG_FAMILY_RT), ==, "003");
  g_assert_cmpstr (pamong_record_text (typed->members->pdata[0], PAMONG_RESIDENT_NAME), ==, "SITI AMINAH");
  g_assert_cmpint (pamong_record_int (typed->members->pdata[0], PAMONG_RESIDENT_SEX), ==, 2);
  g_assert_cmpstr (pamong_record_text (typed->members->pdata[0], PAMONG_RESIDENT_BIRTH_DATE), ==, "1981-05-17");
  wrong = pamong_card_from_json ("{\"members\":[{},{\"birth_date\":\"31-02-1990\"}]}", AREA, &error);
  g_assert_null (wrong);
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "2"));
  g_assert_nonnull (strstr (error->message, "birth_date"));
  g_assert_null (pamong_card_from_json ("{\"members\":[{\"nmae\":\"X\"}]}", AREA, NULL));
  g_assert_null (pamong_card_from_json ("{\"members\":{}}", AREA, NULL));
  g_assert_null (pamong_card_from_json ("[]", AREA, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  pamong_crypto_init ();
  g_test_add_func ("/change/push-round-trip", test_push_round_trip);
  g_test_add_func ("/change/faults", test_faults_stay_apart);
  g_test_add_func ("/change/acts", test_acts);
  g_test_add_func ("/change/set", test_set_round_trip);
  g_test_add_func ("/record/extra", test_record_keeps_extra);
  g_test_add_func ("/card", test_card);
  return g_test_run ();
}
