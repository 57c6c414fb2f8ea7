/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "centre.h"
#include "wire/conflict.h"
#include <string.h>

/* Push against a model of it in a hundred lines: three computers of one village do random things to the same people, some requests are sent twice,
 * some acts are poisoned; every outcome, version and value must be as the model says, and every value kept aside must be in its conflict. */

#define T 1790000000
#define N_PEOPLE 3
#define N_COMPUTERS 3
#define STEPS 120

static const int fields[] = { PAMONG_RESIDENT_NAME, PAMONG_RESIDENT_PHONE, PAMONG_RESIDENT_BIRTH_PLACE, PAMONG_RESIDENT_BIRTH_DATE };
#define N_FIELDS ((int) G_N_ELEMENTS (fields))
#define N_GROUPS 3
static const int group_of[] = { 0, 1, 2, 2 };
static const char *const group_keys[] = { "name", "phone", "birth_place" };
static const char *const texts[][3] = { { "BUDI", "SITI", "RATNA" }, { "0811", "0822", "0833" }, { "TUBAN", "BLORA", "LAMONGAN" }, { "1990-01-02", "1991-03-04", "1992-05-06" } };

/* A person as the model, or a computer, has him: what stands in each field is an index into texts. */
typedef struct {
  int value[4];
  gint64 version;
} Person;

/* Model: the person, who wrote which version last, and per group: who changed it at which version, who had a value kept aside at which version,
 * whether a conflict is open, and how many links its chain has. */
typedef struct {
  Person now;
  gint64 written[N_COMPUTERS];
  struct { int author; gint64 version, clashed[N_COMPUTERS]; gboolean open; guint links; } group[N_GROUPS];
} Model;

typedef struct {
  GRand *rand;
  Centre *centre;
  Computer *computer[N_COMPUTERS], *reader;
  PamongRecord *person[N_PEOPLE];
  Model model[N_PEOPLE];
  Person seen[N_COMPUTERS][N_PEOPLE];
} World;

/* Edit: what one change says: for each field of @mask from what to what. */
typedef struct {
  int who, person, mask, from[4], to[4];
  gint64 base;
  gboolean resolve;
} Edit;

static gint64
foreign_version (const Model *model, int who)
{
  gint64 version = 0;

  for (int i = 0; i < N_COMPUTERS; i++)
    version = i == who ? version : MAX (version, model->written[i]);
  return version;
}

/* 0 nothing to do, 1 take it, 2 clash. */
static int
judge (const Model *model, const Edit *edit, int group)
{
  int worst = 0, said = 0, members = 0;

  for (int f = 0; f < N_FIELDS; f++)
    {
      members += group_of[f] == group;
      if (group_of[f] != group || !(edit->mask & 1 << f))
        continue;
      said++;
      if (model->now.value[f] != edit->to[f])
        worst = MAX (worst, model->now.value[f] == edit->from[f] ? 1 : 2);
    }
  if (worst == 1 && said < members && model->group[group].author != edit->who && model->group[group].version > edit->base)
    return 2;
  return worst;
}

static void
settle (Model *model, const Edit *edit, int group)
{
  gboolean unseen = FALSE;

  for (int i = 0; i < N_COMPUTERS; i++)
    unseen |= i != edit->who && model->group[group].clashed[i] > edit->base;
  model->group[group].open = model->group[group].open && unseen;
}

static PamongOutcome
play (Model *model, const Edit *edit)
{
  gint64 foreign = foreign_version (model, edit->who);
  int verdict[N_GROUPS] = { 0 }, worst = 0, takes = 0;

  for (int g = 0; g < N_GROUPS; g++)
    {
      verdict[g] = judge (model, edit, g);
      worst = MAX (worst, verdict[g]);
      takes += verdict[g] == 1;
    }
  if (worst > 0)
    model->written[edit->who] = ++model->now.version;
  for (int g = 0; g < N_GROUPS; g++)
    if (verdict[g] == 1)
      {
        model->group[g].author = edit->who;
        model->group[g].version = model->now.version;
      }
    else if (verdict[g] == 2)
      {
        model->group[g].links = model->group[g].open ? model->group[g].links : 0;
        model->group[g].open = TRUE;
        model->group[g].links++;
        model->group[g].clashed[edit->who] = model->now.version;
      }
  for (int f = 0; f < N_FIELDS; f++)
    if (edit->mask & 1 << f && verdict[group_of[f]] == 1)
      model->now.value[f] = edit->to[f];
  for (int g = 0; g < N_GROUPS && edit->resolve; g++)
    if (verdict[g] < 2 && edit->mask & (g == 2 ? 12 : 1 << g))
      settle (model, edit, g);
  if (worst == 2)
    return PAMONG_OUTCOME_CONFLICT;
  return takes == 0 ? PAMONG_OUTCOME_NOOP : foreign <= edit->base ? PAMONG_OUTCOME_APPLIED : PAMONG_OUTCOME_MERGED;
}

static PamongChange *
write_edit (World *world, const Edit *edit, int step)
{
  g_autoptr (PamongRecord) copy = pamong_record_copy (world->person[edit->person]);
  PamongChange *change;

  copy->version = edit->base;
  change = people_update (copy, PAMONG_RESIDENT_NAME, "X", computer_actor (world->computer[edit->who]), T + step);
  change->op = edit->resolve ? PAMONG_OP_RESOLVE : PAMONG_OP_UPDATE;
  g_ptr_array_set_size (change->set, 0);
  for (int f = 0; f < N_FIELDS; f++)
    if (edit->mask & 1 << f)
      {
        PamongDelta *delta = pamong_delta_new (PAMONG_KIND_RESIDENT, pamong_field_get (PAMONG_KIND_RESIDENT, fields[f])->key);

        delta->old_value = (PamongValue) { PAMONG_VALUE_TEXT, { .s = g_strdup (texts[f][edit->from[f]]) } };
        delta->new_value = (PamongValue) { PAMONG_VALUE_TEXT, { .s = g_strdup (texts[f][edit->to[f]]) } };
        g_ptr_array_add (change->set, delta);
      }
  return change;
}

static Edit
make_edit (World *world)
{
  Edit edit = { .who = g_rand_int_range (world->rand, 0, N_COMPUTERS), .person = g_rand_int_range (world->rand, 0, N_PEOPLE) };
  const Person *seen = &world->seen[edit.who][edit.person];
  static const int whole[] = { 1, 2, 12 };

  edit.resolve = g_rand_int_range (world->rand, 0, 4) == 0;
  edit.mask = edit.resolve ? whole[g_rand_int_range (world->rand, 0, 3)] : g_rand_int_range (world->rand, 1, 16);
  edit.base = seen->version;
  for (int f = 0; f < N_FIELDS; f++)
    {
      edit.from[f] = seen->value[f];
      edit.to[f] = (seen->value[f] + g_rand_int_range (world->rand, edit.resolve ? 0 : 1, 3)) % 3;
    }
  return edit;
}

/* What the computer knows after the answer: its own value where it was taken; the version as told, or counted along. */
static void
learn (World *world, const Edit *edit, const PamongResult *result)
{
  Person *seen = &world->seen[edit->who][edit->person];

  for (int f = 0; f < N_FIELDS; f++)
    if (edit->mask & 1 << f)
      seen->value[f] = world->model[edit->person].now.value[f];
  seen->version = result->outcome == PAMONG_OUTCOME_APPLIED ? seen->version + 1 : result->version;
}

/* The last request once more: the same answer, and nothing changes. */
static void
repeat (Computer *computer, PamongChange *change, const PamongResult *result)
{
  GPtrArray *changes = changes_one (change);
  g_autoptr (PamongPushAnswer) answer = NULL;
  PamongResult *again;

  computer->seq--;
  answer = computer_push (computer, changes);
  again = g_ptr_array_index (answer->results, 0);
  g_assert_cmpint (again->outcome, ==, result->outcome);
  g_assert_cmpint (again->version, ==, result->version);
}

/* An act of a good edit and one that nobody understands: none of it is taken. The person it names is a stranger, so that nobody is held for it. */
static void
poison (World *world)
{
  Computer *computer = world->computer[g_rand_int_range (world->rand, 0, N_COMPUTERS)];
  g_autoptr (PamongFamilyCard) card = people_family (world->rand, VILLAGE, 2);
  GPtrArray *changes = people_changes ();
  g_autoptr (PamongPushAnswer) answer = NULL;

  people_register (changes, card, computer_actor (computer), T);
  ((PamongChange *) g_ptr_array_index (changes, changes->len - 1))->area = g_strdup (NEIGHBOUR);
  answer = computer_push (computer, changes);
  for (guint i = 0; i < answer->results->len; i++)
    g_assert_cmpint (((PamongResult *) g_ptr_array_index (answer->results, i))->outcome, ==, PAMONG_OUTCOME_REJECTED);
}

static void
edit_once (World *world, int step)
{
  Edit edit = make_edit (world);
  Model *model = &world->model[edit.person];
  Computer *computer = world->computer[edit.who];
  PamongOutcome expected = play (model, &edit);
  g_autoptr (PamongResult) result = computer_push_one (computer, write_edit (world, &edit, step));

  if (result->outcome != expected || (expected != PAMONG_OUTCOME_APPLIED && result->version != model->now.version))
    g_error ("step %d: %s v%d, the model says %s v%d", step, pamong_outcome_name (result->outcome), (int) result->version, pamong_outcome_name (expected), (int) model->now.version);
  if (g_rand_int_range (world->rand, 0, 5) == 0)
    repeat (computer, write_edit (world, &edit, step), result);
  learn (world, &edit, result);
}

static void
check_person (World *world, GHashTable *rows, int p)
{
  const Model *model = &world->model[p];
  const PamongFeedRow *row = g_hash_table_lookup (rows, world->person[p]->uid);

  g_assert_cmpint (row->record->version, ==, model->now.version);
  for (int f = 0; f < N_FIELDS; f++)
    g_assert_cmpstr (pamong_record_text (row->record, fields[f]), ==, texts[f][model->now.value[f]]);
  for (int g = 0; g < N_GROUPS; g++)
    {
      g_autofree char *uid = pamong_conflict_uid (world->person[p]->uid, group_keys[g]);
      const PamongFeedRow *conflict = g_hash_table_lookup (rows, uid);
      g_autoptr (GPtrArray) others = conflict ? pamong_conflict_others (conflict->record, NULL) : NULL;

      g_assert_cmpint (conflict != NULL && !pamong_record_int (conflict->record, PAMONG_CONFLICT_CLOSED), ==, model->group[g].open);
      if (model->group[g].open)
        g_assert_cmpuint (others->len, ==, model->group[g].links);
    }
}

/* All there is from the start against the model; then one computer takes it as its own page. */
static void
pull (World *world, int who)
{
  g_autoptr (GHashTable) cursors = computer_cursors (world->reader);
  g_autoptr (GHashTable) rows = computer_pull (world->reader, cursors, 7);

  for (int p = 0; p < N_PEOPLE; p++)
    {
      check_person (world, rows, p);
      world->seen[who][p] = world->model[p].now;
    }
}

static void
start (World *world)
{
  world->centre = centre_new ();
  for (int i = 0; i < N_COMPUTERS; i++)
    world->computer[i] = computer_enrolled (world->centre, "village", VILLAGE);
  world->reader = computer_enrolled (world->centre, "district", DISTRICT);
  for (int p = 0; p < N_PEOPLE; p++)
    {
      g_autoptr (PamongFamilyCard) card = people_family (world->rand, VILLAGE, 1);

      world->person[p] = g_ptr_array_steal_index (card->members, 0);
      pamong_record_clear (world->person[p], PAMONG_RESIDENT_FAMILY_UID);
      for (int f = 0; f < N_FIELDS; f++)
        pamong_record_set_text (world->person[p], fields[f], texts[f][0]);
      pamong_result_free (computer_push_one (world->computer[0], people_insert (world->person[p], computer_actor (world->computer[0]), "resident.add", T)));
      world->model[p].now.version = world->model[p].written[0] = 1;
      for (int i = 0; i < N_COMPUTERS; i++)
        world->seen[i][p].version = 1;
    }
}

static void
test_model (gconstpointer seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (GPOINTER_TO_UINT (seed));
  World world = { .rand = rand };

  start (&world);
  for (int step = 0; step < STEPS; step++)
    switch (g_rand_int_range (rand, 0, 20))
      {
      case 0:
        poison (&world);
        break;
      case 1:
      case 2:
      case 3:
        pull (&world, g_rand_int_range (rand, 0, N_COMPUTERS));
        break;
      default:
        edit_once (&world, step);
      }
  pull (&world, 0);
  centre_check (world.centre);
  for (int i = 0; i < N_COMPUTERS; i++)
    computer_free (world.computer[i]);
  computer_free (world.reader);
  for (int p = 0; p < N_PEOPLE; p++)
    pamong_record_free (world.person[p]);
  centre_free (world.centre);
}

int
main (int argc, char **argv)
{
  centre_init (&argc, &argv);
  for (guint seed = 1; seed <= 4; seed++)
    {
      g_autofree char *path = g_strdup_printf ("/model/%u", seed);

      g_test_add_data_func (path, GUINT_TO_POINTER (seed), test_model);
    }
  return g_test_run ();
}
