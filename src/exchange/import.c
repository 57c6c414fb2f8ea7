/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import.h"

#include "domain/codes.h"
#include "exchange/import_report.h"
#include <glib/gi18n-lib.h>

/* Rows between two looks at the bar. */
#define TOLD_EVERY 500

typedef struct {
  PamongIntake *intake;
  PamongImportProgressFunc progress;
  gpointer data;
  guint skip, n, elsewhere; /* elsewhere: of another village than home */
  const char *home;         /* (nullable) */
  char *village;            /* (nullable): that of the first of them */
  gboolean stopped;
  GError *failure;
} Reading;

static char *
digest_of (const char *path, GError **error)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, error);
  g_autoptr (GBytes) bytes = file != NULL ? g_mapped_file_get_bytes (file) : NULL;

  return bytes != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes) : NULL;
}

static void
add_place (GString *text, const char *key, guint index)
{
  g_autofree char *letters = pamong_sheet_column (index);

  g_string_append_printf (text, "%s%s=%s", text->len > 0 ? " " : "", key, letters);
}

/* Where what stands together stands, and what is no field. */
static void
add_roles (GString *text, const PamongColumns *columns)
{
  static const char *const parts[PAMONG_N_COLUMN_ROLES][3] = {
    [PAMONG_COLUMN_STATUS] = { "status" },
    [PAMONG_COLUMN_RT_RW] = { "family.rt", "family.rw" },
    [PAMONG_COLUMN_BIRTH] = { "resident.birth_place", "resident.birth_date" },
    [PAMONG_COLUMN_PLACE] = { "family.address", "family.dusun" },
  };

  for (guint i = 0; columns != NULL && i < columns->columns->len; i++)
    {
      const PamongColumn *column = &g_array_index (columns->columns, PamongColumn, i);

      for (guint j = 0; j < G_N_ELEMENTS (parts[0]) && parts[column->role][j] != NULL; j++)
        add_place (text, parts[column->role][j], i);
    }
}

/* Where each field stands, so that a finding can name its column, also in a layout with a block per family. */
static char *
columns_of (PamongSource *source)
{
  static const struct { PamongKind kind; int n; } kinds[] = { { PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_N_FIELDS }, { PAMONG_KIND_FAMILY, PAMONG_FAMILY_N_FIELDS } };
  GString *text = g_string_new (NULL);

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    for (int i = 0; i < kinds[k].n; i++)
      {
        const PamongField *field = pamong_field_get (kinds[k].kind, i);
        g_autofree char *letters = pamong_source_column (source, field);

        if (letters != NULL)
          g_string_append_printf (text, "%s%s.%s=%s", text->len > 0 ? " " : "", pamong_kind_name (field->kind), field->key, letters);
      }
  add_roles (text, pamong_source_columns (source));
  if (pamong_source_pointed (source) >= 0) /* another sheet is another import, and is not gone on with */
    g_string_append_printf (text, " sheet=%d", pamong_source_pointed (source) + 1);
  return g_string_free (text, FALSE);
}

static gboolean
lay_down (Reading *reading, PamongSheetPerson *person)
{
  guint n = person->problems->len;
  g_autofree PamongIntakeProblem *problems = n > 0 ? g_new0 (PamongIntakeProblem, n) : NULL;
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  PamongIntakeRow row = { person->sheet, person->uid, person->area, person->status_date, person->row, person->status, person->resident, person->family, problems, n };

  for (guint i = 0; i < n; i++)
    {
      const PamongSheetProblem *problem = person->problems->pdata[i];
      char *letters = problem->column > 0 ? pamong_sheet_column (problem->column - 1) : NULL;
      char *key = problem->field != NULL ? g_strconcat (pamong_kind_name (problem->field->kind), ".", problem->field->key, NULL) : g_strdup ("status");

      g_ptr_array_add (texts, letters);
      g_ptr_array_add (texts, key);
      problems[i] = (PamongIntakeProblem) { letters, key, problem->text, problem->message, problem->field };
    }
  return pamong_intake_add (reading->intake, &row, &reading->failure);
}

static void
note_village (Reading *reading, const PamongSheetPerson *person)
{
  if (reading->home == NULL || person->area == NULL || g_str_equal (person->area, reading->home))
    return;
  reading->elsewhere++;
  if (reading->village == NULL)
    reading->village = g_strdup (person->area);
}

static gboolean
person_read_cb (PamongSheetPerson *person, gpointer data)
{
  Reading *reading = data;

  note_village (reading, person);
  if (reading->n++ < reading->skip)
    return TRUE;
  if (!lay_down (reading, person))
    return FALSE;
  if (reading->progress != NULL && reading->n % TOLD_EVERY == 0)
    reading->stopped = !reading->progress (reading->n, 0, reading->data);
  return !reading->stopped;
}

/* Nobody of it belongs here: that is said at once, not row by row. */
static gboolean
refuse_elsewhere (const Reading *reading, GError **error)
{
  g_autofree char *theirs = pamong_regions_title (reading->village), *ours = pamong_regions_title (reading->home);

  g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _("This is a file of another village: all of its %u rows are of %s (%s), and this computer is for %s. Nothing was read. Open it at that village, or choose the right file."),
               reading->n, theirs, reading->village, ours);
  return FALSE;
}

static gboolean
read_people (PamongSource *source, const char *area, Reading *reading, GError **error)
{
  guint n;

  if (!pamong_source_people (source, area, person_read_cb, reading, &n, error))
    return FALSE;
  if (reading->failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reading->failure));
      return FALSE;
    }
  if (!reading->stopped && reading->elsewhere > 0 && reading->elsewhere == reading->n)
    return refuse_elsewhere (reading, error);
  if (!reading->stopped)
    return pamong_intake_end (reading->intake, error);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Reading was stopped. Read the file again to go on from here."));
  return FALSE;
}

static PamongImport *
describe (PamongOffice *office, PamongSource *source, const char *path, const PamongImportOrigin *origin, GError **error)
{
  g_autoptr (PamongImport) import = g_new0 (PamongImport, 1);

  if ((import->digest = digest_of (path, error)) == NULL)
    return NULL;
  import->file = g_path_get_basename (path);
  import->layout = g_strdup (pamong_source_layout (source));
  import->act = g_strdup (origin != NULL && origin->act != NULL ? origin->act : "import");
  import->title = g_strdup (origin != NULL && origin->title != NULL ? origin->title : pamong_source_title (source));
  import->area = g_strdup (origin != NULL && origin->area != NULL ? origin->area : pamong_store_area (pamong_office_store (office)));
  import->columns = columns_of (source);
  if (origin != NULL)
    {
      import->source = g_strdup (origin->source);
      import->compiled_by = g_strdup (origin->compiled_by);
      import->compiled_on = g_strdup (origin->compiled_on);
    }
  return g_steal_pointer (&import);
}

/* Rows are numbered in every list; nobody misses that. */
static gboolean
is_counting (const char *heading)
{
  static const char *const keys[] = { "NO", "NOMOR", "NOURUT", "NOMORURUT", "URUT", NULL };
  g_autofree char *key = pamong_heading_key (heading);

  return g_strv_contains (keys, key);
}

/* "KETERANGAN (F), HP 2 (J)". */
static char *
name_unread (const PamongColumns *columns)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; columns != NULL && i < columns->columns->len; i++)
    {
      const PamongColumn *column = &g_array_index (columns->columns, PamongColumn, i);
      g_autofree char *letters = pamong_sheet_column (i);

      if (column->role == PAMONG_COLUMN_UNREAD && *column->heading != '\0' && !is_counting (column->heading))
        g_string_append_printf (names, "%s%s (%s)", names->len > 0 ? ", " : "", column->heading, letters);
    }
  return g_string_free (names, FALSE);
}

static gboolean
tell_unread (PamongSource *source, PamongIntake *intake, GError **error)
{
  g_autofree char *names = name_unread (pamong_source_columns (source)), *message = g_strdup_printf (_("These columns of the file are not read: %s."), names);

  return *names == '\0'
         || pamong_intake_tell (intake, names, "import-unread", message, _("If something about the residents stands in one, choose a field for it on the screen of columns; else nothing is to be done."), error);
}

char *
pamong_import_read (PamongOffice *office, PamongSource *source, const char *path, const PamongImportOrigin *origin, PamongImportProgressFunc progress, gpointer data, GError **error)
{
  g_autoptr (PamongImport) import = describe (office, source, path, origin, error);
  g_autoptr (PamongIntake) intake = NULL;
  Reading reading = { .progress = progress, .data = data };
  gboolean read;

  if (import == NULL || (intake = pamong_intake_begin (office, import, &reading.skip, error)) == NULL)
    return NULL;
  reading.intake = intake;
  reading.home = pamong_store_level (pamong_office_store (office)) == PAMONG_LEVEL_VILLAGE ? pamong_store_area (pamong_office_store (office)) : NULL;
  if (reading.skip == 0 && !tell_unread (source, intake, error))
    return NULL;
  read = read_people (source, import->area, &reading, error);
  g_clear_pointer (&intake, pamong_intake_free);
  if (!read && reading.elsewhere > 0 && reading.elsewhere == reading.n)
    pamong_import_drop (office, import->uid, NULL); /* slices of it may stand already */
  g_free (reading.village);
  if (!read)
    return NULL;
  return pamong_import_compare (office, import->uid, progress, data, error) ? g_strdup (import->uid) : NULL;
}

/* Findings read at once. */
#define PAGE 1000

static gboolean
add_page (PamongImportReport *report, GPtrArray *findings, GError **error)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const PamongImportFinding *finding = findings->pdata[i];
      PamongImportRemark remark = { finding->sheet, finding->row, finding->column, finding->field, finding->value, finding->rule, finding->message, finding->remedy };

      if (!pamong_import_report_add (report, &remark, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
pamong_import_write_report (PamongStore *store, const char *uid, const char *path, guint *n, GError **error)
{
  g_autoptr (PamongImport) import = pamong_import_get (store, uid, error);
  g_autoptr (PamongImportReport) report = import != NULL ? pamong_import_report_new (path, import->file, error) : NULL;
  guint told = 0, page = PAGE;

  if (report == NULL)
    return FALSE;
  while (page == PAGE)
    {
      g_autoptr (GPtrArray) findings = pamong_import_findings (store, uid, 0, told, PAGE, error);

      if (findings == NULL || !add_page (report, findings, error))
        return FALSE;
      page = findings->len;
      told += page;
    }
  return pamong_import_report_finish (report, n, error);
}
