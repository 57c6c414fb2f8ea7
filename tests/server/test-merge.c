/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "people.h"
#include "server/merge.h"
#include "wire/crypto.h"

/* Properties of the three-way merge, over many random records and changes. */

#define AREA "35.22.28.2001"
#define ROUNDS 500

static PamongRecord *
a_person (GRand *rand)
{
  g_autoptr (PamongFamilyCard) card = people_family (rand, AREA, 1);

  return g_ptr_array_steal_index (card->members, 0);
}

static const int fields[] = { PAMONG_RESIDENT_NAME, PAMONG_RESIDENT_PHONE, PAMONG_RESIDENT_BIRTH_PLACE, PAMONG_RESIDENT_BIRTH_DATE, PAMONG_RESIDENT_SHDK, PAMONG_RESIDENT_FAMILY_UID };

/* A change of one to three fields of @seen, as its author would send it. */
static PamongChange *
a_change (GRand *rand, const PamongRecord *seen)
{
  PamongChange *change = pamong_change_new ();
  int n = g_rand_int_range (rand, 1, 4), from = g_rand_int_range (rand, 0, G_N_ELEMENTS (fields));

  change->kind = seen->kind;
  change->op = PAMONG_OP_UPDATE;
  change->set = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_delta_free);
  for (int i = 0; i < n; i++)
    {
      int field = fields[(from + i) % (int) G_N_ELEMENTS (fields)];
      PamongDelta *delta = pamong_delta_new (seen->kind, pamong_field_get (seen->kind, field)->key);

      pamong_value_copy (&delta->old_value, &seen->values[field]);
      if (field == PAMONG_RESIDENT_SHDK)
        delta->new_value = (PamongValue) { PAMONG_VALUE_INT, { .i = g_rand_int_range (rand, 1, 11) } };
      else
        delta->new_value = (PamongValue) { PAMONG_VALUE_TEXT, { .s = g_strdup_printf ("1990-01-%02d", g_rand_int_range (rand, 1, 29)) } };
      g_ptr_array_add (change->set, delta);
    }
  return change;
}

static gboolean
is_equal (const PamongRecord *a, const PamongRecord *b)
{
  for (guint i = 0; i < a->n_values; i++)
    if (pamong_record_differs (a, b, (int) i))
      return FALSE;
  return TRUE;
}

/* The author alone: everything is taken; sent again: nothing is left to do. */
static void
test_identity_and_noop (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (int i = 0; i < ROUNDS; i++)
    {
      g_autoptr (PamongRecord) person = a_person (rand);
      g_autoptr (PamongChange) change = a_change (rand, person);
      g_autoptr (PamongMerge) once = pamong_merge (person, change, NULL);
      g_autoptr (PamongMerge) twice = pamong_merge (once->record, change, NULL);

      g_assert_cmpuint (once->clashes->len, ==, 0);
      for (guint j = 0; j < change->set->len; j++)
        {
          const PamongDelta *delta = change->set->pdata[j];
          g_assert_true (pamong_value_equal (&once->record->values[delta->field], &delta->new_value));
        }
      g_assert_cmpuint (twice->clashes->len + twice->taken->len, ==, 0);
      g_assert_true (is_equal (once->record, twice->record));
    }
}

static gboolean
touches (const PamongChange *a, const PamongChange *b)
{
  g_auto (GStrv) x = pamong_merge_keys (a);
  g_auto (GStrv) y = pamong_merge_keys (b);

  for (char **key = x; *key != NULL; key++)
    if (g_strv_contains ((const char *const *) y, *key))
      return TRUE;
  return FALSE;
}

/* Two people on different groups: both survive, in either order. On a common group: whoever comes second finds his value kept in a clash. */
static void
test_order_and_nothing_lost (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);
  guint disjoint = 0, common = 0;

  for (int i = 0; i < ROUNDS; i++)
    {
      g_autoptr (PamongRecord) person = a_person (rand);
      g_autoptr (PamongChange) a = a_change (rand, person);
      g_autoptr (PamongChange) b = a_change (rand, person);
      g_autoptr (PamongMerge) first_a = pamong_merge (person, a, NULL);
      g_autoptr (PamongMerge) then_b = pamong_merge (first_a->record, b, NULL);
      g_autoptr (PamongMerge) first_b = pamong_merge (person, b, NULL);
      g_autoptr (PamongMerge) then_a = pamong_merge (first_b->record, a, NULL);

      if (!touches (a, b))
        {
          disjoint++;
          g_assert_cmpuint (then_b->clashes->len + then_a->clashes->len, ==, 0);
          g_assert_true (is_equal (then_a->record, then_b->record));
        }
      else
        common++;
      for (guint j = 0; j < b->set->len; j++)
        {
          const PamongDelta *delta = b->set->pdata[j];
          gboolean kept = pamong_value_equal (&then_b->record->values[delta->field], &delta->new_value);

          for (guint k = 0; !kept && k < then_b->clashes->len; k++)
            {
              const PamongClash *clash = then_b->clashes->pdata[k];
              g_autoptr (PamongRecord) other = pamong_record_new (PAMONG_KIND_RESIDENT, AREA);

              g_assert_true (pamong_record_from_json (other, clash->other, NULL));
              kept = pamong_value_equal (&other->values[delta->field], &delta->new_value);
            }
          g_assert_true (kept);
        }
    }
  g_assert_cmpuint (disjoint, >, 50);
  g_assert_cmpuint (common, >, 50);
}

/* A part of a group that somebody else has changed meanwhile is a clash, though no single field is. */
static void
test_foreign_group (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autoptr (PamongRecord) person = a_person (rand);
  g_autoptr (PamongRecord) copy = pamong_record_copy (person);
  g_autoptr (PamongChange) change = people_update (copy, PAMONG_RESIDENT_BIRTH_PLACE, "TUBAN LOR", "x", 1);
  const char *foreign[] = { "birth_place", NULL };
  g_autoptr (PamongMerge) alone = pamong_merge (person, change, NULL);
  g_autoptr (PamongMerge) merge = pamong_merge (person, change, foreign);

  g_assert_cmpuint (alone->clashes->len, ==, 0);
  g_assert_cmpuint (merge->clashes->len, ==, 1);
  g_assert_true (is_equal (merge->record, person));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  pamong_crypto_init ();
  g_test_add_func ("/merge/identity", test_identity_and_noop);
  g_test_add_func ("/merge/nothing-lost", test_order_and_nothing_lost);
  g_test_add_func ("/merge/foreign", test_foreign_group);
  return g_test_run ();
}
