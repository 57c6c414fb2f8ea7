/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "domain/uid.h"

static void
test_insert (void)
{
  PamongStore *store = fixture_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongRecord) family = fixture_family ("3522280101200001");
  g_autoptr (PamongRecord) resident = fixture_resident ("SITI NUR'AINI, S.Pd", family->uid);
  g_autoptr (PamongRecord) read = NULL;
  g_autofree char *set = NULL;

  pamong_record_set_real (resident, PAMONG_RESIDENT_LAT, -7.1 / 3);
  g_assert_cmpint (fixture_put (store, family, resident, NULL), ==, 2);
  g_assert_cmpint (fixture_count (store, "SELECT count (*) FROM change WHERE tx = 1 AND n = 2 AND op = 'insert' AND base = 0 AND state = 'pending'"), ==, 2);
  set = fixture_text (store, "SELECT \"set\" FROM change WHERE seq = 1");
  g_assert_cmpstr (set, ==, "{\"kk_number\":[null,\"3522280101200001\"],\"address\":[null,\"JL. \\\"MAWAR\\\" NO. 1\"],\"dusun\":[null,\"KRAJAN\"],\"rw\":[null,\"001\"],\"rt\":[null,\"002\"]}");
  read = pamong_store_get (store, PAMONG_KIND_RESIDENT, resident->uid, &error);
  g_assert_cmpstr (pamong_record_text (read, PAMONG_RESIDENT_NAME), ==, "SITI NUR'AINI, S.Pd");
  g_assert_cmpfloat_with_epsilon (pamong_record_real (read, PAMONG_RESIDENT_LAT), -7.1 / 3, 1e-14);
  fixture_check (store);
  fixture_free (store);
}

static void
test_update (void)
{
  PamongStore *store = fixture_new ();
  g_autoptr (PamongRecord) resident = fixture_resident ("SARI", NULL);
  g_autofree char *set = NULL;

  fixture_put (store, resident, NULL);
  g_assert_cmpint (fixture_put (store, resident, NULL), ==, 0);
  pamong_record_set_text (resident, PAMONG_RESIDENT_NAME, "SARI DEWI");
  pamong_record_clear (resident, PAMONG_RESIDENT_RELIGION);
  pamong_record_set_int (resident, PAMONG_RESIDENT_OCCUPATION, 9);
  g_assert_cmpint (fixture_put (store, resident, NULL), ==, 1);
  set = fixture_text (store, "SELECT \"set\" FROM change WHERE seq = 2 AND op = 'update'");
  g_assert_cmpstr (set, ==, "{\"name\":[\"SARI\",\"SARI DEWI\"],\"religion\":[1,null],\"occupation\":[null,9]}");
  fixture_check (store);
  fixture_free (store);
}

static void
test_rollback (void)
{
  PamongStore *store = fixture_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongRecord) resident = fixture_resident ("SARI", NULL);
  g_autoptr (PamongRecord) other = fixture_resident ("DEWI", NULL);

  fixture_put (store, resident, NULL);
  {
    g_autoptr (PamongWrite) write = pamong_write_begin (store, FIXTURE_ACTOR, "test", NULL, &error);

    g_assert_true (pamong_write_put (write, other, &error));
  }
  g_assert_cmpint (fixture_count (store, "SELECT count (*) FROM resident"), ==, 1);
  g_assert_cmpint (fixture_count (store, "SELECT count (*) FROM change"), ==, 1);
  /* A number given back is used by the next act: the server accepts no gap. */
  fixture_put (store, other, NULL);
  g_assert_cmpint (fixture_count (store, "SELECT max (seq) FROM change"), ==, 2);
  fixture_check (store);
  fixture_free (store);
}

static void
test_refused (void)
{
  PamongStore *store = fixture_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongRecord) resident = fixture_resident ("SARI", NULL);
  g_autoptr (PamongRecord) place = pamong_record_new (PAMONG_KIND_PLACE, FIXTURE_AREA);
  PamongWrite *write = pamong_write_begin_plain (store, &error);

  g_assert_false (pamong_write_put (write, resident, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_FAILED);
  g_clear_error (&error);
  /* The failed step is remembered. */
  g_assert_false (pamong_write_commit (write, NULL, NULL, &error));
  g_clear_error (&error);

  place->uid = g_strdup (FIXTURE_AREA);
  write = pamong_write_begin (store, FIXTURE_ACTOR, "test", NULL, &error);
  g_assert_false (pamong_write_put (write, place, &error));
  pamong_write_rollback (write);
  g_clear_error (&error);
  g_assert_false (pamong_db_exec (pamong_store_db (store), "UPDATE resident SET name = 'X'", NULL) && fixture_count (store, "SELECT count (*) FROM resident") > 0);
  g_assert_false (pamong_db_exec (pamong_store_db (store), "INSERT INTO family (uid, area) VALUES ('u', 'a')", &error));
  g_assert_nonnull (error);
  fixture_check (store);
  fixture_free (store);
}

static void
test_too_big (void)
{
  PamongStore *store = fixture_new ();
  g_autoptr (GError) error = NULL;
  PamongWrite *write = pamong_write_begin (store, FIXTURE_ACTOR, "test", NULL, &error);

  for (int i = 0; i < 501; i++)
    {
      g_autoptr (PamongRecord) resident = fixture_resident ("SARI", NULL);

      g_assert_true (pamong_write_put (write, resident, &error));
    }
  g_assert_false (pamong_write_commit (write, NULL, NULL, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
  g_assert_cmpint (fixture_count (store, "SELECT count (*) FROM resident"), ==, 0);
  fixture_free (store);
}

static void
test_base (void)
{
  PamongStore *store = fixture_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongRecord) family = fixture_family (NULL);
  g_autofree char *base = NULL;
  PamongWrite *write = pamong_write_begin_apply (store, &error);

  family->version = 4;
  family->extra = g_strdup ("{\"later\":1}");
  g_assert_true (pamong_write_put (write, family, &error));
  g_assert_true (pamong_write_commit (write, NULL, NULL, &error));
  g_assert_cmpint (fixture_count (store, "SELECT count (*) FROM change"), ==, 0);
  g_assert_cmpint (fixture_count (store, "SELECT count (*) FROM history"), ==, 1);

  family->version = 0; /* an old form knows nothing of versions */
  g_clear_pointer (&family->extra, g_free);
  pamong_record_set_text (family, PAMONG_FAMILY_KK_NUMBER, "3522280101200001");
  fixture_put (store, family, NULL);
  pamong_record_set_text (family, PAMONG_FAMILY_RT, "009");
  fixture_put (store, family, NULL);
  base = fixture_text (store, "SELECT version || ' ' || data FROM base");
  g_assert_cmpstr (base, ==, "4 {\"address\":\"JL. \\\"MAWAR\\\" NO. 1\",\"dusun\":\"KRAJAN\",\"rw\":\"001\",\"rt\":\"002\",\"later\":1}");
  g_assert_cmpint (fixture_count (store, "SELECT count (*) FROM family WHERE version = 4 AND extra = '{\"later\":1}'"), ==, 1);
  g_assert_cmpint (fixture_count (store, "SELECT count (*) FROM change WHERE base = 4"), ==, 2);
  fixture_check (store);
  fixture_free (store);
}

/* What could not travel does not get in, or it would stop the outbox for good. */
static void
test_values (void)
{
  PamongStore *store = fixture_new ();
  g_autofree char *longest = g_strnfill (2000, 'A'), *too_long = g_strnfill (2001, 'A');
  const struct { int field; const char *value; gboolean fits; } cases[] = {
    { PAMONG_RESIDENT_NAME, longest, TRUE }, { PAMONG_RESIDENT_NAME, too_long, FALSE },
    { PAMONG_RESIDENT_NAME, "tab\tbaris\nÿ 𝒜", TRUE }, { PAMONG_RESIDENT_NAME, "\xff", FALSE },
    { PAMONG_RESIDENT_BIRTH_DATE, "2023-02-29", FALSE }, { PAMONG_RESIDENT_BIRTH_DATE, "2024-02-29", TRUE },
    { PAMONG_RESIDENT_SEX, "1", FALSE }, { PAMONG_RESIDENT_NIK, longest, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PamongRecord) resident = fixture_resident ("SARI", NULL);
      PamongWrite *write = pamong_write_begin (store, FIXTURE_ACTOR, "test", NULL, &error);

      pamong_record_set_text (resident, cases[i].field, cases[i].value);
      g_assert_true (pamong_write_put (write, resident, &error) == cases[i].fits);
      if (!cases[i].fits)
        g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
      if (cases[i].fits)
        g_assert_true (pamong_write_commit (write, NULL, NULL, &error));
      else
        pamong_write_rollback (write);
    }
  fixture_check (store);
  fixture_free (store);
}

/* Any value a field may have. */
static void
fill_randomly (PamongRecord *record)
{
  static const char *const texts[] = { "SITI \"AMINAH\"", "a\\b", "tab\tbaris\nbaru", "JOS\303\211", "\001", "/", "" };
  guint n;
  const PamongField *fields = pamong_kind_fields (record->kind, &n);

  for (guint i = 0; i < n; i++)
    switch (g_test_rand_int_range (0, 3) == 0 ? PAMONG_TYPE_UID : fields[i].type)
      {
      case PAMONG_TYPE_CODE: case PAMONG_TYPE_INT: case PAMONG_TYPE_BOOL:
        pamong_record_set_int (record, (int) i, g_test_rand_int_range (-3, 99));
        break;
      case PAMONG_TYPE_REAL:
        pamong_record_set_real (record, (int) i, g_test_rand_int_range (0, 3) == 0 ? g_test_rand_int_range (-9, 9) : g_test_rand_double_range (-180, 180));
        break;
      case PAMONG_TYPE_DATE:
        pamong_record_set_text (record, (int) i, "2026-01-02");
        break;
      case PAMONG_TYPE_TEXT: case PAMONG_TYPE_NAME: case PAMONG_TYPE_LONG:
        pamong_record_set_text (record, (int) i, texts[g_test_rand_int_range (0, G_N_ELEMENTS (texts))]);
        break;
      default:
        break;
      }
}

/* What was begun with many and dropped leaves the triggers where they were. */
static void
drop_many (PamongStore *store)
{
  g_autoptr (PamongRecord) resident = fixture_resident ("SARI", NULL);
  g_autoptr (GError) error = NULL;
  PamongWrite *write = pamong_write_begin (store, FIXTURE_ACTOR, "test", NULL, &error);

  g_assert_true (pamong_write_many (write, &error));
  pamong_write_rollback (write);
  write = pamong_write_begin (store, FIXTURE_ACTOR, "test", NULL, &error);
  g_assert_true (pamong_write_put (write, resident, &error));
  g_assert_true (pamong_write_commit (write, NULL, NULL, &error));
  g_assert_cmpint (fixture_count (store, "SELECT op = 'insert' AND kind = 'resident' FROM change ORDER BY seq DESC LIMIT 1"), ==, 1);
}

/* Many new rows are noted without the triggers, and to the same letters. */
static void
test_many (void)
{
  static const PamongKind kinds[] = { PAMONG_KIND_RESIDENT, PAMONG_KIND_FAMILY, PAMONG_KIND_EVENT, PAMONG_KIND_AREA, PAMONG_KIND_BATCH };
  PamongStore *store = fixture_new ();

  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (PamongRecord) one = pamong_record_new (kinds[i % G_N_ELEMENTS (kinds)], FIXTURE_AREA);
      g_autoptr (PamongRecord) other = NULL;
      g_autoptr (GError) error = NULL;
      PamongWrite *write = pamong_write_begin (store, FIXTURE_ACTOR, "test", "karena \"uji\"", &error);

      fill_randomly (one);
      other = pamong_record_copy (one);
      g_free (other->uid);
      other->uid = pamong_uid_new ();
      g_assert_true (pamong_write_put (write, one, &error));
      g_assert_true (pamong_write_many (write, &error));
      g_assert_true (pamong_write_insert (write, other, &error));
      g_assert_true (pamong_write_commit (write, NULL, NULL, &error));
      g_assert_cmpint (fixture_count (store, "SELECT count (*) FROM change AS a JOIN change AS b ON b.seq = a.seq + 1 AND b.seq = (SELECT max (seq) FROM change)"
                                             " WHERE a.\"set\" = b.\"set\" AND a.tx = b.tx AND a.n = 2 AND b.n = 2 AND a.kind = b.kind AND a.area = b.area AND a.op = b.op AND a.base = b.base"
                                             " AND a.actor = b.actor AND a.act = b.act AND a.reason IS b.reason AND a.t = b.t AND a.state = b.state"), ==, 1);
    }
  drop_many (store);
  g_assert_cmpint (fixture_count (store, "SELECT count (*) FROM sync_ctx"), ==, 0);
  fixture_check (store);
  fixture_free (store);
}

/* More than one act holds goes in whole: several of them in one transaction. */
static void
test_next (void)
{
  PamongStore *store = fixture_new ();

  for (int saved = 0; saved < 2; saved++)
    {
      g_autoptr (GError) error = NULL;
      PamongWrite *write = pamong_write_begin (store, FIXTURE_ACTOR, "test", NULL, &error);

      for (int i = 0; i < 5; i++)
        {
          g_autoptr (PamongRecord) resident = fixture_resident ("SARI", NULL);

          g_assert_true (i == 0 || pamong_write_n (write) < 2 || pamong_write_next (write, &error));
          g_assert_true (pamong_write_put (write, resident, &error));
        }
      if (saved)
        g_assert_true (pamong_write_commit (write, NULL, NULL, &error));
      else
        pamong_write_rollback (write);
      g_assert_cmpint (fixture_count (store, "SELECT count (*) FROM change"), ==, saved * 5);
    }
  g_assert_cmpint (fixture_count (store, "SELECT count (*) FROM change WHERE (seq, tx, n) IN (VALUES (1, 1, 2), (2, 1, 2), (3, 3, 2), (4, 3, 2), (5, 5, 1))"), ==, 5);
  g_assert_cmpint (fixture_count (store, "SELECT count (*) FROM resident_list"), ==, 5);
  fixture_check (store);
  fixture_free (store);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/write/insert", test_insert);
  g_test_add_func ("/write/update", test_update);
  g_test_add_func ("/write/rollback", test_rollback);
  g_test_add_func ("/write/refused", test_refused);
  g_test_add_func ("/write/too-big", test_too_big);
  g_test_add_func ("/write/base", test_base);
  g_test_add_func ("/write/values", test_values);
  g_test_add_func ("/write/many", test_many);
  g_test_add_func ("/write/next", test_next);
  return g_test_run ();
}
