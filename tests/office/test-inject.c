/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "office/desil.h"
#include "office/inject.h"
#include "office/line.h"

/* What the regency filled in, as the village has it. */

#define BATCH "MLcvmCzISTO6Mlul04x7_A"

/* Somebody of a batch, as the feed brings them. */
static char *
arrive (PamongOffice *office, const char *nik, const char *name)
{
  g_autoptr (PamongRecord) person = fixture_person (nik, name, 1, "1980-05-05", 1);

  pamong_record_set_text (person, PAMONG_RESIDENT_BATCH_UID, BATCH);
  fixture_arrive (office, person, "inject " BATCH);
  return g_strdup (person->uid);
}

static void
test_confirm (void)
{
  PamongOffice *office = fixture_office ();
  PamongStore *store = pamong_office_store (office);
  g_autoptr (PamongFamilyCard) card = fixture_register (office);
  g_autofree char *one = arrive (office, "3522280505800011", "KARTONO"), *two = arrive (office, "3522280505800012", "SUPARMAN");
  const char *uids[] = { one, two, fixture_member (card, 0)->uid, NULL };
  g_autoptr (PamongRecord) resident = pamong_store_get (store, PAMONG_KIND_RESIDENT, one, NULL), after = NULL;
  g_autoptr (GPtrArray) findings = pamong_findings_new (), later = pamong_findings_new ();
  g_autoptr (GError) error = NULL;
  gint64 before = fixture_changes (office);
  guint n = 0;

  g_assert_true (pamong_office_findings (store, resident, findings, &error));
  g_assert_true (fixture_has (findings, "not-checked"));
  g_assert_true (pamong_office_confirm (office, uids, &n, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 2); /* the third never waited */
  g_assert_cmpint (fixture_changes (office), ==, before + 2);
  after = pamong_store_get (store, PAMONG_KIND_RESIDENT, one, NULL);
  g_assert_false (pamong_record_is_set (after, PAMONG_RESIDENT_BATCH_UID));
  g_assert_true (pamong_office_findings (store, after, later, &error));
  g_assert_false (fixture_has (later, "not-checked"));
  g_assert_true (pamong_office_confirm (office, uids, &n, &error));
  g_assert_cmpuint (n, ==, 0);
  fixture_close (office);
}

/* More than one act may hold: all of them, in acts of at most 500. */
static void
test_confirm_many (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (GPtrArray) uids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  guint n = 0;

  for (guint i = 0; i < 620; i++)
    {
      g_autofree char *nik = g_strdup_printf ("352228050580%04u", i + 1), *name = g_strdup_printf ("WARGA %c%c", (int) ('A' + i % 26), (int) ('A' + i / 26));

      g_ptr_array_add (uids, arrive (office, nik, name));
    }
  g_ptr_array_add (uids, NULL);
  g_assert_true (pamong_office_confirm (office, (const char *const *) uids->pdata, &n, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 620);
  fixture_close (office);
}

static PamongOffice *
regency_office (void)
{
  g_autofree char *dir = fixture_dir ();
  g_autoptr (GError) error = NULL;
  PamongOffice *office = pamong_office_init (dir, PAMONG_LEVEL_REGENCY, "35.22", "Operator Kabupaten", PAMONG_DUTY_OPERATOR, FIXTURE_PASSWORD, NULL, &error);

  g_assert_no_error (error);
  return office;
}

static void
lay_down (PamongIntake *intake, guint n, const char *area, const char *nik, const char *name, const char *kk_number)
{
  g_autoptr (PamongRecord) person = fixture_person (nik, name, 1, "1980-05-05", 1), family = pamong_record_new (PAMONG_KIND_FAMILY, NULL);
  PamongIntakeRow row = { .sheet = "Data", .row = n, .area = area, .resident = person, .family = family };
  g_autoptr (GError) error = NULL;

  pamong_record_set_text (family, PAMONG_FAMILY_KK_NUMBER, kk_number);
  pamong_record_set_text (family, PAMONG_FAMILY_DUSUN, "KRAJAN");
  g_assert_true (pamong_intake_add (intake, &row, &error));
  g_assert_no_error (error);
}

/* Two villages and a row that names none. */
static PamongInjection *
read_file (PamongOffice *office, const char *village)
{
  PamongImport import = { .file = (char *) "kabupaten.csv", .layout = (char *) "own", .digest = (char *) "d1", .act = (char *) "inject", .title = (char *) "Daftar",
                          .source = (char *) "SIAK", .compiled_by = (char *) "Dukcapil", .compiled_on = (char *) "2026-06-30", .area = (char *) "35.22" };
  g_autoptr (PamongIntake) intake = NULL;
  g_autoptr (GError) error = NULL;
  PamongInjection *injection;
  guint skip;

  intake = pamong_intake_begin (office, &import, &skip, &error);
  g_assert_no_error (error);
  lay_down (intake, 2, "35.22.28.2002", "3522280505800021", "KARTONO", "3522280101260002");
  lay_down (intake, 3, "35.22.28.2001", "3522280505800022", "SUPARMAN", "3522280101260001");
  lay_down (intake, 4, "35.22.28.2002", "3522280505800023", "WAGIMIN", "3522280101260003");
  lay_down (intake, 5, NULL, "3522280505800024", "TANPA DESA", "3522280101260004");
  g_assert_true (pamong_intake_end (intake, &error));
  injection = pamong_inject_split (office, import.uid, village, NULL, NULL, &error);
  g_assert_no_error (error);
  g_free (import.uid);
  return injection;
}

static guint
count_living (PamongOffice *office, const char *const *niks)
{
  guint n = 0;

  for (guint i = 0; niks[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) people = pamong_store_find (pamong_office_store (office), PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_NIK, niks[i], NULL);

      for (guint j = 0; j < people->len; j++)
        n += pamong_store_status (pamong_office_store (office), ((PamongRecord *) people->pdata[j])->uid) == PAMONG_STATUS_ALIVE;
    }
  return n;
}

/* The centre took all that waits. */
static void
all_taken (PamongOffice *office)
{
  g_autoptr (PamongPushAnswer) answer = g_new0 (PamongPushAnswer, 1);
  PamongResult *result = pamong_result_new (1, PAMONG_OUTCOME_APPLIED);
  g_autoptr (GError) error = NULL;

  result->to = fixture_changes (office);
  answer->high = result->to;
  answer->results = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_result_free);
  g_ptr_array_add (answer->results, result);
  g_assert_true (pamong_office_store_answer (office, answer, &error));
  g_assert_no_error (error);
}

static void
test_villages (void)
{
  static const char *const niks[] = { "3522280505800021", "3522280505800022", "3522280505800023", "3522280505800024", NULL };
  PamongOffice *office = regency_office ();
  PamongStore *store = pamong_office_store (office);
  g_autoptr (PamongInjection) injection = read_file (office, NULL), named = NULL;
  g_autoptr (GPtrArray) people = NULL, together = NULL, one = NULL, groups = NULL;
  g_autoptr (PamongRecord) batch = NULL, confirmed = NULL;
  g_autofree char *words = NULL, *act = NULL;
  g_autoptr (GError) error = NULL;
  const PamongImport *first, *second;

  g_assert_cmpuint (injection->batches->len, ==, 2);
  g_assert_cmpuint (injection->homeless, ==, 1);
  g_assert_nonnull (g_strstr_len (injection->where, -1, "5"));
  named = read_file (office, "35.22.28.2003"); /* read again: what never went in makes room */
  g_assert_cmpuint (named->homeless, ==, 0);
  g_assert_cmpuint (named->batches->len, ==, 3);
  first = named->batches->pdata[0];
  second = named->batches->pdata[1];
  g_assert_cmpstr (first->area, ==, "35.22.28.2001");
  g_assert_cmpuint (first->figures.added, ==, 1);
  g_assert_cmpuint (second->figures.added, ==, 2);
  groups = pamong_inject_groups (store, &error);
  g_assert_cmpuint (groups->len, ==, 1);
  g_assert_cmpuint (((GPtrArray *) groups->pdata[0])->len, ==, 3);
  g_assert_cmpuint (count_living (office, niks), ==, 0);
  for (guint i = 0; i < named->batches->len; i++)
    g_assert_true (pamong_import_commit (office, ((PamongImport *) named->batches->pdata[i])->uid, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_living (office, niks), ==, 4);

  /* The batch belongs to the village, its people wait, and the source is named. */
  batch = pamong_store_get (store, PAMONG_KIND_BATCH, second->uid, NULL);
  g_assert_cmpstr (batch->area, ==, "35.22.28.2002");
  g_assert_cmpint (pamong_record_int (batch, PAMONG_BATCH_INJECTED), ==, 1);
  people = pamong_store_find (store, PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_NIK, niks[0], NULL);
  confirmed = pamong_record_copy (people->pdata[0]);
  g_assert_cmpstr (confirmed->area, ==, "35.22.28.2002");
  g_assert_cmpstr (pamong_record_text (confirmed, PAMONG_RESIDENT_BATCH_UID), ==, second->uid);
  act = g_strconcat ("inject ", second->uid, NULL);
  words = pamong_import_source_words (store, act);
  g_assert_nonnull (g_strstr_len (words, -1, "Dukcapil"));

  /* One is confirmed meanwhile: he stays when all of it is taken back. */
  together = pamong_inject_together (store, first->uid, NULL, &error);
  one = pamong_inject_together (store, first->uid, "35.22.28.2002", &error);
  g_assert_cmpuint (together->len, ==, 3);
  g_assert_cmpuint (one->len, ==, 1);
  all_taken (office);
  pamong_record_clear (confirmed, PAMONG_RESIDENT_BATCH_UID);
  confirmed->version = 1;
  {
    g_autofree char *area = g_strdup (confirmed->area);

    fixture_arrive_in (office, confirmed, area, "resident.confirm");
  }
  for (guint i = 0; i < together->len; i++)
    g_assert_true (pamong_import_undo (office, ((PamongImport *) together->pdata[i])->uid, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_living (office, niks), ==, 1);
  g_assert_cmpint (pamong_store_status (store, confirmed->uid), ==, PAMONG_STATUS_ALIVE);
  fixture_close (office);
}

static PamongDesilRow *
desil_row (const char *kk_number, const char *nik, int desil, const char *date)
{
  PamongDesilRow *row = g_new0 (PamongDesilRow, 1);

  row->sheet = g_strdup ("Data");
  row->kk_number = g_strdup (kk_number);
  row->nik = g_strdup (nik);
  row->family = pamong_record_new (PAMONG_KIND_FAMILY, NULL);
  pamong_record_set_int (row->family, PAMONG_FAMILY_DESIL, desil);
  pamong_record_set_text (row->family, PAMONG_FAMILY_DESIL_DATE, date);
  return row;
}

static void
test_desil (void)
{
  PamongOffice *office = fixture_office ();
  PamongStore *store = pamong_office_store (office);
  g_autoptr (PamongFamilyCard) card = fixture_register (office);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_desil_row_free), imports = NULL;
  g_autoptr (GPtrArray) villages = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_desil_village_free);
  PamongDesilVillage *told;
  g_autoptr (PamongRecord) family = NULL, back = NULL;
  PamongImport origin = { .file = (char *) "dtsen.csv", .source = (char *) "SIKS-NG" };
  PamongDesilFigures figures;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (rows, desil_row (NULL, pamong_record_text (fixture_member (card, 1), PAMONG_RESIDENT_NIK), 3, "2026-02-17"));
  g_ptr_array_add (rows, desil_row (pamong_record_text (card->family, PAMONG_FAMILY_KK_NUMBER), NULL, 4, "2026-02-17"));
  g_ptr_array_add (rows, desil_row ("3522280101990099", NULL, 4, "2026-02-17"));
  g_ptr_array_add (rows, desil_row (pamong_record_text (card->family, PAMONG_FAMILY_KK_NUMBER), NULL, 4, NULL));
  g_assert_true (pamong_desil_villages (office, rows, &origin, FALSE, villages, &figures, &error));
  g_assert_cmpuint (villages->len, ==, 1);
  told = villages->pdata[0];
  g_assert_cmpstr (told->area, ==, FIXTURE_AREA);
  g_assert_cmpuint (told->filled, ==, 1);
  told->left_out = TRUE;
  g_assert_true (pamong_desil_villages (office, rows, &origin, TRUE, villages, &figures, &error));
  g_assert_cmpuint (figures.batches, ==, 0);
  g_assert_cmpuint (told->filled, ==, 1); /* as the dry run said */
  g_assert_true (pamong_desil (office, rows, &origin, TRUE, &figures, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (figures.filled, ==, 1);
  g_assert_cmpuint (figures.refused, ==, 3); /* says otherwise, is not here, of no date */
  family = pamong_store_get (store, PAMONG_KIND_FAMILY, card->family->uid, NULL);
  g_assert_cmpint (pamong_record_int (family, PAMONG_FAMILY_DESIL), ==, 3);
  g_assert_cmpstr (pamong_record_text (family, PAMONG_FAMILY_DESIL_SOURCE), ==, "SIKS-NG");

  g_ptr_array_set_size (rows, 0);
  g_ptr_array_add (rows, desil_row (pamong_record_text (card->family, PAMONG_FAMILY_KK_NUMBER), NULL, 9, "2025-11-17"));
  g_assert_false (pamong_desil (office, rows, &origin, TRUE, &figures, &error)); /* older: nothing to bring in */
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
  g_assert_cmpuint (figures.older, ==, 1);
  g_clear_error (&error);

  imports = pamong_imports_list (store, &error);
  g_assert_cmpuint (imports->len, ==, 1);
  g_assert_true (pamong_import_undo (office, ((PamongImport *) imports->pdata[0])->uid, NULL, NULL, &error));
  g_assert_no_error (error);
  back = pamong_store_get (store, PAMONG_KIND_FAMILY, card->family->uid, NULL);
  g_assert_false (pamong_record_is_set (back, PAMONG_FAMILY_DESIL));
  fixture_close (office);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/inject/confirm", test_confirm);
  g_test_add_func ("/inject/confirm-many", test_confirm_many);
  g_test_add_func ("/inject/villages", test_villages);
  g_test_add_func ("/inject/desil", test_desil);
  return g_test_run ();
}
