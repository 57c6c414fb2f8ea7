/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the flags of a command say of one letter. */
#include "tools/letter.h"
#include <glib/gi18n.h>
#include <string.h>

static char **
split_flag (const char *flag, const char *word, GError **error)
{
  char **pair = g_strsplit (word, "=", 2);

  if (g_strv_length (pair) == 2 && *pair[0] != '\0')
    return pair;
  g_strfreev (pair);
  g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _("%s %s: write it as NAME=VALUE."), flag, word);
  return NULL;
}

/* -f ID=VALUE: an answer; "rt.number" and the like of the introduction too. */
static gboolean
take_answers (PamongCli *cli, const PamongLetterType *type, PamongLetterCase *letter, GError **error)
{
  GPtrArray *given = pamong_cli_flags (cli, "f");

  for (guint i = 0; given != NULL && i < given->len; i++)
    {
      g_auto (GStrv) pair = split_flag ("-f", given->pdata[i], error);

      if (pair == NULL)
        return FALSE;
      if (pamong_letter_type_field (type, pair[0]) == NULL && !g_str_has_prefix (pair[0], "rt."))
        {
          g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _("-f %s: no such field."), (char *) given->pdata[i]);
          return FALSE;
        }
      pamong_letter_case_answer (letter, pair[0], pair[1]);
    }
  return TRUE;
}

static gboolean
check_role (const PamongLetterType *type, const char *role, GError **error)
{
  if (pamong_letter_type_person (type, role) != NULL)
    return TRUE;
  g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _("This letter names nobody as %s."), role);
  return FALSE;
}

/* --person ROLE=UID|NIK, several of a role in their order; whom the type proposes is left out for a role that is named. */
static gboolean
take_persons (PamongCli *cli, PamongStore *store, const PamongLetterType *type, PamongLetterCase *letter, GError **error)
{
  GPtrArray *given = pamong_cli_flags (cli, "person");

  for (guint i = 0; given != NULL && i < given->len; i++)
    {
      g_auto (GStrv) pair = split_flag ("--person", given->pdata[i], error);
      g_autoptr (PamongRecord) resident = pair != NULL && check_role (type, pair[0], error) ? pamong_cli_find_resident (store, pair[1], error) : NULL;

      if (resident == NULL)
        return FALSE;
      pamong_letter_case_add (letter, pair[0], resident->uid);
    }
  return TRUE;
}

/* --outsider ROLE=NAME;nik=…;birth_date=…: somebody who is in no list here, by fields of the registry. */
static PamongRecord *
read_outsider (const char *words, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (words, ";", -1);
  g_autoptr (PamongRecord) person = pamong_record_new (PAMONG_KIND_RESIDENT, NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (parts[i], "=", 2);
      gboolean named = g_strv_length (pair) == 2;
      const PamongField *field = named ? pamong_field_find (PAMONG_KIND_RESIDENT, pair[0]) : pamong_field_get (PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_NAME);

      if (field == NULL)
        {
          g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _("-f %s: no such field."), parts[i]);
          return NULL;
        }
      if (!pamong_record_parse (person, field->index, named ? pair[1] : parts[i], error))
        return NULL;
    }
  return g_steal_pointer (&person);
}

static gboolean
take_outsiders (PamongCli *cli, const PamongLetterType *type, PamongLetterCase *letter, GError **error)
{
  GPtrArray *given = pamong_cli_flags (cli, "outsider");

  for (guint i = 0; given != NULL && i < given->len; i++)
    {
      g_auto (GStrv) pair = split_flag ("--outsider", given->pdata[i], error);
      PamongRecord *outsider = pair != NULL && check_role (type, pair[0], error) ? read_outsider (pair[1], error) : NULL;

      if (outsider == NULL)
        return FALSE;
      pamong_letter_case_add_outsider (letter, pair[0], outsider);
    }
  return TRUE;
}

/* --column ROLE.COLUMN=VALUE: of the last person named in that role. */
static gboolean
take_columns (PamongCli *cli, PamongLetterCase *letter, GError **error)
{
  GPtrArray *given = pamong_cli_flags (cli, "column");

  for (guint i = 0; given != NULL && i < given->len; i++)
    {
      g_auto (GStrv) pair = split_flag ("--column", given->pdata[i], error);
      g_auto (GStrv) place = pair != NULL ? g_strsplit (pair[0], ".", 2) : NULL;
      PamongCasePerson *person = place != NULL && g_strv_length (place) == 2 ? pamong_letter_case_person (letter, place[0]) : NULL;

      if (pair == NULL)
        return FALSE;
      if (person == NULL)
        {
          g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _("This letter names nobody as %s."), pair[0]);
          return FALSE;
        }
      pamong_case_person_ask (person, place[1], pair[1]);
    }
  return TRUE;
}

static gboolean
take_rest (PamongCli *cli, PamongLetterCase *letter, GError **error)
{
  letter->applicant = g_strdup (pamong_cli_flag (cli, "applicant"));
  letter->addressed = g_strdup (pamong_cli_flag (cli, "addressed"));
  letter->signer = g_strdup (pamong_cli_flag (cli, "signer"));
  letter->classification = g_strdup (pamong_cli_flag (cli, "classification"));
  letter->event = g_strdup (pamong_cli_flag (cli, "event"));
  return pamong_cli_date (cli, "date", &letter->date, error);
}

PamongLetterCase *
pamong_cli_letter_case (PamongCli *cli, PamongStore *store, PamongLetterType **type, GError **error)
{
  const char *key = pamong_cli_flag (cli, "type");
  g_autoptr (PamongLetterType) found = pamong_letter_type_here (store, NULL, key);
  g_autoptr (PamongLetterCase) letter = pamong_letter_case_new (key);
  const char *first;

  if (found == NULL)
    {
      g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_NOT_FOUND, _("There is no letter type %s."), key);
      return NULL;
    }
  first = found->persons->len > 0 ? ((PamongLetterPerson *) found->persons->pdata[0])->id : "subject";
  if (pamong_cli_arg (cli, 0) != NULL)
    {
      g_autoptr (PamongRecord) resident = pamong_cli_find_resident (store, pamong_cli_arg (cli, 0), error);

      if (resident == NULL)
        return NULL;
      pamong_letter_case_add (letter, first, resident->uid);
    }
  if (!take_persons (cli, store, found, letter, error) || !take_outsiders (cli, found, letter, error) || !take_columns (cli, letter, error) || !take_answers (cli, found, letter, error)
      || !take_rest (cli, letter, error) || !pamong_letter_case_propose (store, found, letter, error))
    return NULL;
  *type = g_steal_pointer (&found);
  return g_steal_pointer (&letter);
}
