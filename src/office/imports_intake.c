/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What exchange reads, laid down slice by slice, so that a computer that falls goes on where it stopped. */
#include "office/imports_private.h"

#include <glib/gi18n-lib.h>

#include "domain/clock.h"
#include "domain/codes.h"
#include "domain/nik.h"
#include "domain/uid.h"

/* Rows between two commits. */
#define SLICE 5000

struct _PamongIntake {
  PamongOffice *office;
  PamongImport *import;
  PamongWrite *write;
  GHashTable *cards;      /* "area kk" -> grp */
  PamongRecord *numberless; /* the card without a number that is being read; NULL = none */
  guint numberless_grp, unsaved;
};

static char *
card_key (const PamongImport *import, const char *area, const PamongRecord *card)
{
  const char *number = pamong_record_text (card, PAMONG_FAMILY_KK_NUMBER);

  return number != NULL ? g_strconcat (area != NULL ? area : import->area != NULL ? import->area : "", " ", number, NULL) : NULL;
}

static gboolean
row_known_cb (PamongStagedRow *taken, gpointer data, GError **error)
{
  g_autoptr (PamongStagedRow) row = taken;
  PamongIntake *intake = data;
  char *key = card_key (intake->import, row->area, row->card);

  if (key != NULL)
    g_hash_table_insert (intake->cards, key, GUINT_TO_POINTER (row->grp));
  return TRUE;
}

/* One that was cut short is gone on with; what was read of the same file but never went in makes room, and so do the rows of imports that are over. */
static gboolean
find_begun (PamongIntake *intake, guint *skip, GError **error)
{
  PamongImport *import = intake->import;
  g_autoptr (GPtrArray) known = pamong_staging_imports (intake->office->store, error);

  for (guint i = 0; known != NULL && i < known->len; i++)
    {
      const PamongImport *other = known->pdata[i];
      gboolean same = g_strcmp0 (other->digest, import->digest) == 0 && g_strcmp0 (other->act, import->act) == 0;

      if (other->state == PAMONG_IMPORT_DONE || other->state == PAMONG_IMPORT_UNDONE)
        {
          if (!pamong_staging_forget_over (intake->write, other->id, error))
            return FALSE;
        }
      else if (same && import->id == 0 && other->state == PAMONG_IMPORT_READING && g_strcmp0 (other->layout, import->layout) == 0 && g_strcmp0 (other->columns, import->columns) == 0)
        {
          import->id = other->id;
          import->uid = g_strdup (other->uid);
          import->figures = other->figures;
          *skip = other->figures.rows;
        }
      else if (same && !pamong_staging_forget (intake->write, other->id, error))
        return FALSE;
    }
  return known != NULL;
}

PamongIntake *
pamong_intake_begin (PamongOffice *office, PamongImport *import, guint *skip, GError **error)
{
  g_autoptr (PamongIntake) intake = NULL;

  *skip = 0;
  if (!pamong_import_guard_part (office, import->act, error))
    return NULL;
  intake = g_new0 (PamongIntake, 1);
  intake->office = office;
  intake->import = import;
  intake->cards = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if ((intake->write = pamong_write_begin_plain (office->store, error)) == NULL || !find_begun (intake, skip, error))
    return NULL;
  if (import->id == 0)
    {
      import->uid = pamong_uid_new ();
      import->t = pamong_clock_now ();
      import->state = PAMONG_IMPORT_READING;
    }
  else if (!pamong_staging_walk (office->store, import->id, row_known_cb, intake, error))
    return NULL;
  import->state = PAMONG_IMPORT_READING;
  return pamong_staging_put (intake->write, import, error) ? g_steal_pointer (&intake) : NULL;
}

void
pamong_intake_free (PamongIntake *intake)
{
  if (intake == NULL)
    return;
  g_clear_pointer (&intake->write, pamong_write_rollback);
  g_hash_table_unref (intake->cards);
  pamong_record_free (intake->numberless);
  g_free (intake);
}

gboolean
pamong_intake_tell (PamongIntake *intake, const char *value, const char *rule, const char *message, const char *remedy, GError **error)
{
  PamongStagedFinding finding = { .value = (char *) value, .read = TRUE, .rule = (char *) rule, .message = (char *) message, .remedy = (char *) remedy, .severity = PAMONG_SEVERITY_WARN };

  return pamong_staging_add_finding (intake->write, intake->import->id, &finding, error);
}

static gboolean
lives_there_too (const PamongRecord *card, const PamongRecord *other)
{
  for (guint i = 0; i < other->n_values; i++)
    if (pamong_record_is_set (other, (int) i) && pamong_record_differs (card, other, (int) i))
      return FALSE;
  return TRUE;
}

/* A card without a number begins with a head and goes on with the rows below, as long as they live there too; anybody else is alone. */
static guint
numberless_card (PamongIntake *intake, const PamongIntakeRow *row, guint n)
{
  gboolean head = pamong_record_int (row->resident, PAMONG_RESIDENT_SHDK) == PAMONG_SHDK_HEAD;

  if (!head && intake->numberless != NULL && lives_there_too (intake->numberless, row->family))
    return intake->numberless_grp;
  g_clear_pointer (&intake->numberless, pamong_record_free);
  if (head)
    {
      intake->numberless = pamong_record_copy (row->family);
      intake->numberless_grp = n;
    }
  return n;
}

static guint
card_of (PamongIntake *intake, const PamongIntakeRow *row, guint n)
{
  g_autofree char *key = card_key (intake->import, row->area, row->family);
  gpointer known;

  if (key == NULL)
    return numberless_card (intake, row, n);
  g_clear_pointer (&intake->numberless, pamong_record_free);
  if (g_hash_table_lookup_extended (intake->cards, key, NULL, &known))
    return GPOINTER_TO_UINT (known);
  g_hash_table_insert (intake->cards, g_steal_pointer (&key), GUINT_TO_POINTER (n));
  return n;
}

/* Without these a row cannot stand: it would be about somebody else, or say what nobody wrote. */
static gboolean
is_needed (const char *key)
{
  static const char *const needed[] = { "resident.nik", "resident.name", "resident.birth_date", "family.kk_number", "status", NULL };

  return key == NULL || g_strv_contains (needed, key);
}

static const char *
rule_of (const PamongField *field, const char *key)
{
  if (g_strcmp0 (key, "resident.nik") == 0)
    return "nik-length";
  if (g_strcmp0 (key, "family.kk_number") == 0)
    return "kk-length";
  if (field != NULL && field->type == PAMONG_TYPE_NIK)
    return "parent-nik-length";
  return field != NULL && field->type == PAMONG_TYPE_DATE ? "date-invalid" : "import-cell";
}

static gboolean
add_problem (PamongIntake *intake, guint n, const PamongIntakeProblem *problem, GError **error)
{
  gboolean needed = is_needed (problem->key);
  PamongStagedFinding finding = { .n = n, .column = (char *) problem->column, .key = (char *) problem->key, .value = (char *) problem->text, .read = TRUE,
                                  .rule = (char *) rule_of (problem->field, problem->key), .message = (char *) problem->message,
                                  .severity = needed ? PAMONG_SEVERITY_BLOCK : PAMONG_SEVERITY_WARN };

  finding.remedy = needed ? _("Mend the cell and read the file again; until then the row stays out.") : _("The cell is left out. Mend it and read the file again, or type the value on the resident's page.");
  return pamong_staging_add_finding (intake->write, intake->import->id, &finding, error);
}

/* A parent's number that is none would keep the whole person out, whom anybody may enter without it. */
static gboolean
leave_out_parents (PamongIntake *intake, PamongRecord *person, guint n, GError **error)
{
  static const int fields[] = { PAMONG_RESIDENT_FATHER_NIK, PAMONG_RESIDENT_MOTHER_NIK };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const PamongField *field = pamong_field_get (PAMONG_KIND_RESIDENT, fields[i]);
      g_autofree char *number = g_strdup (pamong_record_text (person, fields[i])), *key = NULL, *message = NULL;
      PamongIntakeProblem problem;

      if (number == NULL || pamong_nik_is_well_formed (number))
        continue;
      key = g_strconcat ("resident.", field->key, NULL);
      message = g_strdup_printf (_("%s is not 16 digits."), _(field->label));
      problem = (PamongIntakeProblem) { NULL, key, number, message, field };
      pamong_record_clear (person, fields[i]);
      if (!add_problem (intake, n, &problem, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
slice (PamongIntake *intake, GError **error)
{
  if (!pamong_staging_put (intake->write, intake->import, error) || !pamong_write_commit (g_steal_pointer (&intake->write), NULL, NULL, error))
    return FALSE;
  intake->unsaved = 0;
  intake->write = pamong_write_begin_plain (intake->office->store, error);
  return intake->write != NULL;
}

gboolean
pamong_intake_add (PamongIntake *intake, const PamongIntakeRow *row, GError **error)
{
  guint n = intake->import->figures.rows + 1;
  PamongStagedRow staged = { .n = n, .grp = card_of (intake, row, n), .row = row->row, .sheet = (char *) row->sheet, .uid = (char *) row->uid, .area = (char *) row->area,
                             .status_date = (char *) row->status_date, .status = row->status, .person = (PamongRecord *) row->resident, .card = (PamongRecord *) row->family };

  if (!leave_out_parents (intake, row->resident, n, error))
    return FALSE;
  for (guint i = 0; i < row->n_problems; i++)
    {
      staged.unread |= is_needed (row->problems[i].key);
      if (!add_problem (intake, n, &row->problems[i], error))
        return FALSE;
    }
  if (!pamong_staging_add (intake->write, intake->import->id, &staged, error))
    return FALSE;
  intake->import->figures.rows = n;
  return ++intake->unsaved < SLICE || slice (intake, error);
}

gboolean
pamong_intake_end (PamongIntake *intake, GError **error)
{
  if (intake->import->figures.rows == 0)
    {
      if (pamong_staging_forget (intake->write, intake->import->id, error) && pamong_write_commit (g_steal_pointer (&intake->write), NULL, NULL, error))
        pamong_office_invalid (error, _("There is nobody in this file: not one row with a name was found. Look whether it is the right file and the right sheet."));
      return FALSE;
    }
  intake->import->state = PAMONG_IMPORT_READ;
  return pamong_staging_put (intake->write, intake->import, error) && pamong_write_commit (g_steal_pointer (&intake->write), NULL, NULL, error);
}
