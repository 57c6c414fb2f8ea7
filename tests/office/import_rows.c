/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import_rows.h"

static PamongIntake *intake;
static PamongImport *begun;
static guint rows;

void
import_begin (PamongOffice *office)
{
  static guint files;
  g_autoptr (GError) error = NULL;
  guint skip;

  g_clear_pointer (&begun, pamong_import_free);
  begun = g_new0 (PamongImport, 1);
  begun->file = g_strdup ("data.xlsx");
  begun->layout = g_strdup ("own");
  begun->act = g_strdup ("import");
  begun->digest = g_strdup_printf ("file %u", ++files);
  begun->source = g_strdup ("SIAK");
  begun->columns = g_strdup ("family.kk_number=A resident.nik=B resident.name=C resident.shdk=D");
  rows = 0;
  intake = pamong_intake_begin (office, begun, &skip, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (skip, ==, 0);
}

guint
import_row (const PamongIntakeRow *row)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (pamong_intake_add (intake, row, &error));
  g_assert_no_error (error);
  return ++rows;
}

guint
import_card (const PamongFamilyCard *card)
{
  guint first = rows + 1;

  for (guint i = 0; i < card->members->len; i++)
    {
      PamongIntakeRow row = { .sheet = "Data", .row = rows + 2, .resident = card->members->pdata[i], .family = card->family };

      import_row (&row);
    }
  return first;
}

char *
import_read (PamongOffice *office)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (pamong_intake_end (intake, &error));
  g_assert_no_error (error);
  g_clear_pointer (&intake, pamong_intake_free);
  g_assert_true (pamong_import_compare (office, begun->uid, NULL, NULL, &error));
  g_assert_no_error (error);
  return g_strdup (begun->uid);
}

char *
import_whole (PamongOffice *office, const PamongFamilyCard *card)
{
  import_begin (office);
  import_card (card);
  return import_read (office);
}

PamongImport *
import_get (PamongOffice *office, const char *uid)
{
  g_autoptr (GError) error = NULL;
  PamongImport *import = pamong_import_get (pamong_office_store (office), uid, &error);

  g_assert_no_error (error);
  return import;
}

void
import_commit (PamongOffice *office, const char *uid)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (pamong_import_commit (office, uid, NULL, NULL, &error));
  g_assert_no_error (error);
}

void
import_undo (PamongOffice *office, const char *uid)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (pamong_import_undo (office, uid, NULL, NULL, &error));
  g_assert_no_error (error);
}

gboolean
import_says (PamongOffice *office, const char *uid, guint n, const char *rule)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = pamong_import_findings (pamong_office_store (office), uid, n, 0, 1000, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    {
      const PamongImportFinding *finding = findings->pdata[i];

      g_test_message ("row %u %s %s %s: %s", finding->row, finding->column, finding->value, finding->rule, finding->message);
      if (finding->n == n && g_strcmp0 (finding->rule, rule) == 0)
        return TRUE;
    }
  return FALSE;
}

PamongImportOutcome
import_outcome (PamongOffice *office, const char *uid, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) page = pamong_import_rows (pamong_office_store (office), uid, (PamongImportOutcome) 0, n - 1, 1, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (page->len, ==, 1);
  g_assert_cmpuint (((PamongImportRow *) page->pdata[0])->n, ==, n);
  return ((PamongImportRow *) page->pdata[0])->outcome;
}
