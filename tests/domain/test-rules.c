/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/data.h"
#include "domain/rules_check.h"

#include <string.h>

/* Cases are rows of data/rules.csv. A card begins as SUTRISNO (head), SITI AMINAH (wife) and BUDI SANTOSO (child), as many as `members` has parts between
 * bars; each part changes fields of its person. `options`: registering, today=, holder=NAME/RT/AREA, kk_holder=NAME/RT, waived=VALUE, same-uid; merge=left, round, removed
 * or second: the first member was merged into the second (and the third), and noted=FIELD=VALUE is what differed then. */

#define AREA "35.22.28.2001"

typedef struct {
  char *today, *holder, *kk_holder, *waived, *merge, *noted;
  gboolean registering, same_uid;
} Options;

enum { RULE, EXPECT, FAMILY, MEMBERS, OPTIONS, FIELD_KEY, SUGGESTION };

static const struct { const char *nik, *name, *born; int sex, shdk, education, occupation, marital_status; } people[] = {
  { "3522280403800001", "SUTRISNO", "1980-03-04", 1, 1, 5, 9, 2 },
  { "3522284506830002", "SITI AMINAH", "1983-06-05", 2, 3, 4, 2, 2 },
  { "3522280708120001", "BUDI SANTOSO", "2012-08-07", 1, 4, 3, 3, 1 },
};

static void
set_field (PamongRecord *record, const char *key, const char *text)
{
  const PamongField *field = pamong_field_find (record->kind, key);

  g_assert_nonnull (field);
  /* Set as it would come from a store, without the parser's help. */
  if (*text == '\0')
    pamong_record_clear (record, field->index);
  else if (field->type == PAMONG_TYPE_CODE)
    pamong_record_set_int (record, field->index, g_ascii_strtoll (text, NULL, 10));
  else
    pamong_record_set_text (record, field->index, text);
}

static void
set_fields (PamongRecord *record, const char *text)
{
  g_auto (GStrv) pairs = g_strsplit (text, ";", -1);

  for (gsize i = 0; pairs[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (pairs[i], "=", 2);
      if (pair[0] == NULL || pair[1] == NULL)
        continue;
      g_autofree char *value = g_strcompress (pair[1]);
      set_field (record, pair[0], value);
    }
}

static PamongRecord *
new_person (guint i)
{
  PamongRecord *person = pamong_record_new (PAMONG_KIND_RESIDENT, AREA);
  guint p = MIN (i, G_N_ELEMENTS (people) - 1);

  pamong_record_set_text (person, PAMONG_RESIDENT_NIK, people[p].nik);
  pamong_record_set_text (person, PAMONG_RESIDENT_NAME, people[p].name);
  pamong_record_set_text (person, PAMONG_RESIDENT_BIRTH_DATE, people[p].born);
  pamong_record_set_text (person, PAMONG_RESIDENT_BIRTH_PLACE, "BOJONEGORO");
  pamong_record_set_text (person, PAMONG_RESIDENT_FATHER_NAME, p == 2 ? "SUTRISNO" : "KASMIRAN");
  pamong_record_set_text (person, PAMONG_RESIDENT_MOTHER_NAME, p == 2 ? "SITI AMINAH" : "SUMINAH");
  pamong_record_set_int (person, PAMONG_RESIDENT_SEX, people[p].sex);
  pamong_record_set_int (person, PAMONG_RESIDENT_SHDK, people[p].shdk);
  pamong_record_set_int (person, PAMONG_RESIDENT_EDUCATION, people[p].education);
  pamong_record_set_int (person, PAMONG_RESIDENT_OCCUPATION, people[p].occupation);
  pamong_record_set_int (person, PAMONG_RESIDENT_MARITAL_STATUS, people[p].marital_status);
  pamong_record_set_int (person, PAMONG_RESIDENT_RELIGION, 1);
  pamong_record_set_int (person, PAMONG_RESIDENT_NATIONALITY, 1);
  return person;
}

static PamongFamilyCard *
new_card (const char *const *row)
{
  PamongFamilyCard *card = pamong_family_card_new (AREA);
  g_auto (GStrv) members = g_strsplit (row[MEMBERS], "|", -1);

  pamong_record_set_text (card->family, PAMONG_FAMILY_KK_NUMBER, "3522280101100001");
  set_fields (card->family, row[FAMILY]);
  for (guint i = 0; i == 0 || members[i] != NULL; i++)
    {
      PamongRecord *person = new_person (i);

      if (members[0] != NULL)
        set_fields (person, members[i]);
      if (g_strcmp0 (pamong_record_text (person, PAMONG_RESIDENT_FAMILY_UID), "self") == 0)
        pamong_record_set_text (person, PAMONG_RESIDENT_FAMILY_UID, card->family->uid);
      g_ptr_array_add (card->members, person);
      if (members[0] == NULL)
        break;
    }
  return card;
}

static Options
read_options (const char *text)
{
  Options options = { 0 };
  g_auto (GStrv) parts = g_strsplit (text, ";", -1);

  options.today = g_strdup ("2026-11-24");
  for (gsize i = 0; parts[i] != NULL; i++)
    {
      const char *value = strchr (parts[i], '=');

      options.registering |= g_str_equal (parts[i], "registering");
      options.same_uid |= g_str_equal (parts[i], "same-uid");
      if (g_str_has_prefix (parts[i], "today="))
        {
          g_free (options.today);
          options.today = g_strdup (value + 1);
        }
      else if (g_str_has_prefix (parts[i], "holder="))
        options.holder = g_strdup (value + 1);
      else if (g_str_has_prefix (parts[i], "kk_holder="))
        options.kk_holder = g_strdup (value + 1);
      else if (g_str_has_prefix (parts[i], "waived="))
        options.waived = g_strdup (value + 1);
      else if (g_str_has_prefix (parts[i], "merge="))
        options.merge = g_strdup (value + 1);
      else if (g_str_has_prefix (parts[i], "noted="))
        options.noted = g_strdup (value + 1);
    }
  return options;
}

static void
clear_options (Options *options)
{
  g_free (options->today);
  g_free (options->holder);
  g_free (options->kk_holder);
  g_free (options->waived);
  g_free (options->merge);
  g_free (options->noted);
}

static PamongHolder *
new_holder (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "/", 3);
  PamongHolder *holder = g_new0 (PamongHolder, 1);

  holder->uid = g_strdup ("BBBBBBBBBBBBBBBBBBBBBB");
  holder->name = g_strdup (parts[0]);
  holder->rt = g_strdup (parts[1]);
  holder->area = g_strdup (parts[1] != NULL ? parts[2] : NULL);
  return holder;
}

static PamongHolder *
find_nik (const char *nik, const char *except_uid, gpointer data)
{
  Options *options = data;

  g_assert_nonnull (except_uid);
  return options->holder != NULL ? new_holder (options->holder) : NULL;
}

static PamongHolder *
find_kk (const char *kk_number, const char *except_uid, gpointer data)
{
  Options *options = data;

  return options->kk_holder != NULL ? new_holder (options->kk_holder) : NULL;
}

static gboolean
is_waived (const char *subject_uid, const char *rule, const char *value, gpointer data)
{
  Options *options = data;

  return options->waived != NULL && g_strcmp0 (options->waived, value) == 0;
}

static void
check_merge (PamongFamilyCard *card, const Options *options, const PamongFacts *facts, GPtrArray *findings)
{
  g_autoptr (PamongRecord) noted = pamong_record_copy (card->members->pdata[0]);
  PamongMerged merged = { .gone = card->members->pdata[0], .kept = card->members->pdata[1], .noted = noted };

  if (options->noted != NULL)
    set_fields (noted, options->noted);
  merged.round = g_str_equal (options->merge, "round");
  merged.left = merged.round || g_str_equal (options->merge, "removed") ? NULL : merged.kept;
  merged.second = g_str_equal (options->merge, "second") ? card->members->pdata[2] : NULL;
  pamong_rules_check_merge (&merged, facts, findings);
}

static GPtrArray *
check_row (const char *const *row)
{
  Options options = read_options (row[OPTIONS]);
  PamongFacts facts = { .today = options.today, .nik_holder = find_nik, .kk_holder = find_kk, .is_waived = is_waived, .data = &options };
  g_autoptr (PamongFamilyCard) card = new_card (row);
  GPtrArray *findings = pamong_findings_new ();

  if (options.same_uid)
    {
      PamongRecord *second = card->members->pdata[1];
      g_free (second->uid);
      second->uid = g_strdup (((PamongRecord *) card->members->pdata[0])->uid);
    }
  if (options.merge != NULL)
    check_merge (card, &options, &facts, findings);
  else
    pamong_rules_check_family (card, options.registering, &facts, findings);
  clear_options (&options);
  return findings;
}

/* Every finding is fit to be shown: nothing left to fill in, a remedy, a severity the table knows. */
static void
check_words (const PamongFinding *finding)
{
  g_test_message ("%s: %s %s", finding->rule, finding->message, finding->remedy);
  g_assert_true (g_utf8_validate (finding->message, -1, NULL));
  g_assert_null (strpbrk (finding->message, "{}[]"));
  g_assert_null (strpbrk (finding->remedy, "{}[]"));
  g_assert_cmpstr (finding->remedy, !=, "");
  g_assert_nonnull (pamong_severity_name (finding->severity));
  g_assert_nonnull (finding->uid);
}

static gboolean
is_expected (const PamongFinding *finding, const char *const *row)
{
  if (!g_str_equal (finding->rule, row[RULE]))
    return FALSE;
  if (*row[FIELD_KEY] != '\0' && g_str_equal (row[EXPECT], "fires"))
    {
      g_assert_cmpint (finding->field, >=, 0);
      g_assert_cmpstr (pamong_field_get (finding->kind, finding->field)->key, ==, row[FIELD_KEY]);
    }
  if (*row[SUGGESTION] != '\0')
    g_assert_cmpstr (finding->suggestion, ==, row[SUGGESTION]);
  return TRUE;
}

static void
test_row (gconstpointer data)
{
  const char *const *row = data;
  g_autoptr (GPtrArray) findings = check_row (row);
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      check_words (findings->pdata[i]);
      n += is_expected (findings->pdata[i], row);
    }
  if (g_str_equal (row[EXPECT], "fires"))
    g_assert_cmpuint (n, >, 0);
  else if (g_str_equal (row[EXPECT], "passes"))
    g_assert_cmpuint (n, ==, 0);
  else if (g_str_equal (row[EXPECT], "clean"))
    g_assert_cmpuint (findings->len, ==, 0);
  else
    g_assert_cmpint (pamong_findings_worst (findings), ==, PAMONG_SEVERITY_WARN);
}

static void
test_both_sides (void)
{
  g_auto (GStrv) unmatched = pamong_rules_unmatched ();

  g_assert_cmpstr (unmatched[0], ==, NULL);
}

static gboolean
has_case (GPtrArray *rows, const char *rule, const char *expect)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const char *const *row = rows->pdata[i];
      if (g_str_equal (row[RULE], rule) && g_str_equal (row[EXPECT], expect))
        return TRUE;
    }
  return FALSE;
}

static void
test_every_rule_has_cases (gconstpointer data)
{
  GPtrArray *rows = (GPtrArray *) data;
  g_autoptr (GPtrArray) ids = pamong_rules_ids ();

  g_assert_cmpuint (ids->len, >, 40);
  for (guint i = 0; i < ids->len; i++)
    {
      g_test_message ("%s", (char *) ids->pdata[i]);
      g_assert_true (has_case (rows, ids->pdata[i], "fires"));
      g_assert_true (has_case (rows, ids->pdata[i], "passes"));
      g_assert_cmpstr (pamong_rules_title (ids->pdata[i]), !=, "");
    }
}

/* The list: nothing else may refuse a family. */
static void
test_severities (void)
{
  static const char *const overrides[] = { "nik-serial", "nik-month", "nik-day", NULL };
  static const char *const blocks[] = { "nik-length", "nik-taken", "nik-is-kk", "parent-nik-length", "name-missing", "name-long", "name-characters", "date-invalid",
                                        "date-future", "kk-length", "kk-taken", "head-count-new", "member-twice", "member-two-families", NULL };
  g_autoptr (GPtrArray) ids = pamong_rules_ids ();

  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = ids->pdata[i];
      int expected = g_strv_contains (blocks, id) ? PAMONG_SEVERITY_BLOCK : g_strv_contains (overrides, id) ? PAMONG_SEVERITY_OVERRIDE : PAMONG_SEVERITY_WARN;

      g_test_message ("%s", id);
      g_assert_cmpint (pamong_rules_severity (id), ==, expected);
    }
  g_assert_cmpint (pamong_rules_severity ("no-such-rule"), ==, -1);
}

static void
test_taken_names_the_other (void)
{
  const char *const row[] = { "nik-taken", "fires", "", "", "holder=SITI AMINAH/003/35.22.28.2001", "", "", NULL };
  g_autoptr (GPtrArray) findings = check_row (row);
  PamongFinding *finding = findings->pdata[0];

  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_cmpstr (finding->message, ==, "NIK 3522280403800001 sudah dipakai SITI AMINAH (RT 003).");
  g_assert_cmpstr (finding->other_uid, ==, "BBBBBBBBBBBBBBBBBBBBBB");
  g_assert_cmpint (finding->member, ==, 0);
}

static void
test_one_field_only (void)
{
  g_autoptr (PamongRecord) person = new_person (0);
  g_autoptr (GPtrArray) findings = pamong_findings_new ();
  PamongFacts facts = { .today = "2026-11-24" };

  pamong_record_set_text (person, PAMONG_RESIDENT_NIK, "12");
  pamong_record_clear (person, PAMONG_RESIDENT_RELIGION);
  pamong_rules_check_field (person, PAMONG_RESIDENT_NIK, &facts, findings);
  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_cmpstr (((PamongFinding *) findings->pdata[0])->rule, ==, "nik-length");
}

static void
test_caller_adds (void)
{
  g_autoptr (PamongRecord) event = pamong_record_new (PAMONG_KIND_EVENT, AREA);
  g_autoptr (GPtrArray) findings = pamong_findings_new ();
  PamongFinding *finding;

  pamong_findings_add (findings, "date-future", event, -1, PAMONG_EVENT_DATE, "name", "SUTRISNO", "value", "01-01-2090", NULL);
  finding = findings->pdata[0];
  g_assert_cmpint (finding->severity, ==, PAMONG_SEVERITY_BLOCK);
  g_assert_nonnull (strstr (finding->message, "SUTRISNO di masa depan: 01-01-2090."));
}

int
main (int argc, char **argv)
{
  g_autofree char *file = NULL, *text = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  file = g_test_build_filename (G_TEST_DIST, "domain", "data", "rules.csv", NULL);
  g_assert_true (g_file_get_contents (file, &text, NULL, NULL));
  rows = pamong_csv_parse (text, NULL);

  g_test_add_func ("/rules/both-sides", test_both_sides);
  g_test_add_data_func ("/rules/every-rule-has-cases", rows, test_every_rule_has_cases);
  g_test_add_func ("/rules/severities", test_severities);
  g_test_add_func ("/rules/taken-names-the-other", test_taken_names_the_other);
  g_test_add_func ("/rules/one-field-only", test_one_field_only);
  g_test_add_func ("/rules/caller-adds", test_caller_adds);
  for (guint i = 0; i < rows->len; i++)
    {
      const char *const *row = rows->pdata[i];
      g_autofree char *path = g_strdup_printf ("/rules/%s/%s/%u", g_str_equal (row[RULE], "*") ? "all" : row[RULE], row[EXPECT], i + 2);
      g_test_add_data_func (path, (gconstpointer) row, test_row);
    }
  result = g_test_run ();
  return result;
}
