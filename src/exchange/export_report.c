/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/export_report.h"
#include "exchange/sheet_writer.h"
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

enum { TOTALS, ROWS };

struct _PamongExportReport {
  char *path;
  const PamongLayout *layout;
  PamongSheetWriter *writer;
  GPtrArray *absent;  /* PamongField without a column there */
  GHashTable *losses; /* "column\tvalue\twritten" -> PamongExportLoss */
};

static void
free_loss (gpointer data)
{
  PamongExportLoss *loss = data;

  g_free (loss->column);
  g_free (loss->value);
  g_free (loss->written);
  g_free (loss);
}

static char *
name_report (const char *path)
{
  const char *dot = strrchr (path, '.');

  return g_strdup_printf ("%.*s-laporan.xlsx", dot != NULL ? (int) (dot - path) : (int) strlen (path), path);
}

static void
add_absent (PamongExportReport *report, PamongKind kind)
{
  guint n;
  const PamongField *fields = pamong_kind_fields (kind, &n);

  for (guint i = 0; i < n; i++)
    if (fields[i].type != PAMONG_TYPE_UID && pamong_layout_find (report->layout, kind, fields[i].key) < 0)
      g_ptr_array_add (report->absent, (gpointer) &fields[i]);
}

static gboolean
put_line (PamongExportReport *report, guint sheet, const char *const *texts, guint n, GError **error)
{
  pamong_sheet_writer_turn (report->writer, sheet);
  for (guint i = 0; i < n; i++)
    pamong_sheet_writer_text (report->writer, i, texts[i]);
  return pamong_sheet_writer_next (report->writer, error);
}

static gboolean
begin (PamongExportReport *report, GError **error)
{
  const char *head[] = { _("Row"), _("Name"), _("Column"), _("What Pamong has"), _("What was written") };

  if (!pamong_sheet_writer_add (report->writer, _("Rows"), error) || !put_line (report, ROWS, head, G_N_ELEMENTS (head), error))
    return FALSE;
  pamong_sheet_writer_keep_head (report->writer);
  pamong_sheet_writer_width (report->writer, 1, 4, 28);
  pamong_sheet_writer_turn (report->writer, TOTALS);
  pamong_sheet_writer_width (report->writer, 0, 2, 36);
  return TRUE;
}

PamongExportReport *
pamong_export_report_new (const char *path, const PamongLayout *layout, GError **error)
{
  g_autoptr (PamongExportReport) report = g_new0 (PamongExportReport, 1);

  report->path = name_report (path);
  report->layout = layout;
  report->absent = g_ptr_array_new ();
  report->losses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_loss);
  add_absent (report, PAMONG_KIND_FAMILY);
  add_absent (report, PAMONG_KIND_RESIDENT);
  report->writer = pamong_sheet_writer_new (report->path, _("Summary"), error);
  return report->writer != NULL && begin (report, error) ? g_steal_pointer (&report) : NULL;
}

void
pamong_export_report_free (PamongExportReport *report)
{
  g_clear_pointer (&report->writer, pamong_sheet_writer_free);
  g_hash_table_unref (report->losses);
  g_ptr_array_unref (report->absent);
  g_free (report->path);
  g_free (report);
}

gboolean
pamong_export_report_say (PamongExportReport *report, const char *words, GError **error)
{
  return put_line (report, TOTALS, &words, 1, error);
}

static void
count (PamongExportReport *report, const char *column, const char *value, const char *written)
{
  g_autofree char *key = g_strdup_printf ("%s\t%s\t%s", column, value != NULL ? value : "", written != NULL ? written : "");
  PamongExportLoss *loss = g_hash_table_lookup (report->losses, key);

  if (loss == NULL)
    {
      loss = g_new0 (PamongExportLoss, 1);
      loss->column = g_strdup (column);
      loss->value = g_strdup (value);
      loss->written = g_strdup (written);
      g_hash_table_insert (report->losses, g_steal_pointer (&key), loss);
    }
  loss->n++;
}

static gboolean
put_row (PamongExportReport *report, guint at, const PamongRecord *resident, const char *column, const char *value, const char *written, GError **error)
{
  g_autofree char *row = g_strdup_printf ("%u", at);
  const char *texts[] = { row, pamong_record_text (resident, PAMONG_RESIDENT_NAME), column, value, written };

  return put_line (report, ROWS, texts, G_N_ELEMENTS (texts), error);
}

gboolean
pamong_export_report_code (PamongExportReport *report, guint at, guint column, const PamongLayoutRow *row, const PamongCell *cell, GError **error)
{
  const PamongField *field = pamong_layout_field (report->layout, column);
  const PamongRecord *record = field->kind == PAMONG_KIND_FAMILY ? row->family : row->resident;
  g_autofree char *value = pamong_record_format (record, field->index), *number = g_strdup_printf ("%.0f", cell->number);
  const char *heading = pamong_layout_heading (report->layout, column), *written = cell->type == PAMONG_CELL_NUMBER ? number : cell->text;

  count (report, heading, value, written);
  return put_row (report, at, row->resident, heading, value, written, error);
}

gboolean
pamong_export_report_row (PamongExportReport *report, guint at, const PamongLayoutRow *row, GError **error)
{
  for (guint i = 0; i < report->absent->len; i++)
    {
      const PamongField *field = report->absent->pdata[i];
      const PamongRecord *record = field->kind == PAMONG_KIND_FAMILY ? row->family : row->resident;
      g_autofree char *value = NULL;

      if (record == NULL || !pamong_record_is_set (record, field->index))
        continue;
      value = pamong_record_format (record, field->index);
      count (report, _(field->label), NULL, NULL);
      if (!put_row (report, at, row->resident, _(field->label), value, NULL, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_totals (PamongExportReport *report, GError **error)
{
  const char *head[] = { _("Column"), _("What Pamong has"), _("What was written"), _("People") };
  const char *all[] = { _("Everything was taken along.") };
  g_autoptr (GPtrArray) losses = pamong_export_report_losses (report);

  if (!put_line (report, TOTALS, losses->len > 0 ? head : all, losses->len > 0 ? G_N_ELEMENTS (head) : 1, error))
    return FALSE;
  for (guint i = 0; i < losses->len; i++)
    {
      const PamongExportLoss *loss = losses->pdata[i];
      const char *texts[] = { loss->column, loss->value != NULL ? loss->value : _("(no such column there)"), loss->written };

      pamong_sheet_writer_number (report->writer, 3, loss->n);
      if (!put_line (report, TOTALS, texts, G_N_ELEMENTS (texts), error))
        return FALSE;
    }
  return TRUE;
}

gboolean
pamong_export_report_finish (PamongExportReport *report, GError **error)
{
  return put_totals (report, error) && pamong_sheet_writer_finish (report->writer, error);
}

const char *
pamong_export_report_path (PamongExportReport *report)
{
  return report->path;
}

static int
by_frequency (gconstpointer a, gconstpointer b)
{
  const PamongExportLoss *one = *(PamongExportLoss *const *) a, *other = *(PamongExportLoss *const *) b;
  int order = (other->n > one->n) - (other->n < one->n);

  if (order == 0)
    order = strcmp (one->column, other->column);
  return order != 0 ? order : g_strcmp0 (one->value, other->value);
}

GPtrArray *
pamong_export_report_losses (PamongExportReport *report)
{
  GPtrArray *losses = g_ptr_array_new_with_free_func (free_loss);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, report->losses);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const PamongExportLoss *loss = value;
      PamongExportLoss *copy = g_new0 (PamongExportLoss, 1);

      copy->column = g_strdup (loss->column);
      copy->value = g_strdup (loss->value);
      copy->written = g_strdup (loss->written);
      copy->n = loss->n;
      g_ptr_array_add (losses, copy);
    }
  g_ptr_array_sort (losses, by_frequency);
  return losses;
}
