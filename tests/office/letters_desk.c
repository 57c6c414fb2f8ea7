/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "letters_desk.h"

#include <string.h>

#include "domain/clock.h"
#include "office/officials.h"
#include "wire/letter_json.h"

void
desk_today (const char *day)
{
  g_autofree char *text = g_strconcat (day, "T12:00:00+07:00", NULL);
  g_autoptr (GDateTime) noon = g_date_time_new_from_iso8601 (text, NULL);

  pamong_clock_set (g_date_time_to_unix (noon));
}

PamongRecord *
desk_official (PamongOffice *office, int post, int form, const char *name, const char *since, const char *until)
{
  PamongRecord *official = pamong_record_new (PAMONG_KIND_OFFICIAL, FIXTURE_AREA);
  g_autoptr (GError) error = NULL;

  pamong_record_set_int (official, PAMONG_OFFICIAL_POST, post);
  pamong_record_set_int (official, PAMONG_OFFICIAL_FORM, form);
  pamong_record_set_text (official, PAMONG_OFFICIAL_NAME, name);
  pamong_record_set_text (official, PAMONG_OFFICIAL_SINCE, since);
  pamong_record_set_text (official, PAMONG_OFFICIAL_UNTIL, until);
  g_assert_true (pamong_office_save_official (office, NULL, official, &error));
  g_assert_no_error (error);
  return official;
}

PamongFamilyCard *
desk_prepare (PamongOffice *office)
{
  g_autoptr (PamongRecord) head = desk_official (office, 1, 1, "SUDARTO", "2019-08-01", NULL);

  return fixture_register (office);
}

PamongLetterCase *
desk_case (const char *uid)
{
  PamongLetterCase *letter = pamong_letter_case_new ("sktm");

  pamong_letter_case_add (letter, "subject", uid);
  pamong_letter_case_answer (letter, "keperluan", "beasiswa");
  return letter;
}

static GBytes *
draw (const PamongLetterType *type, PamongLetterFacts *facts, const char *code, const char *words, gpointer data, GError **error)
{
  g_autofree char *json = pamong_letter_facts_to_json (facts);
  char *page = g_strconcat ("%PDF ", type->key, "\n", code, "\n", json, NULL);

  g_assert_cmpstr (pamong_letter_facts_get (facts, "letter.number"), !=, "");
  return g_bytes_new_take (page, strlen (page));
}

static char *
purpose (const PamongLetterType *type, PamongLetterFacts *facts, gpointer data)
{
  return g_strdup_printf ("SKTM untuk %s", pamong_letter_facts_get (facts, "answer.keperluan"));
}

const PamongLetterDrawer *
desk_drawer (void)
{
  static const PamongLetterDrawer drawer = { draw, purpose, NULL };

  return &drawer;
}

PamongRecord *
desk_issue (PamongOffice *office, const char *uid)
{
  g_autoptr (PamongLetterCase) letter = desk_case (uid);
  g_autoptr (GError) error = NULL;
  PamongRecord *record = pamong_office_issue_letter (office, letter, desk_drawer (), PAMONG_ISSUE_NONE, &error);

  g_assert_no_error (error);
  return record;
}
