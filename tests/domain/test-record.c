/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/error.h"
#include "domain/record.h"

#include <string.h>

#define AREA "35.22.28.2001"

typedef struct { PamongKind kind; const char *key, *text, *shown; } Case;

static int
find_field (PamongKind kind, const char *key)
{
  const PamongField *field = pamong_field_find (kind, key);

  g_assert_nonnull (field);
  return field->index;
}

/* At least one field of each type, as typed and as shown; what is shown reads back to the same value. */
static void
test_round_trip (void)
{
  static const Case cases[] = {
    { PAMONG_KIND_RESIDENT, "nik", " 3522 2804-038000 01 ", "3522280403800001" }, { PAMONG_KIND_RESIDENT, "nik", "0", "" }, { PAMONG_KIND_RESIDENT, "nik", "352", "352" },
    { PAMONG_KIND_RESIDENT, "name", " siti  nur'aini ", "SITI NUR'AINI" }, { PAMONG_KIND_RESIDENT, "sex", "p", "Perempuan" }, { PAMONG_KIND_RESIDENT, "sex", "1", "Laki-laki" },
    { PAMONG_KIND_RESIDENT, "birth_date", "17081985", "17-08-1985" }, { PAMONG_KIND_RESIDENT, "birth_date", "17/8/1985", "17-08-1985" },
    { PAMONG_KIND_RESIDENT, "birth_place", "  Bojonegoro ", "Bojonegoro" }, { PAMONG_KIND_RESIDENT, "religion", "KATHOLIK", "Katolik" },
    { PAMONG_KIND_RESIDENT, "blood_type", "A+", "A+" }, { PAMONG_KIND_RESIDENT, "family_uid", "AAAAAAAAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAA" },
    { PAMONG_KIND_RESIDENT, "lat", "-7,150912", "-7.150912" }, { PAMONG_KIND_RESIDENT, "lng", "111.88123", "111.88123" },
    { PAMONG_KIND_RESIDENT, "lng", "111.881234567890123", "111.8812346" },
    { PAMONG_KIND_RESIDENT, "current_address", "Jl. \"Raya\" <b> & 'x'", "Jl. \"Raya\" <b> & 'x'" },
    { PAMONG_KIND_RESIDENT, "nik", "\xc2\xa0" "3522280403800001\xe2\x80\x8b", "3522280403800001" }, { PAMONG_KIND_RESIDENT, "birth_place", "DESA\xc2\xa0\xc2\xa0GAYAM", "DESA GAYAM" },
    { PAMONG_KIND_FAMILY, "rt", "3", "003" }, { PAMONG_KIND_FAMILY, "rw", "012", "012" }, { PAMONG_KIND_FAMILY, "rt", "0", "000" },
    { PAMONG_KIND_PLACE, "target", "1234", "1234" }, { PAMONG_KIND_CONFLICT, "current_t", "-5", "-5" },
    { PAMONG_KIND_CONFLICT, "closed", "ya", NULL }, { PAMONG_KIND_CONFLICT, "closed", "0", NULL },
    { PAMONG_KIND_EVENT, "type", "pisah kk", "Pisah KK" }, { PAMONG_KIND_ACCOUNT, "duty", "5", "Kasi Pelayanan Umum" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PamongRecord) record = pamong_record_new (cases[i].kind, AREA);
      g_autoptr (PamongRecord) again = pamong_record_new (cases[i].kind, AREA);
      g_autoptr (GError) error = NULL;
      g_autofree char *shown = NULL;
      int field = find_field (cases[i].kind, cases[i].key);

      g_test_message ("%s %s", cases[i].key, cases[i].text);
      pamong_record_parse (record, field, cases[i].text, &error);
      g_assert_no_error (error);
      shown = pamong_record_format (record, field);
      if (cases[i].shown != NULL)
        g_assert_cmpstr (shown, ==, cases[i].shown);
      g_assert_true (pamong_record_parse (again, field, shown, &error));
      g_assert_false (pamong_record_differs (record, again, field));
    }
}

static void
test_every_code_round_trips (void)
{
  guint n;
  const PamongField *fields = pamong_kind_fields (PAMONG_KIND_RESIDENT, &n);
  g_autoptr (PamongRecord) record = pamong_record_new (PAMONG_KIND_RESIDENT, AREA);

  for (guint i = 0; i < n; i++)
    for (int code = 1; fields[i].type == PAMONG_TYPE_CODE && code <= 99; code++)
      {
        g_autofree char *shown = NULL, *number = g_strdup_printf ("%d", code);

        if (!pamong_record_parse (record, (int) i, number, NULL))
          continue;
        shown = pamong_record_format (record, (int) i);
        g_assert_true (pamong_record_parse (record, (int) i, shown, NULL));
        g_assert_cmpint (pamong_record_int (record, (int) i), ==, code);
      }
}

static void
test_refused (void)
{
  static const Case cases[] = {
    { PAMONG_KIND_RESIDENT, "birth_date", "31-02-1990", NULL }, { PAMONG_KIND_RESIDENT, "birth_date", "kemarin", NULL }, { PAMONG_KIND_RESIDENT, "sex", "3", NULL },
    { PAMONG_KIND_RESIDENT, "occupation", "buruh", NULL }, { PAMONG_KIND_RESIDENT, "name", "SITI\nAMINAH", NULL }, { PAMONG_KIND_RESIDENT, "name", "SITI\x01", NULL },
    { PAMONG_KIND_RESIDENT, "name", "SITI\xff", NULL }, { PAMONG_KIND_RESIDENT, "birth_place", "a\tb", NULL }, { PAMONG_KIND_RESIDENT, "family_uid", "1", NULL },
    { PAMONG_KIND_RESIDENT, "lat", "utara", NULL }, { PAMONG_KIND_RESIDENT, "lat", "nan", NULL }, { PAMONG_KIND_RESIDENT, "lng", "3522280403800001", NULL }, { PAMONG_KIND_RESIDENT, "lat", "1e999", NULL },
    { PAMONG_KIND_FAMILY, "rt", "1000", NULL }, { PAMONG_KIND_FAMILY, "rt", "-1", NULL }, { PAMONG_KIND_FAMILY, "rt", "tiga", NULL },
    { PAMONG_KIND_PLACE, "target", "12x", NULL }, { PAMONG_KIND_PLACE, "target", "99999999999999999999", NULL }, { PAMONG_KIND_CONFLICT, "closed", "mungkin", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PamongRecord) record = pamong_record_new (cases[i].kind, AREA);
      g_autoptr (PamongRecord) before = pamong_record_copy (record);
      g_autoptr (GError) error = NULL;
      int field = find_field (cases[i].kind, cases[i].key);

      g_test_message ("%s", cases[i].key);
      g_assert_false (pamong_record_parse (record, field, cases[i].text, &error));
      g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_false (pamong_record_differs (record, before, field));
    }
}

static void
test_length_caps (void)
{
  g_autoptr (PamongRecord) record = pamong_record_new (PAMONG_KIND_RESIDENT, AREA);
  g_autofree char *name100 = g_strnfill (100, 'A'), *name101 = g_strnfill (101, 'A');
  g_autofree char *text250 = g_strnfill (250, 'a'), *text251 = g_strnfill (251, 'a'), *digits = g_strnfill (41, '1');
  g_autoptr (GError) error = NULL;

  g_assert_true (pamong_record_parse (record, PAMONG_RESIDENT_NAME, name100, NULL));
  g_assert_false (pamong_record_parse (record, PAMONG_RESIDENT_NAME, name101, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
  g_assert_cmpstr (pamong_record_text (record, PAMONG_RESIDENT_NAME), ==, name100);
  g_assert_true (pamong_record_parse (record, PAMONG_RESIDENT_CURRENT_ADDRESS, text250, NULL));
  g_assert_false (pamong_record_parse (record, PAMONG_RESIDENT_CURRENT_ADDRESS, text251, NULL));
  g_assert_false (pamong_record_parse (record, PAMONG_RESIDENT_NIK, digits, NULL));
}

static void
test_empty (void)
{
  g_autoptr (PamongRecord) record = pamong_record_new (PAMONG_KIND_RESIDENT, AREA);
  guint n;

  pamong_kind_fields (PAMONG_KIND_RESIDENT, &n);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *shown = NULL;

      g_assert_true (pamong_record_parse (record, (int) i, "  ", NULL));
      g_assert_false (pamong_record_is_set (record, (int) i));
      shown = pamong_record_format (record, (int) i);
      g_assert_cmpstr (shown, ==, "");
    }
  pamong_record_set_text (record, PAMONG_RESIDENT_NAME, "SITI");
  g_assert_true (pamong_record_parse (record, PAMONG_RESIDENT_NAME, "", NULL));
  g_assert_false (pamong_record_is_set (record, PAMONG_RESIDENT_NAME));
}

static void
test_copy (void)
{
  g_autoptr (PamongRecord) record = pamong_record_new (PAMONG_KIND_RESIDENT, AREA);
  g_autoptr (PamongRecord) copy = NULL;
  guint n;

  pamong_record_set_text (record, PAMONG_RESIDENT_NAME, "SITI");
  pamong_record_set_int (record, PAMONG_RESIDENT_SEX, 2);
  pamong_record_set_real (record, PAMONG_RESIDENT_LAT, -7.15);
  record->extra = g_strdup ("{\"later\":1}");
  record->version = 4;
  copy = pamong_record_copy (record);
  pamong_kind_fields (PAMONG_KIND_RESIDENT, &n);
  for (guint i = 0; i < n; i++)
    g_assert_false (pamong_record_differs (record, copy, (int) i));
  g_assert_cmpstr (copy->uid, ==, record->uid);
  g_assert_cmpstr (copy->extra, ==, record->extra);
  g_assert_cmpint (copy->version, ==, 4);

  pamong_record_set_text (record, PAMONG_RESIDENT_NAME, pamong_record_text (record, PAMONG_RESIDENT_NAME));
  g_assert_cmpstr (pamong_record_text (record, PAMONG_RESIDENT_NAME), ==, "SITI");
  pamong_record_set_value (copy, PAMONG_RESIDENT_NAME, &copy->values[PAMONG_RESIDENT_SEX]);
  g_assert_cmpint (pamong_record_int (copy, PAMONG_RESIDENT_NAME), ==, 2);
  g_assert_true (pamong_record_differs (record, copy, PAMONG_RESIDENT_NAME));
}

static void
test_completeness (void)
{
  g_autoptr (PamongRecord) record = pamong_record_new (PAMONG_KIND_RESIDENT, AREA);
  guint filled, required;

  pamong_record_completeness (record, &filled, &required);
  g_assert_cmpuint (filled, ==, 0);
  g_assert_cmpuint (required, ==, 12);
  pamong_record_set_text (record, PAMONG_RESIDENT_NAME, "SITI");
  pamong_record_set_text (record, PAMONG_RESIDENT_NIK, "3522280403800001");
  pamong_record_completeness (record, &filled, &required);
  g_assert_cmpuint (filled, ==, 1);
}

static void
test_card (void)
{
  g_autoptr (PamongFamilyCard) card = pamong_family_card_new (AREA);
  PamongRecord *wife = pamong_record_new (PAMONG_KIND_RESIDENT, AREA);
  PamongRecord *head = pamong_record_new (PAMONG_KIND_RESIDENT, AREA);

  g_assert_null (pamong_family_card_head (card));
  pamong_record_set_int (wife, PAMONG_RESIDENT_SHDK, 3);
  pamong_record_set_int (head, PAMONG_RESIDENT_SHDK, 1);
  g_ptr_array_add (card->members, wife);
  g_ptr_array_add (card->members, head);
  g_assert_true (pamong_family_card_head (card) == head);
  g_assert_cmpint (card->family->kind, ==, PAMONG_KIND_FAMILY);
}

static void
test_registry (void)
{
  for (int kind = 0; kind < PAMONG_N_KINDS; kind++)
    {
      guint n;
      const PamongField *fields = pamong_kind_fields (kind, &n);

      g_assert_cmpint (pamong_kind_from_name (pamong_kind_name (kind)), ==, kind);
      for (guint i = 0; i < n; i++)
        {
          g_assert_cmpint (fields[i].index, ==, i);
          g_assert_cmpint (fields[i].kind, ==, kind);
          g_assert_true (pamong_field_find (kind, fields[i].key) == &fields[i]);
          g_assert_true (pamong_field_get (kind, (int) i) == &fields[i]);
          g_assert_cmpint (fields[fields[i].group].group, ==, fields[i].group);
          g_assert_cmpstr (fields[i].label, !=, "");
        }
    }
  g_assert_cmpint (pamong_kind_from_name ("inventory"), ==, -1);
  g_assert_null (pamong_field_find (PAMONG_KIND_RESIDENT, "shoe_size"));
  g_assert_cmpint (pamong_field_get (PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_BIRTH_DATE)->group, ==, PAMONG_RESIDENT_BIRTH_PLACE);
  g_assert_cmpint (pamong_field_get (PAMONG_KIND_FAMILY, PAMONG_FAMILY_RT)->group, ==, PAMONG_FAMILY_ADDRESS);
  g_assert_cmpint (pamong_field_get (PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_SHDK)->group, ==, PAMONG_RESIDENT_FAMILY_UID);
  g_assert_cmpint (pamong_field_get (PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_NIK)->group, ==, PAMONG_RESIDENT_NIK);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/registry", test_registry);
  g_test_add_func ("/record/round-trip", test_round_trip);
  g_test_add_func ("/record/every-code-round-trips", test_every_code_round_trips);
  g_test_add_func ("/record/refused", test_refused);
  g_test_add_func ("/record/length-caps", test_length_caps);
  g_test_add_func ("/record/empty", test_empty);
  g_test_add_func ("/record/copy", test_copy);
  g_test_add_func ("/record/completeness", test_completeness);
  g_test_add_func ("/record/card", test_card);
  return g_test_run ();
}
