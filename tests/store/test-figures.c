/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of Beranda are those of Penduduk. */
#include "fixture.h"
#include "domain/uid.h"
#include "store/figures.h"
#include "store/residents.h"

#define TODAY "2026-04-14"

static void
put_person (PamongStore *store, const char *family_uid, int sex, const char *birth_date, const char *nik, gboolean dead)
{
  g_autoptr (PamongRecord) person = fixture_resident ("SARI", family_uid);
  g_autoptr (PamongRecord) death = dead ? fixture_event (PAMONG_EVENT_DEATH, person->uid, "2026-01-01") : NULL;

  pamong_record_clear (person, PAMONG_RESIDENT_SEX);
  if (sex > 0)
    pamong_record_set_int (person, PAMONG_RESIDENT_SEX, sex);
  pamong_record_set_text (person, PAMONG_RESIDENT_BIRTH_DATE, birth_date);
  pamong_record_set_text (person, PAMONG_RESIDENT_NIK, nik);
  fixture_put (store, person, death, NULL);
}

static char *
put_family (PamongStore *store, const char *dusun, const char *kk_number)
{
  g_autoptr (PamongRecord) family = fixture_family (kk_number);

  pamong_record_set_text (family, PAMONG_FAMILY_DUSUN, dusun);
  fixture_put (store, family, NULL);
  return g_strdup (family->uid);
}

static gint64
count_marks (PamongStore *store, int marks)
{
  PamongQuery query = PAMONG_QUERY_INIT;

  query.marks = marks;
  return pamong_residents_count (store, &query, NULL);
}

static void
assert_agrees (PamongStore *store, const PamongFigures *figures)
{
  PamongCounts counts;
  gint64 residents = 0, families = 0, ages[2] = { 0 };

  g_assert_true (pamong_residents_counts (store, FIXTURE_AREA, &counts, NULL));
  for (guint i = 0; i < figures->dusun->len; i++)
    {
      PamongDusunFigures *dusun = figures->dusun->pdata[i];

      residents += dusun->residents;
      families += dusun->families;
    }
  for (int sex = 0; sex < 2; sex++)
    for (int group = 0; group < PAMONG_AGE_GROUPS; group++)
      ages[sex] += figures->ages[sex][group];
  g_assert_cmpint (residents, ==, counts.residents);
  g_assert_cmpint (families, ==, counts.families);
  g_assert_cmpint (ages[0] + ages[1] + figures->no_age, ==, counts.residents);
  g_assert_cmpint (figures->counts.residents, ==, counts.residents);
  g_assert_cmpint (figures->no_nik, ==, count_marks (store, PAMONG_MARK_NO_NIK));
  g_assert_cmpint (figures->unfilled, ==, count_marks (store, PAMONG_MARK_CHECK));
  g_assert_cmpint (figures->clashes, ==, count_marks (store, PAMONG_MARK_CONFLICT));
}

static void
test_village (void)
{
  PamongStore *store = fixture_new ();
  g_autofree char *mojo = put_family (store, "MOJO", "3522280101200001"), *dlik = put_family (store, "DLIK", "3522280101200002");
  g_autofree char *none = put_family (store, NULL, "3522280101200003"), *empty = put_family (store, "MOJO", "3522280101200004");
  g_autoptr (PamongFigures) figures = NULL;
  g_autoptr (GError) error = NULL;
  PamongDusunFigures *first, *last;

  put_person (store, mojo, 1, "2021-04-15", "3522281504210001", FALSE); /* turns five tomorrow */
  put_person (store, mojo, 2, "2021-04-14", "3522285404210002", FALSE); /* today */
  put_person (store, dlik, 1, "1930-01-02", NULL, FALSE);
  put_person (store, none, 0, NULL, NULL, FALSE);
  put_person (store, NULL, 2, "1990-01-02", NULL, FALSE);
  put_person (store, empty, 1, "1950-01-02", NULL, TRUE);
  figures = pamong_figures_read (store, FIXTURE_AREA, TODAY, &error);
  g_assert_no_error (error);
  assert_agrees (store, figures);
  g_assert_cmpint (figures->counts.residents, ==, 5);
  g_assert_cmpint (figures->counts.families, ==, 3);
  g_assert_cmpint (figures->ages[0][0], ==, 1);
  g_assert_cmpint (figures->ages[1][1], ==, 1);
  g_assert_cmpint (figures->ages[0][PAMONG_AGE_GROUPS - 1], ==, 1);
  g_assert_cmpint (figures->no_age, ==, 1);
  g_assert_cmpint (figures->no_nik, ==, 3);
  g_assert_cmpint (figures->target, ==, 0);
  g_assert_cmpuint (figures->dusun->len, ==, 3);
  first = figures->dusun->pdata[0];
  last = figures->dusun->pdata[2];
  g_assert_cmpstr (first->dusun, ==, "DLIK");
  g_assert_cmpstr (last->dusun, ==, "");
  g_assert_cmpint (last->residents, ==, 2);
  fixture_free (store);
}

static void
put_target (PamongStore *store, const char *area, gint64 target)
{
  g_autoptr (PamongRecord) place = pamong_record_new (PAMONG_KIND_PLACE, area);
  g_autoptr (GError) error = NULL;
  PamongWrite *write = pamong_write_begin_apply (store, &error);

  g_free (place->uid);
  place->uid = pamong_uid_derive ("place", (const char *const[]) { area, NULL });
  place->version = 1;
  pamong_record_set_int (place, PAMONG_PLACE_TARGET, target);
  pamong_record_set_text (place, PAMONG_PLACE_TARGET_SOURCE, "DKB semester I 2026");
  g_assert_true (pamong_write_put (write, place, &error));
  g_assert_true (pamong_write_commit (write, NULL, NULL, &error));
  g_assert_no_error (error);
}

/* A village is measured by its own target only. */
static void
test_target (void)
{
  PamongStore *store = fixture_new ();
  g_autoptr (PamongFigures) none = NULL, some = NULL;

  put_target (store, "35.22.28.2009", 900);
  none = pamong_figures_read (store, FIXTURE_AREA, TODAY, NULL);
  g_assert_cmpint (none->target, ==, 0);
  g_assert_null (none->target_source);
  put_target (store, FIXTURE_AREA, 3200);
  some = pamong_figures_read (store, FIXTURE_AREA, TODAY, NULL);
  g_assert_cmpint (some->target, ==, 3200);
  g_assert_cmpstr (some->target_source, ==, "DKB semester I 2026");
  fixture_free (store);
}

static void
test_empty (void)
{
  PamongStore *store = fixture_new ();
  g_autoptr (PamongFigures) figures = pamong_figures_read (store, FIXTURE_AREA, TODAY, NULL);

  g_assert_cmpint (figures->counts.completeness, ==, -1);
  g_assert_cmpuint (figures->dusun->len, ==, 0);
  assert_agrees (store, figures);
  g_assert_cmpint (pamong_figures_coverage (10, 0), ==, -1);
  g_assert_cmpint (pamong_figures_coverage (2175, 3200), ==, 679);
  fixture_free (store);
}

/* A person counts once, however often they were changed; what was long ago does not. */
static void
test_changed (void)
{
  PamongStore *store = fixture_new ();
  g_autoptr (PamongRecord) person = fixture_resident ("SARI", NULL);
  g_autoptr (GHashTable) ever = NULL, later = NULL;

  fixture_put (store, person, NULL);
  fixture_edit (store, PAMONG_KIND_RESIDENT, person->uid, PAMONG_RESIDENT_NAME, "SARI DEWI");
  ever = pamong_figures_changed (store, 0, NULL);
  later = pamong_figures_changed (store, G_MAXINT64, NULL);
  g_assert_cmpuint (g_hash_table_size (ever), ==, 1);
  g_assert_cmpint (*(gint64 *) g_hash_table_lookup (ever, FIXTURE_AREA), ==, 1);
  g_assert_cmpuint (g_hash_table_size (later), ==, 0);
  fixture_free (store);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figures/village", test_village);
  g_test_add_func ("/figures/empty", test_empty);
  g_test_add_func ("/figures/target", test_target);
  g_test_add_func ("/figures/changed", test_changed);
  return g_test_run ();
}
